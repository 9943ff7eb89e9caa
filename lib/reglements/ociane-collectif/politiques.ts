import type { ParametresAdhesion } from '@/lib/rules/adhesion/adherer'
import type { ParametresAffiliation } from '@/lib/rules/affiliation/affilier-ayant-droit'
import type { ParametresSeizeAns } from '@/lib/rules/ayant-droit/emanciper-mineur'
import type { ParametresAyantDroit } from '@/lib/rules/ayant-droit/reconnaitre-ayant-droit'
import type { ParametresCotisation } from '@/lib/rules/cotisation/regle-cotisation'
import { dateCivile } from '@/lib/rules/date/date-civile'
import type { RegleDateEffet } from '@/lib/rules/date-effet/regle-date-effet'
import type { ParametresDispense } from '@/lib/rules/dispense/dispenser-affiliation'
import type { ParametresEcheancier } from '@/lib/rules/echeancier/regle-echeancier'
import type { ParametresOption } from '@/lib/rules/option/changer-option'
import type { ParametresGarantieOptionnelle } from '@/lib/rules/option/souscrire-garantie-optionnelle'
import type { ParametresRadiation } from '@/lib/rules/radiation/radier-ayant-droit'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'
import type { ParametresResiliation } from '@/lib/rules/resiliation/regle-resiliation'

const depuis = dateCivile('2020-01-01')
const SERIE = { unite: 'règle', fin: null, releveLe: dateCivile('2026-11-21') } as const
/** Deux mois avant l'échéance du 31 décembre. */
const LIMITE_ECHEANCE = { mois: 10, jour: 31 } as const

const radiationEnCoursDAnnee: RegleDateEffet = {
  politique: 'PREMIER_DU_MOIS_SUIVANT_LA_RECEPTION',
  article: 'ociane-collectif/art-4-2',
}

export const adhesion: SerieDatee<ParametresAdhesion> = {
  ...SERIE,
  nom: 'Affiliation du salarié',
  etapes: [
    {
      depuis,
      article: 'ociane-collectif/art-2-1',
      valeur: {
        effet: { politique: 'CONTRAT_OU_EMBAUCHE', article: 'ociane-collectif/art-2-1' },
        dossier: 'ociane-collectif/art-2-2',
        css: null,
        engagement: null,
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
      article: 'ociane-collectif/art-2-1',
      valeur: {
        ordinaire: { politique: 'LENDEMAIN_DE_LA_DEMANDE', article: 'ociane-collectif/art-2-1' },
        naissance: {
          delaiMois: 3,
          article: 'ociane-collectif/art-2-1',
          horsDelai: { politique: 'PREMIER_DU_MOIS_SUIVANT', article: 'ociane-collectif/art-2-1' },
        },
        perteCouverture: null,
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
      article: 'ociane-collectif/art-1-1',
      valeur: {
        partenaire: { article: 'ociane-collectif/art-1-1', surJustificatif: [] },
        enfant: {
          politique: 'CELIBATAIRE',
          ageLimite: 28,
          handicap: { avantAge: null, article: 'ociane-collectif/art-1-1' },
          article: 'ociane-collectif/art-1-1',
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
      article: 'ociane-collectif/art-2-5',
      valeur: {
        age: 16,
        article: 'ociane-collectif/art-2-5',
        paiementDirect: null,
        adhesionPropre: null,
        attestationPropre: 'ociane-collectif/art-2-5',
      },
    },
  ],
}

export const dispense: SerieDatee<ParametresDispense> = {
  ...SERIE,
  nom: 'Dispense d’affiliation',
  etapes: [
    {
      depuis,
      article: 'ociane-collectif/art-1-2',
      valeur: { article: 'ociane-collectif/art-1-2', agentTerritorial: null },
    },
  ],
}

export const garantieOptionnelle: SerieDatee<ParametresGarantieOptionnelle> = {
  ...SERIE,
  nom: 'Garantie optionnelle',
  etapes: [
    {
      depuis,
      article: 'ociane-collectif/art-2-1',
      valeur: { fenetreMois: 3, article: 'ociane-collectif/art-2-1' },
    },
  ],
}

export const option: SerieDatee<ParametresOption> = {
  ...SERIE,
  nom: 'Changement d’option',
  etapes: [
    {
      depuis,
      article: 'ociane-collectif/art-3-5',
      valeur: {
        politique: 'PREMIER_JANVIER',
        preavisMois: 2,
        attenteMois: 12,
        article: 'ociane-collectif/art-3-5',
      },
    },
  ],
}

export const resiliation: SerieDatee<ParametresResiliation> = {
  ...SERIE,
  nom: 'Fin de l’adhésion',
  etapes: [
    {
      depuis,
      article: 'ociane-collectif/art-4-1',
      valeur: {
        engagement: { politique: 'FIN_D_ANNEE', article: 'ociane-collectif/art-4-1-2' },
        ECHEANCE: { limite: LIMITE_ECHEANCE, preuve: 'RECEPTION', article: 'ociane-collectif/art-4-1-2' },
        INFRA_ANNUELLE: {
          attenteMois: 12,
          preavisMois: 1,
          rouvertePar: null,
          article: 'ociane-collectif/art-4-1-2',
        },
        CHATEL: null,
        CHANGEMENT_SITUATION: null,
        PERTE_REGIME_OBLIGATOIRE: null,
        CONTRAT_COLLECTIF_OBLIGATOIRE: null,
        CSS: null,
        DECES: { politique: 'JOUR_DE_L_EVENEMENT', article: 'ociane-collectif/art-4-1' },
        DEPART_ETRANGER: null,
        FIN_CONTRAT_TRAVAIL: { politique: 'JOUR_DE_L_EVENEMENT', article: 'ociane-collectif/art-4-1' },
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
      article: 'ociane-collectif/art-4-2',
      valeur: {
        DEMANDE: {
          politique: 'FIN_ANNEE_AVANT_LIMITE',
          limite: LIMITE_ECHEANCE,
          article: 'ociane-collectif/art-4-2',
        },
        DIVORCE: radiationEnCoursDAnnee,
        DECES: { politique: 'LENDEMAIN_DE_L_EVENEMENT', article: 'ociane-collectif/art-4-2' },
        PERTE_QUALITE: null,
        CONTRAT_COLLECTIF_OBLIGATOIRE: radiationEnCoursDAnnee,
        DEPART_ETRANGER: radiationEnCoursDAnnee,
        CSS: { politique: 'LENDEMAIN_DE_L_EVENEMENT', article: 'ociane-collectif/art-4-2' },
      },
    },
  ],
}

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
        conjointACharge: null,
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
        renonciation: null,
        partDuDefunt: null,
      },
    },
  ],
}
