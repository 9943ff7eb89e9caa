import { courrielSeizeAns } from '@/lib/lexique/courriels/seize-ans'
import { annoncerSeizeAns } from '@/lib/rules/ayant-droit/annoncer-seize-ans'
import { emanciperMineur } from '@/lib/rules/ayant-droit/emanciper-mineur'
import {
  ajouterAnnees,
  ajouterJours,
  ajouterMois,
  type DateCivile,
  estDateCivile,
} from '@/lib/rules/date/date-civile'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { journaliser } from '@/lib/server/journal'
import { type Portee, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { reglementDe } from '../cotisation/view'
import { envoyerCourriel, signature } from '../courriel/mutations'
import { peutConstater, peutRefuserPaiementDirect } from './access'
import type { Constat, EffetSituation } from './schema'
import { MOIS_ANNONCE } from './view'

const auteur = (acteur: Portee) =>
  acteur.type === 'SYSTEME'
    ? { compteId: null, role: 'SYSTEME' }
    : { compteId: acteur.compteId, role: acteur.type === 'GESTION' ? acteur.role : acteur.type }

/**
 * What is known of an ayant droit from a day on: what was known before ends the day before. The same fact again writes nothing.
 * @throws {Error} when the actor may not, or for a day before what is already known.
 */
export async function constaterSituation(acteur: Portee, constat: Constat): Promise<void> {
  if (!peutConstater(acteur)) throw new Error('constat de situation refusé à cet acteur')
  await ecrire(SYSTEME, (client) => inscrireSituation(client, acteur, constat))
}

/** The same, in the caller's transaction, once the actor may. Null: it was known, nothing is written. */
export async function inscrireSituation(
  client: Ecriture,
  acteur: Portee,
  constat: Constat,
): Promise<EffetSituation | null> {
  const { adhesionId, personneId, du } = constat
  const faits = [
    constat.situation ?? null,
    constat.celibataire ?? null,
    constat.rattacheFiscalement ?? null,
    constat.handicapReconnuLe ?? null,
    constat.justificatifRecuLe ?? null,
    constat.depotId ?? null,
  ]
  await verrouillerSituations(client, personneId)
  const { rowCount } = await client.query(
    `SELECT FROM situations_ayant_droit WHERE adhesion_id = $1 AND personne_id = $2 AND (au IS NULL OR du = $9)
      AND (situation::text, celibataire, rattache_fiscalement, handicap_reconnu_le, justificatif_recu_le, depot_id)
        IS NOT DISTINCT FROM ($3::text, $4::boolean, $5::boolean, $6::date, $7::date, $8::uuid)`,
    [adhesionId, personneId, ...faits, du],
  )
  if (rowCount !== 0) return null
  const avant = await loadTouchees(client, constat)
  // Learnt better the same day: the first word of that day was not yet a period.
  await client.query(
    'DELETE FROM situations_ayant_droit WHERE adhesion_id = $1 AND personne_id = $2 AND du = $3',
    [adhesionId, personneId, du],
  )
  await client.query(
    'UPDATE situations_ayant_droit SET au = $3 WHERE adhesion_id = $1 AND personne_id = $2 AND au IS NULL',
    [adhesionId, personneId, ajouterJours(du, -1)],
  )
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO situations_ayant_droit (adhesion_id, personne_id, du, situation, celibataire, rattache_fiscalement,
        handicap_reconnu_le, justificatif_recu_le, depot_id)
      VALUES ($1, $2, $3, $4::text::"SituationEnfant", $5, $6, $7, $8, $9) RETURNING id`,
    [adhesionId, personneId, du, ...faits],
  )
  const [ecrite] = rows
  if (ecrite === undefined) throw new Error('situation non écrite')
  await journaliserSituation(client, acteur, ecrite.id, {})
  return { ecrite: ecrite.id, du, avant }
}

const verrouillerSituations = (client: Ecriture, personneId: string) =>
  client.query(`SELECT pg_advisory_xact_lock(hashtextextended('situation:' || $1, 0))`, [personneId])

const journaliserSituation = (
  client: Ecriture,
  acteur: Portee,
  objetId: string,
  donnees: Readonly<Record<string, boolean>>,
): Promise<void> =>
  journaliser(client, {
    acte: 'SITUATION_CONSTATEE',
    ...auteur(acteur),
    objetType: 'situation',
    objetId,
    resultat: 'FAIT',
    donnees,
  })

/** The periods that a fact of this day closes or replaces. */
async function loadTouchees(
  client: Ecriture,
  { adhesionId, personneId, du }: Pick<Constat, 'adhesionId' | 'personneId' | 'du'>,
): Promise<EffetSituation['avant']> {
  const { rows } = await client.query<EffetSituation['avant'][number]>(
    `SELECT id, du::text, au::text, situation::text, celibataire, rattache_fiscalement AS "rattacheFiscalement",
        handicap_reconnu_le::text AS "handicapReconnuLe", justificatif_recu_le::text AS "justificatifRecuLe", depot_id AS "depotId"
      FROM situations_ayant_droit WHERE adhesion_id = $1 AND personne_id = $2 AND (au IS NULL OR du = $3) ORDER BY du`,
    [adhesionId, personneId, du],
  )
  return rows
}

/** Takes back what was noted, and gives their periods back to those it closed or replaced. False: something was noted since. */
export async function retirerSituation(
  client: Ecriture,
  acteur: Portee,
  { adhesionId, personneId }: Pick<Constat, 'adhesionId' | 'personneId'>,
  { ecrite, du, avant }: EffetSituation,
): Promise<boolean> {
  await verrouillerSituations(client, personneId)
  const { rowCount } = await client.query(
    'DELETE FROM situations_ayant_droit WHERE id = $1 AND adhesion_id = $2 AND personne_id = $3 AND au IS NULL',
    [ecrite, adhesionId, personneId],
  )
  if (rowCount === 0) return false
  for (const s of avant)
    if (s.du < du) await client.query('UPDATE situations_ayant_droit SET au = $2 WHERE id = $1', [s.id, s.au])
    else
      await client.query(
        `INSERT INTO situations_ayant_droit (id, adhesion_id, personne_id, du, au, situation, celibataire, rattache_fiscalement,
            handicap_reconnu_le, justificatif_recu_le, depot_id)
          VALUES ($1, $2, $3, $4, $5, $6::text::"SituationEnfant", $7, $8, $9, $10, $11)`,
        [
          s.id,
          adhesionId,
          personneId,
          s.du,
          s.au,
          s.situation,
          s.celibataire,
          s.rattacheFiscalement,
          s.handicapReconnuLe,
          s.justificatifRecuLe,
          s.depotId,
        ],
      )
  await journaliserSituation(client, acteur, ecrite, { retiree: true })
  return true
}

/** From today the person's reimbursements stay on the account of the contract. Twice is once. @throws {Error} when it is not theirs to say. */
export async function refuserPaiementDirect(
  acteur: PorteeAdherent,
  adhesionId: string,
  jour: DateCivile,
): Promise<void> {
  if (!peutRefuserPaiementDirect(acteur, adhesionId)) throw new Error('refus de paiement direct par un autre')
  await ecrire(acteur, async (client) => {
    await exigerSeizeAns(client, acteur, adhesionId, jour)
    const { rowCount } = await client.query(
      `INSERT INTO refus_paiement_direct (adhesion_id, personne_id, du) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [adhesionId, acteur.personneId, jour],
    )
    if (rowCount === 1) await consigner(client, acteur, 'PAIEMENT_DIRECT_REFUSE')
  })
}

