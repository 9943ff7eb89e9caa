import { type Lecture, lire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import { RESTES } from '@/lib/services/indu/data'

/** What must always be true of the accounts: `sql` gives the ids of the rows that break it. */
interface Invariant {
  readonly code: string
  readonly phrase: string
  readonly sql: string
}

const INVARIANTS: readonly Invariant[] = [
  {
    code: 'LIGNE_LIQUIDEE',
    phrase: 'Chaque ligne d’un fichier liquidé a sa prestation.',
    sql: `SELECT l.id FROM lignes_decompte l JOIN flux_recus f ON f.id = l.flux_id
      WHERE f.statut = 'LIQUIDE' AND NOT EXISTS (SELECT FROM prestations p WHERE p.ligne_id = l.id)`,
  },
  {
    code: 'DETAIL_SOMME',
    phrase: 'Le détail d’une prestation fait sa part mutuelle.',
    sql: `SELECT p.id FROM prestations p WHERE p.part_mutuelle <>
      coalesce((SELECT sum(d.montant) FROM prestation_details d WHERE d.prestation_id = p.id), 0)`,
  },
  {
    code: 'COMPTEUR_EXACT',
    phrase: 'Chaque forfait entamé est la somme de ce que les prestations debout y ont pris.',
    sql: `SELECT k.id FROM compteurs k WHERE k.consomme <> coalesce((SELECT sum(c.montant) FROM consommations c
      JOIN prestations p ON p.id = c.prestation_id
      WHERE c.compteur_id = k.id AND p.etat <> 'ANNULEE'
        AND NOT EXISTS (SELECT FROM prestations r WHERE r.annule_id = p.id)), 0)`,
  },
  {
    code: 'COMPTE_PROPRE',
    phrase: 'Le compte d’un ayant droit ne reçoit que ses propres remboursements.',
    sql: `SELECT o.id FROM ordres_bancaires o JOIN comptes_bancaires b ON b.id = o.compte_bancaire_id
      JOIN ordres_prestations l ON l.ordre_id = o.id JOIN prestations p ON p.id = l.prestation_id
      WHERE b.personne_id IS NOT NULL AND (p.personne_id <> b.personne_id OR p.adhesion_id <> b.adhesion_id)`,
  },
  {
    code: 'PRESTATION_AU_LIVRE',
    phrase: 'Chaque prestation due ou reprise est au grand livre, pour son montant.',
    sql: `SELECT p.id FROM prestations p WHERE p.etat IN ('A_PAYER', 'PAYEE') AND p.part_mutuelle <> 0
      AND NOT EXISTS (SELECT FROM ecritures e WHERE e.piece_type = 'prestation' AND e.piece_id = p.id
        AND e.montant = abs(p.part_mutuelle)
        AND e.operation = CASE WHEN p.part_mutuelle > 0 THEN 'PRESTATION_DUE' ELSE 'INDU_CONSTATE' END::"OperationLivre")`,
  },
  {
    code: 'ANNULATION_AU_LIVRE',
    phrase: 'Ce qui fut dû puis annulé ne l’est plus au grand livre.',
    sql: `SELECT p.id FROM prestations p JOIN ecritures d ON d.piece_id = p.id AND d.operation = 'PRESTATION_DUE'
      WHERE p.etat = 'ANNULEE' AND NOT EXISTS (SELECT FROM ecritures e WHERE e.piece_id = p.id
        AND e.operation = 'PRESTATION_ANNULEE' AND e.montant = d.montant)`,
  },
  {
    code: 'ECRITURE_A_SA_PIECE',
    phrase: 'Chaque écriture a sa pièce.',
    sql: `SELECT e.id FROM ecritures e WHERE NOT CASE e.piece_type
      WHEN 'prestation' THEN EXISTS (SELECT FROM prestations x WHERE x.id = e.piece_id)
      WHEN 'ordre' THEN EXISTS (SELECT FROM ordres_bancaires x WHERE x.id = e.piece_id)
      WHEN 'echeance' THEN EXISTS (SELECT FROM echeances x WHERE x.id = e.piece_id)
      WHEN 'retour' THEN EXISTS (SELECT FROM retours_bancaires x WHERE x.id = e.piece_id)
      WHEN 'lot' THEN EXISTS (SELECT FROM lots_bancaires x WHERE x.id = e.piece_id)
      WHEN 'reglement_avance' THEN EXISTS (SELECT FROM reglements_avances x WHERE x.id = e.piece_id)
      WHEN 'remise_indu' THEN EXISTS (SELECT FROM remises_indus x WHERE x.id = e.piece_id)
      WHEN 'reglement_indu' THEN EXISTS (SELECT FROM reglements_indus x WHERE x.id = e.piece_id)
      ELSE false END`,
  },
  {
    code: 'RANGS_SANS_TROU',
    phrase: 'Les rangs du grand livre se suivent.',
    sql: `SELECT e.id FROM (SELECT id, rang, row_number() OVER (ORDER BY rang) AS attendu FROM ecritures) e WHERE e.rang <> e.attendu
      UNION ALL SELECT '00000000-0000-0000-0000-000000000000' FROM livre_tete t
      WHERE t.rang <> (SELECT count(*) FROM ecritures)`,
  },
  {
    code: 'NUMEROS_SANS_TROU',
    phrase: 'Les numéros des documents se suivent.',
    sql: `SELECT '00000000-0000-0000-0000-000000000000'::uuid AS id FROM numerotations n WHERE n.dernier <>
      CASE WHEN n.nature::text = 'PRISE_EN_CHARGE' THEN (SELECT count(*) FROM prises_en_charge p WHERE p.numero LIKE 'P-' || n.annee || '-%')
        ELSE (SELECT count(*) FROM documents d WHERE d.nature = n.nature AND d.numero IS NOT NULL
        AND d.numero LIKE '%-' || n.annee || '-%') END`,
  },
  {
    code: 'LOT_EXACT',
    phrase: 'Un lot bancaire annonce le nombre et le total de ses ordres.',
    sql: `SELECT l.id FROM lots_bancaires l LEFT JOIN (SELECT lot_id, count(*) AS n, sum(montant) AS total FROM ordres_bancaires
      GROUP BY lot_id) o ON o.lot_id = l.id WHERE (l.nombre, l.total) IS DISTINCT FROM (o.n, o.total)`,
  },
  {
    code: 'ORDRE_EXACT',
    phrase: 'Un ordre vaut la somme de ce qu’il règle.',
    sql: `SELECT o.id FROM ordres_bancaires o WHERE o.montant <>
      coalesce((SELECT sum(l.montant) FROM ordres_prestations l WHERE l.ordre_id = o.id), 0)
      + coalesce((SELECT sum(abs(e.montant)) FROM ordres_echeances l JOIN echeances e ON e.id = l.echeance_id
        WHERE l.ordre_id = o.id), 0)
      + coalesce((SELECT sum(v.montant) FROM ordres_avances l JOIN avances_sante v ON v.id = l.avance_id WHERE l.ordre_id = o.id), 0)`,
  },
  {
    code: 'PRESTATION_ENTIERE',
    phrase: 'Ce qu’un ordre vivant paie d’une prestation est sa part mutuelle, moins ce qui en a été retenu.',
    sql: `SELECT p.id FROM ordres_prestations l JOIN prestations p ON p.id = l.prestation_id
      LEFT JOIN ecritures r ON r.operation = 'INDU_RETENU' AND r.piece_id = p.id
      WHERE l.vivant AND l.montant <> p.part_mutuelle - coalesce(r.montant, 0)`,
  },
  {
    code: 'LOT_EMIS_AU_LIVRE',
    phrase: 'Chaque ordre parti à la banque est au grand livre, pour son montant ; aucun autre n’y est.',
    sql: `SELECT o.id FROM ordres_bancaires o WHERE (o.etat IN ('EMIS', 'EXECUTE', 'REJETE')) <> EXISTS (SELECT FROM ecritures e
      WHERE e.piece_id = o.id AND e.operation IN ('VERSEMENT', 'ENCAISSEMENT', 'RENDU_COTISATION') AND e.montant = o.montant)`,
  },
  {
    code: 'REVENU_AU_LIVRE',
    phrase: 'Chaque ordre revenu de la banque est au grand livre ; aucun autre n’y est.',
    sql: `SELECT o.id FROM ordres_bancaires o WHERE (o.etat = 'REJETE') <> EXISTS (SELECT FROM ecritures e
      WHERE e.piece_id = o.id AND e.operation IN ('REJET_VIREMENT', 'REJET_PRELEVEMENT') AND e.montant = o.montant)`,
  },
  {
    code: 'PAYEE_UNE_FOIS',
    phrase:
      'Une prestation payée l’est par un seul virement parti, ou tout entière par ce que l’adhérent devait.',
    sql: `SELECT p.id FROM prestations p WHERE p.etat = 'PAYEE' AND p.part_mutuelle > 0 AND 1 <>
      (SELECT count(*) FROM ordres_prestations l JOIN ordres_bancaires o ON o.id = l.ordre_id
        WHERE l.prestation_id = p.id AND l.vivant AND o.etat IN ('EMIS', 'EXECUTE'))
      + (SELECT count(*) FROM ecritures r WHERE r.operation = 'INDU_RETENU' AND r.piece_id = p.id AND r.montant = p.part_mutuelle)`,
  },
  {
    code: 'INDU_AU_LIVRE',
    phrase: 'Chaque somme à récupérer vaut la reprise qui la constate.',
    sql: `SELECT i.id FROM indus i WHERE NOT EXISTS (SELECT FROM ecritures e WHERE e.operation = 'INDU_CONSTATE'
      AND e.piece_type = 'prestation' AND e.piece_id = i.prestation_id AND e.montant = i.montant)`,
  },
  {
    code: 'INDU_DENOUE',
    phrase: 'Une somme à récupérer est soldée quand le grand livre le dit, et la reprise avec elle.',
    sql: `SELECT r.id FROM (${RESTES.replaceAll('$1', "'0001-01-01'::date")}) r JOIN prestations p ON p.id = r.prestation_id
      WHERE (r.reste = 0) <> (r.etat = 'SOLDE')
        OR p.etat::text <> CASE WHEN r.etat <> 'SOLDE' THEN 'A_PAYER' WHEN r.remis = r.montant THEN 'ANNULEE' ELSE 'PAYEE' END`,
  },
  {
    code: 'REMISE_AU_LIVRE',
    phrase:
      'Ce à quoi la mutuelle renonce d’une somme à récupérer est au grand livre, sur le compte qui la devait.',
    sql: `SELECT m.id FROM remises_indus m JOIN indus i ON i.id = m.indu_id WHERE NOT EXISTS (SELECT FROM ecritures e
        JOIN comptes_livre d ON d.id = e.debit_id JOIN comptes_livre c ON c.id = e.credit_id
        WHERE e.operation = 'INDU_REMIS' AND e.piece_type = 'remise_indu' AND e.piece_id = m.id AND e.montant = m.montant
          AND d.nature = 'CHARGE_PRESTATIONS' AND c.nature = CASE WHEN i.tiers_id IS NULL THEN 'INDUS_ADHERENT' ELSE 'INDUS_TIERS' END::"NatureCompteLivre"
          AND coalesce(c.tiers_id, c.adhesion_id) = coalesce(i.tiers_id, i.adhesion_id))
      UNION ALL SELECT i.id FROM indus i JOIN remises_indus m ON m.indu_id = i.id GROUP BY i.id HAVING sum(m.montant) > i.montant`,
  },
  {
    code: 'CONTESTATION_TENUE',
    phrase:
      'Une contestation acceptée a sa remise ; tant qu’elle attend sa réponse, la somme est contestée, ou rendue.',
    sql: `SELECT d.id FROM demandes d JOIN indus i ON i.id = (d.faits ->> 'reference')::uuid
      WHERE d.nature = 'CONTESTATION_INDU' AND (
        (d.etat = 'ACCEPTEE' AND NOT EXISTS (SELECT FROM remises_indus m WHERE m.demande_id = d.id))
        OR (d.etat IN ('ENVOYEE', 'PRISE', 'PIECE_DEMANDEE') AND i.etat NOT IN ('CONTESTE', 'SOLDE')))`,
  },
  {
    code: 'CREANCIER_JAMAIS_TROP_PAYE',
    phrase: 'Personne n’a reçu plus que ce qui lui était dû ; personne n’a rendu plus que son indu.',
    sql: `SELECT s.compte_id AS id FROM soldes s WHERE (s.nature IN ('PRESTATIONS_ADHERENT', 'PRESTATIONS_TIERS') AND s.debit > s.credit)
      OR (s.nature IN ('INDUS_ADHERENT', 'INDUS_TIERS') AND s.credit > s.debit)`,
  },
  {
    code: 'AIDE_VERSEE',
    phrase: 'Chaque aide accordée debout a sa prestation, pour son montant ; une aide annulée a été reprise.',
    sql: `SELECT a.id FROM aides_accordees a JOIN prestations p ON p.id = a.prestation_id WHERE p.part_mutuelle <> a.montant
      OR (a.annulee_le IS NULL AND p.etat = 'ANNULEE')`,
  },
  {
    code: 'AVANCE_AU_LIVRE',
    phrase: 'Ce qu’un contrat doit rendre de ses avances est ce qui lui a été versé, moins ce qu’il a rendu.',
    sql: `SELECT a.id FROM adhesions a LEFT JOIN soldes s ON s.adhesion_id = a.id AND s.nature = 'AVANCES_ADHERENT'
      LEFT JOIN LATERAL (SELECT sum(v.montant - coalesce((SELECT sum(r.montant) FROM reglements_avances r WHERE r.avance_id = v.id), 0)) AS reste
        FROM avances_sante v WHERE v.adhesion_id = a.id AND v.etat IN ('VERSEE', 'SOLDEE')) v ON true
      WHERE coalesce(s.debit - s.credit, 0) <> coalesce(v.reste, 0)`,
  },
  {
    code: 'AVANCE_SOLDEE',
    phrase: 'Une avance est soldée quand tout en a été rendu.',
    sql: `SELECT v.id FROM avances_sante v WHERE v.etat IN ('VERSEE', 'SOLDEE') AND (v.etat = 'SOLDEE') <>
      (v.montant = coalesce((SELECT sum(r.montant) FROM reglements_avances r WHERE r.avance_id = v.id), 0))`,
  },
  {
    code: 'ECHEANCIER_EXACT',
    phrase: 'Les échéances debout d’un contrat pour une année font le total de son dernier échéancier.',
    sql: `SELECT c.id FROM echeanciers c WHERE NOT EXISTS (SELECT FROM echeanciers s WHERE s.adhesion_id = c.adhesion_id
        AND s.annee = c.annee AND s.version > c.version) AND c.total <> coalesce((SELECT sum(e.montant) FROM echeances e
        JOIN echeanciers v ON v.id = e.echeancier_id
        WHERE v.adhesion_id = c.adhesion_id AND v.annee = c.annee AND e.etat <> 'REMPLACEE'), 0)`,
  },
  {
    code: 'ECHEANCE_AU_LIVRE',
    phrase: 'Ce qui est appelé, prélevé ou payé d’une échéance est au grand livre pour son montant.',
    sql: `SELECT e.id FROM echeances e WHERE e.etat IN ('APPELEE', 'PAYEE', 'REJETEE') AND e.montant <> 0 AND NOT EXISTS
      (SELECT FROM ecritures l WHERE l.operation = 'APPEL_COTISATION' AND l.piece_id = e.id AND l.montant = abs(e.montant))`,
  },
  {
    code: 'ECHEANCE_REMPLACEE_AU_LIVRE',
    phrase: 'Une échéance remplacée n’est plus appelée au grand livre ; une échéance debout l’est encore.',
    sql: `SELECT e.id FROM echeances e JOIN ecritures a ON a.operation = 'APPEL_COTISATION' AND a.piece_id = e.id
      WHERE (e.etat = 'REMPLACEE') <> EXISTS (SELECT FROM ecritures l WHERE l.operation = 'ANNULATION_APPEL' AND l.piece_id = e.id)`,
  },
  {
    code: 'ECHEANCE_PAYEE_UNE_FOIS',
    phrase:
      'Une cotisation payée l’est par un seul prélèvement parti, ou par un seul encaissement noté ; une cotisation rendue, par un seul virement.',
    sql: `SELECT e.id FROM echeances e WHERE e.etat = 'PAYEE' AND e.montant <> 0 AND 1 <>
      (SELECT count(*) FROM ordres_echeances l JOIN ordres_bancaires o ON o.id = l.ordre_id
        WHERE l.echeance_id = e.id AND l.vivant AND o.etat IN ('EMIS', 'EXECUTE'))
      + (SELECT count(*) FROM ecritures r WHERE r.operation = 'ENCAISSEMENT' AND r.piece_id = e.id AND r.montant = e.montant)`,
  },
  {
    code: 'COMPTE_COTISATIONS_EXACT',
    phrase:
      'Le compte de cotisations d’un contrat vaut ce qui lui est appelé et n’est pas réglé, moins ce qu’on lui doit.',
    sql: `SELECT s.compte_id AS id FROM soldes s WHERE s.nature = 'COTISATIONS_ADHERENT' AND s.debit - s.credit <>
      coalesce((SELECT sum(e.montant) FROM echeances e JOIN ecritures l ON l.operation = 'APPEL_COTISATION' AND l.piece_type = 'echeance'
          AND l.piece_id = e.id
        WHERE e.adhesion_id = s.adhesion_id AND e.etat NOT IN ('REMPLACEE', 'PAYEE')), 0)`,
  },
  {
    code: 'RENDU_PLUS_GARDE',
    phrase:
      'Quand un contrat finit, ce qui est rendu de ses cotisations et ce qui en est gardé font ce qui a été payé.',
    sql: `SELECT v.id FROM (SELECT DISTINCT ON (c.adhesion_id, c.annee) c.* FROM echeanciers c JOIN adhesions a ON a.id = c.adhesion_id
        WHERE a.date_fin IS NOT NULL ORDER BY c.adhesion_id, c.annee, c.version DESC) v
      JOIN LATERAL (SELECT -sum(e.montant) FILTER (WHERE e.montant < 0) AS rendu,
          sum(e.montant) FILTER (WHERE e.montant > 0 AND (e.etat = 'PAYEE'
            OR EXISTS (SELECT FROM ordres_echeances o WHERE o.echeance_id = e.id AND o.vivant))) AS paye,
          bool_or(e.montant > 0 AND e.etat <> 'PAYEE'
            AND NOT EXISTS (SELECT FROM ordres_echeances o WHERE o.echeance_id = e.id AND o.vivant)) AS manque
        FROM echeances e JOIN echeanciers c ON c.id = e.echeancier_id
        WHERE c.adhesion_id = v.adhesion_id AND c.annee = v.annee AND e.etat <> 'REMPLACEE') x ON x.rendu > 0
      WHERE NOT x.manque AND x.rendu + v.total <> x.paye`,
  },
]

export interface Controle {
  readonly code: string
  readonly phrase: string
  /** Rows that break it; the first ones are named. */
  readonly fautes: number
  readonly exemples: readonly string[]
}

const EXEMPLES = 5

async function verifier(tx: Lecture, { code, phrase, sql }: Invariant): Promise<Controle> {
  const lignes = await tx.$queryRawUnsafe<{ id: string }[]>(sql)
  return { code, phrase, fautes: lignes.length, exemples: lignes.slice(0, EXEMPLES).map((l) => l.id) }
}

/** Every invariant, on one consistent look at the base. */
export async function verifierComptes(): Promise<readonly Controle[]> {
  return lire(SYSTEME, async (tx) => {
    const controles: Controle[] = []
    for (const invariant of INVARIANTS) controles.push(await verifier(tx, invariant))
    return controles
  })
}
