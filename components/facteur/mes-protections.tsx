import { BoutonAction } from '@/components/acces/bouton-action'
import { LienBouton } from '@/components/ui/bouton'
import { TitrePage } from '@/components/ui/titre-page'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { instantEnMots } from '@/lib/lexique/attente'
import { NOMS_FACTEURS } from '@/lib/lexique/facteurs'
import type { FacteurLu, GraineVue } from '@/lib/services/facteur/view'
import { AjouterCle } from './ajouter-cle'
import type { Defi } from './bouton-cle'
import type { Confirmation } from './confirmer-identite'
import { CreerListe } from './creer-liste'
import { FormulaireFacteur } from './formulaire-facteur'
import { Graine } from './graine'

interface Actions {
  readonly confirmer: ActionFormulaire
  readonly commencerApplication: ActionFormulaire
  readonly ajouterApplication: ActionFormulaire
  readonly creerListe: ActionFormulaire<{ readonly codes: readonly string[] }>
  readonly ajouterListe: ActionFormulaire
  readonly preparerCle: ActionFormulaire<Defi>
  readonly ajouterCle: ActionFormulaire
  readonly retirer: ActionFormulaire
}

interface Props {
  readonly facteurs: readonly FacteurLu[]
  readonly graine: GraineVue | null
  readonly listeEnAttente: boolean
  /** The role cannot do without. */
  readonly obligatoire: boolean
  readonly confirmation: Confirmation
  readonly actions: Actions
  /** Where the person was going when they were told to come here. */
  readonly retour: string | null
}

/** The factors of an account: what there is, and, once the person has proven who they are, what may be changed. */
export function MesProtections(props: Props) {
  const { facteurs, confirmation, actions, obligatoire, retour } = props
  return (
    <>
      <TitrePage titre="Sécurité de mon compte">
        <p>
          Une seconde protection se demande après le mot de passe : qui vous l’aurait volé n’entre pas.{' '}
          {obligatoire
            ? 'Votre rôle en demande toujours une.'
            : 'Elle est au choix pour vous connecter, et nécessaire pour changer votre RIB ou votre adresse e-mail.'}
        </p>
      </TitrePage>
      {retour === null || facteurs.length === 0 ? null : (
        <p className="mb-8">
          <LienBouton href={retour}>Revenir à ce que vous faisiez</LienBouton>
        </p>
      )}
      <h2 className="text-xl">Mes protections</h2>
      <Liste facteurs={facteurs} retirer={confirmation.fraiche ? actions.retirer : null} />
      {confirmation.fraiche ? (
        <Ajouts {...props} />
      ) : (
        <section aria-labelledby="titre-confirmer" className="mt-10">
          <h2 id="titre-confirmer" className="mb-4 text-xl">
            {facteurs.length === 0 ? 'Ajouter une protection' : 'Changer mes protections'}
          </h2>
          <FormulaireFacteur action={actions.confirmer} confirmation={confirmation} bouton="Continuer" />
        </section>
      )}
    </>
  )
}

interface PropsListe {
  readonly facteurs: readonly FacteurLu[]
  readonly retirer: ActionFormulaire | null
}

const resteCodes = (n: number): string =>
  n === 0 ? 'Aucun code ne reste.' : `Il reste ${n} code${n > 1 ? 's' : ''} sur 10.`

function Liste({ facteurs, retirer }: PropsListe) {
  if (facteurs.length === 0)
    return (
      <p className="mt-3 max-w-texte">Aucune pour l’instant : seul votre mot de passe protège ce compte.</p>
    )
  return (
    <ul className="mt-3 space-y-5">
      {facteurs.map((facteur) => (
        <li key={facteur.id} className="border-l-4 border-filet py-1 pl-5">
          <p data-fait="LIBELLE" className="font-semibold">
            {facteur.nom}
            {facteur.nom === NOMS_FACTEURS[facteur.nature]
              ? ''
              : ` (${NOMS_FACTEURS[facteur.nature].toLowerCase()})`}
          </p>
          <p data-fait="REGISTRE" className="text-encre-douce">
            Ajoutée {instantEnMots(facteur.creeLe)},{' '}
            {facteur.dernierUsageLe === null
              ? 'jamais utilisée depuis'
              : `utilisée la dernière fois ${instantEnMots(facteur.dernierUsageLe)}`}
            . {facteur.nature === 'CODES' ? resteCodes(facteur.codesRestants) : ''}
          </p>
          {retirer === null ? null : (
            <div className="mt-2">
              <BoutonAction action={retirer} caches={{ facteur: facteur.id }}>
                Retirer « {facteur.nom} »
              </BoutonAction>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function Ajouts({ facteurs, graine, listeEnAttente, actions }: Props) {
  const aListe = facteurs.some(({ nature }) => nature === 'CODES')
  return (
    <>
      <section aria-labelledby="titre-application" className="mt-10 space-y-4">
        <h2 id="titre-application" className="text-xl">
          Une application à codes
        </h2>
        <p className="max-w-texte">
          Sur un téléphone ou un ordinateur, sans réseau : elle affiche un code qui change toutes les 30
          secondes.
        </p>
        {graine === null ? (
          <BoutonAction action={actions.commencerApplication} caches={{ nature: 'TOTP' }}>
            Ajouter une application à codes
          </BoutonAction>
        ) : (
          <>
            <Graine graine={graine} />
            <FormulaireFacteur
              action={actions.ajouterApplication}
              champ={{ nom: 'codeApplication', libelle: 'Code affiché par l’application' }}
              bouton="Terminer l’ajout de l’application"
            />
          </>
        )}
      </section>
      <section aria-labelledby="titre-cle" className="mt-10 space-y-4 print:hidden">
        <h2 id="titre-cle" className="text-xl">
          Une clé d’accès
        </h2>
        <p className="max-w-texte">
          Votre appareil vous reconnaît par le doigt, le visage ou son code, et répond à votre place. Elle ne
          se copie pas et ne marche que sur ce site.
        </p>
        <AjouterCle action={actions.ajouterCle} preparer={actions.preparerCle} />
      </section>
      <section aria-labelledby="titre-codes" className="mt-10 space-y-4">
        <h2 id="titre-codes" className="text-xl">
          Une liste de codes à imprimer
        </h2>
        <p className="max-w-texte">
          Dix codes sur une feuille : pour qui n’a pas de téléphone, ou pour le jour où l’appareil manque.
          {aListe ? ' Une nouvelle liste remplace l’ancienne.' : ''}
        </p>
        <CreerListe
          action={actions.creerListe}
          bouton={aListe || listeEnAttente ? 'Créer une nouvelle liste' : 'Créer ma liste de codes'}
        />
        {listeEnAttente ? (
          <FormulaireFacteur
            action={actions.ajouterListe}
            champ={{
              nom: 'codeListe',
              libelle: 'L’un des codes de la nouvelle liste',
              indice:
                'Pour vérifier que vous l’avez bien : il ne sera pas dépensé. La liste sert à partir de là.',
            }}
            bouton="Utiliser cette liste"
          />
        ) : null}
      </section>
    </>
  )
}
