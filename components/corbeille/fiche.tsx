import { Pourquoi } from '@/components/decision/pourquoi'
import type { FicheVue, Horloge as HorlogeVue, MessageVu, ResultatVu } from '@/lib/services/corbeille/view'
import { Lignes } from './apercu'

/** Until when, and why then. */
export function Horloge({ horloge }: { readonly horloge: HorlogeVue }) {
  return (
    <section
      aria-labelledby="titre-horloge"
      className={`border-l-4 px-5 py-3 ${horloge.retard ? 'border-erreur bg-erreur-pale' : 'border-action bg-action-pale'}`}
    >
      <h2 id="titre-horloge" className="sr-only">
        Jusqu’à quand
      </h2>
      <p className={`font-semibold ${horloge.retard ? 'text-erreur' : ''}`}>{horloge.phrase}</p>
      {horloge.promesse === null ? null : <p className="text-sm">{horloge.promesse}</p>}
      {horloge.constate === null ? null : <p className="text-sm">{horloge.constate}.</p>}
      {horloge.etapes.length === 0 ? null : (
        <Pourquoi question="Pourquoi cette date" sujet=": la limite de réponse" etapes={horloge.etapes} />
      )}
    </section>
  )
}

export function Faits({ fiche }: { readonly fiche: FicheVue }) {
  const faits = [
    { libelle: 'Qui demande', valeur: fiche.qui },
    ...(fiche.numeroAdherent === null ? [] : [{ libelle: 'N° adhérent', valeur: fiche.numeroAdherent }]),
    ...(fiche.personne === null ? [] : [{ libelle: 'Pour', valeur: fiche.personne }]),
    ...fiche.faits,
  ]
  return (
    <section aria-labelledby="titre-faits">
      <h2 id="titre-faits" className="text-xl">
        Ce qui est demandé
      </h2>
      <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]">
        {faits.map(({ libelle, valeur }) => (
          <div key={libelle} className="contents">
            <dt className="text-encre-douce">{libelle}</dt>
            <dd className="mb-2 sm:mb-0">{valeur}</dd>
          </div>
        ))}
      </dl>
      {fiche.lien === null ? null : (
        <p>
          <a href={fiche.lien.href} className="inline-flex min-h-11 items-center">
            {fiche.lien.libelle}
          </a>
        </p>
      )}
      {fiche.dossier === null ? null : (
        <p>
          <a href={`/gestion/adherents/${fiche.dossier}`} className="inline-flex min-h-11 items-center">
            Ouvrir le dossier de {fiche.qui}
          </a>
        </p>
      )}
    </section>
  )
}

const FOND = {
  RECU: 'border-filet',
  ENVOYE: 'border-action',
  NOTE: 'border-a-faire bg-a-faire-pale text-a-faire',
} as const

/** What was written, in order. A note of the house cannot be taken for an answer. */
export function Fil({ messages }: { readonly messages: readonly MessageVu[] }) {
  return (
    <section aria-labelledby="titre-fil">
      <h2 id="titre-fil" className="text-xl">
        Échanges
      </h2>
      {messages.length === 0 ? <p className="mt-2 text-encre-douce">Rien n’a été écrit.</p> : null}
      <ol className="mt-3 space-y-4">
        {messages.map((m) => (
          <li key={m.id} className={`max-w-texte border-l-4 py-2 pl-5 ${FOND[m.sorte]}`}>
            <p className="font-semibold">{m.de}</p>
            <p className="text-sm">
              {m.quand}
              {m.sorte === 'NOTE' ? ' · la personne ne la voit pas' : ''}
              {m.lu === null ? '' : ` · ${m.lu}`}
            </p>
            {m.paragraphes.map((paragraphe) => (
              <p key={paragraphe} className="mt-2 break-words whitespace-pre-line">
                {paragraphe}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

export function Resultat({ resultat }: { readonly resultat: ResultatVu }) {
  return (
    <section aria-labelledby="titre-resultat">
      <h2 id="titre-resultat" className="text-xl">
        {resultat.titre}
      </h2>
      {resultat.phrase === null ? null : <p className="texte mt-2 whitespace-pre-line">{resultat.phrase}</p>}
      {resultat.possible === null ? null : <p className="texte mt-2">{resultat.possible}</p>}
      <div className="mt-2">
        <Lignes lignes={resultat.lignes} legende="Ce qui a changé" />
      </div>
      {resultat.etapes.length === 0 ? null : (
        <Pourquoi question="Pourquoi" sujet={`: ${resultat.titre}`} etapes={resultat.etapes} />
      )}
      {resultat.reglement === null ? null : (
        <p className="text-sm text-encre-douce">Règlement appliqué : {resultat.reglement}</p>
      )}
    </section>
  )
}

export function Histoire({ id, passages }: Pick<FicheVue, 'id' | 'passages'>) {
  return (
    <section aria-labelledby="titre-histoire">
      <h2 id="titre-histoire" className="text-xl">
        Histoire
      </h2>
      <p className="text-sm text-encre-douce">La personne lit la même, sans les noms.</p>
      <ol className="mt-3 space-y-3 border-l-2 border-filet pl-5">
        {passages.map(({ titre, qui, quand }) => (
          <li key={`${titre} ${quand} ${qui}`}>
            <p className="font-semibold">{titre}</p>
            <p className="text-sm text-encre-douce">
              {quand} · {qui}
            </p>
          </li>
        ))}
      </ol>
      <p className="mt-3">
        <a
          href={`/gestion/demandes/${id}/dossier/telecharger`}
          download
          className="inline-flex min-h-11 items-center"
        >
          Télécharger le dossier complet (ZIP)
        </a>
      </p>
      <p className="text-sm text-encre-douce">
        Pour un médiateur, ou un juge : sans les notes internes ni ce que vous ne pouvez pas ouvrir. Le
        journal le note.
      </p>
    </section>
  )
}
