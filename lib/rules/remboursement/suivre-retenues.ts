import { ajouterJours, type DateCivile } from '../date/date-civile'
import { enDate, enMontant, enNombre, type Motif } from '../decision/motif'
import { type Montant, minimum, reste } from '../montant/montant'
import { valeurAu } from '../reglement/serie-datee'
import { etape } from './etape'
import { anneeCivile } from './periode-forfait'
import { estExonereParAge } from './retenues'
import type { Socle } from './socle'

export type SorteRetenue = 'PARTICIPATIONS' | 'FRANCHISES'

/** Où en est, pour une personne et une année civile, ce que la loi laisse à sa charge sans recours. */
export interface EtatRetenue {
  readonly sorte: SorteRetenue
  readonly plafond: Montant
  readonly retenu: Montant
  readonly reste: Montant
  /** Mineur au 1er janvier : rien ne lui est retenu. */
  readonly exonere: boolean
  readonly du: DateCivile
  readonly au: DateCivile
  readonly renouvelleLe: DateCivile
  readonly motifs: readonly Motif[]
}

/**
 * Les participations forfaitaires et les franchises de l'année de `jour`, au plafond en vigueur ce jour-là.
 * `retenu` : ce que les décomptes ont retenu, au jour du soin (la caisse compte au jour où elle rembourse, D. 160-10) ;
 * jamais dit au-delà du plafond.
 */
export function suivreRetenues(
  socle: Socle,
  dateNaissance: DateCivile,
  retenu: Readonly<Record<SorteRetenue, Montant>>,
  jour: DateCivile,
): readonly EtatRetenue[] {
  const p = socle.parametres
  const periode = anneeCivile(jour)
  return (
    [
      ['PARTICIPATIONS', p.participationPlafondAn, p.participationAgeExonere],
      ['FRANCHISES', p.franchisesPlafondAn, p.franchisesAgeExonere],
    ] as const
  ).map(([sorte, plafonds, ages]) => {
    const plafond = valeurAu(plafonds, jour)
    const age = valeurAu(ages, jour)
    const exonere = estExonereParAge(dateNaissance, ages, jour)
    const pris = minimum(retenu[sorte], plafond.valeur)
    return {
      sorte,
      plafond: plafond.valeur,
      retenu: pris,
      reste: reste(plafond.valeur, pris),
      exonere,
      ...periode,
      renouvelleLe: ajouterJours(periode.au, 1),
      motifs: exonere
        ? [etape('RETENUE_AVANT_MAJORITE', age.article, { age: enNombre(age.valeur, 'ans') })]
        : [
            etape(
              sorte === 'PARTICIPATIONS' ? 'RETENUE_PARTICIPATIONS' : 'RETENUE_FRANCHISES',
              plafond.article,
              {
                plafond: enMontant(plafond.valeur),
                retenu: enMontant(pris),
                du: enDate(periode.du),
                au: enDate(periode.au),
              },
            ),
          ],
    }
  })
}
