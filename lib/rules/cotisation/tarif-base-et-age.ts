import { ErreurDeRegle, faitInvalide } from '../decision/erreur'
import { enCode, enMontant, enNombre, enPourcentage, type Motif, motif } from '../decision/motif'
import type { Montant } from '../montant/montant'
import { sommeDeTermes, type Terme } from '../montant/produit'
import { compterAge } from './compter-age'
import { type ContexteTarif, exigerTarif, exigerValeur, type LigneTarif } from './ligne-tarif'
import { type EnfantRange, exigerACharge, rangerEnfants } from './ranger-enfants'
import type { ColonneTarif, Cotisant, RegleTarif, Tarif } from './regle-cotisation'

type Regle = Extract<RegleTarif, { politique: 'BASE_ET_AGE' }>

/** Une base et la colonne qui la fait monter : une seule, ou une par module. */
interface Assise {
  readonly base: Montant
  readonly colonne: ColonneTarif
}

const CENT = 100

/** Les hausses se composent d'une année d'âge à la suivante (lecture 10). */
function hausses(colonne: ColonneTarif, age: number): number[] {
  const taux: number[] = []
  for (const { de, a, taux: hausse } of colonne.hausses) {
    for (let atteint = de; atteint <= Math.min(a, age); atteint += 1) taux.push(CENT + hausse)
  }
  return taux
}

const selonAge = (assises: readonly Assise[], age: number): Terme[] =>
  assises.map(({ base, colonne }) => ({ base, taux: hausses(colonne, age) }))

/** Les niveaux d'une formule modulaire, `prefixe-a-b-c`. */
function niveauxDe(regle: Regle, formule: string): number[] | null {
  const prefixe = `${regle.prefixeModules}-`
  return formule.startsWith(prefixe) ? formule.slice(prefixe.length).split('-').map(Number) : null
}

function colonneDe(regle: Regle, convient: (colonne: ColonneTarif) => boolean): ColonneTarif {
  const colonne = regle.colonnes.find(convient)
  if (colonne === undefined)
    throw new ErreurDeRegle('NON_PREVU', 'le tableau des cotisations ne cite pas cette formule', 'formule')
  return colonne
}

/** La colonne de chaque module ; null pour une formule qui n'en a pas. */
export function colonnesDesModules(regle: Regle, formule: string): ColonneTarif[] | null {
  const niveaux = niveauxDe(regle, formule)
  return niveaux?.map((niveau) => colonneDe(regle, (colonne) => colonne.niveaux.includes(niveau))) ?? null
}

/**
 * Les modules d'une même colonne partagent une base. Quand ils n'en partagent pas, une base unique ne dit pas quelle
 * part monte à quel pas : il en faut une par module.
 */
export function lireAssises(regle: Regle, formule: string, tarif: Tarif): Assise[] {
  const colonnes = colonnesDesModules(regle, formule)
  if (colonnes === null) {
    const base = exigerTarif(tarif, 'base')
    return [{ base, colonne: colonneDe(regle, ({ formules }) => formules.includes(formule)) }]
  }
  const [premiere] = colonnes
  if (tarif.modules === null && premiere !== undefined && colonnes.every((colonne) => colonne === premiere)) {
    return [{ base: exigerTarif(tarif, 'base'), colonne: premiere }]
  }
  if (tarif.base !== null && tarif.modules === null)
    throw faitInvalide('tarif.base', 'ces modules ne montent pas du même pas : donnez une base par module')
  const bases = exigerTarif(tarif, 'modules')
  if (bases.length !== colonnes.length)
    throw faitInvalide('tarif.modules', `il faut ${colonnes.length} bases, une par module`)
  return colonnes.map((colonne, rang) => ({
    base: exigerValeur(bases[rang], `tarif.modules.${rang}`),
    colonne,
  }))
}

/** L'enfant paie une part du tarif de base selon son rang ; passé les parts du tableau, il est gratuit. */
function termesEnfant(assises: readonly Assise[], rang: number): Terme[] {
  return assises.flatMap(({ base, colonne }) => {
    const part = colonne.enfants[rang - 1]
    return part === undefined ? [] : [{ base, taux: [part] }]
  })
}

function motifAdulte(regle: Regle, { role }: Cotisant, age: number, termes: readonly Terme[]): Motif {
  const donnees = {
    role: enCode(role),
    age: enNombre(age, 'ans'),
    tarif: enMontant(sommeDeTermes(termes)),
  }
  return motif('COTISATION_PAR_AGE', regle.article, donnees)
}

function ligneEnfant(regle: Regle, assises: readonly Assise[], enfant: EnfantRange, age: number): LigneTarif {
  if (!exigerACharge(enfant)) {
    const chemin = `beneficiaires.${enfant.place}.aCharge`
    throw faitInvalide(
      chemin,
      'un enfant qui n’est plus à charge n’est pas un ayant droit : il adhère pour lui-même',
    )
  }
  const termes = termesEnfant(assises, enfant.rang)
  const rang = enNombre(enfant.rang)
  const ground =
    termes.length === 0
      ? motif('ENFANT_GRATUIT', regle.article, { rang })
      : motif('COTISATION_ENFANT_PAR_RANG', regle.article, {
          rang,
          part: enPourcentage(termes[0]?.taux[0] ?? CENT),
          tarif: enMontant(sommeDeTermes(termes)),
        })
  return { role: 'ENFANT', age, termes, motif: ground }
}

/** Un tarif de base, majoré d'année en année d'âge ; les enfants en paient une part selon leur rang. */
export function tarifBaseEtAge(regle: Regle, { faits, regleEnfant }: ContexteTarif): LigneTarif[] {
  const assises = lireAssises(regle, faits.formule, faits.tarif)
  const enfants = rangerEnfants(regleEnfant, faits.annee, faits.beneficiaires)
  const adherent = faits.beneficiaires.find(({ role }) => role === 'ADHERENT')
  return faits.beneficiaires.map((cotisant, place) => {
    const age = compterAge(regle.age, faits.annee, cotisant.dateNaissance)
    const enfant = enfants.find((range) => range.place === place)
    if (enfant !== undefined) return ligneEnfant(regle, assises, enfant, age)
    if (cotisant.role === 'CONJOINT' && cotisant.aCharge === true && adherent !== undefined) {
      const ageAdherent = compterAge(regle.age, faits.annee, adherent.dateNaissance)
      const termes = selonAge(assises, ageAdherent).map(({ base, taux }) => ({
        base,
        taux: [...taux, regle.conjointACharge],
      }))
      const donnees = {
        part: enPourcentage(regle.conjointACharge),
        tarif: enMontant(sommeDeTermes(termes)),
      }
      return { role: cotisant.role, age, termes, motif: motif('CONJOINT_A_CHARGE', regle.article, donnees) }
    }
    const termes = selonAge(assises, age)
    return { role: cotisant.role, age, termes, motif: motifAdulte(regle, cotisant, age, termes) }
  })
}
