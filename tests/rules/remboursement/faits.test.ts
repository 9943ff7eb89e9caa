import { describe, expect, it } from 'vitest'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { montant } from '@/lib/rules/montant/montant'
import { clesDuSoin } from '@/lib/rules/remboursement/cles-soin'
import { euros, jour, rembourser, type SituationSoin } from '../../support/remboursement'

function erreurDe(situation: SituationSoin): { code: string; chemin: string | undefined } {
  try {
    rembourser(situation)
  } catch (erreur) {
    if (erreur instanceof ErreurDeRegle) return { code: erreur.code, chemin: erreur.chemin }
    throw erreur
  }
  throw new Error('aucune erreur')
}

const dptam = { ligne: 'honoraires-medicaux.dptam', depense: euros(30), brss: euros(30) } as const
const formule = 'tribu-premium'

describe('un fait que la situation demande', () => {
  it.each([
    ['la dépense', { ligne: 'dentaire.soins', brss: euros(20) }, 'soin.depense'],
    ['la base, pour un pourcentage', { ligne: 'dentaire.soins', depense: euros(20) }, 'soin.brss'],
    [
      'le taux d’un médicament',
      { ligne: 'pharmacie.remboursee', depense: euros(5), brss: euros(5) },
      'soin.tauxAmo',
    ],
    ['le taux d’une cure', { ligne: 'cure.soins', depense: euros(5), brss: euros(5) }, 'soin.tauxAmo'],
    [
      'le taux d’un vaccin',
      { ligne: 'prevention.vaccins', depense: euros(5), brss: euros(5) },
      'soin.tauxAmo',
    ],
    [
      'le taux de l’orthodontie',
      { ligne: 'dentaire.orthodontie.remboursee', depense: euros(5), brss: euros(5) },
      'soin.tauxAmo',
    ],
    ['l’œil opéré', { ligne: 'optique.chirurgie-refractive', depense: euros(5) }, 'soin.oeil'],
    ['l’oreille appareillée', { ligne: 'audio.classe2', depense: euros(5), brss: euros(5) }, 'soin.oreille'],
    [
      'le panier d’une prothèse',
      { ligne: 'dentaire.prothese', depense: euros(5), brss: euros(5) },
      'soin.panier',
    ],
    [
      'le prix limite du 100 % Santé',
      { ligne: 'dentaire.100-sante', depense: euros(5), brss: euros(5) },
      'soin.prixLimite',
    ],
    [
      'les nuits d’une chambre',
      { ligne: 'hospitalisation.chambre-particuliere.nuitee', depense: euros(5) },
      'soin.jours',
    ],
    [
      'la taille d’un appareil qui a deux forfaits',
      { ligne: 'appareillage.materiel-medical', depense: euros(90), brss: euros(5) },
      'soin.appareil',
    ],
    [
      'la date de l’événement d’une prime',
      { ligne: 'complementaires.prime-naissance-adoption' },
      'soin.dateEvenement',
    ],
    [
      'le prix limite d’une monture de classe A',
      { ligne: 'optique.equipement', monture: { classe: 'A', depense: euros(30), brss: euros(9) } },
      'soin.monture.prixLimite',
    ],
    [
      'le prix limite du second verre de classe A',
      {
        ligne: 'optique.equipement',
        verres: [
          { type: 'SIMPLE', classe: 'B', depense: euros(30), brss: euros(0.05) },
          { type: 'SIMPLE', classe: 'A', depense: euros(36), brss: euros(10.8) },
        ],
      },
      'soin.verres.1.prixLimite',
    ],
  ] as const)('est exigé : %s', (_nom, soin, chemin) => {
    expect(erreurDe({ formule, soin })).toEqual({ code: 'FAIT_INVALIDE', chemin })
  })

  it('est la date d’affiliation pour une gamme à délai d’attente', () => {
    expect(erreurDe({ formule: 'zen-1', soin: dptam })).toEqual({
      code: 'FAIT_INVALIDE',
      chemin: 'beneficiaire.dateAffiliation',
    })
  })
})

