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

/** Why the end that was announced does not come. */
export type SansSuite = 'ANNULEE' | 'REFUSEE' | 'DEFAITE'

interface ContratMaintenu extends Pick<Resiliation, 'recueLe' | 'numero' | 'telephone' | 'horaires'> {
  readonly cause: SansSuite
  readonly jour: DateCivile
  /** The end that the first letter announced; null: it cannot be told any more. */
  readonly annoncee: DateCivile | null
  /** The end that the contract has all the same. */
  readonly fin: DateCivile | null
  /** What staff wrote, and what remains possible. */
  readonly raisons: readonly string[]
}

const CE_QUI_ARRIVE: Readonly<Record<SansSuite, (jour: string, demande: string) => string>> = {
  ANNULEE: (jour, demande) =>
    `Le ${jour}, votre demande de résiliation ${demande} a été annulée dans votre espace.`,
  REFUSEE: (jour, demande) =>
    `Le ${jour}, nous avons étudié votre demande de résiliation ${demande} : nous ne pouvons pas l’accepter.`,
  DEFAITE: (jour, demande) =>
    `Le ${jour}, nous avons annulé la décision que nous avions prise sur votre demande de résiliation ${demande}. Nous étudions de nouveau cette demande : vous recevrez une nouvelle réponse.`,
}
const CE_QUI_RESTE: Readonly<Record<SansSuite, string>> = {
  ANNULEE:
    'Si vous n’avez pas annulé cette demande, ou si vous voulez toujours quitter la mutuelle, écrivez-nous depuis votre espace ou appelez-nous',
  REFUSEE:
    'Si cette réponse ne vous convient pas, vous pouvez faire une réclamation depuis votre espace, à la page de votre demande, ou nous appeler',
  DEFAITE: 'Vous suivez votre demande dans votre espace. Une question ? Appelez-nous',
}

const maintenu = (fin: DateCivile | null, jour: DateCivile): string => {
  if (fin === null)
    return 'Votre contrat continue : vos soins restent remboursés et vos cotisations restent dues, comme avant.'
  return fin < jour
    ? `Votre contrat a pris fin le ${le(fin)}, pour une autre raison que cette demande.`
    : `Votre contrat continue jusqu’au ${le(fin)}, comme prévu avant cette demande : jusque-là, vos soins restent remboursés et vos cotisations restent dues.`
}

/** To who was told an end that does not come: the letter that announced it is no longer worth anything. */
export const lettreContratContinue = (c: ContratMaintenu) => ({
  objet: 'La fin annoncée de votre contrat est annulée',
  paragraphes: [
    'Madame, Monsieur,',
    CE_QUI_ARRIVE[c.cause](le(c.jour), ecrireNumeroDemande(c.numero)),
    ...c.raisons,
    `Notre courrier du ${le(c.recueLe)} annonçait la fin de votre contrat${c.annoncee === null ? '' : ` pour le ${le(c.annoncee)}`} : il ne vaut plus. ${maintenu(c.fin, c.jour)}`,
    'Gardez ce courrier : il remplace le précédent.',
  ],
  suite: [`${CE_QUI_RESTE[c.cause]} au ${c.telephone}, ${c.horaires}.`],
})
