import type {
  DemandeurPriseEnCharge,
  EtatPriseEnCharge,
  GenrePriseEnCharge,
  NaturePriseEnCharge,
} from '@/generated/prisma/enums'
import type { ActeASimuler, SoinASimuler } from './soins/soin'
import { MONTURES, VERRES } from './soins/yeux'
import { SOINS_A_SIMULER, soinASimuler } from './soins-a-simuler'

/** Prises en charge et devis, dits à qui les demande. */
export const GENRES: Readonly<Record<GenrePriseEnCharge, string>> = {
  PRISE_EN_CHARGE: 'Prise en charge',
  DEVIS: 'Devis',
}

export const NATURES: Readonly<Record<NaturePriseEnCharge, string>> = {
  HOSPITALISATION: 'Hospitalisation',
  OPTIQUE: 'Optique',
  DENTAIRE: 'Dentaire',
  AUDIO: 'Audition',
  AUTRE: 'Autre soin',
}

const DE_NATURE: Readonly<Record<NaturePriseEnCharge, string>> = {
  HOSPITALISATION: ' d’hospitalisation',
  OPTIQUE: ' d’optique',
  DENTAIRE: ' dentaire',
  AUDIO: ' d’audition',
  AUTRE: '',
}

/** « Prise en charge d’hospitalisation », « Devis dentaire ». */
export const nommerPrise = (genre: GenrePriseEnCharge, nature: NaturePriseEnCharge): string =>
  `${GENRES[genre]}${DE_NATURE[nature]}`

/** « 4 nuits », « 2 boîtes » ; null : un seul, ou ce qui ne se compte pas. */
export function direQuantite(soin: string, quantite: number): string | null {
  if (quantite === 1) return null
  const unite = soinASimuler(soin)?.unite?.libelle.replace(/^Nombre d(?:e |’)/, '')
  return unite === undefined ? `${quantite} fois` : `${quantite} ${unite}`
}

export const DEMANDEURS: Readonly<Record<DemandeurPriseEnCharge, string>> = {
  ADHERENT: 'l’adhérent',
  PROFESSIONNEL: 'l’établissement ou le professionnel',
  MUTUELLE: 'la mutuelle',
}

/** L'état enregistré, ou ce que la date en a fait. */
export type EtatLu = EtatPriseEnCharge | 'EXPIREE'

/** « accordée », « étudié » : un devis n'engage pas, il se lit. */
export const ETATS: Readonly<Record<GenrePriseEnCharge, Readonly<Record<EtatLu, string>>>> = {
  PRISE_EN_CHARGE: {
    EN_ATTENTE: 'Demandée, réponse à venir',
    ACCORDEE: 'Accordée',
    REFUSEE: 'Refusée',
    ANNULEE: 'Annulée',
    EXPIREE: 'Expirée',
    UTILISEE: 'Utilisée, la facture est arrivée',
  },
  DEVIS: {
    EN_ATTENTE: 'Reçu, étude à venir',
    ACCORDEE: 'Étudié',
    REFUSEE: 'Non pris en charge',
    ANNULEE: 'Annulé',
    EXPIREE: 'Étudié, à refaire',
    UTILISEE: 'Soins faits, la facture est arrivée',
  },
}

/** Ce que chaque état veut dire pour la personne. */
export const SUITES: Readonly<Record<GenrePriseEnCharge, Readonly<Record<EtatLu, string>>>> = {
  PRISE_EN_CHARGE: {
    EN_ATTENTE: 'Nous étudions votre demande. Vous serez prévenu dès qu’elle est décidée.',
    ACCORDEE: 'Nous paierons cette somme à l’établissement ou au professionnel : présentez-lui l’accord.',
    REFUSEE: 'Nous ne paierons rien pour cette demande. Voici pourquoi.',
    ANNULEE: 'Cette demande ne vaut plus : nous ne paierons rien à ce titre.',
    EXPIREE: 'Le dernier jour de validité est passé : demandez une nouvelle prise en charge avant les soins.',
    UTILISEE: 'Les soins ont été facturés : le paiement est dans vos remboursements.',
  },
  DEVIS: {
    EN_ATTENTE: 'Nous étudions votre devis. Vous serez prévenu dès que c’est fait.',
    ACCORDEE: 'C’est ce que nous paierions si les soins étaient faits à ces prix et dans ces dates.',
    REFUSEE: 'Nous ne paierons rien pour ce devis. Voici pourquoi.',
    ANNULEE: 'Cette étude ne vaut plus.',
    EXPIREE: 'Cette étude est trop ancienne : envoyez-nous de nouveau le devis avant les soins.',
    UTILISEE: 'Les soins ont été facturés : le paiement est dans vos remboursements.',
  },
}

