-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "LienBeneficiaire" AS ENUM ('MEMBRE_PARTICIPANT', 'CONJOINT', 'PACS', 'CONCUBIN', 'ENFANT');

-- CreateEnum
CREATE TYPE "UsageCompteBancaire" AS ENUM ('PRESTATIONS', 'COTISATIONS');

-- CreateEnum
CREATE TYPE "RoleCompte" AS ENUM ('ADHERENT', 'GESTIONNAIRE', 'SUPERVISEUR', 'COMPTABLE', 'MEDECIN_CONSEIL', 'ADMINISTRATEUR');

-- CreateEnum
CREATE TYPE "StatutCompte" AS ENUM ('EN_ATTENTE', 'ACTIF', 'SUSPENDU');

-- CreateEnum
CREATE TYPE "UsageJeton" AS ENUM ('CONFIRMATION_EMAIL', 'ACCES_PERDU', 'PREMIER_ADMINISTRATEUR');

-- CreateEnum
CREATE TYPE "StatutFlux" AS ENUM ('RECU', 'LIQUIDE');

-- CreateEnum
CREATE TYPE "OperationDecompte" AS ENUM ('PAIEMENT', 'REJET', 'ANNULATION', 'REGULARISATION');

-- CreateEnum
CREATE TYPE "DestinataireReglement" AS ENUM ('ASSURE', 'PROFESSIONNEL', 'ETABLISSEMENT', 'EMPLOYEUR', 'AUTRE');

-- CreateEnum
CREATE TYPE "EtatPrestation" AS ENUM ('CALCULEE', 'A_VERIFIER', 'A_PAYER', 'PAYEE', 'REFUSEE', 'ANNULEE');

-- CreateTable
CREATE TABLE "adhesions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "numero_adherent" TEXT NOT NULL,
    "reglement" TEXT NOT NULL,
    "membre_participant_id" UUID NOT NULL,
    "date_effet" DATE NOT NULL,
    "date_fin" DATE,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "adhesions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "choix_formules" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adhesion_id" UUID NOT NULL,
    "formule" TEXT NOT NULL,
    "du" DATE NOT NULL,
    "au" DATE,

    CONSTRAINT "choix_formules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "beneficiaires" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adhesion_id" UUID NOT NULL,
    "personne_id" UUID NOT NULL,
    "lien" "LienBeneficiaire" NOT NULL,
    "du" DATE NOT NULL,
    "au" DATE,

    CONSTRAINT "beneficiaires_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comptes_bancaires" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adhesion_id" UUID NOT NULL,
    "usage" "UsageCompteBancaire" NOT NULL,
    "titulaire" TEXT NOT NULL,
    "iban_chiffre" BYTEA NOT NULL,
    "iban_fin" CHAR(4) NOT NULL,
    "du" DATE NOT NULL,
    "au" DATE,

    CONSTRAINT "comptes_bancaires_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "codes_acces" (
    "personne_id" UUID NOT NULL,
    "code_chiffre" BYTEA NOT NULL,
    "code_index" BYTEA NOT NULL,

    CONSTRAINT "codes_acces_pkey" PRIMARY KEY ("personne_id")
);

-- CreateTable
CREATE TABLE "comptes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "role" "RoleCompte" NOT NULL,
    "statut" "StatutCompte" NOT NULL,
    "personne_id" UUID,
    "email" TEXT NOT NULL,
    "email_confirme_le" TIMESTAMPTZ(3),
    "nom_affiche" TEXT NOT NULL,
    "mot_de_passe" TEXT,
    "conditions_version" TEXT,
    "conditions_acceptees_le" TIMESTAMPTZ(3),
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comptes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "compte_id" UUID NOT NULL,
    "empreinte" BYTEA NOT NULL,
    "appareil" TEXT NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "vue_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,
    "revoquee_le" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jetons" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "usage" "UsageJeton" NOT NULL,
    "compte_id" UUID,
    "empreinte" BYTEA NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,
    "utilise_le" TIMESTAMPTZ(3),

    CONSTRAINT "jetons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "freins" (
    "cle" BYTEA NOT NULL,
    "essais" INTEGER NOT NULL,
    "depuis" TIMESTAMPTZ(3) NOT NULL,
    "bloque_jusqu" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "freins_pkey" PRIMARY KEY ("cle")
);

