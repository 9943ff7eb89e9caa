-- Waiting for a piece of the person's is not lateness of ours: the clock of the answer stops, and its limit moves by as much.

-- AlterTable
ALTER TABLE "demandes" ADD COLUMN     "arretee_le" TIMESTAMPTZ(3);

-- What the schema language cannot say ----------------------------------------------------------------------------------

-- The same trigger, with one more column that changes.
DO $$
DECLARE
  texte text;
BEGIN
  SELECT pg_get_triggerdef(oid) INTO STRICT texte FROM pg_trigger WHERE tgrelid = 'demandes'::regclass AND tgname = 'demandes_gardees';
  DROP TRIGGER demandes_gardees ON demandes;
  EXECUTE replace(texte, ',repondre_avant,', ',repondre_avant,arretee_le,');
END $$;
GRANT UPDATE (arretee_le) ON demandes TO portail_systeme;

-- What waits today has waited since its piece was asked for; a time that a text gives runs, unless it counts from the complete file.
UPDATE demandes d SET arretee_le = (
    SELECT min(p.demandee_le) FROM pieces_attendues p WHERE p.demande_id = d.id AND p.recue_le IS NULL AND p.bloquante)
  WHERE d.etat = 'PIECE_DEMANDEE' AND (d.limite->>'type' = 'PROMESSE' OR d.nature IN ('REMBOURSEMENT', 'COMPLEMENT'));
