import { redirect } from 'next/navigation'
import { FormulaireAcces } from '@/components/acces/formulaire-acces'
import { organisme } from '@/lib/server/organisme'
import { inscriptionCourante } from '@/lib/server/session'
import { choisirMesIdentifiants } from '../actions'

export const metadata = { title: null }

export default async function Page() {
  if ((await inscriptionCourante()) === null) redirect('/creer-mon-compte?repris=1')
  return (
    <>
      <h1>Mon e-mail et mon mot de passe</h1>
      <p>Étape 2 sur 3. Ils serviront à vous connecter. Vous recevrez ensuite un e-mail à cette adresse.</p>
      <FormulaireAcces
        action={choisirMesIdentifiants}
        titre="Je crée mon compte, étape 2 sur 3"
        organisme={organisme().nomCourt}
        champs={[
          {
            nom: 'email',
            libelle: 'Adresse e-mail',
            indice:
              "Si un proche adhérent utilise déjà cette adresse, vous vous connecterez avec votre code d'accès.",
            type: 'email',
            autocomplete: 'email',
          },
          {
            nom: 'motDePasse',
            libelle: 'Mot de passe',
            indice:
              'Au moins 12 caractères. Quatre mots sans rapport entre eux sont faciles à retenir et difficiles à deviner.',
            type: 'password',
            autocomplete: 'new-password',
          },
        ]}
        bouton="Continuer vers les conditions"
      />
    </>
  )
}
