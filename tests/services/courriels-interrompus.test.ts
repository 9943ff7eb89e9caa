import { expect, test } from 'vitest'
import { type Bilan, rafaler } from '../support/rafale-courriels'

/** R-22 in short; `npm run test:long` has a thousand mails and twenty kills. */
const COURRIELS = 120
const ARRETS = 3

const sansDoubleDe = ({ recus }: Bilan) => new Set(recus.map(({ messageId }) => messageId)).size

test('tué en plein envoi, le travailleur ne perd rien, et un double porte le même Message-ID', async () => {
  const bilan = await rafaler({ courriels: COURRIELS, arrets: ARRETS })
  expect(bilan.etats).toEqual([{ etat: 'ENVOYE', n: COURRIELS }])
  expect(bilan.arrets).toBe(ARRETS)
  const acceptes = bilan.recus.filter(({ accepte }) => accepte)
  expect(new Set(acceptes.map(({ a }) => a[0])).size).toBe(COURRIELS)
  expect(sansDoubleDe(bilan)).toBe(COURRIELS)
  // Cut or silent before 250: the server has it, the portal cannot know, and sends it again.
  expect(bilan.recus.length).toBeGreaterThan(COURRIELS)
})
