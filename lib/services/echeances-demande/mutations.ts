import { courrielRetard } from '@/lib/lexique/courriels/retard'
import { ecrireNumeroDemande } from '@/lib/lexique/demandes'
import { lettreAccuseReclamation } from '@/lib/lexique/lettre-reclamation'
import { estOuvre } from '@/lib/rules/date/jours-ouvrables'
import { jourDuMoment } from '@/lib/rules/date/moment'
import type { Motif } from '@/lib/rules/decision/motif'
import { aujourdhui, instantMetier, momentParis } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { organisme } from '@/lib/server/organisme'
import { SYSTEME } from '@/lib/server/portee'
import { envoyerCourriel, signature } from '../courriel/mutations'
import { lockDemande } from '../demande/data'
import { type DemandeLue, limiteSchema } from '../demande/schema'
import { loadContrat } from '../document/data'
import { ecrireLettre } from '../document/mutations'
import { passer, prevenirDemandeur } from '../passage-demande/mutations'
import {
  A_ESCALADER,
  A_RAPPELER,
  compterRetards,
  ECHUE,
  loadAAccuser,
  loadAAlerter,
  loadAEscalader,
  loadARappeler,
  loadEchues,
} from './data'

/** Days between the reminder and the day of a piece. */
export const RAPPEL_JOURS = 5

export interface CompteDemandes {
  readonly accusees: number
  readonly rappelees: number
  readonly echues: number
  readonly escaladees: number
  readonly echecs: number
}

/**
 * What delays do by themselves. Each demande has its transaction and is judged again under its lock: killed anywhere, run twice or by two
 * workers, the next run goes on and nothing is done twice. One that fails is told to the log and does not stop the others.
 */
export async function suivreDemandes(): Promise<CompteDemandes> {
  const [jour, instant] = [aujourdhui(), instantMetier()]
  const lister = (lecture: (client: Ecriture) => Promise<readonly string[]>) => ecrire(SYSTEME, lecture)
  const accusees = await chacune(await lister(loadAAccuser), accuserReclamation)
  const rappelees = await chacune(
    await lister((client) => loadARappeler(client, jour, RAPPEL_JOURS)),
    rappelerPieces,
  )
  const echues = await chacune(await lister((client) => loadEchues(client, jour)), reprendre)
  const escaladees = await chacune(await lister((client) => loadAEscalader(client, instant)), escalader)
  await alerter()
  return {
    accusees: accusees.faites,
    rappelees: rappelees.faites,
    echues: echues.faites,
    escaladees: escaladees.faites,
    echecs: accusees.echecs + rappelees.echecs + echues.echecs + escaladees.echecs,
  }
}

type Etape = (client: Ecriture, demande: DemandeLue) => Promise<boolean>

async function chacune(ids: readonly string[], faire: Etape): Promise<{ faites: number; echecs: number }> {
  const compte = { faites: 0, echecs: 0 }
  for (const id of ids) {
    try {
      const fait = await ecrire(SYSTEME, async (client) => {
        const demande = await lockDemande(client, id)
        return demande !== null && (await faire(client, demande))
      })
      if (fait) compte.faites += 1
    } catch (erreur) {
      compte.echecs += 1
      const nom = erreur instanceof Error ? erreur.name : typeof erreur
      log.error({ evenement: 'demande-echouee', demande: id, erreur: nom })
    }
  }
  return compte
}

const estEncore = async (client: Ecriture, sql: string, valeurs: readonly unknown[]): Promise<boolean> =>
  (await client.query(sql, [...valeurs])).rowCount === 1

/** Past its due time: said once in its history, and shown on top of the list. */
async function escalader(client: Ecriture, demande: DemandeLue): Promise<boolean> {
  const instant = instantMetier()
  const encore = await estEncore(client, `SELECT FROM demandes d WHERE d.id = $2 AND ${A_ESCALADER}`, [
    instant,
    demande.id,
  ])
  if (!encore) return false
  await passer(client, demande, {
    passage: 'ESCALADER',
    auteur: SYSTEME,
    ecrit: { escaladeeLe: instant },
  })
  return true
}

