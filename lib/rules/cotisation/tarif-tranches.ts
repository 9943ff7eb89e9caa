import { annee } from '../date/date-civile'
import { faitInvalide } from '../decision/erreur'
import { type ArticleId, enCode, enMontant, enNombre, type Motif, motif } from '../decision/motif'
import type { Montant } from '../montant/montant'
import { compterAge, type PolitiqueAge } from './compter-age'
import { type ContexteTarif, exigerTarif, exigerValeur, type LigneTarif } from './ligne-tarif'
import { type EnfantRange, exigerACharge, rangerEnfants } from './ranger-enfants'
import type { Cotisant, FaitsCotisation, RegleTarif, TrancheAge } from './regle-cotisation'

type Regle = Extract<RegleTarif, { politique: 'TRANCHES' }>

const TABLE = 'tarif.tranches'

/** @throws {ErreurDeRegle} FAIT_INVALIDE : bornes à l'envers, ou deux tranches pour un même âge. */
export function verifierTranches(tranches: readonly TrancheAge[]): void {
  for (const [rang, { de, a }] of tranches.entries()) {
    if (a !== null && a < de) throw faitInvalide(`${TABLE}.${rang}.a`, 'la tranche finit avant de commencer')
    const double = tranches
      .slice(rang + 1)
      .some((autre) => (a === null || autre.de <= a) && (autre.a === null || de <= autre.a))
    if (double) throw faitInvalide(TABLE, `deux tranches donnent un tarif au même âge (${de} ans ou après)`)
  }
}

export function tarifDeLAge(tranches: readonly TrancheAge[], age: number): Montant {
  const tranche = tranches.find(({ de, a }) => de <= age && (a === null || age <= a))
  if (tranche === undefined) throw faitInvalide(TABLE, `aucune tranche ne donne le tarif de ${age} ans`)
  return tranche.mensuel
}

/** À quels enfants la gratuité va : à charge, à partir du rang qui suit les payants. */
function gratuits(regle: Regle, enfants: readonly EnfantRange[]): ReadonlySet<number> {
  const possibles = enfants.filter(({ aCharge }) => aCharge !== false)
  if (possibles.length <= regle.enfantsPayants) return new Set()
  return new Set(
    possibles
      .filter((enfant) => exigerACharge(enfant) && enfant.rang > regle.enfantsPayants)
      .map(({ place }) => place),
  )
}

/** Le tarif enfant dure jusqu'au 31 décembre de l'année de l'anniversaire, ou tant que l'enfant est à charge. */
function estAuTarifEnfant(
  regle: Regle,
  gamme: string,
  an: number,
  enfant: EnfantRange,
  qui: Cotisant,
): boolean {
  return regle.enfantTantQuACharge.includes(gamme)
    ? exigerACharge(enfant)
    : an - annee(qui.dateNaissance) <= regle.ageEnfant
}

interface Comptage {
  readonly age: PolitiqueAge
  readonly article: ArticleId
}

function motifParAge(comptage: Comptage, cotisant: Cotisant, age: number, tarif: Montant): Motif {
  const code =
    comptage.age === 'AU_PREMIER_JANVIER' ? 'COTISATION_AGE_AU_1ER_JANVIER' : 'COTISATION_AGE_PRECEDENT'
  const donnees = { role: enCode(cotisant.role), age: enNombre(age, 'ans'), tarif: enMontant(tarif) }
  return motif(code, comptage.article, donnees)
}

/** Un tarif par tranche d'âge, et un tarif enfant ; à partir du troisième enfant à charge, gratuit. */
export function tarifTranches(regle: Regle, { faits, gamme, regleEnfant }: ContexteTarif): LigneTarif[] {
  const tranches = exigerTarif(faits.tarif, 'tranches', ['tranches', 'enfant'])
  verifierTranches(tranches)
  const comptage: Comptage = regle.ageParGamme[gamme] ?? regle
  const enfants = rangerEnfants(regleEnfant, faits.annee, faits.beneficiaires)
  const offerts = gratuits(regle, enfants)
  return faits.beneficiaires.map((cotisant, place) => {
    const age = compterAge(comptage.age, faits.annee, cotisant.dateNaissance)
    const enfant = enfants.find((range) => range.place === place)
    if (enfant === undefined) return parTranche(comptage, tranches, cotisant, age)
    if (offerts.has(place)) {
      const donnees = { rang: enNombre(enfant.rang) }
      return { role: 'ENFANT', age, termes: [], motif: motif('ENFANT_GRATUIT', regle.article, donnees) }
    }
    return estAuTarifEnfant(regle, gamme, faits.annee, enfant, cotisant)
      ? auTarifEnfant(regle, gamme, faits, age)
      : parTranche(comptage, tranches, cotisant, age)
  })
}

function parTranche(
  comptage: Comptage,
  tranches: readonly TrancheAge[],
  cotisant: Cotisant,
  age: number,
): LigneTarif {
  const base = tarifDeLAge(tranches, age)
  return {
    role: cotisant.role,
    age,
    termes: [{ base, taux: [] }],
    motif: motifParAge(comptage, cotisant, age, base),
  }
}

function auTarifEnfant(regle: Regle, gamme: string, faits: FaitsCotisation, age: number): LigneTarif {
  const base = exigerValeur(faits.tarif.enfant, 'tarif.enfant')
  const ground = regle.enfantTantQuACharge.includes(gamme)
    ? motif('TARIF_ENFANT_A_CHARGE', regle.article, { tarif: enMontant(base) })
    : motif('TARIF_ENFANT', regle.article, {
        tarif: enMontant(base),
        anniversaire: enNombre(regle.ageEnfant, 'ans'),
      })
  return { role: 'ENFANT', age, termes: [{ base, taux: [] }], motif: ground }
}
