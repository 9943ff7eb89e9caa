-- Contributions, the ledger, the bank's files.

-- CreateEnum
CREATE TYPE "NatureCompteLivre" AS ENUM ('COTISATIONS_ADHERENT', 'PRESTATIONS_ADHERENT', 'PRESTATIONS_TIERS', 'INDUS_ADHERENT', 'INDUS_TIERS', 'COTISATIONS_EMPLOYEUR', 'PRODUIT_COTISATIONS', 'CHARGE_PRESTATIONS', 'BANQUE', 'BANQUE_EN_ATTENTE');

-- CreateEnum
CREATE TYPE "OperationLivre" AS ENUM ('APPEL_COTISATION', 'ANNULATION_APPEL', 'ENCAISSEMENT', 'REJET_PRELEVEMENT', 'RENDU_COTISATION', 'PRESTATION_DUE', 'PRESTATION_ANNULEE', 'VERSEMENT', 'REJET_VIREMENT', 'INDU_CONSTATE', 'INDU_RETENU', 'INDU_RETENU_ANNULE', 'INDU_RENDU', 'RAPPROCHEMENT');

-- CreateEnum
CREATE TYPE "SensLot" AS ENUM ('PRELEVEMENT', 'VIREMENT');

-- CreateEnum
CREATE TYPE "EtatLot" AS ENUM ('PREPARE', 'VALIDE', 'EMIS', 'RAPPROCHE', 'ABANDONNE');

-- CreateEnum
CREATE TYPE "EtatOrdre" AS ENUM ('A_EMETTRE', 'EMIS', 'EXECUTE', 'REJETE', 'ABANDONNE');

-- CreateEnum
CREATE TYPE "EtatIndu" AS ENUM ('EXPLIQUE', 'CONTESTE', 'EN_RECUPERATION', 'SOLDE');

-- CreateEnum
CREATE TYPE "EtatTarif" AS ENUM ('BROUILLON', 'EN_VIGUEUR');

-- CreateEnum
CREATE TYPE "PeriodiciteCotisation" AS ENUM ('MENSUELLE', 'TRIMESTRIELLE', 'SEMESTRIELLE', 'ANNUELLE');

-- CreateEnum
CREATE TYPE "ModePaiement" AS ENUM ('PRELEVEMENT', 'CHEQUE', 'PRECOMPTE');

-- CreateEnum
CREATE TYPE "EtatEcheance" AS ENUM ('A_VENIR', 'APPELEE', 'PAYEE', 'REJETEE', 'REMPLACEE');

-- CreateEnum
CREATE TYPE "EtapeImpaye" AS ENUM ('CONSTATE', 'MIS_EN_DEMEURE', 'SUSPENDU', 'RESILIE', 'REGULARISE');

-- CreateTable
CREATE TABLE "comptes_livre" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "nature" "NatureCompteLivre" NOT NULL,
    "adhesion_id" UUID,
    "tiers_id" UUID,

    CONSTRAINT "comptes_livre_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ecritures" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "rang" BIGINT NOT NULL,
    "jour" DATE NOT NULL,
    "operation" "OperationLivre" NOT NULL,
    "debit_id" UUID NOT NULL,
    "credit_id" UUID NOT NULL,
    "montant" BIGINT NOT NULL,
    "piece_type" TEXT NOT NULL,
    "piece_id" UUID NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ecritures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "livre_tete" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "rang" BIGINT NOT NULL,

    CONSTRAINT "livre_tete_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tiers" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "identifiant" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "iban_chiffre" BYTEA,
    "iban_fin" CHAR(4),

    CONSTRAINT "tiers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lots_bancaires" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "sens" "SensLot" NOT NULL,
    "etat" "EtatLot" NOT NULL,
    "execution_le" DATE NOT NULL,
    "msg_id" TEXT NOT NULL,
    "nombre" INTEGER NOT NULL,
    "total" BIGINT NOT NULL,
    "prepare_par_id" UUID,
    "prepare_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "valide_par_id" UUID,
    "valide_le" TIMESTAMPTZ(3),
    "emission_demandee_le" TIMESTAMPTZ(3),
    "emission_refus" TEXT,
    "fichier_id" UUID,
    "emis_le" TIMESTAMPTZ(3),

    CONSTRAINT "lots_bancaires_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ordres_bancaires" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "lot_id" UUID NOT NULL,
    "rang" INTEGER NOT NULL,
    "end_to_end_id" TEXT NOT NULL,
    "etat" "EtatOrdre" NOT NULL,
    "montant" BIGINT NOT NULL,
    "adhesion_id" UUID,
    "tiers_id" UUID,
    "mandat_id" UUID,
    "titulaire" TEXT NOT NULL,
    "iban_chiffre" BYTEA NOT NULL,
    "iban_fin" CHAR(4) NOT NULL,
    "code_retour" TEXT,
    "denoue_le" DATE,

    CONSTRAINT "ordres_bancaires_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ordres_prestations" (
    "ordre_id" UUID NOT NULL,
    "prestation_id" UUID NOT NULL,
    "montant" BIGINT NOT NULL,
    "vivant" BOOLEAN NOT NULL,

    CONSTRAINT "ordres_prestations_pkey" PRIMARY KEY ("ordre_id","prestation_id")
);