-- CreateTable
CREATE TABLE "flux_recus" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "ordre" BIGSERIAL NOT NULL,
    "emetteur_type" TEXT NOT NULL,
    "emetteur_code" TEXT NOT NULL,
    "emetteur_libelle" TEXT,
    "id_fichier" TEXT NOT NULL,
    "empreinte" BYTEA NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL,
    "recu_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "statut" "StatutFlux" NOT NULL,
    "nombre_lignes" INTEGER NOT NULL,
    "total_depense" BIGINT NOT NULL,
    "total_ro" BIGINT NOT NULL,
    "lignes_nouvelles" INTEGER NOT NULL,
    "lignes_doublons" INTEGER NOT NULL,
    "lignes_quarantaine" INTEGER NOT NULL,

    CONSTRAINT "flux_recus_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lignes_decompte" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "flux_id" UUID NOT NULL,
    "rang" INTEGER NOT NULL,
    "emetteur_type" TEXT NOT NULL,
    "emetteur_code" TEXT NOT NULL,
    "id_decompte" TEXT NOT NULL,
    "numero_ligne" INTEGER NOT NULL,
    "empreinte" BYTEA NOT NULL,
    "operation" "OperationDecompte" NOT NULL,
    "origine_id" UUID,
    "reversion" BOOLEAN NOT NULL,
    "pour_information" BOOLEAN NOT NULL,
    "personne_id" UUID NOT NULL,
    "soins_debut" DATE NOT NULL,
    "contenu" JSONB NOT NULL,

    CONSTRAINT "lignes_decompte_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quarantaines" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "flux_id" UUID NOT NULL,
    "rang" INTEGER NOT NULL,
    "emetteur_type" TEXT NOT NULL,
    "emetteur_code" TEXT NOT NULL,
    "empreinte" BYTEA NOT NULL,
    "motif" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "contenu_chiffre" BYTEA NOT NULL,

    CONSTRAINT "quarantaines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal" (
    "rang" BIGINT NOT NULL DEFAULT 0,
    "moment" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "compte_id" UUID,
    "role" TEXT NOT NULL,
    "acte" TEXT NOT NULL,
    "objet_type" TEXT NOT NULL,
    "objet_id" TEXT,
    "resultat" TEXT NOT NULL,
    "donnees" JSONB NOT NULL DEFAULT '{}',
    "empreinte_precedente" BYTEA NOT NULL,
    "empreinte" BYTEA NOT NULL,

    CONSTRAINT "journal_pkey" PRIMARY KEY ("rang")
);

-- CreateTable
CREATE TABLE "journal_tete" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "rang" BIGINT NOT NULL,
    "empreinte" BYTEA NOT NULL,

    CONSTRAINT "journal_tete_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "personnes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "nom" TEXT NOT NULL,
    "prenom" TEXT NOT NULL,
    "date_naissance" CHAR(10) NOT NULL,
    "rang_naissance" SMALLINT NOT NULL DEFAULT 1,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "personnes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "immatriculations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "personne_id" UUID NOT NULL,
    "nir_chiffre" BYTEA NOT NULL,
    "nir_index" BYTEA NOT NULL,

    CONSTRAINT "immatriculations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prestations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "ligne_id" UUID NOT NULL,
    "adhesion_id" UUID,
    "personne_id" UUID NOT NULL,
    "etat" "EtatPrestation" NOT NULL,
    "date_soins" DATE NOT NULL,
    "formule" TEXT,
    "ligne_garantie" TEXT,
    "libelle" TEXT NOT NULL,
    "executant" TEXT,
    "destinataire" "DestinataireReglement" NOT NULL,
    "depense" BIGINT NOT NULL,
    "base" BIGINT NOT NULL,
    "part_amo" BIGINT NOT NULL,
    "participation" BIGINT NOT NULL,
    "franchise" BIGINT NOT NULL,
    "part_regime_local" BIGINT NOT NULL DEFAULT 0,
    "autres_remboursements" BIGINT NOT NULL DEFAULT 0,
    "part_mutuelle" BIGINT NOT NULL,
    "reste_a_charge" BIGINT NOT NULL,
    "annule_id" UUID,
    "version_reglement" TEXT NOT NULL,
    "entrees" JSONB NOT NULL,
    "motifs" JSONB NOT NULL,
    "limites" TEXT[],
    "calculee_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "payee_le" DATE,

    CONSTRAINT "prestations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prestation_details" (
    "prestation_id" UUID NOT NULL,
    "rang" SMALLINT NOT NULL,
    "ligne" TEXT NOT NULL,
    "montant" BIGINT NOT NULL,

    CONSTRAINT "prestation_details_pkey" PRIMARY KEY ("prestation_id","rang")
);

