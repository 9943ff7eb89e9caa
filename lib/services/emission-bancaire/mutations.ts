import type { LotPret } from '@/lib/flux/sepa/emission'
import { LotChange, LotRefuse } from '@/lib/flux/sepa/faute'
import type { Libelle } from '@/lib/flux/sepa/lot'
import { preparerPrelevements } from '@/lib/flux/sepa/prelevements'
import { preparerVirements } from '@/lib/flux/sepa/virements'
import { PHRASES_LOT } from '@/lib/lexique/banque'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { montant } from '@/lib/rules/montant/montant'
import { instantMetier } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { organisme } from '@/lib/server/organisme'
import { pointArret } from '@/lib/server/point-arret'
import { SYSTEME } from '@/lib/server/portee'
import { ranger } from '@/lib/server/stockage/fichiers'
import { type Mouvement, passer } from '@/lib/services/grand-livre/mutations'
import { type LotLu, loadOrdres, lockLot, lotPerime, type OrdreLu } from '@/lib/services/lot-bancaire/data'

export class LotNonEmis extends Error {
  override readonly name = 'LotNonEmis'
}

/** A batch no longer as it was checked: its staff must look at it. The message is a sentence for them. */
export const estRefusDefinitif = (erreur: unknown): erreur is LotNonEmis | LotRefuse | LotChange =>
  erreur instanceof LotNonEmis || erreur instanceof LotRefuse || erreur instanceof LotChange

/**
 * Writes the file of a checked batch, once: bytes first, then in one transaction the batch, its orders, what they settle and the ledger.
 * Killed before the commit, nothing left: the bytes are an orphan that no batch names. Called again on an emitted batch, does nothing.
 * @param creeLe what the file says of the moment it was made; the demonstration writes those of the past.
 * @throws {LotNonEmis} when it was not checked. @throws {LotRefuse} naming each faulty order.
 */
export async function emettreLot(
  lotId: string,
  creeLe: Date = instantMetier(),
): Promise<{ readonly emis: boolean }> {
  const issue = await ecrire(SYSTEME, async (client) => {
    const lot = await lockLot(client, lotId)
    if (lot?.etat === 'EMIS' || lot?.etat === 'RAPPROCHE') return { emis: false }
    if (lot?.etat !== 'VALIDE') throw new LotNonEmis(PHRASES_LOT.NON_VALIDE)
    if (await lotPerime(client, lotId)) throw new LotNonEmis(PHRASES_LOT.PERIME)
    const pret = await controler(client, lot, creeLe)
    pointArret('LOT_CONTROLE')
    const typeMime = 'application/xml'
    const aRanger = {
      octets: enOctets(pret),
      typeMime,
      conservation: 'DOCUMENT',
      verdict: 'NON_REQUIS',
      deposeParId: null,
    } as const
    const fichier = await ranger(client, aRanger)
    pointArret('FICHIER_RANGE')
    await client.query(
      `UPDATE lots_bancaires SET etat = 'EMIS', emission_refus = NULL, fichier_id = $2, emis_le = $3 WHERE id = $1`,
      [lotId, fichier.id, creeLe],
    )
    await client.query(`UPDATE ordres_bancaires SET etat = 'EMIS' WHERE lot_id = $1`, [lotId])
    for (const payer of [PAYER_PRESTATIONS, PAYER_ECHEANCES, PAYER_AVANCES])
      await client.query(payer, [lotId, lot.executionLe])
    await client.query(UTILISER_MANDATS, [lotId, lot.executionLe])
    pointArret('ORDRES_EMIS')
    await passerOrdres(client, lot)
    pointArret('LIVRE_PASSE')
    await journaliser(client, {
      acte: 'LOT_EMIS',
      compteId: null,
      role: 'SYSTEME',
      objetType: 'lot_bancaire',
      objetId: lotId,
      resultat: 'FAIT',
      donnees: { nombre: lot.nombre },
    })
    pointArret('EMISSION_ECRITE')
    return { emis: true }
  })
  pointArret('LOT_EMIS')
  return issue
}

async function* enOctets(pret: LotPret): AsyncGenerator<Uint8Array> {
  for await (const morceau of pret.ecrire()) {
    yield Buffer.from(morceau)
    pointArret('FICHIER_COMMENCE')
  }
}

