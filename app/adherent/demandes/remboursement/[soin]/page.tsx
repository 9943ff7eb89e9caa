import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { FormulaireRemboursement } from '@/components/demande/formulaire-remboursement'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { soinASimuler } from '@/lib/lexique/soins-a-simuler'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { lireContexte } from '@/lib/services/formulaire-simulation/data'
import { voirFormulaire } from '@/lib/services/formulaire-simulation/view'
import { lirePersonnes, piecesDuSoin } from '@/lib/services/simulation/data'
import { direPieces } from '@/lib/services/simulation/view'
import { demanderRemboursement } from '../actions'

interface Props {
  readonly params: Promise<{ readonly soin: string }>
}

// The form says its own title, prefixed when something is to be corrected.
export const metadata = { title: null }

export default async function RemboursementSoinPage({ params }: Props) {
  const portee = await exigerAdherent()
  const soin = soinASimuler((await params).soin)
  if (soin === undefined) notFound()
  const { jour, organisme } = lireCadre()
  const personnes = await lirePersonnes(portee)
  const [lecteur] = personnes
  return (
    <>
      <p>
        <a href="/adherent/demandes/remboursement" className="inline-flex min-h-11 items-center">
          Choisir un autre soin
        </a>
      </p>
      <TitrePage titre={`Me faire rembourser\u00a0: ${soin.libelle}`} />
      {lecteur === undefined ? (
        <>
          <title>{`Me faire rembourser – ${organisme.nomCourt}`}</title>
          <EtatVide titre="Aucun contrat à votre nom">
            <p>Un remboursement se demande sur un contrat. Appelez-nous si vous pensez en avoir un.</p>
          </EtatVide>
        </>
      ) : (
        <>
          <div className="texte mb-8 border-l-4 border-action bg-action-pale px-5 py-4">
            <p className="font-semibold">Préparez ces documents</p>
            <ul>
              {direPieces(piecesDuSoin(lecteur, soin, jour)).map((piece) => (
                <li key={piece}>{piece}</li>
              ))}
              <li>le décompte de l’Assurance maladie, si elle a déjà remboursé sa part</li>
              <li>le décompte de votre première mutuelle, si vous en avez deux</li>
            </ul>
          </div>
          <FormulaireRemboursement
            action={demanderRemboursement}
            vue={voirFormulaire(soin, personnes, jour, await lireContexte(portee, personnes, soin, jour))}
            cle={randomUUID()}
            organisme={organisme.nomCourt}
            indicePieces="PDF ou photos (JPEG, PNG), 10 Mo chacun, 5 à la fois. Un papier posé à plat, bien éclairé, se lit mieux."
          />
        </>
      )}
    </>
  )
}
