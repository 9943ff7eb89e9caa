import type { Metadata } from 'next'
import { TitrePage } from '@/components/ui/titre-page'
import { BESOINS_DEMANDE } from '@/lib/lexique/nouvelles-demandes'
import { exigerAdherent } from '@/lib/server/session'

export const metadata: Metadata = { title: 'Faire une demande' }

export default async function NouvelleDemandePage() {
  const { adhesions } = await exigerAdherent()
  const besoins = BESOINS_DEMANDE.map(({ titre, entrees }) => ({
    titre,
    entrees: entrees.filter((entree) => entree.titulaire !== true || adhesions.length > 0),
  })).filter(({ entrees }) => entrees.length > 0)
  return (
    <>
      <TitrePage titre="Faire une demande">
        <p>
          Choisissez ce dont vous avez besoin. Avant d’envoyer, vous saurez quand vous aurez la réponse, et
          vous pourrez suivre votre demande jour après jour.
        </p>
      </TitrePage>
      {besoins.map(({ titre, entrees }) => (
        <section key={titre} className="mb-10">
          <h2 className="text-xl">{titre}</h2>
          <ul className="mt-2 max-w-texte space-y-2">
            {entrees.map((entree) => (
              <li key={entree.titre}>
                <a href={entree.href} className="inline-flex min-h-11 items-center font-semibold">
                  {entree.titre}
                </a>
                <p className="text-encre-douce">{entree.phrase}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
