/**
 * What the fonts of the papers print: Atkinson Hyperlegible Next first, Libertinus Serif (inside the compiler) for what it lacks, as in
 * « Nguyễn ». Both have every sign below in regular and bold; a test compiles them all.
 */
const LATIN =
  '\\u0020-\\u007e\\u00a0-\\u00ac\\u00ae-\\u02e4\\u0300-\\u036f\\u1e00-\\u1e9b\\u1e9e\\u1ea0-\\u1ef9'
const GREC = '\\u0384-\\u038a\\u038c\\u038e-\\u03a1\\u03a3-\\u03ce'
const CYRILLIQUE = '\\u0400-\\u045f\\u0490-\\u04c4'
const HEBREU = '\\u05d0-\\u05ea'
const SIGNES =
  '\\u2009\\u2010-\\u2027\\u202f\\u2030-\\u2037\\u2039-\\u203e\\u2044\\u2070\\u2074-\\u208e\\u20ab\\u20ac\\u2103\\u2113\\u2116\\u2122\\u2126\\u2190-\\u2195\\u2212\\u221e\\u2248\\u2260\\u2264\\u2265\\u25a0\\u25a1\\u25cf\\u25cb\\ufffd'

export const CLASSE_IMPRIMABLE = `${LATIN}${GREC}${CYRILLIQUE}${HEBREU}${SIGNES}`

const AUTRES = new RegExp(`[^\\n${CLASSE_IMPRIMABLE}]+`, 'gu')

/** The sign that stands for what no font of ours prints: seen, never a blank or an empty square. */
export const REMPLACEMENT = '\ufffd'

/** One mark a run: three emoji in a row are one thing we could not print. */
export const imprimable = (texte: string): string => texte.replace(AUTRES, REMPLACEMENT)

const MOT_LONG = /[^\s\u00a0\u202f]{32,}/g
const TRANCHE = /.{10}/gu

/** A word without an end would run out of its column: zero-width spaces let it break. */
export const secable = (texte: string): string =>
  texte.replace(MOT_LONG, (mot) => mot.replace(TRANCHE, '$&\u200b'))
