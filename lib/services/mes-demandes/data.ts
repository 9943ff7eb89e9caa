import type { EquipeGestion, EtatDemande, NatureDemande, PassageDemande } from '@/generated/prisma/enums'
import { PIECE_MEDICALE } from '@/lib/lexique/demandes'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { aujourdhui, instantMetier, instantParis, momentParis } from '@/lib/server/clock'
import { lire } from '@/lib/server/db'
import { organisme } from '@/lib/server/organisme'
import type { PorteeAdherent } from '@/lib/server/portee'
import { reglementDe } from '../cotisation/view'
import { loadDelaisConstates } from '../delai-constate/data'
import { phraseDelaiConstate } from '../delai-constate/view'
import { limiteAccuse, limiteDe } from '../demande/view'
import { libelleSujet } from '../demande-parole/data'
import { natureTraitee } from '../nature-demande/data'
import type { FaitDit } from '../nature-demande/schema'
import { enRegard } from '../regard/access'
import { articleCite } from '../remboursement/data'
import { type CleDemande, ecrireCleDemande } from './schema'
import { type Contexte, type PromesseVue, voirPromesse } from './view'

export const DEMANDES_PAR_PAGE = 25

/** A line of the list. Instants are of Paris, days civil. */
export interface DemandeListee {
  readonly id: string
  readonly numero: number
  readonly nature: NatureDemande
  readonly etat: EtatDemande
  readonly objet: string | null
  readonly sujet: string | null
  readonly equipe: EquipeGestion
  readonly envoyeeLe: Date
  readonly repondreAvant: Date | null
  readonly arretee: boolean
  readonly escaladeeLe: Date | null
  readonly closeLe: Date | null
  readonly nonLus: number
  /** The day before which a piece is awaited. */
  readonly pieceAvant: string | null
  /** Last word written, or the sending. */
  readonly activite: Date
}

export interface PageDemandes {
  readonly demandes: readonly DemandeListee[]
  /** Key of the next page. */
  readonly suite: string | null
}

const COLONNES = `d.id, d.numero, d.nature::text AS nature, d.etat::text AS etat, d.objet, d.faits->>'sujet' AS sujet, d.equipe::text AS equipe,
  d.envoyee_le AS "envoyeeLe", d.repondre_avant AS "repondreAvant", d.arretee_le IS NOT NULL AS arretee, d.escaladee_le AS "escaladeeLe", d.close_le AS "closeLe",
  (SELECT min(a.avant_le)::text FROM pieces_attendues a WHERE a.demande_id = d.id AND a.recue_le IS NULL AND a.dispensee_le IS NULL) AS "pieceAvant"`
const FIL = `JOIN LATERAL (SELECT count(*) FILTER (WHERE m.de_gestion AND m.lu_le IS NULL)::int AS "nonLus",
    greatest(d.envoyee_le, max(m.cree_le)) AS activite FROM messages_demande m WHERE m.demande_id = d.id) f ON true`

/** Staff who look at a space read there no more than from their own: nothing of the médecin-conseil's, nothing that was not sent. */
const lisibles = (acteur: PorteeAdherent): string =>
  enRegard(acteur) ? "AND d.equipe <> 'MEDICAL' AND d.envoyee_le IS NOT NULL" : ''

/** What this account asked and sent, the latest first. */
export async function loadMesDemandes(
  acteur: PorteeAdherent,
  avant: CleDemande | null,
): Promise<PageDemandes> {
  const lues = await lire(acteur, (tx) =>
    tx.$queryRawUnsafe<DemandeListee[]>(
      `SELECT ${COLONNES}, f.* FROM demandes d ${FIL} WHERE d.compte_id = $1::uuid AND d.envoyee_le IS NOT NULL ${lisibles(acteur)}
        ${avant === null ? '' : 'AND (d.envoyee_le, d.id) < ($2::timestamptz, $3::uuid)'}
        ORDER BY d.envoyee_le DESC, d.id DESC LIMIT ${DEMANDES_PAR_PAGE + 1}`,
      acteur.compteId,
      ...(avant === null ? [] : [avant.le.toISOString(), avant.id]),
    ),
  )
  return paginer(lues, ({ envoyeeLe, id }) => ({ nonLus: false, le: envoyeeLe, id }))
}

