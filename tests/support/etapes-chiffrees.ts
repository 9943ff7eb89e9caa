import type { Motif } from '@/lib/rules/decision/motif'

/** 39.97 → « 39,97 », 40 → « 40 ». */
const enEuros = (centimes: number): string =>
  centimes % 100 === 0 ? String(centimes / 100) : (centimes / 100).toFixed(2).replace('.', ',')

const LIBELLES: Readonly<Record<string, string>> = {
  AMO_TAUX: 'AMO {taux} % × {base} = {montant}',
  AMO_DECOMPTE: 'décompte {montant} + {participation} + {franchise}',
  AMO_HORS_PARCOURS: 'hors parcours −{montant}',
  AMO_PARTICIPATION: 'participation −{montant}',
  AMO_FRANCHISE: 'franchise {nombre} × {unitaire} → {montant}',
  AUTRES_REMBOURSEMENTS: 'autre payeur {montant}',
  DEPASSEMENT_EXCLU: 'exclu {montant}',
  DEPASSEMENT_NON_COUVERT: 'exclu {montant}',
  ELEMENT: 'élément à {montant}',
  GARANTIE_ELEMENT: 'case {forfait} − {deduit} = {garanti}',
  GARANTIE_FORFAIT: 'forfait {plafond} − {consomme} = {garanti}',
  GARANTIE_FRAIS_REELS: '{nombre} jours réels = {garanti}',
  GARANTIE_INTEGRALE: 'prix limite {prixLimite}, dû {garanti}',
  GARANTIE_POURCENTAGE: '{pourcentage} % × {base} = {total} − {deduit} = {garanti}',
  GARANTIE_POURCENTAGE_FRAIS: '{pourcentage} % × {depense} = {garanti}',
  GARANTIE_PRIME: 'prime {garanti}',
  GARANTIE_TOTALE: 'tout = {garanti}',
  GARANTIE_UNITAIRE: '{nombre} × {unitaire} = {garanti}',
  LIMITE_JOURS: 'jours {demandes} → {couverts}',
  MAJORATION_OPTIQUE: 'majoration {pourcentage} % = {montant}',
  PART_MUTUELLE: 'versé {montant}',
  RESTE_A_CHARGE: 'reste {montant}',
  TICKET_MODERATEUR: 'ticket {garanti}',
}

const REFUS: ReadonlySet<string> = new Set([
  'AGE_NON_COUVERT',
  'DELAI_ATTENTE',
  'DROITS_NON_OUVERTS',
  'LIMITE_SEANCES',
  'NON_GARANTI',
  'PIECE_FACTURE',
  'PIECE_ORDONNANCE',
  'PRIME_HORS_DELAI',
  'RENOUVELLEMENT_TROP_TOT',
])

function lire(motif: Motif, cle: string): string {
  const donnee = motif.donnees[cle]
  if (donnee === undefined) throw new Error(`${motif.code} ne dit pas « ${cle} »`)
  return donnee.type === 'montant' ? enEuros(donnee.valeur) : String(donnee.valeur)
}

function etapeDe(motif: Motif): readonly string[] {
  if (motif.code === 'REGIME_LOCAL') {
    const detail =
      motif.donnees.taux === undefined ? '' : `${lire(motif, 'taux')} % × ${lire(motif, 'base')} = `
    return [`local ${detail}${lire(motif, 'montant')}`]
  }
  if (motif.donnees.retrait !== undefined) return [`coupé ${lire(motif, 'retrait')}`]
  if (REFUS.has(motif.code)) return ['refus']
  const libelle = LIBELLES[motif.code]
  return libelle === undefined ? [] : [libelle.replaceAll(/\{(\w+)\}/g, (_, cle: string) => lire(motif, cle))]
}

/** Les nombres d'une décision comme on les pose à la main, dans l'ordre : « AMO 70 % × 30 = 21 | … | reste 2 ». */
export const etapesChiffrees = (motifs: readonly Motif[]): string => motifs.flatMap(etapeDe).join(' | ')
