import type { Metadata } from 'next'
import { DonneesPersonnelles } from '@/components/legal/donnees-personnelles'
import { lireCadre } from '@/lib/services/cadre/data'

export const metadata: Metadata = { title: 'Données personnelles' }

export default function DonneesPersonnellesPage() {
  return <DonneesPersonnelles organisme={lireCadre().organisme} />
}
