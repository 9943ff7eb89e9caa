import { Detail } from '@/components/remboursement/detail'
import { exigerAdherent } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { articleCite, lireUne } from '@/lib/services/remboursement/data'
import { estIdentifiant } from '@/lib/services/remboursement/schema'
import { voirLigne, voirVersement } from '@/lib/services/remboursement/view'

/** The title is in the page: it names the care, and « introuvable » has its own. */
export const metadata = { title: null }

export default async function RemboursementPage({
  params,
}: {
  readonly params: Promise<{ readonly id: string }>
}) {
  const portee = await exigerAdherent()
  const { id } = await params
  const lue = estIdentifiant(id) ? await lireUne(portee, id) : null
  if (lue === null) return refuserPage(portee)
  return (
    <Detail
      organisme={lireCadre().organisme.nomCourt}
      versement={voirVersement(lue.motifsVersement, { article: articleCite })}
      ligne={voirLigne(lue.ligne, {
        personnes: lue.personnes,
        adhesions: portee.adhesions,
        article: articleCite,
      })}
    />
  )
}
