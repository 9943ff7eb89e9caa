import { ajouterJours, type DateCivile, dernierDuMois, premierDuMois } from '@/lib/rules/date/date-civile'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { loadContrats } from '@/lib/services/cotisation/data'
import { cotiserContrat } from '@/lib/services/cotisation/view'
import { loadSansEcheancier } from '@/lib/services/echeancier/data'
import { planifier } from '@/lib/services/echeancier/view'

/** Cents and counts of a month. */
export interface MoisCotisations {
  readonly appele: number
  readonly encaisse: number
  readonly revenu: number
  /** Due before today and not paid, whatever the month. */
  readonly impaye: number
}

export interface ImpayeLu {
  readonly id: string
  readonly adhesionId: string
  readonly numeroAdherent: string
  readonly nom: string
  readonly exigibleLe: DateCivile
  readonly montant: number
  readonly etat: 'A_VENIR' | 'APPELEE' | 'REJETEE'
  readonly codeRetour: string | null
  readonly reglement: string
}

export interface EmpecheLu {
  readonly adhesionId: string
  readonly numeroAdherent: string
  readonly raison: 'SANS_RIB' | 'SANS_MANDAT'
}

export interface SansEcheancier {
  readonly adhesionId: string
  readonly numeroAdherent: string
  readonly raison: string
}

export interface SuiviLu {
  readonly mois: MoisCotisations
  readonly impayes: readonly ImpayeLu[]
  readonly empeches: readonly EmpecheLu[]
  readonly sansEcheancier: readonly SansEcheancier[]
}

/** Rows shown of each list; the rest is said to exist. */
export const LIMITE = 50
/** How far ahead a debit that cannot be made is told. */
const AVANCE = 45

/** What the page of contributions shows. The reader's right was asked by the page. */
export async function loadSuivi(acteur: PorteeGestion, jour: DateCivile, annee: number): Promise<SuiviLu> {
  const lu = await ecrire(acteur, async (client) => ({
    mois: await loadMois(client, jour),
    impayes: await loadImpayes(client, jour),
    empeches: await loadEmpeches(client, jour),
  }))
  return { ...lu, sansEcheancier: await loadRaisons(annee, jour) }
}

export interface ContratSuivi {
  readonly id: string
  readonly numeroAdherent: string
  readonly nom: string
}

/** Null when there is none. That somebody opened it is noted in the journal. */
export async function ouvrirContrat(acteur: PorteeGestion, id: string): Promise<ContratSuivi | null> {
  return ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<ContratSuivi>(
      `SELECT a.id, a.numero_adherent AS "numeroAdherent", p.prenom || ' ' || p.nom AS nom FROM adhesions a
        JOIN personnes p ON p.id = a.membre_participant_id WHERE a.id = $1`,
      [id],
    )
    const [contrat] = rows
    if (contrat === undefined) return null
    await journaliser(client, {
      acte: 'DOSSIER_LU',
      compteId: acteur.compteId,
      role: acteur.role,
      objetType: 'adhesion',
      objetId: id,
      resultat: 'FAIT',
    })
    return contrat
  })
}

async function loadMois(client: Ecriture, jour: DateCivile): Promise<MoisCotisations> {
  const { rows } = await client.query<MoisCotisations>(
    `SELECT
      (SELECT coalesce(sum(CASE WHEN (e.operation = 'APPEL_COTISATION') = (d.nature = 'COTISATIONS_ADHERENT')
          THEN e.montant ELSE -e.montant END), 0)::bigint FROM ecritures e JOIN comptes_livre d ON d.id = e.debit_id
        WHERE e.operation IN ('APPEL_COTISATION', 'ANNULATION_APPEL') AND e.jour BETWEEN $1 AND $2) AS appele,
      (SELECT coalesce(sum(montant), 0)::bigint FROM ecritures WHERE operation = 'ENCAISSEMENT' AND jour BETWEEN $1 AND $2) AS encaisse,
      (SELECT coalesce(sum(montant), 0)::bigint FROM ecritures WHERE operation = 'REJET_PRELEVEMENT' AND jour BETWEEN $1 AND $2) AS revenu,
      (SELECT coalesce(sum(montant), 0)::bigint FROM echeances WHERE etat IN ('A_VENIR', 'APPELEE', 'REJETEE') AND montant > 0
        AND exigible_le < $3) AS impaye`,
    [premierDuMois(jour), dernierDuMois(jour), jour],
  )
  return rows[0] ?? { appele: 0, encaisse: 0, revenu: 0, impaye: 0 }
}

