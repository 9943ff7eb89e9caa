import { SoinsReserves } from '@/components/beneficiaire/soins-reserves'
import { Pourquoi } from '@/components/decision/pourquoi'
import { PourquoiSuspendu } from '@/components/decision/pourquoi-suspendu'
import type { CompteurView, DroitsView, PersonneDroits } from '@/lib/services/mes-droits/view'

const CADRES: Readonly<Record<DroitsView['etat'], string>> = {
  EN_COURS: 'border-action bg-action-pale',
  ATTENTE: 'border-a-faire bg-a-faire-pale',
  TERMINE: 'border-filet',
}

export function Droits({ droits }: { readonly droits: readonly DroitsView[] }) {
  return (
    <div className="mt-10 space-y-16">
      {droits.map((d) => (
        <article key={d.id} aria-labelledby={`droits-${d.rang}`}>
          <div className={`border-l-4 px-5 py-4 ${CADRES[d.etat]}`}>
            <h2 id={`droits-${d.rang}`} className="text-xl">
              {d.titre}
            </h2>
            <div {...(d.suspendu ? { 'data-fonde': 'lien' } : { 'data-fait': 'REGISTRE' })}>
              {d.phrases.map((phrase) => (
                <p key={phrase} className="mt-1 max-w-texte">
                  {phrase}
                </p>
              ))}
              {d.suspendu ? <PourquoiSuspendu /> : null}
            </div>
            <p className="mt-1 text-encre-douce">N° adhérent {d.numeroAdherent}</p>
          </div>
          {d.sansCompteurs === null ? null : <p className="mt-6 max-w-texte">{d.sansCompteurs}</p>}
          {d.personnes.map((personne) => (
            <Personne key={personne.cle} personne={personne} />
          ))}
          <div data-fait="DOCUMENT">
            <h3 className="mt-8 text-lg">Règlement</h3>
            <p className="max-w-texte">{d.edition}.</p>
            {d.connu.map((phrase) => (
              <p key={phrase} className="max-w-texte text-encre-douce">
                {phrase}
              </p>
            ))}
          </div>
        </article>
      ))}
    </div>
  )
}

function Personne({ personne: p }: { readonly personne: PersonneDroits }) {
  const entames = p.compteurs.filter(({ entame }) => entame)
  const intacts = p.compteurs.filter(({ entame }) => !entame)
  return (
    <section className="mt-8">
      <h3 className="text-lg">
        {p.nom}, {p.lien}
      </h3>
      <p data-fait="REGISTRE" className="text-encre-douce">
        {p.phrase}
      </p>
      {p.limite === null ? null : (
        <div data-fonde="">
          <p>{p.limite.phrase}</p>
          {p.limite.etapes.length === 0 ? null : (
            <Pourquoi question="Pourquoi ?" sujet={`pour l’âge de ${p.nom}`} etapes={p.limite.etapes} />
          )}
        </div>
      )}
      {p.reserve === null ? null : <SoinsReserves reserves={[p.reserve]} niveau="h4" />}
      {entames.length === 0 ? null : <Compteurs compteurs={entames} />}
      {intacts.length === 0 ? null : (
        <details className="mt-1">
          <summary className="inline-flex min-h-11 items-center text-action underline underline-offset-4">
            {entames.length === 0 ? 'Aucun forfait entamé : les voir' : 'Les forfaits pas encore entamés'}
            <span className="sr-only"> de {p.nom}</span>
          </summary>
          <Compteurs compteurs={intacts} />
        </details>
      )}
    </section>
  )
}

function Compteurs({ compteurs }: { readonly compteurs: readonly CompteurView[] }) {
  return (
    <dl className="mt-2 max-w-texte divide-y divide-filet border-y border-filet">
      {compteurs.map(({ nom, phrase, etapes }) => (
        <div key={nom} data-fonde="" className="py-2">
          <dt className="font-semibold">{nom}</dt>
          <dd className="tabular-nums">
            {phrase}
            <Pourquoi question="Pourquoi cette limite ?" sujet={nom} etapes={etapes} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
