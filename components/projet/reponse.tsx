import { Glose } from '@/components/aide/glose'
import { Pourquoi } from '@/components/decision/pourquoi'
import { LienBouton } from '@/components/ui/bouton'
import { Montant } from '@/components/ui/montant'
import type { CotisationProjet, PiecesView, ReponseView } from '@/lib/services/projet-reponse/view'

const CADRES: Readonly<Record<ReponseView['verdict'], string>> = {
  POSSIBLE: 'border-action bg-action-pale',
  PLUS_TARD: 'border-a-faire bg-a-faire-pale',
  IMPOSSIBLE: 'border-a-faire bg-a-faire-pale',
  NON_PREVU: 'border-filet',
}

/** The answer first, then why, what else, what to send, and what it costs. */
export function Reponse({ reponse: r }: { readonly reponse: ReponseView }) {
  const refus = r.verdict !== 'POSSIBLE'
  return (
    <section aria-labelledby="titre-reponse" className="space-y-10">
      <div data-fonde="" className={`border-l-4 px-5 py-4 ${CADRES[r.verdict]}`}>
        <h2 id="titre-reponse" className="text-xl">
          {r.titre}
        </h2>
        {r.phrases.map((phrase) => (
          <p key={phrase} className="mt-1 max-w-texte">
            <Glose texte={phrase} />
          </p>
        ))}
        {r.etapes.length === 0 ? null : (
          <Pourquoi
            question={refus ? 'Pourquoi ?' : 'Pourquoi cette date ?'}
            sujet="pour cette réponse"
            etapes={r.etapes}
          />
        )}
      </div>
      {r.demander === null ? null : (
        <p className="print:hidden">
          <LienBouton href={r.demander}>Faire cette demande</LienBouton>
        </p>
      )}
      {r.possible === null ? null : (
        <div data-fonde="">
          <h3 className="text-lg">Ce qui sera possible</h3>
          <p className="mt-1 max-w-texte">
            <Glose texte={r.possible.phrase} />
          </p>
          <Pourquoi
            question="Pourquoi ces dates ?"
            sujet="pour la demande à venir"
            etapes={r.possible.etapes}
          />
        </div>
      )}
      {r.ailleurs.length === 0 ? null : (
        <div>
          <h3 className="text-lg">{refus ? 'Ce qui est possible autrement' : 'Ce qui irait plus vite'}</h3>
          <ul className="mt-2 max-w-texte space-y-3">
            {r.ailleurs.map(({ libelle, phrase, href }) => (
              <li key={libelle} data-fonde="lien">
                <a href={href} data-vers-motifs="" className="inline-flex min-h-11 items-center">
                  {libelle}
                </a>
                <span className="block">
                  <Glose texte={phrase} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {r.cotisation === null ? null : <Cotisation cotisation={r.cotisation} />}
      {r.sansCotisation === null ? null : (
        <div>
          <h3 className="text-lg">Combien ?</h3>
          <p className="mt-1 max-w-texte">{r.sansCotisation}</p>
        </div>
      )}
      {r.pieces.length === 0 ? null : <Pieces listes={r.pieces} />}
      {r.sansPieces ? (
        <div>
          <h3 className="text-lg">Ce qu’il faudra envoyer</h3>
          <p className="mt-1 max-w-texte">
            Votre règlement ne cite aucune pièce pour ce cas : un conseiller vous dira ce qu’il faut.
          </p>
        </div>
      ) : null}
    </section>
  )
}

function Pieces({ listes }: { readonly listes: readonly PiecesView[] }) {
  return (
    <div>
      <h3 className="text-lg">Ce qu’il faudra envoyer</h3>
      {listes.map(({ pieces, article, annuelle }) => (
        <div key={article + pieces.join()} data-fait="DOCUMENT" className="texte mt-1">
          <ul>
            {pieces.map((piece) => (
              <li key={piece}>
                <Glose texte={piece} />
              </li>
            ))}
          </ul>
          <p className="text-sm text-encre-douce">
            {annuelle ? 'À refaire chaque année. ' : ''}
            {article}
          </p>
        </div>
      ))}
    </div>
  )
}

function Cotisation({ cotisation: c }: { readonly cotisation: CotisationProjet }) {
  return (
    <div data-fonde="">
      <h3 className="text-lg">Combien ?</h3>
      <table className="mt-2 w-full max-w-lg">
        <caption className="sr-only">Votre cotisation, avant et après</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Quand</th>
            <th scope="col">Montant</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-filet border-y border-filet">
          <Rangee titre="Aujourd’hui, par mois" valeur={c.avant} />
          {c.apres.map(({ depuis, mensuelle }) => (
            <Rangee key={depuis} titre={`À partir du ${depuis}, par mois`} valeur={mensuelle} fort />
          ))}
          {c.annee === null ? null : (
            <>
              <Rangee titre={`Toute l’année ${c.annee.an}, sans rien changer`} valeur={c.annee.avant} />
              <Rangee titre={`Toute l’année ${c.annee.an}, avec ce changement`} valeur={c.annee.apres} fort />
            </>
          )}
        </tbody>
      </table>
      {c.annee === null ? null : <p className="mt-2 max-w-texte">{c.annee.phrase}</p>}
      {c.notes.map((note) => (
        <p key={note} className="mt-2 max-w-texte text-sm text-encre-douce">
          {note}
        </p>
      ))}
      {c.etapes.length === 0 ? null : (
        <Pourquoi question="Pourquoi ce montant ?" sujet="pour la cotisation" etapes={c.etapes} />
      )}
    </div>
  )
}

function Rangee({
  titre,
  valeur,
  fort = false,
}: {
  readonly titre: string
  readonly valeur: CotisationProjet['avant']
  readonly fort?: boolean
}) {
  return (
    <tr>
      <th scope="row" className="py-2 pr-6 text-left font-normal">
        {titre}
      </th>
      <td className="py-2 text-right align-top">
        <Montant valeur={valeur} fort={fort} />
      </td>
    </tr>
  )
}
