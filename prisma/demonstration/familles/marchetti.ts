import type { Famille } from '../modele'

/** Hospi with the private room: a week in hospital, the room of a later day, an accompanist too young for it. */
export const marchetti: Famille = {
  cle: 'marchetti',
  numeroAdherent: '00410235',
  du: '2023-01-01',
  formules: [{ formule: 'hospi-cp', du: '2023-01-01' }],
  personnes: [
    {
      cle: 'gino',
      lien: 'MEMBRE_PARTICIPANT',
      nom: 'MARCHETTI',
      prenom: 'Gino',
      sexe: 1,
      naissance: '1957-12-20',
      rang: 1,
      du: '2023-01-01',
      codeAcces: 'PL3VD7QYHE',
    },
    {
      cle: 'daniele',
      lien: 'CONJOINT',
      nom: 'MARCHETTI',
      prenom: 'Danièle',
      sexe: 2,
      naissance: '1960-05-05',
      rang: 1,
      du: '2023-01-01',
      codeAcces: 'PL6GR2XWKA',
    },
  ],
  habitudes: [
    {
      type: 'MEDECIN',
      qui: 'gino',
      pro: 'gp-kermadec',
      acte: 'G',
      parAn: 3,
      parcours: 'T',
      pharmacie: 'pharmacie-tilleuls',
    },
    {
      type: 'MEDECIN',
      qui: 'daniele',
      pro: 'gp-kermadec',
      acte: 'G',
      parAn: 3,
      parcours: 'T',
      pharmacie: 'pharmacie-tilleuls',
    },
  ],
  evenements: [
    {
      jour: '2024-06-18',
      qui: 'gino',
      pro: 'dentiste-caradec',
      lignes: [{ acte: 'HBJD001', montre: ['HORS_HOSPITALISATION'] }],
    },
    {
      jour: '2024-11-12',
      fin: '2024-11-19',
      qui: 'daniele',
      pro: 'anesthesiste-quenard',
      lignes: [{ acte: 'HON-ANE', prix: 17000, base: 9600, montre: ['CHIRURGIEN_140'] }],
    },
    {
      jour: '2024-11-12',
      fin: '2024-11-19',
      qui: 'daniele',
      pro: 'clinique-tilleuls',
      lignes: [
        { acte: 'GHS', base: 305000, montre: ['SEJOUR_80'] },
        { acte: 'FJ', quantite: 8, montre: ['FORFAIT_JOURNALIER_20'] },
        { acte: 'CP', prix: 45500, quantite: 7, montre: ['CHAMBRE_PARTICULIERE'] },
      ],
    },
    {
      jour: '2024-11-12',
      fin: '2024-11-19',
      qui: 'daniele',
      pro: 'clinique-tilleuls',
      emetteur: 'MANUEL',
      lignes: [{ acte: 'ACC', prix: 10500, quantite: 3, montre: ['ACCOMPAGNEMENT_AGE'] }],
    },
    {
      jour: '2024-12-10',
      qui: 'daniele',
      pro: 'clinique-tilleuls',
      lignes: [{ acte: 'CP-AMB', prix: 3500, montre: ['CHAMBRE_AMBULATOIRE'] }],
    },
  ],
}
