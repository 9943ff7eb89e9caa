import { Pourquoi } from '@/components/decision/pourquoi'
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

/**
 * One reimbursement: what, who, how the expense is shared, where it stands, and why. Twenty-five of them make a page: how each part looks is
 * said once, in globals.css, not in classes on every amount.
 */
export function Ligne({ ligne }: { readonly ligne: LigneView }) {
  const { partage, executant } = ligne
  return (
    <article aria-labelledby={`soin-${ligne.id}`} data-fonde="" className="soin">
      <div className="grille-montants">
        <div>
          <h3 id={`soin-${ligne.id}`}>
            <a href={`/adherent/remboursements/${ligne.id}`}>
              {`${ligne.annulation ? 'Annulation : ' : ''}${ligne.libelle}`}
            </a>
          </h3>
          <p>{`${ligne.date} · ${ligne.personne}${executant === null ? '' : ` · ${executant}`}`}</p>
        </div>
        <Montants base={ligne.base} partage={partage} />
      </div>
      <div>
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
    <dl>
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

const Chiffre = ({ libelle, valeur, fort = false }: Chiffres) => (
  <div>
    <dt>{libelle}</dt>
    <dd>{fort ? <b>{formatMontant(valeur)}</b> : formatMontant(valeur)}</dd>
  </div>
)

const Precision = ({ libelle, valeur }: Chiffres) => (
  <div className="precision">
    <dt>{libelle}</dt>
    <dd>{formatMontant(valeur)}</dd>
  </div>
)
