import type { Metadata } from 'next'
import { changerMotDePasse } from '@/app/deconnexion/actions'
import { defierMaCle } from '@/app/securite/actions'
import { FormulaireMotDePasse } from '@/components/compte/formulaire-mot-de-passe'
import { RetourCompte } from '@/components/compte/retour'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadConfirmation } from '@/lib/services/reauthentification/data'

const TITRE = 'Changer mon mot de passe'
// The form says it, with « Erreur : » when there is something to correct.
export const metadata: Metadata = { title: null }

export default async function Page() {
  const { lectureSeule } = await exigerAdherent()
  const confirmation = { ...(await loadConfirmation('IDENTITE')), defier: defierMaCle }
  return (
    <>
      <RetourCompte espace="adherent" />
      <TitrePage titre={TITRE}>
        <p>
          Si vous ne savez plus l’actuel, <a href="/acces-perdu">demandez un lien par e-mail</a>.
        </p>
      </TitrePage>
      {lectureSeule === true ? (
        <p>Seule la personne elle-même change son mot de passe.</p>
      ) : (
        <FormulaireMotDePasse
          action={changerMotDePasse}
          titre={TITRE}
          organisme={lireCadre().organisme.nomCourt}
          confirmation={confirmation}
        />
      )}
    </>
  )
}
