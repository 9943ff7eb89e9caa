import type { Metadata } from 'next'
import { Terme } from '@/components/aide/terme'
import { SoinsReserves } from '@/components/beneficiaire/soins-reserves'
import { Filtres } from '@/components/remboursement/filtres'
import { ListeParMois } from '@/components/remboursement/liste'
import { Partage } from '@/components/remboursement/partage'
import { EtatVide } from '@/components/ui/etat-vide'
import { Pagination } from '@/components/ui/pagination'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadVersementsReserves } from '@/lib/services/lecture-soins/data'
import { voirReserves } from '@/lib/services/lecture-soins/view'
import { articleCite, lireListe } from '@/lib/services/remboursement/data'
import { lireDemande, type Parametres } from '@/lib/services/remboursement/schema'
import { voirListe } from '@/lib/services/remboursement/view'

interface Props {
  readonly searchParams: Promise<Parametres>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { erreurs } = lireDemande(await searchParams, lireCadre().jour)
  return { title: `${erreurs.length > 0 ? 'Erreur : ' : ''}Mes remboursements en détail` }
}

export default async function RemboursementsPage({ searchParams }: Props) {
  const portee = await exigerAdherent()
  const { jour } = lireCadre()
  const demande = lireDemande(await searchParams, jour)
  const lue = await lireListe(portee, demande.filtres)
  const vue = voirListe(lue, demande, jour, { adhesions: portee.adhesions, article: articleCite })
  const { personnes, versement, page } = demande.filtres
  const choisies = lue.personnes.filter(({ id }) => personnes.length === 0 || personnes.includes(id))
  // Beside the first page only; a professional's payment is not the reader's.
  const aRapprocher = page === null && versement !== 'PROFESSIONNELS' ? choisies : []
  const reserves = voirReserves(
    choisies,
    jour,
    articleCite,
    await loadVersementsReserves(portee, aRapprocher, demande.filtres),
  )
  return (
    <>
      <TitrePage titre="Mes remboursements en détail">
        <p>
          Chaque soin, ce qu’il a coûté, sa <Terme id="base-de-remboursement">base de remboursement</Terme>,
          qui l’a payé, et pourquoi ce montant.
        </p>
      </TitrePage>
      <ResumeErreurs erreurs={demande.erreurs} />
      <Filtres demande={demande} personnes={lue.personnes} raccourcis={vue.raccourcis} />
      {vue.totaux.nombre === 0 ? null : (
        <div data-fonde="#soins-expliques">
          <Partage titre={vue.titreTotaux} partage={vue.totaux.partage} />
        </div>
      )}
      {vue.mois.length === 0 && reserves.length > 0 ? null : vue.mois.length === 0 ? (
        <EtatVide titre="Aucun remboursement ne correspond à ce choix">
          <p>
            Élargissez la période ou cochez d’autres personnes. Un soin apparaît ici dès que l’Assurance
            maladie nous a transmis son décompte, en général quelques jours après.
          </p>
        </EtatVide>
      ) : (
        <ListeParMois mois={vue.mois} />
      )}
      <SoinsReserves reserves={reserves} />
      <Pagination etiquette="Autres remboursements" {...vue.pages} />
    </>
  )
}
