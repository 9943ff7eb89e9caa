import { ajouterJours, dateCivile } from '@/lib/rules/date/date-civile'
import { agence, balise, compte, decimal, montantEur, partie, schemaCreancier } from './balises'
import {
  ecrireIban,
  ecrireIcs,
  ecrireIdentifiant,
  ecrireLibelle,
  ecrireNom,
  ecrireTitulaire,
  type TitulaireEcrit,
  verifierMontant,
} from './champs-lot'
import { type LotPret, type OperationEcrite, type PlanGroupe, preparer, type TotauxGroupe } from './emission'
import { Controle } from './faute'
import type {
  FormatPrelevement,
  GroupePrelevements,
  LotPrelevements,
  Mandat,
  ModificationMandat,
  Prelevement,
} from './lot'

type BaliseBic = 'BIC' | 'BICFI'

/** Controls a lot of direct debits and prepares its file. @throws {LotRefuse} with every fault, nothing written. */
export async function preparerPrelevements(
  lot: LotPrelevements,
  format: FormatPrelevement,
): Promise<LotPret> {
  const controle = new Controle()
  const bic: BaliseBic = format === 'pain.008.001.02' ? 'BIC' : 'BICFI'
  const creancier = ecrireTitulaire(lot.creancier, 'creancier', controle)
  const ics = ecrireIcs(lot.creancier.ics, 'creancier.ics', controle)
  const communes = [
    partie('Cdtr', creancier),
    compte('CdtrAcct', creancier.iban),
    agence('CdtrAgt', creancier.bic, bic),
    balise('ChrgBr', 'SLEV'),
    schemaCreancier('CdtrSchmeId', ics, null),
  ].join('')
  for (const [i, groupe] of lot.groupes.entries()) verifierEcheance(lot, groupe, i + 1, controle)
  return preparer(
    {
      format,
      racine: 'CstmrDrctDbtInitn',
      messageId: lot.messageId,
      creeLe: lot.creeLe,
      initiateur: creancier.nom,
      groupes: lot.groupes.map((g) => planGroupe(g, lot.comptabilisationGlobale ?? true, communes, bic)),
    },
    controle,
  )
}

function planGroupe(
  groupe: GroupePrelevements,
  globale: boolean,
  communes: string,
  bic: BaliseBic,
): PlanGroupe<Prelevement> {
  const { sequence, dateEcheance } = groupe
  return {
    cle: `${sequence} ${dateEcheance}`,
    operations: groupe.operations,
    ecrire: (operation, controle) => ecrireOperation(operation, groupe, controle, bic),
    entete: ({ groupeId, nombre, total }: TotauxGroupe) =>
      [
        balise('PmtInfId', groupeId),
        balise('PmtMtd', 'DD'),
        balise('BtchBookg', String(globale)),
        balise('NbOfTxs', String(nombre)),
        balise('CtrlSum', decimal(total)),
        `<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl><LclInstrm><Cd>CORE</Cd></LclInstrm>${balise('SeqTp', sequence)}</PmtTpInf>`,
        balise('ReqdColltnDt', dateEcheance),
        communes,
      ].join(''),
  }
}

/** The file reaches the bank the day before at the latest. */
function verifierEcheance(
  lot: LotPrelevements,
  { dateEcheance }: GroupePrelevements,
  rang: number,
  controle: Controle,
): void {
  if (Number.isNaN(lot.creeLe.getTime())) return
  const lendemain = ajouterJours(dateCivile(lot.creeLe.toISOString().slice(0, 10)), 1)
  controle.situer({ groupe: rang })
  if (dateEcheance < lendemain) controle.noter('DATE_PASSEE', 'dateEcheance')
}

function ecrireOperation(
  operation: Prelevement,
  { dateEcheance }: GroupePrelevements,
  controle: Controle,
  bic: BaliseBic,
): OperationEcrite {
  const endToEndId = ecrireIdentifiant(operation.endToEndId, 'endToEndId', controle)
  const centimes = verifierMontant(operation.montant, 'montant', controle)
  const debiteur: TitulaireEcrit = ecrireTitulaire(operation.debiteur, 'debiteur', controle)
  if (operation.mandat.dateSignature > dateEcheance) {
    controle.noter('SIGNATURE_POSTERIEURE', 'mandat.dateSignature')
  }
  const xml = [
    balise('PmtId', balise('EndToEndId', endToEndId)),
    montantEur(centimes),
    balise('DrctDbtTx', ecrireMandat(operation.mandat, controle)),
    agence('DbtrAgt', debiteur.bic, bic),
    partie('Dbtr', debiteur),
    compte('DbtrAcct', debiteur.iban),
    balise('RmtInf', balise('Ustrd', ecrireLibelle(operation.libelle, controle))),
  ].join('')
  return { endToEndId, centimes, xml: balise('DrctDbtTxInf', xml) }
}

function ecrireMandat({ rum, dateSignature, modification }: Mandat, controle: Controle): string {
  const champs = [
    balise('MndtId', ecrireIdentifiant(rum, 'mandat.rum', controle)),
    balise('DtOfSgntr', dateSignature),
  ]
  if (modification !== undefined) {
    champs.push(
      balise('AmdmntInd', 'true'),
      balise('AmdmntInfDtls', ecrireModification(modification, controle)),
    )
  }
  return balise('MndtRltdInf', champs.join(''))
}

function ecrireModification(m: ModificationMandat, controle: Controle): string {
  const { ancienneRum, ancienIcs, ancienNomCreancier, ancienCompte } = m
  const champ = (nom: string) => `mandat.modification.${nom}`
  const champs: string[] = []
  if (ancienneRum !== undefined) {
    champs.push(balise('OrgnlMndtId', ecrireIdentifiant(ancienneRum, champ('ancienneRum'), controle)))
  }
  if (ancienIcs !== undefined || ancienNomCreancier !== undefined) {
    const ics = ancienIcs === undefined ? null : ecrireIcs(ancienIcs, champ('ancienIcs'), controle)
    const nom =
      ancienNomCreancier === undefined
        ? null
        : ecrireNom(ancienNomCreancier, champ('ancienNomCreancier'), controle)
    champs.push(schemaCreancier('OrgnlCdtrSchmeId', ics, nom))
  }
  if (ancienCompte === 'SMNDA') {
    champs.push('<OrgnlDbtrAcct><Id><Othr><Id>SMNDA</Id></Othr></Id></OrgnlDbtrAcct>')
  } else if (ancienCompte !== undefined) {
    champs.push(compte('OrgnlDbtrAcct', ecrireIban(ancienCompte, champ('ancienCompte'), controle)))
  }
  if (champs.length === 0) controle.noter('MODIFICATION_VIDE', 'mandat.modification')
  return champs.join('')
}
