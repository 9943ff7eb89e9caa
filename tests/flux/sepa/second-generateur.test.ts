import fc from 'fast-check'
import { XmlDocument } from 'libxml2-wasm'
import sepa from 'sepa'
import { describe, expect, test } from 'vitest'
import type { LotPrelevements, LotVirements } from '@/lib/flux/sepa/lot'
import { preparerPrelevements } from '@/lib/flux/sepa/prelevements'
import { preparerVirements } from '@/lib/flux/sepa/virements'
import {
  ecrireTout,
  ICS,
  LOT_PRELEVEMENTS_HOSTILE,
  LOT_VIREMENTS_HOSTILE,
  valeurs,
  validerXsd,
} from '@/tests/support/sepa'

// The npm package `sepa` writes the same operations from the fields of our file (names already in the banks' alphabet, which it does
// not convert), and a third reader (libxml2, XPath) says whether the two files say the same.

function lire(xml: string, format: string): Record<string, unknown> {
  const document = XmlDocument.fromString(xml)
  const ns = { i: `urn:iso:std:iso:20022:tech:xsd:${format}` }
  const tous = (chemin: string) => document.find(chemin, ns).map((noeud) => noeud.content)
  const operation = format.startsWith('pain.008') ? 'DrctDbtTxInf' : 'CdtTrfTxInf'
  const personne = format.startsWith('pain.008') ? 'Dbtr' : 'Cdtr'
  try {
    return {
      entete: [...tous('//i:GrpHdr/i:MsgId'), ...tous('//i:GrpHdr/i:NbOfTxs')],
      total: Number(tous('//i:GrpHdr/i:CtrlSum')[0]).toFixed(2),
      groupes: tous('//i:PmtInf/i:NbOfTxs'),
      totaux: tous('//i:PmtInf/i:CtrlSum').map((t) => Number(t).toFixed(2)),
      dates: [...tous('//i:ReqdColltnDt'), ...tous('//i:ReqdExctnDt')],
      sequences: tous('//i:SeqTp'),
      ids: tous(`//i:${operation}/i:PmtId/i:EndToEndId`),
      montants: tous(`//i:${operation}//i:InstdAmt`).map((t) => Number(t).toFixed(2)),
      noms: tous(`//i:${operation}/i:${personne}/i:Nm`),
      comptes: tous(`//i:${operation}/i:${personne}Acct/i:Id/i:IBAN`),
      mandats: tous('//i:MndtId'),
      signatures: tous('//i:DtOfSgntr'),
      creancier: tous('//i:PmtInf/i:CdtrSchmeId//i:Othr/i:Id'),
      libelles: tous(`//i:${operation}/i:RmtInf/i:Ustrd`),
    }
  } finally {
    document.dispose()
  }
}

type Info = ReturnType<InstanceType<typeof sepa.Document>['createPaymentInfo']>

/** The texts of our file that `sepa` cannot make itself. */
interface Textes {
  readonly nom: string
  readonly libelle: string
}

function textes(xml: string): Textes[] {
  return xml
    .split(/<DrctDbtTxInf>|<CdtTrfTxInf>/)
    .slice(1)
    .map((operation) => {
      const corps = operation.replace(/<AmdmntInfDtls>.*<\/AmdmntInfDtls>/, '')
      return { nom: valeurs(corps, 'Nm')[0] ?? '', libelle: valeurs(corps, 'Ustrd')[0] ?? '' }
    })
}

const sansBlanc = (iban: string): string => iban.replaceAll(' ', '')
const jour = (date: string): Date => new Date(`${date}T00:00:00Z`)

function document(format: string, messageId: string, creeLe: Date, xml: string) {
  const doc = new sepa.Document(format)
  doc.grpHdr.id = messageId
  doc.grpHdr.created = creeLe
  doc.grpHdr.initiatorName = valeurs(xml, 'Nm')[0] ?? ''
  return doc
}

function ajouter(info: Info, operation: { endToEndId: string; montant: number }, { libelle }: Textes) {
  const tx = info.createTransaction()
  tx.end2endId = operation.endToEndId
  // Its amounts are floats: the nearest to the cents.
  tx.amount = operation.montant / 100
  tx.remittanceInfo = libelle
  return tx
}

async function prelevementsParSepa(lot: LotPrelevements, xml: string, format: string): Promise<string> {
  const doc = document(format, lot.messageId, lot.creeLe, xml)
  const lus = textes(xml)
  let rang = 0
  for (const groupe of lot.groupes) {
    const info = doc.createPaymentInfo()
    info.collectionDate = jour(groupe.dateEcheance)
    info.sequenceType = groupe.sequence
    info.creditorIBAN = sansBlanc(lot.creancier.iban)
    info.creditorName = valeurs(xml, 'Nm')[0] ?? ''
    info.creditorId = ICS
    doc.addPaymentInfo(info)
    for await (const operation of groupe.operations()) {
      const lu = lus[rang] ?? { nom: '', libelle: '' }
      const tx = ajouter(info, operation, lu)
      tx.debtorName = lu.nom
      tx.debtorIBAN = sansBlanc(operation.debiteur.iban)
      tx.mandateId = operation.mandat.rum
      tx.mandateSignatureDate = jour(operation.mandat.dateSignature)
      info.addTransaction(tx)
      rang += 1
    }
  }
  return doc.toString()
}

async function virementsParSepa(lot: LotVirements, xml: string, format: string): Promise<string> {
  const doc = document(format, lot.messageId, lot.creeLe, xml)
  const lus = textes(xml)
  let rang = 0
  for (const groupe of lot.groupes) {
    const info = doc.createPaymentInfo()
    info.requestedExecutionDate = jour(groupe.dateExecution)
    info.debtorIBAN = sansBlanc(lot.donneurOrdre.iban)
    info.debtorName = valeurs(xml, 'Nm')[0] ?? ''
    doc.addPaymentInfo(info)
    for await (const operation of groupe.operations()) {
      const lu = lus[rang] ?? { nom: '', libelle: '' }
      const tx = ajouter(info, operation, lu)
      tx.creditorName = lu.nom
      tx.creditorIBAN = sansBlanc(operation.beneficiaire.iban)
      info.addTransaction(tx)
      rang += 1
    }
  }
  return doc.toString()
}

describe('un second générateur, lu par un troisième', () => {
  test.each(['pain.008.001.02', 'pain.008.001.08'] as const)(
    '%s : 200 lots hostiles, mêmes opérations',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(LOT_PRELEVEMENTS_HOSTILE, async (lot) => {
          const notre = await ecrireTout(await preparerPrelevements(lot, format))
          const autre = await prelevementsParSepa(lot, notre, format)
          validerXsd(format, autre)
          expect(lire(notre, format)).toEqual(lire(autre, format))
        }),
        { numRuns: 200 },
      )
    },
  )

  test.each(['pain.001.001.03', 'pain.001.001.09'] as const)(
    '%s : 200 lots hostiles, mêmes opérations',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(LOT_VIREMENTS_HOSTILE, async (lot) => {
          const notre = await ecrireTout(await preparerVirements(lot, format))
          const autre = await virementsParSepa(lot, notre, format)
          validerXsd(format, autre)
          expect(lire(notre, format)).toEqual(lire(autre, format))
        }),
        { numRuns: 200 },
      )
    },
  )
})
