import type { ParametresCotisation } from '@/lib/rules/cotisation/regle-cotisation'
import { dateCivile } from '@/lib/rules/date/date-civile'
import type { ParametresEcheancier } from '@/lib/rules/echeancier/regle-echeancier'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'

const depuis = dateCivile('2020-01-01')
const SERIE = { unite: 'règle', fin: null, releveLe: dateCivile('2026-11-22') } as const

export const cotisation: SerieDatee<ParametresCotisation> = {
  ...SERIE,
  nom: 'Cotisation',
  etapes: [
    {
      depuis,
      article: 'ociane-collectif/art-5-1',
      valeur: {
        tarif: {
          politique: 'PAR_ROLE',
          article: 'ociane-collectif/art-5-1',
          age: 'MILLESIME',
          articlePmss: 'ociane-collectif/art-5-2',
        },
        sansDroitEntree: null,
        minoration: null,
        majoration: null,
        exoneration: null,
        participation: { article: 'ociane-collectif/art-5-1-1', gammes: null },
        appel: {
          obligatoires: ['panier-ani'],
          articleObligatoire: 'ociane-collectif/art-5-1-1',
          articleFacultatif: 'ociane-collectif/art-5-1-2',
        },
      },
    },
  ],
}

export const echeancier: SerieDatee<ParametresEcheancier> = {
  ...SERIE,
  nom: 'Échéancier',
  etapes: [
    {
      depuis,
      article: 'ociane-collectif/art-5-1',
      valeur: {
        article: 'ociane-collectif/art-5-1',
        decompte: { politique: 'JOURS_DU_MOIS', article: 'ociane-collectif/art-5-1' },
        depart: { politique: 'JOUR', article: 'ociane-collectif/art-5-1' },
        prelevement: { jours: null, article: 'ociane-collectif/art-3-3' },
        cheque: null,
        precompte: 'ociane-collectif/art-5-1-1',
        rejet: null,
        regularisation: null,
        parrainage: null,
        partDuDefunt: null,
      },
    },
  ],
}
