-- A code made here is known to nobody until its letter is written; one that came with a portfolio was printed by who made it.
ALTER TABLE "codes_acces" ADD COLUMN "a_remettre" BOOLEAN NOT NULL DEFAULT false;
-- Who could not use it yet was told no code: the letter comes at sixteen.
UPDATE codes_acces SET a_remettre = true
  WHERE personne_id IN (SELECT id FROM personnes WHERE date_naissance > to_char(now() AT TIME ZONE 'Europe/Paris' - interval '16 years', 'YYYY-MM-DD'));
CREATE INDEX codes_acces_a_remettre ON codes_acces (personne_id) WHERE a_remettre;

-- The letter that tells a code is for its owner alone: neither the membre participant of the contract, nor whoever acts for them, reads it.
CREATE POLICY documents_code_acces ON documents AS RESTRICTIVE FOR SELECT TO portail_app
  USING (gabarit NOT LIKE 'code-acces/%' OR (personne_id = app_personne() AND app_delegation() IS NULL));
