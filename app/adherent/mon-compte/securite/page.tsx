import type { Metadata } from 'next'
import { rendreSecurite } from '@/app/securite/securite'
import { exigerAdherent } from '@/lib/server/session'

export const metadata: Metadata = { title: 'Sécurité de mon compte' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  await exigerAdherent()
  return rendreSecurite('ADHERENT', (await searchParams).retour)
}
