import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { COLONNES } from '@/lib/flux/portefeuille/ligne'
import { VIERGE } from '@/lib/formulaire/etat'
import { creerAction } from '@/lib/server/action'
import { ecrire } from '@/lib/server/db'
import { log } from '@/lib/server/log'
import { frapperGestion, SYSTEME } from '@/lib/server/portee'
import { demanderAcces, traiterAccesPerdu } from '@/lib/services/compte/mutations'
import { seConnecter } from '@/lib/services/connexion/mutations'
import { chercherPersonnes } from '@/lib/services/dossier/data'
import { lireRecherche } from '@/lib/services/dossier/schema'
import { importerFlux } from '@/lib/services/flux/mutations'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { BON_MOT_DE_PASSE, creerPersonne, lignes, travauxEnAttente, visiteDeTest } from '../support/comptes'
import { baseDeTest } from '../support/database'
import { formulaire } from '../support/requete'

vi.mock('next/headers', () => import('../support/requete'))

/** What must be nowhere. The NIR has a right key, the IBAN too. */
const NIR = '282039999900248'
const IBAN = 'FR1420041010050500013M02606'
const MOT = 'canari jaune sur le fil'
const CANARIS = [NIR, '2 82 03 99 999 002 48', NIR.slice(0, 13), IBAN, 'FR14 2004', MOT]

let base: Awaited<ReturnType<typeof baseDeTest>>
let proprietaire: pg.Client
let dossierJournaux: string
const sorties: string[] = []
const niveau = log.level

beforeAll(async () => {
  base = await baseDeTest()
  proprietaire = new pg.Client({ connectionString: base.urlProprietaire })
  await proprietaire.connect()
  const { rows } = await proprietaire.query<{ data: string; log: string }>(
    "SELECT current_setting('data_directory') AS data, current_setting('log_directory') AS log",
  )
  dossierJournaux = join(rows[0]?.data ?? '', rows[0]?.log ?? '')
  log.level = 'trace'
  for (const sortie of [process.stdout, process.stderr])
    vi.spyOn(sortie, 'write').mockImplementation((morceau) => {
      sorties.push(String(morceau))
      return true
    })
  for (const nom of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, nom).mockImplementation((...dits) => void sorties.push(dits.map(String).join(' ')))
})
afterAll(async () => {
  vi.restoreAllMocks()
  log.level = niveau
  await proprietaire.end()
})

const journauxPostgres = (): string =>
  readdirSync(dossierJournaux)
    .map((nom) => join(dossierJournaux, nom))
    .filter((chemin) => statSync(chemin).isFile())
    .map((chemin) => readFileSync(chemin, 'utf8'))
    .join('\n')

/** Services as they are used, and as they are misused, with what must never be written. */
async function vivre(): Promise<void> {
  const octets = (l: readonly string[]) => new TextEncoder().encode([COLONNES.join(';'), ...l].join('\n'))
  const offre = { porte: (r: string) => r === 'reg', propose: () => true }
  await importerPortefeuille(
    SYSTEME,
    octets([
      'ADHESION;A1;reg;;2024-01-01;;;;;;;;;;;;',
      `BENEFICIAIRE;A1;;;2024-01-01;;MEMBRE_PARTICIPANT;Dupont;Éloïse;1982-03-01;1;${NIR};;CARTE-01;;;`,
      `RIB;A1;;;2024-01-01;;;;;;;;;;PRESTATIONS;E Dupont;${IBAN}`,
    ]),
    offre,
  )
  // A NIR where a date should be, and a file that is not one.
  await importerPortefeuille(SYSTEME, octets([`ADHESION;A2;reg;;${NIR};;;;;;;;;;;;`]), offre)
  await importerFlux(SYSTEME, Readable.from([Buffer.from(`{"nir":"${NIR}","iban":"${IBAN}"`)])).catch(
    () => null,
  )
  const agent = frapperGestion({
    type: 'GESTION',
    compteId: '00000000-0000-4000-8000-00000000000a',
    role: 'SUPERVISEUR',
  })
  await chercherPersonnes(agent, lireRecherche('2 82 03 99 999 002 48'))
  await creerPersonne({ email: 'canari@exemple.fr' })
  for (const motDePasse of [MOT, BON_MOT_DE_PASSE])
    await seConnecter({ identifiant: 'canari@exemple.fr', motDePasse }, visiteDeTest()).catch(() => null)
  await seConnecter({ identifiant: NIR, motDePasse: MOT }, visiteDeTest()).catch(() => null)
  await demanderAcces('canari@exemple.fr', visiteDeTest())
  for (const travail of await travauxEnAttente('acces-perdu')) await traiterAccesPerdu(travail)
}

