import { createHash } from 'node:crypto'
import pg from 'pg'
import { texteCherche } from '@/lib/lexique/aide/recherche'
import { withClient } from './session'

/**
 * The index of the help pages, in a schema of its own: made from the code, made again when the code says something else, never saved with
 * the data. Accents do not count; the words of the texts are kept to guess a misspelt one.
 */
const SCHEMA = `
  CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
  CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
  DROP SCHEMA IF EXISTS aide CASCADE;
  CREATE SCHEMA aide;
  CREATE TEXT SEARCH CONFIGURATION aide.francais (COPY = pg_catalog.french);
  ALTER TEXT SEARCH CONFIGURATION aide.francais
    ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH public.unaccent, pg_catalog.french_stem;
  CREATE TEXT SEARCH CONFIGURATION aide.entiers (COPY = pg_catalog.simple);
  ALTER TEXT SEARCH CONFIGURATION aide.entiers
    ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH public.unaccent, pg_catalog.simple;
  CREATE TABLE aide.empreinte (empreinte text PRIMARY KEY);
  CREATE TABLE aide.textes (id text PRIMARY KEY, lexemes tsvector NOT NULL);
  CREATE TABLE aide.mots (mot text PRIMARY KEY);
  GRANT USAGE ON SCHEMA aide TO portail_app, portail_systeme;
  GRANT SELECT ON ALL TABLES IN SCHEMA aide TO portail_app, portail_systeme;`

const TEXTES = `INSERT INTO aide.textes SELECT t.id,
    setweight(to_tsvector('aide.francais', t.titre), 'A') || setweight(to_tsvector('aide.francais', t."motsCles"), 'B')
      || setweight(to_tsvector('aide.francais', t.texte), 'C')
  FROM json_to_recordset($1) AS t(id text, titre text, "motsCles" text, texte text)`

const MOTS = `INSERT INTO aide.mots SELECT DISTINCT m.mot FROM json_to_recordset($1) AS t(titre text, "motsCles" text, texte text),
    unnest(tsvector_to_array(to_tsvector('aide.entiers', concat_ws(' ', t.titre, t."motsCles", t.texte)))) AS m(mot)
  WHERE m.mot ~ '^[a-z]{3,}$'`

const textes = JSON.stringify(texteCherche())
const empreinte = createHash('sha256').update(SCHEMA).update(TEXTES).update(MOTS).update(textes).digest('hex')

const UNDEFINED = new Set(['42P01', '3F000'])

async function isCurrent(client: pg.Client): Promise<boolean> {
  try {
    const { rowCount } = await client.query('SELECT FROM aide.empreinte WHERE empreinte = $1', [empreinte])
    return rowCount === 1
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code !== undefined && UNDEFINED.has(error.code))
      return false
    throw error
  }
}

/** Whether the help of this version is the one indexed. */
export const helpIsCurrent = (url: string): Promise<boolean> => withClient(url, isCurrent)

/** Indexes the help again when it has changed. Needs the owner. */
export async function indexHelp(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    if (await isCurrent(client)) return
    await client.query('BEGIN')
    await client.query(SCHEMA)
    await client.query(TEXTES, [textes])
    await client.query(MOTS, [textes])
    await client.query('INSERT INTO aide.empreinte VALUES ($1)', [empreinte])
    await client.query('COMMIT')
  })
}
