-- What people ask of the mutuelle, who has it, and what became of it.

-- CreateEnum
CREATE TYPE "NatureDemande" AS ENUM ('MESSAGE', 'RECLAMATION', 'DROITS_RGPD', 'AJOUT_BENEFICIAIRE', 'RETRAIT_BENEFICIAIRE', 'PREUVE_ANNUELLE', 'CHANGEMENT_FORMULE', 'RESILIATION', 'REMBOURSEMENT', 'COMPLEMENT', 'PRISE_EN_CHARGE', 'PORTABILITE', 'AIDE', 'CONTESTATION_INDU');

-- CreateEnum
CREATE TYPE "EtatDemande" AS ENUM ('BROUILLON', 'ENVOYEE', 'PRISE', 'PIECE_DEMANDEE', 'ACCEPTEE', 'REFUSEE', 'REPONDUE', 'ANNULEE');

-- CreateEnum
CREATE TYPE "EquipeGestion" AS ENUM ('ADHESIONS', 'PRESTATIONS', 'COTISATIONS', 'MEDICAL', 'RECLAMATIONS');

-- CreateEnum
CREATE TYPE "PassageDemande" AS ENUM ('CREER', 'ENVOYER', 'PRENDRE', 'RENDRE', 'TRANSFERER', 'DEMANDER_PIECE', 'COMPLETER', 'ACCEPTER', 'REFUSER', 'REPONDRE', 'RELANCER', 'DEFAIRE', 'ANNULER', 'ACCUSER_RECEPTION', 'RAPPELER', 'ESCALADER');

-- CreateTable
CREATE TABLE "demandes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "numero" SERIAL NOT NULL,
    "nature" "NatureDemande" NOT NULL,
    "etat" "EtatDemande" NOT NULL,
    "compte_id" UUID NOT NULL,
    "adhesion_id" UUID,
    "personne_id" UUID,
    "cle" UUID NOT NULL,
    "objet" TEXT,
    "faits" JSONB NOT NULL,
    "equipe" "EquipeGestion" NOT NULL,
    "agent_id" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL,
    "envoyee_le" TIMESTAMPTZ(3),
    "prise_le" TIMESTAMPTZ(3),
    "repondre_avant" TIMESTAMPTZ(3),
    "limite" JSONB,
    "escaladee_le" TIMESTAMPTZ(3),
    "close_le" TIMESTAMPTZ(3),
    "resultat" JSONB,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "demandes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passages_demande" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "demande_id" UUID NOT NULL,
    "rang" INTEGER NOT NULL,
    "passage" "PassageDemande" NOT NULL,
    "etat" "EtatDemande" NOT NULL,
    "moment" TIMESTAMPTZ(3) NOT NULL,
    "compte_id" UUID,
    "donnees" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "passages_demande_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messages_demande" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "demande_id" UUID NOT NULL,
    "cle" UUID NOT NULL,
    "compte_id" UUID NOT NULL,
    "de_gestion" BOOLEAN NOT NULL,
    "interne" BOOLEAN NOT NULL DEFAULT false,
    "texte" TEXT NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL,
    "lu_le" TIMESTAMPTZ(3),

    CONSTRAINT "messages_demande_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pieces_demande" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "demande_id" UUID NOT NULL,
    "depot_id" UUID NOT NULL,
    "message_id" UUID,
    "piece" TEXT,
    "medicale" BOOLEAN NOT NULL DEFAULT false,
    "cree_le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pieces_demande_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pieces_attendues" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "demande_id" UUID NOT NULL,
    "piece" TEXT NOT NULL,
    "avant_le" DATE NOT NULL,
    "bloquante" BOOLEAN NOT NULL,
    "demandee_le" TIMESTAMPTZ(3) NOT NULL,
    "rappelee_le" TIMESTAMPTZ(3),
    "recue_le" TIMESTAMPTZ(3),

    CONSTRAINT "pieces_attendues_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "demandes_numero_key" ON "demandes"("numero");

-- CreateIndex
CREATE INDEX "demandes_compte_id_cree_le_idx" ON "demandes"("compte_id", "cree_le" DESC);

-- CreateIndex
CREATE INDEX "demandes_adhesion_id_idx" ON "demandes"("adhesion_id");

-- CreateIndex
CREATE INDEX "demandes_personne_id_idx" ON "demandes"("personne_id");

-- CreateIndex
CREATE INDEX "demandes_agent_id_idx" ON "demandes"("agent_id");

