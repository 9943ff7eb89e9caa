import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { defierMaCle } from '@/app/securite/actions'
import { approuverUneLevee, demanderUneLevee, renoncerAUneLevee } from '@/app/securite/levee/actions'
import { Levee } from '@/components/facteur/levee'
import { TitrePage } from '@/components/ui/titre-page'
import { libelleRole } from '@/lib/lexique/libelles'
import { exigerGestion } from '@/lib/server/session'
import { VERIFICATIONS } from '@/lib/services/levee-facteurs/access'
import { loadCollegues } from '@/lib/services/levee-facteurs/data'
import { loadConfirmation } from '@/lib/services/reauthentification/data'

export const metadata: Metadata = { title: 'Protections des collègues' }

const PAGE = '/gestion/mon-compte/securite/collegues'

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion('ADMINISTRATEUR')
  const { compte } = await searchParams
  const collegues = await loadCollegues(acteur)
  const choisi = collegues.find(({ id }) => id === compte)
  if (compte !== undefined && choisi === undefined) notFound()
  const confirmation = { ...(await loadConfirmation('FACTEUR')), defier: defierMaCle }
  return (
    <>
      <TitrePage titre={choisi === undefined ? 'Protections des collègues' : choisi.nom}>
        <p>Un collègue qui a perdu sa seconde protection n’entre plus : un administrateur la retire.</p>
      </TitrePage>
      {choisi === undefined ? (
        <ul className="space-y-4">
          {collegues.map(({ id, nom, role, levee }) => (
            <li key={id}>
              <Link href={`${PAGE}?compte=${id}`} className="inline-flex min-h-11 items-center">
                {nom}
              </Link>{' '}
              ({libelleRole(role)}) : {levee.facteurs.length === 0 ? 'aucune' : levee.facteurs.join(', ')}
              {levee.enCours === null ? '' : '. Retrait demandé.'}
            </li>
          ))}
        </ul>
      ) : choisi.levee.facteurs.length === 0 ? (
        <p>Aucune protection : elle sera demandée à sa prochaine connexion.</p>
      ) : (
        <Levee
          levee={choisi.levee}
          verifications={VERIFICATIONS}
          confirmation={confirmation}
          demander={demanderUneLevee}
          approuver={approuverUneLevee}
          renoncer={renoncerAUneLevee}
        />
      )}
    </>
  )
}
