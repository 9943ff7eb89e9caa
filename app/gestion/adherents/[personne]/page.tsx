import type { Metadata } from 'next'
import { defierMaCle } from '@/app/securite/actions'
import { approuverUneLevee, demanderUneLevee, renoncerAUneLevee } from '@/app/securite/levee/actions'
import { Dossier } from '@/components/dossier/dossier'
import { FormulaireRegard } from '@/components/dossier/formulaire-regard'
import { Numeros } from '@/components/dossier/numeros'
import { SonAcces } from '@/components/dossier/son-acces'
import { Levee } from '@/components/facteur/levee'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { peutRenouvelerCode } from '@/lib/services/code-acces/access'
import { ouvrirDossier } from '@/lib/services/dossier/data'
import { personneIdSchema } from '@/lib/services/dossier/schema'
import { voirDossier } from '@/lib/services/dossier/view'
import { peutLireJournal } from '@/lib/services/journal/access'
import { peutLever, VERIFICATIONS } from '@/lib/services/levee-facteurs/access'
import { loadLevee } from '@/lib/services/levee-facteurs/data'
import { loadNumerosMasques } from '@/lib/services/numero-secu/data'
import { loadConfirmation } from '@/lib/services/reauthentification/data'
import { peutRegarder } from '@/lib/services/regard/access'
import { montrer, regarder } from '../actions'

// The name of a person is in no history of a browser.
export const metadata: Metadata = { title: 'Dossier d’un adhérent' }

interface Props {
  readonly params: Promise<{ readonly personne: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** Opened once, even if it was suspended since. */
const aUnEspace = (compte: { readonly statut: string } | null): boolean =>
  compte !== null && compte.statut !== 'EN_ATTENTE'

export default async function DossierPage({ params, searchParams }: Props) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR', 'MEDECIN_CONSEIL')
  const id = personneIdSchema.safeParse((await params).personne)
  if (!id.success) return refuserPage(acteur)
  const toutes = (await searchParams).demandes === 'toutes'
  const lu = await ouvrirDossier(acteur, id.data, lireCadre().jour, toutes)
  if (lu === null) return refuserPage(acteur)
  const vue = voirDossier(lu, toutes)
  const masques = await loadNumerosMasques(acteur, vue.id)
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
      <Dossier
        {...vue}
        toutLeJournal={peutLireJournal(acteur) ? `/gestion/journal?personne=${vue.id}` : null}
      />
      {masques === null ? null : <Numeros personne={vue.id} masques={masques} action={montrer} />}
      {peutRegarder(acteur) ? <FormulaireRegard action={regarder} personne={vue.id} nom={vue.nom} /> : null}
      <SonAcces
        personne={vue.id}
        code={peutRenouvelerCode(acteur.role)}
        coupure={aUnEspace(lu.compte) && peutLever(acteur.role, 'ADHERENT')}
      />
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
