import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Detail } from '@/components/remboursement/detail'
import { exigerAdherent } from '@/lib/server/session'
import { articleCite, lireUne } from '@/lib/services/remboursement/data'
import { estIdentifiant } from '@/lib/services/remboursement/schema'
import { voirLigne } from '@/lib/services/remboursement/view'

export const metadata: Metadata = { title: 'Un remboursement' }

export default async function RemboursementPage({
  params,
}: {
  readonly params: Promise<{ readonly id: string }>
}) {
  const portee = await exigerAdherent()
  const { id } = await params
  const lue = estIdentifiant(id) ? await lireUne(portee, id) : null
  if (lue === null) notFound()
  return (
    <Detail
      ligne={voirLigne(lue.ligne, {
        personnes: lue.personnes,
        adhesions: portee.adhesions,
        article: articleCite,
      })}
    />
  )
}
