-- The purge of accounts never confirmed took those of people somebody acts for: a delegation in force has the account that it needs.
ALTER TABLE comptes NO FORCE ROW LEVEL SECURITY;
ALTER TABLE delegations NO FORCE ROW LEVEL SECURITY;
ALTER TABLE personnes NO FORCE ROW LEVEL SECURITY;
INSERT INTO comptes (role, statut, personne_id, email, nom_affiche)
  SELECT 'ADHERENT', 'EN_ATTENTE', p.id, '', p.prenom || ' ' || p.nom FROM personnes p
  WHERE EXISTS (SELECT FROM delegations d WHERE d.protege_id = p.id AND d.etat = 'ACTIVE')
  ON CONFLICT (personne_id) DO NOTHING;
ALTER TABLE personnes FORCE ROW LEVEL SECURITY;
ALTER TABLE delegations FORCE ROW LEVEL SECURITY;
ALTER TABLE comptes FORCE ROW LEVEL SECURITY;

-- The business day of who writes (lib/server/db); the calendar's when nobody said it.
CREATE FUNCTION app_jour() RETURNS date LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('app.jour', true), '')::date, (now() AT TIME ZONE 'Europe/Paris')::date) $$;

-- The last day of a delegation: the one that was agreed; a parent's is before the child's sixteenth birthday whatever was agreed, for the
-- detail of their care is then theirs to share (lib/rules/delegation/terme-delegation says the same). Null: until somebody ends it.
CREATE FUNCTION delegation_terme(motif "MotifDelegation", au date, protege uuid) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN motif = 'PARENT' THEN least(au, (SELECT seize_ans_le(p.date_naissance) - 1 FROM personnes p WHERE p.id = protege)) ELSE au END
$$;

-- As before, and only on its days.
CREATE OR REPLACE FUNCTION exiger_delegation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app_delegation() IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_ARGV[0] = 'JAMAIS' THEN
    RAISE EXCEPTION '% : cela ne se délègue pas', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT EXISTS (SELECT FROM delegations d WHERE d.id = app_delegation() AND d.delegue_id = app_delegue() AND d.etat = 'ACTIVE'
      AND d.etendue >= TG_ARGV[0]::"EtendueDelegation" AND d.du <= app_jour()
      AND coalesce(delegation_terme(d.motif, d.au, d.protege_id), 'infinity') >= app_jour()) THEN
    RAISE EXCEPTION '% : la délégation ne le permet pas', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
