import type { DateCivile } from '@/lib/rules/date/date-civile'
import { centimes, valeurs } from './sepa'

/** One operation of a file we wrote, read by regular expressions. */
export interface OperationEnvoyee {
  readonly endToEndId: string
  readonly groupeId: string
  readonly centimes: number
  readonly montant: string
  readonly rum: string | null
}

export function operationsEnvoyees(xml: string): OperationEnvoyee[] {
  return xml
    .split('<PmtInf>')
    .slice(1)
    .flatMap((groupe) =>
      groupe
        .split(/<DrctDbtTxInf>|<CdtTrfTxInf>/)
        .slice(1)
        .map((operation) => {
          const montant = valeurs(operation, 'InstdAmt')[0] ?? ''
          return {
            endToEndId: valeurs(operation, 'EndToEndId')[0] ?? '',
            groupeId: valeurs(groupe, 'PmtInfId')[0] ?? '',
            centimes: Number(centimes(montant)),
            montant,
            rum: valeurs(operation, 'MndtId')[0] ?? null,
          }
        }),
    )
}

export interface Refus {
  readonly operation: OperationEnvoyee
  readonly code: string
}

/** A bank's answer to `xml`, rejecting these operations. */
export function pain002(xml: string, refus: readonly Refus[], version = '10'): string {
  const noms = [...new Set(refus.map((r) => r.operation.groupeId))]
  const groupes = noms.map((nom) => [nom, refus.filter((r) => r.operation.groupeId === nom)] as const)
  const corps = groupes.map(
    ([groupe, liste]) =>
      `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${groupe}</OrgnlPmtInfId><PmtInfSts>PART</PmtInfSts>${liste
        .map(
          ({ operation: o, code }, i) =>
            `<TxInfAndSts><StsId>S${i}</StsId><OrgnlEndToEndId>${o.endToEndId}</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>${code}</Cd></Rsn></StsRsnInf><OrgnlTxRef><Amt><InstdAmt Ccy="EUR">${o.montant}</InstdAmt></Amt>${o.rum === null ? '' : `<MndtRltdInf><MndtId>${o.rum}</MndtId></MndtRltdInf>`}</OrgnlTxRef></TxInfAndSts>`,
        )
        .join('')}</OrgnlPmtInfAndSts>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}"><CstmrPmtStsRpt><GrpHdr><MsgId>BANQUE-1</MsgId><CreDtTm>2026-11-05T18:00:00</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>${valeurs(xml, 'MsgId')[0]}</OrgnlMsgId><OrgnlMsgNmId>pain.008</OrgnlMsgNmId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>${corps.join('')}</CstmrPmtStsRpt></Document>`
}

/** One entry of a notification, in the form of the version: 02 has no amount under TxDtls and a plain status. */
export function ecritureRetour(
  messageId: string,
  { operation: o, code }: Refus,
  version: string,
  date: DateCivile,
): string {
  const recente = version === '08'
  const montant = `<Amt Ccy="EUR">${o.montant}</Amt>`
  const sens = o.rum === null ? 'CRDT' : 'DBIT'
  const detail = recente
    ? `${montant}<CdtDbtInd>${sens}</CdtDbtInd>`
    : version === '04'
      ? `${montant}<CdtDbtInd>${sens}</CdtDbtInd>`
      : `<AmtDtls><TxAmt>${montant}</TxAmt></AmtDtls>`
  return `<Ntry>${montant}<CdtDbtInd>${sens}</CdtDbtInd><Sts>${recente ? '<Cd>BOOK</Cd>' : 'BOOK'}</Sts><BookgDt><Dt>${date}</Dt></BookgDt><AcctSvcrRef>B-${o.endToEndId}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>UPDD</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><MsgId>${messageId}</MsgId><PmtInfId>${o.groupeId}</PmtInfId><EndToEndId>${o.endToEndId}</EndToEndId>${o.rum === null ? '' : `<MndtId>${o.rum}</MndtId>`}</Refs>${detail}<RtrInf><Rsn><Cd>${code}</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>`
}

const COMPTES = {
  'camt.054': ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'],
  'camt.053': ['BkToCstmrStmt', 'Stmt'],
  'camt.052': ['BkToCstmrAcctRpt', 'Rpt'],
} as const

export function camt(
  famille: keyof typeof COMPTES,
  version: string,
  iban: string,
  ecritures: string,
): string {
  const [contenant, compte] = COMPTES[famille]
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:${famille}.001.${version}"><${contenant}><GrpHdr><MsgId>BANQUE-2</MsgId><CreDtTm>2026-11-12T06:00:00+01:00</CreDtTm></GrpHdr><${compte}><Id>AVIS-1</Id><CreDtTm>2026-11-12T06:00:00+01:00</CreDtTm><Acct><Id><IBAN>${iban}</IBAN></Id></Acct>${ecritures}</${compte}></${contenant}></Document>`
}
