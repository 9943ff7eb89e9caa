import {
  formatDateEnChiffres,
  formatDateEnLettres,
  formatMontant,
  formatQuantite,
} from '@/lib/lexique/formats'
import { nomsDeLigne } from '@/lib/lexique/lignes'
import {
  FAMILLES,
  MONTURES,
  type NomChamp,
  SOINS_A_SIMULER,
  type SoinASimuler,
  VERRES,
} from '@/lib/lexique/soins-a-simuler'
import { socle } from '@/lib/reglements/catalogue'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, moins, montant } from '@/lib/rules/montant/montant'
import type { CodeLigne } from '@/lib/rules/remboursement/lignes'
import { versionAu } from '@/lib/rules/remboursement/nomenclature'
import type { Piece } from '@/lib/rules/remboursement/table'
import { type EtapeView, etape, type Lecteur, type PartageView, partager } from '../remboursement/view'
import type { SimulationLue } from './data'
import type { Demande } from './schema'

type Chiffrage = SimulationLue['reel']

/** What the answer to a simulation shows. Plain data: it travels in the state of a form. */
export interface ResultatView {
  readonly date: string
  readonly formule: string
  readonly partage: PartageView
  readonly calculs: readonly {
    readonly cle: string
    readonly sujet: string
    readonly etapes: readonly EtapeView[]
  }[]
}

export interface AutreFormuleView {
  readonly formule: string
  readonly mutuelle: Montant
  readonly reste: Montant
  /** « 12,00 € de plus », « pareil »… beside what the real formule pays. */
  readonly difference: string
  /** The reader's own, first in the table. */
  readonly reelle: boolean
}

export interface ReponseSimulation {
  readonly titre: string
  readonly resultat: ResultatView
  /** Where the base of reimbursement comes from. */
  readonly bases: readonly string[]
  readonly forfaits: readonly string[]
  readonly autres: readonly AutreFormuleView[]
  readonly apres: (ResultatView & { readonly gain: string }) | null
  readonly pieces: readonly string[]
}

const PIECES: Readonly<Record<Piece, string>> = {
  FACTURE: 'la facture acquittée',
  ORDONNANCE: 'l’ordonnance',
  ACTE_DE_NAISSANCE: 'l’extrait d’acte de naissance ou le jugement d’adoption',
}

function voirResultat(chiffrage: Chiffrage, contexte: Pick<Lecteur, 'article'>): ResultatView {
  const { partage, formule } = chiffrage
  const enGrand = Object.fromEntries(Object.entries(partage).map(([cle, n]) => [cle, BigInt(n)]))
  const sommes = { ...VIDE, ...enGrand }
  return {
    date: formatDateEnLettres(chiffrage.jour),
    formule: nommer(chiffrage),
    partage: partager(sommes, `simulation ${formule.id}`),
    calculs: chiffrage.actes.map(({ prestation, motifs }, rang) => ({
      cle: String(rang),
      sujet: prestation.libelle,
      etapes: motifs.map((m) => etape(m, contexte)),
    })),
  }
}

const VIDE = {
  depense: 0n,
  partAmo: 0n,
  participation: 0n,
  franchise: 0n,
  partRegimeLocal: 0n,
  autresRemboursements: 0n,
  partMutuelle: 0n,
  resteACharge: 0n,
}

const nommer = ({ formule }: Chiffrage): string => formule.libelle

type Acte = Chiffrage['actes'][number]

function phraseDeBase({ ligne: { origineBase, acte, contenu } }: Acte, jour: DateCivile): string | null {
  const base = formatMontant(contenu.montants.baseRemboursement)
  switch (origineBase) {
    case 'ACTE':
      return `${base} : le tarif de « ${acte.libelle} » au ${formatDateEnLettres(jour)}.`
    case 'SAISIE':
      return `${base} : celle que vous avez indiquée.`
    case 'PRIX':
      return `${base} : le prix, faute d’une base indiquée. Si le devis en porte une autre, écrivez-la.`
    case 'AUCUNE':
      return null
  }
}

const phrasesDeBase = ({ actes, jour }: Chiffrage): string[] => [
  ...new Set(actes.flatMap((acte) => phraseDeBase(acte, jour) ?? [])),
]

const nomDe = (ligne: CodeLigne): string => nomsDeLigne[ligne]

