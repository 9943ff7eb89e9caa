import type { Metadata } from 'next'
import { HistoriqueConnexions } from '@/components/compte/listes'
import { maintenant } from '@/lib/server/clock'
import { exigerGestion } from '@/lib/server/session'
import { loadHistorique } from '@/lib/services/mon-compte/data'
import { rangSchema } from '@/lib/services/mon-compte/schema'

export const metadata: Metadata = { title: 'L’historique de mes connexions' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion()
  const avant = rangSchema.parse((await searchParams).avant ?? null)
  const liste = await loadHistorique(acteur, avant, maintenant())
  return <HistoriqueConnexions espace="gestion" liste={liste} suivante={avant !== null} />
}
