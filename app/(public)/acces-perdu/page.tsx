import Link from 'next/link'
import { CourrielsDeDemonstration } from '@/components/acces/courriels-de-demonstration'
import { FormulaireAcces } from '@/components/acces/formulaire-acces'
import { courrielsLisibles } from '@/lib/server/mail'
import { organisme } from '@/lib/server/organisme'
import { demanderMesAcces } from './actions'

export const metadata = { title: null }

export default function Page() {
  return (
    <>
      <h1>J'ai perdu mes accès</h1>
      <p>Nous vous enverrons par e-mail un lien pour choisir un nouveau mot de passe.</p>
      <FormulaireAcces
        action={demanderMesAcces}
        titre="J'ai perdu mes accès"
        organisme={organisme().nomCourt}
        champs={[
          {
            nom: 'identifiant',
            libelle: "E-mail ou code d'accès",
            indice:
              "Le code d'accès est dans la lettre que nous vous avons envoyée, ou en haut à droite de votre carte si elle le porte.",
            type: 'text',
            autocomplete: 'username',
          },
        ]}
        bouton="Recevoir un lien par e-mail"
      />
      <CourrielsDeDemonstration lisibles={courrielsLisibles()} />
      <p>
        <Link href="/connexion">Me connecter</Link>
      </p>
    </>
  )
}
