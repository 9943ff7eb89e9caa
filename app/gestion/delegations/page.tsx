import type { Metadata } from 'next'
import { defierMaCle } from '@/app/securite/actions'
import { Delegations } from '@/components/delegation/delegations-gestion'
import { INFOS_DECISION } from '@/lib/lexique/delegations'
import { aujourdhui } from '@/lib/server/clock'
import { exigerGestion } from '@/lib/server/session'
import { loadADecider, loadDecidees } from '@/lib/services/delegation/data'
import { voirADecider, voirDecidees } from '@/lib/services/delegation/view'
import { loadConfirmation } from '@/lib/services/reauthentification/data'
import { accorderUneDelegation, arreterUneRepresentation, refuserUneDemande } from './actions'

export const metadata: Metadata = { title: 'Représentants légaux' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR')
  const { info, decider } = await searchParams
  const aDecider = voirADecider(await loadADecider(acteur))
  // One at a time, with its proof of who decides: the one chosen, else the oldest.
  const ouverte = aDecider.find(({ id }) => id === decider) ?? aDecider[0]
  return (
    <Delegations
      info={typeof info === 'string' ? INFOS_DECISION.get(info) : undefined}
      aDecider={aDecider}
      ouverte={ouverte?.id ?? null}
      confirmation={{ ...(await loadConfirmation('FACTEUR')), defier: defierMaCle }}
      decidees={voirDecidees(acteur, await loadDecidees(acteur), aujourdhui())}
      accorder={accorderUneDelegation}
      refuser={refuserUneDemande}
      arreter={arreterUneRepresentation}
    />
  )
}
