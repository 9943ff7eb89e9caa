import { expect, test, vi } from 'vitest'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { SYSTEME } from '@/lib/server/portee'
import { seConnecter } from '@/lib/services/connexion/mutations'
import {
  creerComptePersonnel,
  creerLienAdministrateur,
  creerPremierAdministrateur,
} from '@/lib/services/personnel/mutations'
import { BON_MOT_DE_PASSE, jetonDe, lignes, visiteDeTest } from '../support/comptes'

vi.setConfig({ testTimeout: 60_000 })

const saisie = (jeton: string, email = 'admin@exemple.fr') => ({
  jeton,
  nom: 'Alix Administre',
  email,
  motDePasse: BON_MOT_DE_PASSE,
})
const lien = async (instant = new Date()) => jetonDe((await creerLienAdministrateur(instant)) ?? '')

test("le premier administrateur naît d'un lien unique, et d'un seul : aucun compte par défaut (S-62)", async () => {
  const ancien = await lien()
  const jeton = await lien()
  const refuse = (j: string, instant = new Date()) =>
    expect(
      creerPremierAdministrateur(saisie(j), visiteDeTest({ instant, adresse: '192.0.2.99' })),
    ).rejects.toBeInstanceOf(SaisieRefusee)
  await refuse(ancien)
  await refuse('B'.repeat(43))
  await refuse(jeton, new Date(Date.now() + 25 * 3600_000))
  await expect(
    creerPremierAdministrateur({ ...saisie(jeton), motDePasse: 'administrateur' }, visiteDeTest()),
  ).rejects.toMatchObject({ erreurs: [{ champ: 'motDePasse' }] })

  const issues = await Promise.allSettled([
    creerPremierAdministrateur(saisie(jeton, 'un@exemple.fr'), visiteDeTest()),
    creerPremierAdministrateur(saisie(jeton, 'deux@exemple.fr'), visiteDeTest()),
  ])
  expect(issues.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const admins = await lignes<{ email: string }>("SELECT email FROM comptes WHERE role = 'ADMINISTRATEUR'")
  expect(admins).toHaveLength(1)
  const [{ email } = { email: '' }] = admins
  // S-17: nor does the link open anything; the first administrator gives themselves a factor before entering.
  await expect(
    seConnecter({ identifiant: email, motDePasse: BON_MOT_DE_PASSE }, visiteDeTest()),
  ).resolves.toMatchObject({
    etat: 'SECOND_PAS',
    pas: 'ENROLER',
    role: 'ADMINISTRATEUR',
  })
  expect(await lignes('SELECT 1 FROM sessions')).toEqual([])
  expect(await creerLienAdministrateur(new Date())).toBeNull()
  expect(await lignes("SELECT 1 FROM journal WHERE acte = 'ADMINISTRATEUR_CREE'")).toHaveLength(1)
})

test('deux comptes de gestion ne partagent pas une adresse', async () => {
  const compte = {
    role: 'GESTIONNAIRE',
    nom: 'Gil Gestion',
    email: 'gestion@exemple.fr',
    motDePasse: BON_MOT_DE_PASSE,
  } as const
  await creerComptePersonnel(SYSTEME, compte, new Date())
  await expect(
    creerComptePersonnel(SYSTEME, { ...compte, role: 'COMPTABLE' }, new Date()),
  ).rejects.toMatchObject({
    erreurs: [{ champ: 'email' }],
  })
})
