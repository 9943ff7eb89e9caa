import type { Metadata } from 'next'
import { ListeReleves } from '@/components/releve/liste-releves'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { loadReleves } from '@/lib/services/releve/data'
import { parAnnee } from '@/lib/services/releve/view'

export const metadata: Metadata = { title: 'Mes relevés de prestation' }

export default async function RelevesPage() {
  const portee = await exigerAdherent()
  const releves = await loadReleves(portee)
  return (
    <>
      <TitrePage titre="Mes relevés de prestation">
        <p data-fait="GENERALITE">
          Un relevé reprend tout ce que la mutuelle a versé ou refusé pendant une période, pour vous et les
          personnes de votre contrat. À partir de 16 ans, les soins d’une personne qui ne vous a pas donné son
          accord y tiennent en une ligne par versement.
        </p>
      </TitrePage>
      <ListeReleves annees={parAnnee(releves)} titulaire={portee.adhesions.length > 0} />
    </>
  )
}
