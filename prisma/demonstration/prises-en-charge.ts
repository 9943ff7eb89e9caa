/** What was asked before the care, in a few families: granted, studied, waiting, refused. Prices in euros, as staff type them. */
interface ActeDemande {
  /** « soin/acte » of the form. */
  readonly acte: string
  readonly quantite?: string
  readonly prix?: string
  readonly base?: string
  readonly cote?: 'DROIT' | 'GAUCHE'
}

export interface PriseDemonstration {
  readonly famille: string
  readonly personne: string
  readonly genre: 'PRISE_EN_CHARGE' | 'DEVIS'
  readonly nature: 'HOSPITALISATION' | 'OPTIQUE' | 'DENTAIRE' | 'AUDIO'
  readonly pro: string
  readonly finess: string | null
  readonly jour: string
  readonly sejour: { readonly dmt: string; readonly codeRisque: string } | null
  readonly demandeeLe: string
  /** Null: it waits. */
  readonly reponse: {
    readonly le: string
    readonly au: string
    readonly geste: 'ACCORDER' | 'REFUSER'
  } | null
  readonly actes: readonly ActeDemande[]
}

export const PRISES_EN_CHARGE: readonly PriseDemonstration[] = [
  {
    famille: 'berthelot',
    personne: 'gerard',
    genre: 'PRISE_EN_CHARGE',
    nature: 'HOSPITALISATION',
    pro: 'clinique-tilleuls',
    finess: '990000028',
    jour: '2026-04-07',
    sejour: { dmt: '137', codeRisque: '10' },
    demandeeLe: '2026-03-10',
    reponse: { le: '2026-03-11', au: '2026-06-30', geste: 'ACCORDER' },
    actes: [
      { acte: 'sejour-hopital/GHS', prix: '2 640' },
      { acte: 'honoraires-operation/HON-CHIR', prix: '180', base: '110' },
      { acte: 'honoraires-operation/HON-ANE', prix: '75', base: '60' },
      { acte: 'forfait-journalier/FJ', quantite: '4' },
      { acte: 'chambre-particuliere/CP', quantite: '3', prix: '270' },
    ],
  },
  {
    famille: 'oeuvrard',
    personne: 'maelys',
    genre: 'DEVIS',
    nature: 'DENTAIRE',
    pro: 'dentiste-caradec',
    finess: null,
    jour: '2026-04-02',
    sejour: null,
    demandeeLe: '2026-03-12',
    reponse: { le: '2026-03-16', au: '2026-09-30', geste: 'ACCORDER' },
    actes: [
      { acte: 'couronne/HBLD734', prix: '620' },
      { acte: 'couronne/HBLD745', prix: '175' },
    ],
  },
  {
    famille: 'oeuvrard',
    personne: 'yanis',
    genre: 'PRISE_EN_CHARGE',
    nature: 'HOSPITALISATION',
    pro: 'hopital-valserine',
    finess: '990000010',
    jour: '2026-04-20',
    sejour: { dmt: '181', codeRisque: '10' },
    demandeeLe: '2026-03-16',
    reponse: null,
    actes: [],
  },
  {
    famille: 'nguyen',
    personne: 'bich',
    genre: 'PRISE_EN_CHARGE',
    nature: 'HOSPITALISATION',
    pro: 'clinique-tilleuls',
    finess: '990000028',
    jour: '2026-03-24',
    sejour: { dmt: '137', codeRisque: '10' },
    demandeeLe: '2026-03-05',
    reponse: { le: '2026-03-06', au: '2026-06-24', geste: 'REFUSER' },
    actes: [{ acte: 'chambre-particuliere/CP', quantite: '2', prix: '180' }],
  },
  {
    famille: 'dornano',
    personne: 'alexandre',
    genre: 'DEVIS',
    nature: 'AUDIO',
    pro: 'audio-sonance',
    finess: null,
    jour: '2026-04-09',
    sejour: null,
    demandeeLe: '2026-03-13',
    reponse: { le: '2026-03-16', au: '2026-07-09', geste: 'ACCORDER' },
    actes: [
      { acte: 'aide-auditive/AUD-II-20', prix: '1 500', cote: 'DROIT' },
      { acte: 'aide-auditive/AUD-II-20', prix: '1 500', cote: 'GAUCHE' },
    ],
  },
  {
    famille: 'haddad',
    personne: 'yasmine',
    genre: 'DEVIS',
    nature: 'OPTIQUE',
    pro: 'opticien-quai',
    finess: null,
    jour: '2026-03-30',
    sejour: null,
    demandeeLe: '2026-03-09',
    reponse: { le: '2026-03-10', au: '2026-06-30', geste: 'ACCORDER' },
    actes: [{ acte: 'lentilles/LENT-NR', quantite: '2', prix: '160', base: '0' }],
  },
]
