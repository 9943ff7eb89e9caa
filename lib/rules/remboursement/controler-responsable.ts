import type { DateCivile } from '../date/date-civile'
import type { Montant } from '../montant/montant'
import { montant } from '../montant/montant'
import { valeurAu } from '../reglement/serie-datee'
import { categorieVerres } from './equipement-optique'
import type { TypeVerre } from './faits'
import type { Garantie } from './garantie'
import type { CodeLigne } from './lignes'
import { natureDeLigne, type Socle } from './socle'
import type { TableGaranties } from './table'

/** Un manquement d'un tableau au cahier des charges du contrat responsable (R. 871-2). */
export interface DefautResponsable {
  readonly code:
    | 'TICKET_MODERATEUR_INCOMPLET'
    | 'DEPASSEMENT_NON_DPTAM'
    | 'MONTURE_TROP_HAUTE'
    | 'EQUIPEMENT_TROP_HAUT'
    | 'EQUIPEMENT_TROP_BAS'
    | 'CENT_POUR_CENT_SANTE'
    | 'FORFAIT_JOURNALIER_LIMITE'
  readonly formule: string
  readonly ligne: CodeLigne
  readonly valeur: number
  readonly borne: number
}

type Signaler = (code: DefautResponsable['code'], ligne: CodeLigne, valeur: number, borne: number) => void
type Cases = ReadonlyMap<CodeLigne, Garantie>

const VERRES: readonly (readonly [TypeVerre, CodeLigne])[] = [
  ['SIMPLE', 'optique.verre-simple'],
  ['COMPLEXE', 'optique.verre-complexe'],
  ['TRES_COMPLEXE', 'optique.verre-tres-complexe'],
]
const CENT_SANTE: readonly CodeLigne[] = [
  'optique.equipement-100-sante',
  'dentaire.100-sante',
  'audio.100-sante',
]

const forfait = (cases: Cases, ligne: CodeLigne): Montant | null => {
  const garantie = cases.get(ligne)
  if (garantie?.type === 'forfait-par-monture' || garantie?.type === 'forfait-par-verre')
    return garantie.montant
  return null
}

function controlerPourcentages(socle: Socle, cases: Cases, jour: DateCivile, signaler: Signaler): void {
  const plafond = 100 + valeurAu(socle.parametres.depassementPlafondNonDptam, jour).valeur
  const ecart = valeurAu(socle.parametres.depassementEcartDptam, jour).valeur
  for (const [ligne, garantie] of cases) {
    if (garantie.type !== 'pourcentage-br') continue
    const nature = natureDeLigne(socle, ligne)
    if (garantie.valeur < 100 && nature.ticketModerateurDu) {
      signaler('TICKET_MODERATEUR_INCOMPLET', ligne, garantie.valeur, 100)
    }
    if (nature.dptam === null || garantie.valeur <= 100) continue
    const confrere = cases.get(nature.dptam)
    const borne = Math.min(plafond, confrere?.type === 'pourcentage-br' ? confrere.valeur - ecart : plafond)
    if (garantie.valeur > borne) signaler('DEPASSEMENT_NON_DPTAM', ligne, garantie.valeur, borne)
  }
}

function controlerOptique(socle: Socle, cases: Cases, jour: DateCivile, signaler: Signaler): void {
  const p = socle.parametres
  const monture = forfait(cases, 'optique.monture')
  if (monture === null) return
  const plafondMonture = valeurAu(p.optiquePlafondMonture, jour).valeur
  if (monture > plafondMonture) signaler('MONTURE_TROP_HAUTE', 'optique.monture', monture, plafondMonture)
  for (const [rang, [premier, lignePremier]] of VERRES.entries()) {
    for (const [second, ligneSecond] of VERRES.slice(rang)) {
      const un = forfait(cases, lignePremier)
      const deux = forfait(cases, ligneSecond)
      if (un === null || deux === null) continue
      const categorie = categorieVerres(premier, second)
      const total = montant(monture + un + deux)
      const plafond = valeurAu(p.optiquePlafonds[categorie], jour).valeur
      const plancher = valeurAu(p.optiquePlanchers[categorie], jour).valeur
      if (total > plafond) signaler('EQUIPEMENT_TROP_HAUT', ligneSecond, total, plafond)
      if (total < plancher) signaler('EQUIPEMENT_TROP_BAS', ligneSecond, total, plancher)
    }
  }
}

/** Les manquements d'un tableau au contrat responsable, formule par formule. Vide : le tableau est conforme. */
export function controlerResponsable(
  table: TableGaranties,
  socle: Socle,
  jour: DateCivile,
): readonly DefautResponsable[] {
  const defauts: DefautResponsable[] = []
  for (const [rang, formule] of table.formules.entries()) {
    const cases: Cases = new Map(
      table.lignes.flatMap((rangee): [CodeLigne, Garantie][] => {
        const garantie = rangee.cases[rang]
        return garantie === undefined ? [] : [[rangee.ligne, garantie]]
      }),
    )
    const signaler: Signaler = (code, ligne, valeur, borne) =>
      defauts.push({ code, formule: formule.id, ligne, valeur, borne })
    controlerPourcentages(socle, cases, jour, signaler)
    controlerOptique(socle, cases, jour, signaler)
    for (const ligne of CENT_SANTE) {
      if (cases.get(ligne)?.type !== 'integral') signaler('CENT_POUR_CENT_SANTE', ligne, 0, 100)
    }
    if (cases.get('hospitalisation.forfait-journalier')?.type !== 'illimite') {
      signaler('FORFAIT_JOURNALIER_LIMITE', 'hospitalisation.forfait-journalier', 0, 100)
    }
  }
  return defauts
}
