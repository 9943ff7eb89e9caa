-- The mails, from the transaction that decides one to its delivery.

-- CreateEnum
CREATE TYPE "EtatCourriel" AS ENUM ('EN_FILE', 'ENVOYE', 'ECHEC');

-- CreateTable
CREATE TABLE "courriels" (
    "id" UUID NOT NULL,
    "compte_id" UUID,
    "modele" TEXT NOT NULL,
    "destinataire" BYTEA NOT NULL,
    "contenu" BYTEA,
    "etat" "EtatCourriel" NOT NULL DEFAULT 'EN_FILE',
    "essais" SMALLINT NOT NULL DEFAULT 0,
    "derniere_erreur" TEXT,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dernier_essai_le" TIMESTAMPTZ(3),
    "envoye_le" TIMESTAMPTZ(3),

    CONSTRAINT "courriels_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "courriels_etat_cree_le_id_idx" ON "courriels"("etat", "cree_le" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "courriels_compte_id_idx" ON "courriels"("compte_id");

-- AddForeignKey
ALTER TABLE "courriels" ADD CONSTRAINT "courriels_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say ----------------------------------------------------------------------------------

ALTER TABLE courriels
  ADD CONSTRAINT courriels_contenu_jusqu_a_l_envoi CHECK ((etat = 'ENVOYE') = (contenu IS NULL)),
  ADD CONSTRAINT courriels_envoye_date CHECK ((etat = 'ENVOYE') = (envoye_le IS NOT NULL)),
  ADD CONSTRAINT courriels_echec_motive CHECK (etat <> 'ECHEC' OR derniere_erreur IS NOT NULL),
  -- A class of error has no room for an address or a server's answer.
  ADD CONSTRAINT courriels_erreur_classee CHECK (derniere_erreur ~ '^[A-Z_]{1,40}$'),
  ADD CONSTRAINT courriels_modele CHECK (modele ~ '^[A-Z_]{1,40}$'),
  ADD CONSTRAINT courriels_essais CHECK (essais >= 0);

-- Fences ---------------------------------------------------------------------------------------------------------------

ALTER TABLE courriels ENABLE ROW LEVEL SECURITY;
ALTER TABLE courriels FORCE ROW LEVEL SECURITY;

CREATE POLICY courriels_systeme ON courriels TO portail_systeme USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON courriels TO portail_systeme;
GRANT UPDATE (contenu, etat, essais, derniere_erreur, dernier_essai_le, envoye_le) ON courriels TO portail_systeme;

-- Staff: everything but what the mail says. They may put one back in the queue.
CREATE POLICY courriels_gestion ON courriels FOR SELECT TO portail_gestion USING (true);
CREATE POLICY courriels_depot_gestion ON courriels FOR INSERT TO portail_gestion WITH CHECK (etat = 'EN_FILE');
CREATE POLICY courriels_renvoi_gestion ON courriels FOR UPDATE TO portail_gestion
  USING (etat = 'ECHEC') WITH CHECK (etat = 'EN_FILE');
GRANT SELECT (id, compte_id, modele, destinataire, etat, essais, derniere_erreur, cree_le, dernier_essai_le, envoye_le),
  INSERT, UPDATE (etat, essais) ON courriels TO portail_gestion;

CREATE POLICY courriels_app ON courriels FOR SELECT TO portail_app USING (compte_id = app_compte());
GRANT SELECT (id, compte_id, modele, etat, cree_le, envoye_le) ON courriels TO portail_app;