/** What PostgreSQL refuses, with the value in the parameters, in the statement, in its own message, in the row. */
const REFUS: readonly (readonly [string, string, readonly unknown[]])[] = [
  ['un paramètre hors de son type', 'SELECT $1::text::int', [NIR]],
  ['un littéral hors de son type', `SELECT '${NIR}'::int`, []],
  ['une requête mal écrite', `SELEC '${IBAN}'`, []],
  ['une division par zéro', 'SELECT 1 / 0 WHERE $1::text IS NOT NULL', [IBAN]],
  [
    'une ligne qui ne va pas',
    "INSERT INTO personnes (nom, prenom, date_naissance) VALUES ($1, 'x', 'y')",
    [NIR],
  ],
  [
    'une clé déjà prise',
    `INSERT INTO freins (cle, essais, depuis, bloque_jusqu) SELECT convert_to($1::text, 'UTF8'), 0, now(), now() FROM generate_series(1, 2)`,
    [NIR],
  ],
]

describe('zéro NIR, IBAN ou mot de passe dans les journaux (S-56, S-57)', () => {
  test('la base embarquée est lancée pour n’écrire ni paramètre, ni texte de requête, ni message d’erreur', async () => {
    const { rows } = await proprietaire.query<{ name: string; setting: string }>(
      `SELECT name, setting FROM pg_settings WHERE name = ANY ($1) ORDER BY name`,
      [
        [
          'log_parameter_max_length',
          'log_parameter_max_length_on_error',
          'log_min_error_statement',
          'log_min_messages',
          'log_statement',
          'log_min_duration_statement',
          'log_error_verbosity',
        ],
      ],
    )
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      log_parameter_max_length: '0',
      log_parameter_max_length_on_error: '0',
      log_min_error_statement: 'panic',
      log_min_messages: 'log',
      log_statement: 'none',
      log_min_duration_statement: '-1',
      log_error_verbosity: 'terse',
    })
  })

  test.each(REFUS)('%s échoue sans que son erreur porte la ligne', async (_quoi, sql, valeurs) => {
    const erreur = await ecrire(SYSTEME, (client) => client.query(sql, [...valeurs])).catch((e: unknown) => e)
    if (!(erreur instanceof pg.DatabaseError)) throw new Error('la base n’a rien refusé')
    expect([erreur.detail, erreur.where, erreur.internalQuery]).toEqual([undefined, undefined, undefined])
    log.error({ evenement: 'essai', message: erreur.message, erreur })
  })

  test('une action qui casse le dit sans rien de ce qui l’a cassée', async () => {
    const action = creerAction({
      nom: 'essai.canari',
      politique: 'PUBLIC',
      schema: z.object({ nir: z.string() }),
      run: async ({ nir }) => {
        await ecrire(SYSTEME, (client) => client.query('SELECT $1::text::int', [nir]))
        return { statut: 'FAIT' as const, message: 'fait' }
      },
    })
    expect(await action(VIERGE, formulaire({ nir: NIR }))).toMatchObject({ statut: 'ERREUR' })
  })

  test('après des imports, des recherches, des connexions et des pannes : aucun canari nulle part', async () => {
    await vivre()
    expect(sorties.length).toBeGreaterThan(8)
    // The log is the server's own: it says at least that it started.
    expect(journauxPostgres()).toContain('database system is ready')
    const courriels = await travauxEnAttente('courriel')
    expect(courriels.length).toBeGreaterThan(0)
    const [journal] = await lignes<{ t: string }>(
      `SELECT string_agg(to_jsonb(j)::text, ' ') AS t FROM journal j`,
    )
    const lieux = {
      sorties: sorties.join(''),
      postgres: journauxPostgres(),
      entetes: courriels.map(({ contenu }) => `${contenu.a} ${contenu.sujet}`).join('\n'),
      journal: journal?.t ?? '',
    }
    for (const [lieu, texte] of Object.entries(lieux))
      for (const canari of CANARIS)
        expect([lieu, canari, texte.includes(canari)]).toEqual([lieu, canari, false])
  })
})
