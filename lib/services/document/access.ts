import type { Portee } from '@/lib/server/portee'

/** What access looks at in a paper. */
export interface PapierDe {
  readonly adhesionId: string
  readonly personneId: string
  readonly gabarit: string
}

/** A letter that tells a code d'accès. */
const ditUnCode = ({ gabarit }: PapierDe): boolean => gabarit.startsWith('code-acces/')

/**
 * A membre participant reads every paper of their contract, an ayant droit those about themselves, staff all; a code, only whose it is, by
 * their own hands, and those of the staff who send letters.
 */
export function peutLireDocument(acteur: Portee, document: PapierDe): boolean {
  switch (acteur.type) {
    case 'ADHERENT':
      if (ditUnCode(document))
        return (
          document.personneId === acteur.personneId &&
          acteur.delegation === undefined &&
          acteur.lectureSeule !== true
        )
      return acteur.adhesions.includes(document.adhesionId) || document.personneId === acteur.personneId
    case 'GESTION':
      return !ditUnCode(document) || peutEcrireCourrier(acteur)
    case 'SYSTEME':
      return true
  }
}

/** A card, an attestation, a certificate of this contract, on the spot. */
export function peutEmettre(acteur: Portee, adhesionId: string): boolean {
  switch (acteur.type) {
    case 'ADHERENT':
      return acteur.adhesions.includes(adhesionId) || acteur.adhesionsLues.includes(adhesionId)
    case 'GESTION':
      return peutEcrireCourrier(acteur)
    case 'SYSTEME':
      return true
  }
}

/** Those of the staff who write to members. */
export const peutEcrireCourrier = (acteur: Portee): boolean =>
  acteur.type === 'GESTION' && ['GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR'].includes(acteur.role)
