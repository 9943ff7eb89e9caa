import type { EquipeGestion, EtatDemande, NatureDemande, PassageDemande } from '@/generated/prisma/enums'
import { EQUIPES, ETATS, ecrireNumeroDemande, NATURES, PIECE_MEDICALE } from '@/lib/lexique/demandes'
import { formatDateEntiere, formatMoment, octetsEnMots } from '@/lib/lexique/formats'
import { ecrirePieceAttendue } from '@/lib/lexique/pieces'
import { phraseArret, phrasePassage } from '@/lib/lexique/suivi-demande'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { jourDuMoment, type Moment } from '@/lib/rules/date/moment'
import type { ArticleId } from '@/lib/rules/decision/motif'
import type { Article } from '@/lib/rules/reglement/article'
import type { LigneApercu, Limite, Resultat } from '../demande/schema'
import { type AEcheance, estEnRetard } from '../demande/view'
import type { ChampSaisie, FaitDit } from '../nature-demande/schema'
import { type EtapeView, etape } from '../remboursement/view'
import type { Gestes } from './access'

/** A line as the base gives it, its instants as clocks in Paris show them. */
export interface LigneLue {
  readonly id: string
  readonly numero: number
  readonly nature: NatureDemande
  readonly etat: EtatDemande
  readonly objet: string | null
  readonly equipe: EquipeGestion
  readonly qui: string
  readonly numeroAdherent: string | null
  readonly agent: string | null
  readonly mienne: boolean
  readonly repondreAvant: Moment
  readonly closeLe: Moment | null
  readonly arretee: boolean
  readonly pieces: number
  /** Written by the person since somebody took it, and read by nobody. */
  readonly nonLus: number
}

export interface LigneVue {
  readonly id: string
  readonly numero: string
  readonly titre: string
  readonly qui: string
  readonly numeroAdherent: string | null
  readonly etat: string
  readonly chez: string
  readonly mienne: boolean
  readonly echeance: string
  readonly retard: boolean
  readonly pieces: string | null
  readonly nonLus: string | null
}

export interface Comptes {
  readonly aFaire: number
  readonly retard: number
  readonly messages: number
  readonly piece: number
  readonly miennes: number
}

/** What is typed for an objet, by its code. */
export type Objets = Readonly<Record<string, string>>

const titreDe = (nature: NatureDemande, objet: string | null, objets: Objets): string =>
  objet === null ? NATURES[nature].titre : `${NATURES[nature].titre} : ${enSuite(objets[objet] ?? objet)}`

/** After a colon. */
const enSuite = (texte: string): string => `${texte.charAt(0).toLowerCase()}${texte.slice(1)}`

const chez = (d: Pick<LigneLue, 'mienne' | 'agent' | 'equipe'>): string =>
  d.mienne ? 'vous' : (d.agent ?? EQUIPES[d.equipe])

interface AvecLimite extends AEcheance<Moment> {
  readonly repondreAvant: Moment
  readonly closeLe: Moment | null
}

/** Until when, as staff read it. */
function phraseLimite(d: AvecLimite, instant: Moment): string {
  const avant = formatMoment(d.repondreAvant)
  if (d.closeLe !== null) return `Close le ${formatMoment(d.closeLe)}`
  if (estEnRetard(d, instant)) return `En retard : il fallait répondre avant le ${avant}`
  if (d.arretee) return 'En attente d’une pièce ; notre délai est arrêté'
  if (d.etat === 'PIECE_DEMANDEE') return `En attente d’une pièce ; date limite : le ${avant}`
  return `Répondre avant le ${avant}`
}

export function voirLigne(d: LigneLue, instant: Moment, objets: Objets): LigneVue {
  return {
    id: d.id,
    numero: ecrireNumeroDemande(d.numero),
    titre: titreDe(d.nature, d.objet, objets),
    qui: d.qui,
    numeroAdherent: d.numeroAdherent,
    etat: ETATS[d.etat],
    chez: chez(d),
    mienne: d.mienne,
    echeance: phraseLimite(d, instant),
    retard: estEnRetard(d, instant),
    pieces: d.pieces === 0 ? null : d.pieces === 1 ? '1 pièce jointe' : `${d.pieces} pièces jointes`,
    nonLus: d.nonLus === 0 ? null : d.nonLus === 1 ? 'Un message non lu' : `${d.nonLus} messages non lus`,
  }
}

export interface PassageLu {
  readonly passage: PassageDemande
  readonly moment: Moment
  readonly qui: string | null
  readonly gestion: boolean
  readonly donnees: Readonly<Record<string, string | number | boolean | null>>
}

