import { describe, expect, test } from 'vitest'
import { reprocheMotDePasse } from '@/lib/server/robustesse'
import { JOUR_DEMONSTRATION } from '@/prisma/demonstration/calendrier'
import fichier from '@/prisma/demonstration/comptes.json'
import { familles } from '@/prisma/demonstration/familles'

const adherents = fichier.comptes.filter((c) => c.role === 'ADHERENT')

describe('les comptes de la démonstration', () => {
  test('le jour est celui des fichiers', () => {
    expect(fichier.jour).toBe(JOUR_DEMONSTRATION)
  })

  test.each(adherents)(
    '$qui est une personne du portefeuille',
    ({ famille, personne, identifiant, email }) => {
      const trouvee = familles.find((f) => f.cle === famille)?.personnes.find((p) => p.cle === personne)
      expect(trouvee).toBeDefined()
      expect([email, trouvee?.codeAcces]).toContain(identifiant)
    },
  )

  test('chaque famille a au moins un compte', () => {
    expect(new Set(adherents.map((c) => c.famille))).toEqual(new Set(familles.map((f) => f.cle)))
  })

  test('les deux conjoints qui partagent une adresse se connectent par leur code', () => {
    const partages = adherents.filter((c) => c.email === 'dornano.legoff@exemple.test')
    expect(partages).toHaveLength(2)
    for (const { identifiant, email } of partages) expect(identifiant).not.toBe(email)
    const autres = adherents.filter((c) => !partages.includes(c)).map((c) => c.email)
    expect(new Set(autres).size).toBe(autres.length)
  })

  test.each(fichier.comptes)('le mot de passe de $qui est accepté', ({ qui, email, motDePasse }) => {
    expect(reprocheMotDePasse(motDePasse, [qui, email])).toBeNull()
  })

  test('la jeune fille qui a son compte a seize ans ce jour-là', () => {
    const yasmine = familles.flatMap((f) => f.personnes).find((p) => p.cle === 'yasmine')
    const anniversaire = `${Number(yasmine?.naissance.slice(0, 4)) + 16}${yasmine?.naissance.slice(4)}`
    expect(anniversaire <= fichier.jour).toBe(true)
    expect(`${Number(anniversaire.slice(0, 4)) + 2}${anniversaire.slice(4)}` > fichier.jour).toBe(true)
  })

  test('les cinq rôles de la gestion ont un compte', () => {
    const roles = fichier.comptes.map((c) => c.role).filter((role) => role !== 'ADHERENT')
    expect(roles).toEqual(['GESTIONNAIRE', 'SUPERVISEUR', 'COMPTABLE', 'ADMINISTRATEUR', 'MEDECIN_CONSEIL'])
  })
})