/** Their threads: what was answered and not read first, then by the last word. */
export async function loadMesFils(acteur: PorteeAdherent, avant: CleDemande | null): Promise<PageDemandes> {
  const lues = await lire(acteur, (tx) =>
    tx.$queryRawUnsafe<DemandeListee[]>(
      `SELECT * FROM (SELECT ${COLONNES}, f.* FROM demandes d ${FIL}
          WHERE d.compte_id = $1::uuid AND d.nature = 'MESSAGE' AND d.envoyee_le IS NOT NULL ${lisibles(acteur)}) l
        ${avant === null ? '' : 'WHERE ("nonLus" > 0, activite, id) < ($2::boolean, $3::timestamptz, $4::uuid)'}
        ORDER BY ("nonLus" > 0) DESC, activite DESC, id DESC LIMIT ${DEMANDES_PAR_PAGE + 1}`,
      acteur.compteId,
      ...(avant === null ? [] : [avant.nonLus, avant.le.toISOString(), avant.id]),
    ),
  )
  return paginer(lues, ({ nonLus, activite, id }) => ({ nonLus: nonLus > 0, le: activite, id }))
}

function paginer(lues: readonly DemandeListee[], cleDe: (lue: DemandeListee) => CleDemande): PageDemandes {
  const demandes = lues.slice(0, DEMANDES_PAR_PAGE)
  const derniere = demandes.at(-1)
  const suite = lues.length > DEMANDES_PAR_PAGE && derniere !== undefined
  return { demandes, suite: suite ? ecrireCleDemande(cleDe(derniere)) : null }
}

/** Answers of the mutuelle that this account has not read. */
export async function compterNonLus(acteur: PorteeAdherent): Promise<number> {
  const [lu] = await lire(
    acteur,
    (tx) => tx.$queryRaw<{ nombre: number }[]>`
      SELECT count(*)::int AS nombre FROM messages_demande m JOIN demandes d ON d.id = m.demande_id
      WHERE d.compte_id = ${acteur.compteId}::uuid AND m.de_gestion AND NOT m.interne AND m.lu_le IS NULL`,
  )
  return lu?.nombre ?? 0
}

export interface PieceLue {
  readonly id: string
  readonly depotId: string
  readonly messageId: string | null
  readonly nom: string
  readonly taille: number
  readonly verdict: 'NON_REQUIS' | 'EN_ATTENTE' | 'SAIN' | 'INFECTE'
  readonly effacee: boolean
  readonly medicale: boolean
  /** Named, and not given to this reader. */
  readonly reservee?: true
}

export interface BrouillonLu {
  readonly id: string
  readonly cle: string
  readonly numero: number
  readonly nature: NatureDemande
  readonly etat: EtatDemande
  readonly envoyee: boolean
  readonly repondreAvant: Date | null
  readonly creeLe: Date
  readonly adhesionId: string | null
  readonly faits: unknown
  readonly pieces: readonly PieceLue[]
}

const PIECES = `(SELECT coalesce(json_agg(json_build_object('id', p.id, 'depotId', p.depot_id, 'messageId', p.message_id, 'nom', o.nom_origine,
    'taille', f.taille, 'verdict', f.verdict, 'effacee', f.efface_le IS NOT NULL, 'medicale', p.medicale) ORDER BY p.cree_le, p.id), '[]')
  FROM pieces_demande p JOIN depots o ON o.id = p.depot_id JOIN fichiers f ON f.id = o.fichier_id WHERE p.demande_id = d.id) AS pieces`
