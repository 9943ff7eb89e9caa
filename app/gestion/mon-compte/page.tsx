import type { Metadata } from 'next'
import { groupesGestion } from '@/components/compte/entrees'
import { SommaireCompte } from '@/components/compte/sommaire'
import { INFOS_COMPTE } from '@/lib/lexique/acces'
import { maintenant } from '@/lib/server/clock'
import { exigerGestion } from '@/lib/server/session'
import { lireFournisseurs } from '@/lib/services/identite-externe/data'
import { loadSommaire } from '@/lib/services/mon-compte/data'

export const metadata: Metadata = { title: 'Mon compte extranet' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion()
  const { info } = await searchParams
  const sommaire = await loadSommaire(acteur, maintenant())
  return (
    <SommaireCompte
      groupes={
        sommaire === null
          ? []
          : groupesGestion(sommaire, {
              ailleurs: lireFournisseurs().length > 0,
              collegues: acteur.role === 'ADMINISTRATEUR',
            })
      }
      nouvelle={typeof info === 'string' ? INFOS_COMPTE.get(info) : undefined}
    />
  )
}
