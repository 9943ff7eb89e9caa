-- What the rooms of migrations 29 to 36 keep of a person is given to them, kept and erased as the rest is (20261122000034).

-- A demande that has passed its time goes; what it granted stays in the accounts, without it.
ALTER TABLE "aides_accordees" DROP CONSTRAINT "aides_accordees_demande_id_fkey";
ALTER TABLE "avances_sante" DROP CONSTRAINT "avances_sante_demande_id_fkey";

-- AlterTable
ALTER TABLE "aides_accordees" ALTER COLUMN "demande_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "avances_sante" ALTER COLUMN "demande_id" DROP NOT NULL;

-- AddForeignKey
ALTER TABLE "aides_accordees" ADD CONSTRAINT "aides_accordees_demande_id_fkey" FOREIGN KEY ("demande_id") REFERENCES "demandes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "avances_sante" ADD CONSTRAINT "avances_sante_demande_id_fkey" FOREIGN KEY ("demande_id") REFERENCES "demandes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Asleep while something is erased, as those of 20261122000034. What was given back of an avance never sleeps: it is accounts.
DO $$
DECLARE
  t record;
BEGIN
  FOR t IN
    SELECT tgname AS nom, tgrelid::regclass AS sur, pg_get_triggerdef(oid) AS texte FROM pg_trigger
    WHERE NOT tgisinternal AND tgrelid = ANY (ARRAY['consentements', 'preferences_courriel', 'delegations', 'passages_delegation',
        'accords_lecture', 'avances_sante']::regclass[])
      AND pg_get_triggerdef(oid) LIKE '% FOR EACH ROW EXECUTE FUNCTION %' AND (tgfoid::regproc::text ~ '^(garder_|refuser_modification)')
  LOOP
    EXECUTE format('DROP TRIGGER %I ON %s', t.nom, t.sur);
    EXECUTE replace(t.texte, ' EXECUTE FUNCTION ', ' WHEN (NOT en_effacement()) EXECUTE FUNCTION ');
  END LOOP;
END $$;

-- The account an order pays changes by no key that turns, and is forgotten.
DROP TRIGGER ordres_bancaires_iban ON ordres_bancaires;
CREATE TRIGGER ordres_bancaires_iban BEFORE UPDATE ON ordres_bancaires FOR EACH ROW
  WHEN (NEW.iban_chiffre IS DISTINCT FROM OLD.iban_chiffre AND NOT app_rotation() AND NOT en_effacement())
  EXECUTE FUNCTION refuser_modification();

-- Forgetting an account is not a consent.
DROP TRIGGER comptes_consentement ON comptes;
CREATE TRIGGER comptes_consentement AFTER INSERT OR UPDATE OF conditions_version, conditions_acceptees_le ON comptes
  FOR EACH ROW WHEN (NOT en_effacement()) EXECUTE FUNCTION noter_consentement();

-- Tables that a missing right protected until now: the right is given below, to erase only.
CREATE TRIGGER levees_facteurs_gardees BEFORE DELETE ON levees_facteurs FOR EACH ROW
  WHEN (NOT en_effacement()) EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER annonces_lots_gardees BEFORE DELETE ON annonces_lots FOR EACH ROW
  WHEN (NOT en_effacement()) EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER aides_accordees_gardees BEFORE UPDATE OF aide, genre ON aides_accordees FOR EACH ROW
  WHEN (NOT en_effacement()) EXECUTE FUNCTION refuser_modification();

GRANT DELETE ON levees_facteurs, consentements, preferences_courriel, annonces_lots, accords_lecture TO portail_systeme;
GRANT UPDATE (invite_email, designation) ON delegations TO portail_systeme;
GRANT UPDATE (raison) ON passages_delegation TO portail_systeme;
GRANT UPDATE (aide, genre) ON aides_accordees TO portail_systeme;
GRANT UPDATE (motifs) ON avances_sante TO portail_systeme;

-- Fences ---------------------------------------------------------------------------------------------------------------

-- Care is copied with the rights of who reads it: what the Assurance maladie says of oneself, and the aids one had.
GRANT SELECT (id, rang, emetteur_type, emetteur_code, id_decompte, numero_ligne, operation, origine_id, reversion, pour_information,
  personne_id, soins_debut, contenu) ON lignes_decompte TO portail_app;
CREATE POLICY lignes_decompte_app ON lignes_decompte FOR SELECT TO portail_app
  USING (personne_id = app_personne() AND app_delegation() IS NULL);
CREATE POLICY aides_accordees_personne ON aides_accordees FOR SELECT TO portail_app USING (personne_id = app_personne());
