/**
 * Who may open each route of the build. A route that is not here fails the matrix: opening a door is a decision, written down.
 * PUBLIC: anyone. CONTRAT: whom a contract belongs to. TARIFS: supervisors and administrators. ADHERENT, GESTION: those, others find nothing. DOSSIERS: staff who handle members' papers. PAIEMENTS: staff who
 * move money. DEMONSTRATION: exists only in a demonstration, for everyone.
 */
export type PolitiqueRoute =
  | 'PUBLIC'
  | 'ADHERENT'
  | 'CONTRAT'
  | 'GESTION'
  | 'TARIFS'
  | 'DOSSIERS'
  | 'PAIEMENTS'
  | 'DEMONSTRATION'

export const ROUTES: Readonly<Record<string, PolitiqueRoute>> = {
  '/': 'PUBLIC',
  '/_global-error': 'PUBLIC',
  '/_not-found': 'PUBLIC',
  '/acces-perdu': 'PUBLIC',
  '/accessibilite': 'PUBLIC',
  '/conditions': 'PUBLIC',
  '/confirmer-mon-adresse': 'PUBLIC',
  '/confirmer-mon-nouveau-courriel': 'PUBLIC',
  '/connexion': 'PUBLIC',
  '/creer-mon-compte': 'PUBLIC',
  '/creer-mon-compte/conditions': 'PUBLIC',
  '/creer-mon-compte/identifiants': 'PUBLIC',
  '/creer-mon-compte/verifier-mes-courriels': 'PUBLIC',
  '/donnees-personnelles': 'PUBLIC',
  '/mentions-legales': 'PUBLIC',
  '/nouveau-mot-de-passe': 'PUBLIC',
  '/premier-administrateur': 'PUBLIC',
  '/verifier/[jeton]': 'PUBLIC',
  '/adherent': 'ADHERENT',
  '/adherent/coordonnees': 'ADHERENT',
  '/adherent/coordonnees/adresse': 'CONTRAT',
  '/adherent/coordonnees/courriel': 'ADHERENT',
  '/adherent/coordonnees/preferences': 'CONTRAT',
  '/adherent/coordonnees/rib': 'CONTRAT',
  '/adherent/coordonnees/telephones': 'ADHERENT',
  '/adherent/coordonnees/teletransmission': 'ADHERENT',
  '/adherent/coordonnees/teletransmission/lettre': 'ADHERENT',
  '/adherent/cotisations': 'CONTRAT',
  '/adherent/documents': 'ADHERENT',
  '/adherent/documents/[id]': 'ADHERENT',
  '/adherent/documents/[id]/telecharger': 'ADHERENT',
  '/adherent/documents/envois/[depot]/telecharger': 'ADHERENT',
  '/adherent/documents/envoyer': 'ADHERENT',
  '/adherent/mon-compte': 'ADHERENT',
  '/adherent/releves': 'ADHERENT',
  '/adherent/remboursements': 'ADHERENT',
  '/adherent/remboursements/[id]': 'ADHERENT',
  '/gestion': 'GESTION',
  '/gestion/cotisations': 'GESTION',
  '/gestion/cotisations/[adhesion]': 'GESTION',
  '/gestion/courriels': 'GESTION',
  '/gestion/courriers': 'GESTION',
  '/gestion/depots': 'DOSSIERS',
  '/gestion/depots/[depot]/telecharger': 'DOSSIERS',
  '/gestion/documents/[id]': 'GESTION',
  '/gestion/documents/[id]/telecharger': 'GESTION',
  '/gestion/flux': 'GESTION',
  '/gestion/flux/[flux]': 'GESTION',
  '/gestion/impayes': 'GESTION',
  '/gestion/mon-compte': 'GESTION',
  '/gestion/paiements': 'PAIEMENTS',
  '/gestion/paiements/[lot]': 'PAIEMENTS',
  '/gestion/paiements/[lot]/telecharger': 'PAIEMENTS',
  '/gestion/paiements/indus': 'PAIEMENTS',
  '/gestion/paiements/professionnels': 'PAIEMENTS',
  '/gestion/paiements/retours': 'PAIEMENTS',
  '/gestion/releves': 'GESTION',
  '/gestion/tarifs': 'TARIFS',
  '/gestion/tarifs/saisir': 'TARIFS',
  '/gestion/tarifs/[tarif]': 'TARIFS',
  '/api/sante': 'PUBLIC',
  '/icon.svg': 'PUBLIC',
  '/organisme.css': 'PUBLIC',
  '/deconnexion': 'PUBLIC',
  '/dev/courriels': 'DEMONSTRATION',
}
