import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { composeIBAN } from 'ibantools'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import type { LotPret } from '@/lib/flux/sepa/emission'
import type {
  GroupePrelevements,
  Libelle,
  LotPrelevements,
  LotVirements,
  ModificationMandat,
  Prelevement,
  Sequence,
  Titulaire,
  Virement,
} from '@/lib/flux/sepa/lot'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { montant } from '@/lib/rules/montant/montant'
import { findXmllint, isoSchemas } from '@/scripts/test/iso-schemas'

const RACINE = process.cwd()
const validateurs = new Map<string, XsdValidator>()

function validateur(format: string): XsdValidator {
  const connu = validateurs.get(format)
  if (connu !== undefined) return connu
  const xsd = XmlDocument.fromBuffer(readFileSync(join(isoSchemas(RACINE), `${format}.xsd`)))
  const neuf = XsdValidator.fromDoc(xsd)
  xsd.dispose()
  validateurs.set(format, neuf)
  return neuf
}

/** @throws {XmlValidateError} */
export function validerXsd(format: string, xml: string): void {
  const document = XmlDocument.fromString(xml)
  try {
    validateur(format).validate(document)
  } finally {
    document.dispose()
  }
}

/** What xmllint says of the files: « f1.xml validates ». */
export function validerXmllint(format: string, fichiers: readonly string[]): string[] {
  const outil = findXmllint()
  const dossier = mkdtempSync(join(tmpdir(), 'xmllint-'))
  try {
    const noms = fichiers.map((xml, i) => {
      writeFileSync(join(dossier, `f${i}.xml`), xml)
      return `f${i}.xml`
    })
    const xsd = join(isoSchemas(RACINE), `${format}.xsd`)
    const { stderr } = spawnSync(outil, ['--nonet', '--noout', '--schema', xsd, ...noms], {
      cwd: dossier,
      encoding: 'utf8',
    })
    return stderr.trim().split('\n')
  } finally {
    rmSync(dossier, { recursive: true, force: true })
  }
}

export async function ecrireTout(pret: LotPret): Promise<string> {
  let xml = ''
  for await (const morceau of pret.ecrire()) xml += morceau
  return xml
}

/** Values of a tag, read by a third eye: a regular expression, not the code under test. */
export const valeurs = (xml: string, balise: string): string[] =>
  [...xml.matchAll(new RegExp(`<${balise}(?: [^>]*)?>([^<]*)</${balise}>`, 'g'))].map((m) => m[1] ?? '')

/** « 12.30 » → 1230n, without a float. */
export const centimes = (texte: string): bigint => BigInt(texte.replace('.', ''))

/** A French IBAN whose three keys are right. RIB key: 97 − ((89 bank + 15 branch + 3 account) mod 97). */
export function ibanFrancais(banque: number, guichet: number, compte: number): string {
  const [b, g, c] = [
    String(banque).padStart(5, '0'),
    String(guichet).padStart(5, '0'),
    String(compte).padStart(11, '0'),
  ]
  const cle = 97n - ((89n * BigInt(b) + 15n * BigInt(g) + 3n * BigInt(c)) % 97n)
  const iban = composeIBAN({ countryCode: 'FR', bban: `${b}${g}${c}${String(cle).padStart(2, '0')}` })
  if (iban === null) throw new Error('IBAN de test impossible')
  return iban
}

export const IBAN_MUTUELLE = ibanFrancais(20041, 1005, 500013)
export const ICS = 'FR72ZZZ123456'
export const CREE_LE = new Date('2026-11-02T09:15:00Z')

export const prelevement = (n: number, autre: Partial<Prelevement> = {}): Prelevement => ({
  endToEndId: `E${n}`,
  montant: montant(1230 + n),
  debiteur: { nom: 'Élodie Œuvrard', iban: ibanFrancais(30002, 550, 157841 + n) },
  mandat: { rum: `RUM-${n}`, dateSignature: dateCivile('2025-01-31') },
  libelle: { objet: 'COTISATION', periode: '2026-11', reference: `C${n}` },
  ...autre,
})

export const lotPrelevements = (
  operations: readonly Prelevement[],
  autre: Partial<LotPrelevements> = {},
): LotPrelevements => ({
  messageId: 'LOT-1',
  creeLe: CREE_LE,
  creancier: { nom: 'Mutuelle du Pont-Levant', iban: IBAN_MUTUELLE, bic: 'PSSTFRPPXXX', ics: ICS },
  groupes: [{ sequence: 'RCUR', dateEcheance: dateCivile('2026-11-06'), operations: () => operations }],
  ...autre,
})

export const virement = (n: number, autre: Partial<Virement> = {}): Virement => ({
  endToEndId: `V${n}`,
  montant: montant(4_50 + n),
  beneficiaire: { nom: 'Łukasz Żółć', iban: ibanFrancais(30002, 550, 157841 + n) },
  libelle: { objet: 'REMBOURSEMENT_SANTE', periode: '2026-10', reference: `R${n}` },
  ...autre,
})

export const lotVirements = (
  operations: readonly Virement[],
  autre: Partial<LotVirements> = {},
): LotVirements => ({
  messageId: 'VIR-1',
  creeLe: CREE_LE,
  donneurOrdre: { nom: 'Mutuelle du Pont-Levant', iban: IBAN_MUTUELLE },
  groupes: [{ dateExecution: dateCivile('2026-11-03'), operations: () => operations }],
  ...autre,
})

// ---- hostile lots ----

