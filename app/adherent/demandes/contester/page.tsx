import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { DejaPartie, Promesse } from '@/components/demande/promesse'
import { Redaction } from '@/components/demande/redaction'
import { InduExplique } from '@/components/indu/indus-expliques'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { adresseParoleSchema } from '@/lib/services/demande-parole/schema'
import { adresseDuFormulaire } from '@/lib/services/demande-parole/view'
import { loadIndusExpliques } from '@/lib/services/indu/data'
import { ouvrirRedaction } from '@/lib/services/redaction/data'
import { ecrireParole } from '../actions'

const PAGE = '/adherent/demandes/contester'
const TITRE = 'Contester une somme réclamée'
export const metadata = { title: TITRE }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function ContesterPage({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  // An ayant droit owes nothing: the contract is somebody else's.
  if (acteur.adhesions.length === 0) return refuserPage(acteur)
  const adresse = adresseParoleSchema.parse(await searchParams)
  if (adresse.cle === null) redirect(adresseDuFormulaire(PAGE, adresse, randomUUID()))
  const r = await ouvrirRedaction(acteur, 'CONTESTATION_INDU', adresse.cle, adresse)
  if (r === null) return refuserPage(acteur)
  if (r.etat === 'ABANDONNEE') redirect(adresseDuFormulaire(PAGE, adresse, randomUUID()))
  const { jour, organisme } = lireCadre()
  const indus = r.etat === 'PARTIE' ? [] : await loadIndusExpliques(acteur, jour)
  const indu = r.etat === 'PARTIE' ? undefined : indus.find(({ id }) => id === r.reference?.id)
  return (
    <>
      <p className="mb-2 print:hidden">
        <a href="/adherent" className="inline-flex min-h-11 items-center">
          ← Accueil
        </a>
      </p>
      <TitrePage titre={TITRE}>
        <p>Dès que votre contestation est envoyée, nous ne retenons plus rien avant de vous avoir répondu.</p>
      </TitrePage>
      {r.etat === 'PARTIE' ? <DejaPartie {...r} /> : null}
      {r.etat === 'A_ECRIRE' && (indu === undefined || indu.etat === 'SOLDE') ? (
        <EtatVide titre="Aucune somme à contester ici">
          <p>
            Les sommes que nous vous demandons de rendre sont expliquées sur votre{' '}
            <a href="/adherent">page d’accueil</a>, avec un lien pour contester chacune.
          </p>
        </EtatVide>
      ) : null}
      {r.etat === 'A_ECRIRE' && indu !== undefined && indu.etat !== 'SOLDE' ? (
        <>
          <section
            aria-label="La somme"
            className="texte mb-8 border-l-4 border-a-faire bg-a-faire-pale px-5 py-4"
          >
            <InduExplique indu={indu} />
          </section>
          {indu.etat === 'CONTESTE' ? (
            <p className="max-w-texte">
              Cette somme est déjà contestée : suivez la réponse dans{' '}
              <a href="/adherent/demandes">vos demandes</a>.
            </p>
          ) : (
            <Redaction
              action={ecrireParole}
              caches={{ ...r.caches, sujet: 'INDU' }}
              compte={r.compte}
              sujets={null}
              texte={{
                libelle: 'Pourquoi vous ne devez pas cette somme',
                indice:
                  'Par exemple : le soin a bien eu lieu, la personne était couverte, le montant est faux.',
              }}
              depart={r.depart}
              bouton="Envoyer ma contestation"
              titre={TITRE}
              organisme={organisme.nomCourt}
            >
              <Promesse promesse={r.promesse} />
            </Redaction>
          )}
        </>
      ) : null}
    </>
  )
}
