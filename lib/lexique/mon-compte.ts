import { direActe } from './journal'

/** What the pages of « Mon compte extranet » say of the journal, to the person it speaks of. */
const ACCES: ReadonlyMap<string, string> = new Map([
  ['CONNEXION', 'Connexion réussie'],
  ['CONNEXION_REFUSEE', 'Connexion refusée : le mot de passe n’était pas le bon'],
  ['PREMIER_PAS', 'Mot de passe juste, depuis un appareil inconnu : la seconde étape a été demandée'],
  ['SECOND_FACTEUR_REFUSE', 'Seconde étape refusée : le mot de passe était juste, le code ne l’était pas'],
  ['FACTEUR_AJOUTE', 'Seconde protection ajoutée'],
  ['FACTEUR_RETIRE', 'Seconde protection retirée'],
  ['LEVEE_DEMANDEE', 'Retrait de votre seconde protection demandé par la mutuelle'],
  ['LEVEE_APPROUVEE', 'Retrait de votre seconde protection approuvé par la mutuelle'],
  ['LEVEE_ANNULEE', 'Retrait de votre seconde protection annulé'],
  ['LEVEE_FAITE', 'Seconde protection perdue : retirée'],
  ['IDENTITE_RELIEE', 'Identité extérieure reliée à votre compte'],
  ['IDENTITE_RETIREE', 'Identité extérieure retirée de votre compte'],
  ['COURRIEL_DEMANDE', 'Nouvelle adresse e-mail demandée'],
  ['COURRIEL_CHANGE', 'Adresse e-mail changée'],
  ['COURRIEL_ABANDONNE', 'Changement d’adresse e-mail abandonné'],
  ['MOT_DE_PASSE_CHANGE', 'Mot de passe changé'],
  ['ACCES_PERDU_DEMANDE', 'Lien demandé pour choisir un nouveau mot de passe'],
  ['COMPTE_ACTIVE', 'Espace ouvert'],
  ['CONNEXIONS_FERMEES', 'Toutes vos connexions fermées par la mutuelle'],
  ['COMPTE_SUSPENDU', 'Accès suspendu par la mutuelle'],
  ['COMPTE_ROUVERT', 'Accès rouvert par la mutuelle'],
])
export const ACTES_D_ACCES: readonly string[] = [...ACCES.keys()]

/** Why a log-in was refused, when it was not the password. */
const REFUS: ReadonlyMap<string, string> = new Map([
  ['SUSPENDU', 'Connexion refusée : l’accès était suspendu'],
  ['EN_ATTENTE', 'Connexion refusée : l’adresse e-mail n’était pas confirmée'],
])

export function direAcces(acte: string, donnees: Readonly<Record<string, unknown>>): string {
  const { motif, moyen, fournisseur } = donnees
  if (acte === 'CONNEXION_REFUSEE')
    return (
      REFUS.get(String(motif)) ??
      (fournisseur === undefined ? ACCES.get(acte) : undefined) ??
      'Connexion refusée, par une identité extérieure'
    )
  if (acte === 'PREMIER_PAS' && moyen === 'OIDC')
    return 'Identité extérieure reconnue, depuis un appareil inconnu : la seconde étape a été demandée'
  if (acte === 'SECOND_FACTEUR_REFUSE' && moyen === 'OIDC')
    return 'Seconde étape refusée : l’identité extérieure était la bonne, le code ne l’était pas'
  return ACCES.get(acte) ?? direActe(acte)
}

/** A trade, never a name: staff answer for the mutuelle. */
const LECTEURS: ReadonlyMap<string, string> = new Map([
  ['GESTIONNAIRE', 'Un gestionnaire'],
  ['SUPERVISEUR', 'Un superviseur'],
  ['COMPTABLE', 'Un comptable'],
  ['MEDECIN_CONSEIL', 'Le médecin-conseil'],
  ['ADMINISTRATEUR', 'Un administrateur du portail'],
  ['ADHERENT', 'Une personne qui agit pour vous'],
])
export const direLecteur = (role: string): string => LECTEURS.get(role) ?? 'Une personne de la mutuelle'

const LECTURES: ReadonlyMap<string, string> = new Map([
  ['DOSSIER_LU', 'a ouvert votre dossier'],
  ['DEMANDE_LUE', 'a ouvert une de vos demandes'],
  ['DEMANDE_EXPORTEE', 'a téléchargé le dossier d’une de vos demandes'],
  ['PIECE_LUE', 'a ouvert une pièce que vous avez envoyée'],
  ['DOCUMENT_LU', 'a ouvert un de vos documents'],
  ['DOCUMENT_TELECHARGE', 'a téléchargé un de vos documents'],
  ['PRISE_EN_CHARGE_LUE', 'a ouvert une de vos prises en charge'],
  ['INDU_LU', 'a ouvert le détail d’une somme versée à tort'],
  ['NIR_MONTRE', 'a affiché votre numéro de sécurité sociale en entier'],
  ['JOURNAL_LU', 'a lu l’historique de ce qui a été fait pour vous'],
  ['REGARD_COMMENCE', 'a regardé votre espace tel que vous le voyez, sans pouvoir rien y faire'],
])

/** Pages of the space, by the first word of their address. */
const PAGES: ReadonlyMap<string, string> = new Map([
  ['beneficiaires', 'Mes bénéficiaires'],
  ['carte', 'Ma carte'],
  ['contrats', 'Mes contrats'],
  ['coordonnees', 'Mes coordonnées'],
  ['cotisations', 'Mes cotisations'],
  ['demandes', 'Mes demandes'],
  ['documents', 'Mes documents'],
  ['garanties', 'Mes garanties'],
  ['limites', 'Limites et forfaits'],
  ['messagerie', 'Messagerie'],
  ['mon-annee', 'Mon année'],
  ['mon-compte', 'Mon compte extranet'],
  ['releves', 'Mes relevés'],
  ['remboursements', 'Mes remboursements'],
  ['simuler', 'Simuler un remboursement'],
])

export function direLecture(acte: string, chemin: string | null): string {
  if (acte !== 'PAGE_REGARDEE') return LECTURES.get(acte) ?? `a lu votre dossier (${direActe(acte)})`
  const page = PAGES.get(chemin?.split('/')[2] ?? '')
  return page === undefined ? 'a regardé une page de votre espace' : `a regardé votre page « ${page} »`
}

const PARTIES: ReadonlyMap<string, string> = new Map([
  ['adhesion', ', côté contrat et cotisations'],
  ['prestation', ', pour vérifier un remboursement'],
])

/** Which part of the file, when the act does not say it. */
export const direObjet = (objetType: string): string => PARTIES.get(objetType) ?? ''

export const PHRASE_CONDITIONS = 'Votre accord est noté, avec sa date.'
