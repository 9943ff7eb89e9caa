-- Papers of the mutuelle, files of both sides, batches of relevés.

-- CreateEnum
CREATE TYPE "NatureDocument" AS ENUM ('CARTE_TIERS_PAYANT', 'RELEVE_PRESTATIONS', 'ATTESTATION_DROITS', 'CERTIFICAT_ADHESION', 'COURRIER');

-- CreateEnum
CREATE TYPE "ConservationFichier" AS ENUM ('DOCUMENT', 'PIECE');

-- CreateEnum
CREATE TYPE "VerdictFichier" AS ENUM ('NON_REQUIS', 'EN_ATTENTE', 'SAIN', 'INFECTE');

-- CreateEnum
CREATE TYPE "EtatLotReleves" AS ENUM ('EN_COURS', 'TERMINE');

-- CreateTable
CREATE TABLE "fichiers" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "type_mime" TEXT NOT NULL,
    "taille" INTEGER NOT NULL,
    "empreinte" BYTEA NOT NULL,
    "cle_scellee" BYTEA NOT NULL,
    "conservation" "ConservationFichier" NOT NULL,
    "verdict" "VerdictFichier" NOT NULL,
    "depose_par_id" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "efface_le" TIMESTAMPTZ(3),

    CONSTRAINT "fichiers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "documents" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "nature" "NatureDocument" NOT NULL,
    "adhesion_id" UUID NOT NULL,
    "personne_id" UUID NOT NULL,
    "numero" TEXT,
    "du" DATE,
    "au" DATE,
    "emis_le" DATE NOT NULL,
    "gabarit" TEXT NOT NULL,
    "donnees" JSONB NOT NULL,
    "empreinte_donnees" BYTEA NOT NULL,
    "jeton_verification" TEXT NOT NULL,
    "fichier_id" UUID,
    "lot_id" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "depots" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "compte_id" UUID NOT NULL,
    "adhesion_id" UUID NOT NULL,
    "fichier_id" UUID NOT NULL,
    "objet" TEXT NOT NULL,
    "nom_origine" TEXT NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "depots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lots_releves" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "du" DATE NOT NULL,
    "au" DATE NOT NULL,
    "etat" "EtatLotReleves" NOT NULL,
    "total" INTEGER NOT NULL,
    "lance_par_id" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "termine_le" TIMESTAMPTZ(3),

    CONSTRAINT "lots_releves_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "numerotations" (
    "nature" "NatureDocument" NOT NULL,
    "annee" SMALLINT NOT NULL,
    "dernier" INTEGER NOT NULL,

    CONSTRAINT "numerotations_pkey" PRIMARY KEY ("nature","annee")
);

-- CreateIndex
CREATE INDEX "fichiers_depose_par_id_cree_le_idx" ON "fichiers"("depose_par_id", "cree_le");

-- CreateIndex
CREATE UNIQUE INDEX "documents_numero_key" ON "documents"("numero");

-- CreateIndex
CREATE UNIQUE INDEX "documents_empreinte_donnees_key" ON "documents"("empreinte_donnees");

-- CreateIndex
CREATE UNIQUE INDEX "documents_jeton_verification_key" ON "documents"("jeton_verification");

-- CreateIndex
CREATE UNIQUE INDEX "documents_fichier_id_key" ON "documents"("fichier_id");

