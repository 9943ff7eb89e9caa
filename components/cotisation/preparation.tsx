'use client'

// A client component for one reason: useEnvoi, which shows what was prepared, with JavaScript or without.
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { useEnvoi } from '@/components/ui/envoi'
import { Message } from '@/components/ui/message'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'

export function Preparation({ action }: { readonly action: ActionFormulaire }) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, VIERGE)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
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
      <form ref={formulaire} action={soumettre} noValidate className="mt-4 space-y-4">
        <ResumeErreurs erreurs={erreurs} />
        <Champ
          nom="execution"
          libelle="Jour du prélèvement"
          indice="Tout ce qui est dû par prélèvement ce jour-là, ou avant et pas encore prélevé. Un jour où les banques sont fermées, le lot part pour le premier jour ouvert qui suit."
          erreur={erreurs.find((erreur) => erreur.champ === 'execution')?.message ?? null}
          type="date"
          required
        />
        <Bouton aria-disabled={enCours}>
          {enCours ? 'Préparation en cours…' : 'Préparer le lot de prélèvements'}
        </Bouton>
      </form>
    </>
  )
}
