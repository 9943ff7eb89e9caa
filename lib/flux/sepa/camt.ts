import type { XmlElement } from 'libxml2-wasm'
import { type Montant, somme } from '@/lib/rules/montant/montant'
import {
  type EcartBancaire,
  type LectureBancaire,
  type NatureRetour,
  RefusBanque,
  type RetourBancaire,
} from './retour'
import { descendre, enfants, identifiant, lireDecimal, lireJour, texte } from './xml'

const CONTENANTS = [
  ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'],
  ['BkToCstmrStmt', 'Stmt'],
] as const

/** Sub-families of the bank transaction code that undo an earlier payment. */
const ANNULATIONS = /^(UPDD|PRDD|RRTN|RPCR)$/
/** Refund asked by the debtor of an authorised direct debit. */
const REMBOURSEMENT = 'MD06'
const LIBELLE_MAX = 140

type Sens = 'CREDIT' | 'DEBIT'

interface Ecriture {
  readonly element: XmlElement
  readonly lieu: string
  readonly compte: string | null
  readonly sens: Sens
  readonly montant: Montant
}

/** Debit and credit notifications (camt.054) and statements (camt.053): booked entries in euros; the others are told apart. */
export function lireCamt(racine: XmlElement, format: string): LectureBancaire {
  const retours: RetourBancaire[] = []
  const ecarts: EcartBancaire[] = []
  let message: string | null = null
  let vu = false
  for (const [contenant, avis] of CONTENANTS) {
    const corps = descendre(racine, contenant)
    if (corps === null) continue
    vu = true
    message = texte(corps, 'GrpHdr/MsgId')
    for (const compte of enfants(corps, avis)) lireCompte(compte, retours, ecarts)
  }
  if (!vu) throw new RefusBanque('CHAMP_ABSENT', 'BkToCstmr…')
  return { format, message, retours, ecarts }
}

function lireCompte(avis: XmlElement, retours: RetourBancaire[], ecarts: EcartBancaire[]): void {
  const compte = texte(avis, 'Acct/Id/IBAN')
  const nom = texte(avis, 'Id') ?? '?'
  for (const [i, element] of enfants(avis, 'Ntry').entries()) {
    const lieu = `${nom}, écriture ${i + 1}`
    const statut = texte(element, 'Sts/Cd') ?? texte(element, 'Sts')
    if (statut !== 'BOOK') {
      ecarts.push({ code: 'NON_COMPTABILISE', lieu })
      continue
    }
    const brut = montantDe(element, 'Amt', lieu)
    if (brut === null || brut === 'DEVISE') {
      ecarts.push({ code: brut ?? 'MONTANT_ABSENT', lieu })
      continue
    }
    const ecriture = { element, lieu, compte, sens: sensDe(element, lieu, null), montant: brut }
    lireEcriture(ecriture, retours, ecarts)
  }
}

function lireEcriture(ecriture: Ecriture, retours: RetourBancaire[], ecarts: EcartBancaire[]): void {
  const { element, lieu, montant } = ecriture
  const operations = enfants(element, 'NtryDtls').flatMap((details) => enfants(details, 'TxDtls'))
  if (operations.length === 0) {
    retours.push({ ...ligne(ecriture, element, montant), ...groupeDe(element) })
    return
  }
  const lus: RetourBancaire[] = []
  for (const [i, operation] of operations.entries()) {
    const lieuOperation = `${lieu}, opération ${i + 1}`
    const lu = montantOperationDe(operation, lieuOperation)
    const seule = operations.length === 1 && (lu === null || lu === 'DEVISE')
    const montantOperation = seule ? montant : lu
    if (montantOperation === null || montantOperation === 'DEVISE') {
      ecarts.push({ code: montantOperation ?? 'MONTANT_ABSENT', lieu: lieuOperation })
    } else lus.push(ligne({ ...ecriture, lieu: lieuOperation }, operation, montantOperation))
  }
  // Bank charges, most often: the operations are right, the account moved by something else besides.
  const total = somme(lus.map((l) => l.montant ?? montant))
  if (lus.length === operations.length && total !== montant) ecarts.push({ code: 'SOMME_DIFFERENTE', lieu })
  retours.push(...lus)
}

