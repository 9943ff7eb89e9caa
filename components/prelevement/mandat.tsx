import { Etapes } from '@/components/decision/pourquoi'
import type { PrelevementVu } from '@/lib/services/mode-paiement/view'

interface Props {
  readonly vue: PrelevementVu
  /** Where papers are read in this space. */
  readonly documents: string
}

/** How a contract pays today: the mandate in force, what is at the bank, the mandates before. */
export function Mandat({ vue, documents }: Props) {
  const { mandat, perdu, partis, anciens, modalite } = vue
  return (
    <div className="space-y-6">
      {perdu === null ? null : (
        <section
          aria-labelledby="titre-perdu"
          data-fonde=""
          className="border-l-4 border-erreur bg-erreur-pale px-5 py-4"
        >
          <h2 id="titre-perdu" className="text-lg text-erreur">
            Le prélèvement est arrêté depuis le {perdu.le}
          </h2>
          <p className="mt-1 mb-3 max-w-texte">
            Un prélèvement est revenu faute de provision. Pour le reprendre, appelez-nous : cela ne peut pas
            se faire depuis cet espace.
          </p>
          <Etapes etapes={perdu.etapes} />
        </section>
      )}
      {modalite === null ? null : <p className="max-w-texte text-lg">{modalite}</p>}
      {mandat === null ? (
        <p className="max-w-texte">Aucun mandat de prélèvement n’est en vigueur pour ce contrat.</p>
      ) : (
        <>
          <dl
            data-fait="REGISTRE"
            className="grid max-w-2xl gap-x-6 gap-y-1 bg-action-pale px-5 py-4 sm:grid-cols-[auto_minmax(0,1fr)]"
          >
            <Mention libelle="Compte prélevé" valeur={mandat.compte} />
            <Mention libelle="Référence (RUM)" valeur={mandat.rum} />
            <Mention libelle="Signé le" valeur={mandat.signe} />
            <Mention libelle="Dernier prélèvement" valeur={mandat.dernier ?? 'aucun encore'} />
          </dl>
          {mandat.caduc ? (
            <p className="max-w-texte font-semibold text-erreur">
              Ce mandat n’a pas servi depuis 36 mois : il ne vaut plus rien. Signez-en un autre pour être
              prélevé.
            </p>
          ) : null}
          {mandat.documentId === null ? null : (
            <p>
              <a href={`${documents}/${mandat.documentId}`} className="inline-flex min-h-11 items-center">
                Lire le mandat signé
              </a>
            </p>
          )}
        </>
      )}
      {partis.map((phrase) => (
        <p key={phrase} data-fait="REGISTRE" className="max-w-texte">
          {phrase}
        </p>
      ))}
      {anciens.length === 0 ? null : (
        <section aria-labelledby="titre-anciens">
          <h2 id="titre-anciens" className="text-lg">
            Mandats précédents
          </h2>
          <ul data-fait="REGISTRE" className="mt-2 max-w-2xl divide-y divide-filet border-y border-filet">
            {anciens.map(({ rum, phrase }) => (
              <li key={rum} className="py-2">
                <span className="break-all">{rum}</span>
                <span className="block text-encre-douce">{phrase}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Mention({ libelle, valeur }: { readonly libelle: string; readonly valeur: string }) {
  return (
    <div className="sm:contents">
      <dt className="text-encre-douce">{libelle}</dt>
      <dd className="font-semibold break-words [overflow-wrap:anywhere]">{valeur}</dd>
    </div>
  )
}
