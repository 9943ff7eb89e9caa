import type { Metadata } from 'next'
import { Contrats } from '@/components/contrat/contrats'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadMesContrats } from '@/lib/services/contrat/data'
import { voirContrats } from '@/lib/services/contrat/view'
import { articleCite } from '@/lib/services/remboursement/data'

export const metadata: Metadata = { title: 'Mes contrats' }

export default async function ContratsPage() {
  const portee = await exigerAdherent()
  const { jour } = lireCadre()
  const vues = voirContrats(await loadMesContrats(portee), { jour, article: articleCite })
  return (
    <>
      <TitrePage titre={vues.length > 1 ? 'Mes contrats' : 'Mon contrat'}>
        <p>Ce que vous avez choisi, depuis quand, pour qui, et les règles qui s’y appliquent.</p>
      </TitrePage>
      {vues.length === 0 ? (
        <EtatVide titre="Aucun contrat">
          <p>Votre compte n’est rattaché à aucun contrat de la mutuelle.</p>
        </EtatVide>
      ) : (
        <Contrats contrats={vues} />
      )}
    </>
  )
}
