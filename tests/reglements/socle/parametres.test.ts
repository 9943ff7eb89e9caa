import { describe, expect, it } from 'vitest'
import { socle } from '@/lib/reglements/catalogue'
import { nomenclature } from '@/lib/reglements/socle/nomenclature'
import { parametres, releve } from '@/lib/reglements/socle/parametres'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { defautsDeSerie, type SerieDatee, valeurAu } from '@/lib/rules/reglement/serie-datee'
import { acteAu, actesParCode } from '@/lib/rules/remboursement/nomenclature'
import { euros } from '../../support/remboursement'

const series: [string, SerieDatee<number>][] = Object.entries(releve)
const au = (serie: SerieDatee<number>, jour: string): number => valeurAu(serie, dateCivile(jour)).valeur

describe('les paramètres légaux', () => {
  it.each(series)('%s est une série saine, sourcée et rattachée à un article connu', (_id, serie) => {
    const connus = new Set(socle.articles.map((a) => a.id))
    expect(defautsDeSerie(serie)).toEqual([])
    for (const etape of serie.etapes) {
      expect(connus).toContain(etape.article)
      expect(etape.source).toMatch(/\S/)
      expect(etape.confiance).toBeDefined()
    }
  })

  it('changent le jour dit, pas la veille', () => {
    expect(au(parametres.participation, '2024-05-14')).toBe(euros(1))
    expect(au(parametres.participation, '2024-05-15')).toBe(euros(2))
    expect(au(parametres.franchises['franchise-medicament'], '2024-03-30')).toBe(euros(0.5))
    expect(au(parametres.franchises['franchise-medicament'], '2024-03-31')).toBe(euros(1))
    expect(au(parametres.taux.dentaire, '2023-10-14')).toBe(70)
    expect(au(parametres.taux.dentaire, '2023-10-15')).toBe(60)
    expect(au(parametres.taux.transport, '2023-08-01')).toBe(55)
    expect(au(parametres.forfaitJournalier, '2026-02-28')).toBe(euros(20))
    expect(au(parametres.forfaitJournalier, '2026-03-01')).toBe(euros(23))
    expect(au(parametres.optiquePlafonds.f, '2026-01-01')).toBe(euros(800))
    expect(au(parametres.horsParcoursDepassement, '2026-01-01')).toBe(euros(8))
  })

  it('disent que le plafond de la sécurité sociale de 2027 n’est pas connu', () => {
    expect(au(releve.pmss, '2026-12-31')).toBe(euros(4005))
    expect(() => valeurAu(releve.pmss, dateCivile('2027-01-01'))).toThrow()
  })
})

describe('la nomenclature', () => {
  it('a 293 actes en 393 versions datées', () => {
    expect(nomenclature).toHaveLength(393)
    expect(actesParCode(nomenclature).size).toBe(293)
  })

  it('n’a jamais deux versions d’un acte le même jour', () => {
    for (const [code, actes] of actesParCode(nomenclature)) {
      const ordonnes = [...actes].sort((a, b) => (a.du < b.du ? -1 : 1))
      for (const [rang, acte] of ordonnes.entries()) {
        const suivant = ordonnes[rang + 1]
        if (suivant !== undefined)
          expect([code, acte.au !== null && acte.au < suivant.du]).toEqual([code, true])
      }
    }
  })

  it('n’a que des postes que le socle sait placer', () => {
    const postes = new Set([...actesParCode(nomenclature).values()].flat().map((a) => a.poste))
    expect([...postes].filter((poste) => socle.postes[poste] === undefined)).toEqual([])
  })

  it('donne la base du jour des soins', () => {
    expect(acteAu(nomenclature, 'G', dateCivile('2024-12-21'))?.base).toBe(euros(26.5))
    expect(acteAu(nomenclature, 'G', dateCivile('2024-12-22'))?.base).toBe(euros(30))
    expect(acteAu(nomenclature, 'INCONNU', dateCivile('2024-12-22'))).toBeNull()
    expect(() => acteAu(nomenclature, 'G', dateCivile('2010-01-01'))).toThrow('G')
  })
})
