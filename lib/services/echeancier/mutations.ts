import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { annee, type DateCivile } from '@/lib/rules/date/date-civile'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { SYSTEME } from '@/lib/server/portee'
import { loadContrats } from '@/lib/services/cotisation/data'
import {
  type ContratCotisant,
  type CotisationAnnuelle,
  cotiserContrat,
  entreesDe,
} from '@/lib/services/cotisation/view'
import { type Mouvement, passer } from '@/lib/services/grand-livre/mutations'
import {
  type EcheanceAAppeler,
  loadAAppeler,
  loadAvecEcheancier,
  loadPrecedent,
  loadSansEcheancier,
  type PrecedentLu,
} from './data'
import { type Plan, planifier, renduARecompter, replanifier, resultatDe } from './view'

export type IssueEcheancier =
  | { readonly issue: 'ECRIT'; readonly version: number }
  | { readonly issue: 'INCHANGE' | 'SANS_OBJET' }
  | { readonly issue: 'IMPOSSIBLE'; readonly raison: string }

/**
 * Writes what a contract owes for a year, if that changed since it was written: the decision, a version of the schedule and its
 * échéances, in one transaction. The same facts again write nothing. Two at once: one waits for the other.
 */
export async function ecrireEcheancier(
  adhesionId: string,
  an: number,
  jour: DateCivile,
): Promise<IssueEcheancier> {
  try {
    return await ecrire(SYSTEME, (client) => ecrireAnnee(client, adhesionId, an, jour))
  } catch (erreur) {
    if (erreur instanceof ErreurDeRegle) return { issue: 'IMPOSSIBLE', raison: erreur.message }
    throw erreur
  }
}

/**
 * Every schedule that a change of this day may touch, in the caller's transaction: the year's, and those written for the next.
 * @throws {ErreurDeRegle} nothing must be kept of the transaction then.
 */
export async function ecrireEcheanciersDepuis(
  client: Ecriture,
  adhesionId: string,
  jour: DateCivile,
): Promise<void> {
  const { rows } = await client.query<{ annee: number }>(
    'SELECT DISTINCT annee::int FROM echeanciers WHERE adhesion_id = $1 AND annee >= $2 ORDER BY 1',
    [adhesionId, annee(jour)],
  )
  for (const { annee: an } of rows) await ecrireAnnee(client, adhesionId, an, jour)
}

