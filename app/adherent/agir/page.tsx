import type { Metadata } from 'next'
import { PourQui } from '@/components/delegation/pour-qui'
import { ETENDUES_DELEGATION, INFOS_AGIR } from '@/lib/lexique/delegations'
import { aujourdhui } from '@/lib/server/clock'
import { exigerSoi, sessionCourante } from '@/lib/server/session'
import { loadPourQui } from '@/lib/services/delegation/data'
import { commencerAAgir } from './actions'

export const metadata: Metadata = { title: 'Agir pour un proche' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerSoi()
  const session = await sessionCourante()
  const { info } = await searchParams
  const proches = await loadPourQui(acteur, aujourdhui())
  return (
    <PourQui
      info={typeof info === 'string' ? INFOS_AGIR.get(info) : undefined}
      actuel={session?.pourAutrui?.nom ?? null}
      proches={proches.map((p) => ({ ...p, etendue: ETENDUES_DELEGATION[p.etendue] }))}
      agir={commencerAAgir}
    />
  )
}
