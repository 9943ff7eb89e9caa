import { dateCivile } from '@/lib/rules/date/date-civile'
import type { ParametresDelai, ParametresDelaiAnnexe } from '@/lib/rules/delai/regle-delai'
import type { ParametresImpaye } from '@/lib/rules/impaye/traiter-impaye'
import type { ParametresModules } from '@/lib/rules/option/choisir-modules'
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
      article: 'mutame-smb/art-23',
      valeur: {
        MESSAGERIE: null,
        RECLAMATION_ACCUSE: { unite: 'JOURS_OUVRABLES', nombre: 10, article: 'mutame-smb/art-23' },
        RECLAMATION_REPONSE: { unite: 'MOIS', nombre: 2, article: 'mutame-smb/art-23' },
        MEDIATION: null,
        FORCLUSION: null,
        PRESCRIPTION: { unite: 'ANNEES', nombre: 2, article: 'mutame-smb/art-22' },
        RECLAMATION_PRESTATION: { unite: 'ANNEES', nombre: 1, article: 'mutame-smb/art-19-d' },
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
      article: 'mutame-smb/art-1',
      valeur: {
        DECLARATION_CHANGEMENT: { unite: 'MOIS', nombre: 1, article: 'mutame-smb/art-1' },
        VERSEMENT_SUR_DOSSIER: { unite: 'JOURS_OUVRES', nombre: 2, article: 'mutame-smb/art-19-b' },
        REGULARISATION_COTISATION: { unite: 'ANNEES', nombre: 1, article: 'mutame-smb/art-16' },
        PRESCRIPTION_LONGUE: { unite: 'ANNEES', nombre: 10, article: 'mutame-smb/art-22' },
        REMBOURSEMENT_AVANCE_SANTE: { unite: 'MOIS', nombre: 24, article: 'mutame-smb/art-7-11' },
        VERSEMENT_AVANCE_SANTE: { unite: 'JOURS', nombre: 8, article: 'mutame-smb/art-20' },
        REPONSE_MEDIATEUR: { unite: 'JOURS', nombre: 90, article: 'mutame-smb/art-23' },
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
      article: 'mutame-smb/art-2-1',
      valeur: {
        DISTANCE: { jours: 14, article: 'mutame-smb/art-2-1', remboursementJours: 30 },
        DEMARCHAGE: { jours: 14, article: 'mutame-smb/art-2-2', remboursementJours: null },
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
      article: 'mutame-smb/art-17',
      valeur: {
        miseEnDemeureJours: 10,
        suspensionJours: 30,
        resiliationJours: 40,
        article: 'mutame-smb/art-17',
        reprise: null,
        finAnnuelle: null,
        majoration: { pourcentParMois: 1, article: 'mutame-smb/art-17' },
        fraisRecouvrement: 'mutame-smb/art-17',
      },
    },
  ],
}

export const modules: ParametresModules = {
  niveauMin: 1,
  niveauMax: 4,
  ecartMax: 2,
  exclusion: [1, 4],
  article: 'mutame-smb/art-3',
}
