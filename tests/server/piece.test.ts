import { readFileSync } from 'node:fs'
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MO, refusAuChoix, refusEnvoi, type TypePiece, typeParNom } from '@/lib/formulaire/piece'
import type { RefusPiece } from '@/lib/lexique/depot'
import { avecAtelier, type Controler } from '@/lib/server/piece/atelier'
import { PieceRefusee } from '@/lib/server/piece/refus'
import * as I from '../support/images-pieges'
import * as P from '../support/pdf-pieges'

/** One process for the whole corpus, as for one sending: a file that breaks it must not spoil the next. */
let controler: Controler
let fermer = (): void => {}
beforeAll(async () => {
  await new Promise<void>((pret) => {
    void avecAtelier(async (c) => {
      controler = c
      pret()
      await new Promise<void>((fini) => {
        fermer = fini
      })
    })
  })
})
afterAll(() => fermer())

const DECLARE: Readonly<Record<TypePiece, string>> = {
  'application/pdf': 'application/pdf',
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
}

type Octets = Uint8Array | Promise<Uint8Array>
interface Piece {
  readonly issue: RefusPiece | 'ACCEPTE'
  readonly octets: Uint8Array | null
}

/** As the service does: name and declared type first, content next. */
async function passer(nom: string, octets: Octets, declare?: string): Promise<Piece> {
  const recus = await octets
  const attendu = typeParNom(nom)
  const type = declare ?? (attendu === null ? '' : DECLARE[attendu])
  const refus = refusAuChoix({ name: nom, size: recus.length, type })
  if (refus !== null || attendu === null) return { issue: refus ?? 'FORMAT', octets: null }
  try {
    return { issue: 'ACCEPTE', octets: await controler(recus, attendu) }
  } catch (erreur) {
    if (!(erreur instanceof PieceRefusee)) throw erreur
    return { issue: erreur.code, octets: null }
  }
}

async function accepter(nom: string, octets: Octets): Promise<Uint8Array> {
  const { issue, octets: gardes } = await passer(nom, octets)
  expect(issue).toBe('ACCEPTE')
  return gardes ?? new Uint8Array()
}

const ascii = (contenu: string) => Buffer.from(contenu, 'latin1')
const EICAR = ascii(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''))
const HTML = '<!doctype html><html><script>alert(document.cookie)</script></html>'
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

describe('dès le choix du fichier', () => {
  test.each<[string, string, number, string, RefusPiece | null]>([
    ['un PDF', 'a.pdf', 10, 'application/pdf', null],
    ['une photo', 'IMG_0001.JPG', 10, 'image/jpeg', null],
    ['un fichier que le navigateur ne sait pas nommer', 'a.pdf', 10, '', null],
    ['un PNG vu comme octets', 'a.png', 10, 'application/octet-stream', null],
    ['10 Mo juste', 'a.pdf', 10 * MO, 'application/pdf', null],
    ['un octet de plus', 'a.pdf', 10 * MO + 1, 'application/pdf', 'TROP_LOURD'],
    ['un fichier vide', 'a.pdf', 0, 'application/pdf', 'VIDE'],
    ['un GIF', 'a.gif', 10, 'image/gif', 'FORMAT'],
    ['un SVG', 'a.svg', 10, 'image/svg+xml', 'FORMAT'],
    ['une page', 'a.html', 10, 'text/html', 'FORMAT'],
    ['un programme', 'facture.pdf.exe', 10, 'application/pdf', 'FORMAT'],
    ['un programme caché par un caractère nul', 'a.exe\u0000.pdf.exe', 10, 'application/pdf', 'FORMAT'],
    ['un programme au nom retourné', 'facture\u202Efdp.exe', 10, 'application/pdf', 'FORMAT'],
    ['une archive', 'a.zip', 10, 'application/zip', 'FORMAT'],
    ['un document Word', 'a.docx', 10, '', 'FORMAT'],
    ['une photo HEIC', 'IMG.HEIC', 10, 'image/heic', 'FORMAT'],
    ['un nom sans extension', 'facture', 10, 'application/pdf', 'FORMAT'],
    ['une extension qui est un mot du langage', 'a.constructor', 10, 'constructor', 'FORMAT'],
    ['un type qui est un mot du langage', 'a.pdf', 10, 'constructor', 'TYPE_DIFFERENT'],
    ['une extension seule', '.htaccess', 10, '', 'FORMAT'],
    ['un PDF déclaré page web', 'a.pdf', 10, 'text/html', 'TYPE_DIFFERENT'],
    ['une photo déclarée autrement', 'a.jpg', 10, 'image/png', 'TYPE_DIFFERENT'],
  ])('%s', (_quoi, name, size, type, attendu) => {
    expect(refusAuChoix({ name, size, type })).toBe(attendu)
  })

  test('6 fichiers, ou 20 Mo et un octet, ne partent pas ensemble', () => {
    const fichier = { name: 'a.pdf', size: 1, type: '' }
    expect(refusEnvoi(Array.from({ length: 5 }, () => fichier))).toBeNull()
    expect(refusEnvoi(Array.from({ length: 6 }, () => fichier))).toBe('TROP_DE_FICHIERS')
    expect(
      refusEnvoi([
        { ...fichier, size: 10 * MO },
        { ...fichier, size: 10 * MO },
      ]),
    ).toBeNull()
    const trois = [10 * MO, 10 * MO, 1].map((size) => ({ ...fichier, size }))
    expect(refusEnvoi(trois)).toBe('ENVOI_TROP_LOURD')
  })
})

