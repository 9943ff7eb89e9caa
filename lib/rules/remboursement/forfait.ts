import { enCode, enDate, enMontant, enNombre } from '../decision/motif'
import { type Montant, minimum, moins, montant, plus, reste, ZERO } from '../montant/montant'
import { type Compte, exiger, limiter, rangeeDe, refuser, retrancher, verser } from './compte'
import { type FiltreConsommation, quantiteConsommee, sommeConsommee } from './consommation'
import { etape } from './etape'
import type { Consommation } from './faits'
import type { Garantie } from './garantie'
import type { CodeLigne } from './lignes'
import { anneeCivile, type PeriodeForfait, periodeDepuisAchat } from './periode-forfait'

/** Vrai si les pièces que la ligne demande sont là ; sinon le refus est noté. */
export function piecesPresentes(compte: Compte, ligne: CodeLigne): boolean {
  const { soin, formule } = compte.contexte
  const pieces = rangeeDe(compte.contexte, ligne)?.rangee.pieces ?? []
  const article = formule.regles.articles.pieces
  const donnees = { ligne: enCode(ligne) }
  let presentes = true
  if (soin.facture === false && pieces.includes('FACTURE')) {
    refuser(compte, 'PIECE_MANQUANTE', 'PIECE_FACTURE', article, donnees)
    presentes = false
  }
  if (soin.ordonnance === false && pieces.includes('ORDONNANCE')) {
    refuser(compte, 'PIECE_MANQUANTE', 'PIECE_ORDONNANCE', article, donnees)
    presentes = false
  }
  return presentes
}

interface Forfait {
  readonly ligne: CodeLigne
  readonly plafond: Montant
  readonly periode: PeriodeForfait
  readonly filtre?: FiltreConsommation
  readonly marque?: Pick<Consommation, 'oreille' | 'oeil' | 'quantite'>
  /** Ce que la loi permet encore (plafond d'un appareil), null sans limite. */
  readonly permis?: Montant
  /** Rang de l'élément d'équipement qui prend sur le forfait. */
  readonly element?: number
}

/** Prend sur un forfait ce qu'il en reste, dans la limite de la dépense ; tient le compteur. */
export function prendreSurForfait(compte: Compte, forfait: Forfait): Montant {
  const { ligne, plafond, periode } = forfait
  const { formule, socle, jour } = compte.contexte
  const avant = sommeConsommee(compte, ligne, periode, forfait.filtre)
  const disponible = reste(plafond, avant)
  const donnees = {
    ligne: enCode(ligne),
    plafond: enMontant(plafond),
    consomme: enMontant(avant),
    du: enDate(periode.du),
    au: enDate(periode.au),
  }
  compte.motifs.push(
    etape('GARANTIE_FORFAIT', formule.table.article, { ...donnees, garanti: enMontant(disponible) }),
  )
  if (compte.reste > disponible) {
    refuser(compte, 'PLAFOND_ANNUEL', 'LIMITE_PLAFOND_ATTEINT', formule.regles.articles.plafonds, donnees)
  }
  let garanti = disponible
  if (forfait.permis !== undefined && forfait.permis < garanti) {
    if (forfait.permis < compte.reste) {
      const retrait = moins(garanti, forfait.permis)
      retrancher(compte, 'PLAFOND_RESPONSABLE', 'LIMITE_APPAREIL', socle.roles.responsable, retrait)
      garanti = forfait.permis
    }
  }
  const verse = verser(compte, ligne, garanti, forfait.element)
  compte.plafonds.push({
    ligne,
    plafond,
    consommeAvant: avant,
    consommeApres: plus(avant, verse),
    ...periode,
  })
  if (verse > 0) compte.consommations.push({ ligne, date: jour, montant: verse, ...forfait.marque })
  return verse
}

/** Un forfait de l'année civile, majoré s'il y a lieu dans le conventionnement dentaire mutualiste. */
export function garantirForfaitAnnuel(compte: Compte, ligne: CodeLigne, plafond: Montant): void {
  const { soin, jour } = compte.contexte
  const majorations = rangeeDe(compte.contexte, ligne)?.rangee.conditions?.majorationReseau
  const majoration = soin.acteReseau === undefined ? undefined : majorations?.[soin.acteReseau]
  prendreSurForfait(compte, {
    ligne,
    plafond: plus(plafond, majoration ?? ZERO),
    periode: anneeCivile(jour),
  })
}

/** Un forfait par œil et par an. */
export function garantirForfaitOeil(compte: Compte, ligne: CodeLigne, plafond: Montant): void {
  const oeil = exiger(compte.contexte.soin.oeil, 'soin.oeil')
  prendreSurForfait(compte, {
    ligne,
    plafond,
    periode: anneeCivile(compte.contexte.jour),
    filtre: (c) => c.oeil === undefined || c.oeil === oeil,
    marque: { oeil },
  })
}

