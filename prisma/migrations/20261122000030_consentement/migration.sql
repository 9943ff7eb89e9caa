-- What a person accepted, which e-mails they want, and what they may read of the journal: their own log-ins, and who opened their file.

-- CreateEnum
CREATE TYPE "TexteConsenti" AS ENUM ('CONDITIONS');

-- CreateEnum
CREATE TYPE "NatureCourriel" AS ENUM ('REMBOURSEMENT', 'RELEVE', 'DEMANDE', 'ECHEANCE');

-- AlterTable
ALTER TABLE "preferences_envoi" ADD COLUMN     "texte_version" TEXT NOT NULL DEFAULT '2026-11';

-- CreateTable
CREATE TABLE "consentements" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "compte_id" UUID NOT NULL,
    "texte" "TexteConsenti" NOT NULL,
    "version" TEXT NOT NULL,
    "accepte" BOOLEAN NOT NULL,
    "donne_le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consentements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "preferences_courriel" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "compte_id" UUID NOT NULL,
    "nature" "NatureCourriel" NOT NULL,
    "rang" INTEGER NOT NULL,
    "voulu" BOOLEAN NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "preferences_courriel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annonces_lots" (
    "lot_id" UUID NOT NULL,
    "compte_id" UUID NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "annonces_lots_pkey" PRIMARY KEY ("lot_id","compte_id")
);

-- CreateIndex
CREATE INDEX "consentements_compte_id_idx" ON "consentements"("compte_id");

-- CreateIndex
CREATE UNIQUE INDEX "preferences_courriel_compte_id_nature_rang_key" ON "preferences_courriel"("compte_id", "nature", "rang");

-- CreateIndex
CREATE INDEX "annonces_lots_compte_id_idx" ON "annonces_lots"("compte_id");

-- AddForeignKey
ALTER TABLE "consentements" ADD CONSTRAINT "consentements_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preferences_courriel" ADD CONSTRAINT "preferences_courriel_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annonces_lots" ADD CONSTRAINT "annonces_lots_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "lots_bancaires"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annonces_lots" ADD CONSTRAINT "annonces_lots_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE preferences_courriel ADD CONSTRAINT preferences_courriel_rang CHECK (rang >= 1);
ALTER TABLE consentements ADD CONSTRAINT consentements_version CHECK (btrim(version) <> '');
ALTER TABLE preferences_envoi ADD CONSTRAINT preferences_envoi_texte CHECK (btrim(texte_version) <> '');

-- The column of the account says the last answer; each answer is a line here, whoever writes the account.
CREATE FUNCTION noter_consentement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.conditions_acceptees_le IS NOT NULL AND NEW.conditions_version IS NOT NULL AND (TG_OP = 'INSERT'
    OR (OLD.conditions_version, OLD.conditions_acceptees_le) IS DISTINCT FROM (NEW.conditions_version, NEW.conditions_acceptees_le)) THEN
    INSERT INTO consentements (compte_id, texte, version, accepte, donne_le)
      VALUES (NEW.id, 'CONDITIONS', NEW.conditions_version, true, NEW.conditions_acceptees_le);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER comptes_consentement AFTER INSERT OR UPDATE OF conditions_version, conditions_acceptees_le ON comptes
  FOR EACH ROW EXECUTE FUNCTION noter_consentement();

ALTER TABLE comptes NO FORCE ROW LEVEL SECURITY;
INSERT INTO consentements (compte_id, texte, version, accepte, donne_le)
  SELECT id, 'CONDITIONS', conditions_version, true, conditions_acceptees_le FROM comptes
  WHERE conditions_version IS NOT NULL AND conditions_acceptees_le IS NOT NULL;
ALTER TABLE comptes FORCE ROW LEVEL SECURITY;

-- What was said stays as it was said.
CREATE TRIGGER consentements_immuables BEFORE UPDATE OR DELETE ON consentements FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER preferences_courriel_immuables BEFORE UPDATE OR DELETE ON preferences_courriel
  FOR EACH ROW EXECUTE FUNCTION refuser_modification();

-- Fences ---------------------------------------------------------------------------------------------------------------

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['consentements', 'preferences_courriel', 'annonces_lots'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO portail_systeme USING (true) WITH CHECK (true)', t || '_systeme', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO portail_systeme', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['consentements', 'preferences_courriel'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO portail_app USING (compte_id = app_compte())', t || '_app', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO portail_gestion USING (true)', t || '_gestion', t);
    EXECUTE format('GRANT SELECT ON %I TO portail_app, portail_gestion', t);
  END LOOP;
END $$;
CREATE POLICY preferences_courriel_ajout_app ON preferences_courriel FOR INSERT TO portail_app WITH CHECK (compte_id = app_compte());
GRANT INSERT ON preferences_courriel TO portail_app;

-- A member reads of the journal what is about them, and never by whom: the account that acted is not among the columns.
CREATE FUNCTION est_une_lecture(acte text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT acte ~ '_(LUE?|REGARDEE|EXPORTEE?)$' OR acte = 'REGARD_COMMENCE' $$;
GRANT SELECT (rang, moment, role, acte, objet_type, objet_id, resultat, donnees) ON journal TO portail_app;
-- Their own log-ins, and those refused.
CREATE POLICY journal_acces_app ON journal FOR SELECT TO portail_app
  USING (objet_type = 'compte' AND objet_id = app_compte()::text);
-- Reads, by somebody else, of their person, of the contract they hold, of what they asked or sent.
CREATE POLICY journal_lectures_app ON journal FOR SELECT TO portail_app
  USING (est_une_lecture(acte) AND compte_id IS DISTINCT FROM app_compte() AND (
    objet_type = 'personne' AND objet_id = app_personne()::text
    OR objet_type = 'adhesion' AND objet_id = ANY (app_adhesions()::text[])
    OR objet_type = 'demande' AND objet_id IN (SELECT d.id::text FROM demandes d WHERE d.compte_id = app_compte())
    OR objet_type = 'depot' AND objet_id IN (SELECT d.id::text FROM depots d WHERE d.compte_id = app_compte())));
-- The reason that was given for a look at their space: the form says that they may read it.
CREATE POLICY regards_app ON regards FOR SELECT TO portail_app USING (personne_id = app_personne());
GRANT SELECT (id, personne_id, motif, debute_le, expire_le, fini_le) ON regards TO portail_app;
