import Link from 'next/link'
import { FormulaireAcces } from '@/components/acces/formulaire-acces'
import { maintenant } from '@/lib/server/clock'
import { lireJeton } from '@/lib/server/jetons'
import { organisme } from '@/lib/server/organisme'
import { jetonSchema } from '@/lib/services/compte/schema'
import { confirmerMonAdresse, demanderNouvelleConfirmation } from './actions'

export const metadata = { title: null }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** Opening the link confirms nothing: mail filters open links. The button does. */
export default async function Page({ searchParams }: Props) {
  const lu = jetonSchema.safeParse(await searchParams)
  const jeton = lu.success ? lu.data.jeton : ''
  const { etat } = await lireJeton('CONFIRMATION_EMAIL', jeton, maintenant())
  const commun = { organisme: organisme().nomCourt, caches: { jeton }, champs: [] }
  if (etat === 'VALIDE')
    return (
      <>
        <h1>Confirmer mon adresse</h1>
        <p>Encore un geste : confirmez que cette adresse e-mail est la vôtre, et votre espace s'ouvre.</p>
        <FormulaireAcces
          {...commun}
          action={confirmerMonAdresse}
          titre="Confirmer mon adresse"
          bouton="Confirmer mon adresse"
        />
      </>
    )
  return (
    <>
      <h1>Ce lien ne sert plus</h1>
      <p>
        {etat === 'UTILISE'
          ? 'Il a déjà servi, ou un lien plus récent le remplace. Si votre adresse est confirmée, connectez-vous.'
          : 'Il a plus de 24 heures, ou il est incomplet.'}
      </p>
      <p>
        <Link href="/connexion">Me connecter</Link>
      </p>
      {etat === 'INCONNU' ? (
        <p>
          <title>{`Ce lien ne sert plus – ${commun.organisme}`}</title>
          <Link href="/acces-perdu">Demander un nouveau lien</Link>
        </p>
      ) : (
        <FormulaireAcces
          {...commun}
          action={demanderNouvelleConfirmation}
          titre="Ce lien ne sert plus"
          bouton="Recevoir un nouveau lien"
        />
      )}
    </>
  )
}