/** Un forfait sur plusieurs années, par oreille ou non, compté depuis l'achat. */
export function garantirForfaitPeriode(
  compte: Compte,
  ligne: CodeLigne,
  garantie: Extract<Garantie, { type: 'forfait-par-oreille' | 'forfait-par-periode' }>,
  precisions: Pick<Forfait, 'permis' | 'element'> = {},
): void {
  const { soin, jour, faits } = compte.contexte
  const oreille = garantie.type === 'forfait-par-oreille' ? exiger(soin.oreille, 'soin.oreille') : undefined
  const filtre: FiltreConsommation = (c) =>
    oreille === undefined || c.oreille === undefined || c.oreille === oreille
  const achats = (faits.consommations ?? []).filter((c) => c.ligne === ligne && filtre(c)).map((c) => c.date)
  prendreSurForfait(compte, {
    ligne,
    plafond: garantie.montant,
    periode: periodeDepuisAchat(jour, achats, garantie.periodeAnnees),
    filtre,
    ...(oreille === undefined ? {} : { marque: { oreille } }),
    ...precisions,
  })
}

/** Séances que l'année laisse, et le compteur qu'elles touchent. */
export function permettreSeances(compte: Compte, ligne: CodeLigne, parAn: number, nombre: number): number {
  const annee = anneeCivile(compte.contexte.jour)
  const pris = quantiteConsommee(compte, ligne, annee)
  const permises = Math.max(parAn - pris, 0)
  compte.quantites.push({
    ligne,
    unite: 'SEANCE',
    plafond: parAn,
    consommeAvant: pris,
    consommeApres: pris + Math.min(nombre, permises),
    ...annee,
  })
  return permises
}

/** Séances que l'année permet encore, quand la ligne les compte. */
function seancesCouvertes(compte: Compte, ligne: CodeLigne): number {
  const { soin, formule } = compte.contexte
  const nombre = soin.actes ?? 1
  const parAn = rangeeDe(compte.contexte, ligne)?.rangee.conditions?.seancesParAn
  if (parAn === undefined) return nombre
  const permises = permettreSeances(compte, ligne, parAn, nombre)
  if (permises < nombre) {
    refuser(compte, 'PLAFOND_ANNUEL', 'LIMITE_SEANCES', formule.regles.articles.plafonds, {
      ligne: enCode(ligne),
    })
  }
  return Math.min(nombre, permises)
}

/** Un forfait par acte ou par séance, avec ou sans plafond de l'année. */
export function garantirForfaitUnitaire(
  compte: Compte,
  ligne: CodeLigne,
  unitaire: Montant,
  plafondAnnuel: Montant | null,
): void {
  const nombre = seancesCouvertes(compte, ligne)
  const garanti = montant(unitaire * nombre)
  compte.motifs.push(
    etape('GARANTIE_UNITAIRE', compte.contexte.formule.table.article, {
      unitaire: enMontant(unitaire),
      nombre: enNombre(nombre),
      garanti: enMontant(garanti),
    }),
  )
  if (compte.reste > garanti && nombre > 0) limiter(compte, 'PLAFOND_SEANCE')
  const verse =
    plafondAnnuel === null
      ? verser(compte, ligne, garanti)
      : verserSousPlafondAnnuel(compte, ligne, garanti, plafondAnnuel)
  if (nombre > 0 && verse > 0) {
    compte.consommations.push({ ligne, date: compte.contexte.jour, montant: verse, quantite: nombre })
  }
}

function verserSousPlafondAnnuel(
  compte: Compte,
  ligne: CodeLigne,
  garanti: Montant,
  plafond: Montant,
): Montant {
  const { formule, jour } = compte.contexte
  const periode = anneeCivile(jour)
  const avant = sommeConsommee(compte, ligne, periode)
  const disponible = reste(plafond, avant)
  const coupe = disponible < minimum(garanti, compte.reste)
  if (coupe) {
    const article = formule.regles.articles.plafonds
    retrancher(compte, 'PLAFOND_ANNUEL', 'LIMITE_PLAFOND', article, moins(garanti, disponible), {
      ligne: enCode(ligne),
      plafond: enMontant(plafond),
      consomme: enMontant(avant),
    })
  }
  const verse = verser(compte, ligne, coupe ? disponible : garanti)
  const consommeApres = plus(avant, verse)
  compte.plafonds.push({ ligne, plafond, consommeAvant: avant, consommeApres, ...periode })
  return verse
}
