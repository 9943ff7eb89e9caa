import { PHRASES_HOSPITALISATION as P, PAR_UNITE } from '@/lib/lexique/demande-hospitalisation'
import { formatDateEnLettres, formatMontant, formatQuantite } from '@/lib/lexique/formats'
import { direCodeRisque, direQuantite, estMaternite } from '@/lib/lexique/prises-en-charge'
import { ajouterMois, type DateCivile, laPlusProche } from '@/lib/rules/date/date-civile'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import type { Calcul } from '../calcul-prise/data'
import type { LigneApercu } from '../demande/schema'
import type { ChampSaisie, FaitDit } from '../nature-demande/schema'
import type { ActeSaisi, DecisionSaisie } from '../prise-en-charge/schema'
import type { FaitsHospitalisation, SaisieHospitalisation } from './schema'

/** What is asked once staff has completed it. */
export interface Sejour extends FaitsHospitalisation {
  readonly fraisSejour: Montant | null
  readonly psychiatrie: boolean
  readonly ald: boolean
}

export const completer = (faits: FaitsHospitalisation, saisie: SaisieHospitalisation | null): Sejour => ({
  ...faits,
  dmt: saisie?.dmt ?? faits.dmt,
  codeRisque: saisie?.codeRisque ?? faits.codeRisque,
  nuits: saisie?.nuits ?? faits.nuits,
  prixChambre: saisie?.prixChambre ?? faits.prixChambre,
  fraisSejour: saisie?.fraisSejour ?? null,
  psychiatrie: saisie?.service === 'PSYCHIATRIE',
  ald: saisie?.situation === 'ALD',
})

/** What has to be known before anything is promised to an establishment, in sentences. */
export function manqueA(sejour: Sejour): string[] {
  const { dmt, codeRisque, chambre, prixChambre, nuits, fraisSejour } = sejour
  return [
    ...(dmt === null ? [P.MANQUE_DMT] : []),
    ...(codeRisque === null ? [P.MANQUE_RISQUE] : []),
    ...(chambre && prixChambre === null ? [P.MANQUE_PRIX] : []),
    ...(nuits === 0 && !chambre && fraisSejour === null ? [P.MANQUE_ACTE] : []),
  ]
}

type Acte = Omit<ActeSaisi, 'rangee'>
const un = (soin: string, acte: string, quantite: number, prix: Montant | null): Acte => ({
  soin,
  acte,
  quantite,
  prix,
  base: null,
  cote: null,
})

function chambreDe({ chambre, prixChambre, nuits }: Sejour): Acte[] {
  if (!chambre || prixChambre === null) return []
  if (nuits === 0) return [un('chambre-ambulatoire', 'CP-AMB', 1, prixChambre)]
  const nombre = nuits ?? 1
  return [un('chambre-particuliere', 'CP', nombre, montant(prixChambre * nombre))]
}

/** The forfait journalier counts the day of entry and the day of exit; of a stay whose length is not known, one day. */
export function actesDuSejour(sejour: Sejour): ActeSaisi[] {
  const { nuits, fraisSejour, psychiatrie } = sejour
  const forfait = un(
    'forfait-journalier',
    psychiatrie ? 'FJ-PSY' : 'FJ',
    nuits === null ? 1 : nuits + 1,
    null,
  )
  return [
    ...(fraisSejour === null ? [] : [un('sejour-hopital', 'GHS', 1, fraisSejour)]),
    ...(nuits === 0 ? [] : [forfait]),
    ...chambreDe(sejour),
  ].map((acte, rangee) => ({ ...acte, rangee }))
}

const VALIDITE_MOIS = 3

/** Three months from the entry, and no day after the cover ends. */
export function validiteDe({ entree }: Sejour, { rattachement }: Calcul): DecisionBornes {
  const fins = [ajouterMois(entree, VALIDITE_MOIS), rattachement?.au, rattachement?.adhesion.au].filter(
    (fin): fin is DateCivile => fin !== null && fin !== undefined,
  )
  return { valideDu: entree, valideAu: fins.reduce((a, b) => laPlusProche(a, b)) }
}
export type DecisionBornes = Pick<DecisionSaisie, 'valideDu' | 'valideAu'>

export const situationDe = ({ codeRisque, ald }: Sejour): DecisionSaisie['situation'] =>
  estMaternite(codeRisque) ? 'MATERNITE' : ald ? 'ALD' : 'HABITUELLE'

const nommer = (sejour: Sejour, { soin, quantite, prestation }: Calcul['actes'][number]): string => {
  const combien = sejour.nuits === null ? (PAR_UNITE[soin] ?? null) : direQuantite(soin, quantite)
  return combien === null ? prestation.libelle : `${prestation.libelle}, ${combien}`
}

