import { LienBouton } from '@/components/ui/bouton'

interface Proprietes {
  readonly organisme: {
    readonly nom: string
    readonly forme: string
    readonly adresse: readonly string[]
    readonly telephone: string
    readonly horaires: string
    readonly email: string
    readonly promesses: { readonly messagerieHeures: number; readonly remboursementFluxHeures: number }
  }
}

/** The front door: what this is, the two ways in, how to reach a person. */
export function AccueilPublic({ organisme }: Proprietes) {
  return (
    <>
      <section aria-labelledby="titre-accueil" className="py-6 sm:py-12">
        <h1 id="titre-accueil" className="max-w-[22ch] text-2xl sm:text-3xl">
          Vos remboursements de santé, expliqués ligne par ligne
        </h1>
        <p className="mt-4 max-w-texte text-lg text-encre-douce">
          Dans votre espace, chaque soin dit ce que l’Assurance maladie a payé, ce que votre mutuelle a payé,
          ce qui reste à votre charge, et sur quel article du règlement repose le calcul.
        </p>
        <p className="mt-7 flex flex-wrap gap-4">
          <LienBouton href="/connexion">Me connecter</LienBouton>
          <LienBouton href="/creer-mon-compte" poids="second">
            Créer mon compte
          </LienBouton>
        </p>
      </section>
      <div className="mt-6 grid gap-x-12 gap-y-10 border-t border-filet pt-8 sm:grid-cols-2">
        <PremiereFois />
        <Contact organisme={organisme} />
      </div>
    </>
  )
}

function PremiereFois() {
  return (
    <section aria-labelledby="titre-premiere-fois">
      <h2 id="titre-premiere-fois" className="mb-3 text-xl">
        C’est votre première visite ?
      </h2>
      <ol className="list-decimal space-y-2 pl-6 marker:text-encre-douce">
        <li>
          Prenez votre carte de mutuelle, où est imprimé votre numéro d’adhérent, et votre code d’accès : en
          haut à droite de la carte, ou dans la lettre « Votre code d’accès » que nous vous avons envoyée.
        </li>
        <li>Choisissez un mot de passe et indiquez votre adresse e-mail.</li>
        <li>Ouvrez le lien que nous vous envoyons : votre espace est prêt.</li>
      </ol>
    </section>
  )
}

function Contact({ organisme }: Proprietes) {
  return (
    <section aria-labelledby="contact">
      <h2 id="contact" className="mb-3 text-xl">
        Nous joindre
      </h2>
      <p>
        Par téléphone au <a href={`tel:${organisme.telephone.replaceAll(' ', '')}`}>{organisme.telephone}</a>,{' '}
        {organisme.horaires}.
      </p>
      <p className="mt-2">
        Par e-mail à <a href={`mailto:${organisme.email}`}>{organisme.email}</a>. Nous répondons en{' '}
        {organisme.promesses.messagerieHeures} heures, hors week-ends et jours fériés.
      </p>
      <address className="mt-2 not-italic">
        Par courrier ou au guichet :<br />
        {organisme.nom}
        {organisme.adresse.map((ligne) => (
          <span key={ligne} className="block">
            {ligne}
          </span>
        ))}
      </address>
    </section>
  )
}
