import { DemandeDocument } from '@/components/document/demande-document'
import { CarteTiersPayant } from '@/components/papier/carte-tiers-payant'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { CarteDuContrat } from '@/lib/services/carte/view'

interface Props {
  readonly cartes: readonly CarteDuContrat[]
  readonly demander: ActionFormulaire
}

export function MesCartes({ cartes, demander }: Props) {
  if (cartes.length === 0)
    return (
      <EtatVide titre="Aucun contrat">
        <p>Votre compte n’est rattaché à aucun contrat : il n’y a pas de carte à montrer.</p>
      </EtatVide>
    )
  return (
    <div className="space-y-12">
      {cartes.map((contrat) => (
        <UneCarte key={contrat.adhesion} contrat={contrat} seule={cartes.length === 1} demander={demander} />
      ))}
    </div>
  )
}

interface UneCarteProps {
  readonly contrat: CarteDuContrat
  readonly seule: boolean
  readonly demander: ActionFormulaire
}

function UneCarte({ contrat, seule, demander }: UneCarteProps) {
  const { adhesion, numeroAdherent, carte } = contrat
  return (
    <section aria-labelledby={`carte-${adhesion}`}>
      <h2 id={`carte-${adhesion}`} className={seule ? 'sr-only' : 'mb-3 text-xl'}>
        Contrat n° {numeroAdherent}
      </h2>
      {carte?.valable === true ? (
        <>
          <CarteTiersPayant carte={carte.carte} />
          <p data-fait="DOCUMENT" className="mt-3 text-encre-douce">
            Valable jusqu’au {carte.auEnMots}. Vérifiée {carte.verifiee}.
          </p>
          <div className="mt-4 flex flex-wrap gap-3 print:hidden">
            <LienBouton href={`/carte/${carte.id}`}>
              La montrer en grand, la garder sur ce téléphone
            </LienBouton>
            <LienBouton poids="second" href={`/adherent/documents/${carte.id}/telecharger`}>
              Télécharger en PDF
            </LienBouton>
          </div>
        </>
      ) : (
        <>
          <p className="mb-3 max-w-texte">
            {carte === null
              ? 'Votre carte n’a pas encore été faite pour cette période.'
              : 'Votre dernière carte ne correspond plus à vos droits d’aujourd’hui.'}
          </p>
          <DemandeDocument
            action={demander}
            nature="CARTE_TIERS_PAYANT"
            adhesion={adhesion}
            bouton="Faire ma carte à jour"
          />
        </>
      )}
    </section>
  )
}
