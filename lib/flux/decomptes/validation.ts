import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { estDateCivile } from '@/lib/rules/date/date-civile'
import { cleNir, estNir } from '../nir'
import type { Enveloppe } from './adaptateur'
import type { Anomalie, MotifQuarantaine } from './anomalie'
import schema from './flux-decomptes.schema.json'
import type { Identite, LigneRecue, MontantsRecus } from './format'

const ajv = new Ajv2020({ strict: true })
addFormats(ajv)
ajv.addSchema(schema)

const enveloppeConforme: ValidateFunction = ajv.compile({ $ref: schema.$id })
const ligneConforme: ValidateFunction<LigneRecue> = ajv.compile<LigneRecue>({
  $ref: `${schema.$id}#/$defs/ligne`,
})

/** Field and rule of the first mistake, without the value received. */
function faute(erreurs: readonly ErrorObject[] | null | undefined): { chemin: string; regle: string } {
  const [premiere] = erreurs ?? []
  if (premiere === undefined) return { chemin: '', regle: '' }
  const chemin = premiere.instancePath.slice(1).replaceAll('/', '.')
  const { missingProperty, additionalProperty, type, pattern } = premiere.params
  const precision = missingProperty ?? type ?? pattern
  // An unexpected key is the file's own text: named when it looks like a name, never else.
  const cle =
    typeof additionalProperty === 'string' && /^[A-Za-z_]{1,40}$/.test(additionalProperty)
      ? additionalProperty
      : null
  const fin = precision ?? cle
  return {
    chemin,
    regle: fin === undefined || fin === null ? premiere.keyword : `${premiere.keyword} ${fin}`,
  }
}

/** The envelope against the schema, lines aside. Null = it stands. */
export function fauteEnveloppe(valeur: unknown): { chemin: string; regle: string } | null {
  return enveloppeConforme(valeur) ? null : faute(enveloppeConforme.errors)
}

/** Cents: 10 million euros, either sign. */
const MONTANT_MAXIMAL = 1_000_000_000

/** A control character or half a surrogate pair: PostgreSQL cannot store it and nobody meant it. */
const INTERDIT = /[\p{Cc}\p{Cs}]/u

/** The line as received, or what is wrong with it. */
export function validerLigne(
  valeur: unknown,
  enveloppe: Enveloppe,
): { ligne: LigneRecue } | { anomalie: Anomalie } {
  if (!ligneConforme(valeur)) {
    const { chemin, regle } = faute(ligneConforme.errors)
    return { anomalie: { motif: 'SCHEMA_INVALIDE', chemin, regle } }
  }
  const anomalie =
    caractereInterdit(valeur, '') ??
    identifiants(valeur) ??
    dates(valeur, enveloppe.entete.creeLe.slice(0, 10)) ??
    identite(valeur) ??
    montants(valeur) ??
    origine(valeur)
  return anomalie === null ? { ligne: valeur } : { anomalie }
}

const dire = (motif: MotifQuarantaine, chemin: string, regle?: string): Anomalie =>
  regle === undefined ? { motif, chemin } : { motif, chemin, regle }

export function caractereInterdit(valeur: unknown, chemin: string): Anomalie | null {
  if (typeof valeur === 'string') return INTERDIT.test(valeur) ? dire('CARACTERE_INTERDIT', chemin) : null
  if (typeof valeur !== 'object' || valeur === null) return null
  for (const [cle, enfant] of Object.entries(valeur)) {
    const trouve = caractereInterdit(enfant, chemin === '' ? cle : `${chemin}.${cle}`)
    if (trouve !== null) return trouve
  }
  return null
}

function identifiants(l: LigneRecue): Anomalie | null {
  const id = l.idDecompte
  if (id.length === 0 || id.length > 64 || id.trim() !== id)
    return dire('IDENTIFIANT_INVALIDE', 'idDecompte', '1 à 64')
  return l.numeroLigne > 1_000_000 ? dire('IDENTIFIANT_INVALIDE', 'numeroLigne', '1 à 1000000') : null
}

