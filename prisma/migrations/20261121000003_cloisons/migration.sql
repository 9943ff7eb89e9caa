-- The third fence: row level security. Deny by default; settings are local to a transaction and set by one module
-- (lib/server/db). portail_app = a member's own transaction, portail_gestion = staff, portail_systeme = login, imports, jobs.

DO $$
DECLARE
  nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['portail_app', 'portail_gestion', 'portail_systeme'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = nom) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', nom);
    END IF;
  END LOOP;
END $$;

CREATE FUNCTION app_personne() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.personne', true), '')::uuid $$;
CREATE FUNCTION app_compte() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.compte', true), '')::uuid $$;
-- Adhésions of which the person is membre participant: everything about everyone they cover.
CREATE FUNCTION app_adhesions() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT string_to_array(nullif(current_setting('app.adhesions', true), ''), ',')::uuid[] $$;
-- Adhésions that cover the person as ayant droit: the contract itself, not the others' care.
CREATE FUNCTION app_adhesions_lues() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT string_to_array(nullif(current_setting('app.adhesions_lues', true), ''), ',')::uuid[] $$;

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO portail_app, portail_gestion, portail_systeme;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO portail_systeme;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['personnes', 'immatriculations', 'adhesions', 'choix_formules', 'beneficiaires', 'comptes_bancaires',
    'codes_acces', 'comptes', 'sessions', 'jetons', 'freins', 'journal', 'flux_recus', 'lignes_decompte', 'quarantaines',
    'prestations', 'prestation_details', 'consommations', 'compteurs'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO portail_systeme USING (true) WITH CHECK (true)', t || '_systeme', t);
  END LOOP;
END $$;

-- The system: writes what imports, logins and jobs write; erases only what expires.
GRANT SELECT, INSERT, UPDATE ON personnes, immatriculations, adhesions, choix_formules, beneficiaires, comptes_bancaires,
  codes_acces, comptes, sessions, jetons, freins, flux_recus, quarantaines, prestations, compteurs TO portail_systeme;
GRANT SELECT, INSERT ON journal, lignes_decompte, prestation_details, consommations TO portail_systeme;
GRANT DELETE ON sessions, jetons, freins TO portail_systeme;

-- Staff: reads files; secrets of accounts stay out of reach.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['personnes', 'immatriculations', 'adhesions', 'choix_formules', 'beneficiaires', 'comptes_bancaires',
    'comptes', 'journal', 'flux_recus', 'lignes_decompte', 'quarantaines', 'prestations', 'prestation_details',
    'consommations', 'compteurs'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO portail_gestion USING (true)', t || '_gestion', t);
  END LOOP;
END $$;
GRANT SELECT ON personnes, immatriculations, adhesions, choix_formules, beneficiaires, comptes_bancaires, journal, flux_recus,
  lignes_decompte, quarantaines, prestations, prestation_details, consommations, compteurs TO portail_gestion;
GRANT SELECT (id, role, statut, personne_id, email, email_confirme_le, nom_affiche, conditions_version,
  conditions_acceptees_le, cree_le) ON comptes TO portail_gestion;

-- A member (or an ayant droit of 16 and more): own contract, own people, own care.
GRANT SELECT ON personnes, adhesions, choix_formules, beneficiaires, comptes_bancaires, prestations, prestation_details,
  consommations, compteurs TO portail_app;
GRANT SELECT (id, role, statut, personne_id, email, email_confirme_le, nom_affiche, conditions_version,
  conditions_acceptees_le, cree_le) ON comptes TO portail_app;
GRANT SELECT (id, compte_id, appareil, cree_le, vue_le, expire_le, revoquee_le) ON sessions TO portail_app;

CREATE POLICY adhesions_app ON adhesions FOR SELECT TO portail_app
  USING (id = ANY (app_adhesions()) OR id = ANY (app_adhesions_lues()));
CREATE POLICY choix_formules_app ON choix_formules FOR SELECT TO portail_app
  USING (adhesion_id = ANY (app_adhesions()) OR adhesion_id = ANY (app_adhesions_lues()));
CREATE POLICY beneficiaires_app ON beneficiaires FOR SELECT TO portail_app
  USING (adhesion_id = ANY (app_adhesions()) OR personne_id = app_personne());
CREATE POLICY personnes_app ON personnes FOR SELECT TO portail_app
  USING (id = app_personne() OR id IN (SELECT personne_id FROM beneficiaires WHERE adhesion_id = ANY (app_adhesions())));
CREATE POLICY comptes_bancaires_app ON comptes_bancaires FOR SELECT TO portail_app
  USING (adhesion_id = ANY (app_adhesions()));
CREATE POLICY prestations_app ON prestations FOR SELECT TO portail_app
  USING (adhesion_id = ANY (app_adhesions()) OR personne_id = app_personne());
CREATE POLICY prestation_details_app ON prestation_details FOR SELECT TO portail_app
  USING (EXISTS (SELECT FROM prestations p WHERE p.id = prestation_id));
CREATE POLICY consommations_app ON consommations FOR SELECT TO portail_app
  USING (EXISTS (SELECT FROM prestations p WHERE p.id = prestation_id));
CREATE POLICY compteurs_app ON compteurs FOR SELECT TO portail_app
  USING (adhesion_id = ANY (app_adhesions()) OR personne_id = app_personne());
CREATE POLICY comptes_app ON comptes FOR SELECT TO portail_app USING (id = app_compte());
CREATE POLICY sessions_app ON sessions FOR SELECT TO portail_app USING (compte_id = app_compte());

-- Everyone may add to the journal, nobody may change it.
GRANT INSERT ON journal TO portail_app, portail_gestion;
CREATE POLICY journal_ajout_app ON journal FOR INSERT TO portail_app WITH CHECK (compte_id IS NOT DISTINCT FROM app_compte());
CREATE POLICY journal_ajout_gestion ON journal FOR INSERT TO portail_gestion WITH CHECK (compte_id IS NOT DISTINCT FROM app_compte());
