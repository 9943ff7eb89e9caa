import { ACTES_D_ACCES } from '@/lib/lexique/mon-compte'
import { type Lecture, lire } from '@/lib/server/db'
import { type Acteur, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { inactiviteMax } from '@/lib/server/sessions'
import type { CleCourriel } from '../courriel/schema'
import { LIGNES_PAR_PAGE } from './schema'
import {
  type EntreeLue,
  type LigneVue,
  type ListeVue,
  type ReponseConditions,
  type SommaireLu,
  voirAcces,
  voirCourriel,
  voirLectures,
} from './view'

const JOUR = 24 * 3600_000
/** How far back log-ins are shown. */
const MOIS_MONTRES = 12
const REFUS_RECENTS = 30 * JOUR

const SOMMAIRE = `
  SELECT c.email, c.conditions_version AS "conditionsVersion",
    (SELECT count(*)::int FROM sessions s WHERE s.compte_id = c.id AND s.revoquee_le IS NULL AND s.expire_le > $2 AND s.vue_le > $3)
      AS connexions,
    j.*,
    (SELECT max(m.cree_le) FROM courriels m WHERE m.compte_id = c.id) AS "courrielLe",
    (SELECT count(*)::int FROM courriels m WHERE m.compte_id = c.id AND m.etat = 'ECHEC') AS "courrielsEnEchec",
    (SELECT count(*)::int FROM (SELECT DISTINCT ON (p.nature) p.voulu FROM preferences_courriel p WHERE p.compte_id = c.id
      ORDER BY p.nature, p.rang DESC) d WHERE NOT d.voulu) AS "sansCourriel",
    (SELECT count(*)::int FROM facteurs f WHERE f.compte_id = c.id AND f.confirme_le IS NOT NULL AND f.retire_le IS NULL) AS facteurs
  FROM comptes c LEFT JOIN LATERAL (
    SELECT max(moment) FILTER (WHERE acte = 'MOT_DE_PASSE_CHANGE' AND resultat = 'FAIT') AS "motDePasseLe",
      max(moment) FILTER (WHERE acte = 'CONNEXION') AS "connexionLe",
      count(*) FILTER (WHERE acte = 'CONNEXION_REFUSEE' AND moment > $4)::int AS refus
    FROM journal WHERE objet_type = 'compte' AND objet_id = c.id::text) j ON true
  WHERE c.id = $1::uuid`

/** What the first page says of each matter, in one statement. Null: nobody has this account (staff look at somebody without one). */
export async function loadSommaire(acteur: Acteur, instant: Date): Promise<SommaireLu | null> {
  const role = acteur.type === 'GESTION' ? acteur.role : acteur.type
  const vueApres = new Date(instant.getTime() - inactiviteMax(role))
  const [lu] = await lire(SYSTEME, (tx) =>
    tx.$queryRawUnsafe<SommaireLu[]>(
      SOMMAIRE,
      acteur.compteId,
      instant,
      vueApres,
      new Date(instant.getTime() - REFUS_RECENTS),
    ),
  )
  return lu ?? null
}

const COLONNES = `j.rang, j.moment, j.role, j.acte, j.resultat, j.objet_type AS "objetType", j.donnees`

const lireJournal = async (tx: Lecture, sql: string, valeurs: readonly unknown[]): Promise<EntreeLue[]> => {
  const lues = await tx.$queryRawUnsafe<(Omit<EntreeLue, 'rang'> & { readonly rang: bigint })[]>(
    sql,
    ...valeurs,
  )
  return lues.map((lue) => ({ ...lue, rang: Number(lue.rang) }))
}

/** Log-ins, refusals and new passwords of the reader's own account, the latest first. */
export async function loadHistorique(acteur: Acteur, avant: number | null, instant: Date): Promise<ListeVue> {
  const depuis = new Date(instant)
  depuis.setUTCMonth(depuis.getUTCMonth() - MOIS_MONTRES)
  const lues = await lire(acteur, (tx) =>
    lireJournal(
      tx,
      `SELECT ${COLONNES} FROM journal j WHERE j.objet_type = 'compte' AND j.objet_id = $1 AND j.acte = ANY ($2::text[])
        AND j.moment >= $3 AND ($4::bigint IS NULL OR j.rang < $4) ORDER BY j.rang DESC LIMIT ${LIGNES_PAR_PAGE + 1}`,
      [acteur.compteId, ACTES_D_ACCES, depuis, avant],
    ),
  )
  return voirAcces(lues, LIGNES_PAR_PAGE)
}

/**
 * Who opened the file of this person: row level security lets through only what somebody else read, of them, of the contract they hold, of
 * what they asked or sent, of their care and papers. The ids are named here so that the journal is never read whole.
 */
export async function loadLectures(acteur: PorteeAdherent, avant: number | null): Promise<ListeVue> {
  const lues = await lire(acteur, (tx) =>
    lireJournal(
      tx,
      // Of each object its last reads, by the index, then the last of all.
      `SELECT ${COLONNES}, r.motif FROM objets_lus($1::uuid, $3::uuid, $2::uuid[]) o
          CROSS JOIN LATERAL (SELECT k.rang, k.moment, k.role, k.acte, k.resultat, k.objet_type, k.donnees FROM journal k
            WHERE k.objet_type = o.type AND k.objet_id = o.id AND est_une_lecture(k.acte) AND ($4::bigint IS NULL OR k.rang < $4)
            ORDER BY k.rang DESC LIMIT ${LIGNES_PAR_PAGE + 1}) j
          LEFT JOIN regards r ON j.acte = 'REGARD_COMMENCE' AND r.id::text = j.donnees ->> 'regard'
        ORDER BY j.rang DESC LIMIT ${LIGNES_PAR_PAGE + 1}`,
      [acteur.personneId, acteur.adhesions, acteur.compteId, avant],
    ),
  )
  return voirLectures(lues, LIGNES_PAR_PAGE)
}

/** Mails written to this account, and to no other that has the same address. */
export async function loadCourrielsRecus(
  acteur: Acteur,
  apres: CleCourriel | null,
): Promise<{ readonly lignes: readonly LigneVue[]; readonly suite: string | null }> {
  const lus = await lire(acteur, (tx) =>
    tx.courriel.findMany({
      select: { id: true, modele: true, etat: true, creeLe: true, envoyeLe: true },
      where: {
        compteId: acteur.compteId,
        ...(apres === null
          ? {}
          : { OR: [{ creeLe: { lt: apres.creeLe } }, { creeLe: apres.creeLe, id: { lt: apres.id } }] }),
      },
      orderBy: [{ creeLe: 'desc' }, { id: 'desc' }],
      take: LIGNES_PAR_PAGE + 1,
    }),
  )
  const page = lus.slice(0, LIGNES_PAR_PAGE)
  const dernier = page.at(-1)
  const suite =
    lus.length > LIGNES_PAR_PAGE && dernier ? `${dernier.creeLe.toISOString()}_${dernier.id}` : null
  return { lignes: page.map(voirCourriel), suite }
}

/** Every answer to the conditions of use, the latest first. */
export const loadReponsesConditions = (acteur: PorteeAdherent): Promise<readonly ReponseConditions[]> =>
  lire(acteur, (tx) =>
    tx.consentement.findMany({
      select: { version: true, accepte: true, donneLe: true },
      where: { compteId: acteur.compteId, texte: 'CONDITIONS' },
      orderBy: { donneLe: 'desc' },
    }),
  )
