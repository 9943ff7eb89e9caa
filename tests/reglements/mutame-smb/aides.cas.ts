import type { FaitsAide } from '@/lib/rules/aide/faits-aide'
import { ouvrirAide } from '@/lib/rules/aide/ouvrir-aide'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { montant } from '@/lib/rules/montant/montant'
import type { Cas, CasDirect } from '../../support/cas'

type Dits = FaitsAide extends infer F
  ? F extends FaitsAide
    ? Omit<F, 'dateDemande' | 'cotisationsAJour'>
    : never
  : never

const d = dateCivile
const DEMANDE = d('2026-03-17')

const demander =
  (faits: Dits, { dateDemande = DEMANDE, cotisationsAJour = true } = {}): CasDirect['decide'] =>
  (reglement) =>
    ouvrirAide(reglement, { ...faits, dateDemande, cotisationsAJour } as FaitsAide)

const due = (euros: number, quantite = 1) => ({ latitude: 'DUE', montant: montant(euros * 100), quantite })
const auPlus = (euros: number, quantite = 1) => ({
  latitude: 'AU_PLUS',
  montant: montant(euros * 100),
  quantite,
})
const SOCIALE = ['AIDE_DANS_L_ENVELOPPE', 'AIDE_MONTANT_DE_DEMONSTRATION'] as const

const retraite = {
  aide: 'VACANCES_RETRAITE',
  dateNaissance: d('1964-06-10'),
  retraite: true,
  debut: d('2025-08-01'),
  fin: d('2025-08-05'),
  dejaVersees: 0,
} as const
const enfant = {
  aide: 'VACANCES_ENFANT',
  dateNaissance: d('2012-08-01'),
  mode: 'PARENTS',
  debut: d('2025-07-01'),
  fin: d('2025-07-10'),
  accordDemandeLe: null,
  joursDuGenre: 0,
  joursEnTout: 0,
} as const
const loisirs = {
  aide: 'LOISIRS_HANDICAP',
  jour: d('2026-03-01'),
  dateNaissance: d('2010-01-01'),
  carteInclusion: true,
  sansEmploi: null,
} as const
const familiale = {
  aide: 'AIDE_FAMILIALE',
  jour: d('2026-02-01'),
  cause: 'MALADIE',
  heures: 40,
  heuresPrises: 0,
  facture: montant(800_00),
  autres: montant(300_00),
} as const
const menagere = {
  aide: 'AIDE_MENAGERE',
  jour: d('2026-02-01'),
  dateNaissance: d('1950-05-05'),
  retraite: true,
  aideDuRegime: true,
  heures: 30,
  heuresPrises: 0,
  facture: montant(690_00),
  autres: montant(500_00),
} as const
const naissance = {
  aide: 'NAISSANCE',
  jour: d('2026-01-20'),
  adoption: false,
  pleniere: null,
  inscritLe: d('2026-02-02'),
  dejaVersees: 0,
} as const
const orphelin = {
  aide: 'ORPHELIN',
  jour: d('2024-05-01'),
  dateNaissance: d('2008-03-17'),
  ayantDroit: true,
  secondDeces: false,
  dejaVersees: 0,
} as const
const avance = {
  aide: 'AVANCE',
  beneficiaire: true,
  devis: montant(2_400_00),
  deduits: montant(1_200_00),
  enCours: montant(0),
  mois: 12,
  engagement: true,
} as const

