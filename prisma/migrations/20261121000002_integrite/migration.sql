-- What the schema language cannot say: checks, periods that do not overlap, facts that do not change, the journal's chain.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Shapes -------------------------------------------------------------------------------------------------------------

ALTER TABLE personnes
  ADD CONSTRAINT personnes_naissance_forme CHECK (date_naissance ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  ADD CONSTRAINT personnes_rang CHECK (rang_naissance BETWEEN 1 AND 9),
  ADD CONSTRAINT personnes_nom_present CHECK (length(btrim(nom)) > 0 AND length(btrim(prenom)) > 0);

ALTER TABLE adhesions ADD CONSTRAINT adhesions_periode CHECK (date_fin IS NULL OR date_fin >= date_effet);
ALTER TABLE choix_formules ADD CONSTRAINT choix_formules_periode CHECK (au IS NULL OR au >= du);
ALTER TABLE beneficiaires ADD CONSTRAINT beneficiaires_periode CHECK (au IS NULL OR au >= du);
ALTER TABLE comptes_bancaires
  ADD CONSTRAINT comptes_bancaires_periode CHECK (au IS NULL OR au >= du),
  ADD CONSTRAINT comptes_bancaires_iban_fin CHECK (iban_fin ~ '^[0-9A-Z]{4}$');

-- One formula at a time, one rattachement at a time, one membre participant, one bank account per use.
ALTER TABLE choix_formules ADD CONSTRAINT choix_formules_sans_chevauchement
  EXCLUDE USING gist (adhesion_id WITH =, daterange(du, au, '[]') WITH &&);
ALTER TABLE beneficiaires ADD CONSTRAINT beneficiaires_sans_chevauchement
  EXCLUDE USING gist (adhesion_id WITH =, personne_id WITH =, daterange(du, au, '[]') WITH &&);
ALTER TABLE beneficiaires ADD CONSTRAINT beneficiaires_un_membre_participant
  EXCLUDE USING gist (adhesion_id WITH =, daterange(du, au, '[]') WITH &&) WHERE (lien = 'MEMBRE_PARTICIPANT');
ALTER TABLE comptes_bancaires ADD CONSTRAINT comptes_bancaires_sans_chevauchement
  EXCLUDE USING gist (adhesion_id WITH =, usage WITH =, daterange(du, au, '[]') WITH &&);

-- Accounts -----------------------------------------------------------------------------------------------------------

ALTER TABLE comptes
  ADD CONSTRAINT comptes_personne_si_adherent CHECK ((role = 'ADHERENT') = (personne_id IS NOT NULL)),
  ADD CONSTRAINT comptes_actif_complet CHECK (
    statut <> 'ACTIF' OR (mot_de_passe IS NOT NULL AND email_confirme_le IS NOT NULL AND conditions_acceptees_le IS NOT NULL)
  ),
  ADD CONSTRAINT comptes_mot_de_passe_argon2id CHECK (mot_de_passe IS NULL OR mot_de_passe LIKE '$argon2id$%'),
  ADD CONSTRAINT comptes_email_normalise CHECK (email = lower(email) AND length(email) <= 254);
-- Two spouses may share an e-mail; two members of staff may not.
ALTER TABLE comptes ADD CONSTRAINT comptes_email_unique_personnel
  EXCLUDE USING btree (email WITH =) WHERE (role <> 'ADHERENT');

ALTER TABLE sessions ADD CONSTRAINT sessions_bornes CHECK (expire_le > cree_le AND octet_length(empreinte) = 32);
ALTER TABLE jetons ADD CONSTRAINT jetons_bornes CHECK (expire_le > cree_le AND octet_length(empreinte) = 32);
ALTER TABLE freins ADD CONSTRAINT freins_essais CHECK (essais >= 0);

-- Received facts -----------------------------------------------------------------------------------------------------

ALTER TABLE flux_recus ADD CONSTRAINT flux_recus_compte CHECK (
  lignes_nouvelles >= 0 AND lignes_doublons >= 0 AND lignes_quarantaine >= 0
  AND nombre_lignes = lignes_nouvelles + lignes_doublons + lignes_quarantaine
);
ALTER TABLE lignes_decompte ADD CONSTRAINT lignes_decompte_rang CHECK (rang >= 1 AND numero_ligne >= 1);
ALTER TABLE lignes_decompte
  ADD CONSTRAINT lignes_decompte_reversion_liee CHECK (NOT reversion OR origine_id IS NOT NULL),
  -- A line is taken back once.
  ADD CONSTRAINT lignes_decompte_une_reversion EXCLUDE USING btree (origine_id WITH =) WHERE (reversion);
ALTER TABLE quarantaines ADD CONSTRAINT quarantaines_rang CHECK (rang >= 1);

-- Benefits -----------------------------------------------------------------------------------------------------------

ALTER TABLE prestations
  ADD CONSTRAINT prestations_equilibre CHECK (
    depense = part_amo + part_regime_local + part_mutuelle + autres_remboursements + reste_a_charge
  ),
  ADD CONSTRAINT prestations_signe CHECK (
    (annule_id IS NULL AND depense >= 0 AND part_amo >= 0 AND part_mutuelle >= 0 AND reste_a_charge >= 0)
    OR (annule_id IS NOT NULL AND depense <= 0 AND part_amo <= 0 AND part_mutuelle <= 0 AND reste_a_charge <= 0)
  ),
  ADD CONSTRAINT prestations_refus_sans_paiement CHECK (etat <> 'REFUSEE' OR part_mutuelle = 0),
  ADD CONSTRAINT prestations_payee_datee CHECK ((etat = 'PAYEE') = (payee_le IS NOT NULL)),
  ADD CONSTRAINT prestations_couverte_si_due CHECK (part_mutuelle = 0 OR adhesion_id IS NOT NULL),
  ADD CONSTRAINT prestations_motivee CHECK (jsonb_typeof(motifs) = 'array' AND jsonb_array_length(motifs) > 0);

ALTER TABLE compteurs
  ADD CONSTRAINT compteurs_jamais_depasse CHECK (consomme >= 0 AND consomme <= plafond),
  ADD CONSTRAINT compteurs_periode CHECK (au >= du);
ALTER TABLE consommations
  ADD CONSTRAINT consommations_positive CHECK (montant >= 0 AND (quantite IS NULL OR quantite >= 0));

-- Facts do not change ------------------------------------------------------------------------------------------------

CREATE FUNCTION refuser_modification() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% : ces lignes ne se modifient ni ne s''effacent', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER lignes_decompte_immuables BEFORE UPDATE OR DELETE ON lignes_decompte
  FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER lignes_decompte_jamais_videes BEFORE TRUNCATE ON lignes_decompte
  FOR EACH STATEMENT EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER prestation_details_immuables BEFORE UPDATE OR DELETE ON prestation_details
  FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER consommations_immuables BEFORE UPDATE OR DELETE ON consommations
  FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER journal_immuable BEFORE UPDATE OR DELETE ON journal
  FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER journal_jamais_vide BEFORE TRUNCATE ON journal
  FOR EACH STATEMENT EXECUTE FUNCTION refuser_modification();

-- A benefit keeps its figures; only its state moves, along the declared transitions (lib/services/prestation/etats.ts).
CREATE FUNCTION garder_prestation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'prestations : une prestation se contre-passe, elle ne s''efface pas' USING ERRCODE = 'restrict_violation';
  END IF;
  IF to_jsonb(NEW) - '{etat,payee_le}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{etat,payee_le}'::text[] THEN
    RAISE EXCEPTION 'prestations : seul l''état d''une prestation change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.etat <> OLD.etat AND NOT (OLD.etat::text, NEW.etat::text) IN (
    ('CALCULEE', 'A_VERIFIER'), ('CALCULEE', 'A_PAYER'), ('CALCULEE', 'REFUSEE'), ('CALCULEE', 'ANNULEE'),
    ('A_VERIFIER', 'A_PAYER'), ('A_VERIFIER', 'REFUSEE'), ('A_VERIFIER', 'ANNULEE'),
    ('A_PAYER', 'PAYEE'), ('A_PAYER', 'ANNULEE'), ('REFUSEE', 'ANNULEE')
  ) THEN
    RAISE EXCEPTION 'prestations : passage de % à % refusé', OLD.etat, NEW.etat USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER prestations_gardees BEFORE UPDATE OR DELETE ON prestations
  FOR EACH ROW EXECUTE FUNCTION garder_prestation();

