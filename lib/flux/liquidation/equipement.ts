import type { DateCivile } from '@/lib/rules/date/date-civile'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { enMontant, type Motif, motif } from '@/lib/rules/decision/motif'
import { type Montant, moins, montant, reste, ZERO } from '@/lib/rules/montant/montant'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { ligneDe } from '@/lib/rules/remboursement/equipement-optique'
import type { ElementOptique, FaitsRemboursement } from '@/lib/rules/remboursement/faits'
import type { PlaceActe } from '@/lib/rules/remboursement/poste'
import { rembourserSoin } from '@/lib/rules/remboursement/rembourser-soin'
import type { Detail, Limite, Remboursement } from '@/lib/rules/remboursement/resultat'
import type { Socle } from '@/lib/rules/remboursement/socle'
import type { ContenuLigne } from '../decomptes/format'
import type { Historique } from './prestation'
import { elementsOptiques } from './soin'

/** Rules always say a value here: an incomplete answer is theirs for questions, not for received facts. */
export function exigerValeur(decision: ReturnType<typeof rembourserSoin>) {
  if (decision.verdict === 'INCOMPLETE') throw new ErreurDeRegle('FAIT_INVALIDE', 'faits incomplets')
  return decision
}

interface Demande {
  readonly commun: Omit<FaitsRemboursement, 'soin'>
  readonly contenu: ContenuLigne
  readonly place: PlaceActe
  readonly passe: Historique
  readonly equipement: string
}

/**
 * The share of one line of an équipement optique: what the equipment is worth with it, less what it was worth without. The rules
 * promise that the share of an element never depends on those that come after, so a file cut in the middle gives the same rows.
 */
export function rembourserElements(reglement: Reglement, socle: Socle, d: Demande) {
  const nouveaux = elementsOptiques(d.contenu, d.place)
  const deja = d.passe.elements.filter((e) => e.equipement === d.equipement).map((e) => e.element)
  const dernierEquipement = renouvelle(d, nouveaux, d.commun.dateSoins)
  const raison = d.contenu.contexte?.renouvellementOptique
  // Each line says what another payer gave for its own element: each element bears its share.
  const { autresRemboursements: autres = ZERO, ...commun } = d.commun
  const faits: FaitsRemboursement = {
    ...commun,
    soin: {
      ligne: 'optique.equipement',
      elements: [...deja, ...nouveaux],
      ...(dernierEquipement === null ? {} : { dernierEquipement }),
      ...(raison === undefined ? {} : { motifRenouvellement: raison }),
    },
    // The elements of this équipement are in `elements`: what they took is counted again with them.
    consommations: d.passe.consommations
      .filter((c) => c.equipement !== d.equipement && c.ligne.startsWith('optique.'))
      .map(({ equipement: _equipement, ...consommation }) => consommation),
  }
  const avec = exigerValeur(rembourserSoin(reglement, socle, faits))
  const sans =
    deja.length === 0
      ? null
      : exigerValeur(rembourserSoin(reglement, socle, { ...faits, soin: { ...faits.soin, elements: deja } }))
  const difference = soustraire(avec.valeur, sans?.valeur ?? null, autres, d.contenu)
  const motifs = partie(avec.motifs, deja.length, difference.resteACharge)
  const valeur = { ...difference, limites: limitesDe(motifs) }
  // An element that took nothing leaves no trace: it neither counts as bought nor opens a renewal.
  const retenus = valeur.consommations.length === 0 ? [] : nouveaux
  const {
    beneficiaire: { dateNaissance: _naissance, ...qualites },
    ...entrees
  } = faits
  return {
    valeur,
    motifs,
    ligne: ligneDe(
      nouveaux[0] ?? { sorte: 'VERRE', verre: { classe: 'B', type: 'SIMPLE', depense: ZERO, brss: ZERO } },
    ),
    elements: retenus,
    entrees: {
      reglement: reglement.id,
      ...entrees,
      beneficiaire: qualites,
      equipement: d.equipement,
      nouveaux: retenus,
    },
  }
}

