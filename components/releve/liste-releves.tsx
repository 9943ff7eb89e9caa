import { EtatVide } from '@/components/ui/etat-vide'
import { Montant } from '@/components/ui/montant'
import type { AnneeDeReleves, ReleveVu } from '@/lib/services/releve/view'

interface Props {
  readonly annees: readonly AnneeDeReleves[]
  /** False for an ayant droit: relevés go to the person who holds the contract. */
  readonly titulaire: boolean
}

export function ListeReleves({ annees, titulaire }: Props) {
  if (!titulaire)
    return (
      <EtatVide titre="Les relevés vont à la personne qui a souscrit le contrat">
        <p>
          Vos propres soins, et ce qui vous a été remboursé, sont dans{' '}
          <a href="/adherent/remboursements">Mes remboursements en détail</a>.
        </p>
      </EtatVide>
    )
  if (annees.length === 0)
    return (
      <EtatVide titre="Aucun relevé pour le moment">
        <p data-fait="GENERALITE">
          Le premier paraîtra ici après la fin de la période où la mutuelle vous aura versé ou refusé un
          remboursement. En attendant, chaque soin est dans{' '}
          <a href="/adherent/remboursements">Mes remboursements en détail</a>.
        </p>
      </EtatVide>
    )
  return (
    <div className="space-y-10">
      {annees.map(({ annee, releves }) => (
        <section key={annee} aria-labelledby={`annee-${annee}`}>
          <h2 id={`annee-${annee}`} className="text-xl">
            {annee}
          </h2>
          <ul className="mt-2 divide-y divide-filet border-y border-filet">
            {releves.map((releve) => (
              <li key={releve.id}>
                <Releve releve={releve} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Releve({ releve }: { readonly releve: ReleveVu }) {
  return (
    <article data-fait="DOCUMENT" className="flex flex-wrap items-baseline justify-between gap-x-8 py-2">
      <div>
        <h3 className="font-semibold">
          <a href={`/adherent/documents/${releve.id}`} className="inline-flex min-h-11 items-center">
            Relevé {releve.periode}
          </a>
        </h3>
        <p className="text-sm text-encre-douce">
          N° {releve.numero} · {releve.soins}
        </p>
      </div>
      <div className="flex flex-wrap items-baseline gap-x-8">
        <p>
          Part de la mutuelle : <Montant valeur={releve.partMutuelle} fort />
        </p>
        <a
          href={`/adherent/documents/${releve.id}/telecharger`}
          className="inline-flex min-h-11 items-center"
          aria-label={`Télécharger le relevé ${releve.periode} (PDF)`}
        >
          Télécharger (PDF)
        </a>
      </div>
    </article>
  )
}
