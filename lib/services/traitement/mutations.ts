import { erreursDe } from '@/lib/formulaire/champs'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_DEMANDE, PHRASES_TRAITEMENT } from '@/lib/lexique/demandes'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { aujourdhui, instantMetier } from '@/lib/server/clock'
import type { Ecriture } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import type { PorteeGestion } from '@/lib/server/portee'
import { loadPiecesOuvertes } from '../demande/data'
import { estEnCours } from '../demande/etats'
import { type DemandeLue, type Resultat, resultatSchema } from '../demande/schema'
import { natureTraitee } from '../nature-demande/data'
import type { Apercu, NatureTraitee } from '../nature-demande/schema'
import { compteDe, passer, prevenirDemandeur, roleDe } from '../passage-demande/mutations'
import { exigerLaSienne, exigerSienneOuResponsable, refuser, surDemande } from './data'
import type { PieceReclamee, Transfert } from './schema'

/** Mine from now on. Twice is once; taken by somebody else meanwhile, it stays theirs. @throws {SaisieRefusee} */
export const prendre = (acteur: PorteeGestion, id: string): Promise<void> =>
  surDemande(acteur, id, async (client, demande) => {
    if (demande.etat === 'PRISE' && demande.agentId === acteur.compteId) return
    if (demande.etat !== 'ENVOYEE') refuser(PHRASES_DEMANDE.PRISE_PAR_UN_AUTRE)
    await passer(client, demande, { passage: 'PRENDRE', auteur: acteur, ecrit: { agentId: acteur.compteId } })
  })

/** Back to the team's list: by who has it, or by who answers for the team. @throws {SaisieRefusee} */
export const rendre = (acteur: PorteeGestion, id: string): Promise<void> =>
  surDemande(acteur, id, async (client, demande) => {
    exigerSienneOuResponsable(acteur, demande)
    await passer(client, demande, { passage: 'RENDRE', auteur: acteur, ecrit: { agentId: null } })
  })

/** To another team, with the clock that runs. @throws {SaisieRefusee} */
export const transferer = (acteur: PorteeGestion, id: string, { equipe }: Transfert): Promise<void> =>
  surDemande(acteur, id, async (client, demande) => {
    exigerSienneOuResponsable(acteur, demande)
    if (equipe === demande.equipe) refuser(PHRASES_TRAITEMENT.MEME_EQUIPE, 'equipe')
    await passer(client, demande, {
      passage: 'TRANSFERER',
      auteur: acteur,
      ecrit: { equipe, agentId: null },
      donnees: { equipe },
    })
  })

/** Asks for pieces, before a day; the member is told. @throws {SaisieRefusee} */
export const demanderPieces = (acteur: PorteeGestion, id: string, p: PieceReclamee): Promise<void> =>
  surDemande(acteur, id, async (client, demande) => {
    exigerLaSienne(acteur, demande)
    if (p.avant <= aujourdhui()) refuser(PHRASES_TRAITEMENT.AVANT_PASSE, 'avant')
    const apres = await passer(client, demande, {
      passage: 'DEMANDER_PIECE',
      auteur: acteur,
      donnees: { avant: p.avant, bloquante: p.bloquante },
    })
    await client.query(
      'INSERT INTO pieces_attendues (demande_id, piece, avant_le, bloquante, demandee_le) VALUES ($1, $2, $3, $4, $5)',
      [id, p.piece, p.avant, p.bloquante, instantMetier()],
    )
    if (p.texte !== null)
      await ecrireMessage(client, acteur, id, { cle: p.cle, texte: p.texte, interne: false })
    await prevenirDemandeur(client, apres)
  })

export interface MessageDeGestion {
  readonly cle: string
  readonly texte: string
  readonly interne: boolean
}

