-- Prises en charge and devis: what we commit to pay, or would pay, before the care; each with its lines, amounts and grounds.

-- CreateEnum
CREATE TYPE "GenrePriseEnCharge" AS ENUM ('DEVIS', 'PRISE_EN_CHARGE');

-- CreateEnum
CREATE TYPE "NaturePriseEnCharge" AS ENUM ('HOSPITALISATION', 'OPTIQUE', 'DENTAIRE', 'AUDIO', 'AUTRE');

-- CreateEnum
CREATE TYPE "EtatPriseEnCharge" AS ENUM ('EN_ATTENTE', 'ACCORDEE', 'REFUSEE', 'ANNULEE', 'UTILISEE');

-- CreateEnum
CREATE TYPE "DemandeurPriseEnCharge" AS ENUM ('ADHERENT', 'PROFESSIONNEL', 'MUTUELLE');

-- AlterEnum

ALTER TYPE "NatureDocument" ADD VALUE 'PRISE_EN_CHARGE';
ALTER TYPE "NatureDocument" ADD VALUE 'REPONSE_DEVIS';

-- CreateTable
CREATE TABLE "prises_en_charge" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "numero" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "genre" "GenrePriseEnCharge" NOT NULL,
    "nature" "NaturePriseEnCharge" NOT NULL,
    "etat" "EtatPriseEnCharge" NOT NULL DEFAULT 'EN_ATTENTE',
    "adhesion_id" UUID NOT NULL,
    "personne_id" UUID NOT NULL,
    "professionnel" TEXT NOT NULL,
    "finess" CHAR(9),
    "jour" DATE NOT NULL,
    "dmt" TEXT,
    "code_risque" CHAR(2),
    "situation" TEXT NOT NULL DEFAULT 'HABITUELLE',
    "dptam" BOOLEAN NOT NULL DEFAULT true,
    "demandeur" "DemandeurPriseEnCharge" NOT NULL,
    "demande_par_id" UUID,
    "demandee_le" TIMESTAMPTZ(3) NOT NULL,
    "decide_par_id" UUID,
    "decidee_le" TIMESTAMPTZ(3),
    "valide_du" DATE,
    "valide_au" DATE,
    "calculee_le" DATE,
    "formule" TEXT,
    "version_reglement" TEXT,
    "motifs" JSONB NOT NULL DEFAULT '[]',
    "raison" TEXT,
    "annulee_le" TIMESTAMPTZ(3),
    "utilisee_le" DATE,
    "document_id" UUID,

    CONSTRAINT "prises_en_charge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lignes_prise_en_charge" (
    "prise_en_charge_id" UUID NOT NULL,
    "rang" SMALLINT NOT NULL,
    "soin" TEXT NOT NULL,
    "acte" TEXT NOT NULL,
    "quantite" SMALLINT NOT NULL,
    "cote" TEXT,
    "prix" BIGINT,
    "base_saisie" BIGINT,
    "libelle" TEXT,
    "ligne_garantie" TEXT,
    "depense" BIGINT,
    "base" BIGINT,
    "part_amo" BIGINT,
    "participation" BIGINT,
    "franchise" BIGINT,
    "part_regime_local" BIGINT,
    "autres_remboursements" BIGINT,
    "part_mutuelle" BIGINT,
    "reste_a_charge" BIGINT,
    "entrees" JSONB,
    "motifs" JSONB NOT NULL DEFAULT '[]',
    "limites" TEXT[],

    CONSTRAINT "lignes_prise_en_charge_pkey" PRIMARY KEY ("prise_en_charge_id","rang")
);

-- CreateIndex
CREATE UNIQUE INDEX "prises_en_charge_numero_key" ON "prises_en_charge"("numero");

-- CreateIndex
CREATE UNIQUE INDEX "prises_en_charge_document_id_key" ON "prises_en_charge"("document_id");

