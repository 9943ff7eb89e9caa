import type {
  CompteurConnu,
  ConsommationConnue,
  ElementConnu,
  LigneALire,
  PrestationConnue,
} from '@/lib/flux/liquidation/lot'
import type { Assure, Rattachement } from '@/lib/flux/liquidation/situation'
import { reglements } from '@/lib/reglements/catalogue'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import type { Consommation, ElementOptique } from '@/lib/rules/remboursement/faits'
import type { Ecriture } from '@/lib/server/db'

/** The oldest file that still has lines to liquidate. */
export async function loadFluxALiquider(client: Ecriture): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM flux_recus WHERE statut = 'RECU' ORDER BY ordre LIMIT 1`,
  )
  return rows[0]?.id ?? null
}

/** Lines without a prestation, in the order of the file. */
export async function loadLignes(
  client: Ecriture,
  fluxId: string,
  apres: number,
  nombre: number,
): Promise<LigneALire[]> {
  const { rows } = await client.query<LigneALire>(
    `SELECT l.id, l.rang, l.emetteur_type || ':' || l.emetteur_code AS emetteur, l.id_decompte, l.personne_id, l.reversion, l.pour_information, l.origine_id, l.contenu
      FROM lignes_decompte l
      WHERE l.flux_id = $1 AND l.rang > $2 AND NOT EXISTS (SELECT FROM prestations p WHERE p.ligne_id = l.id)
      ORDER BY l.rang LIMIT $3`,
    [fluxId, apres, nombre],
  )
  return rows
}

/** The règlement of the catalogue under this code. @throws {Error} when an adhésion names one that was taken away. */
export function reglementDe(id: string): Reglement {
  const trouve = new Map<string, Reglement>(Object.entries(reglements)).get(id)
  if (trouve === undefined) throw new Error(`le règlement « ${id} » n'est plus au catalogue`)
  return trouve
}

interface RattachementLu {
  personne_id: string
  adhesion_id: string
  du: DateCivile
  au: DateCivile | null
  numero_adherent: string
  reglement: string
  effet: DateCivile
  fin: DateCivile | null
  formules: { formule: string; du: DateCivile; au: DateCivile | null }[]
}

/** The people of the lines and their contracts, whole: a past care needs the contract of its day. */
export async function loadAssures(
  client: Ecriture,
  personnes: readonly string[],
): Promise<ReadonlyMap<string, Assure>> {
  const { rows: naissances } = await client.query<{ id: string; date_naissance: string }>(
    'SELECT id, date_naissance FROM personnes WHERE id = ANY ($1::uuid[])',
    [personnes],
  )
  const { rows } = await client.query<RattachementLu>(
    `SELECT b.personne_id, b.adhesion_id, b.du, b.au, a.numero_adherent, a.reglement, a.date_effet AS effet, a.date_fin AS fin,
        (SELECT coalesce(json_agg(json_build_object('formule', f.formule, 'du', f.du, 'au', f.au) ORDER BY f.du), '[]')
          FROM choix_formules f WHERE f.adhesion_id = a.id) AS formules
      FROM beneficiaires b JOIN adhesions a ON a.id = b.adhesion_id WHERE b.personne_id = ANY ($1::uuid[])`,
    [personnes],
  )
  const rattachements = new Map<string, Rattachement[]>()
  for (const ligne of rows) {
    const liste = rattachements.get(ligne.personne_id)
    if (liste === undefined) rattachements.set(ligne.personne_id, [lireRattachement(ligne)])
    else liste.push(lireRattachement(ligne))
  }
  return new Map(
    naissances.map(({ id, date_naissance }) => [
      id,
      {
        personneId: id,
        dateNaissance: date_naissance,
        rattachements: rattachements.get(id) ?? [],
      },
    ]),
  )
}

const lireRattachement = (ligne: RattachementLu): Rattachement => ({
  adhesionId: ligne.adhesion_id,
  numeroAdherent: ligne.numero_adherent,
  reglement: reglementDe(ligne.reglement),
  du: ligne.du,
  au: ligne.au,
  adhesion: { du: ligne.effet, au: ligne.fin },
  formules: ligne.formules,
})

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
}

const NON_ANNULEE = 'NOT EXISTS (SELECT FROM prestations x WHERE x.annule_id = p.id)'

/** What standing prestations took, in the order they took it. */
export async function loadConsommations(
  client: Ecriture,
  personnes: readonly string[],
): Promise<ReadonlyMap<string, ConsommationConnue[]>> {
  const { rows } = await client.query<ConsommationLue>(
    `SELECT c.prestation_id, c.personne_id, c.adhesion_id, c.ligne, c.jour, c.montant, c.quantite, c.precisions, c.compteur_id,
        CASE WHEN c.ligne LIKE 'optique.%' THEN p.entrees ->> 'equipement' END AS equipement
      FROM consommations c JOIN prestations p ON p.id = c.prestation_id
        JOIN lignes_decompte l ON l.id = p.ligne_id JOIN flux_recus f ON f.id = l.flux_id
      WHERE c.personne_id = ANY ($1::uuid[]) AND ${NON_ANNULEE} ORDER BY f.ordre, l.rang, c.rang`,
    [personnes],
  )
  const parPersonne = new Map<string, ConsommationConnue[]>()
  for (const c of rows) {
    const connue = {
      prestationId: c.prestation_id,
      adhesionId: c.adhesion_id,
      compteurId: c.compteur_id,
      equipement: c.equipement,
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
    elements: ElementOptique[]
  }>(
    `SELECT p.id, p.personne_id, p.date_soins AS jour, e.entrees ->> 'equipement' AS equipement,
        e.entrees ->> 'adhesionId' AS second, e.entrees -> 'nouveaux' AS elements
      FROM prestations p JOIN lignes_decompte l ON l.id = p.ligne_id JOIN flux_recus f ON f.id = l.flux_id
        CROSS JOIN LATERAL (VALUES (p.entrees), (p.entrees -> 'surcomplementaire')) AS e (entrees)
      WHERE p.id IN (SELECT prestation_id FROM consommations WHERE personne_id = ANY ($1::uuid[]) AND ligne LIKE 'optique.%')
        AND e.entrees ? 'equipement' AND ${NON_ANNULEE}
      ORDER BY f.ordre, l.rang`,
    [personnes],
  )
  const parPersonne = new Map<string, ElementConnu[]>()
  for (const { id, personne_id, jour, equipement, second, elements } of rows) {
    const connus = elements.map((element) => ({ prestationId: id, jour, equipement, second, element }))
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
  const { rows } = await client.query<PrestationConnue>(
    `SELECT p.id, p.ligne_id AS "ligneId", p.etat = 'PAYEE' AS payee,
        EXISTS (SELECT FROM prestations x WHERE x.annule_id = p.id) AS annulee, jsonb_build_object('adhesion_id', p.adhesion_id, 'formule', p.formule,
        'ligne_garantie', p.ligne_garantie, 'libelle', p.libelle, 'executant', p.executant, 'destinataire', p.destinataire,
        'date_soins', p.date_soins, 'depense', -p.depense, 'base', -p.base, 'part_amo', -p.part_amo,
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
