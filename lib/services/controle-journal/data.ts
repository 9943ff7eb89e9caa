import { createHash } from 'node:crypto'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import type { Anomalie, ControleJournal } from './view'

/** Lines read at a time: what the command keeps in memory, however long the journal. */
const LOT = 2000
/** Said one by one; past it, only counted. */
const DITES_MAX = 200
const ORIGINE = createHash('sha256').update('journal').digest()

interface Ligne {
  readonly rang: number
  readonly precedente: Buffer
  readonly empreinte: Buffer
  /** What is sealed, but for its rank: the array without its bracket and its first value. */
  readonly suite: string
}

/** Written again here, not asked of the base: whoever can change the lines can change its functions. */
const LIGNES = `SELECT j.rang, j.empreinte_precedente AS precedente, j.empreinte, substr((jsonb_build_array(
    to_char(j.moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), j.compte_id, j.role, j.acte, j.objet_type, j.objet_id,
    j.resultat, j.donnees) || CASE WHEN j.requete IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(j.requete) END)::text, 2) AS suite
  FROM journal j WHERE j.rang > $1 ORDER BY j.rang LIMIT ${LOT}`

const sceau = (precedente: Buffer, rang: number, suite: string): Buffer =>
  createHash('sha256').update(precedente).update(`[${rang}, ${suite}`).digest()

/** One reading, from the first line to the last. */
class Lecteur {
  lues = 0
  dernier = 0
  nombre = 0
  readonly dites: Anomalie[] = []
  /** Lines whose seal is not that of their content: two of them may have been swapped. */
  readonly alterees: Ligne[] = []
  #empreinte: Buffer = ORIGINE
  #apresAlteree = false

  get empreinte(): Buffer {
    return this.#empreinte
  }

  dire(anomalie: Anomalie): void {
    this.nombre += 1
    if (this.dites.length < DITES_MAX) this.dites.push(anomalie)
  }

  lire(ligne: Ligne): void {
    const { rang, precedente, empreinte, suite } = ligne
    const alteree = !sceau(precedente, rang, suite).equals(empreinte)
    if (rang !== this.dernier + 1) this.dire({ code: 'RETIREES', de: this.dernier + 1, a: rang - 1 })
    // A line that was altered has been named; what follows it is not to blame.
    else if (!(alteree || this.#apresAlteree || precedente.equals(this.#empreinte)))
      this.dire({ code: 'MAL_ENCHAINEE', rang })
    if (alteree) {
      this.dire({ code: 'ALTEREE', rang, place: null })
      if (this.alterees.length < DITES_MAX) this.alterees.push(ligne)
    }
    this.#apresAlteree = alteree
    this.lues += 1
    this.dernier = rang
    this.#empreinte = empreinte
  }

  /** A line sealed under another rank than its own is where that other one should be. */
  reconnaitreEchanges(): readonly Anomalie[] {
    const rangs = this.alterees.map(({ rang }) => rang)
    const places = new Map(
      this.alterees.map(({ rang, precedente, empreinte, suite }) => [
        rang,
        rangs.find((autre) => sceau(precedente, autre, suite).equals(empreinte)) ?? null,
      ]),
    )
    return this.dites.map((a) => (a.code === 'ALTEREE' ? { ...a, place: places.get(a.rang) ?? null } : a))
  }
}

interface Tete {
  readonly rang: number
  readonly empreinte: Buffer
  /** The last line, in the same look. */
  readonly dernier: number
}

/**
 * Reads the journal whole, a batch at a time, while the portal goes on writing it: every line must be sealed by its content, follow the
 * one before, and the last be the head's. @param connue a head noted earlier, kept out of reach of the base.
 */
export async function verifierJournal(connue: TeteConnue | null = null): Promise<ControleJournal> {
  const lecteur = new Lecteur()
  let tete: Tete
  do {
    await lireTout(lecteur, connue)
    tete = await lireTete()
  } while (tete.dernier > lecteur.dernier)
  comparerTete(lecteur, tete)
  const protections = await ecrire(SYSTEME, loadProtections)
  for (const quoi of protections) lecteur.dire({ code: 'SANS_PROTECTION', quoi })
  return {
    lues: lecteur.lues,
    nombre: lecteur.nombre,
    anomalies: lecteur.reconnaitreEchanges(),
    tete: { rang: tete.rang, empreinte: tete.empreinte.toString('hex') },
  }
}

export interface TeteConnue {
  readonly rang: number
  readonly empreinte: string
}

async function lireTout(lecteur: Lecteur, connue: TeteConnue | null): Promise<void> {
  for (let lot: readonly Ligne[] = [], premier = true; premier || lot.length === LOT; premier = false) {
    lot = await ecrire(SYSTEME, async (client) => {
      const { rows } = await client.query<Ligne>(LIGNES, [lecteur.dernier])
      return rows
    })
    for (const ligne of lot) {
      lecteur.lire(ligne)
      if (ligne.rang === connue?.rang && ligne.empreinte.toString('hex') !== connue.empreinte)
        lecteur.dire({ code: 'AUTRE_QUE_NOTEE', rang: ligne.rang })
    }
  }
  if (connue !== null && connue.rang > lecteur.dernier)
    lecteur.dire({ code: 'AUTRE_QUE_NOTEE', rang: connue.rang })
}

const lireTete = (): Promise<Tete> =>
  ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<Tete>(
      `SELECT t.rang, t.empreinte, (SELECT coalesce(max(rang), 0) FROM journal) AS dernier FROM journal_tete t WHERE t.id = 1`,
    )
    const [tete] = rows
    if (tete === undefined) throw new Error('le journal n’a plus de tête')
    return tete
  })

function comparerTete(lecteur: Lecteur, tete: Tete): void {
  if (tete.rang > lecteur.dernier) lecteur.dire({ code: 'FIN_COUPEE', de: lecteur.dernier + 1, a: tete.rang })
  else if (tete.rang < lecteur.dernier || !tete.empreinte.equals(lecteur.empreinte))
    lecteur.dire({ code: 'TETE_ALTEREE', rang: lecteur.dernier })
}

const DECLENCHEURS = ['journal_immuable', 'journal_jamais_vide', 'journal_scelle']

/** What must hold for nobody to change a line, as the base has it now. */
async function loadProtections(client: Ecriture): Promise<readonly string[]> {
  const { rows: actifs } = await client.query<{ nom: string }>(
    `SELECT tgname AS nom FROM pg_trigger WHERE tgrelid = 'journal'::regclass AND tgenabled IN ('O', 'A') AND tgname = ANY ($1)`,
    [DECLENCHEURS],
  )
  const { rows: droits } = await client.query<{ role: string; droit: string }>(
    `SELECT r.rolname AS role, d.droit FROM pg_roles r CROSS JOIN unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS d (droit)
      CROSS JOIN unnest(ARRAY['journal', 'journal_tete']) AS t (nom)
      WHERE (r.rolname IN ('portail_app', 'portail_gestion', 'portail_systeme') OR r.rolname = session_user) AND NOT r.rolsuper
        AND has_table_privilege(r.oid, t.nom, d.droit)`,
  )
  const presents = new Set(actifs.map(({ nom }) => nom))
  return [
    ...DECLENCHEURS.filter((nom) => !presents.has(nom)).map((nom) => `le déclencheur ${nom} manque ou dort`),
    ...droits.map(({ role, droit }) => `le rôle ${role} a le droit ${droit}`),
  ]
}
