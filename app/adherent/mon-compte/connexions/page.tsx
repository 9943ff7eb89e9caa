import type { Metadata } from 'next'
import { fermerLesAutresConnexions, fermerUneConnexion } from '@/app/deconnexion/actions'
import { ConnexionsOuvertes } from '@/components/acces/connexions-ouvertes'
import { RetourCompte } from '@/components/compte/retour'
import { INFOS_CONNEXIONS } from '@/lib/lexique/acces'
import { maintenant } from '@/lib/server/clock'
import { exigerAdherent, sessionCourante } from '@/lib/server/session'
import { loadConnexions } from '@/lib/services/connexion/data'

export const metadata: Metadata = { title: 'Les appareils connectés' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  const session = await sessionCourante()
  const { info } = await searchParams
  return (
    <>
      <RetourCompte espace="adherent" />
      <ConnexionsOuvertes
        connexions={await loadConnexions(acteur, session?.sessionId ?? '', maintenant())}
        motDePasse="/adherent/mon-compte/mot-de-passe"
        nouvelle={typeof info === 'string' ? INFOS_CONNEXIONS.get(info) : undefined}
        fermerUne={fermerUneConnexion}
        fermerLesAutres={fermerLesAutresConnexions}
      />
    </>
  )
}
