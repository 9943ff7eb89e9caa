import type { NatureEnvoi, SupportEnvoi } from '@/generated/prisma/enums'
import { instantEnMots } from '@/lib/lexique/attente'
import { INDICE_NATURE, LIBELLE_NATURE, SUPPORT_COURT } from '@/lib/lexique/preferences-envoi'
import { NATURES_ENVOI } from './schema'

export interface ChoixLu {
  readonly nature: NatureEnvoi
  readonly support: SupportEnvoi
  readonly rang: number
  readonly creeLe: Date
}

export interface PreferenceVue {
  readonly nature: NatureEnvoi
  readonly libelle: string
  readonly indice: string
  readonly support: SupportEnvoi
  /** « choisi le … », or that nobody chose. */
  readonly origine: string
}

export interface PreferencesVues {
  readonly preferences: readonly PreferenceVue[]
  /** What was chosen, and when, the latest first. */
  readonly historique: readonly string[]
}

const CONFIRMEE = 'Pas encore choisi : électronique, parce que vous avez ouvert votre espace.'

/** @param choix the latest first. */
export function voirPreferences(choix: readonly ChoixLu[]): PreferencesVues {
  return {
    preferences: NATURES_ENVOI.map((nature) => {
      const dernier = choix
        .filter((c) => c.nature === nature)
        .reduce<ChoixLu | null>((a, c) => (a === null || c.rang > a.rang ? c : a), null)
      return {
        nature,
        libelle: LIBELLE_NATURE[nature],
        indice: INDICE_NATURE[nature],
        support: dernier?.support ?? 'ELECTRONIQUE',
        origine: dernier === null ? CONFIRMEE : `Choisi ${instantEnMots(dernier.creeLe)}.`,
      }
    }),
    historique: choix.map(
      (c) => `${LIBELLE_NATURE[c.nature]} : ${SUPPORT_COURT[c.support]}, choisi ${instantEnMots(c.creeLe)}`,
    ),
  }
}

/** « Mes relevés de prestations : papier. Mes courriers : électronique… » */
export const resumerPreferences = (
  choix: readonly { readonly nature: string; readonly support: SupportEnvoi }[],
): string =>
  NATURES_ENVOI.map((nature) => {
    const support = choix.find((c) => c.nature === nature)?.support ?? 'ELECTRONIQUE'
    return `${LIBELLE_NATURE[nature]} : ${SUPPORT_COURT[support]}.`
  }).join(' ')
