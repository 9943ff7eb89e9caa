import type { ParametresAides } from '@/lib/rules/aide/regle-aide'
import { dateCivile } from '@/lib/rules/date/date-civile'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'

/** Un seul secours, que le fonds d'entraide mutualiste décide (article 17). */
export const aides: SerieDatee<ParametresAides> = {
  nom: 'Fonds d’entraide',
  unite: 'règle',
  fin: null,
  releveLe: dateCivile('2026-11-22'),
  etapes: [
    {
      depuis: dateCivile('2020-01-01'),
      article: 'ociane-collectif/art-17',
      valeur: {
        cotisationsAJour: null,
        enveloppe: { article: 'ociane-collectif/art-17', aides: ['EXCEPTIONNELLE'] },
        demonstration: null,
        regles: {
          VACANCES_RETRAITE: null,
          VACANCES_ENFANT: null,
          LOISIRS_HANDICAP: null,
          AIDE_FAMILIALE: null,
          AIDE_MENAGERE: null,
          EXCEPTIONNELLE: {
            article: 'ociane-collectif/art-17',
            pieces: 'AIDE_EXCEPTIONNELLE',
            decideur: 'FONDS_ENTRAIDE',
          },
          NAISSANCE: null,
          UNION: null,
          OBSEQUES: null,
          ORPHELIN: null,
          AVANCE: null,
        },
      },
    },
  ],
}
