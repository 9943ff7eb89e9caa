import { notFound } from 'next/navigation'
import { CourrielDepose } from '@/components/acces/courriel-depose'
import { PageSeule } from '@/components/cadre/page-seule'
import { courrielsLisibles, loadCourrielsDeposes } from '@/lib/server/mail'

export const metadata = { title: 'E-mails écrits' }

const NOMBRE = 50

/** Exists only where mails are not really sent: development, demonstration. */
export default async function Page() {
  if (!courrielsLisibles()) notFound()
  const courriels = await loadCourrielsDeposes(NOMBRE)
  return (
    <PageSeule>
      <h1>E-mails écrits</h1>
      <p>Aucun serveur d'envoi n'est réglé : les e-mails sont écrits ici au lieu de partir.</p>
      {courriels.length === 0 ? <p>Aucun e-mail pour le moment.</p> : null}
      {courriels.map((courriel) => (
        <CourrielDepose key={courriel.id} {...courriel} />
      ))}
    </PageSeule>
  )
}
