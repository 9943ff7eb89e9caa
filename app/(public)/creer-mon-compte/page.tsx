import Link from 'next/link'
import { FormulaireAcces } from '@/components/acces/formulaire-acces'
import { Message } from '@/components/ui/message'
import { organisme } from '@/lib/server/organisme'
import { presenterCarte } from './actions'

export const metadata = { title: null }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const { repris } = await searchParams
  return (
    <>
      <h1>Je crée mon compte</h1>
      <p>
        Étape 1 sur 3. Prenez votre carte, où est imprimé votre n° adhérent, et votre code d’accès : en haut à
        droite de la carte, ou dans la lettre « Votre code d’accès » que nous vous avons envoyée. Vous ne le
        trouvez pas ? Appelez-nous : nous vous en enverrons un autre.
      </p>
      {repris === '1' ? (
        <Message>Plus de trente minutes ont passé : présentez de nouveau votre carte.</Message>
      ) : null}
      <FormulaireAcces
        action={presenterCarte}
        titre="Je crée mon compte, étape 1 sur 3"
        organisme={organisme().nomCourt}
        champs={[
          {
            nom: 'numeroAdherent',
            libelle: 'N° adhérent',
            indice: 'Avec ou sans les zéros du début, par exemple 123456.',
            type: 'text',
          },
          {
            nom: 'codeAcces',
            libelle: "Code d'accès",
            indice:
              'Lettres et chiffres, en majuscules ou en minuscules. Chaque personne couverte a le sien.',
            type: 'text',
          },
        ]}
        bouton="Continuer avec cette carte"
      />
      <p>
        Vous avez déjà un espace ? <Link href="/connexion">Connectez-vous</Link>.
      </p>
    </>
  )
}
