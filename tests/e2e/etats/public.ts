import { type Etat, soumettreVide } from './etat'

export const PUBLIC: readonly Etat[] = [
  { nom: 'accueil', page: '/', url: '/' },
  { nom: 'connexion', page: '/connexion', url: '/connexion' },
  { nom: 'connexion à corriger', page: '/connexion', url: '/connexion', geste: soumettreVide },
  { nom: 'connexion pour continuer', page: '/connexion', url: '/connexion?retour=%2Fadherent' },
  { nom: 'création, carte', page: '/creer-mon-compte', url: '/creer-mon-compte' },
  {
    nom: 'création, carte à corriger',
    page: '/creer-mon-compte',
    url: '/creer-mon-compte',
    geste: soumettreVide,
  },
  {
    nom: 'création, e-mails',
    page: '/creer-mon-compte/verifier-mes-courriels',
    url: '/creer-mon-compte/verifier-mes-courriels',
  },
  {
    nom: 'création, identifiants',
    page: '/creer-mon-compte/identifiants',
    url: '/creer-mon-compte/identifiants',
  },
  { nom: 'création, conditions', page: '/creer-mon-compte/conditions', url: '/creer-mon-compte/conditions' },
  { nom: 'confirmation, lien mort', page: '/confirmer-mon-adresse', url: '/confirmer-mon-adresse?jeton=x' },
  { nom: 'accès perdu', page: '/acces-perdu', url: '/acces-perdu' },
  { nom: 'mot de passe, lien mort', page: '/nouveau-mot-de-passe', url: '/nouveau-mot-de-passe?jeton=x' },
  {
    nom: 'premier administrateur, introuvable',
    page: '/premier-administrateur',
    url: '/premier-administrateur',
  },
  { nom: 'e-mails écrits', page: '/dev/courriels', url: '/dev/courriels' },
  { nom: 'mentions légales', page: '/mentions-legales', url: '/mentions-legales' },
  { nom: 'données personnelles', page: '/donnees-personnelles', url: '/donnees-personnelles' },
  { nom: 'accessibilité', page: '/accessibilite', url: '/accessibilite' },
  { nom: 'conditions', page: '/conditions', url: '/conditions' },
  { nom: 'vérification, inconnu', page: '/verifier/[jeton]', url: '/verifier/inconnu' },
  { nom: 'introuvable', page: '/_not-found', url: '/nulle-part' },
]
