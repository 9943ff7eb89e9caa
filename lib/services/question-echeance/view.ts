import { dateCivile } from '@/lib/rules/date/date-civile'
import { moment } from '@/lib/rules/date/moment'
import { compterDelai } from '@/lib/rules/delai/compter-delai'
import { compterReponseMessage } from '@/lib/rules/delai/compter-reponse-message'
import { traiterImpaye } from '@/lib/rules/impaye/traiter-impaye'
import { ecrireMontant, type Montant } from '@/lib/rules/montant/montant'
import { definir } from '../question/schema'
import { resultat, sansNul } from '../reponse/view'
import { delaiSchema, impayeSchema } from './schema'

const enTexte = (montant: Montant | null): string | null => (montant === null ? null : ecrireMontant(montant))

export const delai = definir({
  question: 'delai',
  label: 'Jusqu’à quand court un délai : réclamation, médiation, forclusion, réponse à un message',
  schema: delaiSchema,
  answer: (reglement, { type, date }) =>
    type === 'MESSAGERIE'
      ? resultat(compterReponseMessage(reglement, moment(date)), ({ limite }) => ({ limite }))
      : resultat(compterDelai(reglement, type, dateCivile(date)), ({ limite }) => ({ limite })),
})

export const impaye = definir({
  question: 'impaye',
  label: 'Calendrier d’une cotisation impayée, reprise des garanties et pénalités',
  schema: impayeSchema,
  answer: (reglement, faits) =>
    resultat(traiterImpaye(reglement, faits), ({ reprise, majoration, fraisRecouvrement, ...dates }) => ({
      ...dates,
      ...sansNul({
        reprise,
        majoration: enTexte(majoration),
        fraisRecouvrement: enTexte(fraisRecouvrement),
      }),
    })),
})
