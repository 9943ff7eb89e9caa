import { type Partage, sommerPartages } from '@/lib/flux/liquidation/partage'
import {
  formatDateEnChiffres,
  formatDateEnLettres,
  formatMontant,
  formatQuantite,
} from '@/lib/lexique/formats'
import {
  ACTES_PROPOSES,
  actesAChoisir,
  DEMANDEURS,
  direCodeRisque,
  direQuantite,
  ETATS,
  type EtatLu,
  GENRES,
  NATURES,
  nommerPrise,
  SUITES,
} from '@/lib/lexique/prises-en-charge'
import { ajouterMois, type DateCivile, joursEntre } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import type { Montant } from '@/lib/rules/montant/montant'
import { motifsSchema } from '../remboursement/schema'
import {
  type EtapeView,
  etape,
  type Lecteur,
  type PartageView,
  partager,
  type Ton,
} from '../remboursement/view'
import type { ContratAOuvrir, LigneLue, PriseLue, PrisesLues } from './data'
import { etatAu, peutPasser } from './etats'
import { RANGS } from './schema'

export interface CalculVue {
  readonly cle: string
  readonly sujet: string
  readonly partage: PartageView
  readonly etapes: readonly EtapeView[]
}

export interface PriseVue {
  readonly id: string
  readonly numero: string
  readonly titre: string
  readonly etat: { readonly phrase: string; readonly ton: Ton }
  /** What the state means for the reader. */
  readonly suite: string
  readonly pour: string
  readonly ou: string
  /** « entrée le 13 avril 2026 ». */
  readonly quand: string
  /** An accord that holds: we pay; else, we would. */
  readonly engage: boolean
  /** What its paper is called. */
  readonly papier: string
  readonly faits: readonly { readonly libelle: string; readonly valeur: string }[]
  /** « du … au … » ; null: no answer, or no. */
  readonly validite: string | null
  /** Null: nothing is computed. */
  readonly total: PartageView | null
  readonly mutuelle: Montant | null
  readonly calculs: readonly CalculVue[]
  readonly refus: readonly EtapeView[]
  readonly raison: string | null
  readonly documentId: string | null
}

interface Contexte extends Pick<Lecteur, 'article' | 'adhesions'> {
  readonly jour: DateCivile
}

const TONS: Readonly<Record<EtatLu, Ton>> = {
  EN_ATTENTE: 'ATTENTE',
  ACCORDEE: 'FAIT',
  REFUSEE: 'REFUS',
  ANNULEE: 'NEANT',
  EXPIREE: 'NEANT',
  UTILISEE: 'FAIT',
}

/** One act and who pays what of it. */
interface ActeCalcule {
  readonly libelle: string
  readonly soin: string
  readonly quantite: number
  readonly partage: Partage
  readonly motifs: readonly Motif[]
}

/** « Chambre particulière, par nuit, 3 nuits ». */
const nommerActe = ({ libelle, soin, quantite }: ActeCalcule): string =>
  [libelle, direQuantite(soin, quantite)].filter((mot) => mot !== null).join(', ')

function voirCalculs(
  actes: readonly ActeCalcule[],
  sujet: string,
  contexte: Pick<Lecteur, 'article'>,
): { readonly total: PartageView | null; readonly calculs: readonly CalculVue[] } {
  return {
    total: actes.length === 0 ? null : partager(sommerPartages(actes.map(({ partage }) => partage)), sujet),
    calculs: actes.map((acte, rang) => ({
      cle: String(rang),
      sujet: nommerActe(acte),
      partage: partager(acte.partage, `${sujet}, acte ${rang + 1}`),
      etapes: acte.motifs.map((m) => etape(m, contexte)),
    })),
  }
}

const calculee = (l: LigneLue): readonly ActeCalcule[] =>
  l.libelle === null || l.partage === null
    ? []
    : [
        {
          libelle: l.libelle,
          soin: l.soin,
          quantite: l.quantite,
          partage: l.partage,
          motifs: motifsSchema.parse(l.motifs),
        },
      ]

/** Answer time in words: « le jour même », « en 2 jours ». */
const delai = (de: DateCivile, a: DateCivile): string => {
  const jours = joursEntre(de, a)
  return jours <= 0 ? 'le jour même' : `en ${formatQuantite(jours, 'jours')}`
}

const siConnu = (libelle: string, valeur: string | null) => (valeur === null ? [] : [{ libelle, valeur }])

