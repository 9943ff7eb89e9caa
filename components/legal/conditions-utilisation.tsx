import { type OrganismeLegal, PageLegale } from './page-legale'

/** The version is the one that an account says it accepted. */
export function ConditionsUtilisation({
  organisme,
  version,
}: {
  readonly organisme: OrganismeLegal
  readonly version: string
}) {
  return (
    <PageLegale titre="Conditions d’utilisation">
      <p className="text-encre-douce">Version {version}.</p>
      <h2>À quoi sert cet espace</h2>
      <p>
        L’espace adhérent montre votre contrat et vos remboursements. Il est gratuit et facultatif : tout ce
        qu’il permet se fait aussi par téléphone, par courrier ou au guichet.
      </p>
      <h2>Qui peut l’ouvrir</h2>
      <p>
        Tout adhérent de {organisme.nom}, et tout ayant droit de 16 ans et plus pour ses propres soins. Il
        faut le numéro d’adhérent, le code d’accès personnel que nous envoyons à chacun par courrier, et une
        adresse e-mail.
      </p>
      <h2>Votre mot de passe</h2>
      <p>
        Il est personnel. Personne à la mutuelle ne le connaît ni ne vous le demandera. Si vous pensez que
        quelqu’un l’utilise, changez-le avec « J’ai perdu mes accès » et prévenez-nous au{' '}
        {organisme.telephone}.
      </p>
      <h2>Ce que valent les montants affichés</h2>
      <p>
        Chaque montant est calculé à partir du décompte transmis par l’Assurance maladie et du règlement de
        votre contrat ; le calcul est montré avec lui. En cas d’écart, le règlement fait foi. Vous pouvez
        contester un montant : nous réexaminons le dossier et vous répondons.
      </p>
      <h2>Disponibilité</h2>
      <p>
        L’espace peut être fermé le temps d’une mise à jour. Nous ne garantissons pas qu’il soit ouvert sans
        interruption ; aucun délai de vos droits ne court contre vous parce que le site était fermé.
      </p>
      <h2>Fermeture du compte</h2>
      <p>
        Vous pouvez demander à tout moment la fermeture de votre compte en ligne, sans effet sur votre
        contrat. Un usage frauduleux entraîne la suspension du compte ; vous en êtes averti et pouvez vous
        expliquer.
      </p>
      <h2>Changement de ces conditions</h2>
      <p>
        La version en vigueur est toujours publiée ici, avec son numéro. Celle que vous avez acceptée en
        créant votre compte est notée avec lui.
      </p>
    </PageLegale>
  )
}
