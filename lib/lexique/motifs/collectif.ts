import { phrase } from '../phrase'

export const motifsCollectif = {
  PORTABILITE_DUREE: phrase(
    'Les garanties suivent l’ancien salarié pendant {duree} ({max} au plus) après le {cessation} : jusqu’au {fin}.',
  ),
  PORTABILITE_INDEMNISATION: phrase(
    'Elles cessent avec l’indemnisation du chômage, qui finit le {indemnisation} : fin le {fin}.',
  ),
  PORTABILITE_INDEMNISE: phrase(
    'La portabilité suit l’ancien salarié que l’assurance chômage indemnise, et dont le contrat a cessé le {cessation}.',
  ),
  PORTABILITE_SANS_INDEMNITE: phrase(
    'La portabilité suppose une indemnisation par l’assurance chômage : sans elle, les garanties cessent avec le contrat de travail, le {cessation}.',
  ),
  EVIN_OUVERT: phrase(
    'Le maintien « loi Évin » est ouvert à qui touche une pension de retraite, une rente d’incapacité ou d’invalidité, ou un revenu de remplacement.',
  ),
  EVIN_FERME: phrase(
    'Le maintien « loi Évin » est réservé à qui touche une pension de retraite, une rente d’incapacité ou d’invalidité, ou un revenu de remplacement.',
  ),
  PORTABILITE_OUVERTE: phrase('Cette fin de contrat de travail ouvre la portabilité des garanties.'),
  PORTABILITE_FERMEE: phrase(
    'Cette fin de contrat de travail n’ouvre pas la portabilité : un contrat individuel est nécessaire.',
  ),
  DEPART_COLLECTIVITE: phrase(
    'L’agent qui part le {depart} garde son contrat ; sa cotisation ne change pas jusqu’au {jusquAu}, la participation de l’employeur cesse.',
  ),
  EVIN_ANCIEN_SALARIE: phrase(
    'Compté du {depart} : la mutuelle propose le maintien au plus tard le {proposition}, l’ancien salarié le demande au plus tard le {demande}.',
  ),
  EVIN_AYANTS_DROIT: phrase(
    'Décès du {deces} : maintien au moins jusqu’au {jusquAu}, à demander au plus tard le {demande}.',
  ),
  SUSPENSION_INDEMNISEE: phrase(
    'La suspension commencée le {depuis} est indemnisée par l’employeur : les garanties continuent.',
  ),
  SUSPENSION_SANS_INDEMNITE: phrase('Sans indemnisation, les garanties sont suspendues depuis le {depuis}.'),
  REPRISE_SIGNALEE_A_TEMPS: phrase(
    'Travail repris le {reprise}, signalé le {information} dans les {delai} : garanties remises en vigueur le {effet}.',
  ),
  REPRISE_SIGNALEE_TARD: phrase(
    'Travail repris le {reprise}, signalé le {information} après les {delai} : garanties remises en vigueur le {effet}.',
  ),
  APRES_DECES_CHOIX: phrase(
    'Les ayants droit ont jusqu’au {avant} (décès du {deces}) pour choisir de devenir adhérents ; sans réponse ils peuvent être radiés.',
  ),
  APRES_DECES_COUVERTS: phrase(
    'Les ayants droit restent couverts jusqu’au {jusquAu} (décès du {deces}), puis peuvent adhérer.',
  ),
  DISPENSE_AGENT_TERRITORIAL: phrase(
    'Un agent territorial est dispensé du contrat collectif du secteur privé.',
  ),
  DISPENSE_SANS_OBJET: phrase('La raison de la dispense a cessé le {fin} : le salarié doit adhérer.'),
  DISPENSE_A_JUSTIFIER: phrase('Une dispense se demande et se justifie.'),
  DISPENSE_ACCORDEE: phrase('La dispense vaut tant que dure sa raison.'),
  IJ_FORMULE_SANS_INDEMNITES: phrase('Cette formule ne comprend pas d’indemnités journalières.'),
  IJ_RESERVEES_A_L_ADHERENT: phrase('Les indemnités journalières sont réservées à l’adhérent.'),
  IJ_RESERVEES_AUX_AGENTS: phrase('Les indemnités journalières sont réservées aux agents territoriaux.'),
  IJ_OUVERTES: phrase('Les indemnités prolongent le plein traitement de {duree} au plus : jusqu’au {fin}.'),
  IJ_DEMANDE_MENSUELLE: phrase(
    'L’employeur renouvelle la demande chaque mois : la prochaine avant le {avant}.',
  ),
}
