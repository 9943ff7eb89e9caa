import pg from 'pg'
import { StartFailure } from '../start/failure.mjs'
import { withClient } from './session'

export const GROUPES = ['portail_app', 'portail_gestion', 'portail_systeme'] as const

type Login = { readonly role: string; readonly superuser: boolean; readonly bypass: boolean }

async function readLogin(applicationUrl: string): Promise<Login> {
  return withClient(applicationUrl, async (client) => {
    const { rows } = await client.query<Login>(
      'SELECT rolname AS role, rolsuper AS superuser, rolbypassrls AS bypass FROM pg_roles WHERE rolname = session_user',
    )
    const login = rows[0]
    if (!login) throw new Error('session_user is not in pg_roles')
    return login
  })
}

function checkFenced(login: Login, owner: string): void {
  const reason =
    login.role === owner
      ? 'le même rôle que DATABASE_OWNER_URL'
      : login.superuser
        ? 'un super-utilisateur'
        : login.bypass
          ? 'un rôle BYPASSRLS'
          : null
  if (reason === null) return
  throw new StartFailure(
    `DATABASE_URL utilise ${reason} (${login.role}) : les cloisons entre adhérents ne le retiendraient pas ; donnez-lui un rôle de connexion ordinaire.`,
  )
}

// What a portail_app row may see is what the login sees without asking; the two other roles are taken for one
// transaction, by SET LOCAL ROLE.
async function grantRoles(client: pg.Client, login: string): Promise<void> {
  const role = pg.escapeIdentifier(login)
  await client.query(`GRANT portail_app TO ${role} WITH INHERIT TRUE, SET FALSE`)
  await client.query(`GRANT portail_gestion, portail_systeme TO ${role} WITH INHERIT FALSE, SET TRUE`)
}

/** An ordinary owner is held by the fences like anybody; for a backup it takes the role that sees all (scripts/sauvegarde/sight.ts). */
async function grantOwner(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ above: boolean }>(
    'SELECT rolsuper OR rolbypassrls AS above FROM pg_roles WHERE rolname = current_user',
  )
  if (rows[0]?.above) return
  await client.query('GRANT portail_systeme TO CURRENT_USER WITH INHERIT FALSE, SET TRUE')
}

async function grantQueues(client: pg.Client): Promise<void> {
  const groups = GROUPES.join(', ')
  await client.query(`GRANT USAGE ON SCHEMA pgboss TO ${groups}`)
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO ${groups}`)
  await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${groups}`)
  await client.query(`GRANT SELECT ON _prisma_migrations TO ${groups}`)
}

/** Gives the application's login what it needs and nothing more; refuses a login that row level security would not hold. */
export async function grantRights(ownerUrl: string, applicationUrl: string): Promise<void> {
  const login = await readLogin(applicationUrl)
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ owner: string }>('SELECT session_user AS owner')
    checkFenced(login, rows[0]?.owner ?? '')
    await client.query('BEGIN')
    await grantRoles(client, login.role)
    await grantOwner(client)
    await grantQueues(client)
    await client.query('COMMIT')
  })
}
