import { describe, expect, test } from 'vitest'
import { type Chiffrage, chiffrer, type Dossier } from '@/lib/flux/simulation/chiffrer'
import { apresRenouvellement, surLesAutresFormules } from '@/lib/flux/simulation/comparer'
import type { ActeDemande, SoinDemande } from '@/lib/flux/simulation/demande'
import { reglements, socle } from '@/lib/reglements/catalogue'
import { ecrireMontant, ZERO } from '@/lib/rules/montant/montant'
import { euros, jour } from '../../support/remboursement'

/** Tribu Premium : tableau imprimé de Mutami. Mutame 3 avec dépassements : montants de démonstration de Mutame Savoie Mont-Blanc. */
const CONTRATS = {
  mutami: 'tribu-premium',
  'mutame-smb': 'mutame-3-depassements',
} as const
type Contrat = keyof typeof CONTRATS

const dossier = (contrat: Contrat, formule: string = CONTRATS[contrat]): Dossier => ({
  socle,
  assure: {
    personneId: 'p',
    dateNaissance: '1980-05-05',
    rattachements: [
      {
        adhesionId: 'a',
        numeroAdherent: 'A1',
        reglement: reglements[contrat],
        adhesion: { du: jour('2024-01-01'), au: null },
        du: jour('2024-01-01'),
        au: null,
        formules: [{ formule, du: jour('2024-01-01'), au: null }],
        suspensions: [],
      },
    ],
  },
  passe: { consommations: [], elements: [], retenues: () => ({}) },
})

const acte = (code: string, prix: number | null, plus: Partial<ActeDemande> = {}): ActeDemande => ({
  code,
  prix: prix === null ? null : euros(prix),
  base: null,
  quantite: 1,
  cote: null,
  ...plus,
})

const ORDINAIRE: Omit<SoinDemande, 'actes'> = {
  jour: jour('2026-03-10'),
  baseEstPrix: false,
  rembourse: true,
  dptam: true,
  parcours: true,
  situation: 'HABITUELLE',
  css: false,
  regimeLocal: false,
  joursDeSoins: 1,
  renouvellement: null,
  maternite: false,
  autres: ZERO,
  enfantLe: null,
}

type Demande = Partial<SoinDemande> & Pick<SoinDemande, 'actes'>

function simuler(donnees: Dossier, demande: Demande): Chiffrage {
  const reponse = chiffrer(donnees, { ...ORDINAIRE, ...demande })
  if (!reponse.ouverts) throw new Error('droits fermés')
  return reponse.chiffrage
}

const parts = ({ partage: p }: Chiffrage): readonly string[] =>
  [p.partAmo, p.partMutuelle, p.resteACharge].map((n) => ecrireMontant(euros(n / 100)))

type Parts = readonly [amo: string, mutuelle: string, reste: string]
type Cas = readonly [nom: string, demande: Demande, mutami: Parts, smb: Parts]

const SECTEUR_2: Demande = { actes: [acte('CS', 60)], dptam: false }
const LUNETTES: Demande = {
  actes: [acte('OPT-B-MONT', 120), acte('OPT-B-C', 220), acte('OPT-B-C', 220)],
}

