import { ajouterAnnees, ajouterJours, ajouterMois, type DateCivile } from '../date/date-civile'
import { ajouterJoursOuvrables, ajouterJoursOuvres } from '../date/jours-ouvrables'
import { ajouterJourneesOuvrees, jourDuMoment, type Moment } from '../date/moment'
import { accorder, type Decision } from '../decision/decision'
import { type ArticleId, enDate, enNombre, motif } from '../decision/motif'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

export type TypeDelai =
  | 'RECLAMATION_ACCUSE'
  | 'RECLAMATION_REPONSE'
  | 'MEDIATION'
  | 'FORCLUSION'
  | 'PRESCRIPTION'
  | 'RECLAMATION_PRESTATION'

export interface RegleDelai {
  readonly unite: 'JOURS' | 'JOURS_OUVRABLES' | 'JOURS_OUVRES' | 'MOIS' | 'ANNEES'
  readonly nombre: number
  readonly article: ArticleId
}

export interface ParametresDelai extends Readonly<Record<TypeDelai, RegleDelai | null>> {
  /** Réponse promise à un message, en journées de 24 h qui ne courent que les jours ouvrés. */
  readonly MESSAGERIE: { readonly journees: number; readonly article: ArticleId } | null
}

export interface Limite<J> {
  readonly limite: J
}

/** Dernier jour utile d'un délai du règlement, compté du jour `date` (lectures 1, 2 et 6). */
export function compterDelai(
  reglement: Reglement,
  type: TypeDelai,
  date: DateCivile,
): Decision<Limite<DateCivile>> {
  const regle = prevu(regleEnVigueur(reglement.delai, date, 'délais')[type], `délai ${type}`)
  return courir(regle, `DELAI_${type}`, date)
}

/** Délais que la vie du contrat fait courir à côté des voies de recours, pour l'adhérent ou pour la mutuelle. */
export type TypeDelaiAnnexe =
  | 'DECLARATION_CHANGEMENT'
  | 'DECLARATION_ACCIDENT'
  | 'DECLARATION_REMBOURSEMENT_TIERS'
  | 'RESTITUTION_CARTE'
  | 'CERTIFICAT_RADIATION'
  | 'VERSEMENT_TELETRANSMIS'
  | 'VERSEMENT_SUR_DOSSIER'
  | 'ENVOI_CARTE'
  | 'ATTESTATION_MAJORATION'
  | 'REGULARISATION_COTISATION'
  | 'VERSEMENT_AVANCE_SANTE'
  | 'REPONSE_MEDIATEUR'
  | 'REFUS_ECHANGES_AMO'
  | 'RESILIATION_PAR_LA_MUTUELLE'
  | 'EXCLUSION_FACULTATIVE'
  | 'EFFET_COORDONNEES'

export type ParametresDelaiAnnexe = Readonly<Partial<Record<TypeDelaiAnnexe, RegleDelai>>>

/** Dernier jour utile d'un délai annexe, compté du jour `date`. */
export function compterDelaiAnnexe(
  reglement: Reglement,
  type: TypeDelaiAnnexe,
  date: DateCivile,
): Decision<Limite<DateCivile>> {
  const regles = regleEnVigueur(reglement.delaiAnnexe, date, 'délais')
  return courir(prevu(regles[type] ?? null, `délai ${type}`), `DELAI_${type}`, date)
}

function courir(regle: RegleDelai, code: string, date: DateCivile): Decision<Limite<DateCivile>> {
  const limite = ajouter(regle, date)
  const donnees = {
    depart: enDate(date),
    delai: enNombre(regle.nombre, regle.unite),
    limite: enDate(limite),
  }
  return accorder({ limite }, motif(code, regle.article, donnees))
}

function ajouter({ unite, nombre }: RegleDelai, date: DateCivile): DateCivile {
  switch (unite) {
    case 'JOURS':
      return ajouterJours(date, nombre)
    case 'JOURS_OUVRABLES':
      return ajouterJoursOuvrables(date, nombre)
    case 'JOURS_OUVRES':
      return ajouterJoursOuvres(date, nombre)
    case 'MOIS':
      return ajouterMois(date, nombre)
    case 'ANNEES':
      return ajouterAnnees(date, nombre)
  }
}

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
