import type { Metadata } from 'next'
import { LettreAncienneMutuelle } from '@/components/coordonnees/lettre-ancienne-mutuelle'
import { TitrePage } from '@/components/ui/titre-page'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import { exigerAdherent, sessionCourante } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadCoordonnees } from '@/lib/services/coordonnees/data'
import { voirAdresses } from '@/lib/services/coordonnees/view'
import { loadTeletransmissions } from '@/lib/services/teletransmission/data'
import { voirTeletransmissions } from '@/lib/services/teletransmission/view'

export const metadata: Metadata = { title: 'Lettre à l’ancienne mutuelle' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function LettrePage({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  const { jour, organisme } = lireCadre()
  const vues = voirTeletransmissions(await loadTeletransmissions(acteur, jour), acteur.personneId)
  const { personne } = await searchParams
  const visee = personne === undefined ? vues[0] : vues.find((t) => t.personneId === personne)
  if (visee === undefined) return refuserPage(acteur)
  const { courante } = voirAdresses((await loadCoordonnees(acteur)).adresses, jour)
  return (
    <>
      <div className="print:hidden">
        <p className="mb-2">
          <a href="/adherent/coordonnees/teletransmission" className="inline-flex min-h-11 items-center">
            ← Télétransmission
          </a>
        </p>
        <TitrePage titre="Lettre à l’ancienne mutuelle">
          <p>
            Imprimez cette page (elle s’imprime sans le reste) ou recopiez-la dans un e-mail, complétez ce qui
            est entre parenthèses, et envoyez-la à l’ancienne mutuelle. Quand elle a répondu, prévenez-nous :
            nous referons la demande.
          </p>
        </TitrePage>
      </div>
      <LettreAncienneMutuelle
        signataire={(await sessionCourante())?.nomAffiche ?? ''}
        adresse={courante?.lignes ?? []}
        personne={visee.nom}
        moi={visee.moi}
        jour={formatDateEnLettres(jour)}
        organisme={organisme.nom}
      />
    </>
  )
}
