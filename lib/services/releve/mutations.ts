import { SaisieRefusee } from '@/lib/formulaire/refus'
import { annee, type DateCivile } from '@/lib/rules/date/date-civile'
import type { PeriodeReleve } from '@/lib/rules/date/periode-releve'
import { aujourdhui } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { envoyerTravail } from '@/lib/server/jobs'
import { journaliser } from '@/lib/server/journal'
import { log } from '@/lib/server/log'
import { type Portee, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { ecrireDocument } from '../document/mutations'
import { materialiserParId } from '../rendu/mutations'
import { peutFaireReleves } from './access'
import {
  type LotLu,
  loadAdhesionsARelever,
  loadDocumentsSansFichier,
  loadLot,
  loadLotsEnCours,
  loadProposition,
  loadReleve,
  VERROU_RELEVES,
} from './data'

const NATURE = 'RELEVE_PRESTATIONS'
const GABARIT = 'releve/1'

export interface Lot extends PeriodeReleve {
  readonly id: string
}

/**
 * The next number of the year. Its row stays locked until the caller's transaction ends, and goes back with it: two relevés never have
 * the same number, and no number is lost.
 */
async function numeroSuivant(client: Ecriture, an: number): Promise<string> {
  const { rows } = await client.query<{ dernier: number }>(
    `INSERT INTO numerotations (nature, annee, dernier) VALUES ('${NATURE}', $1, 1)
      ON CONFLICT (nature, annee) DO UPDATE SET dernier = numerotations.dernier + 1 RETURNING dernier`,
    [an],
  )
  return `R-${an}-${String(rows[0]?.dernier ?? 0).padStart(6, '0')}`
}

/**
 * The relevé of one contract for the period of a batch, in a transaction of its own. Null: already made, or nothing to show. The number
 * is taken last, so that the others wait for it as little as possible.
 */
export async function emettreReleve(
  lot: Lot,
  adhesionId: string,
  emisLe: DateCivile = aujourdhui(),
): Promise<string | null> {
  return ecrire(SYSTEME, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('releve:' || $1, 0))`, [adhesionId])
    const { rowCount } = await client.query(
      `SELECT FROM documents WHERE nature = '${NATURE}' AND adhesion_id = $1 AND du = $2 AND au = $3`,
      [adhesionId, lot.du, lot.au],
    )
    if (rowCount !== 0) return null
    const releve = await loadReleve(client, adhesionId, lot)
    if (releve === null) return null
    const { id, neuf } = await ecrireDocument(client, {
      nature: NATURE,
      gabarit: GABARIT,
      adhesionId,
      personneId: releve.membreId,
      numero: await numeroSuivant(client, annee(emisLe)),
      du: lot.du,
      au: lot.au,
      emisLe,
      lotId: lot.id,
      envoi: 'RELEVES',
      donnees: {
        faits: releve.faits,
        sources: { prestations: [...releve.prestations], personnes: [], formule: null, jour: null },
      },
    })
    // The number goes back with the transaction.
    if (!neuf) throw new Error(`relevé déjà émis sous d'autres dates : ${id}`)
    await journaliser(client, {
      acte: 'DOCUMENT_EMIS',
      compteId: null,
      role: 'SYSTEME',
      objetType: 'document',
      objetId: id,
      resultat: 'FAIT',
      donnees: { nature: NATURE },
    })
    return id
  })
}

const auteur = (acteur: Portee) =>
  acteur.type === 'SYSTEME'
    ? { compteId: null, role: 'SYSTEME' }
    : { compteId: acteur.compteId, role: acteur.type === 'GESTION' ? acteur.role : acteur.type }

/**
 * Opens the batch of a period: once, whoever asks. Returns the one that is there.
 * @throws {Error} when the actor may not.
 */
