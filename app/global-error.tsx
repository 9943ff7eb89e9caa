'use client'

// A client component because React asks it of error boundaries. It stands in for the root layout, which has failed.
import { MessageErreur } from '@/components/cadre/message-erreur'
import { PageSeule } from '@/components/cadre/page-seule'
import './globals.css'

interface Props {
  readonly error: Error & { readonly digest?: string }
}

export default function GlobalError({ error }: Props) {
  return (
    <html lang="fr">
      <body>
        <title>Site indisponible</title>
        <PageSeule>
          <MessageErreur
            titre="Le site est momentanément indisponible"
            {...(error.digest === undefined ? {} : { reference: error.digest })}
          >
            <p>
              La panne est de notre côté. Vos données sont conservées. Rechargez la page dans quelques minutes
              ; si rien ne change, appelez votre mutuelle au numéro imprimé sur votre carte.
            </p>
          </MessageErreur>
        </PageSeule>
      </body>
    </html>
  )
}
