import { randomUUID } from 'node:crypto'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Socle } from '@/lib/rules/remboursement/socle'
import type { ContenuLigne } from '../decomptes/format'
import { liquiderLigne } from './decision'
import { constat } from './motifs'
import type { Historique, PrestationCalculee } from './prestation'
import type { Assure } from './situation'

/** A received line that has no prestation yet. */
export interface LigneALire {
  readonly id: string
  readonly rang: number
  readonly emetteur: string
  readonly id_decompte: string
  readonly personne_id: string
  readonly reversion: boolean
  readonly pour_information: boolean
  readonly origine_id: string | null
  readonly contenu: ContenuLigne
}

/** A consumption and the prestation it comes from: given back with it. */
export type ConsommationConnue = Historique['consommations'][number] & {
  readonly prestationId: string
  readonly adhesionId: string
  readonly compteurId: string | null
}
export type ElementConnu = Historique['elements'][number] & {
  readonly prestationId: string
  /** The surcomplémentaire that counts it after another payer; null for the contract that pays first. */
  readonly second: string | null
}

export interface CompteurConnu {
  readonly id: string
  readonly adhesionId: string
  readonly personneId: string
  readonly ligne: string
  readonly marque: string
  readonly du: DateCivile
  readonly au: DateCivile
  plafond: number
  consomme: number
  neuf: boolean
  touche: boolean
}

/** A prestation that a line of the batch takes back or corrects. */
export interface PrestationConnue {
  readonly id: string
  readonly ligneId: string
  readonly payee: boolean
  /** Already taken back. */
  annulee: boolean
  /** Its columns, amounts opposite. */
  readonly contenuInverse: Readonly<Record<string, unknown>>
}

/** What a batch knows and changes, in memory, until it is written. */
export interface Lot {
  readonly socle: Socle
  readonly assures: ReadonlyMap<string, Assure>
  readonly consommations: Map<string, ConsommationConnue[]>
  readonly elements: Map<string, ElementConnu[]>
  readonly compteurs: Map<string, CompteurConnu>
  readonly origines: Map<string, PrestationConnue>
  readonly rangees: Map<string, Rangee>
  readonly annulees: string[]
}

/** A row of `prestations`, with its details and consumption. */
export interface Rangee {
  readonly id: string
  etat: string
  readonly colonnes: Readonly<Record<string, unknown>>
  readonly details: readonly { ligne: string; montant: number }[]
  readonly consommations: readonly ConsommationConnue[]
}

/** Lines one after the other, each after what the ones before took. */
export function liquiderLignes(lot: Lot, lignes: readonly LigneALire[]): void {
  for (const ligne of lignes) {
    if (ligne.reversion) contrePasser(lot, ligne)
    else calculer(lot, ligne)
  }
}

export const cleCompteur = (c: {
  adhesionId: string
  personneId: string
  ligne: string
  marque: string
  du: string
}) => [c.adhesionId, c.personneId, c.ligne, c.marque, c.du].join('|')

function calculer(lot: Lot, ligne: LigneALire): void {
  const assure = lot.assures.get(ligne.personne_id)
  if (assure === undefined) throw new Error(`personne disparue : ligne ${ligne.id}`)
  const origine = ligne.origine_id === null ? undefined : lot.origines.get(ligne.origine_id)
  const calculee = liquiderLigne(
    {
      contenu: ligne.contenu,
      pourInformation: ligne.pour_information,
      origineNonAnnulee: origine !== undefined && !origine.annulee,
      equipement: equipementDe(ligne),
    },
    assure,
    (adhesionId, rang) => historique(lot, ligne.personne_id, adhesionId, rang),
    lot.socle,
  )
  const id = randomUUID()
  const consommations = calculee.consommations.map((c) => ({
    ...c,
    prestationId: id,
    adhesionId: c.adhesionId ?? calculee.adhesionId ?? '',
    compteurId: puiser(lot, ligne.personne_id, calculee, c),
    equipement: calculee.elements.length > 0 ? equipementDe(ligne) : null,
  }))
  ajouter(lot.consommations, ligne.personne_id, consommations)
  ajouter(
    lot.elements,
    ligne.personne_id,
    calculee.elements.map(({ adhesionId, ...element }) => ({
      prestationId: id,
      second: adhesionId ?? null,
      jour: calculee.dateSoins,
      equipement: equipementDe(ligne),
      element,
    })),
  )
  placer(lot, ligne, {
    id,
    etat: calculee.etat,
    colonnes: colonnes(calculee),
    details: calculee.details,
    consommations,
  })
}

const equipementDe = (ligne: LigneALire): string =>
  `${ligne.emetteur}/${ligne.id_decompte}/${ligne.contenu.soinsDebut}`

const historique = (
  lot: Lot,
  personneId: string,
  adhesionId: string,
  rang: 'PREMIER' | 'SECOND',
): Historique => ({
  consommations: (lot.consommations.get(personneId) ?? [])
    .filter((c) => c.adhesionId === adhesionId)
    .map(({ prestationId: _p, adhesionId: _a, compteurId: _c, ...consommation }) => consommation),
  elements: (lot.elements.get(personneId) ?? [])
    .filter(({ second }) => second === (rang === 'SECOND' ? adhesionId : null))
    .map(({ prestationId: _p, second: _s, ...element }) => element),
})

function ajouter<T>(liste: Map<string, T[]>, cle: string, nouveaux: readonly T[]): void {
  if (nouveaux.length === 0) return
  liste.set(cle, [...(liste.get(cle) ?? []), ...nouveaux])
}

