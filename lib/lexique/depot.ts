import type { ObjetDepot } from '@/lib/services/depot/schema'
import type { EtatDepot } from '@/lib/services/depot/view'

/** Why a file is refused, and what to do. Each sentence follows the name of the file. */
const REFUS = {
  FORMAT:
    'Nous acceptons les PDF et les photos JPEG ou PNG. Enregistrez votre document dans l’un de ces formats, puis renvoyez-le.',
  VIDE: 'Ce fichier est vide. Vérifiez qu’il s’ouvre sur votre appareil, puis renvoyez-le.',
  TROP_LOURD:
    'Ce fichier dépasse 10 Mo. Réduisez-le (une photo moins grande, moins de pages), puis renvoyez-le.',
  TROP_DE_FICHIERS: 'Vous pouvez envoyer 5 fichiers à la fois. Envoyez les autres ensuite.',
  ENVOI_TROP_LOURD:
    'Ces fichiers dépassent ensemble 20 Mo. Envoyez-les en plusieurs fois : chacun peut peser jusqu’à 10 Mo.',
  TYPE_DIFFERENT:
    'Le contenu de ce fichier ne correspond pas à son nom. Enregistrez-le à nouveau en PDF, en JPEG ou en PNG depuis le logiciel qui l’a créé, puis renvoyez-le.',
  PDF_ABIME: 'Ce PDF est abîmé ou incomplet. Imprimez-le en PDF, ou scannez-le à nouveau, puis renvoyez-le.',
  PDF_SUSPECT:
    'Ce PDF contient autre chose qu’un PDF. Imprimez-le en PDF, ou scannez-le à nouveau, puis renvoyez-le.',
  PDF_PROTEGE:
    'Ce PDF est protégé par un mot de passe. Enregistrez-en une copie sans protection, ou imprimez-le en PDF, puis renvoyez-le.',
  PDF_TROP_DE_PAGES: 'Ce PDF a plus de 50 pages. Envoyez seulement les pages utiles.',
  PDF_CODE:
    'Ce PDF contient du code qui s’exécute à l’ouverture. Imprimez-le en PDF, puis renvoyez la copie imprimée.',
  PDF_ACTION:
    'Ce PDF contient des actions automatiques (ouvrir un programme, envoyer un formulaire…). Imprimez-le en PDF, puis renvoyez la copie imprimée.',
  PDF_FICHIER_JOINT:
    'Ce PDF contient d’autres fichiers ou une vidéo. Imprimez-le en PDF, puis renvoyez la copie imprimée ; envoyez les autres fichiers à part.',
  PDF_FORMULAIRE:
    'Ce PDF est un formulaire interactif que nous ne savons pas lire. Imprimez-le en PDF, puis renvoyez la copie imprimée.',
  IMAGE_ABIMEE: 'Cette image est abîmée ou incomplète. Reprenez la photo, puis renvoyez-la.',
  IMAGE_TROP_GRANDE:
    'Cette image dépasse 50 millions de pixels. Réduisez-la, ou reprenez la photo avec une qualité normale, puis renvoyez-la.',
  IMAGE_ANIMEE: 'Cette image est animée. Envoyez une photo ou un PDF.',
  ILLISIBLE:
    'Nous n’avons pas réussi à lire ce fichier. Imprimez-le en PDF, ou reprenez-le en photo, puis renvoyez-le.',
  QUOTA_NOMBRE:
    'Vous avez déjà envoyé 50 fichiers en 24 heures : c’est le maximum. Renvoyez celui-ci demain, ou appelez-nous si c’est urgent.',
  QUOTA_TAILLE:
    'Vos envois des dernières 24 heures atteignent 100 Mo : c’est le maximum. Renvoyez ce fichier demain, ou appelez-nous si c’est urgent.',
} as const

export type RefusPiece = keyof typeof REFUS

export const phraseRefusPiece = (code: RefusPiece): string => REFUS[code]

const OBJETS: Readonly<Record<ObjetDepot, string>> = {
  JUSTIFICATIF: 'Un justificatif (attestation, certificat de scolarité, livret de famille…)',
  FACTURE: 'Une facture acquittée',
  DEVIS: 'Un devis',
  DECOMPTE: 'Un décompte de l’Assurance maladie ou d’une autre mutuelle',
  AUTRE: 'Un autre document',
}
const OBJETS_COURTS: Readonly<Record<ObjetDepot, string>> = {
  JUSTIFICATIF: 'Justificatif',
  FACTURE: 'Facture',
  DEVIS: 'Devis',
  DECOMPTE: 'Décompte',
  AUTRE: 'Autre document',
}

/** What one may be sending, in the order of the screen. */
export const CHOIX_OBJET = Object.entries(OBJETS).map(([valeur, libelle]) => ({ valeur, libelle }))

export const libelleObjetDepot = (objet: string): string =>
  new Map<string, string>(Object.entries(OBJETS_COURTS)).get(objet) ?? 'Document'

const ETATS: Readonly<Record<EtatDepot, string>> = {
  RECU: 'Bien reçu',
  EN_ANALYSE: 'En cours d’analyse par notre antivirus',
  REFUSE:
    'Refusé : notre antivirus y a trouvé un programme dangereux, nous l’avons supprimé. Vérifiez votre appareil, puis envoyez une autre copie.',
  EFFACE: 'Effacé : sa durée de conservation est passée',
}
const ETATS_GESTION: Readonly<Record<EtatDepot, string>> = {
  RECU: 'Reçu',
  EN_ANALYSE: 'En attente de l’antivirus : téléchargeable quand il l’aura jugé sain',
  REFUSE: 'Infecté : le fichier est supprimé, l’adhérent en est averti dans son espace',
  EFFACE: 'Effacé : sa durée de conservation est passée',
}

export type LecteurDepot = 'ADHERENT' | 'GESTION'

export const libelleEtatDepot = (etat: EtatDepot, lecteur: LecteurDepot): string =>
  (lecteur === 'ADHERENT' ? ETATS : ETATS_GESTION)[etat]

/** Les guillemets ne quittent pas le nom en fin de ligne. */
const citer = (nom: string): string => `«\u00a0${nom}\u00a0»`
const enListe = (noms: readonly string[]): string => noms.map(citer).join(', ')

/** Null: nothing was received. */
export function phraseRecus(noms: readonly string[]): string | null {
  if (noms.length === 0) return null
  return noms.length === 1
    ? `Nous avons bien reçu ${enListe(noms)}.`
    : `Nous avons bien reçu ${noms.length} fichiers\u00a0: ${enListe(noms)}.`
}

/** @param quand au moment du choix, ou après l'envoi. */
export const phraseRefusNomme = (nom: string, code: RefusPiece, quand: 'CHOIX' | 'ENVOI'): string =>
  `${citer(nom)} ${quand === 'CHOIX' ? 'ne sera pas envoyé' : 'n’a pas été envoyé'}. ${phraseRefusPiece(code)}`
