import type { Metadata } from 'next'
import { HistoriqueConnexions } from '@/components/compte/listes'
import { maintenant } from '@/lib/server/clock'
import { exigerAdherent } from '@/lib/server/session'
import { loadHistorique } from '@/lib/services/mon-compte/data'
import { rangSchema } from '@/lib/services/mon-compte/schema'

export const metadata: Metadata = { title: 'L’historique de mes connexions' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  const avant = rangSchema.parse((await searchParams).avant ?? null)
  const liste = await loadHistorique(acteur, avant, maintenant())
  return <HistoriqueConnexions espace="adherent" liste={liste} suivante={avant !== null} />
}
