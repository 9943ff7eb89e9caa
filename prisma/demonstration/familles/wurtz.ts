import type { Famille } from '../modele'

/** AMSE 3 then 4, a retired woman: overruns at 220 % after the local scheme, a hearing aid, a crown, a cure. */
export const wurtz: Famille = {
  cle: 'wurtz',
  numeroAdherent: '00410268',
  du: '2018-01-01',
  formules: [
    { formule: 'amse-3', du: '2018-01-01', au: '2024-12-31' },
    { formule: 'amse-4', du: '2025-01-01' },
  ],
  personnes: [
    {
      cle: 'marie-odile',
      lien: 'MEMBRE_PARTICIPANT',
      nom: 'WURTZ',
      prenom: 'Marie-Odile',
      sexe: 2,
      naissance: '1952-02-29',
      rang: 1,
      du: '2018-01-01',
      codeAcces: 'PL6XD9HKTA',
    },
  ],
  habitudes: [
    {
      type: 'MEDECIN',
      qui: 'marie-odile',
      pro: 'gp-diallo-roche',
      acte: 'G',
      parAn: 6,
      parcours: 'T',
      pharmacie: 'pharmacie-pont',
    },
    {
      type: 'TRAITEMENT',
      qui: 'marie-odile',
      pro: 'pharmacie-pont',
      du: '2024-04-10',
      tousLesJours: 30,
      lignes: [{ acte: 'PH7', base: 1720, quantite: 2 }],
    },
    { type: 'BIOLOGIE', qui: 'marie-odile', pro: 'labo-valserine', parAn: 3 },
  ],
  evenements: [
    {
      jour: '2024-09-24',
      qui: 'marie-odile',
      pro: 'dentiste-oyono',
      lignes: [{ acte: 'HBLD734', prix: 90000, dents: ['36'], montre: ['AVANT_CHANGEMENT_DE_FORMULE'] }],
    },
    {
      jour: '2025-03-04',
      qui: 'marie-odile',
      pro: 'ophtalmo-mercadiol',
      parcours: 'D',
      lignes: [{ acte: 'CS', prix: 5500, montre: ['REGIME_LOCAL'] }],
    },
    {
      jour: '2025-04-15',
      qui: 'marie-odile',
      pro: 'imagerie-tilleuls',
      emetteur: 'MANUEL',
      lignes: [{ acte: 'DENSITO-NR', prix: 4500, montre: ['DENSITOMETRIE'] }],
    },
    {
      jour: '2025-05-27',
      qui: 'marie-odile',
      pro: 'dentiste-oyono',
      lignes: [{ acte: 'HBLD734', prix: 90000, dents: ['46'], montre: ['REGIME_LOCAL_DENTAIRE'] }],
    },
    {
      jour: '2025-06-10',
      qui: 'marie-odile',
      pro: 'audio-sonance',
      lignes: [{ acte: 'AUD-II-20', prix: 180000, cote: 'D', montre: ['REGIME_LOCAL_AUDIO'] }],
    },
    {
      jour: '2025-09-01',
      fin: '2025-09-19',
      qui: 'marie-odile',
      pro: 'thermes-valserine',
      lignes: [
        { acte: 'CURE-SURV', montre: ['CURE'] },
        { acte: 'CURE-SOINS', base: 50000, montre: ['CURE'] },
      ],
    },
    {
      jour: '2025-09-01',
      fin: '2025-09-19',
      qui: 'marie-odile',
      pro: 'thermes-valserine',
      emetteur: 'MANUEL',
      lignes: [{ acte: 'CURE-HEB', prix: 39000, montre: ['CURE_HEBERGEMENT'] }],
    },
    {
      jour: '2026-03-02',
      fin: '2026-03-05',
      qui: 'marie-odile',
      pro: 'hopital-valserine',
      transmisLe: '2026-03-12',
      lignes: [{ acte: 'FJ', quantite: 4, montre: ['REGIME_LOCAL_HOPITAL'] }],
    },
  ],
}