CREATE FUNCTION garder_flux() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'statut' IS DISTINCT FROM to_jsonb(OLD) - 'statut' THEN
    RAISE EXCEPTION 'flux_recus : un flux reçu ne se modifie pas' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER flux_recus_gardes BEFORE UPDATE OR DELETE ON flux_recus
  FOR EACH ROW EXECUTE FUNCTION garder_flux();

-- The journal's chain ------------------------------------------------------------------------------------------------
-- The head row is locked by each insertion, so ranks have no hole and each entry seals the one before.

INSERT INTO journal_tete (id, rang, empreinte) VALUES (1, 0, sha256('journal'::bytea));
ALTER TABLE journal_tete ADD CONSTRAINT journal_tete_unique CHECK (id = 1);

CREATE FUNCTION empreinte_journal(j journal) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(j.empreinte_precedente || convert_to(jsonb_build_array(
    j.rang, to_char(j.moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), j.compte_id, j.role, j.acte,
    j.objet_type, j.objet_id, j.resultat, j.donnees
  )::text, 'UTF8'))
$$;

CREATE FUNCTION sceller_journal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  tete journal_tete;
BEGIN
  SELECT * INTO STRICT tete FROM journal_tete WHERE id = 1 FOR UPDATE;
  NEW.rang := tete.rang + 1;
  NEW.moment := clock_timestamp();
  NEW.empreinte_precedente := tete.empreinte;
  NEW.empreinte := empreinte_journal(NEW);
  UPDATE journal_tete SET rang = NEW.rang, empreinte = NEW.empreinte WHERE id = 1;
  RETURN NEW;
END $$;
CREATE TRIGGER journal_scelle BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION sceller_journal();
