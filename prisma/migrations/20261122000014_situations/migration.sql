-- What is known of those who are covered as ayants droit, what they refuse, what they were told; the paper of who leaves.

-- CreateEnum
CREATE TYPE "SituationEnfant" AS ENUM ('ETUDES', 'ALTERNANCE', 'RECHERCHE_PREMIER_EMPLOI', 'SERVICE_CIVIQUE', 'EMPLOI', 'AUCUNE');

-- AlterEnum
ALTER TYPE "NatureDocument" ADD VALUE 'ATTESTATION_RADIATION';

-- AlterTable
ALTER TABLE "depots" ADD COLUMN "personne_id" UUID;

-- CreateTable
CREATE TABLE "situations_ayant_droit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adhesion_id" UUID NOT NULL,
    "personne_id" UUID NOT NULL,
    "du" DATE NOT NULL,
    "au" DATE,
    "situation" "SituationEnfant",
    "celibataire" BOOLEAN,
    "rattache_fiscalement" BOOLEAN,
    "handicap_reconnu_le" DATE,
    "justificatif_recu_le" DATE,
    "depot_id" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "situations_ayant_droit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refus_paiement_direct" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adhesion_id" UUID NOT NULL,
    "personne_id" UUID NOT NULL,
    "du" DATE NOT NULL,
    "leve_le" DATE,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "refus_paiement_direct_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rappels_seize_ans" (
    "personne_id" UUID NOT NULL,
    "adhesion_id" UUID NOT NULL,
    "envoye_le" DATE NOT NULL,

    CONSTRAINT "rappels_seize_ans_pkey" PRIMARY KEY ("personne_id")
);

-- CreateIndex
CREATE INDEX "depots_personne_id_cree_le_idx" ON "depots"("personne_id", "cree_le");

-- CreateIndex
CREATE INDEX "personnes_date_naissance_idx" ON "personnes"("date_naissance");

-- CreateIndex
CREATE INDEX "situations_ayant_droit_adhesion_id_personne_id_du_idx" ON "situations_ayant_droit"("adhesion_id", "personne_id", "du");

-- CreateIndex
CREATE INDEX "situations_ayant_droit_personne_id_idx" ON "situations_ayant_droit"("personne_id");

-- CreateIndex
CREATE INDEX "situations_ayant_droit_depot_id_idx" ON "situations_ayant_droit"("depot_id");

-- CreateIndex
CREATE INDEX "refus_paiement_direct_adhesion_id_idx" ON "refus_paiement_direct"("adhesion_id");

-- CreateIndex
CREATE INDEX "refus_paiement_direct_personne_id_idx" ON "refus_paiement_direct"("personne_id");

-- CreateIndex
CREATE INDEX "rappels_seize_ans_adhesion_id_idx" ON "rappels_seize_ans"("adhesion_id");

-- AddForeignKey
ALTER TABLE "depots" ADD CONSTRAINT "depots_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "situations_ayant_droit" ADD CONSTRAINT "situations_ayant_droit_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "situations_ayant_droit" ADD CONSTRAINT "situations_ayant_droit_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "situations_ayant_droit" ADD CONSTRAINT "situations_ayant_droit_depot_id_fkey" FOREIGN KEY ("depot_id") REFERENCES "depots"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refus_paiement_direct" ADD CONSTRAINT "refus_paiement_direct_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refus_paiement_direct" ADD CONSTRAINT "refus_paiement_direct_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rappels_seize_ans" ADD CONSTRAINT "rappels_seize_ans_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rappels_seize_ans" ADD CONSTRAINT "rappels_seize_ans_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ----------------------------------------------------------------------------------

ALTER TABLE situations_ayant_droit
  ADD CONSTRAINT situations_ayant_droit_periode CHECK (au >= du),
  ADD CONSTRAINT situations_ayant_droit_sans_chevauchement
    EXCLUDE USING gist (adhesion_id WITH =, personne_id WITH =, daterange(du, au, '[]') WITH &&),
  ADD CONSTRAINT situations_ayant_droit_un_fait CHECK (
    num_nonnulls(situation, celibataire, rattache_fiscalement, handicap_reconnu_le, justificatif_recu_le) > 0
  );
ALTER TABLE refus_paiement_direct
  ADD CONSTRAINT refus_paiement_direct_periode CHECK (leve_le >= du),
  -- One refusal at a time.
  ADD CONSTRAINT refus_paiement_direct_un EXCLUDE USING btree (adhesion_id WITH =, personne_id WITH =) WHERE (leve_le IS NULL);

-- Fences ---------------------------------------------------------------------------------------------------------------

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['situations_ayant_droit', 'refus_paiement_direct', 'rappels_seize_ans'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO portail_systeme USING (true) WITH CHECK (true)', t || '_systeme', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO portail_gestion USING (true)', t || '_gestion', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO portail_app USING (adhesion_id = ANY (app_adhesions()) OR personne_id = app_personne())', t || '_app', t);
  END LOOP;
END $$;

GRANT SELECT ON situations_ayant_droit, refus_paiement_direct, rappels_seize_ans TO portail_systeme, portail_gestion, portail_app;
GRANT INSERT ON situations_ayant_droit, rappels_seize_ans TO portail_systeme;
GRANT UPDATE (au) ON situations_ayant_droit TO portail_systeme;

-- Only the ayant droit refuses, and takes the refusal back.
GRANT INSERT (adhesion_id, personne_id, du), UPDATE (leve_le) ON refus_paiement_direct TO portail_app;
CREATE POLICY refus_paiement_direct_ajout_app ON refus_paiement_direct FOR INSERT TO portail_app
  WITH CHECK (personne_id = app_personne() AND adhesion_id = ANY (app_adhesions_lues()) AND leve_le IS NULL);
CREATE POLICY refus_paiement_direct_levee_app ON refus_paiement_direct FOR UPDATE TO portail_app
  USING (personne_id = app_personne() AND leve_le IS NULL) WITH CHECK (personne_id = app_personne() AND leve_le IS NOT NULL);

-- A piece speaks of somebody of the contract it is sent for, whom its sender may see.
CREATE POLICY depots_personne_app ON depots AS RESTRICTIVE FOR INSERT TO portail_app
  WITH CHECK (personne_id IS NULL OR EXISTS (
    SELECT FROM beneficiaires b WHERE b.adhesion_id = depots.adhesion_id AND b.personne_id = depots.personne_id));

-- Beside documents_emission_app. As text: a value added to a type is not usable before the transaction that adds it ends.
CREATE POLICY documents_radiation_app ON documents FOR INSERT TO portail_app
  WITH CHECK ((adhesion_id = ANY (app_adhesions()) OR (personne_id = app_personne() AND adhesion_id = ANY (app_adhesions_lues())))
    AND nature::text = 'ATTESTATION_RADIATION' AND fichier_id IS NULL);
