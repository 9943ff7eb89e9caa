import type { FiltresCorbeille } from '@/lib/services/corbeille/schema'
import type { PASSAGES_DEMANDE } from '@/lib/services/demande/etats'

type NatureDemande = NonNullable<FiltresCorbeille['nature']>
type EquipeGestion = NonNullable<FiltresCorbeille['equipe']>
type PassageDemande = keyof typeof PASSAGES_DEMANDE

/** A step of a demande: what, when (an hour of Paris), by whom. */
interface Pas {
  readonly passage: Exclude<PassageDemande, 'CREER'>
  readonly le: string
  readonly par: 'MEMBRE' | 'GESTIONNAIRE' | 'SUPERVISEUR' | 'MUTUELLE'
}
interface Mot {
  readonly le: string
  readonly par: 'MEMBRE' | 'GESTIONNAIRE' | 'SUPERVISEUR'
  readonly texte: string
  readonly interne?: boolean
}

export interface DemandeDemonstration {
  /** Part of the form's key: the demonstration loaded twice has it once. */
  readonly rang: number
  readonly email: string
  readonly nature: NatureDemande
  readonly objet?: string
  readonly equipe: EquipeGestion
  readonly sujet?: string
  /** What was typed of an aid, and for whom by their first name. */
  readonly aide?: { readonly pour: string; readonly valeurs: Readonly<Record<string, string>> }
  readonly pas: readonly Pas[]
  readonly mots: readonly Mot[]
  readonly piece?: {
    readonly piece: string
    readonly avant: string
    readonly bloquante: boolean
    readonly le: string
  }
}

const envoi = (le: string): Pas => ({ passage: 'ENVOYER', le, par: 'MEMBRE' })
const prise = (le: string): Pas => ({ passage: 'PRENDRE', le, par: 'GESTIONNAIRE' })
const reponse = (le: string): Pas => ({ passage: 'REPONDRE', le, par: 'GESTIONNAIRE' })

/** Answered, one line each: what makes « En pratique » something. */
const REPONDUS: readonly (readonly [string, string, EquipeGestion, string, string, string, string])[] = [
  [
    'jf.lecoeur@exemple.test',
    'REMBOURSEMENT',
    'PRESTATIONS',
    '2026-02-10T09:20',
    'Bonjour, ma séance chez le cardiologue du 3 février n’apparaît pas. Faut-il que j’envoie quelque chose ?',
    '2026-02-11T10:05',
    'Bonjour Jean-François,\n\nVous n’avez rien à envoyer : l’Assurance maladie nous transmet ce soin. Il apparaît dès qu’elle l’a fait, en principe sous huit jours.',
  ],
  [
    'beatriz.ferreira@exemple.test',
    'CARTE',
    'ADHESIONS',
    '2026-02-16T18:40',
    'La crèche me demande une attestation pour le petit. Où la trouver ?',
    '2026-02-17T09:30',
    'Bonjour Beatriz,\n\nDans « Mes documents », choisissez l’attestation de droits : elle est à son nom et se télécharge tout de suite.',
  ],
  [
    'rachid.haddad@exemple.test',
    'COTISATION',
    'COTISATIONS',
    '2026-02-20T08:15',
    'Mon chèque est parti lundi. Est-il arrivé ?',
    '2026-02-23T16:00',
    'Bonjour Rachid,\n\nOui, il est enregistré : votre calendrier est à jour dans « Mes cotisations ».',
  ],
  [
    'thaddee.kowalczyk@exemple.test',
    'SOINS_A_VENIR',
    'PRESTATIONS',
    '2026-03-02T11:00',
    'Mon dentiste me propose une couronne à 560 €. Combien me restera-t-il ?',
    '2026-03-03T15:10',
    'Bonjour Thaddée,\n\nDans « Simuler un remboursement », choisissez la couronne et tapez 560 € : le calcul tient compte de votre plafond.',
  ],
  [
    'camille.guerin@exemple.test',
    'CONTRAT',
    'ADHESIONS',
    '2026-03-05T14:30',
    'Jusqu’à quel âge mon fils reste-t-il couvert s’il continue ses études ?',
    '2026-03-06T18:30',
    'Bonjour Camille,\n\nLa page de votre fils, dans « Mes bénéficiaires », dit la date et la preuve à envoyer chaque année.',
  ],
]

