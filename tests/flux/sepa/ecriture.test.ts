import fc from 'fast-check'
import { isValidIBAN } from 'ibantools'
import { describe, expect, test } from 'vitest'
import { LotChange, LotRefuse } from '@/lib/flux/sepa/faute'
import { preparerPrelevements } from '@/lib/flux/sepa/prelevements'
import { preparerVirements } from '@/lib/flux/sepa/virements'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { montant } from '@/lib/rules/montant/montant'
import {
  centimes,
  ecrireTout,
  LOT_PRELEVEMENTS_HOSTILE,
  LOT_VIREMENTS_HOSTILE,
  lotPrelevements,
  lotVirements,
  prelevement,
  valeurs,
  validerXmllint,
  validerXsd,
  virement,
} from '@/tests/support/sepa'

const PRELEVEMENTS = ['pain.008.001.02', 'pain.008.001.08'] as const
const VIREMENTS = ['pain.001.001.03', 'pain.001.001.09'] as const
/** Letters, digits and signs of the EPC set. */
const EPC = /^[A-Za-z0-9/\-?:().,'+ ]+$/

const LONGUEURS: Readonly<Record<string, number>> = {
  MsgId: 35,
  PmtInfId: 35,
  EndToEndId: 35,
  MndtId: 35,
  OrgnlMndtId: 35,
  Nm: 70,
  Ustrd: 140,
}

/** What a bank checks first, on the text alone: what is wrong with it. */
function fautesDuFichier(xml: string, balise: 'DrctDbtTxInf' | 'CdtTrfTxInf'): string[] {
  const fautes: string[] = []
  const verifier = (juste: boolean, faute: string) => juste || fautes.push(faute)
  const somme = (texte: string) =>
    valeurs(texte, 'InstdAmt')
      .map(centimes)
      .reduce((a, b) => a + b, 0n)
  const nombre = (texte: string) => texte.split(`<${balise}>`).length - 1
  for (const [i, partie] of [xml, ...xml.split('<PmtInf>').slice(1)].entries()) {
    verifier(centimes(valeurs(partie, 'CtrlSum')[0] ?? '') === somme(partie), `CtrlSum ${i}`)
    verifier(Number(valeurs(partie, 'NbOfTxs')[0]) === nombre(partie) && nombre(partie) > 0, `NbOfTxs ${i}`)
  }
  for (const nom of ['EndToEndId', 'PmtInfId']) {
    const ids = valeurs(xml, nom)
    verifier(new Set(ids).size === ids.length, `${nom} en double`)
  }
  for (const [nom, longueur] of Object.entries(LONGUEURS)) {
    for (const valeur of valeurs(xml, nom)) {
      verifier(EPC.test(valeur) && valeur.length <= longueur, `${nom} : ${valeur}`)
      verifier(!/^[/ ]|[/ ]$|\/\//.test(valeur), `${nom} : ${valeur}`)
    }
  }
  for (const iban of valeurs(xml, 'IBAN')) verifier(isValidIBAN(iban), iban)
  verifier(
    !/PstlAdr|<Ccy>|<Purp>|InstrForDbtrAgt|<CdtrSchmeId><Nm>/.test(xml),
    'hors de ce que les banques lisent',
  )
  return fautes
}

/** For a loaded machine. */
const LENT = 240_000

// Ten thousand lots over the four formats.
describe('un lot de prélèvements', () => {
  test.each(PRELEVEMENTS)('%s : le fichier d’un prélèvement, balise par balise', async (format) => {
    const lot = lotPrelevements([
      prelevement(1, {
        debiteur: { nom: 'Éric L’Haÿ', iban: 'FR14 2004 1010 0505 0001 3M02 606', bic: 'PSSTFRPPXXX' },
        mandat: {
          rum: 'R1',
          dateSignature: dateCivile('2025-01-31'),
          modification: { ancienneRum: 'R0', ancienCompte: 'SMNDA' },
        },
      }),
    ])
    const xml = await ecrireTout(await preparerPrelevements(lot, format))
    validerXsd(format, xml)
    const bic = format === 'pain.008.001.02' ? 'BIC' : 'BICFI'
    expect(xml).toContain(
      '<GrpHdr><MsgId>LOT-1</MsgId><CreDtTm>2026-11-02T09:15:00Z</CreDtTm><NbOfTxs>1</NbOfTxs><CtrlSum>12.31</CtrlSum><InitgPty><Nm>Mutuelle du Pont-Levant</Nm></InitgPty></GrpHdr>',
    )
    expect(xml).toContain('<PmtInfId>LOT-1-001</PmtInfId>')
    expect(xml).toContain('<SeqTp>RCUR</SeqTp></PmtTpInf><ReqdColltnDt>2026-11-06</ReqdColltnDt>')
    expect(xml).toContain(
      '<CdtrSchmeId><Id><PrvtId><Othr><Id>FR72ZZZ123456</Id><SchmeNm><Prtry>SEPA</Prtry></SchmeNm></Othr></PrvtId></Id></CdtrSchmeId>',
    )
    expect(xml).toContain(
      '<DrctDbtTxInf><PmtId><EndToEndId>E1</EndToEndId></PmtId><InstdAmt Ccy="EUR">12.31</InstdAmt>',
    )
    expect(xml).toContain(
      '<MndtId>R1</MndtId><DtOfSgntr>2025-01-31</DtOfSgntr><AmdmntInd>true</AmdmntInd><AmdmntInfDtls><OrgnlMndtId>R0</OrgnlMndtId><OrgnlDbtrAcct><Id><Othr><Id>SMNDA</Id></Othr></Id></OrgnlDbtrAcct></AmdmntInfDtls>',
    )
    expect(xml).toContain(
      `<DbtrAgt><FinInstnId><${bic}>PSSTFRPPXXX</${bic}></FinInstnId></DbtrAgt><Dbtr><Nm>Eric L'Hay</Nm></Dbtr><DbtrAcct><Id><IBAN>FR1420041010050500013M02606</IBAN></Id></DbtrAcct>`,
    )
    expect(xml).toContain('<RmtInf><Ustrd>Cotisation 2026-11 ref. C1</Ustrd></RmtInf>')
  })

  test('sans BIC, l’agence est dite non fournie', async () => {
    const xml = await ecrireTout(
      await preparerPrelevements(lotPrelevements([prelevement(1)]), 'pain.008.001.08'),
    )
    expect(xml).toContain('<DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>')
  })

  test.each(PRELEVEMENTS)(
    '%s : 600 lots hostiles au hasard sont valides, et leurs totaux exacts',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(LOT_PRELEVEMENTS_HOSTILE, async (lot) => {
          const xml = await ecrireTout(await preparerPrelevements(lot, format))
          validerXsd(format, xml)
          expect(fautesDuFichier(xml, 'DrctDbtTxInf')).toEqual([])
        }),
        { numRuns: 600 },
      )
    },
    LENT,
  )

  test('le fichier coupé en morceaux est celui d’un seul tenant, à l’octet', async () => {
    const operations = Array.from({ length: 500 }, (_, i) => prelevement(i))
    const pret = await preparerPrelevements(lotPrelevements(operations), 'pain.008.001.08')
    const morceaux: string[] = []
    for await (const morceau of pret.ecrire()) morceaux.push(morceau)
    expect(morceaux.length).toBeGreaterThan(3)
    expect(morceaux.join('')).toBe(await ecrireTout(pret))
    expect(pret.nombre).toBe(500)
    // Σ (1230 + i), i = 0 … 499
    expect(pret.total).toBe(739_750n)
  })
})

