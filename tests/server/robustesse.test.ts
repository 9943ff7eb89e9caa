import { describe, expect, test } from 'vitest'
import { reprocheMotDePasse } from '@/lib/server/robustesse'

const PROPRES = ['Bérengère', 'Vandenbroucke', 'b.vanden@exemple.fr', '1984-07-19', '19840719']

describe('la robustesse des mots de passe', () => {
  test.each([
    'girafe lampe ciment vague',
    'quatre mots sans rapport',
    'Xk9#mQ2$vL7p',
    'le train de 7h12 sent la cannelle',
    'ƒØπ≈ç√∫µ≤ Ωé®†',
    'корова жёлтый трамвай',
    'girafe lampe ciment bérengère',
    'girafe lampe ciment vague tiroir '.repeat(4),
    '  espaces gardés au bord, virgule  ',
    `phrase de soixante-quatre caractères et même plus, avec des espaces`,
  ])('« %s » est accepté', (motDePasse) => {
    expect(reprocheMotDePasse(motDePasse, PROPRES)).toBeNull()
  })

  test.each([
    'court',
    'onze caract',
    '123456789012',
    'aaaaaaaaaaaa',
    'azertyuiop123',
    'Bérengère1984',
    'berengere.vandenbroucke',
    'BÉRENGÈREVANDENBROUCKE1984',
    'Vandenbroucke-1984',
    '19840719-1984',
    'pontlevant2026',
    'Motdepasse2026!',
    'mutuelle-mutuelle',
    'soleil soleil soleil',
    'Marseille13013',
    'x'.repeat(257),
  ])('« %s » est refusé', (motDePasse) => {
    expect(reprocheMotDePasse(motDePasse, PROPRES)).toMatch(/^(Choisissez|Ce mot de passe)/)
  })

  test("aucune règle de composition : ni majuscule, ni chiffre, ni signe n'est exigé", () => {
    expect(reprocheMotDePasse('violonbrumetiroircactus', [])).toBeNull()
  })
})
