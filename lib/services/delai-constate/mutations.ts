import { minutesOuvrees } from '@/lib/rules/date/moment'
import { instantMetier, momentParis } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import { loadPremieresReponses, type ReponseComptee } from './data'
import { mediane } from './view'

const FENETRE = 90 * 24 * 3600 * 1000
/** Fewer answers than this say nothing of the next one. */
const MINIMUM = 5

const JOUR = 24 * 3600 * 1000

interface Ligne {
  readonly nature: string
  readonly minutes: number
  readonly nombre: number
  readonly aTemps: number
}

/** The same as what is said since less than a day: nothing to write. */
async function sontDits(client: Ecriture, lignes: readonly Ligne[], instant: Date): Promise<boolean> {
  const { rows } = await client.query<Ligne & { recent: boolean }>(
    'SELECT nature::text AS nature, minutes, nombre, a_temps AS "aTemps", calcule_le > $1 AS recent FROM delais_constates',
    [new Date(instant.getTime() - JOUR)],
  )
  return (
    rows.length === lignes.length &&
    lignes.every((l) =>
      rows.some(
        (r) =>
          r.recent &&
          r.nature === l.nature &&
          r.minutes === l.minutes &&
          r.nombre === l.nombre &&
          r.aTemps === l.aTemps,
      ),
    )
  )
}

function parNature(reponses: readonly ReponseComptee[]): Map<ReponseComptee['nature'], ReponseComptee[]> {
  const natures = new Map<ReponseComptee['nature'], ReponseComptee[]>()
  for (const reponse of reponses) {
    const siennes = natures.get(reponse.nature) ?? []
    siennes.push(reponse)
    natures.set(reponse.nature, siennes)
  }
  return natures
}

const duree = ({ envoyeeLe, reponduLe }: ReponseComptee): number =>
  minutesOuvrees(momentParis(envoyeeLe), momentParis(reponduLe))

/** Counts again how long answers take, nature by nature; a nature with too few is not said. Returns how many natures are. */
export function recompterDelais(): Promise<number> {
  return ecrire(SYSTEME, async (client) => {
    const instant = instantMetier()
    const reponses = await loadPremieresReponses(client, new Date(instant.getTime() - FENETRE))
    const lignes = [...parNature(reponses)].flatMap(([nature, siennes]) => {
      const minutes = mediane(siennes.map(duree))
      const aTemps = siennes.filter((r) => r.aTemps).length
      const nombre = siennes.length
      return minutes === null || nombre < MINIMUM ? [] : [{ nature, minutes, nombre, aTemps }]
    })
    await client.query('LOCK TABLE delais_constates IN SHARE ROW EXCLUSIVE MODE')
    if (await sontDits(client, lignes, instant)) return lignes.length
    await client.query('DELETE FROM delais_constates')
    await client.query(
      `INSERT INTO delais_constates (nature, minutes, nombre, a_temps, calcule_le)
        SELECT nature::"NatureDemande", minutes, nombre, a_temps, $5
        FROM unnest($1::text[], $2::int[], $3::int[], $4::int[]) AS l (nature, minutes, nombre, a_temps)`,
      [
        lignes.map((l) => l.nature),
        lignes.map((l) => l.minutes),
        lignes.map((l) => l.nombre),
        lignes.map((l) => l.aTemps),
        instant,
      ],
    )
    return lignes.length
  })
}
