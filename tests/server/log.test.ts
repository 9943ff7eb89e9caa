import fc from 'fast-check'
import { isValidIBAN } from 'ibantools'
import { validate as validerNir } from 'stdnum/lib/cjs/fr/nir.js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { cleNirJuste, depouiller, echapper, expurger } from '@/lib/server/expurgation'
import { log } from '@/lib/server/log'
import { dansRequete } from '@/lib/server/requete'

describe('le journal technique tait, où que ce soit (S-56)', () => {
  test.each([
    ['un NIR collé', 'échec pour 185079912345678', 'échec pour [NIR]'],
    ['un NIR sans clé', 'échec pour 1850799123456', 'échec pour [NIR]'],
    ['un NIR espacé', 'échec pour 1 85 07 99 123 456 78.', 'échec pour [NIR].'],
    ['un NIR corse', 'échec pour 185072A12345678', 'échec pour [NIR]'],
    // 2 82 03 99 999 002: 97 - (2820399999002 mod 97) = 48.
    ['un NIR dont la clé est juste', 'x282039999900248y', 'x[NIR]y'],
    ['ses chiffres un à un', 'nir=2 8 2 0 3 9 9 9 9 9 0 0 2 4 8', 'nir=[NIR]'],
    ['ses groupes séparés de points', '(2.82.03.99.999.002.48)', '([NIR])'],
    ['des espaces insécables', '2\u00a082\u00a003\u00a099\u00a0999\u00a0002\u00a048', '[NIR]'],
    // 1 85 05 2A 123 456 counts as 1 85 05 19 123 456: 97 - (1850519123456 mod 97) = 33.
    ['un NIR de Corse-du-Sud, espacé', '1 85 05 2A 123 456 33', '[NIR]'],
    // 2B counts as 18: 97 - (1850518123456 mod 97) = 60.
    ['un NIR de Haute-Corse, en minuscules', 'nir185052b12345660', 'nir[NIR]'],
    ['un IBAN', 'vers FR7630001007941234567890185 !', 'vers [IBAN] !'],
    ['un IBAN espacé', 'vers FR76 3000 1007 9412 3456 7890 185', 'vers [IBAN]'],
    ['un IBAN collé à des lettres, en minuscules', 'ibanfr1420041010050500013m02606fin', 'iban[IBAN]fin'],
    ['un IBAN allemand', 'DE89 3704 0044 0532 0130 00', '[IBAN]'],
    ['un lien à usage unique', '/acces?jeton=abc_DEF-123&x=1', '/acces?jeton=[…]&x=1'],
    ['les deux dans une phrase', 'FR1420041010050500013M02606 de 282039999900248', '[IBAN] de [NIR]'],
  ])('%s', (_nom, entree, sortie) => {
    expect(expurger(entree)).toBe(sortie)
  })

  test.each([
    '2026-03-15T10:00:00.000Z',
    'durée 1850 ms',
    '01890a5d-ac96-774b-bcce-b302099a8057',
    'port 55432',
    '"niveau":30,"lot":923456789012345',
  ])('et laisse lisible « %s »', (texte) => {
    expect(expurger(texte)).toBe(texte)
  })

  test('la clé d’un NIR est celle d’une bibliothèque tierce, pour mille numéros tirés au hasard', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('1', '2'),
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('01', '38', '75', '2A', '2B', '97'),
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 97 }),
        (sexe, an, mois, dep, commune, ordre, cle) => {
          const deux = (n: number) => String(n).padStart(2, '0')
          const trois = (n: number) => String(n).padStart(3, '0')
          const nir = `${sexe}${deux(an)}${deux(mois)}${dep}${trois(commune)}${trois(ordre)}${deux(cle)}`
          if (validerNir(nir).isValid) expect(cleNirJuste(nir)).toBe(true)
          if (cleNirJuste(nir)) expect(expurger(`a${nir}z`)).toBe('a[NIR]z')
        },
      ),
      { numRuns: 1000 },
    )
    expect(isValidIBAN('FR1420041010050500013M02606')).toBe(true)
  })

  test('des clés qu’on ne dit jamais, à toute profondeur', () => {
    expect(
      depouiller({
        evenement: 'x',
        a: { NIR: '1', b: [{ iban: 'F', motDePasse: 'm', garde: 1 }] },
        jeton: 'j',
        montant: 3,
        detail: 'd',
      }),
    ).toEqual({ evenement: 'x', a: { b: [{ garde: 1 }] } })
  })

  test('ce qui commande un terminal ou commence une ligne est écrit en chiffres', () => {
    expect(echapper('a\rb\u001b[31mc\u009b2Jd\u2028e\u202ef\u0000\tg')).toBe(
      'a\\u000db\\u001b[31mc\\u009b2Jd\\u2028e\\u202ef\\u0000\\u0009g',
    )
    expect(echapper('une ligne\n')).toBe('une ligne\n')
  })
})

describe('une ligne du journal technique (S-56)', () => {
  afterEach(() => vi.restoreAllMocks())
  const ecrire = (quoi: object): string => {
    const lignes: string[] = []
    vi.spyOn(process.stdout, 'write').mockImplementation((morceau) => {
      lignes.push(String(morceau))
      return true
    })
    log.error(quoi)
    vi.restoreAllMocks()
    return lignes.join('')
  }

  test('est un objet JSON d’une ligne, quoi qu’on y mette', () => {
    const ligne = ecrire({
      evenement: 'essai',
      message: 'faux\r\n{"evenement":"invente"}\u001b[2J\u009b0m 282039999900248',
      motDePasse: 'girafe lampe',
      erreur: { detail: 'Key (email)=(anne@exemple.fr)', message: 'vers FR1420041010050500013M02606' },
    })
    expect(ligne.trimEnd().split('\n')).toHaveLength(1)
    for (const commande of ['\u001b', '\u009b', '\r']) expect(ligne).not.toContain(commande)
    expect(ligne).not.toMatch(/girafe|anne@|282039999900248|FR14/)
    expect(JSON.parse(ligne)).toMatchObject({ evenement: 'essai', erreur: { message: 'vers [IBAN]' } })
  })

  test('porte le numéro de la requête en cours (S-54)', async () => {
    const ligne = await dansRequete('requete-1', async () => ecrire({ evenement: 'essai' }))
    expect(JSON.parse(ligne)).toMatchObject({ requete: 'requete-1' })
    expect(JSON.parse(ecrire({ evenement: 'essai' }))).not.toHaveProperty('requete')
  })
})

test('ce que le processus imprime sans passer par le journal technique est filtré aussi (S-56)', async () => {
  const { filtrerSorties } = await import('@/lib/server/sorties')
  const [sortie, erreur] = [process.stdout.write, process.stderr.write]
  const vus: string[] = []
  const noter = (morceau: string | Uint8Array) => {
    vus.push(String(morceau))
    return true
  }
  Object.assign(process.stdout, { write: noter })
  Object.assign(process.stderr, { write: noter })
  try {
    filtrerSorties()
    filtrerSorties()
    process.stderr.write(Buffer.from('⨯ Error: value "282039999900248" is out of range\n'))
    process.stdout.write('FR1420041010050500013M02606\u001b[0m\n', 'utf8')
  } finally {
    Object.assign(process.stdout, { write: sortie })
    Object.assign(process.stderr, { write: erreur })
  }
  expect(vus).toEqual(['⨯ Error: value "[NIR]" is out of range\n', '[IBAN]\\u001b[0m\n'])
})