export interface PassageVu {
  readonly titre: string
  readonly qui: string
  readonly quand: string
}

export const voirPassage = (p: PassageLu): PassageVu => ({
  titre: phrasePassage(p),
  qui: p.qui ?? 'Automatique',
  quand: formatMoment(p.moment),
})

export interface MessageLu {
  readonly id: string
  readonly texte: string
  readonly deGestion: boolean
  readonly interne: boolean
  readonly qui: string
  readonly creeLe: Moment
  readonly luLe: Moment | null
}

export interface MessageVu {
  readonly id: string
  readonly paragraphes: readonly string[]
  /** Who wrote, and to whom it is shown. */
  readonly de: string
  readonly sorte: 'RECU' | 'ENVOYE' | 'NOTE'
  readonly quand: string
  readonly lu: string | null
}

export const voirMessage = (m: MessageLu): MessageVu => ({
  id: m.id,
  paragraphes: m.texte.split(/\n{2,}/),
  de: m.interne ? `Note interne de ${m.qui}` : m.deGestion ? `Réponse de ${m.qui}` : m.qui,
  sorte: m.interne ? 'NOTE' : m.deGestion ? 'ENVOYE' : 'RECU',
  quand: formatMoment(m.creeLe),
  lu: !m.deGestion || m.interne ? null : m.luLe === null ? 'Pas encore lu' : `Lu le ${formatMoment(m.luLe)}`,
})

export interface PieceLue {
  readonly id: string
  readonly nom: string
  readonly taille: number
  readonly piece: string | null
  readonly medicale: boolean
  readonly creeLe: Moment
  readonly verdict: 'NON_REQUIS' | 'EN_ATTENTE' | 'SAIN' | 'INFECTE'
  readonly effacee: boolean
}

export interface PieceVue {
  readonly id: string
  /** The name of a medical piece says what it is about: it is not shown either. */
  readonly nom: string
  readonly precision: string
  readonly medicale: boolean
  readonly ouvrable: boolean
}

export function voirPiece(p: PieceLue, permise: boolean): PieceVue {
  const recue = `reçue le ${formatMoment(p.creeLe)}`
  if (!permise)
    return {
      id: p.id,
      nom: PIECE_MEDICALE,
      precision: recue,
      medicale: true,
      ouvrable: false,
    }
  const obstacle = p.effacee
    ? 'effacée : sa durée de conservation est passée'
    : p.verdict === 'EN_ATTENTE'
      ? 'l’antivirus ne l’a pas encore lue'
      : p.verdict === 'INFECTE'
        ? 'l’antivirus y a trouvé un programme dangereux'
        : null
  const precisions = [
    p.piece === null ? null : ecrirePieceAttendue(p.piece),
    octetsEnMots(p.taille),
    recue,
    p.medicale ? 'médicale : vous seul l’ouvrez' : null,
    obstacle,
  ]
  return {
    id: p.id,
    nom: p.nom,
    precision: precisions.filter((dit) => dit !== null).join(', '),
    medicale: p.medicale,
    ouvrable: obstacle === null,
  }
}

export interface AttendueLue {
  readonly id: string
  readonly piece: string
  readonly avantLe: string
  readonly bloquante: boolean
  readonly rappeleeLe: Moment | null
  readonly recueLe: Moment | null
  readonly dispenseeLe: Moment | null
}

/** What may be said of it now. */
export interface GestesAttendue {
  readonly recevoir: boolean
  readonly sePasser: boolean
  readonly redemander: boolean
}

export interface AttendueVue {
  readonly id: string
  readonly piece: string
  readonly phrase: string
  readonly ouverte: boolean
  readonly gestes: GestesAttendue
}

/** `permis`: of this person, in this state of the demande. */
export function voirAttendue(
  a: AttendueLue,
  instant: Moment,
  permis: { readonly juger: boolean; readonly redemander: boolean },
): AttendueVue {
  const ouverte = a.recueLe === null && a.dispenseeLe === null
  const avant = formatDateEntiere(dateCivile(a.avantLe))
  const passee = a.avantLe < jourDuMoment(instant)
  const poids = a.bloquante ? 'Indispensable.' : 'Utile, la décision peut être prise sans elle.'
  const rappel = a.rappeleeLe === null ? '' : ` Rappelée le ${formatMoment(a.rappeleeLe)}.`
  return {
    id: a.id,
    piece: ecrirePieceAttendue(a.piece),
    phrase:
      a.recueLe !== null
        ? `Reçue le ${formatMoment(a.recueLe)}.`
        : a.dispenseeLe !== null
          ? `Plus attendue depuis le ${formatMoment(a.dispenseeLe)} : la décision se prend sans elle.`
          : `${passee ? `Pas venue : elle était attendue avant le ${avant}.` : `Attendue avant le ${avant}.`} ${poids}${rappel}`,
    ouverte,
    gestes: {
      recevoir: ouverte && permis.juger,
      sePasser: ouverte && permis.juger,
      redemander: permis.redemander,
    },
  }
}

