import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { instantEnMots } from '@/lib/lexique/attente'
import { LIBELLES_VERIFICATION } from '@/lib/lexique/facteurs'
import type { LeveeVue } from '@/lib/services/levee-facteurs/view'
import type { Confirmation } from './confirmer-identite'
import { FormulaireLevee, FormulaireSuite } from './formulaire-levee'

interface Props {
  readonly levee: LeveeVue
  readonly verifications: readonly string[]
  readonly confirmation: Confirmation
  readonly demander: ActionFormulaire
  readonly approuver: ActionFormulaire
  readonly renoncer: ActionFormulaire
}

/** A person who lost their second factor: what was verified, by whom, and from when it is taken off. */
export function Levee({ levee, verifications, confirmation, demander, approuver, renoncer }: Props) {
  const { enCours, compteId, facteurs } = levee
  return (
    <section aria-labelledby="titre-levee" className="mt-10 max-w-texte space-y-4">
      <h2 id="titre-levee" className="text-xl">
        Seconde protection perdue
      </h2>
      <p>
        Ce compte est protégé par : {facteurs.join(', ').toLowerCase()}. Si la personne ne l’a plus, vérifiez
        qui elle est, puis demandez le retrait. Il se fait après 24 heures, ou dès qu’une autre personne
        l’approuve ; un e-mail la prévient, et se connecter avec sa protection l’annule.
      </p>
      {enCours === null ? (
        <FormulaireLevee
          action={demander}
          compte={compteId}
          confirmation={confirmation}
          verifications={verifications.map((code) => ({
            code,
            libelle: LIBELLES_VERIFICATION[code] ?? code,
          }))}
        />
      ) : (
        <>
          <p className="border-l-4 border-a-faire bg-a-faire-pale px-4 py-3 text-a-faire">
            Retrait demandé par {enCours.par} {instantEnMots(enCours.le)} : « {enCours.motif} ». Il se fera{' '}
            {instantEnMots(enCours.effetLe)} au plus tard.
          </p>
          <ul className="list-disc pl-6">
            {enCours.verifie.map((code) => (
              <li key={code}>{LIBELLES_VERIFICATION[code] ?? code}</li>
            ))}
          </ul>
          <FormulaireSuite
            action={enCours.sienne ? renoncer : approuver}
            compte={compteId}
            confirmation={confirmation}
            bouton={enCours.sienne ? 'Annuler ce retrait' : 'Approuver et retirer maintenant'}
          />
        </>
      )}
    </section>
  )
}
