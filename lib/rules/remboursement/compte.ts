import type { DateCivile } from '../date/date-civile'
import { faitInvalide } from '../decision/erreur'
import { type ArticleId, type Donnee, enCode, enMontant, type Motif } from '../decision/motif'
import { type Montant, minimum, moins, montant, plus, reste, ZERO } from '../montant/montant'
import { type CodeEtape, etape } from './etape'
import type { Consommation, FaitsRemboursement, Soin } from './faits'
import type { FormuleOuverte, RangeeOuverte } from './formule'
import type { CodeLigne } from './lignes'
import type { Detail, Limite, PlafondTouche, QuantiteTouchee } from './resultat'
import { type NatureLigne, natureDeLigne, type Socle } from './socle'

/** Ce qu'un calcul lit d'un bout à l'autre. */
export interface Contexte {
  readonly socle: Socle
  readonly formule: FormuleOuverte
  readonly faits: FaitsRemboursement
  readonly soin: Soin
  readonly jour: DateCivile
  readonly depense: Montant
  readonly autres: Montant
}

/** La part de l'Assurance maladie. `brute` : dans le parcours et avant retenues, c'est elle que la garantie déduit. */
export interface PartAmo {
  readonly base: Montant
  readonly taux: number
  readonly brute: Montant
  /** Réduction pour non-respect du parcours de soins. */
  readonly majoration: Montant
  readonly participation: Montant
  readonly franchise: Montant
  readonly nette: Montant
  /** Part du dépassement que personne ne peut couvrir hors parcours. */
  readonly exclu: Montant
  readonly regimeLocal: Montant
}

/** Le calcul en cours : ce qui reste à couvrir, et ce qu'on en a déjà dit. Vit le temps d'un appel. */
export interface Compte {
  readonly contexte: Contexte
  /** Ce que la mutuelle peut encore couvrir : dépense moins toutes les autres parts et les retenues. */
  reste: Montant
  amc: Montant
  readonly detail: Detail[]
  readonly plafonds: PlafondTouche[]
  readonly quantites: QuantiteTouchee[]
  readonly limites: Limite[]
  readonly consommations: Consommation[]
  readonly motifs: Motif[]
}

export const ouvrirCompte = (contexte: Contexte): Compte => ({
  contexte,
  reste: ZERO,
  amc: ZERO,
  detail: [],
  plafonds: [],
  quantites: [],
  limites: [],
  consommations: [],
  motifs: [],
})

export function limiter(compte: Compte, limite: Limite): void {
  if (!compte.limites.includes(limite)) compte.limites.push(limite)
}

/** Dit ce qui réduit un versement : la limite et le montant retiré de la garantie. */
export function retrancher(
  compte: Compte,
  limite: Limite,
  code: CodeEtape,
  article: ArticleId,
  retrait: Montant,
  donnees: Record<string, Donnee> = {},
): void {
  limiter(compte, limite)
  compte.motifs.push(etape(code, article, { ...donnees, retrait: enMontant(retrait) }))
}

/** Verse une garantie dans la limite de ce qui reste à payer, et rend le montant versé. */
export function verser(compte: Compte, ligne: CodeLigne, garanti: Montant, element?: number): Montant {
  const verse = minimum(garanti, compte.reste)
  if (verse < garanti) {
    retrancher(
      compte,
      'FRAIS_REELS',
      'LIMITE_FRAIS_REELS',
      compte.contexte.formule.regles.articles.fraisReels,
      moins(garanti, verse),
      { garanti: enMontant(garanti), reste: enMontant(compte.reste) },
    )
  }
  compte.motifs.push(
    etape('PART_MUTUELLE', compte.contexte.formule.table.article, {
      ligne: enCode(ligne),
      montant: enMontant(verse),
    }),
  )
  compte.reste = moins(compte.reste, verse)
  compte.amc = plus(compte.amc, verse)
  ajouterDetail(compte, ligne, verse, element)
  return verse
}

/** Une ligne payée en deux fois (pourcentage puis forfait de la même case) n'a qu'une entrée. */
function ajouterDetail(compte: Compte, ligne: CodeLigne, verse: Montant, element: number | undefined): void {
  const dernier = compte.detail.at(-1)
  if (dernier !== undefined && dernier.ligne === ligne && dernier.element === element) {
    compte.detail[compte.detail.length - 1] = { ...dernier, montant: plus(dernier.montant, verse) }
    return
  }
  compte.detail.push(element === undefined ? { ligne, montant: verse } : { ligne, montant: verse, element })
}

/** Note un refus sans montant : la ligne ne verse rien. */
export function refuser(
  compte: Compte,
  limite: Limite,
  code: CodeEtape,
  article: ArticleId,
  donnees: Record<string, Donnee> = {},
): void {
  limiter(compte, limite)
  compte.motifs.push(etape(code, article, donnees))
}

/** @throws {ErreurDeRegle} FAIT_INVALIDE si le fait que la situation demande est absent. */
export function exiger<V>(valeur: V | undefined, chemin: string): V {
  if (valeur === undefined) throw faitInvalide(chemin, `« ${chemin} » est nécessaire pour ce soin`)
  return valeur
}

export const natureDe = (contexte: Contexte, ligne: CodeLigne): NatureLigne =>
  natureDeLigne(contexte.socle, ligne)
export const rangeeDe = (contexte: Contexte, ligne: CodeLigne): RangeeOuverte | undefined =>
  contexte.formule.rangees.get(ligne)

/** Le ticket modérateur : la base moins ce que l'Assurance maladie et le régime local en paient. */
export const ticketModerateur = (part: PartAmo): Montant =>
  reste(part.base, plus(part.brute, part.regimeLocal))

/** Le partage par anticipation d'une somme, en centimes, sur un nombre de jours : jamais un centime de trop. */
export const prorata = (total: Montant, parts: number, surParts: number): Montant =>
  montant(Math.floor((total * parts) / surParts))
