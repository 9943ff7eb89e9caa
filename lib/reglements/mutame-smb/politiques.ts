import type { ParametresAdhesion } from '@/lib/rules/adhesion/adherer'
import type { RegleEngagement } from '@/lib/rules/adhesion/fin-engagement'
import type { ParametresAffiliation, RegleAffiliation } from '@/lib/rules/affiliation/affilier-ayant-droit'
import type { ParametresScission } from '@/lib/rules/affiliation/scinder-pour-naissance'
import type { ParametresSeizeAns } from '@/lib/rules/ayant-droit/emanciper-mineur'
import type { ParametresAyantDroit } from '@/lib/rules/ayant-droit/reconnaitre-ayant-droit'
import type { ParametresCotisation } from '@/lib/rules/cotisation/regle-cotisation'
import { dateCivile } from '@/lib/rules/date/date-civile'
import type { RegleDateEffet } from '@/lib/rules/date-effet/regle-date-effet'
import type { ParametresEcheancier } from '@/lib/rules/echeancier/regle-echeancier'
import type { ParametresFinPrestations } from '@/lib/rules/maintien/finir-prestations'
import type { ParametresApresDeces } from '@/lib/rules/maintien/maintenir-apres-deces'
import type { ParametresOption } from '@/lib/rules/option/changer-option'
import type { ParametresRadiation } from '@/lib/rules/radiation/radier-ayant-droit'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'
import type { ParametresResiliation } from '@/lib/rules/resiliation/regle-resiliation'

const depuis = dateCivile('2020-01-01')
const SERIE = { unite: 'règle', fin: null, releveLe: dateCivile('2026-11-21') } as const

const engagement: RegleEngagement = { politique: 'ANNEE_CIVILE_PLEINE', article: 'mutame-smb/art-4' }
const affiliationOrdinaire: RegleAffiliation = {
  politique: 'PREMIER_DU_MOIS_SUIVANT',
  article: 'mutame-smb/art-5',
}
const radiationSurEcrit: RegleDateEffet = {
  politique: 'PREMIER_DU_MOIS_SUIVANT_LA_RECEPTION',
  article: 'mutame-smb/art-4-e',
}

export const adhesion: SerieDatee<ParametresAdhesion> = {
  ...SERIE,
  nom: 'Adhésion',
  etapes: [
    {
      depuis,
      article: 'mutame-smb/art-2',
      valeur: {
        effet: { politique: 'PREMIER_DU_MOIS_SUIVANT', article: 'mutame-smb/art-2' },
        dossier: 'mutame-smb/art-6-a',
        css: 'mutame-smb/art-2',
        engagement,
      },
    },
  ],
}

export const affiliation: SerieDatee<ParametresAffiliation> = {
  ...SERIE,
  nom: 'Affiliation des ayants droit',
  etapes: [
    {
      depuis,
      article: 'mutame-smb/art-5',
      valeur: {
        ordinaire: affiliationOrdinaire,
        naissance: { delaiMois: 2, article: 'mutame-smb/art-5', horsDelai: affiliationOrdinaire },
        perteCouverture: null,
        report: { apresLeJour: 24, article: 'mutame-smb/art-5' },
      },
    },
  ],
}

export const ayantDroit: SerieDatee<ParametresAyantDroit> = {
  ...SERIE,
  nom: 'Qualité d’ayant droit',
  etapes: [
    {
      depuis,
      article: 'mutame-smb/art-5',
      valeur: {
        partenaire: { article: 'mutame-smb/art-5', surJustificatif: ['CONCUBIN'] },
        enfant: {
          politique: 'AGE_PUIS_SITUATION',
          ageSansCondition: 18,
          ageAvecSituation: 25,
          situations: ['ETUDES', 'ALTERNANCE', 'RECHERCHE_PREMIER_EMPLOI', 'SERVICE_CIVIQUE'],
          handicap: { avantAge: 18, article: 'mutame-smb/art-5' },
          article: 'mutame-smb/art-5',
        },
      },
    },
  ],
}

export const seizeAns: SerieDatee<ParametresSeizeAns> = {
  ...SERIE,
  nom: 'Droits à seize ans',
  etapes: [
    {
      depuis,
      article: 'mutame-smb/art-5',
      valeur: {
        age: 16,
        article: 'mutame-smb/art-5',
        paiementDirect: 'mutame-smb/art-5',
        adhesionPropre: 'mutame-smb/art-5',
        attestationPropre: null,
      },
    },
  ],
}

