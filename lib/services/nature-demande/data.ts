import type { NatureDemande } from '@/generated/prisma/enums'
import { NATURES_CONTRAT } from '../demande-contrat/mutations'
import { NATURES_PAROLE } from '../demande-parole/data'
import type { NatureTraitee } from './schema'

/** Every nature that can be asked today, each in its room. */
const TRAITEES: ReadonlyMap<NatureDemande, NatureTraitee> = new Map<NatureDemande, NatureTraitee>(
  [...NATURES_PAROLE, ...NATURES_CONTRAT].map((n) => [n.nature, n]),
)

/** @throws {Error} for a nature that no room treats: nobody can have sent one. */
export function natureTraitee(nature: NatureDemande): NatureTraitee {
  const trouvee = TRAITEES.get(nature)
  if (trouvee === undefined) throw new Error(`aucune maison ne traite la nature ${nature}`)
  return trouvee
}
