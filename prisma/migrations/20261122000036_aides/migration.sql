-- Aids outside care, and the avance santé: what was granted, what is lent, what pays it, what comes back.

-- CreateEnum
CREATE TYPE "EtatAvance" AS ENUM ('A_VERSER', 'VERSEE', 'SOLDEE', 'ANNULEE');

-- AlterEnum
ALTER TYPE "NatureCompteLivre" ADD VALUE 'AVANCES_ADHERENT';

-- AlterEnum
ALTER TYPE "ObjetOrdre" ADD VALUE 'AVANCE';

-- AlterEnum
ALTER TYPE "OperationLivre" ADD VALUE 'AVANCE_RENDUE';

-- CreateTable
CREATE TABLE "aides_accordees" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "demande_id" UUID NOT NULL,
    "adhesion_id" UUID NOT NULL,
    "personne_id" UUID,
    "aide" TEXT NOT NULL,
    "genre" TEXT,
    "jour" DATE NOT NULL,
    "annee" SMALLINT NOT NULL,
    "quantite" INTEGER NOT NULL,
    "montant" BIGINT NOT NULL,
    "prestation_id" UUID NOT NULL,
    "accordee_le" DATE NOT NULL,
    "annulee_le" DATE,

    CONSTRAINT "aides_accordees_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "avances_sante" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "demande_id" UUID NOT NULL,
    "adhesion_id" UUID NOT NULL,
    "personne_id" UUID NOT NULL,
    "etat" "EtatAvance" NOT NULL,
    "montant" BIGINT NOT NULL,
    "mois" SMALLINT NOT NULL,
    "decidee_le" DATE NOT NULL,
    "versee_le" DATE,
    "motifs" JSONB NOT NULL,

    CONSTRAINT "avances_sante_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ordres_avances" (
    "ordre_id" UUID NOT NULL,
    "avance_id" UUID NOT NULL,
    "vivant" BOOLEAN NOT NULL,

    CONSTRAINT "ordres_avances_pkey" PRIMARY KEY ("ordre_id","avance_id")
);

-- CreateTable
CREATE TABLE "reglements_avances" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "avance_id" UUID NOT NULL,
    "montant" BIGINT NOT NULL,
    "recu_le" DATE NOT NULL,
    "saisi_par_id" UUID NOT NULL,

    CONSTRAINT "reglements_avances_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "aides_accordees_prestation_id_key" ON "aides_accordees"("prestation_id");

-- CreateIndex
CREATE INDEX "aides_accordees_demande_id_idx" ON "aides_accordees"("demande_id");

-- CreateIndex
CREATE INDEX "aides_accordees_adhesion_id_aide_idx" ON "aides_accordees"("adhesion_id", "aide");

-- CreateIndex
CREATE INDEX "aides_accordees_personne_id_idx" ON "aides_accordees"("personne_id");

-- CreateIndex
CREATE INDEX "avances_sante_demande_id_idx" ON "avances_sante"("demande_id");

-- CreateIndex
CREATE INDEX "avances_sante_adhesion_id_idx" ON "avances_sante"("adhesion_id");

-- CreateIndex
CREATE INDEX "avances_sante_personne_id_idx" ON "avances_sante"("personne_id");

-- CreateIndex
CREATE INDEX "ordres_avances_avance_id_idx" ON "ordres_avances"("avance_id");

-- CreateIndex
CREATE INDEX "reglements_avances_avance_id_idx" ON "reglements_avances"("avance_id");

-- CreateIndex
CREATE INDEX "reglements_avances_saisi_par_id_idx" ON "reglements_avances"("saisi_par_id");

