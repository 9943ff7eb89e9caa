import { type DateCivile, laPlusTardive } from '../date/date-civile'
import { ErreurDeRegle } from '../decision/erreur'
import { type Montant, montant, ZERO } from '../montant/montant'
import { type SerieDatee, valeurAu } from '../reglement/serie-datee'
import { ligneDe } from './equipement-optique'
import type { ElementOptique, Soin } from './faits'
import type { CodeLigne } from './lignes'
import { acteAu } from './nomenclature'
import { acteVersLigne, type Conventionnement, type PlaceActe } from './poste'
import type { Socle } from './socle'
import type { TableGaranties } from './table'

/**
 * D'où vient le prix d'un exemple : la base de remboursement de l'acte, son prix limite, ou un prix choisi pour
 * l'exemple, qui n'est le tarif de personne.
 */
export type PrixExemple =
  | { readonly origine: 'BASE' | 'PRIX_LIMITE' }
  | { readonly origine: 'EXEMPLE'; readonly montant: Montant }

export interface ActeExemple {
  /** Code de la nomenclature du socle. */
  readonly code: string
  readonly quantite: number
  readonly prix: PrixExemple
}

/** Un soin courant, chiffré : ses actes, et ce que leur code ne dit pas. */
export interface ExempleSoin {
  readonly id: string
  readonly libelle: string
  /** Plusieurs pour des lunettes : une monture et deux verres. */
  readonly actes: readonly [ActeExemple, ...ActeExemple[]]
  readonly conventionnement?: Conventionnement
  readonly pendantSejour?: true
  /** L'Assurance maladie n'en paie rien, sauf conditions de ressources que l'exemple ne suppose pas. */
  readonly sansAmo?: true
  /** L'Assurance maladie paie tout son tarif d'un acte lourd. */
  readonly acteLourd?: true
  /** Taux de l'Assurance maladie, pour les soins dont la loi en connaît plusieurs. */
  readonly tauxAmo?: SerieDatee<number>
  /** Âges que l'exemple concerne, bornes incluses. */
  readonly age?: { readonly de: number; readonly a: number }
}

/** Ce que la personne apporte à l'exemple : le côté à appareiller, ce qui se compte à part. */
export interface PrecisionsExemple {
  readonly oreille: 'DROITE' | 'GAUCHE'
  readonly oeil: 'DROIT' | 'GAUCHE'
}

/** Un exemple posé dans une gamme. */
export interface ExemplePlace {
  readonly soin: Soin
  /** La ligne du tableau à laquelle il se lit ; pour des lunettes, celle de leurs verres. */
  readonly ligne: CodeLigne
  readonly prix: Montant
  readonly base: Montant
  /** Jour depuis lequel courent les tarifs lus, le plus récent de ses actes. */
  readonly tarifDepuis: DateCivile
  /** Vrai si l'un des tarifs lus n'est pas confirmé par un texte. */
  readonly aConfirmer: boolean
}

interface Lu {
  readonly acte: ActeExemple
  readonly place: PlaceActe
  readonly prix: Montant
  readonly base: Montant
  readonly depuis: DateCivile
  readonly douteux: boolean
}

function lire(
  socle: Socle,
  table: TableGaranties,
  exemple: ExempleSoin,
  acte: ActeExemple,
  jour: DateCivile,
): Lu {
  const version = acteAu(socle.nomenclature, acte.code, jour)
  const place = acteVersLigne(socle, table, {
    code: acte.code,
    dateSoins: jour,
    conventionnement: exemple.conventionnement === 'NON_DPTAM' ? '2' : '1',
    pendantSejour: exemple.pendantSejour === true,
  })
  if (version === null || place === null) {
    throw new ErreurDeRegle(
      'FAIT_INVALIDE',
      `l'exemple « ${exemple.id} » cite un acte inconnu : ${acte.code}`,
    )
  }
  const prix = prixDe(exemple, acte, version.base, version.prixLimite)
  // Sans base imprimée, un acte que l'Assurance maladie rembourse l'est sur son prix.
  const base = exemple.sansAmo === true ? ZERO : (version.base ?? (version.taux === null ? ZERO : prix))
  return { acte, place, prix, base, depuis: version.du, douteux: version.confiance === 'low' }
}

