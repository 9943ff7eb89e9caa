import type { Metadata } from 'next'
import { CotisationsDues } from '@/components/impaye/cotisations-dues'
import { MessageImpaye } from '@/components/impaye/message-accueil'
import { IndusExpliques } from '@/components/indu/indus-expliques'
import { Accueil } from '@/components/remboursement/accueil'
import { TitrePage } from '@/components/ui/titre-page'
import { annee, premierJanvier } from '@/lib/rules/date/date-civile'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadMesDus } from '@/lib/services/impaye/data'
import { direDuAccueil } from '@/lib/services/impaye/view'
import { loadIndusExpliques } from '@/lib/services/indu/data'
import { voirReserves } from '@/lib/services/lecture-soins/view'
import { articleCite, lireAccueil } from '@/lib/services/remboursement/data'
import { voirAccueil } from '@/lib/services/remboursement/view'

export const metadata: Metadata = { title: 'Mon espace' }

export default async function AdherentPage() {
  const portee = await exigerAdherent()
  const { jour, organisme } = lireCadre()
  const lu = await lireAccueil(portee, premierJanvier(annee(jour)), jour)
  const dus = await loadMesDus(portee, jour)
  const vue = voirAccueil(lu, jour, {
    adhesions: portee.adhesions,
    article: articleCite,
    personne: portee.personneId,
  })
  return (
    <>
      <TitrePage titre={`Bonjour ${vue.prenom}`}>
        <p>
          {vue.numerosAdherent.length === 0 ? null : `N° adhérent ${vue.numerosAdherent.join(', ')}. `}
          Voici vos derniers remboursements, et ce qui est encore attendu.
        </p>
      </TitrePage>
      <IndusExpliques indus={await loadIndusExpliques(portee, jour)} telephone={organisme.telephone} />
      {dus.some(({ suspendu }) => suspendu) ? (
        <CotisationsDues dus={dus} />
      ) : (
        <MessageImpaye phrase={direDuAccueil(dus)} dus={dus} />
      )}
      <Accueil
        vue={vue}
        reserves={voirReserves(lu.personnes, jour, articleCite)}
        delaiHeures={organisme.promesses.remboursementFluxHeures}
      />
      {portee.adhesions.length === 0 ? null : (
        <p className="mt-12 print:hidden">
          <a href="/adherent/cotisations" className="inline-flex min-h-11 items-center">
            Mes cotisations : ce que vous payez, et quand
          </a>
        </p>
      )}
    </>
  )
}
