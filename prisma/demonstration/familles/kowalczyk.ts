import type { Decompte, Famille } from '../modele'
import type { Situation } from '../situations'

const bridge = (jour: string, dents: readonly string[], montre: Situation): Decompte => ({
  jour,
  qui: 'thaddee',
  pro: 'dentiste-caradec',
  lignes: [{ acte: 'HBLD425', prix: 140000, dents, montre: [montre] }],
})

/** A whole mouth rebuilt in a year under ÉQUILIBRE, and glasses that mix the two classes. */
export const kowalczyk: Famille = {
  cle: 'kowalczyk',
  numeroAdherent: '00410053',
  du: '2020-04-01',
  formules: [{ formule: 'tribu-equilibre', du: '2020-04-01' }],
  personnes: [
    {
      cle: 'thaddee',
      lien: 'MEMBRE_PARTICIPANT',
      nom: 'KOWALCZYK',
      prenom: 'Thaddée',
      sexe: 1,
      naissance: '1968-10-05',
      rang: 1,
      du: '2020-04-01',
      codeAcces: 'PL9BW4GZNE',
    },
    {
      cle: 'malgorzata',
      lien: 'CONJOINT',
      nom: 'KOWALCZYK',
      prenom: 'Małgorzata',
      sexe: 2,
      naissance: '1971-02-28',
      rang: 1,
      du: '2020-04-01',
      codeAcces: 'PL3KX6VHTA',
    },
  ],
  habitudes: [
    {
      type: 'MEDECIN',
      qui: 'thaddee',
      pro: 'gp-lambrechts',
      acte: 'G',
      parAn: 4,
      parcours: 'T',
      pharmacie: 'pharmacie-pont',
    },
    {
      type: 'MEDECIN',
      qui: 'malgorzata',
      pro: 'gp-lambrechts',
      acte: 'G',
      parAn: 5,
      parcours: 'T',
      pharmacie: 'pharmacie-pont',
    },
    {
      type: 'TRAITEMENT',
      qui: 'malgorzata',
      pro: 'pharmacie-pont',
      du: '2024-04-03',
      tousLesJours: 30,
      lignes: [{ acte: 'PH7', base: 630 }],
    },
    { type: 'BIOLOGIE', qui: 'malgorzata', pro: 'labo-valserine', parAn: 3 },
    {
      type: 'ANNUEL',
      qui: 'malgorzata',
      pro: 'imagerie-valserine',
      mois: [5],
      lignes: [{ acte: 'QEQK004' }],
    },
    {
      type: 'ANNUEL',
      qui: 'thaddee',
      pro: 'dentiste-caradec',
      mois: [3, 10],
      lignes: [{ acte: 'C-DENT' }, { acte: 'HBQK389' }],
    },
  ],
  evenements: [
    {
      jour: '2024-09-17',
      qui: 'thaddee',
      pro: 'dentiste-caradec',
      lignes: [{ acte: 'HBLD634', prix: 50000, dents: ['12'], montre: ['DENTAIRE_RAC_0'] }],
    },
    {
      jour: '2024-11-05',
      qui: 'malgorzata',
      pro: 'opticien-lumen',
      emetteur: 'OPERATEUR_TP',
      lignes: [
        { acte: 'OPT-A-MONT', prix: 3000, montre: ['OPTIQUE_MIXTE'] },
        { acte: 'OPT-B-C', prix: 18000, cote: 'D', montre: ['OPTIQUE_MIXTE'] },
        { acte: 'OPT-B-C', prix: 18000, cote: 'G', montre: ['OPTIQUE_MIXTE'] },
      ],
    },
    {
      jour: '2024-12-10',
      qui: 'thaddee',
      pro: 'dentiste-caradec',
      lignes: [{ acte: 'HBFD024' }, { acte: 'HBMD460', prix: 25000, dents: ['27'], montre: ['INLAY_ONLAY'] }],
    },
    {
      jour: '2025-01-14',
      qui: 'thaddee',
      pro: 'dentiste-caradec',
      lignes: [{ acte: 'HBLD491', prix: 55000, dents: ['15'], montre: ['DENTAIRE_MAITRISE'] }],
    },
    bridge('2025-02-11', ['16', '17', '18'], 'PROTHESE_LIBRE'),
    bridge('2025-03-18', ['24', '25', '26'], 'PROTHESE_LIBRE'),
    bridge('2025-04-15', ['34', '35', '36'], 'PROTHESE_LIBRE'),
    bridge('2025-05-20', ['44', '45', '46'], 'PROTHESE_LIBRE'),
    bridge('2025-06-17', ['31', '32', '33'], 'PROTHESE_LIBRE'),
    bridge('2025-09-16', ['41', '42', '43'], 'PROTHESE_LIBRE'),
    bridge('2025-11-18', ['21', '22', '23'], 'DENTAIRE_PLAFOND_500'),
  ],
}
