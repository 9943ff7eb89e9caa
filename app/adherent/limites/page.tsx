import type { Metadata } from 'next'
import { ChoixBeneficiaire } from '@/components/beneficiaire/choix-beneficiaire'
import { Limites } from '@/components/limites/limites'
import { TitrePage } from '@/components/ui/titre-page'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { lireSuivi } from '@/lib/services/garanties/data'
import { lirePersonnes, type Parametres } from '@/lib/services/garanties/schema'
import { voirLimites } from '@/lib/services/limites/view'
import { articleCite } from '@/lib/services/remboursement/data'

export const metadata: Metadata = { title: 'Mes limites et forfaits' }

export default async function LimitesPage({ searchParams }: { readonly searchParams: Promise<Parametres> }) {
  const portee = await exigerAdherent()
  const { jour } = lireCadre()
  const lu = await lireSuivi(portee, lirePersonnes(await searchParams, portee.personneId))
  const vue = voirLimites(lu, jour, articleCite)
  return (
    <>
      <TitrePage titre="Mes limites et forfaits">
        <p data-fait="AUJOURDHUI">
          Ce qui vous reste au {formatDateEnLettres(jour)}, garantie par garantie, et quand cela se
          renouvelle. Un soin compte ici dès que nous l’avons calculé.
        </p>
      </TitrePage>
      <ChoixBeneficiaire choix={vue.choix} />
      {vue.personnes.map((personne) => (
        <Limites key={personne.id} personne={personne} />
      ))}
      <p>
        <a href="/adherent/garanties">Ce que mes garanties remboursent, en euros</a>
      </p>
    </>
  )
}
