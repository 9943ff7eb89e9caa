import { phrase } from '../phrase'

export const motifsOption = {
  ATTENTE_ADHESION_EN_COURS: phrase(
    'Un changement d’option se demande après {attente} d’adhésion : adhésion du {adhesion}, demande possible à partir du {possible}.',
  ),
  ANCIENNETE_OPTION_INSUFFISANTE: phrase(
    'Ce changement demande {attente} dans l’option actuelle, prise le {option} : il ne peut prendre effet avant le {terme}.',
  ),
  OPTION_APRES_PREAVIS: phrase(
    'Reçue le {reception}, avec un préavis de {preavis}, la demande prend effet le {effet}.',
  ),
  OPTION_EVENEMENT_FAMILIAL: phrase(
    'Pour un changement de situation de famille, l’effet est au premier du mois qui suit la demande du {reception} : le {effet}.',
  ),
  OPTION_DANS_LA_FENETRE: phrase(
    'L’option se prend librement pendant {fenetre} après l’affiliation (jusqu’au {limite}). La source ne date pas l’effet : le jour de la demande, lecture la plus favorable, soit le {effet}.',
  ),
  OPTION_APRES_LA_FENETRE: phrase(
    'Les {fenetre} ouverts par l’affiliation ont fini le {limite} : l’option prend effet le {effet}.',
  ),
  OPTION_PARTAGEE: phrase('Toute la famille a la même option.'),
  OPTION_DIFFERENTE: phrase('L’option de l’adhérent s’impose à tous ses ayants droit.'),
  ECART_DE_NIVEAUX: phrase(
    'Les niveaux de deux modules ne peuvent s’écarter de plus de {max} ; ici l’écart est de {ecart}.',
  ),
  NIVEAUX_INCOMPATIBLES: phrase(
    'Un module de niveau {un} interdit le niveau {autre} aux autres, et inversement.',
  ),
  NIVEAUX_COMPATIBLES: phrase(
    'Les niveaux choisis s’écartent de {max} au plus : la combinaison est possible.',
  ),
}
