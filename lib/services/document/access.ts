import type { Portee } from '@/lib/server/portee'

/** What access looks at in a paper. */
export interface PapierDe {
  readonly adhesionId: string
  readonly personneId: string
}

/** A membre participant reads every paper of their contract, an ayant droit those about themselves, staff all. */
export function peutLireDocument(acteur: Portee, document: PapierDe): boolean {
  switch (acteur.type) {
    case 'ADHERENT':
      return acteur.adhesions.includes(document.adhesionId) || document.personneId === acteur.personneId
    case 'GESTION':
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
