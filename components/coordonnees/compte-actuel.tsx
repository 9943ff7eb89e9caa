import { BoutonAction } from '@/components/acces/bouton-action'
import { Pourquoi } from '@/components/decision/pourquoi'
import { Message } from '@/components/ui/message'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { phraseSansCompte } from '@/lib/lexique/coordonnees'
import type { EtapeView } from '@/lib/services/remboursement/view'
import type { ContratRibVu } from '@/lib/services/rib/view'
import { Compte } from './rib'

interface Props {
  readonly contrat: ContratRibVu
  /** Why a person is paid themselves, or not; nothing for the account of a contract. */
  readonly etapes: readonly EtapeView[]
  readonly abandonner: ActionFormulaire
}

/** What receives benefits today, and what will, which may be given up until it does. */
export function CompteActuel({ contrat, etapes, abandonner }: Props) {
  const { prestations, prestationsPrevu: prevu, propre } = contrat
  return (
    <div className="mb-8 max-w-texte space-y-4">
      {contrat.abandonne ? (
        <Message>
          Le changement de compte est abandonné : rien ne change. Un message vous l’a confirmé.
        </Message>
      ) : null}
      <div className="space-y-1">
        <p className="font-semibold">Aujourd’hui</p>
        <Compte compte={prestations} vide={phraseSansCompte(contrat)} />
        {etapes.length === 0 ? null : (
          <Pourquoi question="Pourquoi ce compte ?" sujet="pour mes remboursements" etapes={etapes} />
        )}
        {propre?.refuse === true ? (
          <p>
            <a href="/adherent/beneficiaires" className="inline-flex min-h-11 items-center">
              Recevoir mes remboursements moi-même
            </a>
          </p>
        ) : null}
      </div>
      {prevu === null ? null : (
        <div className="space-y-3 border-l-4 border-a-faire py-1 pl-5">
          <p className="wrap-anywhere">
            À partir du {prevu.depuis} : compte qui finit par {prevu.fin}, au nom de {prevu.titulaire}. Un
            nouveau changement le remplacera.
          </p>
          {prevu.changement === null ? null : (
            <BoutonAction action={abandonner} caches={{ changement: prevu.changement }}>
              {prestations === null ? 'Abandonner ce changement' : 'Garder le compte d’aujourd’hui'}
            </BoutonAction>
          )}
        </div>
      )}
    </div>
  )
}
