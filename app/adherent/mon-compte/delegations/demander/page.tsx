import { FormulaireDemander } from '@/components/delegation/formulaire-demander'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { PHRASES_DELEGATION } from '@/lib/lexique/delegations'
import { organisme } from '@/lib/server/organisme'
import { exigerAdherent } from '@/lib/server/session'
import { adhesionDuDepot } from '@/lib/services/depot/access'
import { demanderUneDelegation } from '../actions'

export const metadata = { title: null }
const TITRE = 'Je suis parent, tuteur ou curateur'

export default async function Page() {
  const acteur = await exigerAdherent()
  const { nomCourt, telephone, email } = organisme()
  return (
    <>
      <TitrePage titre={TITRE}>
        <p>Nous lisons votre preuve, puis nous vous répondons. Rien n’est ouvert avant.</p>
      </TitrePage>
      {adhesionDuDepot(acteur) === null ? (
        <>
          <title>{`${TITRE} – ${nomCourt}`}</title>
          <EtatVide titre="Votre espace n’a pas de contrat.">
            <p>
              {PHRASES_DELEGATION.SANS_CONTRAT} {email}, {telephone}.
            </p>
          </EtatVide>
        </>
      ) : (
        <FormulaireDemander action={demanderUneDelegation} titre={TITRE} organisme={nomCourt} />
      )}
    </>
  )
}
