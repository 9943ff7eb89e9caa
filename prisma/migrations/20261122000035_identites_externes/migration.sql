-- Sign-in by an outside provider: who they say somebody is (issuer and subject, never the e-mail), and the steps of the trip.

-- CreateEnum
CREATE TYPE "EtapeDemarche" AS ENUM ('ALLER', 'A_LIER', 'SORTIE');

-- CreateTable
CREATE TABLE "identites_externes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "compte_id" UUID NOT NULL,
    "fournisseur" TEXT NOT NULL,
    "emetteur" TEXT NOT NULL,
    "sujet" TEXT NOT NULL,
    "liee_le" TIMESTAMPTZ(3) NOT NULL,
    "vue_le" TIMESTAMPTZ(3),

    CONSTRAINT "identites_externes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demarches_externes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "etape" "EtapeDemarche" NOT NULL,
    "fournisseur" TEXT NOT NULL,
    "empreinte" BYTEA NOT NULL,
    "contenu" BYTEA NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "demarches_externes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "identites_externes_emetteur_sujet_key" ON "identites_externes"("emetteur", "sujet");

-- CreateIndex
CREATE UNIQUE INDEX "identites_externes_compte_id_emetteur_key" ON "identites_externes"("compte_id", "emetteur");

-- CreateIndex
CREATE UNIQUE INDEX "demarches_externes_empreinte_key" ON "demarches_externes"("empreinte");

-- CreateIndex
CREATE INDEX "demarches_externes_expire_le_idx" ON "demarches_externes"("expire_le");

-- AddForeignKey
ALTER TABLE "identites_externes" ADD CONSTRAINT "identites_externes_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE identites_externes
  ADD CONSTRAINT identites_externes_textes CHECK (emetteur <> '' AND sujet <> '' AND length(emetteur) <= 300 AND length(sujet) <= 255);
ALTER TABLE demarches_externes
  ADD CONSTRAINT demarches_externes_bornes CHECK (expire_le > cree_le AND octet_length(empreinte) = 32);

-- Doors only: whoever has no business there, members and staff included, sees no row.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['identites_externes', 'demarches_externes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO portail_systeme USING (true) WITH CHECK (true)', t || '_systeme', t);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO portail_systeme', t);
  END LOOP;
END $$;
GRANT UPDATE (vue_le) ON identites_externes TO portail_systeme;
