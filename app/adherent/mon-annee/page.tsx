import type { Metadata } from 'next'
import { ImageAnnee } from '@/components/annee/image-annee'
import { Retenues } from '@/components/annee/retenues'
import { TableAnnee } from '@/components/annee/table-annee'
import { ChoixBeneficiaire } from '@/components/beneficiaire/choix-beneficiaire'
import { SoinsReserves } from '@/components/beneficiaire/soins-reserves'
import { Partage } from '@/components/remboursement/partage'
import { ChoixLiens } from '@/components/ui/choix-liens'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { annee, premierJanvier, trenteEtUnDecembre } from '@/lib/rules/date/date-civile'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { lirePersonne, type Parametres } from '@/lib/services/garanties/schema'
import { loadVersementsReserves } from '@/lib/services/lecture-soins/data'
import { lireAnnee } from '@/lib/services/mon-annee/data'
import { anneeDemandee } from '@/lib/services/mon-annee/schema'
import { voirAnnee } from '@/lib/services/mon-annee/view'
import { articleCite } from '@/lib/services/remboursement/data'

export const metadata: Metadata = { title: 'Mon année en une image' }

export default async function MonAnneePage({ searchParams }: { readonly searchParams: Promise<Parametres> }) {
  const portee = await exigerAdherent()
  const { jour } = lireCadre()
  const parametres = await searchParams
  const demandee = anneeDemandee.parse(parametres.annee ?? null) ?? annee(jour)
  const lue = await lireAnnee(portee, Math.min(demandee, annee(jour)), lirePersonne(parametres))
  const regardees = lue.personnes.filter(({ id }) => lue.choisie === null || id === lue.choisie)
  const versements = await loadVersementsReserves(portee, regardees, {
    du: premierJanvier(lue.annee),
    au: trenteEtUnDecembre(lue.annee),
  })
  const vue = voirAnnee(lue, jour, articleCite, versements)
  return (
    <>
      <TitrePage titre={`Mon année ${vue.annee} en une image`}>
        <p>Ce que vos soins ont coûté, et qui a payé : l’Assurance maladie, votre mutuelle, vous.</p>
      </TitrePage>
      <ChoixBeneficiaire choix={vue.choix} />
      {vue.nombre === 0 ? (
        <EtatVide titre={`Aucun soin reçu en ${vue.annee}`}>
          <p>
            Un soin apparaît ici dès que l’Assurance maladie nous a transmis son décompte.
            {vue.annees.length > 1 ? ' Les autres années sont au bas de la page.' : ''}
          </p>
        </EtatVide>
      ) : (
        <section aria-labelledby="titre-image" data-fonde="lien">
          <h2 id="titre-image" className="mb-3 text-xl">
            {vue.titre}
          </h2>
          <Partage titre={vue.nombre === 1 ? '1 soin' : `${vue.nombre} soins`} partage={vue.total} />
          <ImageAnnee genres={vue.genres} />
          <TableAnnee vue={vue} />
          <p className="mt-3">
            <a
              href={`/adherent/remboursements?du=${vue.annee}-01-01&au=${vue.annee}-12-31`}
              data-vers-motifs=""
              className="inline-flex min-h-11 items-center"
            >
              Chaque soin de {vue.annee}, et le calcul de chaque somme
            </a>
          </p>
        </section>
      )}
      <SoinsReserves reserves={vue.reserves} />
      <Retenues personnes={vue.retenues} annee={vue.annee} />
      <ChoixLiens nom="Choisir une année" choix={vue.annees} className="mt-12" />
    </>
  )
}
