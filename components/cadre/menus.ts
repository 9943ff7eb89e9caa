/** A page of a space. */
export interface EntreeMenu {
  readonly href: string
  readonly libelle: string
  /** What one finds there, said on the page of all pages. */
  readonly phrase: string
  /** The word that fits a phone's bar, for the few that are in it. */
  readonly court?: string
}

/** Pages that go together; the group leads to the first. */
export interface GroupeMenu {
  readonly libelle: string
  readonly entrees: readonly EntreeMenu[]
}

/** Only what exists and may be opened: a group without a page is not in a menu. */
const ouverts = (groupes: readonly GroupeMenu[]): readonly GroupeMenu[] =>
  groupes.filter(({ entrees }) => entrees.length > 0)

/** In the words the sources print. Contributions and contracts are for whom a contract belongs to: an ayant droit has none to pay. */
const MES_CONTRATS: readonly EntreeMenu[] = [
  {
    href: '/adherent/contrats',
    libelle: 'Mes contrats',
    phrase: 'Votre option, ses dates, et le règlement qui s’applique.',
  },
  {
    href: '/adherent/cotisations',
    libelle: 'Mes cotisations',
    phrase: 'Ce que vous payez, quand, et pourquoi ce montant.',
  },
  {
    href: '/adherent/beneficiaires',
    libelle: 'Mes bénéficiaires',
    phrase: 'Qui est couvert, jusqu’à quand et pourquoi ; les justificatifs à donner cette année.',
  },
  {
    href: '/adherent/garanties',
    libelle: 'Mes garanties',
    phrase: 'Ce qui est remboursé, besoin par besoin, en euros.',
  },
  {
    href: '/adherent/contrats/que-puis-je-faire',
    libelle: 'Changer, partir, ajouter',
    phrase: 'Est-ce possible, à partir de quand, avec quelles pièces et pour combien.',
  },
  {
    href: '/adherent/contrats/droits',
    libelle: 'Mes droits au…',
    phrase: 'Ce que votre contrat couvrait, ou couvrira, le jour que vous choisissez.',
  },
  {
    href: '/adherent/contrats/depart-employeur',
    libelle: 'Quitter mon employeur',
    phrase: 'Portabilité et loi Évin : y avez-vous droit, et jusqu’à quand.',
  },
]

/** What an ayant droit reads of the contract that covers them. */
const POUR_AYANT_DROIT = new Set([
  '/adherent/contrats',
  '/adherent/beneficiaires',
  '/adherent/garanties',
  '/adherent/contrats/droits',
])

export const menuAdherent = (titulaire: boolean): readonly GroupeMenu[] =>
  ouverts([
    {
      libelle: 'Accueil',
      entrees: [
        {
          href: '/adherent',
          libelle: 'Accueil',
          phrase: 'Vos derniers remboursements et ce qui est attendu.',
          court: 'Accueil',
        },
      ],
    },
    {
      libelle: 'Mes contrats',
      entrees: MES_CONTRATS.filter(({ href }) => titulaire || POUR_AYANT_DROIT.has(href)),
    },
    {
      libelle: 'Mes remboursements',
      entrees: [
        {
          href: '/adherent/remboursements',
          libelle: 'Mes remboursements en détail',
          phrase: 'Chaque soin, ce qui a été payé et par qui, et pourquoi ce montant.',
          court: 'Remboursements',
        },
        {
          href: '/adherent/limites',
          libelle: 'Mes limites et forfaits',
          phrase: 'Ce qui est utilisé, ce qui reste, et le jour où cela se renouvelle.',
        },
        {
          href: '/adherent/simuler',
          libelle: 'Simuler un remboursement',
          phrase: 'Avant un soin : qui paiera quoi, avec votre garantie et ce qui reste de vos forfaits.',
        },
        {
          href: '/adherent/mon-annee',
          libelle: 'Mon année',
          phrase: 'Une année de soins en une image : qui a payé, et pour quels soins.',
        },
      ],
    },
    {
      libelle: 'Mes relevés de prestation',
      entrees: [
        {
          href: '/adherent/releves',
          libelle: 'Mes relevés de prestation',
          phrase: 'Ce qui vous a été payé, période par période, à garder ou à imprimer.',
        },
      ],
    },
    {
      libelle: 'Mes documents',
      entrees: [
        {
          href: '/adherent/documents',
          libelle: 'Mes documents',
          phrase: 'Vos attestations, vos courriers, et ce que vous nous avez envoyé.',
        },
        {
          href: '/adherent/carte',
          libelle: 'Ma carte',
          phrase: 'Votre carte de tiers payant, à montrer, à imprimer, à garder sur votre téléphone.',
          court: 'Carte',
        },
        {
          href: '/adherent/documents/prises-en-charge',
          libelle: 'Mes devis et prises en charge',
          phrase: 'Ce que nous paierons à un hôpital, un opticien ou un dentiste, et pourquoi.',
        },
        {
          href: '/adherent/documents/envoyer',
          libelle: 'Envoyer un document',
          phrase: 'Une facture, une ordonnance, un justificatif : en photo ou en PDF.',
        },
      ],
    },
    {
      libelle: 'Mes demandes',
      entrees: [
        {
          href: '/adherent/demandes',
          libelle: 'Mes demandes',
          phrase: 'Où en est chaque demande : qui l’a, depuis quand, et la réponse avant quand.',
        },
        {
          href: '/adherent/demandes/nouvelle',
          libelle: 'Faire une demande',
          phrase: 'Une facture, une naissance, un changement, une réclamation : tout ce qui se demande.',
        },
        {
          href: '/adherent/messagerie',
          libelle: 'Messagerie',
          phrase: 'Vos questions et nos réponses, avec l’heure promise.',
        },
      ],
    },
    {
      libelle: 'Mes informations',
      entrees: [
        {
          href: '/adherent/coordonnees',
          libelle: 'Mes coordonnées',
          phrase: 'Adresse, téléphones, e-mail, compte bancaire, télétransmission, papier ou électronique.',
        },
        {
          href: '/adherent/mon-compte',
          libelle: 'Mon compte extranet',
          phrase: 'Mot de passe, appareils connectés, qui a ouvert votre dossier, proches, vos données.',
        },
      ],
    },
  ])