async function ouvrirLot(
  client: Ecriture,
  acteur: Portee,
  { du, au }: PeriodeReleve,
  total: number,
): Promise<{ readonly lot: Lot; readonly neuf: boolean; readonly termine: boolean }> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO lots_releves (du, au, etat, total, lance_par_id) VALUES ($1, $2, 'EN_COURS', $3, $4)
      ON CONFLICT (du, au) DO NOTHING RETURNING id`,
    [du, au, total, auteur(acteur).compteId],
  )
  const [ecrit] = rows
  if (ecrit !== undefined) {
    await journaliser(client, {
      acte: 'RELEVES_LANCES',
      ...auteur(acteur),
      objetType: 'lot_releves',
      objetId: ecrit.id,
      resultat: 'FAIT',
      donnees: { du, au, total },
    })
    return { lot: { id: ecrit.id, du, au }, neuf: true, termine: false }
  }
  const { rows: connus } = await client.query<LotLu>(
    'SELECT id, du, au, etat, total FROM lots_releves WHERE du = $1 AND au = $2',
    [du, au],
  )
  const [connu] = connus
  if (connu === undefined) throw new Error(`lot de relevés disparu : ${du}`)
  return { lot: connu, neuf: false, termine: connu.etat === 'TERMINE' }
}

/**
 * Launches the batch that the page proposed; the job leaves with the transaction. A second click finds the first batch.
 * @throws {SaisieRefusee} when the proposal has changed since the page was shown.
 */
export async function lancerReleves(acteur: PorteeGestion, du: string): Promise<string> {
  if (!peutFaireReleves(acteur)) throw new Error('relevés refusés à cet acteur')
  const { proposition, connu } = await ecrire(SYSTEME, (client) => loadProposition(client, du))
  if (connu !== null) return connu
  if (proposition === null || proposition.du !== du)
    throw new SaisieRefusee({
      champ: '',
      message:
        'La période à éditer a changé depuis l’ouverture de cette page : rien n’a été lancé. Rechargez la page et vérifiez la période proposée.',
    })
  return ecrire(acteur, async (client) => {
    const { lot, neuf } = await ouvrirLot(client, acteur, proposition, proposition.nombre)
    if (neuf) await envoyerTravail(client, 'releves', { lotId: lot.id })
    return lot.id
  })
}

/** Sends the job of an unfinished batch again; what is made stays made. @throws {Error} when the actor may not. */
export async function reprendreReleves(acteur: PorteeGestion, lotId: string): Promise<void> {
  if (!peutFaireReleves(acteur)) throw new Error('relevés refusés à cet acteur')
  const lot = await ecrire(SYSTEME, (client) => loadLot(client, lotId))
  if (lot === null || lot.etat === 'TERMINE') return
  await ecrire(acteur, async (client) => {
    await envoyerTravail(client, 'releves', { lotId })
    await journaliser(client, {
      acte: 'RELEVES_LANCES',
      ...auteur(acteur),
      objetType: 'lot_releves',
      objetId: lotId,
      resultat: 'FAIT',
      donnees: { du: lot.du, au: lot.au, total: lot.total },
    })
  })
}

/** A batch without staff or queue: the demonstration's past. PDFs come on demand. */
export async function rejouerLot(periode: PeriodeReleve, emisLe: DateCivile): Promise<number> {
  const { lot, termine } = await ecrire(SYSTEME, async (client) =>
    ouvrirLot(client, SYSTEME, periode, (await loadAdhesionsARelever(client, periode)).length),
  )
  if (termine) return 0
  const { faits, echecs } = await emettreTous(lot, emisLe)
  if (echecs > 0) throw new Error(`${echecs} relevé(s) impossible(s)`)
  await terminer(lot)
  return faits
}

interface Bilan {
  readonly faits: number
  readonly echecs: number
}

async function emettreTous(lot: Lot, emisLe: DateCivile): Promise<Bilan> {
  const adhesions = await ecrire(SYSTEME, (client) => loadAdhesionsARelever(client, lot))
  const bilan = { faits: 0, echecs: 0 }
  for (const adhesionId of adhesions) {
    const fait = await tenter(lot, adhesionId, () => emettreReleve(lot, adhesionId, emisLe))
    if (fait === ECHEC) bilan.echecs += 1
    else if (fait !== null) bilan.faits += 1
  }
  return bilan
}

const ECHEC = Symbol('échec')

/** One that fails does not stop the others; it is said, and tried again at the next run. */
async function tenter<T>(lot: Lot, objet: string, faire: () => Promise<T>): Promise<T | typeof ECHEC> {
  try {
    return await faire()
  } catch (erreur) {
    log.error({
      evenement: 'releve-echoue',
      lot: lot.id,
      objet,
      erreur: erreur instanceof Error ? erreur.name : typeof erreur,
      message: erreur instanceof Error ? erreur.message.slice(0, 500) : '',
    })
    return ECHEC
  }
}

/** PDFs rendered at a time. */
const RENDUS = 4

async function materialiserTous(lot: Lot): Promise<Bilan> {
  const aRendre = [...(await ecrire(SYSTEME, (client) => loadDocumentsSansFichier(client, lot.id)))]
  const bilan = { faits: 0, echecs: 0 }
  const suivre = async (): Promise<void> => {
    for (let id = aRendre.shift(); id !== undefined; id = aRendre.shift()) {
      const document = id
      const fait = await tenter(lot, document, () => materialiserParId(document))
      if (fait === ECHEC) bilan.echecs += 1
      else bilan.faits += 1
    }
  }
  await Promise.all(Array.from({ length: RENDUS }, suivre))
  return bilan
}

async function terminer(lot: Lot): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ total: number }>(
      `UPDATE lots_releves SET etat = 'TERMINE', termine_le = now(), total = (SELECT count(*) FROM documents WHERE lot_id = $1)
        WHERE id = $1 AND etat = 'EN_COURS' RETURNING total`,
      [lot.id],
    )
    const [termine] = rows
    if (termine === undefined) return
    await journaliser(client, {
      acte: 'RELEVES_TERMINES',
      compteId: null,
      role: 'SYSTEME',
      objetType: 'lot_releves',
      objetId: lot.id,
      resultat: 'FAIT',
      donnees: { total: termine.total },
    })
  })
}

/**
 * The job: for each batch under way, the relevés first, then their PDFs, each announced as it is stored. Killed anywhere, the next run
 * goes on there. One runs at a time: it holds a lock that ends with its process. @returns whether it ran.
 * @throws {Error} when some failed: they are tried again at the next run, and the batch stays open.
 */
export async function executerReleves(): Promise<boolean> {
  return ecrire(SYSTEME, async (verrou) => {
    const { rows } = await verrou.query<{ seul: boolean }>(
      'SELECT pg_try_advisory_xact_lock($1, $2) AS seul',
      [...VERROU_RELEVES],
    )
    if (rows[0]?.seul !== true) return false
    let echecs = 0
    for (const lot of await ecrire(SYSTEME, loadLotsEnCours)) echecs += await executerLot(lot)
    if (echecs > 0) throw new Error(`relevés inachevés : ${echecs} échec(s)`)
    return true
  })
}

async function executerLot(lot: Lot): Promise<number> {
  const emis = await emettreTous(lot, aujourdhui())
  const rendus = await materialiserTous(lot)
  const echecs = emis.echecs + rendus.echecs
  if (echecs === 0) await terminer(lot)
  return echecs
}
