import type { NatureDemande } from '@/generated/prisma/enums'

/** How long a first answer took, lately: half were faster. Minutes of working days, 24 h a day. */
export interface DelaiConstate {
  readonly nature: NatureDemande
  readonly minutes: number
  readonly nombre: number
}

/** And how many of them came in time. */
export interface Ponctualite extends DelaiConstate {
  readonly aTemps: number
}

export interface LignePonctualite {
  readonly nature: string
  /** « 92 % dans le délai (46 sur 50) ». */
  readonly part: string
  readonly mediane: string
}

const POURCENT = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 0 })

/** Never 100 % while one was late, nor 0 % while one was not. */
function partEnMots(aTemps: number, nombre: number): string {
  const part = Math.min(Math.max(aTemps / nombre, aTemps === 0 ? 0 : 0.01), aTemps === nombre ? 1 : 0.99)
  return `${POURCENT.format(part)} dans le délai (${aTemps} sur ${nombre})`
}

/** The least punctual first. */
export const voirPonctualite = (
  lues: readonly Ponctualite[],
  titre: (nature: NatureDemande) => string,
): LignePonctualite[] =>
  [...lues]
    .sort((a, b) => a.aTemps / a.nombre - b.aTemps / b.nombre || a.nature.localeCompare(b.nature))
    .map(({ nature, aTemps, nombre, minutes }) => ({
      nature: titre(nature),
      part: partEnMots(aTemps, nombre),
      mediane: `la moitié en ${ecrireDureeOuvree(minutes)} ou moins`,
    }))

const compter = (nombre: number, singulier: string, pluriel: string): string =>
  `${nombre}\u00a0${nombre < 2 ? singulier : pluriel}`

/** « 1 jour ouvré et 4 heures », to the nearest hour. */
export function ecrireDureeOuvree(minutes: number): string {
  const heures = Math.round(minutes / 60)
  const jours = Math.floor(heures / 24)
  const reste = heures % 24
  if (heures === 0) return 'moins d’une heure'
  const dits = [
    jours === 0 ? null : compter(jours, 'jour ouvré', 'jours ouvrés'),
    reste === 0 ? null : compter(reste, 'heure', 'heures'),
  ]
  return dits.filter((dit) => dit !== null).join(' et ')
}

/** « En pratique : 1 jour ouvré et 4 heures ». Null: too few answers to say anything. */
export function phraseDelaiConstate(delais: readonly DelaiConstate[], nature: NatureDemande): string | null {
  const delai = delais.find((d) => d.nature === nature)
  return delai === undefined ? null : `En pratique : ${ecrireDureeOuvree(delai.minutes)}`
}

/** The middle value; between two, their mean. */
export function mediane(valeurs: readonly number[]): number | null {
  const tri = [...valeurs].sort((a, b) => a - b)
  const [bas, haut] = [tri[Math.floor((tri.length - 1) / 2)], tri[Math.floor(tri.length / 2)]]
  return bas === undefined || haut === undefined ? null : Math.round((bas + haut) / 2)
}
