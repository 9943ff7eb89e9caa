import { ajouterMois } from '../date/date-civile'
import { enCode, enDate, enMontant, enNombre, enPourcentage } from '../decision/motif'
import { type Montant, minimum, moins, plus, reste, ZERO } from '../montant/montant'
import { pourcentDe } from '../montant/taux'
import { tauxDuSoin } from './assurance-maladie'
import { type Compte, natureDe, type PartAmo, rangeeDe, refuser, verser } from './compte'
import { corps, elementsDe, ligneDe, verifierElements } from './equipement-optique'
import { etape } from './etape'
import type { ElementOptique, TypeVerre } from './faits'
import { garantirForfaitPeriode, piecesPresentes } from './forfait'
import { type EtatEquipement, garantieClasseA, garantieClasseB, plafonnerElement } from './garantie-optique'
import { partRegimeLocal } from './regime-local'
import { moisDeRenouvellement } from './renouvellement'
import { elementsPris, nombreDElements } from './suivre-equipement'

/** Part de l'Assurance maladie d'un élément : son décompte, celle du décompte d'ensemble à son rang, ou le taux. */
function partElement(
  compte: Compte,
  element: ElementOptique,
  resteDecompte: Montant | null,
  dernier: boolean,
): PartAmo {
  const ligne = ligneDe(element)
  const nature = natureDe(compte.contexte, ligne)
  const { depense, brss, montantAmo } = corps(element)
  const base = minimum(brss, depense)
  const { taux, article } = tauxDuSoin(compte, nature)
  const theorique = pourcentDe(base, taux)
  const auDecompte =
    resteDecompte === null ? theorique : minimum(resteDecompte, dernier ? depense : theorique)
  const brute = minimum(montantAmo ?? auDecompte, depense)
  compte.motifs.push(
    etape('AMO_TAUX', article, {
      taux: enPourcentage(taux),
      base: enMontant(base),
      montant: enMontant(brute),
    }),
  )
  const part = {
    base,
    taux,
    brute,
    majoration: ZERO,
    participation: ZERO,
    franchise: ZERO,
    nette: brute,
    exclu: ZERO,
    regimeLocal: ZERO,
  }
  const rangee = rangeeDe(compte.contexte, ligne)?.rangee
  return { ...part, regimeLocal: partRegimeLocal(compte, nature, rangee, part) }
}

/** Une monture et deux verres par période : un élément de plus attend la suivante. */
function elementEpuise(compte: Compte, element: ElementOptique): boolean {
  const { faits, jour, socle } = compte.contexte
  const toutes = faits.consommations ?? []
  if (toutes.length === 0) return false
  const mois = moisDeRenouvellement(socle, faits)
  const recents = elementsPris(toutes, element.sorte, jour, mois)
  const premier = recents[0]
  if (premier === undefined || nombreDElements(recents) < (element.sorte === 'MONTURE' ? 1 : 2)) return false
  refuser(compte, 'RENOUVELLEMENT', 'RENOUVELLEMENT_TROP_TOT', socle.roles.responsable, {
    dernier: enDate(premier.date),
    possible: enDate(ajouterMois(premier.date, mois)),
  })
  return true
}

function payerElement(
  compte: Compte,
  element: ElementOptique,
  part: PartAmo,
  rang: number,
  etat: EtatEquipement,
): Montant {
  if (elementEpuise(compte, element)) return ZERO
  const ligne = ligneDe(element)
  const { classe } = corps(element)
  const commun = rangeeDe(compte.contexte, 'optique.verres')?.garantie
  if (classe === 'B' && element.sorte === 'VERRE' && commun?.type === 'forfait-par-periode') {
    const avant = compte.amc
    if (piecesPresentes(compte, 'optique.verres'))
      garantirForfaitPeriode(compte, 'optique.verres', commun, { element: rang })
    return moins(compte.amc, avant)
  }
  const garanti =
    classe === 'A' ? garantieClasseA(compte, element, part, etat) : garantieClasseB(compte, ligne, part)
  if (garanti === null) return ZERO
  const verse = verser(compte, ligne, plafonnerElement(compte, element, garanti, part, etat), rang)
  compte.consommations.push({
    ligne,
    date: compte.contexte.jour,
    montant: verse,
    quantite: 1,
    element: element.sorte,
  })
  return verse
}

/** Ce qu'il reste à payer d'un élément avant la mutuelle. */
function resteDeLElement(element: ElementOptique, part: PartAmo): Montant {
  const { depense, autresRemboursements } = corps(element)
  return reste(depense, plus(plus(part.brute, part.regimeLocal), autresRemboursements ?? ZERO))
}

/** Ce que laisse un autre organisme sur l'équipement entier : on ne sait pas sur quel élément il a payé. */
function resteApresAutres(compte: Compte, elements: readonly ElementOptique[]): Montant {
  const sourd: Compte = { ...compte, motifs: [] }
  let total = ZERO
  for (const [rang, element] of elements.entries()) {
    const part = partElement(sourd, element, null, rang === elements.length - 1)
    total = plus(total, resteDeLElement(element, part))
  }
  return reste(total, compte.contexte.faits.autresRemboursements ?? ZERO)
}

export interface TotauxOptique {
  readonly amo: Montant
  readonly regimeLocal: Montant
}

/**
 * Rembourse un équipement, élément par élément dans l'ordre d'arrivée : la part d'un élément ne dépend que de lui et
 * de ceux d'avant, pour qu'un verre reçu plus tard ne change pas ce qui est déjà payé.
 * `paye` faux : les parts de l'Assurance maladie seulement (renouvellement trop tôt, droits fermés).
 */
export function rembourserEquipement(compte: Compte, paye: boolean): TotauxOptique {
  const { soin, faits, formule } = compte.contexte
  const elements = elementsDe(soin)
  verifierElements(soin, elements)
  const verres: TypeVerre[] = []
  let amo = ZERO
  let regimeLocal = ZERO
  let verse = ZERO
  const plafond = (faits.autresRemboursements ?? ZERO) === 0 ? null : resteApresAutres(compte, elements)
  for (const [rang, element] of elements.entries()) {
    if (element.sorte === 'VERRE') verres.push(element.verre.type)
    const { depense } = corps(element)
    compte.motifs.push(
      etape('ELEMENT', formule.table.article, {
        rang: enNombre(rang + 1),
        ligne: enCode(ligneDe(element)),
        montant: enMontant(depense),
      }),
    )
    const decompte = soin.montantAmo === undefined ? null : reste(soin.montantAmo, amo)
    const part = partElement(compte, element, decompte, rang === elements.length - 1)
    amo = plus(amo, part.brute)
    regimeLocal = plus(regimeLocal, part.regimeLocal)
    const avant = plus(part.brute, part.regimeLocal)
    const aPayer = resteDeLElement(element, part)
    compte.reste = plafond === null ? aPayer : minimum(aPayer, reste(plafond, compte.amc))
    const paiement = paye ? payerElement(compte, element, part, rang, { verse, verres }) : ZERO
    verse = plus(verse, plus(avant, paiement))
  }
  return { amo, regimeLocal }
}
