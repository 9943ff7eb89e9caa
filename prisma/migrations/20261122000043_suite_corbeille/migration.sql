-- A piece that comes late, is not the right one, or is done without; a demande handed to somebody; how often an answer is in time.

-- AlterEnum
ALTER TYPE "PassageDemande" ADD VALUE 'NOTER_PIECE';

-- AlterEnum
ALTER TYPE "PassageDemande" ADD VALUE 'ATTRIBUER';

-- AlterTable
ALTER TABLE "pieces_attendues" ADD COLUMN "dispensee_le" TIMESTAMPTZ(3);

-- Counted again every quarter of an hour: what was counted without it says nothing of it.
TRUNCATE delais_constates;

-- AlterTable
ALTER TABLE "delais_constates" ADD COLUMN "a_temps" INTEGER NOT NULL;

-- What the schema language cannot say ----------------------------------------------------------------------------------

ALTER TABLE delais_constates ADD CONSTRAINT delais_constates_a_temps CHECK (a_temps BETWEEN 0 AND nombre);
ALTER TABLE pieces_attendues ADD CONSTRAINT pieces_attendues_issue CHECK (recue_le IS NULL OR dispensee_le IS NULL);
DROP TRIGGER pieces_attendues_gardees ON pieces_attendues;
CREATE TRIGGER pieces_attendues_gardees BEFORE UPDATE OR DELETE ON pieces_attendues FOR EACH ROW
  WHEN (NOT en_effacement())
  EXECUTE FUNCTION garder_colonnes('avant_le,rappelee_le,recue_le,dispensee_le');
GRANT UPDATE (avant_le, dispensee_le) ON pieces_attendues TO portail_systeme;
DROP INDEX pieces_attendues_ouvertes;
CREATE INDEX pieces_attendues_ouvertes ON pieces_attendues (avant_le) WHERE recue_le IS NULL AND dispensee_le IS NULL;
-- What people wrote and nobody has read.
CREATE INDEX messages_demande_a_lire ON messages_demande (demande_id) WHERE NOT de_gestion AND lu_le IS NULL;