describe('un lot de virements', () => {
  test.each(VIREMENTS)('%s : le fichier d’un virement, balise par balise', async (format) => {
    const xml = await ecrireTout(await preparerVirements(lotVirements([virement(1)]), format))
    validerXsd(format, xml)
    const date = format === 'pain.001.001.03' ? '2026-11-03' : '<Dt>2026-11-03</Dt>'
    expect(xml).toContain(
      `<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf><ReqdExctnDt>${date}</ReqdExctnDt>`,
    )
    expect(xml).toContain('<Amt><InstdAmt Ccy="EUR">4.51</InstdAmt></Amt>')
    expect(xml).toContain('<Cdtr><Nm>Lukasz Zolc</Nm></Cdtr>')
    expect(xml).toContain('<Ustrd>Remboursement sante 2026-10 ref. R1</Ustrd>')
  })

  test.each(VIREMENTS)(
    '%s : 600 lots hostiles au hasard sont valides, et leurs totaux exacts',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(LOT_VIREMENTS_HOSTILE, async (lot) => {
          const xml = await ecrireTout(await preparerVirements(lot, format))
          validerXsd(format, xml)
          expect(fautesDuFichier(xml, 'CdtTrfTxInf')).toEqual([])
        }),
        { numRuns: 600 },
      )
    },
    LENT,
  )
})

