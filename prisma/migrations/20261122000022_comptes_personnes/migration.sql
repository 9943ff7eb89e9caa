-- An account may be a person's own, for their own benefits: null is still the contract's. A change of account may be taken back before it
-- serves, an order knows the account it goes to, a benefit keeps why it was paid there, an address its proof.

-- AlterTable
ALTER TABLE "comptes_bancaires" ADD COLUMN     "personne_id" UUID;

-- AlterTable
ALTER TABLE "changements_rib" ADD COLUMN     "personne_id" UUID,
ADD COLUMN     "remplaces" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "ordres_bancaires" ADD COLUMN     "compte_bancaire_id" UUID;

-- AlterTable
ALTER TABLE "ordres_prestations" ADD COLUMN     "motifs" JSONB;

-- AlterTable
ALTER TABLE "adresses" ADD COLUMN     "depot_id" UUID;

-- AlterTable
ALTER TABLE "prestations" ADD COLUMN     "compte_propre" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "annulations_rib" (
    "changement_id" UUID NOT NULL,
    "compte_id" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "annulations_rib_pkey" PRIMARY KEY ("changement_id")
);

-- CreateIndex
CREATE INDEX "comptes_bancaires_personne_id_idx" ON "comptes_bancaires"("personne_id");

-- CreateIndex
CREATE INDEX "changements_rib_personne_id_idx" ON "changements_rib"("personne_id");

-- CreateIndex
CREATE INDEX "ordres_bancaires_compte_bancaire_id_idx" ON "ordres_bancaires"("compte_bancaire_id");

-- CreateIndex
CREATE UNIQUE INDEX "adresses_depot_id_key" ON "adresses"("depot_id");

-- CreateIndex
CREATE INDEX "annulations_rib_compte_id_idx" ON "annulations_rib"("compte_id");

-- AddForeignKey
ALTER TABLE "comptes_bancaires" ADD CONSTRAINT "comptes_bancaires_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "changements_rib" ADD CONSTRAINT "changements_rib_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ordres_bancaires" ADD CONSTRAINT "ordres_bancaires_compte_bancaire_id_fkey" FOREIGN KEY ("compte_bancaire_id") REFERENCES "comptes_bancaires"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adresses" ADD CONSTRAINT "adresses_depot_id_fkey" FOREIGN KEY ("depot_id") REFERENCES "depots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annulations_rib" ADD CONSTRAINT "annulations_rib_changement_id_fkey" FOREIGN KEY ("changement_id") REFERENCES "changements_rib"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annulations_rib" ADD CONSTRAINT "annulations_rib_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say ----------------------------------------------------------------------------------

-- One account at a time for the contract, and one for each person.
ALTER TABLE comptes_bancaires
  DROP CONSTRAINT comptes_bancaires_sans_chevauchement,
  ADD CONSTRAINT comptes_bancaires_sans_chevauchement
    EXCLUDE USING gist (adhesion_id WITH =, usage WITH =, (coalesce(personne_id, '00000000-0000-0000-0000-000000000000'::uuid)) WITH =,
      daterange(du, au, '[]') WITH &&) WHERE (au IS NULL OR au >= du),
  ADD CONSTRAINT comptes_bancaires_personne CHECK (personne_id IS NULL OR usage = 'PRESTATIONS');
ALTER TABLE changements_rib ADD CONSTRAINT changements_rib_remplaces CHECK (jsonb_typeof(remplaces) = 'array');
ALTER TABLE ordres_prestations ADD CONSTRAINT ordres_prestations_motifs CHECK (motifs IS NULL OR jsonb_typeof(motifs) = 'array');
CREATE TRIGGER annulations_rib_immuables BEFORE UPDATE OR DELETE ON annulations_rib FOR EACH ROW EXECUTE FUNCTION refuser_modification();

-- Where a benefit was paid is known when it is paid.
CREATE OR REPLACE FUNCTION garder_prestation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'prestations : une prestation se contre-passe, elle ne s''efface pas' USING ERRCODE = 'restrict_violation';
  END IF;
  IF to_jsonb(NEW) - '{etat,payee_le,compte_propre}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{etat,payee_le,compte_propre}'::text[] THEN
    RAISE EXCEPTION 'prestations : seul l''état d''une prestation change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.etat <> OLD.etat AND NOT (OLD.etat::text, NEW.etat::text) IN (
    ('CALCULEE', 'A_VERIFIER'), ('CALCULEE', 'A_PAYER'), ('CALCULEE', 'REFUSEE'), ('CALCULEE', 'ANNULEE'),
    ('A_VERIFIER', 'A_PAYER'), ('A_VERIFIER', 'REFUSEE'), ('A_VERIFIER', 'ANNULEE'),
    ('A_PAYER', 'PAYEE'), ('A_PAYER', 'ANNULEE'), ('PAYEE', 'A_PAYER'), ('REFUSEE', 'ANNULEE')
  ) THEN
    RAISE EXCEPTION 'prestations : passage de % à % refusé', OLD.etat, NEW.etat USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
ALTER TABLE prestations ADD CONSTRAINT prestations_compte_propre CHECK (NOT compte_propre OR etat = 'PAYEE');

-- Fences ---------------------------------------------------------------------------------------------------------------

-- The contract's account is its holder's to see, a person's own account that person's: neither sees the other's.
DROP POLICY comptes_bancaires_app ON comptes_bancaires;
CREATE POLICY comptes_bancaires_app ON comptes_bancaires FOR SELECT TO portail_app
  USING ((adhesion_id = ANY (app_adhesions()) AND personne_id IS NULL) OR personne_id = app_personne());
DROP POLICY changements_rib_app ON changements_rib;
CREATE POLICY changements_rib_app ON changements_rib FOR SELECT TO portail_app
  USING ((adhesion_id = ANY (app_adhesions()) AND personne_id IS NULL) OR personne_id = app_personne());

-- An order shows a holder and four characters: it is seen with its account.
GRANT SELECT (compte_bancaire_id) ON ordres_bancaires TO portail_app;
DROP POLICY ordres_bancaires_app ON ordres_bancaires;
CREATE POLICY ordres_bancaires_app ON ordres_bancaires FOR SELECT TO portail_app
  USING ((adhesion_id = ANY (app_adhesions()) AND compte_bancaire_id IS NULL)
    OR EXISTS (SELECT FROM comptes_bancaires b WHERE b.id = compte_bancaire_id));
-- Why a benefit was paid where it was is told with the benefit, whoever's account it is.
DROP POLICY ordres_prestations_app ON ordres_prestations;
CREATE POLICY ordres_prestations_app ON ordres_prestations FOR SELECT TO portail_app
  USING (EXISTS (SELECT FROM prestations p WHERE p.id = prestation_id));

ALTER TABLE annulations_rib ENABLE ROW LEVEL SECURITY;
ALTER TABLE annulations_rib FORCE ROW LEVEL SECURITY;
CREATE POLICY annulations_rib_systeme ON annulations_rib TO portail_systeme USING (true) WITH CHECK (true);
CREATE POLICY annulations_rib_gestion ON annulations_rib FOR SELECT TO portail_gestion USING (true);
CREATE POLICY annulations_rib_app ON annulations_rib FOR SELECT TO portail_app
  USING (EXISTS (SELECT FROM changements_rib h WHERE h.id = changement_id));
GRANT SELECT, INSERT ON annulations_rib TO portail_systeme;
GRANT SELECT ON annulations_rib TO portail_gestion, portail_app;
