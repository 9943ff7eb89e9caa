import { Etapes, Pourquoi } from '@/components/decision/pourquoi'
import { DemandeDocument } from '@/components/document/demande-document'
import { Montant } from '@/components/ui/montant'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { CotisationsView, TarifDuMoment } from '@/lib/services/mes-cotisations/view'
import { Calendrier } from './calendrier'

interface Props {
  readonly vue: CotisationsView
  readonly plusieurs: boolean
  /** Makes a paper of the contract, for its member. */
  readonly demander?: ActionFormulaire
}

/** One contract: what is to be done first, then what it costs and why, then the year payment by payment. */
export function Cotisations({ vue, plusieurs, demander }: Props) {
  const { numeroAdherent, annee, aFaire, prochain, maintenant, echeances, changements } = vue
  // Once the contract is over no tariff is in force: the amounts are those of the last change.
  const fonde = `#${maintenant === null ? 'changements' : 'tarif'}-${vue.id}-motifs`
  return (
    <div className="space-y-12">
      {plusieurs ? <h2 className="text-xl">Contrat n° {numeroAdherent}</h2> : null}
      {aFaire.length === 0 ? null : (
        <section
          aria-labelledby={`faire-${vue.id}`}
          data-fonde={fonde}
          className="border-l-4 border-erreur bg-erreur-pale px-5 py-4"
        >
          <h2 id={`faire-${vue.id}`} className="text-lg text-erreur">
            {aFaire.length === 1 ? 'Un paiement vous attend' : 'Des paiements vous attendent'}
          </h2>
          <ul className="mt-1 max-w-texte space-y-1">
            {aFaire.map((phrase) => (
              <li key={phrase}>{phrase}</li>
            ))}
          </ul>
        </section>
      )}
      {prochain === null ? null : (
        <section
          aria-labelledby={`prochain-${vue.id}`}
          data-fonde={fonde}
          className="border-l-4 border-action bg-action-pale px-5 py-4"
        >
          <h2 id={`prochain-${vue.id}`} className="text-lg">
            {prochain.phrase}
          </h2>
          <p>
            <Montant valeur={prochain.montant} fort />
            {prochain.compte === null ? null : ` ${prochain.compte}`}. {vue.modalite}
          </p>
        </section>
      )}
      {maintenant === null ? null : <Tarif tarif={maintenant} annee={annee} id={vue.id} />}
      <section aria-labelledby={`annee-${vue.id}`} data-fonde={fonde}>
        <h2 id={`annee-${vue.id}`} className="text-xl">
          Vos paiements de {annee}
        </h2>
        <p className="mt-1 mb-3 text-encre-douce">
          <Montant valeur={vue.total} /> pour l’année, <Paye {...vue} />
        </p>
        <Calendrier titre={`Paiements de ${annee}, contrat ${numeroAdherent}`} echeances={echeances} />
        {vue.paye === 0 || demander === undefined ? null : (
          <div className="mt-4 print:hidden">
            <DemandeDocument
              action={demander}
              nature="ATTESTATION_COTISATIONS"
              adhesion={vue.id}
              annees={[annee]}
              bouton={`Obtenir mon attestation de cotisations de ${annee}`}
            />
          </div>
        )}
      </section>
      {changements.length === 0 ? null : (
        <section id={`changements-${vue.id}-motifs`} aria-labelledby={`changements-${vue.id}`}>
          <h2 id={`changements-${vue.id}`} className="text-xl">
            Ce qui a changé dans l’année
          </h2>
          {changements.map(({ version, titre, etapes }) => (
            <section key={version} data-fonde="" className="mt-4">
              <h3 className="mb-2 font-semibold">{titre}</h3>
              <Etapes etapes={etapes} />
            </section>
          ))}
        </section>
      )}
    </div>
  )
}

function Paye({ paye, total }: Pick<CotisationsView, 'paye' | 'total'>) {
  if (paye === 0) return total === 0 ? 'rien n’est à payer.' : 'rien n’est encore payé.'
  return paye > total ? (
    <>
      et vous avez payé <Montant valeur={paye} /> : la différence vous revient.
    </>
  ) : (
    <>
      dont <Montant valeur={paye} /> déjà payés.
    </>
  )
}

function Tarif({
  tarif,
  annee,
  id,
}: {
  readonly tarif: TarifDuMoment
  readonly annee: number
  readonly id: string
}) {
  return (
    <section id={`tarif-${id}-motifs`} aria-labelledby={`tarif-${id}`} data-fonde="">
      <h2 id={`tarif-${id}`} className="text-xl">
        <Montant valeur={tarif.mensuelle} /> par mois
      </h2>
      <p className="mt-1 mb-3 text-encre-douce">
        Formule {tarif.formule}, tarif de {annee}.
      </p>
      <ul className="max-w-lg divide-y divide-filet border-y border-filet">
        {tarif.personnes.map(({ nom, mensuelle, gratuite }) => (
          <li key={nom} className="flex justify-between gap-6 py-2">
            <span>{nom}</span>
            {gratuite === null ? <Montant valeur={mensuelle} /> : <span>{gratuite}</span>}
          </li>
        ))}
      </ul>
      {tarif.employeur === null ? null : (
        <p className="mt-2 max-w-texte">
          Votre employeur verse <Montant valeur={tarif.employeur} /> de cette somme chaque mois.
        </p>
      )}
      {tarif.exonerations.map((phrase) => (
        <p key={phrase} className="mt-2 max-w-texte">
          {phrase}
        </p>
      ))}
      {tarif.demonstration ? (
        <p className="mt-2 max-w-texte text-sm text-encre-douce">
          Tarif de démonstration : ces montants sont inventés, aucun document ne les imprime.
        </p>
      ) : null}
      <Pourquoi question="Pourquoi ce montant ?" sujet="pour la cotisation" etapes={tarif.etapes} />
    </section>
  )
}
