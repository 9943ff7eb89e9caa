import type { Metadata } from 'next'
import { ListeDatee } from '@/components/compte/liste-datee'
import { RetourCompte } from '@/components/compte/retour'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion } from '@/lib/server/session'
import { cleSchema } from '@/lib/services/courriel/schema'
import { loadCourrielsRecus } from '@/lib/services/mon-compte/data'

export const metadata: Metadata = { title: 'Les e-mails qui m’ont été envoyés' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion()
  const avant = cleSchema.parse((await searchParams).avant ?? null)
  return (
    <>
      <RetourCompte espace="gestion" />
      <TitrePage titre="Les e-mails qui m’ont été envoyés">
        <p>
          De quoi ils parlaient, et s’ils sont arrivés à votre messagerie. Le texte n’est pas gardé. Ils
          s’effacent d’ici après six mois.
        </p>
      </TitrePage>
      <ListeDatee
        {...(await loadCourrielsRecus(acteur, avant))}
        adresse="/gestion/mon-compte/courriels"
        suivante={avant !== null}
        etiquette="Pages des e-mails"
        vide="Aucun e-mail"
        videDit="Nous ne vous avons rien envoyé ces six derniers mois."
      />
    </>
  )
}
