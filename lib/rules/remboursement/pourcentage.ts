import { enMontant, enPourcentage } from '../decision/motif'
import { type Montant, minimum, moins, plus, reste, ZERO } from '../montant/montant'
import { pourcentDe } from '../montant/taux'
import {
  type Compte,
  exiger,
  natureDe,
  type PartAmo,
  rangeeDe,
  retrancher,
  ticketModerateur,
  verser,
} from './compte'
import { sommeConsommee } from './consommation'
import { etape } from './etape'
import type { CodeLigne } from './lignes'
import { lireParametre } from './lire-parametre'
import { anneeCivile } from './periode-forfait'

/** Dépassements d'un médecin sans option tarifaire : au plus 100 % de la base, et 20 points sous son confrère. */
function plafondSansDptam(compte: Compte, ligne: CodeLigne, valeur: number): number {
  const { socle, formule } = compte.contexte
  const dptam = natureDe(compte.contexte, ligne).dptam
  if (dptam === null || !formule.table.responsable) return valeur
  const confrere = rangeeDe(compte.contexte, dptam)?.garantie
  const plafond = 100 + lireParametre(compte, socle.parametres.depassementPlafondNonDptam).valeur
  const ecart = lireParametre(compte, socle.parametres.depassementEcartDptam).valeur
  const sousConfrere = confrere?.type === 'pourcentage-br' ? confrere.valeur - ecart : plafond
  return Math.min(valeur, Math.max(100, Math.min(plafond, sousConfrere)))
}

/** Le total garanti moins ce que l'Assurance maladie et le régime local en paient ; dit chaque étape. */
function resteGaranti(compte: Compte, ligne: CodeLigne, valeur: number, part: PartAmo): Montant {
  const base = exiger(compte.contexte.soin.brss, 'soin.brss')
  const deduit = plus(part.brute, part.regimeLocal)
  const total = pourcentDe(base, valeur)
  const garanti = reste(total, deduit)
  compte.motifs.push(
    etape('GARANTIE_POURCENTAGE', compte.contexte.formule.table.article, {
      pourcentage: enPourcentage(valeur),
      base: enMontant(base),
      total: enMontant(total),
      deduit: enMontant(deduit),
      garanti: enMontant(garanti),
      ...(part.regimeLocal > 0 ? { regimeLocal: enMontant(part.regimeLocal) } : {}),
    }),
  )
  const permis = plafondSansDptam(compte, ligne, valeur)
  if (permis === valeur) return garanti
  const plafonne = reste(pourcentDe(base, permis), deduit)
  retrancher(
    compte,
    'PLAFOND_RESPONSABLE',
    'LIMITE_DEPASSEMENT_DPTAM',
    compte.contexte.socle.roles.responsable,
    moins(garanti, plafonne),
    { pourcentage: enPourcentage(permis) },
  )
  return plafonne
}

/** Au-delà du ticket modérateur, la mutuelle demande la facture quand l'annexe des pièces la prévoit. */
function sansFacture(compte: Compte, ligne: CodeLigne, garanti: Montant, part: PartAmo): Montant {
  const moderateur = ticketModerateur(part)
  const rangee = rangeeDe(compte.contexte, ligne)?.rangee
  if (compte.contexte.soin.facture !== false || rangee?.pieces?.includes('FACTURE') !== true) return garanti
  if (minimum(garanti, compte.reste) <= moderateur) return garanti
  retrancher(
    compte,
    'PIECE_MANQUANTE',
    'PIECE_FACTURE',
    compte.contexte.formule.regles.articles.pieces,
    moins(garanti, moderateur),
  )
  return moderateur
}

/** Un pourcentage de la base de remboursement, total Assurance maladie comprise (lecture 12). */
export function garantirPourcentage(compte: Compte, ligne: CodeLigne, valeur: number, part: PartAmo): void {
  const garanti = sansFacture(compte, ligne, resteGaranti(compte, ligne, valeur, part), part)
  verser(compte, ligne, ligne === 'audio.classe2' ? plafonnerAppareil(compte, garanti, part) : garanti)
}

/** Une aide auditive ne se rembourse pas au-delà du plafond de la loi, toutes parts comprises. */
function plafonnerAppareil(compte: Compte, garanti: Montant, part: PartAmo): Montant {
  const { formule, socle } = compte.contexte
  if (!formule.table.responsable) return garanti
  const plafond = lireParametre(compte, socle.parametres.audioPlafond)
  const permis = reste(plafond.valeur, plus(part.brute, part.regimeLocal))
  if (permis >= minimum(garanti, compte.reste)) return garanti
  retrancher(compte, 'PLAFOND_RESPONSABLE', 'LIMITE_APPAREIL', plafond.article, moins(garanti, permis))
  return permis
}

