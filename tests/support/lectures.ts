import pg from 'pg'
import { vi } from 'vitest'
import { z } from 'zod'
import { PETITES } from './volume'

/** What a page asked the base, as it was asked. */
export interface Requete {
  readonly texte: string
  readonly valeurs: readonly unknown[]
  /** The one that gave its transaction its role and its settings. */
  readonly reglages: Requete | null
  /** Sent while the same connection was still busy with another: pg queues it, and will refuse it one day. */
  readonly attend: boolean
}

const FRONTIERES = /^\s*(BEGIN|START|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET)\b/i
const REGLAGES = /^\s*SELECT set_config\('(role|transaction_read_only)'/

function lireAppel([premier, second]: readonly unknown[]): Pick<Requete, 'texte' | 'valeurs'> {
  const texte = typeof premier === 'string' ? premier : String(Object(premier).text)
  const valeurs: unknown = Array.isArray(second) ? second : Object(premier).values
  return { texte, valeurs: Array.isArray(valeurs) ? valeurs : [] }
}

/** Runs something and tells the statements it sent: transactions' own frontiers and settings aside. */
export async function ecouter<T>(
  agir: () => Promise<T>,
): Promise<{ resultat: T; requetes: readonly Requete[] }> {
  const entendues: Requete[] = []
  const reglages = new Map<unknown, Requete>()
  const occupes = new Map<unknown, number>()
  const envoyer = pg.Client.prototype.query
  const espion = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...appel: readonly unknown[]
  ) {
    const enCours = occupes.get(this) ?? 0
    const requete = { ...lireAppel(appel), reglages: reglages.get(this) ?? null, attend: enCours > 0 }
    if (REGLAGES.test(requete.texte)) reglages.set(this, requete)
    else if (!FRONTIERES.test(requete.texte)) entendues.push(requete)
    const reponse: unknown = Reflect.apply(envoyer, this, appel)
    if (reponse instanceof Promise) {
      occupes.set(this, enCours + 1)
      const finir = () => occupes.set(this, (occupes.get(this) ?? 1) - 1)
      reponse.then(finir, finir)
    }
    return reponse
  })
  try {
    return { resultat: await agir(), requetes: entendues }
  } finally {
    espion.mockRestore()
  }
}

const noeudSchema = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Index Cond': z.string().optional(),
  get Plans() {
    return z.array(noeudSchema).optional()
  },
})
type Noeud = z.infer<typeof noeudSchema>
const planSchema = z.tuple([z.object({ Plan: noeudSchema })])

const dedans = (noeud: Noeud): readonly Noeud[] => [noeud, ...(noeud.Plans ?? []).flatMap(dedans)]

/** The plan of a statement, for the person who sent it. */
async function expliquer(
  client: pg.Client,
  { texte, valeurs, reglages }: Requete,
): Promise<readonly Noeud[]> {
  await client.query('BEGIN')
  try {
    if (reglages !== null) await client.query(reglages.texte, [...reglages.valeurs])
    const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(`EXPLAIN (FORMAT JSON) ${texte}`, [
      ...valeurs,
    ])
    return dedans(planSchema.parse(rows[0]?.['QUERY PLAN'])[0].Plan)
  } finally {
    await client.query('ROLLBACK')
  }
}

/** The tables that grow (support/volume) and that these statements read whole, each with its statement. */
export async function luesEntieres(url: string, requetes: readonly Requete[]): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const trouvees: string[] = []
    for (const requete of requetes)
      for (const noeud of await expliquer(client, requete)) {
        const table = noeud['Relation Name'] ?? ''
        if (noeud['Node Type'] === 'Seq Scan' && !PETITES.has(table))
          trouvees.push(`${table} : ${requete.texte.replaceAll(/\s+/g, ' ').trim()}`)
      }
    return trouvees
  } finally {
    await client.end()
  }
}
