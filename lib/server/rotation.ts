import { chiffrer, clePremiere, dechiffrer } from './chiffrement'
import { type Ecriture, ecrire } from './db'
import { journaliser } from './journal'
import { log } from './log'
import { SYSTEME } from './portee'

/** A value of the base sealed by lib/server/chiffrement: where it is, what authenticates it, how it is written again. */
interface Scellee {
  readonly table: string
  /** Of the row; never changes. */
  readonly id: string
  /** As bytes. */
  readonly valeur: string
  readonly contexte: string
  /** What an update sets, `n.neuve` being the new bytes. */
  readonly ecrire: string
}

const colonne = (table: string, nom: string, contexte: string, id = 'id'): Scellee => ({
  table,
  id: `t.${id}`,
  valeur: `t.${nom}`,
  contexte: `'${contexte}:' || t.${id}`,
  ecrire: `${nom} = n.neuve`,
})

const enTexte = (octets: string): string => `to_jsonb(replace(encode(${octets}, 'base64'), E'\\n', ''))`

/** Every one of them. A table that gains a sealed value gains its line here; a test compares with the columns of the base. */
export const SCELLEES: Readonly<Record<string, Scellee>> = {
  'immatriculations.nir_chiffre': colonne('immatriculations', 'nir_chiffre', 'immatriculations'),
  'codes_acces.code_chiffre': colonne('codes_acces', 'code_chiffre', 'codes_acces', 'personne_id'),
  'comptes_bancaires.iban_chiffre': colonne('comptes_bancaires', 'iban_chiffre', 'comptes_bancaires'),
  'ordres_bancaires.iban_chiffre': colonne('ordres_bancaires', 'iban_chiffre', 'ordres_bancaires'),
  'tiers.iban_chiffre': colonne('tiers', 'iban_chiffre', 'tiers'),
  'quarantaines.contenu_chiffre': colonne('quarantaines', 'contenu_chiffre', 'quarantaines'),
  'courriels.destinataire': colonne('courriels', 'destinataire', 'courriels.destinataire'),
  'courriels.contenu': colonne('courriels', 'contenu', 'courriels.contenu'),
  'facteurs.graine_chiffree': colonne('facteurs', 'graine_chiffree', 'facteurs'),
  'demarches_externes.contenu': colonne('demarches_externes', 'contenu', 'demarches_externes'),
  'demandes.faits': {
    table: 'demandes',
    id: 't.id',
    valeur: "decode(t.faits#>>'{identite,nirScelle}', 'base64')",
    contexte: "'demandes:' || t.cle",
    ecrire: `faits = jsonb_set(faits, '{identite,nirScelle}', ${enTexte('n.neuve')})`,
  },
  // Finished jobs are erased within a week; those that wait must open.
  'pgboss.job.data': {
    table: 'pgboss.job',
    id: 't.id',
    valeur: "decode(t.data->>'chiffre', 'base64')",
    contexte: "'pgboss:' || t.name || ':' || t.id",
    ecrire: `data = jsonb_set(data, '{chiffre}', ${enTexte('n.neuve')})`,
  },
}

const LOT = 200
const PREMIER = '00000000-0000-0000-0000-000000000000'

export interface RapportColonnes {
  readonly rescellees: number
  /** « column id » of what no key of the ring opens. */
  readonly fermees: readonly string[]
}

/**
 * Seals again, under the first key of the ring, every value that another one seals, while the portal works: a batch holds its rows the time
 * of a batch. Put the new key first in PORTAIL_CLES everywhere before. Cut anywhere, the next run does the rest.
 */
export async function rescellerColonnes(): Promise<RapportColonnes> {
  let rescellees = 0
  const fermees: string[] = []
  for (const [nom, scellee] of Object.entries(SCELLEES))
    for (let apres: string | null = PREMIER; apres !== null; ) {
      const depuis: string = apres
      const lot = await ecrire(SYSTEME, (client) => rescellerLot(client, scellee, depuis))
      rescellees += lot.rescellees
      fermees.push(...lot.fermees.map((id) => `${nom} ${id}`))
      apres = lot.suite
    }
  for (const quoi of fermees) log.error({ evenement: 'valeur-fermee', quoi })
  await ecrire(SYSTEME, (client) =>
    journaliser(client, {
      acte: 'COLONNES_RESCELLEES',
      compteId: null,
      role: 'SYSTEME',
      objetType: 'magasin',
      objetId: null,
      resultat: 'FAIT',
      donnees: { rescellees, fermees: fermees.length },
    }),
  )
  return { rescellees, fermees }
}

interface Lue {
  readonly id: string
  readonly valeur: Buffer
  readonly contexte: string
}

/** The id of the key is in clear at the beginning of the bytes. */
const A_RESCELLER = (valeur: string): string =>
  `substring(${valeur} FROM 2 FOR get_byte(${valeur}, 0)) <> convert_to($2::text, 'UTF8')`

async function rescellerLot(
  client: Ecriture,
  { table, id, valeur, contexte, ecrire: valeurs }: Scellee,
  apres: string,
): Promise<{ rescellees: number; fermees: string[]; suite: string | null }> {
  await client.query("SELECT set_config('app.rotation', 'oui', true)")
  const { rows } = await client.query<Lue>(
    `SELECT ${id}::text AS id, ${valeur} AS valeur, ${contexte} AS contexte FROM ${table} t
      WHERE ${id} > $1::uuid AND length(${valeur}) > 0 AND ${A_RESCELLER(valeur)} ORDER BY ${id} LIMIT ${LOT} FOR UPDATE`,
    [apres, clePremiere()],
  )
  const neuves = rows.map((lue) => ({ id: lue.id, neuve: resceller(lue) }))
  const ouvertes = neuves.filter(({ neuve }) => neuve !== null)
  await client.query(
    `UPDATE ${table} t SET ${valeurs} FROM unnest($1::uuid[], $2::bytea[]) AS n (id, neuve) WHERE ${id} = n.id`,
    [ouvertes.map((n) => n.id), ouvertes.map((n) => n.neuve)],
  )
  return {
    rescellees: ouvertes.length,
    fermees: neuves.filter(({ neuve }) => neuve === null).map((n) => n.id),
    suite: rows.length === LOT ? (rows.at(-1)?.id ?? null) : null,
  }
}

function resceller({ valeur, contexte }: Lue): Buffer | null {
  try {
    return chiffrer(dechiffrer(valeur, contexte), contexte)
  } catch {
    // Altered, moved, or sealed by a key that left the ring: named in the report, and left as it is.
    return null
  }
}
