import { ajouterAnnees, annee, type DateCivile, trenteEtUnDecembre } from '../date/date-civile'
import { faitInvalide } from '../decision/erreur'
import { enDate, enNombre, enPourcentage, type Motif, motif } from '../decision/motif'
import { verifierOrdre } from '../decision/verifier-ordre'
import { jourDeLAnnee } from '../reglement/jour-annuel'
import { nonPrevu } from '../reglement/regle-en-vigueur'
import type { FaitsCotisation, RegleMajoration, RegleMinoration } from './regle-cotisation'

/** Un pourcentage à appliquer à toutes les lignes, et pourquoi. `taux` null : il n'y a rien à appliquer. */
export interface Ajustement {
  readonly taux: number | null
  readonly motif: Motif
}

/**
 * La minoration d'une collectivité dont assez d'agents adhèrent. Les bandes se touchent : 74,9 % est sous 75 %.
 * @throws {ErreurDeRegle} NON_PREVU si le règlement n'a pas de mutualisation.
 */
export function minorer(
  regle: RegleMinoration | null,
  { mutualisation, annee: an }: FaitsCotisation,
): Ajustement | null {
  if (mutualisation === null) return null
  if (regle === null) throw nonPrevu('minoration de mutualisation')
  const { effectif, adherents } = mutualisation
  if (adherents > effectif)
    throw faitInvalide('mutualisation.adherents', 'il y a plus d’adhérents que d’agents dans l’effectif')
  const palier = regle.paliers.find(
    ({ effectifMin, adhesionMin }) => effectif >= effectifMin && adherents * 100 >= adhesionMin * effectif,
  )
  const donnees = {
    effectif: enNombre(effectif),
    adherents: enNombre(adherents),
    compteLe: enDate(jourDeLAnnee(regle.appreciation, an - 1)),
  }
  if (palier === undefined)
    return { taux: null, motif: motif('MINORATION_NON_ATTEINTE', regle.article, donnees) }
  const taux = {
    ...donnees,
    minimum: enPourcentage(palier.adhesionMin),
    minoration: enPourcentage(palier.taux),
  }
  return { taux: 100 - palier.taux, motif: motif('MINORATION_MUTUALISATION', regle.article, taux) }
}

/** Les années que l'agent n'a pas cotisées, au plus celles qui suivent l'âge où elles comptent. */
function verifierAnnees(regle: RegleMajoration, faits: FaitsCotisation, annees: number): void {
  const adherent = faits.beneficiaires.find(({ role }) => role === 'ADHERENT')
  if (adherent === undefined) return
  const possibles = Math.max(0, faits.annee - annee(adherent.dateNaissance) - regle.apresAge)
  if (annees > possibles)
    throw faitInvalide(
      'anneesNonCotisees',
      `il ne s’est pas écoulé ${annees} années depuis ses ${regle.apresAge} ans`,
    )
}

function verifierPriseDePoste(faits: FaitsCotisation, poste: DateCivile | null): void {
  const adherent = faits.beneficiaires.find(({ role }) => role === 'ADHERENT')
  const chemin = 'priseDePosteFonctionPublique'
  verifierOrdre([chemin, poste], ['annee', trenteEtUnDecembre(faits.annee)], chemin)
  verifierOrdre(['dateNaissance', adherent?.dateNaissance ?? null], [chemin, poste])
}

/**
 * La majoration des années non cotisées d'un contrat labellisé. L'exonération d'un premier poste se juge au premier
 * jour dû de l'année, qui est annuelle.
 */
export function majorer(
  regle: RegleMajoration | null,
  gamme: string,
  faits: FaitsCotisation,
  premierJour: DateCivile,
): Ajustement | null {
  const annees = faits.anneesNonCotisees ?? 0
  if (regle === null || annees === 0) return null
  if (regle.gammes !== null && !regle.gammes.includes(gamme))
    return { taux: null, motif: motif('MAJORATION_SANS_OBJET', regle.article) }
  const poste = faits.priseDePosteFonctionPublique
  verifierAnnees(regle, faits, annees)
  verifierPriseDePoste(faits, poste)
  const fin = poste === null ? null : ajouterAnnees(poste, regle.exonerationAns)
  if (poste !== null && fin !== null && premierJour < fin) {
    const donnees = { poste: enDate(poste), fin: enDate(fin), duree: enNombre(regle.exonerationAns, 'ans') }
    return { taux: null, motif: motif('MAJORATION_EXONEREE', regle.article, donnees) }
  }
  const majoration = regle.tauxParAnnee * annees
  const donnees = {
    annees: enNombre(annees, 'ans'),
    taux: enPourcentage(regle.tauxParAnnee),
    age: enNombre(regle.apresAge, 'ans'),
    majoration: enPourcentage(majoration),
  }
  return { taux: 100 + majoration, motif: motif('MAJORATION_ANNEES_NON_COTISEES', regle.article, donnees) }
}
