import { Introuvable } from '@/components/cadre/introuvable'
import { PageSeule } from '@/components/cadre/page-seule'
import { lireCadre } from '@/lib/services/cadre/data'

/** The title is in the page: Next would keep that of the page that was not found. */
export const metadata = { title: null }

export default function NotFound() {
  return (
    <PageSeule>
      <Introuvable organisme={lireCadre().organisme.nomCourt} />
    </PageSeule>
  )
}
