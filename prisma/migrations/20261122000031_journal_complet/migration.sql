-- The journal says in which request an act was done, can be searched without being read whole, and can be verified.

ALTER TABLE journal ADD COLUMN requete TEXT;
ALTER TABLE journal ADD CONSTRAINT journal_requete_courte CHECK (length(requete) BETWEEN 1 AND 64);

-- What is sealed. Lines written before requests were numbered keep the nine values they were sealed with.
CREATE OR REPLACE FUNCTION empreinte_journal(j journal) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(j.empreinte_precedente || convert_to((jsonb_build_array(
    j.rang, to_char(j.moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), j.compte_id, j.role, j.acte,
    j.objet_type, j.objet_id, j.resultat, j.donnees
  ) || CASE WHEN j.requete IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(j.requete) END)::text, 'UTF8'))
$$;

-- As before, and the request of the transaction (lib/server/db), whatever the statement says.
CREATE OR REPLACE FUNCTION sceller_journal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  tete journal_tete;
BEGIN
  SELECT * INTO STRICT tete FROM journal_tete WHERE id = 1 FOR UPDATE;
  NEW.rang := tete.rang + 1;
  NEW.moment := clock_timestamp();
  NEW.requete := nullif(left(current_setting('app.requete', true), 64), '');
  NEW.empreinte_precedente := tete.empreinte;
  NEW.empreinte := empreinte_journal(NEW);
  UPDATE journal_tete SET rang = NEW.rang, empreinte = NEW.empreinte WHERE id = 1;
  RETURN NEW;
END $$;

-- Searches: by object, by account, by act, each from its last line; a period becomes two ranks.
DROP INDEX "journal_objet_type_objet_id_idx";
DROP INDEX "journal_compte_id_idx";
CREATE INDEX "journal_objet_type_objet_id_rang_idx" ON "journal"("objet_type", "objet_id", "rang");
CREATE INDEX "journal_compte_id_rang_idx" ON "journal"("compte_id", "rang");
CREATE INDEX "journal_acte_rang_idx" ON "journal"("acte", "rang");
CREATE INDEX "journal_moment_idx" ON "journal"("moment");

-- The head tells whether the end was cut: the command that verifies reads it.
GRANT SELECT ON journal_tete TO portail_systeme;
