import type { DateCivile } from '../date/date-civile'
import type { Decision } from '../decision/decision'
import { enCode, enDate, type Motif } from '../decision/motif'
import type { Reglement } from '../reglement/reglement'
import { etape } from './etape'
import { type GarantieLigne, listerGaranties, ouvrirFormule } from './formule'

export interface GarantiesDecrites {
  readonly formule: string
  readonly libelle: string
  readonly applicableDu: DateCivile
  readonly lignes: readonly GarantieLigne[]
}

/**
 * Le tableau d'une formule, toutes ses lignes, avec les cases dont la lecture est douteuse.
 * `jour` null : sans vérifier que le tableau s'applique déjà.
 * @throws {ErreurDeRegle} NON_PREVU, FORMULE_INCONNUE, HORS_PERIODE.
 */
export function decrireGaranties(
  reglement: Reglement,
  id: string,
  jour: DateCivile | null,
): Decision<GarantiesDecrites> {
  const formule = ouvrirFormule(reglement, id, jour)
  const { table } = formule
  const lignes = listerGaranties(formule)
  const douteuses: Motif[] = lignes.flatMap(({ ligne, rangee }) =>
    (rangee.lectures ?? [])
      .filter((l) => l.confiance !== 'high' && (l.rang === null || l.rang === formule.rang))
      .map((l) =>
        etape('LECTURE_DOUTEUSE', table.article, {
          ligne: enCode(ligne),
          imprime: enCode(l.imprime),
          lu: enCode(l.lu),
        }),
      ),
  )
  const demonstration = table.demonstration ? [etape('MONTANTS_DE_DEMONSTRATION', table.article)] : []
  return {
    verdict: 'ACCORDEE',
    valeur: { formule: id, libelle: formule.libelle, applicableDu: table.applicableDu, lignes },
    motifs: [
      etape('TABLEAU_APPLICABLE', table.article, { depuis: enDate(table.applicableDu) }),
      ...demonstration,
      ...douteuses,
    ],
  }
}
