import { randomUUID } from 'node:crypto'
import type { Motif } from '@/lib/rules/decision/motif'
import type { PrestationCalculee } from './prestation'
import { cleCompteur, type LigneALire, type Lot, type Rangee } from './registre'

/** The line that a prestation answers. */
export type LigneEcrite = Pick<LigneALire, 'id' | 'personne_id' | 'origine_id' | 'contenu' | 'place'>

/** Keeps a prestation, what it takes on the forfaits and the optical elements it pays. @returns its id. */
export function poser(
  lot: Lot,
  ligne: LigneEcrite,
  equipement: string,
  calculee: PrestationCalculee,
): string {
  const id = randomUUID()
  const { personne_id: personneId, place } = ligne
  const consommations = calculee.consommations.map((c) => ({
    ...c,
    prestationId: id,
    place,
    adhesionId: c.adhesionId ?? calculee.adhesionId ?? '',
    compteurId: puiser(lot, personneId, calculee, c),
    equipement: calculee.elements.length > 0 ? equipement : null,
  }))
  ajouter(lot.consommations, personneId, consommations)
  const elements = calculee.elements.map(({ adhesionId, ...element }) => ({
    prestationId: id,
    place,
    second: adhesionId ?? null,
    jour: calculee.dateSoins,
    equipement,
    element,
  }))
  ajouter(lot.elements, personneId, elements)
  const { etat, details } = calculee
  placer(lot, ligne, { id, etat, colonnes: colonnes(calculee), details, consommations })
  return id
}

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
  rembourse_le: p.rembourseLe,
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

function placer(lot: Lot, ligne: Pick<LigneALire, 'id' | 'personne_id'>, rangee: Rangee): void {
  const complete = { ...rangee.colonnes, id: rangee.id, ligne_id: ligne.id, personne_id: ligne.personne_id }
  lot.rangees.set(rangee.id, { ...rangee, colonnes: complete })
  lot.origines.set(ligne.id, {
    id: rangee.id,
    ligneId: ligne.id,
    payee: false,
    annulee: false,
    // Few lines are taken back in the batch that brought them.
    get contenuInverse() {
      return inverser(complete, rangee.details)
    },
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
export function contrePasser(lot: Lot, ligne: LigneEcrite, motif: Motif): void {
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
      motifs: [motif],
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
