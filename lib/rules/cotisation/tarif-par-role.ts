import { premierJanvier } from '../date/date-civile'
import { enCode, enMontant, enPourcentage, motif } from '../decision/motif'
import type { Montant } from '../montant/montant'
import { sommeDeTermes } from '../montant/produit'
import { type SerieDatee, valeurAu } from '../reglement/serie-datee'
import { compterAge } from './compter-age'
import { type ContexteTarif, exigerTarif, exigerValeur, type LigneTarif } from './ligne-tarif'
import type { RegleTarif } from './regle-cotisation'

type Regle = Extract<RegleTarif, { politique: 'PAR_ROLE' }>

/**
 * Un montant par rôle, ou un pourcentage du plafond mensuel de la sécurité sociale, le même pour chacun.
 * @throws {ErreurDeRegle} HORS_PERIODE quand le plafond de l'année n'est pas connu.
 */
export function tarifParRole(
  regle: Regle,
  { faits }: ContexteTarif,
  plafond: SerieDatee<Montant>,
): LigneTarif[] {
  const { tarif, annee } = faits
  const enPourcent = tarif.mensuel === null ? exigerTarif(tarif, 'pourcentagePmss') : null
  const montants = enPourcent === null ? exigerTarif(tarif, 'mensuel') : null
  const pmss = enPourcent === null ? null : valeurAu(plafond, premierJanvier(annee)).valeur
  return faits.beneficiaires.map(({ role, dateNaissance }) => {
    const age = compterAge(regle.age, annee, dateNaissance)
    if (pmss !== null && enPourcent !== null) {
      const termes = [{ base: pmss, taux: [enPourcent] }]
      const donnees = {
        role: enCode(role),
        pourcentage: enPourcentage(enPourcent),
        plafond: enMontant(pmss),
        tarif: enMontant(sommeDeTermes(termes)),
      }
      return {
        role,
        age,
        termes,
        motif: motif('COTISATION_EN_POURCENTAGE_DU_PLAFOND', regle.articlePmss, donnees),
      }
    }
    const base = exigerValeur(montants?.[role], `tarif.mensuel.${role}`)
    const donnees = { role: enCode(role), tarif: enMontant(base) }
    return {
      role,
      age,
      termes: [{ base, taux: [] }],
      motif: motif('COTISATION_PAR_ROLE', regle.article, donnees),
    }
  })
}
