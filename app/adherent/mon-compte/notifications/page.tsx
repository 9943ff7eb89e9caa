import type { Metadata } from 'next'
import { FormulaireNotifications } from '@/components/compte/formulaire-notifications'
import { RetourCompte } from '@/components/compte/retour'
import { TitrePage } from '@/components/ui/titre-page'
import { TOUJOURS_ENVOYES } from '@/lib/lexique/notifications'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadChoixCourriel } from '@/lib/services/preference-courriel/data'
import { voirNotifications } from '@/lib/services/preference-courriel/view'
import { enregistrerNotifications } from '../actions'

const TITRE = 'Quand m’avertir par e-mail'
// The form says it, with « Erreur : » when there is something to correct.
export const metadata: Metadata = { title: null }

export default async function Page() {
  const { notifications, historique } = voirNotifications(await loadChoixCourriel(await exigerAdherent()))
  return (
    <>
      <RetourCompte espace="adherent" />
      <TitrePage titre={TITRE}>
        <p>
          Aucun e-mail ne dit ce qui a été soigné, ni combien : il vous dit seulement d’ouvrir votre espace.
        </p>
      </TitrePage>
      <FormulaireNotifications
        action={enregistrerNotifications}
        notifications={notifications}
        titre={TITRE}
        organisme={lireCadre().organisme.nomCourt}
      />
      <section className="mt-12 max-w-texte">
        <h2 className="text-xl">Ceux qui partent toujours</h2>
        <dl className="mt-2 space-y-3">
          {TOUJOURS_ENVOYES.map(({ quoi, pourquoi }) => (
            <div key={quoi}>
              <dt className="font-semibold">{quoi}</dt>
              <dd>{pourquoi}</dd>
            </div>
          ))}
        </dl>
      </section>
      {historique.length === 0 ? null : (
        <section className="mt-12 max-w-texte">
          <h2 className="text-xl">Vos choix, dans le temps</h2>
          <ul data-fait="REGISTRE" className="mt-2 space-y-1">
            {historique.map((ligne) => (
              <li key={ligne}>{ligne}.</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
