import { Decimal } from 'decimal.js'
import type { FaitsRemboursement } from '@/lib/rules/remboursement/faits'
import type { Garantie } from '@/lib/rules/remboursement/garantie'
import type { CodeLigne } from '@/lib/rules/remboursement/lignes'

/**
 * Le même partage, récrit à plat en euros décimaux : sans les modules du moteur, ses paramètres ni ses motifs.
 * Couvre les lignes en pourcentage de la base et les forfaits de l'année, à des dates de 2025 et après.
 */
export interface SecondCalcul {
  readonly amo: string
  readonly regimeLocal: string
  readonly amc: string
  readonly resteACharge: string
}

type Retenue = 'participation' | 'boite' | 'acte' | 'trajet' | 'aucune'

/** Ligne → taux légal en 2025 (null : celui du décompte), retenue, parcours de soins, points du régime local. */
export const LIGNES_RECALCULEES: Readonly<
  Partial<
    Record<CodeLigne, readonly [taux: number | null, retenue: Retenue, parcours: boolean, local: number]>
  >
> = {
  'honoraires-medicaux.dptam': [70, 'participation', true, 20],
  'honoraires-medicaux.non-dptam': [70, 'participation', true, 20],
  'analyses-laboratoire': [60, 'participation', false, 30],
  'imagerie.dptam': [70, 'participation', true, 20],
  'imagerie.non-dptam': [70, 'participation', true, 20],
  'honoraires-paramedicaux': [60, 'acte', false, 30],
  'pharmacie.remboursee': [null, 'boite', false, 0],
  'dentaire.soins': [60, 'aucune', false, 30],
  'hospitalisation.frais-sejour': [80, 'aucune', false, 20],
  'hospitalisation.honoraires.dptam': [80, 'aucune', false, 20],
  'hospitalisation.transport': [55, 'trajet', false, 45],
  'optique.lentilles.forfait': [60, 'aucune', false, 30],
  'bien-etre.medecines-douces': [0, 'aucune', false, 0],
  'dentaire.actes-non-rembourses': [0, 'aucune', false, 0],
  'contraception.forfait': [0, 'aucune', false, 0],
}

const zero = new Decimal(0)
const eur = (centimes: number | undefined): Decimal => new Decimal(centimes ?? 0).dividedBy(100)
const centime = (d: Decimal): Decimal => d.toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
const min = (...d: readonly Decimal[]): Decimal => Decimal.min(...d)
const positif = (d: Decimal): Decimal => Decimal.max(d, zero)
const part = (base: Decimal, pourcent: number): Decimal => centime(base.times(pourcent).dividedBy(100))

function retenir(retenue: Retenue, f: FaitsRemboursement, part: Decimal): Decimal {
  const { dateNaissance, css } = f.beneficiaire
  const mineur =
    Number(f.dateSoins.slice(0, 4)) - Number(dateNaissance.slice(0, 4)) <= 18 &&
    dateNaissance.slice(5) !== '01-01'
  const { soin } = f
  if (css === true || mineur || soin.accidentTravail === true) return zero
  const jours = new Decimal(soin.joursDeSoins ?? 1)
  switch (retenue) {
    case 'participation':
      // Quatre par jour au plus (D. 160-8).
      return min(new Decimal(soin.actes ?? 1).times(2), new Decimal(8), part)
    case 'boite':
      return min(new Decimal(soin.boites ?? 1), new Decimal(50), part)
    case 'acte':
      return min(new Decimal(soin.actes ?? 1), jours.times(4), part)
    case 'trajet':
      return min(new Decimal(soin.trajets ?? 1).times(4), jours.times(8), part)
    case 'aucune':
      return zero
  }
}

/** Ce que la case garantit de ce qui reste à payer. */
function garantir(
  garantie: Garantie,
  f: FaitsRemboursement,
  deja: Decimal,
  base: Decimal,
  reste: Decimal,
): Decimal {
  const { soin } = f
  const pris = (f.consommations ?? [])
    .filter((c) => c.ligne === soin.ligne && c.date.slice(0, 4) === f.dateSoins.slice(0, 4))
    .reduce((total, c) => total.plus(eur(c.montant)), zero)
  switch (garantie.type) {
    case 'pourcentage-br':
      return min(positif(part(eur(soin.brss), garantie.valeur).minus(deja)), reste)
    case 'forfait-annuel':
      return min(positif(eur(garantie.montant).minus(pris)), reste)
    case 'forfait-par-seance':
      return min(
        eur(garantie.montant).times(soin.actes ?? 1),
        garantie.plafondAnnuel === null ? reste : positif(eur(garantie.plafondAnnuel).minus(pris)),
        reste,
      )
    case 'non-garanti':
      return min(positif(base.minus(deja)), reste)
    default:
      throw new Error(`case non recalculée : ${garantie.type}`)
  }
}

export function recalculer(garantie: Garantie, ligne: CodeLigne, f: FaitsRemboursement): SecondCalcul {
  const regle = LIGNES_RECALCULEES[ligne]
  if (regle === undefined) throw new Error(`ligne non recalculée : ${ligne}`)
  const [legal, retenue, parcours, local] = regle
  const { soin } = f
  const depense = eur(soin.depense)
  const base = min(eur(soin.brss), depense)
  const couvert = legal !== 0
  const cent = soin.exonerationTm === true || soin.accidentTravail === true
  const taux = !couvert ? 0 : cent ? 100 : (soin.tauxAmo ?? legal ?? 0)
  const brute = part(base, taux)
  const hors = parcours && soin.parcours === false && soin.accidentTravail !== true
  const majoration = hors ? min(part(base, 40), new Decimal(12), brute) : zero
  const retenu = retenir(retenue, f, brute.minus(majoration))
  const amo = brute.minus(majoration).minus(retenu)
  const pointsMedicament = taux === 65 ? 25 : taux === 30 ? 50 : 0
  const points = retenue === 'boite' ? pointsMedicament : local
  const regimeLocal =
    f.beneficiaire.regimeLocal === true && couvert
      ? min(part(base, Math.min(points, 100 - taux)), base.minus(brute))
      : zero
  const exclu = hors ? min(positif(depense.minus(eur(soin.brss))), new Decimal(8)) : zero
  const deja = brute.plus(regimeLocal)
  const reste = positif(depense.minus(deja).minus(exclu).minus(eur(f.autresRemboursements)))
  // Le ticket modérateur d'une ligne « + » est dû sur la ligne qu'elle complète.
  const sansTicket = !couvert || ligne.includes('forfait')
  const amc = garantie.type === 'non-garanti' && sansTicket ? zero : garantir(garantie, f, deja, base, reste)
  const charge = positif(depense.minus(amo).minus(regimeLocal).minus(amc).minus(eur(f.autresRemboursements)))
  return {
    amo: amo.toFixed(2),
    regimeLocal: regimeLocal.toFixed(2),
    amc: amc.toFixed(2),
    resteACharge: charge.toFixed(2),
  }
}
