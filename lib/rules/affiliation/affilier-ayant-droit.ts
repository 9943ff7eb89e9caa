import {
  ajouterJours,
  ajouterMois,
  type DateCivile,
  jourDuMois,
  premierDuMois,
  premierDuMoisSuivant,
} from '../date/date-civile'
import { suivreSouhait } from '../date-effet/suivre-souhait'
import { accorder, auMoinsUnMotif, type Decision } from '../decision/decision'
import { exiger } from '../decision/exiger'
import { type ArticleId, enDate, enNombre, type Motif, motif } from '../decision/motif'
import { verifierOrdre } from '../decision/verifier-ordre'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

/** Demande ordinaire : sans effet rétroactif. */
export interface RegleAffiliation {
  readonly politique: 'PREMIER_DU_MOIS_SUIVANT' | 'LENDEMAIN_DE_LA_DEMANDE'
  readonly article: ArticleId
}

/** Événement demandé à temps : l'effet remonte à l'événement. */
interface RegleEvenement {
  readonly delaiMois: number
  readonly article: ArticleId
}

export interface ParametresAffiliation {
  readonly ordinaire: RegleAffiliation | null
  readonly naissance: RegleEvenement & { readonly horsDelai: RegleAffiliation | null }
  /** null : la perte d'une couverture collective suit la demande ordinaire. */
  readonly perteCouverture: RegleEvenement | null
  /** Droit de la mutuelle de reporter ce qui arrive après ce jour du mois ; il n'est pas exercé (lecture 9). */
  readonly report: { readonly apresLeJour: number; readonly article: ArticleId } | null
}

type EvenementAffiliation = 'NAISSANCE' | 'ADOPTION' | 'PERTE_COUVERTURE_COLLECTIVE' | 'AUTRE'

export interface FaitsAffiliation {
  readonly evenement: EvenementAffiliation
  readonly dateEvenement: DateCivile | null
  readonly dateReception: DateCivile
  readonly dateSouhaitee: DateCivile | null
}

export interface Affiliation {
  readonly dateEffet: DateCivile
  /** L'effet précède la réception de la demande. */
  readonly retroactive: boolean
  /** null quand le règlement ne se réserve aucun report. */
  readonly reportPossible: boolean | null
}

/** Date d'effet de l'affiliation d'un ayant droit demandée après l'adhésion. */
export function affilierAyantDroit(reglement: Reglement, faits: FaitsAffiliation): Decision<Affiliation> {
  const regles = regleEnVigueur(reglement.affiliation, faits.dateReception, "affiliation d'un ayant droit")
  const { dateEffet, motifs, enRetroactif } = effetDeLAffiliation(regles, faits)
  const report = regles.report
  const reportPossible =
    report === null ? null : !enRetroactif && jourDuMois(faits.dateReception) > report.apresLeJour
  const suite =
    report !== null && reportPossible === true
      ? [motif('REPORT_NON_EXERCE', report.article, { apres: enNombre(report.apresLeJour) })]
      : []
  const valeur = { dateEffet, retroactive: dateEffet < faits.dateReception, reportPossible }
  return accorder(valeur, ...auMoinsUnMotif([...motifs, ...suite]))
}

interface Effet {
  readonly dateEffet: DateCivile
  readonly motifs: readonly Motif[]
  readonly enRetroactif: boolean
}

function effetDeLAffiliation(regles: ParametresAffiliation, faits: FaitsAffiliation): Effet {
  const { evenement } = faits
  if (evenement === 'NAISSANCE' || evenement === 'ADOPTION') {
    const arrivee = exiger(faits.dateEvenement, 'dateEvenement')
    verifierOrdre(['dateEvenement', arrivee], ['dateReception', faits.dateReception], 'dateEvenement')
    const { naissance } = regles
    const cas = { evenement: arrivee, effet: arrivee, code: 'EFFET_AU_JOUR_DE_L_ARRIVEE' }
    return effetSelonDelai(naissance, cas, naissance.horsDelai, faits)
  }
  if (evenement === 'PERTE_COUVERTURE_COLLECTIVE' && regles.perteCouverture !== null) {
    const perte = exiger(faits.dateEvenement, 'dateEvenement')
    const cas = { evenement: perte, effet: ajouterJours(perte, 1), code: 'EFFET_AU_LENDEMAIN_DE_LA_PERTE' }
    return effetSelonDelai(regles.perteCouverture, cas, regles.ordinaire, faits)
  }
  return effetOrdinaire(regles.ordinaire, faits)
}

interface CasEvenement {
  readonly evenement: DateCivile
  readonly effet: DateCivile
  readonly code: string
}

function effetSelonDelai(
  regle: RegleEvenement,
  { evenement, effet, code }: CasEvenement,
  horsDelai: RegleAffiliation | null,
  faits: FaitsAffiliation,
): Effet {
  const limite = ajouterMois(evenement, regle.delaiMois)
  const donnees = {
    evenement: enDate(evenement),
    reception: enDate(faits.dateReception),
    delai: enNombre(regle.delaiMois, 'mois'),
    limite: enDate(limite),
  }
  if (faits.dateReception <= limite) {
    const accord = motif(code, regle.article, { ...donnees, effet: enDate(effet) })
    return { dateEffet: effet, motifs: [accord], enRetroactif: true }
  }
  const suite = effetOrdinaire(horsDelai, faits)
  return { ...suite, motifs: [motif('DELAI_DE_L_EVENEMENT_PASSE', regle.article, donnees), ...suite.motifs] }
}

function effetOrdinaire(regle: RegleAffiliation | null, faits: FaitsAffiliation): Effet {
  const { politique, article } = prevu(regle, "affiliation d'un ayant droit en dehors des cas cités")
  const mensuelle = politique === 'PREMIER_DU_MOIS_SUIVANT'
  const premier = mensuelle ? premierDuMoisSuivant(faits.dateReception) : ajouterJours(faits.dateReception, 1)
  const grille = mensuelle ? premierDuMois : (jour: DateCivile) => jour
  const base = motif(`EFFET_${politique}`, article, {
    reception: enDate(faits.dateReception),
    effet: enDate(premier),
  })
  const { dateEffet, motifs } = suivreSouhait(premier, faits.dateSouhaitee, grille, article)
  return { dateEffet, motifs: [base, ...motifs], enRetroactif: false }
}
