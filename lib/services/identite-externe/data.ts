import type { RoleCompte, StatutCompte } from '@/generated/prisma/enums'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import type { Fournisseur } from '@/lib/server/fournisseurs'
import { type Acteur, SYSTEME } from '@/lib/server/portee'
import { regarderDemarche } from '../demarche-externe/data'
import { peutOuvrir } from './access'
import type { FournisseurVue, IdentiteVue } from './view'

/** The provider that the address names; null: not configured, and so not there. */
export const fournisseurDe = (id: string): Fournisseur | null =>
  env().PORTAIL_FOURNISSEURS.find((fournisseur) => fournisseur.id === id) ?? null

/** For the page of the doors: a name and an address, nothing else leaves the configuration. */
export const lireFournisseurs = (): readonly FournisseurVue[] =>
  env().PORTAIL_FOURNISSEURS.map(({ id, libelle }) => ({ id, libelle }))

const libelleDe = (id: string): string => fournisseurDe(id)?.libelle ?? id

export interface CompteRelie {
  readonly id: string
  readonly role: RoleCompte
  readonly statut: StatutCompte
  readonly email: string
}

/** Whose account this identity opens. The issuer and the subject, both, and nothing else. */
export async function loadCompteRelie(
  client: Ecriture,
  { emetteur, sujet }: { readonly emetteur: string; readonly sujet: string },
): Promise<CompteRelie | null> {
  const { rows } = await client.query<CompteRelie>(
    `SELECT c.id, c.role, c.statut, c.email FROM identites_externes i JOIN comptes c ON c.id = i.compte_id
     WHERE i.emetteur = $1 AND i.sujet = $2`,
    [emetteur, sujet],
  )
  return rows[0] ?? null
}

export async function loadCompte(client: Ecriture, id: string): Promise<CompteRelie> {
  const { rows } = await client.query<CompteRelie>(
    'SELECT id, role, statut, email FROM comptes WHERE id = $1',
    [id],
  )
  const compte = rows[0]
  if (compte === undefined) throw new Error('compte inconnu')
  return compte
}

interface Ligne {
  readonly id: string
  readonly fournisseur: string
  readonly emetteur: string
  readonly lieeLe: Date
  readonly vueLe: Date | null
}

/** What opens the account of whoever asks, and what could. */
export async function loadIdentites(
  acteur: Acteur,
): Promise<{ readonly reliees: readonly IdentiteVue[]; readonly aRelier: readonly FournisseurVue[] }> {
  const lignes = await ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<Ligne>(
      `SELECT id, fournisseur, emetteur, liee_le AS "lieeLe", vue_le AS "vueLe" FROM identites_externes
       WHERE compte_id = $1 ORDER BY liee_le`,
      [acteur.compteId],
    )
    return rows
  })
  const role = acteur.type === 'ADHERENT' ? 'ADHERENT' : acteur.role
  return {
    reliees: lignes.map(({ id, fournisseur, lieeLe, vueLe }) => ({
      id,
      libelle: libelleDe(fournisseur),
      lieeLe,
      vueLe,
    })),
    aRelier: env()
      .PORTAIL_FOURNISSEURS.filter((un) => peutOuvrir(un, role))
      .filter(({ emetteur }) => !lignes.some((ligne) => ligne.emetteur === emetteur))
      .map(({ id, libelle }) => ({ id, libelle })),
  }
}

/** Somebody whom a provider has just recognised, and whom no account answers to yet. */
export async function loadALier(
  secret: string | null,
  instant: Date,
): Promise<{ readonly libelle: string; readonly parCarte: boolean; readonly membres: boolean } | null> {
  const demarche = await regarderDemarche('A_LIER', secret, instant)
  const fournisseur = demarche === null ? null : fournisseurDe(demarche.fournisseur)
  if (demarche === null || fournisseur === null) return null
  const membres = fournisseur.public === 'ADHERENTS'
  return { libelle: fournisseur.libelle, membres, parCarte: membres && demarche.contenu.civile !== null }
}
