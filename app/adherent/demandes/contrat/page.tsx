import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { cache } from 'react'
import { FormulaireContrat } from '@/components/demande/formulaire-contrat'
import { PiedProjet } from '@/components/projet/pied'
import { Reponse } from '@/components/projet/reponse'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { lireVueProjet } from '@/lib/services/projet/data'
import type { Parametres } from '@/lib/services/projet/schema'
import { demanderContrat } from './actions'

interface Props {
  readonly searchParams: Promise<Parametres>
}

const vueDe = cache(async (adresse: string) => {
  const portee = await exigerAdherent()
  if (portee.adhesions.length === 0) return refuserPage(portee)
  const { jour } = lireCadre()
  const parametres: Parametres = { ...JSON.parse(adresse), demande: jour }
  const vue = await lireVueProjet(portee, parametres, jour)
  return vue ?? refuserPage(portee)
})

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { titre } = await vueDe(JSON.stringify(await searchParams))
  return { title: `Demander : ${titre}` }
}

export default async function DemandeContratPage({ searchParams }: Props) {
  const vue = await vueDe(JSON.stringify(await searchParams))
  const saisies = Object.fromEntries(Object.entries(vue.saisie).filter(([, valeur]) => valeur !== ''))
  const { reponse } = vue
  if (reponse === null)
    return (
      <>
        <TitrePage titre="Changer mon contrat" />
        <EtatVide titre="Dites d’abord ce que vous voulez changer">
          <p>
            Quelques questions, et vous saurez si c’est possible, quand, et pour combien. Vous pourrez alors
            faire la demande.
          </p>
          <p>
            <a href="/adherent/contrats/que-puis-je-faire">Choisir ce que je veux changer</a>
          </p>
        </EtatVide>
      </>
    )
  return (
    <>
      <TitrePage titre={vue.titre}>
        <p>{vue.contrat}</p>
      </TitrePage>
      <div className="space-y-12">
        {/* The button of the answer leads here. */}
        <Reponse reponse={{ ...reponse, demander: null, ailleurs: [] }} />
        {reponse.verdict === 'POSSIBLE' ? (
          <section aria-labelledby="titre-demande">
            <h2 id="titre-demande" className="mb-4 text-xl">
              {vue.cache.faire === 'partir' ? 'Confirmer ma résiliation' : 'Envoyer ma demande'}
            </h2>
            <FormulaireContrat
              action={demanderContrat}
              caches={{ ...saisies, ...vue.cache, cle: randomUUID(), adhesion: vue.adhesionId }}
              identite={vue.cache.faire === 'ajouter'}
              bouton={vue.cache.faire === 'partir' ? 'Résilier mon contrat' : 'Envoyer cette demande'}
            />
          </section>
        ) : null}
      </div>
      <PiedProjet retour={vue.retour} autres={[]} />
    </>
  )
}