async function loadImpayes(client: Ecriture, jour: DateCivile): Promise<ImpayeLu[]> {
  const { rows } = await client.query<ImpayeLu>(
    `SELECT e.id, e.adhesion_id AS "adhesionId", a.numero_adherent AS "numeroAdherent", p.prenom || ' ' || p.nom AS nom,
        e.exigible_le AS "exigibleLe", e.montant, e.etat,
        (SELECT o.code_retour FROM ordres_echeances l JOIN ordres_bancaires o ON o.id = l.ordre_id
          WHERE l.echeance_id = e.id AND o.etat = 'REJETE' ORDER BY o.denoue_le DESC LIMIT 1) AS "codeRetour", a.reglement
      FROM echeances e JOIN adhesions a ON a.id = e.adhesion_id JOIN personnes p ON p.id = a.membre_participant_id
      WHERE e.etat IN ('A_VENIR', 'APPELEE', 'REJETEE') AND e.montant > 0 AND e.exigible_le < $1
        AND NOT EXISTS (SELECT FROM ordres_echeances l WHERE l.echeance_id = e.id AND l.vivant)
      ORDER BY e.exigible_le, a.numero_adherent LIMIT ${LIMITE}`,
    [jour],
  )
  return rows
}

async function loadEmpeches(client: Ecriture, jour: DateCivile): Promise<EmpecheLu[]> {
  const { rows } = await client.query<EmpecheLu>(
    `SELECT DISTINCT a.id AS "adhesionId", a.numero_adherent AS "numeroAdherent",
        CASE WHEN b.id IS NULL THEN 'SANS_RIB' ELSE 'SANS_MANDAT' END AS raison
      FROM echeances e JOIN adhesions a ON a.id = e.adhesion_id
      LEFT JOIN comptes_bancaires b ON b.adhesion_id = a.id AND b.usage = 'COTISATIONS' AND b.du <= $1
        AND (b.au IS NULL OR b.au >= $1)
      LEFT JOIN mandats m ON m.compte_bancaire_id = b.id AND m.revoque_le IS NULL
      WHERE e.mode = 'PRELEVEMENT' AND e.etat = 'A_VENIR' AND e.montant > 0 AND e.exigible_le <= $2 AND m.id IS NULL
      ORDER BY a.numero_adherent LIMIT ${LIMITE}`,
    [jour, ajouterJours(jour, AVANCE)],
  )
  return rows
}

/** Contracts of the year without a schedule, each with the reason that the calculation gives today. */
async function loadRaisons(annee: number, jour: DateCivile): Promise<SansEcheancier[]> {
  return ecrire(SYSTEME, async (client) => {
    const ids = await loadSansEcheancier(client, annee, '00000000-0000-0000-0000-000000000000', LIMITE)
    const { rows } = await client.query<{ id: string; numero: string }>(
      'SELECT id, numero_adherent AS numero FROM adhesions WHERE id = ANY ($1::uuid[])',
      [ids],
    )
    const numeros = new Map(rows.map((r) => [r.id, r.numero]))
    const contrats = await loadContrats(client, ids)
    return contrats.map((contrat) => ({
      adhesionId: contrat.adhesionId,
      numeroAdherent: numeros.get(contrat.adhesionId) ?? '',
      raison: raisonDe(() =>
        planifier(contrat.reglement, cotiserContrat(contrat, annee, jour), contrat.dateEffet),
      ),
    }))
  })
}

function raisonDe(calcul: () => unknown): string {
  try {
    calcul()
    return 'Il sera écrit cette nuit.'
  } catch (erreur) {
    if (erreur instanceof ErreurDeRegle) return `${erreur.message}.`
    throw erreur
  }
}
