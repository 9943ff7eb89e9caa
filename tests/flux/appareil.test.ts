import { describe, expect, test } from 'vitest'
import { avecDernierAppareil, consommationsAppareil } from '@/lib/flux/liquidation/appareil'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { montant } from '@/lib/rules/montant/montant'
import type { Consommation, FaitsRemboursement, Soin } from '@/lib/rules/remboursement/faits'

const JOUR = dateCivile('2026-02-10')
const aide = (oreille: 'DROITE' | 'GAUCHE', date: string, ligne: 'audio.100-sante' | 'audio.classe2') =>
  ({ ligne, oreille, date: dateCivile(date), montant: montant(16000) }) satisfies Consommation
const faits = (consommations: readonly Consommation[], soin: Partial<Soin> = {}): FaitsRemboursement => ({
  formule: 'f',
  dateSoins: JOUR,
  beneficiaire: { dateNaissance: dateCivile('1951-08-30') },
  soin: { ligne: 'audio.classe2', oreille: 'DROITE', ...soin },
  consommations,
})

describe("les aides auditives d'une personne", () => {
  test.each([
    [
      'la dernière de la même oreille, quelle que soit sa classe',
      [aide('DROITE', '2021-03-01', 'audio.classe2'), aide('DROITE', '2025-06-05', 'audio.100-sante')],
      '2025-06-05',
    ],
    ['rien pour l’autre oreille', [aide('GAUCHE', '2025-06-05', 'audio.classe2')], undefined],
    ['rien de ce qui fut acheté après', [aide('DROITE', '2026-03-01', 'audio.classe2')], undefined],
    ['rien sans achat', [], undefined],
  ])('%s', (_titre, consommations, attendu) => {
    expect(avecDernierAppareil(faits(consommations)).soin.dernierAppareil).toBe(attendu)
  })

  test('un autre soin ne connaît pas d’appareil', () => {
    const donnes = faits([aide('DROITE', '2025-06-05', 'audio.classe2')], { ligne: 'dentaire.soins' })
    expect(avecDernierAppareil(donnes)).toBe(donnes)
  })

  test('une aide payée sans forfait laisse sa trace, pour son oreille', () => {
    const soin: Soin = { ligne: 'audio.100-sante', oreille: 'GAUCHE' }
    expect(consommationsAppareil(soin, JOUR, { amc: montant(71000), consommations: [] })).toEqual([
      { ligne: 'audio.100-sante', oreille: 'GAUCHE', date: JOUR, montant: 71000 },
    ])
  })

  test('le forfait garde sa part, la trace prend le reste ; une aide refusée n’en laisse pas', () => {
    const soin: Soin = { ligne: 'audio.classe2', oreille: 'DROITE' }
    const forfait: Consommation = {
      ligne: 'audio.classe2.forfait',
      oreille: 'DROITE',
      date: JOUR,
      montant: montant(55000),
    }
    expect(consommationsAppareil(soin, JOUR, { amc: montant(71000), consommations: [forfait] })).toEqual([
      forfait,
      { ligne: 'audio.classe2', oreille: 'DROITE', date: JOUR, montant: 16000 },
    ])
    expect(consommationsAppareil(soin, JOUR, { amc: montant(0), consommations: [] })).toEqual([])
  })
})
