import type { Metadata } from 'next'
import { ChoixBeneficiaire } from '@/components/beneficiaire/choix-beneficiaire'
import { TableauGaranties } from '@/components/garanties/tableau'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { lireGaranties } from '@/lib/services/garanties/data'
import { lirePersonne, type Parametres } from '@/lib/services/garanties/schema'
import { articleCite } from '@/lib/services/remboursement/data'
import { voirTableaux } from '@/lib/services/tableau-garanties/view'

export const metadata: Metadata = { title: 'Mon tableau de garanties' }

export default async function TableauPage({ searchParams }: { readonly searchParams: Promise<Parametres> }) {
  const portee = await exigerAdherent()
  const { jour } = lireCadre()
  const lues = await lireGaranties(portee, lirePersonne(await searchParams), jour)
  const vue = voirTableaux(lues, jour, articleCite)
  return (
    <>
      <TitrePage titre="Mon tableau de garanties">
        <p>
          Toutes les garanties de {vue.nom}, dans l’ordre du règlement.{' '}
          <span className="print:hidden">Cette page s’imprime.</span>
        </p>
      </TitrePage>
      <ChoixBeneficiaire choix={vue.choix} />
      {vue.sansDroits === null ? null : (
        <EtatVide titre={vue.sansDroits} fait="REGISTRE">
          <p>Aucun tableau ne s’applique aujourd’hui.</p>
        </EtatVide>
      )}
      {vue.tableaux.map((tableau) => (
        <TableauGaranties key={tableau.numeroAdherent} tableau={tableau} />
      ))}
      <p className="print:hidden">
        <a href={vue.retour} className="inline-flex min-h-11 items-center">
          Ce que mes garanties remboursent, en euros
        </a>
      </p>
    </>
  )
}
