import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { chiffrer, indexAveugle } from '@/lib/server/chiffrement'
import { frapperGestion, type RoleGestion } from '@/lib/server/portee'
import { loadNumerosMasques } from '@/lib/services/numero-secu/data'
import { montrerNumeros } from '@/lib/services/numero-secu/mutations'
import { creerPersonne, lignes } from '../support/comptes'

const AGENT = randomUUID()
const agent = (role: RoleGestion) => frapperGestion({ type: 'GESTION', compteId: AGENT, role })
const NIR = '1850799123456'
let personne: string

beforeAll(async () => {
  ;({ personneId: personne } = await creerPersonne())
  const id = randomUUID()
  await lignes(
    'INSERT INTO immatriculations (id, personne_id, nir_chiffre, nir_index) VALUES ($1, $2, $3, $4)',
    [id, personne, chiffrer(NIR, `immatriculations:${id}`), indexAveugle('nir', NIR)],
  )
})

const montres = () =>
  lignes(
    `SELECT role, resultat, objet_id AS personne, compte_id AS qui, donnees::text AS donnees FROM journal WHERE acte = 'NIR_MONTRE'`,
  )

describe('le numéro de sécurité sociale (S-61)', () => {
  test('est masqué sur le dossier : le sexe et l’année, rien d’autre', async () => {
    expect(await loadNumerosMasques(agent('GESTIONNAIRE'), personne)).toEqual(['1 85 •• •• ••• •••'])
    expect(await montres()).toEqual([])
  })

  test('se montre à qui le demande, et le journal du dossier dit à qui, sans le numéro', async () => {
    expect(await montrerNumeros(agent('SUPERVISEUR'), personne)).toEqual([
      '1\u00a085\u00a007\u00a099\u00a0123\u00a0456',
    ])
    expect(await montres()).toEqual([
      { role: 'SUPERVISEUR', resultat: 'FAIT', personne, qui: AGENT, donnees: '{}' },
    ])
  })

  test('ne se montre à personne d’autre, ni pour quelqu’un qui n’existe pas', async () => {
    for (const role of ['COMPTABLE', 'MEDECIN_CONSEIL', 'ADMINISTRATEUR'] as const) {
      expect(await loadNumerosMasques(agent(role), personne)).toBeNull()
      await expect(montrerNumeros(agent(role), personne)).rejects.toThrow('introuvable')
    }
    await expect(montrerNumeros(agent('SUPERVISEUR'), randomUUID())).rejects.toThrow('introuvable')
    expect(await montres()).toHaveLength(1)
  })
})
