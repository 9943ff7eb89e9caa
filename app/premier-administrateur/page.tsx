import { notFound } from 'next/navigation'
import { FormulaireAcces } from '@/components/acces/formulaire-acces'
import { PageSeule } from '@/components/cadre/page-seule'
import { maintenant } from '@/lib/server/clock'
import { lireJeton } from '@/lib/server/jetons'
import { organisme } from '@/lib/server/organisme'
import { jetonSchema } from '@/lib/services/compte/schema'
import { devenirAdministrateur } from './actions'

export const metadata = { title: null }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** Reached by the link that `npm start` or `npm run admin` prints; for anyone else there is nothing here. */
export default async function Page({ searchParams }: Props) {
  const lu = jetonSchema.safeParse(await searchParams)
  if (!lu.success) notFound()
  const { etat } = await lireJeton('PREMIER_ADMINISTRATEUR', lu.data.jeton, maintenant())
  if (etat === 'INCONNU') notFound()
  if (etat !== 'VALIDE')
    return (
      <PageSeule>
        <title>{`Ce lien ne sert plus – ${organisme().nomCourt}`}</title>
        <h1>Ce lien ne sert plus</h1>
        <p>
          Il a déjà servi, ou il a plus de 24 heures. Tant qu'il n'y a pas d'administrateur, la commande{' '}
          <code>npm run admin -- --lien</code>, sur le serveur, en imprime un nouveau.
        </p>
      </PageSeule>
    )
  return (
    <PageSeule>
      <h1>Créer le compte d'administration</h1>
      <p>Ce compte ouvrira les autres comptes de gestion. Le lien que vous avez suivi ne sert qu'une fois.</p>
      <FormulaireAcces
        action={devenirAdministrateur}
        titre="Créer le compte d'administration"
        organisme={organisme().nomCourt}
        caches={{ jeton: lu.data.jeton }}
        champs={[
          { nom: 'nom', libelle: 'Prénom et nom', type: 'text', autocomplete: 'name' },
          { nom: 'email', libelle: 'Adresse e-mail professionnelle', type: 'email', autocomplete: 'email' },
          {
            nom: 'motDePasse',
            libelle: 'Mot de passe',
            indice: 'Au moins 12 caractères : quatre mots sans rapport entre eux, par exemple.',
            type: 'password',
            autocomplete: 'new-password',
          },
        ]}
        bouton="Créer le compte d'administration"
      />
    </PageSeule>
  )
}
