import { Etapes, Pourquoi } from '@/components/decision/pourquoi'
import type { DemandeVue, PieceVue, ResultatVu } from '@/lib/services/mes-demandes/view'
import { Pieces } from './fil'

interface Props {
  readonly d: DemandeVue
  /** What it takes in truth, beside what is promised; null while too few were answered. */
  readonly enPratique: string | null
  readonly pieces: readonly PieceVue[]
}

/** The public clock: who has it, since when, the answer by when and why that day. */
export function Horloge({ d, enPratique }: Omit<Props, 'pieces'>) {
  const aFaire = d.ton === 'RETARD' || (d.limite !== null && d.attendues.some(({ recue }) => recue === null))
  return (
    <section
      aria-labelledby="titre-horloge"
      {...(d.limite === null ? { 'data-fait': 'REGISTRE' } : { 'data-fonde': '' })}
      className={`max-w-texte border-l-4 px-5 py-4 ${aFaire ? 'border-a-faire bg-a-faire-pale' : 'border-action bg-action-pale'}`}
    >
      <h2 id="titre-horloge" className={`text-lg ${aFaire ? 'text-a-faire' : ''}`}>
        {d.etat}
      </h2>
      <div className="texte mt-1">
        {d.qui === null ? null : (
          <p>
            {d.qui}
            {d.depuis === null ? '' : `, depuis le ${d.depuis}`}.
          </p>
        )}
        {d.limite === null ? null : (
          <>
            <p className="font-semibold">{d.limite.arretee ?? `Réponse avant le ${d.limite.phrase}`}</p>
            <Pourquoi
              question={d.limite.arretee === null ? 'Pourquoi cette date ?' : 'Pourquoi est-il arrêté ?'}
              sujet={`pour la demande ${d.numero}`}
              etapes={d.limite.etapes}
            />
          </>
        )}
        {enPratique === null ? null : <p className="text-encre-douce">{enPratique}</p>}
        {d.retard.map((phrase) => (
          <p key={phrase} className="text-a-faire">
            {phrase}
          </p>
        ))}
      </div>
    </section>
  )
}

const VERDICTS: Readonly<Record<ResultatVu['verdict'], string>> = {
  ACCEPTEE: 'Votre demande est acceptée',
  REFUSEE: 'Votre demande est refusée',
  DEFAITE: 'La décision a été annulée : nous reprenons votre demande',
}

/** What was decided, why, and what it changes. */
export function ResultatDemande({ resultat }: { readonly resultat: ResultatVu | null }) {
  if (resultat === null) return null
  const { verdict, phrase, possible, etapes, lignes } = resultat
  return (
    <section
      aria-labelledby="titre-resultat"
      // The words of whoever decided, where no rule did.
      {...(etapes.length === 0 ? { 'data-fait': 'REGISTRE' } : { 'data-fonde': '' })}
      className="mt-10"
    >
      <h2 id="titre-resultat" className="text-xl">
        {VERDICTS[verdict]}
      </h2>
      {phrase === null ? null : <p className="mt-2 max-w-texte whitespace-pre-line">{phrase}</p>}
      {possible === null ? null : <p className="mt-2 max-w-texte">{possible}</p>}
      {lignes.length === 0 || verdict === 'DEFAITE' ? null : (
        <dl className="mt-3 max-w-texte space-y-2">
          {lignes.map((ligne) => (
            <div key={ligne.libelle} {...(ligne.etapes.length === 0 ? {} : { 'data-fonde': '' })}>
              <dt className="font-semibold">{ligne.libelle}</dt>
              <dd>
                {ligne.avant === null ? null : <>Avant : {ligne.avant}. Maintenant : </>}
                {ligne.apres}
                {ligne.etapes.length === 0 ? null : (
                  <Pourquoi question="Pourquoi ?" sujet={`: ${ligne.libelle}`} etapes={ligne.etapes} />
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {etapes.length === 0 ? null : (
        <div className="mt-3">
          <h3 className="text-base font-semibold">Pourquoi</h3>
          <Etapes etapes={etapes} />
        </div>
      )}
    </section>
  )
}

/** What was asked, in the words of its nature. */
export function FaitsDemande({ d, pieces }: Omit<Props, 'enPratique'>) {
  if (d.faits.length + pieces.length === 0) return null
  return (
    <section aria-labelledby="titre-faits" className="mt-10">
      <h2 id="titre-faits" className="text-xl">
        Ce que vous avez demandé
      </h2>
      <dl data-fait="SAISIE" className="mt-2 max-w-texte space-y-2">
        {d.faits.map(({ libelle, valeur }) => (
          <div key={libelle}>
            <dt className="text-encre-douce">{libelle}</dt>
            <dd className="wrap-anywhere">{valeur}</dd>
          </div>
        ))}
      </dl>
      <Pieces pieces={pieces} />
    </section>
  )
}

/** The pieces that are asked for: which, before when, and what happens without them. */
export function PiecesAttendues({ d }: { readonly d: DemandeVue }) {
  if (d.attendues.length === 0) return null
  return (
    <section aria-labelledby="titre-attendues" className="mt-10">
      <h2 id="titre-attendues" className="text-xl">
        Les pièces demandées
      </h2>
      <ul data-fait="REGISTRE" className="mt-2 max-w-texte space-y-3">
        {d.attendues.map((a) => (
          <li
            key={a.id}
            className={`border-l-4 pl-5 ${a.recue === null ? 'border-a-faire' : 'border-action'}`}
          >
            <p className="font-semibold first-letter:uppercase">{a.piece}</p>
            {a.recue === null ? (
              <p>
                À envoyer avant le {a.avant}.{' '}
                {a.bloquante
                  ? 'Sans elle, nous ne pouvons pas vous répondre favorablement.'
                  : 'Sans elle, nous déciderons avec ce que nous avons.'}
              </p>
            ) : (
              <p>Reçue le {a.recue}.</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function HistoireDemande({ d }: { readonly d: DemandeVue }) {
  return (
    <details className="mt-12">
      <summary className="inline-flex min-h-11 items-center text-action">
        <span className="underline underline-offset-4">Toutes les étapes de cette demande</span>
      </summary>
      <ol data-fait="REGISTRE" className="mt-2 max-w-texte space-y-2">
        {d.histoire.map(({ le, phrase }) => (
          <li key={`${le} ${phrase}`} className="border-l-4 border-filet pl-4">
            {phrase}
            <span className="block text-sm text-encre-douce">{le}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
