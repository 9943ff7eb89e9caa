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

-- The keys turn: every sealed value may be sealed again under another key, by the command that does it and by nothing else. -----------

-- True inside a transaction of that command (lib/server/rotation).
CREATE FUNCTION app_rotation() RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT coalesce(current_setting('app.rotation', true), '') = 'oui' $$;

GRANT UPDATE (destinataire) ON courriels TO portail_systeme;
GRANT UPDATE (iban_chiffre) ON ordres_bancaires TO portail_systeme;
DROP TRIGGER ordres_bancaires_gardes ON ordres_bancaires;
CREATE TRIGGER ordres_bancaires_gardes BEFORE UPDATE OR DELETE ON ordres_bancaires FOR EACH ROW
  EXECUTE FUNCTION garder_etat('etat,code_retour,denoue_le,iban_chiffre', '{"A_EMETTRE": ["EMIS", "ABANDONNE"],
    "EMIS": ["EXECUTE", "REJETE"], "EXECUTE": ["REJETE"]}');
-- The account an order pays is the one that was checked.
CREATE TRIGGER ordres_bancaires_iban BEFORE UPDATE ON ordres_bancaires FOR EACH ROW
  WHEN (NEW.iban_chiffre IS DISTINCT FROM OLD.iban_chiffre AND NOT app_rotation()) EXECUTE FUNCTION refuser_modification();

-- Once sent, what was asked stays as it was asked; the number it may hold is sealed, and the seal alone may change.
CREATE OR REPLACE FUNCTION garder_faits_demande() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app_rotation() AND to_jsonb(NEW) #- '{faits,identite,nirScelle}' = to_jsonb(OLD) #- '{faits,identite,nirScelle}' THEN
    RETURN NEW;
  END IF;
  IF OLD.etat <> 'BROUILLON' AND (NEW.faits, NEW.adhesion_id, NEW.personne_id, NEW.objet) IS DISTINCT FROM (OLD.faits, OLD.adhesion_id, OLD.personne_id, OLD.objet) THEN
    RAISE EXCEPTION 'demandes : ce qui fut demandé ne change plus' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
