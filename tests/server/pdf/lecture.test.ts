import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { Papier as PagePapier } from '@/components/papier/papier'
import type { Papier } from '@/lib/papiers/papier'
import { composer } from '@/lib/papiers/papiers'
import { renduPdf } from '@/lib/server/pdf/rendu'
import {
  ATTESTATION,
  CARTE,
  CERTIFICAT,
  COURRIER,
  EMISSION,
  LIGNES,
  ligneReleve,
  PRISE_EN_CHARGE,
  RADIATION,
  releve,
} from '../../papiers/exemples'
import { lireCodes, PdfLu, serrer } from '../../support/pdf'

const PAPIERS = [
  ['carte/1', CARTE],
  ['releve/1', releve(LIGNES)],
  ['attestation/1', ATTESTATION],
  ['certificat/1', CERTIFICAT],
  ['courrier/1', COURRIER],
  ['radiation/1', RADIATION],
  ['prise-en-charge/1', PRISE_EN_CHARGE],
] as const

/** Keys of a paper that are codes for its renderers, never texts. */
const CODES = new Set(['type', 'genre', 'ton', 'couleur', 'langue', 'emisLe', 'alternative', 'url'])

function textes(valeur: unknown): string[] {
  if (typeof valeur === 'string') return [valeur]
  if (Array.isArray(valeur)) return valeur.flatMap(textes)
  if (typeof valeur !== 'object' || valeur === null) return []
  return Object.entries(valeur).flatMap(([cle, v]) => (CODES.has(cle) ? [] : textes(v)))
}

const decoder = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

const page = (papier: Papier): string => renderToStaticMarkup(createElement(PagePapier, { papier }))

describe.each(PAPIERS)('%s, relu par poppler, qpdf et zbar', (gabarit, faits) => {
  const papier = composer(gabarit, faits, EMISSION)
  let octets: Buffer
  let lu: PdfLu
  beforeAll(async () => {
    octets = await renduPdf(papier)
    lu = new PdfLu(octets)
  })

  test('est balisé, en français, se dit PDF/UA-1 et porte un titre', () => {
    expect(lu.infos.Tagged).toBe('yes')
    expect(lu.infos.Title).toContain(papier.titre)
    expect(lu.objets).toContain('/Lang (fr-FR)')
    expect(lu.objets).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(lu.objets).toContain('/DisplayDocTitle true')
    expect(lu.defaut).toBeNull()
  })

  test('embarque toutes ses polices, avec leur correspondance Unicode', () => {
    expect(lu.polices.length).toBeGreaterThan(0)
    for (const police of lu.polices) {
      expect(police).toMatch(/AtkinsonHyperlegibleNext|LibertinusSerif/)
      expect(police).toMatch(/yes\s+yes\s+yes/)
    }
  })

  test('a un titre de niveau 1 et un seul, et aucune image sans texte', () => {
    expect(lu.structure.match(/^\s*H1\b/gm)).toHaveLength(1)
    const figures = lu.objets.split(/^endobj$/m).filter((objet) => /\/S \/Figure/.test(objet))
    expect(figures).toHaveLength(1)
    expect(figures[0]).toContain('/Alt')
  })

  test('imprime tous les textes du papier, et la page les dit tous aussi', () => {
    const attendus = textes(papier)
    const imprime = serrer(lu.texte)
    const affiche = serrer(decoder(page(papier)))
    expect(attendus.length).toBeGreaterThan(10)
    expect(attendus.filter((t) => !imprime.includes(serrer(t)))).toEqual([])
    expect(attendus.filter((t) => !affiche.includes(serrer(t)))).toEqual([])
  })

  test('porte un seul code, qui est l’adresse de vérification, et un seul lien, le même', () => {
    expect(lireCodes(octets)).toEqual([EMISSION.urlVerification])
    expect(new Set(lu.adresses)).toEqual(new Set(gabarit === 'carte/1' ? [] : [EMISSION.urlVerification]))
  })

  test('ne contient rien qui agisse', () => {
    const actifs = [
      '/JS',
      '/JavaScript',
      '/Launch',
      '/OpenAction',
      '/AA',
      '/EmbeddedFile',
      '/SubmitForm',
      '/GoToR',
    ]
    expect(actifs.filter((nom) => lu.noms.has(nom))).toEqual([])
  })

  test('sans adresse de vérification, n’a ni code ni lien', async () => {
    const sans = await renduPdf(composer(gabarit, faits, { ...EMISSION, urlVerification: null }))
    expect(lireCodes(sans)).toEqual([])
    expect(new PdfLu(sans).adresses).toEqual([])
  })
})

