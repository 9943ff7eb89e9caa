import type { NatureDemande } from '@/generated/prisma/enums'

/** How long a first answer took, lately: half were faster. Minutes of working days, 24 h a day. */
export interface DelaiConstate {
  readonly nature: NatureDemande
  readonly minutes: number
  readonly nombre: number
}

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
