import { expect, test } from 'vitest'
import { schemaDiff } from '@/scripts/database/migrations'
import { baseDeTest } from '../support/database'

test('les migrations appliquées à une base vide donnent exactement le schéma Prisma', async () => {
  const { urlProprietaire } = await baseDeTest()
  expect(await schemaDiff(process.cwd(), urlProprietaire, 'migrations')).toBe('')
})
