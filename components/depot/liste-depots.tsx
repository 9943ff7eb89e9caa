import { EtatVide } from '@/components/ui/etat-vide'
import { Pagination } from '@/components/ui/pagination'
import { instantEnMots } from '@/lib/lexique/attente'
import type { DepotRecuVu, DepotVu } from '@/lib/services/depot/view'

interface Props {
  readonly depots: readonly (DepotVu | DepotRecuVu)[]
  readonly suite: string | null
  /** Address of the list; a piece lies under `fichiers`. */
  readonly ici: string
  readonly fichiers: string
  readonly vide: { readonly titre: string; readonly phrase: string }
}

const BORDS = {
  RECU: 'border-action',
  EN_ANALYSE: 'border-a-faire',
  REFUSE: 'border-erreur',
  EFFACE: 'border-filet',
} as const

const dePart = ({ de, numeroAdherent }: DepotRecuVu): string =>
  `${de} (${numeroAdherent === null ? 'sans contrat' : `n° ${numeroAdherent}`})`

export function ListeDepots({ depots, suite, ici, fichiers, vide }: Props) {
  if (depots.length === 0)
    return (
      <EtatVide titre={vide.titre}>
        <p>{vide.phrase}</p>
      </EtatVide>
    )
  return (
    <>
      <ul className="mt-3 space-y-5">
        {depots.map((depot) => (
          <li key={depot.id} className={`border-l-4 py-1 pl-5 ${BORDS[depot.etat]}`}>
            <p className="font-semibold wrap-anywhere">
              {'de' in depot ? `${dePart(depot)} – ` : null}
              {depot.objet} : {depot.nom}
            </p>
            <p className="text-encre-douce">
              Envoyé {instantEnMots(depot.le)}, {depot.taille}.
            </p>
            <p className="max-w-texte">{depot.libelleEtat}.</p>
            {depot.telechargeable ? (
              <p>
                <a href={`${fichiers}/${depot.id}/telecharger`} className="inline-flex min-h-11 items-center">
                  Télécharger<span className="sr-only"> {depot.nom}</span>
                </a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <Pagination
        etiquette="Autres envois"
        recents={null}
        anciens={suite === null ? null : { href: `${ici}?avant=${suite}`, libelle: 'Envois plus anciens' }}
      />
    </>
  )
}
