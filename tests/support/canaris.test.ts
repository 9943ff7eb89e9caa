import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { chercheur } from './canaris'

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const chercher = chercheur([ID, ...Array.from({ length: 500 }, () => randomUUID()), '0000123', 'Perrin'])

test.each([
  ['un identifiant dans une adresse', `<a href="/adherent/remboursements/${ID}">`, [ID.toUpperCase()]],
  ['en majuscules', ID.toUpperCase(), [ID.toUpperCase()]],
  ['collé à des chiffres', `12${ID}34`, [ID.toUpperCase()]],
  ['collé à une lettre, c’est un autre mot', `x${ID}`, []],
  [
    'après le début d’un autre',
    `aaaaaaaa-0189-0a5d-ac96-77${ID} ${ID}`,
    [ID.toUpperCase(), ID.toUpperCase()],
  ],
  ['un numéro', 'n° 0000123.', ['0000123']],
  ['un nom', 'Mme PERRIN, bonjour', ['PERRIN']],
  ['« Perrine » n’est pas Perrin', 'Perrine', []],
  ['un identifiant de personne d’ici', randomUUID(), []],
])('%s', (_nom, corps, attendus) => {
  expect(chercher(corps)).toEqual(attendus)
})
