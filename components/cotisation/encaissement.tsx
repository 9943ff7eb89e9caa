'use client'

// A client component for one reason: useEnvoi, which shows that the payment was noted, with JavaScript or without.
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { useEnvoi } from '@/components/ui/envoi'
import { Message } from '@/components/ui/message'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'

interface Props {
  readonly action: ActionFormulaire
  readonly dues: readonly { readonly id: string; readonly libelle: string }[]
}

/** A cheque came: which contribution it pays, and when. */
export function Encaissement({ action, dues }: Props) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, VIERGE)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  return (
    <>
      {etat.statut === 'FAIT' ? (
        <div className="mt-3">
          <Message>{etat.message}</Message>
        </div>
      ) : null}
      {dues.length === 0 ? (
        <p className="mt-3">Rien n’est à payer pour cette année.</p>
      ) : (
        <form ref={formulaire} action={soumettre} noValidate className="mt-4 space-y-4">
          <ResumeErreurs erreurs={erreurs} />
          <div className="max-w-lg">
            <label htmlFor="echeance" className="block font-semibold">
              Cotisation reçue
            </label>
            <select
              id="echeance"
              name="echeance"
              className="mt-1 min-h-11 w-full rounded-md border-2 border-bord bg-feuille px-3 py-1.5 text-encre"
            >
              {dues.map(({ id, libelle }) => (
                <option key={id} value={id}>
                  {libelle}
                </option>
              ))}
            </select>
          </div>
          <Champ
            nom="recuLe"
            libelle="Reçue le"
            erreur={erreurs.find((erreur) => erreur.champ === 'recuLe')?.message ?? null}
            type="date"
            required
          />
          <Bouton aria-disabled={enCours}>{enCours ? 'Un instant…' : 'Noter ce paiement'}</Bouton>
        </form>
      )}
    </>
  )
}
