import { type Compte, exiger, natureDe, rangeeDe } from './compte'
import type { CodeLigne } from './lignes'

/** Les lignes « + » que la formule garantit pour compléter celle-ci, l'appareillage selon sa taille. */
export function complementsGarantis(compte: Compte, ligne: CodeLigne): readonly CodeLigne[] {
  const garantis = natureDe(compte.contexte, ligne).complements.filter((complement) => {
    const garantie = rangeeDe(compte.contexte, complement)?.garantie
    return garantie !== undefined && garantie.type !== 'non-garanti'
  })
  if (!garantis.includes('appareillage.forfait-petit') && !garantis.includes('appareillage.forfait-grand')) {
    return garantis
  }
  if (compte.reste === 0) return []
  const appareil = exiger(compte.contexte.soin.appareil, 'soin.appareil')
  const autre = appareil === 'PETIT' ? 'appareillage.forfait-grand' : 'appareillage.forfait-petit'
  return garantis.filter((complement) => complement !== autre)
}
