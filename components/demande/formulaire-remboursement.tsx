'use client'

// A client component for one reason: the form, which gives back what was typed beside its errors, with JavaScript or without.
import { useState } from 'react'
import { ChampFichiers } from '@/components/depot/champ-fichiers'
import { ChampsSimulation } from '@/components/simulation/champs'
import { ChoixUnique } from '@/components/ui/choix-unique'
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
  const { etat, enCours, erreurDe } = formulaire
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
        <ChoixUnique
          formulaire={formulaire}
          nom="amo"
          question="L’Assurance maladie vous a-t-elle déjà remboursé ce soin ?"
          options={AMO}
        />
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
