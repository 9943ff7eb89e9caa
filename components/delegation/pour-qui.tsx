import { BoutonAction } from '@/components/acces/bouton-action'
import { Bouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Message } from '@/components/ui/message'
import { TitrePage } from '@/components/ui/titre-page'
import type { ActionFormulaire } from '@/lib/formulaire/etat'

interface Proprietes {
  readonly info: string | undefined
  /** For whom one acts now. */
  readonly actuel: string | null
  readonly proches: readonly { readonly id: string; readonly nom: string; readonly etendue: string }[]
  readonly agir: ActionFormulaire
}

/** One login, several people: for whom one acts. */
export function PourQui({ info, actuel, proches, agir }: Proprietes) {
  return (
    <>
      <TitrePage titre="Agir pour un proche">
        <p>
          Choisissez pour qui vous agissez. Une barre en haut de chaque page vous le rappelle, et vous ramène
          à votre espace.
        </p>
      </TitrePage>
      {info === undefined ? null : <Message>{info}</Message>}
      {actuel === null ? null : (
        <form action="/adherent/agir/revenir" method="post" className="mt-6">
          <p className="texte">
            Vous agissez pour <strong>{actuel}</strong>.
          </p>
          <Bouton className="mt-2">Revenir à mon espace</Bouton>
        </form>
      )}
      <div className="mt-8">
        {proches.length === 0 ? (
          <EtatVide titre="Personne ne vous a confié son espace aujourd’hui.">
            <p>
              Votre proche le fait depuis le sien. Si vous êtes parent, tuteur ou curateur, demandez-le avec
              votre preuve dans « Mon compte extranet ».
            </p>
          </EtatVide>
        ) : (
          <ul className="space-y-6">
            {proches.map(({ id, nom, etendue }) => (
              <li key={id} className="border-l-4 border-filet py-1 pl-5">
                <p className="text-lg font-semibold">{nom}</p>
                <p className="text-encre-douce">{etendue}</p>
                <div className="mt-2">
                  <BoutonAction action={agir} caches={{ delegation: id }}>
                    Agir pour {nom}
                  </BoutonAction>
                </div>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
