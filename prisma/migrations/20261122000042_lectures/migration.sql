-- Who opened somebody's file: every kind of thing that is theirs, not the page of their file alone. And the ledger of a contract no longer
-- tells its holder the amount of care whose detail is not theirs to read. And whoever has no contract may join a file to what they write.

-- A piece always has the account that sent it; about somebody of a contract, it has that contract. portail_app still sends for a contract
-- only (depots_ajout_app): without one, a piece comes with the demande that carries it, by the service that writes both.
ALTER TABLE "depots" ALTER COLUMN "adhesion_id" DROP NOT NULL;
ALTER TABLE depots ADD CONSTRAINT depots_personne_du_contrat CHECK (personne_id IS NULL OR adhesion_id IS NOT NULL);

-- A read is a line that ends by it: opened, looked at, taken away, shown in full.
CREATE OR REPLACE FUNCTION est_une_lecture(acte text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT acte ~ '_(LUE?|REGARDEE|EXPORTEE?|TELECHARGEE?|MONTREE?)$' OR acte = 'REGARD_COMMENCE' $$;

-- What lines of the journal may be about, of one person: themself, their account, the contracts they hold, what they asked and sent, their care, their
-- papers. The page, the copy of their data and the fence below read the same list.
CREATE FUNCTION objets_lus(personne uuid, compte uuid, contrats uuid[]) RETURNS TABLE (type text, id text) LANGUAGE sql STABLE AS $$
  SELECT 'personne', personne::text
  UNION ALL SELECT 'compte', compte::text
  UNION ALL SELECT 'adhesion', c::text FROM unnest(contrats) c
  UNION ALL SELECT 'demande', d.id::text FROM demandes d WHERE d.compte_id = compte
  UNION ALL SELECT 'depot', d.id::text FROM depots d WHERE d.compte_id = compte
  UNION ALL SELECT 'prestation', p.id::text FROM prestations p WHERE p.personne_id = personne
  UNION ALL SELECT 'prise_en_charge', p.id::text FROM prises_en_charge p WHERE p.personne_id = personne
  UNION ALL SELECT 'document', d.id::text FROM documents d WHERE d.personne_id = personne
  UNION ALL SELECT 'indu', i.id::text FROM indus i WHERE i.adhesion_id = ANY (contrats) AND i.tiers_id IS NULL
$$;

DROP POLICY journal_lectures_app ON journal;
CREATE POLICY journal_lectures_app ON journal FOR SELECT TO portail_app
  USING (est_une_lecture(acte) AND compte_id IS DISTINCT FROM app_compte()
    AND (objet_type, objet_id) IN (SELECT o.type, o.id FROM objets_lus(app_personne(), app_compte(), app_adhesions()) o));

-- What is owed for care is read with the care, an order with the account it pays. A sum to give back stays the contract's, whoever's care
-- it was for: its holder owes it.
DROP POLICY ecritures_app ON ecritures;
CREATE POLICY ecritures_app ON ecritures FOR SELECT TO portail_app
  USING (EXISTS (SELECT FROM comptes_livre c WHERE c.id IN (debit_id, credit_id)) AND CASE
    WHEN operation IN ('PRESTATION_DUE', 'PRESTATION_ANNULEE') THEN EXISTS (SELECT FROM prestations p WHERE p.id = piece_id)
    WHEN piece_type = 'ordre' THEN EXISTS (SELECT FROM ordres_bancaires o WHERE o.id = piece_id)
    ELSE true
  END);
