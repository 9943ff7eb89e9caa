import type { Metadata } from 'next'
import { CourrielsRecus } from '@/components/compte/listes'
import { exigerAdherent } from '@/lib/server/session'
import { cleSchema } from '@/lib/services/courriel/schema'
import { loadCourrielsRecus } from '@/lib/services/mon-compte/data'

export const metadata: Metadata = { title: 'Les e-mails qui m’ont été envoyés' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  const avant = cleSchema.parse((await searchParams).avant ?? null)
  const liste = await loadCourrielsRecus(acteur, avant)
  return <CourrielsRecus espace="adherent" liste={liste} suivante={avant !== null} />
}
