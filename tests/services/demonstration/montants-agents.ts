import type { Attendu } from './montants'

/** Territorial and hospital agents (TER, FPH), by hand from the printed tables (annexe 2, l. 1586 to 1706 and 1730 to 1866). */
export const montantsAgents: readonly Attendu[] = [
  // TER 3.
  ['OPTIQUE_CLASSE_B', 'etcheverry', 'OPT-B-MONT', '74.97', '45.00', '75 AMO comprise (0,03)'],
  ['OPTIQUE_CLASSE_B', 'etcheverry', 'OPT-B-S', '35.00', '54.97', '60 % + 35 : 90 − 0,03 − 35'],
  ['OPTIQUE_TROP_TOT', 'etcheverry', 'OPT-B-MONT', '0.00', '119.97', 'quinze mois après'],
  ['OPTIQUE_TROP_TOT', 'etcheverry', 'OPT-B-S', '0.00', '89.97', 'quinze mois après'],
  ['OPTIQUE_APRES_DEUX_ANS', 'etcheverry', 'OPT-B-MONT', '74.97', '45.00', 'deux ans et un jour après'],
  ['OPTIQUE_APRES_DEUX_ANS', 'etcheverry', 'OPT-B-S', '35.00', '54.97', 'deux ans et un jour après'],
  ['OPTIQUE_MIXTE', 'etcheverry', 'OPT-B-MONT', '74.97', '15.00', '75 − 0,03'],
  ['OPTIQUE_MIXTE', 'etcheverry', 'OPT-A-U2', '29.52', '0.00', '36 − 60 % de 10,80 (6,48)'],
  ['OPTIQUE_SUPPLEMENT', 'etcheverry', 'OPT-ADAPT-A', '4.00', '0.00', '10 − 6'],
  // Base 39.48 an eye: AMO 23.69, TM 15.79; forfait of 120 for both: 150 − 39.48 = 110.52, then 9.48.
  [
    'LENTILLES_REMBOURSEES',
    'etcheverry',
    'LENT-R',
    '126.31|25.27',
    '0.00|101.04',
    '15,79 + 110,52 ; 15,79 + 9,48',
  ],
  ['PSYCHOLOGUE', 'etcheverry', 'PSY-EVAL', '20.00', '0.00', '50 − 30'],
  ['PSYCHOLOGUE', 'etcheverry', 'PSY-SEANCE', '20.00', '0.00', '50 − 30, douze dans l’année'],
  ['PSYCHOLOGUE_EPUISE', 'etcheverry', 'PSY-SEANCE', '0.00', '50.00', 'la treizième'],
  ['APPAREILLAGE', 'etcheverry', 'SEMELLES', '122.68', '0.00', '28,86 − 17,32 = 11,54 ; 111,14 sur 200'],
  // 130 % of 284.09 = 369.32 outside the DPTAM (TER 3 DPTAM: 180 %, as printed).
  ['APPENDICITE', 'etcheverry', 'HHFA016', '85.23', '30.68', '369,32 − 284,09 ; 400 − 369,32'],
  ['ACTE_LOURD', 'etcheverry', 'PAV', '24.00', '0.00', 'prise en charge'],
  ['CHAMBRE_PARTICULIERE', 'etcheverry', 'CP', '100.00', '20.00', 'deux nuits à 50'],
  ['ACCOMPAGNEMENT', 'etcheverry', 'ACC', '60.00', '10.00', 'deux jours à 30'],
  // 228 % as printed (l. 1638): 441.18.
  ['ORTHODONTIE', 'etcheverry', 'TO90', '247.68', '208.82', '441,18 − 193,50 ; 650 − 441,18'],
  // TER 1, then TER 4: 360 % of 120 as printed (l. 1635) = 432; DPTAM 100 % then 200 % of 23.
  ['AVANT_CHANGEMENT_DE_FORMULE', 'mbemba', 'HBLD403', '48.00', '560.00', 'TER 1 : 120 − 72'],
  ['APRES_CHANGEMENT_DE_FORMULE', 'mbemba', 'HBLD403', '360.00', '248.00', 'TER 4 : 432 − 72'],
  ['AVANT_CHANGEMENT_DE_FORMULE', 'mbemba', 'CS', '6.90', '34.00', '23 − 16,10 ; 55 − 14,10 − 6,90'],
  ['APRES_CHANGEMENT_DE_FORMULE', 'mbemba', 'CS', '29.90', '11.00', '46 − 16,10 ; 55 − 14,10 − 29,90'],
  ['MEDECINE_DOUCE_NON_GARANTIE', 'mbemba', 'MD-SOP', '0.00', '50.00', 'TER 1 : rien'],
  ['MEDECINE_DOUCE', 'mbemba', 'MD-SOP', '30.00', '20.00', 'TER 4 : 30 par séance (l. 1692, décalée)'],
  ['CURE_HEBERGEMENT', 'mbemba', 'CURE-HEB', '250.00', '170.00', 'TER 4 : 250 (l. 1678, décalée)'],
  ['IMPLANT', 'mbemba', 'IMPLANT', '500.00', '600.00', 'TER 4 : 500 par an'],
  // FPH 3.
  ['CONJOINT_AVANT_RATTACHEMENT', 'cissokho', 'G', '0.00', '9.95', '26,50 − 16,55 : pas encore couvert'],
  ['CONJOINT_RATTACHE', 'cissokho', 'G', '7.95', '2.00', '26,50 − 18,55'],
  ['SECTEUR_2_FPH_120', 'cissokho', 'CS', '11.50', '39.40', '27,60 − 16,10 ; 65 − 14,10 − 11,50'],
  ['MATERNITE_AVANT_6_MOIS', 'cissokho', 'JQQM018', '24.58', '0.00', '81,92 − 57,34'],
  ['MATERNITE_100', 'cissokho', 'JQQM016', '0.00', '0.00', '100 % pour l’AMO'],
  ['CHAMBRE_MATERNITE', 'cissokho', 'CP', '200.00', '60.00', 'quatre nuits à 50'],
  ['PERIDURALE', 'cissokho', 'AMNIO', '40.00', '50.00', 'forfait de 40 (l. 1830)'],
  ['PRIME_NAISSANCE', 'cissokho', 'NAISS', '100.00', '0.00', 'prime de 100 (l. 1829), adhésion le jour même'],
  ['CONTRACEPTION_FORFAIT', 'cissokho', 'CONTRA-NR', '50.00', '15.00', '50 par an (l. 1832)'],
  // FPH 5: 350 % of 279.50 = 978.25, AMO 167.70, TM 111.80, overrun 698.75; three of them leave 2 200 − 2 096.25.
  ['PROTHESE_LIBRE', 'lindqvist', 'HBLD425', '810.55', '821.75', '978,25 − 167,70 ; 1 800 − 978,25'],
  ['DENTAIRE_PLAFOND_2200', 'lindqvist', 'HBLD403', '151.75', '576.25', '48 + 103,75 ; 800 − 72 − 151,75'],
  ['ALD', 'lindqvist', 'G', '0.00', '2.00', '100 % pour l’AMO'],
  ['OPTIQUE_TRES_COMPLEXE', 'lindqvist', 'OPT-B-MONT', '99.97', '150.00', '100 AMO comprise'],
  ['OPTIQUE_TRES_COMPLEXE', 'lindqvist', 'OPT-B-T', '200.00', '219.97', '60 % + 200 : 420 − 0,03 − 200'],
  ['LENTILLES', 'lindqvist', 'LENT-NR', '160.00', '60.00', 'non remboursées : 160 par an'],
  [
    'LENTILLES_REMBOURSEES',
    'lindqvist',
    'LENT-R',
    '176.31',
    '0.00',
    '15,79 + 160,52 sur les 300 des remboursées',
  ],
  ['MEDECINE_DOUCE', 'lindqvist', 'MD-DIE', '40.00', '10.00', '40 par séance'],
  ['AUDIO_CLASSE_II', 'lindqvist', 'AUD-II-20', '910.00', '350.00', '160 de TM + 750 ; 1 500 − 240 − 910'],
  ['CHIRURGIEN_180', 'lindqvist', 'HON-CHIR', '367.20', '273.80', '826,20 − 459 ; 1 100 − 826,20'],
  // 200 % of 144 would be 288: the price is 240.
  ['CHIRURGIEN_180', 'lindqvist', 'HON-ANE', '96.00', '0.00', '240 − 144, DPTAM à 200 %'],
  ['CHAMBRE_PARTICULIERE', 'lindqvist', 'CP', '210.00', '75.00', 'trois nuits à 70'],
]
