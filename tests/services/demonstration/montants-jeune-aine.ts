import type { Attendu } from './montants'

/** The gammes Jeune and Aîné, by hand from the printed tables (annexe 2, l. 1152 to 1268 and 1428 to 1560). */
export const montantsJeuneAine: readonly Attendu[] = [
  // Jeune ESSENTIEL in 2024: contraception 70 €/an (l. 1266).
  ['CONTRACEPTION_FORFAIT', 'achour', 'CONTRA-NR', '42.00', '0.00', '42 sur les 70 de l’année'],
  ['CONTRACEPTION_EPUISEE', 'achour', 'CONTRA-NR', '28.00', '14.00', '70 − 42 = 28 ; 42 − 28'],
  // Jeune ÉQUILIBRE from 2025.
  ['VACCIN', 'achour', 'VAC-65', '8.70', '1.00', '24,86 − 65 % (16,16) ; franchise de 1'],
  ['VACCIN_NON_GARANTI', 'achour', 'VAC-NR', '0.00', '52.00', 'aucune ligne du tableau Jeune'],
  ['LENTILLES', 'achour', 'LENT-NR', '150.00', '0.00', '150 sur 183 (l. 1181, tel qu’imprimé)'],
  ['LENTILLES_FORFAIT_EPUISE', 'achour', 'LENT-NR', '33.00', '117.00', '183 − 150 = 33'],
  // No line « psychologues » in the table: the ticket modérateur that a responsible contract owes (R. 871-2).
  ['PSYCHOLOGUE', 'achour', 'PSY-EVAL', '20.00', '0.00', '50 − 60 % (30)'],
  ['PSYCHOLOGUE', 'achour', 'PSY-SEANCE', '20.00', '0.00', '50 − 30'],
  // Base 23: AMO 16.10, less 40 % (9.20) outside the pathway, less 2; 8 € of the overrun are never paid.
  ['HORS_PARCOURS', 'achour', 'C', '6.90', '28.20', '100 % de 23 − 16,10 ; 40 − 4,90 − 6,90'],
  // Médecines douces 80 €/an (l. 1252): 65, then what is left.
  ['FORFAIT_LIGNE_ANNULEE', 'achour', 'MD-OST', '65.00', '0.00', '65 sur 80'],
  ['FORFAIT_SOIN_SUIVANT', 'achour', 'MD-OST', '15.00', '45.00', '80 − 65 = 15, avant la rectification'],
  ['FORFAIT_ANNULATION', 'achour', 'MD-OST', '-65.00', '0.00', 'l’opposé'],
  ['FORFAIT_RECTIFIE', 'achour', 'MD-OST', '35.00', '0.00', 'la facture était de 35'],
  // Jeune PREMIUM.
  ['CHIRURGIE_REFRACTIVE', 'kersauson', 'CHIR-REF', '250.00', '850.00', '250 par œil et par an'],
  ['OPTIQUE_CLASSE_B', 'kersauson', 'OPT-B-MONT', '59.97', '80.00', '60 AMO comprise (0,03)'],
  ['OPTIQUE_CLASSE_B', 'kersauson', 'OPT-B-C', '100.00', '109.97', '60 % + 100 : 210 − 0,03 − 100'],
  ['SECTEUR_2_NON_DPTAM_130', 'kersauson', 'CS', '13.80', '32.10', '29,90 − 16,10 ; 60 − 14,10 − 13,80'],
  // 160 % of 47.73 = 76.37; less 33.41 = 42.96, more than what is left to pay (70 − 33.41).
  ['SECTEUR_2_DPTAM_160', 'kersauson', 'CSC', '36.59', '2.00', '70 − 33,41 ; participation de 2'],
  ['SEVRAGE_TABAGIQUE', 'kersauson', 'SEVRAGE-NR', '90.00', '20.00', '90 par an'],
  // 280 % of 120 = 336, less 72; the overrun (336 − 120 = 216) is under 1 200.
  ['PROTHESE_LIBRE', 'kersauson', 'HBLD403', '264.00', '384.00', '336 − 72 ; 720 − 72 − 264'],
  ['DENTAIRE_RAC_0', 'kersauson', 'HBLD634', '428.00', '0.00', '500 − 72, prix limite de 500'],
  ['FIN_GAMME_JEUNE', 'kersauson', 'G', '0.00', '11.00', 'plus couvert : 30 − 19'],
  // Aîné ESSENTIEL on 14 May 2024 (participation of 1 €), then PREMIUM: 100 % then 200 % of 23.
  ['AVANT_CHANGEMENT_DE_FORMULE', 'vasseur', 'CS', '6.90', '33.00', '23 − 16,10 ; 55 − 15,10 − 6,90'],
  ['APRES_CHANGEMENT_DE_FORMULE', 'vasseur', 'CS', '29.90', '11.00', '46 − 16,10 ; 55 − 14,10 − 29,90'],
  ['TOUT_PAYE_PAR_L_AMO', 'vasseur', 'G', '0.00', '2.00', '100 % pour l’AMO'],
  ['AUDIO_CLASSE_II', 'vasseur', 'AUD-II-20', '910.00', '450.00', '160 de TM + 750 ; 1 600 − 240 − 910'],
  ['AUDIO_SECONDE_OREILLE', 'vasseur', 'AUD-II-20', '910.00', '750.00', 'l’autre oreille a son forfait'],
  ['MEDICAMENT_NR_FORFAIT', 'vasseur', 'PHN', '25.00', '0.00', '25 sur 40 (l. 1451)'],
  ['MEDICAMENT_NR_EPUISE', 'vasseur', 'PHN', '15.00', '10.00', '40 − 25 = 15'],
  // Heavy act: AMO 100 % of 271.70; outside the DPTAM 180 % = 489.06.
  ['CATARACTE', 'vasseur', 'BFGA004', '217.36', '30.94', '489,06 − 271,70 ; 520 − 489,06'],
  ['ACTE_LOURD', 'vasseur', 'PAV', '24.00', '0.00', 'prise en charge'],
  ['CHAMBRE_AMBULATOIRE', 'vasseur', 'CP-AMB', '20.00', '25.00', '20 par jour'],
  ['ACTIVITE_PHYSIQUE', 'vasseur', 'APA', '150.00', '30.00', '150 par an'],
  ['CURE', 'vasseur', 'CURE-SURV', '24.00', '0.00', '80 − 70 %'],
  ['CURE', 'vasseur', 'CURE-SOINS', '182.00', '0.00', '520 − 65 % (338)'],
  ['CURE_HEBERGEMENT', 'vasseur', 'CURE-HEB', '130.00', '270.00', 'forfait de 130'],
  ['VACCIN_NR_FORFAIT', 'vasseur', 'VAC-NR', '70.00', '7.00', '70 par an (l. 1554)'],
  // Aîné ÉQUILIBRE: bridge of base 279.50, AMO 167.70, TM 111.80; 200 % = 559, overrun 279.50.
  ['PROTHESE_LIBRE', 'abitbol', 'HBLD425', '391.30', '741.00', '559 − 167,70 ; 1 300 − 167,70 − 391,30'],
  ['DENTAIRE_PLAFOND_750', 'abitbol', 'HBLD425', '302.80', '829.50', '111,80 + (750 − 559 = 191)'],
  ['DENTAIRE_PLAFOND_750_DEPASSE', 'abitbol', 'HBLD403', '48.00', '580.00', 'TM seul : 120 − 72'],
  ['DENTAIRE_PLAFOND_RENOUVELE', 'abitbol', 'HBLD403', '168.00', '460.00', '240 − 72 ; 700 − 72 − 168'],
  ['CURE_HEBERGEMENT', 'abitbol', 'CURE-HEB', '80.00', '270.00', 'forfait de 80'],
  ['SEJOUR_80', 'abitbol', 'GHS', '1240.00', '0.00', '6 200 − 4 960'],
  ['FORFAIT_JOURNALIER_20', 'abitbol', 'FJ', '420.00', '0.00', '21 jours à 20'],
  // Private room: 50 € a night, 30 days a year (l. 1508): 20, then 10 of 15, then none.
  ['CHAMBRE_PARTICULIERE', 'abitbol', 'CP', '1000.00', '300.00', '20 nuits à 50 ; 1 300 − 1 000'],
  ['CHAMBRE_JOURS_ENTAMES', 'abitbol', 'CP', '500.00', '475.00', '10 nuits à 50 ; 975 − 500'],
  ['CHAMBRE_JOURS_EPUISES', 'abitbol', 'CP', '0.00', '195.00', 'plus aucun jour'],
  ['CHAMBRE_JOURS_RENOUVELES', 'abitbol', 'CP', '100.00', '30.00', 'deux nuits à 50'],
  ['ACCOMPAGNEMENT', 'abitbol', 'ACC', '600.00', '0.00', 'plus de 70 ans : frais réels, 20 jours sur 45'],
  ['TRANSPORT', 'abitbol', 'ABA', '41.40', '4.00', '92 − 50,60 ; franchise de 4'],
  ['AUDIO_CLASSE_I', 'abitbol', 'AUD-I-20', '710.00', '0.00', '950 − 240'],
  ['MEDECINE_DOUCE', 'abitbol', 'MD-OST', '30.00', '25.00', '30 par séance'],
  ['MEDECINE_DOUCE_PLAFOND', 'abitbol', 'MD-OST', '0.00', '55.00', 'trois séances à 30 : les 90 sont pris'],
]
