'use client'

// A client component because React asks it of error boundaries.
import { MessageErreur } from '@/components/cadre/message-erreur'
import { PageSeule } from '@/components/cadre/page-seule'
import { Bouton } from '@/components/ui/bouton'

interface Props {
  readonly error: Error & { readonly digest?: string }
  readonly reset: () => void
}

export default function ErrorPage({ error, reset }: Props) {
  return (
    <PageSeule>
      <title>Page indisponible</title>
      <MessageErreur
        titre="Cette page n’a pas pu s’afficher"
        {...(error.digest === undefined ? {} : { reference: error.digest })}
      >
        <p>
          La panne est de notre côté et nous en gardons la trace. Ce que vous aviez enregistré est conservé ;
          ce que vous étiez en train d’envoyer ne l’est peut-être pas : vérifiez avant de recommencer.
        </p>
        <p className="pt-2">
          <Bouton type="button" onClick={reset}>
            Réessayer
          </Bouton>
        </p>
      </MessageErreur>
    </PageSeule>
  )
}
