// One payment run, in a process of its own, resumed from wherever the one before was cut: tests/services/paiement-interrompu.test.ts.
import { dateCivile } from '@/lib/rules/date/date-civile'
import { fermer, lire } from '@/lib/server/db'
import { frapperGestion, SYSTEME } from '@/lib/server/portee'
import { emettreLot } from '@/lib/services/emission-bancaire/mutations'
import { validerLot } from '@/lib/services/lot-bancaire/mutations'
import { preparerVersements } from '@/lib/services/versement/mutations'

const [prepare = '', controle = ''] = process.argv.slice(2)
const [ines, paul] = [prepare, controle].map((compteId) =>
  frapperGestion({ type: 'GESTION', compteId, role: 'COMPTABLE' }),
)
if (ines === undefined || paul === undefined) throw new Error('deux comptes attendus')

const enCours = () =>
  lire(SYSTEME, (tx) =>
    tx.lotBancaire.findFirst({
      where: { etat: { in: ['PREPARE', 'VALIDE'] } },
      select: { id: true, etat: true },
    }),
  )

const jours = { executionLe: dateCivile('2026-11-17'), jour: dateCivile('2026-11-15') }
if ((await enCours()) === null) await preparerVersements(ines, jours)
const lot = await enCours()
if (lot !== null) {
  if (lot.etat === 'PREPARE') await validerLot(paul, lot.id)
  await emettreLot(lot.id)
}
await fermer()