/** The refusal is taken back. Twice is once. */
export async function accepterPaiementDirect(
  acteur: PorteeAdherent,
  adhesionId: string,
  jour: DateCivile,
): Promise<void> {
  if (!peutRefuserPaiementDirect(acteur, adhesionId)) throw new Error('paiement direct accepté par un autre')
  await ecrire(acteur, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE refus_paiement_direct SET leve_le = $3 WHERE adhesion_id = $1 AND personne_id = $2 AND leve_le IS NULL`,
      [adhesionId, acteur.personneId, jour],
    )
    if (rowCount === 1) await consigner(client, acteur, 'PAIEMENT_DIRECT_ACCEPTE')
  })
}

const consigner = (
  client: Ecriture,
  acteur: PorteeAdherent,
  acte: 'PAIEMENT_DIRECT_REFUSE' | 'PAIEMENT_DIRECT_ACCEPTE',
): Promise<void> =>
  journaliser(client, {
    acte,
    ...auteur(acteur),
    objetType: 'personne',
    objetId: acteur.personneId,
    resultat: 'FAIT',
  })

async function exigerSeizeAns(
  client: Ecriture,
  { personneId }: PorteeAdherent,
  adhesionId: string,
  jour: DateCivile,
): Promise<void> {
  const { rows } = await client.query<{ reglement: string; naissance: string }>(
    `SELECT a.reglement, p.date_naissance AS naissance FROM adhesions a, personnes p WHERE a.id = $1 AND p.id = $2`,
    [adhesionId, personneId],
  )
  const [lu] = rows
  if (lu === undefined || !estDateCivile(lu.naissance)) throw new Error('paiement direct sans objet')
  const faits = { dateNaissance: lu.naissance, date: jour, refusExpres: false }
  const decision = emanciperMineur(reglementDe(lu.reglement), faits)
  if (decision.verdict !== 'ACCORDEE' || !decision.valeur.paiementDirect)
    throw new Error('le règlement n’ouvre pas le paiement direct à cette personne')
}

interface BientotSeizeAns {
  readonly personneId: string
  readonly naissance: string
  readonly adhesionId: string
  readonly reglement: string
  readonly compteId: string
  readonly email: string
}

/** Ages at which a règlement opens rights of one's own lie around sixteen; the rule of each decides, this only narrows. */
const AGE = 16

/** Children covered that day whose birthday comes within two months, of whom nobody was told, and whose parent reads mails. */
async function loadBientotSeizeAns(client: Ecriture, jour: DateCivile): Promise<readonly BientotSeizeAns[]> {
  const { rows } = await client.query<BientotSeizeAns>(
    `SELECT DISTINCT ON (p.id) p.id AS "personneId", p.date_naissance AS naissance, a.id AS "adhesionId", a.reglement,
        k.id AS "compteId", k.email
      FROM personnes p
      JOIN beneficiaires b ON b.personne_id = p.id AND b.lien = 'ENFANT' AND daterange(b.du, b.au, '[]') @> $3::date
      JOIN adhesions a ON a.id = b.adhesion_id AND daterange(a.date_effet, a.date_fin, '[]') @> $3::date
      JOIN comptes k ON k.personne_id = a.membre_participant_id AND k.statut = 'ACTIF' AND k.email_confirme_le IS NOT NULL
      WHERE p.date_naissance BETWEEN $1 AND $2
        AND NOT EXISTS (SELECT FROM rappels_seize_ans r WHERE r.personne_id = p.id)
      ORDER BY p.id, a.date_effet, a.id`,
    [ajouterAnnees(jour, -AGE), ajouterAnnees(ajouterMois(jour, MOIS_ANNONCE), -AGE), jour],
  )
  return rows
}

/**
 * Tells the membre participant, once, that somebody of the contract is about to be sixteen: mail and mark in one transaction, so that a
 * job cut short tells the others, and nobody twice. Returns how many were told.
 */
export async function annoncerSeizeAnsDuJour(jour: DateCivile): Promise<number> {
  const bientot = await ecrire(SYSTEME, (client) => loadBientotSeizeAns(client, jour))
  let annonces = 0
  for (const personne of bientot) if (await annoncer(personne, jour)) annonces += 1
  return annonces
}

async function annoncer(p: BientotSeizeAns, jour: DateCivile): Promise<boolean> {
  if (!estDateCivile(p.naissance)) return false
  const faits = { dateNaissance: p.naissance, date: jour, moisAvant: MOIS_ANNONCE }
  const annonce = annoncerSeizeAns(reglementDe(p.reglement), faits)
  if (annonce === null) return false
  const { paiementDirect, attestationPropre } = annonce.change
  const dit = { paiementDirect: paiementDirect !== null, attestationPropre: attestationPropre !== null }
  const url = new URL('/adherent/beneficiaires', env().PORTAIL_URL).href
  return ecrire(SYSTEME, async (client) => {
    const { rowCount } = await client.query(
      'INSERT INTO rappels_seize_ans (personne_id, adhesion_id, envoye_le) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [p.personneId, p.adhesionId, jour],
    )
    if (rowCount !== 1) return false
    await envoyerCourriel(client, p.email, courrielSeizeAns(dit, url, signature()), p.compteId)
    await journaliser(client, {
      acte: 'SEIZE_ANS_ANNONCES',
      compteId: null,
      role: 'SYSTEME',
      objetType: 'personne',
      objetId: p.personneId,
      resultat: 'FAIT',
    })
    return true
  })
}
