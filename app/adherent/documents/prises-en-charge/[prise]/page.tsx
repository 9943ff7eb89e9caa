import { DetailPrise } from '@/components/prise-en-charge/detail'
import { exigerAdherent } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadPrise } from '@/lib/services/prise-en-charge/data'
import { priseIdSchema } from '@/lib/services/prise-en-charge/schema'
import { voirPrise } from '@/lib/services/prise-en-charge/view'
import { articleCite } from '@/lib/services/remboursement/data'

/** The title is in the page: it names the request, and « introuvable » has its own. */
export const metadata = { title: null }

interface Props {
  readonly params: Promise<{ readonly prise: string }>
}

export default async function PriseEnChargePage({ params }: Props) {
  const portee = await exigerAdherent()
  const id = priseIdSchema.safeParse((await params).prise)
  const lue = id.success ? await loadPrise(portee, id.data) : null
  if (lue === null) return refuserPage(portee)
  const { organisme, jour } = lireCadre()
  return (
    <DetailPrise
      organisme={organisme.nomCourt}
      prise={voirPrise(lue, { article: articleCite, adhesions: portee.adhesions, jour })}
    />
  )
}
