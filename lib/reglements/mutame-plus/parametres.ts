import { dateCivile } from '@/lib/rules/date/date-civile'
import type { ParametresDelai, ParametresDelaiAnnexe } from '@/lib/rules/delai/regle-delai'
import type { ParametresIndemnites } from '@/lib/rules/indemnites-journalieres/ouvrir-indemnites'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'

const depuis = dateCivile('2020-01-01')
const SERIE = { unite: 'délais', fin: null, releveLe: dateCivile('2026-11-21') } as const

export const delai: SerieDatee<ParametresDelai> = {
  ...SERIE,
  nom: 'Délais de recours',
  etapes: [
    {
      depuis,
      article: 'mutame-plus/faq-messagerie',
      valeur: {
        MESSAGERIE: { journees: 2, article: 'mutame-plus/faq-messagerie' },
        RECLAMATION_ACCUSE: null,
        RECLAMATION_REPONSE: null,
        MEDIATION: null,
        FORCLUSION: null,
        PRESCRIPTION: null,
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
      article: 'mutame-plus/faq-delai-remboursement',
      valeur: {
        VERSEMENT_SUR_DOSSIER: {
          unite: 'JOURS',
          nombre: 2,
          article: 'mutame-plus/faq-delai-remboursement',
        },
      },
    },
  ],
}

export const indemnites: SerieDatee<ParametresIndemnites> = {
  ...SERIE,
  nom: 'Indemnités journalières',
  etapes: [
    {
      depuis,
      article: 'mutame-plus/faq-indemnites',
      valeur: {
        formules: ['atout-sante-plus'],
        dureeMois: 9,
        article: 'mutame-plus/faq-indemnites',
        demande: 'mutame-plus/faq-employeurs',
      },
    },
  ],
}
