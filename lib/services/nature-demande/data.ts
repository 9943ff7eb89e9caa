import type { NatureDemande } from '@/generated/prisma/enums'
import { NATURE_AIDE } from '../demande-aide/mutations'
import { NATURE_CONTESTATION } from '../demande-contestation/mutations'
import { NATURES_CONTRAT } from '../demande-contrat/mutations'
import { NATURE_DROITS } from '../demande-donnees/mutations'
import { NATURE_HOSPITALISATION } from '../demande-hospitalisation/mutations'
import { NATURES_PAROLE } from '../demande-parole/data'
import { NATURE_PORTABILITE } from '../demande-portabilite/mutations'
import { NATURE_PREUVE } from '../demande-preuve/mutations'
import { NATURES_REMBOURSEMENT } from '../demande-remboursement/mutations'
import type { NatureTraitee } from './schema'

/** Every nature that can be asked today, each in its room. */
const TRAITEES: ReadonlyMap<NatureDemande, NatureTraitee> = new Map<NatureDemande, NatureTraitee>(
  [
    ...NATURES_PAROLE,
    ...NATURES_CONTRAT,
    ...NATURES_REMBOURSEMENT,
    NATURE_PREUVE,
    NATURE_HOSPITALISATION,
    NATURE_PORTABILITE,
    NATURE_AIDE,
    NATURE_CONTESTATION,
    NATURE_DROITS,
  ].map((n) => [n.nature, n]),
)

/** @throws {Error} for a nature that no room treats: nobody can have sent one. */
export function natureTraitee(nature: NatureDemande): NatureTraitee {
  const trouvee = TRAITEES.get(nature)
  if (trouvee === undefined) throw new Error(`aucune maison ne traite la nature ${nature}`)
  return trouvee
}
