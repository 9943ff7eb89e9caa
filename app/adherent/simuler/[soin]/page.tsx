import { notFound } from 'next/navigation'
import { SoinsReserves } from '@/components/beneficiaire/soins-reserves'
import { FormulaireSimulation } from '@/components/simulation/formulaire'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { soinASimuler } from '@/lib/lexique/soins-a-simuler'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { lireContexte } from '@/lib/services/formulaire-simulation/data'
import { voirFormulaire } from '@/lib/services/formulaire-simulation/view'
import { estReservee, voirReserves } from '@/lib/services/lecture-soins/view'
import { articleCite } from '@/lib/services/remboursement/data'
import { lirePersonnes } from '@/lib/services/simulation/data'
import { simulerUnSoin } from '../actions'

interface Props {
  readonly params: Promise<{ readonly soin: string }>
}

// The form says its own title, prefixed when something is to be corrected; a care that does not exist is « introuvable ».
export const metadata = { title: null }

export default async function SimulerUnSoinPage({ params }: Props) {
  const portee = await exigerAdherent()
  const soin = soinASimuler((await params).soin)
  if (soin === undefined) notFound()
  const { jour, organisme } = lireCadre()
  const toutes = await lirePersonnes(portee)
  const personnes = toutes.filter((p) => !estReservee(p, jour))
  const reserves = voirReserves(
    toutes.map((p) => ({ ...p, dateNaissance: p.assure.dateNaissance })),
    jour,
    articleCite,
  )
  return (
    <>
      <p className="print:hidden">
        <a href="/adherent/simuler" className="inline-flex min-h-11 items-center">
          Choisir un autre soin
        </a>
      </p>
      <TitrePage titre={soin.libelle} fait="LIBELLE">
        <p>Ce que vous écrivez ici sert au calcul et n’est pas enregistré.</p>
      </TitrePage>
      {personnes.length === 0 ? (
        <>
          <title>{`${soin.libelle} – ${organisme.nomCourt}`}</title>
          <EtatVide titre="Aucun contrat à votre nom">
            <p>
              Une simulation se fait sur les garanties d’un contrat. Appelez-nous si vous pensez en avoir un.
            </p>
          </EtatVide>
        </>
      ) : (
        <FormulaireSimulation
          vue={voirFormulaire(soin, personnes, jour, await lireContexte(portee, personnes, soin, jour))}
          organisme={organisme.nomCourt}
          action={simulerUnSoin}
        />
      )}
      <SoinsReserves reserves={reserves} titre="Ceux pour qui la simulation se fait ailleurs" />
    </>
  )
}
