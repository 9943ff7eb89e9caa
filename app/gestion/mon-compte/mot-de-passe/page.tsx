import type { Metadata } from 'next'
import { changerMotDePasse } from '@/app/deconnexion/actions'
import { defierMaCle } from '@/app/securite/actions'
import { FormulaireMotDePasse } from '@/components/compte/formulaire-mot-de-passe'
import { RetourCompte } from '@/components/compte/retour'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadConfirmation } from '@/lib/services/reauthentification/data'

const TITRE = 'Changer mon mot de passe'
// The form says it, with « Erreur : » when there is something to correct.
export const metadata: Metadata = { title: null }

export default async function Page() {
  await exigerGestion()
  const confirmation = { ...(await loadConfirmation('IDENTITE')), defier: defierMaCle }
  return (
    <>
      <RetourCompte espace="gestion" />
      <TitrePage titre={TITRE}>
        <p>
          Si vous ne savez plus l’actuel, <a href="/acces-perdu">demandez un lien par e-mail</a>.
        </p>
      </TitrePage>
      <FormulaireMotDePasse
        action={changerMotDePasse}
        titre={TITRE}
        organisme={lireCadre().organisme.nomCourt}
        confirmation={confirmation}
      />
    </>
  )
}
