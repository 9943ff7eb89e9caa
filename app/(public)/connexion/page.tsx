import Link from 'next/link'
import { nouvelleDe } from '@/app/adherent/mon-compte/identites/nouvelle'
import { EntreesExternes } from '@/components/acces/entrees-externes'
import { FormulaireAcces } from '@/components/acces/formulaire-acces'
import { Message } from '@/components/ui/message'
import { PHRASES_FIN } from '@/lib/lexique/acces'
import { cheminInterne } from '@/lib/server/chemin'
import { organisme } from '@/lib/server/organisme'
import { lireFournisseurs } from '@/lib/services/identite-externe/data'
import { seConnecter } from './actions'

export const metadata = { title: null }

const INFOS = new Map([
  ['finie', PHRASES_FIN.connexion],
  ['sortie', 'Vous êtes déconnecté.'],
  ['adresse-confirmee', 'Votre adresse est confirmée et votre espace est ouvert : connectez-vous.'],
  ['mot-de-passe-change', 'Votre mot de passe est changé : connectez-vous.'],
  ['administrateur-cree', "Le compte d'administration est créé : connectez-vous."],
])

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const recherche = await searchParams
  const { retour, info } = recherche
  const nouvelle = typeof info === 'string' ? INFOS.get(info) : nouvelleDe(recherche)
  const chemin = cheminInterne(retour)
  return (
    <>
      <h1>Me connecter</h1>
      {nouvelle === undefined ? null : <Message>{nouvelle}</Message>}
      {chemin === null ? null : <p>Connectez-vous pour continuer : votre page s'ouvrira ensuite.</p>}
      <FormulaireAcces
        action={seConnecter}
        titre="Me connecter"
        organisme={organisme().nomCourt}
        caches={chemin === null ? {} : { retour: chemin }}
        champs={[
          {
            nom: 'identifiant',
            libelle: "E-mail ou code d'accès",
            indice:
              "Le code d'accès est dans la lettre que nous vous avons envoyée, ou en haut à droite de votre carte si elle le porte. Il remplace l'e-mail si plusieurs adhérents partagent la même adresse.",
            type: 'text',
            autocomplete: 'username',
          },
          {
            nom: 'motDePasse',
            libelle: 'Mot de passe',
            type: 'password',
            autocomplete: 'current-password',
          },
        ]}
        bouton="Me connecter"
      />
      <EntreesExternes fournisseurs={lireFournisseurs()} retour={chemin} />
      <p>
        <Link href="/acces-perdu">J'ai perdu mes accès</Link>
      </p>
      <p>
        <Link href="/creer-mon-compte">Je crée mon compte</Link>
      </p>
    </>
  )
}
