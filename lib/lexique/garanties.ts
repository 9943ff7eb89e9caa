import type { Garantie } from '@/lib/rules/remboursement/garantie'
import type { CodeLigne } from '@/lib/rules/remboursement/lignes'
import type { ConditionsLigne, NoteTableau, Piece, TableGaranties } from '@/lib/rules/remboursement/table'
import { formatMontant, formatPourcentage, formatQuantite } from './formats'

/** A cell of a table of guarantees in plain words. */
const jours = (joursParAn: number | null): string =>
  joursParAn === null ? '' : `, ${formatQuantite(joursParAn, 'jours')} par an au plus`
const tousLes = (annees: number): string =>
  annees === 1 ? 'chaque année' : `tous les ${formatQuantite(annees, 'ans')}`

const INVARIABLES: Readonly<Record<string, string>> = {
  integral: 'payé en entier, dans la limite des prix du 100 % Santé',
  illimite: 'pris en charge sans limite de durée',
  'pris-en-charge': 'pris en charge en entier',
  inclus: 'compris dans votre formule',
  'non-garanti': 'non remboursé par votre formule',
  'sans-objet': 'sans objet pour votre formule',
}

export function direGarantie(garantie: Garantie, totalAvecAmo: boolean): string {
  switch (garantie.type) {
    case 'pourcentage-br':
      return `${formatPourcentage(garantie.valeur)} de la base de remboursement, Assurance maladie comprise`
    case 'pourcentage-br-plus-forfait':
      return `${formatPourcentage(garantie.valeur)} de la base de remboursement, Assurance maladie comprise, plus ${formatMontant(garantie.montant)} par an`
    case 'pourcentage-frais-reels':
      return `${formatPourcentage(garantie.valeur)} de ce que vous avez payé`
    case 'pourcentage-traitement':
      return `${formatPourcentage(garantie.valeur)} de votre traitement`
    case 'forfait-annuel':
      return `${formatMontant(garantie.montant)} par an`
    case 'forfait-par-acte':
      return `${formatMontant(garantie.montant)} à chaque fois`
    case 'forfait-par-seance':
      return garantie.plafondAnnuel === null
        ? `${formatMontant(garantie.montant)} par séance`
        : `${formatMontant(garantie.montant)} par séance, ${formatMontant(garantie.plafondAnnuel)} par an au plus`
    case 'forfait-par-jour':
      return `${formatMontant(garantie.montant)} par jour${jours(garantie.joursParAn)}`
    case 'forfait-par-nuit':
      return `${formatMontant(garantie.montant)} par nuit${jours(garantie.joursParAn)}`
    case 'forfait-par-monture':
      return `${formatMontant(garantie.montant)} pour la monture, ${tousLes(garantie.periodeAnnees)}${totalAvecAmo ? ', Assurance maladie comprise' : ''}`
    case 'forfait-par-verre':
      return `${formatMontant(garantie.montant)} par verre, ${tousLes(garantie.periodeAnnees)}, en plus de l’Assurance maladie`
    case 'forfait-par-oeil-par-an':
      return `${formatMontant(garantie.montant)} par œil et par an`
    case 'forfait-par-oreille':
      return `${formatMontant(garantie.montant)} par oreille, ${tousLes(garantie.periodeAnnees)}`
    case 'forfait-par-periode':
      return `${formatMontant(garantie.montant)} ${tousLes(garantie.periodeAnnees)}`
    case 'plafond-annuel-depassements':
      return `au-delà du tarif de base, ${formatMontant(garantie.montant)} par an au plus`
    case 'frais-reels':
      return `le prix payé${jours(garantie.joursParAn)}`
    case 'prime':
      return `une prime de ${formatMontant(garantie.montant)}`
    default:
      return INVARIABLES[garantie.type] ?? garantie.type
  }
}

const CASES: Readonly<Record<string, string>> = {
  integral: '100 % Santé',
  illimite: 'Illimité',
  'pris-en-charge': 'Pris en charge',
  inclus: 'Inclus',
  'non-garanti': '–',
  'sans-objet': '–',
}

