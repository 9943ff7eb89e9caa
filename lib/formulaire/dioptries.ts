import { z } from 'zod'

const ECRIT = /^([+-]?)(\d{1,2})(?:[.,](\d{1,2}))?$/
const MAXIMUM = 30

/** A correction as a prescription writes it (« −2,25 », « +1.50 », « plan »), in dioptres; null when left empty. */
export const champDioptries = (exemple: string) =>
  z.string().transform((texte, ctx): number | null => {
    const ecrit = texte
      .replaceAll(/[\s\u00a0\u202f()]/gu, '')
      .replace(/[−–—]/u, '-')
      .toLowerCase()
    if (ecrit === '') return null
    if (/^(?:plan|pl)$/u.test(ecrit)) return 0
    const lu = ECRIT.exec(ecrit)
    const valeur = lu === null ? Number.NaN : Number(`${lu[1]}${lu[2]}.${lu[3] ?? '0'}`)
    if (Math.abs(valeur) <= MAXIMUM) return valeur
    ctx.addIssue({
      code: 'custom',
      message: Number.isNaN(valeur)
        ? `Recopiez le nombre de l’ordonnance, par exemple ${exemple}.`
        : `Une correction ne dépasse pas ${MAXIMUM} dioptries : vérifiez la virgule.`,
    })
    return z.NEVER
  })
