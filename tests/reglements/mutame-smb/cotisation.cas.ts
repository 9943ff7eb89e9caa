import type { Cas } from '../../support/cas'

/**
 * Cotiser (art. 11 à 15). Les nombres intermédiaires sont dans les titres ou à côté : hausses composées depuis 25 ans,
 * sans arrondi avant la ligne.
 */
const adherent = (dateNaissance: string) => ({ role: 'ADHERENT', dateNaissance })
const conjoint = (dateNaissance: string, aCharge?: boolean) => ({ role: 'CONJOINT', dateNaissance, aCharge })
const enfant = (dateNaissance: string, aCharge?: boolean) => ({ role: 'ENFANT', dateNaissance, aCharge })
const ligne = (role: string, mensuelle: string, age: number, gratuit = false) => ({
  role,
  mensuelle,
  age,
  gratuit,
})
/** Sans périodicité, l'année est appelée d'un coup le 1er janvier. */
const dUnCoup = (montant: string, an = 2025) => [{ echeance: `${an}-01-01`, montant }]

const seul = (formule: string, base: string, naissance: string, plus: Record<string, unknown> = {}) => ({
  annee: 2025,
  formule,
  tarif: { base },
  beneficiaires: [adherent(naissance)],
  ...plus,
})

const A_DEUX_COLONNES = { annee: 2025, formule: 'modulaire-1-2-2' }

