import { enMontant, type Motif, motif } from '../decision/motif'
import { type Montant, somme } from '../montant/montant'
import type { ParametresCotisation, RoleCotisant } from './regle-cotisation'

/** Ce que la mutuelle appelle chaque mois, et à qui. */
export interface AppelCotisation {
  readonly debiteur: 'EMPLOYEUR' | 'SALARIE'
  readonly mensuelle: Montant
  readonly motif: Motif
}

interface LigneAppelee {
  readonly role: RoleCotisant
  readonly mensuelle: Montant
}

/**
 * Dans un contrat d'entreprise, la garantie obligatoire du salarié est appelée entière à l'employeur, part salariale
 * comprise ; ce qui est facultatif (ses ayants droit, une option) est appelé au salarié.
 */
export function appeler(
  regle: ParametresCotisation['appel'],
  formule: string,
  lignes: readonly LigneAppelee[],
): AppelCotisation[] {
  if (regle === null) return []
  const obligatoire = (ligne: LigneAppelee): boolean =>
    ligne.role === 'ADHERENT' && regle.obligatoires.includes(formule)
  const employeur = somme(lignes.filter(obligatoire).map(({ mensuelle }) => mensuelle))
  const salarie = somme(lignes.filter((ligne) => !obligatoire(ligne)).map(({ mensuelle }) => mensuelle))
  const appels: AppelCotisation[] = []
  if (lignes.some(obligatoire)) {
    const donnees = { mensuelle: enMontant(employeur) }
    const ground = motif('APPEL_A_L_EMPLOYEUR', regle.articleObligatoire, donnees)
    appels.push({ debiteur: 'EMPLOYEUR', mensuelle: employeur, motif: ground })
  }
  if (!lignes.every(obligatoire)) {
    const donnees = { mensuelle: enMontant(salarie) }
    const ground = motif('APPEL_AU_SALARIE', regle.articleFacultatif, donnees)
    appels.push({ debiteur: 'SALARIE', mensuelle: salarie, motif: ground })
  }
  return appels
}
