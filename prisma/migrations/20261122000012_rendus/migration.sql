-- Contributions given back by transfer, the yearly attestation, instalments of what was paid in error.

-- CreateEnum
CREATE TYPE "ObjetOrdre" AS ENUM ('COTISATION', 'PRESTATION', 'COTISATION_RENDUE');

-- AlterEnum
ALTER TYPE "NatureDocument" ADD VALUE 'ATTESTATION_COTISATIONS';

-- AlterTable
ALTER TABLE "ordres_bancaires" ADD COLUMN "objet" "ObjetOrdre";
ALTER TABLE "indus" ADD COLUMN "echelonne_le" DATE, ADD COLUMN "echelonne_reste" BIGINT, ADD COLUMN "relance_le" DATE;

-- What is there already: a debit collects contributions, a transfer paid benefits; an instalment was agreed at the latest on the day from
-- which the sum could be retained. The owner sees these rows for the time of the migration.
ALTER TABLE ordres_bancaires NO FORCE ROW LEVEL SECURITY;
ALTER TABLE lots_bancaires NO FORCE ROW LEVEL SECURITY;
ALTER TABLE indus NO FORCE ROW LEVEL SECURITY;
ALTER TABLE ordres_bancaires DISABLE TRIGGER ordres_bancaires_gardes;
UPDATE ordres_bancaires o SET objet = CASE l.sens WHEN 'PRELEVEMENT' THEN 'COTISATION' ELSE 'PRESTATION' END::"ObjetOrdre"
  FROM lots_bancaires l WHERE l.id = o.lot_id;
ALTER TABLE ordres_bancaires ENABLE TRIGGER ordres_bancaires_gardes;
DROP TRIGGER indus_gardes ON indus;
UPDATE indus SET echelonne_le = retenue_des, echelonne_reste = montant WHERE mensualite IS NOT NULL;
ALTER TABLE ordres_bancaires FORCE ROW LEVEL SECURITY;
ALTER TABLE lots_bancaires FORCE ROW LEVEL SECURITY;
ALTER TABLE indus FORCE ROW LEVEL SECURITY;
ALTER TABLE "ordres_bancaires" ALTER COLUMN "objet" SET NOT NULL;

ALTER TABLE ordres_bancaires
  ADD CONSTRAINT ordres_bancaires_objet CHECK ((objet = 'COTISATION_RENDUE') <= (adhesion_id IS NOT NULL AND mandat_id IS NULL));
ALTER TABLE indus
  ADD CONSTRAINT indus_echelonne CHECK ((mensualite IS NULL) = (echelonne_le IS NULL) AND (mensualite IS NULL) = (echelonne_reste IS NULL)),
  ADD CONSTRAINT indus_relance CHECK (relance_le IS NULL OR mensualite IS NOT NULL);
CREATE TRIGGER indus_gardes BEFORE UPDATE OR DELETE ON indus FOR EACH ROW
  EXECUTE FUNCTION garder_etat('etat,retenue_des,mensualite,echelonne_le,echelonne_reste,relance_le', '{"EXPLIQUE": ["CONTESTE", "EN_RECUPERATION", "SOLDE"],
    "CONTESTE": ["EN_RECUPERATION", "SOLDE"], "EN_RECUPERATION": ["CONTESTE", "SOLDE"], "SOLDE": ["EN_RECUPERATION"]}');

-- What is to be given back is few among all that is owed.
CREATE INDEX echeances_a_rendre ON echeances (exigible_le) WHERE montant < 0;

GRANT UPDATE (echelonne_le, echelonne_reste, relance_le) ON indus TO portail_systeme;
GRANT SELECT (objet) ON ordres_bancaires TO portail_app;

-- Who pays has their attestation of contributions made; an ayant droit has none. As text: a value of an enum is not used in the
-- transaction that adds it.
DROP POLICY documents_emission_app ON documents;
CREATE POLICY documents_emission_app ON documents FOR INSERT TO portail_app
  WITH CHECK (fichier_id IS NULL AND CASE
    WHEN nature::text IN ('CARTE_TIERS_PAYANT', 'ATTESTATION_DROITS', 'CERTIFICAT_ADHESION')
      THEN adhesion_id = ANY (app_adhesions()) OR (personne_id = app_personne() AND adhesion_id = ANY (app_adhesions_lues()))
    WHEN nature::text = 'ATTESTATION_COTISATIONS' THEN adhesion_id = ANY (app_adhesions())
    ELSE false END);
