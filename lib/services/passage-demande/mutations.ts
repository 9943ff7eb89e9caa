import type { EtatDemande, PassageDemande } from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { courrielDemande } from '@/lib/lexique/courriels/demande'
import { PHRASES_DEMANDE } from '@/lib/lexique/demandes'
import { instantMetier, instantParis, momentParis } from '@/lib/server/clock'
import type { Ecriture } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { journaliser } from '@/lib/server/journal'
import { organisme } from '@/lib/server/organisme'
import type { Portee } from '@/lib/server/portee'
import { reglementDe } from '../cotisation/view'
import { envoyerCourriel, signature } from '../courriel/mutations'
import { loadPiecesOuvertes } from '../demande/data'
import { estClose, etatApres } from '../demande/etats'
import type { DemandeLue } from '../demande/schema'
import { limiteApresArret, sArrete } from '../demande/view'
import { loadHorloge } from './data'

/** What a passage writes beside the state. Absent: as it was. */
interface Ecrit {
  readonly equipe?: string
  readonly agentId?: string | null
  readonly faits?: unknown
  readonly envoyeeLe?: Date
  readonly repondreAvant?: Date
  readonly arreteeLe?: Date | null
  readonly limite?: unknown
  readonly escaladeeLe?: Date | null
  readonly resultat?: unknown
}

export interface Passage {
  readonly passage: PassageDemande
  readonly auteur: Portee
  readonly ecrit?: Ecrit
  /** For the public history: codes and days. */
  readonly donnees?: Readonly<Record<string, string | number | boolean | null>>
}

const COLONNES: Readonly<Record<keyof Ecrit, string>> = {
  equipe: 'equipe',
  agentId: 'agent_id',
  faits: 'faits',
  envoyeeLe: 'envoyee_le',
  repondreAvant: 'repondre_avant',
  arreteeLe: 'arretee_le',
  limite: 'limite',
  escaladeeLe: 'escaladee_le',
  resultat: 'resultat',
}
const JSON_DE: ReadonlySet<string> = new Set(['faits', 'limite', 'resultat'])

export const roleDe = (auteur: Portee): string => (auteur.type === 'GESTION' ? auteur.role : auteur.type)
export const compteDe = (auteur: Portee): string | null =>
  auteur.type === 'SYSTEME' ? null : auteur.compteId

/**
 * One step of a demande, in the caller's transaction, its row locked: the state, its public history, the journal.
 * @throws {SaisieRefusee} when its state no longer allows it.
 */
export async function passer(client: Ecriture, d: DemandeLue, p: Passage): Promise<DemandeLue> {
  const etat = etatApres(d.etat, p.passage)
  if (etat === null) throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.CHANGEE })
  const instant = instantMetier()
  const ecrit: Ecrit = { ...(await suivreHorloge(client, d, etat, instant, p)), ...p.ecrit }
  await ecrireEtat(client, d, etat, instant, ecrit)
  await inscrirePassage(client, d.id, etat, instant, p)
  const {
    agentId = d.agentId,
    resultat = d.resultat,
    faits = d.faits,
    repondreAvant = d.repondreAvant,
  } = ecrit
  return { ...d, etat, agentId, resultat, faits, repondreAvant, version: d.version + 1 }
}

/** The clock stops while an indispensable piece is awaited, and runs again with the limit moved: what the step writes of it. */
async function suivreHorloge(
  client: Ecriture,
  d: DemandeLue,
  etat: EtatDemande,
  instant: Date,
  { donnees }: Passage,
): Promise<Ecrit> {
  if (d.etat !== 'PIECE_DEMANDEE' && etat !== 'PIECE_DEMANDEE') return {}
  const { arreteeLe, repondreAvant, limite, reglement } = await loadHorloge(client, d.id)
  // A piece that this very step asks for is written after it.
  const bloquee =
    donnees?.bloquante === true || (await loadPiecesOuvertes(client, d.id)).some(({ bloquante }) => bloquante)
  const attend = etat === 'PIECE_DEMANDEE' && bloquee && sArrete(d.nature, limite)
  if (attend && arreteeLe === null) return { arreteeLe: instant }
  if (attend || arreteeLe === null) return {}
  const nouvelle = limiteApresArret(
    d.nature,
    {
      avant: momentParis(repondreAvant),
      limite,
      arreteeLe: momentParis(arreteeLe),
      repriseLe: momentParis(instant),
    },
    reglement === null ? null : reglementDe(reglement),
    organisme().promesses,
  )
  return { arreteeLe: null, repondreAvant: instantParis(nouvelle.avant), limite: nouvelle.limite }
}

async function ecrireEtat(
  client: Ecriture,
  d: DemandeLue,
  etat: EtatDemande,
  instant: Date,
  ecrit: Ecrit,
): Promise<void> {
  const champs = (Object.keys(ecrit) as (keyof Ecrit)[]).filter((champ) => ecrit[champ] !== undefined)
  const valeurs = champs.map((champ) => {
    const valeur = ecrit[champ]
    return JSON_DE.has(champ) && valeur !== null ? JSON.stringify(valeur) : valeur
  })
  const colonnes = champs.map((champ, rang) => `, ${COLONNES[champ]} = $${rang + 4}`).join('')
  await client.query(
    `UPDATE demandes SET etat = $2::text::"EtatDemande", version = version + 1,
        prise_le = CASE WHEN $2 = 'PRISE' THEN coalesce(prise_le, $3) ELSE prise_le END,
        close_le = CASE WHEN ${estClose(etat)} THEN coalesce(close_le, $3) END${colonnes} WHERE id = $1`,
    [d.id, etat, instant, ...valeurs],
  )
}

/** The first step has no state before it. */
export async function inscrirePassage(
  client: Ecriture,
  demandeId: string,
  etat: EtatDemande,
  instant: Date,
  { passage, auteur, donnees = {} }: Pick<Passage, 'passage' | 'auteur' | 'donnees'>,
): Promise<void> {
  await client.query(
    `INSERT INTO passages_demande (demande_id, rang, passage, etat, moment, compte_id, donnees)
      SELECT $1, coalesce(max(rang), 0) + 1, $2::text::"PassageDemande", $3::text::"EtatDemande", $4, $5, $6
      FROM passages_demande WHERE demande_id = $1`,
    [demandeId, passage, etat, instant, compteDe(auteur), JSON.stringify(donnees)],
  )
  await journaliser(client, {
    acte: 'DEMANDE_PASSEE',
    compteId: compteDe(auteur),
    role: roleDe(auteur),
    objetType: 'demande',
    objetId: demandeId,
    resultat: 'FAIT',
    donnees: { passage, etat, ...donnees },
  })
}

/** Tells who asked that something is to be read: nothing of what it is. */
export async function prevenirDemandeur(
  client: Ecriture,
  d: Pick<DemandeLue, 'id' | 'compteId' | 'numero' | 'etat' | 'nature'>,
): Promise<void> {
  const { rows } = await client.query<{ email: string }>(
    "SELECT email FROM comptes WHERE id = $1 AND statut = 'ACTIF' AND email_confirme_le IS NOT NULL",
    [d.compteId],
  )
  const email = rows[0]?.email
  if (email === undefined) return
  const url = new URL(`/adherent/demandes/${d.id}`, env().PORTAIL_URL).href
  // A piece that a delay waits for, and a réclamation, are never silent.
  const oblige = d.etat === 'PIECE_DEMANDEE' || d.nature === 'RECLAMATION'
  const nature = oblige ? null : ('DEMANDE' as const)
  await envoyerCourriel(client, email, courrielDemande(url, signature()), d.compteId, nature)
}
