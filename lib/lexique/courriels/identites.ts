import { composer, type Modele, type Signature } from './cadre'

interface Alerte {
  readonly libelle: string
  readonly quand: string
  readonly urlAcces: string
}

const pasVous = (url: string) => [
  { libelle: "Ce n'était pas vous ? Demandez tout de suite un nouveau mot de passe", url },
]

/** The mails of outside identities: what happened, when, and what to do if it was not you. */
export const courrielIdentiteReliee = ({ libelle, quand, urlAcces }: Alerte, signature: Signature): Modele =>
  composer(
    {
      code: 'IDENTITE_RELIEE',
      sujet: `${libelle} ouvre maintenant votre espace`,
      paragraphes: [
        'Bonjour,',
        `${libelle} a été relié à votre espace ${quand} : on peut maintenant l'ouvrir par là.`,
        "Si c'était vous, vous n'avez rien à faire. Vous pouvez le retirer à tout moment dans « Mon compte extranet ».",
      ],
      liens: pasVous(urlAcces),
      fin: ["Si ce n'était pas vous, appelez-nous aussi : quelqu'un est entré dans votre espace."],
    },
    signature,
  )

export const courrielIdentiteRetiree = ({ libelle, quand, urlAcces }: Alerte, signature: Signature): Modele =>
  composer(
    {
      code: 'IDENTITE_RETIREE',
      sujet: `${libelle} n'ouvre plus votre espace`,
      paragraphes: [
        'Bonjour,',
        `${libelle} a été retiré de votre espace ${quand} : on ne peut plus l'ouvrir par là. Votre mot de passe reste le même.`,
        "Si c'était vous, vous n'avez rien à faire.",
      ],
      liens: pasVous(urlAcces),
      fin: [],
    },
    signature,
  )