export const scission: ParametresScission = { article: 'mutame-smb/art-5' }

export const option: SerieDatee<ParametresOption> = {
  ...SERIE,
  nom: 'Changement de niveau',
  etapes: [
    {
      depuis,
      article: 'mutame-smb/art-3',
      valeur: {
        politique: 'PREMIER_DU_MOIS',
        preavisMois: 1,
        baisseApresMois: 24,
        article: 'mutame-smb/art-3',
      },
    },
  ],
}

export const resiliation: SerieDatee<ParametresResiliation> = {
  ...SERIE,
  nom: 'Résiliation',
  etapes: [
    {
      depuis,
      article: 'mutame-smb/art-4-a',
      valeur: {
        engagement,
        ECHEANCE: { limite: { mois: 10, jour: 31 }, preuve: 'RECEPTION', article: 'mutame-smb/art-4-a' },
        INFRA_ANNUELLE: {
          attenteMois: 12,
          preavisMois: 1,
          rouvertePar: 'mutame-smb/art-4-a',
          article: 'mutame-smb/art-4-a',
        },
        CHATEL: null,
        CHANGEMENT_SITUATION: { fenetreMois: 3, preavisMois: 1, article: 'mutame-smb/art-4-f' },
        PERTE_REGIME_OBLIGATOIRE: null,
        CONTRAT_COLLECTIF_OBLIGATOIRE: null,
        CSS: { politique: 'PREMIER_DU_MOIS_SUIVANT_LA_RECEPTION', article: 'mutame-smb/art-4-f' },
        DECES: { politique: 'FIN_DU_MOIS_SUIVANT_L_EVENEMENT', article: 'mutame-smb/art-4-b' },
        DEPART_ETRANGER: { politique: 'LENDEMAIN_DE_LA_RECEPTION', article: 'mutame-smb/art-4-f' },
        FIN_CONTRAT_TRAVAIL: null,
        remboursement: null,
      },
    },
  ],
}

export const radiation: SerieDatee<ParametresRadiation> = {
  ...SERIE,
  nom: 'Radiation d’un ayant droit',
  etapes: [
    {
      depuis,
      article: 'mutame-smb/art-4-e',
      valeur: {
        DEMANDE: radiationSurEcrit,
        DIVORCE: radiationSurEcrit,
        DECES: radiationSurEcrit,
        PERTE_QUALITE: radiationSurEcrit,
        CONTRAT_COLLECTIF_OBLIGATOIRE: radiationSurEcrit,
        DEPART_ETRANGER: radiationSurEcrit,
        CSS: radiationSurEcrit,
      },
    },
  ],
}

export const apresDeces: SerieDatee<ParametresApresDeces> = {
  ...SERIE,
  nom: 'Ayants droit d’un adhérent décédé',
  etapes: [
    {
      depuis,
      article: 'mutame-smb/art-4-b',
      valeur: { politique: 'COUVERTS_LE_MOIS_SUIVANT', article: 'mutame-smb/art-4-b' },
    },
  ],
}

export const finPrestations: SerieDatee<ParametresFinPrestations> = {
  ...SERIE,
  nom: 'Prestations après un départ',
  etapes: [
    {
      depuis,
      article: 'mutame-smb/art-19-a',
      valeur: { politique: 'FIN_DU_MOIS_COTISE', article: 'mutame-smb/art-19-a' },
    },
  ],
}

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
        conjointACharge: { article: 'mutame-smb/art-12', revenuMax: 85, maintienMois: 6 },
        minoration: {
          article: 'mutame-smb/art-13',
          appreciation: { mois: 9, jour: 30 },
          exclus: ['DETACHEMENT_EXTERIEUR', 'MISE_A_DISPOSITION', 'DISPONIBILITE', 'RETRAITE', 'MUTATION'],
          sansPrecompte: ['CONGE_PARENTAL'],
          paliers: [
            { effectifMin: 2, adhesionMin: 75, taux: 15 },
            { effectifMin: 301, adhesionMin: 45, taux: 10 },
            { effectifMin: 11, adhesionMin: 50, taux: 10 },
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
        renonciation: 'mutame-smb/art-2-1',
        partDuDefunt: 'mutame-smb/art-4-f',
      },
    },
  ],
}
