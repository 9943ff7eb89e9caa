import { redirect } from 'next/navigation'
import { exigerAdherent } from '@/lib/server/session'
import { loadMesCartes } from '@/lib/services/carte/data'

/** Where the installed card opens: the card in force, or where one can be made. */
export default async function Page() {
  const cartes = await loadMesCartes(await exigerAdherent())
  const bonne = cartes.find(({ carte }) => carte?.valable === true)?.carte
  redirect(bonne === undefined || bonne === null ? '/adherent/carte' : `/carte/${bonne.id}`)
}
