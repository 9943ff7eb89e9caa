-- What the antivirus waits for is read every minute, what was received is listed newest first.
CREATE INDEX "fichiers_en_attente" ON "fichiers" ("cree_le") WHERE verdict = 'EN_ATTENTE';

-- CreateIndex
CREATE INDEX "depots_cree_le_id_idx" ON "depots"("cree_le" DESC, "id" DESC);