function prixDe(
  exemple: ExempleSoin,
  acte: ActeExemple,
  base: Montant | null,
  limite: Montant | null,
): Montant {
  if (acte.prix.origine === 'EXEMPLE') return acte.prix.montant
  const tarif = acte.prix.origine === 'BASE' ? base : limite
  if (tarif === null) {
    throw new ErreurDeRegle(
      'FAIT_INVALIDE',
      `l'exemple « ${exemple.id} » : « ${acte.code} » n'a pas ce tarif`,
    )
  }
  return tarif
}

const fois = (unite: Montant, nombre: number): Montant => montant(unite * nombre)

const elementsDe = ({ acte, place, prix, base }: Lu): readonly ElementOptique[] =>
  Array.from({ length: acte.quantite }, (): ElementOptique => {
    const corps = {
      classe: place.classe ?? 'B',
      depense: prix,
      brss: base,
      ...(place.prixLimite === null ? {} : { prixLimite: place.prixLimite }),
    }
    return place.element === 'MONTURE'
      ? { sorte: 'MONTURE', monture: corps }
      : { sorte: 'VERRE', verre: { ...corps, type: place.element ?? 'SIMPLE' } }
  })

function compte(ligne: Soin['ligne'], nombre: number): Partial<Soin> {
  if (ligne === 'pharmacie.remboursee') return { boites: nombre }
  if (ligne === 'hospitalisation.transport') return { trajets: nombre }
  if (
    ligne === 'hospitalisation.forfait-journalier' ||
    ligne === 'hospitalisation.accompagnement' ||
    ligne.startsWith('hospitalisation.chambre-particuliere')
  ) {
    return { jours: nombre }
  }
  return { actes: nombre }
}

function soinSimple({ acte, place, prix, base }: Lu, precisions: PrecisionsExemple): Soin {
  const { ligne } = place
  return {
    ligne,
    depense: fois(prix, acte.quantite),
    brss: fois(base, acte.quantite),
    ...(place.prixLimite === null ? {} : { prixLimite: fois(place.prixLimite, acte.quantite) }),
    ...(place.panier === null ? {} : { panier: place.panier }),
    ...(place.appareil === null ? {} : { appareil: place.appareil }),
    ...compte(ligne, acte.quantite),
    ...(ligne.startsWith('audio.') ? { oreille: precisions.oreille } : {}),
    ...(ligne === 'optique.chirurgie-refractive' ? { oeil: precisions.oeil } : {}),
  }
}

/**
 * L'exemple comme un soin du jour sous une gamme : mêmes clés qu'un décompte, mêmes lignes.
 * @throws {ErreurDeRegle} HORS_PERIODE si un acte n'a pas de tarif ce jour-là.
 */
export function placerExemple(
  socle: Socle,
  table: TableGaranties,
  exemple: ExempleSoin,
  precisions: PrecisionsExemple,
  jour: DateCivile,
): ExemplePlace {
  const lus = exemple.actes.map((acte) => lire(socle, table, exemple, acte, jour))
  const [premier] = lus
  if (premier === undefined) throw new ErreurDeRegle('FAIT_INVALIDE', `l'exemple « ${exemple.id} » est vide`)
  const { ligne } = premier.place
  if (ligne !== 'optique.equipement') {
    return conclure(lus, premier, avecTaux(exemple, soinSimple(premier, precisions), jour), ligne)
  }
  const elements = lus.flatMap(elementsDe)
  const dernier = elements.at(-1)
  if (dernier === undefined) throw new ErreurDeRegle('FAIT_INVALIDE', `l'exemple « ${exemple.id} » est vide`)
  return conclure(lus, premier, { ligne, elements }, ligneDe(dernier))
}

const avecTaux = (exemple: ExempleSoin, soin: Soin, jour: DateCivile): Soin => ({
  ...soin,
  ...(exemple.tauxAmo === undefined ? {} : { tauxAmo: valeurAu(exemple.tauxAmo, jour).valeur }),
  ...(exemple.sansAmo === true ? { tauxAmo: 0 } : {}),
  ...(exemple.acteLourd === true ? { exonerationTm: true } : {}),
})

const conclure = (lus: readonly Lu[], premier: Lu, soin: Soin, ligne: CodeLigne): ExemplePlace => ({
  soin,
  ligne,
  prix: montant(lus.reduce((total, lu) => total + lu.prix * lu.acte.quantite, 0)),
  base: montant(lus.reduce((total, lu) => total + lu.base * lu.acte.quantite, 0)),
  aConfirmer: lus.some((lu) => lu.douteux),
  tarifDepuis: lus.reduce((tard, lu) => laPlusTardive(tard, lu.depuis), premier.depuis),
})
