-- What a person tells of themselves: where they live, how to reach them, where to pay them, on what they want our papers.

-- CreateEnum
CREATE TYPE "EtatTeletransmission" AS ENUM ('ACTIVE', 'DEMANDEE', 'REJETEE', 'INTERROMPUE', 'REFUSEE');

-- CreateEnum
CREATE TYPE "NatureEnvoi" AS ENUM ('RELEVES', 'COURRIERS', 'CARTE');

-- CreateEnum
CREATE TYPE "SupportEnvoi" AS ENUM ('PAPIER', 'ELECTRONIQUE');

-- AlterEnum
ALTER TYPE "UsageJeton" ADD VALUE 'CHANGEMENT_EMAIL';

-- AlterTable
ALTER TABLE "documents" ADD COLUMN     "support" "SupportEnvoi";

-- CreateTable
CREATE TABLE "adresses" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "personne_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "complement" TEXT,
    "voie" TEXT NOT NULL,
    "lieu_dit" TEXT,
    "code_postal" TEXT NOT NULL,
    "ville" TEXT NOT NULL,
    "pays" TEXT,
    "du" DATE NOT NULL,
    "compte_id" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "adresses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "telephones" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "personne_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "mobile" TEXT,
    "fixe" TEXT,
    "compte_id" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "telephones_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "changements_courriel" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "compte_id" UUID NOT NULL,
    "ancien" TEXT NOT NULL,
    "nouveau" TEXT NOT NULL,
    "demande_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirme_le" TIMESTAMPTZ(3),
    "abandonne_le" TIMESTAMPTZ(3),

    CONSTRAINT "changements_courriel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "changements_rib" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adhesion_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "compte_bancaire_id" UUID NOT NULL,
    "titulaire" TEXT NOT NULL,
    "iban_fin" CHAR(4) NOT NULL,
    "bic" TEXT,
    "effet_le" DATE NOT NULL,
    "depot_id" UUID NOT NULL,
    "compte_id" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "changements_rib_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "teletransmissions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "personne_id" UUID NOT NULL,
    "rang" INTEGER NOT NULL,
    "etat" "EtatTeletransmission" NOT NULL,
    "code" TEXT,
    "depuis" DATE NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "teletransmissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "preferences_envoi" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "personne_id" UUID NOT NULL,
    "nature" "NatureEnvoi" NOT NULL,
    "rang" INTEGER NOT NULL,
    "support" "SupportEnvoi" NOT NULL,
    "compte_id" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "preferences_envoi_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "adresses_compte_id_idx" ON "adresses"("compte_id");

-- CreateIndex
CREATE UNIQUE INDEX "adresses_personne_id_version_key" ON "adresses"("personne_id", "version");

-- CreateIndex
CREATE INDEX "telephones_compte_id_idx" ON "telephones"("compte_id");

-- CreateIndex
CREATE UNIQUE INDEX "telephones_personne_id_version_key" ON "telephones"("personne_id", "version");

-- CreateIndex
CREATE INDEX "changements_courriel_compte_id_idx" ON "changements_courriel"("compte_id");

-- CreateIndex
CREATE UNIQUE INDEX "changements_rib_depot_id_key" ON "changements_rib"("depot_id");

-- CreateIndex
CREATE INDEX "changements_rib_compte_bancaire_id_idx" ON "changements_rib"("compte_bancaire_id");

-- CreateIndex
CREATE INDEX "changements_rib_compte_id_idx" ON "changements_rib"("compte_id");

