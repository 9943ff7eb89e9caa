/** Codes of the papers, in the words of those who keep them. */
type Lien = 'MEMBRE_PARTICIPANT' | 'CONJOINT' | 'PACS' | 'CONCUBIN' | 'ENFANT'

const LIENS: Readonly<Record<Lien, string>> = {
  MEMBRE_PARTICIPANT: 'adhérent',
  CONJOINT: 'conjoint',
  PACS: 'partenaire de Pacs',
  CONCUBIN: 'concubin',
  ENFANT: 'enfant',
}
export const libelleLien = (lien: Lien): string => LIENS[lien]

type Domaine =
  | 'PHARMACIE'
  | 'LABORATOIRE'
  | 'RADIOLOGIE'
  | 'AUXILIAIRES'
  | 'SOINS_EXTERNES'
  | 'HOSPITALISATION'
  | 'OPTIQUE'
  | 'DENTAIRE'
  | 'AUDITION'
  | 'TRANSPORT'

const DOMAINES: Readonly<Record<Domaine, string>> = {
  PHARMACIE: 'pharmacie',
  LABORATOIRE: 'laboratoire',
  RADIOLOGIE: 'radiologie',
  AUXILIAIRES: 'infirmier, kinésithérapeute et autres auxiliaires médicaux',
  SOINS_EXTERNES: 'consultation à l’hôpital',
  HOSPITALISATION: 'hospitalisation',
  OPTIQUE: 'optique',
  DENTAIRE: 'dentaire',
  AUDITION: 'audition',
  TRANSPORT: 'transport sanitaire',
}
export const libelleDomaine = (domaine: Domaine): string => DOMAINES[domaine]

/** What each column of a relevé means, in plain words. */
export const COLONNES_RELEVE = {
  depense: {
    titre: 'Dépense',
    sens: 'le prix du soin, que vous l’ayez payé ou non.',
  },
  base: {
    titre: 'Base',
    sens: 'le tarif sur lequel l’Assurance maladie calcule sa part ; il peut être plus bas que le prix.',
  },
  partAmo: {
    titre: 'Assurance maladie',
    sens: 'ce qu’elle a remboursé, une fois retirées la participation forfaitaire et la franchise.',
  },
  autres: {
    titre: 'Autres',
    sens: 'ce qu’ont remboursé le régime local ou une autre complémentaire.',
  },
  partMutuelle: {
    titre: 'Mutuelle',
    sens: 'ce que nous remboursons, à vous ou au professionnel de santé.',
  },
  resteACharge: {
    titre: 'À votre charge',
    sens: 'ce que personne ne rembourse, participation forfaitaire et franchise comprises.',
  },
} as const
