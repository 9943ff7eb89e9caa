import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { DejaPartie, Promesse } from '@/components/demande/promesse'
import { Redaction } from '@/components/demande/redaction'
import { TitrePage } from '@/components/ui/titre-page'
import { CHOIX_RECLAMATION } from '@/lib/lexique/paroles'
import { exigerAdherent } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { adresseParoleSchema } from '@/lib/services/demande-parole/schema'
import { adresseDuFormulaire } from '@/lib/services/demande-parole/view'
import { ouvrirRedaction } from '@/lib/services/redaction/data'
import { ecrireParole } from '../actions'

const PAGE = '/adherent/demandes/reclamation'
const TITRE = 'Faire une réclamation'
export const metadata = { title: TITRE }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function ReclamationPage({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  const adresse = adresseParoleSchema.parse(await searchParams)
  if (adresse.cle === null) redirect(adresseDuFormulaire(PAGE, adresse, randomUUID()))
  const r = await ouvrirRedaction(acteur, 'RECLAMATION', adresse.cle, adresse)
  if (r === null) return refuserPage(acteur)
  if (r.etat === 'ABANDONNEE') redirect(adresseDuFormulaire(PAGE, adresse, randomUUID()))
  const { organisme } = lireCadre()
  return (
    <>
      <p className="mb-2 print:hidden">
        <a href="/adherent/demandes" className="inline-flex min-h-11 items-center">
          ← Mes demandes
        </a>
      </p>
      <TitrePage titre={TITRE}>
        <p>
          Vous n’êtes pas d’accord avec une réponse, un paiement, un délai : le service des réclamations
          reprend votre dossier. Si nous ne tombons pas d’accord, un médiateur indépendant peut décider.
        </p>
      </TitrePage>
      {r.etat === 'PARTIE' ? (
        <DejaPartie {...r} />
      ) : (
        <Redaction
          action={ecrireParole}
          caches={r.caches}
          contrats={r.contrats}
          compte={r.compte}
          sujets={{ legende: 'Sur quoi porte votre réclamation ?', choix: CHOIX_RECLAMATION }}
          texte={{
            libelle: 'Ce qui ne va pas, et ce que vous demandez',
            indice: 'Avec vos mots. Par exemple : ce qui s’est passé, quand, et ce qui vous paraît juste.',
          }}
          depart={r.depart}
          bouton="Envoyer ma réclamation"
          titre={TITRE}
          organisme={organisme.nomCourt}
        >
          {r.reference === null ? null : <p>À propos de : {r.reference.designation}.</p>}
          <Promesse promesse={r.promesse} />
          <p>
            Ensuite, si notre réponse ne vous convient pas, ou si elle ne vient pas : le médiateur,{' '}
            {organisme.mediateur.nom}. C’est gratuit. Nous vous dirons ici à partir de quel jour, et nous
            préparerons votre dossier.
          </p>
        </Redaction>
      )}
    </>
  )
}
