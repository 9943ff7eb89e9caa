import type { Metadata } from 'next'
import { Accueil } from '@/components/remboursement/accueil'
import { TitrePage } from '@/components/ui/titre-page'
import { annee, premierJanvier } from '@/lib/rules/date/date-civile'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { articleCite, lireAccueil } from '@/lib/services/remboursement/data'
import { voirAccueil } from '@/lib/services/remboursement/view'

export const metadata: Metadata = { title: 'Mon espace' }

export default async function AdherentPage() {
  const portee = await exigerAdherent()
  const { jour, organisme } = lireCadre()
  const lu = await lireAccueil(portee, premierJanvier(annee(jour)), jour)
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
      <Accueil vue={vue} delaiHeures={organisme.promesses.remboursementFluxHeures} />
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