describe('un fait impossible est refusé', () => {
  const lunettes = { classe: 'B', depense: euros(30), brss: euros(0.05) } as const
  it.each([
    ['une dépense négative', { ...dptam, depense: montant(-1) }, 'soin.depense'],
    ['un taux de 120 %', { ...dptam, tauxAmo: 120 }, 'soin.tauxAmo'],
    ['l’Assurance maladie au-dessus de la dépense', { ...dptam, montantAmo: euros(31) }, 'soin.montantAmo'],
    ['une demi-boîte', { ...dptam, boites: 0.5 }, 'soin.boites'],
    [
      'zéro jour de séjour',
      { ligne: 'hospitalisation.forfait-journalier', depense: euros(20), jours: 0 },
      'soin.jours',
    ],
    ['un équipement vide', { ligne: 'optique.equipement' }, 'soin.verres'],
    [
      'un total d’équipement faux',
      { ligne: 'optique.equipement', depense: euros(31), monture: lunettes },
      'soin.depense',
    ],
    [
      'trois verres',
      {
        ligne: 'optique.equipement',
        verres: [1, 2, 3].map(() => ({ ...lunettes, type: 'SIMPLE' as const })),
      },
      'soin.verres',
    ],
    ['une monture demandée seule', { ligne: 'optique.monture', depense: euros(30) }, 'soin.ligne'],
    [
      'un dernier équipement à venir',
      { ligne: 'optique.equipement', monture: lunettes, dernierEquipement: jour('2027-01-01') },
      'soin.dernierEquipement',
    ],
    [
      'une adhésion avant la naissance',
      {
        ligne: 'complementaires.prime-naissance-adoption',
        dateEvenement: jour('2026-02-01'),
        dateAdhesionEnfant: jour('2026-01-01'),
      },
      'soin.dateAdhesionEnfant',
    ],
  ] as const)('%s', (_nom, soin, chemin) => {
    expect(erreurDe({ formule, soin })).toEqual({ code: 'FAIT_INVALIDE', chemin })
  })

  it('des soins avant la naissance', () => {
    expect(
      erreurDe({ formule, soin: dptam, beneficiaire: { dateNaissance: jour('2027-01-01') } }).chemin,
    ).toBe('beneficiaire.dateNaissance')
  })
})

describe('ce que le règlement ne tranche pas', () => {
  it('une formule inconnue, une date trop ancienne, un service, un règlement sans tableau', () => {
    expect(erreurDe({ formule: 'tribu-or', soin: dptam }).code).toBe('FORMULE_INCONNUE')
    expect(erreurDe({ formule, date: '2023-06-01', soin: dptam }).code).toBe('HORS_PERIODE')
    expect(erreurDe({ formule, soin: { ligne: 'services.assistance', depense: euros(9) } }).code).toBe(
      'NON_PREVU',
    )
    expect(erreurDe({ reglement: 'mieux-etre', formule: 'x', soin: dptam }).code).toBe('NON_PREVU')
    expect(
      erreurDe({ formule: 'fph-5', soin: { ligne: 'prevoyance.indemnites-journalieres', depense: euros(9) } })
        .code,
    ).toBe('NON_PREVU')
  })

  it('une combinaison de modules que le règlement interdit', () => {
    expect(erreurDe({ reglement: 'mutame-smb', formule: 'modulaire-1-4-2', soin: dptam }).code).toBe(
      'FORMULE_INCONNUE',
    )
    expect(erreurDe({ reglement: 'mutame-smb', formule: 'modulaire-1-2', soin: dptam }).code).toBe(
      'FORMULE_INCONNUE',
    )
    expect(erreurDe({ reglement: 'mutame-smb', formule: 'modulaire-1-5-2', soin: dptam }).code).toBe(
      'FORMULE_INCONNUE',
    )
  })
})

describe('les clés d’un soin', () => {
  it('se décrivent par ligne', () => {
    expect(clesDuSoin('audio.classe2')).toEqual({ exige: ['depense', 'oreille'], admet: ['dernierAppareil'] })
    expect(clesDuSoin('honoraires-medicaux.dptam')).toEqual({ exige: ['depense'], admet: [] })
    expect(clesDuSoin('complementaires.prime-naissance-adoption').exige).not.toContain('depense')
  })
})
