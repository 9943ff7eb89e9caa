import type { DateCivile } from '../date/date-civile'
import { accorder, attendre, type Decision } from '../decision/decision'
import { type ArticleId, enCode, motif } from '../decision/motif'
import { verifierOrdre } from '../decision/verifier-ordre'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import { type RegleEnfant, reconnaitreEnfant } from './reconnaitre-enfant'

type LienAyantDroit = 'CONJOINT' | 'PACS' | 'CONCUBIN' | 'ENFANT'
type LienPartenaire = Exclude<LienAyantDroit, 'ENFANT'>

export type SituationEnfant =
  | 'ETUDES'
  | 'ALTERNANCE'
  | 'RECHERCHE_PREMIER_EMPLOI'
  | 'SERVICE_CIVIQUE'
  | 'EMPLOI'
  | 'AUCUNE'

export interface ParametresAyantDroit {
  readonly partenaire: {
    readonly article: ArticleId
    /** Liens qui ne se prouvent que par une pièce. */
    readonly surJustificatif: readonly LienPartenaire[]
  } | null
  readonly enfant: RegleEnfant | null
}

export interface FaitsAyantDroit {
  readonly lien: LienAyantDroit
  readonly date: DateCivile
  readonly dateNaissance: DateCivile | null
  readonly situation: SituationEnfant | null
  readonly justificatif: boolean | null
  readonly handicapReconnuLe: DateCivile | null
  readonly celibataire: boolean | null
  readonly rattacheFiscalement: boolean | null
}

interface QualiteAyantDroit {
  /** Dernier jour couvert si la situation ne change pas ; null sans limite d'âge. */
  readonly jusquAu: DateCivile | null
}

export type DecisionAyantDroit = Decision<QualiteAyantDroit, null, 'justificatif'>

/** Cette personne a-t-elle, ce jour-là, la qualité d'ayant droit ? */
export function reconnaitreAyantDroit(reglement: Reglement, faits: FaitsAyantDroit): DecisionAyantDroit {
  const regles = regleEnVigueur(reglement.ayantDroit, faits.date, "qualité d'ayant droit")
  if (faits.lien === 'ENFANT') {
    verifierOrdre(['dateNaissance', faits.dateNaissance], ['date', faits.date])
    verifierOrdre(['dateNaissance', faits.dateNaissance], ['handicapReconnuLe', faits.handicapReconnuLe])
    verifierOrdre(['handicapReconnuLe', faits.handicapReconnuLe], ['date', faits.date])
    return reconnaitreEnfant(prevu(regles.enfant, "enfant de l'adhérent"), faits)
  }
  return reconnaitrePartenaire(regles, faits.lien, faits.justificatif)
}

/** Un justificatif dont on ne dit rien est tenu pour déjà fourni : seul un justificatif manquant arrête. */
function reconnaitrePartenaire(
  regles: ParametresAyantDroit,
  lien: LienPartenaire,
  justificatif: boolean | null,
): DecisionAyantDroit {
  const { article, surJustificatif } = prevu(regles.partenaire, "conjoint de l'adhérent")
  const donnees = { lien: enCode(lien) }
  if (justificatif === false && surJustificatif.includes(lien)) {
    return attendre(['justificatif'], motif('JUSTIFICATIF_MANQUANT', article, donnees))
  }
  return accorder({ jusquAu: null }, motif('PARTENAIRE_ADMIS', article, donnees))
}
