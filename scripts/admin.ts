// npm run admin: prints the single-use link by which the first administrator makes their account. `--lien` asks for a new one;
// `--facteur-perdu EMAIL` takes the second factor off a staff account that no colleague can free.
import { maintenant } from '@/lib/server/clock'
import { fermer } from '@/lib/server/db'
import { leverDepuisLeServeur } from '@/lib/services/levee-facteurs/mutations'
import { creerLienAdministrateur } from '@/lib/services/personnel/mutations'

const USAGE = 'npm run admin accepte -- --lien, ou -- --facteur-perdu ADRESSE.'

async function imprimerLien(): Promise<string> {
  const lien = await creerLienAdministrateur(maintenant())
  return lien === null
    ? "Un administrateur existe déjà. S'il a perdu ses accès, il demande un lien sur la page « J'ai perdu mes accès »."
    : `Pour créer le compte d'administration, ouvrez dans les 24 heures (le lien ne sert qu'une fois, et remplace les précédents) :\n${lien}`
}

async function lever(email: string): Promise<string> {
  return (await leverDepuisLeServeur(email, maintenant()))
    ? `La seconde protection de ${email} est retirée : elle sera redemandée à sa prochaine connexion.`
    : `Aucun compte de gestion protégé ne répond à ${email} : rien n'a été changé.`
}

const [option, valeur, ...reste] = process.argv.slice(2)
const perdu = option === '--facteur-perdu' && valeur !== undefined && reste.length === 0
if (!perdu && (valeur !== undefined || (option !== undefined && option !== '--lien'))) {
  console.error(`Option inconnue : ${USAGE}`)
  process.exit(1)
}
try {
  console.log(await (perdu ? lever(valeur) : imprimerLien()))
} finally {
  await fermer()
}
