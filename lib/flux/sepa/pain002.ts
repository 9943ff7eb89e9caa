import type { XmlElement } from 'libxml2-wasm'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Montant } from '@/lib/rules/montant/montant'
import { type EcartBancaire, type LectureBancaire, RefusBanque, type RetourBancaire } from './retour'
import { descendre, enfants, identifiant, lireDecimal, lireJour, texte } from './xml'

const REFUSE = 'RJCT'
/** Accepted, in part, or still waiting: nothing to do. */
const SANS_SUITE = /^(ACCC|ACCP|ACFC|ACSC|ACSP|ACTC|ACWC|ACWP|PART|PATC|PDNG|PRES|RCVD)$/

interface Contexte {
  readonly messageId: string | null
  readonly date: DateCivile
  readonly retours: RetourBancaire[]
  readonly ecarts: EcartBancaire[]
}

/** Customer payment status report, any version: the answer of the bank to a file sent. */
export function lirePain002(racine: XmlElement, format: string): LectureBancaire {
  const rapport = descendre(racine, 'CstmrPmtStsRpt')
  const origine = rapport === null ? null : descendre(rapport, 'OrgnlGrpInfAndSts')
  if (rapport === null || origine === null) throw new RefusBanque('CHAMP_ABSENT', 'OrgnlGrpInfAndSts')
  const contexte: Contexte = {
    messageId: identifiant(origine, 'OrgnlMsgId'),
    date: lireJour(texte(rapport, 'GrpHdr/CreDtTm'), 'GrpHdr/CreDtTm'),
    retours: [],
    ecarts: [],
  }
  const totalOrigine = texte(origine, 'OrgnlCtrlSum')
  lireStatut(texte(origine, 'GrpSts'), 'message', contexte, () => ({
    ...rejet(contexte, origine, null),
    portee: 'MESSAGE',
    montant: totalOrigine === null ? null : lireDecimal(totalOrigine, 'OrgnlCtrlSum'),
  }))
  for (const [i, groupe] of enfants(rapport, 'OrgnlPmtInfAndSts').entries()) {
    lireGroupe(groupe, `groupe ${i + 1}`, contexte)
  }
  const { retours, ecarts } = contexte
  return { format, message: texte(rapport, 'GrpHdr/MsgId'), retours, ecarts }
}

function lireGroupe(groupe: XmlElement, lieu: string, contexte: Contexte): void {
  const groupeId = identifiant(groupe, 'OrgnlPmtInfId')
  const total = texte(groupe, 'OrgnlCtrlSum')
  lireStatut(texte(groupe, 'PmtInfSts'), lieu, contexte, () => ({
    ...rejet(contexte, groupe, groupeId),
    portee: 'GROUPE',
    montant: total === null ? null : lireDecimal(total, `${lieu}, OrgnlCtrlSum`),
  }))
  for (const [i, operation] of enfants(groupe, 'TxInfAndSts').entries()) {
    const lieuOperation = `${lieu}, opération ${i + 1}`
    lireStatut(texte(operation, 'TxSts'), lieuOperation, contexte, () => ({
      ...rejet(contexte, operation, groupeId),
      portee: 'OPERATION',
      endToEndId: identifiant(operation, 'OrgnlEndToEndId'),
      mandat: identifiant(operation, 'OrgnlTxRef/MndtRltdInf/MndtId'),
      montant: montantOrigine(operation, lieuOperation),
      referenceBanque: texte(operation, 'AcctSvcrRef') ?? texte(operation, 'StsId'),
    }))
  }
}

function lireStatut(
  statut: string | null,
  lieu: string,
  { retours, ecarts }: Contexte,
  retour: () => RetourBancaire,
): void {
  if (statut === REFUSE) retours.push(retour())
  else if (statut !== null && !SANS_SUITE.test(statut)) ecarts.push({ code: 'STATUT_INCONNU', lieu })
}

function rejet({ messageId, date }: Contexte, ou: XmlElement, groupeId: string | null): RetourBancaire {
  const raison = enfants(ou, 'StsRsnInf')[0]
  return {
    nature: 'REJET',
    portee: 'OPERATION',
    messageId,
    groupeId,
    endToEndId: null,
    mandat: null,
    montant: null,
    sens: null,
    date,
    codeMotif: raison === undefined ? null : (texte(raison, 'Rsn/Cd') ?? texte(raison, 'Rsn/Prtry')),
    referenceBanque: null,
    compte: null,
    libelle: null,
  }
}

function montantOrigine(operation: XmlElement, lieu: string): Montant | null {
  const lu = texte(operation, 'OrgnlTxRef/Amt/InstdAmt') ?? texte(operation, 'OrgnlTxRef/IntrBkSttlmAmt')
  return lu === null ? null : lireDecimal(lu, lieu)
}
