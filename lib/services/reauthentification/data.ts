import { maintenant } from '@/lib/server/clock'
import { ecrire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import { sessionCourante } from '@/lib/server/session'
import { estFraiche, type Niveau } from '../facteur/access'
import { codeDeDemonstration, loadPreuves } from '../facteur/data'
import type { ConfirmationVue } from '../facteur/view'

/** What a form must ask so that its act is accepted. */
export async function loadConfirmation(niveau: Niveau): Promise<ConfirmationVue> {
  const session = await sessionCourante()
  const compteId = session?.acteur.compteId ?? ''
  const instant = maintenant()
  return ecrire(SYSTEME, async (client) => {
    const preuves = await loadPreuves(client, compteId)
    const { natures } = preuves
    const avecFacteur = natures.length > 0
    const fraiche = estFraiche(session?.reconfirmation ?? null, avecFacteur, instant)
    return {
      fraiche,
      code: avecFacteur,
      cle: natures.includes('CLE'),
      installer: niveau === 'FACTEUR' && !avecFacteur,
      codeDemonstration: fraiche ? null : codeDeDemonstration(preuves, instant),
    }
  })
}
