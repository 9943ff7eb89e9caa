import { faitInvalide } from '../decision/erreur'
import type { Soin } from './faits'
import type { LigneSoin } from './lignes'

type CleSoin = keyof Soin

/** Clés qu'un soin peut toujours avoir. */
export const CLES_COMMUNES: readonly CleSoin[] = [
  'ligne',
  'depense',
  'brss',
  'tauxAmo',
  'montantAmo',
  'participationForfaitaire',
  'franchise',
  'parcours',
  'majorationParcours',
  'exonerationTm',
  'accidentTravail',
  'facture',
  'ordonnance',
]

export interface ClesLigne {
  /** Toujours demandées. */
  readonly exige: readonly CleSoin[]
  /** Permises, demandées seulement par certaines situations. */
  readonly admet: readonly CleSoin[]
}

const SEJOUR: ClesLigne = { exige: ['depense', 'jours'], admet: ['etablissement'] }
const ACTES: ClesLigne = { exige: ['depense'], admet: ['actes', 'joursDeSoins'] }

const CLES: Readonly<Partial<Record<LigneSoin, ClesLigne>>> = {
  'pharmacie.remboursee': { exige: ['depense', 'tauxAmo'], admet: ['boites'] },
  'honoraires-paramedicaux': ACTES,
  'honoraires-medicaux.tous': ACTES,
  'bien-etre.medecines-douces': ACTES,
  'hospitalisation.transport': { exige: ['depense'], admet: ['trajets', 'joursDeSoins'] },
  'optique.equipement': {
    exige: [],
    admet: ['monture', 'verres', 'elements', 'dernierEquipement', 'motifRenouvellement'],
  },
  'optique.chirurgie-refractive': { exige: ['depense', 'oeil'], admet: [] },
  'audio.100-sante': { exige: ['depense', 'oreille', 'prixLimite'], admet: ['dernierAppareil'] },
  'audio.classe2': { exige: ['depense', 'oreille'], admet: ['dernierAppareil'] },
  'audio.classe2.forfait': { exige: ['depense', 'oreille'], admet: ['dernierAppareil'] },
  'dentaire.100-sante': { exige: ['depense', 'prixLimite'], admet: [] },
  'dentaire.prothese': { exige: ['depense', 'panier'], admet: ['prixLimite'] },
  'dentaire.actes-non-rembourses': { exige: ['depense'], admet: ['acteReseau'] },
  'appareillage.materiel-medical': { exige: ['depense'], admet: ['appareil'] },
  'hospitalisation.accompagnement': SEJOUR,
  'hospitalisation.forfait-journalier': SEJOUR,
  'hospitalisation.chambre-particuliere.nuitee': SEJOUR,
  'hospitalisation.chambre-particuliere.sans-nuitee': SEJOUR,
  'complementaires.prime-naissance-adoption': { exige: ['dateEvenement', 'dateAdhesionEnfant'], admet: [] },
}
const SIMPLE: ClesLigne = { exige: ['depense'], admet: [] }

const ELEMENTS_OPTIQUES: ReadonlySet<string> = new Set([
  'optique.equipement-100-sante',
  'optique.monture',
  'optique.verre-simple',
  'optique.verre-complexe',
  'optique.verre-tres-complexe',
  'optique.verres',
])

/** Les clés d'un soin selon sa ligne : de quoi décrire les faits, et refuser ceux qui n'en sont pas. */
export const clesDuSoin = (ligne: LigneSoin): ClesLigne => CLES[ligne] ?? SIMPLE

/** @throws {ErreurDeRegle} FAIT_INVALIDE : clé absente, valeur hors du possible, élément d'équipement demandé seul. */
export function verifierSoin(soin: Soin): void {
  if (ELEMENTS_OPTIQUES.has(soin.ligne)) {
    throw faitInvalide('soin.ligne', 'une monture ou un verre se rembourse par « optique.equipement »')
  }
  for (const cle of clesDuSoin(soin.ligne).exige) {
    if (soin[cle] === undefined) {
      throw faitInvalide(`soin.${cle}`, `« soin.${cle} » est nécessaire pour ce soin`)
    }
  }
  for (const cle of COMPTES) refuserNonEntier(soin, cle)
  refuserNegatif(soin, 'depense')
  refuserNegatif(soin, 'brss')
  refuserNegatif(soin, 'montantAmo')
  refuserNegatif(soin, 'participationForfaitaire')
  refuserNegatif(soin, 'franchise')
  refuserNegatif(soin, 'majorationParcours')
  refuserNegatif(soin, 'prixLimite')
  if (soin.tauxAmo !== undefined && (soin.tauxAmo < 0 || soin.tauxAmo > 100)) {
    throw faitInvalide('soin.tauxAmo', 'un taux va de 0 à 100')
  }
}

const COMPTES = ['boites', 'actes', 'trajets', 'joursDeSoins', 'jours'] as const

function refuserNonEntier(soin: Soin, cle: (typeof COMPTES)[number]): void {
  const nombre = soin[cle]
  if (nombre !== undefined && (!Number.isInteger(nombre) || nombre < (cle.startsWith('jours') ? 1 : 0))) {
    throw faitInvalide(`soin.${cle}`, `${nombre} n'est pas un nombre possible ici`)
  }
}

type CleMontant =
  | 'depense'
  | 'brss'
  | 'montantAmo'
  | 'participationForfaitaire'
  | 'franchise'
  | 'majorationParcours'
  | 'prixLimite'

function refuserNegatif(soin: Soin, cle: CleMontant): void {
  const montant = soin[cle]
  if (montant !== undefined && montant < 0) {
    throw faitInvalide(`soin.${cle}`, 'un montant ne peut pas être négatif')
  }
}
