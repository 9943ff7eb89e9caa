-- The purge of accounts never confirmed took those of people somebody acts for: a delegation in force has the account that it needs.
ALTER TABLE comptes NO FORCE ROW LEVEL SECURITY;
ALTER TABLE delegations NO FORCE ROW LEVEL SECURITY;
ALTER TABLE personnes NO FORCE ROW LEVEL SECURITY;
INSERT INTO comptes (role, statut, personne_id, email, nom_affiche)
  SELECT 'ADHERENT', 'EN_ATTENTE', p.id, '', p.prenom || ' ' || p.nom FROM personnes p
  WHERE EXISTS (SELECT FROM delegations d WHERE d.protege_id = p.id AND d.etat = 'ACTIVE')
  ON CONFLICT (personne_id) DO NOTHING;
ALTER TABLE personnes FORCE ROW LEVEL SECURITY;
ALTER TABLE delegations FORCE ROW LEVEL SECURITY;
ALTER TABLE comptes FORCE ROW LEVEL SECURITY;
