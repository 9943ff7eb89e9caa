import type { Etat } from './etat'

const CONTRATS = '/adherent/contrats'
const PROJET = `${CONTRATS}/que-puis-je-faire`
const DROITS = `${CONTRATS}/droits`
const JOUR = 'demande=2026-03-17'

/** « Mes contrats », what they allow, and « mes droits au … ». */
export const CONTRATS_ETATS: readonly Etat[] = [
  { nom: 'contrats', page: CONTRATS, url: CONTRATS, qui: 'maelys' },
  { nom: 'contrats, terminé', page: CONTRATS, url: CONTRATS, qui: 'sander' },
  { nom: 'contrats, ayant droit', page: CONTRATS, url: CONTRATS, qui: 'yasmine' },
  { nom: 'projet, première question', page: PROJET, url: PROJET, qui: 'maelys' },
  { nom: 'projet, raisons de partir', page: PROJET, url: `${PROJET}?faire=partir`, qui: 'maelys' },
  {
    nom: 'projet, une formule et son prix',
    page: PROJET,
    url: `${PROJET}?faire=option&formule=tribu-premium&${JOUR}`,
    qui: 'maelys',
    geste: (page) => page.locator('main summary').first().click(),
  },
  {
    nom: 'projet, un refus et le reste',
    page: PROJET,
    url: `${PROJET}?faire=partir&motif=CHANGEMENT_SITUATION&${JOUR}&evenement=2025-11-01`,
    qui: 'maelys',
  },
  {
    nom: 'projet, non prévu',
    page: PROJET,
    url: `${PROJET}?faire=partir&motif=CSS&${JOUR}`,
    qui: 'maelys',
  },
  {
    nom: 'projet à corriger',
    page: PROJET,
    url: `${PROJET}?faire=ajouter&motif=perte-de-couverture&${JOUR}&naissance-annee=2031&naissance-mois=1&naissance-jour=1`,
    qui: 'maelys',
  },
  {
    nom: 'projet, personne à retirer',
    page: PROJET,
    url: `${PROJET}?faire=retirer&motif=DEMANDE&${JOUR}&personne=1`,
    qui: 'maelys',
  },
  {
    nom: 'projet, personne seule',
    page: PROJET,
    url: `${PROJET}?faire=retirer&motif=DEMANDE`,
    qui: 'sander',
  },
  { nom: 'droits d’un jour', page: DROITS, url: `${DROITS}?au=2025-06-15`, qui: 'maelys' },
  { nom: 'droits à corriger', page: DROITS, url: `${DROITS}?au=2019-01-01`, qui: 'maelys' },
  { nom: 'droits d’un contrat terminé', page: DROITS, url: `${DROITS}?au=2025-07-01`, qui: 'sander' },
]