function phrasesDeForfait({ plafonds, quantites }: Chiffrage): string[] {
  const euros = plafonds.map(({ ligne, plafond, consommeApres, au }) => {
    const reste = formatMontant(moins(plafond, consommeApres))
    return `${capitale(nomDe(ligne))} : après ce soin, il restera ${reste} sur ${formatMontant(plafond)}, jusqu’au ${formatDateEnChiffres(au)}.`
  })
  const nombres = quantites.map(({ ligne, unite, plafond, consommeApres, au }) => {
    const nom = unite === 'JOUR' ? 'jours' : 'séances'
    const reste = Math.max(0, plafond - consommeApres)
    return `${capitale(nomDe(ligne))} : après ce soin, il restera ${unite === 'JOUR' ? formatQuantite(reste, 'jours') : `${reste} ${reste < 2 ? 'séance' : 'séances'}`} sur ${plafond} ${nom}, jusqu’au ${formatDateEnChiffres(au)}.`
  })
  return [...new Set([...euros, ...nombres])]
}

const capitale = (texte: string): string => `${texte.charAt(0).toUpperCase()}${texte.slice(1)}`

function comparer(autre: Chiffrage, reel: Chiffrage): AutreFormuleView {
  const ecart = autre.partage.partMutuelle - reel.partage.partMutuelle
  const sens = ecart > 0 ? 'plus' : 'moins'
  const reelle = autre === reel
  return {
    formule: nommer(autre),
    mutuelle: montant(autre.partage.partMutuelle),
    reste: montant(autre.partage.resteACharge),
    difference: reelle ? 'la vôtre' : ecart === 0 ? 'pareil' : `${formatMontant(Math.abs(ecart))} de ${sens}`,
    reelle,
  }
}

export function voirSimulation(
  lue: SimulationLue,
  demande: Demande,
  contexte: Pick<Lecteur, 'article'>,
): ReponseSimulation {
  const { reel, apres, autres, personne } = lue
  return {
    titre: `${demande.soin.libelle}, pour ${personne.prenom}, le ${formatDateEnLettres(reel.jour)}`,
    resultat: voirResultat(reel, contexte),
    bases: phrasesDeBase(reel),
    forfaits: phrasesDeForfait(reel),
    autres: autres.length === 0 ? [] : [reel, ...autres].map((autre) => comparer(autre, reel)),
    apres:
      apres === null
        ? null
        : {
            ...voirResultat(apres, contexte),
            gain: formatMontant(apres.partage.partMutuelle - reel.partage.partMutuelle),
          },
    pieces: direPieces(reel.pieces),
  }
}

export const direPieces = (pieces: readonly Piece[]): string[] => pieces.map((piece) => PIECES[piece])

/** A choice to make: the value sent, and its words. */
export interface ChoixView {
  readonly valeur: string
  readonly libelle: string
}

/** A field of the form, as the page draws it. */
export interface ChampView {
  readonly nom: string
  readonly libelle: string
  readonly indice?: string
  readonly genre: 'MONTANT' | 'NOMBRE' | 'DATE' | 'CHOIX' | 'LISTE'
  readonly choix?: readonly ChoixView[]
  readonly depart: string
  /** Asked of few: folded at the end of the form. */
  readonly rare?: true
}

export interface FormulaireView {
  readonly soin: string
  readonly titre: string
  readonly champs: readonly ChampView[]
}

const EN_CHOIX = (actes: readonly { readonly code: string; readonly libelle: string }[]): ChoixView[] =>
  actes.map(({ code, libelle }) => ({ valeur: code, libelle }))
const OUI_NON: readonly ChoixView[] = [
  { valeur: 'OUI', libelle: 'Oui' },
  { valeur: 'NON', libelle: 'Non' },
]
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

const verreDe = (cote: 'Droit' | 'Gauche'): ChampView[] => [
  choixDe(`verre${cote}`, `Verre ${cote.toLowerCase()}`, [
    ...EN_CHOIX(VERRES),
    { ...SANS, libelle: 'Pas de verre' },
  ]),
  montantDe(`prixVerre${cote}`, `Prix du verre ${cote.toLowerCase()}`, 'En euros, par exemple 95.'),
]

type OrigineDeBase = 'ACTE' | 'PRIX' | 'INCONNUE'

const INDICES_BASE: Readonly<Record<OrigineDeBase, string>> = {
  ACTE: 'Laissez vide : nous prendrons le tarif officiel du jour.',
  PRIX: 'Laissez vide si elle n’y est pas : nous prendrons le prix.',
  INCONNUE: 'Laissez vide si ce soin a un tarif officiel : nous le prendrons.',
}

