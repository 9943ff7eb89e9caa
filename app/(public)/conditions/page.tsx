import type { Metadata } from 'next'
import { ConditionsUtilisation } from '@/components/legal/conditions-utilisation'
import { VERSION_CONDITIONS } from '@/lib/lexique/acces'
import { lireCadre } from '@/lib/services/cadre/data'

export const metadata: Metadata = { title: 'Conditions d’utilisation' }

export default function ConditionsUtilisationPage() {
  return <ConditionsUtilisation organisme={lireCadre().organisme} version={VERSION_CONDITIONS} />
}
