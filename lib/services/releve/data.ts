import { lignesAdresse } from '@/lib/lexique/coordonnees'
import type { FaitsReleve, LigneReleve, ReserveReleve } from '@/lib/papiers/releve-prestations'
import { faitsReleve, totaliser } from '@/lib/papiers/releve-prestations'
import { type DateCivile, dateCivile } from '@/lib/rules/date/date-civile'
import { type PeriodeReleve, periodeSuivante } from '@/lib/rules/date/periode-releve'
import { montant, plus, ZERO } from '@/lib/rules/montant/montant'
import { aujourdhui } from '@/lib/server/clock'
import { type Ecriture, ecrire, type Lecture, lire, parLecture } from '@/lib/server/db'
import { organisme } from '@/lib/server/organisme'
import { type PorteeAdherent, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { loadAdresseAu } from '../coordonnees/data'
import { enteteOrganisme } from '../document/data'
import { motifsSchema } from '../remboursement/schema'
import { peutFaireReleves } from './access'
import { type LotVu, type Marche, periodeAEditer, type ReleveListe, voirLot } from './view'

/**
 * What a relevé shows, each prestation once in its life:
 * - what was paid, on the day of the payment (`payee_le`);
 * - what was refused, on the day its décompte was made by its sender (Paris): nothing is ever paid for it, and the day we happened to
 *   receive or compute it says nothing to a member;
 * - a reversal, when it takes back a line that a relevé has shown or shows: on the day it is paid back, else on its décompte's day.
 * What comes late, dated in a period whose relevé is made, is on the next one. Nothing is looked for before the first batch of this
 * deployment. What still waits (to pay, to check) is on none. Care outside any contract is on the person's own oldest contract, never on
 * that of a family they left. Of care that is its person's alone (lectures_soins), only what was paid to the contract's account makes a
 * relevé, and prints as a sum; the rest is told to nobody here, and is not shown later either.
 */
const lignes = (
  contrat: string,
) => `SELECT p.id, coalesce(p.adhesion_id, (SELECT h.id FROM adhesions h WHERE h.membre_participant_id = p.personne_id
      ORDER BY h.date_effet, h.id LIMIT 1)) AS adhesion_id,
    p.etat, p.annule_id, o.id AS origine_id, o.etat AS origine_etat, o.payee_le AS origine_payee_le,
    coalesce(p.payee_le, (f.cree_le AT TIME ZONE 'Europe/Paris')::date) AS jour, p.personne_id, p.date_soins,
    p.etat = 'PAYEE' AND p.destinataire = 'ASSURE' AND NOT p.compte_propre AS sur_le_compte
  FROM prestations p JOIN lignes_decompte l ON l.id = p.ligne_id JOIN flux_recus f ON f.id = l.flux_id
    LEFT JOIN prestations o ON o.id = p.annule_id
  WHERE (p.etat IN ('PAYEE', 'REFUSEE') OR (p.etat = 'ANNULEE' AND p.annule_id IS NOT NULL)) ${contrat}`

/** Read by its indexes, whatever the size of the portfolio. $3: the contract. */
const D_UN_CONTRAT = `AND (p.adhesion_id = $3 OR (p.adhesion_id IS NULL
  AND p.personne_id = (SELECT h.membre_participant_id FROM adhesions h WHERE h.id = $3)))`

const DEJA = `SELECT s.id::uuid AS id FROM documents d,
    jsonb_array_elements_text(d.donnees -> 'sources' -> 'prestations') AS s (id)
  WHERE d.nature = 'RELEVE_PRESTATIONS'`

/** $1: last day; $2: first day ever looked at. */
const aRelever = (deja: string, contrat: string, choix: string) => `WITH deja AS MATERIALIZED (${deja}),
  lignes AS (${lignes(contrat)}),
  reserves AS MATERIALIZED (SELECT DISTINCT l.adhesion_id, l.personne_id, l.lisible_avant
    FROM lectures_soins(${contrat === '' ? 'ARRAY(SELECT id FROM adhesions)' : 'ARRAY[$3::uuid]'}) l WHERE l.lisible_avant < 'infinity'),
  choisies AS (
    SELECT c.id, c.adhesion_id, c.jour, c.sur_le_compte, r.personne_id IS NOT NULL AS reservee FROM lignes c
      LEFT JOIN reserves r ON r.adhesion_id = c.adhesion_id AND r.personne_id = c.personne_id AND c.date_soins >= r.lisible_avant
    WHERE c.jour BETWEEN $2::date AND $1::date AND c.adhesion_id ${choix}
      AND NOT EXISTS (SELECT FROM deja WHERE deja.id = c.id)
      AND (c.etat <> 'ANNULEE' OR EXISTS (SELECT FROM deja WHERE deja.id = c.origine_id)
        OR (c.origine_etat = 'PAYEE' AND c.origine_payee_le BETWEEN $2::date AND $1::date)))`

const DEPUIS = `SELECT least(min(du), $1::date)::date AS depuis FROM lots_releves`

async function loadDepuis(client: Ecriture, du: DateCivile): Promise<DateCivile> {
  const { rows } = await client.query<{ depuis: DateCivile | null }>(DEPUIS, [du])
  return rows[0]?.depuis ?? du
}

/** Contracts that have something to show for this period and no relevé of it yet, always in the same order. */
export async function loadAdhesionsARelever(
  client: Ecriture,
  { du, au }: PeriodeReleve,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `${aRelever(DEJA, '', 'IS NOT NULL')} SELECT DISTINCT adhesion_id AS id FROM choisies
      WHERE (NOT reservee OR sur_le_compte)
        AND NOT EXISTS (SELECT FROM documents d WHERE d.nature = 'RELEVE_PRESTATIONS' AND d.adhesion_id = choisies.adhesion_id
        AND d.du = $3::date AND d.au = $1::date)
      ORDER BY 1`,
    [au, await loadDepuis(client, du), du],
  )
  return rows.map(({ id }) => id)
}

