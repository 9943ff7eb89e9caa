import type { Metadata } from 'next'
import { SuiviCourriels } from '@/components/courriel/suivi-courriels'
import { Message } from '@/components/ui/message'
import { TitrePage } from '@/components/ui/titre-page'
import { phraseRenvoyes } from '@/lib/lexique/courriels/suivi'
import { exigerGestion } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { loadCourriels } from '@/lib/services/courriel/data'
import { cleSchema, etatSchema, renvoyesSchema } from '@/lib/services/courriel/schema'
import { renvoyerTous, renvoyerUn } from './actions'

export const metadata: Metadata = { title: 'Courriels' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR')
  const { etat, apres, renvoyes } = await searchParams
  const suivi = await loadCourriels(acteur, etatSchema.parse(etat ?? null), cleSchema.parse(apres ?? null))
  if (suivi === null) return refuserPage(acteur)
  const nombre = renvoyesSchema.parse(renvoyes ?? null)
  return (
    <>
      <TitrePage titre="Courriels">
        <p>Ce que le portail envoie aux personnes, et ce qui n’est pas parti.</p>
      </TitrePage>
      {nombre === null ? null : <Message>{phraseRenvoyes(nombre)}</Message>}
      <SuiviCourriels suivi={suivi} renvoyerUn={renvoyerUn} renvoyerTous={renvoyerTous} />
    </>
  )
}
