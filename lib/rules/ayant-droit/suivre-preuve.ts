import { annee, type DateCivile, trenteEtUnDecembre } from '../date/date-civile'
import { accorder, type Decision } from '../decision/decision'
import { enDate, enNombre, motif } from '../decision/motif'
import type { ListePieces, SituationPieces } from '../pieces/piece'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import type { SituationEnfant } from './reconnaitre-ayant-droit'

const PIECES: Readonly<Record<SituationEnfant, SituationPieces | null>> = {
  ETUDES: 'ENFANT_ETUDES',
  ALTERNANCE: 'ENFANT_ALTERNANCE',
  RECHERCHE_PREMIER_EMPLOI: 'ENFANT_RECHERCHE_PREMIER_EMPLOI',
  SERVICE_CIVIQUE: 'ENFANT_SERVICE_CIVIQUE',
  EMPLOI: null,
  AUCUNE: null,
}

export interface FaitsPreuve {
  readonly date: DateCivile
  readonly dateNaissance: DateCivile
  readonly situation: SituationEnfant | null
  readonly handicapReconnuLe: DateCivile | null
  /** Dernière preuve reçue ; null : aucune. */
  readonly recueLe: DateCivile | null
}

export interface SuiviPreuve {
  readonly etat: 'RECUE' | 'A_ENVOYER' | 'A_VENIR'
  readonly pieces: ListePieces['pieces']
  /** Année que la preuve couvre. */
  readonly annee: number
  /** Dernier jour pour l'envoyer ; null quand plus rien n'est dû. */
  readonly avant: DateCivile | null
}

/**
 * « Une fois par an », sans jour imprimé : une preuve par année civile, due au plus tard le 31 décembre. Celle de
 * l'année d'avant soutient donc la qualité d'ayant droit jusque-là.
 */
export const preuveVautEncore = (recueLe: DateCivile | null, date: DateCivile): boolean =>
  recueLe !== null && annee(recueLe) >= annee(date) - 1

/** La preuve que ce règlement demande pour cet enfant ; null s'il n'en demande pas. */
export function suivrePreuve(reglement: Reglement, faits: FaitsPreuve): Decision<SuiviPreuve> | null {
  const { enfant } = regleEnVigueur(reglement.ayantDroit, faits.date, "qualité d'ayant droit")
  if (enfant === null) return null
  if (faits.handicapReconnuLe !== null) return preuveUnique(reglement.pieces.ENFANT_HANDICAP, faits)
  if (enfant.politique !== 'AGE_PUIS_SITUATION' || faits.situation === null) return null
  const situation = PIECES[faits.situation]
  const liste = situation === null ? undefined : reglement.pieces[situation]
  if (liste === undefined || !liste.annuelle) return null
  // Le dernier jour sans condition est un 31 décembre : la première preuve est celle de l'année d'après.
  const premiere = annee(faits.dateNaissance) + enfant.ageSansCondition + 1
  if (annee(faits.date) < premiere - 1) return null
  return preuveAnnuelle(liste, faits, premiere, annee(faits.dateNaissance) + enfant.ageAvecSituation)
}

function preuveAnnuelle(
  liste: ListePieces,
  { date, recueLe }: FaitsPreuve,
  premiere: number,
  derniere: number,
): Decision<SuiviPreuve> | null {
  const cetteAnnee = annee(date)
  const an = Math.max(cetteAnnee, premiere)
  if (an > derniere) return null
  const donnees = { annee: enNombre(an) }
  if (recueLe !== null && annee(recueLe) >= cetteAnnee) {
    const recue = motif('PREUVE_RECUE', liste.article, { ...donnees, recue: enDate(recueLe) })
    return accorder({ etat: 'RECUE', pieces: liste.pieces, annee: an, avant: null }, recue)
  }
  const avant = trenteEtUnDecembre(cetteAnnee)
  const code = an > cetteAnnee ? 'PREUVE_A_VENIR' : 'PREUVE_ANNUELLE'
  return accorder(
    { etat: an > cetteAnnee ? 'A_VENIR' : 'A_ENVOYER', pieces: liste.pieces, annee: an, avant },
    motif(code, liste.article, { ...donnees, avant: enDate(avant) }),
  )
}

/** Le handicap se prouve une fois, au rattachement. */
function preuveUnique(
  liste: ListePieces | undefined,
  { date, recueLe }: FaitsPreuve,
): Decision<SuiviPreuve> | null {
  if (liste === undefined) return null
  const valeur = { pieces: liste.pieces, annee: annee(recueLe ?? date), avant: null }
  return recueLe === null
    ? accorder({ ...valeur, etat: 'A_ENVOYER' }, motif('PREUVE_UNIQUE', liste.article))
    : accorder(
        { ...valeur, etat: 'RECUE' },
        motif('PREUVE_UNIQUE_RECUE', liste.article, { recue: enDate(recueLe) }),
      )
}
