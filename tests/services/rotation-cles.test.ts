import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import fichier from '@/prisma/demonstration/comptes.json'
import { baseDeTest } from '../support/database'

/** The base of the demonstration, whose key of encryption turns while people work. */
const cle = (nom: string) => `${nom}:${createHash('sha256').update(nom).digest('base64')}`
let proprietaire: pg.Pool

/** The server as it would be with that ring: the environment is read once by a process. */
async function serveur(cles: string) {
  await baseDeTest()
  Object.assign(process.env, { PORTAIL_CLES: cles, PORTAIL_DEMO: '1', PORTAIL_TODAY: fichier.jour })
  vi.resetModules()
  const { rescellerColonnes, SCELLEES } = await import('@/lib/server/rotation')
  const { chiffrer, dechiffrer } = await import('@/lib/server/chiffrement')
  const { ecrire, fermer } = await import('@/lib/server/db')
  const { SYSTEME } = await import('@/lib/server/portee')
  return { rescellerColonnes, SCELLEES, chiffrer, dechiffrer, ecrire, fermer, SYSTEME }
}
type Serveur = Awaited<ReturnType<typeof serveur>>

interface Lue {
  readonly id: string
  readonly valeur: Buffer
  readonly contexte: string
}
const lire = async (s: Serveur, nom: string): Promise<Lue[]> => {
  const scellee = s.SCELLEES[nom]
  if (scellee === undefined) throw new Error(nom)
  const { rows } = await proprietaire.query<Lue>(
    `SELECT ${scellee.id}::text AS id, ${scellee.valeur} AS valeur, ${scellee.contexte} AS contexte
      FROM ${scellee.table} t WHERE length(${scellee.valeur}) > 0 ORDER BY 1`,
  )
  return rows
}
const tout = async (s: Serveur): Promise<Record<string, Record<string, string>>> => {
  const clair: Record<string, Record<string, string>> = {}
  for (const nom of Object.keys(s.SCELLEES))
    clair[nom] = Object.fromEntries(
      (await lire(s, nom)).map(({ id, valeur, contexte }) => [id, s.dechiffrer(valeur, contexte)]),
    )
  return clair
}
const clesDe = async (s: Serveur): Promise<string[]> => {
  const cles = new Set<string>()
  for (const nom of Object.keys(s.SCELLEES))
    for (const { valeur } of await lire(s, nom)) cles.add(valeur.subarray(1, 1 + (valeur[0] ?? 0)).toString())
  return [...cles]
}

/** A request of the demonstration is given a sealed number, as a child who has one is added with. */
async function scellerUneDemande(s: Serveur): Promise<string> {
  const { rows } = await proprietaire.query<{ id: string; cle: string }>(
    "SELECT id, cle FROM demandes WHERE etat = 'ENVOYEE' ORDER BY numero LIMIT 1",
  )
  const [demande] = rows
  if (demande === undefined) throw new Error('aucune demande')
  const scelle = s.chiffrer('1850799999999', `demandes:${demande.cle}`).toString('base64')
  await proprietaire.query("SET session_replication_role = 'replica'")
  await proprietaire.query(
    `UPDATE demandes SET faits = faits || jsonb_build_object('identite', jsonb_build_object('nirScelle', $2::text)) WHERE id = $1`,
    [demande.id, scelle],
  )
  await proprietaire.query("SET session_replication_role = 'origin'")
  return demande.id
}

/** Somebody has just left for an outside provider: it lasts ten minutes, so the demonstration has none. */
async function partirChezUnFournisseur(s: Serveur): Promise<string> {
  const { deposerDemarche } = await import('@/lib/services/demarche-externe/mutations')
  const contenu = { emetteur: 'https://ici.example', sujet: '42', retour: null, idToken: 'x', civile: null }
  return s.ecrire(s.SYSTEME, (client) =>
    deposerDemarche(client, { etape: 'A_LIER', fournisseur: 'essai', contenu }, new Date()),
  )
}

