import { randomUUID } from 'node:crypto'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_AVANCE } from '@/lib/lexique/avance-sante'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import type { Montant } from '@/lib/rules/montant/montant'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { passer } from '../grand-livre/mutations'
import { peutPreparerLot } from '../lot-bancaire/access'
import type { OrdreAInscrire } from '../lot-bancaire/mutations'
import { loadAvancesAVerser, lockAvance } from './data'

export interface AvanceAccordee {
  readonly demandeId: string
  readonly adhesionId: string
  readonly personneId: string
  readonly montant: Montant
  readonly mois: number
  readonly decideeLe: DateCivile
  readonly motifs: readonly Motif[]
}

/** Lent from now on, paid by the next batch: nothing is owed before it has left. */
export async function accorderAvance(client: Ecriture, a: AvanceAccordee): Promise<string> {
  const id = randomUUID()
  await client.query(
    `INSERT INTO avances_sante (id, demande_id, adhesion_id, personne_id, etat, montant, mois, decidee_le, motifs)
      VALUES ($1, $2, $3, $4, 'A_VERSER', $5, $6, $7, $8)`,
    [id, a.demandeId, a.adhesionId, a.personneId, a.montant, a.mois, a.decideeLe, JSON.stringify(a.motifs)],
  )
  return id
}

/** Given up while it has not left. False: a batch holds it, or it is paid. */
export async function renoncerAvance(client: Ecriture, id: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE avances_sante v SET etat = 'ANNULEE' WHERE v.id = $1 AND v.etat = 'A_VERSER'
      AND NOT EXISTS (SELECT FROM ordres_avances o WHERE o.avance_id = v.id AND o.vivant)`,
    [id],
  )
  return rowCount === 1
}

/** One transfer for each, whole: it is not set off against what its contract owes. In the caller's transaction, one batch at a time. */
export async function reserverAvances(client: Ecriture, executionLe: DateCivile): Promise<OrdreAInscrire[]> {
  const avances = await loadAvancesAVerser(client, executionLe)
  return avances.map(({ id, ...avance }) => ({
    ...avance,
    tiersId: null,
    mandatId: null,
    prestations: [],
    echeances: [],
    avances: [id],
  }))
}

/** Notes what was given back. Cents. @throws {SaisieRefusee} */
export async function encaisserAvance(
  acteur: PorteeGestion,
  id: string,
  jour: DateCivile,
  montant: Montant,
): Promise<void> {
  if (!peutPreparerLot(acteur)) throw new SaisieRefusee({ champ: '', message: PHRASES_AVANCE.ROLE })
  await ecrire(SYSTEME, async (client) => {
    const avance = await lockAvance(client, id)
    if (avance === null || avance.etat !== 'VERSEE')
      throw new SaisieRefusee({ champ: '', message: PHRASES_AVANCE.INTROUVABLE })
    const reste = avance.montant - avance.rendu
    if (montant > reste) throw new SaisieRefusee({ champ: 'montant', message: PHRASES_AVANCE.TROP })
    const reglementId = randomUUID()
    await client.query(
      'INSERT INTO reglements_avances (id, avance_id, montant, recu_le, saisi_par_id) VALUES ($1, $2, $3, $4, $5)',
      [reglementId, id, montant, jour, acteur.compteId],
    )
    await passer(client, [
      {
        jour,
        operation: 'AVANCE_RENDUE',
        debit: { nature: 'BANQUE_EN_ATTENTE' },
        credit: { nature: 'AVANCES_ADHERENT', titulaire: avance.adhesionId },
        montant,
        pieceType: 'reglement_avance',
        pieceId: reglementId,
      },
    ])
    if (montant === reste) await client.query(`UPDATE avances_sante SET etat = 'SOLDEE' WHERE id = $1`, [id])
    await journaliser(client, {
      acte: 'AVANCE_REGLEE',
      compteId: acteur.compteId,
      role: acteur.role,
      objetType: 'avance_sante',
      objetId: id,
      resultat: 'FAIT',
    })
  })
}
