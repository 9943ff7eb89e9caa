import type { Metadata } from 'next'
import { Delegations } from '@/components/delegation/delegations-gestion'
import { INFOS_DECISION } from '@/lib/lexique/delegations'
import { aujourdhui } from '@/lib/server/clock'
import { exigerGestion } from '@/lib/server/session'
import { loadADecider, loadDecidees } from '@/lib/services/delegation/data'
import { voirADecider, voirDecidees } from '@/lib/services/delegation/view'
import { accorderUneDelegation, arreterUneRepresentation, refuserUneDemande } from './actions'

export const metadata: Metadata = { title: 'Représentants légaux' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR')
  const { info } = await searchParams
  return (
    <Delegations
      info={typeof info === 'string' ? INFOS_DECISION.get(info) : undefined}
      aDecider={voirADecider(await loadADecider(acteur))}
      decidees={voirDecidees(acteur, await loadDecidees(acteur), aujourdhui())}
      accorder={accorderUneDelegation}
      refuser={refuserUneDemande}
      arreter={arreterUneRepresentation}
    />
  )
}
