// Loads the demonstration organisme, once: npm start runs it on its own database, npm start -- --demo on yours.
import { fermer } from '@/lib/server/db'
import { chargerDemonstration } from './demonstration/chargement'

try {
  await chargerDemonstration((phrase) => console.log(phrase))
} finally {
  await fermer()
}
