import type { Metadata } from 'next'
import { DecisionImpaye } from '@/components/impaye/decision-impaye'
import { SuiviImpayes } from '@/components/impaye/suivi-impayes'
import { Montant } from '@/components/ui/montant'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { peutResilierPourImpaye } from '@/lib/services/impaye/access'
import { loadSuivi } from '@/lib/services/impaye/data'
import { relacher, resilier, retenir } from './actions'

export const metadata: Metadata = { title: 'Impayés' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR')
  const suivi = await loadSuivi(acteur)
  if (suivi === null) return refuserPage(acteur)
  const { impaye } = await searchParams
  const choisi = suivi.impayes.find((i) => i.id === impaye)
  return (
    <>
      <TitrePage titre="Impayés">
        <p>
          Mises en demeure et suspensions partent toutes seules, aux jours du règlement, après être passées
          par cette page la veille. Mettre fin à un contrat est toujours une décision.
        </p>
        {suivi.impayes.length === 0 ? null : (
          <p className="mt-2">
            En tout, <Montant valeur={suivi.total} fort /> à encaisser.
          </p>
        )}
      </TitrePage>
      {choisi === undefined ? null : (
        <DecisionImpaye
          key={choisi.id}
          impaye={choisi}
          retenir={retenir}
          relacher={relacher}
          resilier={peutResilierPourImpaye(acteur) ? resilier : null}
        />
      )}
      <SuiviImpayes suivi={suivi} />
    </>
  )
}