/** What would be paid, line by line, with its grounds. */
export function lignesDuSejour(
  sejour: Sejour,
  calcul: Calcul,
  { valideDu, valideAu }: DecisionBornes,
): LigneApercu[] {
  const payees = calcul.actes.map((acte) => {
    const { partMutuelle, resteACharge } = acte.prestation.partage
    const reste = resteACharge > 0 ? `, reste à payer ${formatMontant(resteACharge)}` : ''
    return {
      libelle: nommer(sejour, acte),
      avant: null,
      apres: `la mutuelle paie ${formatMontant(partMutuelle)}${reste}`,
      motifs: [...acte.motifs],
    }
  })
  const frais =
    sejour.fraisSejour === null
      ? [{ libelle: 'Frais de séjour', avant: null, apres: P.SEJOUR_NON_CHIFFRE, motifs: [] }]
      : []
  return [
    ...payees,
    ...frais,
    {
      libelle: 'Accord valable',
      avant: null,
      apres: `du ${formatDateEnLettres(valideDu)} au ${formatDateEnLettres(valideAu)}`,
      motifs: [],
    },
  ]
}

/** As the accord names it. */
export const nommerEtablissement = ({ etablissement, ville }: FaitsHospitalisation): string =>
  `${etablissement}, ${ville}`

function direChambre({ chambre, prixChambre }: FaitsHospitalisation): string {
  if (!chambre) return 'non'
  return prixChambre === null ? 'oui, prix inconnu' : `oui, ${formatMontant(prixChambre)} la nuit`
}

const direNuits = (nuits: number | null): string =>
  nuits === null
    ? 'durée inconnue'
    : nuits === 0
      ? 'entrée et sortie le même jour'
      : formatQuantite(nuits, 'nuits')

export const direHospitalisation = (faits: FaitsHospitalisation): FaitDit[] => [
  { libelle: 'Date d’entrée', valeur: formatDateEnLettres(faits.entree) },
  { libelle: 'Établissement', valeur: nommerEtablissement(faits) },
  ...(faits.finess === null ? [] : [{ libelle: 'FINESS', valeur: faits.finess }]),
  { libelle: 'Discipline médico-tarifaire (DMT)', valeur: faits.dmt ?? 'inconnue' },
  {
    libelle: 'Code risque',
    valeur: faits.codeRisque === null ? 'inconnu' : direCodeRisque(faits.codeRisque),
  },
  { libelle: 'Séjour', valeur: direNuits(faits.nuits) },
  { libelle: 'Chambre particulière', valeur: direChambre(faits) },
]

const enEuros = (centimes: number | null): string =>
  centimes === null ? '' : (centimes / 100).toFixed(2).replace('.', ',')

/** What staff completes from the papers, with what the person said. */
export const champsHospitalisation = (faits: FaitsHospitalisation): ChampSaisie[] => [
  { nom: 'dmt', type: 'texte', libelle: 'DMT', indice: '3 chiffres, parfois 5.', valeur: faits.dmt ?? '' },
  {
    nom: 'codeRisque',
    type: 'texte',
    libelle: 'Code risque',
    indice: '10 : maladie ; 30 : maternité.',
    valeur: faits.codeRisque ?? '',
  },
  {
    nom: 'nuits',
    type: 'texte',
    libelle: 'Nombre de nuits',
    indice: 'Vide : l’accord dit ce qui est payé par jour.',
    valeur: faits.nuits === null ? '' : String(faits.nuits),
    facultatif: true,
  },
  {
    nom: 'prixChambre',
    type: 'montant',
    libelle: 'Chambre particulière, prix d’une nuit',
    valeur: enEuros(faits.prixChambre),
    facultatif: true,
  },
  {
    nom: 'fraisSejour',
    type: 'montant',
    libelle: 'Frais de séjour',
    indice: 'Du devis de l’établissement ; vide : payés à la facture.',
    facultatif: true,
  },
  {
    nom: 'service',
    type: 'choix',
    libelle: 'Service',
    options: [
      { valeur: 'MEDECINE', libelle: 'Médecine, chirurgie, maternité' },
      { valeur: 'PSYCHIATRIE', libelle: 'Psychiatrie' },
    ],
  },
  {
    nom: 'situation',
    type: 'choix',
    libelle: 'Assurance maladie',
    options: [
      { valeur: 'HABITUELLE', libelle: 'Habituelle' },
      { valeur: 'ALD', libelle: 'À 100 % (ALD)' },
    ],
  },
]