/** Fonds d'action sociale, allocations et avance santé (art. 7-9, 7-10, 7-11, 18, 19 C, 20, 22). Les montants sont de démonstration. */
export const cas: readonly Cas[] = [
  {
    nom: 'Un retraité de plus de soixante ans reçoit l’allocation de vacances pour un séjour de cinq jours, premier et dernier compris',
    decide: demander(retraite),
    verdict: 'ACCORDEE',
    valeur: due(80),
    codes: ['AIDE_VACANCES_RETRAITE', ...SOCIALE],
  },
  {
    nom: 'Quatre jours ne suffisent pas, et une seule allocation par année civile : les deux refus sont dits',
    decide: demander({ ...retraite, fin: d('2025-08-04'), dejaVersees: 1 }),
    verdict: 'REFUSEE',
    codes: ['AIDE_SEJOUR_TROP_COURT', 'AIDE_UNE_FOIS_PAR_ANNEE'],
  },
  {
    nom: 'Le jour de ses soixante ans, on n’a pas plus de soixante ans',
    decide: demander({ ...retraite, dateNaissance: d('1965-08-01') }),
    verdict: 'REFUSEE',
    codes: ['AIDE_AGE_MINIMUM'],
  },
  {
    nom: 'Le lendemain, si',
    decide: demander({ ...retraite, dateNaissance: d('1965-07-31') }),
    verdict: 'ACCORDEE',
    valeur: due(80),
    codes: ['AIDE_VACANCES_RETRAITE', ...SOCIALE],
  },
  {
    nom: 'À soixante-deux ans mais encore en activité, elle est refusée',
    decide: demander({ ...retraite, retraite: false }),
    verdict: 'REFUSEE',
    codes: ['AIDE_RESERVEE_AUX_RETRAITES'],
  },
  {
    nom: 'Dix jours de vacances avec les parents : dix fois 3,50 €',
    decide: demander(enfant),
    verdict: 'ACCORDEE',
    valeur: due(35, 10),
    codes: ['AIDE_VACANCES_ENFANT', ...SOCIALE],
  },
  {
    nom: 'Quarante jours en famille : trente au plus',
    decide: demander({ ...enfant, fin: d('2025-08-09') }),
    verdict: 'ACCORDEE',
    valeur: due(105, 30),
    codes: ['AIDE_VACANCES_ENFANT', 'AIDE_JOURS_AU_PLUS', ...SOCIALE],
  },
  {
    nom: 'Après trente jours en famille, une colonie de vingt jours n’en compte plus que quinze : quarante-cinq en tout',
    decide: demander({ ...enfant, mode: 'ORGANISME', fin: d('2025-07-20'), joursEnTout: 30 }),
    verdict: 'ACCORDEE',
    valeur: due(52.5, 15),
    codes: ['AIDE_VACANCES_ENFANT', 'AIDE_JOURS_AU_PLUS', ...SOCIALE],
  },
  {
    nom: 'Une colonie de quatre jours suffit, un séjour en famille de quatre jours non',
    decide: demander({ ...enfant, mode: 'ORGANISME', fin: d('2025-07-04') }),
    verdict: 'ACCORDEE',
    valeur: due(14, 4),
    codes: ['AIDE_VACANCES_ENFANT', ...SOCIALE],
  },
  {
    nom: 'En famille, quatre jours ne suffisent pas',
    decide: demander({ ...enfant, fin: d('2025-07-04') }),
    verdict: 'REFUSEE',
    codes: ['AIDE_SEJOUR_TROP_COURT'],
  },
  {
    nom: 'L’enfant qui a dix-huit ans le premier jour du séjour n’y a plus droit',
    decide: demander({ ...enfant, dateNaissance: d('2007-07-01') }),
    verdict: 'REFUSEE',
    codes: ['AIDE_ENFANT_TROP_GRAND'],
  },
  {
    nom: 'Celui qui les a pendant le séjour, si',
    decide: demander({ ...enfant, dateNaissance: d('2007-07-02') }),
    verdict: 'ACCORDEE',
    valeur: due(35, 10),
    codes: ['AIDE_VACANCES_ENFANT', ...SOCIALE],
  },
  {
    nom: 'Chez des proches, l’accord se demande un mois avant : on le demande d’abord',
    decide: demander({ ...enfant, mode: 'CHEZ_PROCHES' }),
    verdict: 'INCOMPLETE',
    valeur: ['accordDemandeLe'],
    codes: ['AIDE_ACCORD_AVANT'],
  },
  {
    nom: 'Demandé le 1er juin pour un départ le 1er juillet, il est à temps',
    decide: demander({ ...enfant, mode: 'CHEZ_PROCHES', accordDemandeLe: d('2025-06-01') }),
    verdict: 'ACCORDEE',
    valeur: due(35, 10),
    codes: ['AIDE_VACANCES_ENFANT', 'AIDE_ACCORD_A_MOTIVER', ...SOCIALE],
  },
  {
    nom: 'Demandé le 2 juin, il est trop tard',
    decide: demander({ ...enfant, mode: 'SANS_PARENTS', accordDemandeLe: d('2025-06-02') }),
    verdict: 'REFUSEE',
    codes: ['AIDE_ACCORD_AVANT'],
  },
  {
    nom: 'Les jours de l’année épuisés, rien n’est versé',
    decide: demander({ ...enfant, joursDuGenre: 30, joursEnTout: 30 }),
    verdict: 'REFUSEE',
    codes: ['AIDE_JOURS_EPUISES'],
  },
  {
    nom: 'Un enfant de seize ans qui a la carte mobilité inclusion : l’allocation de loisirs',
    decide: demander(loisirs),
    verdict: 'ACCORDEE',
    valeur: due(200),
    codes: ['AIDE_LOISIRS', ...SOCIALE],
  },
  {
    nom: 'À vingt-quatre ans, il faut dire s’il travaille',
    decide: demander({ ...loisirs, dateNaissance: d('2002-01-01') }),
    verdict: 'INCOMPLETE',
    valeur: ['sansEmploi'],
    codes: ['AIDE_LOISIRS_SANS_EMPLOI'],
  },
  {
    nom: 'Sans emploi, l’allocation va jusqu’à trente ans',
    decide: demander({ ...loisirs, dateNaissance: d('1996-03-01'), sansEmploi: true }),
    verdict: 'ACCORDEE',
    valeur: due(200),
    codes: ['AIDE_LOISIRS', 'AIDE_LOISIRS_SANS_EMPLOI', ...SOCIALE],
  },
  {
    nom: 'Au-delà, ou sans la carte, elle est refusée',
    decide: demander({ ...loisirs, dateNaissance: d('1996-02-28'), sansEmploi: true, carteInclusion: false }),
    verdict: 'REFUSEE',
    codes: ['AIDE_SANS_CARTE_INCLUSION', 'AIDE_ENFANT_TROP_GRAND'],
  },
  {
    nom: 'Aide familiale : la moitié de 800 €, après les 300 € de la caisse : 400 € au plus',
    decide: demander(familiale),
    verdict: 'ACCORDEE',
    valeur: auPlus(400, 40),
    codes: ['AIDE_PART_DE_FACTURE', 'AIDE_DANS_L_ENVELOPPE'],
  },
  {
    nom: 'La caisse paie 500 € : il ne reste que 300 €, jamais plus que la dépense',
    decide: demander({ ...familiale, autres: montant(500_00) }),
    verdict: 'ACCORDEE',
    valeur: auPlus(300, 40),
    codes: ['AIDE_PART_DE_FACTURE', 'AIDE_DANS_L_ENVELOPPE'],
  },
  {
    nom: 'Deux cent vingt heures déjà prises : vingt des quarante comptent, la facture et la caisse au prorata',
    decide: demander({ ...familiale, heuresPrises: 220 }),
    verdict: 'ACCORDEE',
    valeur: auPlus(200, 20),
    codes: ['AIDE_PART_DE_FACTURE', 'AIDE_HEURES_AU_PLUS', 'AIDE_DANS_L_ENVELOPPE'],
  },
  {
    nom: 'Les deux cent quarante heures prises, elle attend l’année suivante',
    decide: demander({ ...familiale, heuresPrises: 240, cause: 'MATERNITE' }),
    verdict: 'REFUSEE',
    codes: ['AIDE_HEURES_EPUISEES'],
  },
  {
    nom: 'Ni maladie ni maternité : pas d’aide familiale',
    decide: demander({ ...familiale, cause: 'AUTRE' }),
    verdict: 'REFUSEE',
    codes: ['AIDE_MALADIE_OU_MATERNITE'],
  },
  {
    nom: 'Aide-ménagère : trente heures à 2,40 € complètent la caisse de retraite',
    decide: demander(menagere),
    verdict: 'ACCORDEE',
    valeur: auPlus(72, 30),
    codes: ['AIDE_MENAGERE_HORAIRE', ...SOCIALE],
  },
  {
    nom: 'Sans aide de la caisse de retraite, elle ne complète rien',
    decide: demander({ ...menagere, aideDuRegime: false }),
    verdict: 'REFUSEE',
    codes: ['AIDE_EN_COMPLEMENT'],
  },
  {
    nom: 'Un secours exceptionnel est laissé au bureau, sans montant fixé',
    decide: demander({ aide: 'EXCEPTIONNELLE', jour: DEMANDE }),
    verdict: 'ACCORDEE',
    valeur: { latitude: 'LIBRE', montant: null, quantite: 1 },
    codes: ['AIDE_EXCEPTIONNELLE', 'AIDE_DANS_L_ENVELOPPE'],
  },
  {
    nom: 'Un enfant né le 20 janvier et inscrit le 2 février ouvre l’allocation de naissance',
    decide: demander(naissance),
    verdict: 'ACCORDEE',
    valeur: due(160),
    codes: ['AIDE_NAISSANCE', 'AIDE_ENFANT_RESTE', 'AIDE_MONTANT_DE_DEMONSTRATION'],
  },
  {
    nom: 'Inscrit le 20 mars, il l’est encore dans les deux mois',
    decide: demander({ ...naissance, inscritLe: d('2026-03-20') }, { dateDemande: d('2026-03-25') }),
    verdict: 'ACCORDEE',
    valeur: due(160),
    codes: ['AIDE_NAISSANCE', 'AIDE_ENFANT_RESTE', 'AIDE_MONTANT_DE_DEMONSTRATION'],
  },
  {
    nom: 'Inscrit le 21 mars, il est trop tard',
    decide: demander({ ...naissance, inscritLe: d('2026-03-21') }, { dateDemande: d('2026-03-25') }),
    verdict: 'REFUSEE',
    codes: ['AIDE_ENFANT_INSCRIT_TARD'],
  },
  {
    nom: 'Pas encore inscrit mais dans les deux mois : il faut d’abord l’inscrire',
    decide: demander({ ...naissance, inscritLe: null }),
    verdict: 'INCOMPLETE',
    valeur: ['inscritLe'],
    codes: ['AIDE_ENFANT_A_INSCRIRE'],
  },
  {
    nom: 'Une adoption simple n’ouvre pas l’allocation',
    decide: demander({ ...naissance, adoption: true, pleniere: false }),
    verdict: 'REFUSEE',
    codes: ['AIDE_ADOPTION_PLENIERE'],
  },
  {
    nom: 'Le premier Pacs ouvre l’allocation',
    decide: demander({ aide: 'UNION', jour: d('2025-09-06'), dejaVersees: 0 }),
    verdict: 'ACCORDEE',
    valeur: due(120),
    codes: ['AIDE_UNION', 'AIDE_MONTANT_DE_DEMONSTRATION'],
  },
  {
    nom: 'Le mariage qui suit un Pacs déjà aidé ne l’ouvre plus',
    decide: demander({ aide: 'UNION', jour: d('2025-09-06'), dejaVersees: 1 }),
    verdict: 'REFUSEE',
    codes: ['AIDE_UNION_UNE_FOIS'],
  },
  {
    nom: 'Un mariage du 16 mars 2024 demandé le 17 mars 2026 est prescrit : deux ans',
    decide: demander({ aide: 'UNION', jour: d('2024-03-16'), dejaVersees: 0 }),
    verdict: 'REFUSEE',
    codes: ['DELAI_PRESCRIPTION'],
  },
  {
    nom: 'Un mariage de 2012, d’avant ce que l’édition connaît, est prescrit comme un autre',
    decide: demander({ aide: 'UNION', jour: d('2012-06-02'), dejaVersees: 0 }),
    verdict: 'REFUSEE',
    codes: ['DELAI_PRESCRIPTION'],
  },
  {
    nom: 'Du 17 mars 2024, il est encore dans les deux ans',
    decide: demander({ aide: 'UNION', jour: d('2024-03-17'), dejaVersees: 0 }),
    verdict: 'ACCORDEE',
    valeur: due(120),
    codes: ['AIDE_UNION', 'AIDE_MONTANT_DE_DEMONSTRATION'],
  },
  {
    nom: 'Sans cotisations à jour, aucune aide n’est versée',
    decide: demander({ aide: 'UNION', jour: d('2025-09-06'), dejaVersees: 0 }, { cotisationsAJour: false }),
    verdict: 'REFUSEE',
    codes: ['AIDE_COTISATIONS_DUES'],
  },
  {
    nom: 'L’allocation d’obsèques d’un ayant droit est entière, même si une avance court',
    decide: demander({
      aide: 'OBSEQUES',
      jour: d('2026-01-05'),
      defunt: 'AYANT_DROIT',
      resteAvance: montant(400_00),
      dejaVersees: 0,
    }),
    verdict: 'ACCORDEE',
    valeur: due(750),
    codes: ['AIDE_OBSEQUES', 'AIDE_MONTANT_DE_DEMONSTRATION'],
  },
  {
    nom: 'De l’allocation d’un adhérent décédé, ce qui restait dû de son avance est retenu',
    decide: demander({
      aide: 'OBSEQUES',
      jour: d('2026-01-05'),
      defunt: 'MEMBRE_PARTICIPANT',
      resteAvance: montant(400_00),
      dejaVersees: 0,
    }),
    verdict: 'ACCORDEE',
    valeur: due(350),
    codes: ['AIDE_OBSEQUES', 'AIDE_OBSEQUES_AVANCE_RETENUE', 'AIDE_MONTANT_DE_DEMONSTRATION'],
  },
  {
    nom: 'Un orphelin reçoit l’aide de l’année le jour de ses dix-huit ans compris, sans que le décès la prescrive',
    decide: demander({ ...orphelin, jour: d('2023-05-01') }),
    verdict: 'ACCORDEE',
    valeur: due(600),
    codes: ['AIDE_ORPHELIN', 'AIDE_MONTANT_DE_DEMONSTRATION'],
  },
  {
    nom: 'Le lendemain de ses dix-huit ans, elle s’arrête',
    decide: demander(orphelin, { dateDemande: d('2026-03-18') }),
    verdict: 'REFUSEE',
    codes: ['AIDE_ORPHELIN_TROP_GRAND'],
  },
  {
    nom: 'Le second décès n’ouvre pas une seconde aide, ni une seconde demande de l’année',
    decide: demander({ ...orphelin, secondDeces: true, dejaVersees: 1 }),
    verdict: 'REFUSEE',
    codes: ['AIDE_ORPHELIN_PREMIER_DECES', 'AIDE_UNE_FOIS_PAR_ANNEE'],
  },
  {
    nom: 'Une avance santé couvre ce qui reste d’un devis : 2 400 € moins 1 200 €, soit 1 200 € au plus, au choix du conseil',
    decide: demander(avance),
    verdict: 'ACCORDEE',
    valeur: { latitude: 'LIBRE', montant: montant(1_200_00), quantite: 1 },
    codes: [
      'AVANCE_DECIDEE',
      'AVANCE_AU_PLUS',
      'AVANCE_RENDUE_PAR_MOIS',
      'AVANCE_SOLDEE_AU_DEPART',
      'AIDE_MONTANT_DE_DEMONSTRATION',
    ],
  },
  {
    nom: 'Jamais plus que le montant maximal d’un dossier',
    decide: demander({ ...avance, devis: montant(4_000_00) }),
    verdict: 'ACCORDEE',
    valeur: { latitude: 'LIBRE', montant: montant(1_500_00), quantite: 1 },
    codes: [
      'AVANCE_DECIDEE',
      'AVANCE_AU_PLUS',
      'AVANCE_RENDUE_PAR_MOIS',
      'AVANCE_SOLDEE_AU_DEPART',
      'AIDE_MONTANT_DE_DEMONSTRATION',
    ],
  },
  {
    nom: 'Une avance qui court en interdit une autre ; vingt-cinq mois et l’absence d’engagement aussi',
    decide: demander({ ...avance, enCours: montant(1), mois: 25, engagement: false }),
    verdict: 'REFUSEE',
    codes: ['AVANCE_UNE_SEULE', 'AVANCE_TROP_LONGUE', 'AVANCE_SANS_ENGAGEMENT'],
  },
  {
    nom: 'Un soin entièrement payé par d’autres, pour quelqu’un que le contrat ne couvre pas : rien à avancer',
    decide: demander({ ...avance, deduits: montant(2_400_00), beneficiaire: false }),
    verdict: 'REFUSEE',
    codes: ['AVANCE_POUR_UN_BENEFICIAIRE', 'AVANCE_RIEN_A_PAYER'],
  },
]
