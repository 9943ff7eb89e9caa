import Link from 'next/link'
import { EtatVide } from '@/components/ui/etat-vide'
import { Pagination } from '@/components/ui/pagination'
import type { LigneVue } from '@/lib/services/corbeille/view'

interface Props {
  readonly lignes: readonly LigneVue[]
  readonly debut: string | null
  readonly suite: string | null
  readonly vide: { readonly titre: string; readonly phrase: string }
}

/** Demandes, the most pressing first: who asks what, who has it, until when. */
export function ListeDemandes({ lignes, debut, suite, vide }: Props) {
  if (lignes.length === 0)
    return (
      <EtatVide titre={vide.titre}>
        <p>{vide.phrase}</p>
      </EtatVide>
    )
  return (
    <>
      <ul className="space-y-5">
        {lignes.map((ligne) => (
          <li
            key={ligne.id}
            className={`border-l-4 py-1 pl-5 ${ligne.retard ? 'border-erreur' : ligne.mienne ? 'border-action' : 'border-filet'}`}
          >
            <p>
              <Link
                href={`/gestion/corbeille/${ligne.id}`}
                prefetch={false}
                className="inline-flex min-h-11 items-center font-semibold"
              >
                {ligne.titre}
                <span className="sr-only">, {ligne.numero}</span>
              </Link>
            </p>
            <p>
              {ligne.qui}
              {ligne.numeroAdherent === null ? null : `, n° adhérent ${ligne.numeroAdherent}`}
            </p>
            <p className={ligne.retard ? 'font-semibold text-erreur' : ''}>{ligne.echeance}</p>
            {ligne.nonLus === null ? null : <p className="font-semibold text-a-faire">{ligne.nonLus}</p>}
            <p className="text-sm text-encre-douce">
              {[ligne.numero, ligne.etat, `chez ${ligne.chez}`, ligne.pieces]
                .filter((dit) => dit !== null)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      <Pagination
        etiquette="Pages de demandes"
        recents={debut === null ? null : { href: debut, libelle: 'Revenir au début' }}
        anciens={suite === null ? null : { href: suite, libelle: 'Les suivantes' }}
      />
    </>
  )
}
