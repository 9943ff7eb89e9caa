import { buffer } from 'node:stream/consumers'
import type { LotPret } from '@/lib/flux/sepa/emission'
import type { Libelle } from '@/lib/flux/sepa/lot'
import { preparerPrelevements } from '@/lib/flux/sepa/prelevements'
import { preparerVirements } from '@/lib/flux/sepa/virements'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { montant } from '@/lib/rules/montant/montant'
import { instantMetier, maintenant } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { organisme } from '@/lib/server/organisme'
import { SYSTEME } from '@/lib/server/portee'
import { ranger } from '@/lib/server/stockage/fichiers'
import { type Mouvement, passer } from '@/lib/services/grand-livre/mutations'
import { type LotLu, loadOrdres, lockLot, type OrdreLu } from '@/lib/services/lot-bancaire/data'

export class LotNonEmis extends Error {
  override readonly name = 'LotNonEmis'
}

/**
 * Writes the file of a checked batch, once: bytes first, then in one transaction the batch, its orders, what they settle and the ledger.
 * Killed before the commit, nothing left: the bytes are an orphan that no batch names. Called again on an emitted batch, does nothing.
 * `instant`: the moment that the file bears, now unless a past is being told. @throws {LotNonEmis} when it was not checked. @throws {LotRefuse} naming each faulty order.
 */
export async function emettreLot(
  lotId: string,
  instant: Date = instantMetier(),
): Promise<{ readonly emis: boolean }> {
  return ecrire(SYSTEME, async (client) => {
    const lot = await lockLot(client, lotId)
    if (lot?.etat === 'EMIS' || lot?.etat === 'RAPPROCHE') return { emis: false }
    if (lot?.etat !== 'VALIDE') throw new LotNonEmis('un lot part après contrôle par une seconde personne')
    const pret = await controler(client, lot, instant)
    const octets = await buffer(pret.ecrire())
    const typeMime = 'application/xml'
    const aRanger = {
      octets,
      typeMime,
      conservation: 'DOCUMENT',
      verdict: 'NON_REQUIS',
      deposeParId: null,
    } as const
    const fichier = await ranger(client, aRanger)
    await client.query(
      `UPDATE lots_bancaires SET etat = 'EMIS', fichier_id = $2, emis_le = $3 WHERE id = $1`,
      [lotId, fichier.id, maintenant()],
    )
    await client.query(`UPDATE ordres_bancaires SET etat = 'EMIS' WHERE lot_id = $1`, [lotId])
    await client.query(lot.sens === 'VIREMENT' ? PAYER_PRESTATIONS : PAYER_ECHEANCES, [
      lotId,
      lot.executionLe,
    ])
    await client.query(UTILISER_MANDATS, [lotId, lot.executionLe])
    await passerOrdres(client, lot)
    await journaliser(client, {
      acte: 'LOT_EMIS',
      compteId: null,
      role: 'SYSTEME',
      objetType: 'lot_bancaire',
      objetId: lotId,
      resultat: 'FAIT',
      donnees: { nombre: lot.nombre },
    })
    return { emis: true }
  })
}

const PAYER_PRESTATIONS = `UPDATE prestations p SET etat = 'PAYEE', payee_le = $2 FROM ordres_prestations l
  JOIN ordres_bancaires o ON o.id = l.ordre_id WHERE l.prestation_id = p.id AND l.vivant AND o.lot_id = $1`

const PAYER_ECHEANCES = `UPDATE echeances e SET etat = 'PAYEE', payee_le = $2 FROM ordres_echeances l
  JOIN ordres_bancaires o ON o.id = l.ordre_id WHERE l.echeance_id = e.id AND l.vivant AND o.lot_id = $1`

/** A mandate without a debit for 36 months is worth nothing: the day of the last one is kept. */
const UTILISER_MANDATS = `UPDATE mandats m SET dernier_le = greatest(m.dernier_le, $2::date) FROM ordres_bancaires o
  WHERE o.mandat_id = m.id AND o.lot_id = $1`

