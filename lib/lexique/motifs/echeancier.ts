import { type Donnees, type Phrase, phrase } from '../phrase'

const PERIODICITES: Readonly<Record<string, string>> = {
  MENSUELLE: 'chaque mois',
  TRIMESTRIELLE: 'chaque trimestre',
  SEMESTRIELLE: 'chaque semestre',
  ANNUELLE: 'une fois par an',
}

const rythme = (donnees: Donnees, cle = 'periodicite'): string => {
  const donnee = donnees[cle]
  return (donnee?.type === 'code' ? PERIODICITES[donnee.valeur] : undefined) ?? 'à ce rythme'
}

const chequeRefuse: Phrase = (donnees) =>
  `On ne paie pas par chèque ${rythme(donnees)} : choisissez un autre rythme ou un autre moyen de paiement.`

const rythmeChange: Phrase = (donnees) =>
  `La cotisation se payait ${rythme(donnees, 'avant')}, elle se paie maintenant ${rythme(donnees, 'apres')} : l’année coûte autant.`

const chequeTropFrequent: Phrase = (donnees) =>
  `Ce règlement n’admet pas le chèque ${rythme(donnees)} : les paiements sont plus espacés.`

const parCheque: Phrase = (donnees) =>
  `Sans prélèvement, la cotisation se paie par chèque, ${rythme(donnees)}.`

export const motifsEcheancier = {
  ECHEANCIER_GENERE: phrase(
    'La cotisation se paie d’avance : {total} en {nombre} fois, les centimes d’un partage sur les premières.',
  ),
  ECHEANCIER_INCHANGE: phrase(
    'Ce qui est dû n’a pas changé ; seuls ont pu changer le jour et le moyen de paiement.',
  ),
  ECHEANCE_EN_HAUSSE: phrase(
    'Échéance du {echeance} : elle devait {avant}, elle doit {apres}, soit {difference} à ajouter.',
  ),
  ECHEANCE_EN_BAISSE: phrase(
    'Échéance du {echeance} : elle devait {avant}, elle doit {apres}, soit {difference} à rendre.',
  ),
  RAPPEL_A_VENIR: phrase(
    'Les échéances déjà appelées ne changent pas : les {rappel} qui manquent s’ajoutent à la prochaine.',
  ),
  TROP_PERCU_DEDUIT: phrase('Trop-perçu déduit des prochaines échéances : {deduit}.'),
  TROP_PERCU_REMBOURSE: phrase('Ce qui a été payé au-delà de ce qui est dû est remboursé : {remboursement}.'),
  COTISATION_DUE_AU_DEPART: phrase('La cotisation est due jusqu’au {jusquAu} : {du}. Il a été payé {paye}.'),
  REMBOURSEMENT_SOUS_DELAI: phrase('Le remboursement est fait dans les {delai} : le {limite} au plus tard.'),
  RENONCIATION_PORTION_DUE: phrase(
    'Couvert à sa demande du {effet} au {renonciation}, l’adhérent doit ces jours : {du}. Le reste, {remboursement}, lui est rendu.',
  ),
  RENONCIATION_SANS_COTISATION: phrase(
    'La renonciation du {renonciation} efface l’adhésion prévue le {effet} : rien n’est dû, {remboursement} sont rendus.',
  ),
  PART_DU_DEFUNT_CONSERVEE: phrase(
    'Après le décès du {deces}, sa part de cotisation reste acquise à la couverture de la famille.',
  ),
  REGULARISATION_BORNEE: phrase(
    'Une régularisation porte sur {duree} de cotisation au plus, comptés du changement ({changement}) : {retenu} sont retenus, {ecarte} ne peuvent plus l’être.',
  ),
  REGULARISATION_SANS_LIMITE: phrase(
    'Ce règlement ne limite pas la durée d’une régularisation : {retenu} sont retenus.',
  ),
  CHEQUE_REFUSE: chequeRefuse,
  RYTHME_CHANGE: rythmeChange,
  CHEQUE_REFUSE_A_CE_RYTHME: chequeTropFrequent,
  PAIEMENT_PAR_CHEQUE: parCheque,
  JOUR_DE_PRELEVEMENT_REFUSE: phrase('On ne prélève pas le {jour} du mois.'),
  PRELEVEMENT_CONSERVE: phrase(
    'Le rejet du {rejet} ne vient pas d’un manque de provision : le prélèvement reste possible.',
  ),
  PRELEVEMENT_PERDU: phrase(
    'Le prélèvement du {rejet} a été rejeté faute de provision : ce moyen de paiement est perdu, et le solde de la cotisation, {solde}, est à payer tout de suite.',
  ),
  FRAIS_DE_REJET: phrase('Les frais de la banque pour ce rejet sont à la charge de l’adhérent : {frais}.'),
  PARRAINAGE: phrase(
    'L’adhésion du filleul, le {adhesion}, rend au parrain un mois de sa cotisation personnelle : {remboursement}.',
  ),
  FILLEUL_DEJA_ADHERENT: phrase('Le filleul ne doit jamais avoir été adhérent.'),
  FILLEUL_DE_LA_FAMILLE: phrase('Un membre de la famille ne peut pas être parrainé.'),
}
