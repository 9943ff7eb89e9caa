import { composer, type Modele, type Signature } from './cadre'

/** To the address that is to be confirmed. */
export const courrielNouvelleAdresse = (url: string, signature: Signature): Modele =>
  composer(
    {
      code: 'NOUVELLE_ADRESSE_A_CONFIRMER',
      sujet: 'Confirmez votre nouvelle adresse e-mail',
      paragraphes: [
        'Bonjour,',
        'Vous avez demandé à recevoir nos messages à cette adresse. Pour qu’elle remplace l’ancienne, confirmez qu’elle est bien la vôtre.',
      ],
      liens: [{ libelle: 'Confirmer ma nouvelle adresse', url }],
      fin: [
        'Ce lien sert une seule fois, et dans les 24 heures qui suivent votre demande. Tant qu’il n’est pas suivi, rien ne change.',
        'Si vous n’avez rien demandé, ne cliquez pas : quelqu’un a sans doute écrit votre adresse à la place de la sienne.',
      ],
    },
    signature,
  )

const PAS_VOUS = 'Ce n’était pas vous ? Changez tout de suite votre mot de passe, puis appelez-nous'

/** To the address that is still the one: somebody who had the password asked for another. */
export const courrielAdresseDemandee = (quand: string, urlAcces: string, signature: Signature): Modele =>
  composer(
    {
      code: 'NOUVELLE_ADRESSE_DEMANDEE',
      sujet: 'Une autre adresse e-mail a été demandée pour votre espace',
      paragraphes: [
        'Bonjour,',
        `Une demande a été faite ${quand} pour que nos messages aillent à une autre adresse que celle-ci. Elle ne comptera que si le lien envoyé à la nouvelle adresse est suivi.`,
      ],
      liens: [{ libelle: PAS_VOUS, url: urlAcces }],
      fin: [
        'Si c’est vous, vous n’avez rien à faire avec ce message. Si ce n’est pas vous, choisir un nouveau mot de passe annule cette demande.',
      ],
    },
    signature,
  )

/** The last message to the former address. */
export const courrielAdresseChangee = (quand: string, urlAcces: string, signature: Signature): Modele =>
  composer(
    {
      code: 'ADRESSE_CHANGEE',
      sujet: 'L’adresse e-mail de votre espace a été changée',
      paragraphes: [
        'Bonjour,',
        `Votre nouvelle adresse e-mail a été confirmée ${quand}. C’est notre dernier message à celle-ci.`,
      ],
      liens: [],
      fin: [
        `Ce n’était pas vous ? Appelez-nous tout de suite : cette adresse n’ouvre plus votre espace, votre code de carte l’ouvre encore (${urlAcces}).`,
      ],
    },
    signature,
  )

interface AlerteRib {
  readonly quand: string
  readonly urlAcces: string
  /** The account of somebody the contract covers, not the contract's. */
  readonly propre: boolean
}

/** Neither the account, nor its last figures, nor whose it is. */
export const courrielRibChange = (
  { quand, effet, urlAcces, propre }: AlerteRib & { readonly effet: string },
  signature: Signature,
): Modele =>
  composer(
    {
      code: 'RIB_CHANGE',
      sujet: propre
        ? 'Un compte bancaire a été donné par une personne du contrat'
        : 'Le compte bancaire de vos remboursements va changer',
      paragraphes: [
        'Bonjour,',
        propre
          ? `Un compte bancaire a été enregistré ${quand} par une personne couverte par le contrat, pour recevoir elle-même ses remboursements, comme le règlement le veut dès 16 ans. Il sert à partir du ${effet} ; les remboursements des autres ne changent pas de compte.`
          : `Un nouveau compte bancaire a été enregistré ${quand} pour les remboursements de votre contrat. Il sert à partir du ${effet} ; jusque-là, l’ancien reste le bon.`,
      ],
      liens: [{ libelle: PAS_VOUS, url: urlAcces }],
      fin: [
        propre
          ? 'Si c’est vous, ou si vous savez qui, vous n’avez rien à faire.'
          : 'Si c’est vous, vous n’avez rien à faire.',
      ],
    },
    signature,
  )

/** To the same people: what was announced will not be. */
export const courrielRibAnnule = ({ quand, urlAcces, propre }: AlerteRib, signature: Signature): Modele =>
  composer(
    {
      code: 'RIB_ANNULE',
      sujet: 'Le changement de compte bancaire est abandonné',
      paragraphes: [
        'Bonjour,',
        propre
          ? `Le compte bancaire donné par une personne couverte par le contrat, pour ses propres remboursements, a été abandonné ${quand}, avant de servir. Rien ne change.`
          : `Le nouveau compte bancaire enregistré pour les remboursements de votre contrat a été abandonné ${quand}, avant de servir. Le compte d’avant continue.`,
      ],
      liens: [{ libelle: PAS_VOUS, url: urlAcces }],
      fin: ['Si c’est vous, ou si vous savez qui, vous n’avez rien à faire.'],
    },
    signature,
  )