-- CreateTable
CREATE TABLE "ordres_echeances" (
    "ordre_id" UUID NOT NULL,
    "echeance_id" UUID NOT NULL,
    "vivant" BOOLEAN NOT NULL,

    CONSTRAINT "ordres_echeances_pkey" PRIMARY KEY ("ordre_id","echeance_id")
);

-- CreateTable
CREATE TABLE "retours_bancaires" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "ordre_id" UUID NOT NULL,
    "nature" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "jour" DATE NOT NULL,
    "montant" BIGINT NOT NULL,
    "empreinte" BYTEA NOT NULL,
    "lu_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "retours_bancaires_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indus" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adhesion_id" UUID NOT NULL,
    "tiers_id" UUID,
    "prestation_id" UUID NOT NULL,
    "montant" BIGINT NOT NULL,
    "etat" "EtatIndu" NOT NULL,
    "constate_le" DATE NOT NULL,
    "retenue_des" DATE NOT NULL,
    "mensualite" BIGINT,

    CONSTRAINT "indus_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reglements_indus" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "indu_id" UUID NOT NULL,
    "montant" BIGINT NOT NULL,
    "recu_le" DATE NOT NULL,
    "saisi_par_id" UUID NOT NULL,

    CONSTRAINT "reglements_indus_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tarifs" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "reglement" TEXT NOT NULL,
    "formule" TEXT NOT NULL,
    "annee" SMALLINT NOT NULL,
    "version" SMALLINT NOT NULL,
    "etat" "EtatTarif" NOT NULL,
    "contenu" JSONB NOT NULL,
    "demonstration" BOOLEAN NOT NULL,
    "saisi_par_id" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "en_vigueur_le" TIMESTAMPTZ(3),

    CONSTRAINT "tarifs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "modalites_cotisation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adhesion_id" UUID NOT NULL,
    "periodicite" "PeriodiciteCotisation" NOT NULL,
    "mode" "ModePaiement" NOT NULL,
    "jour_prelevement" SMALLINT,
    "faits" JSONB NOT NULL DEFAULT '{}',
    "du" DATE NOT NULL,
    "au" DATE,

    CONSTRAINT "modalites_cotisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "echeanciers" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adhesion_id" UUID NOT NULL,
    "annee" SMALLINT NOT NULL,
    "version" SMALLINT NOT NULL,
    "tarif_id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "total" BIGINT NOT NULL,
    "entrees" JSONB NOT NULL,
    "resultat" JSONB NOT NULL,
    "motifs" JSONB NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "echeanciers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "echeances" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "echeancier_id" UUID NOT NULL,
    "adhesion_id" UUID NOT NULL,
    "rang" SMALLINT NOT NULL,
    "exigible_le" DATE NOT NULL,
    "du" DATE NOT NULL,
    "au" DATE NOT NULL,
    "montant" BIGINT NOT NULL,
    "mode" "ModePaiement" NOT NULL,
    "etat" "EtatEcheance" NOT NULL,
    "payee_le" DATE,

    CONSTRAINT "echeances_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mandats" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adhesion_id" UUID NOT NULL,
    "compte_bancaire_id" UUID NOT NULL,
    "rum" TEXT NOT NULL,
    "signe_le" DATE NOT NULL,
    "revoque_le" DATE,
    "dernier_le" DATE,

    CONSTRAINT "mandats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "impayes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adhesion_id" UUID NOT NULL,
    "echeance_id" UUID NOT NULL,
    "etape" "EtapeImpaye" NOT NULL,
    "decision" JSONB NOT NULL,
    "mis_en_demeure_le" DATE,
    "suspendu_le" DATE,
    "resilie_le" DATE,
    "regularise_le" DATE,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "impayes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suspensions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adhesion_id" UUID NOT NULL,
    "du" DATE NOT NULL,
    "au" DATE,

    CONSTRAINT "suspensions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "comptes_livre_adhesion_id_idx" ON "comptes_livre"("adhesion_id");

-- CreateIndex
CREATE INDEX "comptes_livre_tiers_id_idx" ON "comptes_livre"("tiers_id");

-- CreateIndex
CREATE UNIQUE INDEX "ecritures_rang_key" ON "ecritures"("rang");

-- CreateIndex
CREATE INDEX "ecritures_debit_id_idx" ON "ecritures"("debit_id");

-- CreateIndex
CREATE INDEX "ecritures_credit_id_idx" ON "ecritures"("credit_id");

-- CreateIndex
CREATE INDEX "ecritures_piece_id_idx" ON "ecritures"("piece_id");

