import type { Famille } from '../modele'

/** Hired for fourteen months, in the compulsory basket his employer pays: the contract of work ends on 31 March 2026, portability is the next question. */
export const okonkwo: Famille = {
  cle: 'okonkwo',
  numeroAdherent: '00630023',
  reglement: 'ociane-collectif',
  du: '2025-02-03',
  au: '2026-03-31',
  formules: [{ formule: 'panier-ani', du: '2025-02-03', au: '2026-03-31' }],
  personnes: [
    {
      cle: 'emeka',
      lien: 'MEMBRE_PARTICIPANT',
      nom: 'OKONKWO',
      prenom: 'Emeka',
      sexe: 1,
      naissance: '1996-10-11',
      rang: 1,
      du: '2025-02-03',
      au: '2026-03-31',
      codeAcces: 'PL2DW6KXHA',
    },
  ],
  habitudes: [
    {
      type: 'MEDECIN',
      qui: 'emeka',
      pro: 'gp-diallo-roche',
      acte: 'G',
      parAn: 3,
      parcours: 'T',
      pharmacie: 'pharmacie-pont',
    },
  ],
  evenements: [
    {
      jour: '2025-04-22',
      qui: 'emeka',
      pro: 'opticien-lumen',
      lignes: [
        { acte: 'OPT-B-MONT', prix: 12000, montre: ['OPTIQUE_CLASSE_B'] },
        { acte: 'OPT-B-S', prix: 8000, cote: 'D', montre: ['OPTIQUE_CLASSE_B'] },
        { acte: 'OPT-B-S', prix: 8000, cote: 'G', montre: ['OPTIQUE_CLASSE_B'] },
      ],
    },
    {
      jour: '2025-06-10',
      qui: 'emeka',
      pro: 'osteopathe-brunelle',
      emetteur: 'MANUEL',
      lignes: [{ acte: 'MD-OST', prix: 5500, montre: ['MEDECINE_DOUCE_NON_GARANTIE'] }],
    },
    {
      jour: '2025-09-30',
      qui: 'emeka',
      pro: 'dentiste-oyono',
      lignes: [{ acte: 'HBLD634', prix: 50000, dents: ['11'], montre: ['DENTAIRE_RAC_0'] }],
    },
    {
      jour: '2025-11-18',
      qui: 'emeka',
      pro: 'dentiste-oyono',
      lignes: [{ acte: 'HBLD403', prix: 68000, dents: ['37'], montre: ['PROTHESE_LIBRE'] }],
    },
    {
      jour: '2026-01-13',
      qui: 'emeka',
      pro: 'pharmacie-pont',
      lignes: [{ acte: 'PH2', base: 500, montre: ['PHARMACIE_HORS_PANIER'] }],
    },
  ],
}
