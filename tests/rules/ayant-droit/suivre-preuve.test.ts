import { describe, expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { annoncerSeizeAns } from '@/lib/rules/ayant-droit/annoncer-seize-ans'
import type { SituationEnfant } from '@/lib/rules/ayant-droit/reconnaitre-ayant-droit'
import { preuveVautEncore, suivrePreuve } from '@/lib/rules/ayant-droit/suivre-preuve'
import { dateCivile } from '@/lib/rules/date/date-civile'

const {
  mutami,
  'mutame-smb': smb,
  'ociane-collectif': ociane,
  'mutame-plus': plus,
  'mieux-etre': mxe,
} = reglements
const d = dateCivile

describe('la preuve de l’année', () => {
  // Born 10 May 2006: 18 in 2024, covered without condition to 31/12/2024; Mutami then to 27 (2033), SMB to 25 (2031).
  const NAISSANCE = d('2006-05-10')
  const suivre = (
    reglement: (typeof reglements)[keyof typeof reglements],
    date: string,
    situation: SituationEnfant | null,
    recueLe: string | null = null,
  ) =>
    suivrePreuve(reglement, {
      date: d(date),
      dateNaissance: NAISSANCE,
      situation,
      handicapReconnuLe: null,
      recueLe: recueLe === null ? null : d(recueLe),
    })

  test.each([
    ['avant l’année des 18 ans, rien', mutami, '2023-06-01', 'ETUDES', null, null],
    [
      'l’année des 18 ans, la preuve de l’année suivante',
      mutami,
      '2024-06-01',
      'ETUDES',
      null,
      ['A_VENIR', 2025, '2024-12-31'],
    ],
    [
      'ensuite, celle de chaque année',
      mutami,
      '2026-03-17',
      'ETUDES',
      null,
      ['A_ENVOYER', 2026, '2026-12-31'],
    ],
    [
      'celle de l’année d’avant ne suffit pas',
      mutami,
      '2026-03-17',
      'ETUDES',
      '2025-10-02',
      ['A_ENVOYER', 2026, '2026-12-31'],
    ],
    [
      'reçue dans l’année, plus rien n’est dû',
      mutami,
      '2026-03-17',
      'ALTERNANCE',
      '2026-01-02',
      ['RECUE', 2026, null],
    ],
    [
      'la dernière année, celle des 27 ans',
      mutami,
      '2033-01-01',
      'ETUDES',
      null,
      ['A_ENVOYER', 2033, '2033-12-31'],
    ],
    ['après 27 ans, plus rien', mutami, '2034-01-01', 'ETUDES', null, null],
    ['SMB s’arrête à 25 ans', smb, '2032-01-01', 'ETUDES', null, null],
    [
      'SMB prouve le service civique',
      smb,
      '2026-03-17',
      'SERVICE_CIVIQUE',
      null,
      ['A_ENVOYER', 2026, '2026-12-31'],
    ],
    ['Mutami ne connaît pas le service civique', mutami, '2026-03-17', 'SERVICE_CIVIQUE', null, null],
    ['un emploi ne se prouve pas', mutami, '2026-03-17', 'EMPLOI', null, null],
    ['une situation inconnue non plus', mutami, '2026-03-17', null, null, null],
    ['Ociane ne demande pas de preuve', ociane, '2026-03-17', 'ETUDES', null, null],
    ['Mutame & Plus non plus', plus, '2026-03-17', 'ETUDES', null, null],
  ] as const)('%s', (_nom, reglement, date, situation, recue, attendu) => {
    const decision = suivre(reglement, date, situation, recue)
    const lu =
      decision?.verdict === 'ACCORDEE'
        ? [decision.valeur.etat, decision.valeur.annee, decision.valeur.avant]
        : null
    expect(lu).toEqual(attendu)
  })

  test('chaque situation a sa pièce, celle que l’article imprime', () => {
    const piece = (situation: SituationEnfant) => {
      const decision = suivre(smb, '2026-03-17', situation)
      return decision?.verdict === 'ACCORDEE' ? decision.valeur.pieces[0].auChoix[0] : null
    }
    expect(
      ['ETUDES', 'ALTERNANCE', 'RECHERCHE_PREMIER_EMPLOI', 'SERVICE_CIVIQUE'].map((s) =>
        piece(s as SituationEnfant),
      ),
    ).toEqual(['CERTIFICAT_SCOLARITE', 'CONTRAT_ALTERNANCE', 'AVIS_POLE_EMPLOI', 'CONTRAT_SERVICE_CIVIQUE'])
  })

  test('le handicap se prouve une fois pour toutes', () => {
    const faits = {
      date: d('2026-03-17'),
      dateNaissance: d('1998-02-01'),
      situation: null,
      handicapReconnuLe: d('2010-01-01'),
    }
    const sans = suivrePreuve(mutami, { ...faits, recueLe: null })
    const avec = suivrePreuve(mutami, { ...faits, recueLe: d('2012-05-05') })
    expect(
      [sans, avec].map((x) => (x?.verdict === 'ACCORDEE' ? [x.valeur.etat, x.valeur.avant] : null)),
    ).toEqual([
      ['A_ENVOYER', null],
      ['RECUE', null],
    ])
  })

  test.each([
    [null, '2026-03-17', false],
    ['2024-12-31', '2026-01-01', false],
    ['2025-01-01', '2026-12-31', true],
    ['2026-01-01', '2026-03-17', true],
  ])('reçue le %s, elle soutient encore la couverture au %s : %s', (recue, date, attendu) => {
    expect(preuveVautEncore(recue === null ? null : d(recue), d(date))).toBe(attendu)
  })
})

describe('A34 : l’annonce des seize ans', () => {
  test.each([
    // Born 2 August 2009: 16 on 2 August 2025. Two months before: from 2 June 2025.
    ['un jour trop tôt', mutami, '2009-08-02', '2025-06-01', null],
    ['deux mois avant', mutami, '2009-08-02', '2025-06-02', '2025-08-02'],
    ['la veille', mutami, '2009-08-02', '2025-08-01', '2025-08-02'],
    ['le jour même, ce n’est plus une annonce', mutami, '2009-08-02', '2025-08-02', null],
    ['née un 29 février, 2024 est bissextile', smb, '2008-02-29', '2024-01-15', '2024-02-29'],
    ['Ociane demande sa propre attestation', ociane, '2009-08-02', '2025-07-01', '2025-08-02'],
    ['Mieux-Etre aussi', mxe, '2009-08-02', '2025-07-01', '2025-08-02'],
    ['Mutame & Plus n’ouvre rien à cet âge', plus, '2009-08-02', '2025-07-01', null],
  ] as const)('%s', (_nom, reglement, naissance, date, attendu) => {
    const annonce = annoncerSeizeAns(reglement, { dateNaissance: d(naissance), date: d(date), moisAvant: 2 })
    expect(annonce?.anniversaire ?? null).toBe(attendu)
  })

  test('chaque règlement n’annonce que les droits qu’il ouvre', () => {
    const droits = [mutami, smb, ociane, mxe].map((r) => {
      const annonce = annoncerSeizeAns(r, {
        dateNaissance: d('2009-08-02'),
        date: d('2025-07-01'),
        moisAvant: 2,
      })
      return [annonce?.change.paiementDirect !== null, annonce?.change.attestationPropre !== null]
    })
    expect(droits).toEqual([
      [true, false],
      [true, false],
      [false, true],
      [false, true],
    ])
  })
})