-- CreateIndex
CREATE UNIQUE INDEX "ecritures_operation_piece_type_piece_id_key" ON "ecritures"("operation", "piece_type", "piece_id");

-- CreateIndex
CREATE UNIQUE INDEX "tiers_identifiant_key" ON "tiers"("identifiant");

-- CreateIndex
CREATE UNIQUE INDEX "lots_bancaires_msg_id_key" ON "lots_bancaires"("msg_id");

-- CreateIndex
CREATE UNIQUE INDEX "lots_bancaires_fichier_id_key" ON "lots_bancaires"("fichier_id");

-- CreateIndex
CREATE INDEX "lots_bancaires_etat_idx" ON "lots_bancaires"("etat");

-- CreateIndex
CREATE UNIQUE INDEX "ordres_bancaires_end_to_end_id_key" ON "ordres_bancaires"("end_to_end_id");

-- CreateIndex
CREATE INDEX "ordres_bancaires_adhesion_id_idx" ON "ordres_bancaires"("adhesion_id");

-- CreateIndex
CREATE INDEX "ordres_bancaires_tiers_id_idx" ON "ordres_bancaires"("tiers_id");

-- CreateIndex
CREATE INDEX "ordres_bancaires_mandat_id_idx" ON "ordres_bancaires"("mandat_id");

-- CreateIndex
CREATE UNIQUE INDEX "ordres_bancaires_lot_id_rang_key" ON "ordres_bancaires"("lot_id", "rang");

-- CreateIndex
CREATE INDEX "ordres_prestations_prestation_id_idx" ON "ordres_prestations"("prestation_id");

-- CreateIndex
CREATE INDEX "ordres_echeances_echeance_id_idx" ON "ordres_echeances"("echeance_id");

-- CreateIndex
CREATE UNIQUE INDEX "retours_bancaires_ordre_id_nature_key" ON "retours_bancaires"("ordre_id", "nature");

-- CreateIndex
CREATE UNIQUE INDEX "indus_prestation_id_key" ON "indus"("prestation_id");

-- CreateIndex
CREATE INDEX "indus_adhesion_id_idx" ON "indus"("adhesion_id");

-- CreateIndex
CREATE INDEX "reglements_indus_indu_id_idx" ON "reglements_indus"("indu_id");

-- CreateIndex
CREATE INDEX "indus_tiers_id_idx" ON "indus"("tiers_id");

-- CreateIndex
CREATE UNIQUE INDEX "tarifs_reglement_formule_annee_version_key" ON "tarifs"("reglement", "formule", "annee", "version");

-- CreateIndex
CREATE INDEX "modalites_cotisation_adhesion_id_du_idx" ON "modalites_cotisation"("adhesion_id", "du");

-- CreateIndex
CREATE INDEX "echeanciers_tarif_id_idx" ON "echeanciers"("tarif_id");

-- CreateIndex
CREATE UNIQUE INDEX "echeanciers_adhesion_id_annee_version_key" ON "echeanciers"("adhesion_id", "annee", "version");

-- CreateIndex
CREATE INDEX "echeances_adhesion_id_exigible_le_idx" ON "echeances"("adhesion_id", "exigible_le");

-- CreateIndex
CREATE INDEX "echeances_etat_exigible_le_idx" ON "echeances"("etat", "exigible_le");

-- CreateIndex
CREATE UNIQUE INDEX "echeances_echeancier_id_rang_key" ON "echeances"("echeancier_id", "rang");

-- CreateIndex
CREATE UNIQUE INDEX "mandats_rum_key" ON "mandats"("rum");

-- CreateIndex
CREATE INDEX "mandats_adhesion_id_idx" ON "mandats"("adhesion_id");

-- CreateIndex
CREATE INDEX "mandats_compte_bancaire_id_idx" ON "mandats"("compte_bancaire_id");

-- CreateIndex
CREATE INDEX "impayes_adhesion_id_idx" ON "impayes"("adhesion_id");

-- CreateIndex
CREATE INDEX "impayes_echeance_id_idx" ON "impayes"("echeance_id");

-- CreateIndex
CREATE INDEX "suspensions_adhesion_id_idx" ON "suspensions"("adhesion_id");