interface LigneLue {
  readonly id: string
  readonly personne_id: string
  readonly date_soins: DateCivile
  readonly prenom: string
  readonly nom: string
  readonly libelle: string
  readonly executant: string | null
  readonly depense: number
  readonly base: number
  readonly part_amo: number
  readonly participation: number
  readonly franchise: number
  readonly part_regime_local: number
  readonly autres_remboursements: number
  readonly part_mutuelle: number
  readonly reste_a_charge: number
  readonly destinataire: LigneReleve['destinataire']
  readonly etat: LigneReleve['etat']
  readonly payee_le: DateCivile | null
  readonly compte_propre: boolean
  readonly annule_id: string | null
  readonly motifs: unknown
  readonly reservee: boolean
}

const lireLigne = (l: LigneLue): LigneReleve => ({
  dateSoins: l.date_soins,
  beneficiaire: `${l.prenom} ${l.nom}`,
  libelle: l.libelle,
  executant: l.executant,
  depense: montant(l.depense),
  base: montant(l.base),
  partAmo: montant(l.part_amo),
  participation: montant(l.participation),
  franchise: montant(l.franchise),
  regimeLocal: montant(l.part_regime_local),
  autres: montant(l.autres_remboursements),
  partMutuelle: montant(l.part_mutuelle),
  resteACharge: montant(l.reste_a_charge),
  destinataire: l.destinataire,
  etat: l.etat,
  payeeLe: l.payee_le,
  ...(l.compte_propre ? { comptePropre: true } : {}),
  annulation: l.annule_id !== null,
  refus: l.etat === 'REFUSEE' ? [...motifsSchema.parse(l.motifs)] : [],
})

/** What reached the contract's account for care whose detail is its person's: one sum a person and a payment. */
function grouper(lues: readonly LigneLue[]): readonly ReserveReleve[] {
  const sommes = new Map<string, ReserveReleve>()
  for (const l of lues) {
    if (!l.reservee || l.etat !== 'PAYEE' || l.destinataire !== 'ASSURE' || l.compte_propre) continue
    if (l.payee_le === null || l.part_mutuelle === 0) continue
    const cle = `${l.payee_le} ${l.personne_id}`
    const deja = sommes.get(cle)?.montant ?? ZERO
    const beneficiaire = `${l.prenom} ${l.nom}`
    sommes.set(cle, { beneficiaire, payeeLe: l.payee_le, montant: plus(deja, montant(l.part_mutuelle)) })
  }
  return [...sommes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, reserve]) => reserve)
}

export interface ReleveLu {
  readonly membreId: string
  readonly faits: FaitsReleve
  readonly prestations: readonly string[]
}

interface ContratLu {
  readonly membre_id: string
  readonly prenom: string
  readonly nom: string
  readonly numero_adherent: string
  readonly compte: { readonly titulaire: string; readonly fin: string } | null
}

