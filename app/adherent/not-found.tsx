import type { Metadata } from 'next'
import { Introuvable } from '@/components/cadre/introuvable'

export const metadata: Metadata = { title: 'Introuvable' }

export default function NotFound() {
  return <Introuvable />
}