const BROUILLON = `d.id, d.cle, d.numero, d.nature::text AS nature, d.etat::text AS etat, d.envoyee_le IS NOT NULL AS envoyee,
  d.repondre_avant AS "repondreAvant", d.cree_le AS "creeLe", d.adhesion_id::text AS "adhesionId", d.faits, ${PIECES}`

/** What became of a form: kept as a draft, sent, given up. Null: nothing yet. */
export async function loadParCle(acteur: PorteeAdherent, cle: string): Promise<BrouillonLu | null> {
  const [lu] = await lire(acteur, (tx) =>
    tx.$queryRawUnsafe<BrouillonLu[]>(
      `SELECT ${BROUILLON} FROM demandes d WHERE d.compte_id = $1::uuid AND d.cle = $2::uuid ${lisibles(acteur)}`,
      acteur.compteId,
      cle,
    ),
  )
  return lu ?? null
}

const BROUILLONS_MONTRES = 20

/** What is written and not sent, the latest first; of one nature, or of all. */
export const loadBrouillons = (
  acteur: PorteeAdherent,
  nature: NatureDemande | null,
): Promise<readonly BrouillonLu[]> =>
  lire(acteur, (tx) =>
    tx.$queryRawUnsafe<BrouillonLu[]>(
      `SELECT ${BROUILLON} FROM demandes d WHERE d.compte_id = $1::uuid AND d.etat = 'BROUILLON' AND ($2::text IS NULL OR d.nature::text = $2) ${lisibles(acteur)}
        ORDER BY d.cree_le DESC, d.id DESC LIMIT ${BROUILLONS_MONTRES}`,
      acteur.compteId,
      nature,
    ),
  )

/** As JSON gives them: instants are texts. */
export interface PassageLu {
  readonly passage: PassageDemande
  readonly etat: EtatDemande
  readonly moment: string
  readonly parMoi: boolean
  readonly donnees: Readonly<Record<string, string | number | boolean | null>>
}
export interface MessageLu {
  readonly id: string
  readonly texte: string
  readonly deGestion: boolean
  readonly creeLe: string
  readonly luLe: string | null
}
export interface AttendueLue {
  readonly id: string
  readonly piece: string
  readonly avantLe: string
  readonly bloquante: boolean
  readonly recueLe: string | null
}

export interface DemandeLueDeMoi {
  readonly id: string
  readonly compteId: string
  readonly cle: string
  readonly numero: number
  readonly nature: NatureDemande
  readonly etat: EtatDemande
  readonly objet: string | null
  readonly faits: unknown
  readonly equipe: EquipeGestion
  readonly envoyeeLe: Date | null
  readonly repondreAvant: Date | null
  readonly arreteeLe: Date | null
  readonly limite: unknown
  readonly escaladeeLe: Date | null
  readonly closeLe: Date | null
  readonly resultat: unknown
  readonly reglement: string | null
  readonly passages: readonly PassageLu[]
  readonly messages: readonly MessageLu[]
  readonly pieces: readonly PieceLue[]
  readonly attendues: readonly AttendueLue[]
}

/** All of one demande, in one look. What stays in the house is filtered here too: staff reads with other eyes. */
export const DEMANDE_ENTIERE = `SELECT d.id, d.compte_id AS "compteId", d.cle, d.numero, d.nature::text AS nature, d.etat::text AS etat, d.objet, d.faits, d.equipe::text AS equipe,
    d.envoyee_le AS "envoyeeLe", d.repondre_avant AS "repondreAvant", d.arretee_le AS "arreteeLe", d.limite, d.escaladee_le AS "escaladeeLe", d.close_le AS "closeLe",
    d.resultat, a.reglement, ${PIECES},
    (SELECT coalesce(json_agg(json_build_object('passage', p.passage, 'etat', p.etat, 'moment', p.moment, 'donnees', p.donnees,
        'parMoi', p.compte_id IS NOT DISTINCT FROM d.compte_id) ORDER BY p.rang), '[]')
      FROM passages_demande p WHERE p.demande_id = d.id) AS passages,
    (SELECT coalesce(json_agg(json_build_object('id', m.id, 'texte', m.texte, 'deGestion', m.de_gestion, 'creeLe', m.cree_le,
        'luLe', m.lu_le) ORDER BY m.cree_le, m.id), '[]')
      FROM messages_demande m WHERE m.demande_id = d.id AND NOT m.interne) AS messages,
    (SELECT coalesce(json_agg(json_build_object('id', e.id, 'piece', e.piece, 'avantLe', e.avant_le, 'bloquante', e.bloquante,
        'recueLe', e.recue_le) ORDER BY e.demandee_le, e.id), '[]')
      FROM pieces_attendues e WHERE e.demande_id = d.id AND e.dispensee_le IS NULL) AS attendues
  FROM demandes d LEFT JOIN adhesions a ON a.id = d.adhesion_id WHERE d.id = $1::uuid`

