import { type Etat, soumettreVide } from './etat'

const C = '/adherent/mon-compte'
const G = '/gestion/mon-compte'
const adherent = (nom: string, page: string, qui: 'maelys' | 'yasmine' = 'maelys'): Etat => ({
  nom,
  page: `${C}/${page}`,
  url: `${C}/${page}`,
  qui,
})
const gestion = (nom: string, page: string): Etat => ({
  nom,
  page: `${G}/${page}`,
  url: `${G}/${page}`,
  qui: 'GESTIONNAIRE',
})

export const COMPTE: readonly Etat[] = [
  adherent('compte, appareils connectés', 'connexions'),
  adherent('compte, mot de passe', 'mot-de-passe'),
  { ...adherent('compte, mot de passe à corriger', 'mot-de-passe'), geste: soumettreVide },
  adherent('compte, historique', 'historique'),
  { ...adherent('compte, historique, après la fin', 'historique'), url: `${C}/historique?avant=1` },
  adherent('compte, lectures de mon dossier', 'lectures'),
  adherent('compte, e-mails reçus', 'courriels'),
  adherent('compte, accords', 'consentements'),
  adherent('compte, accords d’un ayant droit', 'consentements', 'yasmine'),
  adherent('compte, notifications', 'notifications'),
  { ...adherent('compte, notifications gardées', 'notifications'), geste: soumettreVide },
  gestion('compte de gestion, appareils', 'connexions'),
  gestion('compte de gestion, mot de passe', 'mot-de-passe'),
  gestion('compte de gestion, historique', 'historique'),
  gestion('compte de gestion, e-mails', 'courriels'),
  { nom: 'connexion, session finie', page: '/connexion', url: '/connexion?info=finie' },
]
