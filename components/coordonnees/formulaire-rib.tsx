import type { Confirmation } from '@/components/facteur/confirmer-identite'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { ContratRibVu } from '@/lib/services/rib/view'
import { FormulaireCoordonnees } from './formulaire-coordonnees'

interface Props {
  readonly action: ActionFormulaire
  readonly titre: string
  readonly organisme: string
  readonly contrat: ContratRibVu
  /** First day it would serve. */
  readonly effet: string
  readonly confirmation: Confirmation
}

/** Another account for benefits, and its proof. */
export const FormulaireRib = ({ action, titre, organisme, contrat, effet, confirmation }: Props) => (
  <FormulaireCoordonnees
    action={action}
    titre={titre}
    organisme={organisme}
    retour="/adherent/coordonnees"
    caches={{ adhesion: contrat.id, version: String(contrat.version) }}
    bouton="Enregistrer ce compte"
    confirmation={confirmation}
    champs={[
      {
        nom: 'titulaire',
        libelle: 'Titulaire du compte',
        indice: 'Tel qu’il est écrit sur le RIB.',
        type: 'text',
        autocomplete: 'name',
      },
      {
        nom: 'iban',
        libelle: 'IBAN',
        indice: 'Par exemple : FR76 suivi de 23 caractères.',
        type: 'iban',
      },
      { nom: 'bic', libelle: 'BIC', indice: '8 ou 11 caractères.', type: 'text', facultatif: true },
      {
        nom: 'justificatif',
        libelle: 'Le RIB de votre banque',
        indice: 'PDF ou photo (JPEG, PNG), 10 Mo au plus. Il prouve que le compte existe et à qui il est.',
        type: 'piece',
      },
    ]}
  >
    <p data-fait="GENERALITE">
      Le nouveau compte sert à partir du {effet}.{' '}
      {contrat.prestations === null
        ? 'Les virements déjà préparés ne changent pas de compte.'
        : 'Les virements déjà préparés partent encore à l’ancien.'}{' '}
      {contrat.propre === null
        ? 'Un message part à votre adresse e-mail, pour que personne ne puisse changer votre compte sans que vous le sachiez.'
        : 'Un message part à votre adresse e-mail et à celle du titulaire du contrat, pour que personne ne puisse le faire à votre place sans que vous le sachiez ; il ne dit rien du compte.'}
    </p>
  </FormulaireCoordonnees>
)
