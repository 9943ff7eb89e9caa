import { describe, expect, test } from 'vitest'
import { lireFichierBancaire } from '@/lib/flux/sepa/lecture'

const lire = (texte: string) => lireFichierBancaire([Buffer.from(texte, 'latin1')])

/** A line written field by field at the positions of the format. */
function ligne(zones: Readonly<Record<number, string>>): string {
  let texte = ' '.repeat(120)
  for (const [position, valeur] of Object.entries(zones)) {
    const debut = Number(position) - 1
    texte = texte.slice(0, debut) + valeur + texte.slice(debut + valeur.length)
  }
  return texte
}

const COMPTE = { 3: '30002', 12: '00550', 17: 'EUR', 20: '2', 22: '0000157841Z' }
const ancien = (montant: string) => ligne({ 1: '01', ...COMPTE, 35: '091126', 91: montant })
const nouveau = (montant: string) => ligne({ 1: '07', ...COMPTE, 35: '101126', 91: montant })
const mouvement = (montant: string, autre: Record<number, string> = {}) =>
  ligne({ 1: '04', ...COMPTE, 33: 'B2', 35: '101126', 43: '101126', 49: 'PRLV SEPA', 91: montant, ...autre })
const complement = (qualifiant: string, information: string) =>
  ligne({ 1: '05', ...COMPTE, 33: 'B2', 35: '101126', 46: qualifiant, 49: information })

// Former balance +100.00 ({ = +0), a return of −12.31 (J = −1), a credit of +45.09 (I = +9): new balance +132.78 (H = +8).
const RELEVE = [
  ancien('0000000001000{'),
  mouvement('0000000000123J', { 41: '57', 105: 'REFBANQUE1' }),
  complement('LIB', 'IMPAYE'),
  complement('RCN', 'E1'),
  complement('RUM', 'RUM-1'),
  complement('RET', 'AM0457PROVISION INSUFFISANTE'),
  mouvement('0000000000450I', { 33: '18', 49: 'VIR M. EXEMPLE' }),
  nouveau('0000000001327H'),
]

