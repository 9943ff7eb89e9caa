import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { frapperGestion, type PorteeGestion, type RoleGestion } from '@/lib/server/portee'
import { suivreImpayes } from '@/lib/services/impaye/mutations'
import { creerPersonne, type PersonneDeTest } from './comptes'

/** Contracts and their échéances, by hand: a schedule of one échéance each. */
export async function creerContrat(
  base: pg.Pool,
  reglement: string,
  email?: string,
): Promise<PersonneDeTest> {
  const personne = await creerPersonne(email === undefined ? {} : { email })
  await base.query('UPDATE adhesions SET reglement = $2 WHERE id = $1', [personne.adhesionId, reglement])
  return personne
}

interface EcheanceVoulue {
  readonly exigibleLe: string
  readonly montant?: number
  readonly mode?: string
  readonly etat?: string
  readonly mensuelle?: number
}

let version = 0

export async function creerEcheance(
  base: pg.Pool,
  adhesionId: string,
  { exigibleLe, montant = 6_250, mode = 'CHEQUE', etat = 'A_VENIR', mensuelle }: EcheanceVoulue,
): Promise<string> {
  version += 1
  const [tarif, echeancier, id] = [randomUUID(), randomUUID(), randomUUID()]
  const an = Number(exigibleLe.slice(0, 4))
  const mois = exigibleLe.slice(0, 7)
  const resultat =
    mensuelle === undefined ? {} : { segments: [{ du: `${mois}-01`, au: `${mois}-28`, mensuelle }] }
  await base.query(
    "INSERT INTO tarifs (id, reglement, formule, annee, version, etat, contenu, demonstration, en_vigueur_le) VALUES ($1, 'r', 'f', $2, $3, 'EN_VIGUEUR', '{}', true, now())",
    [tarif, an, version],
  )
  await base.query(
    `INSERT INTO echeanciers (id, adhesion_id, annee, version, tarif_id, cause, total, entrees, resultat, motifs)
      VALUES ($1, $2, $3, $4, $5, 'ANNEE', $6, '{}', $7, '[{}]')`,
    [echeancier, adhesionId, an, version, tarif, montant, JSON.stringify(resultat)],
  )
  await base.query(
    `INSERT INTO echeances (id, echeancier_id, adhesion_id, rang, exigible_le, du, au, montant, mode, etat)
      VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8::text::"ModePaiement", $9::text::"EtatEcheance")`,
    [id, echeancier, adhesionId, exigibleLe, `${mois}-01`, `${mois}-28`, montant, mode, etat],
  )
  return id
}

export const payer = (base: pg.Pool, echeanceId: string, le: string) =>
  base.query("UPDATE echeances SET etat = 'PAYEE', payee_le = $2 WHERE id = $1", [echeanceId, le])

export async function rejeter(base: pg.Pool, echeanceId: string): Promise<void> {
  await base.query("UPDATE echeances SET etat = 'REJETEE', payee_le = NULL WHERE id = $1", [echeanceId])
}

/** The daily job, on each of these days. */
export async function chaqueJour(...jours: readonly string[]): Promise<void> {
  for (const jour of jours) {
    const { echecs } = await suivreImpayes(dateCivile(jour))
    if (echecs > 0) throw new Error(`le ${jour}, ${echecs} contrat(s) en échec`)
  }
}

export async function personnel(base: pg.Pool, role: RoleGestion): Promise<PorteeGestion> {
  const { rows } = await base.query<{ id: string }>(
    `INSERT INTO comptes (role, statut, email, nom_affiche) VALUES ($1::text::"RoleCompte", 'EN_ATTENTE', $2, 'G') RETURNING id`,
    [role, `${randomUUID()}@exemple.test`],
  )
  return frapperGestion({ type: 'GESTION', compteId: rows[0]?.id ?? '', role })
}