/** The day of the earlier équipement that the new element would renew: a frame renews a frame, a third lens the first two. */
function renouvelle(d: Demande, nouveaux: readonly ElementOptique[], jour: DateCivile): DateCivile | null {
  const sorte = nouveaux[0]?.sorte
  const anciens = d.passe.elements
    .filter((e) => e.equipement !== d.equipement && e.element.sorte === sorte && e.jour <= jour)
    .map((e) => e.jour)
    .sort()
  return anciens.at(sorte === 'MONTURE' ? -1 : -2) === undefined ? null : (anciens.at(-1) ?? null)
}

function soustraire(
  avec: Remboursement,
  sans: Remboursement | null,
  autres: Montant,
  c: ContenuLigne,
): Remboursement {
  const amc = sans === null ? avec.amc : moins(avec.amc, sans.amc)
  const regimeLocal = sans === null ? avec.regimeLocal : moins(avec.regimeLocal, sans.regimeLocal)
  const amo = montant(c.montants.montantRO)
  const depense = montant(c.montants.depense)
  return {
    ...avec,
    depense,
    amo,
    amc,
    regimeLocal,
    autresRemboursements: autres,
    resteACharge: reste(depense, montant(amo + amc + regimeLocal + autres)),
    detail: detailsNouveaux(avec, sans),
    plafonds: avec.plafonds.slice(sans?.plafonds.length ?? 0),
    consommations: avec.consommations.slice(sans?.consommations.length ?? 0),
    limites: avec.limites,
  }
}

const detailsNouveaux = (avec: Remboursement, sans: Remboursement | null): Detail[] =>
  avec.detail.flatMap(({ ligne, element, montant: total }) => {
    const avant = sans?.detail.find((x) => x.ligne === ligne && x.element === element)
    const verse = moins(total, avant?.montant ?? ZERO)
    return avant !== undefined && verse === 0 ? [] : [{ ligne, montant: verse }]
  })

/** What concerns the whole, the steps of the new elements, and what is left of them alone. */
function partie(motifs: readonly Motif[], deja: number, restant: Montant): readonly Motif[] {
  const debuts = motifs.flatMap((m, rang) => (m.code === 'ELEMENT' ? [rang] : []))
  return [...motifs.slice(0, debuts[0] ?? 0), ...motifs.slice(debuts[deja] ?? 0)].map((m) =>
    m.code === 'RESTE_A_CHARGE' ? motif(m.code, m.article, { montant: enMontant(restant) }) : m,
  )
}

/** The limit that each step of an équipement tells: those of the new elements only. */
const LIMITES: Readonly<Record<string, Limite>> = {
  LIMITE_FRAIS_REELS: 'FRAIS_REELS',
  LIMITE_PRIX: 'PLAFOND_RESPONSABLE',
  LIMITE_EQUIPEMENT: 'PLAFOND_RESPONSABLE',
  LIMITE_MONTURE: 'PLAFOND_RESPONSABLE',
  LIMITE_APPAREIL: 'PLAFOND_RESPONSABLE',
  LIMITE_PLAFOND: 'PLAFOND_ANNUEL',
  LIMITE_PLAFOND_ATTEINT: 'PLAFOND_ANNUEL',
  RENOUVELLEMENT_TROP_TOT: 'RENOUVELLEMENT',
  NON_GARANTI: 'NON_GARANTI',
  PIECE_FACTURE: 'PIECE_MANQUANTE',
  PIECE_ORDONNANCE: 'PIECE_MANQUANTE',
  DELAI_ATTENTE: 'DELAI_ATTENTE',
  DROITS_NON_OUVERTS: 'HORS_DROITS',
}

const limitesDe = (motifs: readonly Motif[]): Limite[] => [
  ...new Set(motifs.flatMap((m) => LIMITES[m.code] ?? [])),
]