/** Chaque part est calculée à la main : l'Assurance maladie, la mutuelle, ce qui reste. */
const CAS: readonly Cas[] = [
  // CS : 70 % × 23 = 16,10 − 2. Mutuelle : 120 % × 23 = 27,60 − 16,10 ; 130 % × 23 = 29,90 − 16,10.
  [
    'une consultation en secteur 2 sans OPTAM, à 60 €',
    SECTEUR_2,
    ['14.10', '11.50', '34.40'],
    ['14.10', '13.80', '32.10'],
  ],
  // Prothèse : 60 % × 120 = 72 ; le 100 % Santé ne laisse rien jusqu'à 515 €.
  [
    'une couronne du 100 % Santé à 500 €',
    { actes: [acte('HBLD634', 500)] },
    ['72.00', '428.00', '0.00'],
    ['72.00', '428.00', '0.00'],
  ],
  // 225 % × 120 = 270 − 72 ; 200 % × 120 = 240 − 72.
  [
    'une couronne au tarif maîtrisé à 550 €',
    { actes: [acte('HBLD158', 550)] },
    ['72.00', '198.00', '280.00'],
    ['72.00', '168.00', '310.00'],
  ],
  [
    'une couronne au tarif libre à 650 €',
    { actes: [acte('HBLD403', 650)] },
    ['72.00', '198.00', '380.00'],
    ['72.00', '168.00', '410.00'],
  ],
  // 3 × 0,03 d'Assurance maladie. Monture 80 − 0,03 ou 60 − 0,03 ; 110 par verre complexe dans les deux ; plafond légal 700.
  [
    'des lunettes de classe B à verres complexes, 560 €',
    LUNETTES,
    ['0.09', '299.97', '259.94'],
    ['0.09', '279.97', '279.94'],
  ],
  // 60 % × 400 = 240. 100 % : 160 et le forfait de 550 ; 200 % : 800 − 240.
  [
    'une aide auditive de classe II à 1 500 €',
    { actes: [acte('AUD-II-20', 1500, { cote: 'DROIT' })] },
    ['240.00', '710.00', '550.00'],
    ['240.00', '560.00', '700.00'],
  ],
  [
    'une nuit à l’hôpital en chambre particulière à 80 €',
    { actes: [acte('CP', 80)], rembourse: false },
    ['0.00', '61.00', '19.00'],
    ['0.00', '60.00', '20.00'],
  ],
  [
    'un jour de forfait journalier',
    { actes: [acte('FJ', null)] },
    ['0.00', '23.00', '0.00'],
    ['0.00', '23.00', '0.00'],
  ],
  // 80 % × 1 000.
  [
    'un jour de frais de séjour à 1 000 €',
    { actes: [acte('GHS', 1000)], baseEstPrix: true },
    ['800.00', '200.00', '0.00'],
    ['800.00', '200.00', '0.00'],
  ],
  // 10 × 17,90 = 179 × 60 % = 107,40 − 10 franchises de 1 €, une par jour.
  [
    'dix séances de kinésithérapie, une par jour',
    { actes: [acte('AMS7.5', 179, { quantite: 10 })], joursDeSoins: 10 },
    ['97.40', '71.60', '10.00'],
    ['97.40', '71.60', '10.00'],
  ],
  // 15 % × 10 = 1,50 − 1 ; la mutuelle complète jusqu'à 100 %.
  [
    'une boîte de médicament à 15 %, 10 €',
    { actes: [acte('PH2', 10)], baseEstPrix: true },
    ['0.50', '8.50', '1.00'],
    ['0.50', '8.50', '1.00'],
  ],
  // 30 € par séance dans les deux, dans la limite de l'année.
  [
    'une séance d’ostéopathie à 60 €',
    { actes: [acte('MD-OST', 60)], rembourse: false },
    ['0.00', '30.00', '30.00'],
    ['0.00', '30.00', '30.00'],
  ],
]

/** Les situations qui changent un montant. */
const SITUATIONS: readonly Cas[] = [
  // 60 % × 53,70 = 32,22, sans franchise.
  [
    'trois séances de kinésithérapie avec la C2S',
    { actes: [acte('AMS7.5', 53.7, { quantite: 3 })], css: true, joursDeSoins: 3 },
    ['32.22', '21.48', '0.00'],
    ['32.22', '21.48', '0.00'],
  ],
  // Accident du travail : 100 % de 23, sans participation ; 27,60 − 23 et 29,90 − 23.
  [
    'la consultation à 60 € après un accident du travail',
    { ...SECTEUR_2, situation: 'ACCIDENT_TRAVAIL' },
    ['23.00', '4.60', '32.40'],
    ['23.00', '6.90', '30.10'],
  ],
  // Régime local : 70 + 20 = 90 % × 23 = 20,70 − 2 ; la mutuelle 27,60 − 20,70 et 29,90 − 20,70.
  [
    'la consultation à 60 € en Alsace-Moselle',
    { ...SECTEUR_2, regimeLocal: true },
    ['18.70', '6.90', '34.40'],
    ['18.70', '9.20', '32.10'],
  ],
  [
    'cinq jours de forfait journalier en Alsace-Moselle',
    { actes: [acte('FJ', null, { quantite: 5 })], regimeLocal: true },
    ['115.00', '0.00', '0.00'],
    ['115.00', '0.00', '0.00'],
  ],
  // Hors parcours : 30 % × 30 = 9, 20 % du régime local = 6, − 2 ; la mutuelle les 3 € qui restent du ticket, pas les 12 de la majoration.
  [
    'le généraliste hors du parcours, en Alsace-Moselle',
    { actes: [acte('G', 30)], parcours: false, regimeLocal: true },
    ['13.00', '3.00', '14.00'],
    ['13.00', '3.00', '14.00'],
  ],
  // 10 × 3,15 = 31,50 × 60 % = 18,90 − deux jours à 4 € au plus.
  [
    'dix actes infirmiers en deux jours',
    { actes: [acte('AMI', 31.5, { quantite: 10 })], joursDeSoins: 2 },
    ['10.90', '12.60', '8.00'],
    ['10.90', '12.60', '8.00'],
  ],
  // 55 % × 100 = 55 − un jour à 8 € au plus.
  [
    'quatre trajets en VSL le même jour, 100 €',
    { actes: [acte('VSL', 100, { quantite: 4 })], baseEstPrix: true },
    ['47.00', '45.00', '8.00'],
    ['47.00', '45.00', '8.00'],
  ],
  // 60 % × 60 = 36 − quatre participations au plus.
  [
    'six analyses à 60 € en tout',
    { actes: [acte('BIO', 60, { quantite: 6 })], baseEstPrix: true },
    ['28.00', '24.00', '8.00'],
    ['28.00', '24.00', '8.00'],
  ],
]

