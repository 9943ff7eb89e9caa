import { connection } from 'next/server'
import type { ReactNode } from 'react'

export const metadata = { title: 'Portail' }

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // A page rendered at build time would carry no nonce, hence lose its scripts.
  await connection()
  return (
    <html lang="fr">
      <body>{children}</body>
    </html>
  )
}
