import type { Metadata } from 'next'
import { Introuvable } from '@/components/cadre/introuvable'
import { PageSeule } from '@/components/cadre/page-seule'

export const metadata: Metadata = { title: 'Introuvable' }

export default function NotFound() {
  return (
    <PageSeule>
      <Introuvable />
    </PageSeule>
  )
}