/** A file of ours booked in one line: the bank says which message, which group of it. */
function groupeDe(element: XmlElement): Partial<RetourBancaire> {
  const [lot, autre] = enfants(element, 'NtryDtls').flatMap((details) => enfants(details, 'Btch'))
  if (lot === undefined || autre !== undefined) return {}
  return {
    portee: 'GROUPE',
    messageId: identifiant(lot, 'MsgId'),
    groupeId: identifiant(lot, 'PmtInfId'),
  }
}

/** `ou` is the operation, or the entry itself when the bank gives no detail. */
function ligne({ element, lieu, compte, sens }: Ecriture, ou: XmlElement, montant: Montant): RetourBancaire {
  const codeMotif = texte(ou, 'RtrInf/Rsn/Cd') ?? texte(ou, 'RtrInf/Rsn/Prtry')
  const sensOperation = sensDe(ou, lieu, sens)
  const jour = descendre(element, 'BookgDt') ?? descendre(element, 'ValDt')
  const nature = natureDe(element, ou, codeMotif, sensOperation)
  return {
    nature,
    portee: 'OPERATION',
    messageId: identifiant(ou, 'Refs/MsgId'),
    groupeId: identifiant(ou, 'Refs/PmtInfId'),
    endToEndId: identifiant(ou, 'Refs/EndToEndId'),
    mandat: identifiant(ou, 'Refs/MndtId'),
    montant,
    sens: sensOperation,
    date: lireJour(jour === null ? null : (texte(jour, 'Dt') ?? texte(jour, 'DtTm')), `${lieu}, date`),
    codeMotif,
    referenceBanque:
      texte(ou, 'Refs/AcctSvcrRef') ?? texte(element, 'AcctSvcrRef') ?? texte(element, 'NtryRef'),
    compte,
    libelle:
      nature === 'CREDIT' || nature === 'DEBIT'
        ? (texte(ou, 'RmtInf/Ustrd')?.slice(0, LIBELLE_MAX) ?? null)
        : null,
  }
}

function natureDe(element: XmlElement, ou: XmlElement, code: string | null, sens: Sens): NatureRetour {
  if (code === REMBOURSEMENT) return 'REMBOURSEMENT'
  const famille =
    texte(ou, 'BkTxCd/Domn/Fmly/SubFmlyCd') ?? texte(element, 'BkTxCd/Domn/Fmly/SubFmlyCd') ?? ''
  const annule = texte(element, 'RvslInd') === 'true' || ANNULATIONS.test(famille)
  return code !== null || descendre(ou, 'RtrInf') !== null || annule ? 'RETOUR' : sens
}

function sensDe(element: XmlElement, lieu: string, defaut: Sens | null): Sens {
  const lu = texte(element, 'CdtDbtInd')
  if (lu === 'CRDT') return 'CREDIT'
  if (lu === 'DBIT') return 'DEBIT'
  if (defaut === null || lu !== null) throw new RefusBanque('CHAMP_ABSENT', `${lieu}, CdtDbtInd`)
  return defaut
}

function montantDe(element: XmlElement, chemin: string, lieu: string): Montant | 'DEVISE' | null {
  const trouve = descendre(element, chemin)
  if (trouve === null) return null
  return trouve.attr('Ccy')?.value === 'EUR' ? lireDecimal(trouve.content.trim(), lieu) : 'DEVISE'
}

/** What was ordered, for a return, even when the bank took its charges in the same line; the first amount in euros otherwise. */
function montantOperationDe(operation: XmlElement, lieu: string): Montant | 'DEVISE' | null {
  const [ordonne = null, ...dits] = ['AmtDtls/InstdAmt/Amt', 'Amt', 'AmtDtls/TxAmt/Amt'].map((chemin) =>
    montantDe(operation, chemin, lieu),
  )
  const revient = descendre(operation, 'RtrInf') !== null
  const lus = revient ? [ordonne, ...dits] : [...dits, ordonne]
  const euros = lus.find((lu) => lu !== null && lu !== 'DEVISE')
  return euros ?? (lus.includes('DEVISE') ? 'DEVISE' : null)
}