describe('un contenu qui n’est pas ce que dit son nom', () => {
  test.each<[string, string, () => Octets, RefusPiece]>([
    ['une page web', 'facture.pdf', () => ascii(HTML), 'TYPE_DIFFERENT'],
    ['un SVG', 'photo.png', () => ascii(SVG), 'TYPE_DIFFERENT'],
    ['un GIF', 'photo.png', () => ascii('GIF89a\x01\0\x01\0\0\0\0;'), 'IMAGE_ANIMEE'],
    ['le fichier d’essai EICAR', 'facture.pdf', () => EICAR, 'TYPE_DIFFERENT'],
    ['une archive', 'facture.pdf', () => I.zip(), 'TYPE_DIFFERENT'],
    ['une archive dans une archive', 'f.pdf', () => I.zip('42.zip', I.zip()), 'TYPE_DIFFERENT'],
    ['un PNG', 'photo.jpg', () => I.png(), 'TYPE_DIFFERENT'],
    ['un JPEG', 'photo.png', () => I.jpeg(), 'TYPE_DIFFERENT'],
    ['un WebP', 'photo.jpg', () => I.image().webp().toBuffer(), 'TYPE_DIFFERENT'],
    ['un TIFF', 'photo.jpg', () => I.image().tiff().toBuffer(), 'TYPE_DIFFERENT'],
    ['un programme Windows', 'facture.pdf', () => ascii(`MZ${'\0'.repeat(200)}PE`), 'TYPE_DIFFERENT'],
    [
      'un programme Linux',
      'photo.jpg',
      () => ascii(`\x7fELF\x02\x01\x01${'\0'.repeat(60)}`),
      'TYPE_DIFFERENT',
    ],
    ['du PostScript', 'facture.pdf', () => ascii('%!PS-Adobe-3.0\nshowpage'), 'TYPE_DIFFERENT'],
    [
      'des entités qui enflent',
      'p.png',
      () => ascii('<!DOCTYPE a [<!ENTITY a "aa">]><a>&a;</a>'),
      'TYPE_DIFFERENT',
    ],
    ['n’importe quoi', 'photo.jpg', () => Buffer.alloc(5000, 'x'), 'TYPE_DIFFERENT'],
    [
      'une page web suivie d’un PDF',
      'f.pdf',
      async () => Buffer.concat([ascii(HTML), await P.pdf()]),
      'TYPE_DIFFERENT',
    ],
    [
      'un PDF précédé de dix octets',
      'f.pdf',
      async () => Buffer.concat([ascii('\0'.repeat(10)), await P.pdf()]),
      'TYPE_DIFFERENT',
    ],
  ])('%s nommé %s', async (_quoi, nom, octets, attendu) => {
    expect((await passer(nom, octets())).issue).toBe(attendu)
  })
})

const JS = { S: 'JavaScript', JS: P.texte('app.alert(1)') }
const NOM_JS = PDFName.of('OpenAction')

