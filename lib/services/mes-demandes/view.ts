import type { NatureDemande } from '@/generated/prisma/enums'
import { ETATS, ecrireNumeroDemande, NATURES } from '@/lib/lexique/demandes'
import { formatDateEnLettres, octetsEnMots } from '@/lib/lexique/formats'
import { instantEntier, jourEntier, limiteEnMots } from '@/lib/lexique/instants'
import { ecrirePieceAttendue } from '@/lib/lexique/pieces'
import {
  etapePromesse,
  PHRASES_SUIVI,
  phraseArretee,
  phrasePassage,
  phraseQui,
} from '@/lib/lexique/suivi-demande'
import { type DateCivile, dateCivile } from '@/lib/rules/date/date-civile'
import type { Decision } from '@/lib/rules/decision/decision'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import type { ArticleId } from '@/lib/rules/decision/motif'
import { compterDelai } from '@/lib/rules/delai/compter-delai'
import { compterDelaiAnnexe } from '@/lib/rules/delai/compter-delai-annexe'
import type { Article } from '@/lib/rules/reglement/article'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { reglementDe } from '../cotisation/view'
import { estClose, estEnCours } from '../demande/etats'
import { type LigneApercu, type Limite, limiteSchema, type Resultat, resultatSchema } from '../demande/schema'
import { estEnRetard } from '../demande/view'
import type { FaitDit } from '../nature-demande/schema'
import { type EtapeView, etape } from '../remboursement/view'
import type { BrouillonLu, DemandeListee, DemandeLueDeMoi, MessageLu, PieceLue } from './data'

export interface Contexte {
  readonly article: (id: ArticleId) => Article | undefined
  /** Now, on the mutuelle's day. */
  readonly instant: Date
  /** The words of an objet or a subject; null when the nature says it all. */
  readonly sujet: (nature: NatureDemande, code: string | null) => string | null
}

/** `A_FAIRE`: something is expected of the reader, or unread. */
export type TonDemande = 'A_FAIRE' | 'EN_COURS' | 'RETARD' | 'FINIE'

export interface LigneDemande {
  readonly id: string
  readonly numero: string
  readonly titre: string
  readonly sujet: string | null
  readonly etat: string
  readonly envoyee: string
  /** Who has it and until when, or since when it is over. */
  readonly suite: string
  readonly nonLus: number
  readonly ton: TonDemande
}

function suiteDe(d: DemandeListee, instant: Date): string {
  if (d.closeLe !== null) return `Depuis le ${jourEntier(d.closeLe)}.`
  if (d.etat === 'PIECE_DEMANDEE' && d.pieceAvant !== null)
    return `À vous : la pièce est attendue avant le ${formatDateEnLettres(d.pieceAvant)}.`
  const qui = phraseQui(d.etat, d.equipe) ?? ''
  if (d.repondreAvant === null) return `${qui}.`
  const limite = limiteEnMots(d.repondreAvant)
  return estEnRetard(d, instant)
    ? `${qui}. La réponse était due avant le ${limite} : elle est en retard.`
    : `${qui}. Réponse avant le ${limite}.`
}

function tonDe(d: DemandeListee, instant: Date): TonDemande {
  if (d.nonLus > 0 || d.etat === 'PIECE_DEMANDEE') return 'A_FAIRE'
  if (estEnRetard(d, instant)) return 'RETARD'
  return d.closeLe === null ? 'EN_COURS' : 'FINIE'
}

export const voirLigneDemande = (d: DemandeListee, c: Contexte): LigneDemande => ({
  id: d.id,
  numero: ecrireNumeroDemande(d.numero),
  titre: NATURES[d.nature].titre,
  sujet: c.sujet(d.nature, d.objet ?? d.sujet),
  etat: ETATS[d.etat],
  envoyee: jourEntier(d.envoyeeLe),
  suite: suiteDe(d, c.instant),
  nonLus: d.nonLus,
  ton: tonDe(d, c.instant),
})

export interface BrouillonVu {
  readonly cle: string
  readonly nature: NatureDemande
  readonly titre: string
  readonly commence: string
  readonly extrait: string | null
  readonly pieces: number
}

const EXTRAIT = 80
const texteDe = (faits: unknown): string | null => {
  const saisie = typeof faits === 'object' && faits !== null && 'saisie' in faits ? faits.saisie : null
  const texte = typeof saisie === 'object' && saisie !== null && 'texte' in saisie ? saisie.texte : null
  return typeof texte === 'string' ? texte : null
}

