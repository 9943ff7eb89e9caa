import { enMontant, enPourcentage } from '../decision/motif'
import { type Montant, minimum, montant, reste, ZERO } from '../montant/montant'
import { pourcentDe } from '../montant/taux'
import { type SerieDatee, valeurAu } from '../reglement/serie-datee'
import type { Compte, PartAmo } from './compte'
import { exiger } from './compte'
import { etape } from './etape'
import { lireParametre } from './lire-parametre'
import type { NatureLigne, Parametres } from './socle'
import type { LigneTable } from './table'

export const aRegimeLocal = (compte: Compte): boolean =>
  compte.contexte.formule.table.regimeLocal || compte.contexte.faits.beneficiaire.regimeLocal === true

/** Points ajoutés par le régime local : la colonne du tableau, ou le paramètre daté quand elle n'imprime rien. */
function pointsDuRegimeLocal(
  compte: Compte,
  nature: NatureLigne,
  rangee: LigneTable | undefined,
  taux: number,
): number {
  for (const [tauxAmo, points] of rangee?.regimeLocal ?? []) {
    if (tauxAmo === null || tauxAmo === taux) return points
  }
  const serie = serieDesPoints(compte.contexte.socle.parametres, nature, taux)
  return serie === null ? 0 : lireParametre(compte, serie).valeur
}

function serieDesPoints(p: Parametres, nature: NatureLigne, taux: number): SerieDatee<number> | null {
  switch (nature.nature) {
    case 'aucune':
    case 'psychologue':
      return nature.nature === 'psychologue' ? p.regimeLocal.auxiliaire : null
    case 'orthodontie':
      return p.regimeLocal.dentaire
    case 'medicament':
    case 'vaccin':
      if (taux === 15) return p.regimeLocalMedicament['15']
      if (taux === 30) return p.regimeLocalMedicament['30']
      return taux === 65 ? p.regimeLocalMedicament['65'] : null
    default:
      return p.regimeLocal[nature.nature]
  }
}

/** La part du régime local d'Alsace-Moselle, qui vient comme celle de l'Assurance maladie (lecture 19). */
export function partRegimeLocal(
  compte: Compte,
  nature: NatureLigne,
  rangee: LigneTable | undefined,
  part: PartAmo,
): Montant {
  if (!aRegimeLocal(compte)) return ZERO
  const hopital = forfaitHospitalier(compte)
  if (hopital !== null) {
    return noter(compte, minimum(hopital, reste(compte.contexte.depense, part.brute)), null, ZERO)
  }
  const points = Math.min(
    pointsDuRegimeLocal(compte, nature, rangee, part.taux),
    Math.max(100 - part.taux, 0),
  )
  const montantLocal = minimum(pourcentDe(part.base, points), reste(part.base, part.brute))
  return noter(compte, montantLocal, points, part.base)
}

/** Forfait journalier, actes lourds et urgences : pris en charge au tarif du jour par le régime local. */
function forfaitHospitalier(compte: Compte): Montant | null {
  const { soin, socle, depense } = compte.contexte
  const p = socle.parametres
  switch (soin.ligne) {
    case 'hospitalisation.forfait-journalier': {
      const jours = exiger(soin.jours, 'soin.jours')
      const tarif = montant(lireParametre(compte, p.forfaitJournalier).valeur * jours)
      return minimum(depense, pourcentDe(tarif, lireParametre(compte, p.regimeLocalForfaitJournalier).valeur))
    }
    case 'hospitalisation.participation-forfaitaire':
    case 'hospitalisation.participation-forfaitaire.actes-lourds':
      return minimum(depense, lireParametre(compte, p.acteLourd).valeur)
    case 'hospitalisation.participation-forfaitaire.fpu':
      return minimum(depense, lireParametre(compte, p.urgences).valeur)
    default:
      return null
  }
}

function noter(compte: Compte, montantLocal: Montant, points: number | null, base: Montant): Montant {
  if (montantLocal > 0) {
    compte.motifs.push(
      etape(
        'REGIME_LOCAL',
        valeurAu(compte.contexte.socle.parametres.regimeLocal.medecin, compte.contexte.jour).article,
        {
          montant: enMontant(montantLocal),
          ...(points === null ? {} : { taux: enPourcentage(points), base: enMontant(base) }),
        },
      ),
    )
  }
  return montantLocal
}
