import type { ClasseDonnees } from '@/lib/lexique/donnees/conservation'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Ecriture } from '@/lib/server/db'

/** Classes erased a person at a time, when the last contract has been over for long enough, or at once when it is asked. */
export const CLASSES_PERSONNE = [
  'COMPTE',
  'SOINS',
  'COTISATIONS',
  'BANQUE',
  'CONTRAT',
] as const satisfies readonly ClasseDonnees[]
export type ClassePersonne = (typeof CLASSES_PERSONNE)[number]

const ADHESIONS = 'IN (SELECT id FROM adhesions WHERE membre_participant_id = $1)'
const COMPTES = 'IN (SELECT id FROM comptes WHERE personne_id = $1)'
const PRESTATIONS = 'IN (SELECT id FROM prestations WHERE personne_id = $1)'
const COMPTES_BANCAIRES = `IN (SELECT id FROM comptes_bancaires WHERE personne_id = $1 OR (personne_id IS NULL AND adhesion_id ${ADHESIONS}))`
/** On either side of them, or addressed to them. */
export const DELEGATIONS = `IN (SELECT id FROM delegations WHERE protege_id = $1 OR delegue_id ${COMPTES} OR auteur_id ${COMPTES}
  OR invite_email IN (SELECT lower(email) FROM comptes WHERE personne_id = $1))`
/** The first ground, without its figures: a benefit always has one. */
const MOTIF = 'jsonb_build_array(motifs->0)'

/** What hangs on an account and is of no use without it; the codes of a factor go with it. */
export const TABLES_DU_COMPTE = [
  'sessions',
  'jetons',
  'changements_courriel',
  'facteurs',
  'entrees_en_attente',
  'levees_facteurs',
  'interventions_compte',
  'identites_externes',
  'consentements',
  'preferences_courriel',
  'annonces_lots',
] as const

/**
 * What erasing a class of a person writes, in order; $1 is the person. Sums, days and ids remain: the accounts are the same before and
 * after. A test greps the whole base for what was there.
 */