/** What this member of staff may open: a page one may not open is not in a menu. */
interface Ouvertures {
  readonly corbeille: boolean
  readonly dossiers: boolean
  readonly prises: boolean
  readonly verifications: boolean
  readonly flux: boolean
  readonly depots: boolean
  readonly releves: boolean
  readonly papiers: boolean
  readonly cotisations: boolean
  readonly impayes: boolean
  readonly tarifs: boolean
  readonly courriels: boolean
  readonly paiements: boolean
  readonly journal: boolean
  readonly delegations: boolean
}

const si = (ouvert: boolean, ...entrees: readonly EntreeMenu[]): readonly EntreeMenu[] =>
  ouvert ? entrees : []

export const menuGestion = (acteur: Ouvertures): readonly GroupeMenu[] =>
  ouverts([
    {
      libelle: 'Accueil',
      entrees: [
        {
          href: '/gestion',
          libelle: 'Accueil',
          phrase: 'Ce qui demande votre attention.',
          court: 'Accueil',
        },
      ],
    },
    {
      libelle: 'Corbeille',
      entrees: [
        ...si(acteur.corbeille, {
          href: '/gestion/corbeille',
          libelle: 'Corbeille',
          phrase: 'Les messages et les demandes, par heure de réponse promise.',
          court: 'Corbeille',
        }),
      ],
    },
    {
      libelle: 'Adhérents',
      entrees: [
        ...si(acteur.dossiers, {
          href: '/gestion/adherents',
          libelle: 'Adhérents',
          phrase: 'Le dossier d’une personne en une page, et son espace tel qu’elle le voit.',
          court: 'Adhérents',
        }),
        ...si(acteur.delegations, {
          href: '/gestion/delegations',
          libelle: 'Représentants légaux',
          phrase: 'Parents, tuteurs et curateurs : leurs preuves, nos décisions.',
        }),
      ],
    },
    {
      libelle: 'Prestations',
      entrees: [
        ...si(acteur.prises, {
          href: '/gestion/prises-en-charge',
          libelle: 'Prises en charge et devis',
          phrase: 'Ce qu’un hôpital, un opticien ou un dentiste demande avant le soin.',
        }),
        ...si(acteur.verifications, {
          href: '/gestion/verifications',
          libelle: 'À vérifier',
          phrase: 'Les lignes que le calcul n’a pas tranchées, et pourquoi.',
        }),
        ...si(acteur.flux, {
          href: '/gestion/flux',
          libelle: 'Flux',
          phrase: 'Les fichiers de décomptes reçus, et les lignes mises de côté.',
          court: 'Flux',
        }),
        ...si(acteur.depots, {
          href: '/gestion/depots',
          libelle: 'Documents reçus',
          phrase: 'Ce que les adhérents ont envoyé.',
          court: 'Documents',
        }),
      ],
    },
    {
      libelle: 'Courriers',
      entrees: [
        ...si(
          acteur.releves,
          {
            href: '/gestion/releves',
            libelle: 'Relevés',
            phrase: 'Faire les relevés d’une période, et les suivre.',
          },
          {
            href: '/gestion/courriers',
            libelle: 'Écrire un courrier',
            phrase: 'Une lettre à un adhérent, gardée dans son dossier.',
          },
        ),
        ...si(acteur.papiers, {
          href: '/gestion/documents/a-poster',
          libelle: 'À poster',
          phrase: 'Les papiers à imprimer et à poster, et le jour où ils sont partis.',
        }),
        ...si(acteur.courriels, {
          href: '/gestion/courriels',
          libelle: 'Courriels',
          phrase: 'Les e-mails partis, retardés, refusés.',
        }),
      ],
    },
    {
      libelle: 'Cotisations et impayés',
      entrees: [
        ...si(acteur.cotisations, {
          href: '/gestion/cotisations',
          libelle: 'Cotisations',
          phrase: 'Ce qui est appelé, ce qui est rentré, ce qui manque.',
        }),
        ...si(acteur.impayes, {
          href: '/gestion/impayes',
          libelle: 'Impayés',
          phrase: 'Où en est chaque cotisation due, et ce qui part demain.',
        }),
      ],
    },
    {
      libelle: 'Paiements',
      entrees: [
        ...si(acteur.paiements, {
          href: '/gestion/paiements',
          libelle: 'Paiements',
          phrase: 'Préparer, vérifier et émettre les virements et les prélèvements.',
          court: 'Paiements',
        }),
      ],
    },
    {
      libelle: 'Paramétrage',
      entrees: [
        ...si(acteur.tarifs, {
          href: '/gestion/tarifs',
          libelle: 'Tarifs',
          phrase: 'Les tarifs de chaque formule, année par année.',
        }),
        ...si(acteur.journal, {
          href: '/gestion/journal',
          libelle: 'Journal',
          phrase: 'Qui a fait quoi, et quand : connexions, refus, lectures de dossiers, changements.',
        }),
      ],
    },
    {
      libelle: 'Mon compte extranet',
      entrees: [
        {
          href: '/gestion/mon-compte',
          libelle: 'Mon compte extranet',
          phrase: 'Votre e-mail de connexion, votre mot de passe, les appareils connectés.',
        },
      ],
    },
  ])
