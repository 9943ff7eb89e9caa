import { dateCivile } from '@/lib/rules/date/date-civile'
import type { ParametresEcheancier } from '@/lib/rules/echeancier/regle-echeancier'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'

/** La source annonce un échéancier annuel et la retenue sur la paye ; elle ne dit rien du calcul des cotisations. */
export const echeancier: SerieDatee<ParametresEcheancier> = {
  unite: 'règle',
  fin: null,
  releveLe: dateCivile('2026-11-22'),
  nom: 'Échéancier',
  etapes: [
    {
      depuis: dateCivile('2020-01-01'),
      article: 'mutame-plus/faq-cotisations',
      valeur: {
        article: 'mutame-plus/faq-cotisations',
        decompte: { politique: 'JOURS_DU_MOIS', article: 'mutame-plus/faq-cotisations' },
        depart: { politique: 'JOUR', article: 'mutame-plus/faq-cotisations' },
        prelevement: null,
        cheque: null,
        precompte: 'mutame-plus/faq-employeurs',
        rejet: null,
        regularisation: null,
        parrainage: null,
        partDuDefunt: null,
      },
    },
  ],
}
