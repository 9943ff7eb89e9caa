import type { Metadata } from 'next'
import { ListeDatee } from '@/components/compte/liste-datee'
import { RetourCompte } from '@/components/compte/retour'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { loadLectures } from '@/lib/services/mon-compte/data'
import { rangSchema } from '@/lib/services/mon-compte/schema'

export const metadata: Metadata = { title: 'Qui a ouvert mon dossier' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  const avant = rangSchema.parse((await searchParams).avant ?? null)
  return (
    <>
      <RetourCompte espace="adherent" />
      <TitrePage titre="Qui a ouvert mon dossier">
        <p>
          Chaque fois que quelqu’un d’autre que vous lit votre dossier, c’est noté ici sans pouvoir être
          effacé : quand, en quelle qualité, quoi. Vous avez une question sur une lecture ?{' '}
          <a href="/adherent/messagerie">Écrivez-nous</a>.
        </p>
      </TitrePage>
      <ListeDatee
        {...(await loadLectures(acteur, avant))}
        adresse="/adherent/mon-compte/lectures"
        suivante={avant !== null}
        etiquette="Pages des lectures"
        vide="Personne n’a ouvert votre dossier"
        videDit="La prochaine lecture s’inscrira ici, avec sa date."
      />
    </>
  )
}
