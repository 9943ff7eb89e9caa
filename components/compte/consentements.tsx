import type { ReactNode } from 'react'
import { Glose } from '@/components/aide/glose'
import { VERSION_CONDITIONS } from '@/lib/lexique/acces'
import { instantEnMots } from '@/lib/lexique/attente'
import type { ReponseConditions } from '@/lib/services/mon-compte/view'
import type { PreferencesVues } from '@/lib/services/preference-envoi/view'

interface Props {
  readonly conditions: readonly ReponseConditions[]
  /** The form that accepts the conditions of today, when they are not those that were accepted. */
  readonly accepter: ReactNode
  /** Null for an ayant droit, who has no papers of their own. */
  readonly envois: PreferencesVues | null
}

/** Every agreement that was given, since when, on which text, and how to take it back. */
export function Consentements({ conditions, accepter, envois }: Props) {
  const [derniere] = conditions
  return (
    <div className="max-w-texte space-y-10">
      <section>
        <h2 className="text-xl">Les conditions d’utilisation de l’espace</h2>
        {derniere?.version === VERSION_CONDITIONS ? null : accepter}
        <ul data-fait="REGISTRE" className="mt-2 space-y-1">
          {conditions.map(({ version, accepte, donneLe }) => (
            <li key={`${version} ${donneLe.toISOString()}`}>
              Version {version} : {accepte ? 'acceptée' : 'retirée'} {instantEnMots(donneLe)}.
            </li>
          ))}
        </ul>
        <p className="mt-2">
          <a href="/conditions">Relire les conditions d’utilisation</a>. Retirer votre accord ferme votre
          espace : votre contrat continue et vos documents arrivent par la poste.{' '}
          <a href="/adherent/messagerie">Écrivez-nous pour le demander</a>.
        </p>
      </section>
      {envois === null ? null : <Envois {...envois} />}
      <section>
        <h2 className="text-xl">La carte gardée sur un appareil</h2>
        <p className="mt-2">
          Quand vous gardez votre carte pour la montrer sans réseau, elle n’est que sur cet appareil : nous
          n’en savons rien. Vous l’effacez depuis <a href="/adherent/carte">votre carte</a>, et vous
          déconnecter l’efface aussi.
        </p>
      </section>
      <section>
        <h2 className="text-xl">Lettres d’information, publicité, SMS</h2>
        <p className="mt-2">
          Le portail n’en envoie pas : il n’y a rien à accepter. Les e-mails qui vous avertissent se règlent
          dans <a href="/adherent/mon-compte/notifications">Quand m’avertir par e-mail</a>.
        </p>
      </section>
    </div>
  )
}

const Envois = ({ preferences, historique }: PreferencesVues) => (
  <section>
    <h2 className="text-xl">Recevoir mes documents par voie électronique</h2>
    <dl data-fait="REGISTRE" className="mt-2 space-y-2">
      {preferences.map(({ nature, libelle, support, origine }) => (
        <div key={nature}>
          <dt className="font-semibold [&_a]:inline-block [&_a]:py-2.5">
            <Glose texte={libelle} />
          </dt>
          <dd>
            {support === 'ELECTRONIQUE' ? 'Dans mon espace.' : 'Par la poste.'} {origine}
          </dd>
        </div>
      ))}
    </dl>
    <p className="mt-2">
      <a href="/adherent/coordonnees/preferences">Changer, ou revenir au papier</a>, à tout moment et sans
      frais.
    </p>
    {historique.length === 0 ? null : (
      <details className="mt-2">
        <summary className="min-h-11 cursor-pointer py-2">Tous mes choix, dans le temps</summary>
        <ul data-fait="REGISTRE" className="space-y-1">
          {historique.map((ligne) => (
            <li key={ligne}>{ligne}.</li>
          ))}
        </ul>
      </details>
    )}
  </section>
)