describe('un PDF refusé', () => {
  test.each<[string, () => Octets, RefusPiece]>([
    ['suivi d’une archive', async () => Buffer.concat([await P.pdf(), I.zip()]), 'PDF_SUSPECT'],
    ['suivi d’une page web', async () => Buffer.concat([await P.pdf(), ascii(HTML)]), 'PDF_SUSPECT'],
    ['coupé en deux', async () => (await P.pdf()).subarray(0, 400), 'PDF_ABIME'],
    ['réduit à son en-tête', () => ascii('%PDF-1.7\n%%EOF'), 'PDF_ABIME'],
    ['sans page', () => P.pdf(0), 'PDF_ABIME'],
    ['de 51 pages', () => P.pdf(51), 'PDF_TROP_DE_PAGES'],
    [
      'à mot de passe',
      () => P.pdf(1, (d) => d.encrypt({ userPassword: 'u', ownerPassword: 'o' })),
      'PDF_PROTEGE',
    ],
    [
      'protégé sans mot de passe',
      () => P.pdf(1, (d) => d.encrypt({ userPassword: '', ownerPassword: 'o' })),
      'PDF_PROTEGE',
    ],
    ['à code nommé', () => P.pdf(1, (d) => d.addJavaScript('a', 'app.alert(1)')), 'PDF_CODE'],
    ['à code lancé à l’ouverture', () => P.catalogue('OpenAction', JS), 'PDF_CODE'],
    [
      'à code au fond d’un flux d’objets',
      () =>
        P.pdf(1, ({ catalog, context }) => catalog.set(NOM_JS, context.register(context.obj(JS as never)))),
      'PDF_CODE',
    ],
    [
      'à code écrit en échappements',
      () =>
        P.brut(
          P.objet(1, '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/J#61vaScr#69pt/#4a#53(x)>>>>'),
          ...P.UNE_PAGE.slice(1),
        ),
      'PDF_CODE',
    ],
    [
      'à code dans un objet que rien ne désigne',
      () => P.brut(...P.UNE_PAGE, P.objet(7, '<</S/JavaScript/JS(x)>>')),
      'PDF_CODE',
    ],
    [
      'à code dans un flux',
      () =>
        P.brut(...P.UNE_PAGE, P.objet(7, '<</JS 8 0 R>>'), P.objet(8, '<</Length 1>>\nstream\nx\nendstream')),
      'PDF_CODE',
    ],
    ['à code sur une page', () => P.annotation({ Subtype: 'Widget', AA: { E: JS } }), 'PDF_CODE'],
    [
      'à action sans code sur une page',
      () => P.annotation({ Subtype: 'Widget', AA: { E: { S: 'Named', N: 'NextPage' } } }),
      'PDF_ACTION',
    ],
    [
      'à PostScript',
      () => P.brut(...P.UNE_PAGE, P.objet(7, '<</Type/XObject/Subtype/PS/Length 1>>\nstream\nx\nendstream')),
      'PDF_CODE',
    ],
    ['qui lance un programme', () => P.lien({ S: 'Launch', F: P.texte('cmd.exe') }), 'PDF_ACTION'],
    ['qui lance un programme à l’ouverture', () => P.catalogue('OpenAction', { S: 'Launch' }), 'PDF_ACTION'],
    [
      'qui ouvre une adresse tout seul',
      () => P.catalogue('OpenAction', { S: 'URI', URI: P.texte('https://x.example') }),
      'PDF_ACTION',
    ],
    [
      'qui envoie un formulaire',
      () => P.lien({ S: 'SubmitForm', F: P.texte('https://x.example') }),
      'PDF_ACTION',
    ],
    ['qui importe des données', () => P.lien({ S: 'ImportData' }), 'PDF_ACTION'],
    [
      'qui ouvre un autre fichier',
      () => P.lien({ S: 'GoToR', F: P.texte('\\\\hote\\partage') }),
      'PDF_ACTION',
    ],
    ['qui ouvre un fichier joint', () => P.lien({ S: 'GoToE' }), 'PDF_ACTION'],
    ['au lien vers du code', () => P.lien({ S: 'URI', URI: P.texte('java\nscript:alert(1)') }), 'PDF_ACTION'],
    [
      'au lien vers un fichier de l’ordinateur',
      () => P.lien({ S: 'URI', URI: P.texte('file:///etc/passwd') }),
      'PDF_ACTION',
    ],
    ['à fichier joint', () => P.pdf(1, (d) => d.attach(EICAR, 'a.exe')), 'PDF_FICHIER_JOINT'],
    ['à fichier joint en annotation', () => P.annotation({ Subtype: 'FileAttachment' }), 'PDF_FICHIER_JOINT'],
    ['à vidéo', () => P.annotation({ Subtype: 'RichMedia' }), 'PDF_FICHIER_JOINT'],
    ['à objet 3D', () => P.annotation({ Subtype: '3D' }), 'PDF_FICHIER_JOINT'],
    ['à film', () => P.lien({ S: 'Rendition' }), 'PDF_FICHIER_JOINT'],
    [
      'dont un flux est dans un autre fichier',
      () => P.brut(...P.UNE_PAGE, P.objet(7, '<</Length 1/F(x)>>\nstream\nx\nendstream')),
      'PDF_FICHIER_JOINT',
    ],
    [
      'à formulaire XFA',
      () => P.catalogue('AcroForm', { Fields: [], XFA: P.texte('<xdp/>') }),
      'PDF_FORMULAIRE',
    ],
    ['de 3 ko qui en deviennent un demi-milliard', () => P.bombe(), 'PDF_ABIME'],
    [
      'dont les pages tournent en rond',
      () =>
        P.brut(
          P.objet(1, '<</Type/Catalog/Pages 2 0 R>>'),
          P.objet(2, '<</Type/Pages/Kids[2 0 R]/Count 1>>'),
        ),
      'PDF_ABIME',
    ],
    ['aux tableaux sans fond', () => P.brut(...P.UNE_PAGE, P.objet(7, '['.repeat(200_000))), 'PDF_ABIME'],
    ['dont un objet est cassé', () => P.brut(...P.UNE_PAGE, P.objet(7, '<</S/JavaScr')), 'PDF_ABIME'],
  ])('%s', async (_quoi, octets, attendu) => {
    expect((await passer('facture.pdf', octets())).issue).toBe(attendu)
  })
})

