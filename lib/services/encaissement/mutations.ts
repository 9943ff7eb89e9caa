import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_ENCAISSEMENT, PHRASES_PRELEVEMENT } from '@/lib/lexique/cotisations'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import type { EcheanceAAppeler } from '@/lib/services/echeancier/data'
import { appeler } from '@/lib/services/echeancier/mutations'
import { type Mouvement, passer } from '@/lib/services/grand-livre/mutations'
import { peutPreparerLot } from '@/lib/services/lot-bancaire/access'

/**
 * A contribution came in by cheque, by the employer, or by another means after a debit that failed. Each is paid once, whole.
 * @throws {SaisieRefusee} when the role forbids it, or one of them is already paid or at the bank: then none is noted.
 */
export async function encaisserEcheances(
  acteur: PorteeGestion,
  { echeances, jour }: { readonly echeances: readonly string[]; readonly jour: DateCivile },
): Promise<void> {
  if (!peutPreparerLot(acteur)) throw new SaisieRefusee({ champ: '', message: PHRASES_PRELEVEMENT.ROLE })
  await ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<EcheanceAAppeler>(
      `SELECT e.id, e.adhesion_id AS "adhesionId", e.exigible_le AS "exigibleLe", e.montant FROM echeances e
        WHERE e.id = ANY ($1::uuid[]) AND e.etat IN ('A_VENIR', 'APPELEE', 'REJETEE') AND e.montant > 0
          AND NOT EXISTS (SELECT FROM ordres_echeances o WHERE o.echeance_id = e.id AND o.vivant)
        ORDER BY e.id FOR UPDATE OF e`,
      [echeances],
    )
    if (rows.length === 0 || rows.length !== new Set(echeances).size)
      throw new SaisieRefusee({ champ: '', message: PHRASES_ENCAISSEMENT.DEJA })
    await appeler(client, rows)
    await passer(
      client,
      rows.map((e) => encaissement(e, jour)),
    )
    await client.query(`UPDATE echeances SET etat = 'PAYEE', payee_le = $2 WHERE id = ANY ($1::uuid[])`, [
      echeances,
      jour,
    ])
    await noter(client, acteur, rows)
  })
}

const encaissement = (e: EcheanceAAppeler, jour: DateCivile): Mouvement => ({
  jour,
  operation: 'ENCAISSEMENT',
  debit: { nature: 'BANQUE_EN_ATTENTE' },
  credit: { nature: 'COTISATIONS_ADHERENT', titulaire: e.adhesionId },
  montant: e.montant,
  pieceType: 'echeance',
  pieceId: e.id,
})

const noter = (client: Ecriture, acteur: PorteeGestion, echeances: readonly EcheanceAAppeler[]) =>
  journaliser(client, {
    acte: 'COTISATION_ENCAISSEE',
    compteId: acteur.compteId,
    role: acteur.role,
    objetType: 'echeance',
    objetId: echeances.length === 1 ? (echeances[0]?.id ?? null) : null,
    resultat: 'FAIT',
    donnees: { nombre: echeances.length },
  })
