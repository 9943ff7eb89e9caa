import type { Metadata } from 'next'
import { Brouillons, ListeDemandes } from '@/components/demande/liste-demandes'
import { LienBouton } from '@/components/ui/bouton'
import { TitrePage } from '@/components/ui/titre-page'
import { PAGES_DES_NATURES } from '@/lib/lexique/nouvelles-demandes'
import { phraseNonLus } from '@/lib/lexique/suivi-demande'
import { exigerAdherent } from '@/lib/server/session'
import {
  compterNonLus,
  contexteDemandes,
  loadBrouillons,
  loadMesFils,
} from '@/lib/services/mes-demandes/data'
import { cleDemandeSchema } from '@/lib/services/mes-demandes/schema'
import { voirBrouillon, voirLigneDemande } from '@/lib/services/mes-demandes/view'

export const metadata: Metadata = { title: 'Ma messagerie' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function MessageriePage({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  const avant = cleDemandeSchema.parse((await searchParams).avant ?? null)
  const { demandes, suite } = await loadMesFils(acteur, avant)
  const brouillons = avant === null ? await loadBrouillons(acteur, 'MESSAGE') : []
  const c = contexteDemandes()
  return (
    <>
      <TitrePage titre="Ma messagerie">
        <p>Vos questions et nos réponses, au même endroit. {phraseNonLus(await compterNonLus(acteur))}</p>
      </TitrePage>
      <p className="mb-10">
        <LienBouton href="/adherent/messagerie/ecrire">Écrire un message</LienBouton>
      </p>
      <Brouillons brouillons={brouillons.map(voirBrouillon)} pages={PAGES_DES_NATURES} />
      <ListeDemandes
        demandes={demandes.map((d) => voirLigneDemande(d, c))}
        suite={suite}
        ici="/adherent/messagerie"
        vide={{
          titre: 'Aucun message',
          corps: <p>Écrivez-nous : un conseiller vous répond ici, et un e-mail vous prévient.</p>,
        }}
      />
      <p className="mt-10 max-w-texte">
        Une réclamation, une demande sur votre contrat ?{' '}
        <a href="/adherent/demandes">Voir toutes mes demandes</a>.
      </p>
    </>
  )
}
