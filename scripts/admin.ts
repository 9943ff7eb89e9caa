// npm run admin: prints the single-use link by which the first administrator makes their account. `--lien` asks for a new one.
import { maintenant } from '@/lib/server/clock'
import { fermer } from '@/lib/server/db'
import { creerLienAdministrateur } from '@/lib/services/personnel/mutations'

const inconnues = process.argv.slice(2).filter((option) => option !== '--lien')
if (inconnues.length > 0) {
  console.error(`Option inconnue (${inconnues.join(' ')}) : npm run admin accepte -- --lien.`)
  process.exit(1)
}
try {
  const lien = await creerLienAdministrateur(maintenant())
  console.log(
    lien === null
      ? "Un administrateur existe déjà. S'il a perdu ses accès, il demande un lien sur la page « J'ai perdu mes accès »."
      : `Pour créer le compte d'administration, ouvrez dans les 24 heures (le lien ne sert qu'une fois, et remplace les précédents) :\n${lien}`,
  )
} finally {
  await fermer()
}
