import { ajouterJours, ajouterMois, type DateCivile, jourDuMois, premierDuMois } from '../date/date-civile'
import { exiger } from '../decision/exiger'
import { enCode, enNombre, type Motif, motif } from '../decision/motif'
import { prevu } from '../reglement/regle-en-vigueur'
import type { ModePaiement, ParametresEcheancier, Periodicite } from './regle-echeancier'

export interface ChoixPaiement {
  readonly periodicite: Periodicite
  /** null : le mode n'est pas encore choisi. */
  readonly mode: ModePaiement | null
  /** Jour du mois du prélèvement. */
  readonly jour: number | null
}

/** Pourquoi ce moyen de paiement est refusé ; null s'il convient. @throws {ErreurDeRegle} NON_PREVU, FAIT_INVALIDE */
export function refusDuPaiement(regle: ParametresEcheancier, choix: ChoixPaiement): Motif | null {
  switch (choix.mode) {
    case null:
      return null
    case 'PRECOMPTE':
      prevu(regle.precompte, 'précompte sur la paye')
      return null
    case 'CHEQUE': {
      const { periodicites, article } = prevu(regle.cheque, 'paiement par chèque')
      return periodicites.includes(choix.periodicite)
        ? null
        : motif('CHEQUE_REFUSE', article, { periodicite: enCode(choix.periodicite) })
    }
    case 'PRELEVEMENT': {
      const { jours, article } = prevu(regle.prelevement, 'prélèvement automatique')
      const jour = exiger(choix.jour, 'jour')
      const permis = jours === null ? jour >= 1 && jour <= 28 : jours.includes(jour)
      return permis ? null : motif('JOUR_DE_PRELEVEMENT_REFUSE', article, { jour: enNombre(jour) })
    }
  }
}

/** Le jour où l'on paie : l'échéance, ou le premier jour de prélèvement qui ne la précède pas. */
export function jourDePaiement({ mode, jour }: ChoixPaiement, echeance: DateCivile): DateCivile {
  if (mode !== 'PRELEVEMENT' || jour === null) return echeance
  const mois = premierDuMois(echeance)
  return ajouterJours(jour >= jourDuMois(echeance) ? mois : ajouterMois(mois, 1), jour - 1)
}
