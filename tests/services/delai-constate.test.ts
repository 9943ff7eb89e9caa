import { beforeAll, describe, expect, test } from 'vitest'
import { lire } from '@/lib/server/db'
import { loadCorbeille } from '@/lib/services/corbeille/data'
import { filtresCorbeilleSchema } from '@/lib/services/corbeille/schema'
import { loadDelaisConstates } from '@/lib/services/delai-constate/data'
import { recompterDelais } from '@/lib/services/delai-constate/mutations'
import {
  ecrireDureeOuvree,
  mediane,
  phraseDelaiConstate,
  voirPonctualite,
} from '@/lib/services/delai-constate/view'
import { lignes } from '../support/comptes'
import { unAgent, unMembre } from '../support/demandes'

beforeAll(() => {
  // Mardi 17 mars 2026.
  process.env.PORTAIL_TODAY = '2026-03-17'
})

/** Sent, answered, at hours of Paris in winter. */
async function repondue(compteId: string, nature: string, envoyee: string, reponses: readonly string[]) {
  const close = reponses.at(-1)
  const [d] = await lignes<{ id: string }>(
    `INSERT INTO demandes (nature, etat, compte_id, cle, faits, equipe, cree_le, envoyee_le, repondre_avant, limite, close_le)
      VALUES ($1::text::"NatureDemande", 'REPONDUE', $2, gen_random_uuid(), '{}', 'ADHESIONS', $3, $3, $3, '{}', $4) RETURNING id`,
    [nature, compteId, `${envoyee}+01`, `${close}+01`],
  )
  let rang = 0
  for (const moment of reponses) {
    rang += 1
    await lignes(
      `INSERT INTO passages_demande (demande_id, rang, passage, etat, moment) VALUES ($1, $2, 'REPONDRE', 'REPONDUE', $3)`,
      [d?.id, rang, `${moment}+01`],
    )
  }
}

