import type { Metadata } from 'next'
import { Preparation } from '@/components/cotisation/preparation'
import { Suivi } from '@/components/cotisation/suivi'
import { TitrePage } from '@/components/ui/titre-page'
import { annee } from '@/lib/rules/date/date-civile'
import { exigerGestion } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { peutPreparerLot } from '@/lib/services/lot-bancaire/access'
import { loadSuivi } from '@/lib/services/suivi-cotisations/data'
import { voirSuivi } from '@/lib/services/suivi-cotisations/view'
import { preparerLot } from './actions'

export const metadata: Metadata = { title: 'Cotisations et impayés' }

export default async function Page() {
  const acteur = await exigerGestion('GESTIONNAIRE', 'COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR')
  const { jour } = lireCadre()
  const vue = voirSuivi(await loadSuivi(acteur, jour, annee(jour)), jour)
  return (
    <>
      <TitrePage titre="Cotisations et impayés">
        <p>Ce qui est appelé, ce qui est rentré, ce qui manque et pourquoi.</p>
      </TitrePage>
      <Suivi vue={vue} />
      {peutPreparerLot(acteur) ? (
        <section aria-labelledby="titre-prelever" className="mt-12">
          <h2 id="titre-prelever" className="text-xl">
            Prélever
          </h2>
          <Preparation action={preparerLot} />
        </section>
      ) : null}
    </>
  )
}
