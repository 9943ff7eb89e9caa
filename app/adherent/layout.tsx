import type { ReactNode } from 'react'
import { exigerAdherent } from '@/lib/server/session'

/** A first gate; each page asks again, because a layout is not rendered anew at each navigation. */
export default async function Layout({ children }: { readonly children: ReactNode }) {
  await exigerAdherent()
  return children
}