/** The same message again is the same one. Returns whether it is new. */
export async function ecrireMessage(
  client: Ecriture,
  acteur: PorteeGestion,
  demandeId: string,
  { cle, texte, interne }: MessageDeGestion,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO messages_demande (demande_id, cle, compte_id, de_gestion, interne, texte, cree_le) VALUES ($1, $2, $3, true, $4, $5, $6)
      ON CONFLICT (demande_id, cle) DO NOTHING`,
    [demandeId, cle, acteur.compteId, interne, texte, instantMetier()],
  )
  return rowCount === 1
}

/**
 * `vus`: how many messages of the person the page showed. Nothing is answered nor decided over words it did not show; those it showed
 * are read. Absent: decided from no page. @throws {SaisieRefusee}
 */
async function exigerToutVu(client: Ecriture, demandeId: string, vus: number | undefined): Promise<void> {
  const { rows } = await client.query<{ recus: number }>(
    'SELECT count(*)::int AS recus FROM messages_demande WHERE demande_id = $1 AND NOT de_gestion',
    [demandeId],
  )
  if (vus !== undefined && (rows[0]?.recus ?? 0) > vus) refuser(PHRASES_TRAITEMENT.PAS_TOUT_VU)
  await client.query(
    'UPDATE messages_demande SET lu_le = $2 WHERE demande_id = $1 AND NOT de_gestion AND lu_le IS NULL',
    [demandeId, instantMetier()],
  )
}

/** A note that stays in the house. */
export const noter = (
  acteur: PorteeGestion,
  id: string,
  note: { readonly cle: string; readonly texte: string },
): Promise<void> =>
  surDemande(acteur, id, async (client) => {
    await ecrireMessage(client, acteur, id, { ...note, interne: true })
    await journaliserEcrit(client, acteur, id)
  })

async function estEcrit(client: Ecriture, demandeId: string, cle: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM messages_demande WHERE demande_id = $1 AND cle = $2', [
    demandeId,
    cle,
  ])
  return rowCount === 1
}

/** Answers in words, what is answered in words. The same answer again is the same one. @throws {SaisieRefusee} */
export const repondre = (
  acteur: PorteeGestion,
  id: string,
  { vus, ...reponse }: { readonly cle: string; readonly texte: string; readonly vus?: number },
): Promise<void> =>
  surDemande(acteur, id, async (client, demande) => {
    if (await estEcrit(client, id, reponse.cle)) return
    exigerLaSienne(acteur, demande)
    await exigerToutVu(client, id, vus)
    await ecrireMessage(client, acteur, id, { ...reponse, interne: false })
    await prevenirDemandeur(client, await passer(client, demande, { passage: 'REPONDRE', auteur: acteur }))
  })

/** Writes to the person and goes on: what may be said before a decision. Twice is once. @throws {SaisieRefusee} */
export const ecrireALaPersonne = (
  acteur: PorteeGestion,
  id: string,
  message: { readonly cle: string; readonly texte: string },
): Promise<void> =>
  surDemande(acteur, id, async (client, demande) => {
    exigerLaSienne(acteur, demande)
    if (!estEnCours(demande.etat)) refuser(PHRASES_DEMANDE.CHANGEE)
    if (!(await ecrireMessage(client, acteur, id, { ...message, interne: false }))) return
    await journaliserEcrit(client, acteur, id)
    await prevenirDemandeur(client, demande)
  })

const journaliserEcrit = (client: Ecriture, acteur: PorteeGestion, id: string): Promise<void> =>
  journaliser(client, {
    acte: 'DEMANDE_ECRITE',
    compteId: compteDe(acteur),
    role: roleDe(acteur),
    objetType: 'demande',
    objetId: id,
    resultat: 'FAIT',
  })

/** What accepting would do today. */
export async function apercevoir(
  client: Ecriture,
  demande: DemandeLue,
  saisie: unknown,
  jour: DateCivile,
): Promise<Apercu> {
  const nature = natureTraitee(demande.nature)
  return nature.apercu({ client, demande, faits: nature.faits.parse(demande.faits), saisie, jour })
}

/** Shown to staff before they decide; nothing is written. */
export const lireApercu = (acteur: PorteeGestion, id: string, saisie: unknown = null): Promise<Apercu> =>
  surDemande(acteur, id, (client, demande) => {
    const lue = saisie === null ? null : lireSaisie(natureTraitee(demande.nature), saisie)
    return apercevoir(client, demande, lue, aujourdhui())
  })

interface Decision {
  readonly version: number
  /** What staff says beside the grounds. */
  readonly phrase: string | null
  readonly saisie: unknown
  readonly vus?: number
}

/**
 * Accepts, and does the thing, in one transaction. What was shown is computed again under the lock: another answer than the one shown
 * is refused by the version. @throws {SaisieRefusee}
 */
export async function accepter(acteur: PorteeGestion, id: string, d: Decision): Promise<void> {
  const nature = await surDemande(acteur, id, async (client, demande) => {
    exigerVersion(acteur, demande, d.version)
    await exigerToutVu(client, id, d.vus)
    const traitee = natureTraitee(demande.nature)
    if (traitee.appliquer === undefined) return refuser(PHRASES_TRAITEMENT.SE_REPOND)
    await exigerPieces(client, id)
    const jour = aujourdhui()
    const saisie = lireSaisie(traitee, d.saisie)
    const apercu = await apercevoir(client, demande, saisie, jour)
    if (apercu.verdict === 'INCOMPLETE') return refuser(apercu.manque.join(' '))
    if (apercu.verdict === 'REFUSEE') return refuser(PHRASES_TRAITEMENT.REGLE_REFUSE)
    const faits = traitee.faits.parse(demande.faits)
    const effet = await traitee.appliquer({ client, demande, faits, saisie, jour }, acteur)
    await clore(client, acteur, demande, 'ACCEPTER', {
      verdict: 'ACCEPTEE',
      reglement: apercu.reglement,
      motifs: apercu.motifs,
      lignes: [...apercu.lignes],
      phrase: d.phrase,
      possible: null,
      effet,
    })
    return traitee
  })
  await nature.apres?.()
}

/** What staff typed, as the nature reads it. @throws {SaisieRefusee} */
function lireSaisie({ saisie }: NatureTraitee, recue: unknown): unknown {
  if (saisie === null) return null
  const lue = saisie.safeParse(recue ?? {})
  if (!lue.success) throw new SaisieRefusee(...erreursDe(lue.error))
  return lue.data
}

/** Refuses, always saying why and what remains possible. @throws {SaisieRefusee} */
export const refuserDemande = (
  acteur: PorteeGestion,
  id: string,
  { version, phrase, vus }: { readonly version: number; readonly phrase: string; readonly vus?: number },
): Promise<void> =>
  surDemande(acteur, id, async (client, demande) => {
    exigerVersion(acteur, demande, version)
    await exigerToutVu(client, id, vus)
    const jour = aujourdhui()
    const apercu = await apercevoir(client, demande, null, jour)
    const decidee = apercu.verdict === 'INCOMPLETE' ? null : apercu
    const traitee = natureTraitee(demande.nature)
    const faits = traitee.faits.parse(demande.faits)
    const ecrit = await traitee.refuser?.({ client, demande, faits, jour }, phrase, acteur)
    await clore(client, acteur, demande, 'REFUSER', {
      verdict: 'REFUSEE',
      reglement: decidee?.reglement ?? null,
      // The rules' own grounds only when they refuse; a person's refusal is in their words.
      motifs: decidee?.verdict === 'REFUSEE' ? decidee.motifs : [],
      lignes: [],
      ...ecrit,
      phrase,
      possible: decidee?.verdict === 'REFUSEE' ? decidee.possible : null,
      effet: null,
    })
  })

function exigerVersion(acteur: PorteeGestion, demande: DemandeLue, version: number): void {
  exigerLaSienne(acteur, demande)
  exigerActuelle(demande, version)
}

function exigerActuelle(demande: DemandeLue, version: number): void {
  if (demande.version !== version) refuser(PHRASES_DEMANDE.CHANGEE)
}

async function exigerPieces(client: Ecriture, id: string): Promise<void> {
  const ouvertes = await loadPiecesOuvertes(client, id)
  if (ouvertes.some(({ bloquante }) => bloquante)) refuser(PHRASES_TRAITEMENT.PIECE_BLOQUANTE)
}

async function clore(
  client: Ecriture,
  acteur: PorteeGestion,
  demande: DemandeLue,
  passage: 'ACCEPTER' | 'REFUSER',
  resultat: Resultat,
): Promise<void> {
  const donnees = { reglement: resultat.reglement }
  const apres = await passer(client, demande, { passage, auteur: acteur, ecrit: { resultat }, donnees })
  await prevenirDemandeur(client, apres)
}

/**
 * Takes a decision back while nothing of it has left the house: by who took it, or by who answers for the team. It is then theirs to decide.
 * @throws {SaisieRefusee} saying what has left.
 */
export async function defaire(acteur: PorteeGestion, id: string, version: number): Promise<void> {
  const nature = await surDemande(acteur, id, async (client, demande) => {
    exigerSienneOuResponsable(acteur, demande)
    exigerActuelle(demande, version)
    const resultat = resultatSchema.parse(demande.resultat)
    const traitee = natureTraitee(demande.nature)
    if (resultat.verdict === 'ACCEPTEE') await defaireEffet(client, acteur, demande, traitee, resultat)
    else await reprendreRefus(client, acteur, demande, traitee)
    const apres = await passer(client, demande, {
      passage: 'DEFAIRE',
      auteur: acteur,
      ecrit: { agentId: acteur.compteId, resultat: { ...resultat, verdict: 'DEFAITE' } },
      donnees: { reglement: resultat.reglement },
    })
    await prevenirDemandeur(client, apres)
    return traitee
  })
  await nature.apres?.()
}

async function defaireEffet(
  client: Ecriture,
  acteur: PorteeGestion,
  demande: DemandeLue,
  nature: NatureTraitee,
  resultat: Resultat,
): Promise<void> {
  if (nature.defaire === undefined || nature.effet === undefined)
    return refuser(PHRASES_TRAITEMENT.NE_SE_DEFAIT_PAS)
  const faits = nature.faits.parse(demande.faits)
  const effet = nature.effet.parse(resultat.effet)
  const obstacle = await nature.defaire({ client, demande, faits, jour: aujourdhui() }, effet, acteur)
  if (obstacle !== null) refuser(obstacle)
}

async function reprendreRefus(
  client: Ecriture,
  acteur: PorteeGestion,
  demande: DemandeLue,
  nature: NatureTraitee,
): Promise<void> {
  const faits = nature.faits.parse(demande.faits)
  const obstacle = await nature.reprendre?.({ client, demande, faits, jour: aujourdhui() }, acteur)
  if (typeof obstacle === 'string') refuser(obstacle)
}
