import { describe, expect, test } from 'vitest'
import { composer } from '@/lib/papiers/papiers'
import { CLASSE_IMPRIMABLE, imprimable, REMPLACEMENT, secable } from '@/lib/server/pdf/imprimables'
import { renduPdf } from '@/lib/server/pdf/rendu'
import {
  ATTESTATION,
  CARTE,
  CERTIFICAT,
  COURRIER,
  EMISSION,
  LIGNES,
  ORGANISME,
  releve,
} from '../../papiers/exemples'
import { lireCodes, PdfLu, serrer } from '../../support/pdf'

const PHRASE = 'Le remboursement de ce soin suit le tarif de la convention. '

/** What somebody may type, and what must be read on the sheet. */
const SAISIES: readonly (readonly [nom: string, saisie: string, imprime: string])[] = [
  [
    'du code Typst',
    '#panic("x") #sys.inputs #import "/etc/passwd": *',
    '#panic("x") #sys.inputs #import "/etc/passwd": *',
  ],
  ['des mathématiques', '$ x^2 $ $1', '$ x^2 $ $1'],
  ['des barres obliques', '\\u{41} \\* C:\\temp \\', '\\u{41} \\* C:\\temp \\'],
  [
    'du balisage',
    '[a] *gras* _italique_ `code` @ref <label> = Titre - liste / terme: x',
    '[a] *gras* _italique_ `code` @ref <label> = Titre - liste / terme: x',
  ],
  ['du HTML', '<script>alert(1)</script>&lt;', '<script>alert(1)</script>&lt;'],
  [
    'du PDF',
    '/JS (app.alert) /Launch endstream endobj ) >>',
    '/JS (app.alert) /Launch endstream endobj ) >>',
  ],
  ['une adresse', 'https://mechant.example/?a=1', 'https://mechant.example/?a=1'],
  ['des guillemets', `"l'un" -- l'autre...`, `"l'un" -- l'autre...`],
  ['un nom vietnamien', 'Thị Bích Nguyễn', 'Thị Bích Nguyễn'],
  ['du cyrillique et du grec', 'Жанна Ωμέγα', 'Жанна Ωμέγα'],
  ['un nom polonais, un turc', 'Łukasz Şahin Țîrlea', 'Łukasz Şahin Țîrlea'],
  ['des emoji', 'Noé 👩‍👧 Roux', `Noé ${REMPLACEMENT} Roux`],
  ['du chinois', '王小明', REMPLACEMENT],
  ['des commandes', 'a\u0000b\u001b[31mc\u0085d', 'ab[31mcd'],
  ['un sens d’écriture forcé', 'abc\u202eedc\u202c\u2066x\u2069', 'abcedcx'],
  ['une moitié de caractère', 'a\ud800b', `a${REMPLACEMENT}b`],
  ['un mot de 300 lettres', 'W'.repeat(300), 'W'.repeat(300)],
]

const LONGUES = [
  ['un paragraphe de 5 000 signes', PHRASE.repeat(84).slice(0, 5000)],
  ['cent lignes', Array.from({ length: 100 }, (_, i) => `ligne ${i}`).join('\n')],
] as const

const ACTIFS = [
  '/JS',
  '/JavaScript',
  '/Launch',
  '/OpenAction',
  '/AA',
  '/EmbeddedFile',
  '/SubmitForm',
  '/GoToR',
]

/** Every free text of every paper becomes `saisie`; short names keep to their length. */
const partout = (saisie: string) => {
  const nom = saisie.slice(0, 300)
  const organisme = {
    ...ORGANISME,
    nom,
    forme: nom,
    siren: nom,
    adresse: [nom],
    telephone: nom,
    horaires: nom,
    email: nom,
    site: nom,
  }
  const adherent = { prenom: nom, nom, numeroAdherent: nom }
  const nommes = <P extends object>(personnes: readonly P[]) =>
    personnes.map((p) => ({ ...p, prenom: nom, nom }))
  const lignes = LIGNES.map((l) => ({ ...l, beneficiaire: nom, libelle: saisie, executant: nom }))
  return [
    [
      'carte/1',
      {
        ...CARTE,
        organisme,
        adherent,
        formule: nom,
        csr: nom.slice(0, 20),
        beneficiaires: nommes(CARTE.beneficiaires),
      },
    ],
    ['releve/1', { ...releve(lignes), organisme, adherent, compte: { titulaire: nom, fin: '4T7Z' } }],
    [
      'attestation/1',
      {
        ...ATTESTATION,
        organisme,
        adherent,
        reglement: nom,
        formule: nom,
        beneficiaires: nommes(ATTESTATION.beneficiaires),
      },
    ],
    [
      'certificat/1',
      { ...CERTIFICAT, organisme, adherent, reglement: nom, beneficiaires: nommes(CERTIFICAT.beneficiaires) },
    ],
    [
      'courrier/1',
      {
        ...COURRIER,
        organisme,
        adherent,
        destinataire: [nom, nom, nom],
        objet: nom,
        paragraphes: [saisie, saisie],
        suite: [saisie],
        fondements: COURRIER.fondements.map((f) => ({ ...f, article: saisie })),
        signature: { nom, qualite: nom },
      },
    ],
  ] as const
}

