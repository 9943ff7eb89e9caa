'use client'

// A client component for one reason: the form, which gives back what was typed beside its errors, with JavaScript or without.
import { useState } from 'react'
import { ChampFichiers } from '@/components/depot/champ-fichiers'
import { ChampsSimulation } from '@/components/simulation/champs'
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { PrecisionsChamp } from '@/components/ui/champ'
import { Formulaire, TitreDuFormulaire, useFormulaire } from '@/components/ui/formulaire'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { FormulaireView } from '@/lib/services/formulaire-simulation/view'
import { DemandeEnvoyee } from './demande-envoyee'

interface Proprietes {
  readonly action: ActionFormulaire
  readonly vue: FormulaireView
  readonly cle: string
  readonly organisme: string
  readonly indicePieces: string
}

const AMO = [
  ['PAYE', 'Oui, et j’ai son décompte'],
  ['NON', 'Non, elle ne rembourse pas ce soin'],
  ['INCONNU', 'Je ne sais pas'],
] as const

export function FormulaireRemboursement({ action, vue, cle, organisme, indicePieces }: Proprietes) {
  const formulaire = useFormulaire(action)
  const [bloque, setBloque] = useState(false)
  const { etat, enCours, erreurDe, valeurDe } = formulaire
  if (etat.statut === 'FAIT') return <DemandeEnvoyee {...etat} />
  return (
    <>
      <TitreDuFormulaire
        formulaire={formulaire}
        titre={`Me faire rembourser\u00a0: ${vue.titre}`}
        organisme={organisme}
      />
      <Formulaire
        formulaire={formulaire}
        caches={{ soin: vue.soin, cle }}
        bloque={bloque}
        bouton={enCours ? 'Envoi en cours…' : 'Envoyer cette demande'}
        className="max-w-texte space-y-6"
      >
        <ChampsSimulation
          champs={vue.champs}
          valeurs={etat.statut === 'ERREUR' ? etat.valeurs : {}}
          erreurDe={erreurDe}
        />
        <fieldset id="amo" aria-describedby={erreurDe('amo') === null ? undefined : 'amo-erreur'}>
          <legend className="font-semibold">
            L’Assurance maladie vous a-t-elle déjà remboursé ce soin ?
          </legend>
          <PrecisionsChamp nom="amo" indice={undefined} erreur={erreurDe('amo')} />
          {AMO.map(([valeur, libelle]) => (
            <CaseACocher
              key={valeur}
              type="radio"
              name="amo"
              value={valeur}
              defaultChecked={valeurDe('amo') === valeur}
            >
              {libelle}
            </CaseACocher>
          ))}
        </fieldset>
        <ChampFichiers
          etat={etat}
          erreur={erreurDe('fichiers')}
          libelle="Vos documents"
          indice={indicePieces}
          surBlocage={setBloque}
        />
      </Formulaire>
    </>
  )
}
