// npm run db:diff prints the SQL that leads from the migrations to prisma/schema, to write the next migration with;
// npm run db:diff -- --vide starts from nothing.
import { schemaDiff } from './migrations'

const ownerUrl = process.env.DATABASE_OWNER_URL
if (!ownerUrl) throw new Error('DATABASE_OWNER_URL is missing: run this through npm run db:diff')
const from = process.argv.includes('--vide') ? 'empty' : 'migrations'
console.log(
  (await schemaDiff(process.cwd(), ownerUrl, from)) || '-- Les migrations donnent exactement le schéma.',
)
