import { ajouterJours, type DateCivile, laPlusTardive } from '../date/date-civile'
import { accorder, auMoinsUnMotif, type Decision, refuser } from '../decision/decision'
import { exiger } from '../decision/exiger'
import { type ArticleId, enDate, enNombre, motif } from '../decision/motif'
import { verifierOrdre } from '../decision/verifier-ordre'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

type ModeVente = 'DISTANCE' | 'DEMARCHAGE'

interface RegleRenonciation {
  readonly jours: number
  readonly article: ArticleId
  /** Délai de remboursement des sommes versées, compté de la réception ; null quand la source n'en dit rien. */
  readonly remboursementJours: number | null
}

export type ParametresRenonciation = Readonly<Record<ModeVente, RegleRenonciation | null>>

export interface FaitsRenonciation {
  readonly mode: ModeVente
  readonly dateEffet: DateCivile | null
  readonly dateReceptionInformations: DateCivile | null
  readonly dateSignature: DateCivile | null
  readonly dateRenonciation: DateCivile | null
}

export interface Renonciation {
  readonly dateLimite: DateCivile
  /** null tant que personne n'a renoncé. */
  readonly recevable: boolean | null
  readonly remboursementAvant: DateCivile | null
}

/** Jusqu'à quand renoncer à une adhésion vendue à distance ou par démarchage, et si la renonciation vaut. */
export function renoncer(
  reglement: Reglement,
  faits: FaitsRenonciation,
): Decision<Renonciation, Renonciation> {
  const depart = departDuDelai(faits)
  const jourUtile = faits.dateRenonciation ?? depart
  const regles = regleEnVigueur(reglement.renonciation, jourUtile, 'renonciation')
  const regle = prevu(regles[faits.mode], 'renonciation dans ce mode de vente')
  const dateLimite = ajouterJours(depart, regle.jours)
  const donnees = {
    depart: enDate(depart),
    delai: enNombre(regle.jours, 'jours'),
    limite: enDate(dateLimite),
  }
  const base = motif(`RENONCIATION_${faits.mode}`, regle.article, donnees)
  const renonciation = faits.dateRenonciation
  if (renonciation === null) return accorder({ dateLimite, recevable: null, remboursementAvant: null }, base)
  const faite = { renonciation: enDate(renonciation), limite: enDate(dateLimite) }
  if (renonciation > dateLimite) {
    const tardive = motif('RENONCIATION_TARDIVE', regle.article, faite)
    return refuser({ dateLimite, recevable: false, remboursementAvant: null }, tardive, base)
  }
  const remboursementAvant =
    regle.remboursementJours === null ? null : ajouterJours(renonciation, regle.remboursementJours)
  const suite =
    remboursementAvant === null
      ? []
      : [motif('RENONCIATION_REMBOURSEE', regle.article, { avant: enDate(remboursementAvant) })]
  const motifs = auMoinsUnMotif([motif('RENONCIATION_A_TEMPS', regle.article, faite), base, ...suite])
  return accorder({ dateLimite, recevable: true, remboursementAvant }, ...motifs)
}

/** À distance : l'effet, ou la réception des informations si elle est plus tardive. Au domicile : la signature. */
function departDuDelai(faits: FaitsRenonciation): DateCivile {
  if (faits.mode === 'DEMARCHAGE') {
    const signature = exiger(faits.dateSignature, 'dateSignature')
    verifierOrdre(['dateSignature', signature], ['dateRenonciation', faits.dateRenonciation])
    return signature
  }
  const effet = exiger(faits.dateEffet, 'dateEffet')
  return faits.dateReceptionInformations === null
    ? effet
    : laPlusTardive(effet, faits.dateReceptionInformations)
}
