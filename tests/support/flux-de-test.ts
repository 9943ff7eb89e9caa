import type { LigneRecue } from '@/lib/flux/decomptes/format'
import { COLONNES } from '@/lib/flux/portefeuille/ligne'

/** Builders of files for the tests: fictional people (commune 999), round figures. */
export const NUMERO_AMC = '00999001'

export function cleDe(nir: string): string {
  return String(97 - (Number(nir.replace('2A', '19').replace('2B', '18')) % 97)).padStart(2, '0')
}

export const nirAdulte = (n: number): string => `1800199999${String(n).padStart(3, '0')}`

/** `n` families of one adult and one child, formule of the caller's choice. */
export function portefeuille(
  n: number,
  { reglement, formule, du = '2024-01-01' }: { reglement: string; formule: string; du?: string },
): Uint8Array {
  const lignes = [COLONNES.join(';')]
  for (let i = 1; i <= n; i += 1) {
    const nir = `${nirAdulte(i)}${cleDe(nirAdulte(i))}`
    const adherent = `A${String(i).padStart(4, '0')}`
    lignes.push(
      `ADHESION;${adherent};${reglement};;${du};;;;;;;;;;;;`,
      `FORMULE;${adherent};;${formule};${du};;;;;;;;;;;;`,
      `BENEFICIAIRE;${adherent};;;${du};;MEMBRE_PARTICIPANT;Nom${i};Prénom${i};1980-01-01;1;${nir};;CARTE-${adherent};;;`,
      `BENEFICIAIRE;${adherent};;;${du};;ENFANT;Nom${i};Enfant${i};2012-06-15;1;${nir};;;;;`,
    )
  }
  return new TextEncoder().encode(lignes.join('\n'))
}

/** A consultation of a general practitioner of sector 1, in the pathway: 30,00 €, 70 % less 2 €. */
export function consultation(id: string, personne: number, plus: Partial<LigneRecue> = {}): LigneRecue {
  const nir = nirAdulte(personne)
  return {
    idDecompte: id,
    numeroLigne: 1,
    operation: 'PAIEMENT',
    assure: { nir, cle: cleDe(nir), regime: '01', caisse: '751', centre: '0000' },
    beneficiaire: { dateNaissance: '1980-01-01', rangNaissance: 1 },
    soinsDebut: '2026-03-10',
    acte: { nature: 'G', nomenclature: 'NGAP', code: 'G', coefficient: '1', quantite: 1, prixUnitaire: 3000 },
    montants: {
      depense: 3000,
      depassement: 0,
      baseRemboursement: 3000,
      tauxRO: '70',
      montantRO: 1900,
      participationForfaitaire: 200,
    },
    contexte: { natureAssurance: '10', exonerationTM: '0', parcoursSoins: 'T' },
    executant: { numeroAM: '751234563', specialite: '01', conventionnement: '1' },
    reglement: { date: '2026-03-12', destinataire: 'ASSURE' },
    ...plus,
  }
}

/** The line that takes `ligne` back, whole. */
export function annulation(id: string, ligne: LigneRecue): LigneRecue {
  return {
    ...ligne,
    idDecompte: id,
    operation: 'ANNULATION',
    ligneOrigine: { idDecompte: ligne.idDecompte, numeroLigne: ligne.numeroLigne },
    montants: { ...negatifs(ligne.montants), tauxRO: ligne.montants.tauxRO },
  }
}

function negatifs(m: LigneRecue['montants']) {
  const { tauxRO: _taux, ...nombres } = m
  return Object.fromEntries(
    Object.entries(nombres).map(([cle, valeur]) => [cle, valeur === 0 ? 0 : -valeur]),
  ) as unknown as Omit<LigneRecue['montants'], 'tauxRO'>
}

interface Reglages {
  id?: string
  emetteur?: string
  amc?: string
  creeLe?: string
}

/** The document, with right totals. */
export function document(
  lignes: readonly LigneRecue[],
  { id = 'F1', emetteur = '01751', amc = NUMERO_AMC, creeLe = '2026-11-10T06:00:00+01:00' }: Reglages = {},
) {
  const somme = (lire: (l: LigneRecue) => number) => lignes.reduce((total, l) => total + lire(l), 0)
  return {
    format: 'flux-decomptes/1',
    entete: { idFichier: id, emetteur: { type: 'AMO', code: emetteur }, numeroAmc: amc, creeLe },
    lignes,
    controle: {
      nombreLignes: lignes.length,
      totalDepense: somme((l) => l.montants.depense),
      totalRO: somme((l) => l.montants.montantRO),
    },
  }
}

export const flux = (lignes: readonly LigneRecue[], reglages?: Reglages): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(document(lignes, reglages)))

/** The bytes as a stream, in pieces that cut characters and tokens anywhere. */
export async function* enMorceaux(octets: Uint8Array, taille = 1_000): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < octets.length; i += taille) yield octets.subarray(i, i + taille)
}
