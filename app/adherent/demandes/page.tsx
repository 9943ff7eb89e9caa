import type { Metadata } from 'next'
import { Brouillons, ListeDemandes } from '@/components/demande/liste-demandes'
import { LienBouton } from '@/components/ui/bouton'
import { TitrePage } from '@/components/ui/titre-page'
import { PAGES_DES_NATURES } from '@/lib/lexique/nouvelles-demandes'
import { exigerAdherent } from '@/lib/server/session'
import { contexteDemandes, loadBrouillons, loadMesDemandes } from '@/lib/services/mes-demandes/data'
import { cleDemandeSchema } from '@/lib/services/mes-demandes/schema'
import { voirBrouillon, voirLigneDemande } from '@/lib/services/mes-demandes/view'

export const metadata: Metadata = { title: 'Mes demandes' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function DemandesPage({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  const avant = cleDemandeSchema.parse((await searchParams).avant ?? null)
  const { demandes, suite } = await loadMesDemandes(acteur, avant)
  const brouillons = avant === null ? await loadBrouillons(acteur, null) : []
  const c = contexteDemandes()
  return (
    <>
      <TitrePage titre="Mes demandes">
        <p>Tout ce que vous nous avez demandé : où cela en est, qui s’en occupe, et jusqu’à quand.</p>
      </TitrePage>
      <p className="mb-10">
        <LienBouton href="/adherent/demandes/nouvelle">Faire une demande</LienBouton>
      </p>
      <Brouillons brouillons={brouillons.map(voirBrouillon)} pages={PAGES_DES_NATURES} />
      <ListeDemandes
        demandes={demandes.map((d) => voirLigneDemande(d, c))}
        suite={suite}
        ici="/adherent/demandes"
        vide={{
          titre: 'Aucune demande',
          corps: <p>Vos demandes apparaîtront ici dès que vous en aurez envoyé une.</p>,
        }}
      />
    </>
  )
}
