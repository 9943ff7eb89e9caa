import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const LE_FORMULAIRE = 'components/ui/form.tsx'
/** A form given to a server action, not to an address. */
const ENVOYE_A_UNE_ACTION = /<form\b[^>]*\baction=\{/s

const envoyes = (texte: string): boolean => ENVOYE_A_UNE_ACTION.test(texte)

test('A35 : tout formulaire envoyé à une action est celui qui dit pour quel espace il est fait', () => {
  const fautifs = ['app', 'components'].flatMap((racine) =>
    readdirSync(racine, { recursive: true, encoding: 'utf8' })
      .filter((nom) => nom.endsWith('.tsx'))
      .map((nom) => join(racine, nom))
      .filter((nom) => nom !== LE_FORMULAIRE && envoyes(readFileSync(nom, 'utf8'))),
  )
  expect(fautifs).toEqual([])
})

test('un formulaire planté est vu, une recherche ou une déconnexion ne le sont pas', () => {
  expect(envoyes('<form ref={x}\n action={soumettre}>')).toBe(true)
  expect(envoyes('<form method="get" noValidate>')).toBe(false)
  expect(envoyes('<form action="/deconnexion" method="post">')).toBe(false)
  expect(envoyes(readFileSync(LE_FORMULAIRE, 'utf8').replace('{...props}', 'action={a}'))).toBe(true)
})
