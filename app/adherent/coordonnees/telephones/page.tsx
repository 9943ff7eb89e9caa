import type { Metadata } from 'next'
import { defierMaCle } from '@/app/securite/actions'
import { FormulaireCoordonnees } from '@/components/coordonnees/formulaire-coordonnees'
import { RetourCoordonnees } from '@/components/coordonnees/retour'
import { TitrePage } from '@/components/ui/titre-page'
import { formatTelephone } from '@/lib/lexique/coordonnees'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadCoordonnees } from '@/lib/services/coordonnees/data'
import { loadConfirmation } from '@/lib/services/reauthentification/data'
import { enregistrerTelephones } from '../actions'

const TITRE = 'Changer mes téléphones'
// The form says it, with « Erreur : » when there is something to correct.
export const metadata: Metadata = { title: null }

const ecrit = (numero: string | null | undefined): string => (numero == null ? '' : formatTelephone(numero))

export default async function TelephonesPage() {
  const acteur = await exigerAdherent()
  const { telephones } = await loadCoordonnees(acteur)
  const confirmation = { ...(await loadConfirmation('IDENTITE')), defier: defierMaCle }
  return (
    <>
      <RetourCoordonnees />
      <TitrePage titre={TITRE}>
        <p>Nous n’appelons que pour votre contrat et vos remboursements.</p>
      </TitrePage>
      <FormulaireCoordonnees
        action={enregistrerTelephones}
        titre={TITRE}
        organisme={lireCadre().organisme.nomCourt}
        retour="/adherent/coordonnees"
        caches={{ version: String(telephones?.version ?? 0) }}
        confirmation={confirmation}
        bouton="Enregistrer mes numéros"
        champs={[
          {
            nom: 'mobile',
            libelle: 'Téléphone mobile',
            indice: 'Par exemple : 06 12 34 56 78.',
            type: 'tel',
            facultatif: true,
            valeur: ecrit(telephones?.mobile),
            autocomplete: 'tel',
          },
          {
            nom: 'fixe',
            libelle: 'Téléphone fixe',
            indice: 'Par exemple : 02 99 12 34 56. Hors de France, commencez par + et l’indicatif du pays.',
            type: 'tel',
            facultatif: true,
            valeur: ecrit(telephones?.fixe),
          },
        ]}
      >
        <p>Ces numéros remplacent les anciens dès maintenant. Laissez-en au moins un.</p>
      </FormulaireCoordonnees>
    </>
  )
}
