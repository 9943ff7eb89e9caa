import type { DateCivile } from '@/lib/rules/date/date-civile'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import type { Motif } from '@/lib/rules/decision/motif'
import { type Montant, montant, plus, ZERO } from '@/lib/rules/montant/montant'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { valeurAu } from '@/lib/rules/reglement/serie-datee'
import type { Beneficiaire, Consommation, RetenuesAmo, Soin } from '@/lib/rules/remboursement/faits'
import { ouvrirFormule } from '@/lib/rules/remboursement/formule'
import { type Acte, acteAu } from '@/lib/rules/remboursement/nomenclature'
import { acteVersLigne, type PlaceActe } from '@/lib/rules/remboursement/poste'
import { rembourserSoin } from '@/lib/rules/remboursement/rembourser-soin'
import type { QuantiteTouchee } from '@/lib/rules/remboursement/resultat'
import {
  type NatureLigne,
  natureDeLigne,
  type Socle,
  type SorteParticipation,
} from '@/lib/rules/remboursement/socle'
import type { ContenuLigne } from '../decomptes/format'
import { exigerValeur } from '../liquidation/equipement'
import { elementsOptiques, soinSimple } from '../liquidation/soin'
import type { ActeDemande, SoinDemande } from './demande'

/** Whose décompte it would be. */
export interface Cadre {
  readonly socle: Socle
  readonly reglement: Reglement
  readonly formule: string
  readonly beneficiaire: Beneficiaire
  readonly affiliation: DateCivile
  /** Withheld by the AMO in the year, and that day for this kind of acts. */
  readonly retenues: (sorte: SorteParticipation | null) => RetenuesAmo
  readonly consommations: readonly Consommation[]
}

/** Where the base of a line comes from. */
export type OrigineBase = 'ACTE' | 'SAISIE' | 'PRIX' | 'AUCUNE'

/** The line that the AMO would send, and how its share was found. */
export interface LigneProbable {
  readonly contenu: ContenuLigne
  readonly place: PlaceActe
  readonly acte: Acte
  readonly origineBase: OrigineBase
  readonly motifsAmo: readonly Motif[]
  readonly quantites: readonly QuantiteTouchee[]
}

/** The base is neither known nor given: the form must ask for it. */
export class BaseManquante extends Error {}
/** The law sets no price for this act: the form must ask for it. */
export class PrixManquant extends Error {}

function montantsDe(demande: SoinDemande, recu: ActeDemande, acte: Acte) {
  // A prime repays no expense.
  if (demande.enfantLe !== null) return { prix: ZERO, base: ZERO, origine: 'AUCUNE' as const }
  const tarif = acte.base === null ? null : montant(acte.base * recu.quantite)
  const prix = recu.prix ?? tarif
  if (prix === null) throw new PrixManquant()
  if (!demande.rembourse) return { prix, base: ZERO, origine: 'AUCUNE' as const }
  if (recu.base !== null) return { prix, base: recu.base, origine: 'SAISIE' as const }
  if (tarif !== null) return { prix, base: tarif, origine: 'ACTE' as const }
  if (!demande.baseEstPrix) throw new BaseManquante()
  return { prix, base: prix, origine: 'PRIX' as const }
}

const natureDe = (socle: Socle, { ligne }: PlaceActe): NatureLigne =>
  natureDeLigne(socle, ligne === 'optique.equipement' ? 'optique.monture' : ligne)

/** The rate that the act itself is known by, when the law has several for this kind of care or another one than the usual. */
function tauxDeLActe(socle: Socle, acte: Acte, place: PlaceActe, jour: DateCivile): number | undefined {
  const serie = acte.taux === null ? undefined : socle.tauxActes[acte.taux]
  if (serie === undefined) return undefined
  const taux = valeurAu(serie, jour).valeur
  const { nature } = natureDe(socle, place)
  switch (nature) {
    case 'aucune':
      return undefined
    case 'medicament':
    case 'cure':
    case 'orthodontie':
    case 'vaccin':
      return taux
    default:
      return valeurAu(socle.parametres.taux[nature], jour).valeur === taux ? undefined : taux
  }
}

/** 10 sickness, 30 maternity, 41 accident at work. */
function natureAssurance({ maternite, situation }: SoinDemande): string {
  if (situation === 'ACCIDENT_TRAVAIL') return '41'
  return maternite || situation === 'MATERNITE' ? '30' : '10'
}

function enContenu(demande: SoinDemande, recu: ActeDemande, prix: Montant, base: Montant): ContenuLigne {
  const { code, quantite, cote } = recu
  return {
    idDecompte: 'SIMULATION',
    numeroLigne: 1,
    operation: 'PAIEMENT',
    beneficiaire: {},
    soinsDebut: demande.jour,
    acte: {
      nature: code,
      code,
      quantite,
      ...(cote === null ? {} : { modificateurs: [cote === 'DROIT' ? 'D' : 'G'] }),
    },
    montants: { depense: prix, baseRemboursement: base, tauxRO: '0', montantRO: 0 },
    contexte: {
      natureAssurance: natureAssurance(demande),
      exonerationTM: demande.situation === 'ALD' ? '4' : '0',
      parcoursSoins: demande.parcours ? 'T' : 'S',
      ...(demande.renouvellement === null ? {} : { renouvellementOptique: demande.renouvellement }),
    },
    executant: { conventionnement: demande.dptam ? '1' : '2' },
    reglement: { destinataire: 'ASSURE' },
  }
}