describe('le relevé, sur papier', () => {
  test('donne ses lignes et ses montants dans l’ordre', async () => {
    const { texte } = new PdfLu(await renduPdf(composer('releve/1', releve(LIGNES), EMISSION)))
    const suite = [
      'Relevé de prestations',
      'Période du 1er mars 2026 au 31 mars 2026',
      'Versé aux professionnels, pour vous',
      '201,07 €',
      'Vos soins, un par un',
      '03/03/2026',
      'Consultation d’un médecin généraliste',
      '30,00 €',
      '19,00 €',
      '9,00 €',
      '05/03/2026',
      '380,50 €',
      '196,73 €',
      '174,50 €',
      '02/02/2026',
      '−52,00 €',
      'Total',
      '473,70 €',
      '216,59 €',
      '237,50 €',
      'Ce que disent les colonnes',
    ]
    const lu = serrer(texte)
    let depuis = 0
    for (const attendu of suite) {
      const ou = lu.indexOf(serrer(attendu), depuis)
      expect(ou, attendu).toBeGreaterThanOrEqual(depuis)
      depuis = ou + serrer(attendu).length
    }
  })

  test('a un vrai tableau : légende, en-têtes de colonne, une rangée par soin et le total', async () => {
    const { structure, objets } = new PdfLu(await renduPdf(composer('releve/1', releve(LIGNES), EMISSION)))
    const compter = (role: string) => (structure.match(new RegExp(`^\\s*${role}\\b`, 'gm')) ?? []).length
    expect([compter('Table'), compter('Caption'), compter('THead'), compter('TH')]).toEqual([1, 1, 1, 8])
    expect([compter('TR'), compter('TD')]).toEqual([8, 7 * 8])
    expect(objets).toContain('/Scope /Column')
  })

  test('de 400 lignes, répète ses en-têtes sur chaque page et compte ses pages', async () => {
    const lignes = Array.from({ length: 400 }, (_, i) =>
      ligneReleve({ libelle: `Soin numéro ${i + 1}`, depense: 3000 + i, resteACharge: 200 + i }),
    )
    const lu = new PdfLu(await renduPdf(composer('releve/1', releve(lignes), EMISSION)))
    const pages = lu.texte.split('\f').slice(0, -1)
    expect(pages.length).toBe(Number(lu.infos.Pages))
    expect(pages.length).toBeGreaterThan(10)
    const avecLignes = pages.filter((texte) => texte.includes('Soin numéro'))
    for (const texte of avecLignes) expect(serrer(texte)).toContain(serrer('Assurance maladie'))
    pages.forEach((texte, i) => {
      expect(serrer(texte)).toContain(`${i + 1}/${pages.length}`)
    })
    const lus = [...serrer(lu.texte).matchAll(/Soinnuméro(\d+)Maëlys/g)].map(([, n]) => Number(n))
    expect(lus).toEqual(Array.from({ length: 400 }, (_, i) => i + 1))
    // 400 × 30,00 € + (0 + 1 + … + 399) centimes = 12 000,00 € + 798,00 €.
    expect(serrer(lu.texte)).toContain(serrer('12 798,00 €'))
    // The header of a table that goes on is one header in the structure.
    expect(lu.structure.match(/^\s*THead\b/gm)).toHaveLength(1)
  })

  test('sans ligne, tient en une page et n’a pas de tableau', async () => {
    const lu = new PdfLu(await renduPdf(composer('releve/1', releve([]), EMISSION)))
    expect(lu.infos.Pages).toBe('1')
    expect(lu.structure).not.toMatch(/^\s*Table\b/m)
    expect(serrer(lu.texte)).toContain(serrer('Aucun soin n’a été traité'))
  })
})

describe('la page d’un papier', () => {
  test('a une légende, des en-têtes de colonne, et un code nommé', () => {
    const html = page(composer('releve/1', releve(LIGNES), EMISSION))
    expect(html).toContain('<caption')
    expect(html.match(/scope="col"/g)).toHaveLength(8)
    expect(html).toMatch(/role="img" aria-label="Code QR qui mène à l’adresse de vérification https:/)
    expect(html.match(/<h1/g)).toHaveLength(1)
  })
})
