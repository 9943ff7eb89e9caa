import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { emanciperMineur } from '@/lib/rules/ayant-droit/emanciper-mineur'
import {
  type FaitsAyantDroit,
  reconnaitreAyantDroit,
  type SituationEnfant,
} from '@/lib/rules/ayant-droit/reconnaitre-ayant-droit'
import { ajouterJours, type DateCivile, dateCivile } from '@/lib/rules/date/date-civile'
import { uneDate } from '../../support/dates'

const { mutami, 'mutame-smb': smb, 'ociane-collectif': ociane } = reglements

const FAITS: FaitsAyantDroit = {
  lien: 'ENFANT',
  date: dateCivile('2025-06-01'),
  dateNaissance: null,
  situation: null,
  justificatif: null,
  handicapReconnuLe: null,
  celibataire: null,
  rattacheFiscalement: null,
}
const enfant = (
  naissance: DateCivile,
  date: DateCivile,
  reste: Partial<FaitsAyantDroit> = {},
): FaitsAyantDroit => ({
  ...FAITS,
  dateNaissance: naissance,
  date,
  ...reste,
})

describe('jusqu’au dernier jour couvert, et pas au-delà', () => {
  test.each([
    ['Mutami', mutami],
    ['Mutame Savoie Mont-Blanc', smb],
    ['Ociane Matmut', ociane],
  ] as const)('%s', (_, reglement) => {
    const situations: readonly SituationEnfant[] = ['ETUDES', 'ALTERNANCE', 'RECHERCHE_PREMIER_EMPLOI']
    fc.assert(
      fc.property(
        uneDate('1990-01-01', '2024-12-31'),
        uneDate('2025-01-01', '2035-12-31'),
        fc.constantFrom(...situations),
        (naissance, date, situation) => {
          const demander = (jour: DateCivile) =>
            reconnaitreAyantDroit(
              reglement,
              enfant(naissance, jour, { situation, justificatif: true, celibataire: true }),
            )
          const decision = demander(date)
          if (decision.verdict !== 'ACCORDEE') return decision.verdict === 'REFUSEE'
          const { jusquAu } = decision.valeur
          if (jusquAu === null || jusquAu < date) return false
          return (
            demander(jusquAu).verdict === 'ACCORDEE' &&
            demander(ajouterJours(jusquAu, 1)).verdict === 'REFUSEE'
          )
        },
      ),
    )
  })
})

describe('un mineur étudiant', () => {
  const naissance = dateCivile('2010-05-10')
  const date = dateCivile('2025-06-01')

  test('justifié, sa situation présente le couvre jusqu’à la limite des études', () => {
    const faits = enfant(naissance, date, { situation: 'ETUDES', justificatif: true })
    expect(reconnaitreAyantDroit(mutami, faits)).toMatchObject({ valeur: { jusquAu: '2037-12-31' } })
  })

  test.each([
    ['sans justificatif', { situation: 'ETUDES' as const, justificatif: false }],
    ['sans qu’on sache', { situation: 'ETUDES' as const }],
    ['qui travaille', { situation: 'EMPLOI' as const, justificatif: true }],
    ['sans situation', {}],
  ])('%s, il l’est au moins jusqu’à ses 18 ans', (_, reste) => {
    expect(reconnaitreAyantDroit(mutami, enfant(naissance, date, reste))).toMatchObject({
      verdict: 'ACCORDEE',
      valeur: { jusquAu: '2028-12-31' },
    })
  })
})

describe('les contradictions', () => {
  test.each([
    ['date', { dateNaissance: dateCivile('2025-06-02') }],
    [
      'handicapReconnuLe',
      { dateNaissance: dateCivile('2000-01-01'), handicapReconnuLe: dateCivile('1999-12-31') },
    ],
    ['date', { dateNaissance: dateCivile('2000-01-01'), handicapReconnuLe: dateCivile('2025-06-02') }],
  ])('accusent « %s »', (chemin, reste) => {
    expect(() => reconnaitreAyantDroit(mutami, { ...FAITS, ...reste })).toThrowError(
      expect.objectContaining({ code: 'FAIT_INVALIDE', chemin }),
    )
  })
})

test('on n’a pas de droits propres avant de naître', () => {
  const faits = {
    dateNaissance: dateCivile('2025-06-02'),
    date: dateCivile('2025-06-01'),
    refusExpres: false,
  }
  expect(() => emanciperMineur(mutami, faits)).toThrowError(
    expect.objectContaining({ code: 'FAIT_INVALIDE', chemin: 'date' }),
  )
})

describe('les partenaires', () => {
  test.each([
    ['Mutami', 'PACS', 'INCOMPLETE', mutami],
    ['Mutami', 'CONCUBIN', 'INCOMPLETE', mutami],
    ['Mutami', 'CONJOINT', 'ACCORDEE', mutami],
    ['Mutame Savoie Mont-Blanc', 'CONCUBIN', 'INCOMPLETE', smb],
    ['Mutame Savoie Mont-Blanc', 'PACS', 'ACCORDEE', smb],
    ['Ociane Matmut', 'CONCUBIN', 'ACCORDEE', ociane],
  ] as const)('%s, %s sans justificatif : %s', (_, lien, verdict, reglement) => {
    expect(reconnaitreAyantDroit(reglement, { ...FAITS, lien, justificatif: false }).verdict).toBe(verdict)
  })

  test('un justificatif dont on ne dit rien est tenu pour fourni', () => {
    expect(reconnaitreAyantDroit(mutami, { ...FAITS, lien: 'CONCUBIN' }).verdict).toBe('ACCORDEE')
  })
})
