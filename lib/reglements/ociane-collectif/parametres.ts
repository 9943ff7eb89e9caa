import { dateCivile } from '@/lib/rules/date/date-civile'
import type { ParametresDelai, ParametresDelaiAnnexe } from '@/lib/rules/delai/regle-delai'
import type { ParametresImpaye } from '@/lib/rules/impaye/traiter-impaye'
import type { ParametresMaintien } from '@/lib/rules/maintien/regle-maintien'
import type { ParametresSuspension } from '@/lib/rules/maintien/suspendre-contrat-travail'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'

const depuis = dateCivile('2020-01-01')
const SERIE = { unite: 'délais', fin: null, releveLe: dateCivile('2026-11-21') } as const

export const delai: SerieDatee<ParametresDelai> = {
  ...SERIE,
  nom: 'Délais de recours',
  etapes: [
    {
      depuis,
      article: 'ociane-collectif/art-18',
      valeur: {
        MESSAGERIE: null,
        RECLAMATION_ACCUSE: { unite: 'JOURS_OUVRABLES', nombre: 10, article: 'ociane-collectif/art-18' },
        RECLAMATION_REPONSE: { unite: 'JOURS', nombre: 30, article: 'ociane-collectif/art-18' },
        MEDIATION: { unite: 'ANNEES', nombre: 1, article: 'ociane-collectif/art-18' },
        FORCLUSION: { unite: 'ANNEES', nombre: 2, article: 'ociane-collectif/art-14-3' },
        PRESCRIPTION: { unite: 'ANNEES', nombre: 2, article: 'ociane-collectif/art-14-2' },
        RECLAMATION_PRESTATION: null,
      },
    },
  ],
}

export const delaiAnnexe: SerieDatee<ParametresDelaiAnnexe> = {
  ...SERIE,
  nom: 'Délais de la vie du contrat',
  etapes: [
    {
      depuis,
      article: 'ociane-collectif/art-7',
      valeur: {
        DECLARATION_ACCIDENT: { unite: 'JOURS', nombre: 5, article: 'ociane-collectif/art-11-1' },
        DECLARATION_REMBOURSEMENT_TIERS: { unite: 'JOURS', nombre: 8, article: 'ociane-collectif/art-9' },
        RESTITUTION_CARTE: { unite: 'JOURS', nombre: 2, article: 'ociane-collectif/art-15-1' },
        CERTIFICAT_RADIATION: { unite: 'MOIS', nombre: 2, article: 'ociane-collectif/art-2-3' },
        VERSEMENT_TELETRANSMIS: { unite: 'JOURS', nombre: 2, article: 'ociane-collectif/art-7' },
        VERSEMENT_SUR_DOSSIER: { unite: 'JOURS', nombre: 10, article: 'ociane-collectif/art-7' },
        REFUS_ECHANGES_AMO: { unite: 'MOIS', nombre: 1, article: 'ociane-collectif/art-6-2' },
        EXCLUSION_FACULTATIVE: { unite: 'JOURS', nombre: 40, article: 'ociane-collectif/art-5-1-2' },
        SAISINE_MEDIATEUR_SANS_REPONSE: { unite: 'MOIS', nombre: 2, article: 'ociane-collectif/art-18' },
        EFFET_COORDONNEES: { unite: 'JOURS', nombre: 1, article: 'ociane-collectif/art-3-1' },
        REPONSE_MEDIATEUR: { unite: 'JOURS', nombre: 90, article: 'ociane-collectif/art-18' },
      },
    },
  ],
}

export const impaye: SerieDatee<ParametresImpaye> = {
  ...SERIE,
  nom: 'Impayés',
  etapes: [
    {
      depuis,
      article: 'ociane-collectif/art-5-1-1',
      valeur: {
        miseEnDemeureJours: 10,
        suspensionJours: 30,
        resiliationJours: 40,
        article: 'ociane-collectif/art-5-1-1',
        reprise: 'ociane-collectif/art-5-1-1',
        finAnnuelle: null,
        majoration: null,
        fraisRecouvrement: null,
      },
    },
  ],
}

export const maintien: SerieDatee<ParametresMaintien> = {
  ...SERIE,
  nom: 'Maintien des garanties',
  etapes: [
    {
      depuis,
      article: 'ociane-collectif/art-4-1-1',
      valeur: {
        portabilite: {
          ouverteA: ['CHOMAGE'],
          dureeMaxMois: 12,
          article: 'ociane-collectif/art-4-1-1',
          articleDuree: 'css/L911-8',
        },
        evin: {
          ouvertA: ['CHOMAGE', 'RETRAITE', 'INVALIDITE'],
          propositionMois: 2,
          demandeMois: 6,
          dureeAyantsDroitMois: 12,
          article: 'ociane-collectif/art-4-1-2',
        },
      },
    },
  ],
}

export const suspensionContrat: SerieDatee<ParametresSuspension> = {
  ...SERIE,
  nom: 'Suspension du contrat de travail',
  etapes: [
    {
      depuis,
      article: 'ociane-collectif/art-4-1-3',
      valeur: { informationJours: 30, article: 'ociane-collectif/art-4-1-3' },
    },
  ],
}