describe('xmllint, second avis', () => {
  test.each(PRELEVEMENTS)('%s : 60 lots hostiles lui conviennent, un fichier abîmé non', async (format) => {
    const fichiers = await Promise.all(
      fc
        .sample(LOT_PRELEVEMENTS_HOSTILE, 60)
        .map(async (lot) => ecrireTout(await preparerPrelevements(lot, format))),
    )
    const abime = (fichiers[0] ?? '').replace('<PmtMtd>DD</PmtMtd>', '<PmtMtd>XX</PmtMtd>')
    const avis = validerXmllint(format, [...fichiers, abime])
    expect(avis.filter((ligne) => ligne.endsWith(' validates'))).toHaveLength(60)
    expect(avis).toContain('f60.xml fails to validate')
  })

  test.each(VIREMENTS)('%s : 60 lots hostiles lui conviennent', async (format) => {
    const fichiers = await Promise.all(
      fc
        .sample(LOT_VIREMENTS_HOSTILE, 60)
        .map(async (lot) => ecrireTout(await preparerVirements(lot, format))),
    )
    expect(validerXmllint(format, fichiers)).toEqual(fichiers.map((_, i) => `f${i}.xml validates`))
  })
})

describe('un lot fautif est refusé avant le premier octet', () => {
  const debiteur = { nom: 'Ana', iban: 'FR1420041010050500013M02606' }
  const mandat = { rum: 'R', dateSignature: dateCivile('2025-01-31') }

  test.each([
    [
      'IBAN à la clé fausse',
      { debiteur: { ...debiteur, iban: 'FR1520041010050500013M02606' } },
      'IBAN',
      'debiteur.iban',
    ],
    // Right ISO key over a RIB key changed from 06 to 07.
    [
      'clé RIB fausse',
      { debiteur: { ...debiteur, iban: 'FR8420041010050500013M02607' } },
      'IBAN',
      'debiteur.iban',
    ],
    [
      'compte hors de la zone',
      { debiteur: { ...debiteur, iban: 'TN5910006035183598478831' } },
      'HORS_SEPA',
      'debiteur.iban',
    ],
    ['BIC en minuscules', { debiteur: { ...debiteur, bic: 'psstfrpp' } }, 'BIC', 'debiteur.bic'],
    ['BIC de test', { debiteur: { ...debiteur, bic: 'PSSTFR0P' } }, 'BIC', 'debiteur.bic'],
    ['BIC d’un pays qui n’existe pas', { debiteur: { ...debiteur, bic: 'PSSTQQPP' } }, 'BIC', 'debiteur.bic'],
    ['BIC mal formé', { debiteur: { ...debiteur, bic: 'BNPAFR' } }, 'BIC', 'debiteur.bic'],
    ['nom vide', { debiteur: { ...debiteur, nom: ' ' } }, 'ABSENT', 'debiteur.nom'],
    [
      'nom sans lettre latine',
      { debiteur: { ...debiteur, nom: '\u{1f920} 王芳' } },
      'ILLISIBLE',
      'debiteur.nom',
    ],
    ['montant nul', { montant: montant(0) }, 'MONTANT', 'montant'],
    ['montant négatif', { montant: montant(-1) }, 'MONTANT', 'montant'],
    ['montant d’un milliard', { montant: montant(100_000_000_000) }, 'MONTANT', 'montant'],
    ['identifiant de 36 caractères', { endToEndId: 'A'.repeat(36) }, 'TROP_LONG', 'endToEndId'],
    ['identifiant accentué', { endToEndId: 'É1' }, 'ALPHABET', 'endToEndId'],
    ['identifiant fini par une barre', { endToEndId: 'A/' }, 'BARRE_OBLIQUE', 'endToEndId'],
    ['identifiant à double barre', { endToEndId: 'A//B' }, 'BARRE_OBLIQUE', 'endToEndId'],
    ['RUM vide', { mandat: { ...mandat, rum: '' } }, 'ABSENT', 'mandat.rum'],
    ['RUM à espace', { mandat: { ...mandat, rum: 'A B' } }, 'ALPHABET', 'mandat.rum'],
    // 1 80 01 19 990 001 has key 97 − (1800119990001 mod 97) = 97 − 24 = 73.
    [
      'NIR dans la RUM',
      { mandat: { ...mandat, rum: 'X-180011999000173' } },
      'DONNEE_PERSONNELLE',
      'mandat.rum',
    ],
    [
      'NIR dans la référence',
      { libelle: { objet: 'COTISATION', reference: '180011999000173' } },
      'DONNEE_PERSONNELLE',
      'libelle.reference',
    ],
    [
      'texte libre en référence',
      { libelle: { objet: 'COTISATION', reference: 'Soins du dos' } },
      'ALPHABET',
      'libelle.reference',
    ],
    [
      'mois qui n’existe pas',
      { libelle: { objet: 'COTISATION', reference: 'R', periode: '2026-13' } },
      'PERIODE',
      'libelle.periode',
    ],
    [
      'mandat signé après l’échéance',
      { mandat: { ...mandat, dateSignature: dateCivile('2026-11-07') } },
      'SIGNATURE_POSTERIEURE',
      'mandat.dateSignature',
    ],
    [
      'modification vide',
      { mandat: { ...mandat, modification: {} } },
      'MODIFICATION_VIDE',
      'mandat.modification',
    ],
    [
      'ancien ICS faux',
      { mandat: { ...mandat, modification: { ancienIcs: 'FR73ZZZ123456' } } },
      'ICS',
      'mandat.modification.ancienIcs',
    ],
  ] as const)('%s', async (_nom, autre, code, champ) => {
    const operations = [prelevement(1), prelevement(2, autre)]
    const refus = await preparerPrelevements(lotPrelevements(operations), 'pain.008.001.08').catch((e) => e)
    expect(refus).toBeInstanceOf(LotRefuse)
    expect(refus.fautes).toEqual([{ code, champ, groupe: 1, rang: 2, endToEndId: operations[1]?.endToEndId }])
  })

  test('les fautes du lot lui-même sont dites', async () => {
    const operations = () => [prelevement(1)]
    const sequence = 'RCUR' as const
    const dateEcheance = dateCivile('2026-11-06')
    const lot = lotPrelevements([], {
      messageId: 'M'.repeat(32),
      groupes: [
        { sequence, dateEcheance, operations },
        { sequence, dateEcheance, operations },
        { sequence: 'FRST', dateEcheance: dateCivile('2026-11-02'), operations: () => [] },
      ],
    })
    const ics = { ...lot.creancier, ics: 'FR99ZZZ123456' }
    const refus = await preparerPrelevements({ ...lot, creancier: ics }, 'pain.008.001.02').catch((e) => e)
    expect(refus.fautes.map((f: { code: string; champ: string }) => `${f.code} ${f.champ}`)).toEqual([
      'ICS creancier.ics',
      'DATE_PASSEE dateEcheance',
      'TROP_LONG messageId',
      'GROUPE_DOUBLE groupes',
      'DOUBLE endToEndId',
      'GROUPE_VIDE operations',
    ])
  })

  test('un lot sans groupe, et un fichier de mille fautes dont cent sont gardées', async () => {
    const vide = await preparerPrelevements(lotPrelevements([], { groupes: [] }), 'pain.008.001.02').catch(
      (e) => e,
    )
    expect(vide.fautes).toEqual([{ code: 'LOT_VIDE', champ: 'groupes' }])
    const fausses = Array.from({ length: 1_000 }, (_, i) => prelevement(i, { montant: montant(0) }))
    const refus = await preparerPrelevements(lotPrelevements(fausses), 'pain.008.001.02').catch((e) => e)
    expect([refus.nombre, refus.fautes.length]).toEqual([1_000, 100])
  })

  test('des opérations qui changent entre le contrôle et l’écriture arrêtent le fichier', async () => {
    let lecture = 0
    const changeante = (second: readonly ReturnType<typeof prelevement>[]) => () => {
      lecture += 1
      return lecture % 2 === 1 ? [prelevement(1), prelevement(2)] : second
    }
    for (const second of [
      [prelevement(1)],
      [prelevement(1), prelevement(3)],
      [prelevement(1), prelevement(2), prelevement(3)],
    ]) {
      const lot = lotPrelevements([], {
        groupes: [
          { sequence: 'RCUR', dateEcheance: dateCivile('2026-11-06'), operations: changeante(second) },
        ],
      })
      const pret = await preparerPrelevements(lot, 'pain.008.001.08')
      await expect(ecrireTout(pret)).rejects.toThrow(LotChange)
    }
  })
})
