import { defineConfig } from 'prisma/config'

const url = process.env.DATABASE_OWNER_URL

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  // Only for who migrates with Prisma's own command line, by `prisma migrate deploy`.
  ...(url ? { datasource: { url } } : {}),
})
