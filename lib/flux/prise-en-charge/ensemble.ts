import type { SoinASimuler } from '@/lib/lexique/soins/soin'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import { type Montant, ZERO } from '@/lib/rules/montant/montant'
import { versionAu } from '@/lib/rules/remboursement/nomenclature'
import { type ActeChiffre, apresPaiement, chiffrer, type Dossier } from '../simulation/chiffrer'
import { BaseManquante, PrixManquant } from '../simulation/decompte'
import type { SoinDemande } from '../simulation/demande'

/** One act of a stay or of an estimate, and the kind of care that says how it is counted. */
export interface ActeDuDevis {
  readonly soin: SoinASimuler
  readonly acte: string
  /** Both for all of `quantite`; null = what the law sets. */
  readonly prix: Montant | null
  readonly base: Montant | null
  readonly quantite: number
  readonly cote: 'DROIT' | 'GAUCHE' | null
}

export interface Devis {
  readonly jour: DateCivile
  readonly actes: readonly ActeDuDevis[]
  readonly dptam: boolean
  readonly situation: SoinDemande['situation']
  /** In a maternity ward. */
  readonly maternite: boolean
}

export type DevisChiffre =
  | {
      readonly ouverts: true
      /** In the order of the acts. */
      readonly actes: readonly ActeChiffre[]
      readonly formule: { readonly id: string; readonly libelle: string }
    }
  | { readonly ouverts: false; readonly motifs: readonly Motif[] }

/** This act cannot be priced without its price, or without its base. `rang` counts from 0. */
export class ActeIncomplet extends Error {
  constructor(
    readonly rang: number,
    readonly manque: 'PRIX' | 'BASE',
  ) {
    super(`acte ${rang} : ${manque} manquant`)
    this.name = 'ActeIncomplet'
  }
}

const demandeDe = (devis: Devis, soin: SoinASimuler, actes: readonly ActeDuDevis[]): SoinDemande => ({
  jour: devis.jour,
  actes: actes.map(({ acte, prix, base, quantite, cote }) => ({ code: acte, prix, base, quantite, cote })),
  baseEstPrix: soin.sansBase === 'PRIX',
  rembourse: soin.champs.some((champ) => champ === 'base' || champ === 'lunettes'),
  dptam: devis.dptam,
  parcours: true,
  situation: devis.situation,
  // What a request does not say is the usual case.
  css: false,
  regimeLocal: false,
  joursDeSoins: 1,
  renouvellement: null,
  maternite: devis.maternite,
  autres: ZERO,
  enfantLe: null,
})

type Place = ActeDuDevis & { readonly rang: number }

/** The first act of these that lacks what the law does not say. */
function incomplet({ socle }: Dossier, { jour }: Devis, actes: readonly Place[], manque: 'PRIX' | 'BASE') {
  const fautif = actes.find(
    (a) =>
      (manque === 'PRIX' ? a.prix : a.base) === null &&
      (versionAu(socle.nomenclature, a.acte, jour)?.base ?? null) === null,
  )
  return new ActeIncomplet(fautif?.rang ?? actes[0]?.rang ?? 0, manque)
}

function chiffrerGroupe(dossier: Dossier, devis: Devis, soin: SoinASimuler, actes: readonly Place[]) {
  try {
    return chiffrer(dossier, demandeDe(devis, soin, actes))
  } catch (erreur) {
    if (erreur instanceof PrixManquant) throw incomplet(dossier, devis, actes, 'PRIX')
    if (erreur instanceof BaseManquante) throw incomplet(dossier, devis, actes, 'BASE')
    throw erreur
  }
}

/** Acts of one kind of care go together, as on one décompte: the frame and the glasses of a pair. */
function grouper(actes: readonly Place[]): ReadonlyMap<SoinASimuler, readonly Place[]> {
  const groupes = new Map<SoinASimuler, readonly Place[]>()
  for (const acte of actes) groupes.set(acte.soin, [...(groupes.get(acte.soin) ?? []), acte])
  return groupes
}

/**
 * What a stay or an estimate would be worth, act by act, by the function that pays: each act leaves the next ones what it did not take of
 * the forfaits. @throws {ActeIncomplet} @throws {ErreurDeRegle} when the rules cannot tell.
 */
export function chiffrerDevis(dossier: Dossier, devis: Devis): DevisChiffre {
  const faits = new Map<number, ActeChiffre>()
  let { passe } = dossier
  let formule: { id: string; libelle: string } | null = null
  const places = devis.actes.map((acte, rang) => ({ ...acte, rang }))
  for (const [soin, actes] of grouper(places)) {
    const reponse = chiffrerGroupe({ ...dossier, passe }, devis, soin, actes)
    if (!reponse.ouverts) return reponse
    const { chiffrage } = reponse
    formule = { id: chiffrage.formule.id, libelle: chiffrage.formule.libelle }
    for (const [rang, chiffre] of chiffrage.actes.entries()) {
      passe = apresPaiement(passe, chiffre.prestation)
      const place = actes[rang]
      if (place !== undefined) faits.set(place.rang, chiffre)
    }
  }
  if (formule === null) throw new Error('devis sans acte')
  return { ouverts: true, formule, actes: [...faits].sort(([a], [b]) => a - b).map(([, chiffre]) => chiffre) }
}
