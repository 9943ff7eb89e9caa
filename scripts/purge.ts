// npm run purge: erases what has passed its retention, class by class, and says how many. npm run purge -- --essai counts, and writes nothing.
import { fermer } from '@/lib/server/db'
import { direRapport, purger } from '@/lib/services/conservation/mutations'

const demande = process.argv.slice(2).join(' ')
if (demande !== '' && demande !== '--essai') {
  console.error(`Option inconnue (${demande}) : npm run purge, ou npm run purge -- --essai.`)
  process.exit(1)
}
const essai = demande === '--essai'
try {
  console.log(direRapport(await purger({ essai }), essai))
  if (essai) console.log('Essai : rien n’a été effacé.')
} finally {
  await fermer()
}
