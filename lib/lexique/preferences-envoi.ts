import type { NatureEnvoi, SupportEnvoi } from '@/generated/prisma/enums'

/** Version of the text one reads when choosing. Change it with the text. */
export const VERSION_ENVOI = '2026-11'

/** Paper or electronic: what each kind of document is, and what each answer means. */
export const LIBELLE_NATURE: Readonly<Record<NatureEnvoi, string>> = {
  RELEVES: 'Mes relevés de prestations',
  COURRIERS: 'Mes courriers',
  CARTE: 'Ma carte de tiers payant',
}

export const LIBELLE_SUPPORT: Readonly<Record<SupportEnvoi, string>> = {
  ELECTRONIQUE: 'Électronique : dans mon espace',
  PAPIER: 'Papier : par la poste',
}

export const SUPPORT_COURT: Readonly<Record<SupportEnvoi, string>> = {
  ELECTRONIQUE: 'électronique',
  PAPIER: 'papier',
}

export const INDICE_NATURE: Readonly<Record<NatureEnvoi, string>> = {
  RELEVES: 'Ce que nous vous avons remboursé sur une période.',
  COURRIERS:
    'Les lettres qui vous annoncent quelque chose. Celles que la loi veut recommandées restent recommandées.',
  CARTE: 'La carte de l’année, à montrer aux professionnels de santé.',
}

export const PHRASE_PREFERENCES =
  'Vos choix sont enregistrés. Ils valent pour les prochains documents, et vous pouvez les changer quand vous voulez.'
