import { Pourquoi } from '@/components/decision/pourquoi'
import { Montant } from '@/components/ui/montant'
import type { TropPercuView } from '@/lib/services/trop-percu/view'

interface Props {
  readonly tropPercus: readonly TropPercuView[]
  /** More than one contract: each is named. */
  readonly plusieurs: boolean
}

/** Contributions that the mutuelle owes to the member, or has just given back: how much, when, why, what to do. */
export function TropPercus({ tropPercus, plusieurs }: Props) {
  return tropPercus.map(({ id, montant, rendu, numeroAdherent, cause, phrase, aFaire, etapes }) => (
    <section
      key={id}
      aria-labelledby={`rendu-${id}`}
      data-fonde=""
      className={`mb-8 max-w-texte border-l-4 px-5 py-4 ${
        aFaire !== null
          ? 'border-a-faire bg-a-faire-pale'
          : rendu
            ? 'border-filet'
            : 'border-action bg-action-pale'
      }`}
    >
      <h2 id={`rendu-${id}`} className={`text-lg ${aFaire === null ? '' : 'text-a-faire'}`}>
        {rendu ? 'Nous vous avons rendu ' : 'Nous vous devons '}
        <Montant valeur={montant} /> de cotisation
      </h2>
      {plusieurs ? <p>Contrat n° {numeroAdherent}</p> : null}
      <p className="mt-1">
        {cause} {phrase}
      </p>
      {aFaire === null ? null : (
        <p className="mt-1">
          <strong>{aFaire}</strong>{' '}
          <a href="/adherent/documents/envoyer" className="inline-flex min-h-11 items-center">
            Envoyer un RIB
          </a>
        </p>
      )}
      <Pourquoi question="Pourquoi cette somme ?" sujet="pour la cotisation rendue" etapes={etapes} />
    </section>
  ))
}
