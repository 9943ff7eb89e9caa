import type { DateCivile } from '../date/date-civile'
import { type Donnee, enCode, enDate, enMontant, enNombre, type Motif } from '../decision/motif'
import type { Montant } from '../montant/montant'
import { valeurAu } from '../reglement/serie-datee'
import { etape } from './etape'
import type { Beneficiaire, ElementOptique, Oreille } from './faits'
import type { FormuleOuverte } from './formule'
import { moisDeRenouvellement } from './renouvellement'
import type { Socle } from './socle'
import type { EtatForfait } from './suivre-forfaits'
import type { EtatQuantite } from './suivre-quantites'

const demonstration = ({ table }: FormuleOuverte): readonly Motif[] =>
  table.demonstration ? [etape('MONTANTS_DE_DEMONSTRATION', table.article)] : []

const enPeriode = (p: {
  readonly du: DateCivile
  readonly au: DateCivile
}): Readonly<Record<'du' | 'au', Donnee>> => ({ du: enDate(p.du), au: enDate(p.au) })

/** Un forfait en euros : ce que la formule prévoit et ce qui en est pris, dans les mots du paiement. */
export function expliquerForfait(
  formule: FormuleOuverte,
  etat: EtatForfait & { readonly plafond: Montant; readonly reste: Montant },
): readonly Motif[] {
  return [
    etape('GARANTIE_FORFAIT', formule.table.article, {
      ligne: enCode(etat.ligne),
      plafond: enMontant(etat.plafond),
      consomme: enMontant(etat.utilise),
      garanti: enMontant(etat.reste),
      ...enPeriode(etat),
    }),
    ...demonstration(formule),
  ]
}

/** Les jours ou les séances d'une année ; ceux de Mon soutien psy sont comptés par la loi. */
export function expliquerQuantite(
  formule: FormuleOuverte,
  socle: Socle,
  etat: EtatQuantite,
  jour: DateCivile,
): readonly Motif[] {
  const unite = etat.unite === 'JOUR' ? 'jours' : 'séances'
  const legale = etat.ligne === 'psychologues-monpsy'
  const article = legale ? valeurAu(socle.parametres.psychologueSeances, jour).article : formule.table.article
  return [
    etape('QUANTITE_COMPTEE', article, {
      ligne: enCode(etat.ligne),
      parAn: enNombre(etat.parAn, unite),
      utilise: enNombre(etat.utilise, unite),
      reste: enNombre(etat.reste, unite),
      ...enPeriode(etat),
    }),
    ...(legale ? [] : demonstration(formule)),
  ]
}

/** Tous les combien des lunettes, ou l'aide auditive d'une oreille, se renouvellent, et depuis quand on compte. */
export function expliquerRenouvellement(
  socle: Socle,
  beneficiaire: Beneficiaire,
  equipement: ElementOptique['sorte'] | Oreille,
  prise: { readonly dernier: DateCivile; readonly possible: DateCivile } | null,
  jour: DateCivile,
): readonly Motif[] {
  const optique = equipement === 'MONTURE' || equipement === 'VERRE'
  const p = socle.parametres
  const article = valeurAu(optique ? p.optiqueMois : p.audioMois, jour).article
  const mois = moisDeRenouvellement(socle, {
    formule: '',
    dateSoins: jour,
    beneficiaire,
    soin: { ligne: optique ? 'optique.equipement' : 'audio.classe2' },
  })
  return [
    etape(optique ? 'RENOUVELLEMENT_OPTIQUE' : 'RENOUVELLEMENT_AUDIO', article, {
      mois: enNombre(mois, 'mois'),
    }),
    ...(prise === null
      ? []
      : [
          etape('RENOUVELLEMENT_TROP_TOT', socle.roles.responsable, {
            dernier: enDate(prise.dernier),
            possible: enDate(prise.possible),
          }),
        ]),
  ]
}
