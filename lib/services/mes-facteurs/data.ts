import { ecrire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import type { SessionCourante } from '@/lib/server/sessions'
import { lireGraine, loadFacteurs } from '../facteur/data'
import type { FacteurLu, GraineVue } from '../facteur/view'

export interface MesFacteurs {
  readonly facteurs: readonly FacteurLu[]
  /** Begun, to be finished with a first code. */
  readonly graine: GraineVue | null
  /** A list was made, and none of its codes copied back yet. */
  readonly listeEnAttente: boolean
}

/** The factors of whoever is logged in. @param ouvert the secrets begun are shown to whoever has just proven who they are */
export async function loadMesFacteurs(session: SessionCourante, ouvert: boolean): Promise<MesFacteurs> {
  const { compteId } = session.acteur
  const lus = await loadFacteurs(compteId)
  const commence = (nature: FacteurLu['nature']) =>
    lus.some((f) => f.nature === nature && f.confirmeLe === null)
  const graine =
    ouvert && commence('TOTP') ? await ecrire(SYSTEME, (client) => lireGraine(client, compteId)) : null
  return { facteurs: lus.filter((f) => f.confirmeLe !== null), graine, listeEnAttente: commence('CODES') }
}
