-- The mandate as a paper, its end and why, and what followed a debit that came back.

-- AlterEnum
ALTER TYPE "NatureDocument" ADD VALUE 'MANDAT_SEPA';

-- AlterTable
ALTER TABLE "mandats" ADD COLUMN     "document_id" UUID,
ADD COLUMN     "fin" TEXT;

-- CreateTable
CREATE TABLE "rejets_prelevement" (
    "ordre_id" UUID NOT NULL,
    "adhesion_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "rejete_le" DATE NOT NULL,
    "prelevement_perdu" BOOLEAN NOT NULL,
    "motifs" JSONB NOT NULL,
    "courrier_id" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rejets_prelevement_pkey" PRIMARY KEY ("ordre_id")
);

-- CreateIndex
CREATE INDEX "rejets_prelevement_adhesion_id_idx" ON "rejets_prelevement"("adhesion_id");

-- CreateIndex
CREATE INDEX "rejets_prelevement_courrier_id_idx" ON "rejets_prelevement"("courrier_id");

-- CreateIndex
CREATE UNIQUE INDEX "mandats_document_id_key" ON "mandats"("document_id");

-- AddForeignKey
ALTER TABLE "mandats" ADD CONSTRAINT "mandats_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rejets_prelevement" ADD CONSTRAINT "rejets_prelevement_ordre_id_fkey" FOREIGN KEY ("ordre_id") REFERENCES "ordres_bancaires"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rejets_prelevement" ADD CONSTRAINT "rejets_prelevement_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rejets_prelevement" ADD CONSTRAINT "rejets_prelevement_courrier_id_fkey" FOREIGN KEY ("courrier_id") REFERENCES "documents"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- What the schema language cannot say ----------------------------------------------------------------------------------

-- REVOCATION by whom it binds, REMPLACEMENT by another mandate, or the ISO reason by which the bank ended it.
ALTER TABLE mandats ADD CONSTRAINT mandats_fin CHECK (fin IS NULL OR (revoque_le IS NOT NULL AND fin ~ '^[A-Z0-9-]+$'));
ALTER TABLE rejets_prelevement ADD CONSTRAINT rejets_prelevement_motifs CHECK (jsonb_typeof(motifs) = 'array');
-- The returns that nothing has followed yet are looked for among the debits that came back.
CREATE INDEX ordres_bancaires_preleves_revenus ON ordres_bancaires (id) WHERE etat = 'REJETE' AND mandat_id IS NOT NULL;

-- A mandate's paper prints the IBAN of its account at each rendering: neither the account nor its holder may become another.
CREATE FUNCTION garder_compte_bancaire() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - '{au,iban_chiffre}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{au,iban_chiffre}'::text[] THEN
    RAISE EXCEPTION 'comptes_bancaires : un compte prend fin, il ne change pas' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER comptes_bancaires_gardes BEFORE UPDATE ON comptes_bancaires FOR EACH ROW EXECUTE FUNCTION garder_compte_bancaire();

-- An account or a choice replaced on the very day it began: its last day is the day before, it never ran.
ALTER TABLE comptes_bancaires
  DROP CONSTRAINT comptes_bancaires_periode,
  DROP CONSTRAINT comptes_bancaires_sans_chevauchement,
  ADD CONSTRAINT comptes_bancaires_periode CHECK (au IS NULL OR au >= du - 1),
  ADD CONSTRAINT comptes_bancaires_sans_chevauchement
    EXCLUDE USING gist (adhesion_id WITH =, usage WITH =, daterange(du, au, '[]') WITH &&) WHERE (au IS NULL OR au >= du);
ALTER TABLE modalites_cotisation
  DROP CONSTRAINT modalites_periode,
  DROP CONSTRAINT modalites_sans_chevauchement,
  ADD CONSTRAINT modalites_periode CHECK (au IS NULL OR au >= du - 1),
  ADD CONSTRAINT modalites_sans_chevauchement
    EXCLUDE USING gist (adhesion_id WITH =, daterange(du, au, '[]') WITH &&) WHERE (au IS NULL OR au >= du);

-- Fences ---------------------------------------------------------------------------------------------------------------

ALTER TABLE rejets_prelevement ENABLE ROW LEVEL SECURITY;
ALTER TABLE rejets_prelevement FORCE ROW LEVEL SECURITY;
CREATE POLICY rejets_prelevement_systeme ON rejets_prelevement TO portail_systeme USING (true) WITH CHECK (true);
CREATE POLICY rejets_prelevement_gestion ON rejets_prelevement FOR SELECT TO portail_gestion USING (true);
CREATE POLICY rejets_prelevement_app ON rejets_prelevement FOR SELECT TO portail_app USING (adhesion_id = ANY (app_adhesions()));
CREATE TRIGGER rejets_prelevement_immuables BEFORE UPDATE OR DELETE ON rejets_prelevement
  FOR EACH ROW EXECUTE FUNCTION refuser_modification();
GRANT SELECT, INSERT ON rejets_prelevement TO portail_systeme;
GRANT SELECT ON rejets_prelevement TO portail_gestion, portail_app;
GRANT UPDATE (fin) ON mandats TO portail_systeme;
GRANT SELECT (document_id, fin) ON mandats TO portail_app;
