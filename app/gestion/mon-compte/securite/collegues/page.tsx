import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { couperUnAcces, rouvrirUnAcces } from '@/app/securite/acces/actions'
import { defierMaCle } from '@/app/securite/actions'
import { approuverUneLevee, demanderUneLevee, renoncerAUneLevee } from '@/app/securite/levee/actions'
import { AccesCompte } from '@/components/dossier/acces-compte'
import { Levee } from '@/components/facteur/levee'
import { TitrePage } from '@/components/ui/titre-page'
import { libelleRole } from '@/lib/lexique/libelles'
import { maintenant } from '@/lib/server/clock'
import { exigerGestion } from '@/lib/server/session'
import { loadAccesCollegue } from '@/lib/services/acces-compte/data'
import { collegueSchema } from '@/lib/services/acces-compte/schema'
import { VERIFICATIONS } from '@/lib/services/levee-facteurs/access'
import { type CollegueVu, loadCollegues } from '@/lib/services/levee-facteurs/data'
import { loadConfirmation } from '@/lib/services/reauthentification/data'

export const metadata: Metadata = { title: 'Comptes des collègues' }

const PAGE = '/gestion/mon-compte/securite/collegues'

const Collegue = ({ id, nom, role, suspendu, levee }: CollegueVu) => (
  <li>
    <p>
      <span className="font-semibold">{nom}</span> ({libelleRole(role)}).{' '}
      {suspendu
        ? 'Accès suspendu.'
        : `Seconde protection : ${levee.facteurs.length === 0 ? 'aucune' : levee.facteurs.join(', ').toLowerCase()}.`}
      {levee.enCours === null ? '' : ' Retrait demandé.'}
    </p>
    <p className="flex flex-wrap gap-x-6">
      {suspendu ? null : (
        <Link href={`${PAGE}?compte=${id}`} className="inline-flex min-h-11 items-center">
          Seconde protection de {nom}
        </Link>
      )}
      <Link href={`${PAGE}?acces=${id}`} className="inline-flex min-h-11 items-center">
        {suspendu ? 'Rouvrir' : 'Couper'} l’accès de {nom}
      </Link>
    </p>
  </li>
)

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion('ADMINISTRATEUR')
  const { compte, acces } = await searchParams
  const confirmation = { ...(await loadConfirmation('FACTEUR')), defier: defierMaCle }
  if (acces !== undefined) {
    const vu = await loadAccesCollegue(acteur, collegueSchema.parse(acces), maintenant())
    if (vu === null) notFound()
    const retour = { href: PAGE, libelle: 'Revenir aux collègues' }
    return (
      <AccesCompte
        acces={vu}
        retour={retour}
        confirmation={confirmation}
        couper={couperUnAcces}
        rouvrir={rouvrirUnAcces}
      />
    )
  }
  const collegues = await loadCollegues(acteur)
  const choisi = collegues.find(({ id }) => id === compte)
  if (compte !== undefined && choisi === undefined) notFound()
  return (
    <>
      <TitrePage titre={choisi === undefined ? 'Comptes des collègues' : choisi.nom}>
        <p>
          Un collègue qui a perdu sa seconde protection n’entre plus : un administrateur la retire. Un
          collègue qui s’en va, ou dont quelqu’un a pris le compte : un administrateur coupe son accès,
          aussitôt.
        </p>
      </TitrePage>
      {choisi === undefined ? (
        <ul className="space-y-6">
          {collegues.map((collegue) => (
            <Collegue key={collegue.id} {...collegue} />
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
