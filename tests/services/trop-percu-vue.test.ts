import { expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { enDate, enNombre, motif } from '@/lib/rules/decision/motif'
import { articleCite } from '@/lib/services/remboursement/data'
import type { TropPercuLu } from '@/lib/services/trop-percu/data'
import { suivreTropPercus, voirMesTropPercus } from '@/lib/services/trop-percu/view'

const JOUR = dateCivile('2026-03-17')
const delai = (limite: string) =>
  motif('REMBOURSEMENT_SOUS_DELAI', 'mutami/art-8', { delai: enNombre(30, 'jours'), limite: enDate(limite) })

const lu = (id: string, limite: string | null, plus: Partial<TropPercuLu> = {}): TropPercuLu => ({
  id,
  adhesionId: id,
  numeroAdherent: id,
  nom: `Nom ${id}`,
  reglement: 'mutami',
  annee: 2026,
  montant: 4997,
  etat: 'A_VENIR',
  exigibleLe: dateCivile(limite ?? '2026-03-01'),
  depuis: dateCivile('2026-03-01'),
  cause: 'RESILIATION',
  motifs: limite === null ? [motif('ECHEANCIER_INCHANGE', 'mutami/art-19')] : [delai(limite), delai(limite)],
  payeLe: null,
  enLot: false,
  executionLe: null,
  ibanFin: '7890',
  aRecompter: false,
  codeRetour: null,
  ...plus,
})

test('la comptabilité voit d’abord ce dont le délai est dépassé et qui n’est pas encore parti (A37)', () => {
  const suivis = suivreTropPercus(
    [
      lu('sans-delai', null),
      lu('parti', '2026-03-02', { enLot: true, executionLe: dateCivile('2026-03-19') }),
      lu('a-temps', '2026-03-17'),
      lu('en-retard', '2026-03-16', { ibanFin: null }),
    ],
    JOUR,
  )
  expect(suivis.map(({ id, depasse, pret }) => [id, depasse, pret])).toEqual([
    ['en-retard', true, false],
    ['sans-delai', false, true],
    ['parti', false, false],
    ['a-temps', false, true],
  ])
})

test('l’adhérent lit chaque fondement une fois, avec son article', () => {
  const [vu] = voirMesTropPercus([lu('x', '2026-03-30')], { jour: JOUR, article: articleCite })
  expect(vu?.cause).toMatch(/^Votre contrat a pris fin/)
  expect(vu?.etapes).toEqual([
    {
      phrase: expect.stringContaining('le 30 mars 2026 au plus tard'),
      article: expect.stringMatching(/^Art\. 8, /),
    },
  ])
})
