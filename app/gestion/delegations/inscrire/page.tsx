import { defierMaCle } from '@/app/securite/actions'
import { FormulaireMesure } from '@/components/delegation/formulaire-mesure'
import { TitrePage } from '@/components/ui/titre-page'
import { organisme } from '@/lib/server/organisme'
import { exigerGestion } from '@/lib/server/session'
import { loadConfirmation } from '@/lib/services/reauthentification/data'
import { inscrireUneMesure } from '../actions'

export const metadata = { title: null }
const TITRE = 'Enregistrer un jugement reçu sur papier'

export default async function Page() {
  await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR')
  const confirmation = { ...(await loadConfirmation('FACTEUR')), defier: defierMaCle }
  return (
    <>
      <TitrePage titre={TITRE}>
        <p>
          Le mandataire reçoit un e-mail : il accepte depuis son espace, ou en ouvre un s’il n’est couvert par
          aucun contrat. La personne protégée qui a un espace en est prévenue.
        </p>
      </TitrePage>
      <FormulaireMesure
        action={inscrireUneMesure}
        titre={TITRE}
        organisme={organisme().nomCourt}
        confirmation={confirmation}
      />
    </>
  )
}
