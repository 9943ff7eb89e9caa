import type { Metadata } from 'next'
import { defierMaCle } from '@/app/securite/actions'
import { AttenteCourriel } from '@/components/coordonnees/attente-courriel'
import { FormulaireCoordonnees } from '@/components/coordonnees/formulaire-coordonnees'
import { RetourCoordonnees } from '@/components/coordonnees/retour'
import { FacteurRequis } from '@/components/facteur/facteur-requis'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadCoordonnees } from '@/lib/services/coordonnees/data'
import { loadConfirmation } from '@/lib/services/reauthentification/data'
import { abandonnerNouveauCourriel, demanderNouveauCourriel, renvoyerLeLien } from '../actions'

const TITRE = 'Changer mon adresse e-mail'
// The form says it, with « Erreur : » when there is something to correct.
export const metadata: Metadata = { title: null }

export default async function CourrielPage() {
  const acteur = await exigerAdherent()
  const { email, attente } = await loadCoordonnees(acteur)
  const confirmation = { ...(await loadConfirmation('FACTEUR')), defier: defierMaCle }
  return (
    <>
      {confirmation.installer ? <title>{`${TITRE} – ${lireCadre().organisme.nomCourt}`}</title> : null}
      <RetourCoordonnees />
      <TitrePage titre={TITRE}>
        <p className="wrap-anywhere">Aujourd’hui, nos messages vont à {email}.</p>
      </TitrePage>
      {attente === null ? null : (
        <AttenteCourriel attente={attente} renvoyer={renvoyerLeLien} abandonner={abandonnerNouveauCourriel} />
      )}
      {confirmation.installer ? (
        <FacteurRequis retour="/adherent/coordonnees/courriel" pour="changer votre adresse e-mail" />
      ) : (
        <FormulaireCoordonnees
          action={demanderNouveauCourriel}
          titre={TITRE}
          organisme={lireCadre().organisme.nomCourt}
          retour="/adherent/coordonnees"
          confirmation={confirmation}
          bouton="Recevoir le lien de confirmation"
          champs={[
            {
              nom: 'email',
              libelle: 'Nouvelle adresse e-mail',
              indice: 'Par exemple : prenom.nom@exemple.fr.',
              type: 'email',
              autocomplete: 'email',
              clavier: 'email',
            },
          ]}
        >
          <p>
            Nous envoyons un lien à la nouvelle adresse. Elle ne remplace l’ancienne qu’une fois ce lien
            suivi, dans les 24 heures. L’ancienne adresse reçoit un message qui l’en avertit. Vous vous
            connecterez ensuite avec la nouvelle ; si un proche adhérent utilise la même, connectez-vous avec
            le code de votre carte.
          </p>
        </FormulaireCoordonnees>
      )}
    </>
  )
}
