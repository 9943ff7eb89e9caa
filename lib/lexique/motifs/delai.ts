import { phrase } from '../phrase'

const compte = 'à compter du {depart}, soit jusqu’au {limite}.'

export const motifsDelai = {
  DELAI_MESSAGERIE: phrase(
    'Réponse promise sous {delai}, qui ne courent que les jours ouvrés : message reçu le {recu}, réponse avant le {limite}.',
  ),
  DELAI_RECLAMATION_ACCUSE: phrase(`Accusé de réception d’une réclamation : {delai} ${compte}`),
  DELAI_RECLAMATION_REPONSE: phrase(`Réponse à une réclamation : {delai} ${compte}`),
  DELAI_DROITS_RGPD: phrase(`Réponse à qui exerce ses droits sur ses données : {delai} ${compte}`),
  DELAI_MEDIATION: phrase(`Saisine du médiateur : {delai} ${compte}`),
  DELAI_FORCLUSION: phrase(`Demande de remboursement : {delai} ${compte}`),
  DELAI_PRESCRIPTION: phrase(`Action en justice : {delai} ${compte}`),
  DELAI_RECLAMATION_PRESTATION: phrase(`Réclamation sur une prestation : {delai} ${compte}`),
  DELAI_DECLARATION_CHANGEMENT: phrase(`Déclaration d’un changement de situation : {delai} ${compte}`),
  DELAI_DECLARATION_ACCIDENT: phrase(`Déclaration d’un accident : {delai} ${compte}`),
  DELAI_DECLARATION_REMBOURSEMENT_TIERS: phrase(
    `Déclaration d’un remboursement reçu d’un tiers : {delai} ${compte}`,
  ),
  DELAI_RESTITUTION_CARTE: phrase(`Restitution de la carte de tiers payant : {delai} ${compte}`),
  DELAI_CERTIFICAT_RADIATION: phrase(`Envoi du certificat de radiation : {delai} ${compte}`),
  DELAI_VERSEMENT_TELETRANSMIS: phrase(`Versement d’un remboursement télétransmis : {delai} ${compte}`),
  DELAI_VERSEMENT_SUR_DOSSIER: phrase(`Versement sur dossier complet : {delai} ${compte}`),
  DELAI_ENVOI_CARTE: phrase(`Envoi de la carte de tiers payant : {delai} ${compte}`),
  DELAI_ATTESTATION_MAJORATION: phrase(`Envoi de l’attestation de majoration : {delai} ${compte}`),
  DELAI_REGULARISATION_COTISATION: phrase(`Régularisation d’une cotisation : {delai} ${compte}`),
  DELAI_VERSEMENT_AVANCE_SANTE: phrase(`Versement de l’avance santé : {delai} ${compte}`),
  DELAI_REPONSE_MEDIATEUR: phrase(`Réponse du médiateur : {delai} ${compte}`),
  DELAI_REFUS_ECHANGES_AMO: phrase(`Transmission du refus des échanges informatisés : {delai} ${compte}`),
  DELAI_RESILIATION_PAR_LA_MUTUELLE: phrase(
    `Résiliation par la mutuelle après sa notification : {delai} ${compte}`,
  ),
  DELAI_EXCLUSION_FACULTATIVE: phrase(
    `Exclusion des garanties facultatives au plus tôt après : {delai} ${compte}`,
  ),
  DELAI_PRESCRIPTION_LONGUE: phrase(
    `Action en justice d’un bénéficiaire qui n’est pas l’adhérent (primes, accident mortel) : {delai} ${compte}`,
  ),
  DELAI_SAISINE_MEDIATEUR_SANS_REPONSE: phrase(
    `Sans réponse à la réclamation, le médiateur se saisit après {delai} ${compte}`,
  ),
  DELAI_REMBOURSEMENT_AVANCE_SANTE: phrase(`Remboursement d’une avance santé : {delai} ${compte}`),
  DELAI_EFFET_COORDONNEES: phrase(`Changement de coordonnées suivi d’effet au plus tôt : {delai} ${compte}`),
  IMPAYE_CALENDRIER: phrase(
    'Cotisation due le {echeance} : la mise en demeure peut partir le {miseEnDemeure} ; la suspension vient au plus tôt {attenteSuspension} après elle, la résiliation au plus tôt {attenteResiliation} après elle.',
  ),
  IMPAYE_REPRISE: phrase('Tout étant payé le {paiement}, les garanties reprennent le {reprise} à midi.'),
  SUSPENSION_BORNEE: phrase('Une suspension produit ses effets au plus tard jusqu’au {fin}.'),
  SUSPENSION_SANS_TERME: phrase('Une suspension dure jusqu’au paiement, ou jusqu’à la résiliation.'),
  IMPAYE_MAJORATION: phrase(
    'Retard de {mois}, tout mois commencé compté : {taux} par mois de {du}, soit {majoration}.',
  ),
  IMPAYE_FRAIS: phrase('La mise en demeure ajoute un mois de cotisation : {frais}.'),
}
