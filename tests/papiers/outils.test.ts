import { expect, test } from 'vitest'
import { howToInstall, missingTools } from '@/scripts/test/debian'

test('un outil absent est vu, un outil présent ne l’est pas', () => {
  const outils = [
    { program: 'sh', package: 'dash' },
    { program: 'outil-que-personne-n-a', package: 'paquet' },
  ]
  expect(missingTools(outils)).toEqual([outils[1]])
})

test('ce qu’on ne peut pas installer est dit, avec la commande', () => {
  expect(howToInstall([{ program: 'zbarimg', package: 'zbar-tools' }])).toBe(
    'Il manque zbarimg : apt-get install zbar-tools',
  )
})
