import type { Metadata } from 'next'
import { cache } from 'react'
import { Glose } from '@/components/aide/glose'
import { ChoixJour } from '@/components/droits/choix-jour'
import { Droits } from '@/components/droits/droits'
import { EtatVide } from '@/components/ui/etat-vide'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { lireVueDroits } from '@/lib/services/mes-droits/data'

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** Once a request: the title says the day, or that it is to correct. */
const vueDe = cache(async (au: string | undefined) =>
  lireVueDroits(await exigerAdherent(), au, lireCadre().jour),
)
const jourDe = async ({ searchParams }: Props) => [(await searchParams).au].flat()[0]

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { titre, demande } = await vueDe(await jourDe(props))
  return { title: `${demande.erreurs.length > 0 ? 'Erreur : ' : ''}${titre}` }
}

export default async function DroitsPage(props: Props) {
  const { titre, valeur, demande, droits } = await vueDe(await jourDe(props))
  return (
    <>
      <TitrePage titre={titre} fait="SAISIE">
        <p>
          <Glose texte={valeur} />
        </p>
      </TitrePage>
      <ResumeErreurs erreurs={demande.erreurs} />
      <ChoixJour saisie={demande.saisie} erreur={demande.erreurs[0]?.message ?? null} />
      {demande.erreurs.length > 0 ? null : droits.length === 0 ? (
        <EtatVide titre="Aucun contrat">
          <p>Votre compte n’est rattaché à aucun contrat de la mutuelle.</p>
        </EtatVide>
      ) : (
        <Droits droits={droits} />
      )}
      <p className="mt-12 print:hidden">
        <a href="/adherent/contrats" className="inline-flex min-h-11 items-center">
          Revenir à mes contrats
        </a>
      </p>
    </>
  )
}
