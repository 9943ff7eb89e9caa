-- Somebody acts for another: by their consent, or by a title that the mutuelle checked. Their sessions act so, one person at a time.

-- CreateEnum
CREATE TYPE "MotifDelegation" AS ENUM ('TUTELLE', 'CURATELLE', 'PARENT', 'CONJOINT', 'AIDANT');

-- CreateEnum
CREATE TYPE "EtendueDelegation" AS ENUM ('VOIR', 'DEMANDER', 'RECEVOIR');

-- CreateEnum
CREATE TYPE "EtatDelegation" AS ENUM ('PROPOSEE', 'ACTIVE', 'REFUSEE', 'REVOQUEE', 'FINIE');

-- CreateEnum
CREATE TYPE "PassageDelegation" AS ENUM ('PROPOSER', 'ACCEPTER', 'ACCORDER', 'REFUSER', 'REVOQUER', 'FINIR');

-- CreateTable
CREATE TABLE "delegations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "motif" "MotifDelegation" NOT NULL,
    "etendue" "EtendueDelegation" NOT NULL,
    "etat" "EtatDelegation" NOT NULL,
    "protege_id" UUID,
    "delegue_id" UUID,
    "auteur_id" UUID NOT NULL,
    "invite_email" TEXT,
    "designation" JSONB NOT NULL,
    "jeton" BYTEA,
    "depot_id" UUID,
    "du" DATE NOT NULL,
    "au" DATE,
    "proposee_le" TIMESTAMPTZ(3) NOT NULL,
    "expire_le" TIMESTAMPTZ(3),
    "decidee_le" TIMESTAMPTZ(3),
    "close_le" TIMESTAMPTZ(3),

    CONSTRAINT "delegations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passages_delegation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "delegation_id" UUID NOT NULL,
    "rang" INTEGER NOT NULL,
    "passage" "PassageDelegation" NOT NULL,
    "etat" "EtatDelegation" NOT NULL,
    "moment" TIMESTAMPTZ(3) NOT NULL,
    "compte_id" UUID,
    "raison" TEXT,

    CONSTRAINT "passages_delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exercices_delegation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "delegation_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "debute_le" TIMESTAMPTZ(3) NOT NULL,
    "fini_le" TIMESTAMPTZ(3),

    CONSTRAINT "exercices_delegation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "delegations_jeton_key" ON "delegations"("jeton");

-- CreateIndex
CREATE UNIQUE INDEX "delegations_depot_id_key" ON "delegations"("depot_id");

-- CreateIndex
CREATE INDEX "delegations_protege_id_idx" ON "delegations"("protege_id");

-- CreateIndex
CREATE INDEX "delegations_delegue_id_idx" ON "delegations"("delegue_id");

-- CreateIndex
CREATE INDEX "delegations_auteur_id_idx" ON "delegations"("auteur_id");

-- CreateIndex
CREATE INDEX "passages_delegation_compte_id_idx" ON "passages_delegation"("compte_id");

-- CreateIndex
CREATE UNIQUE INDEX "passages_delegation_delegation_id_rang_key" ON "passages_delegation"("delegation_id", "rang");

-- CreateIndex
CREATE INDEX "exercices_delegation_delegation_id_idx" ON "exercices_delegation"("delegation_id");

-- CreateIndex
CREATE INDEX "exercices_delegation_session_id_idx" ON "exercices_delegation"("session_id");

-- AddForeignKey
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_protege_id_fkey" FOREIGN KEY ("protege_id") REFERENCES "personnes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_delegue_id_fkey" FOREIGN KEY ("delegue_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_auteur_id_fkey" FOREIGN KEY ("auteur_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_depot_id_fkey" FOREIGN KEY ("depot_id") REFERENCES "depots"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passages_delegation" ADD CONSTRAINT "passages_delegation_delegation_id_fkey" FOREIGN KEY ("delegation_id") REFERENCES "delegations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passages_delegation" ADD CONSTRAINT "passages_delegation_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exercices_delegation" ADD CONSTRAINT "exercices_delegation_delegation_id_fkey" FOREIGN KEY ("delegation_id") REFERENCES "delegations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exercices_delegation" ADD CONSTRAINT "exercices_delegation_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say ----------------------------------------------------------------------------------

