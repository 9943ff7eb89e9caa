import type { Metadata } from 'next'
import { defierMaCle } from '@/app/securite/actions'
import { FormulaireCode } from '@/components/dossier/formulaire-code'
import { TitrePage } from '@/components/ui/titre-page'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import { exigerGestion } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { loadCodeDuDossier } from '@/lib/services/code-acces/data'
import { personneIdSchema } from '@/lib/services/dossier/schema'
import { loadConfirmation } from '@/lib/services/reauthentification/data'
import { envoyerUnCode } from '../../actions'

// The name of a person is in no history of a browser.
export const metadata: Metadata = { title: 'Code d’accès d’un adhérent' }

interface Props {
  readonly params: Promise<{ readonly personne: string }>
}

export default async function CodeAccesPage({ params }: Props) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR')
  const id = personneIdSchema.safeParse((await params).personne)
  const vue = id.success ? await loadCodeDuDossier(acteur, id.data) : null
  if (vue === null) return refuserPage(acteur)
  return (
    <>
      <p>
        <a href={`/gestion/adherents/${vue.personneId}`} className="inline-flex min-h-11 items-center">
          Son dossier
        </a>
      </p>
      <TitrePage titre={`Code d’accès de ${vue.nom}`}>
        <p>
          {vue.aUnCode ? 'Cette personne a un code.' : 'Cette personne n’a pas encore de code.'}{' '}
          {vue.lettreDu === null
            ? 'Aucune lettre ne le lui a été envoyée d’ici.'
            : `Dernière lettre : ${formatDateEnLettres(vue.lettreDu)}.`}
        </p>
      </TitrePage>
      <p className="max-w-texte">
        Avec son numéro d’adhérent, ce code lui permet d’ouvrir son espace. Il est à elle seule, et personne à
        la mutuelle n’a à le connaître. Si elle l’a perdu, envoyez-lui-en un nouveau : l’ancien cesse de
        servir aussitôt, et la lettre part par la poste à l’adresse de son dossier. Vérifiez d’abord que cette
        adresse est la bonne.
      </p>
      <FormulaireCode
        action={envoyerUnCode}
        personne={vue.personneId}
        confirmation={{ ...(await loadConfirmation('FACTEUR')), defier: defierMaCle }}
      />
    </>
  )
}
