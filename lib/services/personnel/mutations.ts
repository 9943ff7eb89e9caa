import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_COMPTE, VERSION_CONDITIONS } from '@/lib/lexique/acces'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { compterEssai, FREIN_ADRESSE } from '@/lib/server/frein'
import { consommerJeton, creerJeton } from '@/lib/server/jetons'
import { journaliser } from '@/lib/server/journal'
import { hacher } from '@/lib/server/mot-de-passe'
import { type PorteeSysteme, type RoleGestion, SYSTEME } from '@/lib/server/portee'
import { reprocheMotDePasse } from '@/lib/server/robustesse'
import type { Visite } from '@/lib/server/visite'

/** « admin » on a telephone keypad: one first administrator at a time. */
const VERROU = 23646

interface ComptePersonnel {
  readonly role: RoleGestion
  readonly nom: string
  readonly email: string
  readonly motDePasse: string
}

async function administrateurExiste(client: Ecriture): Promise<boolean> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [VERROU])
  const { rowCount } = await client.query("SELECT FROM comptes WHERE role = 'ADMINISTRATEUR' LIMIT 1")
  return rowCount !== 0
}

/** The address at which the first administrator is created, new each time; null once there is one. */
export async function creerLienAdministrateur(instant: Date): Promise<string | null> {
  return ecrire(SYSTEME, async (client) => {
    if (await administrateurExiste(client)) return null
    const jeton = await creerJeton(client, 'PREMIER_ADMINISTRATEUR', null, instant)
    await journaliser(client, {
      acte: 'LIEN_ADMINISTRATEUR_CREE',
      compteId: null,
      role: 'SYSTEME',
      objetType: 'compte',
      objetId: null,
      resultat: 'FAIT',
    })
    return new URL(`/premier-administrateur?jeton=${jeton}`, env().PORTAIL_URL).href
  })
}

/** @throws {SaisieRefusee} when the link is dead, the password weak, or somebody came first. @throws {TropDEssais} */
export async function creerPremierAdministrateur(
  saisie: { readonly jeton: string } & Omit<ComptePersonnel, 'role'>,
  visite: Visite,
): Promise<void> {
  await compterEssai(`administrateur:adresse:${visite.adresse}`, FREIN_ADRESSE, visite.instant)
  const hache = await hacherBonMotDePasse(saisie)
  await ecrire(SYSTEME, async (client) => {
    const existe = await administrateurExiste(client)
    const consomme = await consommerJeton(client, 'PREMIER_ADMINISTRATEUR', saisie.jeton, visite.instant)
    if (existe || consomme === null)
      throw new SaisieRefusee({ champ: '', message: PHRASES_COMPTE.lienAdministrateurMort })
    await inserer(client, { ...saisie, role: 'ADMINISTRATEUR' }, hache, visite.instant)
  })
}

/** A staff account, ready to use: for the demonstration, and later for the administrator's page. @throws {SaisieRefusee} */
export async function creerComptePersonnel(
  portee: PorteeSysteme,
  compte: ComptePersonnel,
  instant: Date,
): Promise<string> {
  const hache = await hacherBonMotDePasse(compte)
  return ecrire(portee, (client) => inserer(client, compte, hache, instant))
}

async function hacherBonMotDePasse(compte: Omit<ComptePersonnel, 'role'>): Promise<string> {
  const reproche = reprocheMotDePasse(compte.motDePasse, [compte.nom, compte.email])
  if (reproche !== null) throw new SaisieRefusee({ champ: 'motDePasse', message: reproche })
  return hacher(compte.motDePasse)
}

async function inserer(
  client: Ecriture,
  { role, nom, email }: ComptePersonnel,
  hache: string,
  instant: Date,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO comptes (role, statut, email, email_confirme_le, nom_affiche, mot_de_passe, conditions_version, conditions_acceptees_le)
     VALUES ($1, 'ACTIF', $2, $3, $4, $5, $6, $3) ON CONFLICT DO NOTHING RETURNING id`,
    [role, email, instant, nom, hache, VERSION_CONDITIONS],
  )
  const id = rows[0]?.id
  if (id === undefined)
    throw new SaisieRefusee({ champ: 'email', message: PHRASES_COMPTE.emailPersonnelPris })
  await journaliser(client, {
    acte: role === 'ADMINISTRATEUR' ? 'ADMINISTRATEUR_CREE' : 'COMPTE_CREE',
    compteId: id,
    role,
    objetType: 'compte',
    objetId: id,
    resultat: 'FAIT',
  })
  return id
}
