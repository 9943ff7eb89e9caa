import { balise, decimal } from './balises'
import { ecrireIdentifiant } from './champs-lot'
import { type CodeFaute, Controle, LotChange } from './faute'
import { GROUPES_MAX, groupeIdDe, MESSAGE_ID_MAX } from './identifiants'
import type { Source } from './lot'

/** An operation ready to be written. */
export interface OperationEcrite {
  readonly endToEndId: string
  readonly centimes: number
  readonly xml: string
}

export interface Totaux {
  readonly nombre: number
  /** In cents: a whole file may leave the safe integers. */
  readonly total: bigint
}

export interface TotauxGroupe extends Totaux {
  readonly groupeId: string
}

export interface PlanGroupe<O> {
  /** Two groups with the same key are refused. */
  readonly cle: string
  readonly operations: Source<O>
  readonly ecrire: (operation: O, controle: Controle) => OperationEcrite
  /** Tags before the operations; the identifier, NbOfTxs and CtrlSum come with `totaux`. */
  readonly entete: (totaux: TotauxGroupe) => string
}

export interface Plan<O> {
  readonly format: string
  readonly racine: string
  readonly messageId: string
  readonly creeLe: Date
  readonly initiateur: string
  readonly groupes: readonly PlanGroupe<O>[]
}

/** A lot whose every field was controlled and whose totals are known. */
export interface LotPret extends Totaux {
  readonly format: string
  readonly messageId: string
  readonly groupes: readonly TotauxGroupe[]
  /** The file, in pieces of some 64 kB. @throws {LotChange} when the operations read are not those controlled. */
  readonly ecrire: () => AsyncGenerator<string>
}

const MORCEAU = 65_536

/** First pass: every operation is controlled, before a byte is written. @throws {LotRefuse} */
export async function preparer<O extends { endToEndId: string }>(
  plan: Plan<O>,
  controle: Controle,
): Promise<LotPret> {
  controle.situer({})
  ecrireIdentifiant(plan.messageId, 'messageId', controle, MESSAGE_ID_MAX)
  controlerGroupes(plan, (code, champ) => controle.noter(code, champ))
  const vus = new Set<string>()
  const groupes: TotauxGroupe[] = []
  for (const [i, groupe] of plan.groupes.entries()) {
    const totaux = await compter(groupe, i + 1, vus, controle)
    groupes.push({ groupeId: groupeIdDe(plan.messageId, i + 1), ...totaux })
  }
  controle.conclure()
  const nombre = groupes.reduce((n, g) => n + g.nombre, 0)
  const total = groupes.reduce((somme, g) => somme + g.total, 0n)
  const pret = { format: plan.format, messageId: plan.messageId, nombre, total, groupes }
  return { ...pret, ecrire: () => emettre(plan, pret) }
}

function controlerGroupes<O>(plan: Plan<O>, noter: (code: CodeFaute, champ: string) => void): void {
  if (plan.groupes.length === 0) noter('LOT_VIDE', 'groupes')
  if (plan.groupes.length > GROUPES_MAX) noter('TROP_DE_GROUPES', 'groupes')
  if (new Set(plan.groupes.map((g) => g.cle)).size < plan.groupes.length) noter('GROUPE_DOUBLE', 'groupes')
  if (Number.isNaN(plan.creeLe.getTime())) noter('ABSENT', 'creeLe')
}

async function compter<O extends { endToEndId: string }>(
  groupe: PlanGroupe<O>,
  rangGroupe: number,
  vus: Set<string>,
  controle: Controle,
): Promise<Totaux> {
  let nombre = 0
  let total = 0n
  for await (const operation of groupe.operations()) {
    nombre += 1
    const { endToEndId } = operation
    controle.situer({ groupe: rangGroupe, rang: nombre, endToEndId })
    total += BigInt(groupe.ecrire(operation, controle).centimes)
    if (vus.has(endToEndId)) controle.noter('DOUBLE', 'endToEndId')
    vus.add(endToEndId)
  }
  if (nombre === 0) {
    controle.situer({ groupe: rangGroupe })
    controle.noter('GROUPE_VIDE', 'operations')
  }
  return { nombre, total }
}

async function* emettre<O>(plan: Plan<O>, pret: Omit<LotPret, 'ecrire'>): AsyncGenerator<string> {
  let attente = debutFichier(plan, pret)
  for (const [i, groupe] of plan.groupes.entries()) {
    const attendu = pret.groupes[i]
    if (attendu === undefined) throw new LotChange('groupe inconnu')
    attente += `<PmtInf>${groupe.entete(attendu)}`
    let nombre = 0
    let total = 0n
    for await (const operation of groupe.operations()) {
      const controle = new Controle()
      const { centimes, xml } = groupe.ecrire(operation, controle)
      nombre += 1
      total += BigInt(centimes)
      if (controle.nombre > 0 || nombre > attendu.nombre) {
        throw new LotChange(`groupe ${i + 1}, rang ${nombre}`)
      }
      attente += xml
      if (attente.length >= MORCEAU) {
        yield attente
        attente = ''
      }
    }
    if (nombre !== attendu.nombre || total !== attendu.total) throw new LotChange(`groupe ${i + 1}`)
    attente += '</PmtInf>'
  }
  yield `${attente}</${plan.racine}></Document>\n`
}

function debutFichier<O>(plan: Plan<O>, { nombre, total }: Totaux): string {
  const espace = `urn:iso:std:iso:20022:tech:xsd:${plan.format}`
  const tete = [
    balise('MsgId', plan.messageId),
    balise('CreDtTm', `${plan.creeLe.toISOString().slice(0, 19)}Z`),
    balise('NbOfTxs', String(nombre)),
    balise('CtrlSum', decimal(total)),
    balise('InitgPty', balise('Nm', plan.initiateur)),
  ].join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${espace}"><${plan.racine}>${balise('GrpHdr', tete)}`
}
