import { Glose } from '@/components/aide/glose'
import { Pourquoi } from '@/components/decision/pourquoi'
import { LienBouton } from '@/components/ui/bouton'
import type { ReponseDepart } from '@/lib/services/depart-employeur/view'

/** Right by right: yes or no first, then until when and what to send. */
export function Reponses({ reponses }: { readonly reponses: readonly ReponseDepart[] }) {
  if (reponses.length === 0) return null
  const aEnvoyer = reponses.some(({ pieces }) => pieces.length > 0)
  return (
    <section aria-labelledby="titre-droits" className="mb-12">
      <h2 id="titre-droits" className="text-xl">
        Vos droits
      </h2>
      <ul className="mt-4 space-y-7">
        {reponses.map((reponse) => (
          <li
            key={reponse.titre}
            data-fonde=""
            className={`border-l-4 pl-5 ${reponse.droit ? 'border-action' : 'border-filet'}`}
          >
            <h3 className="text-lg">{reponse.titre}</h3>
            {reponse.phrases.map((phrase) => (
              <p key={phrase} className="mt-1 max-w-texte">
                <Glose texte={phrase} />
              </p>
            ))}
            {reponse.pieces.length === 0 ? null : (
              <>
                <p className="mt-2 font-semibold">À nous envoyer</p>
                <ul className="list-disc pl-6">
                  {reponse.pieces.map((piece) => (
                    <li key={piece}>{piece}</li>
                  ))}
                </ul>
              </>
            )}
            {reponse.demander === undefined ? null : (
              <p className="mt-4">
                <LienBouton href={reponse.demander.href}>{reponse.demander.libelle}</LienBouton>
              </p>
            )}
            {reponse.etapes.length === 0 ? null : (
              <Pourquoi question="Pourquoi ?" sujet={reponse.titre} etapes={reponse.etapes} />
            )}
          </li>
        ))}
      </ul>
      {aEnvoyer ? (
        <p className="mt-6">
          <LienBouton poids="second" href="/adherent/documents/envoyer">
            Envoyer un document à la mutuelle
          </LienBouton>
        </p>
      ) : null}
    </section>
  )
}
