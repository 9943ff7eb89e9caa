import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { DejaPartie, Promesse } from '@/components/demande/promesse'
import { Redaction } from '@/components/demande/redaction'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { adresseParoleSchema } from '@/lib/services/demande-parole/schema'
import { adresseDuFormulaire } from '@/lib/services/demande-parole/view'
import { ouvrirRedaction } from '@/lib/services/redaction/data'
import { ecrireParole } from '../../demandes/actions'

const PAGE = '/adherent/messagerie/ecrire'
const TITRE = 'Écrire un message'
/** The form sets it: it begins with « Erreur : » when something is wrong. */
export const metadata = { title: TITRE }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function EcrirePage({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  const adresse = adresseParoleSchema.parse(await searchParams)
  if (adresse.cle === null) redirect(adresseDuFormulaire(PAGE, adresse, randomUUID()))
  const r = await ouvrirRedaction(acteur, 'MESSAGE', adresse.cle, adresse)
  if (r === null) return refuserPage(acteur)
  if (r.etat === 'ABANDONNEE') redirect(adresseDuFormulaire(PAGE, adresse, randomUUID()))
  const { organisme } = lireCadre()
  const { urgence, objetsMessagerie } = organisme
  return (
    <>
      <p className="mb-2 print:hidden">
        <a href="/adherent/messagerie" className="inline-flex min-h-11 items-center">
          ← Ma messagerie
        </a>
      </p>
      <TitrePage titre={TITRE}>
        <p>Un conseiller vous répond par écrit. Vous pouvez commencer maintenant et finir plus tard.</p>
      </TitrePage>
      {r.etat === 'PARTIE' ? (
        <DejaPartie {...r} />
      ) : (
        <>
          <section
            aria-labelledby="titre-urgence"
            className="mb-8 max-w-texte border-l-4 border-a-faire bg-a-faire-pale px-5 py-3"
          >
            <h2 id="titre-urgence" className="text-base font-bold text-a-faire">
              En cas d’urgence
            </h2>
            <p>
              {urgence.phrase} <span className="font-semibold whitespace-nowrap">{urgence.telephone}</span>
            </p>
          </section>
          <Redaction
            action={ecrireParole}
            caches={r.caches}
            contrats={r.contrats}
            compte={r.compte}
            sujets={{
              legende: 'De quoi s’agit-il ?',
              choix: objetsMessagerie.map(({ code, libelle }) => ({ valeur: code, libelle })),
            }}
            texte={{
              libelle: 'Votre message',
              indice: 'Par exemple : la date des soins, le nom de la personne, ce que vous voulez savoir.',
            }}
            depart={r.depart}
            bouton="Envoyer ce message"
            titre={TITRE}
            organisme={organisme.nomCourt}
          >
            <Promesse promesse={r.promesse} />
          </Redaction>
        </>
      )}
    </>
  )
}
