import type { NatureDemande } from '@/generated/prisma/enums'

/** Answers that are written often. A template is words with blanks; what fills a blank comes from the demande, never from a guess. */
export type Blanc = 'prenom' | 'numero' | 'envoyee' | 'echeance' | 'article' | 'mediateur'

export interface ModeleReponse {
  readonly code: string
  readonly titre: string
  readonly natures: readonly NatureDemande[]
  /** What it is for: the answer itself, a refusal, or the words beside a piece that is asked for. */
  readonly pour: 'REPONSE' | 'REFUS' | 'PIECE'
  readonly texte: string
}

const DECIDEES: readonly NatureDemande[] = [
  'AJOUT_BENEFICIAIRE',
  'RETRAIT_BENEFICIAIRE',
  'PREUVE_ANNUELLE',
  'CHANGEMENT_FORMULE',
  'RESILIATION',
  'REMBOURSEMENT',
  'COMPLEMENT',
  'PRISE_EN_CHARGE',
  'PORTABILITE',
  'AIDE',
  'CONTESTATION_INDU',
]

/** « [à compléter] » is left to whoever writes: an answer that still has one is not sent. */
export const A_COMPLETER = '[à compléter]'

export const MODELES_REPONSE: readonly ModeleReponse[] = [
  {
    code: 'REMBOURSEMENT_EN_ATTENTE',
    titre: 'Un remboursement pas encore reçu',
    natures: ['MESSAGE'],
    pour: 'REPONSE',
    texte: `Bonjour {prenom},

Nous avons bien lu votre message du {envoyee}. Pour vous rembourser, nous attendons le décompte de l’Assurance maladie : elle nous l’envoie en principe quelques jours après le soin.

${A_COMPLETER}

Dès qu’il arrive, le soin apparaît dans « Mes remboursements », avec ce que nous payons et pourquoi.`,
  },
  {
    code: 'MONTANT_EXPLIQUE',
    titre: 'Pourquoi ce montant',
    natures: ['MESSAGE', 'RECLAMATION'],
    pour: 'REPONSE',
    texte: `Bonjour {prenom},

Vous nous demandez, le {envoyee}, d’où vient le montant remboursé. Dans « Mes remboursements », ouvrez le soin puis « Pourquoi ce montant » : chaque étape du calcul y est, avec son article.

${A_COMPLETER}`,
  },
  {
    code: 'CARTE_RENVOYEE',
    titre: 'La carte de tiers payant',
    natures: ['MESSAGE'],
    pour: 'REPONSE',
    texte: `Bonjour {prenom},

Votre carte à jour est dans « Ma carte » : vous pouvez la montrer sur votre téléphone, ou l’imprimer.

${A_COMPLETER}`,
  },
  {
    code: 'COTISATION_EXPLIQUEE',
    titre: 'La cotisation et son calendrier',
    natures: ['MESSAGE'],
    pour: 'REPONSE',
    texte: `Bonjour {prenom},

Le calendrier de vos cotisations, et la raison de chaque montant, sont dans « Mes cotisations ».

${A_COMPLETER}`,
  },
  {
    code: 'RECLAMATION_SUIVIE',
    titre: 'Réclamation : nous vous donnons raison',
    natures: ['RECLAMATION'],
    pour: 'REPONSE',
    texte: `Bonjour {prenom},

Nous avons étudié votre réclamation {numero} du {envoyee}. Vous avez raison, et nous vous présentons nos excuses.

Voici ce que nous avons fait : ${A_COMPLETER}`,
  },
  {
    code: 'RECLAMATION_REFUSEE',
    titre: 'Réclamation : notre position reste la même',
    natures: ['RECLAMATION'],
    pour: 'REPONSE',
    texte: `Bonjour {prenom},

Nous avons étudié votre réclamation {numero} du {envoyee}. Notre position reste la même, et voici pourquoi : ${A_COMPLETER}

Si cette réponse ne vous convient pas, vous pouvez saisir gratuitement le médiateur : {mediateur}. Votre dossier entier se télécharge depuis la page de votre réclamation.`,
  },
  {
    code: 'DROITS_COPIE',
    titre: 'Vos données : la copie est prête',
    natures: ['DROITS_RGPD'],
    pour: 'REPONSE',
    texte: `Bonjour {prenom},

Votre demande {numero} du {envoyee} est traitée : ${A_COMPLETER}

Vous pouvez aussi vous adresser à la CNIL, www.cnil.fr, si notre réponse ne vous suffit pas.`,
  },
  {
    code: 'DROITS_EFFACEMENT_IMPOSSIBLE',
    titre: 'Vos données : ce que nous devons garder',
    natures: ['DROITS_RGPD'],
    pour: 'REPONSE',
    texte: `Bonjour {prenom},

Vous demandez, le {envoyee}, d’effacer des données que la loi nous oblige à garder un temps : ${A_COMPLETER}

Nous effaçons le reste. Vous pouvez aussi vous adresser à la CNIL, www.cnil.fr.`,
  },
  {
    code: 'INDU_MAINTENU',
    titre: 'Somme contestée : elle reste due',
    natures: ['CONTESTATION_INDU'],
    pour: 'REFUS',
    texte: `Bonjour {prenom},

Vous contestez, le {envoyee}, une somme que nous vous demandons de rendre. Après vérification, elle reste due : ${A_COMPLETER}

Vous pouvez la rendre en plusieurs fois : dites-nous combien vous pouvez rendre chaque mois.`,
  },
  {
    code: 'PIECE_ILLISIBLE',
    titre: 'La pièce reçue ne se lit pas',
    natures: DECIDEES,
    pour: 'PIECE',
    texte:
      'Merci pour votre envoi. La photo ne se lit pas en entier : reprenez-la à plat, en pleine lumière, les quatre coins visibles.',
  },
  {
    code: 'PIECE_PERIMEE',
    titre: 'La pièce reçue est trop ancienne',
    natures: DECIDEES,
    pour: 'PIECE',
    texte:
      'Merci pour votre envoi. Ce papier est trop ancien pour nous servir : envoyez celui de cette année.',
  },
  {
    code: 'REFUS_DATE',
    titre: 'Refus : la date ne le permet pas encore',
    natures: DECIDEES,
    pour: 'REFUS',
    texte: `Bonjour {prenom},

Votre demande {numero} du {envoyee} arrive trop tôt : ${A_COMPLETER}

Vous pourrez la refaire à partir du ${A_COMPLETER}.`,
  },
  {
    code: 'REFUS_PIECE',
    titre: 'Refus : la pièce indispensable n’est pas venue',
    natures: DECIDEES,
    pour: 'REFUS',
    texte: `Bonjour {prenom},

Nous n’avons pas reçu la pièce demandée, et sans elle nous ne pouvons pas accepter votre demande {numero} du {envoyee}.

Rien n’est perdu : dès que vous l’avez, refaites la demande et joignez-la.`,
  },
]

export type Remplissage = Readonly<Record<Blanc, string | null>>

/** The blanks that nothing fills are left to the writer. */
export const remplirModele = (modele: ModeleReponse, valeurs: Remplissage): string =>
  Object.entries(valeurs).reduce(
    (texte, [blanc, valeur]) => texte.replaceAll(`{${blanc}}`, valeur ?? A_COMPLETER),
    modele.texte,
  )

export const modelesDe = (nature: NatureDemande): readonly ModeleReponse[] =>
  MODELES_REPONSE.filter(({ natures }) => natures.includes(nature))
