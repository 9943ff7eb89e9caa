import { type DateCivile, dateCivile } from '../date/date-civile'
import { ErreurDeRegle } from '../decision/erreur'
import { type Montant, montant } from '../montant/montant'

/** Une version datée d'un acte, telle que le relevé l'écrit : montants en centimes, `au` inclus, null = sans objet. */
export type VersionActe = readonly [
  code: string,
  libelle: string,
  nomenclature: string,
  poste: string,
  base: number | null,
  du: string,
  au: string | null,
  taux: string | null,
  prixLimite: number | null,
  panier: string | null,
  participation: string | null,
  confiance: string,
  source: string | null,
]

/** Un acte à une date : sa base de remboursement, son prix limite, son panier. */
export interface Acte {
  readonly code: string
  readonly libelle: string
  readonly nomenclature: string
  readonly poste: string
  readonly base: Montant | null
  readonly du: DateCivile
  readonly au: DateCivile | null
  readonly taux: string | null
  readonly prixLimite: Montant | null
  readonly panier: string | null
  readonly participation: string | null
  readonly confiance: string
}

const index = new WeakMap<readonly VersionActe[], ReadonlyMap<string, readonly Acte[]>>()

function lire(version: VersionActe): Acte {
  const [
    code,
    libelle,
    nomenclature,
    poste,
    base,
    du,
    au,
    taux,
    prixLimite,
    panier,
    participation,
    confiance,
  ] = version
  return {
    code,
    libelle,
    nomenclature,
    poste,
    base: base === null ? null : montant(base),
    du: dateCivile(du),
    au: au === null ? null : dateCivile(au),
    taux,
    prixLimite: prixLimite === null ? null : montant(prixLimite),
    panier,
    participation,
    confiance,
  }
}

/** Toutes les versions datées des actes, par code. L'index est bâti une fois par relevé. */
export function actesParCode(versions: readonly VersionActe[]): ReadonlyMap<string, readonly Acte[]> {
  const connu = index.get(versions)
  if (connu !== undefined) return connu
  const parCode = new Map<string, Acte[]>()
  for (const version of versions) {
    const liste = parCode.get(version[0])
    if (liste === undefined) parCode.set(version[0], [lire(version)])
    else liste.push(lire(version))
  }
  index.set(versions, parCode)
  return parCode
}

/** La version de l'acte en vigueur ce jour-là ; null s'il n'y en a pas. */
export const versionAu = (versions: readonly VersionActe[], code: string, jour: DateCivile): Acte | null =>
  actesParCode(versions)
    .get(code)
    ?.find((a) => a.du <= jour && (a.au === null || jour <= a.au)) ?? null

/** La version de l'acte en vigueur ce jour-là, ou null si le code est inconnu. @throws {ErreurDeRegle} HORS_PERIODE */
export function acteAu(versions: readonly VersionActe[], code: string, jour: DateCivile): Acte | null {
  if (!actesParCode(versions).has(code)) return null
  const acte = versionAu(versions, code, jour)
  if (acte === null) {
    throw new ErreurDeRegle('HORS_PERIODE', `l'acte « ${code} » n'a pas de base connue au ${jour}`)
  }
  return acte
}