describe('un relevé CFONB 120', () => {
  test('un retour et un virement reçu, montants surchargés et soldes vérifiés', async () => {
    const { format, retours, ecarts } = await lire(RELEVE.join('\r\n'))
    expect(format).toBe('CFONB120')
    expect(ecarts).toEqual([])
    expect(retours).toEqual([
      {
        nature: 'RETOUR',
        portee: 'OPERATION',
        messageId: null,
        groupeId: null,
        endToEndId: 'E1',
        mandat: 'RUM-1',
        montant: 1231,
        sens: 'DEBIT',
        date: '2026-11-10',
        codeMotif: 'AM04',
        referenceBanque: 'REFBANQUE1',
        compte: '30002-00550-0000157841Z',
        libelle: null,
      },
      expect.objectContaining({
        nature: 'CREDIT',
        montant: 4509,
        sens: 'CREDIT',
        endToEndId: null,
        codeMotif: null,
        libelle: 'VIR M. EXEMPLE',
      }),
    ])
  })

  test('sans saut de ligne, en blocs de 120, ou deux comptes à la suite : la même lecture', async () => {
    const attendu = (await lire(RELEVE.join('\n'))).retours
    expect((await lire(RELEVE.join(''))).retours).toEqual(attendu)
    expect((await lire([...RELEVE, '', ...RELEVE].join('\n'))).retours).toEqual([...attendu, ...attendu])
    expect((await lire(RELEVE.map((l) => l.trimEnd()).join('\n'))).retours).toEqual(attendu)
  })

  // Each: former balance 0, one movement, the same new balance.
  test.each([
    ['{', 0, 'CREDIT'],
    ['A', 1, 'CREDIT'],
    ['B', 2, 'CREDIT'],
    ['E', 5, 'CREDIT'],
    ['I', 9, 'CREDIT'],
    ['}', 0, 'CREDIT'],
    ['J', 1, 'DEBIT'],
    ['K', 2, 'DEBIT'],
    ['N', 5, 'DEBIT'],
    ['R', 9, 'DEBIT'],
  ])('la surcharge %s vaut %i au %s', async (lettre, montant, sens) => {
    const brut = `0000000000000${lettre}`
    const { retours } = await lire([ancien('0000000000000{'), mouvement(brut), nouveau(brut)].join('\n'))
    expect(retours.map((r) => [r.montant, r.sens])).toEqual([[montant, sens]])
  })

  test('sans code ISO, le code de la banque reste', async () => {
    const lignes = [
      ancien('0000000000000{'),
      mouvement('0000000000123J', { 41: '57' }),
      nouveau('0000000000123J'),
    ]
    expect((await lire(lignes.join('\n'))).retours).toMatchObject([
      { nature: 'RETOUR', codeMotif: 'CFONB-57' },
    ])
  })

  test('le remboursement demandé par le débiteur se distingue du retour', async () => {
    const lignes = [
      ancien('0000000000000{'),
      mouvement('0000000000123J'),
      complement('RET', 'MD06'),
      nouveau('0000000000123J'),
    ]
    expect((await lire(lignes.join('\n'))).retours).toMatchObject([
      { nature: 'REMBOURSEMENT', codeMotif: 'MD06', libelle: null },
    ])
  })

  test('un mouvement en dollars est laissé de côté, et dit', async () => {
    const dollars = { 17: 'USD' }
    const lignes = [
      ligne({ 1: '01', ...COMPTE, ...dollars, 35: '091126', 91: '0000000000000{' }),
      mouvement('0000000000123J', dollars),
      ligne({ 1: '07', ...COMPTE, ...dollars, 35: '101126', 91: '0000000000123J' }),
    ]
    expect(await lire(lignes.join('\n'))).toMatchObject({
      retours: [],
      ecarts: [{ code: 'DEVISE', lieu: 'ligne 2' }],
    })
  })

  test('zéro décimale : des euros', async () => {
    const zone = { 20: '0' }
    const lignes = [
      ligne({ 1: '01', ...COMPTE, ...zone, 35: '091126', 91: '0000000000000{' }),
      mouvement('0000000000012C', zone),
      ligne({ 1: '07', ...COMPTE, ...zone, 35: '091126', 91: '0000000000012C' }),
    ]
    expect((await lire(lignes.join('\n'))).retours).toMatchObject([{ montant: 12_300 }])
  })

  test.each([
    [
      'un solde qui ne suit pas des mouvements',
      [...RELEVE.slice(0, -1), nouveau('0000000001327I')],
      'TOTAUX_FAUX',
    ],
    ['un relevé coupé', RELEVE.slice(0, -1), 'LIGNE_INVALIDE'],
    ['un mouvement hors d’un compte', RELEVE.slice(1), 'LIGNE_INVALIDE'],
    ['un complément sans mouvement', [ancien('0000000000000{'), complement('RCN', 'E1')], 'LIGNE_INVALIDE'],
    ['deux débuts', [ancien('0000000000000{'), ancien('0000000000000{')], 'LIGNE_INVALIDE'],
    ['une ligne de 121 caractères', [`${RELEVE[0]?.slice(0, 119)}XX`, ...RELEVE.slice(1)], 'LIGNE_INVALIDE'],
    [
      'un autre compte au milieu',
      [RELEVE[0] ?? '', mouvement('0000000000123J', { 22: '99999999999' })],
      'LIGNE_INVALIDE',
    ],
    ['un type inconnu', [RELEVE[0] ?? '', ligne({ 1: '99' })], 'LIGNE_INVALIDE'],
    ['un montant sans surcharge', [ancien('00000000010000')], 'MONTANT_ILLISIBLE'],
    [
      'une date du 31 avril',
      [RELEVE[0] ?? '', mouvement('0000000000123J', { 35: '310426' }), nouveau('0000000000876I')],
      'DATE_ILLISIBLE',
    ],
  ])('%s est refusé', async (_nom, lignes, code) => {
    await expect(lire(lignes.join('\n'))).rejects.toMatchObject({ name: 'RefusBanque', code })
  })
})