-- CreateIndex
CREATE INDEX "prises_en_charge_adhesion_id_demandee_le_id_idx" ON "prises_en_charge"("adhesion_id", "demandee_le" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "prises_en_charge_personne_id_demandee_le_id_idx" ON "prises_en_charge"("personne_id", "demandee_le" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "prises_en_charge_demande_par_id_idx" ON "prises_en_charge"("demande_par_id");

-- CreateIndex
CREATE INDEX "prises_en_charge_decide_par_id_idx" ON "prises_en_charge"("decide_par_id");

-- CreateIndex
CREATE INDEX "prises_en_charge_demandee_le_id_idx" ON "prises_en_charge"("demandee_le" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "prises_en_charge" ADD CONSTRAINT "prises_en_charge_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prises_en_charge" ADD CONSTRAINT "prises_en_charge_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prises_en_charge" ADD CONSTRAINT "prises_en_charge_demande_par_id_fkey" FOREIGN KEY ("demande_par_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prises_en_charge" ADD CONSTRAINT "prises_en_charge_decide_par_id_fkey" FOREIGN KEY ("decide_par_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prises_en_charge" ADD CONSTRAINT "prises_en_charge_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lignes_prise_en_charge" ADD CONSTRAINT "lignes_prise_en_charge_prise_en_charge_id_fkey" FOREIGN KEY ("prise_en_charge_id") REFERENCES "prises_en_charge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ----------------------------------------------------------------------------------

ALTER TABLE prises_en_charge
  ADD CONSTRAINT prises_en_charge_version CHECK (version >= 1),
  ADD CONSTRAINT prises_en_charge_numero CHECK (numero ~ '^P-[0-9]{4}-[0-9]{6}$'),
  ADD CONSTRAINT prises_en_charge_finess CHECK (finess ~ '^([0-9]{2}|2[AB])[0-9]{7}$'),
  ADD CONSTRAINT prises_en_charge_dmt CHECK (dmt ~ '^[0-9]{3}([0-9]{2})?$'),
  ADD CONSTRAINT prises_en_charge_code_risque CHECK (code_risque ~ '^[0-9]{2}$'),
  ADD CONSTRAINT prises_en_charge_situation CHECK (situation IN ('HABITUELLE', 'ALD', 'MATERNITE')),
  ADD CONSTRAINT prises_en_charge_nom CHECK (length(btrim(professionnel)) BETWEEN 1 AND 200),
  -- A stay is asked with its date of entry, its code risque and its DMT; nothing else has any.
  ADD CONSTRAINT prises_en_charge_sejour CHECK (CASE WHEN nature <> 'HOSPITALISATION' THEN dmt IS NULL AND code_risque IS NULL
    WHEN genre = 'PRISE_EN_CHARGE' THEN dmt IS NOT NULL AND code_risque IS NOT NULL ELSE true END),
  ADD CONSTRAINT prises_en_charge_validite CHECK (valide_au >= valide_du),
  ADD CONSTRAINT prises_en_charge_decidee CHECK ((etat = 'EN_ATTENTE') <= (decidee_le IS NULL AND document_id IS NULL)),
  ADD CONSTRAINT prises_en_charge_accordee CHECK (etat NOT IN ('ACCORDEE', 'UTILISEE') OR num_nulls(decidee_le, valide_du, valide_au,
    calculee_le, formule, version_reglement, document_id) = 0),
  -- A refusal always says why.
  ADD CONSTRAINT prises_en_charge_refusee CHECK (etat <> 'REFUSEE' OR (decidee_le IS NOT NULL AND document_id IS NOT NULL
    AND (raison IS NOT NULL OR jsonb_array_length(motifs) > 0))),
  ADD CONSTRAINT prises_en_charge_annulee CHECK ((etat = 'ANNULEE') = (annulee_le IS NOT NULL) AND (etat <> 'ANNULEE' OR raison IS NOT NULL)),
  ADD CONSTRAINT prises_en_charge_utilisee CHECK ((etat = 'UTILISEE') = (utilisee_le IS NOT NULL)),
  ADD CONSTRAINT prises_en_charge_raison CHECK (raison IS NULL OR btrim(raison) <> '');
ALTER TABLE lignes_prise_en_charge
  ADD CONSTRAINT lignes_prise_en_charge_quantite CHECK (quantite BETWEEN 1 AND 999 AND rang >= 1),
  ADD CONSTRAINT lignes_prise_en_charge_cote CHECK (cote IN ('DROIT', 'GAUCHE')),
  ADD CONSTRAINT lignes_prise_en_charge_saisie CHECK (prix >= 0 AND base_saisie >= 0),
  -- Not computed yet, or computed whole, and then the shares make the expense.
  ADD CONSTRAINT lignes_prise_en_charge_entiere CHECK (num_nulls(libelle, depense, base, part_amo, participation, franchise,
    part_regime_local, autres_remboursements, part_mutuelle, reste_a_charge, entrees) IN (0, 11)),
  ADD CONSTRAINT lignes_prise_en_charge_partage CHECK (
    depense = part_amo + part_regime_local + autres_remboursements + part_mutuelle + reste_a_charge),
  ADD CONSTRAINT lignes_prise_en_charge_positives CHECK (depense >= 0 AND base >= 0 AND part_amo >= 0 AND participation >= 0 AND franchise >= 0
    AND part_regime_local >= 0 AND autres_remboursements >= 0 AND part_mutuelle >= 0);

CREATE TRIGGER prises_en_charge_gardees BEFORE UPDATE OR DELETE ON prises_en_charge FOR EACH ROW
  EXECUTE FUNCTION garder_etat('version,etat,situation,dptam,decide_par_id,decidee_le,valide_du,valide_au,calculee_le,formule,version_reglement,motifs,raison,annulee_le,utilisee_le,document_id',
    '{"EN_ATTENTE": ["ACCORDEE", "REFUSEE", "ANNULEE"], "ACCORDEE": ["ANNULEE", "UTILISEE"]}');

-- Each writing is the next version; what was decided stays as it was decided.
CREATE FUNCTION garder_decision_prise() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  suite text[] := '{version,etat,raison,annulee_le,utilisee_le}';
BEGIN
  IF NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'prises_en_charge : la version % suit la version %', NEW.version, OLD.version USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.etat <> 'EN_ATTENTE' AND to_jsonb(NEW) - suite IS DISTINCT FROM to_jsonb(OLD) - suite THEN
    RAISE EXCEPTION 'prises_en_charge : une décision ne se réécrit pas' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER prises_en_charge_decidees BEFORE UPDATE ON prises_en_charge FOR EACH ROW EXECUTE FUNCTION garder_decision_prise();

-- Lines are written anew until the decision, never after.
CREATE FUNCTION garder_lignes_prise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT p.etat FROM prises_en_charge p WHERE p.id = CASE TG_OP WHEN 'INSERT' THEN NEW.prise_en_charge_id ELSE OLD.prise_en_charge_id END)
    IS DISTINCT FROM 'EN_ATTENTE' THEN
    RAISE EXCEPTION 'lignes_prise_en_charge : la demande est décidée' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER lignes_prise_en_charge_gardees BEFORE INSERT OR UPDATE OR DELETE ON lignes_prise_en_charge FOR EACH ROW
  EXECUTE FUNCTION garder_lignes_prise();

-- What waits for an answer, the oldest first.
CREATE INDEX prises_en_charge_a_decider ON prises_en_charge (demandee_le, id) WHERE etat = 'EN_ATTENTE';

-- Fences ---------------------------------------------------------------------------------------------------------------

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['prises_en_charge', 'lignes_prise_en_charge'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO portail_systeme USING (true) WITH CHECK (true)', t || '_systeme', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO portail_gestion USING (true)', t || '_gestion', t);
    EXECUTE format('GRANT SELECT ON %I TO portail_systeme, portail_gestion, portail_app', t);
    EXECUTE format('GRANT INSERT ON %I TO portail_systeme', t);
  END LOOP;
END $$;

GRANT UPDATE (version, etat, situation, dptam, decide_par_id, decidee_le, valide_du, valide_au, calculee_le, formule, version_reglement,
  motifs, raison, annulee_le, utilisee_le, document_id) ON prises_en_charge TO portail_systeme;
GRANT DELETE ON lignes_prise_en_charge TO portail_systeme;

-- A membre participant reads those of the contract, an ayant droit their own.
CREATE POLICY prises_en_charge_app ON prises_en_charge FOR SELECT TO portail_app
  USING (adhesion_id = ANY (app_adhesions()) OR personne_id = app_personne());
CREATE POLICY lignes_prise_en_charge_app ON lignes_prise_en_charge FOR SELECT TO portail_app
  USING (EXISTS (SELECT FROM prises_en_charge p WHERE p.id = prise_en_charge_id));
