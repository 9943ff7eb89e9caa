import type { Metadata } from 'next'
import { Accessibilite } from '@/components/legal/accessibilite'
import { lireCadre } from '@/lib/services/cadre/data'

export const metadata: Metadata = { title: 'Accessibilité' }

export default function AccessibilitePage() {
  return <Accessibilite organisme={lireCadre().organisme} />
}
