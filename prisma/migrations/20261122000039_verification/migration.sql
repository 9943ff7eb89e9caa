-- What the calculation could not tell waits for a person: few rows among many.
CREATE INDEX prestations_a_verifier ON prestations (calculee_le, id) WHERE etat = 'A_VERIFIER';

-- A benefit that waits for a person is not owed yet: its share is fixed by the decision, with what is left to pay, and one ground is
-- added to those it has. Once decided, only its state changes, as before.
CREATE OR REPLACE FUNCTION garder_prestation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  libres text[] := '{etat,payee_le,compte_propre}';
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'prestations : une prestation se contre-passe, elle ne s''efface pas' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.etat = 'A_VERIFIER' AND (NEW.etat = 'A_PAYER' OR NEW.etat = 'REFUSEE') AND NEW.motifs <> OLD.motifs THEN
    libres := libres || '{part_mutuelle,reste_a_charge,motifs}'::text[];
    IF NEW.part_mutuelle + NEW.reste_a_charge <> OLD.part_mutuelle + OLD.reste_a_charge
      OR NEW.part_mutuelle < 0 OR NEW.reste_a_charge < 0 OR (NEW.etat = 'REFUSEE' AND NEW.part_mutuelle <> 0) THEN
      RAISE EXCEPTION 'prestations : les parts décidées ne font pas la dépense' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.motifs - (jsonb_array_length(NEW.motifs) - 1) <> OLD.motifs THEN
      RAISE EXCEPTION 'prestations : une décision ajoute son motif, sans ôter les autres' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  IF to_jsonb(NEW) - libres IS DISTINCT FROM to_jsonb(OLD) - libres THEN
    RAISE EXCEPTION 'prestations : seul l''état d''une prestation change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.etat <> OLD.etat AND NOT (OLD.etat::text, NEW.etat::text) IN (
    ('CALCULEE', 'A_VERIFIER'), ('CALCULEE', 'A_PAYER'), ('CALCULEE', 'REFUSEE'), ('CALCULEE', 'ANNULEE'),
    ('A_VERIFIER', 'A_PAYER'), ('A_VERIFIER', 'REFUSEE'), ('A_VERIFIER', 'ANNULEE'),
    ('A_PAYER', 'PAYEE'), ('A_PAYER', 'ANNULEE'), ('PAYEE', 'A_PAYER'), ('REFUSEE', 'ANNULEE')
  ) THEN
    RAISE EXCEPTION 'prestations : passage de % à % refusé', OLD.etat, NEW.etat USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
