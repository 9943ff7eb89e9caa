import { formatDateEnLettres, formatQuantite } from '@/lib/lexique/formats'
import type { NomChamp, SoinASimuler } from '@/lib/lexique/soins/soin'
import { MONTURES, VERRES, VERRES_ORDONNANCE } from '@/lib/lexique/soins/yeux'
import { socle } from '@/lib/reglements/catalogue'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { valeurAu } from '@/lib/rules/reglement/serie-datee'
import { versionAu } from '@/lib/rules/remboursement/nomenclature'

/** A choice to make: the value sent, and its words. */
export interface ChoixView {
  readonly valeur: string
  readonly libelle: string
}

export type GroupeRare = 'PRECISER' | 'ORDONNANCE' | 'ANCIENNE'

/** A field of the form, as the page draws it. */
export interface ChampView {
  readonly nom: string
  readonly libelle: string
  readonly indice?: string
  readonly genre: 'MONTANT' | 'DIOPTRIES' | 'NOMBRE' | 'DATE' | 'CHOIX' | 'LISTE'
  readonly choix?: readonly ChoixView[]
  readonly depart: string
  /** Asked of few: folded at the end of the form, under the title of its group. */
  readonly rare?: GroupeRare
}

export interface FormulaireView {
  readonly soin: string
  readonly titre: string
  readonly champs: readonly ChampView[]
}

const EN_CHOIX = (actes: readonly { readonly code: string; readonly libelle: string }[]): ChoixView[] =>
  actes.map(({ code, libelle }) => ({ valeur: code, libelle }))
const OUI: ChoixView = { valeur: 'OUI', libelle: 'Oui' }
const NON: ChoixView = { valeur: 'NON', libelle: 'Non' }
const SANS: ChoixView = { valeur: '', libelle: 'Aucun' }

const montantDe = (nom: string, libelle: string, indice: string): ChampView => ({
  nom,
  libelle,
  indice,
  genre: 'MONTANT',
  depart: '',
})
const choixDe = (nom: string, libelle: string, choix: readonly ChoixView[], indice?: string): ChampView => ({
  nom,
  libelle,
  choix,
  genre: choix.length > 3 ? 'LISTE' : 'CHOIX',
  depart: choix[0]?.valeur ?? '',
  ...(indice === undefined ? {} : { indice }),
})

const COTES = (feminin: boolean): readonly ChoixView[] => [
  { valeur: 'DROIT', libelle: feminin ? 'Droite' : 'Droit' },
  { valeur: 'GAUCHE', libelle: 'Gauche' },
]

type Cote = 'Droit' | 'Gauche'

const verreDe = (cote: Cote): ChampView[] => [
  choixDe(
    `verre${cote}`,
    `Verre ${cote.toLowerCase()}`,
    [...EN_CHOIX(VERRES), ...EN_CHOIX(VERRES_ORDONNANCE), { ...SANS, libelle: 'Pas de verre' }],
    'C’est écrit sur le devis. Sinon, recopiez votre ordonnance au bas de cette page.',
  ),
  montantDe(`prixVerre${cote}`, `Prix du verre ${cote.toLowerCase()}`, 'En euros, par exemple 95.'),
]

/** The line of one eye on a prescription; `Avant`: that of the glasses to renew. */
const ordonnanceDe = (oeil: Cote, quand: '' | 'Avant' = ''): ChampView[] => {
  const dit = `œil ${oeil.toLowerCase()} (${oeil === 'Droit' ? 'OD' : 'OG'})`
  const avant = quand === '' ? '' : ' d’avant'
  const commun = {
    genre: 'DIOPTRIES',
    depart: '',
    rare: quand === '' ? 'ORDONNANCE' : 'ANCIENNE',
  } as const
  return [
    {
      ...commun,
      nom: `sphere${quand}${oeil}`,
      libelle: `Sphère${avant}, ${dit}`,
      indice: 'Avec son signe : -2,25.',
    },
    {
      ...commun,
      nom: `cylindre${quand}${oeil}`,
      libelle: `Cylindre${avant}, ${dit}`,
      indice: 'Entre parenthèses, s’il y en a.',
    },
    {
      ...commun,
      nom: `addition${quand}${oeil}`,
      libelle: `Addition${avant}, ${dit}`,
      indice: 'Après « Add », s’il y en a.',
    },
  ]
}

type OrigineDeBase = 'ACTE' | 'PRIX' | 'INCONNUE'

const INDICES_BASE: Readonly<Record<OrigineDeBase, string>> = {
  ACTE: 'Laissez vide : nous prendrons le tarif officiel du jour.',
  PRIX: 'Laissez vide si elle n’y est pas : nous prendrons le prix.',
  INCONNUE: 'Laissez vide si ce soin a un tarif officiel : nous le prendrons.',
}

