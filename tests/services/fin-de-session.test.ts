import { beforeAll, describe, expect, test } from 'vitest'
import { ecrire } from '@/lib/server/db'
import { type RoleGestion, SYSTEME } from '@/lib/server/portee'
import { ouvrirSession, reconnaitreSession, regarderSession } from '@/lib/server/sessions'
import { creerComptePersonnel } from '@/lib/services/personnel/mutations'
import { BON_MOT_DE_PASSE, creerPersonne, lignes } from '../support/comptes'

const SECONDE = 1000
const MINUTE = 60 * SECONDE
const HEURE = 60 * MINUTE
const DEBUT = new Date('2026-03-17T08:00:00Z')
const apres = (ms: number) => new Date(DEBUT.getTime() + ms)

const comptes = new Map<'ADHERENT' | RoleGestion, string>()
const STAFF: readonly RoleGestion[] = [
  'GESTIONNAIRE',
  'SUPERVISEUR',
  'COMPTABLE',
  'MEDECIN_CONSEIL',
  'ADMINISTRATEUR',
]

beforeAll(async () => {
  comptes.set('ADHERENT', (await creerPersonne({ email: 'fin@exemple.fr' })).compteId)
  for (const role of STAFF) {
    const email = `fin-${role.toLowerCase().replace('_', '-')}@exemple.fr`
    await creerComptePersonnel(SYSTEME, { role, nom: 'Agent', email, motDePasse: BON_MOT_DE_PASSE }, DEBUT)
    const [compte] = await lignes<{ id: string }>('SELECT id FROM comptes WHERE email = $1', [email])
    comptes.set(role, compte?.id ?? '')
  }
})

const ouvrir = (role: 'ADHERENT' | RoleGestion): Promise<string> =>
  ecrire(SYSTEME, (client) => ouvrirSession(client, comptes.get(role) ?? '', 'Test', DEBUT))

/** Asked for something every ten minutes until `fin`. */
async function occuper(secret: string, fin: number): Promise<void> {
  for (let t = 10 * MINUTE; t < fin; t += 10 * MINUTE) await reconnaitreSession(secret, apres(t))
}

describe('la fin d’une session', () => {
  test.each([['ADHERENT', 30], ...STAFF.map((role) => [role, 15] as const)] as const)(
    'S-05 : %s, sans rien demander, tient jusqu’à la seconde avant %i minutes, et plus à la seconde d’après',
    async (role, minutes) => {
      const [avant, apresFin] = [await ouvrir(role), await ouvrir(role)]
      expect(await reconnaitreSession(avant, apres(minutes * MINUTE - SECONDE))).not.toBeNull()
      expect(await reconnaitreSession(apresFin, apres(minutes * MINUTE + SECONDE))).toBeNull()
    },
  )

  test.each([['ADHERENT'], ['GESTIONNAIRE']] as const)(
    'S-05 : %s, même sans cesse occupée, elle finit au bout de douze heures',
    async (role) => {
      const secret = await ouvrir(role)
      await occuper(secret, 12 * HEURE)
      expect(await reconnaitreSession(secret, apres(12 * HEURE - SECONDE))).not.toBeNull()
      expect(await reconnaitreSession(secret, apres(12 * HEURE + SECONDE))).toBeNull()
    },
  )

  test.each([
    ['ADHERENT', 30],
    ['GESTIONNAIRE', 15],
  ] as const)(
    'S-05 : demander combien il reste à %s ne prolonge rien ; « rester connecté » redonne %i minutes',
    async (role, minutes) => {
      const secret = await ouvrir(role)
      const veille = (minutes - 2) * MINUTE
      for (let t = MINUTE; t < veille; t += MINUTE) await regarderSession(secret, apres(t))
      const vue = await regarderSession(secret, apres(veille))
      expect(vue?.finLe).toEqual(apres(minutes * MINUTE))
      expect(vue?.compteId).toBe(comptes.get(role))
      // Any request does it: the button only makes one.
      expect((await reconnaitreSession(secret, apres(veille)))?.finLe).toEqual(
        apres(veille + minutes * MINUTE),
      )
      expect((await regarderSession(secret, apres(veille)))?.finLe).toEqual(apres(veille + minutes * MINUTE))
    },
  )

  test('la fin annoncée est la vraie : vivante la seconde d’avant, morte à cet instant', async () => {
    const secret = await ouvrir('ADHERENT')
    // The base notes a visit once a minute: the second one of the minute lengthens nothing.
    await reconnaitreSession(secret, apres(5 * MINUTE))
    const finLe = (await reconnaitreSession(secret, apres(5 * MINUTE + 40 * SECONDE)))?.finLe ?? DEBUT
    expect(finLe).toEqual(apres(35 * MINUTE))
    expect(await regarderSession(secret, new Date(finLe.getTime() - SECONDE))).not.toBeNull()
    expect(await regarderSession(secret, finLe)).toBeNull()
  })

  test('près des douze heures, rester connecté ne dépasse pas leur fin', async () => {
    const secret = await ouvrir('ADHERENT')
    await occuper(secret, 12 * HEURE)
    expect((await reconnaitreSession(secret, apres(12 * HEURE - MINUTE)))?.finLe).toEqual(apres(12 * HEURE))
  })
})