/** `INCONNUE`: one act at least has no official base, and the form may have to ask for it. */
function origineDeBase({ sansBase, actes }: SoinASimuler, jour: DateCivile): OrigineDeBase {
  if (sansBase === 'PRIX') return 'PRIX'
  const connues = actes.every(
    ({ code }) => (versionAu(socle.nomenclature, code, jour)?.base ?? null) !== null,
  )
  return connues ? 'ACTE' : 'INCONNUE'
}

/** The description of each field: how it is asked. */
const CHAMPS: Readonly<Record<NomChamp, (soin: SoinASimuler, jour: DateCivile) => readonly ChampView[]>> = {
  // Whatever the day: an act out of force is refused beside the date.
  acte: ({ actes }) => (actes.length === 1 ? [] : [choixDe('acte', 'De quoi s’agit-il ?', EN_CHOIX(actes))]),
  prix: ({ unite, prixReglemente }) => [
    montantDe(
      'prix',
      unite?.prix ?? 'Prix',
      prixReglemente === true
        ? 'En euros. Laissez vide pour le tarif réglementé.'
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
      ...(origineDeBase(soin, jour) === 'INCONNUE' ? {} : { rare: true }),
    },
  ],
  secteur: () => [
    choixDe(
      'secteur',
      'Ses tarifs',
      [
        { valeur: 'DPTAM', libelle: 'Secteur 1, ou secteur 2 avec OPTAM (dépassements maîtrisés)' },
        { valeur: 'NON_DPTAM', libelle: 'Secteur 2 sans OPTAM (honoraires libres)' },
      ],
      'C’est écrit sur annuairesante.ameli.fr, ou demandez-le en prenant rendez-vous.',
    ),
  ],
  parcours: () => [
    choixDe(
      'parcours',
      'Est-ce votre médecin traitant, ou vous envoie-t-il ?',
      OUI_NON,
      'Gynécologue, ophtalmologue et psychiatre (avant 26 ans) : répondez oui.',
    ),
  ],
  situation: () => [
    choixDe('situation', 'Prise en charge par l’Assurance maladie', [
      { valeur: 'HABITUELLE', libelle: 'Habituelle' },
      { valeur: 'ALD', libelle: 'À 100 % (affection de longue durée)' },
      { valeur: 'MATERNITE', libelle: 'Maternité (à partir du 6e mois)' },
    ]),
  ],
  quantite: ({ unite }) => [
    { nom: 'quantite', libelle: unite?.libelle ?? 'Nombre', genre: 'NOMBRE', depart: '1' },
  ],
  oreille: () => [choixDe('cote', 'Oreille', COTES(true))],
  oeil: () => [choixDe('cote', 'Œil', COTES(false))],
  maternite: () => [choixDe('maternite', 'À la maternité ?', [...OUI_NON].reverse())],
  lunettes: () => [
    choixDe('monture', 'Monture', [...EN_CHOIX(MONTURES), { ...SANS, libelle: 'Pas de monture' }]),
    montantDe('prixMonture', 'Prix de la monture', 'En euros, par exemple 120.'),
    ...verreDe('Droit'),
    ...verreDe('Gauche'),
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
      rare: true,
    },
  ],
}

/** The form of a kind of care: only what it needs. */
export function voirFormulaire(
  soin: SoinASimuler,
  personnes: readonly { readonly id: string; readonly prenom: string; readonly nom: string }[],
  jour: DateCivile,
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
      ...soin.champs.flatMap((nom) => CHAMPS[nom](soin, jour)),
    ],
  }
}

export interface FamilleView {
  readonly titre: string
  readonly soins: readonly { readonly code: string; readonly libelle: string }[]
}

/** The kinds of care by need: those that the formule guarantees, then the others. */
export function voirChoix(garantis: ReadonlySet<string> | null): {
  readonly garantis: readonly FamilleView[]
  readonly autres: readonly FamilleView[]
} {
  const estGaranti = ({ code }: SoinASimuler) => garantis === null || garantis.has(code)
  const familles = (soins: readonly SoinASimuler[]): FamilleView[] =>
    Object.entries(FAMILLES).flatMap(([cle, titre]) => {
      const siens = soins.filter(({ famille }) => famille === cle)
      return siens.length === 0
        ? []
        : [{ titre, soins: siens.map(({ code, libelle }) => ({ code, libelle })) }]
    })
  return {
    garantis: familles(SOINS_A_SIMULER.filter(estGaranti)),
    autres: familles(SOINS_A_SIMULER.filter((soin) => !estGaranti(soin))),
  }
}
