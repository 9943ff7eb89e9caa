import type { Metadata } from 'next'
import { Cotisations } from '@/components/cotisation/cotisations'
import { SansEcheancier } from '@/components/cotisation/sans-echeancier'
import { TropPercus } from '@/components/cotisation/trop-percus'
import { CotisationsDues } from '@/components/impaye/cotisations-dues'
import { TitrePage } from '@/components/ui/titre-page'
import { annee } from '@/lib/rules/date/date-civile'
import { exigerAdherent } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadMesDus } from '@/lib/services/impaye/data'
import { lireCotisations } from '@/lib/services/mes-cotisations/data'
import { anneeSchema } from '@/lib/services/mes-cotisations/schema'
import { voirCotisations, voirSansEcheancier } from '@/lib/services/mes-cotisations/view'
import { articleCite } from '@/lib/services/remboursement/data'
import { loadMesTropPercus } from '@/lib/services/trop-percu/data'
import { voirMesTropPercus } from '@/lib/services/trop-percu/view'
import { demanderDocument } from '../documents/actions'

export const metadata: Metadata = { title: 'Mes cotisations' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function CotisationsPage({ searchParams }: Props) {
  const portee = await exigerAdherent()
  // An ayant droit pays nothing: the page is the membre participant's.
  if (portee.adhesions.length === 0) return refuserPage(portee)
  const { jour } = lireCadre()
  const demandee = anneeSchema.parse((await searchParams).annee ?? null) ?? annee(jour)
  const lues = await lireCotisations(portee, portee.adhesions, demandee, jour)
  const vues = voirCotisations(lues, { jour, annee: demandee, article: articleCite })
  const rendus = voirMesTropPercus(await loadMesTropPercus(portee, jour), { jour, article: articleCite })
  const autres = lues.annees.filter((an) => an !== demandee)
  return (
    <>
      <TitrePage titre="Mes cotisations">
        <p>Ce que vous payez pour votre mutuelle en {demandee}, pourquoi, et quand.</p>
      </TitrePage>
      <CotisationsDues dus={await loadMesDus(portee, jour)} />
      <TropPercus tropPercus={rendus} plusieurs={portee.adhesions.length > 1} />
      {vues.map((vue) => (
        <Cotisations key={vue.id} vue={vue} plusieurs={vues.length > 1} demander={demanderDocument} />
      ))}
      {voirSansEcheancier(lues, { jour, annee: demandee, article: articleCite }).map((vue) => (
        <SansEcheancier key={vue.id} vue={vue} annee={demandee} plusieurs={portee.adhesions.length > 1} />
      ))}
      <p className="mt-10 print:hidden">
        <a href="/adherent/cotisations/prelevement" className="inline-flex min-h-11 items-center">
          Mon prélèvement : voir, signer ou arrêter
        </a>
      </p>
      {autres.length === 0 ? null : (
        <nav aria-labelledby="titre-annees" className="mt-12 print:hidden">
          <h2 id="titre-annees" className="text-xl">
            Les autres années
          </h2>
          <ul className="mt-2 flex flex-wrap gap-x-8">
            {autres.map((an) => (
              <li key={an}>
                <a href={`/adherent/cotisations?annee=${an}`} className="inline-flex min-h-11 items-center">
                  Mes cotisations de {an}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}
