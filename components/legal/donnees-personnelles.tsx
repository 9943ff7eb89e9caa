import { Destinataires } from '@/components/donnees/destinataires'
import { DureesConservation } from './durees'
import { Adresse, type OrganismeLegal, PageLegale } from './page-legale'

const DROITS = [
  { nom: 'accès', texte: 'recevoir une copie des données que nous avons sur vous' },
  { nom: 'rectification', texte: 'faire corriger ce qui est faux ou incomplet' },
  { nom: 'effacement', texte: 'faire effacer ce que la loi ne nous oblige plus à garder' },
  { nom: 'limitation', texte: 'faire suspendre un usage le temps d’une vérification' },
  { nom: 'opposition', texte: 'refuser un usage qui repose sur notre intérêt légitime' },
  { nom: 'portabilité', texte: 'recevoir vos données dans un format que d’autres peuvent lire' },
] as const

export function DonneesPersonnelles({ organisme }: { readonly organisme: OrganismeLegal }) {
  return (
    <PageLegale titre="Données personnelles">
      <p>
        {organisme.nom} est responsable des données de ce portail. Elle n’en vend aucune, n’en tire aucun
        profil commercial, et le site ne contient ni publicité ni outil de mesure d’audience.
      </p>
      <Usages />
      <h2>Combien de temps nous les gardons</h2>
      <DureesConservation />
      <h2>Vos droits</h2>
      <ul>
        {DROITS.map(({ nom, texte }) => (
          <li key={nom}>
            <strong>{nom}</strong> : {texte} ;
          </li>
        ))}
        <li>
          <strong>après votre décès</strong> : dire ce que vos données doivent devenir.
        </li>
      </ul>
      <p>
        Adhérent, vous les exercez depuis votre espace, page{' '}
        <a href="/adherent/mon-compte/mes-donnees">Mes données</a> : une copie s’y prépare aussitôt. Vous
        pouvez aussi écrire à notre délégué à la protection des données,{' '}
        <a href={`mailto:${organisme.dpo}`}>{organisme.dpo}</a>, ou par courrier :
      </p>
      <Adresse lignes={['Délégué à la protection des données', organisme.nom, ...organisme.adresse]} />
      <p>
        Nous répondons dans le mois. La copie donnée par le portail suit un{' '}
        <a href="/schemas/donnees-personnelles-1.json">format publié</a>. Si la réponse ne vous convient pas,
        vous pouvez saisir la CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07,{' '}
        <a href="https://www.cnil.fr/fr/plaintes">cnil.fr/fr/plaintes</a>.
      </p>
      <h2>Cookies</h2>
      <p>
        Un seul genre de cookie : celui qui vous garde connecté, et celui qui reconnaît un appareil déjà
        utilisé. Ils sont nécessaires au service, ne servent à rien d’autre, et ne demandent donc pas votre
        accord.
      </p>
    </PageLegale>
  )
}

function Usages() {
  return (
    <>
      <h2>À quoi servent vos données</h2>
      <ul>
        <li>
          <strong>Gérer votre contrat</strong> : identité, date de naissance, coordonnées, personnes
          couvertes, formule, coordonnées bancaires. C’est nécessaire à l’exécution du contrat.
        </li>
        <li>
          <strong>Calculer et verser vos remboursements</strong> : numéro de sécurité sociale, décomptes de
          l’Assurance maladie, soins reçus. Ce sont des données de santé, traitées parce que la protection
          sociale complémentaire le demande. Le numéro de sécurité sociale est chiffré dans notre base.
        </li>
        <li>
          <strong>Protéger votre espace</strong> : connexions, appareils, essais de mot de passe. C’est notre
          intérêt légitime, et le vôtre.
        </li>
        <li>
          <strong>Répondre de nos actes</strong> : un journal garde qui a fait quoi. La loi nous le demande.
        </li>
      </ul>
      <h2>Qui les voit</h2>
      <p>Vous, et ceux-ci :</p>
      <Destinataires />
    </>
  )
}
