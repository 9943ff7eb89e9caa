import type { Confirmation } from '@/components/facteur/confirmer-identite'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Message } from '@/components/ui/message'
import { TitrePage } from '@/components/ui/titre-page'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { instantEnMots } from '@/lib/lexique/attente'
import type { FournisseurVue, IdentiteVue } from '@/lib/services/identite-externe/view'
import { FormulaireAcces } from './formulaire-acces'

const TITRE = 'Se connecter autrement'

interface Props {
  /** Address of this page. */
  readonly page: string
  readonly organisme: string
  readonly reliees: readonly IdentiteVue[]
  readonly aRelier: readonly FournisseurVue[]
  /** What was just done, or could not be. */
  readonly nouvelle: string | undefined
  /** The one to take off, asked about. */
  readonly aRetirer: IdentiteVue | undefined
  readonly retirer: ActionFormulaire
  readonly confirmation: Confirmation | undefined
}

/** Who else may open this space, and how to take it off. */
export function IdentitesReliees({ page, reliees, aRelier, nouvelle, aRetirer, ...reste }: Props) {
  if (aRetirer !== undefined) return <RetirerIdentite page={page} identite={aRetirer} {...reste} />
  return (
    <>
      <TitrePage titre={TITRE}>
        <p>
          Vous pouvez entrer dans votre espace par un service qui vous connaît déjà, sans retaper votre mot de
          passe. Votre mot de passe reste valable.
        </p>
      </TitrePage>
      {nouvelle === undefined ? null : <Message>{nouvelle}</Message>}
      <h2 className="mt-6 text-xl">Ce qui ouvre votre espace</h2>
      {reliees.length === 0 ? (
        <EtatVide titre="Votre mot de passe seulement">Rien d’autre n’est relié à votre espace.</EtatVide>
      ) : (
        <ul className="mt-3 space-y-5">
          {reliees.map((identite) => (
            <li key={identite.id} className="border-l-4 border-filet py-1 pl-5">
              <p className="font-semibold">{identite.libelle}</p>
              <p data-fait="REGISTRE" className="text-encre-douce">
                Relié {instantEnMots(identite.lieeLe)}
                {identite.vueLe === null
                  ? ', pas encore utilisé'
                  : `, utilisé la dernière fois ${instantEnMots(identite.vueLe)}`}
                .
              </p>
              <LienBouton poids="second" className="mt-2" href={`${page}?retirer=${identite.id}`}>
                Retirer {identite.libelle}
              </LienBouton>
            </li>
          ))}
        </ul>
      )}
      {aRelier.length === 0 ? null : (
        <>
          <h2 className="mt-10 text-xl">Relier un service</h2>
          <p className="texte mt-2">
            Vous allez chez lui, vous vous y identifiez, puis vous confirmez ici avec votre mot de passe.
          </p>
          <ul className="mt-3 space-y-3">
            {aRelier.map(({ id, libelle }) => (
              <li key={id}>
                <LienBouton poids="second" href={`/connexion/externe/${id}?lien=1`}>
                  Relier {libelle}
                </LienBouton>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function RetirerIdentite({
  page,
  organisme,
  identite,
  retirer,
  confirmation,
}: Pick<Props, 'page' | 'organisme' | 'retirer' | 'confirmation'> & { readonly identite: IdentiteVue }) {
  const titre = `Retirer ${identite.libelle}`
  return (
    <>
      <TitrePage titre={titre}>
        <p>{identite.libelle} n’ouvrira plus votre espace. Vous y entrerez avec votre mot de passe.</p>
      </TitrePage>
      <FormulaireAcces
        action={retirer}
        titre={titre}
        organisme={organisme}
        caches={{ identite: identite.id }}
        champs={[]}
        {...(confirmation === undefined ? {} : { confirmation })}
        bouton={titre}
      />
      <p>
        <a href={page}>Ne rien retirer</a>
      </p>
    </>
  )
}
