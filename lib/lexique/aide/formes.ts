import type { IdTerme } from './glossaire'

/** Comment chaque terme du glossaire s'écrit dans une phrase. Un sigle ne se lit qu'en capitales. */
export const FORMES: Readonly<Record<IdTerme, readonly string[]>> = {
  'affection-de-longue-duree': ['affection de longue durée', 'affections de longue durée', 'ALD'],
  affiliation: ['affiliation'],
  amc: ['AMC'],
  amo: ['AMO'],
  'ayant-droit': ['ayant droit', 'ayants droit'],
  'base-de-remboursement': ['base de remboursement', 'bases de remboursement', 'tarif de base'],
  'cent-pour-cent-sante': ['100 % santé', '100 % Santé'],
  'certificat-de-radiation': ['attestation de radiation', 'certificat de radiation'],
  'contrat-responsable': ['contrat responsable', 'contrats responsables', 'mutuelle responsable'],
  decompte: ['décompte', 'décomptes'],
  'depassement-d-honoraires': ['dépassement', 'dépassements'],
  devis: ['devis'],
  dptam: ['DPTAM', 'OPTAM', 'Optam'],
  echeancier: ['échéancier'],
  forfait: ['forfait', 'forfaits'],
  'forfait-journalier': ['forfait journalier', 'forfait journalier hospitalier'],
  'forfait-patient-urgences': ['forfait patient urgences', 'FPU'],
  'frais-reels': ['frais réels'],
  franchise: ['franchise médicale', 'franchises médicales', 'franchise', 'franchises'],
  indu: ['indu', 'indus'],
  'mandat-sepa': ['mandat', 'mandats', 'RUM'],
  'medecin-traitant': ['médecin traitant'],
  'membre-participant': ['membre participant'],
  nomenclature: ['nomenclature', 'NGAP', 'CCAM', 'LPP'],
  panier: ['panier maîtrisé', 'panier libre'],
  'parcours-de-soins': ['parcours de soins', 'hors parcours'],
  'participation-forfaitaire': ['participation forfaitaire', 'participations forfaitaires'],
  'participation-actes-lourds': ['participation pour acte coûteux', 'acte coûteux'],
  pmss: ['plafond mensuel de la Sécurité sociale', 'PMSS'],
  portabilite: ['portabilité'],
  'prise-en-charge': ['prise en charge hospitalière', 'prises en charge'],
  'regime-local': ['régime local'],
  'reglement-mutualiste': ['règlement mutualiste'],
  'reste-a-charge': ['reste à charge'],
  'support-durable': ['support durable'],
  teletransmission: ['télétransmission', 'NOEMIE', 'Noémie'],
  'ticket-moderateur': ['ticket modérateur'],
  'tiers-payant': ['tiers payant'],
}

const echapper = (forme: string): string => forme.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s')

/** « forfait » se lit « Forfait » en tête de phrase ; « ALD » ne se lit pas « ald ». */
const lire = (forme: string): string => {
  const premiere = forme.charAt(0)
  const autre = premiere.toUpperCase()
  return premiere === autre ? echapper(forme) : `[${premiere}${autre}]${echapper(forme.slice(1))}`
}

/** Les plus longues d'abord : « forfait journalier » n'est pas un « forfait ». */
const LECTURES = Object.entries(FORMES)
  .flatMap(([id, formes]) => formes.map((forme) => ({ id, forme })))
  .sort((a, b) => b.forme.length - a.forme.length)
  .map(({ id, forme }) => ({ id: id as IdTerme, forme: lire(forme) }))

/** Un seul motif, à lire dans n'importe quel texte ; le navigateur des tests lit le même. */
export const MOTIF_DES_TERMES = `(?<![\\p{L}\\d])(?:${LECTURES.map(({ forme }) => `(${forme})`).join('|')})(?![\\p{L}\\d])`
export const TERMES_DU_MOTIF: readonly IdTerme[] = LECTURES.map(({ id }) => id)

const MOTIF = new RegExp(MOTIF_DES_TERMES, 'gu')

export interface Morceau {
  readonly texte: string
  /** Null : un texte ordinaire. */
  readonly terme: IdTerme | null
}

/** Un texte coupé à ses termes ; un terme déjà dit n'est pas repris. */
export function couperAuxTermes(texte: string, dejaDits: ReadonlySet<IdTerme>): readonly Morceau[] {
  const dits = new Set(dejaDits)
  const morceaux: Morceau[] = []
  let fin = 0
  for (const trouve of texte.matchAll(MOTIF)) {
    const terme = TERMES_DU_MOTIF[trouve.slice(1).findIndex((groupe) => groupe !== undefined)]
    if (terme === undefined || dits.has(terme)) continue
    dits.add(terme)
    morceaux.push({ texte: texte.slice(fin, trouve.index), terme: null }, { texte: trouve[0], terme })
    fin = trouve.index + trouve[0].length
  }
  return [...morceaux, { texte: texte.slice(fin), terme: null }].filter((m) => m.texte !== '')
}
