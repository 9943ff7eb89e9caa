import type { Entete } from '@/lib/flux/decomptes/format'
import type { Ecriture } from '@/lib/server/db'
import { INTERNE } from '../liquidation/data'

/**
 * Sorts the lines of the temporary table `reception` into `tri`: attached to a person and to the line they take back, already known, or
 * set aside with a reason. The order of the file decides between lines of the same key.
 */
export async function trier(client: Ecriture, emetteur: Entete['emetteur']): Promise<void> {
  const de = [emetteur.type, emetteur.code]
  await client.query(TRI, de)
  await client.query('CREATE UNIQUE INDEX ON tri (rang)')
  await client.query('CREATE INDEX ON tri (id_decompte, numero_ligne)')
  await client.query('ANALYZE tri')
  await client.query('ANALYZE reception')
  await client.query(PERSONNES)
  await client.query(REPETEES)
  await client.query(ORIGINES_CONNUES, de)
  await client.query(ORIGINES_DU_FICHIER)
  await client.query(ORIGINES_DOUTEUSES)
  await client.query(DEJA_REPRISES)
  // A line set aside may be the origin of another: until nothing moves.
  for (let mises = 1; mises > 0; ) mises = (await client.query(ORIGINES_ECARTEES)).rowCount ?? 0
}

const TRI = `CREATE TEMPORARY TABLE tri ON COMMIT DROP AS
  SELECT r.rang, gen_random_uuid() AS id, r.id_decompte, r.numero_ligne, r.empreinte, coalesce(r.reversion, false) AS reversion,
    r.origine_decompte, r.origine_numero, r.depense, r.montant_ro, r.chemin, r.regle,
    NULL::uuid AS personne_id, NULL::uuid AS origine_id, NULL::integer AS origine_rang,
    coalesce(r.motif IS NULL AND l.empreinte = r.empreinte, false) AS doublon,
    coalesce(r.motif, CASE WHEN l.empreinte <> r.empreinte THEN 'CONFLIT' END) AS motif
  FROM reception r LEFT JOIN lignes_decompte l
    ON l.emetteur_type = $1 AND l.emetteur_code = $2 AND l.id_decompte = r.id_decompte AND l.numero_ligne = r.numero_ligne`

/** One person exactly, by NIR (the beneficiary's or the insured's), date of birth and rank. */
const PERSONNES = `UPDATE tri t SET personne_id = CASE WHEN q.n = 1 THEN q.personne_id END,
    motif = CASE WHEN q.n = 0 THEN 'PERSONNE_INCONNUE' WHEN q.n > 1 THEN 'PERSONNE_AMBIGUE' END
  FROM (
    SELECT r.rang, count(DISTINCT p.id) AS n, (array_agg(p.id))[1] AS personne_id
    FROM reception r JOIN tri c USING (rang)
      CROSS JOIN LATERAL (VALUES (r.nir_beneficiaire), (r.nir_assure)) AS v (nir)
      LEFT JOIN immatriculations i ON i.nir_index = v.nir
      LEFT JOIN personnes p ON p.id = i.personne_id AND p.date_naissance = r.naissance
        AND (r.rang_naissance IS NULL OR p.rang_naissance = r.rang_naissance)
    WHERE c.motif IS NULL AND NOT c.doublon GROUP BY r.rang
  ) q WHERE t.rang = q.rang`

/** The same key twice in the file: the first stands, the others repeat it or contradict it. */
const REPETEES = `UPDATE tri t SET doublon = t.empreinte = p.empreinte,
    motif = CASE WHEN t.empreinte <> p.empreinte THEN 'CONFLIT' END
  FROM (
    SELECT DISTINCT ON (id_decompte, numero_ligne) id_decompte, numero_ligne, rang, empreinte FROM tri
    WHERE motif IS NULL AND NOT doublon ORDER BY id_decompte, numero_ligne, rang
  ) p
  WHERE t.motif IS NULL AND NOT t.doublon AND t.id_decompte = p.id_decompte AND t.numero_ligne = p.numero_ligne
    AND t.rang > p.rang`

const A_LIER = 't.motif IS NULL AND NOT t.doublon AND t.origine_decompte IS NOT NULL'

/** A line that the liquidation did again since is named by its emitter as it was: the last time is the one that stands. */
const ORIGINES_CONNUES = `UPDATE tri t SET origine_id = coalesce((SELECT r.id FROM lignes_decompte r JOIN flux_recus f ON f.id = r.flux_id
      WHERE r.origine_id = l.id AND r.emetteur_type = '${INTERNE}' AND NOT r.reversion ORDER BY f.ordre DESC, r.rang DESC LIMIT 1), l.id),
    motif = CASE WHEN l.personne_id <> t.personne_id THEN 'ORIGINE_AUTRE_PERSONNE'
      WHEN t.reversion AND l.reversion THEN 'ORIGINE_DEJA_ANNULEE'
      WHEN t.reversion AND ((l.contenu #>> '{montants,depense}')::bigint <> -t.depense
        OR (l.contenu #>> '{montants,montantRO}')::bigint <> -t.montant_ro) THEN 'REVERSION_PARTIELLE' END
  FROM lignes_decompte l
  WHERE ${A_LIER} AND l.emetteur_type = $1 AND l.emetteur_code = $2 AND l.id_decompte = t.origine_decompte
    AND l.numero_ligne = t.origine_numero`

const ORIGINES_DU_FICHIER = `UPDATE tri t SET origine_id = o.id, origine_rang = o.rang,
    motif = CASE WHEN o.personne_id <> t.personne_id THEN 'ORIGINE_AUTRE_PERSONNE'
      WHEN t.reversion AND o.reversion THEN 'ORIGINE_DEJA_ANNULEE'
      WHEN t.reversion AND (o.depense <> -t.depense OR o.montant_ro <> -t.montant_ro) THEN 'REVERSION_PARTIELLE' END
  FROM tri o
  WHERE ${A_LIER} AND t.origine_id IS NULL AND o.id_decompte = t.origine_decompte AND o.numero_ligne = t.origine_numero
    AND o.rang < t.rang AND o.motif IS NULL AND NOT o.doublon`

const ORIGINES_DOUTEUSES = `UPDATE tri t SET motif = 'ORIGINE_INCONNUE' WHERE ${A_LIER} AND t.origine_id IS NULL`

/** A line is taken back once: by an earlier file, or by the first of this one. */
const DEJA_REPRISES = `UPDATE tri t SET motif = 'ORIGINE_DEJA_ANNULEE'
  WHERE ${A_LIER} AND t.reversion AND (
    EXISTS (SELECT FROM lignes_decompte l WHERE l.origine_id = t.origine_id AND l.reversion)
    OR EXISTS (SELECT FROM tri a WHERE a.origine_id = t.origine_id AND a.reversion AND a.rang < t.rang
      AND a.motif IS NULL AND NOT a.doublon))`

const ORIGINES_ECARTEES = `UPDATE tri t SET motif = 'ORIGINE_INCONNUE', origine_id = NULL
  FROM tri o WHERE ${A_LIER} AND o.rang = t.origine_rang AND o.motif IS NOT NULL`
