import { dateCivile } from '@/lib/rules/date/date-civile'
import type { ParametresDelai, ParametresDelaiAnnexe } from '@/lib/rules/delai/regle-delai'
import type { ParametresImpaye } from '@/lib/rules/impaye/traiter-impaye'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'
import type { ParametresRenonciation } from '@/lib/rules/renonciation/renoncer'

const depuis = dateCivile('2020-01-01')
const SERIE = { unite: 'délais', fin: null, releveLe: dateCivile('2026-11-21') } as const

export const delai: SerieDatee<ParametresDelai> = {
  ...SERIE,
  nom: 'Délais de recours',
  etapes: [
    {
      depuis,
      article: 'mutami/art-37',
      valeur: {
        MESSAGERIE: null,
        RECLAMATION_ACCUSE: { unite: 'JOURS_OUVRABLES', nombre: 10, article: 'mutami/art-37' },
        RECLAMATION_REPONSE: { unite: 'MOIS', nombre: 2, article: 'mutami/art-37' },
        MEDIATION: { unite: 'ANNEES', nombre: 1, article: 'mutami/art-38' },
        FORCLUSION: { unite: 'MOIS', nombre: 24, article: 'mutami/art-26' },
        PRESCRIPTION: { unite: 'ANNEES', nombre: 2, article: 'mutami/art-31' },
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
      article: 'mutami/art-27',
      valeur: {
        VERSEMENT_TELETRANSMIS: { unite: 'JOURS', nombre: 2, article: 'mutami/art-27' },
        VERSEMENT_SUR_DOSSIER: { unite: 'JOURS', nombre: 5, article: 'mutami/art-27' },
        DECLARATION_CHANGEMENT: { unite: 'MOIS', nombre: 1, article: 'mutami/art-48-1' },
        SAISINE_MEDIATEUR_SANS_REPONSE: { unite: 'MOIS', nombre: 2, article: 'mutami/art-38' },
        ATTESTATION_MAJORATION: { unite: 'JOURS', nombre: 10, article: 'mutami/art-45' },
        RESILIATION_PAR_LA_MUTUELLE: { unite: 'MOIS', nombre: 3, article: 'mutami/art-8' },
      },
    },
  ],
}

export const renonciation: SerieDatee<ParametresRenonciation> = {
  ...SERIE,
  nom: 'Renonciation',
  etapes: [
    {
      depuis,
      article: 'mutami/art-6-1',
      valeur: {
        DISTANCE: { jours: 14, article: 'mutami/art-6-1', remboursementJours: null },
        DEMARCHAGE: { jours: 14, article: 'mutami/art-6-2', remboursementJours: null },
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
      article: 'mutami/art-21',
      valeur: {
        miseEnDemeureJours: 10,
        suspensionJours: 30,
        resiliationJours: 40,
        article: 'mutami/art-21',
        reprise: 'mutami/art-21',
        finAnnuelle: 'mutami/art-21',
        majoration: null,
        fraisRecouvrement: null,
      },
    },
  ],
}
