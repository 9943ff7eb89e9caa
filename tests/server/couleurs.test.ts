import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contraste, couleurLisible, FONDS } from '@/lib/server/couleurs'
import { organisme } from '@/lib/server/organisme'

const feuille = readFileSync('app/globals.css', 'utf8')

type Jetons = Readonly<Record<string, string>>

/** The tokens of one palette; `color-mix(in srgb, x p%, y)` is worked out here, by hand, channel by channel. */
function palette(bloc: string, action: string): Jetons {
  const bruts = Object.fromEntries(
    [...bloc.matchAll(/--([a-z-]+):\s*([^;]+);/g)].map(([, nom = '', valeur = '']) => [nom, valeur.trim()]),
  )
  const base = { ...bruts, action }
  return Object.fromEntries(Object.entries(base).map(([nom, valeur]) => [nom, resoudre(valeur, base)]))
}

function resoudre(valeur: string, jetons: Jetons): string {
  const m = /^color-mix\(in srgb, var\(--([a-z-]+)\) (\d+)%, var\(--([a-z-]+)\)\)$/.exec(valeur)
  if (m === null) return valeur
  const [, premier = '', part = '', second = ''] = m
  const p = Number(part) / 100
  const canaux = [1, 3, 5].map((i) => {
    const [a, b] = [premier, second].map((nom) => Number.parseInt((jetons[nom] ?? '').slice(i, i + 2), 16))
    return Math.round((a ?? 0) * p + (b ?? 0) * (1 - p))
  })
  return `#${canaux.map((c) => c.toString(16).padStart(2, '0')).join('')}`
}

const blocs = [...feuille.matchAll(/:root \{([^}]+)\}/g)].map(([, bloc = '']) => bloc)
const { couleurs } = organisme()
const clair = palette(blocs[0] ?? '', couleurs.action)
const sombre = palette(blocs[1] ?? '', couleurs.actionSombre)

/** Text and what it is read on: every pair that a component uses. */
const TEXTES = [
  ['encre', 'papier'],
  ['encre', 'feuille'],
  ['encre', 'a-faire-pale'],
  ['encre', 'erreur-pale'],
  ['encre', 'action-pale'],
  ['encre-douce', 'papier'],
  ['encre-douce', 'feuille'],
  ['action', 'papier'],
  ['action', 'feuille'],
  ['action', 'action-pale'],
  ['sur-action', 'action'],
  ['a-faire', 'a-faire-pale'],
  ['erreur', 'papier'],
  ['erreur', 'erreur-pale'],
] as const

/** Borders of fields, marks of state and shares of a bar. */
const FORMES = [
  ['bord', 'papier'],
  ['bord', 'feuille'],
  ['erreur', 'feuille'],
  ['a-faire', 'a-faire-pale'],
  ['part-amo', 'papier'],
  ['action', 'papier'],
  ['part-moi', 'papier'],
] as const

describe.each([
  ['claire', clair],
  ['sombre', sombre],
])('la palette %s', (_nom, jetons) => {
  test.each(TEXTES)('le texte %s se lit sur %s (4,5 : 1)', (texte, fond) => {
    expect(contraste(jetons[texte] ?? '', jetons[fond] ?? '')).toBeGreaterThanOrEqual(4.5)
  })
  test.each(FORMES)('la forme %s se voit sur %s (3 : 1)', (forme, fond) => {
    expect(contraste(jetons[forme] ?? '', jetons[fond] ?? '')).toBeGreaterThanOrEqual(3)
  })
})

describe('le contraste', () => {
  test('noir sur blanc vaut 21, une couleur sur elle-même vaut 1', () => {
    expect(contraste('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contraste('#777777', '#777777')).toBe(1)
  })
  test('le gris #767676 est le plus clair qui se lise sur blanc : 4,54', () => {
    expect(contraste('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
    expect(contraste('#777777', '#ffffff')).toBeLessThan(4.5)
  })
  test('la couleur d’un organisme est refusée si elle ne se lit pas', () => {
    expect(couleurLisible('#ffcc00', 'clair')).toBe(false)
    expect(couleurLisible('#0f5c63', 'clair')).toBe(true)
    expect(couleurLisible('#0f5c63', 'sombre')).toBe(false)
  })
  test('les fonds que le serveur connaît sont ceux de la feuille de style', () => {
    expect(FONDS).toEqual({
      clair: { papier: clair.papier, surAction: clair['sur-action'] },
      sombre: { papier: sombre.papier, surAction: sombre['sur-action'] },
    })
  })
})
