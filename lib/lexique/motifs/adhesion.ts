import { phrase } from '../phrase'

export const motifsAdhesion = {
  DOSSIER_INCOMPLET: phrase(
    'Le dossier reçu le {reception} est incomplet : l’adhésion ne prend effet qu’une fois toutes les pièces reçues.',
  ),
  EFFET_DROITS_CSS: phrase(
    'Avec la complémentaire santé solidaire, l’adhésion prend effet au jour d’ouverture des droits : le {effet}.',
  ),
  EFFET_LENDEMAIN_DU_DOSSIER: phrase(
    'L’adhésion prend effet au plus tôt le lendemain de la réception du dossier complet : reçu le {reception}, effet le {effet}.',
  ),
  EFFET_PREMIER_DU_MOIS_SUIVANT: phrase(
    'L’effet est au premier jour du mois qui suit la réception : reçu le {reception}, effet le {effet}.',
  ),
  EFFET_LENDEMAIN_DE_LA_DEMANDE: phrase(
    'Sans effet rétroactif, l’affiliation commence au plus tôt le lendemain de la demande : demandée le {reception}, effet le {effet}.',
  ),
  EFFET_CONTRAT_OU_EMBAUCHE: phrase(
    'Le salarié est couvert depuis le contrat collectif ({contrat}) ou depuis son embauche ({embauche}) si elle est plus tardive : effet le {effet}.',
  ),
  DATE_SOUHAITEE_SUIVIE: phrase(
    'La date souhaitée ({souhait}) est plus tardive que le premier jour possible : effet le {effet}.',
  ),
  DATE_SOUHAITEE_DEJA_COUVERTE: phrase(
    'La date souhaitée ({souhait}) est déjà couverte : l’effet reste le {effet}, un premier du mois.',
  ),
  DATE_SOUHAITEE_TROP_PROCHE: phrase(
    'La date souhaitée ({souhait}) ne peut avancer l’effet, qui reste le {effet}.',
  ),
  ENGAGEMENT_ANNEE_CIVILE_PLEINE: phrase(
    'L’engagement court au moins une année entière et se termine un 31 décembre : le {fin}.',
  ),
  ENGAGEMENT_FIN_D_ANNEE: phrase('L’adhésion court jusqu’au 31 décembre de l’année : le {fin}.'),
  SURCOMPLEMENTAIRE_SANS_COMPLEMENTAIRE: phrase(
    'Une surcomplémentaire s’ajoute à une complémentaire santé déjà prise.',
  ),
  SURCOMPLEMENTAIRE_DEJA_PRISE: phrase(
    'Elle ne se cumule pas avec une autre surcomplémentaire de la mutuelle.',
  ),
  SURCOMPLEMENTAIRE_QUITTEE: phrase('Elle a déjà été quittée : on ne peut plus y adhérer, sauf dérogation.'),
  SURCOMPLEMENTAIRE_POUR_TOUS: phrase('Les ayants droit y sont facultatifs, mais tous ou aucun.'),
  SURCOMPLEMENTAIRE_POSSIBLE: phrase('La surcomplémentaire peut être prise.'),
  FORMULE_SANS_AGE: phrase('Cette formule n’est pas réservée avant l’année des {age}.'),
  FORMULE_JUSQU_A_L_AGE: phrase(
    'Cette formule est réservée jusqu’au 31 décembre de l’année des {age} de l’adhérent : le {jusquAu}.',
  ),
}
