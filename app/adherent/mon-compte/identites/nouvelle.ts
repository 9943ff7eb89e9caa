import { direEchecExterne, INFOS_IDENTITES } from '@/lib/lexique/identites'
import { lireFournisseurs } from '@/lib/services/identite-externe/data'

type Recherche = Readonly<Record<string, string | string[] | undefined>>

/** What the address says has just happened: codes only, and a provider of the configuration. */
export function nouvelleDe({ info, echec, par }: Recherche): string | undefined {
  if (typeof info === 'string' && INFOS_IDENTITES.has(info)) return INFOS_IDENTITES.get(info)
  const fournisseur = lireFournisseurs().find(({ id }) => id === par)
  return typeof echec === 'string' && fournisseur !== undefined
    ? direEchecExterne(echec, fournisseur.libelle)
    : undefined
}