export const EFFACER: Readonly<Record<ClassePersonne, readonly string[]>> = {
  COMPTE: [
    ...TABLES_DU_COMPTE.map((table) => `DELETE FROM ${table} WHERE compte_id ${COMPTES}`),
    `UPDATE passages_delegation SET raison = NULL WHERE delegation_id ${DELEGATIONS}`,
    `UPDATE delegations SET invite_email = NULL, jeton = NULL, designation = '{}' WHERE id ${DELEGATIONS}`,
    `DELETE FROM courriels WHERE compte_id ${COMPTES} AND etat <> 'EN_FILE'`,
    'DELETE FROM exports_donnees WHERE personne_id = $1',
    'DELETE FROM codes_acces WHERE personne_id = $1',
    'DELETE FROM regards WHERE personne_id = $1',
    `UPDATE comptes SET email = 'efface-' || id || '@efface.invalid', email_confirme_le = NULL, nom_affiche = 'Compte effacé', mot_de_passe = NULL,
      statut = 'SUSPENDU', conditions_version = NULL, conditions_acceptees_le = NULL WHERE personne_id = $1`,
  ],
  SOINS: [
    `UPDATE lignes_decompte SET contenu = '{}', id_decompte = id::text, empreinte = '' WHERE personne_id = $1`,
    `UPDATE prestations SET libelle = 'Soin effacé', executant = NULL, ligne_garantie = NULL, entrees = '{}', limites = '{}', motifs = ${MOTIF} WHERE personne_id = $1`,
    `UPDATE prestation_details SET ligne = 'efface' WHERE prestation_id ${PRESTATIONS}`,
    `UPDATE consommations SET ligne = 'efface', precisions = '{}' WHERE personne_id = $1`,
    `UPDATE compteurs SET ligne = 'efface-' || id, marque = '' WHERE personne_id = $1`,
    `UPDATE ordres_prestations SET motifs = NULL WHERE prestation_id ${PRESTATIONS}`,
    `UPDATE prises_en_charge SET professionnel = 'effacé', finess = NULL, motifs = '[]', raison = CASE WHEN etat IN ('REFUSEE', 'ANNULEE') THEN 'effacée' END
      WHERE personne_id = $1`,
    `UPDATE aides_accordees SET aide = 'EFFACEE', genre = NULL WHERE personne_id = $1 OR (personne_id IS NULL AND adhesion_id ${ADHESIONS})`,
    `UPDATE avances_sante SET motifs = ${MOTIF} WHERE personne_id = $1`,
    `UPDATE lignes_prise_en_charge SET soin = 'efface', acte = 'efface', cote = NULL, libelle = CASE WHEN libelle IS NOT NULL THEN 'effacé' END, ligne_garantie = NULL,
      entrees = CASE WHEN entrees IS NOT NULL THEN '{}'::jsonb END, motifs = '[]', limites = '{}' WHERE prise_en_charge_id IN (SELECT id FROM prises_en_charge WHERE personne_id = $1)`,
  ],
  COTISATIONS: [
    `UPDATE modalites_cotisation SET faits = '{}' WHERE adhesion_id ${ADHESIONS}`,
    `UPDATE echeanciers SET entrees = '{}', resultat = '{}', motifs = ${MOTIF} WHERE adhesion_id ${ADHESIONS}`,
    `UPDATE impayes SET decision = '{}' WHERE adhesion_id ${ADHESIONS}`,
    `UPDATE retenues_impaye SET motif = 'effacé' WHERE impaye_id IN (SELECT id FROM impayes WHERE adhesion_id ${ADHESIONS})`,
    `UPDATE rejets_prelevement SET motifs = '[]' WHERE adhesion_id ${ADHESIONS}`,
  ],
  BANQUE: [
    `UPDATE ordres_bancaires SET titulaire = 'effacé', iban_chiffre = '', iban_fin = '0000'
      WHERE (adhesion_id ${ADHESIONS} AND compte_bancaire_id IS NULL) OR compte_bancaire_id ${COMPTES_BANCAIRES}`,
    `UPDATE changements_rib SET titulaire = 'effacé', iban_fin = '0000', bic = NULL, remplaces = '[]' WHERE compte_bancaire_id ${COMPTES_BANCAIRES}`,
    `UPDATE mandats SET rum = 'E' || replace(id::text, '-', '') WHERE adhesion_id ${ADHESIONS}`,
    `UPDATE comptes_bancaires SET titulaire = 'effacé', iban_chiffre = '', iban_fin = '0000' WHERE id ${COMPTES_BANCAIRES}`,
  ],
  CONTRAT: [
    'DELETE FROM situations_ayant_droit WHERE personne_id = $1',
    'DELETE FROM adresses WHERE personne_id = $1',
    'DELETE FROM telephones WHERE personne_id = $1',
    'DELETE FROM teletransmissions WHERE personne_id = $1',
    'DELETE FROM preferences_envoi WHERE personne_id = $1',
    'DELETE FROM refus_paiement_direct WHERE personne_id = $1',
    'DELETE FROM rappels_seize_ans WHERE personne_id = $1',
    'DELETE FROM accords_lecture WHERE personne_id = $1',
    'DELETE FROM immatriculations WHERE personne_id = $1',
    `UPDATE documents SET donnees = jsonb_build_object('faits', '{}'::jsonb, 'sources', donnees->'sources'),
      jeton_verification = replace(gen_random_uuid()::text, '-', '') WHERE personne_id = $1`,
    `UPDATE adhesions SET numero_adherent = 'E' || upper(replace(id::text, '-', '')) WHERE membre_participant_id = $1`,
    `UPDATE personnes SET nom = 'effacée', prenom = 'Personne', date_naissance = '1900-01-01', rang_naissance = 1 WHERE id = $1`,
  ],
}

/** What opens the files of the papers of a person, forgotten with the contract: returns their ids. */
export const OUBLIER_PAPIERS = `UPDATE fichiers SET efface_le = $2, cle_scellee = '' WHERE efface_le IS NULL
  AND id IN (SELECT fichier_id FROM documents WHERE personne_id = $1) RETURNING id`

/** Last day of the last contract that covers somebody; infinity while one runs without an end; else the day we knew them. Of `personnes p`. */
const FIN = `coalesce((SELECT CASE WHEN count(*) FILTER (WHERE x.fin IS NULL) > 0 THEN 'infinity'::date ELSE max(x.fin) END FROM (
    SELECT least(b.au, a.date_fin) AS fin FROM beneficiaires b JOIN adhesions a ON a.id = b.adhesion_id WHERE b.personne_id = p.id
    UNION ALL SELECT a.date_fin FROM adhesions a WHERE a.membre_participant_id = p.id) x), (p.cree_le AT TIME ZONE 'Europe/Paris')::date)`

const PARIS = (instant: string): string => `(${instant} AT TIME ZONE 'Europe/Paris')::date`

/**
 * Last day that somebody acted for another, whether or not they were ever covered; infinity while they do, or are asked to; -infinity:
 * never. A proposal that was never accepted leaves nothing. Of `personnes p`.
 */
const FIN_AGIR = `coalesce((SELECT max(x.fin) FROM (
    SELECT CASE WHEN d.etat IN ('PROPOSEE', 'ACTIVE') THEN 'infinity'::date ELSE ${PARIS('d.close_le')} END AS fin
      FROM comptes k JOIN delegations d ON d.delegue_id = k.id WHERE k.personne_id = p.id AND (d.etat IN ('PROPOSEE', 'ACTIVE')
        OR EXISTS (SELECT FROM passages_delegation h WHERE h.delegation_id = d.id AND h.passage IN ('ACCEPTER', 'ACCORDER')))
    UNION ALL SELECT 'infinity'::date FROM comptes k JOIN delegations d ON d.invite_email = k.email
      WHERE k.personne_id = p.id AND d.etat = 'PROPOSEE' AND d.delegue_id IS NULL) x), '-infinity'::date)`

