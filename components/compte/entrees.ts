import { VERSION_CONDITIONS } from '@/lib/lexique/acces'
import { instantEnMots } from '@/lib/lexique/attente'
import type { SommaireLu } from '@/lib/services/mon-compte/view'

/** One matter of an account: where it is, and how it stands, in a line. */
export interface EntreeDeCompte {
  readonly href: string
  readonly libelle: string
  readonly etat: string
  /** Something is to be looked at there. */
  readonly aFaire?: boolean
}

/** Matters that go together. */
export interface GroupeDeCompte {
  readonly titre: string
  readonly entrees: readonly EntreeDeCompte[]
}

const nombre = (n: number, un: string, plusieurs: string): string =>
  n === 1 ? `1 ${un}` : `${n} ${plusieurs}`

const acces = (racine: string, lu: SommaireLu, ailleurs: boolean): readonly EntreeDeCompte[] => [
  {
    href: `${racine}/mot-de-passe`,
    libelle: 'Mon mot de passe',
    etat:
      lu.motDePasseLe === null
        ? 'Celui que vous avez choisi en ouvrant votre espace.'
        : `Changé ${instantEnMots(lu.motDePasseLe)}.`,
  },
  {
    href: `${racine}/securite`,
    libelle: 'Ma seconde protection',
    etat:
      lu.facteurs === 0
        ? 'Aucune. Une application à codes, une clé d’accès ou une liste à imprimer : demandée pour changer d’e-mail ou de RIB.'
        : `${nombre(lu.facteurs, 'protection en service', 'protections en service')}.`,
  },
  ...(ailleurs
    ? [
        {
          href: `${racine}/identites`,
          libelle: 'Se connecter autrement',
          etat: 'Les services qui peuvent ouvrir votre espace sans mot de passe.',
        },
      ]
    : []),
  {
    href: `${racine}/connexions`,
    libelle: 'Les appareils connectés',
    etat: `${nombre(lu.connexions, 'connexion ouverte', 'connexions ouvertes')}.`,
  },
  {
    href: `${racine}/historique`,
    libelle: 'L’historique de mes connexions',
    etat: [
      lu.connexionLe === null ? 'Aucune connexion notée.' : `La dernière : ${instantEnMots(lu.connexionLe)}.`,
      lu.refus === 0 ? '' : `${nombre(lu.refus, 'essai refusé', 'essais refusés')} depuis trente jours.`,
    ]
      .join(' ')
      .trim(),
    aFaire: lu.refus > 0,
  },
]

const courriels = (racine: string, lu: SommaireLu): EntreeDeCompte => ({
  href: `${racine}/courriels`,
  libelle: 'Les e-mails qui m’ont été envoyés',
  etat:
    lu.courrielsEnEchec > 0
      ? `${nombre(lu.courrielsEnEchec, 'e-mail n’a pas pu être remis', 'e-mails n’ont pas pu être remis')} à ${lu.email}.`
      : lu.courrielLe === null
        ? `Aucun pour l’instant. Ils partent à ${lu.email}.`
        : `Le dernier : ${instantEnMots(lu.courrielLe)}. Ils partent à ${lu.email}.`,
  aFaire: lu.courrielsEnEchec > 0,
})

/** What the first page of an account knows, beside its summary. */
interface Autour {
  /** When the file was last opened by somebody else; null: never. */
  readonly lecture: string | null
  /** Outside identities can open a space here. */
  readonly ailleurs: boolean
}

export function groupesAdherent(lu: SommaireLu, { lecture, ailleurs }: Autour): readonly GroupeDeCompte[] {
  const racine = '/adherent/mon-compte'
  return [
    { titre: 'Entrer dans mon espace', entrees: acces(racine, lu, ailleurs) },
    {
      titre: 'Qui voit mon dossier',
      entrees: [
        {
          href: `${racine}/lectures`,
          libelle: 'Qui a ouvert mon dossier',
          etat:
            lecture === null
              ? 'Personne d’autre que vous ne l’a ouvert.'
              : `La dernière lecture : ${lecture}.`,
        },
        {
          href: `${racine}/mes-soins`,
          libelle: 'Qui voit mes soins',
          etat: 'Ce que le titulaire de votre contrat voit de vos soins, et votre accord.',
        },
        {
          href: `${racine}/delegations`,
          libelle: 'Agir pour un proche',
          etat: 'Qui peut agir pour vous, pour qui vous agissez, et ce qui a été fait.',
        },
        {
          href: `${racine}/mes-donnees`,
          libelle: 'Mes données',
          etat: 'Ce que nous savons de vous, pour combien de temps, et une copie de tout.',
        },
      ],
    },
    {
      titre: 'Ce que je reçois, ce que j’accepte',
      entrees: [
        {
          href: '/adherent/coordonnees/courriel',
          libelle: 'Mon adresse e-mail de connexion',
          etat: lu.email,
        },
        courriels(racine, lu),
        {
          href: `${racine}/notifications`,
          libelle: 'Quand m’avertir par e-mail',
          etat:
            lu.sansCourriel === 0
              ? 'Nous vous avertissons de tout ce qui vous concerne.'
              : `Vous avez arrêté ${nombre(lu.sansCourriel, 'sorte d’e-mails', 'sortes d’e-mails')} sur quatre.`,
        },
        {
          href: `${racine}/consentements`,
          libelle: 'Ce que j’ai accepté',
          etat:
            lu.conditionsVersion === VERSION_CONDITIONS
              ? 'Conditions d’utilisation acceptées ; vos autres accords, datés.'
              : 'Les conditions d’utilisation ont changé : relisez-les.',
          aFaire: lu.conditionsVersion !== VERSION_CONDITIONS,
        },
      ],
    },
  ]
}

/** @param collegues whether this member of staff looks after the others' factors. */
export const groupesGestion = (
  lu: SommaireLu,
  { ailleurs, collegues }: Pick<Autour, 'ailleurs'> & { readonly collegues: boolean },
): readonly GroupeDeCompte[] => [
  {
    titre: 'Entrer dans mon espace',
    entrees: [
      ...acces('/gestion/mon-compte', lu, ailleurs),
      courriels('/gestion/mon-compte', lu),
      ...(collegues
        ? [
            {
              href: '/gestion/mon-compte/securite/collegues',
              libelle: 'Comptes des collègues',
              etat: 'Libérer qui a perdu sa seconde protection ; couper ou rouvrir un accès.',
            },
          ]
        : []),
    ],
  },
]
