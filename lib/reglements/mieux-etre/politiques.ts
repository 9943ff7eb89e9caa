import type { ParametresSeizeAns } from '@/lib/rules/ayant-droit/emanciper-mineur'
import { dateCivile } from '@/lib/rules/date/date-civile'
import type { ParametresOuverturePortabilite } from '@/lib/rules/maintien/ouvrir-portabilite'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'

export const seizeAns: SerieDatee<ParametresSeizeAns> = {
  nom: 'Droits à seize ans',
  unite: 'règle',
  fin: null,
  releveLe: dateCivile('2026-11-21'),
  etapes: [
    {
      depuis: dateCivile('2020-01-01'),
      article: 'mieux-etre/faq-seize-ans',
      valeur: {
        age: 16,
        article: 'mieux-etre/faq-seize-ans',
        paiementDirect: null,
        adhesionPropre: null,
        attestationPropre: 'mieux-etre/faq-seize-ans',
      },
    },
  ],
}

export const ouverturePortabilite: ParametresOuverturePortabilite = {
  fins: ['LICENCIEMENT', 'FIN_CDD'],
  article: 'mieux-etre/faq-depart-entreprise',
}
