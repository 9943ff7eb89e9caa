import type { ProjetView } from '@/lib/services/projet/view'

/** The ways back. */
export function PiedProjet({ retour, autres }: Pick<ProjetView, 'retour' | 'autres'>) {
  const liens = [
    ...(retour === null ? [] : [retour]),
    ...autres.map(({ href, libelle }) => ({ href, libelle: `Pour l’autre contrat : ${libelle}` })),
    { href: '/adherent/contrats', libelle: 'Revenir à mes contrats' },
  ]
  return (
    <ul className="mt-12 print:hidden">
      {liens.map(({ href, libelle }) => (
        <li key={href}>
          <a href={href} className="inline-flex min-h-11 items-center">
            {libelle}
          </a>
        </li>
      ))}
    </ul>
  )
}
