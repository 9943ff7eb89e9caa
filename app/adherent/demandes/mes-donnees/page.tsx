import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { DejaPartie, Promesse } from '@/components/demande/promesse'
import { Redaction } from '@/components/demande/redaction'
import { DureesConservation } from '@/components/legal/durees'
import { TitrePage } from '@/components/ui/titre-page'
import { CHOIX_DROITS } from '@/lib/lexique/paroles'
import { exigerAdherent } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { adresseParoleSchema } from '@/lib/services/demande-parole/schema'
import { adresseDuFormulaire } from '@/lib/services/demande-parole/view'
import { ouvrirRedaction } from '@/lib/services/redaction/data'
import { ecrireParole } from '../actions'

const PAGE = '/adherent/demandes/mes-donnees'
const TITRE = 'Mes droits sur mes données'
export const metadata = { title: TITRE }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function MesDonneesPage({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  const adresse = adresseParoleSchema.parse(await searchParams)
  if (adresse.cle === null) redirect(adresseDuFormulaire(PAGE, adresse, randomUUID()))
  const r = await ouvrirRedaction(acteur, 'DROITS_RGPD', adresse.cle, adresse)
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
        <p>Ce que nous savons de vous est à vous : recevez-le, faites-le corriger, effacer ou emportez-le.</p>
      </TitrePage>
      {r.etat === 'PARTIE' ? (
        <DejaPartie {...r} />
      ) : (
        <Redaction
          action={ecrireParole}
          caches={r.caches}
          compte={r.compte}
          sujets={{ legende: 'Que demandez-vous ?', choix: CHOIX_DROITS }}
          texte={{
            libelle: 'Sur quoi (facultatif)',
            indice:
              'Sans précision, votre demande porte sur toutes vos données. Pour une correction, dites ce qui est faux.',
          }}
          depart={r.depart}
          bouton="Envoyer cette demande"
          titre={TITRE}
          organisme={organisme.nomCourt}
        >
          <Promesse promesse={r.promesse} />
          <p>
            C’est gratuit. La loi permet deux mois de plus pour une demande compliquée : nous vous le dirions
            avant cette date, avec la raison.
          </p>
        </Redaction>
      )}
      <section aria-labelledby="titre-durees" className="texte mt-12">
        <h2 id="titre-durees">Combien de temps nous les gardons</h2>
        <DureesConservation />
        <p>
          <a href="/donnees-personnelles">Tout ce que nous faisons de vos données</a>
        </p>
        <h2>Une question avant de demander ?</h2>
        <p className="wrap-anywhere">
          Notre délégué à la protection des données vous répond :{' '}
          <a href={`mailto:${organisme.dpo}`}>{organisme.dpo}</a>. Si notre réponse ne vous convient pas, vous
          pouvez saisir la CNIL : <a href="https://www.cnil.fr/fr/plaintes">cnil.fr/fr/plaintes</a>.
        </p>
      </section>
    </>
  )
}
