import type { SuiteMensualites } from '@/lib/rules/indu/suivre-mensualites'
import { formatDateEnLettres, formatMontant } from './formats'
import { direRaison, phraseDejaRendu } from './remise'

/** Sums paid in error: what refuses an act on one of them. */
export const PHRASES_INDU = {
  ROLE: 'Seuls le comptable, un superviseur ou un administrateur suivent les sommes versées à tort.',
  INTROUVABLE: 'Cette somme à récupérer est introuvable.',
  SOLDE: 'Cette somme est déjà entièrement rendue : il n’y a plus rien à faire.',
  MENSUALITE: 'La mensualité dépasse ce qui reste à rendre.',
  TROP: 'Le montant reçu dépasse ce qui reste à rendre : vérifiez-le.',
  DEJA_CONTESTE: 'Cette somme est déjà contestée : rien n’est retenu avant la réponse.',
  NON_CONTESTE: 'Cette somme n’est pas contestée : rechargez la page.',
  DEJA_REPONDU:
    'Nous avons déjà répondu à votre contestation de cette somme. Si vous n’êtes toujours pas d’accord, adressez-nous une réclamation.',
  PAR_DEMANDE: 'Cette somme est contestée par une demande : répondez-y, la décision y est écrite.',
  RAISON: 'Dites pourquoi nous y renonçons : la personne lira cette raison.',
  POURQUOI: 'Dites pourquoi la somme reste due : la personne lira cette phrase.',
  RIEN_A_REMETTRE:
    'Cette somme est déjà rendue en entier : il n’y a plus rien à abandonner. Refusez en disant ce qui reste possible.',
  ROLE_REMISE:
    'Seuls un comptable ou un superviseur renoncent à une somme : rendez cette demande à l’équipe, ils la prendront.',
} as const

/** In a list, for staff. */
export const libelleIndu = (i: Pick<InduDit, 'remis' | 'remisLe'> & { readonly etat: EtatIndu }): string =>
  i.remis > 0 && i.remisLe !== null
    ? `Abandonné le ${formatDateEnLettres(i.remisLe)}, pour ${formatMontant(i.remis)}`
    : LIBELLES_INDU[i.etat]

export type EtatIndu = 'EXPLIQUE' | 'CONTESTE' | 'EN_RECUPERATION' | 'SOLDE'

const LIBELLES_INDU: Readonly<Record<EtatIndu, string>> = {
  EXPLIQUE: 'Expliqué, rien n’est encore retenu',
  CONTESTE: 'Contesté, rien n’est retenu',
  EN_RECUPERATION: 'En cours de récupération',
  SOLDE: 'Rendu en entier',
}

interface InduDit {
  readonly etat: EtatIndu
  readonly montant: number
  readonly reste: number
  readonly mensualite: number | null
  readonly retenueDes: string
  readonly verseLe: string | null
  /** Null together: the care is somebody's who keeps its detail. */
  readonly soinsLe: string | null
  readonly libelle: string | null
  readonly prenom: string | null
  readonly recalcul: boolean | null
  /** Where its instalments are; null without. */
  readonly suite: SuiteMensualites | null
  /** What was given up, since when and why: a code of RAISONS_REMISE; zero and null: nothing. */
  readonly remis: number
  readonly remisLe: string | null
  readonly raison: string | null
}

/** Which payment, for whose care. */
export function phraseVersement(i: Omit<InduDit, 'suite'>): string {
  if (i.remis > 0) return `Nous vous demandions de rendre ${formatMontant(i.montant)} ${direSoin(i)}.`
  const quand =
    i.verseLe === null
      ? 'Nous vous avions versé'
      : `Le ${formatDateEnLettres(i.verseLe)}, nous vous avions versé`
  return `${quand} ${formatMontant(i.montant)} de trop ${direSoin(i)}.`
}

export type SoinDit = Pick<InduDit, 'prenom' | 'libelle' | 'soinsLe'>

export const direSoin = ({ prenom, libelle, soinsLe }: SoinDit): string =>
  prenom === null || libelle === null || soinsLe === null
    ? 'pour le soin d’une personne de votre contrat, dont le détail lui est réservé'
    : `pour ce soin de ${prenom} : ${libelle}, le ${formatDateEnLettres(soinsLe)}`

/** Why it was asked; once it is given up, why it no longer is. */
export const phraseCause = ({ recalcul, raison }: Pick<InduDit, 'recalcul' | 'raison'>): string =>
  direRaison(raison) ??
  (recalcul === null
    ? 'Ce remboursement a été corrigé ou annulé depuis.'
    : recalcul
      ? 'Un décompte plus ancien a été corrigé depuis : le forfait dont ce soin dépend a été recalculé, et ce remboursement a changé.'
      : 'L’Assurance maladie a annulé depuis le décompte de ce soin : ce remboursement n’était plus dû.')

