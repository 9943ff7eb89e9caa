/**
 * Who may open each route of the build. A route that is not here fails the matrix: opening a door is a decision, written down.
 * PUBLIC: anyone. ADHERENT, GESTION: those, others find nothing. DEMONSTRATION: exists only in a demonstration, for everyone.
 */
export type PolitiqueRoute = 'PUBLIC' | 'ADHERENT' | 'GESTION' | 'DEMONSTRATION'

export const ROUTES: Readonly<Record<string, PolitiqueRoute>> = {
  '/': 'PUBLIC',
  '/_global-error': 'PUBLIC',
  '/_not-found': 'PUBLIC',
  '/acces-perdu': 'PUBLIC',
  '/accessibilite': 'PUBLIC',
  '/conditions': 'PUBLIC',
  '/confirmer-mon-adresse': 'PUBLIC',
  '/connexion': 'PUBLIC',
  '/creer-mon-compte': 'PUBLIC',
  '/creer-mon-compte/conditions': 'PUBLIC',
  '/creer-mon-compte/identifiants': 'PUBLIC',
  '/creer-mon-compte/verifier-mes-courriels': 'PUBLIC',
  '/donnees-personnelles': 'PUBLIC',
  '/mentions-legales': 'PUBLIC',
  '/nouveau-mot-de-passe': 'PUBLIC',
  '/premier-administrateur': 'PUBLIC',
  '/adherent': 'ADHERENT',
  '/adherent/documents/envois/[depot]/telecharger': 'ADHERENT',
  '/adherent/documents/envoyer': 'ADHERENT',
  '/adherent/mon-compte': 'ADHERENT',
  '/adherent/remboursements': 'ADHERENT',
  '/adherent/remboursements/[id]': 'ADHERENT',
  '/gestion': 'GESTION',
  '/gestion/depots': 'GESTION',
  '/gestion/depots/[depot]/telecharger': 'GESTION',
  '/gestion/flux': 'GESTION',
  '/gestion/flux/[flux]': 'GESTION',
  '/gestion/mon-compte': 'GESTION',
  '/api/sante': 'PUBLIC',
  '/icon.svg': 'PUBLIC',
  '/organisme.css': 'PUBLIC',
  '/deconnexion': 'PUBLIC',
  '/dev/courriels': 'DEMONSTRATION',
}
