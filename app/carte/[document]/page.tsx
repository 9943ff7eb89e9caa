import type { Metadata } from 'next'
import { Contenu } from '@/components/cadre/contenu'
import { SurCetAppareil } from '@/components/carte/sur-cet-appareil'
import { CarteTiersPayant } from '@/components/papier/carte-tiers-payant'
import { exigerAdherent } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { loadCarte } from '@/lib/services/carte/data'
import { documentIdSchema } from '@/lib/services/document/schema'

export const metadata: Metadata = { title: 'Ma carte', manifest: '/carte/manifest.webmanifest' }

/** The card alone, without the frame of the space: this page may be kept on a device, and nothing else is to be on it. */
export default async function Page({ params }: { readonly params: Promise<{ readonly document: string }> }) {
  const portee = await exigerAdherent()
  const id = documentIdSchema.safeParse((await params).document)
  const vue = id.success ? await loadCarte(portee, id.data) : null
  if (vue === null) return refuserPage(portee)
  return (
    <Contenu>
      <h1 className="text-2xl">Ma carte de tiers payant</h1>
      <p data-fait="DOCUMENT" className="mt-1 mb-4">
        Valable jusqu’au {vue.auEnMots}. Vérifiée <strong>{vue.verifiee}</strong>.
      </p>
      {vue.valable ? null : (
        <p
          role="status"
          className="mb-4 max-w-texte border-l-4 border-a-faire bg-a-faire-pale px-4 py-3 text-a-faire"
        >
          {vue.phrase}
        </p>
      )}
      <SurCetAppareil au={vue.au} auEnMots={vue.auEnMots} valable={vue.valable} etiquette={vue.etiquette}>
        <CarteTiersPayant carte={vue.carte} />
      </SurCetAppareil>
      <p className="mt-6 print:hidden">
        <a href="/adherent/carte" className="inline-flex min-h-11 items-center">
          Mon espace
        </a>
      </p>
    </Contenu>
  )
}
