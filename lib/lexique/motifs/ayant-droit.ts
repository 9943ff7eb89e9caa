import { phrase } from '../phrase'

export const motifsAyantDroit = {
  EFFET_AU_JOUR_DE_L_ARRIVEE: phrase(
    'Demandée le {reception}, dans les {delai} de l’arrivée de l’enfant (jusqu’au {limite}), l’affiliation prend effet le jour même de l’arrivée : le {effet}.',
  ),
  EFFET_AU_LENDEMAIN_DE_LA_PERTE: phrase(
    'Demandée le {reception}, au plus tard {delai} après la fin de la couverture collective (jusqu’au {limite}), l’affiliation prend effet le lendemain de cette fin : le {effet}.',
  ),
  DELAI_DE_L_EVENEMENT_PASSE: phrase(
    'La demande du {reception} arrive après le délai de {delai} compté du {evenement}, qui finissait le {limite} : l’effet n’est pas rétroactif.',
  ),
  REPORT_NON_EXERCE: phrase(
    'La demande est reçue après le {apres} du mois : la mutuelle pourrait reporter l’affiliation, elle ne le fait pas.',
  ),
  JUSTIFICATIF_MANQUANT: phrase('Il manque le justificatif qui prouve la situation.'),
  PARTENAIRE_ADMIS: phrase(
    'Le conjoint, le partenaire de Pacs ou le concubin est ayant droit, sans limite d’âge.',
  ),
  HANDICAP_SANS_LIMITE_D_AGE: phrase('Handicap reconnu le {reconnu} : la limite d’âge ne s’applique pas.'),
  ENFANT_MINEUR: phrase('L’enfant mineur est ayant droit.'),
  RATTACHE_FISCALEMENT: phrase('L’enfant majeur reste ayant droit tant qu’il est rattaché au foyer fiscal.'),
  NON_RATTACHE_FISCALEMENT: phrase(
    'L’enfant majeur n’est plus rattaché au foyer fiscal : il n’est plus ayant droit.',
  ),
  NON_CELIBATAIRE: phrase('Seuls les enfants célibataires sont ayants droit.'),
  ENFANT_SOUS_LA_LIMITE_D_AGE: phrase(
    'L’enfant est couvert jusqu’au 31 décembre de l’année de ses {age} : le {limite}.',
  ),
  AGE_LIMITE_ATTEINTE: phrase(
    'L’enfant n’est plus couvert après le 31 décembre de l’année de ses {age}, soit le {limite}.',
  ),
  SITUATION_NON_RETENUE: phrase(
    'Passé l’année des {sansCondition}, cette situation ne donne pas la qualité d’enfant à charge (limite possible : {limite}).',
  ),
  ENFANT_EN_SITUATION: phrase(
    'Sa situation justifiée le garde à charge jusqu’au 31 décembre de l’année de ses {age} : le {limite}. La preuve est à refaire chaque année.',
  ),
  PREUVE_ANNUELLE: phrase(
    'La preuve de sa situation se refait chaque année : celle de {annee} est attendue au plus tard le {avant}.',
  ),
  PREUVE_A_VENIR: phrase(
    'Il est couvert sans condition jusqu’au {avant} ; pour {annee}, il faut avoir envoyé la preuve de sa situation à cette date.',
  ),
  PREUVE_RECUE: phrase(
    'La preuve de {annee} a été reçue le {recue} ; la suivante est à envoyer l’année d’après.',
  ),
  PREUVE_UNIQUE: phrase('Le handicap se prouve une seule fois, au moment du rattachement.'),
  PREUVE_UNIQUE_RECUE: phrase('La preuve du handicap a été reçue le {recue} : elle n’est pas à refaire.'),
  PROLONGATION_POSSIBLE: phrase(
    'Ensuite, une situation prévue par le règlement (des études, par exemple), prouvée chaque année, peut prolonger la couverture jusqu’au 31 décembre de l’année des {age} : le {limite}.',
  ),
  COUPLE_D_AGENTS: phrase('Deux agents territoriaux d’un même couple adhèrent chacun pour leur compte.'),
  CONJOINT_NON_AGENT: phrase('Un conjoint qui n’est pas agent territorial peut être ayant droit.'),
  SEIZE_ANS_A_VENIR: phrase('Ces droits propres s’ouvrent à {age}.'),
  SEIZE_ANS_REVOLUS: phrase('À partir de {age}, l’ayant droit a des droits propres.'),
  VERSEMENT_DIRECT: phrase(
    'À partir de {age}, un ayant droit reçoit lui-même ses remboursements, sur son propre compte, sauf s’il refuse.',
  ),
  VERSEMENT_DIRECT_REFUSE: phrase(
    'À partir de {age}, un ayant droit reçoit lui-même ses remboursements, sauf s’il refuse. Il a refusé : ils vont sur le compte du contrat.',
  ),
  VERSEMENT_DIRECT_SANS_COMPTE: phrase(
    'À partir de {age}, un ayant droit reçoit lui-même ses remboursements. Il n’avait pas donné de compte qui serve le {jour} : celui du contrat les reçoit.',
  ),
  SCISSION_DE_L_ADHESION: phrase(
    'À la naissance, l’adhésion est scindée : l’ayant droit devient adhérent et son enfant est son ayant droit.',
  ),
  SOINS_A_SOI: phrase('Chacun voit le détail de ses propres soins.'),
  SOINS_AVANT_SEIZE_ANS: phrase(
    'Le détail des soins reçus avant le {depuis}, jour des {age}, reste visible du titulaire du contrat.',
  ),
  SOINS_LUS_PAR_ACCORD: phrase(
    'Cette personne a accepté, le {du}, que le titulaire du contrat voie ses soins.',
  ),
  SOINS_RESERVES: phrase(
    'Le secret de la santé appartient à la personne soignée. À partir de {age}, elle est seule à voir le détail des soins reçus depuis le {depuis} : ce qui a été soigné, chez qui, et chaque montant.',
  ),
  ACCORD_JAMAIS_DONNE: phrase('Elle n’a pas donné son accord pour que le titulaire du contrat les voie.'),
  ACCORD_RETIRE: phrase('Elle a retiré son accord le {retireLe}.'),
}
