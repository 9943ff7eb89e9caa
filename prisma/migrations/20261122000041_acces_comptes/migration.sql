-- What staff does to the access of an account in its owner's place: end its sessions, suspend it, open it again. And what an owner reads
-- of the journal about it: that, and what happened to their second factors.

-- CreateEnum
CREATE TYPE "GesteAcces" AS ENUM ('CONNEXIONS_FERMEES', 'SUSPENSION', 'REOUVERTURE');

-- CreateTable
CREATE TABLE "interventions_compte" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "compte_id" UUID NOT NULL,
    "geste" "GesteAcces" NOT NULL,
    "faite_par" UUID NOT NULL,
    "faite_le" TIMESTAMPTZ(3) NOT NULL,
    "motif" TEXT NOT NULL,

    CONSTRAINT "interventions_compte_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "interventions_compte_compte_id_idx" ON "interventions_compte"("compte_id");

-- AddForeignKey
ALTER TABLE "interventions_compte" ADD CONSTRAINT "interventions_compte_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interventions_compte" ADD CONSTRAINT "interventions_compte_faite_par_fkey" FOREIGN KEY ("faite_par") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE interventions_compte
  ADD CONSTRAINT interventions_motif CHECK (btrim(motif) <> '' AND length(motif) <= 300),
  -- Nobody cuts off their own.
  ADD CONSTRAINT interventions_par_un_autre CHECK (faite_par <> compte_id);

-- What was done stays as it was said, until it is forgotten with the account.
CREATE TRIGGER interventions_compte_immuables BEFORE UPDATE OR DELETE ON interventions_compte FOR EACH ROW
  WHEN (NOT en_effacement()) EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER interventions_compte_delegation BEFORE INSERT OR UPDATE ON interventions_compte FOR EACH ROW
  EXECUTE FUNCTION exiger_delegation('JAMAIS');

-- Fences ---------------------------------------------------------------------------------------------------------------

ALTER TABLE interventions_compte ENABLE ROW LEVEL SECURITY;
ALTER TABLE interventions_compte FORCE ROW LEVEL SECURITY;
CREATE POLICY interventions_compte_systeme ON interventions_compte TO portail_systeme USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON interventions_compte TO portail_systeme;

-- Each reads what is of their own account, member or staff: the reason, not who gave it; of a factor and of its loss, that it is theirs.
CREATE POLICY interventions_compte_sien ON interventions_compte FOR SELECT TO portail_app, portail_gestion USING (compte_id = app_compte());
GRANT SELECT (id, compte_id, geste, faite_le, motif) ON interventions_compte TO portail_app, portail_gestion;
CREATE POLICY facteurs_sien ON facteurs FOR SELECT TO portail_app, portail_gestion USING (compte_id = app_compte());
GRANT SELECT (id, compte_id) ON facteurs TO portail_app, portail_gestion;
CREATE POLICY levees_facteurs_sien ON levees_facteurs FOR SELECT TO portail_app, portail_gestion USING (compte_id = app_compte());
GRANT SELECT (id, compte_id) ON levees_facteurs TO portail_app, portail_gestion;
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['interventions_compte', 'facteurs', 'levees_facteurs'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I AS RESTRICTIVE FOR SELECT TO portail_app USING (app_delegation() IS NULL)', t || '_soi', t);
  END LOOP;
END $$;

CREATE POLICY journal_protections_app ON journal FOR SELECT TO portail_app USING (
  objet_type = 'facteur' AND objet_id IN (SELECT f.id::text FROM facteurs f WHERE f.compte_id = app_compte())
  OR objet_type = 'levee_facteurs' AND objet_id IN (SELECT l.id::text FROM levees_facteurs l WHERE l.compte_id = app_compte()));
