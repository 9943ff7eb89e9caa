// npm run restore -- FILE: a backup into an empty instance, whole or not at all.
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { env } from '@/lib/server/env'
import { restoreBackup } from './sauvegarde/restore'
import { failureLine, StartFailure } from './start/failure.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

try {
  const [argument, ...others] = process.argv.slice(2)
  const ownerUrl = process.env.DATABASE_OWNER_URL
  if (argument === undefined || others.length > 0 || argument.startsWith('-'))
    throw new StartFailure('Usage : npm run restore -- FICHIER')
  const path = resolve(argument)
  if (!existsSync(path)) throw new StartFailure(`${path} n’existe pas : vérifiez le nom de la sauvegarde.`)
  if (!ownerUrl)
    throw new StartFailure('La restauration demande DATABASE_OWNER_URL, le rôle propriétaire de la base.')
  const start = performance.now()
  const report = await restoreBackup({ root, ownerUrl, applicationUrl: env().DATABASE_URL }, path)
  const seconds = (performance.now() - start) / 1_000
  console.log(
    `${report.rows} lignes de ${report.tables} tables et ${report.files} fichiers restaurés, comparés un à un ; ${Math.round(report.rows / seconds)} lignes par seconde.`,
  )
  if (report.migrations.length > 0)
    console.log(`La sauvegarde était plus ancienne : ${report.migrations.join(', ')} appliquée(s) ensuite.`)
  if (report.missing > 0)
    console.error(`Attention : ${report.missing} fichier(s) manquaient déjà à la sauvegarde.`)
  console.log('Lancez npm start : les courriels qui attendaient repartent dans les minutes qui suivent.')
} catch (error) {
  console.error(failureLine(error instanceof Error ? error : new Error(String(error))))
  process.exitCode = 1
}
// The queues' library keeps timers for a while after it is stopped; nothing is left to wait for.
process.exit()
