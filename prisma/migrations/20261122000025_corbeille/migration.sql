-- The staff's side of demandes: what waits, what is late, how long an answer really takes.

-- CreateTable
CREATE TABLE "delais_constates" (
    "nature" "NatureDemande" NOT NULL,
    "minutes" INTEGER NOT NULL,
    "nombre" INTEGER NOT NULL,
    "calcule_le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delais_constates_pkey" PRIMARY KEY ("nature")
);

-- CreateTable
CREATE TABLE "alertes_retard" (
    "jour" DATE NOT NULL,
    "nombre" INTEGER NOT NULL,

    CONSTRAINT "alertes_retard_pkey" PRIMARY KEY ("jour")
);

-- What the schema language cannot say ----------------------------------------------------------------------------------

ALTER TABLE delais_constates ADD CONSTRAINT delais_constates_minutes CHECK (minutes >= 0 AND nombre >= 1);
ALTER TABLE alertes_retard ADD CONSTRAINT alertes_retard_nombre CHECK (nombre >= 1);

-- The lists of the corbeille, each read in its order from its own index; « à faire » has its own already.
CREATE INDEX demandes_en_retard ON demandes (repondre_avant, id) WHERE etat IN ('ENVOYEE', 'PRISE', 'PIECE_DEMANDEE');
CREATE INDEX demandes_avec_piece ON demandes (repondre_avant, id) WHERE etat = 'PIECE_DEMANDEE';
CREATE INDEX demandes_closes ON demandes (close_le DESC, id DESC) WHERE close_le IS NOT NULL;
CREATE INDEX demandes_a_accuser ON demandes (id) WHERE nature = 'RECLAMATION' AND etat IN ('ENVOYEE', 'PRISE', 'PIECE_DEMANDEE');
-- The last demande that somebody took.
CREATE INDEX passages_demande_prises ON passages_demande (compte_id, moment DESC, id DESC) WHERE passage = 'PRENDRE';

-- Nobody is in them: everybody may read how long an answer takes.
ALTER TABLE delais_constates ENABLE ROW LEVEL SECURITY;
ALTER TABLE delais_constates FORCE ROW LEVEL SECURITY;
CREATE POLICY delais_constates_systeme ON delais_constates TO portail_systeme USING (true) WITH CHECK (true);
CREATE POLICY delais_constates_lus ON delais_constates FOR SELECT TO portail_app, portail_gestion USING (true);
GRANT SELECT ON delais_constates TO portail_app, portail_gestion;
GRANT SELECT, INSERT, UPDATE, DELETE ON delais_constates TO portail_systeme;
ALTER TABLE alertes_retard ENABLE ROW LEVEL SECURITY;
ALTER TABLE alertes_retard FORCE ROW LEVEL SECURITY;
CREATE POLICY alertes_retard_systeme ON alertes_retard TO portail_systeme USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON alertes_retard TO portail_systeme;
