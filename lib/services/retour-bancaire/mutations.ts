import { createHash } from 'node:crypto'
import { lireFichierBancaire } from '@/lib/flux/sepa/lecture'
import type { RetourBancaire } from '@/lib/flux/sepa/retour'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { expliquerMotifBancaire, PHRASES_LOT } from '@/lib/lexique/banque'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { type Mouvement, passer } from '@/lib/services/grand-livre/mutations'
import { peutPreparerLot } from '@/lib/services/lot-bancaire/access'
import { lockLotDuMessage, lockOrdres, type OrdreRevenu } from './data'

export interface CompteRetours {
  /** Payments that came back, and were not yet known to. */
  readonly nouveaux: number
  readonly dejaLus: number
  /** Batches whose movement the statement shows, for the first time. */
  readonly rapproches: number
  /** Returned payments that are not ours, or lines of the account that are not returns: for a person to look at. */
  readonly aRapprocher: readonly RetourBancaire[]
  readonly ecarts: number
}

const REVENU: ReadonlySet<RetourBancaire['nature']> = new Set(['REJET', 'RETOUR', 'REMBOURSEMENT'] as const)

/**
 * Reads a file of the bank: each payment that came back is owed again, once, however often and by however many files it is told.
 * @throws {RefusBanque} nothing of it is kept. @throws {SaisieRefusee} when the role forbids it.
 */
export async function lireRetours(acteur: PorteeGestion, octets: Uint8Array): Promise<CompteRetours> {
  if (!peutPreparerLot(acteur)) throw new SaisieRefusee({ champ: '', message: PHRASES_LOT.ROLE })
  const { retours, ecarts } = await lireFichierBancaire([octets])
  const empreinte = createHash('sha256').update(octets).digest()
  return ecrire(SYSTEME, async (client) => {
    let [nouveaux, dejaLus, rapproches] = [0, 0, 0]
    const aRapprocher: RetourBancaire[] = []
    for (const retour of retours) {
      const ordres = REVENU.has(retour.nature) ? await lockOrdres(client, retour) : []
      const lot = ordres.length === 0 ? await rapprocherLot(client, retour) : 'AUTRE'
      if (lot === 'RAPPROCHE') rapproches += 1
      if (lot === 'INCONNU') aRapprocher.push(retour)
      for (const ordre of ordres) {
        if (await constaterRetour(client, ordre, retour, empreinte)) nouveaux += 1
        else dejaLus += 1
      }
    }
    await journaliser(client, {
      acte: 'RETOURS_LUS',
      compteId: acteur.compteId,
      role: acteur.role,
      objetType: 'lot_bancaire',
      objetId: null,
      resultat: 'FAIT',
      donnees: { nouveaux, dejaLus, rapproches, aRapprocher: aRapprocher.length },
    })
    return { nouveaux, dejaLus, rapproches, aRapprocher, ecarts: ecarts.length }
  })
}

/**
 * The one line by which the bank books a whole batch: the account moved by what the batch says, less what was refused before. Its orders
 * are carried out, and what was on its way is on the account.
 */
async function rapprocherLot(
  client: Ecriture,
  retour: RetourBancaire,
): Promise<'RAPPROCHE' | 'AUTRE' | 'INCONNU'> {
  if (retour.portee !== 'GROUPE' || retour.montant === null || retour.sens === null) return 'INCONNU'
  const lot = await lockLotDuMessage(client, retour)
  if (lot === null || (lot.sens === 'VIREMENT') !== (retour.sens === 'DEBIT')) return 'INCONNU'
  if (lot.etat === 'RAPPROCHE') return 'AUTRE'
  if (retour.montant !== lot.total && retour.montant !== lot.total - lot.rejete) return 'INCONNU'
  const [attente, banque] = [{ nature: 'BANQUE_EN_ATTENTE' }, { nature: 'BANQUE' }] as const
  const sort = lot.sens === 'VIREMENT'
  await passer(client, [
    {
      jour: retour.date,
      operation: 'RAPPROCHEMENT',
      debit: sort ? attente : banque,
      credit: sort ? banque : attente,
      montant: retour.montant,
      pieceType: 'lot',
      pieceId: lot.id,
    },
  ])
  await client.query(
    `UPDATE ordres_bancaires SET etat = 'EXECUTE', denoue_le = $2 WHERE lot_id = $1 AND etat = 'EMIS'`,
    [lot.id, retour.date],
  )
  await client.query(`UPDATE lots_bancaires SET etat = 'RAPPROCHE' WHERE id = $1`, [lot.id])
  return 'RAPPROCHE'
}

