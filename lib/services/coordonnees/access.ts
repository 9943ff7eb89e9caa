import { SaisieRefusee } from '@/lib/formulaire/refus'
import type { PorteeAdherent } from '@/lib/server/portee'

/** Letters, accounts and choices of paper are the membre participant's; an ayant droit has a phone, an e-mail, a télétransmission. */
export const aUnContrat = (acteur: PorteeAdherent): boolean => acteur.adhesions.length > 0

/** @throws {SaisieRefusee} */
export function exigerContrat(acteur: PorteeAdherent): void {
  if (!aUnContrat(acteur))
    throw new SaisieRefusee({
      champ: '',
      message:
        'C’est à l’adhérent du contrat de le changer, depuis son propre espace : rien n’a été enregistré.',
    })
}
