import { notFound } from 'next/navigation'
import { IdentitesReliees } from '@/components/acces/identites-reliees'
import { organisme } from '@/lib/server/organisme'
import { exigerAdherent } from '@/lib/server/session'
import { pageIdentites, roleDe } from '@/lib/services/identite-externe/access'
import { lireFournisseurs, loadIdentites } from '@/lib/services/identite-externe/data'
import { retirerUneIdentite } from './actions'
import { nouvelleDe } from './nouvelle'

export const metadata = { title: 'Se connecter autrement' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerAdherent()
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
