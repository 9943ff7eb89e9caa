import type { NatureDemande } from '@/generated/prisma/enums'
import { NATURES } from './demandes'

/** What may be asked, by need: the way to each. A nature without a page is not here. */
export interface EntreeDemande {
  readonly href: string
  readonly titre: string
  readonly phrase: string
  /** Only the person whose contract it is. */
  readonly titulaire?: true
}

interface Besoin {
  readonly titre: string
  readonly entrees: readonly EntreeDemande[]
}

const de = (nature: NatureDemande, href: string): EntreeDemande => ({ href, ...NATURES[nature] })
const titulaire = (entree: EntreeDemande): EntreeDemande => ({ ...entree, titulaire: true })

const CALCULER = '/adherent/contrats/que-puis-je-faire'

export const BESOINS_DEMANDE: readonly Besoin[] = [
  {
    titre: 'Poser une question, dire ce qui ne va pas',
    entrees: [
      de('MESSAGE', '/adherent/messagerie/ecrire'),
      de('RECLAMATION', '/adherent/demandes/reclamation'),
    ],
  },
  {
    titre: 'Ma famille et mon contrat',
    entrees: [
      titulaire(de('AJOUT_BENEFICIAIRE', `${CALCULER}?faire=ajouter`)),
      de('PREUVE_ANNUELLE', '/adherent/demandes/preuve'),
      titulaire(de('RETRAIT_BENEFICIAIRE', `${CALCULER}?faire=retirer`)),
      titulaire(de('CHANGEMENT_FORMULE', `${CALCULER}?faire=option`)),
      titulaire(de('RESILIATION', `${CALCULER}?faire=partir`)),
      {
        href: '/adherent/contrats/depart-employeur',
        titre: NATURES.PORTABILITE.titre,
        phrase: NATURES.PORTABILITE.phrase,
      },
    ],
  },
  {
    titre: 'Mes soins',
    entrees: [
      de('REMBOURSEMENT', '/adherent/demandes/remboursement'),
      de('COMPLEMENT', '/adherent/demandes/remboursement'),
      de('PRISE_EN_CHARGE', '/adherent/demandes/hospitalisation'),
      titulaire(de('AIDE', '/adherent/demandes/aide')),
    ],
  },
  {
    titre: 'Mes papiers et mes coordonnées',
    entrees: [
      {
        href: '/adherent/documents/envoyer',
        titre: 'Envoyer un document',
        phrase: 'Une facture, un justificatif, toute autre pièce : en photo ou en PDF.',
      },
      {
        href: '/adherent/documents',
        titre: 'Obtenir une attestation',
        phrase: 'Vos attestations et vos certificats, tout de suite.',
      },
      {
        href: '/adherent/coordonnees',
        titre: 'Changer mes coordonnées ou mon RIB',
        phrase: 'Adresse, téléphones, e-mail, compte bancaire : c’est fait aussitôt.',
      },
    ],
  },
  { titre: 'Mes données', entrees: [de('DROITS_RGPD', '/adherent/demandes/mes-donnees')] },
]

/** Where the draft of each nature is taken up again, with `?cle=`. */
export const PAGES_DES_NATURES: Readonly<Partial<Record<NatureDemande, string>>> = {
  MESSAGE: '/adherent/messagerie/ecrire',
  RECLAMATION: '/adherent/demandes/reclamation',
  DROITS_RGPD: '/adherent/demandes/mes-donnees',
  CONTESTATION_INDU: '/adherent/demandes/contester',
}
