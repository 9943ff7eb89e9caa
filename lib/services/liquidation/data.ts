import type {
  CompteurConnu,
  ConsommationConnue,
  ElementConnu,
  LigneALire,
  PrestationConnue,
  Suivante,
} from '@/lib/flux/liquidation/registre'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Consommation, ElementOptique } from '@/lib/rules/remboursement/faits'
import type { Ecriture } from '@/lib/server/db'

/** Emitter of the lines that the mutuelle writes itself when a correction changes what followed it. */
export const INTERNE = 'MUTUELLE'

/** The oldest file that still has lines to liquidate. */
export async function loadFluxALiquider(client: Ecriture): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM flux_recus WHERE statut = 'RECU' ORDER BY ordre LIMIT 1`,
  )
  return rows[0]?.id ?? null
}

const place = (flux: string, ligne: string): string =>
  `lpad(${flux}.ordre::text, 12, '0') || '/' || lpad(${ligne}.rang::text, 9, '0')`

/**
 * Where a line stands in the order of forfaits: its own place, or, for a correction, after the line it corrects, whatever the
 * number of corrections. Text that sorts.
 */
const PLACE = `CASE WHEN l.origine_id IS NULL OR l.reversion THEN ${place('f', 'l')} ELSE (
    WITH RECURSIVE o AS (
      SELECT p.origine_id, p.reversion, p.flux_id, p.rang FROM lignes_decompte p WHERE p.id = l.origine_id
      UNION ALL SELECT p.origine_id, p.reversion, p.flux_id, p.rang FROM o JOIN lignes_decompte p ON p.id = o.origine_id
        WHERE NOT o.reversion)
    SELECT ${place('g', 'o')} FROM o JOIN flux_recus g ON g.id = o.flux_id WHERE o.origine_id IS NULL OR o.reversion
  ) || '/' || ${place('f', 'l')} END`

/** Lines without a prestation, in the order of the file. */
export async function loadLignes(
  client: Ecriture,
  fluxId: string,
  apres: number,
  nombre: number,
): Promise<LigneALire[]> {
  const { rows } = await client.query<LigneALire>(
    `SELECT l.id, l.rang, l.emetteur_type || ':' || l.emetteur_code AS emetteur, l.id_decompte, l.personne_id, l.reversion, l.pour_information, l.origine_id, l.contenu,
        ${PLACE} AS place
      FROM lignes_decompte l JOIN flux_recus f ON f.id = l.flux_id
      WHERE l.flux_id = $1 AND l.rang > $2 AND NOT EXISTS (SELECT FROM prestations p WHERE p.ligne_id = l.id)
      ORDER BY l.rang LIMIT $3`,
    [fluxId, apres, nombre],
  )
  return rows
}

interface ConsommationLue {
  prestation_id: string
  personne_id: string
  adhesion_id: string
  ligne: Consommation['ligne']
  jour: DateCivile
  montant: Consommation['montant']
  quantite: number | null
  precisions: Pick<Consommation, 'oreille' | 'oeil' | 'etablissement' | 'element'>
  compteur_id: string | null
  equipement: string | null
  place: string
}

const NON_ANNULEE = 'NOT EXISTS (SELECT FROM prestations x WHERE x.annule_id = p.id)'

/** What standing prestations took, in the order they took it. */
export async function loadConsommations(
  client: Ecriture,
  personnes: readonly string[],
): Promise<ReadonlyMap<string, ConsommationConnue[]>> {
  const { rows } = await client.query<ConsommationLue>(
    `SELECT c.prestation_id, c.personne_id, c.adhesion_id, c.ligne, c.jour, c.montant, c.quantite, c.precisions, c.compteur_id,
        CASE WHEN c.ligne LIKE 'optique.%' THEN p.entrees ->> 'equipement' END AS equipement,
        ${PLACE} AS place
      FROM consommations c JOIN prestations p ON p.id = c.prestation_id
        JOIN lignes_decompte l ON l.id = p.ligne_id JOIN flux_recus f ON f.id = l.flux_id
      WHERE c.personne_id = ANY ($1::uuid[]) AND ${NON_ANNULEE} ORDER BY place, c.rang`,
    [personnes],
  )
  const parPersonne = new Map<string, ConsommationConnue[]>()
  for (const c of rows) {
    const connue = {
      prestationId: c.prestation_id,
      adhesionId: c.adhesion_id,
      compteurId: c.compteur_id,
      equipement: c.equipement,
      place: c.place,
      ligne: c.ligne,
      date: c.jour,
      montant: c.montant,
      ...(c.quantite === null ? {} : { quantite: c.quantite }),
      ...c.precisions,
    }
    const liste = parPersonne.get(c.personne_id)
    if (liste === undefined) parPersonne.set(c.personne_id, [connue])
    else liste.push(connue)
  }
  return parPersonne
}

/** The optical elements that standing prestations paid, in order of arrival. */
export async function loadElements(
  client: Ecriture,
  personnes: readonly string[],
): Promise<ReadonlyMap<string, ElementConnu[]>> {
  const { rows } = await client.query<{
    id: string
    personne_id: string
    jour: DateCivile
    equipement: string
    second: string | null
    place: string
    elements: ElementOptique[]
  }>(
    `SELECT p.id, p.personne_id, p.date_soins AS jour, e.entrees ->> 'equipement' AS equipement,
        e.entrees ->> 'adhesionId' AS second, e.entrees -> 'nouveaux' AS elements, ${PLACE} AS place
      FROM prestations p JOIN lignes_decompte l ON l.id = p.ligne_id JOIN flux_recus f ON f.id = l.flux_id
        CROSS JOIN LATERAL (VALUES (p.entrees), (p.entrees -> 'surcomplementaire')) AS e (entrees)
      WHERE p.id IN (SELECT prestation_id FROM consommations WHERE personne_id = ANY ($1::uuid[]) AND ligne LIKE 'optique.%')
        AND e.entrees ? 'equipement' AND ${NON_ANNULEE}
      ORDER BY place`,
    [personnes],
  )
  const parPersonne = new Map<string, ElementConnu[]>()
  for (const { id, personne_id, elements, ...commun } of rows) {
    const connus = elements.map((element) => ({ prestationId: id, ...commun, element }))
    parPersonne.set(personne_id, [...(parPersonne.get(personne_id) ?? []), ...connus])
  }
  return parPersonne
}

/** The forfaits of these people, their rows locked until the end of the transaction, always in the same order. */
export async function lockCompteurs(
  client: Ecriture,
  personnes: readonly string[],
): Promise<CompteurConnu[]> {
  const { rows } = await client.query<Omit<CompteurConnu, 'neuf' | 'touche'>>(
    `SELECT id, adhesion_id AS "adhesionId", personne_id AS "personneId", ligne, marque, du, au, plafond, consomme
      FROM compteurs WHERE personne_id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
    [personnes],
  )
  return rows.map((ligne) => ({ ...ligne, neuf: false, touche: false }))
}

