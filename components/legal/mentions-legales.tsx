import { Adresse, type OrganismeLegal, PageLegale } from './page-legale'

export function MentionsLegales({ organisme }: { readonly organisme: OrganismeLegal }) {
  return (
    <PageLegale titre="Mentions légales">
      {organisme.fictif ? (
        <p>
          <strong>Cette mutuelle n’existe pas.</strong> Elle sert à montrer le portail : son nom, ses numéros
          et ses adresses sont inventés.
        </p>
      ) : null}
      <h2>Éditeur du site</h2>
      <p>
        {organisme.nom}. {organisme.forme}. SIREN {organisme.siren}.
      </p>
      <Adresse lignes={organisme.adresse} />
      <p>
        Téléphone : {organisme.telephone}, {organisme.horaires}. E-mail :{' '}
        <a href={`mailto:${organisme.email}`}>{organisme.email}</a>. Site :{' '}
        <a href={organisme.site}>{organisme.site}</a>.
      </p>
      <p>Responsable de la publication : {organisme.directeurPublication}.</p>
      <p>
        La mutuelle est contrôlée par l’Autorité de contrôle prudentiel et de résolution (ACPR), 4 place de
        Budapest, CS 92459, 75436 Paris Cedex 09.
      </p>
      <h2>Hébergement</h2>
      <p>{organisme.hebergeur}.</p>
      <h2>Réclamation et médiation</h2>
      <p>
        Une réclamation s’adresse d’abord à la mutuelle, par e-mail ou par courrier à l’adresse ci-dessus. Si
        la réponse ne vous satisfait pas, ou si elle tarde plus de deux mois, vous pouvez saisir gratuitement
        le médiateur :
      </p>
      <Adresse lignes={[organisme.mediateur.nom, ...organisme.mediateur.adresse]} />
      <p>
        <a href={organisme.mediateur.site}>{organisme.mediateur.site}</a>
      </p>
      <h2>Logiciel</h2>
      <p>
        Ce portail est un logiciel libre, distribué sous la licence GNU AGPL, version 3 ou ultérieure. Ses
        caractères d’imprimerie, Atkinson Hyperlegible Next, sont distribués sous la licence SIL Open Font
        License 1.1.
      </p>
    </PageLegale>
  )
}
