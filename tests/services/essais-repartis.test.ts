import { describe, expect, test, vi } from 'vitest'
import { frapperGestion, type RoleGestion } from '@/lib/server/portee'
import { reconnaitreCarte } from '@/lib/services/compte/mutations'
import { seConnecter } from '@/lib/services/connexion/mutations'
import { loadAlertes } from '@/lib/services/essais-repartis/data'
import { COMPTES_SUSPECTS } from '@/lib/services/essais-repartis/mutations'
import { creerPersonne, lignes, visiteDeTest } from '../support/comptes'

/** Every guess is wrong here, and costs nothing: what is proved is what is counted (tests/server/mot-de-passe proves the cost). */
vi.mock('@node-rs/argon2', async (original) => ({
  ...(await original<typeof import('@node-rs/argon2')>()),
  verify: async () => false,
}))

const alertes = () =>
  lignes<{ comptes: number; reussies: number }>(
    `SELECT (donnees->>'comptes')::int AS comptes, (donnees->>'reussies')::int AS reussies FROM journal
     WHERE acte = 'ESSAIS_REPARTIS' ORDER BY rang`,
  )
const refus = () =>
  lignes<{ n: number }>(`SELECT count(*)::int AS n FROM journal WHERE acte = 'CONNEXION_REFUSEE'`)

const essayer = (identifiant: string, adresse: string) =>
  seConnecter({ identifiant, motDePasse: 'Azerty-2026-mutuelle' }, visiteDeTest({ adresse })).then(
    () => 'entré',
    () => 'refusé',
  )

describe('un mot de passe essayé sur beaucoup de comptes (S-13)', () => {
  test('des erreurs ordinaires, même nombreuses, sur les mêmes comptes : aucune alerte', async () => {
    for (let i = 0; i < 9; i += 1)
      for (const qui of ['a', 'b', 'c', 'd', 'e', 'f', 'g'])
        await essayer(`distrait-${qui}@exemple.fr`, `198.51.100.${i}`)
    expect((await refus())[0]?.n).toBe(63)
    expect(await alertes()).toEqual([])
  })

  test('cinq cents comptes, un essai chacun, de cinquante adresses : une alerte dès le cinquantième, une seule', async () => {
    for (let i = 0; i < 60; i += 1) await creerPersonne({ email: `cible-${i}@exemple.fr` })
    for (let i = 0; i < 500; i += 1) {
      expect(await essayer(`cible-${i}@exemple.fr`, `203.0.113.${i % 50}`)).toBe('refusé')
      // Seven accounts were tried before.
      if (i === COMPTES_SUSPECTS - 7 - 2) expect(await alertes()).toEqual([])
      if (i === COMPTES_SUSPECTS - 7 - 1)
        expect(await alertes()).toEqual([{ comptes: COMPTES_SUSPECTS, reussies: 0 }])
    }
    expect(await alertes()).toHaveLength(1)
  })

  test('l’alerte se dit à qui répond du portail, sans adresse ni identifiant', async () => {
    const lire = (role: RoleGestion) =>
      loadAlertes(frapperGestion({ type: 'GESTION', compteId: '00000000-0000-4000-8000-00000000000a', role }))
    const [dite] = await lire('ADMINISTRATEUR')
    expect(dite?.phrase).toBe(
      'Au moins 50 comptes différents ont été essayés sans succès en dix minutes, pendant que personne ne se connectait.',
    )
    expect(await lire('SUPERVISEUR')).toHaveLength(1)
    expect(await lire('GESTIONNAIRE')).toEqual([])
    const [tout] = await lignes<{ t: string }>(
      `SELECT string_agg(to_jsonb(j)::text, ' ') AS t FROM journal j WHERE acte IN ('CONNEXION_REFUSEE', 'ESSAIS_REPARTIS', 'ESSAIS_FREINES')`,
    )
    expect(tout?.t).not.toMatch(/exemple\.fr|203\.0\.113|198\.51\.100|cible-\d/)
  })
})

describe('d’une seule adresse (S-13)', () => {
  test('cent essais passent le frein de l’adresse : l’alerte est déjà là, et l’attente imposée aussi est au journal', async () => {
    for (let i = 0; i < 110; i += 1) await essayer(`seul-${i}@exemple.fr`, '192.0.2.250')
    const freines = await lignes<{ frein: string }>(
      `SELECT donnees->>'frein' AS frein FROM journal WHERE acte = 'ESSAIS_FREINES' AND donnees->>'frein' = 'connexion:adresse'`,
    )
    expect(freines).toHaveLength(1)
    expect(await alertes()).toHaveLength(1)
  })

  test('une carte qui n’existe pas est un refus noté, sans le numéro tapé', async () => {
    await reconnaitreCarte(
      { numeroAdherent: '00999111', codeAcces: 'devinette' },
      visiteDeTest({ adresse: '192.0.2.251' }),
    ).catch(() => null)
    const [ligne] = await lignes<{ t: string }>(
      `SELECT to_jsonb(j)::text AS t FROM journal j WHERE acte = 'CARTE_REFUSEE'`,
    )
    expect(ligne?.t).toContain('"REFUSE"')
    expect(ligne?.t).not.toContain('999111')
  })
})
