import type { Metadata } from 'next'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion, sessionCourante } from '@/lib/server/session'

export const metadata: Metadata = { title: 'Gestion' }

export default async function GestionPage() {
  await exigerGestion()
  const session = await sessionCourante()
  return (
    <TitrePage titre={`Bonjour ${session?.nomAffiche ?? ''}`}>
      <p>Vous êtes dans l’espace de gestion.</p>
    </TitrePage>
  )
}
