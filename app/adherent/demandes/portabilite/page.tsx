import { randomUUID } from 'node:crypto'
import { FormulairePortabilite } from '@/components/demande/formulaire-portabilite'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadContratPortable } from '@/lib/services/demande-portabilite/mutations'
import { lireDepart } from '@/lib/services/depart-employeur/schema'
import { demanderPortabilite } from './actions'

const TITRE = 'Garder mes garanties après mon emploi'

// The form says its own title, prefixed when something is to be corrected.
export const metadata = { title: null }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function PortabilitePage({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  const contrat = await loadContratPortable(acteur)
  const { organisme } = lireCadre()
  const { saisie } = lireDepart(await searchParams, 'MAINTIEN')
  return (
    <>
      <TitrePage titre={TITRE}>
        <p>
          L’assurance chômage vous indemnise : vos garanties peuvent continuer sans cotisation, pendant un
          temps que nous calculons.
        </p>
      </TitrePage>
      {contrat === null ? (
        <>
          <title>{`${TITRE} – ${organisme.nomCourt}`}</title>
          <EtatVide titre="Aucun contrat d’entreprise à garder ici">
            <p>Votre contrat ne vient pas d’un employeur, ou il ne se garde pas de cette façon.</p>
            <p className="mt-4">
              <LienBouton href="/adherent/contrats/depart-employeur">
                Voir ce que devient mon contrat
              </LienBouton>
            </p>
          </EtatVide>
        </>
      ) : (
        <FormulairePortabilite
          action={demanderPortabilite}
          cle={randomUUID()}
          saisie={saisie}
          organisme={organisme.nomCourt}
          titre={TITRE}
        />
      )}
    </>
  )
}