const BIC = fc.constantFrom('BNPAFRPPXXX', 'PSSTFRPP', 'AGRIFRPP882', 'REVOLT21', 'CMCIMCM1')
const IBAN = fc.oneof(
  fc.tuple(fc.nat(99999), fc.nat(99999), fc.nat(2_000_000_000)).map(([b, g, c]) => ibanFrancais(b, g, c)),
  fc.constantFrom(
    'DE89370400440532013000',
    'LT121000011101001000',
    'BE68 5390 0754 7034',
    'MC5811222000010123456789030',
  ),
)
/** Any Unicode around at least one readable letter: every script, emoji, marks, controls, XML, lone surrogates. */
const TEXTE = fc
  .tuple(
    fc.oneof(fc.string({ unit: 'binary', maxLength: 90 }), fc.string({ unit: 'grapheme', maxLength: 60 })),
    fc.constantFrom('a', 'Œ', 'É', '9', 'Ż'),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '<![CDATA[',
        '&lt;',
        ']]>',
        '//',
        '‮',
        '\ud83d',
        'œœœœœœœœœœœœœœœœœœœœœœœœœœœœœœœœœœœœ',
        '<!DOCTYPE a>',
      ),
    ),
  )
  .map(([debut, lettre, fin]) => `${lettre}${debut}${fin}`)
const TITULAIRE: fc.Arbitrary<Titulaire> = fc.record(
  { nom: TEXTE, iban: IBAN, bic: BIC },
  { requiredKeys: ['nom', 'iban'] },
)
const ID = fc
  .string({ unit: fc.constantFrom(..."ABCxyz019-?:().,'+"), minLength: 1, maxLength: 27 })
  .map((id) => id.replace(/\d{5,}/g, '0'))
const JOUR = fc.integer({ min: 1, max: 28 }).map((j) => String(j).padStart(2, '0'))
const MONTANT = fc
  .oneof(fc.integer({ min: 1, max: 300_000 }), fc.constantFrom(1, 10, 99_999_999_999))
  .map(montant)
const LIBELLE: fc.Arbitrary<Libelle> = fc.record(
  {
    objet: fc.constantFrom('COTISATION', 'REMBOURSEMENT_SANTE', 'RECUPERATION'),
    periode: fc.constantFrom('2026-01', '2026-12'),
    reference: fc.string({ unit: fc.constantFrom(...'ABZ09.-'), maxLength: 9 }).map((r) => `R${r}`),
  },
  { requiredKeys: ['objet', 'reference'] },
)
const MODIFICATION: fc.Arbitrary<ModificationMandat> = fc.oneof(
  fc.record({ ancienneRum: ID }),
  fc.record({ ancienIcs: fc.constant(ICS), ancienNomCreancier: TEXTE }, { requiredKeys: ['ancienIcs'] }),
  fc.record({ ancienNomCreancier: TEXTE }),
  fc.record(
    { ancienCompte: fc.oneof(fc.constant('SMNDA'), IBAN), ancienneRum: ID },
    { requiredKeys: ['ancienCompte'] },
  ),
)
const PRELEVEMENT = fc.record({
  montant: MONTANT,
  debiteur: TITULAIRE,
  libelle: LIBELLE,
  mandat: fc.record(
    { rum: ID, dateSignature: JOUR.map((j) => dateCivile(`2020-02-${j}`)), modification: MODIFICATION },
    { requiredKeys: ['rum', 'dateSignature'] },
  ),
})
const VIREMENT = fc.record({ montant: MONTANT, beneficiaire: TITULAIRE, libelle: LIBELLE })
const SEQUENCES: readonly Sequence[] = ['FRST', 'RCUR', 'OOFF', 'FNAL']

const numeroter = <T>(debut: string, operations: readonly T[], g: number): (T & { endToEndId: string })[] =>
  operations.map((operation, i) => ({ ...operation, endToEndId: `${debut}-${g}-${i}` }))

export const LOT_PRELEVEMENTS_HOSTILE: fc.Arbitrary<LotPrelevements> = fc
  .record({
    messageId: ID,
    creancier: fc.record({ nom: TEXTE, iban: IBAN, ics: fc.constant(ICS) }),
    globale: fc.boolean(),
    groupes: fc.uniqueArray(
      fc.record({
        sequence: fc.constantFrom(...SEQUENCES),
        jour: JOUR,
        operations: fc.array(PRELEVEMENT, { minLength: 1, maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 4, selector: (g) => `${g.sequence} ${g.jour}` },
    ),
  })
  .map(({ messageId, creancier, globale, groupes }) => ({
    messageId,
    creancier,
    creeLe: CREE_LE,
    comptabilisationGlobale: globale,
    groupes: groupes.map(({ sequence, jour, operations }, g): GroupePrelevements => {
      const numerotees = numeroter('P', operations, g)
      return { sequence, dateEcheance: dateCivile(`2026-12-${jour}`), operations: () => numerotees }
    }),
  }))

export const LOT_VIREMENTS_HOSTILE: fc.Arbitrary<LotVirements> = fc
  .record({
    messageId: ID,
    donneurOrdre: TITULAIRE,
    groupes: fc.uniqueArray(
      fc.record({ jour: JOUR, operations: fc.array(VIREMENT, { minLength: 1, maxLength: 6 }) }),
      { minLength: 1, maxLength: 3, selector: (g) => g.jour },
    ),
  })
  .map(({ messageId, donneurOrdre, groupes }) => ({
    messageId,
    donneurOrdre,
    creeLe: CREE_LE,
    groupes: groupes.map(({ jour, operations }, g) => {
      const numerotees = numeroter('V', operations, g)
      return { dateExecution: dateCivile(`2026-12-${jour}`), operations: () => numerotees }
    }),
  }))
