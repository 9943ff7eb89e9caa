import { phrase } from '../phrase'

export const motifsDepart = {
  EFFET_LENDEMAIN_DE_LA_RECEPTION: phrase(
    'L’effet est au lendemain de la réception ({reception}) : le {effet}.',
  ),
  EFFET_DERNIER_JOUR_DU_MOIS_DE_RECEPTION: phrase(
    'L’effet est au dernier jour du mois de réception ({reception}) : le {effet}.',
  ),
  EFFET_PREMIER_DU_MOIS_SUIVANT_LA_RECEPTION: phrase(
    'L’effet est au premier jour du mois qui suit la réception ({reception}) : le {effet}.',
  ),
  EFFET_JOUR_DE_L_EVENEMENT: phrase('L’effet est au jour de l’événement : le {effet}.'),
  EFFET_LENDEMAIN_DE_L_EVENEMENT: phrase(
    'L’effet est au lendemain de l’événement ({evenement}) : le {effet}.',
  ),
  EFFET_FIN_DU_MOIS_SUIVANT_L_EVENEMENT: phrase(
    'Les ayants droit restent couverts jusqu’à la fin du mois qui suit le décès ({evenement}) : le {effet}.',
  ),
  EFFET_FIN_DE_L_ANNEE_DE_L_EVENEMENT: phrase(
    'L’effet est au 31 décembre de l’année où la qualité se perd ({evenement}) : le {effet}.',
  ),
  EFFET_DECISION_CONNUE_DANS_LE_MOIS: phrase(
    'L’effet est au premier du mois qui suit la décision ({evenement}) si la mutuelle en est informée d’ici là (ce premier jour compris, lecture la plus favorable), sinon au dernier jour du mois de réception ({reception}) : le {effet}.',
  ),
  EFFET_FIN_ANNEE_AVANT_LIMITE: phrase(
    'Un retrait demandé au plus tard le {limite} prend effet le {effet} : la demande est du {reception}.',
  ),
  RESILIATION_ECHEANCE: phrase(
    'Une demande faite au plus tard le {limite} vaut pour le 31 décembre suivant ; faite le {demande}, elle prend effet le {effet}.',
  ),
  RESILIATION_ECHEANCE_CACHET: phrase(
    'Une demande postée au plus tard le {limite} vaut pour le 31 décembre suivant ; postée le {demande}, elle prend effet le {effet}. La source parle du cachet de la poste et de l’arrivée du courrier : le cachet, plus favorable, est retenu.',
  ),
  ATTENTE_EN_COURS: phrase(
    'La résiliation à tout moment s’ouvre {attente} après le {depart} : elle sera possible à partir du {possible}.',
  ),
  ATTENTE_ROUVERTE: phrase('Le changement d’option du {depart} a fait repartir une année entière.'),
  RESILIATION_APRES_ATTENTE: phrase(
    'Ouverte depuis le {possible}, la résiliation prend effet {preavis} après la réception du {reception} : le {effet}.',
  ),
  RECONDUCTION_A_VENIR: phrase(
    'Sans avis d’échéance, on peut partir à tout moment depuis la reconduction : elle a lieu le {possible}.',
  ),
  RESILIATION_SANS_AVIS: phrase(
    'Aucun avis d’échéance n’a été adressé : la résiliation prend effet le lendemain du cachet de la poste ({cachet}), le {effet}.',
  ),
  AVIS_ENVOYE_A_TEMPS: phrase(
    'L’avis a été envoyé le {envoi}, au moins {avance} avant le {limite} : le délai supplémentaire ne s’ouvre pas.',
  ),
  PAS_DE_RECONDUCTION: phrase(
    'Le {echeance} n’est pas une reconduction : l’engagement initial court encore.',
  ),
  REFUS_DE_RECONDUCTION_TARDIF: phrase(
    'Avis envoyé le {envoi} : la reconduction se refusait jusqu’au {dernierJour}, la demande est du {demande}.',
  ),
  RESILIATION_AVIS_TARDIF: phrase(
    'Avis envoyé le {envoi}, trop près du {limite} ou après : la reconduction se refuse jusqu’au {dernierJour}. Demande du {demande}, effet le {effet}.',
  ),
  EVENEMENT_A_VENIR: phrase(
    'La demande du {reception} précède l’événement : elle sera possible à partir du {evenement}.',
  ),
  EVENEMENT_TROP_ANCIEN: phrase(
    'La demande du {reception} arrive plus de {fenetre} après l’événement du {evenement} : elle devait arriver le {limite} au plus tard.',
  ),
  RESILIATION_CHANGEMENT_SITUATION: phrase(
    'Demandée dans les {fenetre} de l’événement du {evenement}, la résiliation prend effet {preavis} après la réception du {reception} : le {effet}.',
  ),
  PERTE_REGIME_A_TEMPS: phrase(
    'Demandée dans les {fenetre} et sans prestation versée depuis, la résiliation prend effet au dernier jour du mois de l’événement ({evenement}) : le {effet}.',
  ),
  PERTE_REGIME_TARDIVE: phrase(
    'La demande du {reception} arrive plus de {fenetre} après l’événement du {evenement} : effet au dernier jour du mois qui suit la réception, le {effet}.',
  ),
  PERTE_REGIME_AVEC_PRESTATIONS: phrase(
    'Des prestations ont été versées depuis le {evenement} : effet au dernier jour du mois qui suit la réception du {reception}, le {effet}.',
  ),
  COTISATIONS_REMBOURSEES: phrase(
    'Les cotisations payées d’avance sont remboursées au plus tard le {avant}.',
  ),
  DEPART_INDEMNITES_JOURNALIERES: phrase(
    'Quitter cette formule fait perdre définitivement l’indemnisation de la perte de salaire.',
  ),
  DEPART_NOUVELLE_ADHESION: phrase('Quitter cette garantie est définitif : on ne pourra plus y adhérer.'),
  PRESTATIONS_A_LA_DATE_D_EFFET: phrase(
    'Les soins sont remboursés jusqu’au jour du départ : le {dernierJour}.',
  ),
  PRESTATIONS_FIN_DU_MOIS_COTISE: phrase(
    'Parti le {effet}, on est encore remboursé jusqu’au dernier jour du mois cotisé : le {dernierJour}.',
  ),
  DEPART_SANS_PERTE: phrase('Quitter cette formule ne fait perdre aucun droit particulier.'),
  RENONCIATION_DISTANCE: phrase('Vente à distance : {delai} comptés du {depart}, jusqu’au {limite} inclus.'),
  RENONCIATION_DEMARCHAGE: phrase(
    'Démarchage : {delai} comptés de la signature ({depart}), jusqu’au {limite} inclus.',
  ),
  RENONCIATION_A_TEMPS: phrase(
    'La renonciation du {renonciation} arrive dans le délai, qui finit le {limite}.',
  ),
  RENONCIATION_TARDIVE: phrase('La renonciation du {renonciation} arrive après le {limite}.'),
  RENONCIATION_REMBOURSEE: phrase('Les sommes versées sont remboursées au plus tard le {avant}.'),
}
