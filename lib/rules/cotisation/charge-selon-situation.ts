import { reconnaitreAyantDroit, type SituationEnfant } from '../ayant-droit/reconnaitre-ayant-droit'
import { annee, type DateCivile, premierJanvier } from '../date/date-civile'
import { ErreurDeRegle } from '../decision/erreur'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import { estACharge } from './ranger-enfants'

/** Ce que la mutuelle sait de l'enfant ce jour-là. */
export interface SituationConnue {
  readonly situation: SituationEnfant | null
  readonly celibataire: boolean | null
  readonly rattacheFiscalement: boolean | null
  readonly handicapReconnuLe: DateCivile | null
  /** Dernière preuve reçue ; d'une autre année, elle vaut encore ici : sa date n'arrête que la couverture. */
  readonly justificatifRecuLe: DateCivile | null
}

/** L'enfant est-il à charge d'après sa situation ? null : son âge suffit à le dire, ou l'on n'en sait pas assez. */
export function chargeSelonSituation(
  reglement: Reglement,
  dateNaissance: DateCivile,
  connue: SituationConnue,
  date: DateCivile,
): boolean | null {
  if (reglement.ayantDroit === null) return null
  const { enfant } = regleEnVigueur(
    reglement.ayantDroit,
    premierJanvier(annee(date)),
    'qualité d’ayant droit',
  )
  const cotisant = { role: 'ENFANT', dateNaissance, aCharge: null } as const
  // Un handicap reconnu peut lever la limite d'âge : l'âge seul ne le dit pas.
  const dit = connue.handicapReconnuLe === null && estACharge(enfant, annee(date), cotisant) !== null
  if (dit) return null
  try {
    const { verdict } = reconnaitreAyantDroit(reglement, {
      ...connue,
      lien: 'ENFANT',
      date,
      dateNaissance,
      justificatif: connue.justificatifRecuLe !== null,
    })
    return verdict === 'INCOMPLETE' ? null : verdict === 'ACCORDEE'
  } catch (erreur) {
    if (erreur instanceof ErreurDeRegle && erreur.code === 'FAIT_INVALIDE') return null
    throw erreur
  }
}
