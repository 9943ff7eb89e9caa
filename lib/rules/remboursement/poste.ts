import type { DateCivile } from '../date/date-civile'
import type { Montant } from '../montant/montant'
import type { TypeVerre } from './faits'
import type { CodeLigne } from './lignes'
import { acteAu } from './nomenclature'
import type { Socle } from './socle'
import type { TableGaranties } from './table'

/** Où va un poste de dépense dans un tableau de garanties. */
export type DestinationPoste =
  | {
      readonly sorte: 'ligne'
      /** La première ligne que la gamme possède est la bonne ; à défaut, la dernière. */
      readonly lignes: readonly [CodeLigne, ...CodeLigne[]]
      readonly panier?: 'MAITRISE' | 'LIBRE'
      readonly appareil?: 'PETIT' | 'GRAND'
    }
  /** Honoraires d'un médecin : la ligne dépend de son conventionnement, et du lieu (ville ou séjour). */
  | {
      readonly sorte: 'honoraires'
      readonly dptam: CodeLigne
      readonly nonDptam: CodeLigne
      readonly tous: CodeLigne
    }
  | { readonly sorte: 'optique'; readonly element: 'MONTURE' | TypeVerre; readonly classe: 'A' | 'B' | null }

/** Conventionnement de l'exécutant, codes du flux de décomptes. */
export type Conventionnement = 'DPTAM' | 'NON_DPTAM'

/**
 * Codes de conventionnement du flux : 1 secteur 1, 3 secteur 2 signataire d'une option tarifaire maîtrisée,
 * 2 secteur 2 sans option, 0 non conventionné. Un code absent ou inconnu se déduit de l'acte (`G` est réservé au
 * secteur 1 et à l'option, `C` et `V` au secteur 2 sans option).
 */
const CONVENTIONNEMENTS: Readonly<Record<string, Conventionnement>> = {
  '0': 'NON_DPTAM',
  '1': 'DPTAM',
  '2': 'NON_DPTAM',
  '3': 'DPTAM',
}
const ACTES_SANS_OPTION: ReadonlySet<string> = new Set(['C', 'V', 'TC', 'NC-G'])

export interface ActeRecu {
  /** Code de l'acte dans sa nomenclature (CCAM, LPP…), à défaut sa nature au décompte. */
  readonly code: string
  readonly dateSoins: DateCivile
  readonly conventionnement: string | null
  /** Vrai pour un acte facturé pendant un séjour hospitalier. */
  readonly pendantSejour: boolean
}

/** La place d'un acte dans le tableau d'une gamme, et ce que le calcul du remboursement veut en savoir. */
export interface PlaceActe {
  readonly ligne: CodeLigne | 'optique.equipement'
  readonly element: 'MONTURE' | TypeVerre | null
  readonly classe: 'A' | 'B' | null
  readonly panier: 'MAITRISE' | 'LIBRE' | null
  readonly appareil: 'PETIT' | 'GRAND' | null
  readonly base: Montant | null
  readonly prixLimite: Montant | null
  readonly conventionnement: Conventionnement | null
  /** Vrai si le flux ne disait rien de lisible du conventionnement. */
  readonly conventionnementDeduit: boolean
}

const possede = (table: TableGaranties, ligne: CodeLigne): boolean =>
  table.lignes.some((rangee) => rangee.ligne === ligne)

const VIDE = { element: null, classe: null, panier: null, appareil: null } as const

/**
 * La ligne de garantie d'un acte reçu, pour une gamme. C'est le seul endroit qui fait ce rapprochement.
 * Null : code absent du relevé des actes, à faire classer par une personne.
 * @throws {ErreurDeRegle} HORS_PERIODE si l'acte n'existait pas à la date des soins.
 */
export function acteVersLigne(socle: Socle, table: TableGaranties, recu: ActeRecu): PlaceActe | null {
  const acte = acteAu(socle.nomenclature, recu.code, recu.dateSoins)
  const destination = acte === null ? undefined : socle.postes[acte.poste]
  if (acte === null || destination === undefined) return null
  const lu = recu.conventionnement === null ? undefined : CONVENTIONNEMENTS[recu.conventionnement]
  const conventionnement = lu ?? (ACTES_SANS_OPTION.has(recu.code) ? 'NON_DPTAM' : 'DPTAM')
  const commun = { base: acte.base, prixLimite: acte.prixLimite, conventionnementDeduit: lu === undefined }
  switch (destination.sorte) {
    case 'optique':
      return {
        ...VIDE,
        ...commun,
        ligne: 'optique.equipement',
        element: destination.element,
        classe: destination.classe ?? (acte.panier === 'classe-A' ? 'A' : 'B'),
        conventionnement: null,
      }
    case 'honoraires':
      return {
        ...VIDE,
        ...commun,
        ligne: ligneHonoraires(table, destination, conventionnement, recu.pendantSejour),
        conventionnement,
      }
    case 'ligne': {
      const ligne = destination.lignes.find((l) => possede(table, l)) ?? destination.lignes[0]
      return {
        ...VIDE,
        ...commun,
        ligne,
        panier: destination.panier ?? null,
        appareil: destination.appareil ?? null,
        conventionnement: null,
      }
    }
  }
}

function ligneHonoraires(
  table: TableGaranties,
  destination: Extract<DestinationPoste, { sorte: 'honoraires' }>,
  conventionnement: Conventionnement,
  pendantSejour: boolean,
): CodeLigne {
  if (possede(table, destination.tous)) return destination.tous
  if (pendantSejour) {
    return conventionnement === 'DPTAM'
      ? 'hospitalisation.honoraires.dptam'
      : 'hospitalisation.honoraires.non-dptam'
  }
  return conventionnement === 'DPTAM' ? destination.dptam : destination.nonDptam
}
