import type { Ecriture } from './db'
import { delegationEnCours } from './pour-autrui'

/** Every act the portal must answer for. Upper snake, verb last: what happened. */
export type ActeJournal =
  | 'COMPTE_CREE'
  | 'COMPTE_ACTIVE'
  | 'CONNEXION'
  | 'CONNEXION_REFUSEE'
  | 'DECONNEXION'
  | 'SESSION_REVOQUEE'
  | 'ACCES_PERDU_DEMANDE'
  | 'MOT_DE_PASSE_CHANGE'
  | 'ADMINISTRATEUR_CREE'
  | 'FLUX_IMPORTE'
  | 'FLUX_REFUSE'
  | 'PORTEFEUILLE_IMPORTE'
  | 'LIQUIDATION_FAITE'
  | 'DOSSIER_LU'
  | 'TARIF_SAISI'
  | 'TARIF_EN_VIGUEUR'
  | 'ECHEANCIER_ECRIT'
  | 'MANDAT_SIGNE'
  | 'MANDAT_REVOQUE'
  | 'PAIEMENT_CHANGE'
  | 'REJET_SUIVI'
  | 'COTISATION_ENCAISSEE'
  | 'LOT_PREPARE'
  | 'LOT_VALIDE'
  | 'LOT_ABANDONNE'
  | 'LOT_EMISSION_DEMANDEE'
  | 'LOT_EMIS'
  | 'LOT_RAPPROCHE'
  | 'LOT_TELECHARGE'
  | 'RETOURS_LUS'
  | 'RIB_TIERS_SAISI'
  | 'INDUS_CONSTATES'
  | 'INDU_ECHELONNE'
  | 'INDU_CONTESTE'
  | 'INDU_MAINTENU'
  | 'INDU_REGLE'
  | 'AVANCE_REGLEE'
  | 'INDU_RELANCE'
  | 'INDU_REPRIS'
  | 'INDU_REMIS'
  | 'INDU_CONTESTATION_LEVEE'
  | 'IDENTITE_RECONFIRMEE'
  | 'IMPAYE_CONSTATE'
  | 'MISE_EN_DEMEURE_ENVOYEE'
  | 'GARANTIES_SUSPENDUES'
  | 'SUSPENSION_LEVEE'
  | 'SUSPENSION_ANNULEE'
  | 'IMPAYE_REGULARISE'
  | 'IMPAYE_RETENU'
  | 'IMPAYE_RELACHE'
  | 'ADHESION_RESILIEE'
  | 'DOCUMENT_EMIS'
  | 'DOCUMENT_POSTE'
  | 'RELEVES_LANCES'
  | 'RELEVES_TERMINES'
  | 'COURRIEL_RENVOYE'
  | 'COURRIELS_RENVOYES'
  | 'PIECE_DEPOSEE'
  | 'PIECE_LUE'
  | 'PIECE_INFECTEE'
  | 'FICHIERS_BALAYES'
  | 'CLES_RENOUVELEES'
  | 'SITUATION_CONSTATEE'
  | 'PAIEMENT_DIRECT_REFUSE'
  | 'PAIEMENT_DIRECT_ACCEPTE'
  | 'SEIZE_ANS_ANNONCES'
  | 'ADRESSE_CHANGEE'
  | 'TELEPHONES_CHANGES'
  | 'COURRIEL_DEMANDE'
  | 'COURRIEL_CHANGE'
  | 'COURRIEL_ABANDONNE'
  | 'RIB_CHANGE'
  | 'RIB_ANNULE'
  | 'PREFERENCES_CHANGEES'
  | 'TELETRANSMISSION_NOTEE'
  | 'DEMANDE_PASSEE'
  | 'DEMANDE_ECRITE'
  | 'DEMANDE_LUE'
  | 'REGARD_COMMENCE'
  | 'REGARD_FINI'
  | 'PAGE_REGARDEE'
  | 'PIECE_CLASSEE'
  | 'DEMANDE_EXPORTEE'
  | 'PIECE_RETIREE'
  | 'MOUVEMENT_FAIT'
  | 'MOUVEMENT_DEFAIT'
  | 'TELETRANSMISSIONS_IMPORTEES'
  | 'PRISE_EN_CHARGE_DEMANDEE'
  | 'PRISE_EN_CHARGE_ACCORDEE'
  | 'PRISE_EN_CHARGE_REFUSEE'
  | 'PRISE_EN_CHARGE_ANNULEE'
  | 'PRISE_EN_CHARGE_UTILISEE'
  | 'ACCORD_LECTURE_DONNE'
  | 'ACCORD_LECTURE_RETIRE'
  | 'CONDITIONS_ACCEPTEES'
  | 'DELEGATION_PASSEE'
  | 'DELEGATION_EXERCEE'
  | 'DELEGATION_RENDUE'
  | 'PAGE_DELEGUEE'
  | 'MANDATAIRE_INSCRIT'
  | 'EXPORT_DEMANDE'
  | 'DONNEES_EXPORTEES'
  | 'DONNEES_EFFACEES'
  | 'IDENTITE_RECTIFIEE'
  | 'CONSERVATION_PURGEE'
  | 'ACCES_REFUSE'
  | 'ACTION_REFUSEE'
  | 'CARTE_REFUSEE'
  | 'IDENTIFIANTS_CHOISIS'
  | 'CONFIRMATION_RENVOYEE'
  | 'LIEN_ADMINISTRATEUR_CREE'
  | 'ESSAIS_FREINES'
  | 'ESSAIS_REPARTIS'
  | 'RECHERCHE_FAITE'
  | 'DOCUMENT_LU'
  | 'DOCUMENT_TELECHARGE'
  | 'PRISE_EN_CHARGE_LUE'
  | 'INDU_LU'
  | 'LOT_LU'
  | 'FLUX_LU'
  | 'JOURNAL_LU'
  | 'COLONNES_RESCELLEES'
  | 'NIR_MONTRE'
  | 'SECOND_FACTEUR_REFUSE'
  | 'FACTEUR_AJOUTE'
  | 'FACTEUR_RETIRE'
  | 'LEVEE_DEMANDEE'
  | 'LEVEE_APPROUVEE'
  | 'LEVEE_ANNULEE'
  | 'LEVEE_FAITE'
  | 'IDENTITE_RELIEE'
  | 'IDENTITE_RETIREE'
  | 'PRESTATION_VERIFIEE'

