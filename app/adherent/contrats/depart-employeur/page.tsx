import type { Metadata } from 'next'
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

export const metadata: Metadata = { title: 'Je quitte mon employeur' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function DepartEmployeurPage({ searchParams }: Props) {
  const portee = await exigerAdherent()
  const contrat = choisirContrat(await loadContratsQuittes(portee))
  const titre = (
    <TitrePage titre="Je quitte mon employeur">
      Ce que deviennent vos garanties, jusqu’à quand, et ce qu’il faut nous envoyer.
    </TitrePage>
  )
  if (contrat.cadre === 'INDIVIDUEL')
    return (
      <>
        {titre}
        <EtatVide titre="Votre contrat continue sans votre employeur">
          {CONTRAT_INDIVIDUEL.map((phrase) => (
            <p key={phrase}>
              <Glose texte={phrase} />
            </p>
          ))}
        </EtatVide>
      </>
    )
  const { depart, erreurs, saisie } = lireDepart(await searchParams, contrat.cadre)
  const { jour } = lireCadre()
  const lues =
    depart === null
      ? { reponses: [], erreurs }
      : repondreAuDepart(contrat, depart, { jour, article: articleCite })
  return (
    <>
      {titre}
      <Reponses reponses={lues.reponses} />
      <FormulaireDepart cadre={contrat.cadre} saisie={saisie} erreurs={lues.erreurs} />
    </>
  )
}
