// npm run backup -- [FILE]: one consistent snapshot of the base and its files, sealed, in one file.
import { join, resolve } from 'node:path'
import { maintenant } from '@/lib/server/clock'
import { env } from '@/lib/server/env'
import { writeBackup } from './sauvegarde/write'
import { failureLine, StartFailure } from './start/failure.mjs'

function chosenPath(argument: string | undefined): string {
  if (argument !== undefined) return resolve(argument)
  const moment = maintenant().toISOString().slice(0, 19).replaceAll(':', '')
  return resolve(join(env().PORTAIL_DATA, 'sauvegardes', `portail-${moment}Z.sauvegarde`))
}

try {
  const [argument, ...others] = process.argv.slice(2)
  const owner = process.env.DATABASE_OWNER_URL
  if (others.length > 0 || argument?.startsWith('-'))
    throw new StartFailure('Usage : npm run backup -- [FICHIER]')
  if (!owner)
    throw new StartFailure('La sauvegarde demande DATABASE_OWNER_URL, le rôle propriétaire de la base.')
  const path = chosenPath(argument)
  const start = performance.now()
  const { rows, tables, files, missing, bytes } = await writeBackup(owner, path)
  const seconds = (performance.now() - start) / 1_000
  console.log(
    `${path} : ${rows} lignes de ${tables} tables et ${files} fichiers, ${Math.ceil(bytes / 1024)} Kio, relus ; ${Math.round(rows / seconds)} lignes par seconde.`,
  )
  console.log(
    env().PORTAIL_CLE_SAUVEGARDE === undefined
      ? 'Scellée par PORTAIL_CLES. Gardez ailleurs que cette sauvegarde PORTAIL_CLES et PORTAIL_CLE_INDEX (secrets.json) : sans eux, elle ne se lira plus.'
      : 'Scellée par PORTAIL_CLE_SAUVEGARDE. Gardez ailleurs que cette sauvegarde cette clé, PORTAIL_CLES et PORTAIL_CLE_INDEX (secrets.json) : sans elles, elle ne se lira plus.',
  )
  if (missing.count > 0)
    console.error(
      `Attention : ${missing.count} fichier(s) que la base cite n’étaient plus dans le magasin et ne sont pas dans la sauvegarde : ${missing.first.slice(0, 5).join(', ')}${missing.count > 5 ? '…' : ''}`,
    )
} catch (error) {
  console.error(failureLine(error instanceof Error ? error : new Error(String(error))))
  process.exitCode = 1
}
