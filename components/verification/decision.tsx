'use client'

// A client component for one reason: useFormulaire, which gives back what was typed beside its errors, with JavaScript or without.
import { Champ } from '@/components/ui/champ'
import { ChoixUnique } from '@/components/ui/choix-unique'
import { Formulaire, useFormulaire } from '@/components/ui/formulaire'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { VerificationVue } from '@/lib/services/verification/view'

interface Props {
  readonly vue: Pick<VerificationVue, 'id' | 'calculee' | 'maximum' | 'raisons'>
  readonly payer: ActionFormulaire
  readonly refuser: ActionFormulaire
}

/** Pay what is computed or another share, or refuse: one decision, which the member reads on the line. */
export function DecisionVerification({ vue, payer, refuser }: Props) {
  const paiement = useFormulaire(payer)
  const refus = useFormulaire(refuser)
  return (
    <div className="mt-10 space-y-10 border-t border-filet pt-6">
      <section aria-labelledby="titre-payer">
        <h2 id="titre-payer" className="mb-3 text-xl">
          Payer
        </h2>
        <Formulaire
          formulaire={paiement}
          caches={{ prestation: vue.id }}
          bouton="Payer cette ligne"
          className="max-w-texte space-y-4"
        >
          <Champ
            nom="part"
            libelle="Part de la mutuelle, en euros (facultatif)"
            indice={`Vide : ce qui est calculé, ${vue.calculee}. Au plus ${vue.maximum}.`}
            erreur={paiement.erreurDe('part')}
            defaultValue={paiement.valeurDe('part')}
            inputMode="decimal"
            autoComplete="off"
          />
          <ZoneTexte
            nom="explication"
            libelle="Pourquoi ce montant"
            indice="Obligatoire quand le montant n’est pas celui du calcul. L’adhérent le lira."
            erreur={paiement.erreurDe('explication')}
            valeur={paiement.valeurDe('explication')}
            lignes={3}
          />
        </Formulaire>
      </section>
      <section aria-labelledby="titre-refuser">
        <h2 id="titre-refuser" className="mb-3 text-xl">
          Refuser
        </h2>
        <Formulaire
          formulaire={refus}
          caches={{ prestation: vue.id }}
          bouton="Refuser cette ligne"
          poids="second"
          className="max-w-texte space-y-4"
        >
          <ChoixUnique formulaire={refus} nom="raison" question="Pourquoi" options={vue.raisons} />
          <ZoneTexte
            nom="phrase"
            libelle="Une phrase à l’adhérent"
            indice="Il la lira sur la ligne, après la raison choisie : ce qu’il peut faire, par exemple."
            erreur={refus.erreurDe('phrase')}
            valeur={refus.valeurDe('phrase')}
            lignes={3}
          />
        </Formulaire>
      </section>
    </div>
  )
}
