-- A member of the staff looks at somebody's space as that person sees it, and can do nothing there.

-- CreateTable
CREATE TABLE "regards" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "session_id" UUID NOT NULL,
    "personne_id" UUID NOT NULL,
    "motif" TEXT NOT NULL,
    "debute_le" TIMESTAMPTZ(3) NOT NULL,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,
    "fini_le" TIMESTAMPTZ(3),

    CONSTRAINT "regards_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "regards_session_id_idx" ON "regards"("session_id");

-- CreateIndex
CREATE INDEX "regards_personne_id_idx" ON "regards"("personne_id");

-- AddForeignKey
ALTER TABLE "regards" ADD CONSTRAINT "regards_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regards" ADD CONSTRAINT "regards_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE regards
  ADD CONSTRAINT regards_motif CHECK (btrim(motif) <> '' AND length(motif) <= 200),
  ADD CONSTRAINT regards_duree CHECK (expire_le > debute_le AND (fini_le IS NULL OR fini_le >= debute_le));
CREATE UNIQUE INDEX regards_un_a_la_fois ON regards (session_id) WHERE fini_le IS NULL;
ALTER TABLE regards ENABLE ROW LEVEL SECURITY;
ALTER TABLE regards FORCE ROW LEVEL SECURITY;
CREATE POLICY regards_systeme ON regards TO portail_systeme USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON regards TO portail_systeme;
GRANT UPDATE (fini_le) ON regards TO portail_systeme;

-- A person is found among many by what one hears on the phone: without case, accents or hyphens.
CREATE FUNCTION cle_de_nom(texte text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(regexp_replace(normalize(replace(replace(lower(texte), 'œ', 'oe'), 'æ', 'ae'), NFD), U&'[\0300-\036F]', '', 'g'),
    '[^[:alnum:]]+', ' ', 'g')
$$;
CREATE INDEX personnes_recherche ON personnes (cle_de_nom(nom) text_pattern_ops, cle_de_nom(prenom) text_pattern_ops);
