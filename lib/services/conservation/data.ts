import { type ClasseDonnees, CONSERVATION, type Duree } from '@/lib/lexique/donnees/conservation'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { ajouterJours, ajouterMois } from '@/lib/rules/date/date-civile'
import type { Ecriture } from '@/lib/server/db'
import { type ClassePersonne, finDe } from '../effacement/data'

/** What began before that day has passed its time. @throws {Error} for a class that is kept. */
export function limiteDe(classe: ClasseDonnees, jour: DateCivile): DateCivile {
  const { duree } = CONSERVATION[classe]
  if (duree === null) throw new Error(`classe gardée : ${classe}`)
  return reculer(jour, duree)
}

const reculer = (jour: DateCivile, { nombre, unite }: Duree): DateCivile =>
  unite === 'JOURS'
    ? ajouterJours(jour, -nombre)
    : ajouterMois(jour, -(unite === 'ANNEES' ? nombre * 12 : nombre))

/** Nobody acts for the person of the account « c »: what is asked for them under a delegation belongs to it, opened or not. */
export const SANS_DELEGUE = `NOT EXISTS (SELECT FROM delegations d WHERE d.protege_id = c.personne_id AND d.etat = 'ACTIVE')`

/** The rows of a class whose time has passed on $1, by what names them (`id`). */
export const ECHUES = {
  BROUILLONS: `SELECT id FROM demandes WHERE etat = 'BROUILLON' AND cree_le < $1::date`,
  DEMANDES: `SELECT id FROM demandes WHERE close_le < $1::date AND nature NOT IN ('RECLAMATION', 'DROITS_RGPD')`,
  RECLAMATIONS: `SELECT id FROM demandes WHERE close_le < $1::date AND nature IN ('RECLAMATION', 'DROITS_RGPD')`,
  COMPTES_NON_CONFIRMES: `SELECT c.id FROM comptes c WHERE c.role = 'ADHERENT' AND c.statut = 'EN_ATTENTE' AND c.email_confirme_le IS NULL
    AND c.cree_le < $1::date AND ${SANS_DELEGUE}`,
  MIS_DE_COTE: `SELECT q.id FROM quarantaines q JOIN flux_recus f ON f.id = q.flux_id WHERE f.recu_le < $1::date`,
  COPIES: 'SELECT id FROM exports_donnees WHERE demande_le < $1::date',
  /** Swept by others; counted here for a dry run. */
  PIECES: `SELECT id FROM fichiers WHERE efface_le IS NULL AND conservation = 'PIECE' AND cree_le < $1::date`,
  DOCUMENTS: `SELECT id FROM fichiers WHERE efface_le IS NULL AND conservation = 'DOCUMENT' AND cree_le < $1::date`,
  CONNEXIONS: 'SELECT id FROM sessions WHERE expire_le < $1::date',
  COURRIELS: `SELECT id FROM courriels WHERE etat <> 'EN_FILE' AND cree_le < $1::date`,
} as const

export async function compter(
  client: Ecriture,
  requete: keyof typeof ECHUES,
  limite: DateCivile,
): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM (${ECHUES[requete]}) e`,
    [limite],
  )
  return rows[0]?.n ?? 0
}

export async function loadEchues(
  client: Ecriture,
  requete: keyof typeof ECHUES,
  { limite, apres, lot }: { readonly limite: DateCivile; readonly apres: string; readonly lot: number },
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT e.id FROM (${ECHUES[requete]}) e WHERE e.id > $2 ORDER BY e.id LIMIT $3`,
    [limite, apres, lot],
  )
  return rows.map(({ id }) => id)
}

/** People whose last contract, or last day of acting for somebody, is before `limite`, and of whom this class is still there. */
export async function loadPersonnesEchues(
  client: Ecriture,
  classe: ClassePersonne,
  { limite, apres, lot }: { readonly limite: DateCivile; readonly apres: string; readonly lot: number },
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT s.id FROM (SELECT p.id, ${finDe(classe)} AS fin FROM personnes p WHERE p.id > $2) s
      WHERE s.fin < $3::date AND NOT EXISTS (SELECT FROM effacements e WHERE e.personne_id = s.id AND e.classe = $1
        AND (e.efface_le AT TIME ZONE 'Europe/Paris')::date >= s.fin)
      ORDER BY s.id LIMIT $4`,
    [classe, apres, limite, lot],
  )
  return rows.map(({ id }) => id)
}
