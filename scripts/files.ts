// npm run files: compares the stored files with the base, erases what is past its retention, prints a report in French.
// npm run files -- cles: seals the files' keys, and every sealed value of the base, again under the first key of PORTAIL_CLES.
import { maintenant } from '@/lib/server/clock'
import { fermer } from '@/lib/server/db'
import { rescellerColonnes } from '@/lib/server/rotation'
import { balayer } from '@/lib/server/stockage/balayage'
import { CONSERVATIONS } from '@/lib/server/stockage/conservation'
import { renouvelerCles } from '@/lib/server/stockage/rotation'

const enListe = (titre: string, ids: readonly string[]): string[] =>
  ids.length === 0 ? [] : [`${titre} :`, ...ids.map((id) => `  ${id}`)]

async function direBalayage(): Promise<boolean> {
  const r = await balayer(maintenant())
  const lignes = [
    `Fichiers gardés : ${r.gardes} (dont ${r.enAttente} en attente de l'antivirus).`,
    `Effacés, durée de conservation passée : ${r.effaces}.`,
    `Retirés du disque, sans ligne dans la base : ${r.orphelins} ; écritures abandonnées : ${r.abandonnes}.`,
    ...enListe('ABSENTS du disque (restaurez une sauvegarde)', r.absents),
    ...enListe('ABÎMÉS, leur longueur a changé (restaurez une sauvegarde)', r.abimes),
    ...Object.entries(CONSERVATIONS).map(
      ([nature, { annees, fondement }]) => `Conservation ${nature} : ${annees} ans (${fondement}).`,
    ),
  ]
  console.log(lignes.join('\n'))
  return r.absents.length + r.abimes.length === 0
}

async function direRotation(): Promise<boolean> {
  const fichiers = await renouvelerCles()
  const colonnes = await rescellerColonnes()
  const fermees = [...fichiers.fermees.map((id) => `fichiers ${id}`), ...colonnes.fermees]
  const lignes = [
    `Clés de fichiers scellées à nouveau : ${fichiers.renouvelees}.`,
    `Numéros, IBAN, codes, courriels et travaux scellés à nouveau : ${colonnes.rescellees}.`,
    ...enListe("Ce qu'aucune clé de PORTAIL_CLES n'ouvre (remettez l'ancienne clé)", fermees),
    ...(fermees.length === 0 ? ['Les clés qui suivent la première peuvent quitter PORTAIL_CLES.'] : []),
  ]
  console.log(lignes.join('\n'))
  return fermees.length === 0
}

const demande = process.argv.slice(2).join(' ')
if (demande !== '' && demande !== 'cles') {
  console.error(`Option inconnue (${demande}) : npm run files, ou npm run files -- cles.`)
  process.exit(1)
}
try {
  process.exitCode = (await (demande === 'cles' ? direRotation() : direBalayage())) ? 0 : 1
} finally {
  await fermer()
}
