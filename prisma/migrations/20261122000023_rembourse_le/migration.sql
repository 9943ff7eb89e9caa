-- The day the AMO reimbursed a care: the yearly ceilings of participations and franchises count on it (CSS D. 160-6, D. 160-10).

-- AlterTable
ALTER TABLE "prestations" ADD COLUMN "rembourse_le" DATE;

-- What is there already: the décompte says the day, or does not; a reversal gives back on the day of what it takes back. The owner sees
-- these rows for the time of the migration.
ALTER TABLE prestations NO FORCE ROW LEVEL SECURITY;
ALTER TABLE lignes_decompte NO FORCE ROW LEVEL SECURITY;
ALTER TABLE prestations DISABLE TRIGGER prestations_gardees;
UPDATE prestations p SET rembourse_le = (o.contenu -> 'reglement' ->> 'date')::date
  FROM prestations q JOIN lignes_decompte o ON o.id = q.ligne_id WHERE q.id = coalesce(p.annule_id, p.id);
ALTER TABLE prestations ENABLE TRIGGER prestations_gardees;
ALTER TABLE prestations FORCE ROW LEVEL SECURITY;
ALTER TABLE lignes_decompte FORCE ROW LEVEL SECURITY;
