// npm run verify:accounts: every invariant of the accounts, on one consistent look; exit status 1 when one is broken.
import { fermer } from '@/lib/server/db'
import { verifierComptes } from '@/lib/services/controle/data'

const controles = await verifierComptes()
for (const { code, phrase, fautes, exemples } of controles) {
  const suite = fautes === 0 ? '' : ` ${fautes} en faute : ${exemples.join(', ')}`
  console.log(`${fautes === 0 ? 'juste ' : 'FAUX  '} ${code.padEnd(22)} ${phrase}${suite}`)
}
const fautes = controles.filter((c) => c.fautes > 0).length
console.log(fautes === 0 ? 'Les comptes sont justes.' : `${fautes} invariant(s) rompu(s).`)
process.exitCode = fautes === 0 ? 0 : 1
await fermer()
