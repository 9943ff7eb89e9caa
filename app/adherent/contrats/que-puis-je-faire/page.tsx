import type { Metadata } from 'next'
import { cache } from 'react'
import { FormulaireProjet } from '@/components/projet/formulaire'
import { PiedProjet } from '@/components/projet/pied'
import { Propositions } from '@/components/projet/propositions'
import { Reponse } from '@/components/projet/reponse'
import { EtatVide } from '@/components/ui/etat-vide'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { lireVueProjet } from '@/lib/services/projet/data'
import type { Parametres } from '@/lib/services/projet/schema'

interface Props {
  readonly searchParams: Promise<Parametres>
}

/** Once a request: the title says whether something is to correct. */
const vueDe = cache(async (adresse: string) => {
  const portee = await exigerAdherent()
  // An ayant droit decides nothing of the contract: the page is the membre participant's.
  if (portee.adhesions.length === 0) return refuserPage(portee)
  return (await lireVueProjet(portee, JSON.parse(adresse), lireCadre().jour)) ?? refuserPage(portee)
})

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { titre, erreurs } = await vueDe(JSON.stringify(await searchParams))
  return { title: `${erreurs.length > 0 ? 'Erreur : ' : ''}${titre}` }
}

export default async function ProjetPage({ searchParams }: Props) {
  const vue = await vueDe(JSON.stringify(await searchParams))
  const { formulaire, erreurs, reponse } = vue
  return (
    <>
      <TitrePage titre={vue.titre}>
        <p>{vue.phrase}</p>
        <p>{vue.contrat}</p>
      </TitrePage>
      <ResumeErreurs erreurs={erreurs} />
      {formulaire?.personnes?.length === 0 ? (
        <EtatVide titre="Ce contrat ne couvre que vous">
          <p>Il n’y a personne à retirer.</p>
        </EtatVide>
      ) : (
        <div className="space-y-12">
          {reponse === null ? null : <Reponse reponse={reponse} />}
          <Propositions propositions={vue.propositions} />
          <FormulaireProjet {...vue} />
        </div>
      )}
      <PiedProjet retour={vue.retour} autres={vue.autres} />
    </>
  )
}
