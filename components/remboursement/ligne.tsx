import { Pourquoi } from '@/components/decision/pourquoi'
import { Montant } from '@/components/ui/montant'
import { formatMontant } from '@/lib/lexique/formats'
import type { Montant as Centimes } from '@/lib/rules/montant/montant'
import type { LigneView, PartageView } from '@/lib/services/remboursement/view'
import { Etat } from './etat'

/** Column heads of a month, for eyes only: each line names its own amounts. */
export function TetesDeColonnes() {
  return (
    <div
      aria-hidden="true"
      className="grille-montants mt-8 border-b border-filet bg-papier py-1 text-sm text-encre-douce hidden colonnes:grid print:static"
    >
      <span>Soin</span>
      <span>Dépense</span>
      <span>Base</span>
      <span>Assurance maladie</span>
      <span>Mutuelle</span>
      <span>À votre charge</span>
    </div>
  )
}

/** One reimbursement: what, who, how the expense is shared, where it stands, and why. */
export function Ligne({ ligne }: { readonly ligne: LigneView }) {
  const { partage } = ligne
  return (
    <article aria-labelledby={`soin-${ligne.id}`} data-fonde="" className="py-4">
      <div className="grille-montants">
        <div className="mb-2 colonnes:mb-0">
          <h3 id={`soin-${ligne.id}`} className="font-semibold">
            <a
              href={`/adherent/remboursements/${ligne.id}`}
              className="-my-2.5 inline-flex min-h-11 items-center text-encre no-underline hover:underline"
            >
              {ligne.annulation ? 'Annulation : ' : null}
              {ligne.libelle}
            </a>
          </h3>
          <p className="text-sm text-encre-douce">
            {ligne.date} · {ligne.personne}
            {ligne.executant === null ? null : ` · ${ligne.executant}`}
          </p>
        </div>
        <Montants base={ligne.base} partage={partage} />
      </div>
      <div className="flex flex-wrap items-baseline gap-x-6">
        <Etat etat={ligne.etat} />
        <Pourquoi
          question="Pourquoi ce montant ?"
          sujet={`${ligne.libelle}, ${ligne.personne}, ${ligne.date}`}
          etapes={ligne.etapes}
        />
      </div>
    </article>
  )
}

const COURTS: Readonly<Record<PartageView['parts'][number]['qui'], string>> = {
  AMO: 'Assurance maladie',
  REGIME_LOCAL: 'Régime local',
  AUTRES: 'Autre complémentaire',
  MUTUELLE: 'Mutuelle',
  MOI: 'À votre charge',
}

function Montants({ base, partage }: { readonly base: Centimes; readonly partage: PartageView }) {
  const principales = partage.parts.filter(({ qui }) => qui === 'AMO' || qui === 'MUTUELLE' || qui === 'MOI')
  const autres = partage.parts.filter((part) => !principales.includes(part))
  return (
    <dl className="colonnes:contents">
      <Chiffre libelle="Dépense" valeur={partage.depense} />
      <Chiffre libelle="Base de remboursement" valeur={base} />
      {principales.map(({ qui, montant }) => (
        <Chiffre key={qui} libelle={COURTS[qui]} valeur={montant} fort={qui !== 'AMO'} />
      ))}
      {autres.map(({ qui, montant }) => (
        <Precision key={qui} libelle={COURTS[qui]} valeur={montant} />
      ))}
      {partage.participation === 0 ? null : (
        <Precision libelle="dont participation forfaitaire" valeur={partage.participation} />
      )}
      {partage.franchise === 0 ? null : (
        <Precision libelle="dont franchise médicale" valeur={partage.franchise} />
      )}
    </dl>
  )
}

interface Chiffres {
  readonly libelle: string
  readonly valeur: Centimes
  readonly fort?: boolean
}

function Chiffre({ libelle, valeur, fort = false }: Chiffres) {
  return (
    <div className="flex items-baseline justify-between gap-4 colonnes:block colonnes:text-right">
      <dt className="colonnes:sr-only">{libelle}</dt>
      <dd>
        <Montant valeur={valeur} fort={fort} />
      </dd>
    </div>
  )
}

function Precision({ libelle, valeur }: Chiffres) {
  return (
    <div className="flex items-baseline justify-between gap-4 text-sm text-encre-douce colonnes:col-span-full colonnes:justify-end colonnes:gap-2">
      <dt>{libelle}</dt>
      <dd className="whitespace-nowrap tabular-nums">{formatMontant(valeur)}</dd>
    </div>
  )
}
