import type { ReactNode } from 'react'
import { exigerGestion } from '@/lib/server/session'

/** A first gate; each page asks again, with the roles it admits. */
export default async function Layout({ children }: { readonly children: ReactNode }) {
  await exigerGestion()
  return children
}
