import type { Confirmation } from '@/components/facteur/confirmer-identite'
import { TitrePage } from '@/components/ui/titre-page'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { phraseConnexions } from '@/lib/lexique/acces-compte'
import { instantEnMots } from '@/lib/lexique/attente'
import type { AccesVue } from '@/lib/services/acces-compte/view'
import { FormulaireAcces } from './formulaire-acces'

interface Props {
  readonly acces: AccesVue
  readonly retour: { readonly href: string; readonly libelle: string }
  readonly confirmation: Confirmation
  readonly couper: ActionFormulaire
  readonly rouvrir: ActionFormulaire
}

const ETATS: Readonly<Record<AccesVue['etat'], string>> = {
  OUVERT: 'L’accès est ouvert.',
  SUSPENDU: 'L’accès est suspendu : plus rien n’ouvre ce compte.',
  EFFACE: 'Les données de ce compte ont été effacées : rien ne le rouvre.',
}

/** Somebody calls: « it was not me ». Or a colleague leaves. What is open, and how to close it now. */
export function AccesCompte({ acces, retour, confirmation, couper, rouvrir }: Props) {
  const { etat, nom, membre, compteId, connexions, suspension } = acces
  return (
    <>
      <p>
        <a href={retour.href} className="inline-flex min-h-11 items-center">
          {retour.libelle}
        </a>
      </p>
      <TitrePage titre={`L’accès de ${nom}`}>
        <p>
          {ETATS[etat]} {etat === 'OUVERT' ? phraseConnexions(connexions) : null}
        </p>
      </TitrePage>
      {suspension === null ? null : (
        <p className="mb-8 max-w-texte border-l-4 border-a-faire bg-a-faire-pale px-4 py-3 text-a-faire">
          Suspendu par {suspension.par} {instantEnMots(suspension.le)}. Raison donnée : « {suspension.motif} »
        </p>
      )}
      {etat === 'EFFACE' ? null : (
        <FormulaireAcces
          etat={etat}
          membre={membre}
          compte={compteId}
          confirmation={confirmation}
          couper={couper}
          rouvrir={rouvrir}
        />
      )}
      {membre && etat !== 'EFFACE' ? (
        <p className="mt-10 max-w-texte text-encre-douce">
          Cela ne change ni ses garanties ni ses remboursements. Qui agit pour cette personne (parent, aidant,
          tuteur) entre par son propre compte et le garde : voyez{' '}
          <a href="/gestion/delegations">les délégations</a>.
        </p>
      ) : null}
    </>
  )
}
