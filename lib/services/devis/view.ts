import { socle } from '@/lib/reglements/catalogue'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { remboursementDe } from '@/lib/rules/remboursement/rembourser-suite'
import {
  comparerFormules,
  type Simulation,
  simulerApresRenouvellement,
} from '@/lib/rules/remboursement/simuler'
import { definir } from '../question/schema'
import { lireFaits } from '../question-remboursement/schema'
import { vueRemboursement } from '../question-remboursement/view'
import type { Sortie } from '../reponse/view'
import { devisSchema } from './schema'

const voir = ({ formule, dateSoins, decision }: Simulation): Sortie & { dateSoins: DateCivile } => ({
  formule,
  dateSoins,
  ...vueRemboursement(remboursementDe(decision)),
})

/**
 * Avant les soins, par la fonction qui paie : ce que le devis donne sous la formule et les compteurs du bénéficiaire, sous d'autres
 * formules, et à la date où l'équipement se renouvelle s'il faut l'attendre.
 */
export const devis = definir({
  question: 'devis',
  label: 'Ce qu’un devis donnera : sous cette formule, sous d’autres, et s’il vaut mieux attendre',
  schema: devisSchema,
  answer: (reglement, { autresFormules, ...lus }) => {
    const faits = lireFaits({ ...lus, question: 'remboursement' })
    const [simulee, ...autres] = comparerFormules(reglement, socle, faits, [faits.formule, ...autresFormules])
    if (simulee === undefined) throw new Error('aucune simulation')
    const apres = simulerApresRenouvellement(reglement, socle, faits)
    return {
      result: {
        ...voir(simulee),
        autresFormules: autres.map(voir),
        apresRenouvellement: apres === null ? null : voir(apres),
      },
      motifs: simulee.decision.motifs,
    }
  },
})
