import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { BandeauDemonstration } from '@/components/cadre/bandeau-demonstration'
import { LienEvitement } from '@/components/cadre/lien-evitement'
import { lireCadre } from '@/lib/services/cadre/data'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  await connection()
  const { organisme } = lireCadre()
  return {
    title: { default: organisme.nom, template: `%s – ${organisme.nomCourt}` },
    description: `L'espace en ligne des adhérents de ${organisme.nom}.`,
    formatDetection: { telephone: false },
  }
}

export const viewport: Viewport = { colorScheme: 'light dark' }

/** `connection()`: every page is rendered for its request, so that each script carries the nonce of its own policy. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  await connection()
  const cadre = lireCadre()
  return (
    <html lang="fr">
      <head>
        <link rel="stylesheet" href="/organisme.css" precedence="organisme" />
      </head>
      <body className="flex min-h-dvh flex-col">
        <LienEvitement />
        {cadre.demonstration ? <BandeauDemonstration jour={cadre.jour} /> : null}
        {children}
      </body>
    </html>
  )
}
