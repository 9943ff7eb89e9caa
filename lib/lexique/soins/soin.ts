/**
 * Les soins qu'on peut simuler, dits comme on en a besoin. Chacun porte les actes que l'Assurance maladie écrirait au décompte : la ligne de
 * garantie, la base et le taux viennent d'eux. `champs` : ce que son formulaire demande, outre la personne et la date.
 */
export type NomChamp =
  | 'acte'
  | 'prix'
  | 'base'
  | 'secteur'
  | 'parcours'
  | 'situation'
  | 'quantite'
  | 'jours'
  | 'css'
  | 'regimeLocal'
  | 'oreille'
  | 'oeil'
  | 'maternite'
  | 'lunettes'
  | 'enfant'
  | 'autres'

export interface ActeASimuler {
  readonly code: string
  readonly libelle: string
  /** L'acte que facture un médecin sans option tarifaire maîtrisée, quand c'en est un autre. */
  readonly sansOption?: string
  /** L'Assurance maladie n'en rembourse jamais rien : il n'a pas de base. */
  readonly nonRembourse?: true
}

export type FamilleSoin = keyof typeof FAMILLES

export interface SoinASimuler {
  readonly code: string
  readonly famille: FamilleSoin
  readonly libelle: string
  readonly actes: readonly [ActeASimuler, ...ActeASimuler[]]
  readonly champs: readonly NomChamp[]
  /** Ce qu'on compte : « boîtes », « séances »… */
  readonly unite?: {
    readonly libelle: string
    readonly prix: string
    /** Une séance par jour. */
    readonly unParJour?: true
  }
  /** Sans base connue : la loi rembourse le prix lui-même, ou la base est sur le devis. */
  readonly sansBase?: 'PRIX'
  /** Le tarif est réglementé : sans prix, c'est la base de l'acte. */
  readonly prixReglemente?: true
  /** Qui ne le paie pas. */
  readonly dispenses?: string
}

export const FAMILLES = {
  consulter: 'Consulter',
  examens: 'Passer un examen',
  paramedical: 'Infirmier, kinésithérapeute, orthophoniste…',
  pharmacie: 'Pharmacie et prévention',
  yeux: 'Les yeux',
  dents: 'Les dents',
  oreilles: 'Les oreilles',
  appareillage: 'Matériel et appareillage',
  hopital: 'Hôpital et transport',
  autres: 'Cure, bien-être, naissance',
} as const

export const acte = (code: string, libelle: string, sansOption?: string): ActeASimuler =>
  sansOption === undefined ? { code, libelle } : { code, libelle, sansOption }

export const acteNonRembourse = (code: string, libelle: string): ActeASimuler => ({
  code,
  libelle,
  nonRembourse: true,
})

/** Ce que demandent les droits d'une personne, rarement. */
const DROITS: readonly NomChamp[] = ['css', 'regimeLocal', 'autres']
export const MEDECIN: readonly NomChamp[] = [
  'acte',
  'prix',
  'base',
  'secteur',
  'parcours',
  'situation',
  ...DROITS,
]
export const SOIN: readonly NomChamp[] = ['acte', 'prix', 'base', 'situation', 'regimeLocal', 'autres']
export const SEANCES: readonly NomChamp[] = ['acte', 'prix', 'quantite', 'base', 'situation', ...DROITS]
/** Plusieurs actes ou trajets le même jour : les franchises ont un plafond par jour. */
export const PLUSIEURS_PAR_JOUR: readonly NomChamp[] = [
  'acte',
  'prix',
  'quantite',
  'jours',
  'base',
  'situation',
  ...DROITS,
]
/** Ce que l'Assurance maladie ne rembourse pas. */
export const LIBRE: readonly NomChamp[] = ['acte', 'prix', 'autres']
export const PAR_SEANCE = {
  libelle: 'Nombre de séances',
  prix: 'Prix de toutes les séances',
  unParJour: true,
} as const
export const PAR_JOUR = { libelle: 'Nombre de jours', prix: 'Prix de tous les jours' }
export const PAR_NUIT = { libelle: 'Nombre de nuits', prix: 'Prix de toutes les nuits' }
