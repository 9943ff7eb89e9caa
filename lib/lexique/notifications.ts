import type { NatureCourriel } from '@/generated/prisma/enums'

/** The e-mails one may do without: what each tells. None says what was cared for, nor how much. */
export const LIBELLE_COURRIEL: Readonly<Record<NatureCourriel, string>> = {
  REMBOURSEMENT: 'Un remboursement vient de partir vers mon compte',
  RELEVE: 'Un nouveau relevé de prestations est disponible',
  DEMANDE: 'On a répondu à une de mes demandes, ou elle avance',
  ECHEANCE: 'Une cotisation va être prélevée sur mon compte',
}

export const INDICE_COURRIEL: Readonly<Record<NatureCourriel, string>> = {
  REMBOURSEMENT: 'Le détail reste dans «\u00a0Mes remboursements\u00a0».',
  RELEVE: 'Seulement si vous recevez vos relevés dans votre espace et non par la poste.',
  DEMANDE: 'Messages, réponses, devis et prises en charge.',
  ECHEANCE: 'Le montant et le jour restent dans «\u00a0Mes cotisations\u00a0».',
}

/** What always leaves, and why. */
export const TOUJOURS_ENVOYES: readonly { readonly quoi: string; readonly pourquoi: string }[] = [
  {
    quoi: 'Mot de passe, adresse e-mail ou compte bancaire changé',
    pourquoi: 'Si ce n’était pas vous, c’est ainsi que vous l’apprenez à temps.',
  },
  {
    quoi: 'Liens de confirmation et d’accès perdu',
    pourquoi: 'Vous les avez demandés : sans eux, votre espace resterait fermé.',
  },
  {
    quoi: 'Courriers de la mutuelle : mise en demeure, suspension, fin de contrat',
    pourquoi: 'La loi nous oblige à vous avertir avant que vos garanties ne changent.',
  },
  {
    quoi: 'Pièce demandée ou rappelée',
    pourquoi: 'Un délai court : sans la pièce, votre demande continue sans elle.',
  },
  {
    quoi: 'Accusé de réception et suites d’une réclamation',
    pourquoi: 'Nous devons vous répondre par écrit, dans des délais fixés.',
  },
  {
    quoi: 'Seize ans d’une personne de votre contrat',
    pourquoi: 'Ses remboursements changent de destinataire.',
  },
]

export const PHRASE_NOTIFICATIONS =
  'Vos choix sont enregistrés. Ils valent pour les prochains e-mails, et vous pouvez les changer quand vous voulez.'
