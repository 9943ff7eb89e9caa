import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { defierMaCle } from '@/app/securite/actions'
import { IdentitesReliees } from '@/components/acces/identites-reliees'
import { organisme } from '@/lib/server/organisme'
import { exigerAdherent } from '@/lib/server/session'
import { pageIdentites, roleDe } from '@/lib/services/identite-externe/access'
import { lireFournisseurs, loadIdentites } from '@/lib/services/identite-externe/data'
import { loadConfirmation } from '@/lib/services/reauthentification/data'
import { retirerUneIdentite } from './actions'
import { nouvelleDe } from './nouvelle'

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** The form that takes one off says its own title, with « Erreur : » when there is something to correct. */
export const generateMetadata = async ({ searchParams }: Props): Promise<Metadata> => ({
  title: (await searchParams).retirer === undefined ? 'Se connecter autrement' : null,
})

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  if (lireFournisseurs().length === 0) notFound()
  const { reliees, aRelier } = await loadIdentites(acteur)
  const recherche = await searchParams
  const aRetirer = reliees.find(({ id }) => id === recherche.retirer)
  return (
    <IdentitesReliees
      page={pageIdentites(roleDe(acteur))}
      organisme={organisme().nomCourt}
      reliees={reliees}
      aRelier={aRelier}
      nouvelle={nouvelleDe(recherche)}
      aRetirer={aRetirer}
      retirer={retirerUneIdentite}
      confirmation={
        aRetirer === undefined ? undefined : { ...(await loadConfirmation('IDENTITE')), defier: defierMaCle }
      }
    />
  )
}
