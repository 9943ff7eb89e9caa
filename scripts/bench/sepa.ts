// File of direct debits: control and writing, lines a second and peak memory, beside the npm package `sepa` in the same run.
//   npm run bench:sepa -- [debits]
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { composeIBAN } from 'ibantools'
import sepa from 'sepa'
import type { Prelevement } from '@/lib/flux/sepa/lot'
import { preparerPrelevements } from '@/lib/flux/sepa/prelevements'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { montant } from '@/lib/rules/montant/montant'

const PRELEVEMENTS = Number(process.argv[2] ?? 100_000)
const FORMAT = 'pain.008.001.08'
const ICS = 'FR72ZZZ123456'
const ECHEANCE = '2026-12-06'
const SIGNATURE = dateCivile('2025-01-31')

function iban(n: number): string {
  const [banque, guichet, compte] = ['30002', '00550', String(n).padStart(11, '0')]
  const cle = 97n - ((89n * BigInt(banque) + 15n * BigInt(guichet) + 3n * BigInt(compte)) % 97n)
  return (
    composeIBAN({ countryCode: 'FR', bban: `${banque}${guichet}${compte}${String(cle).padStart(2, '0')}` }) ??
    ''
  )
}

// Made once: what is measured is the file, not its sample.
const IBANS = Array.from({ length: 1_000 }, (_, n) => iban(n))

const prelevement = (n: number): Prelevement => ({
  endToEndId: `P${String(n).padStart(25, '0')}`,
  montant: montant(1_000 + (n % 20_000)),
  debiteur: { nom: `Élodie Œuvrard-Lefèvre ${n}`, iban: IBANS[n % IBANS.length] ?? '' },
  mandat: { rum: `M${String(n).padStart(25, '0')}`, dateSignature: SIGNATURE },
  libelle: { objet: 'COTISATION', periode: '2026-12', reference: `C${n}` },
})

function* prelevements(nombre: number): Generator<Prelevement> {
  for (let n = 0; n < nombre; n += 1) yield prelevement(n)
}

/** Highest resident memory over the time of the work, and over what was there before it. */
async function mesurer(nom: string, nombre: number, travail: () => Promise<number>): Promise<void> {
  globalThis.gc?.()
  const avant = process.memoryUsage().rss
  let pic = avant
  const releve = () => {
    pic = Math.max(pic, process.memoryUsage().rss)
  }
  const minuterie = setInterval(releve, 20)
  const debut = performance.now()
  const octets = await travail()
  const secondes = (performance.now() - debut) / 1000
  releve()
  clearInterval(minuterie)
  const mo = (n: number) => `${Math.round(n / 1e6)} Mo`
  console.log(
    `${nom} : ${nombre} prélèvements, ${mo(octets)} en ${secondes.toFixed(1)} s, ${Math.round(nombre / secondes)} lignes/s, ` +
      `mémoire ${mo(avant)} → pic ${mo(pic)} (+${mo(pic - avant)})`,
  )
}

async function notre(nombre: number, chemin: string): Promise<number> {
  const pret = await preparerPrelevements(
    {
      messageId: 'BENCH',
      creeLe: new Date('2026-11-22T08:00:00Z'),
      creancier: { nom: 'Mutuelle du Pont-Levant', iban: iban(1), ics: ICS },
      groupes: [
        { sequence: 'RCUR', dateEcheance: dateCivile(ECHEANCE), operations: () => prelevements(nombre) },
      ],
    },
    FORMAT,
  )
  await pipeline(Readable.from(pret.ecrire()), createWriteStream(chemin))
  return (await stat(chemin)).size
}

async function paquetSepa(nombre: number, chemin: string): Promise<number> {
  const doc = new sepa.Document(FORMAT)
  doc.grpHdr.id = 'BENCH'
  doc.grpHdr.created = new Date('2026-11-22T08:00:00Z')
  doc.grpHdr.initiatorName = 'Mutuelle du Pont-Levant'
  const info = doc.createPaymentInfo()
  info.collectionDate = new Date(`${ECHEANCE}T00:00:00Z`)
  info.sequenceType = 'RCUR'
  info.creditorIBAN = iban(1)
  info.creditorName = 'Mutuelle du Pont-Levant'
  info.creditorId = ICS
  doc.addPaymentInfo(info)
  for (const operation of prelevements(nombre)) {
    const tx = info.createTransaction()
    tx.debtorName = operation.debiteur.nom
    tx.debtorIBAN = operation.debiteur.iban
    tx.mandateId = operation.mandat.rum
    tx.mandateSignatureDate = new Date(`${operation.mandat.dateSignature}T00:00:00Z`)
    tx.amount = operation.montant / 100
    tx.remittanceInfo = `Cotisation 2026-12 ref. ${operation.libelle.reference}`
    tx.end2endId = operation.endToEndId
    info.addTransaction(tx)
  }
  await pipeline(Readable.from([doc.toString()]), createWriteStream(chemin))
  return (await stat(chemin)).size
}

const dossier = await mkdtemp(join(tmpdir(), 'bench-sepa-'))
try {
  await notre(1_000, join(dossier, 'chauffe.xml'))
  // A tenth first: a flat memory is the same twice.
  await mesurer('portail', PRELEVEMENTS / 10, () => notre(PRELEVEMENTS / 10, join(dossier, 'dixieme.xml')))
  await mesurer('portail', PRELEVEMENTS, () => notre(PRELEVEMENTS, join(dossier, 'portail.xml')))
  await mesurer('sepa (npm)', PRELEVEMENTS, () => paquetSepa(PRELEVEMENTS, join(dossier, 'sepa.xml')))
} finally {
  await rm(dossier, { recursive: true, force: true })
}