/** `INCONNUE`: one act at least is reimbursed on no official base, and the form may have to ask for it. */
function origineDeBase({ sansBase, actes }: SoinASimuler, jour: DateCivile): OrigineDeBase {
  if (sansBase === 'PRIX') return 'PRIX'
  const connues = actes.every(
    ({ code, nonRembourse }) =>
      nonRembourse === true || (versionAu(socle.nomenclature, code, jour)?.base ?? null) !== null,
  )
  return connues ? 'ACTE' : 'INCONNUE'
}

/** What the base knows that makes a question worth asking. */
export interface Contexte {
  /** The last glasses of each person, where they may still be too recent. */
  readonly lunettes: readonly {
    readonly prenom: string
    readonly jour: DateCivile
    readonly moinsDeSixAns: boolean
  }[]
  /** False: the contracts count the régime local themselves. */
  readonly regimeLocal: boolean
}

const SANS_CONTEXTE: Contexte = { lunettes: [], regimeLocal: true }

/** Asked of who had glasses lately: they are renewed before their time for a reason. */
function renouvellementDe(jour: DateCivile, { lunettes }: Contexte): ChampView[] {
  if (lunettes.length === 0) return []
  const dernieres = lunettes.map((l) => `${l.prenom} en a eu le ${formatDateEnLettres(l.jour)}.`).join(' ')
  const { optiqueMois, optiqueMoisMoinsDe16, optiqueMoisEvolution } = socle.parametres
  const [adulte, enfant, evolution] = [optiqueMois, optiqueMoisMoinsDe16, optiqueMoisEvolution].map((serie) =>
    formatQuantite(valeurAu(serie, jour).valeur / 12, 'ans'),
  )
  return [
    choixDe(
      'renouvellement',
      'Pourquoi changer de lunettes ?',
      [
        { valeur: '', libelle: 'Elles sont usées, perdues, ou je veux en changer' },
        { valeur: 'EVOLUTION_VUE', libelle: 'La vue a changé, une nouvelle ordonnance le dit' },
        ...(lunettes.some((l) => l.moinsDeSixAns)
          ? [{ valeur: 'MAUVAISE_ADAPTATION', libelle: 'Enfant de moins de 6 ans : la monture ne va plus' }]
          : []),
      ],
      `${dernieres} Elles se renouvellent au bout de ${adulte} (${enfant} avant 16 ans), ou de ${evolution} si la vue a changé : d’au moins 0,50 sur un œil, ou 0,25 sur les deux.`,
    ),
  ]
}

/** The description of each field: how it is asked. */
const CHAMPS: Readonly<
  Record<NomChamp, (soin: SoinASimuler, jour: DateCivile, contexte: Contexte) => readonly ChampView[]>