function faitsDe(p: PriseLue): PriseVue['faits'] {
  const sejour = p.nature === 'HOSPITALISATION'
  return [
    { libelle: 'Numéro', valeur: p.numero },
    { libelle: sejour ? 'Établissement' : 'Professionnel', valeur: p.professionnel },
    ...siConnu('FINESS', p.finess),
    { libelle: sejour ? 'Date d’entrée' : 'Date prévue', valeur: formatDateEnLettres(p.jour) },
    ...siConnu('Discipline médico-tarifaire (DMT)', p.dmt),
    ...siConnu('Code risque', p.codeRisque === null ? null : direCodeRisque(p.codeRisque)),
    { libelle: 'Demande', valeur: `le ${formatDateEnLettres(p.demandeeLe)}, par ${DEMANDEURS[p.demandeur]}` },
    ...siConnu(
      'Réponse',
      p.decideeLe === null
        ? null
        : `le ${formatDateEnLettres(p.decideeLe)}, ${delai(p.demandeeLe, p.decideeLe)}`,
    ),
    ...siConnu('Annulation', p.annuleeLe === null ? null : `le ${formatDateEnLettres(p.annuleeLe)}`),
  ]
}

const PAPIERS = {
  PRISE_EN_CHARGE: { ACCORD: 'Lire l’accord de prise en charge', REFUS: 'Lire la lettre de refus' },
  DEVIS: { ACCORD: 'Lire la réponse à mon devis', REFUS: 'Lire la lettre de refus' },
} as const

const periode = (du: DateCivile, au: DateCivile) =>
  `du ${formatDateEnLettres(du)} au ${formatDateEnLettres(au)}`

export const titrePrise = ({ genre, nature }: Pick<PriseLue, 'genre' | 'nature'>): string =>
  nommerPrise(genre, nature)

export function voirPrise(p: PriseLue, contexte: Contexte): PriseVue {
  const etat = etatAu(p, contexte.jour)
  const accord = p.valideDu !== null
  const { total, calculs } = voirCalculs(p.lignes.flatMap(calculee), `prise en charge ${p.numero}`, contexte)
  const motifs = motifsSchema.safeParse(p.motifs)
  // The letter of refusal is addressed to the membre participant.
  const lisible = accord || contexte.adhesions.includes(p.adhesionId)
  return {
    id: p.id,
    numero: p.numero,
    titre: titrePrise(p),
    etat: { phrase: ETATS[p.genre][etat], ton: TONS[etat] },
    suite: SUITES[p.genre][etat],
    pour: `${p.prenom} ${p.nom}`,
    ou: p.professionnel,
    quand: `${p.nature === 'HOSPITALISATION' ? 'entrée' : 'prévu'} le ${formatDateEnLettres(p.jour)}`,
    engage: p.genre === 'PRISE_EN_CHARGE' && etat === 'ACCORDEE',
    papier: PAPIERS[p.genre][accord ? 'ACCORD' : 'REFUS'],
    faits: faitsDe(p),
    validite: p.valideDu === null || p.valideAu === null ? null : periode(p.valideDu, p.valideAu),
    total,
    mutuelle: total?.parts.find(({ qui }) => qui === 'MUTUELLE')?.montant ?? null,
    calculs,
    refus: motifs.success ? motifs.data.map((m) => etape(m, contexte)) : [],
    raison: p.raison,
    documentId: lisible ? p.documentId : null,
  }
}

export interface PrisesVue {
  readonly prises: readonly PriseVue[]
  readonly suite: string | null
}

export const voirPrises = ({ prises, suite }: PrisesLues, contexte: Contexte): PrisesVue => ({
  prises: prises.map((p) => voirPrise(p, contexte)),
  suite,
})

/** A line of the list of staff. */
export interface LignePrise {
  readonly id: string
  readonly qui: string
  readonly quoi: string
  readonly quand: string
  readonly etat: PriseVue['etat']
  readonly mutuelle: string | null
}

export function voirLignePrise(p: PriseLue, jour: DateCivile): LignePrise {
  const etat = etatAu(p, jour)
  const payes = p.lignes.flatMap(({ partage }) => (partage === null ? [] : [partage.partMutuelle]))
  return {
    id: p.id,
    qui: `${p.prenom} ${p.nom}, n° ${p.numeroAdherent}`,
    quoi: `${titrePrise(p)}, ${p.professionnel}, le ${formatDateEnChiffres(p.jour)}`,
    quand:
      p.decideeLe === null
        ? `n° ${p.numero}, demande du ${formatDateEnChiffres(p.demandeeLe)}, depuis ${formatQuantite(Math.max(0, joursEntre(p.demandeeLe, jour)), 'jours')}`
        : `n° ${p.numero}, réponse du ${formatDateEnChiffres(p.decideeLe)}, ${delai(p.demandeeLe, p.decideeLe)}`,
    etat: { phrase: ETATS[p.genre][etat], ton: TONS[etat] },
    mutuelle: payes.length === 0 ? null : formatMontant(payes.reduce((t, n) => t + n, 0)),
  }
}