describe('un PDF accepté', () => {
  const pages = async (octets: Uint8Array) => (await PDFDocument.load(octets)).getPageCount()
  const contient = (octets: Uint8Array, mot: string) => Buffer.from(octets).includes(mot)

  test('ordinaire, de 1 à 50 pages, garde ses pages', async () => {
    expect(await pages(await accepter('a.pdf', P.pdf(1)))).toBe(1)
    expect(await pages(await accepter('a.pdf', P.pdf(50)))).toBe(50)
  })

  test('garde un lien vers un site et une page d’ouverture', async () => {
    const lie = await accepter('a.pdf', P.lien({ S: 'URI', URI: P.texte('https://www.ameli.fr/') }))
    expect(await pages(lie)).toBe(1)
    await accepter('a.pdf', P.catalogue('OpenAction', { S: 'GoTo', D: P.texte('debut') }))
    await accepter(
      'a.pdf',
      P.brut(P.objet(1, '<</Type/Catalog/Pages 2 0 R/OpenAction[3 0 R/Fit]>>'), ...P.UNE_PAGE.slice(1)),
    )
  })

  test('peut avoir des polices nommées AA, JS ou EF', async () => {
    const police = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
    const ressources = `<</Font<</AA ${police}/JS ${police}/EF ${police}>>>>`
    const page = P.objet(3, `<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources${ressources}>>`)
    await accepter('a.pdf', P.brut(...P.UNE_PAGE.slice(0, 2), page))
  })

  test('perd la page web glissée en commentaire après son en-tête', async () => {
    const double = Buffer.from(
      P.brut(...P.UNE_PAGE)
        .toString('latin1')
        .replace('%PDF-1.7\n', `%PDF-1.7\n%${HTML}\n`),
      'latin1',
    )
    expect(contient(double, '<script>')).toBe(true)
    expect(contient(await accepter('a.pdf', double), '<script>')).toBe(false)
  })

  test('perd ce qui est entre ses objets, et la version remplacée d’un objet', async () => {
    const garde = P.brut(
      ...P.UNE_PAGE,
      'MZ programme entre deux objets',
      P.objet(7, '<</S/JavaScript/JS(ancien)>>'),
      P.objet(7, '<</Rien true>>'),
    )
    const propre = await accepter('a.pdf', garde)
    for (const mot of ['MZ programme', 'JavaScript', 'ancien']) expect(contient(propre, mot)).toBe(false)
  })

  test('ne garde aucun ancien flux d’objets', async () => {
    const source = await P.pdf(2)
    const { context } = await PDFDocument.load(await accepter('a.pdf', source), { updateMetadata: false })
    const flux = (nom: string) =>
      context
        .enumerateIndirectObjects()
        .filter(
          ([, objet]) =>
            objet instanceof PDFRawStream && objet.dict.get(PDFName.of('Type')) === PDFName.of(nom),
        ).length
    expect([flux('ObjStm'), flux('XRef')]).toEqual([1, 1])
  })
})

