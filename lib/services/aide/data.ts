import { releve } from '@/lib/reglements/socle/parametres'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type SerieDatee, valeurAu } from '@/lib/rules/reglement/serie-datee'
import { lire } from '@/lib/server/db'
import { organisme } from '@/lib/server/organisme'
import { SYSTEME } from '@/lib/server/portee'
import type { Trouve } from './view'

/**
 * Words as typed (three letters at least: French has no shorter word worth looking for, and its stop list forgets « les »), each with the nearest word of the help when the help does not know it. All the words first; failing that, any of them.
 * The few dozen texts are read whole: an index would not be used.
 */
const CHERCHER = `WITH saisis AS (
    SELECT mot FROM unnest(tsvector_to_array(to_tsvector('aide.entiers', $1))) AS s(mot) WHERE mot ~ '^[a-z0-9]{3,}$' AND mot <> 'les'
  ), lus AS (
    SELECT s.mot, CASE WHEN length(s.mot) < 4 OR EXISTS (SELECT FROM aide.mots m WHERE m.mot = s.mot) THEN s.mot
      ELSE coalesce((SELECT m.mot FROM aide.mots m WHERE similarity(m.mot, s.mot) >= 0.35
        ORDER BY similarity(m.mot, s.mot) DESC, m.mot LIMIT 1), s.mot) END AS lu
    FROM saisis s
  ), requete AS (
    SELECT to_tsquery('aide.francais', string_agg(format('(%s | %s)', mot, lu), ' & ')) AS tous,
      to_tsquery('aide.francais', string_agg(format('%s | %s', mot, lu), ' | ')) AS un
    FROM lus
  ), trouves AS (
    SELECT t.id, t.lexemes @@ r.tous AS complet, ts_rank(t.lexemes, r.un) AS rang
    FROM aide.textes t, requete r WHERE t.lexemes @@ r.un
  )
  SELECT id, (SELECT array_agg(lu ORDER BY lu) FROM lus WHERE lu <> mot) AS corriges FROM trouves
  WHERE complet OR NOT EXISTS (SELECT FROM trouves WHERE complet)
  ORDER BY rang DESC, id LIMIT 12`

/** What answers these words, best first; with the words understood in place of misspelt ones. */
export async function chercherAide(texte: string): Promise<Trouve> {
  const lignes = await lire(SYSTEME, (tx) =>
    tx.$queryRawUnsafe<{ id: string; corriges: string[] | null }[]>(CHERCHER, texte),
  )
  return { ids: lignes.map(({ id }) => id), corriges: lignes[0]?.corriges ?? [] }
}

const series: ReadonlyMap<string, SerieDatee<unknown>> = new Map(Object.entries(releve))

/** What this organisme promises, whatever the day. */
const PROMESSES: ReadonlyMap<string, () => number> = new Map([
  ['promesse.messagerie', () => organisme().promesses.messagerieHeures],
])

/** A legal figure that day, or a promise of the organisme. @throws {Error} when no parameter has that name. @throws {ErreurDeRegle} HORS_PERIODE. */
export function parametreAu(
  cle: string,
  jour: DateCivile,
): { readonly valeur: unknown; readonly unite: string } {
  const promesse = PROMESSES.get(cle)
  if (promesse !== undefined) return { valeur: promesse(), unite: 'heures' }
  const serie = series.get(cle)
  if (serie === undefined) throw new Error(`aucun paramètre « ${cle} »`)
  return { valeur: valeurAu(serie, jour).valeur, unite: serie.unite }
}
