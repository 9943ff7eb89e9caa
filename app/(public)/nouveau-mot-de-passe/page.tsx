import Link from 'next/link'
import { FormulaireAcces } from '@/components/acces/formulaire-acces'
import { maintenant } from '@/lib/server/clock'
import { lireJeton } from '@/lib/server/jetons'
import { organisme } from '@/lib/server/organisme'
import { jetonSchema } from '@/lib/services/compte/schema'
import { choisirNouveauMotDePasse } from './actions'

export const metadata = { title: null }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const lu = jetonSchema.safeParse(await searchParams)
  const jeton = lu.success ? lu.data.jeton : ''
  const { etat } = await lireJeton('ACCES_PERDU', jeton, maintenant())
  if (etat !== 'VALIDE')
    return (
      <>
        <title>{`Ce lien ne sert plus – ${organisme().nomCourt}`}</title>
        <h1>Ce lien ne sert plus</h1>
        <p>
          {etat === 'UTILISE'
            ? 'Il a déjà servi, ou un lien plus récent le remplace.'
            : 'Il a plus de 30 minutes, ou il est incomplet.'}{' '}
          Votre mot de passe n'a pas changé.
        </p>
        <p>
          <Link href="/acces-perdu">Demander un nouveau lien</Link>
        </p>
      </>
    )
  return (
    <>
      <h1>Choisir un nouveau mot de passe</h1>
      <p>Toutes les connexions ouvertes sur votre espace seront fermées. Vous vous connecterez ensuite.</p>
      <FormulaireAcces
        action={choisirNouveauMotDePasse}
        titre="Choisir un nouveau mot de passe"
        organisme={organisme().nomCourt}
        caches={{ jeton }}
        champs={[
          {
            nom: 'motDePasse',
            libelle: 'Nouveau mot de passe',
            indice:
              'Au moins 12 caractères. Quatre mots sans rapport entre eux sont faciles à retenir et difficiles à deviner.',
            type: 'password',
            autocomplete: 'new-password',
          },
        ]}
        bouton="Changer mon mot de passe"
      />
    </>
  )
}