describe('A26 : des montants calculés à la main, sous deux règlements', () => {
  test.each([...CAS, ...SITUATIONS])('%s', (_nom, demande, mutami, smb) => {
    expect(parts(simuler(dossier('mutami'), demande))).toEqual(mutami)
    expect(parts(simuler(dossier('mutame-smb'), demande))).toEqual(smb)
  })
})

describe('A26 : la même chose ailleurs, et plus tard, avec les mêmes faits', () => {
  const sousLesAutres = (contrat: Contrat, demande: Demande) =>
    Object.fromEntries(
      surLesAutresFormules(
        dossier(contrat),
        { ...ORDINAIRE, ...demande },
        simuler(dossier(contrat), demande),
      ).map((c) => [c.formule.id, parts(c)]),
    )

  // La part de l'Assurance maladie et du régime local ne bouge pas ; 100, 100 et 200 % × 23 − 20,70.
  test('en Alsace-Moselle, sous les autres formules de Tribu', () => {
    expect(sousLesAutres('mutami', { ...SECTEUR_2, regimeLocal: true })).toEqual({
      'tribu-essentiel': ['18.70', '2.30', '39.00'],
      'tribu-equilibre': ['18.70', '2.30', '39.00'],
      'tribu-excellence': ['18.70', '25.30', '16.00'],
    })
  })
  // 110 % × 23 = 25,30 − 23.
  test('après un accident du travail, sous l’autre formule avec dépassements', () => {
    expect(sousLesAutres('mutame-smb', { ...SECTEUR_2, situation: 'ACCIDENT_TRAVAIL' })).toEqual({
      'mutame-2-depassements': ['23.00', '2.30', '34.70'],
    })
  })

  const avecMonture = (contrat: Contrat): Dossier => {
    const element = {
      sorte: 'MONTURE',
      monture: { classe: 'B', depense: euros(120), brss: euros(0.05) },
    } as const
    const date = jour('2025-09-10')
    return {
      ...dossier(contrat),
      passe: {
        consommations: [
          {
            adhesionId: 'a',
            equipement: 'AVANT',
            ligne: 'optique.monture',
            date,
            montant: euros(60),
            quantite: 1,
            element: 'MONTURE',
          },
        ],
        elements: [{ second: null, equipement: 'AVANT', jour: date, element }],
        retenues: () => ({}),
      },
    }
  }
  const MONTURE: Demande = { actes: [acte('OPT-B-MONT', 150)] }
  test.each([
    ['mutami', '79.97'],
    ['mutame-smb', '59.97'],
  ] as const)(
    'une monture six mois après la précédente (%s) : à deux ans, à un an si la vue a changé',
    (contrat, mutuelle) => {
      for (const [renouvellement, le] of [
        [null, '2027-09-10'],
        ['EVOLUTION_VUE', '2026-09-10'],
      ] as const) {
        const demande = { ...MONTURE, renouvellement }
        const reel = simuler(avecMonture(contrat), demande)
        expect([reel.limites, parts(reel)]).toEqual([['RENOUVELLEMENT'], ['0.03', '0.00', '149.97']])
        const apres = apresRenouvellement(avecMonture(contrat), { ...ORDINAIRE, ...demande }, reel)
        expect([apres?.jour, apres?.partage.partMutuelle]).toEqual([le, euros(Number(mutuelle))])
      }
    },
  )
})

describe('A26 : les retenues d’un jour déjà connues ne se reprennent pas', () => {
  // Trois euros de franchise déjà retenus ce jour-là chez l'infirmier : un seul euro de plus, sur quatre au plus.
  test('trois euros d’actes infirmiers retenus le même jour', () => {
    const connu = dossier('mutami')
    const passe: Dossier['passe'] = {
      ...connu.passe,
      retenues: (_jour, sorte) => ({ franchisesJour: euros(sorte === 'franchise-paramedical' ? 3 : 0) }),
    }
    const demande = { actes: [acte('AMI', 31.5, { quantite: 10 })] }
    expect(parts(simuler({ ...connu, passe }, demande))).toEqual(['17.90', '12.60', '1.00'])
    const transport = { actes: [acte('VSL', 100, { quantite: 4 })], baseEstPrix: true }
    expect(parts(simuler({ ...connu, passe }, transport))).toEqual(['47.00', '45.00', '8.00'])
  })
})