describe.each(SAISIES)('%s, dans tous les champs', (_nom, saisie, imprime) => {
  test.each(partout(saisie))('de %s, s’imprime tel quel et n’agit pas', async (gabarit, faits) => {
    const octets = await renduPdf(composer(gabarit, faits, EMISSION))
    const lu = new PdfLu(octets)
    expect(serrer(lu.texte)).toContain(serrer(imprime))
    expect(lu.defaut).toBeNull()
    expect(ACTIFS.filter((nom) => lu.noms.has(nom))).toEqual([])
    expect(lu.adresses.filter((adresse) => adresse !== EMISSION.urlVerification)).toEqual([])
    // Reading a picture is slow: once for the frame that all papers share, once for the card.
    if (gabarit === 'carte/1' || gabarit === 'attestation/1')
      expect(lireCodes(octets)).toEqual([EMISSION.urlVerification])
  })
})

describe.each(LONGUES)('%s', (_nom, saisie) => {
  test.each(partout(saisie))('dans %s, rien ne se perd et la feuille se suit', async (gabarit, faits) => {
    const lu = new PdfLu(await renduPdf(composer(gabarit, faits, EMISSION)))
    const attendu = gabarit === 'releve/1' || gabarit === 'courrier/1' ? saisie : saisie.slice(0, 300)
    // The foot of a page may fall in the middle of it.
    const morceaux = attendu.split(/[.\n]/).filter((morceau) => morceau.length > 6)
    expect(morceaux.filter((morceau) => !serrer(lu.texte).includes(serrer(morceau)))).toEqual([])
    expect(lu.defaut).toBeNull()
  })
})

test('un nom hébreu se lit, dans sa police', async () => {
  const faits = { ...ATTESTATION, formule: 'דוד' }
  const lu = new PdfLu(await renduPdf(composer('attestation/1', faits, EMISSION)))
  expect(lu.texte.normalize('NFC')).toMatch(/דוד|דוד/)
})

test('un signe remplacé est annoncé au bas du papier, et seulement alors', async () => {
  const avec = new PdfLu(
    await renduPdf(composer('attestation/1', { ...ATTESTATION, formule: '王' }, EMISSION)),
  )
  const sans = new PdfLu(await renduPdf(composer('attestation/1', ATTESTATION, EMISSION)))
  expect(serrer(avec.texte)).toContain(serrer('nos polices n’impriment pas'))
  expect(serrer(sans.texte)).not.toContain(serrer('nos polices n’impriment pas'))
})

test('chaque signe dit imprimable l’est : le compilateur refuse un PDF/UA où manque un glyphe', async () => {
  const classe = new RegExp(`[${CLASSE_IMPRIMABLE}]`, 'u')
  const signes = Array.from({ length: 0xd800 }, (_, i) => String.fromCodePoint(i)).filter((s) =>
    classe.test(s),
  )
  expect(signes.length).toBeGreaterThan(1000)
  const paragraphes = [signes.map((s) => `x${s}`).join(' ')]
  // Both weights: running text, and the bold of a signature.
  const morceaux = Array.from({ length: Math.ceil(signes.length / 100) }, (_, i) =>
    signes.slice(i * 100, i * 100 + 100).join(' '),
  )
  for (const [i, gras] of morceaux.entries()) {
    const faits = {
      ...COURRIER,
      paragraphes: i === 0 ? paragraphes.map((p) => p.slice(0, 5000)) : [gras],
      signature: { nom: gras, qualite: null },
    }
    expect((await renduPdf(composer('courrier/1', faits, EMISSION))).length).toBeGreaterThan(1000)
  }
})

test('un mot long reçoit des coupes, un mot ordinaire non', () => {
  expect(secable('anticonstitutionnellement')).toBe('anticonstitutionnellement')
  expect(
    secable('x'.repeat(40))
      .split('\u200b')
      .map((morceau) => morceau.length),
  ).toEqual([10, 10, 10, 10, 0])
  expect(imprimable('é œ € → ễ')).toBe('é œ € → ễ')
})