/** The person is reminded of a piece, once. */
async function rappelerPieces(client: Ecriture, demande: DemandeLue): Promise<boolean> {
  if (demande.etat !== 'PIECE_DEMANDEE') return false
  const { rowCount } = await client.query(
    `UPDATE pieces_attendues p SET rappelee_le = $4 WHERE p.demande_id = $3 AND ${A_RAPPELER}`,
    [aujourdhui(), RAPPEL_JOURS, demande.id, instantMetier()],
  )
  if (rowCount === 0) return false
  const apres = await passer(client, demande, { passage: 'RAPPELER', auteur: SYSTEME })
  await prevenirDemandeur(client, apres)
  return true
}

/** The day of the piece has passed: whoever had the demande goes on without it. */
async function reprendre(client: Ecriture, demande: DemandeLue): Promise<boolean> {
  const encore = await estEncore(client, `SELECT FROM demandes d WHERE d.id = $2 AND ${ECHUE}`, [
    aujourdhui(),
    demande.id,
  ])
  if (!encore) return false
  const apres = await passer(client, demande, {
    passage: 'COMPLETER',
    auteur: SYSTEME,
    donnees: { venue: false },
  })
  await prevenirDemandeur(client, apres)
  return true
}

/**
 * Acknowledges a réclamation in writing, once: a letter in the contract's documents, or, without a contract, the mail alone. In the
 * transaction that sends it, or later by the job.
 */
export async function accuserReclamation(client: Ecriture, { id }: Pick<DemandeLue, 'id'>): Promise<boolean> {
  const demande = await lockDemande(client, id)
  if (demande === null || demande.nature !== 'RECLAMATION' || demande.repondreAvant === null) return false
  const deja = await estEncore(
    client,
    "SELECT FROM passages_demande WHERE demande_id = $1 AND passage = 'ACCUSER_RECEPTION' LIMIT 1",
    [id],
  )
  if (deja || demande.envoyeeLe === null) return false
  const courrierId = await ecrireAccuse(client, demande, demande.envoyeeLe, demande.repondreAvant)
  await passer(client, demande, {
    passage: 'ACCUSER_RECEPTION',
    auteur: SYSTEME,
    donnees: courrierId === null ? {} : { courrier: courrierId },
  })
  // The letter announces itself to the membre participant.
  if (courrierId === null) await prevenirDemandeur(client, demande)
  return true
}

async function ecrireAccuse(
  client: Ecriture,
  { id, numero, adhesionId, compteId }: DemandeLue,
  envoyeeLe: Date,
  repondreAvant: Date,
): Promise<string | null> {
  // A letter goes to the membre participant: what an ayant droit complains of is not theirs to know.
  const { rows } = await client.query<{ limite: unknown }>(
    `SELECT d.limite FROM demandes d JOIN adhesions a ON a.id = d.adhesion_id JOIN comptes c ON c.id = $2
      WHERE d.id = $1 AND c.personne_id = a.membre_participant_id`,
    [id, compteId],
  )
  if (adhesionId === null || rows.length === 0) return null
  const limite = limiteSchema.parse(rows[0]?.limite)
  const motifs: readonly Motif[] = limite.type === 'REGLE' ? [limite.motif] : []
  const lettre = lettreAccuseReclamation(
    {
      numero: ecrireNumeroDemande(numero),
      recueLe: jourDuMoment(momentParis(envoyeeLe)),
      repondreAvant: momentParis(repondreAvant),
    },
    organisme(),
  )
  return ecrireLettre(client, await loadContrat(client, adhesionId), aujourdhui(), {
    ...lettre,
    motifs,
    service: 'Service des réclamations',
  })
}

/** One mail on a working day to whoever answers for what is late, whoever runs the job and however often. */
function alerter(): Promise<void> {
  return ecrire(SYSTEME, async (client) => {
    const jour = aujourdhui()
    const retards = estOuvre(jour)
      ? await compterRetards(client, instantMetier())
      : { medicaux: 0, autres: 0 }
    const nombre = retards.medicaux + retards.autres
    if (nombre === 0) return
    const { rowCount } = await client.query(
      'INSERT INTO alertes_retard (jour, nombre) VALUES ($1, $2) ON CONFLICT (jour) DO NOTHING',
      [jour, nombre],
    )
    if (rowCount === 0) return
    const url = new URL('/gestion/corbeille?vue=retard', env().PORTAIL_URL).href
    for (const { compteId, email } of await loadAAlerter(client, retards))
      await envoyerCourriel(client, email, courrielRetard(url, signature()), compteId)
  })
}
