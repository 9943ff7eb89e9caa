import type { DateCivile } from '../rules/date/date-civile'
import { ecrireNumeroDemande } from './demandes'
import { formatDateEnLettres as le } from './formats'

interface Resiliation {
  readonly recueLe: DateCivile
  readonly dernierJour: DateCivile
  readonly numero: number
  readonly telephone: string
  readonly horaires: string
}

/** To who asked to leave, at once: what was received, when the contract ends, what happens until then. */
export const lettreResiliationDemandee = ({
  recueLe,
  dernierJour,
  numero,
  telephone,
  horaires,
}: Resiliation) => ({
  objet: 'Nous avons bien reçu votre demande de résiliation',
  paragraphes: [
    'Madame, Monsieur,',
    `Le ${le(recueLe)}, nous avons reçu votre demande de quitter la mutuelle. Elle porte le numéro ${ecrireNumeroDemande(numero)}.`,
    `Votre contrat prendra fin le ${le(dernierJour)}, ce jour compris. Jusque-là, vos soins sont remboursés et vos cotisations restent dues ; ce que vous auriez payé pour les jours suivants vous sera rendu.`,
    'Gardez ce courrier : il prouve la date de votre demande.',
  ],
  suite: [
    'Nous confirmons la fin du contrat après avoir vérifié votre demande ; votre attestation de radiation sera alors dans vos documents.',
    `Si vous n’avez pas demandé cette résiliation, ou si vous changez d’avis, appelez-nous au ${telephone}, ${horaires}.`,
  ],
})
