import { Glose } from '@/components/aide/glose'
import { Pourquoi } from '@/components/decision/pourquoi'
import { Montant } from '@/components/ui/montant'
import type { DuContrat } from '@/lib/services/impaye/view'

/** What is unpaid, until when to pay, what happens next, how to pay. Nothing when nothing is owed. */
export function CotisationsDues({ dus }: { readonly dus: readonly DuContrat[] }) {
  return dus.map((du) => (
    <section
      key={du.adhesionId}
      aria-labelledby={`du-${du.adhesionId}`}
      {...cadreDe(du)}
      className="mb-8 max-w-texte border-l-4 border-a-faire bg-a-faire-pale px-5 py-4"
    >
      <h2 id={`du-${du.adhesionId}`} className="text-lg text-a-faire">
        Il reste <Montant valeur={du.total} /> à payer
      </h2>
      <p className="mt-2 font-semibold">{du.urgence}</p>
      <DetailDu du={du} />
    </section>
  ))
}

/** Where a règlement says nothing of what is unpaid, only what was recorded is shown: sums and their days. */
export const cadreDe = ({ etapes }: DuContrat) =>
  etapes.length === 0 ? { 'data-fait': 'REGISTRE' } : { 'data-fonde': '' }

export function DetailDu({ du }: { readonly du: DuContrat }) {
  return (
    <div className="mt-2 space-y-2">
      <ul className="space-y-1">
        {du.sommes.map(({ montant, libelle }) => (
          <li key={libelle}>
            <Montant valeur={montant} fort /> · {libelle}
          </li>
        ))}
      </ul>
      <p>
        <Glose texte={du.suite} />
      </p>
      {du.etapes.length === 0 ? null : (
        <Pourquoi
          question="Pourquoi ces dates ?"
          sujet={`pour le contrat n° ${du.numeroAdherent}`}
          etapes={du.etapes}
        />
      )}
      <p>{du.paiement}</p>
      <p>
        Nos courriers sont dans <a href="/adherent/documents">Mes documents</a>.
      </p>
    </div>
  )
}
