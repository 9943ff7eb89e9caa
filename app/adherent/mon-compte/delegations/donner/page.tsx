import { defierMaCle } from '@/app/securite/actions'
import { FormulaireDonner } from '@/components/delegation/formulaire-donner'
import { TitrePage } from '@/components/ui/titre-page'
import { organisme } from '@/lib/server/organisme'
import { exigerAdherent } from '@/lib/server/session'
import { loadConfirmation } from '@/lib/services/reauthentification/data'
import { proposerUneDelegation } from '../actions'

export const metadata = { title: null }
const TITRE = 'Confier mon espace à un proche'

export default async function Page() {
  await exigerAdherent()
  const confirmation = { ...(await loadConfirmation('FACTEUR')), defier: defierMaCle }
  return (
    <>
      <TitrePage titre={TITRE}>
        <p>
          Votre proche agit avec son propre mot de passe. Il doit accepter, et vous pouvez l’arrêter à tout
          moment.
        </p>
      </TitrePage>
      <FormulaireDonner
        action={proposerUneDelegation}
        titre={TITRE}
        organisme={organisme().nomCourt}
        confirmation={confirmation}
      />
    </>
  )
}
