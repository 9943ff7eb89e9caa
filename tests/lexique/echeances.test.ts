import { describe, expect, test } from 'vitest'
import { direEcheance, type SituationEcheance } from '@/lib/lexique/echeances'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { periodeEnMots } from '@/lib/services/mes-cotisations/view'

const SITUATION: SituationEcheance = {
  montant: 13_610,
  mode: 'PRELEVEMENT',
  etat: 'A_VENIR',
  exigibleLe: dateCivile('2026-04-06'),
  payeeLe: null,
  executionLe: null,
  codeRetour: null,
  jour: dateCivile('2026-03-17'),
  mandat: true,
  perdu: false,
}

describe('A11 : où en est une cotisation', () => {
  test.each<[string, Partial<SituationEcheance>, string, string]>([
    // 6 April 2026 is Easter Monday: no bank settles.
    [
      'à venir, un jour de fermeture des banques',
      {},
      'À venir, prélèvement le 7 avril 2026, les banques étant fermées le jour prévu',
      'NEANT',
    ],
    ['à venir', { exigibleLe: dateCivile('2026-04-15') }, 'À venir, prélèvement le 15 avril 2026', 'NEANT'],
    [
      'dans un lot',
      { etat: 'APPELEE', executionLe: dateCivile('2026-04-07') },
      'Prélèvement le 7 avril 2026',
      'NEANT',
    ],
    ['payée', { etat: 'PAYEE', payeeLe: dateCivile('2026-04-06') }, 'Payée le 6 avril 2026', 'FAIT'],
    ['revenue', { etat: 'REJETEE', codeRetour: 'AC04' }, 'Prélèvement revenu impayé', 'REFUS'],
    ['chèque à venir', { mode: 'CHEQUE' }, 'À venir, chèque à nous envoyer pour le 6 avril 2026', 'NEANT'],
    [
      'chèque attendu',
      { mode: 'CHEQUE', etat: 'APPELEE' },
      'À payer par chèque, depuis le 6 avril 2026',
      'ATTENTE',
    ],
    ['paye', { mode: 'PRECOMPTE' }, 'À venir, retenue sur votre paye d’avril 2026', 'NEANT'],
    ['absorbée', { montant: 0 }, 'Rien à payer : déjà réglé par un trop-perçu', 'NEANT'],
    ['à rendre', { montant: -500 }, 'À vous rendre, le 6 avril 2026 au plus tard', 'ATTENTE'],
    [
      'à rendre, en retard',
      { montant: -500, exigibleLe: dateCivile('2026-03-06') },
      'À vous rendre depuis le 6 mars 2026',
      'ATTENTE',
    ],
    [
      'à rendre, dans un lot',
      { montant: -500, etat: 'APPELEE', executionLe: dateCivile('2026-03-19') },
      'À vous rendre, virement le 19 mars 2026',
      'ATTENTE',
    ],
    [
      'virement parti, pas encore arrivé',
      { montant: -500, etat: 'PAYEE', payeeLe: dateCivile('2026-03-19') },
      'À vous rendre, virement le 19 mars 2026',
      'ATTENTE',
    ],
    [
      'rendue',
      { montant: -500, etat: 'PAYEE', payeeLe: dateCivile('2026-03-16') },
      'Rendue le 16 mars 2026',
      'FAIT',
    ],
    [
      'virement revenu',
      { montant: -500, etat: 'REJETEE', codeRetour: 'AC04' },
      'À vous rendre : le virement est revenu',
      'ATTENTE',
    ],
    [
      'en retard',
      { exigibleLe: dateCivile('2026-03-06') },
      'Pas encore prélevée, due depuis le 6 mars 2026',
      'ATTENTE',
    ],
    ['prélèvement perdu', { perdu: true }, 'À venir, due le 6 avril 2026, sans prélèvement', 'NEANT'],
  ])('%s', (_cas, change, phrase, ton) => {
    expect(direEcheance({ ...SITUATION, ...change })).toMatchObject({ phrase, ton })
  })

  test('un retour et un mandat manquant disent ce qu’il faut faire', () => {
    const revenue = direEcheance({ ...SITUATION, etat: 'REJETEE', codeRetour: 'AC04' })
    expect(revenue.aFaire).toMatch(/Le compte est clos.*nouveau RIB/)
    const sansMandat = { ...SITUATION, mandat: false, exigibleLe: dateCivile('2026-03-06') }
    expect(direEcheance(sansMandat).aFaire).toMatch(/mandat de prélèvement signé/)
    expect(direEcheance(SITUATION).aFaire).toBeNull()
  })

  test.each([
    ['2026-03-01', '2026-03-31', 'Mars 2026'],
    ['2026-01-01', '2026-03-31', 'Janvier à mars 2026'],
    ['2026-08-01', '2026-08-15', 'Du 1er août 2026 au 15 août 2026'],
    ['2026-08-15', '2026-08-15', '15 août 2026'],
  ])('la période du %s au %s se lit « %s »', (du, au, phrase) => {
    expect(periodeEnMots(dateCivile(du), dateCivile(au))).toBe(phrase)
  })
})
