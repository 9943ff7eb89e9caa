import { notFound, redirect } from 'next/navigation'
import { defierMaCle } from '@/app/securite/actions'
import { RelierIdentite, type Voie } from '@/components/acces/relier-identite'
import { maintenant } from '@/lib/server/clock'
import { organisme } from '@/lib/server/organisme'
import { externeCourante, sessionCourante } from '@/lib/server/session'
import { lireFournisseurs, loadALier } from '@/lib/services/identite-externe/data'
import { loadConfirmation } from '@/lib/services/reauthentification/data'
import { relierMonEspace, relierParMaCarte, relierParMotDePasse } from './actions'

// The form says it, with « Erreur : » when there is something to correct.
export const metadata = { title: null }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

const ACTIONS = {
  ESPACE: relierMonEspace,
  CARTE: relierParMaCarte,
  MOT_DE_PASSE: relierParMotDePasse,
} as const

export default async function Page({ searchParams }: Props) {
  if (lireFournisseurs().length === 0) notFound()
  const attente = await loadALier(await externeCourante(), maintenant())
  if (attente === null) redirect('/connexion')
  const session = await sessionCourante()
  const { avec } = await searchParams
  const parCarte = avec === 'carte' && attente.membres
  const voie: Voie = session !== null ? 'ESPACE' : parCarte ? 'CARTE' : 'MOT_DE_PASSE'
  return (
    <RelierIdentite
      voie={voie}
      action={ACTIONS[voie]}
      organisme={organisme().nomCourt}
      qui={session?.nomAffiche ?? null}
      attente={attente}
      confirmation={
        session === null ? undefined : { ...(await loadConfirmation('IDENTITE')), defier: defierMaCle }
      }
    />
  )
}
