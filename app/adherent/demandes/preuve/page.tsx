import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { FormulairePreuve } from '@/components/demande/formulaire-preuve'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { lireBeneficiaires } from '@/lib/services/beneficiaire/data'
import { enfantsAProuver } from '@/lib/services/beneficiaire/view'
import { lireCadre } from '@/lib/services/cadre/data'
import { personneDuDepotSchema } from '@/lib/services/depot/schema'
import { demanderPreuve } from './actions'

const TITRE = 'Envoyer la preuve de l’année'
export const metadata: Metadata = { title: TITRE }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function PreuvePage({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  const { jour } = lireCadre()
  const personnes = enfantsAProuver(await lireBeneficiaires(acteur, jour), jour)
  const pour = personneDuDepotSchema.parse((await searchParams).personne ?? null)
  return (
    <>
      <TitrePage titre={TITRE}>
        <p>
          Un enfant qui étudie, cherche son premier emploi ou fait son service civique reste couvert s’il le
          prouve.
        </p>
      </TitrePage>
      {personnes.length === 0 ? (
        <EtatVide titre="Aucune preuve à envoyer">
          <p>Personne, dans votre contrat, n’a de situation à prouver.</p>
        </EtatVide>
      ) : (
        <FormulairePreuve
          action={demanderPreuve}
          cle={randomUUID()}
          personnes={personnes}
          pour={personnes.length === 1 ? (personnes[0]?.id ?? null) : pour}
        />
      )}
    </>
  )
}