-- CreateIndex
CREATE UNIQUE INDEX "changements_rib_adhesion_id_version_key" ON "changements_rib"("adhesion_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "teletransmissions_personne_id_rang_key" ON "teletransmissions"("personne_id", "rang");

-- CreateIndex
CREATE INDEX "preferences_envoi_compte_id_idx" ON "preferences_envoi"("compte_id");

-- CreateIndex
CREATE UNIQUE INDEX "preferences_envoi_personne_id_nature_rang_key" ON "preferences_envoi"("personne_id", "nature", "rang");

-- AddForeignKey
ALTER TABLE "adresses" ADD CONSTRAINT "adresses_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adresses" ADD CONSTRAINT "adresses_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "telephones" ADD CONSTRAINT "telephones_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "telephones" ADD CONSTRAINT "telephones_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "changements_courriel" ADD CONSTRAINT "changements_courriel_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "changements_rib" ADD CONSTRAINT "changements_rib_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "changements_rib" ADD CONSTRAINT "changements_rib_compte_bancaire_id_fkey" FOREIGN KEY ("compte_bancaire_id") REFERENCES "comptes_bancaires"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "changements_rib" ADD CONSTRAINT "changements_rib_depot_id_fkey" FOREIGN KEY ("depot_id") REFERENCES "depots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "changements_rib" ADD CONSTRAINT "changements_rib_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teletransmissions" ADD CONSTRAINT "teletransmissions_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preferences_envoi" ADD CONSTRAINT "preferences_envoi_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preferences_envoi" ADD CONSTRAINT "preferences_envoi_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say ----------------------------------------------------------------------------------

ALTER TABLE adresses
  ADD CONSTRAINT adresses_version CHECK (version >= 1),
  ADD CONSTRAINT adresses_lignes CHECK (btrim(voie) <> '' AND btrim(ville) <> '' AND btrim(code_postal) <> ''
    AND (complement IS NULL OR btrim(complement) <> '') AND (lieu_dit IS NULL OR btrim(lieu_dit) <> '')
    AND (pays IS NULL OR btrim(pays) <> '')),
  ADD CONSTRAINT adresses_code_postal CHECK (pays IS NOT NULL OR code_postal ~ '^[0-9]{5}$');
ALTER TABLE telephones
  ADD CONSTRAINT telephones_version CHECK (version >= 1),
  ADD CONSTRAINT telephones_forme CHECK (mobile ~ '^\+[1-9][0-9]{6,14}$' AND fixe ~ '^\+[1-9][0-9]{6,14}$');
ALTER TABLE changements_courriel
  ADD CONSTRAINT changements_courriel_change CHECK (ancien <> nouveau),
  ADD CONSTRAINT changements_courriel_une_fin CHECK (confirme_le IS NULL OR abandonne_le IS NULL);
CREATE UNIQUE INDEX changements_courriel_un_en_attente ON changements_courriel (compte_id)
  WHERE confirme_le IS NULL AND abandonne_le IS NULL;
ALTER TABLE changements_rib
  ADD CONSTRAINT changements_rib_version CHECK (version >= 1),
  ADD CONSTRAINT changements_rib_iban_fin CHECK (iban_fin ~ '^[0-9A-Z]{4}$');
ALTER TABLE teletransmissions
  ADD CONSTRAINT teletransmissions_rang CHECK (rang >= 1),
  -- A refusal always says why.
  ADD CONSTRAINT teletransmissions_motif CHECK ((etat IN ('REJETEE', 'INTERROMPUE')) = (code IS NOT NULL) AND code ~ '^[A-Z_]{1,40}$');
ALTER TABLE preferences_envoi ADD CONSTRAINT preferences_envoi_rang CHECK (rang >= 1);

-- What was said stays as it was said.
CREATE TRIGGER adresses_immuables BEFORE UPDATE OR DELETE ON adresses FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER telephones_immuables BEFORE UPDATE OR DELETE ON telephones FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER changements_rib_immuables BEFORE UPDATE OR DELETE ON changements_rib FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER teletransmissions_immuables BEFORE UPDATE OR DELETE ON teletransmissions FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER preferences_envoi_immuables BEFORE UPDATE OR DELETE ON preferences_envoi FOR EACH ROW EXECUTE FUNCTION refuser_modification();

-- Fences ---------------------------------------------------------------------------------------------------------------

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['adresses', 'telephones', 'changements_courriel', 'changements_rib', 'teletransmissions',
    'preferences_envoi'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO portail_systeme USING (true) WITH CHECK (true)', t || '_systeme', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO portail_systeme', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO portail_gestion USING (true)', t || '_gestion', t);
    EXECUTE format('GRANT SELECT ON %I TO portail_gestion, portail_app', t);
  END LOOP;
  -- Their own, and written in their name only.
  FOREACH t IN ARRAY ARRAY['adresses', 'telephones', 'preferences_envoi'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO portail_app USING (personne_id = app_personne())', t || '_app', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO portail_app WITH CHECK (personne_id = app_personne() AND compte_id = app_compte())',
      t || '_ajout_app', t);
    EXECUTE format('GRANT INSERT ON %I TO portail_app', t);
  END LOOP;
END $$;

CREATE POLICY changements_courriel_app ON changements_courriel FOR SELECT TO portail_app USING (compte_id = app_compte());
CREATE POLICY changements_rib_app ON changements_rib FOR SELECT TO portail_app USING (adhesion_id = ANY (app_adhesions()));
CREATE POLICY teletransmissions_app ON teletransmissions FOR SELECT TO portail_app
  USING (personne_id = app_personne() OR personne_id IN (SELECT personne_id FROM beneficiaires WHERE adhesion_id = ANY (app_adhesions())));
GRANT UPDATE (confirme_le, abandonne_le) ON changements_courriel TO portail_systeme;
-- The proof of an account is kept in the transaction that changes the account.
GRANT INSERT ON depots TO portail_systeme;

-- What is to be printed and posted, the latest first.
CREATE INDEX documents_a_imprimer ON documents (emis_le DESC, id DESC) WHERE support = 'PAPIER';
