import type { NatureCourriel } from '@/generated/prisma/enums'
import { instantEnMots } from '@/lib/lexique/attente'
import { INDICE_COURRIEL, LIBELLE_COURRIEL } from '@/lib/lexique/notifications'
import { NATURES_COURRIEL } from './schema'

export interface ChoixCourriel {
  readonly nature: NatureCourriel
  readonly rang: number
  readonly voulu: boolean
  readonly creeLe: Date
}

export interface NotificationVue {
  readonly nature: NatureCourriel
  readonly libelle: string
  readonly indice: string
  readonly voulu: boolean
  /** « choisi le … », or that nobody chose. */
  readonly origine: string
}

export interface NotificationsVues {
  readonly notifications: readonly NotificationVue[]
  readonly historique: readonly string[]
}

const dernier = (choix: readonly ChoixCourriel[], nature: NatureCourriel): ChoixCourriel | null =>
  choix
    .filter((c) => c.nature === nature)
    .reduce<ChoixCourriel | null>((a, c) => (a === null || c.rang > a.rang ? c : a), null)

export function voirNotifications(choix: readonly ChoixCourriel[]): NotificationsVues {
  return {
    notifications: NATURES_COURRIEL.map((nature) => {
      const c = dernier(choix, nature)
      return {
        nature,
        libelle: LIBELLE_COURRIEL[nature],
        indice: INDICE_COURRIEL[nature],
        voulu: c?.voulu ?? true,
        origine:
          c === null ? 'Pas encore choisi : nous vous avertissons.' : `Choisi ${instantEnMots(c.creeLe)}.`,
      }
    }),
    historique: choix.map(
      (c) =>
        `${LIBELLE_COURRIEL[c.nature]} : ${c.voulu ? 'par e-mail' : 'pas d’e-mail'}, choisi ${instantEnMots(c.creeLe)}`,
    ),
  }
}
