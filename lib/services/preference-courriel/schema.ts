import { z } from 'zod'

const choix = () =>
  z.enum(['OUI', 'NON'], { error: 'Choisissez : m’avertir par e-mail, ou ne pas m’avertir.' })

/** One answer for each kind of e-mail one may do without. */
export const notificationsSchema = z.object({
  REMBOURSEMENT: choix(),
  RELEVE: choix(),
  DEMANDE: choix(),
  ECHEANCE: choix(),
})
export type Notifications = z.output<typeof notificationsSchema>
export const NATURES_COURRIEL = [
  'REMBOURSEMENT',
  'RELEVE',
  'DEMANDE',
  'ECHEANCE',
] as const satisfies readonly (keyof Notifications)[]
