import type { CodeLigne } from '@/lib/rules/remboursement/lignes'
import type { LigneTable, Piece } from '@/lib/rules/remboursement/table'

const FACTURE: readonly Piece[] = ['FACTURE']
const FACTURE_ET_ORDONNANCE: readonly Piece[] = ['FACTURE', 'ORDONNANCE']

/** Les rangées des tableaux : libellé, source, pièces et conditions ; chaque tableau y met ses cases. */
export const rangees = {
  'honoraires-medicaux.dptam': {
    ligne: 'honoraires-medicaux.dptam',
    libelle: 'Honoraires médicaux, médecin adhérent au DPTAM',
    source: 598,
    pieces: FACTURE,
  },
  'honoraires-medicaux.non-dptam': {
    ligne: 'honoraires-medicaux.non-dptam',
    libelle: 'Honoraires médicaux, médecin non adhérent au DPTAM',
    source: 598,
    pieces: FACTURE,
  },
  'analyses-laboratoire': {
    ligne: 'analyses-laboratoire',
    libelle: 'Analyses et examens de laboratoire',
    source: 598,
  },
  'imagerie.dptam': {
    ligne: 'imagerie.dptam',
    libelle: 'Radiologie, imagerie et actes techniques, médecin adhérent au DPTAM',
    source: 598,
    pieces: FACTURE,
  },
  'imagerie.non-dptam': {
    ligne: 'imagerie.non-dptam',
    libelle: 'Radiologie, imagerie et actes techniques, médecin non adhérent au DPTAM',
    source: 598,
    pieces: FACTURE,
  },
  'appareillage.materiel-medical': {
    ligne: 'appareillage.materiel-medical',
    libelle: 'Matériel médical : orthopédie, petit et grand appareillage',
    source: 598,
  },
  'appareillage.forfait': {
    ligne: 'appareillage.forfait',
    libelle: '+ forfait orthopédique, petit et grand appareillage',
    source: 598,
    pieces: FACTURE,
  },
  'honoraires-paramedicaux': {
    ligne: 'honoraires-paramedicaux',
    libelle: 'Honoraires paramédicaux',
    source: 598,
  },
  'psychologues-monpsy': {
    ligne: 'psychologues-monpsy',
    libelle: 'Psychologues (Mon soutien psy)',
    source: 598,
  },
  'pharmacie.remboursee': {
    ligne: 'pharmacie.remboursee',
    libelle: "Médicaments pris en charge par l'AMO",
    source: 598,
  },
  'optique.equipement-100-sante': {
    ligne: 'optique.equipement-100-sante',
    libelle: 'Équipement 100 % Santé (monture et verres de classe A)',
    source: 598,
  },
  'optique.monture': {
    ligne: 'optique.monture',
    libelle: 'Forfait monture (classe B)',
    source: 598,
    pieces: FACTURE_ET_ORDONNANCE,
  },
  'optique.verre-simple': {
    ligne: 'optique.verre-simple',
    libelle: 'Forfait verre simple, par verre (classe B)',
    source: 598,
    pieces: FACTURE_ET_ORDONNANCE,
  },
  'optique.verre-complexe': {
    ligne: 'optique.verre-complexe',
    libelle: 'Forfait verre complexe, par verre (classe B)',
    source: 598,
    pieces: FACTURE_ET_ORDONNANCE,
  },
  'optique.verre-tres-complexe': {
    ligne: 'optique.verre-tres-complexe',
    libelle: 'Forfait verre très complexe, par verre (classe B)',
    source: 598,
    pieces: FACTURE_ET_ORDONNANCE,
  },
  'optique.lentilles.remboursees': {
    ligne: 'optique.lentilles.remboursees',
    libelle: "Lentilles prises en charge par l'AMO",
    source: 598,
  },
  'optique.lentilles.forfait': {
    ligne: 'optique.lentilles.forfait',
    libelle: "+ forfait lentilles, prises en charge ou non par l'AMO",
    source: 598,
    pieces: FACTURE_ET_ORDONNANCE,
  },
  'optique.chirurgie-refractive': {
    ligne: 'optique.chirurgie-refractive',
    libelle: 'Chirurgie réfractive, par œil et par an',
    source: 598,
    pieces: FACTURE,
  },
  'dentaire.100-sante': {
    ligne: 'dentaire.100-sante',
    libelle: 'Soins et prothèses dentaires 100 % Santé',
    source: 598,
  },
  'dentaire.soins': {
    ligne: 'dentaire.soins',
    libelle: 'Soins dentaires, inlays et onlays',
    source: 598,
    pieces: FACTURE,
  },
  'dentaire.prothese': {
    ligne: 'dentaire.prothese',
    libelle: 'Autres prothèses dentaires, tarifs maîtrisés et libres',
    source: 598,
    pieces: FACTURE,
  },
  'dentaire.orthodontie.remboursee': {
    ligne: 'dentaire.orthodontie.remboursee',
    libelle: "Orthodontie prise en charge par l'AMO",
    source: 598,
    pieces: FACTURE,
  },
  'dentaire.actes-non-rembourses': {
    ligne: 'dentaire.actes-non-rembourses',
    libelle: 'Implantologie, parodontologie',
    source: 598,
    pieces: FACTURE,
  },
  'audio.100-sante': {
    ligne: 'audio.100-sante',
    libelle: 'Aides auditives 100 % Santé (classe I)',
    source: 598,
  },
  'audio.classe2': {
    ligne: 'audio.classe2',
    libelle: 'Autres aides auditives (classe II, tarif libre)',
    source: 598,
  },
  'hospitalisation.frais-sejour': {
    ligne: 'hospitalisation.frais-sejour',
    libelle: 'Frais de séjour, établissements conventionnés',
    source: 598,
    pieces: FACTURE,
  },
  'hospitalisation.honoraires.dptam': {
    ligne: 'hospitalisation.honoraires.dptam',
    libelle: 'Honoraires médicaux et chirurgicaux, médecin adhérent au DPTAM',
    source: 598,
    pieces: FACTURE,
  },
  'hospitalisation.honoraires.non-dptam': {
    ligne: 'hospitalisation.honoraires.non-dptam',
    libelle: 'Honoraires médicaux et chirurgicaux, médecin non adhérent au DPTAM',
    source: 598,
    pieces: FACTURE,
  },
  'hospitalisation.forfait-journalier': {
    ligne: 'hospitalisation.forfait-journalier',
    libelle: 'Forfait journalier hospitalier',
    source: 598,
  },
  'hospitalisation.participation-forfaitaire': {
    ligne: 'hospitalisation.participation-forfaitaire',
    libelle: 'Participation pour actes lourds et forfait patient urgences',
    source: 598,
  },
  'hospitalisation.accompagnement': {
    ligne: 'hospitalisation.accompagnement',
    libelle: 'Accompagnement, douze jours par an',
    source: 598,
    pieces: FACTURE,
  },
  'hospitalisation.chambre-particuliere.nuitee': {
    ligne: 'hospitalisation.chambre-particuliere.nuitee',
    libelle: 'Chambre particulière avec nuitée',
    source: 598,
  },
  'hospitalisation.transport': {
    ligne: 'hospitalisation.transport',
    libelle: "Frais de transport pris en charge par l'AMO",
    source: 598,
  },
  'cure.soins': {
    ligne: 'cure.soins',
    libelle: 'Cure thermale : soins',
    source: 598,
  },
  'cure.hebergement-transport': {
    ligne: 'cure.hebergement-transport',
    libelle: 'Cure thermale : forfait hébergement et transport, une fois par an',
    source: 598,
    pieces: FACTURE,
  },
  'bien-etre.medecines-douces': {
    ligne: 'bien-etre.medecines-douces',
    libelle: 'Médecines douces, trois séances par an',
    source: 598,
    pieces: FACTURE,
    conditions: { seancesParAn: 3 },
  },
  'prevention.contrat-responsable': {
    ligne: 'prevention.contrat-responsable',
    libelle: 'Actes de prévention du contrat responsable',
    source: 598,
  },
  'prevention.vaccins': {
    ligne: 'prevention.vaccins',
    libelle: "Vaccins pris en charge par l'AMO et antigrippe",
    source: 598,
  },
  'prevention.vaccins-non-rembourses': {
    ligne: 'prevention.vaccins-non-rembourses',
    libelle: 'Vaccins prescrits non remboursés',
    source: 598,
    pieces: FACTURE_ET_ORDONNANCE,
  },
  'prevention.densitometrie': {
    ligne: 'prevention.densitometrie',
    libelle: 'Densitométrie osseuse, une fois par an',
    source: 598,
    pieces: FACTURE,
  },
  'prevention.sevrage-tabagique': {
    ligne: 'prevention.sevrage-tabagique',
    libelle: 'Sevrage tabagique',
    source: 598,
    pieces: FACTURE_ET_ORDONNANCE,
  },
  'contraception.forfait': {
    ligne: 'contraception.forfait',
    libelle: 'Contraception de 3e et 4e génération et patch',
    source: 598,
    pieces: FACTURE_ET_ORDONNANCE,
  },
  'audio.classe2.forfait': {
    ligne: 'audio.classe2.forfait',
    libelle: '+ forfait aides auditives de classe II, par période de 4 ans',
    source: 598,
    pieces: FACTURE,
  },
} satisfies Partial<Record<CodeLigne, Omit<LigneTable, 'cases'>>>