describe('une image refusée', () => {
  test.each<[string, string, () => Octets, RefusPiece]>([
    ['de 30 000 pixels de côté', 'p.png', () => I.pngImmense(30_000), 'IMAGE_TROP_GRANDE'],
    ['qui s’annonce immense', 'p.jpg', () => I.jpegMenteur(60_000), 'IMAGE_TROP_GRANDE'],
    ['qui s’annonce plus grande qu’elle n’est', 'p.jpg', () => I.jpegMenteur(2_000), 'IMAGE_ABIMEE'],
    ['PNG coupée', 'p.png', async () => (await I.png()).subarray(0, 120), 'IMAGE_ABIMEE'],
    ['JPEG coupée', 'p.jpg', async () => (await I.jpeg()).subarray(0, -60), 'IMAGE_ABIMEE'],
    ['JPEG réduite à sa signature', 'p.jpg', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'IMAGE_ABIMEE'],
    ['PNG réduite à son en-tête', 'p.png', async () => (await I.png()).subarray(0, 33), 'IMAGE_ABIMEE'],
    [
      'animée',
      'p.png',
      async () => I.apresEntete(await I.png(), I.bloc('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))),
      'IMAGE_ANIMEE',
    ],
  ])('%s', async (_quoi, nom, octets, attendu) => {
    expect((await passer(nom, octets())).issue).toBe(attendu)
  })
})

describe('une image acceptée', () => {
  test('ne dit plus ni où, ni quand, ni par quel appareil, et se tient droite', async () => {
    const photo = await I.photoSituee()
    const avant = await sharp(photo).metadata()
    expect([avant.orientation, avant.exif !== undefined, avant.exif?.includes('Telephone')]).toEqual([
      6,
      true,
      true,
    ])
    const propre = await accepter('p.jpg', photo)
    const { exif, xmp, iptc, icc, orientation, width, height } = await sharp(propre).metadata()
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({
      exif: undefined,
      xmp: undefined,
      iptc: undefined,
      icc: undefined,
      orientation: undefined,
    })
    expect([width, height]).toEqual([avant.height, avant.width])
  })

  test.each<[string, string, () => Octets, Record<string, unknown>]>([
    [
      'à quatre encres',
      'p.jpg',
      () => I.image().toColourspace('cmyk').jpeg().toBuffer(),
      { space: 'srgb', channels: 3 },
    ],
    ['progressive', 'p.jpg', () => I.image().jpeg({ progressive: true }).toBuffer(), { format: 'jpeg' }],
    [
      'à profil de couleurs',
      'p.jpg',
      () => I.image().withIccProfile('p3').jpeg().toBuffer(),
      { icc: undefined },
    ],
    ['sur 16 bits', 'p.png', () => I.image().toColourspace('rgb16').png().toBuffer(), { depth: 'uchar' }],
    ['à palette', 'p.png', () => I.image().png({ palette: true }).toBuffer(), { format: 'png' }],
    ['transparente', 'p.png', () => I.image().ensureAlpha(0.5).png().toBuffer(), { hasAlpha: true }],
    ['d’un pixel', 'p.png', () => I.image().resize(1, 1).png().toBuffer(), { width: 1, height: 1 }],
  ])('%s', async (_quoi, nom, octets, attendu) => {
    const { format, space, channels, icc, depth, hasAlpha, width, height } = await sharp(
      await accepter(nom, octets()),
    ).metadata()
    expect({ format, space, channels, icc, depth, hasAlpha, width, height }).toMatchObject(attendu)
  })

  test.each<[string, string, () => Promise<Buffer>, string]>([
    [
      'l’archive collée après sa fin',
      'p.png',
      async () => Buffer.concat([await I.png(), I.zip()]),
      'malware.exe',
    ],
    [
      'la page web collée après sa fin',
      'p.jpg',
      async () => Buffer.concat([await I.jpeg(), ascii(HTML)]),
      '<script>',
    ],
    ['le code en commentaire', 'p.jpg', () => I.jpegCommente('<?php system($_GET[0]); ?>'), '<?php'],
    [
      'le texte d’un bloc',
      'p.png',
      async () => I.apresEntete(await I.png(), I.bloc('tEXt', ascii('Comment\0<script>x</script>'))),
      '<script>',
    ],
  ])('perd %s', async (_quoi, nom, octets, mot) => {
    const recu = await octets()
    expect(recu.includes(mot)).toBe(true)
    expect(Buffer.from(await accepter(nom, recu)).includes(mot)).toBe(false)
  })
})

describe('le lecteur de pièces', () => {
  test('ne reçoit aucun secret du serveur', () => {
    const source = readFileSync('lib/server/piece/atelier.ts', 'utf8')
    expect(source).toContain('env: {')
    expect(source).not.toContain('...process.env')
  })

  test('lit plusieurs envois à la fois, et en fait attendre', async () => {
    const un = () => avecAtelier(async (c) => (await c(await P.pdf(), 'application/pdf')).length > 0)
    expect(await Promise.all([un(), un(), un()])).toEqual([true, true, true])
  })
})
