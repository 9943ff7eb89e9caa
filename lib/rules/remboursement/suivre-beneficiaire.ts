import { ajouterMois, type DateCivile } from '../date/date-civile'
import { valeurAu } from '../reglement/serie-datee'
import type { Beneficiaire, Consommation, Oreille } from './faits'
import type { FormuleOuverte } from './formule'
import type { Socle } from './socle'
import { type EtatEquipement, etatEquipement } from './suivre-equipement'
import { type EtatForfait, etatsForfaits } from './suivre-forfaits'
import { type EtatQuantite, etatsQuantites } from './suivre-quantites'

/** L'aide auditive d'une oreille : la dernière payée, quelle que soit sa classe, et le jour où elle se renouvelle. */
export interface EtatAppareil {
  readonly oreille: Oreille
  readonly dernier: DateCivile | null
  readonly renouvelleLe: DateCivile | null
}

/** Tout ce qui se compte pour un bénéficiaire à une date : utilisé, restant, renouvelé le. */
export interface EtatBeneficiaire {
  readonly forfaits: readonly EtatForfait[]
  readonly quantites: readonly EtatQuantite[]
  readonly lunettes: EtatEquipement
  readonly appareils: readonly EtatAppareil[]
}

function etatAppareil(
  socle: Socle,
  consommations: readonly Consommation[],
  jour: DateCivile,
  oreille: Oreille,
): EtatAppareil {
  const mois = valeurAu(socle.parametres.audioMois, jour).valeur
  const dates = consommations
    .filter((c) => c.ligne.startsWith('audio.') && c.oreille === oreille && c.date <= jour)
    .map((c) => c.date)
    .sort()
  const dernier = dates.at(-1) ?? null
  const renouvelleLe = dernier === null ? null : ajouterMois(dernier, mois)
  return {
    oreille,
    dernier,
    renouvelleLe: renouvelleLe !== null && renouvelleLe > jour ? renouvelleLe : null,
  }
}

/** Où en est un bénéficiaire à une date, de tout ce que sa formule et la loi comptent. */
export function suivreBeneficiaire(
  formule: FormuleOuverte,
  socle: Socle,
  beneficiaire: Beneficiaire,
  consommations: readonly Consommation[],
  jour: DateCivile,
): EtatBeneficiaire {
  return {
    forfaits: etatsForfaits(formule, consommations, jour),
    quantites: etatsQuantites(formule, socle, consommations, jour),
    lunettes: etatEquipement(socle, beneficiaire, consommations, jour),
    appareils: (['DROITE', 'GAUCHE'] as const).map((oreille) =>
      etatAppareil(socle, consommations, jour, oreille),
    ),
  }
}
