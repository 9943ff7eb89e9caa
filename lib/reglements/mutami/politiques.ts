import type { ParametresAdhesion } from '@/lib/rules/adhesion/adherer'
import type { ParametresSurcomplementaire } from '@/lib/rules/adhesion/adherer-surcomplementaire'
import type { RegleEngagement } from '@/lib/rules/adhesion/fin-engagement'
import type { ParametresFormuleParAge } from '@/lib/rules/adhesion/sortir-de-formule'
import type { ParametresAffiliation, RegleAffiliation } from '@/lib/rules/affiliation/affilier-ayant-droit'
import type { ParametresSeizeAns } from '@/lib/rules/ayant-droit/emanciper-mineur'
import type { ParametresAyantDroit } from '@/lib/rules/ayant-droit/reconnaitre-ayant-droit'
import type { ParametresCotisation } from '@/lib/rules/cotisation/regle-cotisation'
import { dateCivile } from '@/lib/rules/date/date-civile'
import type { ParametresEcheancier } from '@/lib/rules/echeancier/regle-echeancier'
import type { ParametresFinPrestations } from '@/lib/rules/maintien/finir-prestations'
import type { ParametresApresDeces } from '@/lib/rules/maintien/maintenir-apres-deces'
import type { ParametresOption } from '@/lib/rules/option/changer-option'
import type { ParametresRadiation } from '@/lib/rules/radiation/radier-ayant-droit'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'
import type { ParametresDepart } from '@/lib/rules/resiliation/prevenir-du-depart'
import type { ParametresResiliation } from '@/lib/rules/resiliation/regle-resiliation'

const depuis = dateCivile('2020-01-01')
const SERIE = { unite: 'règle', fin: null, releveLe: dateCivile('2026-11-21') } as const
const LIMITE_ECHEANCE = { mois: 10, jour: 31 } as const

const engagement: RegleEngagement = { politique: 'ANNEE_CIVILE_PLEINE', article: 'mutami/art-5' }
const affiliationOrdinaire: RegleAffiliation = {
  politique: 'PREMIER_DU_MOIS_SUIVANT',
  article: 'mutami/art-2-3',
}

