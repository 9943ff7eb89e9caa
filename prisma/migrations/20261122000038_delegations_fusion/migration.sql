-- What came beside the delegations: the tables that are of the account itself are never a delegate's, to write or to read; and what is
-- sealed in them turns with the keys.

-- « JAMAIS » for the system's transactions too: a service that forgot whose hands these are is refused (exiger_delegation).
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['facteurs', 'codes_secours', 'defis', 'entrees_en_attente', 'levees_facteurs', 'consentements',
      'preferences_courriel', 'exports_donnees', 'effacements', 'identites_externes', 'demarches_externes', 'accords_lecture', 'regards'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION exiger_delegation(''JAMAIS'')', t || '_delegation', t);
  END LOOP;
  -- Those that portail_app reads. An agreement lets the membre participant read somebody's care, not whoever acts for them.
  FOREACH t IN ARRAY ARRAY['consentements', 'preferences_courriel', 'exports_donnees', 'effacements', 'accords_lecture', 'regards', 'journal'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I AS RESTRICTIVE FOR SELECT TO portail_app USING (app_delegation() IS NULL)', t || '_soi', t);
  END LOOP;
END $$;

-- Erasing too: none of these is taken away by another's hands.
CREATE FUNCTION refuser_effacement_delegue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app_delegation() IS NOT NULL THEN
    RAISE EXCEPTION '% : cela ne se délègue pas', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END $$;
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['facteurs', 'codes_secours', 'defis', 'entrees_en_attente', 'exports_donnees', 'identites_externes', 'demarches_externes'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuser_effacement_delegue()', t || '_delegation_effacee', t);
  END LOOP;
END $$;

-- The rotation of the keys (lib/server/rotation), and nothing else, seals these again.
GRANT UPDATE (graine_chiffree) ON facteurs TO portail_systeme;
GRANT UPDATE (contenu) ON demarches_externes TO portail_systeme;
CREATE TRIGGER facteurs_scelles BEFORE UPDATE OF graine_chiffree ON facteurs FOR EACH ROW
  WHEN (NEW.graine_chiffree IS DISTINCT FROM OLD.graine_chiffree AND NOT app_rotation()) EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER demarches_externes_scellees BEFORE UPDATE ON demarches_externes FOR EACH ROW
  WHEN (NOT app_rotation()) EXECUTE FUNCTION refuser_modification();
