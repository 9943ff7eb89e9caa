import { notFound } from 'next/navigation'
import { MesProtections } from '@/components/facteur/mes-protections'
import { cheminInterne } from '@/lib/server/chemin'
import type { Acteur } from '@/lib/server/portee'
import { sessionCourante } from '@/lib/server/session'
import { EXIGENCES } from '@/lib/services/facteur/access'
import { loadMesFacteurs } from '@/lib/services/mes-facteurs/data'
import { loadConfirmation } from '@/lib/services/reauthentification/data'
import {
  ajouterMaCle,
  ajouterMaListe,
  ajouterMonApplication,
  commencerMonApplication,
  confirmerQueCestMoi,
  creerMesCodes,
  defierMaCle,
  preparerUneCle,
  retirerUnFacteur,
} from './actions'

const ACTIONS = {
  confirmer: confirmerQueCestMoi,
  commencerApplication: commencerMonApplication,
  ajouterApplication: ajouterMonApplication,
  creerListe: creerMesCodes,
  ajouterListe: ajouterMaListe,
  preparerCle: preparerUneCle,
  ajouterCle: ajouterMaCle,
  retirer: retirerUnFacteur,
}

/** The same page in both spaces; each has checked who asks. */
export async function rendreSecurite(espace: Acteur['type'], retour: unknown) {
  const session = await sessionCourante()
  // Staff who looks at somebody's space does not find their own factors there.
  if (session?.acteur.type !== espace) notFound()
  const { acteur } = session
  const confirmation = { ...(await loadConfirmation('IDENTITE')), defier: defierMaCle }
  const role = acteur.type === 'GESTION' ? acteur.role : acteur.type
  return (
    <MesProtections
      {...(await loadMesFacteurs(session, confirmation.fraiche))}
      confirmation={confirmation}
      obligatoire={EXIGENCES[role].connexion === 'TOUJOURS'}
      actions={ACTIONS}
      retour={cheminInterne(retour)}
    />
  )
}