/** Natures d'assurance du bordereau d'un établissement. */
const CODES_RISQUE: Readonly<Record<string, string>> = {
  '10': 'maladie',
  '13': 'maladie, régime local d’Alsace-Moselle',
  '30': 'maternité',
  '41': 'accident du travail ou maladie professionnelle',
}
export const direCodeRisque = (code: string): string =>
  CODES_RISQUE[code] === undefined ? code : `${code} (${CODES_RISQUE[code]})`

/** Pour la mutuelle, la maternité est un établissement à part, et un accident du travail n'est pas un soin ordinaire. */
export const estMaternite = (code: string | null): boolean => code?.startsWith('3') === true
export const estAccidentDuTravail = (code: string | null): boolean => code?.startsWith('4') === true

const FAMILLES: Readonly<Record<Exclude<NaturePriseEnCharge, 'AUTRE'>, SoinASimuler['famille']>> = {
  HOSPITALISATION: 'hopital',
  OPTIQUE: 'yeux',
  DENTAIRE: 'dents',
  AUDIO: 'oreilles',
}
const RESERVEES = new Set<string>(Object.values(FAMILLES))

const estDe = (nature: NaturePriseEnCharge, { famille, code }: SoinASimuler): boolean =>
  nature === 'AUTRE' ? !RESERVEES.has(famille) && code !== 'naissance-adoption' : famille === FAMILLES[nature]

const actesDe = (soin: SoinASimuler): readonly ActeASimuler[] =>
  soin.champs.includes('lunettes') ? [...MONTURES, ...VERRES] : soin.actes

export interface ActeAChoisir {
  readonly soin: SoinASimuler
  readonly acte: ActeASimuler
  /** Ce qu'envoie le formulaire : « couronne/HBLD634 ». */
  readonly cle: string
  readonly libelle: string
}

/** Les actes qu'on peut demander, dans l'ordre des besoins. */
export const actesAChoisir = (nature: NaturePriseEnCharge): readonly ActeAChoisir[] =>
  SOINS_A_SIMULER.filter((soin) => estDe(nature, soin)).flatMap((soin) => {
    const actes = actesDe(soin)
    return actes.map((acte) => ({
      soin,
      acte,
      cle: `${soin.code}/${acte.code}`,
      libelle:
        actes.length === 1 && !soin.champs.includes('lunettes')
          ? soin.libelle
          : `${soin.libelle} : ${acte.libelle}`,
    }))
  })

/** Ce qu'on attend d'ordinaire d'un séjour : le formulaire le propose. */
export const ACTES_PROPOSES: Readonly<Partial<Record<NaturePriseEnCharge, readonly string[]>>> = {
  HOSPITALISATION: ['sejour-hopital/GHS', 'forfait-journalier/FJ', 'chambre-particuliere/CP'],
}

export const PHRASES_PRISE = {
  ROLE: 'Votre rôle ne permet pas de décider d’une prise en charge.',
  INTROUVABLE: 'Cette demande n’existe pas, ou plus. Revenez à la liste.',
  CONTRAT_INCONNU: 'Aucun contrat ne porte ce numéro d’adhérent. Vérifiez-le sur la carte ou le dossier.',
  PERSONNE: 'Choisissez une personne de ce contrat.',
  DEPASSEE:
    'Quelqu’un a changé cette demande pendant que vous la lisiez : rien n’a été enregistré. Rechargez la page pour voir où elle en est.',
  SANS_ACTE: 'Choisissez au moins un acte.',
  CALCUL_CHANGE: 'Le calcul n’est plus celui que vous avez lu : relisez-le avant d’accorder.',
  RIEN_A_PAYER: 'La mutuelle ne paierait rien : refusez la demande, les raisons du calcul seront jointes.',
  RAISON: 'Écrivez pourquoi, pour la personne qui l’a demandée.',
  ACCIDENT:
    'Un accident du travail est payé par l’Assurance maladie au titre des accidents : nous ne savons pas le chiffrer.',
} as const
