import type { Metadata } from 'next'
import { FormulairePreferences } from '@/components/coordonnees/formulaire-preferences'
import { RetourCoordonnees } from '@/components/coordonnees/retour'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { aUnContrat } from '@/lib/services/coordonnees/access'
import { loadChoix } from '@/lib/services/preference-envoi/data'
import { voirPreferences } from '@/lib/services/preference-envoi/view'
import { enregistrerPreferences } from '../actions'

const TITRE = 'Papier ou électronique'
// The form says it, with « Erreur : » when there is something to correct.
export const metadata: Metadata = { title: null }

export default async function PreferencesPage() {
  const acteur = await exigerAdherent()
  if (!aUnContrat(acteur)) return refuserPage(acteur)
  const { preferences, historique } = voirPreferences(await loadChoix(acteur))
  return (
    <>
      <RetourCoordonnees />
      <TitrePage titre={TITRE}>
        <p>
          Vous choisissez pour chaque sorte de document, et vous pouvez revenir au papier à tout moment
          (article L. 221-6-5 du code de la mutualité).
        </p>
      </TitrePage>
      <FormulairePreferences
        action={enregistrerPreferences}
        preferences={preferences}
        titre={TITRE}
        organisme={lireCadre().organisme.nomCourt}
      />
      {historique.length === 0 ? null : (
        <section className="mt-12 max-w-texte">
          <h2 className="text-xl">Vos choix, dans le temps</h2>
          <ul className="mt-2 space-y-1">
            {historique.map((ligne) => (
              <li key={ligne}>{ligne}.</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