export function voirBrouillon(b: BrouillonLu): BrouillonVu {
  const texte = texteDe(b.faits)
  return {
    cle: b.cle,
    nature: b.nature,
    titre: NATURES[b.nature].titre,
    commence: jourEntier(b.creeLe),
    extrait: texte === null || texte.length <= EXTRAIT ? texte : `${texte.slice(0, EXTRAIT).trimEnd()}…`,
    pieces: b.pieces.length,
  }
}

export interface PieceVue {
  readonly id: string
  readonly nom: string
  readonly taille: string
  /** Null: not to be had (infected, erased, being read), or not by this reader. */
  readonly href: string | null
}

export const voirPiece = (p: PieceLue): PieceVue => ({
  id: p.id,
  nom: p.nom,
  taille: octetsEnMots(p.taille),
  href:
    p.reservee || p.effacee || p.verdict === 'INFECTE' || p.verdict === 'EN_ATTENTE'
      ? null
      : `/adherent/documents/envois/${p.depotId}/telecharger`,
})

export interface MessageVu {
  readonly id: string
  readonly deGestion: boolean
  readonly texte: string
  readonly le: string
  /** Delivered, read, answered. */
  readonly etats: readonly string[]
  readonly nonLu: boolean
  readonly pieces: readonly PieceVue[]
}

export interface LimiteVue {
  readonly phrase: string
  /** The clock waits for a piece of theirs: said instead of the limit, which will move. */
  readonly arretee: string | null
  readonly etapes: readonly EtapeView[]
}

export interface DemandeVue {
  readonly id: string
  readonly cle: string
  readonly numero: string
  readonly nature: NatureDemande
  readonly titre: string
  readonly sujet: string | null
  readonly etat: string
  readonly brouillon: boolean
  readonly ton: TonDemande
  readonly qui: string | null
  readonly depuis: string | null
  readonly limite: LimiteVue | null
  readonly retard: readonly string[]
  readonly faits: readonly FaitDit[]
  readonly histoire: readonly { readonly le: string; readonly phrase: string }[]
  readonly fil: readonly MessageVu[]
  readonly nonLus: number
  readonly attendues: readonly AttendueVue[]
  readonly resultat: ResultatVu | null
  readonly peutEcrire: boolean
  readonly peutAnnuler: boolean
  readonly mediation: MediationVue | null
  /** Late, refused or answered: a réclamation may follow. */
  readonly desaccord: boolean
}

export interface AttendueVue {
  readonly id: string
  readonly piece: string
  readonly avant: string
  readonly bloquante: boolean
  readonly recue: string | null
}

export interface ResultatVu {
  readonly verdict: Resultat['verdict']
  readonly phrase: string | null
  /** What remains possible after a refusal, by the rules. */
  readonly possible: string | null
  readonly etapes: readonly EtapeView[]
  readonly lignes: readonly (Omit<LigneApercu, 'motifs'> & { readonly etapes: readonly EtapeView[] })[]
}

/** Steps that change who has it. */
const CHANGENT_DE_MAINS = new Set([
  'ENVOYER',
  'PRENDRE',
  'RENDRE',
  'TRANSFERER',
  'DEMANDER_PIECE',
  'COMPLETER',
  'RELANCER',
  'DEFAIRE',
  'ATTRIBUER',
])