/** How it will be given back. */
export function phraseRecuperation(i: InduDit): string {
  const rendu = i.montant - i.reste
  const deja = rendu > 0 && i.reste > 0 ? ` Vous avez déjà rendu ${formatMontant(rendu)}.` : ''
  if (i.remis > 0 && i.remisLe !== null) {
    const avant = i.montant > i.remis ? ` ${phraseDejaRendu(i.montant - i.remis)}` : ''
    return `Le ${formatDateEnLettres(i.remisLe)}, nous y avons renoncé : vous n’avez plus rien à en rendre, et rien n’en sera retenu sur vos remboursements.${avant}`
  }
  if (i.etat === 'SOLDE') return `Cette somme est rendue en entier : il ne vous reste rien à faire.`
  if (i.etat === 'CONTESTE')
    return `Vous n’êtes pas d’accord : rien n’est retenu tant que nous n’avons pas répondu.${deja}`
  if (i.mensualite !== null)
    return `Vous la rendez par mensualités de ${formatMontant(i.mensualite)} : rien n’est retenu sur vos remboursements.${deja}${phraseSuite(i.suite)}`
  const debut = i.etat === 'EXPLIQUE' ? 'Rien n’est retenu pour le moment.' : ''
  return `${debut} Les ${formatMontant(i.reste)} qui restent seront retenus sur vos prochains remboursements, à partir du ${formatDateEnLettres(i.retenueDes)}.${deja}`.trim()
}

function phraseSuite(suite: SuiteMensualites | null): string {
  if (suite === null) return ''
  const { manque, depuis, prochaine } = suite
  if (manque > 0 && depuis !== null)
    return ` Il manque ${formatMontant(manque)} depuis le ${formatDateEnLettres(depuis)} : si vous ne pouvez pas les rendre, appelez-nous avant que la retenue reprenne.`
  return prochaine === null
    ? ''
    : ` Nous attendons ${formatMontant(prochaine.montant)} pour le ${formatDateEnLettres(prochaine.le)}.`
}

/** How to disagree, or to ask for another pace. */
export const phraseContester = ({
  telephone,
  adresse,
}: {
  readonly telephone: string
  readonly adresse: readonly string[]
}): string =>
  `Vous n’êtes pas d’accord, ou vous préférez rendre cette somme en plusieurs fois ? Appelez-nous au ${telephone}, ou écrivez-nous avec votre numéro d’adhérent : ${adresse.join(', ')}. Rien n’est retenu avant notre réponse. Si elle ne vous convient pas, vous pouvez nous adresser une réclamation.`

export const OBJET_LETTRE_INDU = 'Un remboursement versé à tort'

/** The letter that comes before anything is retained. */
export const paragraphesLettreIndu = (indus: readonly InduDit[]): readonly string[] => [
  'Bonjour,',
  ...indus.map((i) => `${phraseVersement(i)} ${phraseCause(i)}`),
  ...indus.map((i) => `${formatMontant(i.montant)} : ${phraseRecuperation(i)}`),
]

export const OBJET_RELANCE_INDU = 'Une mensualité que nous n’avons pas reçue'

/** The letter about a missed instalment: what is missing, until when, and what happens then. */
export const paragraphesRelanceIndu = (
  i: Omit<InduDit, 'suite'>,
  manque: number,
  avant: string,
): readonly string[] => [
  'Bonjour,',
  phraseVersement(i),
  `Vous la rendez par mensualités. Il manque ${formatMontant(manque)}, et ${formatMontant(i.reste)} restent à rendre en tout. Si votre paiement est déjà parti, ne tenez pas compte de cette lettre.`,
  `Sans votre paiement avant le ${formatDateEnLettres(avant)}, les mensualités s’arrêtent et ce qui reste est retenu sur vos prochains remboursements.`,
]

/** For staff; null when nothing is missing. */
export function phraseMensualiteManquee(
  { manque, depuis }: SuiteMensualites,
  relanceLe: string | null,
): string | null {
  if (manque === 0 || depuis === null) return null
  const relance =
    relanceLe === null
      ? 'Une lettre partira dix jours après.'
      : `Relancée le ${formatDateEnLettres(relanceLe)} : sans paiement, la retenue sur les remboursements reprendra.`
  return `Mensualité manquée : ${formatMontant(manque)} depuis le ${formatDateEnLettres(depuis)}. ${relance}`
}
