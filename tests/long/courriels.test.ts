import { expect, test } from 'vitest'
import { rafaler } from '../support/rafale-courriels'

const COURRIELS = 1_000
const ARRETS = 20
/** Connections of one worker: what may have been answered 250 at the instant of a kill, and not yet written. */
const EN_VOL = 5

test('R-22 : mille courriels, vingt arrêts brutaux, un serveur qui refuse, se tait et coupe : aucun perdu', async () => {
  const { recus, arrets, etats } = await rafaler({ courriels: COURRIELS, arrets: ARRETS })
  expect(etats).toEqual([{ etat: 'ENVOYE', n: COURRIELS }])
  expect(arrets).toBe(ARRETS)
  const acceptes = recus.filter(({ accepte }) => accepte)
  expect(new Set(acceptes.map(({ a }) => a[0])).size).toBe(COURRIELS)
  expect(new Set(recus.map(({ messageId }) => messageId)).size).toBe(COURRIELS)
  const doubles = acceptes.length - COURRIELS
  console.log(`${doubles} courriel(s) accepté(s) deux fois sur ${COURRIELS}, pour ${ARRETS} arrêts`)
  expect(doubles).toBeLessThanOrEqual(ARRETS * EN_VOL)
})
