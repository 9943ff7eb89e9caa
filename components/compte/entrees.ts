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

const nombre = (n: number, un: string, plusieurs: string): string =>
  n === 1 ? `1 ${un}` : `${n} ${plusieurs}`

const acces = (racine: string, lu: SommaireLu): readonly EntreeDeCompte[] => [
  {
    href: `${racine}/mot-de-passe`,
    libelle: 'Mon mot de passe',
    etat:
      lu.motDePasseLe === null
        ? 'Celui que vous avez choisi en ouvrant votre espace.'
        : `Changé ${instantEnMots(lu.motDePasseLe)}.`,
  },
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

/** @param lecture when the file was last opened by somebody else; null: never. */
export function entreesAdherent(lu: SommaireLu, lecture: string | null): readonly EntreeDeCompte[] {
  const racine = '/adherent/mon-compte'
  return [
    ...acces(racine, lu),
    {
      href: `${racine}/lectures`,
      libelle: 'Qui a ouvert mon dossier',
      etat:
        lecture === null ? 'Personne d’autre que vous ne l’a ouvert.' : `La dernière lecture : ${lecture}.`,
    },
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
  ]
}

export const entreesGestion = (lu: SommaireLu): readonly EntreeDeCompte[] => [
  ...acces('/gestion/mon-compte', lu),
  courriels('/gestion/mon-compte', lu),
]
