import { Introuvable } from '@/components/cadre/introuvable'
import { lireCadre } from '@/lib/services/cadre/data'

/** The title is in the page: Next would keep that of the page that was not found. */
export const metadata = { title: null }

export default function NotFound() {
  return <Introuvable organisme={lireCadre().organisme.nomCourt} />
}
