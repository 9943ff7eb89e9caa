import type { ReactNode } from 'react'
import { EtatVide } from '@/components/ui/etat-vide'
import { Pagination } from '@/components/ui/pagination'
import type { BrouillonVu, LigneDemande, TonDemande } from '@/lib/services/mes-demandes/view'

const BORDS: Readonly<Record<TonDemande, string>> = {
  A_FAIRE: 'border-a-faire',
  EN_COURS: 'border-action',
  RETARD: 'border-a-faire',
  FINIE: 'border-filet',
}

const compterReponses = (nombre: number): string =>
  nombre === 1 ? '1 réponse non lue' : `${nombre} réponses non lues`

interface Props {
  readonly demandes: readonly LigneDemande[]
  readonly suite: string | null
  readonly ici: string
  readonly vide: { readonly titre: string; readonly corps: ReactNode }
}

/** What was asked, where it is, who has it and until when. */
export function ListeDemandes({ demandes, suite, ici, vide }: Props) {
  if (demandes.length === 0) return <EtatVide titre={vide.titre}>{vide.corps}</EtatVide>
  return (
    <>
      <ul className="space-y-5">
        {demandes.map((d) => (
          <li
            key={d.id}
            {...(d.ton === 'FINIE' ? { 'data-fait': 'REGISTRE' } : { 'data-fonde': 'lien' })}
            className={`border-l-4 py-1 pl-5 ${BORDS[d.ton]}`}
          >
            <p className="flex flex-wrap items-center gap-x-3">
              <a
                href={`/adherent/demandes/${d.id}`}
                {...(d.ton === 'FINIE' ? {} : { 'data-vers-motifs': '' })}
                className="inline-flex min-h-11 items-center font-semibold"
              >
                {d.titre}
                {d.sujet === null ? null : ` : ${d.sujet.charAt(0).toLowerCase()}${d.sujet.slice(1)}`}
              </a>
              {d.nonLus === 0 ? null : (
                <span className="rounded-md bg-a-faire-pale px-2 text-a-faire">
                  {compterReponses(d.nonLus)}
                </span>
              )}
            </p>
            <p>
              <strong>{d.etat}.</strong> {d.suite}
            </p>
            <p data-fait="REGISTRE" className="text-sm text-encre-douce">
              {d.numero}, envoyée le {d.envoyee}
            </p>
          </li>
        ))}
      </ul>
      <Pagination
        etiquette="Autres pages"
        recents={null}
        anciens={suite === null ? null : { href: `${ici}?avant=${suite}`, libelle: 'Plus anciennes' }}
      />
    </>
  )
}

interface PropsBrouillons {
  readonly brouillons: readonly BrouillonVu[]
  /** Where each nature is written; those without a page are not listed. */
  readonly pages: Readonly<Record<string, string>>
}

/** What is begun and not sent: one goes on with it. */
export function Brouillons({ brouillons, pages }: PropsBrouillons) {
  const montres = brouillons.flatMap((b) => {
    const page = pages[b.nature]
    return page === undefined ? [] : [{ ...b, href: `${page}?cle=${b.cle}` }]
  })
  if (montres.length === 0) return null
  return (
    <section aria-labelledby="titre-brouillons" className="mb-12">
      <h2 id="titre-brouillons" className="mb-3 text-xl">
        Commencé, pas encore envoyé
      </h2>
      <ul className="space-y-4">
        {montres.map((b) => (
          <li key={b.cle} data-fait="SAISIE" className="border-l-4 border-a-faire py-1 pl-5">
            <a href={b.href} className="inline-flex min-h-11 items-center font-semibold">
              Reprendre
              <span className="sr-only">
                {' '}
                : {b.titre}, commencé le {b.commence}
              </span>
            </a>
            <p className="wrap-anywhere">
              {b.titre}, commencé le {b.commence}
              {b.pieces === 0 ? '' : b.pieces === 1 ? ', 1 pièce jointe' : `, ${b.pieces} pièces jointes`}.
            </p>
            {b.extrait === null ? null : <p className="wrap-anywhere text-encre-douce">« {b.extrait} »</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
