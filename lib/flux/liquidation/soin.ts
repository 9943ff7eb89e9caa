import { type DateCivile, dateCivile } from '@/lib/rules/date/date-civile'
import type { Montant } from '@/lib/rules/montant/montant'
import { montant } from '@/lib/rules/montant/montant'
import type { ElementOptique, Soin } from '@/lib/rules/remboursement/faits'
import type { LigneSoin } from '@/lib/rules/remboursement/lignes'
import type { PlaceActe } from '@/lib/rules/remboursement/poste'
import type { ContenuLigne } from '../decomptes/format'

/** B2 code of a care outside the coordinated pathway starts with S; a retained majoration says it too. */
const horsParcours = (c: ContenuLigne): boolean =>
  (c.montants.majorationParticipation ?? 0) > 0 || c.contexte?.parcoursSoins?.startsWith('S') === true

/**
 * A ticket modérateur lifted by a status (ALD…) and not by the act: the AMO says why, and pays 100 %, less the cut of who goes outside
 * the pathway, which the printed rate has in it.
 */
const exonere = (c: ContenuLigne): boolean =>
  (Number(c.montants.tauxRO) === 100 || horsParcours(c)) &&
  !['', '0'].includes(c.contexte?.exonerationTM ?? '0')

const unites = (c: ContenuLigne): number => Math.max(1, c.acte.quantite ?? 1)

const limite = (place: PlaceActe, fois: number): { prixLimite: Montant } | Record<string, never> =>
  place.prixLimite === null ? {} : { prixLimite: montant(place.prixLimite * fois) }

const majoration = ({ montants: { majorationParticipation: retenue = 0 } }: ContenuLigne): Partial<Soin> =>
  retenue > 0 ? { majorationParcours: montant(retenue) } : {}

/** The amounts of the AMO are taken as the décompte prints them. */
function montantsDuDecompte(c: ContenuLigne): Partial<Soin> {
  const m = c.montants
  return {
    depense: montant(m.depense),
    brss: montant(m.baseRemboursement),
    montantAmo: montant(m.montantRO),
    participationForfaitaire: montant(m.participationForfaitaire ?? 0),
    franchise: montant(m.franchise ?? 0),
    ...(exonere(c) ? { exonerationTm: true } : {}),
    // Outside the pathway the printed rate is already cut: the legal one is asked for.
    ...(horsParcours(c) ? { parcours: false, ...majoration(c) } : { tauxAmo: Number(m.tauxRO) }),
  }
}

export const PRIME = 'complementaires.prime-naissance-adoption'

/** What the rules want to know of a line whose place in the table is known, for somebody covered since `affiliation`. */
export function soinSimple(c: ContenuLigne, place: PlaceActe, affiliation: DateCivile): Soin {
  const ligne: LigneSoin = place.ligne
  const fois = unites(c)
  return {
    ligne,
    ...montantsDuDecompte(c),
    ...limite(place, fois),
    ...(place.panier === null ? {} : { panier: place.panier }),
    ...(place.appareil === null ? {} : { appareil: place.appareil }),
    ...compte(c, ligne, fois),
    ...cote(c, ligne),
    ...lieu(c, ligne),
    // The line of a prime is the child's: its day is the birth or the adoption.
    ...(ligne === PRIME
      ? { dateEvenement: dateCivile(c.soinsDebut, 'soinsDebut'), dateAdhesionEnfant: affiliation }
      : {}),
  }
}

/** Where a stay is, when the line tells: a psychiatric daily charge, or care of maternity (nature d'assurance 3x). */
function lieu(c: ContenuLigne, ligne: LigneSoin): Partial<Soin> {
  if (!ligne.startsWith('hospitalisation.')) return {}
  if ((c.acte.code ?? c.acte.nature) === 'FJ-PSY') return { etablissement: 'SPECIALISE' }
  return c.contexte?.natureAssurance?.startsWith('3') === true ? { etablissement: 'MATERNITE' } : {}
}

/**
 * The ear or the eye, which the modifiers of the act say: D right, G left. Neither or both: unsaid, and the rules ask for it where
 * a forfait depends on it.
 */
function cote(c: ContenuLigne, ligne: LigneSoin): Partial<Soin> {
  const droit = c.acte.modificateurs?.includes('D') === true
  if (droit === (c.acte.modificateurs?.includes('G') === true)) return {}
  if (estAudio(ligne)) return { oreille: droit ? 'DROITE' : 'GAUCHE' }
  if (ligne === 'optique.chirurgie-refractive') return { oeil: droit ? 'DROIT' : 'GAUCHE' }
  return {}
}

export const estAudio = (ligne: string): boolean => ligne.startsWith('audio.')

function compte(c: ContenuLigne, ligne: LigneSoin, fois: number): Partial<Soin> {
  if (ligne === 'pharmacie.remboursee') return { boites: c.acte.denombrement ?? fois }
  if (ligne === 'hospitalisation.transport') return { trajets: fois }
  if (ligne === 'hospitalisation.forfait-journalier' || ligne === 'hospitalisation.accompagnement')
    return { jours: fois }
  if (ligne.startsWith('hospitalisation.chambre-particuliere')) return { jours: fois }
  return { actes: fois }
}

/** One frame or one lens; a quantity of two lenses is two elements. */
export function elementsOptiques(c: ContenuLigne, place: PlaceActe): readonly ElementOptique[] {
  const fois = unites(c)
  const corps = (rang: number) => ({
    classe: place.classe ?? 'B',
    depense: part(c.montants.depense, fois, rang),
    brss: part(c.montants.baseRemboursement, fois, rang),
    montantAmo: part(c.montants.montantRO, fois, rang),
    ...autresDe(c, fois, rang),
    ...limite(place, 1),
  })
  return Array.from({ length: fois }, (_, rang): ElementOptique => {
    if (place.element === 'MONTURE') return { sorte: 'MONTURE', monture: corps(rang) }
    return { sorte: 'VERRE', verre: { ...corps(rang), type: place.element ?? 'SIMPLE' } }
  })
}

function autresDe(c: ContenuLigne, fois: number, rang: number): { autresRemboursements?: Montant } {
  const verse = c.montants.rcDejaVerse ?? 0
  return verse === 0 ? {} : { autresRemboursements: part(verse, fois, rang) }
}

/** An equal share, the odd cents on the first. */
const part = (total: number, fois: number, rang: number): Montant =>
  montant(Math.floor(total / fois) + (rang < total % fois ? 1 : 0))

/** A stay: the act is billed over several days. */
export const pendantSejour = (c: ContenuLigne): boolean =>
  c.soinsFin !== undefined && c.soinsFin > c.soinsDebut
