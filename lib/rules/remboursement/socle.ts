import type { ArticleId } from '../decision/motif'
import type { RegleDelai } from '../delai/regle-delai'
import type { ParametresIndu } from '../indu/regle-indu'
import type { Montant } from '../montant/montant'
import type { Article } from '../reglement/article'
import type { SerieDatee } from '../reglement/serie-datee'
import type { CodeLigne } from './lignes'
import type { VersionActe } from './nomenclature'
import type { DestinationPoste } from './poste'

/** Nature d'un soin pour l'Assurance maladie : elle donne le taux du jour. */
export type NatureSoin =
  | 'medecin'
  | 'biologie'
  | 'auxiliaire'
  | 'psychologue'
  | 'lpp'
  | 'dentaire'
  | 'hospitalisation'
  | 'transport'
  | 'medicament'
  | 'cure'
  | 'orthodontie'
  | 'vaccin'
  | 'aucune'

export type SorteParticipation =
  | 'participation'
  | 'franchise-medicament'
  | 'franchise-paramedical'
  | 'franchise-transport'

/** Ce que la loi dit d'une ligne, quel que soit le règlement. */
export interface NatureLigne {
  readonly nature: NatureSoin
  readonly participation: SorteParticipation | null
  /** Vrai si ne pas passer par le médecin traitant réduit la part de l'Assurance maladie. */
  readonly parcours: boolean
  /** Vrai si un contrat responsable doit le ticket modérateur (R. 871-2 1°). */
  readonly ticketModerateurDu: boolean
  /** Un médecin non conventionné à tarif maîtrisé : la ligne de son confrère qui l'est. */
  readonly dptam: CodeLigne | null
  /** Lignes « + » qui complètent celle-ci quand il reste quelque chose à payer, dans l'ordre. */
  readonly complements: readonly CodeLigne[]
}

/** La même chose telle que le socle l'écrit, dans l'ordre des champs de `NatureLigne`. */
export type RangeeNature = readonly [
  nature: NatureSoin,
  participation: SorteParticipation | null,
  parcours: boolean,
  ticketModerateurDu: boolean,
  dptam: CodeLigne | null,
  complements: readonly CodeLigne[],
]

/** Natures dont la loi ne connaît qu'un taux à une date ; les autres demandent le taux du décompte. */
export type NatureATauxUnique = Exclude<
  NatureSoin,
  'medicament' | 'cure' | 'orthodontie' | 'vaccin' | 'aucune'
>

export type CategorieVerres = 'a' | 'b' | 'c' | 'd' | 'e' | 'f'

type Montants = SerieDatee<Montant>
type Nombres = SerieDatee<number>

/** Les paramètres légaux datés que les règles lisent. Taux en %, montants en centimes, durées dans leur nom. */
export interface Parametres {
  readonly taux: Readonly<Record<NatureATauxUnique, Nombres>>
  readonly tauxExoneration: Nombres
  readonly tauxMaternite: Nombres
  readonly tauxAccidentTravail: Nombres
  readonly participation: Montants
  readonly participationPlafondJour: Montants
  readonly participationPlafondAn: Montants
  readonly participationAgeExonere: Nombres
  readonly franchises: Readonly<Record<Exclude<SorteParticipation, 'participation'>, Montants>>
  readonly franchisesPlafondJour: Readonly<Record<'franchise-paramedical' | 'franchise-transport', Montants>>
  readonly franchisesPlafondAn: Montants
  readonly franchisesAgeExonere: Nombres
  readonly horsParcoursPoints: Nombres
  readonly horsParcoursPlafond: Montants
  readonly horsParcoursDepassement: Montants
  readonly horsParcoursAge: Nombres
  readonly regimeLocal: Readonly<Record<Exclude<NatureATauxUnique, 'psychologue'> | 'cure', Nombres>>
  /** Complément du régime local sur les médicaments, selon leur taux. */
  readonly regimeLocalMedicament: Readonly<Record<'15' | '30' | '65', Nombres>>
  readonly regimeLocalForfaitJournalier: Nombres
  readonly forfaitJournalier: Montants
  readonly acteLourd: Montants
  readonly urgences: Montants
  readonly depassementPlafondNonDptam: Nombres
  readonly depassementEcartDptam: Nombres
  readonly optiquePlafonds: Readonly<Record<CategorieVerres, Montants>>
  readonly optiquePlanchers: Readonly<Record<CategorieVerres, Montants>>
  readonly optiquePlafondMonture: Montants
  readonly optiqueMois: Nombres
  readonly optiqueMoisMoinsDe16: Nombres
  readonly optiqueMoisEvolution: Nombres
  readonly optiqueMoisAdaptation: Nombres
  readonly audioPlafond: Montants
  readonly audioMois: Nombres
  readonly psychologueSeances: Nombres
  readonly plafondMensuel: Montants
}

/** Les articles de la loi que les motifs citent par rôle, quand aucun paramètre daté ne les porte. */
export interface ArticlesSocle {
  readonly responsable: ArticleId
  readonly tauxDecompte: ArticleId
  /** Ce qui permet de renoncer à ce qui reste dû. */
  readonly remise: ArticleId
}

/** Ce que la loi impose à tous : passé aux règles, qui n'importent jamais de données. */
export interface Socle {
  readonly articles: readonly Article[]
  readonly roles: ArticlesSocle
  /** Une prestation versée à tort, où le règlement se tait. */
  readonly indu: ParametresIndu
  /** Temps de réponse à qui exerce ses droits sur ses données. */
  readonly droitsPersonnes: RegleDelai
  readonly parametres: Parametres
  readonly lignes: Readonly<Record<CodeLigne, RangeeNature>>
  readonly nomenclature: readonly VersionActe[]
  /** Les taux que la nomenclature nomme, par leur nom. */
  readonly tauxActes: Readonly<Record<string, Nombres>>
  readonly postes: Readonly<Record<string, DestinationPoste>>
}

const natures = new WeakMap<Socle['lignes'], Map<CodeLigne, NatureLigne>>()

/** Ce que la loi dit d'une ligne. */
export function natureDeLigne(socle: Socle, ligne: CodeLigne): NatureLigne {
  let connues = natures.get(socle.lignes)
  if (connues === undefined) {
    connues = new Map()
    natures.set(socle.lignes, connues)
  }
  const connue = connues.get(ligne)
  if (connue !== undefined) return connue
  const [nature, participation, parcours, ticketModerateurDu, dptam, complements] = socle.lignes[ligne]
  const lue = { nature, participation, parcours, ticketModerateurDu, dptam, complements }
  connues.set(ligne, lue)
  return lue
}
