-- How long data is kept: copies asked by people, and what is erased when its time has passed or when somebody asks.

-- CreateTable
CREATE TABLE "exports_donnees" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "compte_id" UUID NOT NULL,
    "personne_id" UUID NOT NULL,
    "demande_le" TIMESTAMPTZ(3) NOT NULL,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,
    "telecharge_le" TIMESTAMPTZ(3),

    CONSTRAINT "exports_donnees_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "effacements" (
    "personne_id" UUID NOT NULL,
    "classe" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "demande_id" UUID,
    "efface_le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "effacements_pkey" PRIMARY KEY ("personne_id","classe","efface_le")
);

-- CreateIndex
CREATE INDEX "exports_donnees_compte_id_idx" ON "exports_donnees"("compte_id");

-- CreateIndex
CREATE INDEX "exports_donnees_personne_id_idx" ON "exports_donnees"("personne_id");

-- AddForeignKey
ALTER TABLE "exports_donnees" ADD CONSTRAINT "exports_donnees_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exports_donnees" ADD CONSTRAINT "exports_donnees_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "effacements" ADD CONSTRAINT "effacements_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ----------------------------------------------------------------------------------

ALTER TABLE exports_donnees ADD CONSTRAINT exports_donnees_terme CHECK (expire_le > demande_le);
ALTER TABLE effacements
  ADD CONSTRAINT effacements_classe CHECK (classe ~ '^[A-Z_]{1,40}$'),
  ADD CONSTRAINT effacements_cause CHECK (cause IN ('DEMANDE', 'ECHEANCE') AND (cause = 'DEMANDE' OR demande_id IS NULL));

-- Erasing goes through what protects facts from everything else. One module sets this for one transaction (lib/services/effacement).
CREATE FUNCTION en_effacement() RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT coalesce(current_setting('app.effacement', true), '') = 'on' $$;

-- The same triggers, asleep while something is erased. Those of the journal, the ledger and what banks answered never sleep.
DO $$
DECLARE
  t record;
BEGIN
  FOR t IN
    SELECT tgname AS nom, tgrelid::regclass AS sur, pg_get_triggerdef(oid) AS texte FROM pg_trigger
    WHERE NOT tgisinternal AND tgrelid = ANY (ARRAY['adresses', 'telephones', 'teletransmissions', 'preferences_envoi', 'changements_rib',
        'comptes_bancaires', 'ordres_bancaires', 'lignes_decompte', 'prestations', 'prestation_details', 'consommations', 'prises_en_charge',
        'lignes_prise_en_charge', 'echeanciers', 'impayes', 'rejets_prelevement', 'demandes', 'passages_demande', 'messages_demande',
        'pieces_demande', 'pieces_attendues', 'depots']::regclass[])
      AND pg_get_triggerdef(oid) LIKE '% FOR EACH ROW EXECUTE FUNCTION %' AND (tgfoid::regproc::text ~ '^(garder_|refuser_modification)')
  LOOP
    EXECUTE format('DROP TRIGGER %I ON %s', t.nom, t.sur);
    EXECUTE replace(t.texte, ' EXECUTE FUNCTION ', ' WHEN (NOT en_effacement()) EXECUTE FUNCTION ');
  END LOOP;
END $$;

-- Tables that a missing right protected until now: the right is given below, to erase only.
CREATE TRIGGER immatriculations_gardees BEFORE DELETE ON immatriculations FOR EACH ROW
  WHEN (NOT en_effacement()) EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER codes_acces_gardes BEFORE DELETE ON codes_acces FOR EACH ROW
  WHEN (NOT en_effacement()) EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER rappels_seize_ans_gardes BEFORE DELETE ON rappels_seize_ans FOR EACH ROW
  WHEN (NOT en_effacement()) EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER refus_paiement_direct_gardes BEFORE DELETE ON refus_paiement_direct FOR EACH ROW
  WHEN (NOT en_effacement()) EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER changements_courriel_gardes BEFORE DELETE ON changements_courriel FOR EACH ROW
  WHEN (NOT en_effacement()) EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER comptes_gardes BEFORE DELETE ON comptes FOR EACH ROW
  WHEN (NOT en_effacement()) EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER quarantaines_gardees BEFORE DELETE ON quarantaines FOR EACH ROW
  WHEN (NOT en_effacement()) EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER documents_gardes BEFORE UPDATE OF donnees, jeton_verification ON documents FOR EACH ROW
  WHEN (NOT en_effacement()) EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER depots_ecrits BEFORE UPDATE OF nom_origine, objet ON depots FOR EACH ROW
  WHEN (NOT en_effacement()) EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER mandats_gardes BEFORE UPDATE OF rum ON mandats FOR EACH ROW
  WHEN (NOT en_effacement()) EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER modalites_gardees BEFORE UPDATE OF faits ON modalites_cotisation FOR EACH ROW
  WHEN (NOT en_effacement()) EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER retenues_impaye_gardees BEFORE UPDATE OF motif ON retenues_impaye FOR EACH ROW
  WHEN (NOT en_effacement()) EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER ordres_prestations_gardes BEFORE UPDATE OF motifs ON ordres_prestations FOR EACH ROW
  WHEN (NOT en_effacement()) EXECUTE FUNCTION refuser_modification();
