import { TitrePage } from '@/components/ui/titre-page'
import type { ListeVue } from '@/lib/services/mon-compte/view'
import { ListeDatee } from './liste-datee'
import { RetourCompte } from './retour'

interface Props {
  readonly espace: 'adherent' | 'gestion'
  readonly liste: ListeVue
  /** Whether a page before this one was read. */
  readonly suivante: boolean
}

/** Log-ins and refusals, the latest first, in either space. */
export const HistoriqueConnexions = ({ espace, liste, suivante }: Props) => (
  <>
    <RetourCompte espace={espace} />
    <TitrePage titre="L’historique de mes connexions">
      <p data-fait="GENERALITE">
        Depuis douze mois. Un essai refusé peut être une faute de frappe ; si vous n’y reconnaissez rien,
        changez votre mot de passe.
      </p>
    </TitrePage>
    <ListeDatee
      {...liste}
      adresse={`/${espace}/mon-compte/historique`}
      suivante={suivante}
      etiquette="Pages de l’historique"
      vide="Aucune connexion notée"
      videDit="Les prochaines connexions s’inscriront ici."
    />
  </>
)

/** Mails sent to whoever reads, in either space. */
export const CourrielsRecus = ({ espace, liste, suivante }: Props) => (
  <>
    <RetourCompte espace={espace} />
    <TitrePage titre="Les e-mails qui m’ont été envoyés">
      <p>
        De quoi ils parlaient, et s’ils sont arrivés à votre messagerie. Le texte n’est pas gardé. Ils
        s’effacent d’ici après six mois.
      </p>
    </TitrePage>
    <ListeDatee
      {...liste}
      adresse={`/${espace}/mon-compte/courriels`}
      suivante={suivante}
      etiquette="Pages des e-mails"
      vide="Aucun e-mail"
      videDit="Nous ne vous avons rien envoyé ces six derniers mois."
    />
  </>
)
