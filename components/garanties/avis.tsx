import { Glose } from '@/components/aide/glose'
import { PourquoiSuspendu } from '@/components/decision/pourquoi-suspendu'
import type { DroitsView } from '@/lib/services/garanties/view'

/** What the reader must know before the figures of a contract. */
export function Avis({ droits }: { readonly droits: DroitsView }) {
  return (
    <>
      {droits.suspension === null ? null : (
        <div
          data-fonde="lien"
          className="mt-2 max-w-texte border-l-4 border-a-faire bg-a-faire-pale px-4 py-2"
        >
          <p>{droits.suspension}</p>
          <PourquoiSuspendu />
        </div>
      )}
      {droits.avis.map((phrase) => (
        <p key={phrase} className="mt-1 max-w-texte text-sm text-encre-douce">
          <Glose texte={phrase} />
        </p>
      ))}
    </>
  )
}
