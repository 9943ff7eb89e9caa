import type { Metadata } from 'next'
import { SaisiePrise } from '@/components/prise-en-charge/saisie'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion } from '@/lib/server/session'
import { noterLecture, refuserPage } from '@/lib/server/traces'
import { loadContratAOuvrir } from '@/lib/services/prise-en-charge/data'
import { choixPriseSchema, priseIdSchema } from '@/lib/services/prise-en-charge/schema'
import { voirSaisie } from '@/lib/services/prise-en-charge/view'
import { enregistrerUneDemande } from '../../actions'

export const metadata: Metadata = { title: 'Enregistrer une demande' }

interface Props {
  readonly params: Promise<{ readonly adhesion: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ params, searchParams }: Props) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR')
  const id = priseIdSchema.safeParse((await params).adhesion)
  const choix = choixPriseSchema.parse(await searchParams)
  const contrat = id.success ? await loadContratAOuvrir(acteur, id.data) : null
  if (contrat === null) return refuserPage(acteur)
  await noterLecture(acteur, 'DOSSIER_LU', { objetType: 'adhesion', objetId: contrat.id })
  const vue = voirSaisie(contrat, choix)
  return (
    <>
      <p className="mb-4">
        <a href="/gestion/prises-en-charge" className="inline-flex min-h-11 items-center">
          ← Prises en charge et devis
        </a>
      </p>
      <TitrePage titre={vue.titre}>
        <p>Contrat n° {contrat.numeroAdherent}. Les actes et leurs prix se saisissent à l’étape suivante.</p>
      </TitrePage>
      <SaisiePrise action={enregistrerUneDemande} vue={vue} />
    </>
  )
}
