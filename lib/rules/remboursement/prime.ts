import { ajouterMois } from '../date/date-civile'
import { faitInvalide } from '../decision/erreur'
import { enCode, enDate, enMontant } from '../decision/motif'
import { type Montant, plus } from '../montant/montant'
import { type Compte, exiger, rangeeDe, refuser } from './compte'
import { etape } from './etape'
import type { CodeLigne } from './lignes'

/** La prime de naissance ou d'adoption : due si l'enfant adhère dans le délai. Ce n'est pas une dépense remboursée. */
export function verserPrime(compte: Compte, ligne: CodeLigne, prime: Montant): void {
  const { soin, formule, jour } = compte.contexte
  const evenement = exiger(soin.dateEvenement, 'soin.dateEvenement')
  const adhesion = exiger(soin.dateAdhesionEnfant, 'soin.dateAdhesionEnfant')
  if (adhesion < evenement) {
    throw faitInvalide('soin.dateAdhesionEnfant', "l'enfant ne peut pas adhérer avant l'événement")
  }
  const mois = rangeeDe(compte.contexte, ligne)?.rangee.conditions?.delaiMois
  const limite = mois === undefined ? null : ajouterMois(evenement, mois)
  if (limite !== null && adhesion > limite) {
    refuser(compte, 'HORS_DELAI', 'PRIME_HORS_DELAI', formule.table.article, {
      limite: enDate(limite),
      adhesion: enDate(adhesion),
    })
    return
  }
  compte.motifs.push(
    etape('GARANTIE_PRIME', formule.table.article, {
      evenement: enDate(evenement),
      garanti: enMontant(prime),
    }),
    etape('PART_MUTUELLE', formule.table.article, { ligne: enCode(ligne), montant: enMontant(prime) }),
  )
  compte.amc = plus(compte.amc, prime)
  compte.detail.push({ ligne, montant: prime })
  compte.consommations.push({ ligne, date: jour, montant: prime })
}
