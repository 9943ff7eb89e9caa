import type { EtatDelegation, MotifDelegation, PassageDelegation } from '@/generated/prisma/enums'
import { seizeAnsLe } from '@/lib/rules/ayant-droit/reserver-soins'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Portee } from '@/lib/server/portee'
import { etatApres } from './etats'

/** From which side of a delegation somebody looks at it. */
export type Cote = 'PROTEGE' | 'DELEGUE' | 'GESTION'

/** Consent is given from the protected person's own space; a title is proved to the mutuelle. */
export const estConsentie = (motif: MotifDelegation): boolean => motif === 'CONJOINT' || motif === 'AIDANT'
/** Who is protected by a judge does not undo the judgment. */
const estJudiciaire = (motif: MotifDelegation): boolean => motif === 'TUTELLE' || motif === 'CURATELLE'

export const peutDecider = (acteur: Portee): boolean =>
  acteur.type === 'GESTION' && ['GESTIONNAIRE', 'SUPERVISEUR'].includes(acteur.role)

export interface DelegationVisee {
  readonly motif: MotifDelegation
  readonly etat: EtatDelegation
  readonly protegeId: string | null
  readonly delegueId: string | null
  readonly inviteEmail: string | null
  /** The staff wrote it, from a judgment on paper: the one who will act answers. */
  readonly parGestion: boolean
}

/** Where an actor stands; null: it is none of their business. Whoever acts for another has no side: a delegation is never delegated. */
export function coteDe(acteur: Portee, email: string | null, d: DelegationVisee): Cote | null {
  if (acteur.type === 'GESTION') return peutDecider(acteur) ? 'GESTION' : null
  if (acteur.type !== 'ADHERENT' || acteur.delegation !== undefined || acteur.lectureSeule === true)
    return null
  if (d.protegeId === acteur.personneId) return 'PROTEGE'
  if (d.delegueId === acteur.compteId) return 'DELEGUE'
  const invite = d.etat === 'PROPOSEE' && d.delegueId === null && email !== null && d.inviteEmail === email
  return invite ? 'DELEGUE' : null
}

type Regle = (cote: Cote, d: DelegationVisee) => boolean
const repond: Regle = (cote, d) => cote === 'DELEGUE' && (estConsentie(d.motif) || d.parGestion)
const instruit: Regle = (cote, d) => cote === 'GESTION' && !estConsentie(d.motif) && !d.parGestion

const QUI: Readonly<Record<PassageDelegation, Regle>> = {
  PROPOSER: () => false,
  ACCEPTER: repond,
  ACCORDER: instruit,
  REFUSER: (cote, d) => repond(cote, d) || instruit(cote, d),
  REVOQUER: (cote, d) => {
    if (d.etat === 'ACTIVE') return cote !== 'PROTEGE' || !estJudiciaire(d.motif)
    if (estConsentie(d.motif)) return cote === 'PROTEGE'
    return cote === (d.parGestion ? 'GESTION' : 'DELEGUE')
  },
  FINIR: () => false,
}

export const peutPasser = (passage: PassageDelegation, cote: Cote, d: DelegationVisee): boolean =>
  etatApres(d.etat, passage) !== null && QUI[passage](cote, d)

/** On that day, from its first to its last, both included. */
export const vautLe = (
  d: { readonly etat: EtatDelegation; readonly du: DateCivile; readonly au: DateCivile | null },
  jour: DateCivile,
): boolean => d.etat === 'ACTIVE' && d.du <= jour && (d.au === null || jour <= d.au)

/** At sixteen a child chooses who sees their care. */
export const choisitSoiMeme = (dateNaissance: string, jour: DateCivile): boolean =>
  seizeAnsLe(dateNaissance) <= jour
