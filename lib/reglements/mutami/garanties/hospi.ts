import { dateCivile } from '@/lib/rules/date/date-civile'
import {
  forfaitNuit,
  forfaitsJour,
  fraisReels,
  ILLIMITE,
  INCLUS,
  NON_GARANTI,
  PRIS_EN_CHARGE,
  partout,
  pourcentages,
} from '@/lib/rules/remboursement/garantie'
import type { TableGaranties } from '@/lib/rules/remboursement/table'
import { notes } from './notes'
import { FACTURE } from './pieces'

/** Annexe 2, gamme Hospi (hospitalisation), l. 1893 à 1928. */
export const hospi: TableGaranties = {
  gamme: 'hospi',
  libelle: 'Hospi (hospitalisation)',
  article: 'mutami/annexe-2-hospi',
  formules: [
    { id: 'hospi', libelle: 'Hospi' },
    { id: 'hospi-cp', libelle: 'Hospi CP' },
  ],
  applicableDu: dateCivile('2023-01-01'),
  responsable: false,
  totalAvecAmo: true,
  regimeLocal: false,
  attente: null,
  horsParcours: 'DEPASSEMENT_AUTORISE',
  majorationOptique: null,
  demonstration: false,
  notes: notes.hospi,
  lignes: [
    {
      ligne: 'hospitalisation.frais-sejour',
      libelle: 'Frais de séjour, établissements conventionnés',
      source: 1897,
      cases: pourcentages(100, 100),
      pieces: FACTURE,
    },
    {
      ligne: 'hospitalisation.honoraires.dptam',
      libelle: 'Honoraires médicaux et chirurgicaux, médecin adhérent au DPTAM',
      source: 1898,
      cases: pourcentages(140, 140),
      pieces: FACTURE,
    },
    {
      ligne: 'hospitalisation.honoraires.non-dptam',
      libelle: 'Honoraires médicaux et chirurgicaux, médecin non adhérent au DPTAM',
      source: 1899,
      cases: pourcentages(140, 140),
      pieces: FACTURE,
      lectures: [
        {
          rang: null,
          imprime: '140% 140%',
          lu: '140 %, comme un médecin adhérent au DPTAM',
          raison: 'aucun écart de 20 points : la gamme n’est pas un contrat responsable',
          confiance: 'medium',
        },
      ],
    },
    {
      ligne: 'hospitalisation.forfait-journalier',
      libelle: 'Forfait journalier hospitalier',
      source: 1900,
      cases: partout(2, ILLIMITE),
      conditions: { joursSpecialise: 30 },
    },
    {
      ligne: 'hospitalisation.participation-forfaitaire',
      libelle: 'Participation pour actes lourds et forfait patient urgences',
      source: 1901,
      cases: partout(2, PRIS_EN_CHARGE),
    },
    {
      ligne: 'hospitalisation.accompagnement',
      libelle: 'Accompagnement des moins de 16 ans et des plus de 70 ans',
      source: 1902,
      cases: [fraisReels(30), fraisReels(30)],
      pieces: FACTURE,
      conditions: { ages: { moinsDe: 16, plusDe: 70 }, joursSpecialise: 0 },
    },
    {
      ligne: 'hospitalisation.chambre-particuliere.nuitee',
      libelle: 'Chambre particulière avec nuitée',
      source: 1903,
      cases: [NON_GARANTI, forfaitNuit(55)],
      conditions: { joursSpecialise: 30, joursMaternite: 30 },
    },
    {
      ligne: 'hospitalisation.chambre-particuliere.sans-nuitee',
      libelle: 'Chambre particulière sans nuitée',
      source: 1904,
      cases: forfaitsJour(null, 20),
      conditions: { joursSpecialise: 30, joursMaternite: 30 },
    },
    {
      ligne: 'hospitalisation.transport',
      libelle: "Frais de transport pris en charge par l'AMO",
      source: 1905,
      cases: pourcentages(100, 100),
    },
    {
      ligne: 'services.assistance',
      libelle: 'Assistance',
      source: 1922,
      cases: partout(2, INCLUS),
    },
    {
      ligne: 'services.teleconsultation',
      libelle: 'Téléconsultation',
      source: 1923,
      cases: partout(2, INCLUS),
    },
    {
      ligne: 'services.nutrition-smartdiet',
      libelle: 'Parcours nutrition santé',
      source: 1924,
      cases: partout(2, INCLUS),
    },
    {
      ligne: 'services.protection-juridique',
      libelle: 'Protection juridique santé',
      source: 1925,
      cases: partout(2, INCLUS),
    },
    {
      ligne: 'services.protection-juridique.information',
      libelle: 'Information juridique par téléphone',
      source: 1926,
      cases: partout(2, INCLUS),
    },
    {
      ligne: 'services.protection-juridique.recours',
      libelle: 'Protection juridique : recours médical, paramédical et pharmaceutique',
      source: 1927,
      cases: partout(2, INCLUS),
    },
    {
      ligne: 'services.deuxieme-avis',
      libelle: 'Deuxième avis médical',
      source: 1928,
      cases: partout(2, INCLUS),
    },
  ],
}
