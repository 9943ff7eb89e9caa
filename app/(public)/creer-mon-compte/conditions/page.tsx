import Link from 'next/link'
import { redirect } from 'next/navigation'
import { FormulaireAcces } from '@/components/acces/formulaire-acces'
import { organisme } from '@/lib/server/organisme'
import { inscriptionCourante } from '@/lib/server/session'
import { loadEtapeInscription } from '@/lib/services/compte/data'
import { accepterLesConditions } from '../actions'

export const metadata = { title: null }

export default async function Page() {
  const personneId = await inscriptionCourante()
  if (personneId === null) redirect('/creer-mon-compte?repris=1')
  if ((await loadEtapeInscription(personneId)) === 'IDENTIFIANTS') redirect('/creer-mon-compte/identifiants')
  return (
    <>
      <h1>Les conditions d'utilisation</h1>
      <p>
        Étape 3 sur 3. Lisez les{' '}
        <Link href="/conditions" target="_blank">
          conditions générales d'utilisation (nouvel onglet)
        </Link>
        .
      </p>
      <FormulaireAcces
        action={accepterLesConditions}
        titre="Je crée mon compte, étape 3 sur 3"
        organisme={organisme().nomCourt}
        champs={[
          {
            nom: 'accepte',
            libelle: "J'ai lu et j'accepte les conditions générales d'utilisation",
            type: 'case',
          },
        ]}
        bouton="Créer mon espace"
      >
        <p>
          Nous vous enverrons aussitôt un e-mail. Votre espace s'ouvrira quand vous aurez cliqué sur son lien.
        </p>
      </FormulaireAcces>
    </>
  )
}
