import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { enteteAttachement, nomPropre } from '@/lib/server/nom-fichier'

describe('le nom gardé', () => {
  test.each([
    ['Facture lunettes.pdf', 'Facture lunettes.pdf'],
    ['Décompte d’été – août.PDF', 'Décompte d’été – août.pdf'],
    ['../../etc/passwd', 'etc-passwd.pdf'],
    ['..\\..\\windows\\system32\\config.pdf', 'windows-system32-config.pdf'],
    ['%2e%2e%2fetc', '2e-2e-2fetc.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie- x=1.pdf'],
    ['facture";filename="x.exe', 'facture--filename=-x.pdf'],
    // U+202E shows « fdp.exe » as « exe.pdf ».
    ['facture\u202Efdp.exe', 'facturefdp.pdf'],
    ['facture.pdf.exe', 'facture.pdf.pdf'],
    ['<script>alert(1)</script>.pdf', 'script-alert(1)--script.pdf'],
    ['nul\u0000octet.pdf', 'nuloctet.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['CON.pdf', 'document.pdf'],
    ['   ', 'document.pdf'],
    ['...', 'document.pdf'],
    ['', 'document.pdf'],
    ['\uD800cassé.pdf', 'cassé.pdf'],
    ['発票.pdf', '発票.pdf'],
  ])('de %j est %j', (recu, attendu) => {
    expect(nomPropre(recu, 'application/pdf')).toBe(attendu)
  })

  test('suit le contenu, pas ce que la personne a écrit', () => {
    expect(nomPropre('photo.pdf', 'image/jpeg')).toBe('photo.jpg')
    expect(nomPropre('photo.jpeg', 'image/png')).toBe('photo.png')
    expect(nomPropre('page.html', 'text/html')).toBe('page.bin')
  })

  test('de 300 caractères est coupé à 120, sans couper un emoji en deux', () => {
    expect(nomPropre('é'.repeat(300), 'application/pdf')).toBe(`${'é'.repeat(120)}.pdf`)
    expect(nomPropre(`${'a'.repeat(119)}😀😀`, 'image/png')).toBe(`${'a'.repeat(119)}😀.png`)
  })
})

describe("l'en-tête de téléchargement", () => {
  test('donne un nom ASCII, et le vrai à côté', () => {
    expect(enteteAttachement("Cœur d'été (août).pdf", 'application/pdf')).toBe(
      `attachment; filename="Coeur d'ete (aout).pdf"; filename*=UTF-8''C%C5%93ur%20d%27%C3%A9t%C3%A9%20%28ao%C3%BBt%29.pdf`,
    )
    expect(enteteAttachement('発票.pdf', 'application/pdf')).toBe(
      `attachment; filename="document.pdf"; filename*=UTF-8''%E7%99%BA%E7%A5%A8.pdf`,
    )
  })

  test('est une ligne de deux noms et rien de plus, quoi que la personne ait écrit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (nom) => {
        const entete = enteteAttachement(nom, 'application/pdf')
        expect(entete).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]+\.pdf"; filename\*=UTF-8''[\w.%~-]+\.pdf$/,
        )
        const vrai = decodeURIComponent(entete.split("''")[1] ?? '')
        expect(vrai).not.toMatch(/[/\\\p{Cc}\p{Cf}]|^\./u)
        expect([...vrai].length).toBeLessThanOrEqual(124)
      }),
    )
  })
})