const PAYER_PRESTATIONS = `UPDATE prestations p SET etat = 'PAYEE', payee_le = $2, compte_propre = b.personne_id IS NOT NULL
  FROM ordres_prestations l JOIN ordres_bancaires o ON o.id = l.ordre_id LEFT JOIN comptes_bancaires b ON b.id = o.compte_bancaire_id
  WHERE l.prestation_id = p.id AND l.vivant AND o.lot_id = $1`

const PAYER_ECHEANCES = `UPDATE echeances e SET etat = 'PAYEE', payee_le = $2 FROM ordres_echeances l
  JOIN ordres_bancaires o ON o.id = l.ordre_id WHERE l.echeance_id = e.id AND l.vivant AND o.lot_id = $1`

const PAYER_AVANCES = `UPDATE avances_sante v SET etat = 'VERSEE', versee_le = $2 FROM ordres_avances l
  JOIN ordres_bancaires o ON o.id = l.ordre_id WHERE l.avance_id = v.id AND l.vivant AND o.lot_id = $1`

/** A mandate without a debit for 36 months is worth nothing: the day of the last one is kept. */
const UTILISER_MANDATS = `UPDATE mandats m SET dernier_le = greatest(m.dernier_le, $2::date) FROM ordres_bancaires o
  WHERE o.mandat_id = m.id AND o.lot_id = $1`

/** The totals of the file are those that two people saw. */
async function controler(client: Ecriture, lot: LotLu, creeLe: Date): Promise<LotPret> {
  const ecriture = lot.sens === 'VIREMENT' ? virements : prelevements
  const pret = await ecriture(client, lot, creeLe)
  if (pret.nombre !== lot.nombre || pret.total !== BigInt(lot.total))
    throw new LotNonEmis(PHRASES_LOT.TOTAL_CHANGE)
  return pret
}

const libelle = (objet: Libelle['objet'], ordre: OrdreLu, jour: DateCivile): Libelle => ({
  objet,
  periode: jour.slice(0, 7),
  reference: ordre.endToEndId.slice(-12),
})

const objetDuVirement = ({ objet, tiersId }: OrdreLu): Libelle['objet'] => {
  if (objet === 'COTISATION_RENDUE') return 'REMBOURSEMENT_COTISATION'
  if (objet === 'AVANCE') return 'AVANCE_SANTE'
  return tiersId === null ? 'REMBOURSEMENT_SANTE' : 'FACTURE_TIERS_PAYANT'
}

function virements(client: Ecriture, lot: LotLu, creeLe: Date): Promise<LotPret> {
  const { banque } = organisme()
  async function* operations() {
    for await (const ordre of loadOrdres(client, lot.id))
      yield {
        endToEndId: ordre.endToEndId,
        montant: montant(ordre.montant),
        beneficiaire: { nom: ordre.titulaire, iban: ordre.iban },
        libelle: libelle(objetDuVirement(ordre), ordre, lot.executionLe),
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
      if (ordre.mandat === null) throw new LotNonEmis(PHRASES_LOT.SANS_MANDAT)
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
  const cotisations = { nature: 'COTISATIONS_ADHERENT', titulaire: ordre.adhesionId ?? '' } as const
  if (ordre.objet === 'COTISATION')
    return { ...piece, operation: 'ENCAISSEMENT', debit: banque, credit: cotisations }
  if (ordre.objet === 'COTISATION_RENDUE')
    return { ...piece, operation: 'RENDU_COTISATION', debit: cotisations, credit: banque }
  if (ordre.objet === 'AVANCE') {
    const avances = { nature: 'AVANCES_ADHERENT', titulaire: ordre.adhesionId ?? '' } as const
    return { ...piece, operation: 'VERSEMENT', debit: avances, credit: banque }
  }
  const debit =
    ordre.tiersId === null
      ? ({ nature: 'PRESTATIONS_ADHERENT', titulaire: ordre.adhesionId ?? '' } as const)
      : ({ nature: 'PRESTATIONS_TIERS', titulaire: ordre.tiersId } as const)
  return { ...piece, operation: 'VERSEMENT', debit, credit: banque }
}