/** Takes on the counter of a forfait, created at its first use. @returns its id, or null when the line has no ceiling. */
function puiser(
  lot: Lot,
  personneId: string,
  calculee: PrestationCalculee,
  { ligne, montant: pris, oreille, oeil, adhesionId: autre }: PrestationCalculee['consommations'][number],
): string | null {
  const plafond = calculee.plafonds.find((p) => p.ligne === ligne && p.adhesionId === autre)
  const adhesionId = autre ?? calculee.adhesionId
  const marque = oreille ?? oeil ?? ''
  if (plafond === undefined || adhesionId === null) return null
  const { du, au } = plafond
  const cle = cleCompteur({ adhesionId, personneId, ligne, marque, du })
  const compteur = lot.compteurs.get(cle) ?? {
    id: randomUUID(),
    adhesionId,
    personneId,
    ligne,
    marque,
    du,
    au,
    plafond: plafond.plafond,
    consomme: 0,
    neuf: true,
    touche: true,
  }
  // A formule may be lowered during the period: what was paid under the higher ceiling stays paid.
  compteur.plafond = Math.max(compteur.plafond, plafond.plafond)
  compteur.consomme += pris
  compteur.touche = true
  lot.compteurs.set(cle, compteur)
  return compteur.id
}

const colonnes = (p: PrestationCalculee): Record<string, unknown> => ({
  adhesion_id: p.adhesionId,
  date_soins: p.dateSoins,
  formule: p.formule,
  ligne_garantie: p.ligneGarantie,
  libelle: p.libelle,
  executant: p.executant,
  destinataire: p.destinataire,
  depense: p.partage.depense,
  base: p.partage.base,
  part_amo: p.partage.partAmo,
  participation: p.partage.participation,
  franchise: p.partage.franchise,
  part_regime_local: p.partage.partRegimeLocal,
  autres_remboursements: p.partage.autresRemboursements,
  part_mutuelle: p.partage.partMutuelle,
  reste_a_charge: p.partage.resteACharge,
  version_reglement: p.versionReglement,
  entrees: p.entrees,
  motifs: p.motifs,
  limites: p.limites,
  annule_id: null,
})

function placer(lot: Lot, ligne: LigneALire, rangee: Rangee): void {
  const complete = { ...rangee.colonnes, id: rangee.id, ligne_id: ligne.id, personne_id: ligne.personne_id }
  lot.rangees.set(rangee.id, { ...rangee, colonnes: complete })
  lot.origines.set(ligne.id, {
    id: rangee.id,
    ligneId: ligne.id,
    payee: false,
    annulee: false,
    contenuInverse: inverser(complete, rangee.details),
  })
}

const MONTANTS: ReadonlySet<string> = new Set([
  'depense',
  'base',
  'part_amo',
  'participation',
  'franchise',
  'part_regime_local',
  'autres_remboursements',
  'part_mutuelle',
  'reste_a_charge',
])

function inverser(
  colonnes: Readonly<Record<string, unknown>>,
  details: readonly { ligne: string; montant: number }[],
): Record<string, unknown> {
  const inverses = Object.entries(colonnes).map(([nom, valeur]) => [
    nom,
    MONTANTS.has(nom) ? 0 - Number(valeur) : valeur,
  ])
  return {
    ...Object.fromEntries(inverses),
    details: details.map(({ ligne, montant }) => ({ ligne, montant: 0 - montant })),
  }
}

/** Takes a prestation back: opposite amounts, and what it had taken on the forfaits is given back. */
function contrePasser(lot: Lot, ligne: LigneALire): void {
  const origine = lot.origines.get(ligne.origine_id ?? '')
  if (origine === undefined) throw new Error(`prestation d'origine absente : ligne ${ligne.id}`)
  origine.annulee = true
  const dansLeLot = lot.rangees.get(origine.id)
  if (dansLeLot !== undefined) dansLeLot.etat = 'ANNULEE'
  else if (!origine.payee) lot.annulees.push(origine.id)
  rendre(lot, ligne.personne_id, origine.id)
  const { details, ...colonnesInverses } = origine.contenuInverse
  const id = randomUUID()
  // What was paid is to be recovered; what was not is closed with what it takes back.
  const etat = origine.payee && Number(colonnesInverses.part_mutuelle) !== 0 ? 'A_PAYER' : 'ANNULEE'
  placer(lot, ligne, {
    id,
    etat,
    colonnes: {
      ...colonnesInverses,
      entrees: { origine: ligne.contenu.ligneOrigine ?? {} },
      motifs: [constat('ANNULATION_DE_LIGNE', lot.socle.roles.tauxDecompte)],
      limites: [],
      annule_id: origine.id,
    },
    details: details as Rangee['details'],
    consommations: [],
  })
}

function rendre(lot: Lot, personneId: string, prestationId: string): void {
  const reprises = (lot.consommations.get(personneId) ?? []).filter((c) => c.prestationId === prestationId)
  for (const { compteurId, montant } of reprises) {
    const compteur = [...lot.compteurs.values()].find((c) => c.id === compteurId)
    if (compteur === undefined) continue
    compteur.consomme -= montant
    compteur.touche = true
  }
  garder(lot.consommations, personneId, prestationId)
  garder(lot.elements, personneId, prestationId)
}

function garder<T extends { prestationId: string }>(
  liste: Map<string, T[]>,
  cle: string,
  sauf: string,
): void {
  liste.set(
    cle,
    (liste.get(cle) ?? []).filter((x) => x.prestationId !== sauf),
  )
}
