import { randomUUID } from 'node:crypto'
import { FormulaireHospitalisation } from '@/components/demande/formulaire-hospitalisation'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { lirePersonnes } from '@/lib/services/simulation/data'
import { demanderHospitalisation } from './actions'

const TITRE = 'Demander une prise en charge à l’hôpital'

// The form says its own title, prefixed when something is to be corrected.
export const metadata = { title: null }

export default async function HospitalisationPage() {
  const acteur = await exigerAdherent()
  const personnes = (await lirePersonnes(acteur)).map(({ id, prenom, nom }) => ({
    id,
    nom: `${prenom} ${nom}`,
  }))
  const { organisme } = lireCadre()
  return (
    <>
      <TitrePage titre={TITRE}>
        <p>
          Avec notre accord, l’hôpital ou la clinique nous envoie sa facture : vous n’avancez pas ce que nous
          payons. Demandez-le avant d’entrer, ou dès que possible.
        </p>
      </TitrePage>
      {personnes.length === 0 ? (
        <>
          <title>{`${TITRE} – ${organisme.nomCourt}`}</title>
          <EtatVide titre="Aucun contrat à votre nom">
            <p>Une prise en charge se demande sur un contrat. Appelez-nous si vous pensez en avoir un.</p>
          </EtatVide>
        </>
      ) : (
        <FormulaireHospitalisation
          action={demanderHospitalisation}
          cle={randomUUID()}
          personnes={personnes}
          organisme={organisme.nomCourt}
          titre={TITRE}
        />
      )}
    </>
  )
}
