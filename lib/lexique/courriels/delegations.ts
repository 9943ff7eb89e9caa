import type { EtendueDelegation } from '@/generated/prisma/enums'
import { ETENDUES_DELEGATION } from '../delegations'
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

interface Confiee {
  readonly etendue: EtendueDelegation
  readonly quand: string
  readonly urlEspace: string
  readonly urlAcces: string
}

/** To the one whose space it is. Not to whom it was proposed: a mailbox is read over shoulders. */
export const courrielDelegationDonnee = (
  { etendue, quand, urlEspace, urlAcces }: Confiee,
  signature: Signature,
): Modele =>
  composer(
    {
      code: 'DELEGATION_DONNEE',
      sujet: 'Quelqu’un est invité à agir dans votre espace',
      paragraphes: [
        'Bonjour,',
        `Une proposition est partie de votre espace ${quand} : la personne qui la reçoit pourra agir pour vous si elle l’accepte. Ce qui lui serait permis : ${ETENDUES_DELEGATION[etendue].toLowerCase()}.`,
      ],
      liens: [
        { libelle: 'Voir cette proposition, ou l’annuler', url: urlEspace },
        {
          libelle:
            'Ce n’était pas vous ? Annulez-la, changez tout de suite votre mot de passe, puis appelez-nous',
          url: urlAcces,
        },
      ],
      fin: ['Si c’est vous, vous n’avez rien à faire. Vous pourrez y mettre fin à tout moment.'],
    },
    signature,
  )

/** To a protected person who has a space: the mutuelle wrote a measure that came on paper. */
export const courrielMesureInscrite = (
  { quand, urlEspace }: Pick<Confiee, 'quand' | 'urlEspace'>,
  signature: Signature,
): Modele =>
  composer(
    {
      code: 'MESURE_INSCRITE',
      sujet: 'Quelqu’un va pouvoir agir dans votre espace',
      paragraphes: [
        'Bonjour,',
        `Nous avons enregistré ${quand}, d’après un document reçu, qu’une personne peut agir pour vous dans votre espace. Elle doit encore l’accepter.`,
      ],
      liens: [{ libelle: 'Voir qui, et ce qui lui est permis', url: urlEspace }],
      fin: ['Si vous ne savez pas de quoi il s’agit, appelez-nous tout de suite.'],
    },
    signature,
  )