export function voirDemande(d: DemandeLueDeMoi, faits: readonly FaitDit[], c: Contexte): DemandeVue {
  const fil = voirFil(d)
  const dernierChangement = d.passages.findLast(({ passage }) => CHANGENT_DE_MAINS.has(passage))
  const retard = estEnRetard({ ...d, arretee: d.arreteeLe !== null }, c.instant)
  const nonLus = fil.filter(({ nonLu }) => nonLu).length
  const ton =
    nonLus > 0 || d.etat === 'PIECE_DEMANDEE'
      ? 'A_FAIRE'
      : retard
        ? 'RETARD'
        : estClose(d.etat)
          ? 'FINIE'
          : 'EN_COURS'
  return {
    id: d.id,
    cle: d.cle,
    numero: ecrireNumeroDemande(d.numero),
    nature: d.nature,
    titre: NATURES[d.nature].titre,
    sujet: c.sujet(d.nature, d.objet),
    etat: ETATS[d.etat],
    brouillon: d.etat === 'BROUILLON',
    ton,
    qui: phraseQui(d.etat, d.equipe),
    depuis:
      estEnCours(d.etat) && dernierChangement !== undefined
        ? instantEntier(new Date(dernierChangement.moment))
        : null,
    limite: estEnCours(d.etat) ? voirLimite(d, c) : null,
    retard: retard ? direRetard(d) : [],
    faits,
    histoire: d.passages
      .filter(({ passage }) => passage !== 'CREER')
      .map((p) => ({ le: instantEntier(new Date(p.moment)), phrase: phrasePassage(p) })),
    fil,
    nonLus,
    attendues: d.attendues.map((a) => ({
      id: a.id,
      piece: ecrirePieceAttendue(a.piece),
      avant: formatDateEnLettres(a.avantLe),
      bloquante: a.bloquante,
      recue: a.recueLe === null ? null : jourEntier(new Date(a.recueLe)),
    })),
    resultat: d.resultat === null ? null : voirResultat(resultatSchema.parse(d.resultat), c),
    peutEcrire: estEnCours(d.etat) || d.etat === 'REPONDUE',
    peutAnnuler: estEnCours(d.etat) || d.etat === 'BROUILLON',
    desaccord: d.nature !== 'RECLAMATION' && (retard || d.etat === 'REFUSEE' || aEuReponse(d)),
    mediation: d.nature === 'RECLAMATION' ? voirMediation(d, c) : null,
  }
}

/** An answer stays one when its author writes again. */
const aEuReponse = ({ passages }: DemandeLueDeMoi): boolean =>
  passages.some(({ passage }) => passage === 'REPONDRE')

const direRetard = (d: DemandeLueDeMoi): readonly string[] => [
  PHRASES_SUIVI.RETARD,
  ...(d.escaladeeLe === null ? [] : [`${PHRASES_SUIVI.RESPONSABLE} ${jourEntier(d.escaladeeLe)}.`]),
]

/** Where a limit comes from, in a sentence with its text. */
export const etapesLimite = (limite: Limite, c: Pick<Contexte, 'article'>): readonly EtapeView[] => [
  limite.type === 'REGLE' ? etape(limite.motif, c) : etapePromesse(limite),
]

export interface PromesseVue {
  /** « jeudi 19 mars 2026, 14 h 32 ». */
  readonly avant: string
  readonly etapes: readonly EtapeView[]
  /** The acknowledgement, where a text gives it a day of its own. */
  readonly accuse: string | null
  /** What it took lately. */
  readonly enPratique: string | null
}

interface LimiteInstant {
  readonly avant: Date
  readonly limite: Limite
}

export function voirPromesse(
  promesse: LimiteInstant,
  accuse: LimiteInstant | null,
  article: Contexte['article'],
  enPratique: string | null,
): PromesseVue {
  const limites = accuse === null ? [promesse.limite] : [accuse.limite, promesse.limite]
  return {
    avant: limiteEnMots(promesse.avant),
    etapes: limites.flatMap((limite) => etapesLimite(limite, { article })),
    accuse: accuse === null ? null : limiteEnMots(accuse.avant),
    enPratique,
  }
}

function voirLimite(d: DemandeLueDeMoi, c: Contexte): DemandeVue['limite'] {
  if (d.repondreAvant === null || d.limite === null) return null
  const limite = limiteSchema.parse(d.limite)
  const etapes = etapesLimite(limite, c)
  const phrase = limiteEnMots(d.repondreAvant)
  if (d.arreteeLe === null) return { phrase, arretee: null, etapes }
  return {
    phrase,
    arretee: `${PHRASES_SUIVI.ARRETEE} ${jourEntier(d.arreteeLe)}.`,
    // The limit that its ground tells is no longer the one.
    etapes: etapes.map(({ article }) => ({ article, phrase: phraseArretee(limite) })),
  }
}

/** What was decided, its grounds, and each thing before and after. */
const voirResultat = ({ verdict, phrase, possible, motifs, lignes }: Resultat, c: Contexte): ResultatVu => ({
  verdict,
  phrase,
  possible: verdict === 'REFUSEE' ? possible : null,
  etapes: motifs.map((m) => etape(m, c)),
  lignes: lignes.map(({ libelle, avant, apres, motifs: m }) => ({
    libelle,
    avant,
    apres,
    etapes: m.map((un) => etape(un, c)),
  })),
})

