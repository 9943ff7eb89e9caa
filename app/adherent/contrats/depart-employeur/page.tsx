import type { Metadata } from 'next'
import { cache } from 'react'
import { Glose } from '@/components/aide/glose'
import { FormulaireDepart } from '@/components/depart-employeur/formulaire-depart'
import { Reponses } from '@/components/depart-employeur/reponses'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { CONTRAT_INDIVIDUEL } from '@/lib/lexique/depart-employeur'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadContratsQuittes } from '@/lib/services/depart-employeur/data'
import { lireDepart } from '@/lib/services/depart-employeur/schema'
import { choisirContrat, repondreAuDepart } from '@/lib/services/depart-employeur/view'
import { articleCite } from '@/lib/services/remboursement/data'

const TITRE = 'Je quitte mon employeur'

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** Once a request: the title says when there is something to correct. */
const vueDe = cache(async (searchParams: Props['searchParams']) => {
  const contrat = choisirContrat(await loadContratsQuittes(await exigerAdherent()))
  const { depart, erreurs, saisie } = lireDepart(await searchParams, contrat.cadre)
  const lues =
    depart === null
      ? { reponses: [], erreurs }
      : repondreAuDepart(contrat, depart, { jour: lireCadre().jour, article: articleCite })
  return { cadre: contrat.cadre, saisie, ...lues }
})

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { erreurs } = await vueDe(searchParams)
  return { title: `${erreurs.length > 0 ? 'Erreur : ' : ''}${TITRE}` }
}

export default async function DepartEmployeurPage({ searchParams }: Props) {
  const { cadre, reponses, erreurs, saisie } = await vueDe(searchParams)
  return (
    <>
      <TitrePage titre={TITRE}>
        Ce que deviennent vos garanties, jusqu’à quand, et ce qu’il faut nous envoyer.
      </TitrePage>
      {cadre === 'INDIVIDUEL' ? (
        <EtatVide titre="Votre contrat continue sans votre employeur">
          {CONTRAT_INDIVIDUEL.map((phrase) => (
            <p key={phrase}>
              <Glose texte={phrase} />
            </p>
          ))}
        </EtatVide>
      ) : (
        <>
          <Reponses reponses={reponses} />
          <FormulaireDepart cadre={cadre} saisie={saisie} erreurs={erreurs} />
        </>
      )}
    </>
  )
}
