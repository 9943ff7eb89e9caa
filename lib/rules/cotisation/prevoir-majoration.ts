import type { DateCivile } from '../date/date-civile'
import type { ArticleId } from '../decision/motif'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import { ouvrirFormule } from '../remboursement/formule'

/** L'article qui permet de majorer cette formule pour des années non cotisées ; null si rien ne le permet. */
export function prevoirMajoration(reglement: Reglement, formule: string, jour: DateCivile): ArticleId | null {
  if (reglement.cotisation === null) return null
  const { majoration } = regleEnVigueur(reglement.cotisation, jour, 'cotisation')
  if (majoration === null) return null
  const { gamme } = ouvrirFormule(reglement, formule, null).table
  return majoration.gammes === null || majoration.gammes.includes(gamme) ? majoration.article : null
}