async function ecrireAnnee(
  client: Ecriture,
  adhesionId: string,
  an: number,
  jour: DateCivile,
): Promise<IssueEcheancier> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('echeancier:' || $1, 0))`, [adhesionId])
  const [contrat] = await loadContrats(client, [adhesionId])
  if (contrat === undefined) return { issue: 'SANS_OBJET' }
  const precedent = await loadPrecedent(client, adhesionId, an)
  return ecrireVersion(client, contrat, cotiserContrat(contrat, an, jour), precedent, jour)
}

async function ecrireVersion(
  client: Ecriture,
  contrat: ContratCotisant,
  cotisation: CotisationAnnuelle,
  precedent: PrecedentLu | null,
  jour: DateCivile,
): Promise<IssueEcheancier> {
  const entrees: unknown = JSON.parse(JSON.stringify(entreesDe(cotisation)))
  if (precedent === null && cotisation.segments.length === 0) return { issue: 'SANS_OBJET' }
  const memesFaits = precedent !== null && isDeepStrictEqual(precedent.entrees, entrees)
  if (memesFaits && !renduARecompter(precedent)) return { issue: 'INCHANGE' }
  const plan =
    precedent === null
      ? planifier(contrat.reglement, cotisation, contrat.dateEffet)
      : replanifier(contrat.reglement, cotisation, precedent, jour)
  const version = (precedent?.version ?? 0) + 1
  await remplacer(client, plan.remplacees, jour)
  const id = await inscrire(client, contrat.adhesionId, cotisation, plan, version, entrees)
  await journaliser(client, {
    acte: 'ECHEANCIER_ECRIT',
    compteId: null,
    role: 'SYSTEME',
    objetType: 'echeancier',
    objetId: id,
    resultat: 'FAIT',
    donnees: { annee: cotisation.annee, version, cause: plan.cause },
  })
  return { issue: 'ECRIT', version }
}

/** A year no more covered keeps the tariff of the version before. */
const TARIF_PRECEDENT = `coalesce($5::uuid, (SELECT tarif_id FROM echeanciers WHERE adhesion_id = $2 AND annee = $3
  ORDER BY version DESC LIMIT 1))`

async function inscrire(
  client: Ecriture,
  adhesionId: string,
  cotisation: CotisationAnnuelle,
  plan: Plan,
  version: number,
  entrees: unknown,
): Promise<string> {
  const id = randomUUID()
  await client.query(
    `INSERT INTO echeanciers (id, adhesion_id, annee, version, tarif_id, cause, total, entrees, resultat, motifs)
      VALUES ($1, $2, $3, $4, ${TARIF_PRECEDENT}, $6, $7, $8, $9, $10)`,
    [
      id,
      adhesionId,
      cotisation.annee,
      version,
      cotisation.segments.at(-1)?.tarifId ?? null,
      plan.cause,
      plan.total,
      JSON.stringify(entrees),
      JSON.stringify(resultatDe(plan, cotisation.segments)),
      JSON.stringify(plan.motifs),
    ],
  )
  await client.query(
    `INSERT INTO echeances (echeancier_id, adhesion_id, rang, exigible_le, du, au, montant, mode, etat)
      SELECT $1, $2, rang, "exigibleLe", du, au, montant, mode::"ModePaiement", 'A_VENIR'
      FROM jsonb_to_recordset($3::jsonb) AS e (rang int, "exigibleLe" date, du date, au date, montant bigint, mode text)`,
    [id, adhesionId, JSON.stringify(plan.nouvelles.map((e, i) => ({ ...e, rang: i + 1 })))],
  )
  return id
}

/** Échéances that the new version takes the place of; those that were called are called no more. */
async function remplacer(client: Ecriture, ids: readonly string[], jour: DateCivile): Promise<void> {
  const { rows } = await client.query<EcheanceAAppeler>(
    `UPDATE echeances e SET etat = 'REMPLACEE' WHERE id = ANY ($1::uuid[])
      RETURNING e.id, e.adhesion_id AS "adhesionId", $2::date AS "exigibleLe",
        CASE WHEN EXISTS (SELECT FROM ecritures l WHERE l.operation = 'APPEL_COTISATION' AND l.piece_type = 'echeance'
          AND l.piece_id = e.id) THEN e.montant ELSE 0 END AS montant`,
    [ids, jour],
  )
  const appelees = rows.filter(({ montant }) => montant !== 0)
  await passer(
    client,
    appelees.map((e) => mouvementDe('ANNULATION_APPEL', { ...e, montant: -e.montant })),
  )
}

/** What is owed goes to the contract's account; what is to be given back, and a call taken back, go the other way. */
export function mouvementDe(
  operation: 'APPEL_COTISATION' | 'ANNULATION_APPEL',
  { id, adhesionId, exigibleLe, montant }: EcheanceAAppeler,
): Mouvement {
  const adherent = { nature: 'COTISATIONS_ADHERENT', titulaire: adhesionId } as const
  const produit = { nature: 'PRODUIT_COTISATIONS' } as const
  const [debit, credit] = montant > 0 ? [adherent, produit] : [produit, adherent]
  return {
    jour: exigibleLe,
    operation,
    debit,
    credit,
    montant: Math.abs(montant),
    pieceType: 'echeance',
    pieceId: id,
  }
}

const PAGE = 500
const PREMIER = '00000000-0000-0000-0000-000000000000'

export interface CompteEcheanciers {
  readonly ecrits: number
  readonly inchanges: number
  /** Contracts without a schedule: staff sees each reason on the page of contributions. */
  readonly impossibles: number
}

/** The schedules of a year that are missing: at the first of January, and after a take-over. Interrupted, the next run goes on. */
export async function genererEcheanciers(an: number, jour: DateCivile): Promise<CompteEcheanciers> {
  const compte = { ecrits: 0, inchanges: 0, impossibles: 0 }
  for (let apres = PREMIER; ; ) {
    const ids = await ecrire(SYSTEME, (client) => loadSansEcheancier(client, an, apres, PAGE))
    for (const id of ids) compter(compte, await ecrireEcheancier(id, an, jour))
    apres = ids.at(-1) ?? apres
    if (ids.length < PAGE) return compte
  }
}

/** Schedules whose facts changed: somebody came or left, another formule, the end of a contract, another means of payment. */
export async function actualiserEcheanciers(jour: DateCivile): Promise<CompteEcheanciers> {
  const compte = { ecrits: 0, inchanges: 0, impossibles: 0 }
  for (let apres = PREMIER; ; ) {
    const contrats = await ecrire(SYSTEME, (client) =>
      loadAvecEcheancier(client, annee(jour) - 1, apres, PAGE),
    )
    for (const { id, annees } of contrats)
      for (const an of annees) compter(compte, await ecrireEcheancier(id, an, jour))
    apres = contrats.at(-1)?.id ?? apres
    if (contrats.length < PAGE) return compte
  }
}

function compter(
  compte: { ecrits: number; inchanges: number; impossibles: number },
  { issue }: IssueEcheancier,
): void {
  if (issue === 'ECRIT') compte.ecrits += 1
  else if (issue === 'IMPOSSIBLE') compte.impossibles += 1
  else compte.inchanges += 1
}

/** What is due on that day enters the ledger, once; who does not pay by direct debit is called. @returns how many. */
export async function appelerEcheances(jour: DateCivile): Promise<number> {
  for (let total = 0; ; ) {
    const nombre = await ecrire(SYSTEME, async (client) => {
      const dues = await loadAAppeler(client, jour, PAGE * 4)
      await appeler(client, dues)
      return dues.length
    })
    total += nombre
    if (nombre < PAGE * 4) return total
  }
}

/** In the caller's transaction. */
export async function appeler(client: Ecriture, dues: readonly EcheanceAAppeler[]): Promise<void> {
  await passer(
    client,
    dues.map((e) => mouvementDe('APPEL_COTISATION', e)),
  )
  await client.query(
    `UPDATE echeances SET etat = 'APPELEE' WHERE id = ANY ($1::uuid[]) AND etat = 'A_VENIR' AND mode <> 'PRELEVEMENT' AND montant > 0`,
    [dues.map(({ id }) => id)],
  )
}