-- CreateIndex
CREATE INDEX "demandes_nature_close_le_idx" ON "demandes"("nature", "close_le");

-- CreateIndex
CREATE UNIQUE INDEX "demandes_compte_id_cle_key" ON "demandes"("compte_id", "cle");

-- CreateIndex
CREATE INDEX "passages_demande_compte_id_idx" ON "passages_demande"("compte_id");

-- CreateIndex
CREATE UNIQUE INDEX "passages_demande_demande_id_rang_key" ON "passages_demande"("demande_id", "rang");

-- CreateIndex
CREATE INDEX "messages_demande_compte_id_idx" ON "messages_demande"("compte_id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_demande_demande_id_cle_key" ON "messages_demande"("demande_id", "cle");

-- CreateIndex
CREATE UNIQUE INDEX "pieces_demande_depot_id_key" ON "pieces_demande"("depot_id");

-- CreateIndex
CREATE INDEX "pieces_demande_demande_id_idx" ON "pieces_demande"("demande_id");

-- CreateIndex
CREATE INDEX "pieces_demande_message_id_idx" ON "pieces_demande"("message_id");

-- CreateIndex
CREATE INDEX "pieces_attendues_demande_id_idx" ON "pieces_attendues"("demande_id");

-- AddForeignKey
ALTER TABLE "demandes" ADD CONSTRAINT "demandes_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demandes" ADD CONSTRAINT "demandes_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demandes" ADD CONSTRAINT "demandes_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demandes" ADD CONSTRAINT "demandes_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passages_demande" ADD CONSTRAINT "passages_demande_demande_id_fkey" FOREIGN KEY ("demande_id") REFERENCES "demandes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passages_demande" ADD CONSTRAINT "passages_demande_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages_demande" ADD CONSTRAINT "messages_demande_demande_id_fkey" FOREIGN KEY ("demande_id") REFERENCES "demandes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages_demande" ADD CONSTRAINT "messages_demande_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pieces_demande" ADD CONSTRAINT "pieces_demande_demande_id_fkey" FOREIGN KEY ("demande_id") REFERENCES "demandes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pieces_demande" ADD CONSTRAINT "pieces_demande_depot_id_fkey" FOREIGN KEY ("depot_id") REFERENCES "depots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pieces_demande" ADD CONSTRAINT "pieces_demande_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages_demande"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pieces_attendues" ADD CONSTRAINT "pieces_attendues_demande_id_fkey" FOREIGN KEY ("demande_id") REFERENCES "demandes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ----------------------------------------------------------------------------------

ALTER TABLE demandes
  ADD CONSTRAINT demandes_envoyee CHECK ((etat = 'BROUILLON') = (envoyee_le IS NULL) OR etat = 'ANNULEE'),
  -- No request without an owner and a due time.
  ADD CONSTRAINT demandes_limite CHECK (etat IN ('BROUILLON', 'ANNULEE') OR (repondre_avant IS NOT NULL AND limite IS NOT NULL)),
  ADD CONSTRAINT demandes_agent CHECK (etat <> 'PRISE' OR (agent_id IS NOT NULL AND prise_le IS NOT NULL)),
  ADD CONSTRAINT demandes_close CHECK ((close_le IS NOT NULL) = (etat IN ('ACCEPTEE', 'REFUSEE', 'REPONDUE', 'ANNULEE'))),
  -- A refusal, like an acceptance, says why.
  ADD CONSTRAINT demandes_resultat CHECK (etat NOT IN ('ACCEPTEE', 'REFUSEE') OR resultat IS NOT NULL),
  ADD CONSTRAINT demandes_objet CHECK (objet ~ '^[A-Z_]{1,40}$');
ALTER TABLE passages_demande ADD CONSTRAINT passages_demande_rang CHECK (rang >= 1);
ALTER TABLE messages_demande
  ADD CONSTRAINT messages_demande_texte CHECK (btrim(texte) <> '' AND length(texte) <= 10000),
  ADD CONSTRAINT messages_demande_interne CHECK (de_gestion OR NOT interne);
ALTER TABLE pieces_demande ADD CONSTRAINT pieces_demande_piece CHECK (piece ~ '^[A-Z_]{1,60}$');
ALTER TABLE pieces_attendues ADD CONSTRAINT pieces_attendues_piece CHECK (btrim(piece) <> '' AND length(piece) <= 200);

CREATE TRIGGER demandes_gardees BEFORE UPDATE OR DELETE ON demandes FOR EACH ROW
  EXECUTE FUNCTION garder_etat('etat,adhesion_id,personne_id,objet,faits,equipe,agent_id,envoyee_le,prise_le,repondre_avant,limite,escaladee_le,close_le,resultat,version',
    '{"BROUILLON": ["ENVOYEE", "ANNULEE"], "ENVOYEE": ["PRISE", "ANNULEE"],
      "PRISE": ["ENVOYEE", "PIECE_DEMANDEE", "ACCEPTEE", "REFUSEE", "REPONDUE", "ANNULEE"],
      "PIECE_DEMANDEE": ["PRISE", "ENVOYEE", "ACCEPTEE", "REFUSEE", "ANNULEE"],
      "ACCEPTEE": ["PRISE"], "REFUSEE": ["PRISE"], "REPONDUE": ["ENVOYEE"]}');
-- Once sent, what was asked stays as it was asked.
CREATE FUNCTION garder_faits_demande() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.etat <> 'BROUILLON' AND (NEW.faits, NEW.adhesion_id, NEW.personne_id, NEW.objet) IS DISTINCT FROM (OLD.faits, OLD.adhesion_id, OLD.personne_id, OLD.objet) THEN
    RAISE EXCEPTION 'demandes : ce qui fut demandé ne change plus' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER demandes_faits BEFORE UPDATE ON demandes FOR EACH ROW EXECUTE FUNCTION garder_faits_demande();
CREATE TRIGGER passages_demande_immuables BEFORE UPDATE OR DELETE ON passages_demande FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE FUNCTION garder_colonnes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  colonnes text[] := string_to_array(TG_ARGV[0], ',');
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - colonnes IS DISTINCT FROM to_jsonb(OLD) - colonnes THEN
    RAISE EXCEPTION '% : seules ces colonnes changent : %', TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER messages_demande_gardes BEFORE UPDATE OR DELETE ON messages_demande FOR EACH ROW EXECUTE FUNCTION garder_colonnes('lu_le');
CREATE TRIGGER pieces_demande_gardees BEFORE UPDATE ON pieces_demande FOR EACH ROW EXECUTE FUNCTION garder_colonnes('medicale');
CREATE TRIGGER pieces_attendues_gardees BEFORE UPDATE OR DELETE ON pieces_attendues FOR EACH ROW EXECUTE FUNCTION garder_colonnes('rappelee_le,recue_le');

-- The corbeille: what waits for the mutuelle, by due time.
CREATE INDEX demandes_a_traiter ON demandes (repondre_avant, id) WHERE etat IN ('ENVOYEE', 'PRISE');
CREATE INDEX demandes_en_attente ON demandes (equipe, repondre_avant, id) WHERE etat = 'ENVOYEE';
CREATE INDEX pieces_attendues_ouvertes ON pieces_attendues (avant_le) WHERE recue_le IS NULL;

-- Fences ---------------------------------------------------------------------------------------------------------------

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['demandes', 'passages_demande', 'messages_demande', 'pieces_demande', 'pieces_attendues'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO portail_systeme USING (true) WITH CHECK (true)', t || '_systeme', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO portail_systeme', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO portail_gestion USING (true)', t || '_gestion', t);
    EXECUTE format('GRANT SELECT ON %I TO portail_gestion, portail_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['passages_demande', 'pieces_demande', 'pieces_attendues'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO portail_app USING (EXISTS (SELECT FROM demandes d WHERE d.id = demande_id))', t || '_app', t);
  END LOOP;
END $$;
CREATE POLICY demandes_app ON demandes FOR SELECT TO portail_app USING (compte_id = app_compte());
CREATE POLICY messages_demande_app ON messages_demande FOR SELECT TO portail_app
  USING (NOT interne AND EXISTS (SELECT FROM demandes d WHERE d.id = demande_id));
GRANT USAGE ON SEQUENCE demandes_numero_seq TO portail_systeme;
GRANT UPDATE (etat, adhesion_id, personne_id, objet, faits, equipe, agent_id, envoyee_le, prise_le, repondre_avant, limite, escaladee_le,
  close_le, resultat, version) ON demandes TO portail_systeme;
GRANT UPDATE (lu_le) ON messages_demande TO portail_systeme;
GRANT UPDATE (medicale), DELETE ON pieces_demande TO portail_systeme;
-- A decision is taken back while nothing of it has left the house.
GRANT DELETE ON beneficiaires, choix_formules, situations_ayant_droit TO portail_systeme;
GRANT UPDATE (rappelee_le, recue_le) ON pieces_attendues TO portail_systeme;
