import type { Famille } from '../modele'

/** TER 5, a municipal foreman and his wife: the highest formule of the gamme, which meets the price before its own limit. */
export const vukovic: Famille = {
  cle: 'vukovic',
  numeroAdherent: '00410292',
  du: '2018-01-01',
  formules: [{ formule: 'ter-5', du: '2018-01-01' }],
  personnes: [
    {
      cle: 'branislav',
      lien: 'MEMBRE_PARTICIPANT',
      nom: 'VUKOVIĆ',
      prenom: 'Branislav',
      sexe: 1,
      naissance: '1969-04-18',
      rang: 1,
      du: '2018-01-01',
      codeAcces: 'PL3KV8TBNE',
    },
    {
      cle: 'mireille',
      lien: 'CONJOINT',
      nom: 'AUBERTIN-VUKOVIĆ',
      prenom: 'Mireille',
      sexe: 2,
      naissance: '1971-10-02',
      rang: 1,
      du: '2018-01-01',
      codeAcces: 'PL7WC4HDQA',
    },
  ],
  habitudes: [
    {
      type: 'MEDECIN',
      qui: 'branislav',
      pro: 'gp-diallo-roche',
      acte: 'G',
      parAn: 3,
      parcours: 'T',
      pharmacie: 'pharmacie-pont',
    },
    {
      type: 'MEDECIN',
      qui: 'mireille',
      pro: 'gp-kermadec',
      acte: 'G',
      parAn: 2,
      parcours: 'T',
      pharmacie: 'pharmacie-tilleuls',
    },
  ],
  evenements: [
    {
      jour: '2024-06-06',
      qui: 'branislav',
      pro: 'cardio-aubrac',
      parcours: 'O',
      lignes: [{ acte: 'CSC', prix: 9000, montre: ['SECTEUR_2_DPTAM_280'] }],
    },
    {
      jour: '2024-11-05',
      qui: 'branislav',
      pro: 'dentiste-oyono',
      lignes: [{ acte: 'HBLD403', prix: 68000, dents: ['16'], montre: ['PROTHESE_LIBRE'] }],
    },
    {
      jour: '2025-03-18',
      qui: 'mireille',
      pro: 'opticien-lumen',
      lignes: [
        { acte: 'OPT-B-MONT', prix: 17000, montre: ['OPTIQUE_CLASSE_B'] },
        { acte: 'OPT-B-C', prix: 28000, cote: 'D', montre: ['OPTIQUE_CLASSE_B'] },
        { acte: 'OPT-B-C', prix: 28000, cote: 'G', montre: ['OPTIQUE_CLASSE_B'] },
      ],
    },
    {
      jour: '2025-09-23',
      qui: 'branislav',
      pro: 'centre-vision',
      emetteur: 'MANUEL',
      lignes: [{ acte: 'CHIR-REF', prix: 130000, cote: 'D', montre: ['CHIRURGIE_REFRACTIVE'] }],
    },
    {
      jour: '2025-11-17',
      fin: '2025-11-20',
      qui: 'mireille',
      pro: 'clinique-tilleuls',
      lignes: [
        { acte: 'GHS', base: 172000 },
        { acte: 'CP', prix: 27000, quantite: 3, montre: ['CHAMBRE_PARTICULIERE'] },
      ],
    },
  ],
}
