import type { Confirmation } from '@/components/facteur/confirmer-identite'
import { TitrePage } from '@/components/ui/titre-page'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { ALierVue } from '@/lib/services/identite-externe/view'
import type { DefinitionChamp } from './champ-acces'
import { FormulaireAcces } from './formulaire-acces'

/** How the person proves that the account is theirs. */
export type Voie = 'ESPACE' | 'MOT_DE_PASSE' | 'CARTE'

const MOT_DE_PASSE: DefinitionChamp = {
  nom: 'motDePasse',
  libelle: 'Mot de passe',
  type: 'password',
  autocomplete: 'current-password',
}

const CHAMPS: Readonly<Record<Voie, readonly DefinitionChamp[]>> = {
  ESPACE: [],
  MOT_DE_PASSE: [
    {
      nom: 'identifiant',
      libelle: "E-mail ou code d'accès",
      indice:
        "Le code d'accès est dans la lettre que nous vous avons envoyée, ou en haut à droite de votre carte si elle le porte.",
      type: 'text',
      autocomplete: 'username',
    },
    MOT_DE_PASSE,
  ],
  CARTE: [
    {
      nom: 'numeroAdherent',
      libelle: 'N° adhérent',
      indice: 'Avec ou sans les zéros du début, par exemple 123456.',
      type: 'text',
    },
    {
      nom: 'codeAcces',
      libelle: "Code d'accès",
      indice: 'Lettres et chiffres, en majuscules ou en minuscules. Chaque personne couverte a le sien.',
      type: 'text',
    },
  ],
}

interface Props {
  readonly voie: Voie
  readonly action: ActionFormulaire
  readonly organisme: string
  /** Whose space is open; null: nobody's. */
  readonly qui: string | null
  readonly attente: ALierVue
  /** When a space is open: who is there, asked again. */
  readonly confirmation: Confirmation | undefined
}

/** The first time: the provider knows the person, we do not know yet which space is theirs. */
export function RelierIdentite({ voie, action, organisme, qui, attente, confirmation }: Props) {
  const { libelle, membres, parCarte } = attente
  const titre = `Relier ${libelle} à mon espace`
  return (
    <>
      <TitrePage titre={titre}>
        <p>
          {libelle} vous a bien reconnu. C’est la première fois que vous venez par là : dites-nous quel espace
          est le vôtre. La prochaine fois, vous y entrerez directement.
        </p>
      </TitrePage>
      {qui === null ? null : (
        <p className="texte mb-6">
          L’espace ouvert sur cet appareil est celui de <strong>{qui}</strong>. Si ce n’est pas le vôtre,
          déconnectez-vous d’abord.
        </p>
      )}
      {voie === 'CARTE' ? (
        <p className="texte mb-6">
          Prenez votre carte, où est imprimé votre n° adhérent, et votre code d’accès : en haut à droite de la
          carte, ou dans la lettre « Votre code d’accès » que nous vous avons envoyée.{' '}
          {parCarte
            ? `Nous vérifions que le nom et la date de naissance transmis par ${libelle} sont ceux du titulaire de la carte.`
            : 'Si vous n’avez pas encore d’espace, nous le créons avec vous ; sinon, votre mot de passe sera nécessaire.'}
        </p>
      ) : null}
      <FormulaireAcces
        key={voie}
        action={action}
        titre={titre}
        organisme={organisme}
        champs={CHAMPS[voie]}
        {...(confirmation === undefined ? {} : { confirmation })}
        bouton={`Relier ${libelle}`}
      />
      {voie === 'MOT_DE_PASSE' && membres ? (
        <p>
          Vous n’avez pas de mot de passe, ou vous l’avez oublié ?{' '}
          <a href="/relier-mon-identite?avec=carte">Utilisez votre carte</a>.
        </p>
      ) : null}
      {voie === 'CARTE' ? (
        <p>
          Vous avez un mot de passe ? <a href="/relier-mon-identite">Utilisez votre mot de passe</a>.
        </p>
      ) : null}
    </>
  )
}
