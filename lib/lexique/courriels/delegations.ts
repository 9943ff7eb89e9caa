import { composer, type Modele, type Signature } from './cadre'

interface Proposition {
  /** Who proposes. */
  readonly qui: string
  readonly urlEspace: string
  /** For whom is not covered by us; null: they have an account already. */
  readonly urlInscription: string | null
}

/** To the one who is asked to act for another. Whoever reads it learns a name, nothing else. */
export const courrielDelegationProposee = (
  { qui, urlEspace, urlInscription }: Proposition,
  signature: Signature,
): Modele =>
  composer(
    {
      code: 'DELEGATION_PROPOSEE',
      sujet: 'On vous propose d’agir pour quelqu’un',
      paragraphes: [
        'Bonjour,',
        `${qui} vous propose d’agir dans un espace adhérent qui n’est pas le vôtre. Vous êtes libre d’accepter ou de refuser.`,
      ],
      liens: [
        { libelle: 'J’ai un espace : voir la proposition', url: urlEspace },
        ...(urlInscription === null
          ? []
          : [{ libelle: 'Je n’ai pas d’espace : en ouvrir un', url: urlInscription }]),
      ],
      fin: [
        'Cette proposition attend votre réponse pendant 14 jours.',
        'Si vous ne connaissez pas cette personne, ne faites rien.',
      ],
    },
    signature,
  )

/** To both sides: it began, it was refused, it ended. */
export const courrielDelegationChangee = (url: string, signature: Signature): Modele =>
  composer(
    {
      code: 'DELEGATION_CHANGEE',
      sujet: 'Une autorisation d’agir a changé',
      paragraphes: [
        'Bonjour,',
        'Une autorisation d’agir pour quelqu’un, donnée ou reçue par vous, vient de changer.',
      ],
      liens: [{ libelle: 'Voir mes autorisations', url }],
      fin: ['Vous pouvez arrêter une autorisation que vous avez donnée à tout moment.'],
    },
    signature,
  )
