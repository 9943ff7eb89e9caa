import type { Metadata } from 'next'
import { Terme } from '@/components/aide/terme'
import { RetourCoordonnees } from '@/components/coordonnees/retour'
import { Teletransmissions } from '@/components/coordonnees/teletransmissions'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadTeletransmissions } from '@/lib/services/teletransmission/data'
import { voirTeletransmissions } from '@/lib/services/teletransmission/view'

export const metadata: Metadata = { title: 'Télétransmission' }

export default async function TeletransmissionPage() {
  const acteur = await exigerAdherent()
  const lues = await loadTeletransmissions(acteur, lireCadre().jour)
  return (
    <>
      <RetourCoordonnees />
      <TitrePage titre="Télétransmission">
        <p>
          Aussi appelée <Terme id="teletransmission">NOEMIE</Terme> : l’Assurance maladie nous envoie vos{' '}
          <Terme id="decompte">décomptes</Terme>, et vous n’avez rien à nous envoyer pour être remboursé. Elle
          se règle personne par personne.
        </p>
      </TitrePage>
      <Teletransmissions vues={voirTeletransmissions(lues, acteur.personneId)} />
      <p className="mt-10 max-w-texte">
        Une attestation de droits ou un décompte à nous donner ?{' '}
        <a href="/adherent/documents/envoyer">Envoyez-le depuis votre espace</a>.
      </p>
    </>
  )
}
