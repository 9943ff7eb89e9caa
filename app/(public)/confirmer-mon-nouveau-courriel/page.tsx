import Link from 'next/link'
import { FormulaireAcces } from '@/components/acces/formulaire-acces'
import { maintenant } from '@/lib/server/clock'
import { lireJeton } from '@/lib/server/jetons'
import { organisme } from '@/lib/server/organisme'
import { jetonSchema } from '@/lib/services/compte/schema'
import { confirmerMonNouveauCourriel } from './actions'

export const metadata = { title: null }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** Opening the link confirms nothing: mail filters open links. The button does. */
export default async function Page({ searchParams }: Props) {
  const lu = jetonSchema.safeParse(await searchParams)
  const jeton = lu.success ? lu.data.jeton : ''
  const { etat } = await lireJeton('CHANGEMENT_EMAIL', jeton, maintenant())
  const nom = organisme().nomCourt
  if (etat === 'VALIDE')
    return (
      <>
        <h1>Confirmer ma nouvelle adresse e-mail</h1>
        <p>Encore un geste : dès que vous confirmez, cette adresse remplace l’ancienne.</p>
        <FormulaireAcces
          action={confirmerMonNouveauCourriel}
          titre="Confirmer ma nouvelle adresse e-mail"
          organisme={nom}
          champs={[]}
          caches={{ jeton }}
          bouton="Confirmer ma nouvelle adresse"
        />
      </>
    )
  return (
    <>
      <title>{`Ce lien ne sert plus – ${nom}`}</title>
      <h1>Ce lien ne sert plus</h1>
      <p>
        {etat === 'UTILISE'
          ? 'Il a déjà servi, ou un lien plus récent le remplace. Si votre nouvelle adresse est confirmée, connectez-vous avec elle.'
          : 'Il a plus de 24 heures, ou il est incomplet. Votre adresse e-mail n’a pas été changée : refaites la demande dans « Mes coordonnées ».'}
      </p>
      <p>
        <Link href="/connexion">Me connecter</Link>
      </p>
    </>
  )
}
