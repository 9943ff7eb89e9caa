import { composer, type Modele, type Signature } from './cadre'

/** What the mutuelle did to the access of an account: what, when, and what its owner does now. The reason is read in the account only. */
interface Faits {
  readonly quand: string
  /** A member's account, not a colleague's. */
  readonly membre: boolean
  readonly urlAcces: string
  readonly urlConnexion: string
}

const NOUVEAU = 'Choisir un nouveau mot de passe'

export const courrielConnexionsFermees = (
  { quand, urlAcces, courrielAbandonne }: Faits & { readonly courrielAbandonne: boolean },
  signature: Signature,
): Modele =>
  composer(
    {
      code: 'CONNEXIONS_FERMEES',
      sujet: 'Nous avons fermé les connexions à votre espace',
      paragraphes: [
        'Bonjour,',
        `Nous avons fermé ${quand} toutes les connexions ouvertes à votre espace. La raison est écrite dans votre espace, avec l’historique de vos connexions.`,
        ...(courrielAbandonne
          ? [
              'Un changement d’adresse e-mail attendait d’être confirmé : il est annulé, et le lien envoyé à l’autre adresse ne sert plus.',
            ]
          : []),
        'Votre mot de passe n’a pas changé. Si quelqu’un d’autre peut le connaître, choisissez-en un nouveau tout de suite.',
      ],
      liens: [{ libelle: NOUVEAU, url: urlAcces }],
      fin: ['Une question ? Appelez-nous.'],
    },
    signature,
  )

export const courrielCompteSuspendu = ({ quand, membre }: Faits, signature: Signature): Modele =>
  composer(
    {
      code: 'COMPTE_SUSPENDU',
      sujet: 'L’accès à votre espace est suspendu',
      paragraphes: [
        'Bonjour,',
        `Nous avons suspendu ${quand} l’accès à votre espace. Plus personne ne peut l’ouvrir, même avec votre mot de passe.`,
        ...(membre
          ? ['Vos garanties et vos remboursements ne changent pas : seul l’espace en ligne est fermé.']
          : []),
      ],
      liens: [],
      fin: ['Pour en connaître la raison, ou pour qu’il soit rouvert, appelez-nous.'],
    },
    signature,
  )

export const courrielCompteRouvert = (
  { quand, urlAcces, urlConnexion }: Faits,
  signature: Signature,
): Modele =>
  composer(
    {
      code: 'COMPTE_ROUVERT',
      sujet: 'Votre espace est rouvert',
      paragraphes: [
        'Bonjour,',
        `Votre espace est de nouveau ouvert depuis ${quand}. Votre mot de passe n’a pas changé ; si quelqu’un d’autre peut le connaître, choisissez-en d’abord un nouveau.`,
      ],
      liens: [
        { libelle: NOUVEAU, url: urlAcces },
        { libelle: 'Me connecter', url: urlConnexion },
      ],
      fin: ['Ce que nous avons fait, et pourquoi, se lit dans l’historique de vos connexions.'],
    },
    signature,
  )
