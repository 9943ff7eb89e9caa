/**
 * The acts of the demonstration: their tariff by day (cents), the rate of the Assurance maladie, what it keeps back.
 * An act without a tariff is paid on the base that its line gives.
 */
export interface Acte {
  /** Code of the prestation on the décompte. */
  readonly nature: string
  readonly nomenclature: string
  readonly libelle: string
  readonly taux: number
  /** [first day, cents] in order of time. */
  readonly tarifs: readonly (readonly [string, number])[]
  readonly retenue: Retenue
  /** Care of a doctor: dearer for whoever leaves the coordinated pathway. */
  readonly medecin: boolean
}

export type Retenue = 'PARTICIPATION' | 'FRANCHISE_BOITE' | 'FRANCHISE_ACTE' | 'FRANCHISE_TRAJET' | null

/** code;nature;nomenclature;libellé;taux;retenue;médecin;tarifs (first day:cents) */
const TABLE = `
2264884;OPT;LPP;Verre multifocal/progressif classe A, sphère +2,25 à +4;60;;;2020-01-01:1500
G;G;NGAP;Consultation chez le généraliste;70;PARTICIPATION;médecin;2023-11-01:2650 2024-12-22:3000
C;C;NGAP;Consultation chez un généraliste à honoraires libres;70;PARTICIPATION;médecin;2011-01-01:2300
CS;CS;NGAP;Consultation chez un spécialiste;70;PARTICIPATION;médecin;2011-01-01:2300
SPE-COORD;CS;NGAP;Consultation chez un spécialiste, à la demande du médecin traitant;70;PARTICIPATION;médecin;2023-11-01:3150
GYN-COORD;CS;NGAP;Consultation chez un gynécologue, à la demande du médecin traitant;70;PARTICIPATION;médecin;2023-11-01:3350 2024-12-22:3700 2026-01-01:4000
PED-0-2;CS;NGAP;Consultation chez le pédiatre, enfant de moins de 2 ans;70;;médecin;2024-12-22:3900 2026-01-01:4000
PED-2-6;CS;NGAP;Consultation chez le pédiatre, enfant de 2 à 6 ans;70;;médecin;2023-11-01:3350 2024-12-22:3500
CSC;CSC;NGAP;Consultation chez le cardiologue;70;PARTICIPATION;médecin;2017-05-01:4773
PSY-COORD;CNP;NGAP;Consultation chez un psychiatre, à la demande du médecin traitant;70;PARTICIPATION;médecin;2023-11-01:5170 2024-12-22:5500 2026-01-01:5700
COE;COE;NGAP;Consultation obligatoire de l'enfant (certificats 8e jour, 9e et 24e mois);100;;;2023-11-01:4750 2024-12-22:5400 2026-01-01:6000
TCG;TCG;NGAP;Téléconsultation généraliste;70;PARTICIPATION;médecin;2022-04-01:2500
VG;VG;NGAP;Visite du généraliste à domicile;70;PARTICIPATION;médecin;2023-11-01:2650 2024-12-22:3000
DEQP003;ATM;CCAM;Électrocardiogramme 12 dérivations;70;PARTICIPATION;médecin;2005-03-31:1426
BGQP002;ATM;CCAM;Fond d'œil par biomicroscopie;70;PARTICIPATION;médecin;2012-01-01:2829
MEMBRE-RX;ADI;CCAM;Radiographie d'un bras ou d'une jambe;70;PARTICIPATION;médecin;2011-01-01:1995
ZBQK002;ADI;CCAM;Radiographie du thorax;70;PARTICIPATION;médecin;2011-01-01:2128
LFQK002;ADI;CCAM;Radiographie du rachis lombaire;70;PARTICIPATION;médecin;2011-01-01:4060
QEQK001;ADI;CCAM;Mammographie bilatérale;70;PARTICIPATION;médecin;2011-01-01:6642
QEQK004;ADI;CCAM;Mammographie de dépistage organisé (50-74 ans);100;;;2011-01-01:6642
PAQK007;ADI;CCAM;Ostéodensitométrie 2 sites;70;PARTICIPATION;médecin;2011-01-01:3996
ZCQM008;ADE;CCAM;Échographie de l'abdomen;70;PARTICIPATION;médecin;2011-01-01:5670
JQQM010;ADE;CCAM;Échographie 1er trimestre;70;;;2011-01-01:4835
JQQM018;ADE;CCAM;Échographie 2e trimestre;70;;;2011-01-01:8192
JQQM016;ADE;CCAM;Échographie 3e trimestre;70;;;2011-01-01:7399
BIO;B;NABM;Analyses de laboratoire;60;PARTICIPATION;;
AMI;AMI;NGAP;Acte infirmier, lettre-clé;60;FRANCHISE_ACTE;;2012-05-27:315
IFD;IFD;NGAP;Indemnité forfaitaire de déplacement infirmier;60;;;2024-01-28:275
AMS7.5;AMS;NGAP;Séance de kinésithérapie;60;FRANCHISE_ACTE;;2024-02-22:1658 2026-01-01:1790
AMO34;AMO;NGAP;Bilan orthophonique de la communication et du langage écrit (coef 34);60;FRANCHISE_ACTE;;2024-01-01:8840
ORTHO-SEANCE;AMO;NGAP;Orthophonie : séance type 30 min (coef 12,1 à 13,8);60;FRANCHISE_ACTE;;
PSY-EVAL;PSY;AUTRE;Mon soutien psy, entretien d'évaluation;60;;;2022-04-05:4000 2024-06-29:5000
PSY-SEANCE;PSY;AUTRE;Mon soutien psy, séance de suivi;60;;;2022-04-05:3000 2024-06-29:5000
C-SF;SF;NGAP;Consultation sage-femme;70;;;2019-01-01:2500
SF7.5;SF;NGAP;Rééducation périnéale, séance;70;;;2012-03-01:2100
PH1;PH1;CIP;Médicaments remboursés à 100 % (vignette blanche barrée);100;FRANCHISE_BOITE;;
PH7;PH7;CIP;Médicaments remboursés à 65 % (vignette blanche);65;FRANCHISE_BOITE;;
VAC-65;PH7;CIP;Vaccin remboursable du calendrier vaccinal;65;FRANCHISE_BOITE;;
VAC-GRIPPE;PH7;CIP;Vaccin contre la grippe;100;;;
PH4;PH4;CIP;Médicaments remboursés à 30 % (vignette bleue);30;FRANCHISE_BOITE;;
PH2;PH2;CIP;Médicaments remboursés à 15 % (vignette orange);15;FRANCHISE_BOITE;;
PHN;PHN;CIP;Médicament non remboursable;0;;;
C-DENT;C;NGAP;Consultation chez le dentiste;60;;;2013-06-01:2300
BDC;BDC;NGAP;Examen bucco-dentaire de prévention;100;;;2019-04-01:3000 2025-01-01:4000
HBJD001;SDE;CCAM;Détartrage et polissage;60;;;2014-06-01:2892
HBMD053;SDE;CCAM;Restauration prémolomolaire 1 face;60;;;2022-01-01:2930
HBMD038;SDE;CCAM;Restauration prémolomolaire 3 faces ou plus;60;;;2022-01-01:6550
HBQK389;SDE;CCAM;Radiographie rétroalvéolaire, 1 secteur;60;;;2014-06-01:798
HBQK002;SDE;CCAM;Radiographie panoramique;60;;;2014-06-01:2000
HBGD036;SDE;CCAM;Extraction d'une dent;60;;;2021-01-01:3900
HBFD024;END;CCAM;Traitement endodontique molaire non vivante;60;;;2021-01-01:11000
HBBD005;AXI;CCAM;Scellement des sillons, 1 dent;60;;;2019-04-01:2603
HBMD460;INO;CCAM;Inlay-onlay 2 faces ou plus, céramique ou métal précieux;60;;;2019-04-01:10000
HBLD634;PFC;CCAM;Couronne céramo-métallique incisive / canine / 1re prémolaire;60;;;2020-01-01:12000 2026-01-01:12000
HBLD491;PFC;CCAM;Couronne céramo-métallique 2e prémolaire;60;;;2020-01-01:12000 2026-01-01:12000
HBLD734;PFC;CCAM;Couronne céramo-métallique sur molaire;60;;;2019-04-01:12000
HBLD403;PFC;CCAM;Couronne céramo-céramique;60;;;2019-04-01:12000
HBLD425;PFC;CCAM;Bridge tout céramique;60;;;2020-01-01:27950
HBLD426;PFC;CCAM;Bridge tout céramique hors zircone monolithique;60;;;2026-01-01:27950
HBLD745;ICO;CCAM;Inlay-core sous couronne à tarif maîtrisé;60;;;2020-01-01:9000
TO90;TO;NGAP;Orthodontie : semestre de traitement, avant 16 ans;100;;;2006-06-14:19350
TO5;TO;NGAP;Orthodontie : séance de surveillance;60;;;2006-06-14:1075
IMPLANT;HN;AUTRE;Implant dentaire non remboursé;0;;;
PARO-NR;HN;AUTRE;Parodontologie non remboursée (surfaçage, lambeau);0;;;
OPT-A-MONT;OPT;LPP;Monture classe A;60;;;2020-01-01:900
OPT-A-U1;OPT;LPP;Verre unifocal classe A, sphère faible (≤ 2,00);60;;;2020-01-01:975
OPT-A-U2;OPT;LPP;Verre unifocal classe A, correction intermédiaire;60;;;2020-01-01:1080
OPT-B-MONT;OPT;LPP;Monture classe B;60;;;2020-01-01:5
OPT-B-S;OPT;LPP;Verre simple classe B;60;;;2020-01-01:5
OPT-B-C;OPT;LPP;Verre complexe classe B;60;;;2020-01-01:5
OPT-B-T;OPT;LPP;Verre très complexe classe B;60;;;2020-01-01:5
LENT-R;LEN;LPP;Lentilles remboursables, un œil;60;;;2004-01-01:3948
LENT-NR;LEN;AUTRE;Lentilles non remboursables;0;;;
CHIR-REF;HN;AUTRE;Chirurgie réfractive (par œil);0;;;
AUD-I-20;PAU;LPP;Aide auditive classe I, 20 ans et plus (par oreille);60;;;2021-01-01:40000
AUD-II-20;PAU;LPP;Aide auditive classe II, 20 ans et plus;60;;;2021-01-01:40000
BEQUILLES;AAD;LPP;Cannes anglaises, paire (achat);60;;;2010-01-01:2440
SEMELLES;AAD;LPP;Orthèses plantaires, paire > 37;60;;;2010-01-01:2886
BAS-CONT;AAD;LPP;Chaussettes de compression, paire;60;;;2010-01-01:2241
FJ;FJ;FORFAIT;Forfait journalier hospitalier;0;;;2018-01-01:2000 2026-03-01:2300
PAV;PAV;FORFAIT;Participation forfaitaire pour un acte lourd (120 € ou plus);0;;;2019-01-01:2400
FPU;FPU;FORFAIT;Forfait patient urgences;0;;;2022-01-01:1961 2026-03-01:2300
GHS;GHS;GHS;Séjour à l'hôpital ou en clinique;80;;;
HON-CHIR;ADC;CCAM;Honoraires du chirurgien pendant un séjour;80;;;
BFGA004;ADC;CCAM;Opération de la cataracte (chirurgien);80;;;2012-01-01:27170
HON-ANE;ADA;CCAM;Honoraires de l'anesthésiste pendant un séjour;80;;;
CP;CP;AUTRE;Chambre particulière, par nuit;0;;;
CP-AMB;CP;AUTRE;Chambre particulière sans nuitée (ambulatoire);0;;;
ABA;ABA;AUTRE;Ambulance agréée;55;FRANCHISE_TRAJET;;
ACC;ACC;AUTRE;Lit et repas de l'accompagnant;0;;;
CURE-SURV;STH;NGAP;Cure : surveillance médicale;70;;;2004-01-01:8000
CURE-SOINS;THR;AUTRE;Cure : soins thermaux;65;;;
CURE-HEB;CURE;AUTRE;Cure : hébergement (facture de l'adhérent);0;;;
MD-OST;MD;AUTRE;Ostéopathie;0;;;
MD-SOP;MD;AUTRE;Sophrologie;0;;;
MD-POD;MD;AUTRE;Pédicure-podologue non remboursé;0;;;
MD-DIE;MD;AUTRE;Diététicien;0;;;
CONTRA-NR;HN;AUTRE;Contraception non remboursée;0;;;
SEVRAGE-NR;HN;AUTRE;Sevrage tabagique non remboursé;0;;;
VAC-NR;HN;AUTRE;Vaccin prescrit non remboursé (voyage…);0;;;
APA;HN;AUTRE;Activité physique adaptée prescrite;0;;;
DENSITO-NR;HN;AUTRE;Ostéodensitométrie non remboursée;0;;;
AMNIO;HN;AUTRE;Amniocentèse ou péridurale;0;;;
NAISS;NAISS;AUTRE;Prime de naissance ou d'adoption;0;;;
OPT-ADAPT-A;OPT;LPP;Adaptation des verres par l'opticien;60;;;
HHFA016;ADC;CCAM;Appendicectomie par cœlioscopie (chirurgien);80;;;2012-01-01:28409
TV;TV;AUTRE;Télévision, frais annexes;0;;;
`

const RETENUES = ['PARTICIPATION', 'FRANCHISE_BOITE', 'FRANCHISE_ACTE', 'FRANCHISE_TRAJET'] as const

function lireLigne(ligne: string): readonly [string, Acte] {
  const [code, nature, nomenclature, libelle, taux, retenue, medecin, tarifs] = ligne.split(';')
  if (!code || !nature || !nomenclature || !libelle || tarifs === undefined)
    throw new Error(`acte illisible : ${ligne}`)
  return [
    code,
    {
      nature,
      nomenclature,
      libelle,
      taux: Number(taux),
      retenue: RETENUES.find((r) => r === retenue) ?? null,
      medecin: medecin === 'médecin',
      tarifs: tarifs
        .split(' ')
        .filter((t) => t !== '')
        .map((t) => [t.slice(0, 10), Number(t.slice(11))] as const),
    },
  ]
}

const actes: ReadonlyMap<string, Acte> = new Map(TABLE.trim().split('\n').map(lireLigne))

/** @throws {Error} for a code that is not in the table. */
export function acte(code: string): Acte {
  const trouve = actes.get(code)
  if (trouve === undefined) throw new Error(`acte inconnu : ${code}`)
  return trouve
}

export const codesActes: readonly string[] = [...actes.keys()]
