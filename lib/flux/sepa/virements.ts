import { agence, balise, compte, decimal, montantEur, partie } from './balises'
import { ecrireIdentifiant, ecrireLibelle, ecrireTitulaire, verifierMontant } from './champs-lot'
import { type LotPret, type OperationEcrite, preparer, type TotauxGroupe } from './emission'
import { Controle } from './faute'
import type { FormatVirement, GroupeVirements, LotVirements, Virement } from './lot'

/** Controls a lot of credit transfers and prepares its file. @throws {LotRefuse} with every fault, nothing written. */
export async function preparerVirements(lot: LotVirements, format: FormatVirement): Promise<LotPret> {
  const controle = new Controle()
  const ancien = format === 'pain.001.001.03'
  const bic = ancien ? 'BIC' : 'BICFI'
  const donneur = ecrireTitulaire(lot.donneurOrdre, 'donneurOrdre', controle)
  const communes = [
    partie('Dbtr', donneur),
    compte('DbtrAcct', donneur.iban),
    agence('DbtrAgt', donneur.bic, bic),
    balise('ChrgBr', 'SLEV'),
  ].join('')
  for (const [i, groupe] of lot.groupes.entries()) verifierDate(lot, groupe, i + 1, controle)
  const entete = (groupe: GroupeVirements, { groupeId, nombre, total }: TotauxGroupe) =>
    [
      balise('PmtInfId', groupeId),
      balise('PmtMtd', 'TRF'),
      balise('BtchBookg', String(lot.comptabilisationGlobale ?? true)),
      balise('NbOfTxs', String(nombre)),
      balise('CtrlSum', decimal(total)),
      '<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf>',
      balise('ReqdExctnDt', ancien ? groupe.dateExecution : balise('Dt', groupe.dateExecution)),
      communes,
    ].join('')
  return preparer(
    {
      format,
      racine: 'CstmrCdtTrfInitn',
      messageId: lot.messageId,
      creeLe: lot.creeLe,
      initiateur: donneur.nom,
      groupes: lot.groupes.map((groupe) => ({
        cle: groupe.dateExecution,
        operations: groupe.operations,
        ecrire: (operation: Virement, c: Controle) => ecrireOperation(operation, c, bic),
        entete: (totaux) => entete(groupe, totaux),
      })),
    },
    controle,
  )
}

function verifierDate(
  lot: LotVirements,
  { dateExecution }: GroupeVirements,
  rang: number,
  controle: Controle,
): void {
  controle.situer({ groupe: rang })
  if (Number.isNaN(lot.creeLe.getTime())) return
  if (dateExecution < lot.creeLe.toISOString().slice(0, 10)) controle.noter('DATE_PASSEE', 'dateExecution')
}

function ecrireOperation(operation: Virement, controle: Controle, bic: 'BIC' | 'BICFI'): OperationEcrite {
  const endToEndId = ecrireIdentifiant(operation.endToEndId, 'endToEndId', controle)
  const centimes = verifierMontant(operation.montant, 'montant', controle)
  const beneficiaire = ecrireTitulaire(operation.beneficiaire, 'beneficiaire', controle)
  const xml = [
    balise('PmtId', balise('EndToEndId', endToEndId)),
    balise('Amt', montantEur(centimes)),
    agence('CdtrAgt', beneficiaire.bic, bic),
    partie('Cdtr', beneficiaire),
    compte('CdtrAcct', beneficiaire.iban),
    balise('RmtInf', balise('Ustrd', ecrireLibelle(operation.libelle, controle))),
  ].join('')
  return { endToEndId, centimes, xml: balise('CdtTrfTxInf', xml) }
}
