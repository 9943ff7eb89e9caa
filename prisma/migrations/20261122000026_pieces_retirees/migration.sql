-- A piece taken out of a draft was never sent: its deposit goes with it, once its bytes are erased. Those that prove something stay:
-- the keys of the other tables refuse.
GRANT DELETE ON depots TO portail_systeme;
CREATE FUNCTION garder_depot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM fichiers f WHERE f.id = OLD.fichier_id AND f.efface_le IS NOT NULL) THEN
    RAISE EXCEPTION 'depots : un fichier gardé garde son dépôt' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER depots_gardes BEFORE DELETE ON depots FOR EACH ROW EXECUTE FUNCTION garder_depot();
-- What was sent stays as it was sent.
CREATE FUNCTION garder_piece_envoyee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM demandes d WHERE d.id = OLD.demande_id AND d.etat = 'BROUILLON') THEN
    RAISE EXCEPTION 'pieces_demande : une pièce envoyée ne se retire pas' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER pieces_demande_envoyees BEFORE DELETE ON pieces_demande FOR EACH ROW EXECUTE FUNCTION garder_piece_envoyee();
