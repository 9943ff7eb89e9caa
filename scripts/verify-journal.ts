// npm run verify:journal: reads the journal whole and names every line that was altered, removed or swapped; exit status 1 then.
// npm run verify:journal -- RANG:EMPREINTE: checks too that a head noted earlier is still there.
import { fermer } from '@/lib/server/db'
import { verifierJournal } from '@/lib/services/controle-journal/data'
import { direAnomalie } from '@/lib/services/controle-journal/view'

const [demande] = process.argv.slice(2)
const noteLue = /^(\d{1,15}):([0-9a-f]{64})$/.exec(demande ?? '')
if (demande !== undefined && noteLue === null) {
  console.error(
    'Usage : npm run verify:journal, ou npm run verify:journal -- RANG:EMPREINTE (tels qu’affichés une autre fois).',
  )
  process.exit(1)
}
const connue = noteLue === null ? null : { rang: Number(noteLue[1]), empreinte: noteLue[2] ?? '' }
try {
  const { lues, nombre, anomalies, tete } = await verifierJournal(connue)
  for (const anomalie of anomalies) console.log(direAnomalie(anomalie))
  if (nombre > anomalies.length) console.log(`… et ${nombre - anomalies.length} autre(s).`)
  console.log(
    nombre === 0
      ? `Le journal est intact : ${lues} ligne(s). Notez ailleurs ${tete.rang}:${tete.empreinte}`
      : `Le journal n’est pas intact : ${nombre} anomalie(s) sur ${lues} ligne(s) lues.`,
  )
  process.exitCode = nombre === 0 ? 0 : 1
} finally {
  await fermer()
}
