import { ErreurDeRegle } from '../decision/erreur'
import { enCode, enMontant } from '../decision/motif'
import { type Montant, maximum, plus, reste } from '../montant/montant'
import { pourcentDe } from '../montant/taux'
import { complementsGarantis } from './complements'
import { type Compte, limiter, type PartAmo, rangeeDe, refuser, verser } from './compte'
import { etape } from './etape'
import {
  garantirForfaitAnnuel,
  garantirForfaitOeil,
  garantirForfaitPeriode,
  garantirForfaitUnitaire,
  permettreSeances,
  piecesPresentes,
} from './forfait'
import type { Garantie } from './garantie'
import { ageCouvert, garantirFraisReels, garantirJours, garantirTout } from './hospitalisation'
import type { CodeLigne } from './lignes'
import { lireParametre } from './lire-parametre'
import { garantirIntegral, garantirPourcentage, garantirProthese, ticketModerateurDu } from './pourcentage'
import { verserPrime } from './prime'

/** Verse le ticket modérateur que la loi impose à un contrat responsable ; faux si elle n'impose rien. */
function verserTicketModerateur(compte: Compte, ligne: CodeLigne, part: PartAmo): boolean {
  const moderateur = ticketModerateurDu(compte, ligne, part)
  if (moderateur === 0) return false
  compte.motifs.push(
    etape('TICKET_MODERATEUR', compte.contexte.socle.roles.responsable, {
      ligne: enCode(ligne),
      garanti: enMontant(moderateur),
    }),
  )
  verser(compte, ligne, moderateur)
  return true
}

/** Une ligne que le tableau ne couvre pas : le ticket modérateur si la loi l'impose, sinon le refus. */
function sansGarantie(compte: Compte, ligne: CodeLigne, part: PartAmo): void {
  const { formule } = compte.contexte
  if (verserTicketModerateur(compte, ligne, part)) return
  // Une prime n'a pas de dépense : il n'y a jamais de reste à payer qui la distingue d'un soin déjà couvert.
  const sansDepense = ligne === 'complementaires.prime-naissance-adoption'
  if (!sansDepense && (compte.reste === 0 || complementsGarantis(compte, ligne).length > 0)) return
  refuser(compte, 'NON_GARANTI', 'NON_GARANTI', formule.table.article, { ligne: enCode(ligne) })
}

/** Mon soutien psy : le nombre de séances du tableau, ou celui de la loi s'il est plus élevé. */
function seancesEpuisees(compte: Compte, ligne: CodeLigne): boolean {
  if (ligne !== 'psychologues-monpsy') return false
  const { socle, formule } = compte.contexte
  const permises = lireParametre(compte, socle.parametres.psychologueSeances).valeur
  if (permettreSeances(compte, ligne, permises, compte.contexte.soin.actes ?? 1) > 0) return false
  refuser(compte, 'PLAFOND_ANNUEL', 'LIMITE_SEANCES', formule.regles.articles.plafonds, {
    ligne: enCode(ligne),
  })
  return true
}

function pourcentage(compte: Compte, ligne: CodeLigne, valeur: number, part: PartAmo): void {
  if (seancesEpuisees(compte, ligne)) return
  if (ligne === 'dentaire.prothese') garantirProthese(compte, ligne, valeur, part)
  else garantirPourcentage(compte, ligne, valeur, part)
  if (ligne === 'psychologues-monpsy') {
    const { jour, soin } = compte.contexte
    compte.consommations.push({ ligne, date: jour, montant: compte.amc, quantite: soin.actes ?? 1 })
  }
}

/** Un pourcentage de la dépense, sans descendre sous le ticket modérateur qu'un contrat responsable doit. */
function fraisReelsEnPourcentage(compte: Compte, ligne: CodeLigne, valeur: number, part: PartAmo): void {
  const { depense, formule } = compte.contexte
  const garanti = maximum(pourcentDe(depense, valeur), ticketModerateurDu(compte, ligne, part))
  compte.motifs.push(
    etape('GARANTIE_POURCENTAGE_FRAIS', formule.table.article, {
      pourcentage: { type: 'pourcentage', valeur },
      depense: enMontant(depense),
      garanti: enMontant(garanti),
    }),
  )
  verser(compte, ligne, garanti)
}

/** Une case douteuse s'applique telle que lue, et se signale. */
function signalerLecture(compte: Compte, ligne: CodeLigne): void {
  const { formule } = compte.contexte
  for (const lecture of rangeeDe(compte.contexte, ligne)?.rangee.lectures ?? []) {
    if (lecture.confiance === 'high' || (lecture.rang !== null && lecture.rang !== formule.rang)) continue
    compte.motifs.push(
      etape('LECTURE_DOUTEUSE', formule.table.article, {
        ligne: enCode(ligne),
        imprime: enCode(lecture.imprime),
        lu: enCode(lecture.lu),
      }),
    )
  }
}

