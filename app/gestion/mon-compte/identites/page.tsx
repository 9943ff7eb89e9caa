import { notFound } from 'next/navigation'
import { retirerUneIdentite } from '@/app/adherent/mon-compte/identites/actions'
import { nouvelleDe } from '@/app/adherent/mon-compte/identites/nouvelle'
import { IdentitesReliees } from '@/components/acces/identites-reliees'
import { organisme } from '@/lib/server/organisme'
import { exigerGestion } from '@/lib/server/session'
import { pageIdentites, roleDe } from '@/lib/services/identite-externe/access'
import { lireFournisseurs, loadIdentites } from '@/lib/services/identite-externe/data'

export const metadata = { title: 'Se connecter autrement' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion()
  if (lireFournisseurs().length === 0) notFound()
  const { reliees, aRelier } = await loadIdentites(acteur)
  const recherche = await searchParams
  return (
    <IdentitesReliees
      page={pageIdentites(roleDe(acteur))}
      organisme={organisme().nomCourt}
      reliees={reliees}
      aRelier={aRelier}
      nouvelle={nouvelleDe(recherche)}
      aRetirer={reliees.find(({ id }) => id === recherche.retirer)}
      retirer={retirerUneIdentite}
    />
  )
}
