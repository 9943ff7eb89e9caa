'use client'

// A client component for one reason: useEnvoi, which says why a paper cannot be made, with JavaScript or without.
import { Bouton } from '@/components/ui/bouton'
import { useEnvoi } from '@/components/ui/envoi'
import { Form } from '@/components/ui/form'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'

interface Props {
  readonly action: ActionFormulaire
  readonly nature: string
  readonly adhesion: string
  readonly bouton: string
  /** Of a paper made for a year: the one, or those to choose from. */
  readonly annees?: readonly number[]
}

/** Made on the spot and shown; what prevents it is no mistake of the reader: it is told, not « to correct ». */
export function DemandeDocument({ action, nature, adhesion, bouton, annees = [] }: Props) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, VIERGE)
  return (
    <Form ref={formulaire} action={soumettre}>
      {etat.statut === 'ERREUR' ? (
        <div
          role="alert"
          data-fait="REGISTRE"
          className="mb-3 max-w-texte border-l-4 border-a-faire bg-a-faire-pale px-4 py-3"
        >
          {etat.erreurs.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
        </div>
      ) : null}
      <input type="hidden" name="nature" value={nature} />
      <input type="hidden" name="adhesion" value={adhesion} />
      <Annees annees={annees} adhesion={adhesion} />
      <Bouton poids="second" aria-disabled={enCours}>
        {enCours ? 'Un instant…' : bouton}
      </Bouton>
    </Form>
  )
}

function Annees({ annees, adhesion }: { readonly annees: readonly number[]; readonly adhesion: string }) {
  const [premiere, ...autres] = annees
  if (premiere === undefined) return null
  if (autres.length === 0) return <input type="hidden" name="annee" value={premiere} />
  return (
    <p className="mb-3">
      <label htmlFor={`annee-demandee-${adhesion}`} className="mr-3 font-semibold">
        Année
      </label>
      <select
        id={`annee-demandee-${adhesion}`}
        name="annee"
        className="min-h-11 rounded-md border-2 border-bord bg-feuille px-3 py-1.5 text-encre"
      >
        {annees.map((an) => (
          <option key={an} value={an}>
            {an}
          </option>
        ))}
      </select>
    </p>
  )
}