beforeAll(async () => {
  const base = await baseDeTest()
  proprietaire = new pg.Pool({ connectionString: base.urlProprietaire, max: 1 })
  const avant = await serveur(cle('un'))
  const { chargerDemonstration } = await import('@/scripts/demonstration/chargement')
  await chargerDemonstration(() => undefined)
  await scellerUneDemande(avant)
  await partirChezUnFournisseur(avant)
  await avant.fermer()
}, 900_000)
afterAll(() => proprietaire.end())

describe('ce qui est scellé au repos (S-63)', () => {
  test('chaque colonne d’octets de la base est dans la liste, ou n’est qu’une empreinte', async () => {
    const { SCELLEES } = await serveur(cle('un'))
    const { rows } = await proprietaire.query<{ nom: string }>(
      `SELECT table_name || '.' || column_name AS nom FROM information_schema.columns
        WHERE table_schema = 'public' AND data_type = 'bytea'`,
    )
    const EMPREINTES = /\.(empreinte(_[a-z]+)?|[a-z]+_index)$/
    const AUTRES = new Set([
      // A digest too: what it is of is never kept.
      'freins.cle',
      // The key of a file, with its own rotation (lib/server/stockage/rotation).
      'fichiers.cle_scellee',
      // A digest: the link itself is in the mail only.
      'delegations.jeton',
      // Of the secret before the present one.
      'sessions.ancienne_empreinte',
      // What a device publishes of its key.
      'facteurs.cle_id',
      'facteurs.cle_publique',
    ])
    const oubliees = rows
      .map(({ nom }) => nom)
      .filter((nom) => !(nom in SCELLEES) && !EMPREINTES.test(nom) && !AUTRES.has(nom))
    expect(oubliees).toEqual([])
  })

  test('chacune a des lignes dans la démonstration, qui s’ouvrent, et dont aucune ne contient sa valeur', async () => {
    const s = await serveur(cle('un'))
    const clair = await tout(s)
    const vides = Object.entries(clair).filter(([, lignes]) => Object.keys(lignes).length === 0)
    expect(vides.map(([nom]) => nom)).toEqual([])
    for (const { id, valeur } of await lire(s, 'immatriculations.nir_chiffre'))
      expect(valeur.includes(clair['immatriculations.nir_chiffre']?.[id] ?? '-')).toBe(false)
  })

  test('un bit changé dans la base, deux lignes échangées : une erreur, jamais une autre valeur', async () => {
    const s = await serveur(cle('un'))
    for (const nom of ['immatriculations.nir_chiffre', 'comptes_bancaires.iban_chiffre']) {
      const [une, autre] = await lire(s, nom)
      if (une === undefined || autre === undefined) throw new Error(nom)
      for (let bit = 0; bit < une.valeur.length * 8; bit += 7) {
        const altere = Buffer.from(une.valeur)
        altere[bit >> 3] = (altere[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(() => s.dechiffrer(altere, une.contexte)).toThrow()
      }
      expect(() => s.dechiffrer(autre.valeur, une.contexte)).toThrow()
      expect(() => s.dechiffrer(une.valeur, autre.contexte)).toThrow()
    }
  })
})

describe('la clé tourne (S-63)', () => {
  test('tout est scellé sous la nouvelle pendant que l’on travaille, et l’ancienne peut partir', async () => {
    const avant = await tout(await serveur(cle('un')))
    const s = await serveur(`${cle('deux')},${cle('un')}`)
    const { creerPersonne, visiteDeTest } = await import('../support/comptes')
    const { demanderAcces } = await import('@/lib/services/compte/mutations')
    // Writers, all along: whatever order they come in, each succeeds.
    let fini = false
    const ecrits: string[] = []
    const travailler = async (qui: number) => {
      for (let i = 0; !fini || i < 3; i += 1) {
        const { personneId } = await creerPersonne({
          email: `pendant-${qui}-${i}@exemple.fr`,
          code: `pend${qui}x${i}abcd`,
          numeroAdherent: `0099${qui}${i}`,
        })
        await demanderAcces(`pendant-${qui}-${i}@exemple.fr`, visiteDeTest({ adresse: `192.0.2.${qui}` }))
        ecrits.push(personneId)
      }
    }
    const travaux = [1, 2, 3].map(travailler)
    const rapport = await s.rescellerColonnes()
    fini = true
    await Promise.all(travaux)
    expect(rapport.fermees).toEqual([])
    expect(rapport.rescellees).toBe(Object.values(avant).flatMap((lignes) => Object.keys(lignes)).length)
    expect(await clesDe(s)).toEqual(['deux'])
    await s.fermer()
    const seule = await serveur(cle('deux'))
    const apres = await tout(seule)
    for (const [nom, lignes] of Object.entries(avant)) expect(apres[nom]).toMatchObject(lignes)
    for (const id of ecrits) expect(apres['codes_acces.code_chiffre']?.[id]).toMatch(/^pend/)
    expect(await seule.rescellerColonnes()).toEqual({ rescellees: 0, fermees: [] })
    const { rows } = await proprietaire.query(
      "SELECT donnees FROM journal WHERE acte = 'COLONNES_RESCELLEES' ORDER BY rang",
    )
    expect(rows.map(({ donnees }) => donnees)).toEqual([
      { rescellees: rapport.rescellees, fermees: 0 },
      { rescellees: 0, fermees: 0 },
    ])
    await seule.fermer()
  })

  test('ce qu’aucune clé n’ouvre est nommé, laissé tel quel, et n’arrête pas le reste', async () => {
    const s = await serveur(`${cle('trois')},${cle('deux')}`)
    const [une] = await lire(s, 'immatriculations.nir_chiffre')
    if (une === undefined) throw new Error('aucune immatriculation')
    const abimee = Buffer.from(une.valeur)
    abimee[abimee.length - 1] = (abimee[abimee.length - 1] ?? 0) ^ 1
    await proprietaire.query('UPDATE immatriculations SET nir_chiffre = $2 WHERE id = $1', [une.id, abimee])
    const { fermees } = await s.rescellerColonnes()
    expect(fermees).toEqual([`immatriculations.nir_chiffre ${une.id}`])
    const { rows } = await proprietaire.query('SELECT nir_chiffre AS v FROM immatriculations WHERE id = $1', [
      une.id,
    ])
    expect(rows[0].v.equals(abimee)).toBe(true)
    await s.fermer()
  })

  test('hors de la rotation, l’IBAN d’un ordre, une graine, une démarche et ce qui fut demandé ne changent pas', async () => {
    const s = await serveur(`${cle('trois')},${cle('deux')}`)
    const id = randomUUID()
    const changer = (sql: string, rotation: boolean) =>
      s.ecrire(s.SYSTEME, async (client) => {
        if (rotation) await client.query("SELECT set_config('app.rotation', 'oui', true)")
        await client.query(sql)
        throw new Error(`permis ${id}`)
      })
    const ordre = "UPDATE ordres_bancaires SET iban_chiffre = iban_chiffre || 'x'::bytea"
    const graine = "UPDATE facteurs SET graine_chiffree = graine_chiffree || 'x'::bytea WHERE nature = 'TOTP'"
    const demarche = "UPDATE demarches_externes SET contenu = contenu || 'x'::bytea"
    const faits = `UPDATE demandes SET faits = jsonb_set(faits, '{identite,nirScelle}', '"AA=="') WHERE faits ? 'identite'`
    const autre = "UPDATE demandes SET faits = faits || '{\"x\": 1}' WHERE etat <> 'BROUILLON'"
    await expect(changer(ordre, false)).rejects.toThrow(/ordres_bancaires/)
    await expect(changer(ordre, true)).rejects.toThrow(`permis ${id}`)
    for (const [sql, table] of [
      [graine, /facteurs/],
      [demarche, /demarches_externes/],
    ] as const) {
      await expect(changer(sql, false)).rejects.toThrow(table)
      await expect(changer(sql, true)).rejects.toThrow(`permis ${id}`)
    }
    await expect(changer(faits, false)).rejects.toThrow(/ne change plus/)
    await expect(changer(faits, true)).rejects.toThrow(`permis ${id}`)
    await expect(changer(autre, true)).rejects.toThrow(/ne change plus/)
    await expect(changer('UPDATE ordres_bancaires SET montant = 1', true)).rejects.toThrow()
    await s.fermer()
  })
})
