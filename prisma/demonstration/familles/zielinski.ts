import type { Famille } from '../modele'

/** Hospi: the hospital and nothing else, for a young man between two jobs. */
export const zielinski: Famille = {
  cle: 'zielinski',
  numeroAdherent: '00410227',
  du: '2024-01-01',
  formules: [{ formule: 'hospi', du: '2024-01-01' }],
  personnes: [
    {
      cle: 'kacper',
      lien: 'MEMBRE_PARTICIPANT',
      nom: 'ZIELIŃSKI',
      prenom: 'Kacper',
      sexe: 1,
      naissance: '1998-04-03',
      rang: 1,
      du: '2024-01-01',
      codeAcces: 'PL8KT6WGXE',
    },
  ],
  habitudes: [
    {
      type: 'MEDECIN',
      qui: 'kacper',
      pro: 'gp-lambrechts',
      acte: 'G',
      parAn: 2,
      parcours: 'T',
      pharmacie: 'pharmacie-pont',
    },
    {
      type: 'SERIE',
      qui: 'kacper',
      pro: 'kine-hallouine',
      du: '2025-04-22',
      seances: 8,
      jours: [2, 4],
      lignes: [{ acte: 'AMS7.5' }],
    },
  ],
  evenements: [
    {
      jour: '2024-09-10',
      qui: 'kacper',
      pro: 'gp-lambrechts',
      parcours: 'T',
      lignes: [{ acte: 'G', montre: ['HORS_HOSPITALISATION'] }],
    },
    {
      jour: '2024-09-10',
      qui: 'kacper',
      pro: 'pharmacie-pont',
      lignes: [{ acte: 'PH7', base: 1240, quantite: 2, montre: ['HORS_HOSPITALISATION'] }],
    },
    {
      jour: '2024-11-05',
      qui: 'kacper',
      pro: 'opticien-lumen',
      lignes: [{ acte: 'OPT-B-MONT', prix: 9900, montre: ['HORS_HOSPITALISATION'] }],
    },
    {
      jour: '2025-03-15',
      qui: 'kacper',
      pro: 'hopital-valserine',
      lignes: [{ acte: 'FPU', montre: ['URGENCES'] }],
    },
    {
      jour: '2025-03-15',
      qui: 'kacper',
      pro: 'ambulances-pont',
      lignes: [{ acte: 'ABA', base: 7800, montre: ['TRANSPORT'] }],
    },
    {
      jour: '2025-03-15',
      fin: '2025-03-18',
      qui: 'kacper',
      pro: 'chirurgien-thevenot',
      lignes: [
        { acte: 'HON-CHIR', prix: 60000, base: 38000, exoneration: 'ACTE_LOURD', montre: ['CHIRURGIEN_140'] },
      ],
    },
    {
      jour: '2025-03-15',
      fin: '2025-03-18',
      qui: 'kacper',
      pro: 'hopital-valserine',
      lignes: [
        { acte: 'GHS', base: 236000, exoneration: 'ACTE_LOURD' },
        { acte: 'PAV', montre: ['ACTE_LOURD'] },
        { acte: 'FJ', quantite: 4, montre: ['FORFAIT_JOURNALIER_20'] },
        { acte: 'CP', prix: 19500, quantite: 3, montre: ['CHAMBRE_NON_GARANTIE'] },
      ],
    },
    {
      jour: '2025-04-22',
      qui: 'kacper',
      pro: 'kine-hallouine',
      lignes: [{ acte: 'AMS7.5', montre: ['HORS_HOSPITALISATION'] }],
    },
    {
      jour: '2025-11-03',
      fin: '2025-11-05',
      qui: 'kacper',
      pro: 'hopital-valserine',
      lignes: [
        { acte: 'GHS', base: 118000, montre: ['SEJOUR_80'] },
        { acte: 'FJ', quantite: 3 },
      ],
    },
  ],
}
