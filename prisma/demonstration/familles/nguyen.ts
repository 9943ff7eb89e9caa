import type { Famille } from '../modele'

/** A « lunaire » date of birth, hearing aids without anything left to pay, long physiotherapy. ESSENTIEL. */
export const nguyen: Famille = {
  cle: 'nguyen',
  numeroAdherent: '00410102',
  du: '2020-01-01',
  formules: [{ formule: 'tribu-essentiel', du: '2020-01-01' }],
  personnes: [
    {
      cle: 'bich',
      lien: 'MEMBRE_PARTICIPANT',
      nom: 'NGUYỄN',
      prenom: 'Thị Bích',
      sexe: 2,
      naissance: '1951-25-00',
      rang: 1,
      du: '2020-01-01',
      codeAcces: 'PL4ZM8TKRE',
    },
  ],
  habitudes: [
    {
      type: 'MEDECIN',
      qui: 'bich',
      pro: 'gp-diallo-roche',
      acte: 'G',
      parAn: 7,
      parcours: 'T',
      pharmacie: 'pharmacie-pont',
    },
    {
      type: 'TRAITEMENT',
      qui: 'bich',
      pro: 'pharmacie-pont',
      du: '2024-03-20',
      tousLesJours: 30,
      lignes: [
        { acte: 'PH7', base: 2240, quantite: 3 },
        { acte: 'PH2', base: 560 },
      ],
    },
    {
      type: 'SERIE',
      qui: 'bich',
      pro: 'kine-hallouine',
      du: '2025-01-06',
      seances: 40,
      jours: [1, 3, 5],
      lignes: [{ acte: 'AMS7.5' }],
    },
    { type: 'BIOLOGIE', qui: 'bich', pro: 'labo-valserine', parAn: 4 },
    {
      type: 'ANNUEL',
      qui: 'bich',
      pro: 'imagerie-valserine',
      mois: [6],
      parcours: 'O',
      lignes: [{ acte: 'ZBQK002' }],
    },
  ],
  evenements: [
    {
      jour: '2024-06-04',
      qui: 'bich',
      pro: 'gp-diallo-roche',
      parcours: 'T',
      lignes: [{ acte: 'G', montre: ['NAISSANCE_LUNAIRE'] }],
    },
    {
      jour: '2025-04-22',
      qui: 'bich',
      pro: 'audio-sonance',
      emetteur: 'OPERATEUR_TP',
      lignes: [
        { acte: 'AUD-I-20', prix: 95000, cote: 'D', montre: ['AUDIO_CLASSE_I'] },
        { acte: 'AUD-I-20', prix: 95000, cote: 'G', montre: ['AUDIO_CLASSE_I'] },
      ],
    },
    {
      jour: '2025-09-30',
      qui: 'bich',
      pro: 'kine-hallouine',
      lignes: [{ acte: 'AMS7.5', montre: ['KINESITHERAPIE'] }],
    },
    {
      jour: '2025-10-14',
      qui: 'bich',
      pro: 'dermato-sorelle',
      parcours: 'O',
      lignes: [{ acte: 'CS', prix: 5500, montre: ['SECTEUR_2_ESSENTIEL'] }],
    },
  ],
}