/** The totals of the file are those that two people saw. */
async function controler(client: Ecriture, lot: LotLu, instant: Date): Promise<LotPret> {
  const pret = await (lot.sens === 'VIREMENT'
    ? virements(client, lot, instant)
    : prelevements(client, lot, instant))
  if (pret.nombre !== lot.nombre || pret.total !== BigInt(lot.total))
    throw new LotNonEmis('les ordres du lot ne font plus son total')
  return pret
}

const libelle = (objet: Libelle['objet'], ordre: OrdreLu, jour: DateCivile): Libelle => ({
  objet,
  periode: jour.slice(0, 7),
  reference: ordre.endToEndId.slice(-12),
})

function virements(client: Ecriture, lot: LotLu, creeLe: Date): Promise<LotPret> {
  const { banque } = organisme()
  async function* operations() {
    for await (const ordre of loadOrdres(client, lot.id))
      yield {
        endToEndId: ordre.endToEndId,
        montant: montant(ordre.montant),
        beneficiaire: { nom: ordre.titulaire, iban: ordre.iban },
        libelle: libelle(
          ordre.tiersId === null ? 'REMBOURSEMENT_SANTE' : 'FACTURE_TIERS_PAYANT',
          ordre,
          lot.executionLe,
        ),
      }
  }
  return preparerVirements(
    {
      messageId: lot.msgId,
      creeLe,
      donneurOrdre: { nom: banque.titulaire, iban: banque.iban },
      groupes: [{ dateExecution: lot.executionLe, operations }],
    },
    banque.formatVirement,
  )
}

function prelevements(client: Ecriture, lot: LotLu, creeLe: Date): Promise<LotPret> {
  const { banque, ics } = organisme()
  async function* operations() {
    for await (const ordre of loadOrdres(client, lot.id)) {
      if (ordre.mandat === null) throw new LotNonEmis('un prélèvement est sans mandat')
      yield {
        endToEndId: ordre.endToEndId,
        montant: montant(ordre.montant),
        debiteur: { nom: ordre.titulaire, iban: ordre.iban },
        mandat: { rum: ordre.mandat.rum, dateSignature: ordre.mandat.signeLe },
        libelle: libelle('COTISATION', ordre, lot.executionLe),
      }
    }
  }
  return preparerPrelevements(
    {
      messageId: lot.msgId,
      creeLe,
      creancier: { nom: banque.titulaire, iban: banque.iban, ics },
      // The first collection of a mandate may be RCUR since November 2016.
      groupes: [{ sequence: 'RCUR', dateEcheance: lot.executionLe, operations }],
    },
    banque.formatPrelevement,
  )
}

/** Orders written in the ledger at once. */
const LOT_LIVRE = 5_000

async function passerOrdres(client: Ecriture, lot: LotLu): Promise<void> {
  let mouvements: Mouvement[] = []
  for await (const ordre of loadOrdres(client, lot.id)) {
    mouvements.push(mouvementDe(ordre, lot))
    if (mouvements.length < LOT_LIVRE) continue
    await passer(client, mouvements)
    mouvements = []
  }
  await passer(client, mouvements)
}

function mouvementDe(ordre: OrdreLu, lot: LotLu): Mouvement {
  const piece = {
    jour: lot.executionLe,
    montant: ordre.montant,
    pieceType: 'ordre',
    pieceId: ordre.id,
  } as const
  const banque = { nature: 'BANQUE_EN_ATTENTE' } as const
  if (lot.sens === 'PRELEVEMENT') {
    const credit = { nature: 'COTISATIONS_ADHERENT', titulaire: ordre.adhesionId ?? '' } as const
    return { ...piece, operation: 'ENCAISSEMENT', debit: banque, credit }
  }
  const debit =
    ordre.tiersId === null
      ? ({ nature: 'PRESTATIONS_ADHERENT', titulaire: ordre.adhesionId ?? '' } as const)
      : ({ nature: 'PRESTATIONS_TIERS', titulaire: ordre.tiersId } as const)
  return { ...piece, operation: 'VERSEMENT', debit, credit: banque }
}