-- CreateTable
CREATE TABLE "consommations" (
    "prestation_id" UUID NOT NULL,
    "rang" SMALLINT NOT NULL,
    "adhesion_id" UUID NOT NULL,
    "personne_id" UUID NOT NULL,
    "ligne" TEXT NOT NULL,
    "jour" DATE NOT NULL,
    "montant" BIGINT NOT NULL,
    "quantite" INTEGER,
    "precisions" JSONB NOT NULL DEFAULT '{}',
    "compteur_id" UUID,

    CONSTRAINT "consommations_pkey" PRIMARY KEY ("prestation_id","rang")
);

-- CreateTable
CREATE TABLE "compteurs" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adhesion_id" UUID NOT NULL,
    "personne_id" UUID NOT NULL,
    "ligne" TEXT NOT NULL,
    "marque" TEXT NOT NULL DEFAULT '',
    "du" DATE NOT NULL,
    "au" DATE NOT NULL,
    "plafond" BIGINT NOT NULL,
    "consomme" BIGINT NOT NULL,

    CONSTRAINT "compteurs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "adhesions_numero_adherent_key" ON "adhesions"("numero_adherent");

-- CreateIndex
CREATE INDEX "adhesions_membre_participant_id_idx" ON "adhesions"("membre_participant_id");

-- CreateIndex
CREATE INDEX "choix_formules_adhesion_id_du_idx" ON "choix_formules"("adhesion_id", "du");

-- CreateIndex
CREATE INDEX "beneficiaires_adhesion_id_idx" ON "beneficiaires"("adhesion_id");

-- CreateIndex
CREATE INDEX "beneficiaires_personne_id_idx" ON "beneficiaires"("personne_id");

-- CreateIndex
CREATE INDEX "comptes_bancaires_adhesion_id_idx" ON "comptes_bancaires"("adhesion_id");

-- CreateIndex
CREATE UNIQUE INDEX "codes_acces_code_index_key" ON "codes_acces"("code_index");

-- CreateIndex
CREATE UNIQUE INDEX "comptes_personne_id_key" ON "comptes"("personne_id");

-- CreateIndex
CREATE INDEX "comptes_email_idx" ON "comptes"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_empreinte_key" ON "sessions"("empreinte");

-- CreateIndex
CREATE INDEX "sessions_compte_id_idx" ON "sessions"("compte_id");

-- CreateIndex
CREATE UNIQUE INDEX "jetons_empreinte_key" ON "jetons"("empreinte");

-- CreateIndex
CREATE INDEX "jetons_compte_id_idx" ON "jetons"("compte_id");

-- CreateIndex
CREATE UNIQUE INDEX "flux_recus_ordre_key" ON "flux_recus"("ordre");

-- CreateIndex
CREATE UNIQUE INDEX "flux_recus_emetteur_type_emetteur_code_id_fichier_key" ON "flux_recus"("emetteur_type", "emetteur_code", "id_fichier");

-- CreateIndex
CREATE INDEX "lignes_decompte_personne_id_soins_debut_idx" ON "lignes_decompte"("personne_id", "soins_debut");

-- CreateIndex
CREATE INDEX "lignes_decompte_origine_id_idx" ON "lignes_decompte"("origine_id");

-- CreateIndex
CREATE UNIQUE INDEX "lignes_decompte_emetteur_type_emetteur_code_id_decompte_num_key" ON "lignes_decompte"("emetteur_type", "emetteur_code", "id_decompte", "numero_ligne");

-- CreateIndex
CREATE UNIQUE INDEX "lignes_decompte_flux_id_rang_key" ON "lignes_decompte"("flux_id", "rang");

-- CreateIndex
CREATE INDEX "quarantaines_flux_id_rang_idx" ON "quarantaines"("flux_id", "rang");

