import type { Metadata } from 'next'
import { AccordsLecture } from '@/components/beneficiaire/accords-lecture'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadMesLectures } from '@/lib/services/lecture-soins/data'
import { voirMesLectures } from '@/lib/services/lecture-soins/view'
import { articleCite } from '@/lib/services/remboursement/data'
import { changerLectureDeMesSoins } from './actions'

export const metadata: Metadata = { title: 'Qui voit mes soins' }

export default async function MesSoinsPage() {
  const portee = await exigerAdherent()
  const { jour } = lireCadre()
  const accords = voirMesLectures(await loadMesLectures(portee), jour, articleCite)
  return (
    <>
      <TitrePage titre="Qui voit mes soins">
        <p>Ce que le titulaire de votre contrat voit de vos soins, et votre choix.</p>
      </TitrePage>
      {accords.length === 0 ? (
        <EtatVide titre="Vous êtes titulaire de votre contrat">
          <p>
            Personne d’autre ne voit vos soins. Vous voyez ceux des enfants de votre contrat jusqu’à leurs 16
            ans ; ensuite, c’est à eux, comme à votre conjoint, de vous donner leur accord depuis leur propre
            espace.
          </p>
        </EtatVide>
      ) : (
        <AccordsLecture accords={accords} action={changerLectureDeMesSoins} />
      )}
      <p className="mt-10">
        <a href="/adherent/mon-compte" className="inline-flex min-h-11 items-center">
          Revenir à mon compte
        </a>
      </p>
    </>
  )
}
