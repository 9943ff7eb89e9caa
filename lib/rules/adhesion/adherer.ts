import {
  ajouterJours,
  type DateCivile,
  laPlusTardive,
  premierDuMois,
  premierDuMoisSuivant,
} from '../date/date-civile'
import { suivreSouhait } from '../date-effet/suivre-souhait'
import { accorder, attendre, auMoinsUnMotif, type Decision } from '../decision/decision'
import { exiger } from '../decision/exiger'
import { type ArticleId, enDate, type Motif, motif } from '../decision/motif'
import { nonPrevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import { finEngagement, motifEngagement, type RegleEngagement } from './fin-engagement'

/** Ce qu'un règlement dit de l'entrée : quand elle prend effet, jusqu'à quand elle engage. */
export interface ParametresAdhesion {
  readonly effet: {
    readonly politique: 'LENDEMAIN_DU_DOSSIER' | 'PREMIER_DU_MOIS_SUIVANT' | 'CONTRAT_OU_EMBAUCHE'
    readonly article: ArticleId
  }
  /** Article qui subordonne l'effet au dossier complet. */
  readonly dossier: ArticleId
  /** Article qui ouvre la garantie au jour des droits à la complémentaire santé solidaire. */
  readonly css: ArticleId | null
  readonly engagement: RegleEngagement | null
}

export interface FaitsAdhesion {
  readonly dateReceptionDossier: DateCivile
  readonly dossierComplet: boolean
  readonly dateEffetSouhaitee: DateCivile | null
  readonly css: { readonly debutDroits: DateCivile } | null
  readonly emploi: { readonly dateEmbauche: DateCivile; readonly dateEffetContrat: DateCivile } | null
}

export interface Adhesion {
  readonly dateEffet: DateCivile
  /** null : contrat collectif, le salarié n'est pas engagé par une durée. */
  readonly finEngagement: DateCivile | null
}

/** Date d'effet d'une adhésion et fin de son engagement initial. */
export function adherer(
  reglement: Reglement,
  faits: FaitsAdhesion,
): Decision<Adhesion, null, 'dossierComplet'> {
  const regles = regleEnVigueur(reglement.adhesion, faits.dateReceptionDossier, 'adhésion')
  verifierDomaine(regles, faits)
  if (!faits.dossierComplet) {
    const recu = enDate(faits.dateReceptionDossier)
    return attendre(['dossierComplet'], motif('DOSSIER_INCOMPLET', regles.dossier, { reception: recu }))
  }
  const { dateEffet, motifs } = effetDeLAdhesion(regles, faits)
  if (regles.engagement === null)
    return accorder({ dateEffet, finEngagement: null }, ...auMoinsUnMotif(motifs))
  const fin = finEngagement(regles.engagement, dateEffet)
  const tous = auMoinsUnMotif([...motifs, motifEngagement(regles.engagement, fin)])
  return accorder({ dateEffet, finEngagement: fin }, ...tous)
}

/** Un contrat individuel ne connaît pas d'emploi, et tous les règlements ne parlent pas de la CSS. */
function verifierDomaine(regles: ParametresAdhesion, faits: FaitsAdhesion): void {
  if (faits.css !== null && regles.css === null) throw nonPrevu('adhésion au titre de la CSS')
  const collectif = regles.effet.politique === 'CONTRAT_OU_EMBAUCHE'
  if (faits.emploi !== null && !collectif) throw nonPrevu('adhésion liée à un contrat de travail')
}

interface Effet {
  readonly dateEffet: DateCivile
  readonly motifs: readonly Motif[]
}

function effetDeLAdhesion(regles: ParametresAdhesion, faits: FaitsAdhesion): Effet {
  if (faits.css !== null && regles.css !== null) {
    const dateEffet = faits.css.debutDroits
    return { dateEffet, motifs: [motif('EFFET_DROITS_CSS', regles.css, { effet: enDate(dateEffet) })] }
  }
  const { politique, article } = regles.effet
  const reception = faits.dateReceptionDossier
  switch (politique) {
    case 'LENDEMAIN_DU_DOSSIER':
      return auPlusTot(ajouterJours(reception, 1), faits, (jour) => jour, regles.effet)
    case 'PREMIER_DU_MOIS_SUIVANT':
      return auPlusTot(premierDuMoisSuivant(reception), faits, premierDuMois, regles.effet)
    case 'CONTRAT_OU_EMBAUCHE': {
      const { dateEmbauche, dateEffetContrat } = exiger(faits.emploi, 'emploi')
      const dateEffet = laPlusTardive(dateEmbauche, dateEffetContrat)
      const donnees = {
        embauche: enDate(dateEmbauche),
        contrat: enDate(dateEffetContrat),
        effet: enDate(dateEffet),
      }
      return { dateEffet, motifs: [motif('EFFET_CONTRAT_OU_EMBAUCHE', article, donnees)] }
    }
  }
}

function auPlusTot(
  premier: DateCivile,
  faits: FaitsAdhesion,
  grille: (jour: DateCivile) => DateCivile,
  effet: ParametresAdhesion['effet'],
): Effet {
  const reception = enDate(faits.dateReceptionDossier)
  const regle = motif(`EFFET_${effet.politique}`, effet.article, { reception, effet: enDate(premier) })
  const { dateEffet, motifs } = suivreSouhait(premier, faits.dateEffetSouhaitee, grille, effet.article)
  return { dateEffet, motifs: [regle, ...motifs] }
}
