import type { Metadata } from 'next'
import { Terme } from '@/components/aide/terme'
import { EnvoiDocuments } from '@/components/depot/envoi-documents'
import { ListeDepots } from '@/components/depot/liste-depots'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadMesDepots } from '@/lib/services/depot/data'
import { cleDepotSchema } from '@/lib/services/depot/schema'
import { envoyerDocuments } from './actions'

const TITRE = 'Envoyer un document'
// The form says it, with « Erreur : » when there is something to correct.
export const metadata: Metadata = { title: null }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  const { avant } = await searchParams
  const page = await loadMesDepots(acteur, cleDepotSchema.parse(avant ?? null))
  return (
    <>
      <TitrePage titre={TITRE}>
        <p>
          Une facture, un <Terme id="devis">devis</Terme>, un justificatif… Nous le recevons aussitôt, et vous
          le retrouvez ci-dessous.
        </p>
      </TitrePage>
      <EnvoiDocuments action={envoyerDocuments} titre={TITRE} organisme={lireCadre().organisme.nomCourt} />
      <h2 className="mt-12 text-xl">Ce que vous nous avez envoyé</h2>
      <ListeDepots
        {...page}
        ici="/adherent/documents/envoyer"
        fichiers="/adherent/documents/envois"
        vide={{ titre: 'Aucun document envoyé', phrase: 'Vos envois apparaîtront ici, avec leur suite.' }}
      />
    </>
  )
}
