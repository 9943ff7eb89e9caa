import { FormulairePaiement } from '@/components/paiement/formulaire-paiement'
import { CaseACocher } from '@/components/ui/case-a-cocher'
import type { DefinitionChamp } from '@/components/ui/champ-defini'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { PrelevementVu } from '@/lib/services/mode-paiement/view'
import { JourDuPrelevement, Rythme } from './choix-prelevement'

const CHAMPS: readonly DefinitionChamp[] = [
  { nom: 'titulaire', libelle: 'Titulaire du compte', type: 'text' },
  { nom: 'iban', libelle: 'IBAN', indice: 'Sa clé et celle du RIB sont vérifiées.', type: 'text' },
  { nom: 'lieu', libelle: 'Fait à', type: 'text' },
  { nom: 'signeLe', libelle: 'Signé le', type: 'date' },
]

interface Props {
  readonly vue: PrelevementVu
  readonly choix: { readonly periodicite: string; readonly jour: number }
  readonly recopier: ActionFormulaire
  readonly revoquer: ActionFormulaire
}

/** Staff: a mandate that came on paper, or one that the member asks to end. */
export function MandatPapier({ vue, choix, recopier, revoquer }: Props) {
  const caches = { adhesion: vue.adhesionId }
  return (
    <>
      {vue.jours.length === 0 ? null : (
        <section aria-labelledby="titre-papier" className="mt-8">
          <h3 id="titre-papier" className="text-lg">
            Recopier un mandat signé sur papier
          </h3>
          <p className="mt-1 max-w-texte text-encre-douce">
            Le mandat en vigueur prend fin, l’échéancier est refait et l’adhérent en est averti. Gardez
            l’original.
          </p>
          <FormulairePaiement
            action={recopier}
            champs={CHAMPS}
            caches={caches}
            bouton="Enregistrer ce mandat"
          >
            <JourDuPrelevement jours={vue.jours} valeur={choix.jour} />
            <Rythme valeur={choix.periodicite} />
          </FormulairePaiement>
        </section>
      )}
      {vue.mandat === null ? null : (
        <section aria-labelledby="titre-revoquer" className="mt-8">
          <h3 id="titre-revoquer" className="text-lg">
            Révoquer le mandat
          </h3>
          <FormulairePaiement action={revoquer} champs={[]} caches={caches} bouton="Révoquer le mandat">
            <CaseACocher type="checkbox" id="accord" name="accord" value="oui">
              L’adhérent l’a demandé. La suite se paie comme le règlement le prévoit, un courrier le lui dit.
            </CaseACocher>
          </FormulairePaiement>
        </section>
      )}
    </>
  )
}
