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
      article: 'mutami/art-19',
      valeur: {
        tarif: {
          politique: 'TRANCHES',
          article: 'mutami/art-19',
          age: 'ANNEE_PRECEDENTE',
          ageParGamme: { ter: { age: 'AU_PREMIER_JANVIER', article: 'mutami/art-44' } },
          ageEnfant: 16,
          enfantTantQuACharge: ['ter', 'fph', 'zen'],
          enfantsPayants: 2,
        },
        sansDroitEntree: null,
        minoration: null,
        majoration: {
          article: 'mutami/art-46',
          gammes: ['ter'],
          tauxParAnnee: 2,
          apresAge: 30,
          exonerationAns: 2,
        },
        exoneration: null,
        participation: { article: 'mutami/art-46', gammes: ['ter'] },
        appel: null,
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
      article: 'mutami/art-20',
      valeur: {
        article: 'mutami/art-20',
        decompte: { politique: 'JOURS_DE_L_ANNEE', article: 'mutami/art-19' },
        depart: { politique: 'JOUR', article: 'mutami/art-8' },
        prelevement: { jours: [6, 15, 28], article: 'mutami/art-20' },
        cheque: { periodicites: ['TRIMESTRIELLE', 'SEMESTRIELLE', 'ANNUELLE'], article: 'mutami/art-20' },
        precompte: null,
        rejet: 'mutami/art-20',
        regularisation: null,
        parrainage: null,
        partDuDefunt: null,
      },
    },
  ],
}