export const DEMANDES: readonly DemandeDemonstration[] = [
  ...REPONDUS.map(
    ([email, objet, equipe, le, texte, quand, dit], i): DemandeDemonstration => ({
      rang: i + 1,
      email,
      nature: 'MESSAGE',
      objet,
      equipe,
      pas: [envoi(le), prise(quand), reponse(quand)],
      mots: [
        { le, par: 'MEMBRE', texte },
        { le: quand, par: 'GESTIONNAIRE', texte: dit },
      ],
    }),
  ),
  {
    // Overdue since Thursday, on top of the list.
    rang: 11,
    email: 'gerard.berthelot@exemple.test',
    nature: 'MESSAGE',
    objet: 'REMBOURSEMENT',
    equipe: 'PRESTATIONS',
    pas: [envoi('2026-03-10T10:10'), { passage: 'ESCALADER', le: '2026-03-12T10:15', par: 'MUTUELLE' }],
    mots: [
      {
        le: '2026-03-10T10:10',
        par: 'MEMBRE',
        texte:
          'Bonjour,\n\nJe suis sorti de l’hôpital le 20 février et l’on me réclame le forfait journalier. Ma carte disait pourtant qu’il était pris en charge. Que dois-je faire ?',
      },
    ],
  },
  {
    rang: 12,
    email: 'maelys.oeuvrard@exemple.test',
    nature: 'MESSAGE',
    objet: 'REMBOURSEMENT',
    equipe: 'PRESTATIONS',
    pas: [envoi('2026-03-16T20:45')],
    mots: [
      {
        le: '2026-03-16T20:45',
        par: 'MEMBRE',
        texte: 'Bonjour, pourquoi mes lunettes ne sont-elles pas remboursées cette fois-ci ? Merci.',
      },
    ],
  },
  {
    rang: 13,
    email: 'aissatou.ndiaye@exemple.test',
    nature: 'MESSAGE',
    objet: 'COTISATION',
    equipe: 'COTISATIONS',
    pas: [envoi('2026-03-16T12:30'), prise('2026-03-17T00:05')],
    mots: [
      {
        le: '2026-03-16T12:30',
        par: 'MEMBRE',
        texte: 'Le prélèvement est revenu. Puis-je payer en deux fois par chèque ?',
      },
      {
        le: '2026-03-17T00:05',
        par: 'GESTIONNAIRE',
        interne: true,
        texte: 'À voir avec la comptabilité : le règlement permet le chèque trimestriel.',
      },
    ],
  },
  {
    // A piece is waited for.
    rang: 14,
    email: 'clemence.martinez@exemple.test',
    nature: 'MESSAGE',
    objet: 'SOINS_A_VENIR',
    equipe: 'PRESTATIONS',
    pas: [
      envoi('2026-03-12T09:00'),
      prise('2026-03-13T09:10'),
      { passage: 'DEMANDER_PIECE', le: '2026-03-13T09:20', par: 'GESTIONNAIRE' },
    ],
    mots: [
      {
        le: '2026-03-12T09:00',
        par: 'MEMBRE',
        texte: 'L’orthodontiste commence en avril. Combien serons-nous remboursés ?',
      },
      {
        le: '2026-03-13T09:20',
        par: 'GESTIONNAIRE',
        texte: 'Bonjour Clémence,\n\nAvec le devis de l’orthodontiste, nous vous répondrons au centime près.',
      },
    ],
    piece: {
      piece: 'Le devis de l’orthodontiste',
      avant: '2026-03-30',
      bloquante: true,
      le: '2026-03-13T09:20',
    },
  },
  {
    rang: 15,
    email: 'aine@exemple.test',
    nature: 'RECLAMATION',
    equipe: 'RECLAMATIONS',
    sujet: 'DELAI',
    pas: [envoi('2026-03-11T16:20')],
    mots: [
      {
        le: '2026-03-11T16:20',
        par: 'MEMBRE',
        texte:
          'J’ai envoyé ma facture d’audioprothèse il y a trois semaines et je n’ai toujours pas de réponse. Ce n’est pas acceptable.',
      },
    ],
  },
  {
    rang: 16,
    email: 'solveig.lindqvist@exemple.test',
    nature: 'DROITS_RGPD',
    equipe: 'RECLAMATIONS',
    sujet: 'ACCES',
    pas: [envoi('2026-03-04T08:00')],
    mots: [
      {
        le: '2026-03-04T08:00',
        par: 'MEMBRE',
        texte: 'Je souhaite recevoir une copie de tout ce que vous savez de moi.',
      },
    ],
  },
  {
    rang: 17,
    email: 'bich.nguyen@exemple.test',
    nature: 'MESSAGE',
    objet: 'AUTRE',
    equipe: 'ADHESIONS',
    pas: [envoi('2026-03-13T17:55')],
    mots: [
      {
        le: '2026-03-13T17:55',
        par: 'MEMBRE',
        texte: 'Ma date de naissance n’existe pas au calendrier : cela gêne-t-il mes remboursements ?',
      },
    ],
  },
  {
    // Waits for the body that decides: everything else is there.
    rang: 18,
    email: 'smb@exemple.test',
    nature: 'AIDE',
    equipe: 'PRESTATIONS',
    aide: {
      pour: 'Tenzin',
      valeurs: {
        aide: 'AVANCE',
        devis: '1680',
        deduits: '780',
        souhait: '900',
        mois: '12',
        engagement: 'OUI',
      },
    },
    pas: [envoi('2026-03-16T09:40'), prise('2026-03-16T15:20')],
    mots: [
      {
        le: '2026-03-16T09:40',
        par: 'MEMBRE',
        texte:
          'Bonjour,\n\nTenzin doit faire poser deux couronnes ce mois-ci, et ma fille vient de naître : nous ne pouvons pas tout avancer.',
      },
      {
        le: '2026-03-16T15:20',
        par: 'GESTIONNAIRE',
        interne: true,
        texte: 'À présenter à la commission du 24 mars.',
      },
    ],
  },
]
