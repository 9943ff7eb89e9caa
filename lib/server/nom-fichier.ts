/** Names of files as people typed them are hostile until they went through here: kept as one line of visible text, never a path. */
const LONGUEUR = 120
const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['application/pdf', 'pdf'],
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['application/xml', 'xml'],
  ['application/zip', 'zip'],
])

/** Controls, direction marks and other invisible characters (they disguise an extension), halves of surrogate pairs. */
const INVISIBLES = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu
/** What separates folders, ends a header's value, or Windows refuses. */
const INTERDITS = /[/\\:*?"<>|;%`$]/g

/** Cleaned, without its extension; « document » when nothing is left. */
function racineDe(nom: string): string {
  const base = nom
    .normalize('NFC')
    .replace(INVISIBLES, '')
    .replace(INTERDITS, '-')
    .replace(/\s+/g, ' ')
    .replace(/\.[A-Za-z0-9]{1,5}\s*$/, '')
    .replace(/^[\s.-]+|[\s.-]+$/g, '')
  const coupe = [...base].slice(0, LONGUEUR).join('').trim()
  return coupe === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(coupe) ? 'document' : coupe
}

/** The name a person gave, made harmless, with the extension of what the file really is. */
export const nomPropre = (nom: string, typeMime: string): string =>
  `${racineDe(nom)}.${EXTENSIONS.get(typeMime) ?? 'bin'}`

const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE', '’': '-' }

const enAscii = (nom: string): string =>
  nom
    .replace(/[œŒæÆ’]/g, (lettre) => LIGATURES[lettre] ?? lettre)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_')

/** RFC 8187: what encodeURIComponent leaves and the header's grammar does not. */
const enPourcents = (nom: string): string =>
  encodeURIComponent(nom).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

/** RFC 6266: a plain name for old readers, the true one beside. */
export function enteteAttachement(nom: string, typeMime: string): string {
  const propre = nomPropre(nom, typeMime)
  // A name in another alphabet leaves nothing to read.
  const simple = enAscii(propre).replace(/^[^A-Za-z0-9]*(?=\.\w+$)/, 'document')
  return `attachment; filename="${simple}"; filename*=UTF-8''${enPourcents(propre)}`
}
