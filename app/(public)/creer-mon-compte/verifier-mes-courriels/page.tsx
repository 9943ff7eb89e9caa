import Link from 'next/link'
import { CourrielsDeDemonstration } from '@/components/acces/courriels-de-demonstration'
import { courrielsLisibles } from '@/lib/server/mail'

export const metadata = { title: 'Vérifiez vos e-mails' }

export default function Page() {
  return (
    <>
      <h1>Vérifiez vos e-mails</h1>
      <p>
        Un e-mail vient de partir à l'adresse que vous avez indiquée. Cliquez sur son lien dans les 24 heures
        pour ouvrir votre espace.
      </p>
      <p>
        Rien après quelques minutes ? Regardez dans les indésirables, ou{' '}
        <Link href="/acces-perdu">demandez un nouveau lien</Link>.
      </p>
      <CourrielsDeDemonstration lisibles={courrielsLisibles()} />
    </>
  )
}
