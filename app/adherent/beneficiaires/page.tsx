import type { Metadata } from 'next'
import { Beneficiaires } from '@/components/beneficiaire/beneficiaires'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { lireBeneficiaires } from '@/lib/services/beneficiaire/data'
import { voirBeneficiaires } from '@/lib/services/beneficiaire/view'
import { lireCadre } from '@/lib/services/cadre/data'
import { articleCite } from '@/lib/services/remboursement/data'
import { changerPaiementDirect } from './actions'

export const metadata: Metadata = { title: 'Mes bénéficiaires' }

export default async function BeneficiairesPage() {
  const portee = await exigerAdherent()
  const { jour } = lireCadre()
  const contrats = voirBeneficiaires(await lireBeneficiaires(portee, jour), {
    jour,
    personneId: portee.personneId,
    article: articleCite,
  })
  const titulaire = portee.adhesions.length > 0
  return (
    <>
      <TitrePage titre={titulaire ? 'Mes bénéficiaires' : 'Ma couverture'}>
        <p>
          {titulaire
            ? 'Qui votre contrat couvre, jusqu’à quand et pourquoi ; ce qu’il faut nous envoyer cette année.'
            : 'Jusqu’à quand vous êtes couvert, pourquoi, et ce qu’il faut nous envoyer.'}
        </p>
      </TitrePage>
      <Beneficiaires contrats={contrats} titulaire={titulaire} paiementDirect={changerPaiementDirect} />
    </>
  )
}
