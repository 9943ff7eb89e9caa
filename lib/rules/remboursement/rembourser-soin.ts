import { ajouterMois } from '../date/date-civile'
import { auMoinsUnMotif, type Decision } from '../decision/decision'
import { faitInvalide } from '../decision/erreur'
import { enDate, enMontant } from '../decision/motif'
import { type Montant, moins, plus, reste, somme, ZERO } from '../montant/montant'
import type { Reglement } from '../reglement/reglement'
import { appliquerComplements, appliquerGarantie } from './appliquer-garantie'
import { partAvantMutuelle } from './assurance-maladie'
import { verifierSoin } from './cles-soin'
import {
  type Compte,
  type Contexte,
  exiger,
  limiter,
  natureDe,
  ouvrirCompte,
  rangeeDe,
  refuser,
} from './compte'
import { autresDesElements, corps, elementsDe } from './equipement-optique'
import { etape } from './etape'
import type { FaitsRemboursement } from './faits'
import { ouvrirFormule } from './formule'
import type { CodeLigne } from './lignes'
import { rembourserEquipement } from './optique'
import { refuserAvantRenouvellement } from './renouvellement'
import type { Remboursement } from './resultat'
import type { Socle } from './socle'

interface Parts {
  readonly amo: Montant
  readonly regimeLocal: Montant
  readonly participation: Montant
  readonly franchise: Montant
}

function depenseDe(faits: FaitsRemboursement): Montant {
  const { soin } = faits
  if (soin.ligne === 'optique.equipement') return somme(elementsDe(soin).map((e) => corps(e).depense))
  if (soin.ligne === 'complementaires.prime-naissance-adoption') return ZERO
  return exiger(soin.depense, 'soin.depense')
}

function autresDe({ soin, autresRemboursements = ZERO }: FaitsRemboursement): Montant {
  if (soin.ligne !== 'optique.equipement') return autresRemboursements
  return plus(autresRemboursements, autresDesElements(elementsDe(soin)))
}

/** @throws {ErreurDeRegle} FAIT_INVALIDE : des faits qui se contredisent. */
function verifierFaits(faits: FaitsRemboursement): void {
  const { beneficiaire, soin, dateSoins, autresRemboursements } = faits
  if (beneficiaire.dateNaissance > dateSoins) {
    throw faitInvalide('beneficiaire.dateNaissance', 'les soins précèdent la naissance')
  }
  if (soin.dernierEquipement !== undefined && soin.dernierEquipement > dateSoins) {
    throw faitInvalide('soin.dernierEquipement', "le dernier équipement est postérieur à l'achat")
  }
  if (soin.dernierAppareil !== undefined && soin.dernierAppareil > dateSoins) {
    throw faitInvalide('soin.dernierAppareil', "le dernier appareil est postérieur à l'achat")
  }
  if (autresRemboursements !== undefined && autresRemboursements < 0) {
    throw faitInvalide('autresRemboursements', 'un montant ne peut pas être négatif')
  }
}

/** Droits non ouverts à la date des soins, ou délai d'attente : rien n'est payé. */
function refuserSansDroits(compte: Compte): boolean {
  const { faits, jour, formule } = compte.contexte
  const { dateAffiliation, surcomplementaireAnterieure } = faits.beneficiaire
  if (dateAffiliation !== undefined && jour < dateAffiliation) {
    refuser(compte, 'HORS_DROITS', 'DROITS_NON_OUVERTS', formule.regles.articles.droits, {
      affiliation: enDate(dateAffiliation),
    })
    return true
  }
  const { attente } = formule.table
  if (attente === null || surcomplementaireAnterieure === true) return false
  const fin = ajouterMois(exiger(dateAffiliation, 'beneficiaire.dateAffiliation'), attente.mois)
  if (jour >= fin) return false
  refuser(compte, 'DELAI_ATTENTE', 'DELAI_ATTENTE', attente.article, { ouvertLe: enDate(fin) })
  return true
}

