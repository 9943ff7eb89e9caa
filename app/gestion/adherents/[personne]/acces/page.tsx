import type { Metadata } from 'next'
import { couperUnAcces, rouvrirUnAcces } from '@/app/securite/acces/actions'
import { defierMaCle } from '@/app/securite/actions'
import { AccesCompte } from '@/components/dossier/acces-compte'
import { maintenant } from '@/lib/server/clock'
import { exigerGestion } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { loadAccesAdherent } from '@/lib/services/acces-compte/data'
import { personneIdSchema } from '@/lib/services/dossier/schema'
import { loadConfirmation } from '@/lib/services/reauthentification/data'

// The name of a person is in no history of a browser.
export const metadata: Metadata = { title: 'L’accès d’un adhérent à son espace' }

interface Props {
  readonly params: Promise<{ readonly personne: string }>
}

export default async function Page({ params }: Props) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR')
  const id = personneIdSchema.safeParse((await params).personne)
  if (!id.success) return refuserPage(acteur)
  const acces = await loadAccesAdherent(acteur, id.data, maintenant())
  if (acces === null) return refuserPage(acteur)
  return (
    <AccesCompte
      acces={acces}
      retour={{ href: `/gestion/adherents/${id.data}`, libelle: 'Revenir au dossier' }}
      confirmation={{ ...(await loadConfirmation('FACTEUR')), defier: defierMaCle }}
      couper={couperUnAcces}
      rouvrir={rouvrirUnAcces}
    />
  )
}
