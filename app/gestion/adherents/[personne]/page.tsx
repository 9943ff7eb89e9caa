import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { defierMaCle } from '@/app/securite/actions'
import { approuverUneLevee, demanderUneLevee, renoncerAUneLevee } from '@/app/securite/levee/actions'
import { Dossier } from '@/components/dossier/dossier'
import { FormulaireRegard } from '@/components/dossier/formulaire-regard'
import { Levee } from '@/components/facteur/levee'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { ouvrirDossier } from '@/lib/services/dossier/data'
import { personneIdSchema } from '@/lib/services/dossier/schema'
import { voirDossier } from '@/lib/services/dossier/view'
import { VERIFICATIONS } from '@/lib/services/levee-facteurs/access'
import { loadLevee } from '@/lib/services/levee-facteurs/data'
import { loadConfirmation } from '@/lib/services/reauthentification/data'
import { peutRegarder } from '@/lib/services/regard/access'
import { regarder } from '../actions'

// The name of a person is in no history of a browser.
export const metadata: Metadata = { title: 'Dossier d’un adhérent' }

interface Props {
  readonly params: Promise<{ readonly personne: string }>
}

export default async function DossierPage({ params }: Props) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR', 'MEDECIN_CONSEIL')
  const id = personneIdSchema.safeParse((await params).personne)
  if (!id.success) notFound()
  const lu = await ouvrirDossier(acteur, id.data, lireCadre().jour)
  if (lu === null) notFound()
  const vue = voirDossier(lu)
  const levee = await loadLevee(acteur, id.data)
  return (
    <>
      <p>
        <a href="/gestion/adherents" className="inline-flex min-h-11 items-center">
          Chercher une autre personne
        </a>
      </p>
      <TitrePage titre={vue.nom}>
        <p>
          Naissance : {vue.ne}. {vue.compte}
        </p>
      </TitrePage>
      <Dossier {...vue} />
      {peutRegarder(acteur) ? <FormulaireRegard action={regarder} personne={vue.id} nom={vue.nom} /> : null}
      {levee === null ? null : (
        <Levee
          levee={levee}
          verifications={VERIFICATIONS}
          confirmation={{ ...(await loadConfirmation('FACTEUR')), defier: defierMaCle }}
          demander={demanderUneLevee}
          approuver={approuverUneLevee}
          renoncer={renoncerAUneLevee}
        />
      )}
    </>
  )
}
