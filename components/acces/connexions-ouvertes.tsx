import { Message } from '@/components/ui/message'
import { TitrePage } from '@/components/ui/titre-page'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { instantEnMots } from '@/lib/lexique/attente'
import type { ConnexionVue } from '@/lib/services/connexion/view'
import { BoutonAction } from './bouton-action'

interface Props {
  readonly connexions: readonly ConnexionVue[]
  /** Where the password is changed. */
  readonly motDePasse: string
  /** What was just done. */
  readonly nouvelle: string | undefined
  readonly fermerUne: ActionFormulaire
  readonly fermerLesAutres: ActionFormulaire
}

/** Where one is logged in, and how to put an end to it. */
export function ConnexionsOuvertes({ connexions, motDePasse, nouvelle, fermerUne, fermerLesAutres }: Props) {
  return (
    <>
      <TitrePage titre="Les appareils connectés">
        <p>
          Les appareils sur lesquels votre espace est ouvert. Fermez ceux que vous ne reconnaissez pas, puis
          <a href={motDePasse}>changez votre mot de passe</a>.
        </p>
      </TitrePage>
      {nouvelle === undefined ? null : <Message>{nouvelle}</Message>}
      <h2 className="mt-6 text-xl">Connexions ouvertes</h2>
      <ul className="mt-3 space-y-5">
        {connexions.map((connexion) => (
          <li key={connexion.id} className="border-l-4 border-filet py-1 pl-5">
            <p className="font-semibold">
              {connexion.appareil}
              {connexion.courante ? ' (cet appareil)' : ''}
            </p>
            <p data-fait="REGISTRE" className="text-encre-douce">
              Ouverte {instantEnMots(connexion.creeLe)}, vue la dernière fois {instantEnMots(connexion.vueLe)}
              .
            </p>
            {connexion.courante ? null : (
              <div className="mt-2">
                <BoutonAction action={fermerUne} caches={{ session: connexion.id }}>
                  Fermer cette connexion
                </BoutonAction>
              </div>
            )}
          </li>
        ))}
      </ul>
      {connexions.length > 1 ? (
        <div className="mt-8">
          <BoutonAction action={fermerLesAutres} caches={{ autres: 'oui' }}>
            Fermer toutes les autres connexions
          </BoutonAction>
        </div>
      ) : null}
    </>
  )
}
