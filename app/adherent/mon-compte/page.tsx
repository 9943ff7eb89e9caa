import type { Metadata } from 'next'
import { groupesAdherent } from '@/components/compte/entrees'
import { SommaireCompte } from '@/components/compte/sommaire'
import { INFOS_COMPTE } from '@/lib/lexique/acces'
import { maintenant } from '@/lib/server/clock'
import { exigerAdherent } from '@/lib/server/session'
import { lireFournisseurs } from '@/lib/services/identite-externe/data'
import { loadLectures, loadSommaire } from '@/lib/services/mon-compte/data'

export const metadata: Metadata = { title: 'Mon compte extranet' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  const { info } = await searchParams
  const sommaire = await loadSommaire(acteur, maintenant())
  const lectures = await loadLectures(acteur, null)
  return (
    <SommaireCompte
      groupes={
        sommaire === null
          ? []
          : groupesAdherent(sommaire, {
              lecture: lectures.lignes[0]?.quand ?? null,
              ailleurs: lireFournisseurs().length > 0,
            })
      }
      nouvelle={typeof info === 'string' ? INFOS_COMPTE.get(info) : undefined}
    />
  )
}
