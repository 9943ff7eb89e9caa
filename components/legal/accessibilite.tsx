import { Adresse, type OrganismeLegal, PageLegale } from './page-legale'

/** An honest declaration: what was checked and how, what was not, how to say that something is in the way. */
export function Accessibilite({ organisme }: { readonly organisme: OrganismeLegal }) {
  return (
    <PageLegale titre="Accessibilité">
      <p>
        {organisme.nom} veut un espace en ligne que chacun puisse utiliser, quels que soient son âge, sa vue,
        ses gestes ou son appareil. Cette déclaration porte sur ce portail.
      </p>
      <h2>État de conformité : partiellement conforme</h2>
      <p>
        Le portail n’a pas encore été audité par un tiers selon le référentiel général d’amélioration de
        l’accessibilité (RGAA 4.1). Nous ne publions donc pas de taux de conformité.
      </p>
      <h3>Ce qui est vérifié à chaque version, par des essais automatiques</h3>
      <ul>
        <li>
          les règles que l’outil axe sait contrôler, sur chaque page, large et étroite, claire et sombre ;
        </li>
        <li>les contrastes de toutes les paires de couleurs employées ;</li>
        <li>l’affichage à 320 pixels de large, sans défilement horizontal de la page ;</li>
        <li>la connexion et la lecture des remboursements au clavier seul, et sans JavaScript ;</li>
        <li>les erreurs de formulaire : un résumé, un lien vers chaque champ, la saisie conservée.</li>
      </ul>
      <h3>Ce qui n’est pas encore vérifié</h3>
      <ul>
        <li>l’usage réel avec un lecteur d’écran, par des personnes qui s’en servent tous les jours ;</li>
        <li>la compréhension des textes par des lecteurs qui ont du mal à lire ;</li>
        <li>les critères du référentiel qu’aucun outil ne contrôle, c’est-à-dire la plupart.</li>
      </ul>
      <h2>Quelque chose vous bloque ?</h2>
      <p>
        Écrivez à <a href={`mailto:${organisme.email}`}>{organisme.email}</a> ou appelez le{' '}
        {organisme.telephone}, {organisme.horaires}. Dites la page et ce que vous cherchiez à faire : nous
        vous donnerons l’information autrement, et nous corrigerons.
      </p>
      <h2>Si nous ne répondons pas</h2>
      <p>
        Vous pouvez saisir le Défenseur des droits,{' '}
        <a href="https://formulaire.defenseurdesdroits.fr/">par son formulaire</a>, auprès de son délégué dans
        votre région, ou par courrier gratuit, sans timbre :
      </p>
      <Adresse lignes={['Défenseur des droits', 'Libre réponse 71120', '75342 Paris Cedex 07']} />
    </PageLegale>
  )
}
