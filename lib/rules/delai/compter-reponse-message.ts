import { ajouterJourneesOuvrees, jourDuMoment, type Moment } from '../date/moment'
import { accorder, type Decision } from '../decision/decision'
import { enDate, enNombre, motif } from '../decision/motif'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import type { Limite } from './courir-delai'

/** Heure limite de réponse à un message (lecture 7). */
export function compterReponseMessage(reglement: Reglement, recu: Moment): Decision<Limite<Moment>> {
  const jour = jourDuMoment(recu)
  const regle = prevu(regleEnVigueur(reglement.delai, jour, 'délais').MESSAGERIE, 'réponse à un message')
  const limite = ajouterJourneesOuvrees(recu, regle.journees)
  const donnees = {
    recu: enDate(recu),
    delai: enNombre(regle.journees * 24, 'heures'),
    limite: enDate(limite),
  }
  return accorder({ limite }, motif('DELAI_MESSAGERIE', regle.article, donnees))
}
