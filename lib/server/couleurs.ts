/** Contrast of two colours as WCAG 2 defines it: from 1 (the same) to 21 (black on white). Colours are « #rrggbb ». */
export function contraste(a: string, b: string): number {
  const [claire, sombre] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return ((claire ?? 0) + 0.05) / ((sombre ?? 0) + 0.05)
}

function luminance(couleur: string): number {
  const [r, v, b] = [1, 3, 5].map((debut) =>
    lineaire(Number.parseInt(couleur.slice(debut, debut + 2), 16) / 255),
  )
  return 0.2126 * (r ?? 0) + 0.7152 * (v ?? 0) + 0.0722 * (b ?? 0)
}

const lineaire = (canal: number): number =>
  canal <= 0.04045 ? canal / 12.92 : ((canal + 0.055) / 1.055) ** 2.4

/** What the organisme's own colours are read against: the tokens `--papier` and `--sur-action` of app/globals.css. */
export const FONDS = {
  clair: { papier: '#faf7f0', surAction: '#ffffff' },
  sombre: { papier: '#151a1b', surAction: '#0b1b1c' },
} as const

/** A colour of action is read as text on the page, and carries text itself. */
export const couleurLisible = (couleur: string, theme: keyof typeof FONDS): boolean =>
  contraste(couleur, FONDS[theme].papier) >= 4.5 && contraste(couleur, FONDS[theme].surAction) >= 4.5
