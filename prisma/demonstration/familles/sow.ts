import type { Famille } from '../modele'

/** Two territorial agents of one couple join each on their own. */
export const sow: Famille = {
  cle: 'sow',
  numeroAdherent: '00740020',
  reglement: 'mutame-plus',
  du: '2020-01-01',
  formules: [{ formule: 'atout-sante-plus', du: '2020-01-01' }],
  personnes: [
    {
      cle: 'mamadou',
      lien: 'MEMBRE_PARTICIPANT',
      nom: 'SOW',
      prenom: 'Mamadou',
      sexe: 1,
      naissance: '1975-06-16',
      rang: 1,
      du: '2020-01-01',
      codeAcces: 'PL7HQ5NBXA',
    },
  ],
  habitudes: [
    {
      type: 'MEDECIN',
      qui: 'mamadou',
      pro: 'gp-diallo-roche',
      acte: 'G',
      parAn: 3,
      parcours: 'T',
      pharmacie: 'pharmacie-pont',
    },
    {
      type: 'SERIE',
      qui: 'mamadou',
      pro: 'kine-hallouine',
      du: '2024-10-07',
      seances: 8,
      jours: [1, 4],
      lignes: [{ acte: 'AMS7.5' }],
    },
  ],
  evenements: [
    {
      jour: '2024-12-10',
      qui: 'mamadou',
      pro: 'pharmacie-pont',
      emetteur: 'MANUEL',
      lignes: [{ acte: 'SEVRAGE-NR', prix: 9000, montre: ['SEVRAGE_TABAGIQUE'] }],
    },
    {
      jour: '2025-03-25',
      qui: 'mamadou',
      pro: 'osteopathe-brunelle',
      emetteur: 'MANUEL',
      lignes: [{ acte: 'MD-OST', prix: 5500, montre: ['MEDECINE_DOUCE'] }],
    },
    {
      jour: '2025-09-15',
      fin: '2025-09-18',
      qui: 'mamadou',
      pro: 'hopital-valserine',
      lignes: [
        { acte: 'GHS', base: 216000 },
        { acte: 'FJ', quantite: 3, montre: ['FORFAIT_JOURNALIER_20'] },
        { acte: 'CP', prix: 21000, quantite: 3, montre: ['CHAMBRE_PARTICULIERE'] },
      ],
    },
    {
      jour: '2026-02-17',
      qui: 'mamadou',
      pro: 'centre-vision',
      emetteur: 'MANUEL',
      lignes: [{ acte: 'CHIR-REF', prix: 120000, cote: 'G', montre: ['CHIRURGIE_REFRACTIVE'] }],
    },
  ],
}