/** The same cell as a table prints it: a percentage of the base, an amount, a dash. */
export function ecrireCase(garantie: Garantie): string {
  switch (garantie.type) {
    case 'pourcentage-br':
      return `${formatPourcentage(garantie.valeur)} BR`
    case 'pourcentage-br-plus-forfait':
      return `${formatPourcentage(garantie.valeur)} BR + ${formatMontant(garantie.montant)}`
    case 'pourcentage-frais-reels':
      return `${formatPourcentage(garantie.valeur)} des frais réels`
    case 'pourcentage-traitement':
      return `${formatPourcentage(garantie.valeur)} du traitement`
    case 'forfait-par-acte':
      return `${formatMontant(garantie.montant)} par acte`
    case 'forfait-par-monture':
      return `${formatMontant(garantie.montant)} par monture`
    case 'forfait-par-verre':
      return `${formatPourcentage(garantie.amoPourcent)} + ${formatMontant(garantie.montant)} par verre`
    case 'plafond-annuel-depassements':
      return `${formatMontant(garantie.montant)} par an`
    case 'frais-reels':
      return `Frais réels${jours(garantie.joursParAn)}`
    case 'prime':
      return formatMontant(garantie.montant)
    case 'integral':
    case 'illimite':
    case 'pris-en-charge':
    case 'inclus':
    case 'non-garanti':
    case 'sans-objet':
      return CASES[garantie.type] ?? garantie.type
    default:
      return direGarantie(garantie, false)
  }
}

const PIECES: Readonly<Record<Piece, string>> = {
  FACTURE: 'la facture acquittée',
  ORDONNANCE: 'l’ordonnance',
  ACTE_DE_NAISSANCE: 'l’acte de naissance',
}

/** What a line asks for besides its amount, a sentence each. */
export function direConditions(
  conditions: ConditionsLigne | undefined,
  pieces: readonly Piece[] | undefined,
): readonly string[] {
  const c = conditions ?? {}
  return [
    ...(c.ages === undefined
      ? []
      : [
          `Pour une personne hospitalisée de moins de ${c.ages.moinsDe} ans ou de plus de ${c.ages.plusDe} ans.`,
        ]),
    ...(c.joursSpecialise === undefined
      ? []
      : [`Dont ${formatQuantite(c.joursSpecialise, 'jours')} par an au plus en établissement spécialisé.`]),
    ...(c.joursMaternite === undefined
      ? []
      : [`Dont ${formatQuantite(c.joursMaternite, 'jours')} par an au plus en maternité.`]),
    ...(c.seancesParAn === undefined ? [] : [`${formatQuantite(c.seancesParAn, 'séances')} par an au plus.`]),
    ...(c.tauxAmoMin === undefined
      ? []
      : [`Seulement ce que l’Assurance maladie rembourse à ${formatPourcentage(c.tauxAmoMin)} au moins.`]),
    ...(c.delaiMois === undefined
      ? []
      : [`L’enfant doit être inscrit dans les ${formatQuantite(c.delaiMois, 'mois')}.`]),
    ...(pieces === undefined || pieces.length === 0
      ? []
      : [
          `À envoyer si l’Assurance maladie ne nous a rien transmis : ${pieces.map((p) => PIECES[p]).join(' et ')}.`,
        ]),
  ]
}

export type SectionTableau = NoteTableau['section']

export const sections: Readonly<Record<SectionTableau, string>> = {
  'soins-courants': 'Soins courants',
  optique: 'Optique',
  dentaire: 'Dentaire',
  audio: 'Aides auditives',
  hospitalisation: 'Hospitalisation',
  cure: 'Cure thermale',
  complementaires: 'Prestations complémentaires',
  'bien-etre': 'Bien-être',
  prevention: 'Prévention',
  prevoyance: 'Prévoyance',
  services: 'Services',
  contrat: 'Le contrat',
}

const DEBUTS: readonly (readonly [string, SectionTableau])[] = [
  ['optique', 'optique'],
  ['dentaire', 'dentaire'],
  ['audio', 'audio'],
  ['hospitalisation', 'hospitalisation'],
  ['cure', 'cure'],
  ['complementaires', 'complementaires'],
  ['bien-etre', 'bien-etre'],
  ['prevention', 'prevention'],
  ['contraception', 'prevention'],
  ['prevoyance', 'prevoyance'],
  ['services', 'services'],
]

/** The heading under which a table prints a line. */
export const sectionDeLigne = (ligne: CodeLigne): SectionTableau =>
  DEBUTS.find(([debut]) => ligne.startsWith(debut))?.[1] ?? 'soins-courants'

/** The kind of contract, as a sentence at the foot of a table. */
export const direContrat = ({ responsable }: Pick<TableGaranties, 'responsable'>): string =>
  responsable
    ? 'Contrat responsable : il paie toujours ce que l’Assurance maladie laisse sur son tarif, et respecte les plafonds de la loi.'
    : 'Contrat non responsable : il ne suit pas les minimums et les plafonds de la loi.'

/** A règlement that prints no table of guarantees. */
export const GARANTIES_AILLEURS =
  'Les garanties de ce contrat ne sont pas dans votre espace : elles sont écrites dans votre contrat. Un conseiller peut vous dire ce qui sera remboursé avant vos soins.'
