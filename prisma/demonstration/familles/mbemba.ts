import type { Famille } from '../modele'

/** TER 1 then TER 4: the same care before and after the change of formule. */
export const mbemba: Famille = {
  cle: 'mbemba',
  numeroAdherent: '00410193',
  du: '2020-01-01',
  formules: [
    { formule: 'ter-1', du: '2020-01-01', au: '2024-12-31' },
    { formule: 'ter-4', du: '2025-01-01' },
  ],
  personnes: [
    {
      cle: 'christelle',
      lien: 'MEMBRE_PARTICIPANT',
      nom: 'MBEMBA-NZAOU',
      prenom: 'Christelle',
      sexe: 2,
      naissance: '1972-06-11',
      rang: 1,
      du: '2020-01-01',
      codeAcces: 'PL4RG8YKWE',
    },
  ],
  habitudes: [
    {
      type: 'MEDECIN',
      qui: 'christelle',
      pro: 'gp-diallo-roche',
      acte: 'G',
      parAn: 5,
      parcours: 'T',
      pharmacie: 'pharmacie-pont',
    },
    { type: 'BIOLOGIE', qui: 'christelle', pro: 'labo-valserine', parAn: 2 },
    {
      type: 'TRAITEMENT',
      qui: 'christelle',
      pro: 'pharmacie-pont',
      du: '2024-04-15',
      tousLesJours: 30,
      lignes: [{ acte: 'PH7', base: 980 }],
    },
  ],
  evenements: [
    {
      jour: '2024-06-04',
      qui: 'christelle',
      pro: 'dentiste-caradec',
      lignes: [{ acte: 'HBLD403', prix: 68000, dents: ['26'], montre: ['AVANT_CHANGEMENT_DE_FORMULE'] }],
    },
    {
      jour: '2024-09-10',
      qui: 'christelle',
      pro: 'osteopathe-brunelle',
      emetteur: 'MANUEL',
      lignes: [{ acte: 'MD-SOP', prix: 5000, montre: ['MEDECINE_DOUCE_NON_GARANTIE'] }],
    },
    {
      jour: '2024-10-08',
      qui: 'christelle',
      pro: 'ophtalmo-mercadiol',
      parcours: 'D',
      lignes: [{ acte: 'CS', prix: 5500, montre: ['AVANT_CHANGEMENT_DE_FORMULE'] }],
    },
    {
      jour: '2025-03-04',
      qui: 'christelle',
      pro: 'osteopathe-brunelle',
      emetteur: 'MANUEL',
      lignes: [{ acte: 'MD-SOP', prix: 5000, montre: ['MEDECINE_DOUCE'] }],
    },
    {
      jour: '2025-06-03',
      qui: 'christelle',
      pro: 'dentiste-caradec',
      lignes: [{ acte: 'HBLD403', prix: 68000, dents: ['36'], montre: ['APRES_CHANGEMENT_DE_FORMULE'] }],
    },
    {
      jour: '2025-07-07',
      fin: '2025-07-25',
      qui: 'christelle',
      pro: 'thermes-valserine',
      emetteur: 'MANUEL',
      lignes: [{ acte: 'CURE-HEB', prix: 42000, montre: ['CURE_HEBERGEMENT'] }],
    },
    {
      jour: '2025-09-16',
      qui: 'christelle',
      pro: 'dentiste-caradec',
      emetteur: 'MANUEL',
      lignes: [{ acte: 'IMPLANT', prix: 110000, dents: ['46'], montre: ['IMPLANT'] }],
    },
    {
      jour: '2025-10-07',
      qui: 'christelle',
      pro: 'ophtalmo-mercadiol',
      parcours: 'D',
      lignes: [{ acte: 'CS', prix: 5500, montre: ['APRES_CHANGEMENT_DE_FORMULE'] }],
    },
  ],
}
