import type { Metadata } from 'next'
import { DefautsMagasin } from '@/components/depot/defauts-magasin'
import { ListeDepots } from '@/components/depot/liste-depots'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion } from '@/lib/server/session'
import { loadDefautsDuMagasin, loadDepotsRecus } from '@/lib/services/depot/data'
import { cleDepotSchema } from '@/lib/services/depot/schema'

export const metadata: Metadata = { title: 'Documents reçus' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR')
  const { avant } = await searchParams
  const defauts = await loadDefautsDuMagasin(acteur)
  const page = await loadDepotsRecus(acteur, cleDepotSchema.parse(avant ?? null))
  return (
    <>
      <TitrePage titre="Documents reçus">
        <p>
          Ce que les adhérents ont envoyé, le plus récent d’abord. Chaque téléchargement est noté au journal.
        </p>
      </TitrePage>
      {defauts === null ? null : <DefautsMagasin {...defauts} />}
      <ListeDepots
        {...page}
        ici="/gestion/depots"
        fichiers="/gestion/depots"
        vide={{
          titre: 'Aucun document reçu',
          phrase: 'Les envois des adhérents apparaîtront ici dès leur réception.',
        }}
      />
    </>
  )
}