/** What somebody who acts for another needs to do it: their access and their name. */
const CLASSES_POUR_AGIR: ReadonlySet<ClassePersonne> = new Set(['COMPTE', 'CONTRAT'])

/** From when the time of a class runs. Of `personnes p`. */
export const finDe = (classe: ClassePersonne): string =>
  CLASSES_POUR_AGIR.has(classe) ? `greatest(${FIN}, ${FIN_AGIR})` : FIN

/** The same, read already. */
export const finLue = (classe: ClassePersonne, s: SituationPersonne): DateCivile | null =>
  CLASSES_POUR_AGIR.has(classe) ? s.finAgir : s.fin

/**
 * Something of this person is not settled yet: nothing is erased under it. $2: the demande that asks, aside. What left for the bank may
 * come back for thirteen months; its account is kept for five years.
 */
const EN_SUSPENS = `EXISTS (SELECT FROM prestations r WHERE r.personne_id = p.id AND r.etat IN ('CALCULEE', 'A_VERIFIER', 'A_PAYER') AND r.part_mutuelle <> 0)
  OR EXISTS (SELECT FROM ordres_bancaires o JOIN adhesions a ON a.id = o.adhesion_id WHERE a.membre_participant_id = p.id AND o.etat = 'A_EMETTRE')
  OR EXISTS (SELECT FROM indus i JOIN adhesions a ON a.id = i.adhesion_id WHERE a.membre_participant_id = p.id AND i.tiers_id IS NULL AND i.etat <> 'SOLDE')
  OR EXISTS (SELECT FROM impayes i JOIN adhesions a ON a.id = i.adhesion_id WHERE a.membre_participant_id = p.id AND i.etape NOT IN ('REGULARISE', 'RESILIE'))
  OR EXISTS (SELECT FROM demandes d JOIN comptes c ON c.id = d.compte_id WHERE c.personne_id = p.id AND d.id IS DISTINCT FROM $2::uuid
    AND d.etat IN ('ENVOYEE', 'PRISE', 'PIECE_DEMANDEE'))`

export interface SituationPersonne {
  /** Null while a contract runs without an end. */
  readonly fin: DateCivile | null
  /** The last day they acted for somebody, or that of their contract when it is later; null while either lasts. */
  readonly finAgir: DateCivile | null
  readonly enSuspens: boolean
  /** Done already, since their time began to run. */
  readonly effacees: readonly string[]
  /** Day of the latest of each, null when there is none. */
  readonly dernierePiece: DateCivile | null
  readonly derniereDemande: DateCivile | null
  readonly derniereReclamation: DateCivile | null
}

const CLOSE = (natures: string): string =>
  `(SELECT max((d.close_le AT TIME ZONE 'Europe/Paris')::date) FROM demandes d JOIN comptes c ON c.id = d.compte_id
    WHERE c.personne_id = p.id AND d.id IS DISTINCT FROM $2::uuid AND d.nature ${natures})`

/** A person's row, locked, and what decides of each class. Null: nobody. */
export async function lockSituation(
  client: Ecriture,
  personneId: string,
  demandeId: string | null,
): Promise<SituationPersonne | null> {
  await client.query('SELECT FROM personnes WHERE id = $1 FOR UPDATE', [personneId])
  const { rows } = await client.query<SituationPersonne>(
    `SELECT nullif(s.fin, 'infinity'::date) AS fin, nullif(s."finAgir", 'infinity'::date) AS "finAgir", s."enSuspens", s."dernierePiece", s."derniereDemande", s."derniereReclamation",
        ARRAY(SELECT e.classe FROM effacements e WHERE e.personne_id = $1
          AND ${PARIS('e.efface_le')} >= CASE WHEN e.classe = ANY ($3::text[]) THEN s."finAgir" ELSE s.fin END) AS effacees
      FROM (SELECT ${FIN} AS fin, greatest(${FIN}, ${FIN_AGIR}) AS "finAgir", (${EN_SUSPENS}) AS "enSuspens",
        (SELECT max((f.cree_le AT TIME ZONE 'Europe/Paris')::date) FROM depots o JOIN fichiers f ON f.id = o.fichier_id JOIN comptes c ON c.id = o.compte_id
          WHERE c.personne_id = p.id AND f.efface_le IS NULL) AS "dernierePiece",
        ${CLOSE("NOT IN ('RECLAMATION', 'DROITS_RGPD')")} AS "derniereDemande", ${CLOSE("IN ('RECLAMATION', 'DROITS_RGPD')")} AS "derniereReclamation"
        FROM personnes p WHERE p.id = $1) s`,
    [personneId, demandeId, [...CLASSES_POUR_AGIR]],
  )
  return rows[0] ?? null
}
