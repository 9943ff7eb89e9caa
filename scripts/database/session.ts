import pg from 'pg'

/** One connection for one piece of work, closed whatever happens. */
export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // Without a listener a server that goes away would kill the process; the pending query reports the loss by itself.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

export async function execute(url: string, sql: string): Promise<void> {
  await withClient(url, (client) => client.query(sql))
}
