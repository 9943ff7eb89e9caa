import { Glose } from '@/components/aide/glose'
import { CONSERVATION } from '@/lib/lexique/donnees/conservation'

/** How long each kind of data is kept, and why: the list that the purge itself reads. */
export const DureesConservation = () => (
  <div data-fait="GENERALITE">
    <p>
      Ces durées sont celles des délais légaux de prescription et d’archivage ; le texte est dit sous chacune.
    </p>
    <dl className="divide-y divide-filet border-y border-filet">
      {Object.entries(CONSERVATION).map(([classe, { quoi, dite, fondement }]) => (
        <div key={classe} className="gap-6 py-2 sm:grid sm:grid-cols-2">
          <dt className="font-semibold">
            <Glose texte={quoi} />
          </dt>
          <dd>
            <Glose texte={dite} />
            <span className="block text-encre-douce">{fondement}</span>
          </dd>
        </div>
      ))}
    </dl>
  </div>
)
