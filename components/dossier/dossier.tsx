import type { ReactNode } from 'react'
import { Montant } from '@/components/ui/montant'
import type { DossierVue } from '@/lib/services/dossier/view'

/** A person's file, the most recent first. */
export function Dossier({ toutLeJournal, ...d }: DossierVue & { readonly toutLeJournal: string | null }) {
  return (
    <div className="space-y-12">
      <Section id="contrats" titre="Contrats" vide={d.contrats.length === 0 ? 'Aucun contrat.' : null}>
        {d.contrats.map((c) => (
          <div key={c.id} className="mt-3 border-l-4 border-filet pl-4">
            <h3 className="font-semibold">{c.titre}</h3>
            <p className="text-encre-douce">
              {c.phrase} {c.titulaire ? 'Membre participant.' : 'Bénéficiaire.'}{' '}
              <a href={`/gestion/cotisations/${c.id}`}>Ses cotisations</a>
            </p>
            <ul>
              {c.personnes.map((p) => (
                <li key={`${p.id} ${p.phrase}`}>
                  <a href={`/gestion/adherents/${p.id}`} className="inline-flex min-h-11 items-center">
                    {p.nom}
                  </a>{' '}
                  <span className="text-encre-douce">{p.phrase}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Section>
      <Section id="demandes" titre="Demandes" vide={d.demandes.length === 0 ? 'Aucune demande.' : null}>
        <ul>
          {d.demandes.map(({ id, titre, etat }) => (
            <li key={id}>
              <a href={`/gestion/corbeille/${id}`} className="inline-flex min-h-11 items-center">
                {titre}
              </a>{' '}
              <span className="text-encre-douce">{etat}</span>
            </li>
          ))}
        </ul>
        {d.autresDemandes ? (
          <p className="mt-2">
            <a
              href={`/gestion/adherents/${d.id}?demandes=toutes#titre-demandes`}
              className="inline-flex min-h-11 items-center"
            >
              Toutes ses demandes
            </a>
          </p>
        ) : null}
      </Section>
      <Section
        id="prestations"
        titre="Remboursements"
        vide={d.prestations.length === 0 ? 'Aucun remboursement.' : null}
      >
        <Prestations prestations={d.prestations} />
      </Section>
      <Section id="documents" titre="Papiers" vide={d.documents.length === 0 ? 'Aucun papier.' : null}>
        <ul>
          {d.documents.map(({ id, titre }) => (
            <li key={id}>
              <a href={`/gestion/documents/${id}`} className="inline-flex min-h-11 items-center">
                {titre}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="journal" titre="Journal du dossier" vide={d.journal.length === 0 ? 'Rien encore.' : null}>
        <ol>
          {d.journal.map(({ cle, phrase }) => (
            <li key={cle} className="py-1">
              {phrase}
            </li>
          ))}
        </ol>
        {toutLeJournal === null ? null : (
          <p className="mt-2">
            <a href={toutLeJournal} className="inline-flex min-h-11 items-center">
              Tout le journal de ce dossier
            </a>
          </p>
        )}
      </Section>
    </div>
  )
}

interface ProprietesSection {
  readonly id: string
  readonly titre: string
  readonly vide: string | null
  readonly children: ReactNode
}

function Section({ id, titre, vide, children }: ProprietesSection) {
  return (
    <section aria-labelledby={`titre-${id}`}>
      <h2 id={`titre-${id}`} className="text-xl">
        {titre}
      </h2>
      {vide === null ? (
        <div className="mt-2">{children}</div>
      ) : (
        <p className="mt-1 text-encre-douce">{vide}</p>
      )}
    </section>
  )
}

function Prestations({ prestations }: Pick<DossierVue, 'prestations'>) {
  return (
    <ul className="divide-y divide-filet border-y border-filet">
      {prestations.map((p) => (
        <li key={p.id} className="py-2">
          <p>
            {p.libelle} <span className="text-encre-douce">({p.le})</span>, {p.etat}
          </p>
          <p className="text-sm text-encre-douce">
            Dépense <Montant valeur={p.depense} />, mutuelle <Montant valeur={p.mutuelle} />, reste{' '}
            <Montant valeur={p.reste} />
          </p>
        </li>
      ))}
    </ul>
  )
}
