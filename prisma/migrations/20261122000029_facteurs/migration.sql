-- The second factor: what an account proves beside its password, the step between the two, and how a lost one is taken off.

-- CreateEnum
CREATE TYPE "NatureFacteur" AS ENUM ('TOTP', 'CLE', 'CODES');

-- CreateEnum
CREATE TYPE "UsageDefi" AS ENUM ('ENREGISTREMENT', 'CONNEXION');

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "ancienne_empreinte" BYTEA,
ADD COLUMN     "ancienne_jusqua" TIMESTAMPTZ(3),
ADD COLUMN     "reconfirmee_facteur" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "reconfirmee_le" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "facteurs" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "compte_id" UUID NOT NULL,
    "nature" "NatureFacteur" NOT NULL,
    "nom" TEXT NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL,
    "confirme_le" TIMESTAMPTZ(3),
    "dernier_usage_le" TIMESTAMPTZ(3),
    "retire_le" TIMESTAMPTZ(3),
    "graine_chiffree" BYTEA,
    "dernier_pas" BIGINT,
    "cle_id" BYTEA,
    "cle_publique" BYTEA,
    "compteur" BIGINT,
    "voies" TEXT[],
    "demonstration" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "facteurs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "codes_secours" (
    "facteur_id" UUID NOT NULL,
    "empreinte" BYTEA NOT NULL,
    "utilise_le" TIMESTAMPTZ(3),

    CONSTRAINT "codes_secours_pkey" PRIMARY KEY ("facteur_id","empreinte")
);

-- CreateTable
CREATE TABLE "entrees_en_attente" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "compte_id" UUID NOT NULL,
    "empreinte" BYTEA NOT NULL,
    "moyen" TEXT NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,
    "finie_le" TIMESTAMPTZ(3),

    CONSTRAINT "entrees_en_attente_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "defis" (
    "empreinte" BYTEA NOT NULL,
    "usage" "UsageDefi" NOT NULL,
    "porteur" UUID,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,
    "utilise_le" TIMESTAMPTZ(3),

    CONSTRAINT "defis_pkey" PRIMARY KEY ("empreinte")
);

-- CreateTable
CREATE TABLE "levees_facteurs" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "compte_id" UUID NOT NULL,
    "demandee_par" UUID NOT NULL,
    "demandee_le" TIMESTAMPTZ(3) NOT NULL,
    "verifie" TEXT[],
    "motif" TEXT NOT NULL,
    "effet_le" TIMESTAMPTZ(3) NOT NULL,
    "approuvee_par" UUID,
    "faite_le" TIMESTAMPTZ(3),
    "annulee_le" TIMESTAMPTZ(3),

    CONSTRAINT "levees_facteurs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "sessions_ancienne_empreinte_key" ON "sessions"("ancienne_empreinte");

-- CreateIndex
CREATE UNIQUE INDEX "facteurs_cle_id_key" ON "facteurs"("cle_id");

-- CreateIndex
CREATE INDEX "facteurs_compte_id_idx" ON "facteurs"("compte_id");

-- CreateIndex
CREATE UNIQUE INDEX "entrees_en_attente_empreinte_key" ON "entrees_en_attente"("empreinte");

-- CreateIndex
CREATE INDEX "entrees_en_attente_compte_id_idx" ON "entrees_en_attente"("compte_id");

-- CreateIndex
CREATE INDEX "levees_facteurs_compte_id_idx" ON "levees_facteurs"("compte_id");

-- AddForeignKey
ALTER TABLE "facteurs" ADD CONSTRAINT "facteurs_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "codes_secours" ADD CONSTRAINT "codes_secours_facteur_id_fkey" FOREIGN KEY ("facteur_id") REFERENCES "facteurs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entrees_en_attente" ADD CONSTRAINT "entrees_en_attente_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "levees_facteurs" ADD CONSTRAINT "levees_facteurs_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "levees_facteurs" ADD CONSTRAINT "levees_facteurs_demandee_par_fkey" FOREIGN KEY ("demandee_par") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "levees_facteurs" ADD CONSTRAINT "levees_facteurs_approuvee_par_fkey" FOREIGN KEY ("approuvee_par") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE facteurs
  ADD CONSTRAINT facteurs_nom CHECK (btrim(nom) <> '' AND length(nom) <= 60),
  ADD CONSTRAINT facteurs_totp CHECK ((nature = 'TOTP') = (graine_chiffree IS NOT NULL)),
  ADD CONSTRAINT facteurs_cle CHECK ((nature = 'CLE') = (cle_id IS NOT NULL AND cle_publique IS NOT NULL AND compteur IS NOT NULL)),
  ADD CONSTRAINT facteurs_demonstration CHECK (NOT demonstration OR nature = 'TOTP');
ALTER TABLE codes_secours ADD CONSTRAINT codes_secours_empreinte CHECK (length(empreinte) = 32);
ALTER TABLE entrees_en_attente ADD CONSTRAINT entrees_duree CHECK (expire_le > cree_le);
ALTER TABLE levees_facteurs
  ADD CONSTRAINT levees_motif CHECK (btrim(motif) <> '' AND length(motif) <= 500),
  ADD CONSTRAINT levees_verifie CHECK (cardinality(verifie) > 0),
  -- Nobody takes off their own, or says twice what must be said by two.
  ADD CONSTRAINT levees_par_un_autre CHECK (demandee_par <> compte_id),
  ADD CONSTRAINT levees_a_deux CHECK (approuvee_par IS NULL OR (approuvee_par <> demandee_par AND approuvee_par <> compte_id)),
  ADD CONSTRAINT levees_delai CHECK (effet_le >= demandee_le + interval '24 hours'),
  ADD CONSTRAINT levees_faite CHECK (faite_le IS NULL OR faite_le >= effet_le OR approuvee_par IS NOT NULL),
  ADD CONSTRAINT levees_une_fin CHECK (faite_le IS NULL OR annulee_le IS NULL);
-- One list of codes, one pending loss at a time.
CREATE UNIQUE INDEX facteurs_une_liste ON facteurs (compte_id) WHERE nature = 'CODES' AND confirme_le IS NOT NULL AND retire_le IS NULL;
CREATE UNIQUE INDEX levees_une_a_la_fois ON levees_facteurs (compte_id) WHERE faite_le IS NULL AND annulee_le IS NULL;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['facteurs', 'codes_secours', 'entrees_en_attente', 'defis', 'levees_facteurs'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO portail_systeme USING (true) WITH CHECK (true)', t || '_systeme', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO portail_systeme', t);
  END LOOP;
END $$;
GRANT DELETE ON facteurs, codes_secours, entrees_en_attente, defis TO portail_systeme;
GRANT UPDATE (confirme_le, dernier_usage_le, retire_le, dernier_pas, compteur) ON facteurs TO portail_systeme;
GRANT UPDATE (utilise_le) ON codes_secours, defis TO portail_systeme;
GRANT UPDATE (finie_le) ON entrees_en_attente TO portail_systeme;
GRANT UPDATE (approuvee_par, faite_le, annulee_le) ON levees_facteurs TO portail_systeme;
