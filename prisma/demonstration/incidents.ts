import type { Incident } from './modele'

/** What a real feed brings besides good lines: corrections, repeats, contradictions, strangers. */
export const incidents: readonly Incident[] = [
  {
    type: 'ANNULATION',
    de: 'gael-avant-correction',
    ligne: 1,
    transmisLe: '2025-04-08',
    montre: ['ANNULATION'],
  },
  {
    type: 'ANNULATION',
    de: 'gael-annulee',
    ligne: 1,
    transmisLe: '2026-03-13',
    montre: ['ANNULATION_AVANT_VERSEMENT'],
  },
  {
    type: 'ANNULATION',
    de: 'ines-osteo',
    ligne: 1,
    transmisLe: '2025-06-10',
    montre: ['FORFAIT_ANNULATION'],
  },
  {
    type: 'RECTIFICATION',
    de: 'ines-osteo',
    ligne: 1,
    transmisLe: '2025-06-10',
    depense: 3500,
    montre: ['FORFAIT_RECTIFIE'],
  },
  { type: 'DOUBLON', de: 'gael-pharmacie', ligne: 1, transmisLe: '2025-09-23', montre: ['DOUBLON'] },
  {
    type: 'CONFLIT',
    de: 'gael-pharmacie',
    ligne: 2,
    transmisLe: '2025-09-23',
    depense: 790,
    montre: ['CONFLIT'],
  },
  {
    type: 'JOUR_IMPOSSIBLE',
    de: 'gael-pharmacie',
    ligne: 1,
    jour: '2025-02-30',
    transmisLe: '2025-10-07',
    montre: ['LIGNE_INVALIDE'],
  },
  {
    type: 'INCONNU',
    sexe: 2,
    naissance: '1966-07-21',
    jour: '2025-09-17',
    transmisLe: '2025-10-07',
    montre: ['PERSONNE_INCONNUE'],
  },
  {
    type: 'INCONNU',
    sexe: 1,
    naissance: '1958-01-05',
    jour: '2026-03-04',
    transmisLe: '2026-03-12',
    montre: ['PERSONNE_INCONNUE'],
  },
]