-- CreateIndex
CREATE UNIQUE INDEX "quarantaines_emetteur_type_emetteur_code_empreinte_key" ON "quarantaines"("emetteur_type", "emetteur_code", "empreinte");

-- CreateIndex
CREATE INDEX "journal_objet_type_objet_id_idx" ON "journal"("objet_type", "objet_id");

-- CreateIndex
CREATE INDEX "journal_compte_id_idx" ON "journal"("compte_id");

-- CreateIndex
CREATE INDEX "personnes_nom_prenom_idx" ON "personnes"("nom", "prenom");

-- CreateIndex
CREATE INDEX "immatriculations_personne_id_idx" ON "immatriculations"("personne_id");

-- CreateIndex
CREATE UNIQUE INDEX "immatriculations_nir_index_personne_id_key" ON "immatriculations"("nir_index", "personne_id");

-- CreateIndex
CREATE UNIQUE INDEX "prestations_ligne_id_key" ON "prestations"("ligne_id");

-- CreateIndex
CREATE UNIQUE INDEX "prestations_annule_id_key" ON "prestations"("annule_id");

-- CreateIndex
CREATE INDEX "prestations_adhesion_id_date_soins_id_idx" ON "prestations"("adhesion_id", "date_soins" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "prestations_personne_id_date_soins_id_idx" ON "prestations"("personne_id", "date_soins" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "consommations_personne_id_jour_idx" ON "consommations"("personne_id", "jour");

-- CreateIndex
CREATE INDEX "consommations_adhesion_id_idx" ON "consommations"("adhesion_id");

-- CreateIndex
CREATE INDEX "consommations_compteur_id_idx" ON "consommations"("compteur_id");

-- CreateIndex
CREATE INDEX "compteurs_personne_id_idx" ON "compteurs"("personne_id");

-- CreateIndex
CREATE UNIQUE INDEX "compteurs_adhesion_id_personne_id_ligne_marque_du_key" ON "compteurs"("adhesion_id", "personne_id", "ligne", "marque", "du");

-- AddForeignKey
ALTER TABLE "adhesions" ADD CONSTRAINT "adhesions_membre_participant_id_fkey" FOREIGN KEY ("membre_participant_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "choix_formules" ADD CONSTRAINT "choix_formules_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "beneficiaires" ADD CONSTRAINT "beneficiaires_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "beneficiaires" ADD CONSTRAINT "beneficiaires_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comptes_bancaires" ADD CONSTRAINT "comptes_bancaires_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "codes_acces" ADD CONSTRAINT "codes_acces_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comptes" ADD CONSTRAINT "comptes_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jetons" ADD CONSTRAINT "jetons_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lignes_decompte" ADD CONSTRAINT "lignes_decompte_flux_id_fkey" FOREIGN KEY ("flux_id") REFERENCES "flux_recus"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lignes_decompte" ADD CONSTRAINT "lignes_decompte_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lignes_decompte" ADD CONSTRAINT "lignes_decompte_origine_id_fkey" FOREIGN KEY ("origine_id") REFERENCES "lignes_decompte"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quarantaines" ADD CONSTRAINT "quarantaines_flux_id_fkey" FOREIGN KEY ("flux_id") REFERENCES "flux_recus"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "immatriculations" ADD CONSTRAINT "immatriculations_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prestations" ADD CONSTRAINT "prestations_ligne_id_fkey" FOREIGN KEY ("ligne_id") REFERENCES "lignes_decompte"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prestations" ADD CONSTRAINT "prestations_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prestations" ADD CONSTRAINT "prestations_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prestations" ADD CONSTRAINT "prestations_annule_id_fkey" FOREIGN KEY ("annule_id") REFERENCES "prestations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prestation_details" ADD CONSTRAINT "prestation_details_prestation_id_fkey" FOREIGN KEY ("prestation_id") REFERENCES "prestations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consommations" ADD CONSTRAINT "consommations_prestation_id_fkey" FOREIGN KEY ("prestation_id") REFERENCES "prestations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consommations" ADD CONSTRAINT "consommations_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consommations" ADD CONSTRAINT "consommations_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consommations" ADD CONSTRAINT "consommations_compteur_id_fkey" FOREIGN KEY ("compteur_id") REFERENCES "compteurs"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compteurs" ADD CONSTRAINT "compteurs_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compteurs" ADD CONSTRAINT "compteurs_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