describe('le délai constaté', () => {
  test('G02 : la médiane des jours ouvrés entre l’envoi et la première réponse, au moins cinq réponses, lue par un adhérent', async () => {
    const acteur = await unMembre()
    const message = (envoyee: string, ...reponses: string[]) =>
      repondue(acteur.compteId, 'MESSAGE', envoyee, reponses)
    // Lundi 9 → mardi 10 : 28 h.
    await message('2026-03-09 10:00', '2026-03-10 14:00')
    // Vendredi 6, 18 h → lundi 9, 8 h : 6 h puis 8 h, soit 14 h ; la fin de semaine ne compte pas.
    await message('2026-03-06 18:00', '2026-03-09 08:00')
    // 2 h ; la seconde réponse ne compte pas.
    await message('2026-03-11 08:00', '2026-03-11 10:00', '2026-03-13 10:00')
    // 48 h.
    await message('2026-03-10 09:00', '2026-03-12 09:00')
    // 72 h.
    await message('2026-03-10 09:00', '2026-03-13 09:00')
    // Plus de 90 jours.
    await message('2025-11-03 09:00', '2025-12-10 09:00')
    // Quatre réclamations seulement : rien à en dire.
    for (const heure of ['09', '10', '11', '12'])
      await repondue(acteur.compteId, 'RECLAMATION', '2026-03-09 08:00', [`2026-03-09 ${heure}:00`])

    expect(await recompterDelais()).toBe(1)
    const delais = await lire(acteur, loadDelaisConstates)
    // 2, 14, 28, 48, 72 : la médiane est 28 h.
    expect(delais).toEqual([{ nature: 'MESSAGE', minutes: 28 * 60, nombre: 5 }])
    expect(phraseDelaiConstate(delais, 'MESSAGE')).toBe('En pratique : 1\u00a0jour ouvré et 4\u00a0heures')
    expect(phraseDelaiConstate(delais, 'RECLAMATION')).toBeNull()
  })

  test('G02 : la part répondue dans le délai, par nature, est dite au superviseur et à lui seul', async () => {
    const acteur = await unMembre()
    // Limite : le vendredi 13 à 9 h. À temps, à la minute près, en retard, rouverte puis close en retard, et en retard une fois.
    const limite = '2026-03-13 09:00'
    for (const [reponses, escaladee] of [
      [['2026-03-11 09:00'], false],
      [['2026-03-13 09:00'], false],
      [['2026-03-13 09:01'], false],
      [['2026-03-11 10:00', '2026-03-16 10:00'], false],
      [['2026-03-12 10:00'], true],
    ] as const) {
      await repondue(acteur.compteId, 'PORTABILITE', '2026-03-10 09:00', reponses)
      await lignes("UPDATE demandes SET repondre_avant = $1 WHERE nature = 'PORTABILITE'", [`${limite}+01`])
      if (escaladee)
        await lignes(
          `INSERT INTO passages_demande (demande_id, rang, passage, etat, moment)
            SELECT id, 9, 'ESCALADER', 'PRISE', now() FROM demandes WHERE nature = 'PORTABILITE' ORDER BY numero DESC LIMIT 1`,
        )
    }
    await recompterDelais()
    const corbeille = async (role: 'SUPERVISEUR' | 'GESTIONNAIRE') =>
      loadCorbeille(await unAgent(role), filtresCorbeilleSchema.parse({}), {})
    expect((await corbeille('SUPERVISEUR'))?.ponctualite).toContainEqual({
      nature: 'Garder mes garanties après mon emploi',
      part: '40\u00a0% dans le délai (2 sur 5)',
      // Première réponse 24, 25, 49, 72 et 72 h après l’envoi : la médiane est 49 h.
      mediane: 'la moitié en 2\u00a0jours ouvrés et 1\u00a0heure ou moins',
    })
    expect((await corbeille('GESTIONNAIRE'))?.ponctualite).toBeNull()
    await lignes("DELETE FROM delais_constates WHERE nature = 'PORTABILITE'")
    await lignes("UPDATE demandes SET close_le = '2025-11-01' WHERE nature = 'PORTABILITE'")
  })

  test('une seule en retard n’est jamais « 100 % », une seule à temps jamais « 0 % »', () => {
    const part = (aTemps: number, nombre: number) =>
      voirPonctualite([{ nature: 'MESSAGE', minutes: 60, nombre, aTemps }], () => 'Un message')[0]?.part
    expect(part(999, 1000)).toBe('99\u00a0% dans le délai (999 sur 1000)')
    expect(part(1, 1000)).toBe('1\u00a0% dans le délai (1 sur 1000)')
    expect(part(5, 5)).toBe('100\u00a0% dans le délai (5 sur 5)')
    expect(part(0, 5)).toBe('0\u00a0% dans le délai (0 sur 5)')
  })

  test('compté deux fois en même temps, il est le même', async () => {
    await Promise.all([recompterDelais(), recompterDelais()])
    expect(await lire(await unMembre(), loadDelaisConstates)).toHaveLength(1)
  })

  test('laissé par un travail de fond arrêté depuis plus d’une semaine, il n’est plus dit', async () => {
    await lignes("UPDATE delais_constates SET calcule_le = calcule_le - interval '8 days'")
    expect(await lire(await unMembre(), loadDelaisConstates)).toEqual([])
  })

  test.each([
    [20, 'moins d’une heure'],
    [60, '1\u00a0heure'],
    [23 * 60 + 40, '1\u00a0jour ouvré'],
    [28 * 60, '1\u00a0jour ouvré et 4\u00a0heures'],
    [48 * 60, '2\u00a0jours ouvrés'],
    [49 * 60, '2\u00a0jours ouvrés et 1\u00a0heure'],
  ])('%i minutes se disent « %s »', (minutes, dit) => {
    expect(ecrireDureeOuvree(minutes)).toBe(dit)
  })

  test('entre deux valeurs, leur moyenne ; de rien, rien', () => {
    expect(mediane([10, 4])).toBe(7)
    expect(mediane([])).toBeNull()
  })
})
