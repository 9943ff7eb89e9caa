import { acte, LIBRE, PAR_JOUR, PAR_NUIT, PLUSIEURS_PAR_JOUR, type SoinASimuler } from './soin'

export const HOPITAL: readonly SoinASimuler[] = [
  {
    code: 'sejour-hopital',
    famille: 'hopital',
    libelle: 'Séjour à l’hôpital ou en clinique',
    actes: [acte('GHS', 'Frais de séjour'), acte('HAD', 'Hospitalisation à domicile')],
    champs: ['acte', 'prix', 'base', 'situation', 'maternite', 'regimeLocal', 'autres'],
    sansBase: 'PRIX',
  },
  {
    code: 'honoraires-operation',
    famille: 'hopital',
    libelle: 'Honoraires d’une opération',
    actes: [
      acte('HON-CHIR', 'Le chirurgien'),
      acte('HON-ANE', 'L’anesthésiste'),
      acte('BFGA004', 'Cataracte'),
      acte('HHFA016', 'Appendicite'),
    ],
    champs: ['acte', 'prix', 'base', 'secteur', 'situation', 'maternite', 'regimeLocal', 'autres'],
  },
  {
    code: 'forfait-journalier',
    famille: 'hopital',
    libelle: 'Forfait journalier hospitalier',
    actes: [acte('FJ', 'Médecine, chirurgie, maternité'), acte('FJ-PSY', 'Psychiatrie')],
    champs: ['acte', 'quantite', 'prix', 'maternite', 'regimeLocal', 'autres'],
    unite: PAR_JOUR,
    prixReglemente: true,
    // CSS L. 174-4.
    dispenses:
      'Rien n’est dû en maternité (les quatre derniers mois, l’accouchement et les douze jours d’après), après un accident du travail, ni avec la C2S.',
  },
  {
    code: 'chambre-particuliere',
    famille: 'hopital',
    libelle: 'Chambre particulière',
    actes: [acte('CP', 'La nuit')],
    champs: ['quantite', 'prix', 'maternite', 'autres'],
    unite: PAR_NUIT,
  },
  {
    code: 'chambre-ambulatoire',
    famille: 'hopital',
    libelle: 'Chambre particulière sans y dormir (ambulatoire)',
    actes: [acte('CP-AMB', 'Le jour')],
    champs: ['quantite', 'prix', 'autres'],
    unite: PAR_JOUR,
  },
  {
    code: 'accompagnant',
    famille: 'hopital',
    libelle: 'Lit et repas d’un accompagnant',
    actes: [acte('ACC', 'Accompagnant')],
    champs: ['quantite', 'prix', 'maternite', 'autres'],
    unite: PAR_JOUR,
  },
  {
    code: 'urgences-actes-lourds',
    famille: 'hopital',
    libelle: 'Passage aux urgences, participation pour un acte lourd',
    actes: [
      acte('FPU', 'Forfait patient urgences'),
      acte('FPU-MIN', 'Forfait patient urgences réduit'),
      acte('PAV', 'Participation pour un acte lourd'),
    ],
    champs: ['acte', 'prix', 'regimeLocal', 'autres'],
    prixReglemente: true,
  },
  {
    code: 'transport',
    famille: 'hopital',
    libelle: 'Transport prescrit : ambulance, taxi, VSL',
    actes: [
      acte('TAP', 'Taxi conventionné'),
      acte('VSL', 'Véhicule sanitaire léger'),
      acte('ABA', 'Ambulance'),
      acte('ATP', 'Transport en commun'),
    ],
    champs: PLUSIEURS_PAR_JOUR,
    unite: { libelle: 'Nombre de trajets', prix: 'Prix de tous les trajets' },
    sansBase: 'PRIX',
  },
  {
    code: 'confort-hopital',
    famille: 'hopital',
    libelle: 'Télévision et confort à l’hôpital',
    actes: [acte('TV', 'Télévision, téléphone')],
    champs: LIBRE,
  },
]
