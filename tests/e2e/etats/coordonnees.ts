import { type Etat, soumettreVide } from './etat'

const C = '/adherent/coordonnees'

export const COORDONNEES: readonly Etat[] = [
  { nom: 'coordonnées', page: C, url: C, qui: 'maelys' },
  { nom: 'coordonnées, ayant droit', page: C, url: C, qui: 'yasmine' },
  { nom: 'adresse postale', page: `${C}/adresse`, url: `${C}/adresse`, qui: 'maelys' },
  {
    nom: 'adresse à corriger',
    page: `${C}/adresse`,
    url: `${C}/adresse`,
    qui: 'maelys',
    geste: soumettreVide,
  },
  { nom: 'téléphones', page: `${C}/telephones`, url: `${C}/telephones`, qui: 'yasmine' },
  { nom: 'adresse e-mail', page: `${C}/courriel`, url: `${C}/courriel`, qui: 'clemence' },
  { nom: 'adresse e-mail, sans protection', page: `${C}/courriel`, url: `${C}/courriel`, qui: 'maelys' },
  { nom: 'RIB', page: `${C}/rib`, url: `${C}/rib`, qui: 'clemence' },
  { nom: 'RIB, sans protection', page: `${C}/rib`, url: `${C}/rib`, qui: 'maelys' },
  { nom: 'RIB, ayant droit', page: `${C}/rib`, url: `${C}/rib`, qui: 'yasmine' },
  { nom: 'RIB à corriger', page: `${C}/rib`, url: `${C}/rib`, qui: 'clemence', geste: soumettreVide },
  { nom: 'télétransmission', page: `${C}/teletransmission`, url: `${C}/teletransmission`, qui: 'maelys' },
  {
    nom: 'lettre à l’ancienne mutuelle',
    page: `${C}/teletransmission/lettre`,
    url: `${C}/teletransmission/lettre`,
    qui: 'maelys',
  },
  { nom: 'papier ou électronique', page: `${C}/preferences`, url: `${C}/preferences`, qui: 'maelys' },
  {
    nom: 'nouvelle adresse e-mail, lien mort',
    page: '/confirmer-mon-nouveau-courriel',
    url: '/confirmer-mon-nouveau-courriel?jeton=x',
  },
]