/** Pieces sent with a draft are those of the first message. */
function voirFil(d: DemandeLueDeMoi): readonly MessageVu[] {
  const premier = d.messages.find(({ deGestion }) => !deGestion)?.id ?? null
  return d.messages.map((m, rang) => ({
    id: m.id,
    deGestion: m.deGestion,
    texte: m.texte,
    le: instantEntier(new Date(m.creeLe)),
    etats: etatsDe(m, d.messages.slice(rang + 1)),
    nonLu: m.deGestion && m.luLe === null,
    pieces: d.pieces.filter(({ messageId }) => (messageId ?? premier) === m.id).map(voirPiece),
  }))
}

function etatsDe(m: MessageLu, suivants: readonly MessageLu[]): readonly string[] {
  const lu = m.luLe === null ? null : instantEntier(new Date(m.luLe))
  if (m.deGestion) return [lu === null ? 'Nouveau' : `Lu par vous le ${lu}`]
  const reponse = suivants.find(({ deGestion }) => deGestion)
  return [
    'Remis à la mutuelle',
    // Whoever answers has read.
    ...(lu === null ? (reponse === undefined ? ['Pas encore lu'] : []) : [`Lu par la mutuelle le ${lu}`]),
    ...(reponse === undefined ? [] : [`Répondu le ${instantEntier(new Date(reponse.creeLe))}`]),
  ]
}

/** The pieces of a demande whose author wrote nothing: they are shown with its facts. */
export const piecesSansMessage = (d: DemandeLueDeMoi): readonly PieceVue[] =>
  d.messages.some(({ deGestion }) => !deGestion) ? [] : d.pieces.map(voirPiece)

export interface MediationVue {
  /** From when the mediator may be seized. */
  readonly quand: string
  readonly maintenant: boolean
  /** Last day to seize them; null when the règlement gives none. */
  readonly jusquau: string | null
  readonly etapes: readonly EtapeView[]
}

type Compter = (reglement: Reglement) => Decision<{ readonly limite: DateCivile }>

/** Null: the règlement says nothing of it. */
function delaiDe({ reglement }: DemandeLueDeMoi, compter: Compter, c: Contexte) {
  if (reglement === null) return null
  try {
    const decision = compter(reglementDe(reglement))
    if (decision.verdict !== 'ACCORDEE') return null
    return { limite: decision.valeur.limite, etape: etape(decision.motifs[0], c) }
  } catch (erreur) {
    if (erreur instanceof ErreurDeRegle && (erreur.code === 'NON_PREVU' || erreur.code === 'HORS_PERIODE'))
      return null
    throw erreur
  }
}

const JOUR_PARIS = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' })
const jourDe = (instant: Date): DateCivile => dateCivile(JOUR_PARIS.format(instant))

/** A réclamation that found no agreement goes to the mediator: when, until when, by which article. */
function voirMediation(d: DemandeLueDeMoi, c: Contexte): MediationVue | null {
  const repondue = aEuReponse(d)
  if (d.envoyeeLe === null || (d.etat === 'ANNULEE' && !repondue)) return null
  const depuis = jourDe(d.envoyeeLe)
  const [sansReponse, terme] = [
    delaiDe(d, (r) => compterDelaiAnnexe(r, 'SAISINE_MEDIATEUR_SANS_REPONSE', depuis), c),
    delaiDe(d, (r) => compterDelai(r, 'MEDIATION', depuis), c),
  ]
  const limite = sansReponse?.limite ?? (d.repondreAvant === null ? null : jourDe(d.repondreAvant))
  const passee = limite !== null && limite < jourDe(c.instant)
  return {
    quand: repondue
      ? 'Nous vous avons répondu : si cette réponse ne vous convient pas, vous pouvez le saisir dès maintenant.'
      : limite === null
        ? 'Vous pourrez le saisir quand nous aurons répondu, si la réponse ne vous convient pas.'
        : passee
          ? `Vous n’avez pas eu notre réponse le ${formatDateEnLettres(limite)} : vous pouvez le saisir dès maintenant.`
          : `Vous pourrez le saisir si notre réponse ne vous convient pas, ou si vous ne l’avez pas reçue le ${formatDateEnLettres(limite)}.`,
    maintenant: repondue || passee,
    jusquau: terme === null ? null : formatDateEnLettres(terme.limite),
    etapes: [sansReponse, terme].flatMap((trouve) => (trouve === null ? [] : [trouve.etape])),
  }
}