/** @returns false when the order was already known to be back. */
async function constaterRetour(
  client: Ecriture,
  ordre: OrdreRevenu,
  retour: RetourBancaire,
  empreinte: Buffer,
): Promise<boolean> {
  const code = retour.codeMotif ?? 'NARR'
  await client.query(
    `INSERT INTO retours_bancaires (ordre_id, nature, code, jour, montant, empreinte) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT DO NOTHING`,
    [ordre.id, retour.nature, code, retour.date, ordre.montant, empreinte],
  )
  if (ordre.etat === 'REJETE') return false
  await client.query(
    `UPDATE ordres_bancaires SET etat = 'REJETE', code_retour = $2, denoue_le = $3 WHERE id = $1`,
    [ordre.id, code, retour.date],
  )
  await passer(client, [mouvementDe(ordre, retour)])
  for (const rendre of [RENDRE_PRESTATIONS, RENDRE_ECHEANCES, RENDRE_AVANCES])
    await client.query(rendre, [ordre.id])
  for (const table of ['ordres_prestations', 'ordres_echeances', 'ordres_avances'])
    await client.query(`UPDATE ${table} SET vivant = false WHERE ordre_id = $1`, [ordre.id])
  await suivre(client, ordre, retour, code)
  return true
}

const RENDRE_PRESTATIONS = `UPDATE prestations p SET etat = 'A_PAYER', payee_le = NULL, compte_propre = false FROM ordres_prestations l
  WHERE l.prestation_id = p.id AND l.ordre_id = $1 AND l.vivant`

const RENDRE_ECHEANCES = `UPDATE echeances e SET etat = 'REJETEE', payee_le = NULL FROM ordres_echeances l
  WHERE l.echeance_id = e.id AND l.ordre_id = $1 AND l.vivant`

const RENDRE_AVANCES = `UPDATE avances_sante v SET etat = 'A_VERSER', versee_le = NULL FROM ordres_avances l
  WHERE l.avance_id = v.id AND l.ordre_id = $1 AND l.vivant`

function mouvementDe(ordre: OrdreRevenu, retour: RetourBancaire): Mouvement {
  const piece = {
    jour: retour.date,
    montant: ordre.montant,
    pieceType: 'ordre',
    pieceId: ordre.id,
  } as const
  const banque = { nature: 'BANQUE_EN_ATTENTE' } as const
  const cotisations = { nature: 'COTISATIONS_ADHERENT', titulaire: ordre.adhesionId ?? '' } as const
  if (ordre.objet === 'COTISATION')
    return { ...piece, operation: 'REJET_PRELEVEMENT', debit: cotisations, credit: banque }
  if (ordre.objet === 'COTISATION_RENDUE')
    return { ...piece, operation: 'REJET_VIREMENT', debit: banque, credit: cotisations }
  if (ordre.objet === 'AVANCE') {
    const avances = { nature: 'AVANCES_ADHERENT', titulaire: ordre.adhesionId ?? '' } as const
    return { ...piece, operation: 'REJET_VIREMENT', debit: banque, credit: avances }
  }
  const credit =
    ordre.tiersId === null
      ? ({ nature: 'PRESTATIONS_ADHERENT', titulaire: ordre.adhesionId ?? '' } as const)
      : ({ nature: 'PRESTATIONS_TIERS', titulaire: ordre.tiersId } as const)
  return { ...piece, operation: 'REJET_VIREMENT', debit: banque, credit }
}

/** What the reason asks for: an account that refuses is not paid again, a mandate that was denied is not used again. */
async function suivre(
  client: Ecriture,
  ordre: OrdreRevenu,
  retour: RetourBancaire,
  code: string,
): Promise<void> {
  const { action } = expliquerMotifBancaire(code)
  if (action === 'NOUVEAU_MANDAT' && ordre.mandatId !== null)
    await client.query(
      'UPDATE mandats SET revoque_le = greatest($2::date, signe_le), fin = $3 WHERE id = $1 AND revoque_le IS NULL',
      [ordre.mandatId, retour.date, code],
    )
  if (!(action === 'DEMANDER_RIB' || action === 'DECES') || ordre.sens !== 'VIREMENT') return
  if (ordre.tiersId !== null)
    await client.query(
      'UPDATE tiers SET iban_chiffre = NULL, iban_fin = NULL WHERE id = $1 AND iban_fin = $2',
      [ordre.tiersId, ordre.ibanFin],
    )
  // Of the contract, or of the same person: one does not lose an account for another's.
  else
    await client.query(
      `UPDATE comptes_bancaires SET au = greatest($2::date, du) WHERE adhesion_id = $1 AND (usage = 'PRESTATIONS' OR $4)
        AND iban_fin = $3 AND (au IS NULL OR au > $2)
        AND personne_id IS NOT DISTINCT FROM (SELECT c.personne_id FROM comptes_bancaires c WHERE c.id = $5)`,
      [
        ordre.adhesionId,
        retour.date,
        ordre.ibanFin,
        ordre.objet === 'COTISATION_RENDUE',
        ordre.compteBancaireId,
      ],
    )
}
