import type { ParametresAffiliation } from '@/lib/rules/affiliation/affilier-ayant-droit'
import type { ParametresCouple } from '@/lib/rules/ayant-droit/rattacher-conjoint-agent'
import type { ParametresAyantDroit } from '@/lib/rules/ayant-droit/reconnaitre-ayant-droit'
import { dateCivile } from '@/lib/rules/date/date-civile'
import type { RegleDateEffet } from '@/lib/rules/date-effet/regle-date-effet'
import type { ParametresDispense } from '@/lib/rules/dispense/dispenser-affiliation'
import type { ParametresEcheancier } from '@/lib/rules/echeancier/regle-echeancier'
import type { ParametresDepartCollectivite } from '@/lib/rules/maintien/quitter-collectivite'
import type { ParametresRadiation } from '@/lib/rules/radiation/radier-ayant-droit'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'
import type { ParametresDepart } from '@/lib/rules/resiliation/prevenir-du-depart'
import type { ParametresResiliation } from '@/lib/rules/resiliation/regle-resiliation'

const depuis = dateCivile('2020-01-01')
const SERIE = { unite: 'règle', fin: null, releveLe: dateCivile('2026-11-21') } as const
const LIMITE_ECHEANCE = { mois: 10, jour: 31 } as const

const css: RegleDateEffet = {
  politique: 'DECISION_CONNUE_DANS_LE_MOIS',
  article: 'mutame-plus/faq-resiliations-derogatoires',
}

export const affiliation: SerieDatee<ParametresAffiliation> = {
  ...SERIE,
  nom: 'Affiliation des ayants droit',
  etapes: [
    {
      depuis,
      article: 'mutame-plus/faq-naissance',
      valeur: {
        ordinaire: null,
        naissance: { delaiMois: 2, article: 'mutame-plus/faq-naissance', horsDelai: null },
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
      article: 'mutame-plus/faq-enfants-majeurs',
      valeur: {
        partenaire: null,
        enfant: { politique: 'RATTACHEMENT_FISCAL', article: 'mutame-plus/faq-enfants-majeurs' },
      },
    },
  ],
}

export const couple: ParametresCouple = { article: 'mutame-plus/faq-beneficiaires' }

export const dispense: SerieDatee<ParametresDispense> = {
  ...SERIE,
  nom: 'Dispense d’affiliation',
  etapes: [
    {
      depuis,
      article: 'mutame-plus/faq-dispense',
      valeur: { article: 'mutame-plus/faq-dispense', agentTerritorial: 'mutame-plus/faq-dispense' },
    },
  ],
}

export const depart: ParametresDepart = {
  formules: ['atout-sante-plus'],
  perte: 'INDEMNITES_JOURNALIERES',
  article: 'mutame-plus/faq-atout-sante-plus',
}

export const resiliation: SerieDatee<ParametresResiliation> = {
  ...SERIE,
  nom: 'Résiliation',
  etapes: [
    {
      depuis,
      article: 'mutame-plus/faq-resiliation-annuelle',
      valeur: {
        engagement: { politique: 'FIN_D_ANNEE', article: 'mutame-plus/faq-resiliation-annuelle' },
        ECHEANCE: {
          limite: LIMITE_ECHEANCE,
          preuve: 'CACHET_DE_LA_POSTE',
          article: 'mutame-plus/faq-resiliation-annuelle',
        },
        INFRA_ANNUELLE: {
          attenteMois: 12,
          preavisMois: 1,
          rouvertePar: null,
          article: 'mutame-plus/faq-resiliation-apres-un-an',
        },
        CHATEL: {
          limite: LIMITE_ECHEANCE,
          joursAvantLimite: 15,
          delaiJours: 20,
          article: 'mutame-plus/faq-avis-echeance',
        },
        CHANGEMENT_SITUATION: null,
        PERTE_REGIME_OBLIGATOIRE: null,
        CONTRAT_COLLECTIF_OBLIGATOIRE: null,
        CSS: css,
        DECES: null,
        DEPART_ETRANGER: null,
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
      article: 'mutame-plus/faq-resiliations-derogatoires',
      valeur: {
        DEMANDE: null,
        DIVORCE: null,
        DECES: null,
        PERTE_QUALITE: null,
        CONTRAT_COLLECTIF_OBLIGATOIRE: null,
        DEPART_ETRANGER: null,
        CSS: css,
      },
    },
  ],
}

export const departCollectivite: SerieDatee<ParametresDepartCollectivite> = {
  ...SERIE,
  nom: 'Départ d’un agent de sa collectivité',
  etapes: [
    {
      depuis,
      article: 'mutame-plus/faq-depart-collectivite',
      valeur: { article: 'mutame-plus/faq-depart-collectivite' },
    },
  ],
}

/** La source annonce un échéancier annuel et la retenue sur la paye ; elle ne dit rien du calcul des cotisations. */
export const echeancier: SerieDatee<ParametresEcheancier> = {
  ...SERIE,
  nom: 'Échéancier',
  etapes: [
    {
      depuis,
      article: 'mutame-plus/faq-cotisations',
      valeur: {
        article: 'mutame-plus/faq-cotisations',
        decompte: { politique: 'JOURS_DU_MOIS', article: 'mutame-plus/faq-cotisations' },
        depart: { politique: 'JOUR', article: 'mutame-plus/faq-resiliations-derogatoires' },
        prelevement: null,
        cheque: null,
        precompte: 'mutame-plus/faq-employeurs',
        rejet: null,
        regularisation: null,
        parrainage: null,
        renonciation: null,
        partDuDefunt: null,
      },
    },
  ],
}
