import { describe, expect, test } from 'vitest'
import { exemples, reglements, socle } from '@/lib/reglements/catalogue'
import { placerExemple } from '@/lib/rules/remboursement/exemple'
import { listerFormules, ouvrirFormule } from '@/lib/rules/remboursement/formule'
import { estEquilibre, rembourserSoin } from '@/lib/rules/remboursement/rembourser-soin'
import { remboursementDe } from '@/lib/rules/remboursement/rembourser-suite'
import { adulte, euros, type IdReglement, jour } from '../../support/remboursement'

const COTES = { oreille: 'DROITE', oeil: 'DROIT' } as const
const LE = jour('2026-03-17')

const exemple = (id: string) => {
  const trouve = exemples.find((e) => e.id === id)
  if (trouve === undefined) throw new Error(`exemple inconnu : ${id}`)
  return trouve
}

function payer(id: string, formule: string, reglement: IdReglement = 'mutami', le = LE) {
  const { table } = ouvrirFormule(reglements[reglement], formule, le)
  const { soin } = placerExemple(socle, table, exemple(id), COTES, le)
  const r = remboursementDe(
    rembourserSoin(reglements[reglement], socle, {
      formule,
      dateSoins: le,
      beneficiaire: { ...adulte, dateAffiliation: jour('2012-01-01') },
      soin,
    }),
  )
  return [r.depense, r.amo, r.amc, r.resteACharge].map((m) => m / 100)
}

describe('A10, T06 : un soin courant en euros, payé par le même calcul qu’un décompte', () => {
  test.each([
    // 70 % de 30 = 21, moins 2 ; 30 − 21 = 9.
    ['generaliste', 'tribu-equilibre', [30, 19, 9, 2]],
    // Jeune Premium, 160 % (l. 1155) : 31,50 × 1,6 = 50,40 − 22,05 = 28,35 ; 55 − 20,05 − 28,35.
    ['specialiste-dptam', 'jeune-premium', [55, 20.05, 28.35, 6.6]],
    // Non DPTAM, 130 % (l. 1156) de 23 = 29,90 − 16,10 = 13,80 ; 65 − 14,10 − 13,80.
    ['specialiste-libre', 'jeune-premium', [65, 14.1, 13.8, 37.1]],
    // 65 % de 10 = 6,50, moins 1 de franchise ; le reste du tarif, 3,50.
    ['pharmacie-65', 'jeune-essentiel', [10, 5.5, 3.5, 1]],
    // Classe A, 30 + 2 × 32,50 : tout est payé, 60 % de 9 + 2 × 60 % de 9,75 = 5,40 + 11,70.
    ['lunettes-a', 'jeune-essentiel', [95, 17.1, 77.9, 0]],
    // Monture 40 AMO comprise (39,97), verres 60 % + 40 : 40 chacun (l. 1176, 1177).
    ['lunettes-simples', 'jeune-essentiel', [300, 0.09, 119.97, 179.94]],
    // 60 % de 65,50 = 39,30 ; la mutuelle complète à 100 %.
    ['carie', 'jeune-essentiel', [65.5, 39.3, 26.2, 0]],
    // Forfait journalier : 3 × 23 depuis mars 2026, illimité.
    ['forfait-journalier', 'jeune-essentiel', [69, 0, 69, 0]],
    ['forfait-journalier', 'tribu-equilibre', [69, 0, 69, 0]],
  ])('%s sous %s', (id, formule, attendu) => {
    expect(payer(id, formule)).toEqual(attendu)
  })

  test('T08 : un jour passé a le tarif de ce jour', () => {
    // 26,50 jusqu'au 21 décembre 2024 : 18,55 − 2 = 16,55.
    expect(payer('generaliste', 'tribu-equilibre', 'mutami', jour('2024-12-21'))).toEqual([
      26.5, 16.55, 7.95, 2,
    ])
  })

  test('chaque exemple se place et s’équilibre sous chaque formule de chaque règlement', () => {
    const vus = Object.values(reglements).flatMap((reglement) =>
      listerFormules(reglement).map((id) => {
        const { table } = ouvrirFormule(reglement, id, LE)
        for (const e of exemples) {
          const { soin, prix, base } = placerExemple(socle, table, e, COTES, LE)
          const beneficiaire = { ...adulte, dateAffiliation: jour('2012-01-01') }
          const r = remboursementDe(
            rembourserSoin(reglement, socle, { formule: id, dateSoins: LE, beneficiaire, soin }),
          )
          expect(estEquilibre(r), `${e.id}, ${id}`).toBe(true)
          expect(r.depense).toBe(prix)
          expect(base).toBeGreaterThanOrEqual(0)
        }
        return id
      }),
    )
    expect(vus.length).toBeGreaterThan(30)
  })

  test('un exemple qui cite un acte inconnu, ou un tarif qu’il n’a pas, est un défaut', () => {
    const { table } = ouvrirFormule(reglements.mutami, 'tribu-equilibre', LE)
    const placer = (code: string, origine: 'BASE' | 'PRIX_LIMITE') =>
      placerExemple(
        socle,
        table,
        { id: 'x', libelle: 'x', actes: [{ code, quantite: 1, prix: { origine } }] },
        COTES,
        LE,
      )
    expect(() => placer('INCONNU', 'BASE')).toThrow('INCONNU')
    expect(() => placer('G', 'PRIX_LIMITE')).toThrow('tarif')
    expect(placer('G', 'BASE').prix).toBe(euros(30))
  })
})
