import type { Metadata } from 'next'
import { commencerAAgir } from '@/app/adherent/agir/actions'
import { MesDelegations } from '@/components/delegation/mes-delegations'
import { INFOS_DELEGATIONS } from '@/lib/lexique/delegations'
import { aujourdhui } from '@/lib/server/clock'
import { exigerAdherent } from '@/lib/server/session'
import { loadMesDelegations } from '@/lib/services/delegation/data'
import { voirDelegations } from '@/lib/services/delegation/view'
import { accepterUneDelegation, arreterUneDelegation, refuserUneDelegation } from './actions'

export const metadata: Metadata = { title: 'Agir pour un proche' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  const { info } = await searchParams
  const vues = voirDelegations(acteur, await loadMesDelegations(acteur), aujourdhui())
  return (
    <MesDelegations
      vues={vues}
      info={typeof info === 'string' ? INFOS_DELEGATIONS.get(info) : undefined}
      actions={{
        accepter: accepterUneDelegation,
        refuser: refuserUneDelegation,
        arreter: arreterUneDelegation,
        agir: commencerAAgir,
      }}
    />
  )
}
