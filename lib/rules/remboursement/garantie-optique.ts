import { ajouterMois } from '../date/date-civile'
import { enCode, enMontant, enNombre, enPourcentage } from '../decision/motif'
import { type Montant, maximum, minimum, moins, plus, reste, ZERO } from '../montant/montant'
import { pourcentDe } from '../montant/taux'
import { type Compte, exiger, type PartAmo, rangeeDe, refuser, retrancher, ticketModerateur } from './compte'
import { categorieVerres, chemin, corps } from './equipement-optique'
import { type CodeEtape, etape } from './etape'
import type { ElementOptique, TypeVerre } from './faits'
import { piecesPresentes } from './forfait'
import type { CodeLigne } from './lignes'
import { lireParametre } from './lire-parametre'
import { ticketModerateurDu } from './pourcentage'

/** Ce qui est déjà versé sur l'équipement, toutes parts comprises, et les verres connus. */
export interface EtatEquipement {
  readonly verse: Montant
  readonly verres: readonly TypeVerre[]
}

/** La garantie d'un élément de classe A : tout son prix, dans la limite du prix fixé. */
export function garantieClasseA(
  compte: Compte,
  element: ElementOptique,
  part: PartAmo,
  etat: EtatEquipement,
): Montant | null {
  const { formule, socle } = compte.contexte
  if (!formule.table.responsable && rangeeDe(compte.contexte, 'optique.equipement-100-sante') === undefined) {
    if (compte.reste > 0) refuser(compte, 'NON_GARANTI', 'NON_GARANTI', formule.table.article)
    return null
  }
  const { depense, prixLimite } = corps(element)
  const limite = exiger(prixLimite, `${chemin(element, etat.verres.length - 1)}.prixLimite`)
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
  return permis
}

/** Case « - » ou pièce absente : le ticket modérateur qu'un contrat responsable doit, null si rien n'est dû. */
function moderateurSeul(compte: Compte, ligne: CodeLigne, part: PartAmo, garantie: boolean): Montant | null {
  const { formule, socle } = compte.contexte
  const moderateur = ticketModerateurDu(compte, ligne, part)
  if (moderateur === 0) {
    if (!garantie && compte.reste > 0) {
      refuser(compte, 'NON_GARANTI', 'NON_GARANTI', formule.table.article, { ligne: enCode(ligne) })
    }
    return null
  }
  compte.motifs.push(
    etape('TICKET_MODERATEUR', socle.roles.responsable, {
      ligne: enCode(ligne),
      garanti: enMontant(moderateur),
    }),
  )
  return moderateur
}

/** Un équipement attendu plus longtemps que le délai peut avoir un forfait plus haut. */
function majoration(compte: Compte, forfait: Montant): Montant {
  const regle = compte.contexte.formule.table.majorationOptique
  const dernier = compte.contexte.soin.dernierEquipement
  if (regle === null || dernier === undefined) return ZERO
  if (compte.contexte.jour < ajouterMois(dernier, regle.apresMois)) return ZERO
  const supplement = pourcentDe(forfait, regle.pourcentage)
  compte.motifs.push(
    etape('MAJORATION_OPTIQUE', regle.article, {
      pourcentage: enPourcentage(regle.pourcentage),
      mois: enNombre(regle.apresMois),
      montant: enMontant(supplement),
    }),
  )
  return supplement
}

/** La garantie d'un élément de classe B selon sa case ; null si rien n'est dû. */
export function garantieClasseB(compte: Compte, ligne: CodeLigne, part: PartAmo): Montant | null {
  const { formule } = compte.contexte
  const garantie = rangeeDe(compte.contexte, ligne)?.garantie
  if (garantie?.type !== 'forfait-par-monture' && garantie?.type !== 'forfait-par-verre') {
    return moderateurSeul(compte, ligne, part, false)
  }
  if (!piecesPresentes(compte, ligne)) return moderateurSeul(compte, ligne, part, true)
  const forfait = plus(garantie.montant, majoration(compte, garantie.montant))
  // Le forfait d'une monture est un total, celui d'un verre s'ajoute à la part de l'Assurance maladie (lecture 12).
  const comprend = garantie.type === 'forfait-par-monture' && formule.table.totalAvecAmo
  const deduit = comprend ? plus(part.brute, part.regimeLocal) : ZERO
  const garanti = reste(forfait, deduit)
  compte.motifs.push(
    etape('GARANTIE_ELEMENT', formule.table.article, {
      ligne: enCode(ligne),
      forfait: enMontant(forfait),
      deduit: enMontant(deduit),
      garanti: enMontant(garanti),
    }),
  )
  return garanti
}

/** Ce que R. 871-2 permet encore : plafond de la monture, plafond de l'équipement selon les verres connus. */
export function plafonnerElement(
  compte: Compte,
  element: ElementOptique,
  garanti: Montant,
  part: PartAmo,
  etat: EtatEquipement,
): Montant {
  const { socle, formule } = compte.contexte
  if (!formule.table.responsable || corps(element).classe === 'A') return garanti
  const p = socle.parametres
  const categorie = categorieVerres(etat.verres[0], etat.verres[1])
  const equipement = lireParametre(compte, p.optiquePlafonds[categorie])
  const deduit = plus(part.brute, part.regimeLocal)
  let permis = reste(equipement.valeur, plus(etat.verse, deduit))
  let code: CodeEtape = 'LIMITE_EQUIPEMENT'
  let plafond = equipement.valeur
  if (element.sorte === 'MONTURE') {
    const monture = lireParametre(compte, p.optiquePlafondMonture).valeur
    if (reste(monture, deduit) < permis) {
      permis = reste(monture, deduit)
      code = 'LIMITE_MONTURE'
      plafond = monture
    }
  }
  // Le ticket modérateur reste dû au-delà des plafonds.
  const du = maximum(permis, ticketModerateur(part))
  if (du >= minimum(garanti, compte.reste)) return garanti
  retrancher(compte, 'PLAFOND_RESPONSABLE', code, equipement.article, moins(garanti, du), {
    plafond: enMontant(plafond),
  })
  return du
}