> = {
  // Whatever the day: an act out of force is refused beside the date.
  acte: ({ actes }) => (actes.length === 1 ? [] : [choixDe('acte', 'De quoi s’agit-il ?', EN_CHOIX(actes))]),
  prix: ({ unite, prixReglemente, dispenses }) => [
    montantDe(
      'prix',
      unite?.prix ?? 'Prix',
      prixReglemente === true
        ? `En euros. Laissez vide pour le tarif réglementé.${dispenses === undefined ? '' : ` ${dispenses}`}`
        : 'En euros, par exemple 30 ou 52,50. C’est le total que vous paierez, avant tout remboursement.',
    ),
  ],
  base: (soin, jour) => [
    {
      ...montantDe(
        'base',
        'Base de remboursement (facultatif)',
        `« BR » sur le devis. ${INDICES_BASE[origineDeBase(soin, jour)]}`,
      ),
      ...(origineDeBase(soin, jour) === 'INCONNUE' ? {} : { rare: 'PRECISER' }),
    },
  ],
  secteur: () => [
    choixDe(
      'secteur',
      'Ses tarifs',
      [
        { valeur: 'DPTAM', libelle: 'Secteur 1, ou secteur 2 avec OPTAM (dépassements maîtrisés)' },
        { valeur: 'NON_DPTAM', libelle: 'Secteur 2 sans OPTAM (honoraires libres)' },
        { valeur: 'NON_CONVENTIONNE', libelle: 'Non conventionné (rare)' },
      ],
      'C’est écrit sur annuairesante.ameli.fr, ou demandez-le en prenant rendez-vous.',
    ),
  ],
  parcours: () => [
    choixDe(
      'parcours',
      'Est-ce votre médecin traitant, ou vous envoie-t-il ?',
      [
        { valeur: 'OUI', libelle: 'Oui, ou un médecin qu’on voit sans lui' },
        {
          valeur: 'EXCEPTION',
          libelle: 'Non, mais c’est une urgence, je suis loin de chez moi, ou il est absent',
        },
        { valeur: 'NON', libelle: 'Non' },
      ],
      'On voit sans lui le gynécologue, l’ophtalmologue et, de 16 à 25 ans, le psychiatre. Avant 16 ans, la réponse ne change rien.',
    ),
  ],
  situation: () => [
    choixDe('situation', 'Prise en charge par l’Assurance maladie', [
      { valeur: 'HABITUELLE', libelle: 'Habituelle' },
      { valeur: 'ALD', libelle: 'À 100 % (affection de longue durée)' },
      { valeur: 'MATERNITE', libelle: 'Maternité (à partir du 6e mois)' },
      { valeur: 'ACCIDENT_TRAVAIL', libelle: 'Accident du travail ou maladie professionnelle' },
    ]),
  ],
  quantite: ({ unite }) => [
    { nom: 'quantite', libelle: unite?.libelle ?? 'Nombre', genre: 'NOMBRE', depart: '1' },
  ],
  jours: () => [
    {
      nom: 'jours',
      libelle: 'En combien de jours ?',
      indice: 'Un aller-retour, ou plusieurs soins le même jour, comptent pour un jour.',
      genre: 'NOMBRE',
      depart: '1',
    },
  ],
  css: () => [
    {
      ...choixDe(
        'css',
        'Avez-vous la complémentaire santé solidaire (C2S) ?',
        [NON, OUI],
        'Elle dispense de la participation forfaitaire et des franchises. Ce qu’elle paie s’écrit plus bas, comme une autre mutuelle.',
      ),
      rare: 'PRECISER',
    },
  ],
  regimeLocal: (_soin, _jour, { regimeLocal }) =>
    regimeLocal
      ? [
          {
            ...choixDe(
              'regimeLocal',
              'Relevez-vous du régime local d’Alsace-Moselle ?',
              [NON, OUI],
              'C’est écrit sur votre attestation de droits de l’Assurance maladie.',
            ),
            rare: 'PRECISER',
          },
        ]
      : [],
  oreille: () => [choixDe('cote', 'Oreille', COTES(true))],
  oeil: () => [choixDe('cote', 'Œil', COTES(false))],
  maternite: () => [choixDe('maternite', 'À la maternité ?', [NON, OUI])],
  lunettes: (_soin, jour, contexte) => [
    ...renouvellementDe(jour, contexte),
    choixDe('monture', 'Monture', [...EN_CHOIX(MONTURES), { ...SANS, libelle: 'Pas de monture' }]),
    montantDe('prixMonture', 'Prix de la monture', 'En euros, par exemple 120.'),
    ...verreDe('Droit'),
    ...verreDe('Gauche'),
    ...ordonnanceDe('Droit'),
    ...ordonnanceDe('Gauche'),
    ...(contexte.lunettes.length === 0
      ? []
      : [...ordonnanceDe('Droit', 'Avant'), ...ordonnanceDe('Gauche', 'Avant')]),
  ],
  enfant: () => [
    {
      nom: 'inscription',
      libelle: 'Quel jour l’enfant rejoint-il votre contrat ?',
      indice: 'Le jour de sa naissance, si vous nous l’annoncez à temps.',
      genre: 'DATE',
      depart: '',
    },
  ],
  autres: () => [
    {
      ...montantDe(
        'autres',
        'Payé par une autre mutuelle (facultatif)',
        'Si une première mutuelle rembourse déjà ce soin : ce qu’elle paie.',
      ),
      rare: 'PRECISER',
    },
  ],
}

/** The form of a kind of care: only what it needs. */
export function voirFormulaire(
  soin: SoinASimuler,
  personnes: readonly { readonly id: string; readonly prenom: string; readonly nom: string }[],
  jour: DateCivile,
  contexte: Contexte = SANS_CONTEXTE,
): FormulaireView {
  const pour = personnes.map(({ id, prenom, nom }) => ({ valeur: id, libelle: `${prenom} ${nom}` }))
  return {
    soin: soin.code,
    titre: soin.libelle,
    champs: [
      choixDe('personne', 'Pour qui ?', pour),
      soin.champs.includes('enfant')
        ? { nom: 'date', libelle: 'Quel jour naît-il, ou est-il adopté ?', genre: 'DATE', depart: jour }
        : { nom: 'date', libelle: 'Quel jour ?', indice: 'Même approximatif.', genre: 'DATE', depart: jour },
      ...soin.champs.flatMap((nom) => CHAMPS[nom](soin, jour, contexte)),
    ],
  }
}
