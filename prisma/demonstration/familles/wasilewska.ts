import type { Famille } from '../modele'

/** An individual contract that completes a first mutuelle: she sends its statements herself. */
export const wasilewska: Famille = {
  cle: 'wasilewska',
  numeroAdherent: '00850027',
  reglement: 'mieux-etre',
  du: '2019-06-01',
  formules: [],
  personnes: [
    {
      cle: 'zofia',
      lien: 'MEMBRE_PARTICIPANT',
      nom: 'WASILEWSKA',
      prenom: 'Zofia',
      sexe: 2,
      naissance: '1951-11-08',
      rang: 1,
      du: '2019-06-01',
      codeAcces: 'PL2NQ9GXDA',
    },
  ],
  habitudes: [],
  evenements: [
    {
      jour: '2025-03-04',
      qui: 'zofia',
      pro: 'gp-lambrechts',
      parcours: 'T',
      emetteur: 'MANUEL',
      lignes: [{ acte: 'G', premiereMutuelle: 900, montre: ['SECONDE_MUTUELLE'] }],
    },
    {
      jour: '2025-07-01',
      qui: 'zofia',
      pro: 'imagerie-valserine',
      parcours: 'O',
      emetteur: 'MANUEL',
      lignes: [{ acte: 'MEMBRE-RX', premiereMutuelle: 598, montre: ['SECONDE_MUTUELLE'] }],
    },
    {
      jour: '2026-01-13',
      qui: 'zofia',
      pro: 'osteopathe-brunelle',
      emetteur: 'MANUEL',
      lignes: [{ acte: 'MD-OST', prix: 5500, montre: ['GARANTIES_INCONNUES'] }],
    },
  ],
}