/** What a preview shows: the shares, the grounds, and whether it may be granted. Plain data: it travels in the state of a form. */
export interface ApercuVue {
  readonly total: PartageView | null
  readonly calculs: readonly CalculVue[]
  readonly formule: string | null
  readonly refus: readonly EtapeView[]
  /** Null: nothing forbids it. */
  readonly empechement: string | null
  /** In cents, sent back with the accord. */
  readonly attendu: number
}

interface CalculLu {
  readonly fermes: readonly Motif[]
  readonly actes: readonly {
    readonly soin: string
    readonly quantite: number
    readonly prestation: { readonly libelle: string; readonly partage: Partage }
    readonly motifs: readonly Motif[]
  }[]
  readonly formule: { readonly libelle: string } | null
  readonly total: number
}

export const voirApercu = (
  { fermes, actes, formule, total }: CalculLu,
  empechement: string | null,
  contexte: Pick<Lecteur, 'article'>,
): ApercuVue => ({
  ...voirCalculs(
    actes.map(({ soin, quantite, prestation: { libelle, partage }, motifs }) => ({
      libelle,
      soin,
      quantite,
      partage,
      motifs,
    })),
    'aperçu',
    contexte,
  ),
  formule: formule?.libelle ?? null,
  refus: fermes.map((m) => etape(m, contexte)),
  empechement,
  attendu: total,
})

const VALIDITE_PROPOSEE_MOIS = 3
const enEuros = (centimes: number | null): string =>
  centimes === null ? '' : (centimes / 100).toFixed(2).replace('.', ',')

export interface DecisionVue {
  readonly prise: string
  readonly version: number
  readonly sejour: boolean
  /** Some acts have a side. */
  readonly cotes: boolean
  readonly rangs: readonly number[]
  readonly choix: readonly { readonly valeur: string; readonly libelle: string }[]
  /** What the fields hold before anything is typed. */
  readonly valeurs: Readonly<Record<string, string>>
  readonly annulable: boolean
  readonly utilisable: boolean
  readonly aDecider: boolean
}

export function voirDecision(p: PriseLue): DecisionVue {
  const choix = actesAChoisir(p.nature)
  const proposes = p.lignes.length > 0 ? [] : (ACTES_PROPOSES[p.nature] ?? [])
  const lignes = p.lignes.flatMap((l, rang) => [
    [`acte${rang}`, `${l.soin}/${l.acte}`],
    [`quantite${rang}`, String(l.quantite)],
    [`prix${rang}`, enEuros(l.prix)],
    [`base${rang}`, enEuros(l.baseSaisie)],
    [`cote${rang}`, l.cote ?? ''],
  ])
  return {
    prise: p.id,
    version: p.version,
    sejour: p.nature === 'HOSPITALISATION',
    cotes: choix.some(({ soin }) => soin.champs.some((c) => c === 'oreille' || c === 'oeil')),
    rangs: RANGS,
    choix: choix.map(({ cle, libelle }) => ({ valeur: cle, libelle })),
    valeurs: {
      situation: p.situation,
      secteur: p.dptam ? 'DPTAM' : 'NON_DPTAM',
      valideDu: p.jour,
      valideAu: ajouterMois(p.jour, VALIDITE_PROPOSEE_MOIS),
      ...Object.fromEntries(proposes.map((cle, rang) => [`acte${rang}`, cle])),
      ...Object.fromEntries(lignes),
    },
    aDecider: peutPasser(p.etat, 'ACCORDEE'),
    annulable: peutPasser(p.etat, 'ANNULEE'),
    utilisable: peutPasser(p.etat, 'UTILISEE'),
  }
}

export interface SaisieVue {
  readonly adhesion: string
  readonly genre: PriseLue['genre']
  readonly nature: PriseLue['nature']
  readonly titre: string
  readonly sejour: boolean
  /** The DMT and the code risque are due. */
  readonly exige: boolean
  readonly personnes: readonly { readonly valeur: string; readonly libelle: string }[]
}

export function voirSaisie(
  { id, personnes }: ContratAOuvrir,
  { genre, nature }: Pick<PriseLue, 'genre' | 'nature'>,
): SaisieVue {
  const uniques = new Map(personnes.map((p) => [p.id, `${p.prenom} ${p.nom}`]))
  return {
    adhesion: id,
    genre,
    nature,
    titre: titrePrise({ genre, nature }),
    sejour: nature === 'HOSPITALISATION',
    exige: genre === 'PRISE_EN_CHARGE',
    personnes: [...uniques].map(([valeur, libelle]) => ({ valeur, libelle })),
  }
}

const enChoix = (libelles: Readonly<Record<string, string>>) =>
  Object.entries(libelles).map(([valeur, libelle]) => ({ valeur, libelle }))
export const CHOIX_OUVERTURE = { genres: enChoix(GENRES), natures: enChoix(NATURES) }
