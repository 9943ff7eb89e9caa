import { EtatVide } from '@/components/ui/etat-vide'
import { Montant } from '@/components/ui/montant'
import type { GroupeImpaye, ImpayeVu, SuiviImpayes as Suivi } from '@/lib/services/impaye/view'

const TITRES: readonly (readonly [GroupeImpaye, string, string])[] = [
  [
    'PART_BIENTOT',
    'Part demain',
    'Ce qui partira au prochain passage, et pourquoi. C’est le moment de retenir ce qui ne doit pas partir.',
  ],
  [
    'A_DECIDER',
    'À décider',
    'Le règlement permet de mettre fin à ces contrats. Personne d’autre ne le fera.',
  ],
  ['EN_COURS', 'En cours', 'La suite part toute seule au jour dit, sauf paiement.'],
  ['RETENU', 'Retenus', 'Rien ne part tant que la retenue n’est pas levée.'],
  ['A_LA_MAIN', 'À traiter à la main', 'Rien ne part tout seul.'],
  ['RESILIE', 'Contrats résiliés, somme encore due', 'Jusqu’au paiement.'],
  ['REGULARISE', 'Régularisés depuis trente jours', 'Payés, ou remplacés par un nouvel échéancier.'],
]

/** By what staff have to do, the most pressing first. */
export function SuiviImpayes({ suivi }: { readonly suivi: Suivi }) {
  if (suivi.impayes.length === 0)
    return (
      <EtatVide titre="Aucun impayé">
        <p>Une cotisation en retard ou un prélèvement rejeté apparaîtra ici, la veille de tout courrier.</p>
      </EtatVide>
    )
  return (
    <div className="space-y-10">
      {suivi.tronque ? (
        <p className="texte">
          Il y en a plus que cette page n’en montre : les plus pressants sont là. Les autres paraîtront à leur
          tour.
        </p>
      ) : null}
      {TITRES.map(([groupe, titre, precision]) => {
        const liste = suivi.impayes.filter((i) => i.groupe === groupe)
        return liste.length === 0 ? null : (
          <section key={groupe} aria-labelledby={`groupe-${groupe}`}>
            <h2 id={`groupe-${groupe}`} className="text-xl">
              {titre} ({liste.length})
            </h2>
            <p className="texte mt-1 text-encre-douce">{precision}</p>
            <ul className="mt-3 space-y-5">
              {liste.map((impaye) => (
                <li
                  key={impaye.id}
                  className={`border-l-4 py-1 pl-5 ${groupe === 'PART_BIENTOT' || groupe === 'A_DECIDER' ? 'border-a-faire' : 'border-filet'}`}
                >
                  <Resume impaye={impaye} />
                  <Liens impaye={impaye} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

export function Resume({ impaye }: { readonly impaye: ImpayeVu }) {
  return (
    <>
      <p className="flex max-w-texte flex-wrap items-baseline justify-between gap-x-6">
        <span className="font-semibold">
          {impaye.qui}, n°&nbsp;adhérent&nbsp;{impaye.numeroAdherent}
        </span>
        <Montant valeur={impaye.montant} fort />
      </p>
      <p className="text-encre-douce">
        {impaye.etape} · {impaye.due}
      </p>
      <p className="texte mt-1">{impaye.suite}</p>
      {impaye.retenue === null ? null : <p className="texte mt-1">Pourquoi : {impaye.retenue}</p>}
    </>
  )
}

function Liens({ impaye }: { readonly impaye: ImpayeVu }) {
  const pour = <span className="sr-only"> : {impaye.qui}</span>
  const geste =
    impaye.resiliation !== null
      ? 'Décider de la suite'
      : impaye.retenue !== null
        ? 'Lever la retenue'
        : impaye.retenable
          ? 'Retenir'
          : null
  return (
    <p className="flex flex-wrap gap-x-6">
      {geste === null ? null : (
        <a href={`/gestion/impayes?impaye=${impaye.id}`} className="inline-flex min-h-11 items-center">
          {geste}
          {pour}
        </a>
      )}
      {impaye.courrierId === null ? null : (
        <a href={`/gestion/documents/${impaye.courrierId}`} className="inline-flex min-h-11 items-center">
          Dernier courrier{pour}
        </a>
      )}
    </p>
  )
}