export interface EntreeJournal {
  readonly acte: ActeJournal
  /** The account that acts; null for a job or an unknown visitor. */
  readonly compteId: string | null
  readonly role: string
  readonly objetType: string
  readonly objetId: string | null
  readonly resultat: 'FAIT' | 'REFUSE'
  /** Ids and counts only: no NIR, act, amount, name. */
  readonly donnees?: Readonly<Record<string, string | number | boolean | null>>
}

/**
 * Adds to the journal inside the command's own transaction. Call it last: the head row it locks is held until the commit. What is done
 * for somebody else is written to the account that did it, with the delegation.
 */
export async function journaliser(client: Ecriture, recue: EntreeJournal): Promise<void> {
  const entree = attribuer(recue)
  await client.query(
    `INSERT INTO journal (compte_id, role, acte, objet_type, objet_id, resultat, donnees) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      entree.compteId,
      entree.role,
      entree.acte,
      entree.objetType,
      entree.objetId,
      entree.resultat,
      entree.donnees ?? {},
    ],
  )
}

function attribuer(entree: EntreeJournal): EntreeJournal {
  const pour = delegationEnCours()
  if (pour === null || entree.compteId !== pour.protegeId) return entree
  return { ...entree, compteId: pour.compteId, donnees: { ...entree.donnees, delegation: pour.id } }
}
