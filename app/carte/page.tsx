import type { Metadata } from 'next'
import { Contenu } from '@/components/cadre/contenu'
import { RemplacerGardees } from '@/components/carte/remplacer-gardees'
import { CarteTiersPayant } from '@/components/papier/carte-tiers-payant'
import { exigerAdherent } from '@/lib/server/session'
import { loadMesCartes } from '@/lib/services/carte/data'

export const metadata: Metadata = { title: 'Ma carte', manifest: '/carte/manifest.webmanifest' }

/** Where the installed card opens when there is network; without it, the kept card opens instead. */
export default async function Page() {
  const cartes = await loadMesCartes(await exigerAdherent())
  const bonnes = cartes.flatMap(({ carte }) => (carte?.valable === true ? [carte] : []))
  return (
    <Contenu>
      <h1 className="mb-4 text-2xl">Ma carte de tiers payant</h1>
      {bonnes.length === 0 ? (
        <p className="max-w-texte">
          Aucune carte en cours de validité. « Mon espace » dit pourquoi, et la refait.
        </p>
      ) : (
        <ul className="space-y-10">
          {bonnes.map((vue) => (
            <li key={vue.id}>
              <CarteTiersPayant carte={vue.carte} />
              <p data-fait="DOCUMENT" className="mt-3">
                Valable jusqu’au {vue.auEnMots}. Vérifiée {vue.verifiee}.
              </p>
              <a href={`/carte/${vue.id}`} className="inline-flex min-h-11 items-center">
                La garder sur cet appareil, ou l’effacer
              </a>
            </li>
          ))}
        </ul>
      )}
      <RemplacerGardees cartes={bonnes.map(({ id, etiquette }) => ({ id, etiquette }))} />
      <p className="mt-6 print:hidden">
        <a href="/adherent/carte" className="inline-flex min-h-11 items-center">
          Mon espace
        </a>
      </p>
    </Contenu>
  )
}