/** The facts of one contract's relevé; null when it has nothing to show. @throws {ZodError} when amounts do not add up. */
export async function loadReleve(
  client: Ecriture,
  adhesionId: string,
  periode: PeriodeReleve,
): Promise<ReleveLu | null> {
  const { du, au } = periode
  const { rows } = await client.query<LigneLue>(
    `${aRelever(`${DEJA} AND d.adhesion_id = $3`, D_UN_CONTRAT, '= $3')}
      SELECT p.id, p.personne_id, p.date_soins, q.prenom, q.nom, p.libelle, p.executant, p.depense, p.base, p.part_amo, p.participation, p.franchise,
        p.part_regime_local, p.autres_remboursements, p.part_mutuelle, p.reste_a_charge, p.destinataire, p.etat, p.payee_le, p.compte_propre,
        p.annule_id, p.motifs, c.reservee
      FROM choisies c JOIN prestations p ON p.id = c.id JOIN personnes q ON q.id = p.personne_id
      ORDER BY p.date_soins, p.calculee_le, p.id`,
    [au, await loadDepuis(client, du), adhesionId],
  )
  const lignes = rows.filter(({ reservee }) => !reservee).map(lireLigne)
  const reserves = grouper(rows)
  if (lignes.length === 0 && reserves.length === 0) return null
  const { rows: contrats } = await client.query<ContratLu>(
    `SELECT m.id AS membre_id, m.prenom, m.nom, a.numero_adherent,
        (SELECT json_build_object('titulaire', r.titulaire, 'fin', r.iban_fin) FROM comptes_bancaires r
          WHERE r.adhesion_id = a.id AND r.usage = 'PRESTATIONS' AND r.personne_id IS NULL AND daterange(r.du, r.au, '[]') @> $2::date) AS compte
      FROM adhesions a JOIN personnes m ON m.id = a.membre_participant_id WHERE a.id = $1`,
    [adhesionId, au],
  )
  const [contrat] = contrats
  if (contrat === undefined) throw new Error(`adhésion disparue : ${adhesionId}`)
  const adresse = await loadAdresseAu(client, contrat.membre_id, aujourdhui())
  const { prenom, nom, numero_adherent: numeroAdherent } = contrat
  const faits = faitsReleve.parse({
    organisme: enteteOrganisme(),
    adherent: { prenom, nom, numeroAdherent },
    ...(adresse === null ? {} : { adresse: lignesAdresse(adresse) }),
    du,
    au,
    lignes,
    ...(reserves.length === 0 ? {} : { reserves }),
    totaux: totaliser(lignes),
    compte: contrat.compte,
  })
  return { membreId: contrat.membre_id, faits, prestations: rows.map(({ id }) => id) }
}

export interface LotLu extends PeriodeReleve {
  readonly id: string
  readonly etat: 'EN_COURS' | 'TERMINE'
  readonly total: number
}

export async function loadLot(client: Ecriture, id: string): Promise<LotLu | null> {
  const { rows } = await client.query<LotLu>(
    'SELECT id, du, au, etat, total FROM lots_releves WHERE id = $1',
    [id],
  )
  return rows[0] ?? null
}

export async function loadLotsEnCours(client: Ecriture): Promise<readonly LotLu[]> {
  const { rows } = await client.query<LotLu>(
    "SELECT id, du, au, etat, total FROM lots_releves WHERE etat = 'EN_COURS' ORDER BY du, au",
  )
  return rows
}

/** Held by the job that runs: « relevés » on a telephone keypad. */
export const VERROU_RELEVES = [735383, 1] as const

/** Papers of the batch whose PDF is still to make. */
export async function loadDocumentsSansFichier(client: Ecriture, lotId: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM documents WHERE lot_id = $1 AND fichier_id IS NULL ORDER BY numero',
    [lotId],
  )
  return rows.map(({ id }) => id)
}

export interface Proposition extends PeriodeReleve {
  /** Contracts that have something to show. */
  readonly nombre: number
}

/**
 * The period to make now: the one after the last batch, once it is over and that batch is done; for the first batch, the last period
 * that is over. Null when there is nothing to make yet. `connu`: the batch that already begins on that day.
 */
export async function loadProposition(
  client: Ecriture,
  du: string | null,
): Promise<{ readonly proposition: Proposition | null; readonly connu: string | null }> {
  const { rows: connus } = await client.query<{ id: string }>('SELECT id FROM lots_releves WHERE du = $1', [
    du,
  ])
  const { rows } = await client.query<LotLu>(
    'SELECT id, du, au, etat, total FROM lots_releves ORDER BY au DESC, du DESC LIMIT 1',
  )
  const connu = connus[0]?.id ?? null
  const dernier = rows[0] ?? null
  const periode = periodeAEditer(organisme().periodeReleve, dernier, aujourdhui())
  if (periode === null) return { proposition: null, connu }
  const nombre = (await loadAdhesionsARelever(client, periode)).length
  return { proposition: { ...periode, nombre }, connu }
}