/** Applique la case d'une ligne à ce qui reste à payer. @throws {ErreurDeRegle} NON_PREVU si ce n'est pas un soin. */
export function appliquerGarantie(compte: Compte, ligne: CodeLigne, part: PartAmo): void {
  const ouverte = rangeeDe(compte.contexte, ligne)
  const garantie = ouverte?.garantie
  const tauxAmoMin = ouverte?.rangee.conditions?.tauxAmoMin ?? 0
  if (garantie === undefined || garantie.type === 'non-garanti' || part.taux < tauxAmoMin) {
    sansGarantie(compte, ligne, part)
    return
  }
  signalerLecture(compte, ligne)
  if (garantie.type === 'pourcentage-br') {
    pourcentage(compte, ligne, garantie.valeur, part)
    return
  }
  if (garantie.type === 'pourcentage-br-plus-forfait') {
    pourcentage(compte, ligne, garantie.valeur, part)
    if (compte.reste > 0 && piecesPresentes(compte, ligne)) {
      garantirForfaitAnnuel(compte, ligne, garantie.montant)
    }
    return
  }
  if (garantie.type === 'prime') {
    verserPrime(compte, ligne, garantie.montant)
    return
  }
  if (!piecesPresentes(compte, ligne)) {
    verserTicketModerateur(compte, ligne, part)
    return
  }
  appliquerForfait(compte, ligne, garantie, part)
}

function appliquerForfait(compte: Compte, ligne: CodeLigne, garantie: Garantie, part: PartAmo): void {
  switch (garantie.type) {
    case 'integral':
      garantirIntegral(compte, ligne, part)
      return
    case 'pourcentage-frais-reels':
      fraisReelsEnPourcentage(compte, ligne, garantie.valeur, part)
      return
    case 'forfait-annuel':
      garantirForfaitAnnuel(compte, ligne, garantie.montant)
      return
    case 'forfait-par-acte':
      garantirForfaitUnitaire(compte, ligne, garantie.montant, null)
      return
    case 'forfait-par-seance':
      garantirForfaitUnitaire(compte, ligne, garantie.montant, garantie.plafondAnnuel)
      return
    case 'forfait-par-jour':
    case 'forfait-par-nuit':
      if (ageCouvert(compte, ligne)) garantirJours(compte, ligne, garantie)
      return
    case 'frais-reels':
      if (ageCouvert(compte, ligne)) garantirFraisReels(compte, ligne, garantie.joursParAn)
      return
    case 'forfait-par-oeil-par-an':
      garantirForfaitOeil(compte, ligne, garantie.montant)
      return
    case 'forfait-par-oreille':
    case 'forfait-par-periode':
      garantirForfaitPeriode(compte, ligne, garantie, appareilPermis(compte, ligne, part))
      return
    case 'illimite':
    case 'pris-en-charge':
      garantirTout(compte, ligne)
      return
    default:
      throw new ErreurDeRegle(
        'NON_PREVU',
        `la ligne « ${ligne} » n'est pas un soin à rembourser`,
        'soin.ligne',
      )
  }
}

/** Une aide auditive : le plafond du contrat responsable, parts déjà payées déduites ; vide sans plafond. */
function appareilPermis(compte: Compte, ligne: CodeLigne, part: PartAmo): { readonly permis?: Montant } {
  if (ligne !== 'audio.classe2.forfait' || !compte.contexte.formule.table.responsable) return {}
  const { socle } = compte.contexte
  const plafond = lireParametre(compte, socle.parametres.audioPlafond).valeur
  return { permis: reste(plafond, plus(plus(part.brute, part.regimeLocal), compte.amc)) }
}

/** Ajoute les lignes « + » : avec la facture, et s'il reste quelque chose à payer. */
export function appliquerComplements(compte: Compte, ligne: CodeLigne, part: PartAmo): void {
  for (const complement of complementsGarantis(compte, ligne)) {
    if (compte.reste === 0) return
    if (compte.contexte.soin.facture === false) {
      limiter(compte, 'PIECE_MANQUANTE')
      compte.motifs.push(
        etape('PIECE_FACTURE', compte.contexte.formule.regles.articles.pieces, { ligne: enCode(complement) }),
      )
      return
    }
    appliquerGarantie(compte, complement, part)
  }
}
