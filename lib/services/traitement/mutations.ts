import { erreursDe } from '@/lib/formulaire/champs'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_DEMANDE, PHRASES_TRAITEMENT } from '@/lib/lexique/demandes'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { aujourdhui, instantMetier } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { peutAttribuer, peutTraiter } from '../demande/access'
import { loadPiecesOuvertes, lockDemande } from '../demande/data'
import { type DemandeLue, type Resultat, resultatSchema } from '../demande/schema'
import { natureTraitee } from '../nature-demande/data'
import type { Apercu, NatureTraitee } from '../nature-demande/schema'
import { compteDe, passer, prevenirDemandeur, roleDe } from '../passage-demande/mutations'
import type { PieceReclamee, Transfert } from './schema'

function refuser(message: string, champ = ''): never {
  throw new SaisieRefusee({ champ, message })
}

/** One demande, its row locked, for somebody who may treat it. Strangers hear « introuvable ». */
function surDemande<T>(
  acteur: PorteeGestion,
  id: string,
  faire: (client: Ecriture, demande: DemandeLue) => Promise<T>,
): Promise<T> {
  return ecrire(SYSTEME, async (client) => {
    const demande = await lockDemande(client, id)
    if (demande === null || demande.etat === 'BROUILLON' || !peutTraiter(acteur, demande))
      return refuser(PHRASES_DEMANDE.INTROUVABLE)
    return faire(client, demande)
  })
}

/** The one who took it, or nobody yet for those who may hand it over. */
function exigerLaSienne(acteur: PorteeGestion, demande: DemandeLue): void {
  if (demande.agentId !== acteur.compteId) refuser(PHRASES_TRAITEMENT.PAS_LA_VOTRE)
}

/** Mine from now on. Twice is once; taken by somebody else meanwhile, it stays theirs. @throws {SaisieRefusee} */
export const prendre = (acteur: PorteeGestion, id: string): Promise<void> =>
  surDemande(acteur, id, async (client, demande) => {
    if (demande.etat === 'PRISE' && demande.agentId === acteur.compteId) return
    if (demande.etat !== 'ENVOYEE') refuser(PHRASES_DEMANDE.PRISE_PAR_UN_AUTRE)
    await passer(client, demande, { passage: 'PRENDRE', auteur: acteur, ecrit: { agentId: acteur.compteId } })
  })

/** Back to the team's list. */
export const rendre = (acteur: PorteeGestion, id: string): Promise<void> =>
  surDemande(acteur, id, async (client, demande) => {
    exigerLaSienne(acteur, demande)
    await passer(client, demande, { passage: 'RENDRE', auteur: acteur, ecrit: { agentId: null } })
  })

/** To another team, with the clock that runs. @throws {SaisieRefusee} */
export const transferer = (acteur: PorteeGestion, id: string, { equipe }: Transfert): Promise<void> =>
  surDemande(acteur, id, async (client, demande) => {
    if (demande.agentId !== acteur.compteId && !peutAttribuer(acteur))
      refuser(PHRASES_TRAITEMENT.PAS_LA_VOTRE)
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

interface MessageDeGestion {
  readonly cle: string
  readonly texte: string
  readonly interne: boolean
}

/** The same message again is the same one. Returns whether it is new. */
async function ecrireMessage(
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
  await client.query(
    'UPDATE messages_demande SET lu_le = $2 WHERE demande_id = $1 AND NOT de_gestion AND lu_le IS NULL',
    [demandeId, instantMetier()],
  )
  return rowCount === 1
}

/** A note that stays in the house. */
export const noter = (
  acteur: PorteeGestion,
  id: string,
  note: { readonly cle: string; readonly texte: string },
): Promise<void> =>
  surDemande(acteur, id, async (client) => {
    await ecrireMessage(client, acteur, id, { ...note, interne: true })
    await journaliser(client, {
      acte: 'DEMANDE_ECRITE',
      compteId: compteDe(acteur),
      role: roleDe(acteur),
      objetType: 'demande',
      objetId: id,
      resultat: 'FAIT',
    })
  })

/** Answers in words, what is answered in words. @throws {SaisieRefusee} */
export const repondre = (
  acteur: PorteeGestion,
  id: string,
  reponse: { readonly cle: string; readonly texte: string },
): Promise<void> =>
  surDemande(acteur, id, async (client, demande) => {
    if (demande.etat === 'REPONDUE') return
    exigerLaSienne(acteur, demande)
    await ecrireMessage(client, acteur, id, { ...reponse, interne: false })
    await prevenirDemandeur(client, await passer(client, demande, { passage: 'REPONDRE', auteur: acteur }))
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
}

/**
 * Accepts, and does the thing, in one transaction. What was shown is computed again under the lock: another answer than the one shown
 * is refused by the version. @throws {SaisieRefusee}
 */
export async function accepter(acteur: PorteeGestion, id: string, d: Decision): Promise<void> {
  const nature = await surDemande(acteur, id, async (client, demande) => {
    exigerVersion(acteur, demande, d.version)
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
  { version, phrase }: { readonly version: number; readonly phrase: string },
): Promise<void> =>
  surDemande(acteur, id, async (client, demande) => {
    exigerVersion(acteur, demande, version)
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
      effet: null,
    })
  })

function exigerVersion(acteur: PorteeGestion, demande: DemandeLue, version: number): void {
  exigerLaSienne(acteur, demande)
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

/** Takes a decision back while nothing of it has left the house. @throws {SaisieRefusee} saying what has. */
export async function defaire(acteur: PorteeGestion, id: string, version: number): Promise<void> {
  const nature = await surDemande(acteur, id, async (client, demande) => {
    exigerVersion(acteur, demande, version)
    const resultat = resultatSchema.parse(demande.resultat)
    const traitee = natureTraitee(demande.nature)
    if (resultat.verdict === 'ACCEPTEE') await defaireEffet(client, acteur, demande, traitee, resultat)
    else await reprendreRefus(client, acteur, demande, traitee)
    const apres = await passer(client, demande, {
      passage: 'DEFAIRE',
      auteur: acteur,
      ecrit: { resultat: { ...resultat, verdict: 'DEFAITE' } },
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