export const cas: readonly Cas[] = [
  {
    nom: 'À 24 ans dans l’année, le tarif de base : 30,00 €, soit 360,00 € par an',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '2001-01-01'),
    attendu: {
      mensuelle: '30.00',
      annuelle: '360.00',
      lignes: [ligne('ADHERENT', '30.00', 24)],
      fractions: dUnCoup('360.00'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'Né un 31 décembre, on a déjà 25 ans toute l’année : 30 × 1,035 = 31,05 €',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '2000-12-31'),
    attendu: {
      mensuelle: '31.05',
      annuelle: '372.60',
      lignes: [ligne('ADHERENT', '31.05', 25)],
      fractions: dUnCoup('372.60'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'Dans l’autre colonne, 25 ans font 2 % : 40 × 1,02 = 40,80 €',
    question: 'cotisation',
    faits: seul('mutame-2', '40.00', '2000-05-05'),
    attendu: {
      mensuelle: '40.80',
      annuelle: '489.60',
      lignes: [ligne('ADHERENT', '40.80', 25)],
      fractions: dUnCoup('489.60'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'À 26 ans les hausses se composent : 30 × 1,035² = 32,13675 → 32,14 €',
    question: 'cotisation',
    faits: seul('mutame-eco', '30.00', '1999-07-01'),
    attendu: {
      mensuelle: '32.14',
      annuelle: '385.68',
      lignes: [ligne('ADHERENT', '32.14', 26)],
      fractions: dUnCoup('385.68'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'À 40 ans, seize hausses de 3,5 % : 30 × 1,035¹⁶ = 52,0196 → 52,02 €',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1985-07-01'),
    attendu: {
      mensuelle: '52.02',
      annuelle: '624.24',
      lignes: [ligne('ADHERENT', '52.02', 40)],
      fractions: dUnCoup('624.24'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'À 41 ans la bande change : 52,0196 × 1,04 = 54,1004 → 54,10 €',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1984-07-01'),
    attendu: {
      mensuelle: '54.10',
      annuelle: '649.20',
      lignes: [ligne('ADHERENT', '54.10', 41)],
      fractions: dUnCoup('649.20'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'À 50 ans : 52,0196 × 1,04¹⁰ = 77,0017 → 77,00 €',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1975-07-01'),
    attendu: {
      mensuelle: '77.00',
      annuelle: '924.00',
      lignes: [ligne('ADHERENT', '77.00', 50)],
      fractions: dUnCoup('924.00'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'À 55 ans dans la colonne de Mutame 3 : 40 × 1,02¹⁶ × 1,025¹⁵ = 79,5281 → 79,53 €',
    question: 'cotisation',
    faits: seul('mutame-3-depassements', '40.00', '1970-07-01'),
    attendu: {
      mensuelle: '79.53',
      annuelle: '954.36',
      lignes: [ligne('ADHERENT', '79.53', 55)],
      fractions: dUnCoup('954.36'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'À 60 ans : 87,1203 × 1,01⁵ = 91,5644 → 91,56 €',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1965-07-01'),
    attendu: {
      mensuelle: '91.56',
      annuelle: '1098.72',
      lignes: [ligne('ADHERENT', '91.56', 60)],
      fractions: dUnCoup('1098.72'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'Après 65 ans plus rien n’augmente : 80 ans paient 96,2351 → 96,24 €, comme 65',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1945-07-01'),
    attendu: {
      mensuelle: '96.24',
      annuelle: '1154.88',
      lignes: [ligne('ADHERENT', '96.24', 80)],
      fractions: dUnCoup('1154.88'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'Le conjoint qui n’est pas à charge paie son propre âge : 52,02 + 31,05 = 83,07 €',
    question: 'cotisation',
    faits: {
      annee: 2025,
      formule: 'mutame-1',
      tarif: { base: '30.00' },
      beneficiaires: [adherent('1985-07-01'), conjoint('2000-03-01')],
    },
    attendu: {
      mensuelle: '83.07',
      annuelle: '996.84',
      lignes: [ligne('ADHERENT', '52.02', 40), ligne('CONJOINT', '31.05', 25)],
      fractions: dUnCoup('996.84'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'À charge, il paie 75 % du tarif non arrondi : 34,69706 × 0,75 = 26,0228 → 26,02 € (et non 34,70 × 0,75 = 26,03)',
    question: 'cotisation',
    faits: {
      annee: 2025,
      formule: 'mutame-1',
      tarif: { base: '20.01' },
      beneficiaires: [adherent('1985-07-01'), conjoint('1960-03-01', true)],
    },
    attendu: {
      mensuelle: '60.72',
      annuelle: '728.64',
      lignes: [ligne('ADHERENT', '34.70', 40), ligne('CONJOINT', '26.02', 65)],
      fractions: dUnCoup('728.64'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'Quatre enfants en Mutame 1, donnés dans le désordre : 30, 15, puis gratuits pour les deux plus jeunes',
    question: 'cotisation',
    faits: {
      annee: 2025,
      formule: 'mutame-1',
      tarif: { base: '30.00' },
      beneficiaires: [
        adherent('1985-07-01'),
        enfant('2018-01-01'),
        enfant('2012-01-01'),
        enfant('2020-01-01'),
        enfant('2014-01-01'),
      ],
    },
    attendu: {
      mensuelle: '97.02',
      annuelle: '1164.24',
      lignes: [
        ligne('ADHERENT', '52.02', 40),
        ligne('ENFANT', '0.00', 7, true),
        ligne('ENFANT', '30.00', 13),
        ligne('ENFANT', '0.00', 5, true),
        ligne('ENFANT', '15.00', 11),
      ],
      fractions: dUnCoup('1164.24'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'En Mutame 2 le deuxième enfant paie 40 % : 54,91 + 40,00 + 16,00 = 110,91 €',
    question: 'cotisation',
    faits: {
      annee: 2025,
      formule: 'mutame-2',
      tarif: { base: '40.00' },
      beneficiaires: [adherent('1985-07-01'), enfant('2012-01-01'), enfant('2014-01-01')],
    },
    attendu: {
      mensuelle: '110.91',
      annuelle: '1330.92',
      lignes: [ligne('ADHERENT', '54.91', 40), ligne('ENFANT', '40.00', 13), ligne('ENFANT', '16.00', 11)],
      fractions: dUnCoup('1330.92'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'L’année de ses 18 ans, l’enfant est encore à charge sans rien dire',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1985-07-01', {
      beneficiaires: [adherent('1985-07-01'), enfant('2007-02-01')],
    }),
    attendu: {
      mensuelle: '82.02',
      annuelle: '984.24',
      lignes: [ligne('ADHERENT', '52.02', 40), ligne('ENFANT', '30.00', 18)],
      fractions: dUnCoup('984.24'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'L’année de ses 19 ans, il faut dire s’il l’est',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1985-07-01', {
      beneficiaires: [adherent('1985-07-01'), enfant('2006-12-31')],
    }),
    erreur: 'FAIT_INVALIDE',
    chemin: 'beneficiaires.1.aCharge',
  },
  {
    nom: 'À 20 ans, à charge : le tarif du premier enfant',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1985-07-01', {
      beneficiaires: [adherent('1985-07-01'), enfant('2005-02-01', true)],
    }),
    attendu: {
      mensuelle: '82.02',
      annuelle: '984.24',
      lignes: [ligne('ADHERENT', '52.02', 40), ligne('ENFANT', '30.00', 20)],
      fractions: dUnCoup('984.24'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'Un enfant qui n’est plus à charge n’est pas un ayant droit : il ne cotise pas ici',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1960-07-01', {
      beneficiaires: [adherent('1960-07-01'), enfant('1995-02-01')],
    }),
    erreur: 'FAIT_INVALIDE',
    chemin: 'beneficiaires.1.aCharge',
  },
  {
    nom: 'La moitié de vingt agents : minoration de 10 %, 52,0196 × 0,90 = 46,8176 → 46,82 €',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1985-07-01', { mutualisation: { effectif: 20, adherents: 10 } }),
    attendu: {
      mensuelle: '46.82',
      annuelle: '561.84',
      lignes: [ligne('ADHERENT', '46.82', 40)],
      fractions: dUnCoup('561.84'),
    },
    articles: ['art. 12', 'art. 13', 'art. 15'],
  },
  {
    nom: 'Les trois quarts : 15 %, sur toute la famille : 52,0196 × 0,85 = 44,2166 ; 30 × 0,85 = 25,50',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1985-07-01', {
      beneficiaires: [adherent('1985-07-01'), enfant('2012-01-01')],
      mutualisation: { effectif: 20, adherents: 15 },
    }),
    attendu: {
      mensuelle: '69.72',
      annuelle: '836.64',
      lignes: [ligne('ADHERENT', '44.22', 40), ligne('ENFANT', '25.50', 13)],
      fractions: dUnCoup('836.64'),
    },
    articles: ['art. 12', 'art. 13', 'art. 15'],
  },
  {
    nom: 'Neuf agents sur vingt : pas de minoration',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '2001-07-01', { mutualisation: { effectif: 20, adherents: 9 } }),
    attendu: {
      mensuelle: '30.00',
      annuelle: '360.00',
      lignes: [ligne('ADHERENT', '30.00', 24)],
      fractions: dUnCoup('360.00'),
    },
    articles: ['art. 12', 'art. 13', 'art. 15'],
  },
  {
    nom: '149 agents sur 200 (74,5 %) : encore 10 %, les bandes se touchent',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '2001-07-01', { mutualisation: { effectif: 200, adherents: 149 } }),
    attendu: {
      mensuelle: '27.00',
      annuelle: '324.00',
      lignes: [ligne('ADHERENT', '27.00', 24)],
      fractions: dUnCoup('324.00'),
    },
    articles: ['art. 12', 'art. 13', 'art. 15'],
  },
  {
    nom: 'À 300 agents, 45 % ne suffisent pas',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '2001-07-01', { mutualisation: { effectif: 300, adherents: 135 } }),
    attendu: {
      mensuelle: '30.00',
      annuelle: '360.00',
      lignes: [ligne('ADHERENT', '30.00', 24)],
      fractions: dUnCoup('360.00'),
    },
    articles: ['art. 12', 'art. 13', 'art. 15'],
  },
  {
    nom: 'À 400 agents, 45 % suffisent : 30 × 0,90 = 27,00 €',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '2001-07-01', { mutualisation: { effectif: 400, adherents: 180 } }),
    attendu: {
      mensuelle: '27.00',
      annuelle: '324.00',
      lignes: [ligne('ADHERENT', '27.00', 24)],
      fractions: dUnCoup('324.00'),
    },
    articles: ['art. 12', 'art. 13', 'art. 15'],
  },
  {
    nom: 'Dix agents dont sept (70 %) : rien, il en faut 75 % dans une petite collectivité',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '2001-07-01', { mutualisation: { effectif: 10, adherents: 7 } }),
    attendu: {
      mensuelle: '30.00',
      annuelle: '360.00',
      lignes: [ligne('ADHERENT', '30.00', 24)],
      fractions: dUnCoup('360.00'),
    },
    articles: ['art. 12', 'art. 13', 'art. 15'],
  },
  {
    nom: 'Quatre agents dont trois (75 %) : 15 %, soit 25,50 €',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '2001-07-01', { mutualisation: { effectif: 4, adherents: 3 } }),
    attendu: {
      mensuelle: '25.50',
      annuelle: '306.00',
      lignes: [ligne('ADHERENT', '25.50', 24)],
      fractions: dUnCoup('306.00'),
    },
    articles: ['art. 12', 'art. 13', 'art. 15'],
  },
  {
    nom: 'Un agent seul n’est pas une collectivité qui mutualise',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '2001-07-01', { mutualisation: { effectif: 1, adherents: 1 } }),
    attendu: {
      mensuelle: '30.00',
      annuelle: '360.00',
      lignes: [ligne('ADHERENT', '30.00', 24)],
      fractions: dUnCoup('360.00'),
    },
    articles: ['art. 12', 'art. 13', 'art. 15'],
  },
  {
    nom: 'Plus d’adhérents que d’agents : contradictoire',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '2001-07-01', { mutualisation: { effectif: 10, adherents: 11 } }),
    erreur: 'FAIT_INVALIDE',
    chemin: 'mutualisation.adherents',
  },
  {
    nom: 'Première adhésion au 1er mars : mars, avril et mai offerts, sept mois à 52,02 = 364,14 €',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1985-07-01', {
      dateEffet: '2025-03-01',
      primoAdhesion: true,
      periodicite: 'TRIMESTRIELLE',
    }),
    attendu: {
      mensuelle: '52.02',
      annuelle: '624.24',
      lignes: [ligne('ADHERENT', '52.02', 40)],
      premiereAnnee: '364.14',
      fractions: [
        { echeance: '2025-06-01', montant: '52.02' },
        { echeance: '2025-07-01', montant: '156.06' },
        { echeance: '2025-10-01', montant: '156.06' },
      ],
      exonerations: [{ du: '2025-03-01', au: '2025-05-31', motif: 'PRIMO_ADHESION' }],
    },
    articles: ['art. 12', 'art. 14', 'art. 11', 'art. 15'],
  },
  {
    nom: 'Sans première adhésion, les dix mois sont dus : 520,20 €, en deux semestres de 208,08 et 312,12',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1985-07-01', { dateEffet: '2025-03-01', periodicite: 'SEMESTRIELLE' }),
    attendu: {
      mensuelle: '52.02',
      annuelle: '624.24',
      lignes: [ligne('ADHERENT', '52.02', 40)],
      premiereAnnee: '520.20',
      fractions: [
        { echeance: '2025-03-01', montant: '208.08' },
        { echeance: '2025-07-01', montant: '312.12' },
      ],
    },
    articles: ['art. 12', 'art. 11', 'art. 15'],
  },
  {
    nom: 'Première adhésion au 1er novembre : rien n’est dû cette année-là',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1985-07-01', { dateEffet: '2025-11-01', primoAdhesion: true }),
    attendu: {
      mensuelle: '52.02',
      annuelle: '624.24',
      lignes: [ligne('ADHERENT', '52.02', 40)],
      premiereAnnee: '0.00',
      fractions: [],
      exonerations: [{ du: '2025-11-01', au: '2026-01-31', motif: 'PRIMO_ADHESION' }],
    },
    articles: ['art. 12', 'art. 14', 'art. 11', 'art. 15'],
  },
  {
    nom: 'L’année d’après, janvier est encore offert : onze mois à 54,10 = 595,10 €',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1985-07-01', {
      annee: 2026,
      dateEffet: '2025-11-01',
      primoAdhesion: true,
    }),
    attendu: {
      mensuelle: '54.10',
      annuelle: '649.20',
      lignes: [ligne('ADHERENT', '54.10', 41)],
      fractions: [{ echeance: '2026-02-01', montant: '595.10' }],
      exonerations: [{ du: '2025-11-01', au: '2026-01-31', motif: 'PRIMO_ADHESION' }],
    },
    articles: ['art. 12', 'art. 14', 'art. 15'],
  },
  {
    nom: 'Commencée un 2 octobre, l’exonération couvre encore le 1er janvier : 30 × 30 / 31 = 29,03, puis 330,00 €',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '2001-07-01', { dateEffet: '2024-10-02', primoAdhesion: true }),
    attendu: {
      mensuelle: '30.00',
      annuelle: '360.00',
      lignes: [ligne('ADHERENT', '30.00', 24)],
      fractions: [{ echeance: '2025-01-02', montant: '359.03' }],
      exonerations: [{ du: '2024-10-02', au: '2025-01-01', motif: 'PRIMO_ADHESION' }],
    },
    articles: ['art. 12', 'art. 14', 'art. 15'],
  },
  {
    nom: 'Une première adhésion sans date d’effet ne dit pas quels mois sont offerts',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1985-07-01', { primoAdhesion: true }),
    erreur: 'FAIT_INVALIDE',
    chemin: 'dateEffet',
  },
  {
    nom: 'Né le 10 mars, l’enfant est exonéré jusqu’au 31 août : 12 × 52,02 + 4 × 30,00 = 744,24 €',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1985-07-01', {
      beneficiaires: [adherent('1985-07-01'), enfant('2025-03-10')],
      periodicite: 'SEMESTRIELLE',
    }),
    attendu: {
      mensuelle: '82.02',
      annuelle: '984.24',
      lignes: [ligne('ADHERENT', '52.02', 40), ligne('ENFANT', '30.00', 0)],
      fractions: [
        { echeance: '2025-01-01', montant: '312.12' },
        { echeance: '2025-07-01', montant: '432.12' },
      ],
      exonerations: [{ du: '2025-03-10', au: '2025-08-31', motif: 'NAISSANCE' }],
    },
    articles: ['art. 12', 'art. 14', 'art. 15'],
  },
  {
    nom: 'Né en octobre, il est exonéré jusqu’en mars de l’année suivante : 12 × 30 + 9 × 30 = 630,00 €',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '2002-07-01', {
      beneficiaires: [adherent('2002-07-01'), enfant('2024-10-20')],
    }),
    attendu: {
      mensuelle: '60.00',
      annuelle: '720.00',
      lignes: [ligne('ADHERENT', '30.00', 23), ligne('ENFANT', '30.00', 1)],
      fractions: [{ echeance: '2025-01-01', montant: '630.00' }],
      exonerations: [{ du: '2024-10-20', au: '2025-03-31', motif: 'NAISSANCE' }],
    },
    articles: ['art. 12', 'art. 14', 'art. 15'],
  },
  {
    nom: 'Né avant l’adhésion, il entre avec ses parents : pas d’exonération de naissance',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '2002-07-01', {
      beneficiaires: [adherent('2002-07-01'), enfant('2025-04-20')],
      dateEffet: '2025-06-01',
    }),
    attendu: {
      mensuelle: '60.00',
      annuelle: '720.00',
      lignes: [ligne('ADHERENT', '30.00', 23), ligne('ENFANT', '30.00', 0)],
      premiereAnnee: '420.00',
      fractions: [{ echeance: '2025-06-01', montant: '420.00' }],
    },
    articles: ['art. 12', 'art. 11', 'art. 15'],
  },
  {
    nom: 'Né le jour même de l’effet, il naît pendant l’adhésion : 7 × 30 + 1 × 30 = 240,00 €',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '2002-07-01', {
      beneficiaires: [adherent('2002-07-01'), enfant('2025-06-01')],
      dateEffet: '2025-06-01',
    }),
    attendu: {
      mensuelle: '60.00',
      annuelle: '720.00',
      lignes: [ligne('ADHERENT', '30.00', 23), ligne('ENFANT', '30.00', 0)],
      premiereAnnee: '240.00',
      fractions: [{ echeance: '2025-06-01', montant: '240.00' }],
      exonerations: [{ du: '2025-06-01', au: '2025-11-30', motif: 'NAISSANCE' }],
    },
    articles: ['art. 12', 'art. 14', 'art. 11', 'art. 15'],
  },
  {
    nom: 'Né en troisième, il est déjà gratuit : pas d’exonération à donner',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '2001-07-01', {
      beneficiaires: [
        adherent('2001-07-01'),
        enfant('2021-01-01'),
        enfant('2023-01-01'),
        enfant('2025-03-10'),
      ],
    }),
    attendu: {
      mensuelle: '75.00',
      annuelle: '900.00',
      lignes: [
        ligne('ADHERENT', '30.00', 24),
        ligne('ENFANT', '30.00', 4),
        ligne('ENFANT', '15.00', 2),
        ligne('ENFANT', '0.00', 0, true),
      ],
      fractions: dUnCoup('900.00'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'L’année de ses 25 ans, il peut encore être à charge : il faut le dire',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1970-07-01', {
      beneficiaires: [adherent('1970-07-01'), enfant('2000-12-31')],
    }),
    erreur: 'FAIT_INVALIDE',
    chemin: 'beneficiaires.1.aCharge',
  },
  {
    nom: 'Quatre années non cotisées après 30 ans : 52,0196 × 1,08 = 56,1811 → 56,18 €',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1985-07-01', { anneesNonCotisees: 4 }),
    attendu: {
      mensuelle: '56.18',
      annuelle: '674.16',
      lignes: [ligne('ADHERENT', '56.18', 40)],
      fractions: dUnCoup('674.16'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'Minoration et majoration se composent avant l’arrondi : 52,0196 × 0,90 × 1,08 = 50,5630 → 50,56 €',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1985-07-01', {
      anneesNonCotisees: 4,
      mutualisation: { effectif: 20, adherents: 10 },
    }),
    attendu: {
      mensuelle: '50.56',
      annuelle: '606.72',
      lignes: [ligne('ADHERENT', '50.56', 40)],
      fractions: dUnCoup('606.72'),
    },
    articles: ['art. 12', 'art. 13', 'art. 15'],
  },
  {
    nom: 'Onze années non cotisées à 40 ans : contradictoire, il ne s’en est écoulé que dix',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1985-07-01', { anneesNonCotisees: 11 }),
    erreur: 'FAIT_INVALIDE',
    chemin: 'anneesNonCotisees',
  },
  {
    nom: 'Des modules de niveaux 2, 3 et 4 suivent tous la même colonne : une base suffit',
    question: 'cotisation',
    faits: seul('modulaire-2-3-4', '40.00', '1985-07-01'),
    attendu: {
      mensuelle: '54.91',
      annuelle: '658.92',
      lignes: [ligne('ADHERENT', '54.91', 40)],
      fractions: dUnCoup('658.92'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'Un module de niveau 1 parmi d’autres monte d’un autre pas : une base unique ne suffit pas',
    question: 'cotisation',
    faits: { ...A_DEUX_COLONNES, tarif: { base: '36.00' }, beneficiaires: [adherent('1985-07-01')] },
    erreur: 'FAIT_INVALIDE',
    chemin: 'tarif.base',
  },
  {
    nom: 'Une base par module : 17,3399 + 16,4734 + 19,2190 = 53,0323 → 53,03 € ; deuxième enfant 5,00 + 4,80 + 5,60',
    question: 'cotisation',
    faits: {
      ...A_DEUX_COLONNES,
      tarif: { modules: ['10.00', '12.00', '14.00'] },
      beneficiaires: [adherent('1985-07-01'), enfant('2012-01-01'), enfant('2014-01-01')],
    },
    attendu: {
      mensuelle: '104.43',
      annuelle: '1253.16',
      lignes: [ligne('ADHERENT', '53.03', 40), ligne('ENFANT', '36.00', 13), ligne('ENFANT', '15.40', 11)],
      fractions: dUnCoup('1253.16'),
    },
    articles: ['art. 12', 'art. 15'],
  },
  {
    nom: 'Les niveaux 1 et 4 ne vont pas ensemble : cette formule n’existe pas',
    question: 'cotisation',
    faits: seul('modulaire-1-4-2', '40.00', '1985-07-01'),
    erreur: 'FORMULE_INCONNUE',
    chemin: 'formule',
  },
  {
    nom: 'Avant 2020 le tableau n’est pas connu',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1985-07-01', { annee: 2019 }),
    erreur: 'HORS_PERIODE',
  },
  {
    nom: 'Le règlement ne dit rien d’une participation versée à la mutuelle',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1985-07-01', { participationEmployeur: '15.00' }),
    erreur: 'NON_PREVU',
  },
  {
    nom: 'Un tarif par tranches n’est pas celui de ce règlement',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1985-07-01', {
      tarif: { base: '30.00', tranches: [{ de: 0, a: 99, mensuel: '30.00' }] },
    }),
    erreur: 'FAIT_INVALIDE',
    chemin: 'tarif.tranches',
  },
  {
    nom: 'Un tarif sans base ne suffit pas',
    question: 'cotisation',
    faits: seul('mutame-1', '30.00', '1985-07-01', { tarif: {} }),
    erreur: 'FAIT_INVALIDE',
    chemin: 'tarif.base',
  },
]
