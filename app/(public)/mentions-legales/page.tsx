import type { Metadata } from 'next'
import { MentionsLegales } from '@/components/legal/mentions-legales'
import { lireCadre } from '@/lib/services/cadre/data'

export const metadata: Metadata = { title: 'Mentions légales' }

export default function MentionsLegalesPage() {
  return <MentionsLegales organisme={lireCadre().organisme} />
}