-- AddForeignKey
ALTER TABLE "comptes_livre" ADD CONSTRAINT "comptes_livre_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comptes_livre" ADD CONSTRAINT "comptes_livre_tiers_id_fkey" FOREIGN KEY ("tiers_id") REFERENCES "tiers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ecritures" ADD CONSTRAINT "ecritures_debit_id_fkey" FOREIGN KEY ("debit_id") REFERENCES "comptes_livre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ecritures" ADD CONSTRAINT "ecritures_credit_id_fkey" FOREIGN KEY ("credit_id") REFERENCES "comptes_livre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lots_bancaires" ADD CONSTRAINT "lots_bancaires_prepare_par_id_fkey" FOREIGN KEY ("prepare_par_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lots_bancaires" ADD CONSTRAINT "lots_bancaires_valide_par_id_fkey" FOREIGN KEY ("valide_par_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lots_bancaires" ADD CONSTRAINT "lots_bancaires_fichier_id_fkey" FOREIGN KEY ("fichier_id") REFERENCES "fichiers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ordres_bancaires" ADD CONSTRAINT "ordres_bancaires_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "lots_bancaires"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ordres_bancaires" ADD CONSTRAINT "ordres_bancaires_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ordres_bancaires" ADD CONSTRAINT "ordres_bancaires_tiers_id_fkey" FOREIGN KEY ("tiers_id") REFERENCES "tiers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ordres_bancaires" ADD CONSTRAINT "ordres_bancaires_mandat_id_fkey" FOREIGN KEY ("mandat_id") REFERENCES "mandats"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ordres_prestations" ADD CONSTRAINT "ordres_prestations_ordre_id_fkey" FOREIGN KEY ("ordre_id") REFERENCES "ordres_bancaires"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ordres_prestations" ADD CONSTRAINT "ordres_prestations_prestation_id_fkey" FOREIGN KEY ("prestation_id") REFERENCES "prestations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ordres_echeances" ADD CONSTRAINT "ordres_echeances_ordre_id_fkey" FOREIGN KEY ("ordre_id") REFERENCES "ordres_bancaires"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ordres_echeances" ADD CONSTRAINT "ordres_echeances_echeance_id_fkey" FOREIGN KEY ("echeance_id") REFERENCES "echeances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retours_bancaires" ADD CONSTRAINT "retours_bancaires_ordre_id_fkey" FOREIGN KEY ("ordre_id") REFERENCES "ordres_bancaires"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indus" ADD CONSTRAINT "indus_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reglements_indus" ADD CONSTRAINT "reglements_indus_indu_id_fkey" FOREIGN KEY ("indu_id") REFERENCES "indus"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reglements_indus" ADD CONSTRAINT "reglements_indus_saisi_par_id_fkey" FOREIGN KEY ("saisi_par_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indus" ADD CONSTRAINT "indus_tiers_id_fkey" FOREIGN KEY ("tiers_id") REFERENCES "tiers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indus" ADD CONSTRAINT "indus_prestation_id_fkey" FOREIGN KEY ("prestation_id") REFERENCES "prestations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tarifs" ADD CONSTRAINT "tarifs_saisi_par_id_fkey" FOREIGN KEY ("saisi_par_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "modalites_cotisation" ADD CONSTRAINT "modalites_cotisation_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "echeanciers" ADD CONSTRAINT "echeanciers_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "echeanciers" ADD CONSTRAINT "echeanciers_tarif_id_fkey" FOREIGN KEY ("tarif_id") REFERENCES "tarifs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "echeances" ADD CONSTRAINT "echeances_echeancier_id_fkey" FOREIGN KEY ("echeancier_id") REFERENCES "echeanciers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "echeances" ADD CONSTRAINT "echeances_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandats" ADD CONSTRAINT "mandats_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandats" ADD CONSTRAINT "mandats_compte_bancaire_id_fkey" FOREIGN KEY ("compte_bancaire_id") REFERENCES "comptes_bancaires"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impayes" ADD CONSTRAINT "impayes_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impayes" ADD CONSTRAINT "impayes_echeance_id_fkey" FOREIGN KEY ("echeance_id") REFERENCES "echeances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspensions" ADD CONSTRAINT "suspensions_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What the schema language cannot say ----------------------------------------------------------------------------------

ALTER TABLE tarifs
  ADD CONSTRAINT tarifs_annee CHECK (annee BETWEEN 2020 AND 2100),
  ADD CONSTRAINT tarifs_version CHECK (version >= 1),
  ADD CONSTRAINT tarifs_en_vigueur_date CHECK ((etat = 'EN_VIGUEUR') = (en_vigueur_le IS NOT NULL));
ALTER TABLE modalites_cotisation
  ADD CONSTRAINT modalites_periode CHECK (au IS NULL OR au >= du),
  ADD CONSTRAINT modalites_jour CHECK ((mode = 'PRELEVEMENT') = (jour_prelevement IS NOT NULL) AND jour_prelevement IN (6, 15, 28)),
  ADD CONSTRAINT modalites_sans_chevauchement EXCLUDE USING gist (adhesion_id WITH =, daterange(du, au, '[]') WITH &&);
ALTER TABLE echeanciers
  ADD CONSTRAINT echeanciers_version CHECK (version >= 1),
  ADD CONSTRAINT echeanciers_motive CHECK (jsonb_typeof(motifs) = 'array' AND jsonb_array_length(motifs) > 0);
ALTER TABLE echeances
  ADD CONSTRAINT echeances_periode CHECK (au >= du),
  ADD CONSTRAINT echeances_rang CHECK (rang >= 1),
  ADD CONSTRAINT echeances_payee_datee CHECK ((etat = 'PAYEE') = (payee_le IS NOT NULL));
ALTER TABLE mandats
  ADD CONSTRAINT mandats_rum CHECK (rum ~ '^[A-Za-z0-9+?:().,''-]([A-Za-z0-9+?/:().,'' -]{0,33}[A-Za-z0-9+?:().,''-])?$' AND rum !~ '//'),
  ADD CONSTRAINT mandats_dates CHECK (revoque_le IS NULL OR revoque_le >= signe_le);
ALTER TABLE impayes
  ADD CONSTRAINT impayes_etapes CHECK (
    (etape <> 'MIS_EN_DEMEURE' OR mis_en_demeure_le IS NOT NULL) AND (etape <> 'SUSPENDU' OR suspendu_le IS NOT NULL)
    AND (etape <> 'RESILIE' OR resilie_le IS NOT NULL) AND (etape <> 'REGULARISE' OR regularise_le IS NOT NULL));
CREATE UNIQUE INDEX impayes_un_en_cours ON impayes (echeance_id) WHERE etape <> 'REGULARISE';
ALTER TABLE suspensions
  ADD CONSTRAINT suspensions_periode CHECK (au IS NULL OR au >= du),
  ADD CONSTRAINT suspensions_sans_chevauchement EXCLUDE USING gist (adhesion_id WITH =, daterange(du, au, '[]') WITH &&);

ALTER TABLE comptes_livre ADD CONSTRAINT comptes_livre_titulaire CHECK (
  (adhesion_id IS NOT NULL) = (nature IN ('COTISATIONS_ADHERENT', 'PRESTATIONS_ADHERENT', 'INDUS_ADHERENT'))
  AND (tiers_id IS NOT NULL) = (nature IN ('PRESTATIONS_TIERS', 'INDUS_TIERS', 'COTISATIONS_EMPLOYEUR')));
CREATE UNIQUE INDEX comptes_livre_unique ON comptes_livre
  (nature, (coalesce(adhesion_id, tiers_id, '00000000-0000-0000-0000-000000000000'::uuid)));
ALTER TABLE ecritures
  ADD CONSTRAINT ecritures_montant CHECK (montant > 0),
  ADD CONSTRAINT ecritures_deux_comptes CHECK (debit_id <> credit_id),
  ADD CONSTRAINT ecritures_rang CHECK (rang >= 1);
INSERT INTO livre_tete (id, rang) VALUES (1, 0);
ALTER TABLE livre_tete ADD CONSTRAINT livre_tete_unique CHECK (id = 1);
ALTER TABLE tiers ADD CONSTRAINT tiers_iban_entier CHECK ((iban_chiffre IS NULL) = (iban_fin IS NULL));

ALTER TABLE lots_bancaires
  ADD CONSTRAINT lots_bancaires_totaux CHECK (nombre >= 1 AND total >= 1),
  ADD CONSTRAINT lots_bancaires_deux_personnes CHECK (valide_par_id IS DISTINCT FROM prepare_par_id OR valide_par_id IS NULL),
  ADD CONSTRAINT lots_bancaires_valide CHECK ((valide_par_id IS NOT NULL) = (valide_le IS NOT NULL)
    AND (etat NOT IN ('VALIDE', 'EMIS', 'RAPPROCHE') OR valide_le IS NOT NULL)),
  ADD CONSTRAINT lots_bancaires_emis CHECK ((etat IN ('EMIS', 'RAPPROCHE')) = (emis_le IS NOT NULL)
    AND (emis_le IS NOT NULL) = (fichier_id IS NOT NULL)),
  ADD CONSTRAINT lots_bancaires_msg_id CHECK (msg_id ~ '^[A-Za-z0-9-]{1,35}$');
ALTER TABLE ordres_bancaires
  ADD CONSTRAINT ordres_bancaires_montant CHECK (montant > 0),
  ADD CONSTRAINT ordres_bancaires_titulaire CHECK ((adhesion_id IS NULL) <> (tiers_id IS NULL)),
  ADD CONSTRAINT ordres_bancaires_id CHECK (end_to_end_id ~ '^[A-Za-z0-9-]{1,35}$'),
  ADD CONSTRAINT ordres_bancaires_rejet_code CHECK (etat <> 'REJETE' OR code_retour IS NOT NULL);
ALTER TABLE ordres_prestations ADD CONSTRAINT ordres_prestations_montant CHECK (montant > 0);
CREATE UNIQUE INDEX ordres_prestations_vivant ON ordres_prestations (prestation_id) WHERE vivant;
CREATE UNIQUE INDEX ordres_echeances_vivant ON ordres_echeances (echeance_id) WHERE vivant;
ALTER TABLE retours_bancaires ADD CONSTRAINT retours_bancaires_nature CHECK (nature IN ('REJET', 'RETOUR', 'REMBOURSEMENT'));
ALTER TABLE indus
  ADD CONSTRAINT indus_montant CHECK (montant > 0),
  ADD CONSTRAINT indus_mensualite CHECK (mensualite IS NULL OR mensualite > 0),
  ADD CONSTRAINT indus_explique_avant CHECK (retenue_des >= constate_le);
ALTER TABLE reglements_indus ADD CONSTRAINT reglements_indus_montant CHECK (montant > 0);

-- Facts do not change --------------------------------------------------------------------------------------------------

CREATE TRIGGER ecritures_immuables BEFORE UPDATE OR DELETE ON ecritures FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER ecritures_jamais_videes BEFORE TRUNCATE ON ecritures FOR EACH STATEMENT EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER echeanciers_immuables BEFORE UPDATE OR DELETE ON echeanciers FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER reglements_indus_immuables BEFORE UPDATE OR DELETE ON reglements_indus
  FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER retours_bancaires_immuables BEFORE UPDATE OR DELETE ON retours_bancaires
  FOR EACH ROW EXECUTE FUNCTION refuser_modification();

-- Columns that may change, and the passages of the state; the same tables as lib/services (a test compares them).
CREATE FUNCTION garder_etat() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  colonnes text[] := string_to_array(TG_ARGV[0], ',');
  passages jsonb := TG_ARGV[1]::jsonb;
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - colonnes IS DISTINCT FROM to_jsonb(OLD) - colonnes THEN
    RAISE EXCEPTION '% : seules ces colonnes changent : %', TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.etat <> OLD.etat AND NOT coalesce(passages -> OLD.etat::text ? NEW.etat::text, false) THEN
    RAISE EXCEPTION '% : passage de % à % refusé', TG_TABLE_NAME, OLD.etat, NEW.etat USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER tarifs_gardes BEFORE UPDATE OR DELETE ON tarifs FOR EACH ROW
  EXECUTE FUNCTION garder_etat('etat,en_vigueur_le', '{"BROUILLON": ["EN_VIGUEUR"]}');
CREATE TRIGGER echeances_gardees BEFORE UPDATE OR DELETE ON echeances FOR EACH ROW
  EXECUTE FUNCTION garder_etat('etat,payee_le,mode', '{"A_VENIR": ["APPELEE", "PAYEE", "REMPLACEE"],
    "APPELEE": ["PAYEE", "REJETEE", "A_VENIR", "REMPLACEE"], "REJETEE": ["APPELEE", "PAYEE", "REMPLACEE"], "PAYEE": ["REJETEE"]}');
CREATE TRIGGER lots_bancaires_gardes BEFORE UPDATE OR DELETE ON lots_bancaires FOR EACH ROW
  EXECUTE FUNCTION garder_etat('etat,valide_par_id,valide_le,emission_demandee_le,emission_refus,fichier_id,emis_le', '{"PREPARE": ["VALIDE", "ABANDONNE"],
    "VALIDE": ["EMIS", "ABANDONNE"], "EMIS": ["RAPPROCHE"]}');
CREATE TRIGGER ordres_bancaires_gardes BEFORE UPDATE OR DELETE ON ordres_bancaires FOR EACH ROW
  EXECUTE FUNCTION garder_etat('etat,code_retour,denoue_le', '{"A_EMETTRE": ["EMIS", "ABANDONNE"],
    "EMIS": ["EXECUTE", "REJETE"], "EXECUTE": ["REJETE"]}');
CREATE TRIGGER indus_gardes BEFORE UPDATE OR DELETE ON indus FOR EACH ROW
  EXECUTE FUNCTION garder_etat('etat,retenue_des,mensualite', '{"EXPLIQUE": ["CONTESTE", "EN_RECUPERATION", "SOLDE"],
    "CONTESTE": ["EN_RECUPERATION", "SOLDE"], "EN_RECUPERATION": ["CONTESTE", "SOLDE"], "SOLDE": ["EN_RECUPERATION"]}');

-- A transfer that comes back makes its benefits payable again.
CREATE OR REPLACE FUNCTION garder_prestation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'prestations : une prestation se contre-passe, elle ne s''efface pas' USING ERRCODE = 'restrict_violation';
  END IF;
  IF to_jsonb(NEW) - '{etat,payee_le}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{etat,payee_le}'::text[] THEN
    RAISE EXCEPTION 'prestations : seul l''état d''une prestation change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.etat <> OLD.etat AND NOT (OLD.etat::text, NEW.etat::text) IN (
    ('CALCULEE', 'A_VERIFIER'), ('CALCULEE', 'A_PAYER'), ('CALCULEE', 'REFUSEE'), ('CALCULEE', 'ANNULEE'),
    ('A_VERIFIER', 'A_PAYER'), ('A_VERIFIER', 'REFUSEE'), ('A_VERIFIER', 'ANNULEE'),
    ('A_PAYER', 'PAYEE'), ('A_PAYER', 'ANNULEE'), ('PAYEE', 'A_PAYER'), ('REFUSEE', 'ANNULEE')
  ) THEN
    RAISE EXCEPTION 'prestations : passage de % à % refusé', OLD.etat, NEW.etat USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- Balances are sums ----------------------------------------------------------------------------------------------------

CREATE VIEW soldes WITH (security_invoker = true) AS
  SELECT c.id AS compte_id, c.nature, c.adhesion_id, c.tiers_id,
    coalesce(sum(m.debit), 0)::bigint AS debit, coalesce(sum(m.credit), 0)::bigint AS credit
  FROM comptes_livre c
  LEFT JOIN LATERAL (
    SELECT e.montant AS debit, 0 AS credit FROM ecritures e WHERE e.debit_id = c.id
    UNION ALL SELECT 0, e.montant FROM ecritures e WHERE e.credit_id = c.id
  ) m ON true
  GROUP BY c.id, c.nature, c.adhesion_id, c.tiers_id;

-- Fences ---------------------------------------------------------------------------------------------------------------

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['tarifs', 'modalites_cotisation', 'echeanciers', 'echeances', 'mandats', 'impayes', 'suspensions',
    'comptes_livre', 'ecritures', 'livre_tete', 'tiers', 'lots_bancaires', 'ordres_bancaires', 'ordres_prestations',
    'ordres_echeances', 'retours_bancaires', 'indus', 'reglements_indus'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO portail_systeme USING (true) WITH CHECK (true)', t || '_systeme', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO portail_systeme', t);
    CONTINUE WHEN t = 'livre_tete';
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO portail_gestion USING (true)', t || '_gestion', t);
    EXECUTE format('GRANT SELECT ON %I TO portail_gestion', t);
  END LOOP;
  -- A member: what concerns the contracts they hold.
  FOREACH t IN ARRAY ARRAY['modalites_cotisation', 'echeanciers', 'echeances', 'mandats', 'impayes', 'suspensions',
    'comptes_livre', 'ordres_bancaires'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO portail_app USING (adhesion_id = ANY (app_adhesions()))', t || '_app', t);
  END LOOP;
  -- What a professional has to give back is not the member's debt.
  CREATE POLICY indus_app ON indus FOR SELECT TO portail_app USING (adhesion_id = ANY (app_adhesions()) AND tiers_id IS NULL);
END $$;

GRANT SELECT ON soldes TO portail_systeme, portail_gestion, portail_app;
GRANT UPDATE (etat, en_vigueur_le) ON tarifs TO portail_systeme, portail_gestion;
GRANT UPDATE (au) ON modalites_cotisation, suspensions TO portail_systeme;
GRANT UPDATE (etat, payee_le, mode) ON echeances TO portail_systeme;
GRANT UPDATE (revoque_le, dernier_le) ON mandats TO portail_systeme;
GRANT UPDATE (etape, decision, mis_en_demeure_le, suspendu_le, resilie_le, regularise_le) ON impayes TO portail_systeme;
GRANT UPDATE (rang) ON livre_tete TO portail_systeme;
GRANT UPDATE (nom, iban_chiffre, iban_fin) ON tiers TO portail_systeme;
GRANT UPDATE (etat, valide_par_id, valide_le, emission_demandee_le, emission_refus, fichier_id, emis_le) ON lots_bancaires TO portail_systeme;
GRANT UPDATE (etat, code_retour, denoue_le) ON ordres_bancaires TO portail_systeme;
GRANT UPDATE (vivant) ON ordres_prestations, ordres_echeances TO portail_systeme;
GRANT UPDATE (etat, retenue_des, mensualite) ON indus TO portail_systeme;

GRANT INSERT ON tarifs TO portail_gestion;
CREATE POLICY tarifs_saisie ON tarifs FOR INSERT TO portail_gestion WITH CHECK (saisi_par_id = app_compte() AND etat = 'BROUILLON');
CREATE POLICY tarifs_mise_en_vigueur ON tarifs FOR UPDATE TO portail_gestion USING (etat = 'BROUILLON') WITH CHECK (etat = 'EN_VIGUEUR');

GRANT SELECT ON modalites_cotisation, echeanciers, echeances, impayes, suspensions, comptes_livre, ecritures, indus,
  ordres_prestations, ordres_echeances TO portail_app;
GRANT SELECT (id, adhesion_id, compte_bancaire_id, rum, signe_le, revoque_le, dernier_le) ON mandats TO portail_app;
GRANT SELECT (id, lot_id, etat, montant, adhesion_id, mandat_id, titulaire, iban_fin, code_retour, denoue_le)
  ON ordres_bancaires TO portail_app;
GRANT SELECT (id, sens, etat, execution_le, emis_le) ON lots_bancaires TO portail_app;
GRANT SELECT ON tarifs TO portail_app;
CREATE POLICY tarifs_app ON tarifs FOR SELECT TO portail_app USING (etat = 'EN_VIGUEUR');
CREATE POLICY ecritures_app ON ecritures FOR SELECT TO portail_app
  USING (EXISTS (SELECT FROM comptes_livre c WHERE c.id IN (debit_id, credit_id)));
CREATE POLICY ordres_prestations_app ON ordres_prestations FOR SELECT TO portail_app
  USING (EXISTS (SELECT FROM ordres_bancaires o WHERE o.id = ordre_id));
CREATE POLICY ordres_echeances_app ON ordres_echeances FOR SELECT TO portail_app
  USING (EXISTS (SELECT FROM ordres_bancaires o WHERE o.id = ordre_id));
CREATE POLICY lots_bancaires_app ON lots_bancaires FOR SELECT TO portail_app
  USING (EXISTS (SELECT FROM ordres_bancaires o WHERE o.lot_id = lots_bancaires.id));

-- Non-payment: what leaves is announced the day before, may be held back, and goes through these passages only -------------

ALTER TABLE impayes ADD COLUMN "prochaine_le" DATE, ADD COLUMN "courrier_id" UUID;
CREATE INDEX "impayes_courrier_id_idx" ON "impayes"("courrier_id");
ALTER TABLE "impayes" ADD CONSTRAINT "impayes_courrier_id_fkey" FOREIGN KEY ("courrier_id") REFERENCES "documents"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "retenues_impaye" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "impaye_id" UUID NOT NULL,
    "motif" TEXT NOT NULL,
    "par_id" UUID NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "levee_le" TIMESTAMPTZ(3),
    "levee_par_id" UUID,

    CONSTRAINT "retenues_impaye_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "retenues_impaye_impaye_id_idx" ON "retenues_impaye"("impaye_id");
CREATE INDEX "retenues_impaye_par_id_idx" ON "retenues_impaye"("par_id");
CREATE INDEX "retenues_impaye_levee_par_id_idx" ON "retenues_impaye"("levee_par_id");
ALTER TABLE "retenues_impaye" ADD CONSTRAINT "retenues_impaye_impaye_id_fkey" FOREIGN KEY ("impaye_id") REFERENCES "impayes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "retenues_impaye" ADD CONSTRAINT "retenues_impaye_par_id_fkey" FOREIGN KEY ("par_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "retenues_impaye" ADD CONSTRAINT "retenues_impaye_levee_par_id_fkey" FOREIGN KEY ("levee_par_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE retenues_impaye
  ADD CONSTRAINT retenues_impaye_motif CHECK (btrim(motif) <> ''),
  ADD CONSTRAINT retenues_impaye_levee CHECK (levee_par_id IS NULL OR levee_le IS NOT NULL);
CREATE UNIQUE INDEX retenues_impaye_une ON retenues_impaye (impaye_id) WHERE levee_le IS NULL;

CREATE FUNCTION garder_impaye() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  passages jsonb := TG_ARGV[0]::jsonb;
  colonnes text[] := '{etape,decision,mis_en_demeure_le,suspendu_le,resilie_le,regularise_le,prochaine_le,courrier_id}';
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - colonnes IS DISTINCT FROM to_jsonb(OLD) - colonnes THEN
    RAISE EXCEPTION 'impayes : un impayé avance, il ne s''efface pas' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.etape <> OLD.etape AND NOT coalesce(passages -> OLD.etape::text ? NEW.etape::text, false) THEN
    RAISE EXCEPTION 'impayes : passage de % à % refusé', OLD.etape, NEW.etape USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER impayes_gardes BEFORE UPDATE OR DELETE ON impayes FOR EACH ROW
  EXECUTE FUNCTION garder_impaye('{"CONSTATE": ["MIS_EN_DEMEURE", "REGULARISE"], "MIS_EN_DEMEURE": ["SUSPENDU", "RESILIE", "REGULARISE"],
    "SUSPENDU": ["RESILIE", "REGULARISE"], "RESILIE": ["REGULARISE"]}');

ALTER TABLE retenues_impaye ENABLE ROW LEVEL SECURITY;
ALTER TABLE retenues_impaye FORCE ROW LEVEL SECURITY;
CREATE POLICY retenues_impaye_systeme ON retenues_impaye TO portail_systeme USING (true) WITH CHECK (true);
CREATE POLICY retenues_impaye_gestion ON retenues_impaye FOR SELECT TO portail_gestion USING (true);
GRANT SELECT, INSERT ON retenues_impaye TO portail_systeme;
GRANT UPDATE (levee_le, levee_par_id) ON retenues_impaye TO portail_systeme;
GRANT SELECT ON retenues_impaye TO portail_gestion;
GRANT UPDATE (prochaine_le, courrier_id) ON impayes TO portail_systeme;
-- A payment dated before the suspension, known after it: the suspension never was.
GRANT DELETE ON suspensions TO portail_systeme;