export const adhesion: SerieDatee<ParametresAdhesion> = {
  ...SERIE,
  nom: 'Adhésion',
  etapes: [
    {
      depuis,
      article: 'mutami/art-4',
      valeur: {
        effet: { politique: 'LENDEMAIN_DU_DOSSIER', article: 'mutami/art-4' },
        dossier: 'mutami/art-4',
        css: null,
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
      article: 'mutami/art-2-3',
      valeur: {
        ordinaire: affiliationOrdinaire,
        naissance: { delaiMois: 2, article: 'mutami/art-2-3', horsDelai: affiliationOrdinaire },
        perteCouverture: { delaiMois: 1, article: 'mutami/art-2-3' },
        report: null,
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
      article: 'mutami/def-enfants-a-charge',
      valeur: {
        partenaire: { article: 'mutami/def-conjoint', surJustificatif: ['PACS', 'CONCUBIN'] },
        enfant: {
          politique: 'AGE_PUIS_SITUATION',
          ageSansCondition: 18,
          ageAvecSituation: 27,
          situations: ['ETUDES', 'RECHERCHE_PREMIER_EMPLOI', 'ALTERNANCE'],
          handicap: { avantAge: 21, article: 'mutami/def-enfants-a-charge' },
          article: 'mutami/def-enfants-a-charge',
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
      article: 'mutami/art-25',
      valeur: {
        age: 16,
        article: 'mutami/art-25',
        paiementDirect: 'mutami/art-25',
        adhesionPropre: null,
        attestationPropre: null,
      },
    },
  ],
}

export const option: SerieDatee<ParametresOption> = {
  ...SERIE,
  nom: 'Changement d’option',
  etapes: [
    {
      depuis,
      article: 'mutami/art-7-2',
      valeur: {
        politique: 'DEMANDE_APRES_ATTENTE',
        attenteMois: 12,
        preavisJours: 30,
        article: 'mutami/art-7-2',
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
      article: 'mutami/art-8',
      valeur: {
        engagement,
        ECHEANCE: { limite: LIMITE_ECHEANCE, preuve: 'RECEPTION', article: 'mutami/art-8' },
        INFRA_ANNUELLE: { attenteMois: 12, preavisMois: 1, rouvertePar: null, article: 'mutami/art-8' },
        CHATEL: {
          limite: LIMITE_ECHEANCE,
          joursAvantLimite: 15,
          delaiJours: 20,
          article: 'mutami/art-8',
        },
        CHANGEMENT_SITUATION: { fenetreMois: 3, preavisMois: 1, article: 'mutami/art-8' },
        PERTE_REGIME_OBLIGATOIRE: { fenetreMois: 3, article: 'mutami/art-8' },
        CONTRAT_COLLECTIF_OBLIGATOIRE: {
          politique: 'DERNIER_JOUR_DU_MOIS_DE_RECEPTION',
          article: 'mutami/art-8',
        },
        CSS: null,
        DECES: { politique: 'JOUR_DE_L_EVENEMENT', article: 'mutami/art-8' },
        DEPART_ETRANGER: null,
        FIN_CONTRAT_TRAVAIL: null,
        remboursement: { jours: 30, article: 'mutami/art-8' },
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
      article: 'mutami/art-2-4',
      valeur: {
        DEMANDE: { politique: 'PREMIER_DU_MOIS_SUIVANT_LA_RECEPTION', article: 'mutami/art-2-4' },
        DIVORCE: { politique: 'DERNIER_JOUR_DU_MOIS_DE_RECEPTION', article: 'mutami/art-2-4' },
        DECES: { politique: 'JOUR_DE_L_EVENEMENT', article: 'mutami/art-8' },
        PERTE_QUALITE: { politique: 'FIN_DE_L_ANNEE_DE_L_EVENEMENT', article: 'mutami/art-2-4' },
        CONTRAT_COLLECTIF_OBLIGATOIRE: {
          politique: 'DERNIER_JOUR_DU_MOIS_DE_RECEPTION',
          article: 'mutami/art-8',
        },
        DEPART_ETRANGER: { politique: 'PREMIER_DU_MOIS_SUIVANT_LA_RECEPTION', article: 'mutami/art-2-4' },
        CSS: { politique: 'PREMIER_DU_MOIS_SUIVANT_LA_RECEPTION', article: 'mutami/art-2-4' },
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
      article: 'mutami/art-8',
      valeur: { politique: 'CHOIX_DANS_LE_DELAI', delaiMois: 3, article: 'mutami/art-8' },
    },
  ],
}

export const depart: ParametresDepart = {
  formules: ['zen-1', 'zen-2'],
  perte: 'NOUVELLE_ADHESION',
  article: 'mutami/art-18-1',
}

export const formuleParAge: ParametresFormuleParAge = {
  formules: ['jeune-essentiel', 'jeune-equilibre', 'jeune-premium'],
  anniversaire: 31,
  article: 'mutami/art-8',
}

export const surcomplementaire: ParametresSurcomplementaire = {
  article: 'mutami/art-18-1',
  articleAyantsDroit: 'mutami/art-18-2',
}

export const finPrestations: SerieDatee<ParametresFinPrestations> = {
  ...SERIE,
  nom: 'Prestations après un départ',
  etapes: [
    {
      depuis,
      article: 'mutami/art-15',
      valeur: { politique: 'A_LA_DATE_D_EFFET', article: 'mutami/art-15' },
    },
  ],
}

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
        conjointACharge: null,
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
        renonciation: 'mutami/art-6-3',
        partDuDefunt: null,
      },
    },
  ],
}
