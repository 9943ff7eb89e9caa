import type { Metadata } from 'next'
import { Alertes } from '@/components/journal/alertes'
import { Filtres } from '@/components/journal/filtres'
import { LignesDuJournal } from '@/components/journal/lignes'
import { Recherche } from '@/components/journal/recherche'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion } from '@/lib/server/session'
import { noterLecture, refuserPage } from '@/lib/server/traces'
import { loadAlertes } from '@/lib/services/essais-repartis/data'
import { loadJournal } from '@/lib/services/journal/data'
import { filtresJournalSchema } from '@/lib/services/journal/schema'
import { chercher } from './actions'

export const metadata: Metadata = { title: 'Journal' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion('SUPERVISEUR', 'ADMINISTRATEUR')
  const filtres = filtresJournalSchema.parse(await searchParams)
  const page = await loadJournal(acteur, filtres)
  if (page === null) return refuserPage(acteur)
  await noterLecture(acteur, 'JOURNAL_LU', {
    objetType: filtres.personne !== null ? 'personne' : filtres.compte !== null ? 'compte' : 'journal',
    objetId: filtres.personne ?? filtres.compte,
  })
  return (
    <>
      <TitrePage titre="Journal">
        <p>
          Qui a fait quoi, sur quoi et quand : connexions, refus, lectures de dossiers, changements,
          téléchargements. Rien ne s’y modifie ni ne s’y efface, et votre lecture y est notée.
        </p>
      </TitrePage>
      <Alertes alertes={await loadAlertes(acteur)} />
      <Recherche action={chercher} />
      <Filtres filtres={filtres} personne={page.personne} compte={page.compte} />
      <LignesDuJournal lignes={page.lignes} suite={page.suite} filtres={filtres} />
    </>
  )
}
