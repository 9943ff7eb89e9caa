import type { Metadata } from 'next'
import { LotsDeReleves } from '@/components/releve/lots'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { loadLots } from '@/lib/services/releve/data'
import { voirProposition } from '@/lib/services/releve/view'
import { lancer, reprendre } from './actions'

export const metadata: Metadata = { title: 'Relevés de prestations' }

export default async function Page() {
  const acteur = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR')
  const lus = await loadLots(acteur)
  if (lus === null) return refuserPage(acteur)
  return (
    <>
      <TitrePage titre="Relevés de prestations">
        <p>
          Un relevé par contrat qui a quelque chose de versé ou de refusé dans la période. Chaque adhérent le
          trouve dans son espace ; ceux qui ont un compte reçoivent un e-mail.
        </p>
      </TitrePage>
      <LotsDeReleves
        lots={lus.lots}
        proposition={voirProposition(lus)}
        lancer={lancer}
        reprendre={reprendre}
      />
    </>
  )
}
