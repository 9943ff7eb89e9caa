import type { Famille } from '../modele'

/** A young man whose files show what a flux can carry: reversal, reject, « pour information ». ÉQUILIBRE. */
export const saintClair: Famille = {
  cle: 'saint-clair',
  numeroAdherent: '00410136',
  du: '2024-01-01',
  formules: [{ formule: 'tribu-equilibre', du: '2024-01-01' }],
  personnes: [
    {
      cle: 'gael',
      lien: 'MEMBRE_PARTICIPANT',
      nom: 'SAINT-CLAIR',
      prenom: 'Gaël',
      sexe: 1,
      naissance: '1999-09-09',
      rang: 1,
      du: '2024-01-01',
      codeAcces: 'PL5YB9WDKE',
    },
  ],
  habitudes: [
    {
      type: 'MEDECIN',
      qui: 'gael',
      pro: 'gp-diallo-roche',
      acte: 'G',
      parAn: 4,
      parcours: 'T',
      pharmacie: 'pharmacie-tilleuls',
    },
    { type: 'MEDECIN', qui: 'gael', pro: 'gp-diallo-roche', acte: 'TCG', parAn: 2, parcours: 'T' },
    {
      type: 'SERIE',
      qui: 'gael',
      pro: 'kine-baptistat',
      du: '2025-10-13',
      seances: 10,
      jours: [2, 5],
      lignes: [{ acte: 'AMS7.5' }],
    },
    {
      type: 'ANNUEL',
      qui: 'gael',
      pro: 'dentiste-oyono',
      mois: [7],
      lignes: [{ acte: 'HBJD001' }, { acte: 'HBMD053', prix: 3500 }],
    },
  ],
  evenements: [
    {
      cle: 'gael-avant-correction',
      jour: '2025-02-18',
      qui: 'gael',
      pro: 'ophtalmo-mercadiol',
      parcours: 'O',
      transmisLe: '2025-02-24',
      lignes: [{ acte: 'SPE-COORD', prix: 9500, montre: ['LIGNE_ANNULEE'] }],
    },
    {
      jour: '2025-02-18',
      qui: 'gael',
      pro: 'ophtalmo-mercadiol',
      parcours: 'O',
      transmisLe: '2025-04-08',
      lignes: [{ acte: 'SPE-COORD', prix: 5900, montre: ['LIGNE_CORRIGEE'] }],
    },
    {
      jour: '2025-05-27',
      qui: 'gael',
      pro: 'dermato-sorelle',
      parcours: 'O',
      lignes: [
        {
          acte: 'CS',
          prix: 6500,
          rejet: { code: 'R10', libelle: 'Prescription absente ou expirée' },
          montre: ['REJET_AMO'],
        },
      ],
    },
    {
      cle: 'gael-lunettes',
      jour: '2025-06-10',
      qui: 'gael',
      pro: 'opticien-lumen',
      emetteur: 'OPERATEUR_TP',
      lignes: [
        { acte: 'OPT-B-MONT', prix: 8900, montre: ['TIERS_PAYANT'] },
        { acte: 'OPT-B-S', prix: 6500, cote: 'D' },
        { acte: 'OPT-B-S', prix: 6500, cote: 'G' },
      ],
    },
    {
      jour: '2025-06-10',
      qui: 'gael',
      pro: 'opticien-lumen',
      lignes: [
        { acte: 'OPT-B-MONT', prix: 8900, pourInformation: true, montre: ['POUR_INFORMATION'] },
        { acte: 'OPT-B-S', prix: 6500, cote: 'D', pourInformation: true },
        { acte: 'OPT-B-S', prix: 6500, cote: 'G', pourInformation: true },
      ],
    },
    {
      cle: 'gael-pharmacie',
      jour: '2025-09-02',
      qui: 'gael',
      pro: 'pharmacie-tilleuls',
      transmisLe: '2025-09-09',
      lignes: [
        { acte: 'PH7', base: 1090 },
        { acte: 'PH4', base: 700 },
      ],
    },
    {
      jour: '2025-12-16',
      qui: 'gael',
      pro: 'pharmacie-tilleuls',
      lignes: [{ acte: 'PHN', prix: 1250, montre: ['MEDICAMENT_NON_REMBOURSE'] }],
    },
  ],
}