-- What was erased stays said.
CREATE TRIGGER effacements_immuables BEFORE UPDATE OR DELETE ON effacements FOR EACH ROW EXECUTE FUNCTION refuser_modification();

GRANT DELETE ON adresses, telephones, teletransmissions, preferences_envoi, immatriculations, codes_acces, rappels_seize_ans,
  refus_paiement_direct, changements_courriel, comptes, quarantaines, demandes, passages_demande, messages_demande, pieces_attendues
  TO portail_systeme;
GRANT UPDATE (contenu, id_decompte, empreinte) ON lignes_decompte TO portail_systeme;
GRANT UPDATE (ligne) ON prestation_details TO portail_systeme;
GRANT UPDATE (ligne, precisions) ON consommations TO portail_systeme;
GRANT UPDATE (professionnel, finess, motifs, raison, version) ON prises_en_charge TO portail_systeme;
GRANT UPDATE (libelle, soin, acte, ligne_garantie, entrees, motifs, limites, cote) ON lignes_prise_en_charge TO portail_systeme;
GRANT UPDATE (donnees, jeton_verification) ON documents TO portail_systeme;
GRANT UPDATE (nom_origine, objet) ON depots TO portail_systeme;
GRANT UPDATE (titulaire, iban_chiffre, iban_fin) ON ordres_bancaires TO portail_systeme;
GRANT UPDATE (titulaire, iban_fin, bic, remplaces) ON changements_rib TO portail_systeme;
GRANT UPDATE (rum) ON mandats TO portail_systeme;
GRANT UPDATE (faits) ON modalites_cotisation TO portail_systeme;
GRANT UPDATE (entrees, resultat, motifs) ON echeanciers TO portail_systeme;
GRANT UPDATE (decision) ON impayes TO portail_systeme;
GRANT UPDATE (motif) ON retenues_impaye TO portail_systeme;
GRANT UPDATE (motifs) ON rejets_prelevement TO portail_systeme;
GRANT UPDATE (motifs) ON ordres_prestations TO portail_systeme;

-- Fences ---------------------------------------------------------------------------------------------------------------

ALTER TABLE exports_donnees ENABLE ROW LEVEL SECURITY;
ALTER TABLE exports_donnees FORCE ROW LEVEL SECURITY;
ALTER TABLE effacements ENABLE ROW LEVEL SECURITY;
ALTER TABLE effacements FORCE ROW LEVEL SECURITY;
CREATE POLICY exports_donnees_systeme ON exports_donnees TO portail_systeme USING (true) WITH CHECK (true);
CREATE POLICY effacements_systeme ON effacements TO portail_systeme USING (true) WITH CHECK (true);
CREATE POLICY exports_donnees_app ON exports_donnees FOR SELECT TO portail_app USING (compte_id = app_compte());
CREATE POLICY effacements_app ON effacements FOR SELECT TO portail_app USING (personne_id = app_personne());
CREATE POLICY effacements_gestion ON effacements FOR SELECT TO portail_gestion USING (true);
GRANT SELECT, INSERT, DELETE ON exports_donnees TO portail_systeme;
GRANT UPDATE (telecharge_le) ON exports_donnees TO portail_systeme;
GRANT SELECT, INSERT ON effacements TO portail_systeme;
GRANT SELECT ON exports_donnees, effacements TO portail_app;
GRANT SELECT ON effacements TO portail_gestion;