-- CreateIndex
CREATE INDEX "documents_adhesion_id_emis_le_id_idx" ON "documents"("adhesion_id", "emis_le" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "documents_personne_id_idx" ON "documents"("personne_id");

-- CreateIndex
CREATE INDEX "documents_lot_id_idx" ON "documents"("lot_id");

-- CreateIndex
CREATE UNIQUE INDEX "depots_fichier_id_key" ON "depots"("fichier_id");

-- CreateIndex
CREATE INDEX "depots_compte_id_cree_le_idx" ON "depots"("compte_id", "cree_le");

-- CreateIndex
CREATE INDEX "depots_adhesion_id_cree_le_idx" ON "depots"("adhesion_id", "cree_le");

-- CreateIndex
CREATE UNIQUE INDEX "lots_releves_du_au_key" ON "lots_releves"("du", "au");

-- AddForeignKey
ALTER TABLE "fichiers" ADD CONSTRAINT "fichiers_depose_par_id_fkey" FOREIGN KEY ("depose_par_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_fichier_id_fkey" FOREIGN KEY ("fichier_id") REFERENCES "fichiers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "lots_releves"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "depots" ADD CONSTRAINT "depots_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "depots" ADD CONSTRAINT "depots_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "depots" ADD CONSTRAINT "depots_fichier_id_fkey" FOREIGN KEY ("fichier_id") REFERENCES "fichiers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lots_releves" ADD CONSTRAINT "lots_releves_lance_par_id_fkey" FOREIGN KEY ("lance_par_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- What the schema language cannot say ----------------------------------------------------------------------------------

ALTER TABLE fichiers
  ADD CONSTRAINT fichiers_taille CHECK (taille >= 0),
  ADD CONSTRAINT fichiers_empreinte CHECK (length(empreinte) = 32),
  ADD CONSTRAINT fichiers_cle_si_garde CHECK ((efface_le IS NULL) = (length(cle_scellee) > 0)),
  ADD CONSTRAINT fichiers_piece_deposee CHECK ((conservation = 'PIECE') = (depose_par_id IS NOT NULL));
ALTER TABLE documents
  ADD CONSTRAINT documents_periode CHECK (au >= du),
  ADD CONSTRAINT documents_releve_numerote CHECK ((nature = 'RELEVE_PRESTATIONS') = (numero IS NOT NULL)),
  ADD CONSTRAINT documents_releve_complet CHECK (nature <> 'RELEVE_PRESTATIONS' OR (du IS NOT NULL AND au IS NOT NULL)),
  ADD CONSTRAINT documents_empreinte CHECK (length(empreinte_donnees) = 32),
  ADD CONSTRAINT documents_jeton CHECK (jeton_verification ~ '^[0-9A-Za-z_-]{22,64}$');
ALTER TABLE depots ADD CONSTRAINT depots_nom_present CHECK (length(btrim(nom_origine)) BETWEEN 1 AND 255);
ALTER TABLE lots_releves
  ADD CONSTRAINT lots_releves_periode CHECK (au >= du),
  ADD CONSTRAINT lots_releves_total CHECK (total >= 0),
  ADD CONSTRAINT lots_releves_termine CHECK ((etat = 'TERMINE') = (termine_le IS NOT NULL));
ALTER TABLE numerotations ADD CONSTRAINT numerotations_positif CHECK (dernier >= 1);

-- One relevé for a contract and a period, whoever asks for the batch and however often.
CREATE UNIQUE INDEX documents_releve_unique ON documents (adhesion_id, du, au) WHERE nature = 'RELEVE_PRESTATIONS';

-- Fences ---------------------------------------------------------------------------------------------------------------

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['fichiers', 'documents', 'depots', 'lots_releves', 'numerotations'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO portail_systeme USING (true) WITH CHECK (true)', t || '_systeme', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['fichiers', 'documents', 'depots', 'lots_releves'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO portail_gestion USING (true)', t || '_gestion', t);
  END LOOP;
END $$;

-- A paper does not change: only its rendering is attached, once. A file changes keys, verdict, or is erased.
GRANT SELECT, INSERT ON fichiers, documents, lots_releves, numerotations TO portail_systeme;
GRANT SELECT ON depots TO portail_systeme;
GRANT UPDATE (fichier_id) ON documents TO portail_systeme;
GRANT UPDATE (cle_scellee, verdict, efface_le) ON fichiers TO portail_systeme;
GRANT UPDATE (etat, total, termine_le) ON lots_releves TO portail_systeme;
GRANT UPDATE (dernier) ON numerotations TO portail_systeme;

GRANT SELECT ON fichiers, documents, depots, lots_releves TO portail_gestion;
GRANT INSERT ON documents, lots_releves TO portail_gestion;
CREATE POLICY documents_emission_gestion ON documents FOR INSERT TO portail_gestion WITH CHECK (nature <> 'RELEVE_PRESTATIONS');
CREATE POLICY lots_releves_lancement ON lots_releves FOR INSERT TO portail_gestion WITH CHECK (lance_par_id = app_compte());

GRANT SELECT ON fichiers, documents, depots TO portail_app;
GRANT INSERT ON fichiers, documents, depots TO portail_app;
CREATE POLICY documents_app ON documents FOR SELECT TO portail_app
  USING (adhesion_id = ANY (app_adhesions()) OR personne_id = app_personne());
CREATE POLICY documents_emission_app ON documents FOR INSERT TO portail_app
  WITH CHECK ((adhesion_id = ANY (app_adhesions()) OR (personne_id = app_personne() AND adhesion_id = ANY (app_adhesions_lues())))
    AND nature IN ('CARTE_TIERS_PAYANT', 'ATTESTATION_DROITS', 'CERTIFICAT_ADHESION') AND fichier_id IS NULL);
CREATE POLICY depots_app ON depots FOR SELECT TO portail_app USING (compte_id = app_compte());
CREATE POLICY depots_ajout_app ON depots FOR INSERT TO portail_app
  WITH CHECK (compte_id = app_compte() AND (adhesion_id = ANY (app_adhesions()) OR adhesion_id = ANY (app_adhesions_lues())));
CREATE POLICY fichiers_app ON fichiers FOR SELECT TO portail_app
  USING (depose_par_id = app_compte() OR EXISTS (SELECT FROM documents d WHERE d.fichier_id = fichiers.id));
CREATE POLICY fichiers_ajout_app ON fichiers FOR INSERT TO portail_app
  WITH CHECK (depose_par_id = app_compte() AND conservation = 'PIECE' AND verdict IN ('NON_REQUIS', 'EN_ATTENTE'));
