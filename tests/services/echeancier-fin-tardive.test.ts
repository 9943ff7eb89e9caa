import { describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { montant, ZERO } from '@/lib/rules/montant/montant'
import type { CotisationAnnuelle } from '@/lib/services/cotisation/view'
import { type Precedent, replanifier } from '@/lib/services/echeancier/view'

const MOIS = Array.from({ length: 12 }, (_, i) => dateCivile(`2026-${String(i + 1).padStart(2, '0')}-01`))
const CINQUANTE = montant(5000)

/** 50,00 € a month in 2026, six months paid; then one learns that the contract ended on 31 March 2025. */
const COTISATION: CotisationAnnuelle = {
  annee: 2026,
  segments: [],
  paliers: [],
  choix: { periodicite: 'MENSUELLE', mode: 'PRELEVEMENT', jour: 6 },
  fin: dateCivile('2025-03-31'),
}
const PRECEDENT: Precedent = {
  version: 1,
  fin: null,
  periodicite: 'MENSUELLE',
  lignes: MOIS.map((jour) => ({
    echeance: jour,
    paiement: jour,
    du: CINQUANTE,
    report: ZERO,
    montant: CINQUANTE,
    appelee: false,
  })),
  echeances: MOIS.map((jour, i) => ({
    id: `e${i}`,
    du: jour,
    exigibleLe: jour,
    montant: CINQUANTE,
    etat: i < 6 ? 'PAYEE' : 'A_VENIR',
    enBanque: false,
  })),
}
const LE = dateCivile('2026-06-20')

describe('Une fin apprise plus d’un an après (A37)', () => {
  test('Mutami n’écrit aucune limite : tout ce qui suit la fin est rendu, dans les trente jours de son effet', () => {
    const plan = replanifier('mutami', COTISATION, PRECEDENT, LE)
    expect(plan.remboursement).toBe(30_000)
    expect(plan.total).toBe(0)
    expect(plan.nouvelles).toMatchObject([{ montant: -30_000, exigibleLe: '2025-04-30' }])
  })

  /** Art. 16: one year of contributions from the change of 1 April 2025: January to March 2026 come back, April to June do not. */
  test('Mutame Savoie Mont-Blanc rend un an de cotisation au plus ; le reste est gardé et l’article le dit', () => {
    const plan = replanifier('mutame-smb', COTISATION, PRECEDENT, LE)
    expect(plan.remboursement).toBe(15_000)
    expect(plan.total).toBe(15_000)
    expect(plan.nouvelles).toMatchObject([{ montant: -15_000, exigibleLe: LE }])
    const borne = plan.motifs.find(({ code }) => code === 'REGULARISATION_BORNEE')
    expect(borne).toMatchObject({ article: 'mutame-smb/art-16', donnees: { ecarte: { valeur: 15_000 } } })
    const rendus = plan.motifs.filter(({ code }) => code === 'TROP_PERCU_REMBOURSE')
    expect(rendus.map(({ donnees }) => donnees.remboursement)).toEqual([{ type: 'montant', valeur: 15_000 }])
  })

  test('déjà rendu une fois, ne l’est pas une seconde', () => {
    const rendu = {
      id: 'r',
      du: COTISATION.fin ?? LE,
      exigibleLe: LE,
      montant: montant(-15_000),
      etat: 'PAYEE',
      enBanque: false,
    } as const
    const plan = replanifier(
      'mutame-smb',
      COTISATION,
      { ...PRECEDENT, fin: COTISATION.fin, echeances: [...PRECEDENT.echeances, rendu] },
      LE,
    )
    expect(plan.remboursement).toBe(0)
    expect(plan.nouvelles).toEqual([])
    expect(plan.total).toBe(15_000)
  })
})