const reserver = (p: PieceLue): PieceLue => ({
  ...p,
  reservee: true,
  nom: p.medicale ? PIECE_MEDICALE : p.nom,
})

/** Null: not theirs, or not there, which is the same answer. */
export async function loadMaDemande(acteur: PorteeAdherent, id: string): Promise<DemandeLueDeMoi | null> {
  const [lue] = await lire(acteur, (tx) =>
    tx.$queryRawUnsafe<DemandeLueDeMoi[]>(
      `${DEMANDE_ENTIERE} AND d.compte_id = $2::uuid ${lisibles(acteur)}`,
      id,
      acteur.compteId,
    ),
  )
  if (lue === undefined) return null
  return enRegard(acteur) ? { ...lue, pieces: lue.pieces.map(reserver) } : lue
}

const reglementLu = async (acteur: PorteeAdherent, adhesionId: string | null): Promise<Reglement | null> => {
  const id = adhesionId ?? acteur.adhesions[0] ?? acteur.adhesionsLues[0]
  if (id === undefined) return null
  const lue = await lire(acteur, (tx) =>
    tx.adhesion.findUnique({ select: { reglement: true }, where: { id } }),
  )
  return lue === null ? null : reglementDe(lue.reglement)
}

/** What it took lately, beside what is promised; null while too few were answered. */
export async function loadEnPratique(acteur: PorteeAdherent, nature: NatureDemande): Promise<string | null> {
  const phrase = phraseDelaiConstate(await lire(acteur, loadDelaisConstates), nature)
  return phrase === null ? null : `${phrase} (la moitié des réponses viennent plus vite).`
}

/** Sent now, answered by when, and by which text or promise. `adhesionId`: null for the person's first contract, or none. */
export async function loadPromesse(
  acteur: PorteeAdherent,
  nature: NatureDemande,
  adhesionId: string | null = null,
): Promise<PromesseVue> {
  const reglement = await reglementLu(acteur, adhesionId)
  const recue = momentParis(instantMetier())
  const { avant, limite } = limiteDe(nature, recue, reglement, organisme().promesses)
  const accuse = nature === 'RECLAMATION' ? limiteAccuse(recue, reglement) : null
  return voirPromesse(
    { avant: instantParis(avant), limite },
    accuse === null ? null : { avant: instantParis(accuse.avant), limite: accuse.limite },
    articleCite,
    await loadEnPratique(acteur, nature),
  )
}

const objetDe = (code: string | null): string | null =>
  organisme().objetsMessagerie.find((objet) => objet.code === code)?.libelle ?? null

export const contexteDemandes = (): Contexte => ({
  article: articleCite,
  instant: instantMetier(),
  sujet: (nature, code) => (nature === 'MESSAGE' ? objetDe(code) : libelleSujet(nature, code)),
})

/** Its facts, in the words of its nature; a draft has none yet. */
export function direFaits(d: DemandeLueDeMoi): readonly FaitDit[] {
  if (d.envoyeeLe === null) return []
  const nature = natureTraitee(d.nature)
  return nature.dire(nature.faits.parse(d.faits), aujourdhui())
}