interface ReleveLigne {
  readonly id: string
  readonly numero: string
  readonly du: DateCivile
  readonly au: DateCivile
  readonly emisLe: DateCivile
  readonly soins: number
  readonly partMutuelle: number
}

/** The member's relevés, the latest first; without their lines. Row level security decides which exist. */
export function loadReleves(portee: PorteeAdherent): Promise<ReleveListe[]> {
  return lire(portee, async (tx) => {
    const lus = await tx.$queryRaw<ReleveLigne[]>`
      SELECT id::text, numero, du::text, au::text, emis_le::text AS "emisLe",
        jsonb_array_length(donnees -> 'faits' -> 'lignes') AS soins,
        (donnees -> 'faits' -> 'totaux' ->> 'partMutuelle')::int + coalesce((SELECT sum((r ->> 'montant')::int)
          FROM jsonb_array_elements(donnees -> 'faits' -> 'reserves') r), 0)::int AS "partMutuelle"
      FROM documents WHERE nature = 'RELEVE_PRESTATIONS' AND adhesion_id = ANY (${[...portee.adhesions]}::uuid[])
      ORDER BY au DESC, du DESC, id`
    return lus.map((l) => ({ ...l, partMutuelle: montant(l.partMutuelle) }))
  })
}

export interface LotsVus {
  readonly lots: readonly LotVu[]
  readonly proposition: Proposition | null
  /** Why nothing is proposed. */
  readonly prochaine: PeriodeReleve | null
}

const LOTS = 12

interface CompteLot {
  readonly lotId: string
  readonly emis: number
  readonly rendus: number
  readonly aImprimer: number
}

const COMPTES = `SELECT lot_id::text AS "lotId", count(*)::int AS emis, count(fichier_id)::int AS rendus,
    (count(*) FILTER (WHERE support = 'PAPIER'))::int AS "aImprimer"
  FROM documents WHERE lot_id = ANY ($1::uuid[]) GROUP BY lot_id`

/** What the staff's page shows. Null: not for this role. */
export async function loadLots(acteur: PorteeGestion): Promise<LotsVus | null> {
  if (!peutFaireReleves(acteur)) return null
  const { proposition, prochaine } = await ecrire(SYSTEME, async (client) => ({
    ...(await loadProposition(client, null)),
    prochaine: await loadProchaine(client),
  }))
  const lots = await lire(acteur, async (tx) => {
    const lus = await tx.lotReleves.findMany({
      select: {
        id: true,
        du: true,
        au: true,
        etat: true,
        total: true,
        creeLe: true,
        termineLe: true,
        lanceParId: true,
      },
      orderBy: [{ au: 'desc' }, { du: 'desc' }],
      take: LOTS,
    })
    const comptes = await parLecture(tx)<CompteLot>(COMPTES, [lus.map(({ id }) => id)])
    const noms = await tx.compte.findMany({
      select: { id: true, nomAffiche: true },
      where: { id: { in: lus.flatMap((l) => l.lanceParId ?? []) } },
    })
    const marche = await lireMarche(tx)
    return lus.map((l) => {
      const { emis = 0, rendus = 0, aImprimer = 0 } = comptes.find(({ lotId }) => lotId === l.id) ?? {}
      return voirLot(
        {
          ...l,
          du: dateCivile(l.du.toISOString().slice(0, 10)),
          au: dateCivile(l.au.toISOString().slice(0, 10)),
          emis,
          rendus,
          aImprimer,
          lancePar: noms.find(({ id }) => id === l.lanceParId)?.nomAffiche ?? null,
        },
        marche,
      )
    })
  })
  return { lots, proposition, prochaine }
}

async function lireMarche(tx: Lecture): Promise<Marche> {
  const [vu] = await tx.$queryRaw<{ tenu: boolean; attendu: boolean }[]>`SELECT
      EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = ${VERROU_RELEVES[0]} AND objid = ${VERROU_RELEVES[1]}
        AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS tenu,
      EXISTS (SELECT FROM pgboss.job WHERE name = 'releves' AND state = 'created') AS attendu`
  if (vu?.tenu === true) return 'EN_MARCHE'
  return vu?.attendu === true ? 'EN_ATTENTE' : 'ARRETE'
}

/** The period that comes after the last batch, whether it is over or not. */
async function loadProchaine(client: Ecriture): Promise<PeriodeReleve | null> {
  const { rows } = await client.query<LotLu>(
    'SELECT id, du, au, etat, total FROM lots_releves ORDER BY au DESC, du DESC LIMIT 1',
  )
  const [dernier] = rows
  return dernier === undefined ? null : periodeSuivante(organisme().periodeReleve, dernier)
}
