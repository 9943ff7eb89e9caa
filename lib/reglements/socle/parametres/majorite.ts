import { dateCivile } from '@/lib/rules/date/date-civile'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'

/** L'âge auquel les parents cessent de représenter leur enfant. */
export const majorite = {
  nom: 'Âge de la majorité',
  unite: 'ans',
  etapes: [
    {
      depuis: dateCivile('1804-03-21'),
      valeur: 21,
      article: 'civil/art-414',
      source: 'Code civil de 1804, ancien article 488',
      confiance: 'high',
    },
    {
      depuis: dateCivile('1974-07-07'),
      valeur: 18,
      article: 'civil/art-414',
      source: 'loi n° 74-631 du 5 juillet 1974, publiée le 7 ; article 414 depuis le 1er janvier 2009',
      confiance: 'high',
    },
  ],
  fin: null,
  releveLe: dateCivile('2026-11-22'),
} as const satisfies SerieDatee<number>
