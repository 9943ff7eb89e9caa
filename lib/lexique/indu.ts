import { formatDateEnLettres, formatMontant } from './formats'

/** Sums paid in error: what refuses an act on one of them. */
export const PHRASES_INDU = {
  ROLE: 'Seuls le comptable, un superviseur ou un administrateur suivent les sommes versées à tort.',
  INTROUVABLE: 'Cette somme à récupérer est introuvable.',
  SOLDE: 'Cette somme est déjà entièrement rendue : il n’y a plus rien à faire.',
  MENSUALITE: 'La mensualité dépasse ce qui reste à rendre.',
  TROP: 'Le montant reçu dépasse ce qui reste à rendre : vérifiez-le.',
  NON_CONTESTE: 'Cette somme n’est pas contestée : rechargez la page.',
} as const

export type EtatIndu = 'EXPLIQUE' | 'CONTESTE' | 'EN_RECUPERATION' | 'SOLDE'

export const LIBELLES_INDU: Readonly<Record<EtatIndu, string>> = {
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
  readonly soinsLe: string
  readonly libelle: string
  readonly prenom: string
  readonly recalcul: boolean
}

/** Which payment, for whose care. */
export const phraseVersement = (i: InduDit): string =>
  `${i.verseLe === null ? 'Nous vous avions versé' : `Le ${formatDateEnLettres(i.verseLe)}, nous vous avions versé`} ${formatMontant(i.montant)} de trop pour ce soin de ${i.prenom} : ${i.libelle}, le ${formatDateEnLettres(i.soinsLe)}.`

export const phraseCause = ({ recalcul }: Pick<InduDit, 'recalcul'>): string =>
  recalcul
    ? 'Un décompte plus ancien a été corrigé depuis : le forfait dont ce soin dépend a été recalculé, et ce remboursement a changé.'
    : 'L’Assurance maladie a annulé depuis le décompte de ce soin : ce remboursement n’était plus dû.'

/** How it will be given back. */
export function phraseRecuperation(i: InduDit): string {
  const rendu = i.montant - i.reste
  const deja = rendu > 0 && i.reste > 0 ? ` Vous avez déjà rendu ${formatMontant(rendu)}.` : ''
  if (i.etat === 'SOLDE') return `Cette somme est rendue en entier : il ne vous reste rien à faire.`
  if (i.etat === 'CONTESTE')
    return `Vous n’êtes pas d’accord : rien n’est retenu tant que nous n’avons pas répondu.${deja}`
  if (i.mensualite !== null)
    return `Vous la rendez par mensualités de ${formatMontant(i.mensualite)} : rien n’est retenu sur vos remboursements.${deja}`
  const debut = i.etat === 'EXPLIQUE' ? 'Rien n’est retenu pour le moment.' : ''
  return `${debut} Les ${formatMontant(i.reste)} qui restent seront retenus sur vos prochains remboursements, à partir du ${formatDateEnLettres(i.retenueDes)}.${deja}`.trim()
}

export const OBJET_LETTRE_INDU = 'Un remboursement versé à tort'

/** The letter that comes before anything is retained. */
export const paragraphesLettreIndu = (indus: readonly InduDit[], telephone: string): readonly string[] => [
  'Bonjour,',
  ...indus.map((i) => `${phraseVersement(i)} ${phraseCause(i)}`),
  ...indus.map((i) => `${formatMontant(i.montant)} : ${phraseRecuperation(i)}`),
  `Si vous n’êtes pas d’accord, ou si vous préférez rendre cette somme en plusieurs fois, appelez-nous avant cette date au ${telephone} : rien ne sera retenu avant notre réponse.`,
]
