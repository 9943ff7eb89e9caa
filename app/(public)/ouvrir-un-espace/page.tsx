import Link from 'next/link'
import { FormulaireAcces } from '@/components/acces/formulaire-acces'
import { PHRASES_DELEGATION } from '@/lib/lexique/delegations'
import { empreinte } from '@/lib/server/chiffrement'
import { instantMetier } from '@/lib/server/clock'
import { organisme } from '@/lib/server/organisme'
import { jetonSchema } from '@/lib/services/compte/schema'
import { loadInvitation } from '@/lib/services/delegation/data'
import { ouvrirUnEspace } from './actions'

export const metadata = { title: null }
const TITRE = 'Ouvrir un espace pour agir pour un proche'

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const lu = jetonSchema.safeParse(await searchParams)
  const jeton = lu.success ? lu.data.jeton : ''
  const invitation = lu.success ? await loadInvitation(empreinte(jeton), instantMetier()) : null
  if (invitation === null)
    return (
      <>
        <title>{`Ce lien ne sert plus – ${organisme().nomCourt}`}</title>
        <h1>Ce lien ne sert plus</h1>
        <p>{PHRASES_DELEGATION.LIEN_MORT}</p>
        <p>
          <Link href="/connexion">J’ai déjà un espace : me connecter</Link>
        </p>
      </>
    )
  return (
    <>
      <h1>{TITRE}</h1>
      <p>
        Vous n’avez pas de contrat chez nous : votre espace sert à agir pour la personne qui vous le propose.
        Vous vous connecterez avec l’adresse {invitation.email}, puis vous accepterez ou refuserez. Lisez les{' '}
        <Link href="/conditions" target="_blank">
          conditions générales d'utilisation (nouvel onglet)
        </Link>
        .
      </p>
      <FormulaireAcces
        action={ouvrirUnEspace}
        titre={TITRE}
        organisme={organisme().nomCourt}
        caches={{ jeton }}
        champs={[
          { nom: 'prenom', libelle: 'Prénom', type: 'text', autocomplete: 'given-name' },
          { nom: 'nom', libelle: 'Nom', type: 'text', autocomplete: 'family-name' },
          {
            nom: 'naissance',
            libelle: 'Date de naissance',
            type: 'date',
            autocomplete: 'bday',
          },
          {
            nom: 'motDePasse',
            libelle: 'Mot de passe',
            indice:
              'Au moins 12 caractères. Quatre mots sans rapport entre eux sont faciles à retenir et difficiles à deviner.',
            type: 'password',
            autocomplete: 'new-password',
          },
          {
            nom: 'accepte',
            libelle: "J'ai lu et j'accepte les conditions générales d'utilisation",
            type: 'case',
          },
        ]}
        bouton="Ouvrir mon espace"
      />
    </>
  )
}
