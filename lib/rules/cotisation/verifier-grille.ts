import { premierJanvier } from '../date/date-civile'
import { faitInvalide } from '../decision/erreur'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import { ouvrirFormule } from '../remboursement/formule'
import { exigerTarif, exigerValeur } from './ligne-tarif'
import type { RegleTarif, RoleCotisant, Tarif, TrancheAge } from './regle-cotisation'
import { lireAssises } from './tarif-base-et-age'
import { tarifDeLAge, verifierTranches } from './tarif-tranches'

const AGE_MAX = 120
const ROLES: readonly RoleCotisant[] = ['ADHERENT', 'CONJOINT', 'ENFANT']

/**
 * Une grille complète : elle a la forme de son règlement, et un tarif pour toute personne qu'on lui présentera.
 * @throws {ErreurDeRegle} FAIT_INVALIDE au chemin de ce qui manque, FORMULE_INCONNUE, NON_PREVU, HORS_PERIODE.
 */
export function verifierGrille(
  reglement: Reglement,
  { annee, formule, tarif }: { readonly annee: number; readonly formule: string; readonly tarif: Tarif },
): void {
  const regle = regleEnVigueur(reglement.cotisation, premierJanvier(annee), 'cotisation').tarif
  ouvrirFormule(reglement, formule, null)
  switch (regle.politique) {
    case 'BASE_ET_AGE':
      lireAssises(regle, formule, tarif)
      return
    case 'TRANCHES':
      verifierTousLesAges(regle, tarif)
      return
    case 'PAR_ROLE':
      if (tarif.mensuel === null) exigerTarif(tarif, 'pourcentagePmss')
      for (const role of tarif.mensuel === null ? [] : ROLES)
        exigerValeur(exigerTarif(tarif, 'mensuel')[role], `tarif.mensuel.${role}`)
  }
}

/** Le premier âge qui suit le tarif enfant est celui de son dernier anniversaire, atteint l'année d'avant. */
function verifierTousLesAges(regle: Extract<RegleTarif, { politique: 'TRANCHES' }>, tarif: Tarif): void {
  const tranches: readonly TrancheAge[] = exigerTarif(tarif, 'tranches', ['tranches', 'enfant'])
  exigerValeur(tarif.enfant, 'tarif.enfant')
  verifierTranches(tranches)
  for (let age = regle.ageEnfant; age <= AGE_MAX; age += 1) tarifDeLAge(tranches, age)
  if (tranches.some(({ de }) => de > AGE_MAX))
    throw faitInvalide('tarif.tranches', `une tranche commence après ${AGE_MAX} ans`)
}
