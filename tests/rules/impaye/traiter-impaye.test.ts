import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { ajouterJours, ajouterMois, dateCivile } from '@/lib/rules/date/date-civile'
import { type FaitsImpaye, traiterImpaye } from '@/lib/rules/impaye/traiter-impaye'
import { montant } from '@/lib/rules/montant/montant'
import { uneDate } from '../../support/dates'

const { mutami, 'mutame-smb': smb } = reglements
const ECHEANCE: FaitsImpaye = {
  dateEcheance: dateCivile('2025-01-31'),
  dateMiseEnDemeure: null,
  datePaiement: null,
  montantDu: null,
  cotisationMensuelle: null,
}

function majoration(paiement: string) {
  const decision = traiterImpaye(smb, {
    ...ECHEANCE,
    datePaiement: dateCivile(paiement),
    montantDu: montant(100_00),
  })
  return decision.verdict === 'ACCORDEE' ? decision.valeur.majoration : null
}

describe('la majoration compte tout mois commencé', () => {
  test.each([
    ['2024-12-15', 0],
    ['2025-01-30', 0],
    ['2025-01-31', 0],
    ['2025-02-01', 1_00],
    ['2025-02-28', 1_00],
    ['2025-03-01', 2_00],
    ['2025-03-31', 2_00],
    ['2025-04-01', 3_00],
    ['2026-01-31', 12_00],
    ['2026-02-01', 13_00],
  ])('payé le %s : %i centimes pour 100 €', (paiement, attendue) => {
    expect(majoration(paiement)).toBe(attendue)
  })

  test('au plus tard n mois après l’échéance, elle est d’au plus n pour cent', () => {
    fc.assert(
      fc.property(uneDate(), fc.integer({ min: 1, max: 40 }), (dateEcheance, mois) => {
        const demander = (jours: number) =>
          traiterImpaye(smb, {
            ...ECHEANCE,
            dateEcheance,
            datePaiement: ajouterJours(ajouterMois(dateEcheance, mois), jours),
            montantDu: montant(100_00),
          })
        const juste = demander(0)
        const apres = demander(1)
        if (juste.verdict !== 'ACCORDEE' || apres.verdict !== 'ACCORDEE') return false
        return juste.valeur.majoration === mois * 100 && apres.valeur.majoration === (mois + 1) * 100
      }),
    )
  })
})

describe('les faits d’un impayé', () => {
  test.each([
    ['montantDu', { montantDu: montant(-1) }],
    ['cotisationMensuelle', { cotisationMensuelle: montant(-1) }],
    ['datePaiement', { dateMiseEnDemeure: dateCivile('2025-02-10'), datePaiement: dateCivile('2025-02-09') }],
  ])('« %s » contradictoire est refusé', (chemin, faits) => {
    expect(() => traiterImpaye(smb, { ...ECHEANCE, ...faits })).toThrowError(
      expect.objectContaining({ code: 'FAIT_INVALIDE', chemin }),
    )
  })

  test('des montants nuls sont des montants', () => {
    const faits = { ...ECHEANCE, montantDu: montant(0), cotisationMensuelle: montant(0) }
    expect(traiterImpaye(smb, faits).verdict).toBe('ACCORDEE')
  })
})

describe('les motifs d’un impayé', () => {
  test('donnent le calendrier avec la mise en demeure, sans elle seulement l’échéance', () => {
    const [sans] = traiterImpaye(smb, ECHEANCE).motifs
    expect(Object.keys(sans.donnees)).toEqual([
      'echeance',
      'miseEnDemeure',
      'attenteSuspension',
      'attenteResiliation',
    ])
    const [avec] = traiterImpaye(smb, { ...ECHEANCE, dateMiseEnDemeure: dateCivile('2025-02-10') }).motifs
    expect(avec.donnees).toMatchObject({
      suspension: { valeur: '2025-03-12' },
      resiliation: { valeur: '2025-03-22' },
    })
  })
})

describe('la reprise', () => {
  test('payé le jour même de la suspension, l’adhérent reprend le lendemain', () => {
    const decision = traiterImpaye(mutami, {
      ...ECHEANCE,
      dateMiseEnDemeure: dateCivile('2025-02-10'),
      datePaiement: dateCivile('2025-03-12'),
    })
    expect(decision).toMatchObject({ valeur: { suspensionAuPlusTot: '2025-03-12', reprise: '2025-03-13' } })
    expect(decision.motifs.map(({ code }) => code)).toEqual(['IMPAYE_CALENDRIER', 'IMPAYE_REPRISE'])
  })

  test('sans mise en demeure il n’y a ni suspension ni reprise ni frais', () => {
    const decision = traiterImpaye(smb, {
      ...ECHEANCE,
      datePaiement: dateCivile('2025-12-31'),
      cotisationMensuelle: montant(60_00),
    })
    expect(decision).toMatchObject({
      valeur: {
        suspensionAuPlusTot: null,
        resiliationAuPlusTot: null,
        reprise: null,
        fraisRecouvrement: null,
      },
    })
  })
})
