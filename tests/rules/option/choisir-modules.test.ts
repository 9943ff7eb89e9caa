import { describe, expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { choisirModules, type NiveauxModules } from '@/lib/rules/option/choisir-modules'

const smb = reglements['mutame-smb']
const niveaux = (
  soinsCourants: number,
  dentaireOptiqueAudition: number,
  hospitalisation: number,
): NiveauxModules => ({
  soinsCourants,
  dentaireOptiqueAudition,
  hospitalisation,
})

/** La règle relue à la main : un écart d'au plus deux, et jamais un niveau 1 avec un niveau 4. */
function permise(a: number, b: number, c: number): boolean {
  const proches = Math.abs(a - b) <= 2 && Math.abs(a - c) <= 2 && Math.abs(b - c) <= 2
  const tous = [a, b, c]
  return proches && !(tous.includes(1) && tous.includes(4))
}

const QUATRE = [1, 2, 3, 4] as const
const COMBINAISONS = QUATRE.flatMap((a) => QUATRE.flatMap((b) => QUATRE.map((c) => [a, b, c] as const)))

describe('les modules', () => {
  test.each(COMBINAISONS)('les niveaux %i, %i et %i', (a, b, c) => {
    const attendu = permise(a, b, c) ? 'ACCORDEE' : 'REFUSEE'
    expect(choisirModules(smb, niveaux(a, b, c)).verdict).toBe(attendu)
  })

  test('quarante-six combinaisons sur soixante-quatre se souscrivent', () => {
    expect(COMBINAISONS.filter(([a, b, c]) => permise(a, b, c))).toHaveLength(46)
  })

  test.each([
    ['soinsCourants', niveaux(0, 2, 2)],
    ['dentaireOptiqueAudition', niveaux(2, 5, 2)],
    ['hospitalisation', niveaux(2, 2, 2.5)],
  ])('un niveau de « %s » hors de 1 à 4 est un fait invalide', (chemin, faits) => {
    expect(() => choisirModules(smb, faits)).toThrowError(
      expect.objectContaining({ code: 'FAIT_INVALIDE', chemin }),
    )
  })

  test('un écart d’un seul, s’il est le maximum, suffit à refuser sans l’exclusion', () => {
    const serre = {
      ...smb,
      modules: { niveauMin: 1, niveauMax: 4, ecartMax: 1, exclusion: [1, 4], article: 'mutame-smb/art-3' },
    } as const
    const decision = choisirModules(serre, niveaux(1, 2, 3))
    expect(decision.motifs.map(({ code }) => code)).toEqual(['ECART_DE_NIVEAUX'])
    expect(decision.motifs[0].donnees).toMatchObject({ ecart: { valeur: 2 }, max: { valeur: 1 } })
    expect(decision.verdict).toBe('REFUSEE')
  })

  test('les autres règlements n’ont pas de modules', () => {
    expect(() => choisirModules(reglements.mutami, niveaux(1, 1, 1))).toThrowError(
      expect.objectContaining({ code: 'NON_PREVU' }),
    )
  })
})