export interface Horloge {
  readonly phrase: string
  readonly retard: boolean
  /** Where the limit comes from: an article unfolded, or a promise said. */
  readonly etapes: readonly EtapeView[]
  readonly promesse: string | null
  readonly constate: string | null
}

export type Articles = (id: ArticleId) => Article | undefined

interface AHeure extends AvecLimite {
  readonly limite: Limite
}

const UNITES = { HEURES_OUVREES: 'heures, les jours ouvrés', JOURS_OUVRES: 'jours ouvrés' } as const

export function voirHorloge(d: AHeure, instant: Moment, article: Articles, constate: string | null): Horloge {
  return {
    phrase: `${phraseLimite(d, instant)}.`,
    retard: estEnRetard(d, instant),
    etapes: d.limite.type === 'REGLE' ? [etape(d.limite.motif, { article })] : [],
    promesse:
      d.limite.type === 'PROMESSE'
        ? `Promesse de la mutuelle : ${d.limite.nombre} ${UNITES[d.limite.unite]}.${phraseArret(d.limite)}`
        : null,
    constate,
  }
}

export interface LigneApercuVue {
  readonly libelle: string
  readonly avant: string | null
  readonly apres: string
  readonly etapes: readonly EtapeView[]
}

/** What accepting would do, said to who decides. */
export type ApercuVu =
  | {
      readonly verdict: 'ACCORDEE'
      readonly lignes: readonly LigneApercuVue[]
      readonly etapes: readonly EtapeView[]
    }
  | { readonly verdict: 'REFUSEE'; readonly etapes: readonly EtapeView[]; readonly possible: string | null }
  | { readonly verdict: 'INCOMPLETE'; readonly manque: readonly string[] }

export const voirLignes = (lignes: readonly LigneApercu[], article: Articles): LigneApercuVue[] =>
  lignes.map(({ libelle, avant, apres, motifs }) => ({
    libelle,
    avant,
    apres,
    etapes: motifs.map((m) => etape(m, { article })),
  }))

export interface ResultatVu {
  readonly titre: string
  readonly phrase: string | null
  readonly possible: string | null
  readonly lignes: readonly LigneApercuVue[]
  readonly etapes: readonly EtapeView[]
  readonly reglement: string | null
}

const TITRES_RESULTAT = {
  ACCEPTEE: 'Demande acceptée',
  REFUSEE: 'Demande refusée',
  DEFAITE: 'Décision annulée : ce qu’elle changeait',
} as const

export const voirResultat = (r: Resultat, article: Articles): ResultatVu => ({
  titre: TITRES_RESULTAT[r.verdict],
  phrase: r.phrase,
  possible: r.verdict === 'REFUSEE' ? r.possible : null,
  lignes: voirLignes(r.lignes, article),
  etapes: r.motifs.map((m) => etape(m, { article })),
  reglement: r.reglement,
})

/** A choice of a list. */
export interface Choix {
  readonly valeur: string
  readonly libelle: string
}

export interface FicheVue {
  readonly id: string
  readonly numero: string
  readonly titre: string
  readonly nature: NatureDemande
  readonly version: number
  /** How many messages of the person it shows. */
  readonly vus: number
  readonly etat: string
  readonly equipe: EquipeGestion
  readonly chez: string
  readonly mienne: boolean
  readonly qui: string
  /** Whose file it is; null for whom it is not open. */
  readonly dossier: string | null
  readonly numeroAdherent: string | null
  readonly personne: string | null
  readonly faits: readonly FaitDit[]
  /** Where more of what it is about is shown. */
  readonly lien: { readonly href: string; readonly libelle: string } | null
  readonly horloge: Horloge
  readonly passages: readonly PassageVu[]
  readonly messages: readonly MessageVu[]
  readonly pieces: readonly PieceVue[]
  readonly attendues: readonly AttendueVue[]
  readonly resultat: ResultatVu | null
  readonly gestes: Gestes
  /** Pieces that the règlement names for such a demande. */
  readonly piecesPossibles: readonly Choix[]
  /** What staff has to type to accept; none: nothing. */
  readonly champs: readonly ChampSaisie[]
  /** To whom it may be handed. */
  readonly collegues: readonly Choix[]
}

/** In the words of the list and of the page. */
export const nommerDemande = titreDe