/** The prestations of these lines, columns as they are written, amounts opposite. */
export async function loadOrigines(
  client: Ecriture,
  lignes: readonly string[],
): Promise<ReadonlyMap<string, PrestationConnue>> {
  if (lignes.length === 0) return new Map()
  const { rows } = await client.query<PrestationConnue>(
    `SELECT p.id, p.ligne_id AS "ligneId", p.etat = 'PAYEE' AS payee,
        EXISTS (SELECT FROM prestations x WHERE x.annule_id = p.id) AS annulee, jsonb_build_object('adhesion_id', p.adhesion_id, 'formule', p.formule,
        'ligne_garantie', p.ligne_garantie, 'libelle', p.libelle, 'executant', p.executant, 'destinataire', p.destinataire,
        'date_soins', p.date_soins, 'rembourse_le', p.rembourse_le, 'depense', -p.depense, 'base', -p.base, 'part_amo', -p.part_amo,
        'participation', -p.participation, 'franchise', -p.franchise, 'part_regime_local', -p.part_regime_local,
        'autres_remboursements', -p.autres_remboursements, 'part_mutuelle', -p.part_mutuelle,
        'reste_a_charge', -p.reste_a_charge, 'version_reglement', p.version_reglement,
        'details', (SELECT coalesce(jsonb_agg(jsonb_build_object('ligne', d.ligne, 'montant', -d.montant) ORDER BY d.rang), '[]')
          FROM prestation_details d WHERE d.prestation_id = p.id)) AS "contenuInverse"
      FROM prestations p WHERE p.ligne_id = ANY ($1::uuid[]) ORDER BY p.id FOR UPDATE OF p`,
    [lignes],
  )
  return new Map(rows.map((ligne) => [ligne.ligneId, ligne]))
}

/** What stands of these people, with what it takes to do it again: a correction may change what followed it. */
export async function loadSuivantes(
  client: Ecriture,
  personnes: readonly string[],
): Promise<Map<string, Suivante[]>> {
  if (personnes.length === 0) return new Map()
  const { rows } = await client.query<Suivante>(
    `SELECT p.id, p.ligne_id AS "ligneId", r.id AS "racineId", p.personne_id AS "personneId", ${PLACE} AS place, l.contenu,
        r.emetteur_type || ':' || r.emetteur_code || '/' || r.id_decompte || '/' || (l.contenu ->> 'soinsDebut') AS equipement,
        p.part_mutuelle AS "partMutuelle", ARRAY(SELECT p.ligne_garantie UNION SELECT d.ligne FROM prestation_details d
          WHERE d.prestation_id = p.id) AS lignes
      FROM prestations p JOIN lignes_decompte l ON l.id = p.ligne_id JOIN flux_recus f ON f.id = l.flux_id
        JOIN lignes_decompte r ON r.id = CASE WHEN l.emetteur_type = '${INTERNE}' THEN l.origine_id ELSE l.id END
      WHERE p.personne_id = ANY ($1::uuid[]) AND p.annule_id IS NULL AND p.adhesion_id IS NOT NULL
        AND p.ligne_garantie IS NOT NULL AND p.etat IN ('A_PAYER', 'PAYEE', 'REFUSEE') AND ${NON_ANNULEE}
      ORDER BY place`,
    [personnes],
  )
  const parPersonne = new Map<string, Suivante[]>(personnes.map((id) => [id, []]))
  for (const suivante of rows) parPersonne.get(suivante.personneId)?.push(suivante)
  return parPersonne
}

/** Lines of these people that a reversal takes back, be it done or still to come. */
export async function loadReprises(
  client: Ecriture,
  personnes: readonly string[],
): Promise<ReadonlySet<string>> {
  if (personnes.length === 0) return new Set()
  const { rows } = await client.query<{ origine_id: string }>(
    'SELECT origine_id FROM lignes_decompte WHERE personne_id = ANY ($1::uuid[]) AND reversion',
    [personnes],
  )
  return new Set(rows.map((ligne) => ligne.origine_id))
}

/** The last rank of a file, the lines it set aside included. */
export async function loadDernierRang(client: Ecriture, fluxId: string): Promise<number> {
  const { rows } = await client.query<{ rang: number }>(
    `SELECT greatest(f.nombre_lignes, (SELECT max(l.rang) FROM lignes_decompte l WHERE l.flux_id = f.id)) AS rang
      FROM flux_recus f WHERE f.id = $1`,
    [fluxId],
  )
  return rows[0]?.rang ?? 0
}
