import bwip from 'bwip-js/generic'

/** Modules of white that a reader needs around the code. */
const MARGE = 4

export interface CodeQr {
  /** Modules on a side, margin included. */
  readonly cote: number
  /** Dark modules, one rectangle a run: the `d` of an SVG path. */
  readonly trace: string
}

/**
 * The QR code of an address, level M. The mask is fixed: any mask is valid, and choosing the best of eight takes four times as long.
 * @throws {Error} outside ASCII: readers disagree on the alphabet of what is not.
 */
export function codeQr(url: string): CodeQr {
  if (!/^[\x21-\x7e]+$/.test(url)) throw new Error('un code QR ne porte que de l’ASCII')
  const options = { bcid: 'qrcode', text: url, eclevel: 'M', mask: 3 }
  const [code] = bwip.raw(options)
  if (code === undefined || !('pixs' in code)) throw new Error('le code QR ne s’est pas fait')
  const { pixs, pixx } = code
  const traits: string[] = []
  for (let debut = 0; debut < pixs.length; debut += 1) {
    const x = debut % pixx
    if (pixs[debut] !== 1 || (x > 0 && pixs[debut - 1] === 1)) continue
    let longueur = 1
    while (x + longueur < pixx && pixs[debut + longueur] === 1) longueur += 1
    traits.push(`M${x + MARGE} ${Math.floor(debut / pixx) + MARGE}h${longueur}v1h-${longueur}z`)
  }
  return { cote: pixx + 2 * MARGE, trace: traits.join('') }
}

export const svgDe = ({ cote, trace }: CodeQr): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${cote} ${cote}"><path fill="#fff" d="M0 0h${cote}v${cote}H0z"/><path fill="#000" d="${trace}"/></svg>`