/** Une prothèse dentaire : ses dépassements comptent dans un plafond annuel, au-delà duquel reste le ticket modérateur. */
export function garantirProthese(compte: Compte, ligne: CodeLigne, valeur: number, part: PartAmo): void {
  const garanti = sansFacture(compte, ligne, resteGaranti(compte, ligne, valeur, part), part)
  const permis = plafonnerHonoraires(compte, garanti, part)
  const plafond = rangeeDe(compte.contexte, PLAFOND)?.garantie
  if (plafond?.type === 'plafond-annuel-depassements') {
    verserSousPlafond(compte, ligne, permis, part, plafond.montant)
  } else {
    verser(compte, ligne, permis)
  }
}

const PLAFOND: CodeLigne = 'dentaire.plafond-depassements'

/** Verse le ticket modérateur, et des dépassements ce que le plafond de l'année laisse ; tient le compteur. */
function verserSousPlafond(
  compte: Compte,
  ligne: CodeLigne,
  garanti: Montant,
  part: PartAmo,
  plafond: Montant,
): void {
  const { jour, formule } = compte.contexte
  const annee = anneeCivile(jour)
  const avant = sommeConsommee(compte, PLAFOND, annee)
  const moderateur = minimum(garanti, ticketModerateur(part))
  const depassement = moins(garanti, moderateur)
  const possible = minimum(depassement, reste(plafond, avant))
  const coupe = possible < reste(minimum(garanti, compte.reste), moderateur)
  if (coupe) {
    retrancher(
      compte,
      'PLAFOND_ANNUEL',
      'LIMITE_PLAFOND_DEPASSEMENTS',
      formule.regles.articles.plafonds,
      moins(depassement, possible),
      { plafond: enMontant(plafond), consomme: enMontant(avant) },
    )
  }
  const verse = verser(compte, ligne, coupe ? plus(moderateur, possible) : garanti)
  const pris = reste(verse, moderateur)
  const consommeApres = plus(avant, pris)
  compte.plafonds.push({ ligne: PLAFOND, plafond, consommeAvant: avant, consommeApres, ...annee })
  if (pris > 0) compte.consommations.push({ ligne: PLAFOND, date: jour, montant: pris })
}

/** Honoraires limites de facturation du panier maîtrisé : rien n'est dû au-delà. */
function plafonnerHonoraires(compte: Compte, garanti: Montant, part: PartAmo): Montant {
  const limite = compte.contexte.soin.prixLimite
  if (limite === undefined) return garanti
  const permis = minimum(garanti, reste(limite, plus(part.brute, part.regimeLocal)))
  if (permis < minimum(garanti, compte.reste)) {
    retrancher(
      compte,
      'PLAFOND_RESPONSABLE',
      'LIMITE_PRIX',
      compte.contexte.socle.roles.responsable,
      moins(garanti, permis),
      { prixLimite: enMontant(limite) },
    )
    return permis
  }
  return garanti
}

/** Un équipement du 100 % santé : tout le prix, dans la limite du prix fixé. */
export function garantirIntegral(compte: Compte, ligne: CodeLigne, part: PartAmo): void {
  const { soin, depense, socle, formule } = compte.contexte
  const limite = exiger(soin.prixLimite, 'soin.prixLimite')
  const deduit = plus(part.brute, part.regimeLocal)
  const garanti = reste(depense, deduit)
  const permis = reste(minimum(limite, depense), deduit)
  compte.motifs.push(
    etape('GARANTIE_INTEGRALE', formule.table.article, {
      prixLimite: enMontant(limite),
      garanti: enMontant(garanti),
    }),
  )
  if (permis < garanti) {
    retrancher(
      compte,
      'PLAFOND_RESPONSABLE',
      'LIMITE_PRIX',
      socle.roles.responsable,
      moins(garanti, permis),
      {
        prixLimite: enMontant(limite),
      },
    )
  }
  verser(compte, ligne, permis)
}

/** Ce qu'un contrat responsable doit même sur une case « - » : le ticket modérateur (R. 871-2 1°, lecture 16). */
export function ticketModerateurDu(compte: Compte, ligne: CodeLigne, part: PartAmo): Montant {
  const nature = natureDe(compte.contexte, ligne)
  if (!compte.contexte.formule.table.responsable || !nature.ticketModerateurDu) return ZERO
  if (nature.nature === 'medicament' && part.taux < 65) return ZERO
  return ticketModerateur(part)
}
