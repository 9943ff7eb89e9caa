-- What the mutuelle gives up of a sum paid in error, and why; the papers that leave by post, and the day they left.

-- AlterEnum
ALTER TYPE "OperationLivre" ADD VALUE 'INDU_REMIS';

-- AlterTable
ALTER TABLE "documents" ADD COLUMN     "poste_le" DATE,
ADD COLUMN     "poste_par_id" UUID;

-- CreateTable
CREATE TABLE "remises_indus" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "indu_id" UUID NOT NULL,
    "montant" BIGINT NOT NULL,
    "decidee_le" DATE NOT NULL,
    "raison" TEXT NOT NULL,
    "demande_id" UUID,
    "decidee_par_id" UUID,

    CONSTRAINT "remises_indus_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "remises_indus_indu_id_idx" ON "remises_indus"("indu_id");

-- CreateIndex
CREATE INDEX "remises_indus_demande_id_idx" ON "remises_indus"("demande_id");

-- CreateIndex
CREATE INDEX "remises_indus_decidee_par_id_idx" ON "remises_indus"("decidee_par_id");

-- CreateIndex
CREATE INDEX "documents_poste_par_id_idx" ON "documents"("poste_par_id");

-- AddForeignKey
ALTER TABLE "remises_indus" ADD CONSTRAINT "remises_indus_indu_id_fkey" FOREIGN KEY ("indu_id") REFERENCES "indus"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remises_indus" ADD CONSTRAINT "remises_indus_demande_id_fkey" FOREIGN KEY ("demande_id") REFERENCES "demandes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remises_indus" ADD CONSTRAINT "remises_indus_decidee_par_id_fkey" FOREIGN KEY ("decidee_par_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_poste_par_id_fkey" FOREIGN KEY ("poste_par_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say ----------------------------------------------------------------------------------

ALTER TABLE remises_indus
  ADD CONSTRAINT remises_indus_montant CHECK (montant > 0),
  ADD CONSTRAINT remises_indus_raison CHECK (raison ~ '^[A-Z_]{1,40}$');
CREATE TRIGGER remises_indus_gardees BEFORE UPDATE OR DELETE ON remises_indus FOR EACH ROW EXECUTE FUNCTION garder_colonnes('demande_id');
ALTER TABLE documents
  ADD CONSTRAINT documents_poste CHECK (poste_le IS NULL OR (support = 'PAPIER' AND poste_le >= emis_le));

-- The contestation of a sum, found from the sum.
CREATE INDEX demandes_contestations ON demandes ((faits ->> 'reference')) WHERE nature = 'CONTESTATION_INDU';
-- What is to be posted: few among all that ever was.
CREATE INDEX documents_a_poster ON documents (emis_le, nature, id)
  WHERE support = 'PAPIER' AND poste_le IS NULL AND nature <> 'RELEVE_PRESTATIONS';

-- Fences ---------------------------------------------------------------------------------------------------------------

ALTER TABLE remises_indus ENABLE ROW LEVEL SECURITY;
ALTER TABLE remises_indus FORCE ROW LEVEL SECURITY;
CREATE POLICY remises_indus_systeme ON remises_indus TO portail_systeme USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON remises_indus TO portail_systeme;
CREATE POLICY remises_indus_gestion ON remises_indus FOR SELECT TO portail_gestion USING (true);
CREATE POLICY remises_indus_app ON remises_indus FOR SELECT TO portail_app
  USING (EXISTS (SELECT FROM indus i WHERE i.id = indu_id));
GRANT SELECT ON remises_indus TO portail_gestion, portail_app;
GRANT UPDATE (poste_le, poste_par_id) ON documents TO portail_systeme;
