import { describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { frapperAdherent, frapperGestion, mainsPermettent } from '@/lib/server/portee'
import {
  type Cote,
  choisitSoiMeme,
  coteDe,
  type DelegationVisee,
  peutPasser,
  vautLe,
} from '@/lib/services/delegation/access'

const visee = (plus: Partial<DelegationVisee> = {}): DelegationVisee => ({
  motif: 'AIDANT',
  etat: 'PROPOSEE',
  protegeId: 'aidee',
  delegueId: null,
  inviteEmail: 'fille@exemple.fr',
  parGestion: false,
  ...plus,
})
const membre = (personneId: string, plus: object = {}) =>
  frapperAdherent({
    type: 'ADHERENT',
    compteId: `compte-${personneId}`,
    personneId,
    adhesions: [],
    adhesionsLues: [],
    ...plus,
  })
const agent = (role: 'GESTIONNAIRE' | 'SUPERVISEUR' | 'COMPTABLE' | 'MEDECIN_CONSEIL' | 'ADMINISTRATEUR') =>
  frapperGestion({ type: 'GESTION', compteId: role, role })

describe('A35 : de quel côté d’une délégation on se trouve', () => {
  const enCours = visee({ etat: 'ACTIVE', delegueId: 'compte-fille' })
  test.each([
    ['la personne aidée', membre('aidee'), null, visee(), 'PROTEGE'],
    ['qui a cette adresse confirmée', membre('fille'), 'fille@exemple.fr', visee(), 'DELEGUE'],
    ['qui a une autre adresse', membre('autre'), 'autre@exemple.fr', visee(), null],
    ['qui n’a pas confirmé la sienne', membre('fille'), null, visee(), null],
    ['la même adresse, une fois qu’un autre a accepté', membre('x'), 'fille@exemple.fr', enCours, null],
    ['qui a accepté', membre('fille'), null, enCours, 'DELEGUE'],
    [
      'qui agit pour la personne aidée n’est pas la personne aidée',
      membre('aidee', { delegation: { id: 'd', compteId: 'compte-fille', etendue: 'RECEVOIR' } }),
      null,
      enCours,
      null,
    ],
    [
      'le personnel qui regarde l’espace non plus',
      membre('aidee', { lectureSeule: true }),
      null,
      enCours,
      null,
    ],
    ['un gestionnaire', agent('GESTIONNAIRE'), null, visee(), 'GESTION'],
    ['un superviseur', agent('SUPERVISEUR'), null, visee(), 'GESTION'],
    ['un comptable', agent('COMPTABLE'), null, visee(), null],
    ['un médecin-conseil', agent('MEDECIN_CONSEIL'), null, visee(), null],
    ['un administrateur', agent('ADMINISTRATEUR'), null, visee(), null],
  ] as const)('%s', (_cas, acteur, email, d, attendu) => {
    expect(coteDe(acteur, email, d)).toBe(attendu)
  })
})

describe('A35 : qui fait avancer une délégation', () => {
  const titre = visee({ motif: 'TUTELLE', protegeId: null, inviteEmail: null })
  const papier = visee({ motif: 'TUTELLE', parGestion: true })
  const active = (motif: DelegationVisee['motif']) => visee({ motif, etat: 'ACTIVE', delegueId: 'x' })
  const TOUS = ['ACCEPTER', 'ACCORDER', 'REFUSER', 'REVOQUER', 'FINIR', 'PROPOSER'] as const
  test.each<[string, Cote, DelegationVisee, readonly string[]]>([
    ['proposée par consentement, celle qui se confie la retire', 'PROTEGE', visee(), ['REVOQUER']],
    ['proposée par consentement, l’autre répond', 'DELEGUE', visee(), ['ACCEPTER', 'REFUSER']],
    ['proposée par consentement, la mutuelle n’y est pour rien', 'GESTION', visee(), []],
    ['demandée par un tuteur, la mutuelle décide', 'GESTION', titre, ['ACCORDER', 'REFUSER']],
    ['demandée par un tuteur, lui-même la retire, sans se l’accorder', 'DELEGUE', titre, ['REVOQUER']],
    ['enregistrée sur papier, le mandataire répond', 'DELEGUE', papier, ['ACCEPTER', 'REFUSER']],
    ['enregistrée sur papier, la mutuelle la retire', 'GESTION', papier, ['REVOQUER']],
    ['enregistrée sur papier, la personne protégée la lit', 'PROTEGE', papier, []],
    ['un conjoint en cours : chacun l’arrête', 'PROTEGE', active('CONJOINT'), ['REVOQUER']],
    ['un aidant en cours : il renonce', 'DELEGUE', active('AIDANT'), ['REVOQUER']],
    ['un parent en cours : l’enfant qui a son espace l’arrête', 'PROTEGE', active('PARENT'), ['REVOQUER']],
    [
      'une tutelle en cours : la personne protégée ne défait pas le jugement',
      'PROTEGE',
      active('TUTELLE'),
      [],
    ],
    ['une curatelle en cours : non plus', 'PROTEGE', active('CURATELLE'), []],
    ['une tutelle en cours : la mutuelle l’arrête', 'GESTION', active('TUTELLE'), ['REVOQUER']],
    ['une délégation arrêtée ne bouge plus', 'PROTEGE', visee({ etat: 'REVOQUEE' }), []],
    ['une délégation refusée ne s’accepte plus', 'DELEGUE', visee({ etat: 'REFUSEE' }), []],
    ['une délégation finie ne s’arrête plus', 'DELEGUE', visee({ etat: 'FINIE', delegueId: 'x' }), []],
  ])('%s', (_cas, cote, d, attendus) => {
    expect(TOUS.filter((passage) => peutPasser(passage, cote, d))).toEqual(attendus)
  })
})

describe('A35 : ce qu’une étendue permet', () => {
  const par = (etendue: 'VOIR' | 'DEMANDER' | 'RECEVOIR') =>
    membre('aidee', { delegation: { id: 'd', compteId: 'compte-fille', etendue } })
  test.each([
    ['voir', par('VOIR'), [true, false, false, false]],
    ['demander', par('DEMANDER'), [true, true, false, false]],
    ['recevoir', par('RECEVOIR'), [true, true, true, false]],
    ['soi-même', membre('aidee'), [true, true, true, true]],
  ] as const)('%s', (_cas, acteur, attendus) => {
    expect(
      (['VOIR', 'DEMANDER', 'RECEVOIR', null] as const).map((geste) => mainsPermettent(acteur, geste)),
    ).toEqual(attendus)
  })
})

describe('A35 : les jours d’une délégation', () => {
  const d = { etat: 'ACTIVE', du: dateCivile('2026-03-17'), au: dateCivile('2026-12-31') } as const
  test.each([
    ['la veille de son premier jour', d, '2026-03-16', false],
    ['son premier jour', d, '2026-03-17', true],
    ['son dernier jour', d, '2026-12-31', true],
    ['le lendemain de son dernier jour', d, '2027-01-01', false],
    ['sans terme, des années après', { ...d, au: null }, '2040-01-01', true],
    ['arrêtée', { ...d, etat: 'REVOQUEE' as const }, '2026-06-01', false],
    ['proposée', { ...d, etat: 'PROPOSEE' as const }, '2026-06-01', false],
  ])('%s', (_cas, delegation, jour, attendu) => {
    expect(vautLe(delegation, dateCivile(jour))).toBe(attendu)
  })

  test.each([
    ['la veille de ses seize ans', '2010-03-18', false],
    ['le jour de ses seize ans', '2010-03-17', true],
    ['né un 29 février, le 17 mars 2024 + 2', '2008-02-29', true],
    ['une date « lunaire » compte pour la fin de son année', '2010-13-01', false],
  ])('un enfant choisit lui-même : %s', (_cas, naissance, attendu) => {
    expect(choisitSoiMeme(naissance, dateCivile('2026-03-17'))).toBe(attendu)
  })
})
