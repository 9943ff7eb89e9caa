import type { Famille } from '../modele'

/** A contract that ended: care after its last day is refused. ESSENTIEL. */
export const vanDenBroeck: Famille = {
  cle: 'van-den-broeck',
  numeroAdherent: '00410094',
  du: '2022-01-01',
  au: '2025-06-30',
  formules: [{ formule: 'tribu-essentiel', du: '2022-01-01', au: '2025-06-30' }],
  personnes: [
    {
      cle: 'sander',
      lien: 'MEMBRE_PARTICIPANT',
      nom: 'VAN DEN BROECK',
      prenom: 'Sander',
      sexe: 1,
      naissance: '1988-08-15',
      rang: 1,
      du: '2022-01-01',
      au: '2025-06-30',
      codeAcces: 'PL7QX3HGWE',
    },
  ],
  habitudes: [
    {
      type: 'MEDECIN',
      qui: 'sander',
      pro: 'gp-kermadec',
      acte: 'G',
      parAn: 5,
      parcours: 'T',
      pharmacie: 'pharmacie-tilleuls',
    },
    { type: 'BIOLOGIE', qui: 'sander', pro: 'labo-valserine', parAn: 2 },
    {
      type: 'ANNUEL',
      qui: 'sander',
      pro: 'dentiste-oyono',
      mois: [4],
      lignes: [{ acte: 'C-DENT' }, { acte: 'HBQK002' }, { acte: 'HBGD036' }],
    },
    {
      type: 'SERIE',
      qui: 'sander',
      pro: 'kine-baptistat',
      du: '2024-11-04',
      seances: 15,
      jours: [1, 4],
      lignes: [{ acte: 'AMS7.5' }],
    },
  ],
  evenements: [
    {
      jour: '2024-09-12',
      qui: 'sander',
      pro: 'opticien-quai',
      lignes: [
        { acte: 'OPT-B-MONT', prix: 11000, montre: ['OPTIQUE_ESSENTIEL'] },
        { acte: 'OPT-B-S', prix: 8000, cote: 'D', montre: ['OPTIQUE_ESSENTIEL'] },
        { acte: 'OPT-B-S', prix: 8000, cote: 'G', montre: ['OPTIQUE_ESSENTIEL'] },
      ],
    },
    {
      jour: '2025-06-30',
      qui: 'sander',
      pro: 'gp-kermadec',
      parcours: 'T',
      lignes: [{ acte: 'G', montre: ['DERNIER_JOUR_DU_CONTRAT'] }],
    },
    {
      jour: '2025-07-15',
      qui: 'sander',
      pro: 'gp-kermadec',
      parcours: 'T',
      lignes: [{ acte: 'G', montre: ['CONTRAT_TERMINE', 'HORS_DROITS'] }],
    },
    {
      jour: '2025-07-15',
      qui: 'sander',
      pro: 'pharmacie-tilleuls',
      lignes: [{ acte: 'PH7', base: 1260, montre: ['CONTRAT_TERMINE', 'HORS_DROITS'] }],
    },
    {
      jour: '2025-03-11',
      qui: 'sander',
      pro: 'osteopathe-brunelle',
      emetteur: 'MANUEL',
      lignes: [{ acte: 'MD-OST', prix: 5500, montre: ['MEDECINE_DOUCE_NON_GARANTIE'] }],
    },
  ],
}