function rembourserLigne(compte: Compte, ligne: CodeLigne, paye: boolean): Parts {
  const { depense, autres } = compte.contexte
  const nature = natureDe(compte.contexte, ligne)
  const part = partAvantMutuelle(compte, nature, rangeeDe(compte.contexte, ligne)?.rangee)
  if (part.majoration > 0 || part.exclu > 0) limiter(compte, 'HORS_PARCOURS')
  compte.reste = reste(depense, plus(plus(part.brute, part.exclu), plus(part.regimeLocal, autres)))
  if (paye) {
    appliquerGarantie(compte, ligne, part)
    appliquerComplements(compte, ligne, part)
  }
  return {
    amo: part.nette,
    regimeLocal: part.regimeLocal,
    participation: part.participation,
    franchise: part.franchise,
  }
}

function conclure(compte: Compte, parts: Parts): Decision<Remboursement, Remboursement> {
  const { depense, autres, formule } = compte.contexte
  const payes = plus(plus(parts.amo, parts.regimeLocal), plus(compte.amc, autres))
  const estPrime = compte.contexte.soin.ligne === 'complementaires.prime-naissance-adoption'
  const resteACharge = estPrime ? ZERO : reste(depense, payes)
  compte.motifs.push(
    etape('RESTE_A_CHARGE', formule.regles.articles.fraisReels, { montant: enMontant(resteACharge) }),
  )
  const valeur: Remboursement = {
    depense,
    amo: parts.amo,
    amc: compte.amc,
    participationForfaitaire: parts.participation,
    franchise: parts.franchise,
    regimeLocal: parts.regimeLocal,
    autresRemboursements: autres,
    resteACharge,
    detail: compte.detail,
    plafonds: compte.plafonds,
    quantites: compte.quantites,
    limites: compte.limites,
    consommations: compte.consommations,
  }
  const motifs = auMoinsUnMotif(compte.motifs)
  const coupe = compte.limites.some((limite) => limite !== 'FRAIS_REELS' && limite !== 'HORS_PARCOURS')
  return compte.amc === 0 && coupe
    ? { verdict: 'REFUSEE', valeur, motifs }
    : { verdict: 'ACCORDEE', valeur, motifs }
}

/**
 * Ce qu'un soin rapporte : la part de l'Assurance maladie (du décompte, ou calculée), celle du régime local, celle de
 * la mutuelle selon la formule, et ce qui reste à charge, avec chaque étape dans les motifs.
 * Accordée si quelque chose est dû ou si rien n'a dû être refusé ; refusée si tout a été coupé.
 * @throws {ErreurDeRegle} FORMULE_INCONNUE, HORS_PERIODE, NON_PREVU, FAIT_INVALIDE.
 */
export function rembourserSoin(
  reglement: Reglement,
  socle: Socle,
  faits: FaitsRemboursement,
): Decision<Remboursement, Remboursement> {
  const formule = ouvrirFormule(reglement, faits.formule, faits.dateSoins)
  verifierSoin(faits.soin)
  verifierFaits(faits)
  const contexte: Contexte = {
    socle,
    formule,
    faits,
    soin: faits.soin,
    jour: faits.dateSoins,
    depense: depenseDe(faits),
    autres: autresDe(faits),
  }
  const compte = ouvrirCompte(contexte)
  if (formule.table.demonstration) {
    compte.motifs.push(etape('MONTANTS_DE_DEMONSTRATION', formule.table.article))
  }
  const paye = !refuserSansDroits(compte) && !refuserAvantRenouvellement(compte)
  if (contexte.autres > 0) {
    compte.motifs.push(
      etape('AUTRES_REMBOURSEMENTS', formule.regles.articles.fraisReels, {
        montant: enMontant(contexte.autres),
      }),
    )
  }
  if (faits.soin.ligne === 'optique.equipement') {
    const { amo, regimeLocal } = rembourserEquipement(compte, paye)
    return conclure(compte, { amo, regimeLocal, participation: ZERO, franchise: ZERO })
  }
  return conclure(compte, rembourserLigne(compte, faits.soin.ligne, paye))
}

/** Vérifie le partage : utile aux frontières qui relisent un remboursement écrit. */
export const estEquilibre = (r: Remboursement): boolean =>
  moins(r.depense, plus(plus(r.amo, r.regimeLocal), plus(r.autresRemboursements, r.resteACharge))) === r.amc
