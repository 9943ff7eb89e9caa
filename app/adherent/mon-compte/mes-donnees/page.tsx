import type { Metadata } from 'next'
import { defierMaCle } from '@/app/securite/actions'
import { FormulaireCopie } from '@/components/donnees/formulaire-copie'
import { MesDonnees, TITRE_MES_DONNEES } from '@/components/donnees/mes-donnees'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadExportPret } from '@/lib/services/export-donnees/data'
import { exportIdSchema } from '@/lib/services/export-donnees/schema'
import { loadPromesse } from '@/lib/services/mes-demandes/data'
import { loadConfirmation } from '@/lib/services/reauthentification/data'
import { preparerCopie } from './actions'

// The form says it, with « Erreur : » when there is something to correct.
export const metadata: Metadata = { title: null }

const PAGE = '/adherent/mon-compte/mes-donnees'

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function MesDonneesPage({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  const { organisme } = lireCadre()
  const { copie } = await searchParams
  const id = exportIdSchema.safeParse(copie)
  const prete = id.success && (await loadExportPret(acteur, id.data))
  const confirmation = { ...(await loadConfirmation('IDENTITE')), defier: defierMaCle }
  const contrat = acteur.adhesions[0] ?? acteur.adhesionsLues[0] ?? null
  return (
    <>
      <p className="mb-2 print:hidden">
        <a href="/adherent/mon-compte" className="inline-flex min-h-11 items-center">
          ← Mon compte extranet
        </a>
      </p>
      {prete ? <title>{`${TITRE_MES_DONNEES} – ${organisme.nomCourt}`}</title> : null}
      <MesDonnees
        dpo={organisme.dpo}
        promesse={await loadPromesse(acteur, 'DROITS_RGPD', contrat)}
        copie={prete ? { href: `${PAGE}/${id.data}/telecharger` } : copie === undefined ? null : 'PERDUE'}
      >
        <FormulaireCopie
          action={preparerCopie}
          titre={TITRE_MES_DONNEES}
          organisme={organisme.nomCourt}
          confirmation={confirmation}
        />
      </MesDonnees>
    </>
  )
}
