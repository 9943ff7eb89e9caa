import type { RoleCompte, StatutCompte } from '@/generated/prisma/enums'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import type { Fournisseur } from '@/lib/server/fournisseurs'
import { type Acteur, SYSTEME } from '@/lib/server/portee'
import { regarderDemarche } from '../demarche-externe/data'
import { peutOuvrir, roleDe } from './access'
import type { ALierVue, FournisseurVue, IdentiteVue } from './view'

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

const compteOu =
  (colonne: 'id' | 'personne_id') =>
  async (client: Ecriture, id: string): Promise<CompteRelie> => {
    const { rows } = await client.query<CompteRelie>(
      `SELECT id, role, statut, email FROM comptes WHERE ${colonne} = $1`,
      [id],
    )
    const compte = rows[0]
    if (compte === undefined) throw new Error('compte inconnu')
    return compte
  }
export const loadCompte = compteOu('id')
/** Of a person who has one. */
export const loadCompteDe = compteOu('personne_id')

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
  return {
    reliees: lignes.map(({ id, fournisseur, lieeLe, vueLe }) => ({
      id,
      libelle: libelleDe(fournisseur),
      lieeLe,
      vueLe,
    })),
    aRelier: env()
      .PORTAIL_FOURNISSEURS.filter((un) => peutOuvrir(un, roleDe(acteur)))
      .filter(({ emetteur }) => !lignes.some((ligne) => ligne.emetteur === emetteur))
      .map(({ id, libelle }) => ({ id, libelle })),
  }
}

/** Somebody whom a provider has just recognised, and whom no account answers to yet. */
export async function loadALier(secret: string | null, instant: Date): Promise<ALierVue | null> {
  const demarche = await regarderDemarche('A_LIER', secret, instant)
  const fournisseur = demarche === null ? null : fournisseurDe(demarche.fournisseur)
  if (demarche === null || fournisseur === null) return null
  const membres = fournisseur.public === 'ADHERENTS'
  return { libelle: fournisseur.libelle, membres, parCarte: membres && demarche.contenu.civile !== null }
}
