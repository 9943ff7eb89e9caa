import { ageAu, ajouterAnnees } from '../date/date-civile'
import { enCode, enMontant, enNombre } from '../decision/motif'
import { minimum, montant } from '../montant/montant'
import { type Compte, exiger, prorata, rangeeDe, refuser, verser } from './compte'
import { quantiteConsommee } from './consommation'
import { etape } from './etape'
import type { Etablissement } from './faits'
import type { ForfaitJournalier } from './garantie'
import type { CodeLigne } from './lignes'
import { anneeCivile } from './periode-forfait'
import type { QuantiteTouchee } from './resultat'
import type { ConditionsLigne } from './table'

function limiteEtablissement(conditions: ConditionsLigne | undefined, lieu: Etablissement): number | null {
  if (lieu === 'SPECIALISE') return conditions?.joursSpecialise ?? null
  return lieu === 'MATERNITE' ? (conditions?.joursMaternite ?? null) : null
}

/** Jours payables du séjour : ceux que laissent la case, puis la limite propre à l'établissement. */
function joursCouverts(compte: Compte, ligne: CodeLigne, jours: number, joursParAn: number | null): number {
  const { soin, jour, formule } = compte.contexte
  const annee = anneeCivile(jour)
  const lieu = soin.etablissement ?? 'MCO'
  const sousLimite = limiteEtablissement(rangeeDe(compte.contexte, ligne)?.rangee.conditions, lieu)
  let couverts = jours
  const limites: Omit<QuantiteTouchee, 'consommeApres'>[] = []
  const commun = { ligne, unite: 'JOUR', ...annee } as const
  if (joursParAn !== null) {
    const pris = quantiteConsommee(compte, ligne, annee)
    couverts = Math.min(couverts, Math.max(joursParAn - pris, 0))
    limites.push({ ...commun, plafond: joursParAn, consommeAvant: pris })
  }
  if (sousLimite !== null) {
    // Une consommation qui ne dit pas où compte dans la limite : la note plafonne l'année, pas le séjour.
    const pris = quantiteConsommee(
      compte,
      ligne,
      annee,
      (c) => c.etablissement === undefined || c.etablissement === lieu,
    )
    couverts = Math.min(couverts, Math.max(sousLimite - pris, 0))
    limites.push({ ...commun, plafond: sousLimite, consommeAvant: pris, etablissement: lieu })
  }
  compte.quantites.push(...limites.map((l) => ({ ...l, consommeApres: l.consommeAvant + couverts })))
  if (couverts < jours) {
    refuser(compte, 'JOURS_EPUISES', 'LIMITE_JOURS', formule.regles.articles.plafonds, {
      ligne: enCode(ligne),
      demandes: enNombre(jours),
      couverts: enNombre(couverts),
    })
  }
  return couverts
}

function noterJours(compte: Compte, ligne: CodeLigne, couverts: number, avant: number): void {
  const verse = avant - compte.reste
  if (couverts === 0) return
  const { soin, jour } = compte.contexte
  compte.consommations.push({
    ligne,
    date: jour,
    montant: montant(verse),
    quantite: couverts,
    ...(soin.etablissement === undefined ? {} : { etablissement: soin.etablissement }),
  })
}

/** Un forfait par jour ou par nuit, dans la limite des jours de l'année. */
export function garantirJours(compte: Compte, ligne: CodeLigne, garantie: ForfaitJournalier): void {
  const jours = exiger(compte.contexte.soin.jours, 'soin.jours')
  const couverts = joursCouverts(compte, ligne, jours, garantie.joursParAn)
  const avant = compte.reste
  const garanti = montant(garantie.montant * couverts)
  compte.motifs.push(
    etape('GARANTIE_UNITAIRE', compte.contexte.formule.table.article, {
      unitaire: enMontant(garantie.montant),
      nombre: enNombre(couverts),
      garanti: enMontant(garanti),
    }),
  )
  verser(compte, ligne, garanti)
  noterJours(compte, ligne, couverts, avant)
}

/** Les frais réels d'un nombre de jours : au-delà, la part des jours payables. */
export function garantirFraisReels(compte: Compte, ligne: CodeLigne, joursParAn: number | null): void {
  const jours = exiger(compte.contexte.soin.jours, 'soin.jours')
  const couverts = joursCouverts(compte, ligne, jours, joursParAn)
  const avant = compte.reste
  // Le prix des jours couverts, quel que soit celui qui a payé avant : l'ordre des payeurs ne change pas le total.
  const garanti =
    couverts === jours ? avant : minimum(prorata(compte.contexte.depense, couverts, jours), avant)
  compte.motifs.push(
    etape('GARANTIE_FRAIS_REELS', compte.contexte.formule.table.article, {
      nombre: enNombre(couverts),
      garanti: enMontant(garanti),
    }),
  )
  verser(compte, ligne, garanti)
  noterJours(compte, ligne, couverts, avant)
}

/** « Illimité » et « pris en charge » : tout ce qui reste, sauf limite de jours d'un établissement spécialisé. */
export function garantirTout(compte: Compte, ligne: CodeLigne): void {
  const conditions = rangeeDe(compte.contexte, ligne)?.rangee.conditions
  if (limiteEtablissement(conditions, compte.contexte.soin.etablissement ?? 'MCO') !== null) {
    garantirFraisReels(compte, ligne, null)
    return
  }
  const avant = compte.reste
  compte.motifs.push(
    etape('GARANTIE_TOTALE', compte.contexte.formule.table.article, { garanti: enMontant(avant) }),
  )
  verser(compte, ligne, avant)
  noterJours(compte, ligne, compte.contexte.soin.jours ?? 0, avant)
}

/** L'accompagnement ne vaut, dans certaines gammes, que pour les plus jeunes et les plus âgés. */
export function ageCouvert(compte: Compte, ligne: CodeLigne): boolean {
  const ages = rangeeDe(compte.contexte, ligne)?.rangee.conditions?.ages
  if (ages === undefined) return true
  const { faits, jour, formule } = compte.contexte
  const naissance = faits.beneficiaire.dateNaissance
  if (ageAu(naissance, jour) < ages.moinsDe || jour > ajouterAnnees(naissance, ages.plusDe)) return true
  refuser(compte, 'NON_GARANTI', 'AGE_NON_COUVERT', formule.table.article, {
    age: enNombre(ageAu(naissance, jour)),
    moinsDe: enNombre(ages.moinsDe),
    plusDe: enNombre(ages.plusDe),
  })
  return false
}
