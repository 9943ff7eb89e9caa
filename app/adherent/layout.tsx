import type { ReactNode } from 'react'
import { resterConnecte } from '@/app/session/actions'
import { CadreEspace } from '@/components/cadre/cadre-espace'
import { menuAdherent } from '@/components/cadre/menus'
import { BarreAutrui } from '@/components/delegation/barre-autrui'
import { BandeauRegard } from '@/components/dossier/bandeau-regard'
import { VeilleSession } from '@/components/session/veille-session'
import { maintenant } from '@/lib/server/clock'
import { exigerAdherent, sessionCourante } from '@/lib/server/session'
import type { SessionCourante } from '@/lib/server/sessions'
import { lireCadre } from '@/lib/services/cadre/data'

/** A first gate; each page asks again, because a layout is not rendered anew at each navigation. */
export default async function AdherentLayout({ children }: { readonly children: ReactNode }) {
  const portee = await exigerAdherent()
  const session = await sessionCourante()
  return (
    <CadreEspace
      organisme={lireCadre().organisme}
      accueil="/adherent"
      espace={portee.compteId}
      qui={session?.nomAffiche ?? ''}
      bandeau={session === null ? null : <Bandeau {...session} />}
      menu={menuAdherent(portee.adhesions.length > 0)}
    >
      {children}
      {session === null ? null : (
        <VeilleSession
          reste={session.finLe.getTime() - maintenant().getTime()}
          qui={session.acteur.compteId}
          espace={session.pourAutrui?.portee?.compteId ?? session.acteur.compteId}
          prolonger={resterConnecte}
        />
      )}
    </CadreEspace>
  )
}

/** Whose space it is, when it is not one's own. */
function Bandeau({ regard, pourAutrui, delegue }: SessionCourante) {
  if (regard !== null) return <BandeauRegard {...regard} />
  if (pourAutrui === null) return delegue ? <BarreAutrui nom={null} lectureSeule={false} /> : null
  return <BarreAutrui nom={pourAutrui.nom} lectureSeule={pourAutrui.etendue === 'VOIR'} />
}
