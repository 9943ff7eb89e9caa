import type { Metadata } from 'next'
import { ChoixDuSoin } from '@/components/simulation/choix-du-soin'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { GARANTIES_AILLEURS } from '@/lib/lexique/garanties'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { lirePersonnes, rienASimuler, soinsGarantis } from '@/lib/services/simulation/data'
import { voirChoix } from '@/lib/services/simulation/view'

export const metadata: Metadata = { title: 'Simuler un remboursement' }

export default async function SimulerPage() {
  const portee = await exigerAdherent()
  const [lecteur] = await lirePersonnes(portee)
  const { jour } = lireCadre()
  const inconnues = lecteur !== undefined && rienASimuler(lecteur, jour)
  const vue = voirChoix(lecteur === undefined ? null : soinsGarantis(lecteur, jour))
  return (
    <>
      <TitrePage titre="Simuler un remboursement">
        <p>
          Avant un soin, voyez ce que paieront l’Assurance maladie et votre mutuelle, et ce qui restera à
          votre charge. Rien n’est enregistré.
        </p>
      </TitrePage>
      {inconnues ? (
        <EtatVide titre="Rien à simuler ici">
          <p>{GARANTIES_AILLEURS}</p>
        </EtatVide>
      ) : (
        <ChoixDuSoin {...vue} />
      )}
    </>
  )
}
