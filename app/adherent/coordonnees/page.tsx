import type { Metadata } from 'next'
import { MesCoordonnees } from '@/components/coordonnees/mes-coordonnees'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { aUnContrat } from '@/lib/services/coordonnees/access'
import { loadCoordonnees } from '@/lib/services/coordonnees/data'
import { voirAdresses } from '@/lib/services/coordonnees/view'
import { resumerPreferences } from '@/lib/services/preference-envoi/view'
import { loadRibs } from '@/lib/services/rib/data'
import { voirRibs } from '@/lib/services/rib/view'
import { loadTeletransmissions } from '@/lib/services/teletransmission/data'
import { voirTeletransmissions } from '@/lib/services/teletransmission/view'

export const metadata: Metadata = { title: 'Mes coordonnées' }

export default async function CoordonneesPage() {
  const acteur = await exigerAdherent()
  const { jour } = lireCadre()
  const { email, attente, adresses, telephones, preferences } = await loadCoordonnees(acteur)
  const membre = aUnContrat(acteur)
    ? {
        adresses: voirAdresses(adresses, jour),
        preferences: resumerPreferences(preferences),
      }
    : null
  return (
    <>
      <TitrePage titre="Mes coordonnées">
        <p>Comment nous vous joignons, où nous vous payons, et ce que l’Assurance maladie nous transmet.</p>
      </TitrePage>
      <MesCoordonnees
        email={email}
        attente={attente}
        telephones={telephones}
        membre={membre}
        comptes={voirRibs(await loadRibs(acteur, jour), jour)}
        teletransmissions={voirTeletransmissions(
          await loadTeletransmissions(acteur, jour),
          acteur.personneId,
        )}
      />
    </>
  )
}