ALTER TABLE delegations
  ADD CONSTRAINT delegations_periode CHECK (au IS NULL OR au >= du),
  -- Nobody acts for nobody, nor for themselves without having been named.
  ADD CONSTRAINT delegations_active CHECK (etat <> 'ACTIVE' OR (protege_id IS NOT NULL AND delegue_id IS NOT NULL AND decidee_le IS NOT NULL)),
  ADD CONSTRAINT delegations_close CHECK ((close_le IS NOT NULL) = (etat IN ('REFUSEE', 'REVOQUEE', 'FINIE'))),
  -- What ends by law has its day as soon as it begins.
  ADD CONSTRAINT delegations_terme CHECK (etat <> 'ACTIVE' OR motif NOT IN ('TUTELLE', 'CURATELLE', 'PARENT') OR au IS NOT NULL),
  ADD CONSTRAINT delegations_email CHECK (invite_email = lower(invite_email) AND length(invite_email) BETWEEN 3 AND 254),
  ADD CONSTRAINT delegations_designation CHECK (jsonb_typeof(designation) = 'object'),
  ADD CONSTRAINT delegations_jeton CHECK (jeton IS NULL OR (length(jeton) = 32 AND invite_email IS NOT NULL));
ALTER TABLE passages_delegation
  ADD CONSTRAINT passages_delegation_rang CHECK (rang >= 1),
  ADD CONSTRAINT passages_delegation_raison CHECK (raison IS NULL OR (btrim(raison) <> '' AND length(raison) <= 500));
ALTER TABLE exercices_delegation ADD CONSTRAINT exercices_delegation_duree CHECK (fini_le IS NULL OR fini_le >= debute_le);
CREATE UNIQUE INDEX exercices_delegation_un_a_la_fois ON exercices_delegation (session_id) WHERE fini_le IS NULL;
-- One right at a time between two people.
CREATE UNIQUE INDEX delegations_une_active ON delegations (protege_id, delegue_id) WHERE etat = 'ACTIVE';
CREATE INDEX delegations_invitations ON delegations (invite_email) WHERE etat = 'PROPOSEE' AND invite_email IS NOT NULL;
CREATE INDEX delegations_a_decider ON delegations (proposee_le, id) WHERE etat = 'PROPOSEE' AND motif IN ('TUTELLE', 'CURATELLE', 'PARENT');
CREATE INDEX delegations_a_finir ON delegations (au) WHERE etat = 'ACTIVE' AND au IS NOT NULL;

-- The table of states is lib/services/delegation/etats.ts; a test compares the two.
CREATE TRIGGER delegations_gardees BEFORE UPDATE OR DELETE ON delegations FOR EACH ROW
  EXECUTE FUNCTION garder_etat('etat,protege_id,delegue_id,etendue,du,au,jeton,decidee_le,close_le',
    '{"PROPOSEE": ["ACTIVE", "REFUSEE", "REVOQUEE", "FINIE"], "ACTIVE": ["REVOQUEE", "FINIE"]}');
CREATE FUNCTION garder_delegation_convenue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.etat <> 'PROPOSEE' AND (NEW.protege_id, NEW.delegue_id, NEW.etendue, NEW.du, NEW.au) IS DISTINCT FROM (OLD.protege_id, OLD.delegue_id, OLD.etendue, OLD.du, OLD.au) THEN
    RAISE EXCEPTION 'delegations : ce qui fut convenu ne change plus' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER delegations_convenues BEFORE UPDATE ON delegations FOR EACH ROW EXECUTE FUNCTION garder_delegation_convenue();
