import { composer, type Modele, type Signature } from './cadre'

/** The mails of the second factor: what happened, when, and what to do if it was not you. Nothing else. */
interface Alerte {
  readonly quand: string
  readonly urlAcces: string
}

const pasVous = (url: string) => [
  { libelle: "Ce n'était pas vous ? Demandez tout de suite un nouveau mot de passe", url },
]

export const courrielNouvelAppareil = (
  { appareil, quand, urlAcces }: Alerte & { readonly appareil: string },
  signature: Signature,
): Modele =>
  composer(
    {
      code: 'NOUVEL_APPAREIL',
      sujet: 'Connexion depuis un nouvel appareil',
      paragraphes: [
        'Bonjour,',
        `Votre espace a été ouvert ${quand} depuis un appareil que nous ne connaissions pas : ${appareil}.`,
        "Si c'était vous, vous n'avez rien à faire.",
      ],
      liens: pasVous(urlAcces),
      fin: [],
    },
    signature,
  )

/** Whoever failed had given the first proof: the password is known, or the linked identity is somebody else's too. */
export const courrielSecondFacteurRefuse = (
  {
    appareil,
    quand,
    urlAcces,
    parMotDePasse,
  }: Alerte & { readonly appareil: string; readonly parMotDePasse: boolean },
  signature: Signature,
): Modele =>
  composer(
    {
      code: 'SECOND_FACTEUR_REFUSE',
      sujet: 'Quelqu’un a essayé d’ouvrir votre espace',
      paragraphes: [
        'Bonjour,',
        `${parMotDePasse ? 'Votre mot de passe' : 'L’identité extérieure reliée à votre compte'} a été utilisé${parMotDePasse ? '' : 'e'} ${quand} depuis un appareil que nous ne connaissions pas : ${appareil}. Le code de votre seconde protection, lui, n’était pas le bon : votre espace ne s’est pas ouvert.`,
        'Si c’était vous, vous n’avez rien à faire : recommencez avec le code du moment.',
      ],
      liens: pasVous(urlAcces),
      fin: [
        'Si ce n’était pas vous, quelqu’un connaît ce qui ouvre la première étape : appelez-nous aussi. Ce message part une fois par jour au plus.',
      ],
    },
    signature,
  )

export const courrielFacteurAjoute = (
  { quand, urlAcces, nom }: Alerte & { readonly nom: string },
  signature: Signature,
): Modele =>
  composer(
    {
      code: 'FACTEUR_AJOUTE',
      sujet: 'Une seconde protection a été ajoutée à votre compte',
      paragraphes: [
        'Bonjour,',
        `Une seconde protection a été ajoutée à votre compte ${quand} : ${nom}. Les autres connexions ouvertes ont été fermées.`,
      ],
      liens: pasVous(urlAcces),
      fin: ["Si ce n'était pas vous, appelez-nous aussi : quelqu'un connaît votre mot de passe."],
    },
    signature,
  )

export const courrielFacteurRetire = (
  { quand, urlAcces, nom }: Alerte & { readonly nom: string },
  signature: Signature,
): Modele =>
  composer(
    {
      code: 'FACTEUR_RETIRE',
      sujet: 'Une seconde protection a été retirée de votre compte',
      paragraphes: [
        'Bonjour,',
        `Une seconde protection a été retirée de votre compte ${quand} : ${nom}. Elle n'ouvre plus rien.`,
      ],
      liens: pasVous(urlAcces),
      fin: ["Si ce n'était pas vous, appelez-nous aussi."],
    },
    signature,
  )

export const courrielLeveeDemandee = (
  {
    quand,
    effet,
    urlConnexion,
  }: { readonly quand: string; readonly effet: string; readonly urlConnexion: string },
  signature: Signature,
): Modele =>
  composer(
    {
      code: 'LEVEE_DEMANDEE',
      sujet: 'On nous a dit que vous avez perdu votre seconde protection',
      paragraphes: [
        'Bonjour,',
        `Nous avons noté ${quand}, après avoir vérifié votre identité, que vous avez perdu la seconde protection de votre compte. Elle sera retirée ${effet} au plus tard.`,
        'Si vous ne l’avez pas demandé, ou si vous l’avez retrouvée, connectez-vous avec elle : ce retrait est alors annulé. Vous pouvez aussi nous appeler.',
      ],
      liens: [{ libelle: 'Me connecter', url: urlConnexion }],
      fin: [],
    },
    signature,
  )

export const courrielLeveeFaite = ({ quand, urlAcces }: Alerte, signature: Signature): Modele =>
  composer(
    {
      code: 'LEVEE_FAITE',
      sujet: 'Votre seconde protection a été retirée',
      paragraphes: [
        'Bonjour,',
        `La seconde protection de votre compte a été retirée ${quand}, comme demandé. Votre mot de passe n'a pas changé. Ajoutez une nouvelle protection dès votre prochaine connexion.`,
      ],
      liens: pasVous(urlAcces),
      fin: [],
    },
    signature,
  )