-- AddForeignKey
ALTER TABLE "aides_accordees" ADD CONSTRAINT "aides_accordees_demande_id_fkey" FOREIGN KEY ("demande_id") REFERENCES "demandes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aides_accordees" ADD CONSTRAINT "aides_accordees_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aides_accordees" ADD CONSTRAINT "aides_accordees_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aides_accordees" ADD CONSTRAINT "aides_accordees_prestation_id_fkey" FOREIGN KEY ("prestation_id") REFERENCES "prestations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "avances_sante" ADD CONSTRAINT "avances_sante_demande_id_fkey" FOREIGN KEY ("demande_id") REFERENCES "demandes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "avances_sante" ADD CONSTRAINT "avances_sante_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "avances_sante" ADD CONSTRAINT "avances_sante_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ordres_avances" ADD CONSTRAINT "ordres_avances_ordre_id_fkey" FOREIGN KEY ("ordre_id") REFERENCES "ordres_bancaires"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ordres_avances" ADD CONSTRAINT "ordres_avances_avance_id_fkey" FOREIGN KEY ("avance_id") REFERENCES "avances_sante"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reglements_avances" ADD CONSTRAINT "reglements_avances_avance_id_fkey" FOREIGN KEY ("avance_id") REFERENCES "avances_sante"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reglements_avances" ADD CONSTRAINT "reglements_avances_saisi_par_id_fkey" FOREIGN KEY ("saisi_par_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ----------------------------------------------------------------------------------

ALTER TABLE aides_accordees
  ADD CONSTRAINT aides_accordees_aide CHECK (aide ~ '^[A-Z_]+$' AND genre ~ '^[A-Z_]+$'),
  ADD CONSTRAINT aides_accordees_montant CHECK (montant > 0 AND quantite >= 1),
  ADD CONSTRAINT aides_accordees_annulee CHECK (annulee_le >= accordee_le);
ALTER TABLE avances_sante
  ADD CONSTRAINT avances_sante_montant CHECK (montant > 0 AND mois >= 1),
  ADD CONSTRAINT avances_sante_versee CHECK ((etat IN ('VERSEE', 'SOLDEE')) = (versee_le IS NOT NULL)),
  ADD CONSTRAINT avances_sante_motivee CHECK (jsonb_typeof(motifs) = 'array' AND jsonb_array_length(motifs) > 0);
ALTER TABLE reglements_avances ADD CONSTRAINT reglements_avances_montant CHECK (montant > 0);

-- One at a time.
CREATE UNIQUE INDEX avances_sante_une ON avances_sante (adhesion_id) WHERE etat IN ('A_VERSER', 'VERSEE');
-- What is to be paid or given back, the oldest first.
CREATE INDEX avances_sante_en_cours ON avances_sante (versee_le, id) WHERE etat IN ('A_VERSER', 'VERSEE');
CREATE UNIQUE INDEX ordres_avances_vivant ON ordres_avances (avance_id) WHERE vivant;

CREATE TRIGGER avances_sante_gardees BEFORE UPDATE OR DELETE ON avances_sante FOR EACH ROW
  EXECUTE FUNCTION garder_etat('etat,versee_le', '{"A_VERSER": ["VERSEE", "ANNULEE"], "VERSEE": ["A_VERSER", "SOLDEE"]}');
CREATE TRIGGER reglements_avances_immuables BEFORE UPDATE OR DELETE ON reglements_avances
  FOR EACH ROW EXECUTE FUNCTION refuser_modification();

-- As text: a value of an enum is not used in the transaction that adds it.
ALTER TABLE comptes_livre DROP CONSTRAINT comptes_livre_titulaire;
ALTER TABLE comptes_livre ADD CONSTRAINT comptes_livre_titulaire CHECK (
  (adhesion_id IS NOT NULL) = (nature::text IN ('COTISATIONS_ADHERENT', 'PRESTATIONS_ADHERENT', 'INDUS_ADHERENT', 'AVANCES_ADHERENT'))
  AND (tiers_id IS NOT NULL) = (nature::text IN ('PRESTATIONS_TIERS', 'INDUS_TIERS', 'COTISATIONS_EMPLOYEUR')));
ALTER TABLE ordres_bancaires ADD CONSTRAINT ordres_bancaires_avance
  CHECK ((objet::text = 'AVANCE') <= (adhesion_id IS NOT NULL AND mandat_id IS NULL AND tiers_id IS NULL));

-- Fences ---------------------------------------------------------------------------------------------------------------

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['aides_accordees', 'avances_sante', 'ordres_avances', 'reglements_avances'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO portail_systeme USING (true) WITH CHECK (true)', t || '_systeme', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO portail_systeme', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO portail_gestion USING (true)', t || '_gestion', t);
    EXECUTE format('GRANT SELECT ON %I TO portail_gestion, portail_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['aides_accordees', 'avances_sante'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO portail_app USING (adhesion_id = ANY (app_adhesions()))', t || '_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['ordres_avances', 'reglements_avances'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO portail_app USING (EXISTS (SELECT FROM avances_sante a WHERE a.id = avance_id))', t || '_app', t);
  END LOOP;
END $$;
GRANT UPDATE (annulee_le) ON aides_accordees TO portail_systeme;
GRANT UPDATE (etat, versee_le) ON avances_sante TO portail_systeme;
GRANT UPDATE (vivant) ON ordres_avances TO portail_systeme;