function dates(l: LigneRecue, jourFichier: string): Anomalie | null {
  const lues: [string, string | undefined][] = [
    ['soinsDebut', l.soinsDebut],
    ['soinsFin', l.soinsFin],
    ['prescriptionLe', l.prescriptionLe],
    ['reglement.date', l.reglement?.date],
  ]
  for (const [chemin, date] of lues) {
    if (date !== undefined && !estDateCivile(date)) return dire('DATE_INEXISTANTE', chemin)
  }
  if (l.soinsFin !== undefined && l.soinsFin < l.soinsDebut) return dire('DATES_INCOHERENTES', 'soinsFin')
  return l.soinsDebut > jourFichier ? dire('DATE_FUTURE', 'soinsDebut') : null
}

function identite(l: LigneRecue): Anomalie | null {
  const porteurs: [string, Identite | undefined][] = [
    ['assure', l.assure],
    ['beneficiaire', l.beneficiaire],
  ]
  for (const [chemin, qui] of porteurs) {
    if (qui?.nir === undefined) continue
    if (!estNir(qui.nir)) return dire('NIR_INVALIDE', `${chemin}.nir`)
    if (qui.cle !== undefined && qui.cle !== cleNir(qui.nir)) return dire('NIR_CLE_FAUSSE', `${chemin}.cle`)
  }
  const aucun = l.assure?.nir === undefined && l.beneficiaire.nir === undefined
  return aucun ? dire('NIR_ABSENT', 'beneficiaire.nir') : null
}

const CHAMPS_MONTANTS = [
  'depense',
  'depassement',
  'baseRemboursement',
  'montantRO',
  'participationForfaitaire',
  'franchise',
  'majorationParticipation',
  'rcDejaVerse',
] as const satisfies readonly (keyof MontantsRecus)[]

/** Payments and rejections count up, an annulation counts down, a régularisation is one or the other, never both. */
function montants(l: LigneRecue): Anomalie | null {
  const m = l.montants
  const valeurs = CHAMPS_MONTANTS.map((champ) => [champ, m[champ] ?? 0] as const)
  for (const [champ, valeur] of valeurs) {
    if (Math.abs(valeur) > MONTANT_MAXIMAL) return dire('MONTANT_INVRAISEMBLABLE', `montants.${champ}`)
  }
  const baisse = l.operation === 'ANNULATION' || (l.operation === 'REGULARISATION' && estReversion(l))
  for (const [champ, valeur] of valeurs) {
    if (baisse ? valeur > 0 : valeur < 0) return dire('SIGNE_INCOHERENT', `montants.${champ}`)
  }
  const taux = Number(m.tauxRO)
  if (taux < 0 || taux > 100) return dire('MONTANTS_INCOHERENTS', 'montants.tauxRO', '0 à 100')
  const depense = Math.abs(m.depense)
  const verse = Math.abs(m.montantRO) + Math.abs(m.rcDejaVerse ?? 0)
  if (verse > depense) return dire('MONTANTS_INCOHERENTS', 'montants.montantRO', 'au plus la dépense')
  if (Math.abs(m.depassement ?? 0) > depense)
    return dire('MONTANTS_INCOHERENTS', 'montants.depassement', 'au plus la dépense')
  return null
}

/** Takes back an earlier line. */
export const estReversion = (l: Pick<LigneRecue, 'operation' | 'montants'>): boolean =>
  l.operation === 'ANNULATION' ||
  (l.operation === 'REGULARISATION' && (l.montants.depense < 0 || l.montants.montantRO < 0))

function origine(l: LigneRecue): Anomalie | null {
  const complete = l.ligneOrigine?.idDecompte !== undefined && l.ligneOrigine.numeroLigne !== undefined
  if (l.ligneOrigine !== undefined && !complete) return dire('ORIGINE_ABSENTE', 'ligneOrigine')
  return estReversion(l) && !complete ? dire('ORIGINE_ABSENTE', 'ligneOrigine') : null
}