CREATE TRIGGER passages_delegation_immuables BEFORE UPDATE OR DELETE ON passages_delegation FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER exercices_delegation_gardes BEFORE UPDATE ON exercices_delegation FOR EACH ROW EXECUTE FUNCTION garder_colonnes('fini_le');

-- Fences ---------------------------------------------------------------------------------------------------------------

-- Under which delegation, and as whose account: set by lib/server/db with the rest, for the system's transactions too.
CREATE FUNCTION app_delegation() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.delegation', true), '')::uuid $$;
CREATE FUNCTION app_delegue() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.delegue', true), '')::uuid $$;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['delegations', 'passages_delegation', 'exercices_delegation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO portail_systeme USING (true) WITH CHECK (true)', t || '_systeme', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO portail_systeme', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['delegations', 'passages_delegation'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO portail_gestion USING (true)', t || '_gestion', t);
  END LOOP;
END $$;
GRANT UPDATE (etat, protege_id, delegue_id, etendue, du, au, jeton, decidee_le, close_le) ON delegations TO portail_systeme;
GRANT UPDATE (fini_le), DELETE ON exercices_delegation TO portail_systeme;
GRANT SELECT ON delegations, passages_delegation TO portail_gestion;
GRANT SELECT (id, motif, etendue, etat, protege_id, delegue_id, auteur_id, du, au, proposee_le, decidee_le, close_le) ON delegations TO portail_app;
-- Acting for another, one sees the one delegation under which one acts: what else that person gave is theirs to know.
CREATE POLICY delegations_app ON delegations FOR SELECT TO portail_app
  USING (CASE WHEN app_delegation() IS NULL THEN protege_id = app_personne() OR delegue_id = app_compte() ELSE id = app_delegation() END);

-- Connections and mails of the person are not the delegate's to read.
CREATE POLICY sessions_soi ON sessions AS RESTRICTIVE FOR SELECT TO portail_app USING (app_delegation() IS NULL);
CREATE POLICY courriels_soi ON courriels AS RESTRICTIVE FOR SELECT TO portail_app USING (app_delegation() IS NULL);
CREATE POLICY changements_courriel_soi ON changements_courriel AS RESTRICTIVE FOR SELECT TO portail_app USING (app_delegation() IS NULL);

-- The journal names who pressed: the delegate.
DROP POLICY journal_ajout_app ON journal;
CREATE POLICY journal_ajout_app ON journal FOR INSERT TO portail_app
  WITH CHECK (compte_id IS NOT DISTINCT FROM coalesce(app_delegue(), app_compte()));
CREATE INDEX journal_delegations ON journal ((donnees ->> 'delegation'), rang) WHERE donnees ? 'delegation';

-- Whatever the service thought: while a transaction acts for another, what is written asks the delegation of this very instant.
CREATE FUNCTION exiger_delegation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app_delegation() IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_ARGV[0] = 'JAMAIS' THEN
    RAISE EXCEPTION '% : cela ne se délègue pas', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT EXISTS (SELECT FROM delegations d WHERE d.id = app_delegation() AND d.delegue_id = app_delegue() AND d.etat = 'ACTIVE'
      AND d.etendue >= TG_ARGV[0]::"EtendueDelegation") THEN
    RAISE EXCEPTION '% : la délégation ne le permet pas', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['demandes', 'passages_demande', 'messages_demande', 'pieces_demande', 'depots', 'adresses'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION exiger_delegation(''DEMANDER'')', t || '_delegation', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['comptes_bancaires', 'changements_rib', 'annulations_rib'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION exiger_delegation(''RECEVOIR'')', t || '_delegation', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['comptes', 'sessions', 'jetons', 'codes_acces', 'changements_courriel', 'telephones', 'preferences_envoi', 'refus_paiement_direct',
      'mandats', 'delegations', 'exercices_delegation'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION exiger_delegation(''JAMAIS'')', t || '_delegation', t);
  END LOOP;
END $$;
