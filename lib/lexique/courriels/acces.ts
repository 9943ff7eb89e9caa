import { composer, type Modele, type Signature } from './cadre'

/** The mails of the doors. */
export const courrielConfirmation = (url: string, signature: Signature): Modele =>
  composer(
    {
      code: 'CONFIRMATION_ADRESSE',
      sujet: 'Confirmez votre adresse e-mail',
      paragraphes: [
        'Bonjour,',
        "Un espace adhérent vient d'être créé avec cette adresse e-mail. Pour l'ouvrir, confirmez que l'adresse est bien la vôtre.",
      ],
      liens: [{ libelle: 'Confirmer mon adresse', url }],
      fin: [
        'Ce lien sert une seule fois et pendant 24 heures.',
        "Si vous n'êtes pas à l'origine de cette création, ne cliquez pas : sans confirmation, l'espace ne s'ouvre pas.",
      ],
    },
    signature,
  )

interface AccesPerdu {
  readonly prenom: string
  readonly url: string
}

/** Several accounts may share the address: one link each, by first name only. */
export const courrielAccesPerdu = (acces: readonly AccesPerdu[], signature: Signature): Modele =>
  composer(
    {
      code: 'ACCES_PERDU',
      sujet: 'Choisissez un nouveau mot de passe',
      paragraphes: [
        'Bonjour,',
        acces.length > 1
          ? 'Plusieurs espaces utilisent cette adresse e-mail. Choisissez le vôtre : les autres liens restent valables pour vos proches.'
          : 'Vous avez demandé à retrouver l’accès à votre espace.',
      ],
      liens: acces.map(({ prenom, url }) => ({
        libelle: `Espace de ${prenom} : choisir un nouveau mot de passe`,
        url,
      })),
      fin: [
        'Chaque lien sert une seule fois et pendant 30 minutes.',
        "Si vous n'avez rien demandé, ne faites rien : votre mot de passe actuel reste valable.",
      ],
    },
    signature,
  )

interface MotDePasseChange {
  readonly quand: string
  readonly urlAcces: string
  /** By somebody logged in, whose connection goes on. */
  readonly depuisEspace: boolean
  /** Another e-mail had been asked for, and waited. */
  readonly courrielAbandonne: boolean
}

export const courrielMotDePasseChange = (
  { quand, urlAcces, depuisEspace, courrielAbandonne }: MotDePasseChange,
  signature: Signature,
): Modele =>
  composer(
    {
      code: 'MOT_DE_PASSE_CHANGE',
      sujet: 'Votre mot de passe a été changé',
      paragraphes: [
        'Bonjour,',
        `Le mot de passe de votre espace a été changé ${quand}. ${depuisEspace ? 'Toutes les autres connexions' : 'Toutes les connexions ouvertes'} ont été fermées.`,
        ...(courrielAbandonne
          ? [
              'Un changement d’adresse e-mail attendait d’être confirmé : il est annulé, et le lien envoyé à l’autre adresse ne sert plus. Si vous l’aviez demandé, refaites-le dans « Mes coordonnées ».',
            ]
          : []),
      ],
      liens: [{ libelle: "Ce n'était pas vous ? Demandez tout de suite un nouveau lien", url: urlAcces }],
      fin: [],
    },
    signature,
  )

/** The code itself is only in the letter. */
export const courrielCodeChange = (signature: Signature): Modele =>
  composer(
    {
      code: 'CODE_ACCES_CHANGE',
      sujet: 'Votre code d’accès a été remplacé',
      paragraphes: [
        'Bonjour,',
        'Un nouveau code d’accès vous est envoyé par courrier, à votre nom. L’ancien ne sert plus. Votre mot de passe n’a pas changé, et vous pouvez toujours vous connecter avec votre adresse e-mail.',
      ],
      liens: [],
      fin: ['Si vous n’avez rien demandé, appelez-nous.'],
    },
    signature,
  )
