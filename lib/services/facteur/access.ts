import type { NatureFacteur, RoleCompte } from '@/generated/prisma/enums'

/** How an identity was proven the first time. `CLE_ACCES`: a passkey that checked its owner is two factors by itself. */
export type Moyen = 'MOT_DE_PASSE' | 'OIDC' | 'CLE_ACCES'

interface Exigence {
  /** `TOUJOURS`: nothing is reachable without one. */
  readonly connexion: 'TOUJOURS' | 'AU_CHOIX'
  /** What may be one's only factor; codes may always help another. */
  readonly natures: readonly NatureFacteur[]
}

const TOUJOURS: Exigence = { connexion: 'TOUJOURS', natures: ['TOTP', 'CLE'] }

/** The policy of the second factor: one line a role. */
export const EXIGENCES: Readonly<Record<RoleCompte, Exigence>> = {
  ADHERENT: { connexion: 'AU_CHOIX', natures: ['TOTP', 'CLE', 'CODES'] },
  GESTIONNAIRE: TOUJOURS,
  SUPERVISEUR: TOUJOURS,
  COMPTABLE: TOUJOURS,
  MEDECIN_CONSEIL: TOUJOURS,
  ADMINISTRATEUR: TOUJOURS,
}

export type SecondPas = 'AUCUN' | 'PROUVER' | 'ENROLER'

/** What is left to do after one proof. Whoever has a factor proves it, whatever their role. */
export function secondPas(role: RoleCompte, natures: readonly NatureFacteur[], moyen: Moyen): SecondPas {
  if (natures.length > 0) return moyen === 'CLE_ACCES' ? 'AUCUN' : 'PROUVER'
  return EXIGENCES[role].connexion === 'TOUJOURS' ? 'ENROLER' : 'AUCUN'
}

/** May this role take off one of its factors and keep `restantes`? */
export const retraitPermis = (role: RoleCompte, restantes: readonly NatureFacteur[]): boolean =>
  restantes.length === 0
    ? EXIGENCES[role].connexion === 'AU_CHOIX'
    : restantes.some((nature) => EXIGENCES[role].natures.includes(nature))

/** What an act asks of whoever does it. `IDENTITE`: the password, and the factor when there is one; `FACTEUR`: a factor in any case. */
export type Niveau = 'IDENTITE' | 'FACTEUR'

export const FRAICHEUR_MS = 5 * 60_000

export interface Reconfirmation {
  readonly le: Date
  /** The factor was part of it. */
  readonly facteur: boolean
}

/** Is what was proven in this session recent and strong enough? */
export const estFraiche = (
  reconfirmation: Reconfirmation | null,
  avecFacteur: boolean,
  instant: Date,
): boolean =>
  reconfirmation !== null &&
  (reconfirmation.facteur || !avecFacteur) &&
  instant >= reconfirmation.le &&
  instant.getTime() - reconfirmation.le.getTime() < FRAICHEUR_MS
