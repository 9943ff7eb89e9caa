import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lireOrganisme } from '@/lib/server/organisme'

const LIVRE: Readonly<Record<string, unknown>> = JSON.parse(readFileSync('organisme.json', 'utf8'))
const lire = (changement: Readonly<Record<string, unknown>>) =>
  lireOrganisme(JSON.stringify({ ...LIVRE, ...changement }))

describe('organisme.json', () => {
  test('celui du dépôt est lu', () => {
    expect(lire({}).nom).toBe('Mutuelle du Pont-Levant')
  })

  test.each([
    ['une clé fausse', 'FR73ZZZ123456'],
    ['un chiffre de trop', 'FR72ZZZ1234567'],
    ['un autre pays', 'DE98ZZZ09999999999'],
    ['rien', ''],
  ])('un ICS avec %s est refusé, la clé est nommée', (_, ics) => {
    expect(() => lire({ ics })).toThrow(/^organisme.json est invalide\. ics : .*créancier SEPA/)
  })

  test('A21 : un objet de message sans équipe, ou donné deux fois, est refusé au démarrage', () => {
    const objet = { code: 'CARTE', libelle: 'Ma carte', equipe: 'ADHESIONS' }
    expect(() => lire({ objetsMessagerie: [{ ...objet, equipe: 'PERSONNE' }] })).toThrow(
      /objetsMessagerie\.0\.equipe/,
    )
    expect(() => lire({ objetsMessagerie: [objet, objet] })).toThrow(/un code paraît deux fois/)
    expect(() => lire({ objetsMessagerie: [] })).toThrow(/objetsMessagerie/)
  })

  test('une clé inconnue est nommée, un IBAN faux aussi', () => {
    expect(() => lire({ devise: 'franc' })).toThrow(/devise/)
    expect(() => lire({ banque: { ...Object(LIVRE.banque), iban: 'FR7630006000011234567890188' } })).toThrow(
      /banque\.iban : n'est pas un IBAN valable/,
    )
  })
})
