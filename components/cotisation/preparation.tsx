'use client'

// A client component for one reason: the form, which shows what was prepared, with JavaScript or without.
import { Champ } from '@/components/ui/champ'
import { Formulaire, useFormulaire } from '@/components/ui/formulaire'
import { Message } from '@/components/ui/message'
import type { ActionFormulaire } from '@/lib/formulaire/etat'

export function Preparation({ action }: { readonly action: ActionFormulaire }) {
  const formulaire = useFormulaire(action)
  const { etat, enCours } = formulaire
  return (
    <>
      {etat.statut === 'FAIT' ? (
        <div className="mt-3">
          <Message>
            {etat.message}
            {etat.suite === undefined ? null : (
              <>
                {' '}
                <a href={etat.suite.href} className="inline-flex min-h-11 items-center">
                  {etat.suite.libelle}
                </a>
              </>
            )}
          </Message>
        </div>
      ) : null}
      <Formulaire
        formulaire={formulaire}
        bouton={enCours ? 'Préparation en cours…' : 'Préparer le lot de prélèvements'}
        className="mt-4 space-y-4"
      >
        <Champ
          nom="execution"
          libelle="Jour du prélèvement"
          indice="Tout ce qui est dû par prélèvement ce jour-là, ou avant et pas encore prélevé. Un jour où les banques sont fermées, le lot part pour le premier jour ouvert qui suit."
          erreur={formulaire.erreurDe('execution')}
          type="date"
          required
        />
      </Formulaire>
    </>
  )
}
