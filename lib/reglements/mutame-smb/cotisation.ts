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
      article: 'mutame-smb/art-12',
      valeur: {
        tarif: {
          politique: 'BASE_ET_AGE',
          article: 'mutame-smb/art-12',
          age: 'MILLESIME',
          prefixeModules: 'modulaire',
          conjointACharge: 75,
          colonnes: [
            {
              formules: ['mutame-eco', 'mutame-1'],
              niveaux: [1],
              hausses: [
                { de: 25, a: 40, taux: 3.5 },
                { de: 41, a: 50, taux: 4 },
                { de: 51, a: 55, taux: 2.5 },
                { de: 56, a: 60, taux: 1 },
                { de: 61, a: 65, taux: 1 },
              ],
              enfants: [100, 50],
            },
            {
              formules: ['mutame-2', 'mutame-2-depassements', 'mutame-3', 'mutame-3-depassements'],
              niveaux: [2, 3, 4],
              hausses: [
                { de: 25, a: 40, taux: 2 },
                { de: 41, a: 50, taux: 2.5 },
                { de: 51, a: 55, taux: 2.5 },
                { de: 56, a: 60, taux: 1 },
                { de: 61, a: 65, taux: 1 },
              ],
              enfants: [100, 40],
            },
          ],
        },
        sansDroitEntree: 'mutame-smb/art-11',
        minoration: {
          article: 'mutame-smb/art-13',
          paliers: [
            { effectifMin: 2, effectifMax: null, adhesionMin: 75, taux: 15 },
            { effectifMin: 301, effectifMax: null, adhesionMin: 45, taux: 10 },
            { effectifMin: 11, effectifMax: null, adhesionMin: 50, taux: 10 },
          ],
        },
        // Le règlement renvoie au décret 2011-1474 (art. 28 et 33) : 2 % par année non cotisée après trente ans.
        majoration: {
          article: 'mutame-smb/art-12',
          gammes: null,
          tauxParAnnee: 2,
          apresAge: 30,
          exonerationAns: 2,
        },
        exoneration: { article: 'mutame-smb/art-14', primoAdhesionMois: 3, naissanceMois: 6 },
        participation: null,
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
      article: 'mutame-smb/art-15',
      valeur: {
        article: 'mutame-smb/art-15',
        decompte: { politique: 'JOURS_DU_MOIS', article: 'mutame-smb/art-12' },
        depart: { politique: 'FIN_DU_MOIS', article: 'mutame-smb/art-19-a' },
        prelevement: { jours: null, article: 'mutame-smb/art-15' },
        cheque: { periodicites: ['ANNUELLE'], article: 'mutame-smb/art-15' },
        precompte: 'mutame-smb/art-15',
        rejet: null,
        regularisation: { mois: 12, article: 'mutame-smb/art-16' },
        parrainage: 'mutame-smb/art-14',
        partDuDefunt: 'mutame-smb/art-4-f',
      },
    },
  ],
}