/** The care without the AMO's amounts: the rules compute them. */
function soinSansPartAmo(c: ContenuLigne, place: PlaceActe, cadre: Cadre, taux: number | undefined): Soin {
  const statut = {
    ...(c.contexte?.exonerationTM === '4' ? { exonerationTm: true } : {}),
    ...(c.contexte?.natureAssurance === '41' ? { accidentTravail: true } : {}),
  }
  if (place.ligne === 'optique.equipement') {
    const elements = elementsOptiques(c, place).map((e) => {
      if (e.sorte === 'MONTURE') {
        const { montantAmo: _m, ...monture } = e.monture
        return { ...e, monture }
      }
      const { montantAmo: _m, ...verre } = e.verre
      return { ...e, verre }
    })
    return { ligne: place.ligne, elements, ...statut }
  }
  const {
    montantAmo: _m,
    participationForfaitaire: _p,
    franchise: _f,
    tauxAmo: _t,
    exonerationTm: _e,
    majorationParcours: _j,
    ...soin
  } = soinSimple(c, place, cadre.affiliation)
  return { ...soin, ...statut, ...(taux === undefined ? {} : { tauxAmo: taux }) }
}

const tauxDit = (motifs: readonly Motif[], code: 'AMO_TAUX' | 'REGIME_LOCAL'): number | undefined => {
  const taux = motifs.find((m) => m.code === code)?.donnees.taux
  return taux?.type === 'pourcentage' ? taux.valeur : undefined
}

/**
 * The line of décompte that this act would give: the AMO's share is what the rules compute of it, and the line is then liquidated like a
 * received one. @throws {ErreurDeRegle} HORS_PERIODE, FAIT_INVALIDE.
 */
export function ligneProbable(demande: SoinDemande, recu: ActeDemande, cadre: Cadre): LigneProbable {
  const { socle, reglement } = cadre
  const formule = ouvrirFormule(reglement, cadre.formule, demande.jour)
  const acte = acteAu(socle.nomenclature, recu.code, demande.jour)
  const place = acteVersLigne(socle, formule.table, {
    code: recu.code,
    dateSoins: demande.jour,
    conventionnement: demande.dptam ? '1' : '2',
    pendantSejour: false,
  })
  if (acte === null || place === null) throw new ErreurDeRegle('NON_PREVU', `acte inconnu : ${recu.code}`)
  const { prix, base, origine } = montantsDe(demande, recu, acte)
  const contenu = enContenu(demande, recu, prix, base)
  const taux = tauxDeLActe(socle, acte, place, demande.jour)
  const { valeur, motifs } = exigerValeur(
    rembourserSoin(reglement, socle, {
      formule: cadre.formule,
      dateSoins: demande.jour,
      beneficiaire: { ...cadre.beneficiaire, ...qualites(demande) },
      soin: avecJours(soinSansPartAmo(contenu, place, cadre, taux), demande),
      retenues: cadre.retenues(natureDe(socle, place).participation),
      consommations: cadre.consommations,
    }),
  )
  // A table with a régime local counts it itself; otherwise the AMO pays both shares, on one line.
  const local = formule.table.regimeLocal ? ZERO : valeur.regimeLocal
  const applique =
    (tauxDit(motifs, 'AMO_TAUX') ?? taux ?? 0) + (local > 0 ? (tauxDit(motifs, 'REGIME_LOCAL') ?? 0) : 0)
  const majoration = motifs.find((m) => m.code === 'AMO_HORS_PARCOURS')?.donnees.montant
  return {
    place,
    acte,
    origineBase: origine,
    motifsAmo: motifs.filter((m) => m.code.startsWith('AMO_') || (local > 0 && m.code === 'REGIME_LOCAL')),
    quantites: valeur.quantites,
    contenu: {
      ...contenu,
      montants: {
        ...contenu.montants,
        tauxRO: String(applique),
        montantRO: plus(valeur.amo, local),
        participationForfaitaire: valeur.participationForfaitaire,
        franchise: valeur.franchise,
        ...(majoration?.type === 'montant' ? { majorationParticipation: majoration.valeur } : {}),
      },
    },
  }
}

/** What the situation says of the person. */
const qualites = ({ situation, css, regimeLocal }: SoinDemande): Partial<Beneficiaire> => ({
  ...(situation === 'MATERNITE' ? { maternite6Mois: true } : {}),
  ...(css ? { css } : {}),
  ...(regimeLocal ? { regimeLocal } : {}),
})

const avecJours = (soin: Soin, { joursDeSoins }: SoinDemande): Soin =>
  joursDeSoins > 1 ? { ...soin, joursDeSoins } : soin

/** @returns the grounds of a liquidated line, the AMO's share told as it is computed: no décompte has printed it yet. */
export const avecPartAmo = (motifs: readonly Motif[], amo: readonly Motif[]): readonly Motif[] =>
  amo.length === 0 ? motifs : motifs.flatMap((m) => (m.code === 'AMO_DECOMPTE' ? amo : [m]))
