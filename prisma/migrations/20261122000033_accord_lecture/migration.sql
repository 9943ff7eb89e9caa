-- From sixteen on, the detail of somebody's care is theirs: the membre participant reads it while the person agrees. An agreement is dated,
-- taken back at any time, and its history stays.

-- CreateTable
CREATE TABLE "accords_lecture" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "adhesion_id" UUID NOT NULL,
    "personne_id" UUID NOT NULL,
    "du" DATE NOT NULL,
    "retire_le" DATE,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accords_lecture_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "accords_lecture_adhesion_id_personne_id_idx" ON "accords_lecture"("adhesion_id", "personne_id");

-- CreateIndex
CREATE INDEX "accords_lecture_personne_id_idx" ON "accords_lecture"("personne_id");

-- AddForeignKey
ALTER TABLE "accords_lecture" ADD CONSTRAINT "accords_lecture_adhesion_id_fkey" FOREIGN KEY ("adhesion_id") REFERENCES "adhesions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accords_lecture" ADD CONSTRAINT "accords_lecture_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ----------------------------------------------------------------------------------

ALTER TABLE accords_lecture
  ADD CONSTRAINT accords_lecture_periode CHECK (retire_le >= du),
  -- One agreement at a time.
  ADD CONSTRAINT accords_lecture_un EXCLUDE USING btree (adhesion_id WITH =, personne_id WITH =) WHERE (retire_le IS NULL);

-- An agreement is given, then taken back, once.
CREATE FUNCTION garder_accord_lecture() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.retire_le IS NULL AND NEW.retire_le IS NOT NULL
    AND to_jsonb(NEW) - 'retire_le' = to_jsonb(OLD) - 'retire_le' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'accords_lecture : un accord se retire une fois, il ne se modifie ni ne s''efface' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER accords_lecture_gardes BEFORE UPDATE OR DELETE ON accords_lecture FOR EACH ROW EXECUTE FUNCTION garder_accord_lecture();

-- First day of the calendar that is not before « sixteen years later », written as the AMO writes birth dates: a month 13 and above is the
-- end of its year, a day that the month does not have the next month (lib/rules/ayant-droit/reserver-soins says the same).
CREATE FUNCTION seize_ans_le(naissance text) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN m > 12 THEN make_date(a + 1, 1, 1)
    WHEN m = 0 THEN make_date(a, 1, 1)
    WHEN j = 0 THEN make_date(a, m, 1)
    WHEN j > extract(day FROM make_date(a, m, 1) + interval '1 month -1 day') THEN (make_date(a, m, 1) + interval '1 month')::date
    ELSE make_date(a, m, j)
  END
  FROM (SELECT left(naissance, 4)::int + 16 AS a, substr(naissance, 6, 2)::int AS m, substr(naissance, 9, 2)::int AS j) n
$$;

-- Whom contracts cover, and the day from which the membre participant no longer reads their care (infinity: never).
CREATE FUNCTION lectures_soins(contrats uuid[]) RETURNS TABLE (adhesion_id uuid, personne_id uuid, lisible_avant date)
LANGUAGE sql STABLE AS $$
  SELECT b.adhesion_id, b.personne_id,
    CASE
      WHEN b.personne_id = a.membre_participant_id OR EXISTS (SELECT FROM accords_lecture k
        WHERE k.adhesion_id = b.adhesion_id AND k.personne_id = b.personne_id AND k.retire_le IS NULL) THEN 'infinity'::date
      ELSE seize_ans_le(p.date_naissance)
    END
  FROM adhesions a JOIN beneficiaires b ON b.adhesion_id = a.id JOIN personnes p ON p.id = b.personne_id
  WHERE a.id = ANY (contrats)
$$;

-- The same for the reader, read once in a statement: contract and person in one key. Who is not in it is not read.
CREATE FUNCTION app_lectures() RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_object_agg(l.adhesion_id::text || l.personne_id::text, l.lisible_avant), '{}') FROM lectures_soins(app_adhesions()) l
$$;

-- Fences ---------------------------------------------------------------------------------------------------------------

ALTER TABLE accords_lecture ENABLE ROW LEVEL SECURITY;
ALTER TABLE accords_lecture FORCE ROW LEVEL SECURITY;
CREATE POLICY accords_lecture_systeme ON accords_lecture TO portail_systeme USING (true) WITH CHECK (true);
CREATE POLICY accords_lecture_gestion ON accords_lecture FOR SELECT TO portail_gestion USING (true);
CREATE POLICY accords_lecture_app ON accords_lecture FOR SELECT TO portail_app
  USING (adhesion_id = ANY (app_adhesions()) OR personne_id = app_personne());
GRANT SELECT ON accords_lecture TO portail_systeme, portail_gestion, portail_app;
-- Written with the mails that tell both, by the service that knows the person: nobody else's role writes here.
GRANT INSERT (adhesion_id, personne_id, du), UPDATE (retire_le) ON accords_lecture TO portail_systeme;

-- prestation_details, consommations, ordres_prestations are read with their prestation: they follow.
DROP POLICY prestations_app ON prestations;
CREATE POLICY prestations_app ON prestations FOR SELECT TO portail_app
  USING (personne_id = app_personne() OR (adhesion_id = ANY (app_adhesions())
    AND date_soins < ((SELECT app_lectures()) ->> (adhesion_id::text || personne_id::text))::date));

-- A forfait says what kind of care was used.
DROP POLICY compteurs_app ON compteurs;
CREATE POLICY compteurs_app ON compteurs FOR SELECT TO portail_app
  USING (personne_id = app_personne() OR (adhesion_id = ANY (app_adhesions())
    AND au < ((SELECT app_lectures()) ->> (adhesion_id::text || personne_id::text))::date));

-- What one asked oneself for somebody, one knows already.
DROP POLICY prises_en_charge_app ON prises_en_charge;
CREATE POLICY prises_en_charge_app ON prises_en_charge FOR SELECT TO portail_app
  USING (personne_id = app_personne() OR (adhesion_id = ANY (app_adhesions()) AND (demande_par_id = app_compte()
    OR jour < ((SELECT app_lectures()) ->> (adhesion_id::text || personne_id::text))::date)));

-- The answer to a prise en charge is read with it, a letter by whom it is about; cards, attestations and contributions are not care.
DROP POLICY documents_app ON documents;
CREATE POLICY documents_app ON documents FOR SELECT TO portail_app
  USING (personne_id = app_personne() OR (adhesion_id = ANY (app_adhesions()) AND CASE
    WHEN nature IN ('PRISE_EN_CHARGE', 'REPONSE_DEVIS', 'COURRIER')
      THEN emis_le < ((SELECT app_lectures()) ->> (adhesion_id::text || personne_id::text))::date
        OR EXISTS (SELECT FROM prises_en_charge p WHERE p.document_id = documents.id)
    ELSE true
  END));
