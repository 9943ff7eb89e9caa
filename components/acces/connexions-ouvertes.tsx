import { Message } from '@/components/ui/message'
import { TitrePage } from '@/components/ui/titre-page'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { instantEnMots } from '@/lib/lexique/attente'
import type { ConnexionVue } from '@/lib/services/connexion/view'
import { BoutonAction } from './bouton-action'

interface Props {
  readonly connexions: readonly ConnexionVue[]
  /** What was just done. */
  readonly nouvelle: string | undefined
  readonly fermerUne: ActionFormulaire
  readonly fermerLesAutres: ActionFormulaire
}

/** Where one is logged in, and how to put an end to it. */
export function ConnexionsOuvertes({ connexions, nouvelle, fermerUne, fermerLesAutres }: Props) {
  return (
    <>
      <TitrePage titre="Mon compte extranet">
        <p>
          Les appareils sur lesquels votre espace est ouvert. Fermez ceux que vous ne reconnaissez pas, puis
          changez votre mot de passe.
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
      <h2 className="mt-10 text-xl">Changer mon mot de passe</h2>
      <p className="texte mt-2">
        Demandez un lien par e-mail : <a href="/acces-perdu">choisir un nouveau mot de passe</a>. Toutes les
        connexions, celle-ci comprise, seront alors fermées.
      </p>
    </>
  )
}
