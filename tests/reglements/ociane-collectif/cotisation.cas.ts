import type { Cas } from '../../support/cas'

/** Cotiser (art. 5-1, 5-1-1, 5-1-2, 5-2) : un tarif par rôle ou un pourcentage du plafond, les mois entamés par jours. */
const TARIF = { mensuel: { ADHERENT: '40.00', CONJOINT: '45.00', ENFANT: '25.00' } }
const SALARIE = { role: 'ADHERENT', dateNaissance: '1988-06-15' }
const CONJOINT = { role: 'CONJOINT', dateNaissance: '1990-06-15' }
const ENFANT = { role: 'ENFANT', dateNaissance: '2015-06-15' }
const ligne = (role: string, mensuelle: string, age: number) => ({ role, mensuelle, age, gratuit: false })
const contrat = (beneficiaires: readonly Record<string, unknown>[], plus: Record<string, unknown> = {}) => ({
  annee: 2025,
  formule: 'panier-ani',
  tarif: TARIF,
  beneficiaires,
  ...plus,
})

export const cas: readonly Cas[] = [
  {
    nom: 'Le salarié seul : 40,00 € par mois, appelés entiers à l’employeur',
    question: 'cotisation',
    faits: contrat([SALARIE]),
    attendu: {
      mensuelle: '40.00',
      annuelle: '480.00',
      lignes: [ligne('ADHERENT', '40.00', 37)],
      fractions: [{ echeance: '2025-01-01', montant: '480.00' }],
      appels: [{ debiteur: 'EMPLOYEUR', mensuelle: '40.00' }],
    },
    articles: ['art. 5-1', 'art. 5-1-1'],
  },
  {
    nom: 'Sa famille, facultative, est appelée au salarié : 45 + 25 + 25 = 95,00 €, sans gratuité',
    question: 'cotisation',
    faits: contrat([SALARIE, CONJOINT, ENFANT, { ...ENFANT, dateNaissance: '2018-06-15' }]),
    attendu: {
      mensuelle: '135.00',
      annuelle: '1620.00',
      lignes: [
        ligne('ADHERENT', '40.00', 37),
        ligne('CONJOINT', '45.00', 35),
        ligne('ENFANT', '25.00', 10),
        ligne('ENFANT', '25.00', 7),
      ],
      fractions: [{ echeance: '2025-01-01', montant: '1620.00' }],
      appels: [
        { debiteur: 'EMPLOYEUR', mensuelle: '40.00' },
        { debiteur: 'SALARIE', mensuelle: '95.00' },
      ],
    },
    articles: ['art. 5-1', 'art. 5-1-1', 'art. 5-1-2'],
  },
  {
    nom: 'L’option, facultative, est appelée au salarié',
    question: 'cotisation',
    faits: contrat([SALARIE], { formule: 'option-1' }),
    attendu: {
      mensuelle: '40.00',
      annuelle: '480.00',
      lignes: [ligne('ADHERENT', '40.00', 37)],
      fractions: [{ echeance: '2025-01-01', montant: '480.00' }],
      appels: [{ debiteur: 'SALARIE', mensuelle: '40.00' }],
    },
    articles: ['art. 5-1', 'art. 5-1-2'],
  },
  {
    nom: 'L’employeur paie 25,00 € de la cotisation de son salarié, qui en paie 15,00 ; le tout reste appelé à l’employeur',
    question: 'cotisation',
    faits: contrat([SALARIE], { participationEmployeur: '25.00' }),
    attendu: {
      mensuelle: '40.00',
      annuelle: '480.00',
      lignes: [ligne('ADHERENT', '40.00', 37)],
      fractions: [{ echeance: '2025-01-01', montant: '480.00' }],
      partEmployeur: '25.00',
      partAdherent: '15.00',
      appels: [{ debiteur: 'EMPLOYEUR', mensuelle: '40.00' }],
    },
    articles: ['art. 5-1', 'art. 5-1-1'],
  },
  {
    nom: '1,25 % du plafond de 2025 : 3 925 × 1,25 % = 49,0625 → 49,06 €',
    question: 'cotisation',
    faits: contrat([SALARIE], { tarif: { pourcentagePmss: 1.25 } }),
    attendu: {
      mensuelle: '49.06',
      annuelle: '588.72',
      lignes: [ligne('ADHERENT', '49.06', 37)],
      fractions: [{ echeance: '2025-01-01', montant: '588.72' }],
      appels: [{ debiteur: 'EMPLOYEUR', mensuelle: '49.06' }],
    },
    articles: ['art. 5-2', 'art. 5-1', 'art. 5-1-1'],
  },
  {
    nom: 'Le plafond de 2026 la fait monter : 4 005 × 1,25 % = 50,0625 → 50,06 €',
    question: 'cotisation',
    faits: contrat([SALARIE], { annee: 2026, tarif: { pourcentagePmss: 1.25 } }),
    attendu: {
      mensuelle: '50.06',
      annuelle: '600.72',
      lignes: [ligne('ADHERENT', '50.06', 38)],
      fractions: [{ echeance: '2026-01-01', montant: '600.72' }],
      appels: [{ debiteur: 'EMPLOYEUR', mensuelle: '50.06' }],
    },
    articles: ['art. 5-2', 'art. 5-1', 'art. 5-1-1'],
  },
  {
    nom: 'Le plafond de 2027 n’est pas connu',
    question: 'cotisation',
    faits: contrat([SALARIE], { annee: 2027, tarif: { pourcentagePmss: 1.25 } }),
    erreur: 'HORS_PERIODE',
  },
  {
    nom: 'En euros, 2027 se calcule',
    question: 'cotisation',
    faits: contrat([SALARIE], { annee: 2027 }),
    attendu: {
      mensuelle: '40.00',
      annuelle: '480.00',
      lignes: [ligne('ADHERENT', '40.00', 39)],
      fractions: [{ echeance: '2027-01-01', montant: '480.00' }],
      appels: [{ debiteur: 'EMPLOYEUR', mensuelle: '40.00' }],
    },
    articles: ['art. 5-1', 'art. 5-1-1'],
  },
  {
    nom: 'Embauché le 15 février : 14 jours sur 28, 20,00 €, puis dix mois : 420,00 €',
    question: 'cotisation',
    faits: contrat([SALARIE], { dateEffet: '2025-02-15', periodicite: 'TRIMESTRIELLE' }),
    attendu: {
      mensuelle: '40.00',
      annuelle: '480.00',
      lignes: [ligne('ADHERENT', '40.00', 37)],
      premiereAnnee: '420.00',
      fractions: [
        { echeance: '2025-02-15', montant: '60.00' },
        { echeance: '2025-04-01', montant: '120.00' },
        { echeance: '2025-07-01', montant: '120.00' },
        { echeance: '2025-10-01', montant: '120.00' },
      ],
      appels: [{ debiteur: 'EMPLOYEUR', mensuelle: '40.00' }],
    },
    articles: ['art. 5-1', 'art. 5-1-1'],
  },
  {
    nom: 'Embauché le 16 juillet : 49,06 × 16 / 31 = 25,3213 → 25,32 €, puis cinq mois : 270,62 €',
    question: 'cotisation',
    faits: contrat([SALARIE], {
      tarif: { pourcentagePmss: 1.25 },
      dateEffet: '2025-07-16',
      periodicite: 'SEMESTRIELLE',
    }),
    attendu: {
      mensuelle: '49.06',
      annuelle: '588.72',
      lignes: [ligne('ADHERENT', '49.06', 37)],
      premiereAnnee: '270.62',
      fractions: [{ echeance: '2025-07-16', montant: '270.62' }],
      appels: [{ debiteur: 'EMPLOYEUR', mensuelle: '49.06' }],
    },
    articles: ['art. 5-2', 'art. 5-1', 'art. 5-1-1'],
  },
  {
    nom: 'Un enfant né le 20 mars : mars fait 40 − 40 × 12 / 31 = 24,52, puis 65 × 12 / 31 = 25,16 €',
    question: 'cotisation',
    faits: contrat([SALARIE, { ...ENFANT, dateNaissance: '2025-03-20' }], { periodicite: 'TRIMESTRIELLE' }),
    attendu: {
      mensuelle: '65.00',
      annuelle: '780.00',
      lignes: [ligne('ADHERENT', '40.00', 37), ligne('ENFANT', '25.00', 0)],
      fractions: [
        { echeance: '2025-01-01', montant: '129.68' },
        { echeance: '2025-04-01', montant: '195.00' },
        { echeance: '2025-07-01', montant: '195.00' },
        { echeance: '2025-10-01', montant: '195.00' },
      ],
      appels: [
        { debiteur: 'EMPLOYEUR', mensuelle: '40.00' },
        { debiteur: 'SALARIE', mensuelle: '25.00' },
      ],
    },
    articles: ['art. 5-1', 'art. 5-1-1', 'art. 5-1-2'],
  },
  {
    nom: 'Le tarif d’un rôle présent ne peut manquer',
    question: 'cotisation',
    faits: contrat([SALARIE, CONJOINT], { tarif: { mensuel: { ADHERENT: '40.00' } } }),
    erreur: 'FAIT_INVALIDE',
    chemin: 'tarif.mensuel.CONJOINT',
  },
  {
    nom: 'Un montant et un pourcentage à la fois : contradictoire',
    question: 'cotisation',
    faits: contrat([SALARIE], { tarif: { ...TARIF, pourcentagePmss: 1.25 } }),
    erreur: 'FAIT_INVALIDE',
    chemin: 'tarif.pourcentagePmss',
  },
]
