import { dateCivile } from '@/lib/rules/date/date-civile'
import type { ParametresDelaiAnnexe } from '@/lib/rules/delai/regle-delai'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'

export const delaiAnnexe: SerieDatee<ParametresDelaiAnnexe> = {
  nom: 'Délais de la vie du contrat',
  unite: 'délais',
  fin: null,
  releveLe: dateCivile('2026-11-21'),
  etapes: [
    {
      depuis: dateCivile('2020-01-01'),
      article: 'mieux-etre/faq-carte',
      valeur: { ENVOI_CARTE: { unite: 'JOURS', nombre: 15, article: 'mieux-etre/faq-carte' } },
    },
  ],
}
