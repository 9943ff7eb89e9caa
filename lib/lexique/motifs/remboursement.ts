import type { CodeEtape } from '@/lib/rules/remboursement/etape'
import { type Donnees, estNul, type Phrase, phrase, selonDonnee, valeurDe } from '../phrase'

/** La phrase d'un cas particulier, ou celle de tous les autres. */
const selon =
  (cas: (donnees: Donnees) => boolean, alors: string, sinon: Phrase): Phrase =>
  (donnees) =>
    cas(donnees) ? phrase(alors)(donnees) : sinon(donnees)

const vaut =
  (cle: string, valeur: number) =>
  (donnees: Donnees): boolean =>
    valeurDe(donnees, cle) === valeur

const sansRien =
  (cle: string) =>
  (donnees: Donnees): boolean =>
    estNul(donnees, cle)

/** « 183 €/an » et « 183 € par an » disent la même chose : la case est appliquée comme elle est imprimée. */
function luCommeImprime(donnees: Donnees): boolean {
  const lire = (cle: string): string => {
    const donnee = donnees[cle]
    return donnee?.type === 'code' ? donnee.valeur.replaceAll(' par an', '/an').replaceAll(/\s/g, '') : cle
  }
  return lire('imprime') === lire('lu')
}

const PARTS_AVANT = 'La part que l’Assurance maladie calcule avant toute retenue est de {deduit}'
const PARTS_AVANT_REGIME_LOCAL =
  'La part que l’Assurance maladie calcule avant toute retenue et celle du régime local font ensemble {deduit}'

function garantiePourcentage(donnees: Donnees): string {
  const avant = 'regimeLocal' in donnees ? PARTS_AVANT_REGIME_LOCAL : PARTS_AVANT
  const suite = estNul(donnees, 'garanti')
    ? 'la mutuelle n’a rien à compléter'
    : 'la mutuelle complète de {garanti}'
  return phrase(`La formule garantit {pourcentage} de {base}, soit {total} en tout. ${avant} : ${suite}.`)(
    donnees,
  )
}

/** Les étapes d'un remboursement, en français courant. */
export const motifsRemboursement: Readonly<Record<CodeEtape, Phrase>> = {
  AGE_NON_COUVERT: phrase(
    'À {age} ans, la formule ne couvre pas cette dépense : elle la réserve aux moins de {moinsDe} ans et aux plus de {plusDe} ans.',
  ),
  AMO_DECOMPTE: (donnees) => {
    const retenues = [
      ...(estNul(donnees, 'participation') ? [] : ['une participation forfaitaire de {participation}']),
      ...(estNul(donnees, 'franchise') ? [] : ['une franchise de {franchise}']),
    ]
    if (estNul(donnees, 'montant') && retenues.length === 0)
      return "L'Assurance maladie n'a rien remboursé pour ce soin."
    const apres = retenues.length === 0 ? '' : `, après avoir retenu ${retenues.join(' et ')}`
    return phrase(`D'après son décompte, l'Assurance maladie a payé {montant}${apres}.`)(donnees)
  },
  AMO_FRANCHISE: phrase(
    "L'Assurance maladie retient une franchise de {montant} ({nombre} × {unitaire}, dans la limite prévue). Personne ne la rembourse.",
  ),
  AMO_HORS_PARCOURS: phrase(
    "Sans passer par le médecin traitant, l'Assurance maladie réduit son remboursement de {montant}. La mutuelle n'a pas le droit de le compenser.",
  ),
  AMO_PARTICIPATION: phrase(
    "L'Assurance maladie retient une participation forfaitaire de {montant}. Personne ne la rembourse.",
  ),
  AMO_TAUX: phrase("L'Assurance maladie rembourse {taux} de {base} = {montant}."),
  AUTRES_REMBOURSEMENTS: phrase('Un autre organisme a déjà remboursé {montant}.'),
  DELAI_ATTENTE: phrase("Le délai d'attente n'est pas fini : les remboursements commencent le {ouvertLe}."),
  DEPASSEMENT_EXCLU: phrase(
    "Sans passer par le médecin traitant, {montant} du dépassement d'honoraires restent à votre charge : la loi interdit à la mutuelle de les rembourser.",
  ),
  DEPASSEMENT_NON_COUVERT: phrase(
    'Sans passer par le médecin traitant, le règlement ne rembourse aucun dépassement : {montant} restent à votre charge.',
  ),
  DROITS_NON_OUVERTS: phrase(
    "Les soins sont antérieurs à l'affiliation du {affiliation} : ils ne sont pas remboursés.",
  ),
  ELEMENT: phrase('Élément {rang} : {ligne}, au prix de {montant}.'),
  GARANTIE_ELEMENT: selon(
    sansRien('deduit'),
    'La formule prévoit {forfait} pour cet élément ({ligne}).',
    phrase(
      'La formule prévoit {forfait} pour cet élément ({ligne}) ; {deduit} en sont déjà payés : elle garantit {garanti}.',
    ),
  ),
  GARANTIE_FORFAIT: selon(
    sansRien('consomme'),
    'La formule prévoit {plafond} du {du} au {au} ({ligne}) ; rien n’en est encore utilisé.',
    phrase(
      'La formule prévoit {plafond} du {du} au {au} ({ligne}) ; {consomme} sont déjà utilisés : il reste {garanti}.',
    ),
  ),
  GARANTIE_FRAIS_REELS: selon(
    vaut('nombre', 0),
    'La formule ne peut plus prendre aucun jour en charge.',
    selon(
      vaut('nombre', 1),
      'La formule prend en charge le prix payé pour un jour : {garanti}.',
      phrase('La formule prend en charge le prix payé pour {nombre} jours : {garanti}.'),
    ),
  ),
  GARANTIE_INTEGRALE: phrase(
    'Ce soin du 100 % Santé est payé en entier, dans la limite de son prix fixé à {prixLimite} : il reste {garanti} à couvrir.',
  ),
  GARANTIE_POURCENTAGE: garantiePourcentage,
  GARANTIE_POURCENTAGE_FRAIS: phrase(
    'La formule rembourse {pourcentage} de la dépense de {depense} = {garanti}.',
  ),
  GARANTIE_PRIME: phrase("La formule prévoit une prime de {garanti} pour l'événement du {evenement}."),
  GARANTIE_TOTALE: phrase('La formule prend en charge tout ce qui reste à payer : {garanti}.'),
  GARANTIE_UNITAIRE: selon(
    vaut('nombre', 0),
    'La formule ne prévoit plus rien ici cette année.',
    selon(
      vaut('nombre', 1),
      'La formule prévoit {unitaire}.',
      phrase('La formule prévoit {unitaire} × {nombre} = {garanti}.'),
    ),
  ),
  LECTURE_DOUTEUSE: selon(
    luCommeImprime,
    'Le tableau imprime « {imprime} » ({ligne}) : cette valeur est appliquée telle quelle, la mutuelle peut la confirmer.',
    phrase(
      'Le tableau imprime « {imprime} » ({ligne}). Il est lu : {lu}. La mutuelle peut confirmer cette lecture.',
    ),
  ),
  LIMITE_APPAREIL: phrase(
    "La loi limite le remboursement d'une aide auditive, Assurance maladie comprise : {retrait} ne peuvent pas être versés.",
  ),
  LIMITE_DEPASSEMENT_DPTAM: phrase(
    'Pour un médecin sans option tarifaire maîtrisée, la loi limite la garantie à {pourcentage} : {retrait} ne peuvent pas être versés.',
  ),
  LIMITE_EQUIPEMENT: phrase(
    'La loi limite le remboursement de ces lunettes à {plafond}, Assurance maladie comprise : {retrait} ne peuvent pas être versés.',
  ),
  LIMITE_FRAIS_REELS: selon(
    sansRien('reste'),
    'Il ne reste rien que la mutuelle puisse rembourser : la garantie ({garanti}) ne sert pas.',
    phrase(
      'La garantie ({garanti}) dépasse ce qui reste à payer ({reste}) : la mutuelle ne verse jamais plus que la dépense.',
    ),
  ),
  LIMITE_JOURS: selon(
    vaut('couverts', 0),
    'La limite de jours de l’année est atteinte ({ligne}) : aucun jour de plus n’est couvert.',
    selon(
      vaut('couverts', 1),
      'Sur {demandes} jours, un seul est encore couvert cette année ({ligne}).',
      phrase('Sur {demandes} jours, {couverts} sont encore couverts cette année ({ligne}).'),
    ),
  ),
  LIMITE_MONTURE: phrase(
    'La loi limite le remboursement de la monture à {plafond}, Assurance maladie comprise : {retrait} ne peuvent pas être versés.',
  ),
  LIMITE_PLAFOND: phrase(
    'Le plafond de {plafond} ({ligne}) a déjà servi pour {consomme} : {retrait} ne peuvent pas être versés.',
  ),
  LIMITE_PLAFOND_ATTEINT: selon(
    (donnees) => valeurDe(donnees, 'consomme') >= valeurDe(donnees, 'plafond'),
    'Ce forfait est déjà utilisé en entier ({ligne}).',
    phrase('Ce qui reste à payer dépasse le forfait disponible ({ligne}).'),
  ),
  LIMITE_PLAFOND_DEPASSEMENTS: phrase(
    'Les dépassements de prothèses dentaires sont plafonnés à {plafond} par an, dont {consomme} déjà utilisés : {retrait} ne peuvent pas être versés.',
  ),
  LIMITE_PRIX: phrase(
    'Le prix de ce soin est limité à {prixLimite} : {retrait} au-delà ne peuvent pas être remboursés.',
  ),
  LIMITE_SEANCES: phrase("Le nombre de séances remboursées dans l'année est atteint ({ligne})."),
  MAJORATION_OPTIQUE: phrase(
    'Le dernier équipement a plus de {mois} mois : le forfait est augmenté de {pourcentage}, soit {montant} de plus.',
  ),
  MONTANTS_DE_DEMONSTRATION: phrase(
    'Les montants de cette formule sont des exemples de démonstration : le règlement ne les imprime pas.',
  ),
  NON_GARANTI: selonDonnee(
    'ligne',
    phrase('La formule ne prévoit pas de remboursement pour cette dépense ({ligne}).'),
    phrase('La formule ne prévoit pas de remboursement pour cette dépense.'),
  ),
  PARAMETRE_INCERTAIN: phrase(
    "Une valeur légale utilisée ici n'est pas confirmée par un texte publié ({nom}) : le montant pourra être revu.",
  ),
  PART_MUTUELLE: phrase('La mutuelle verse {montant} ({ligne}).'),
  PIECE_FACTURE: phrase('Il manque la facture acquittée : elle est nécessaire pour payer cette part.'),
  PIECE_ORDONNANCE: phrase("Il manque l'ordonnance : elle est nécessaire pour payer cette part."),
  PLAFOND_JOUR_PARAMEDICAL: phrase('Pour les actes paramédicaux d’une même journée : {plafond} au plus.'),
  PLAFOND_JOUR_PARTICIPATIONS: phrase(
    'Pour une même journée chez un même professionnel ou un même laboratoire : {plafond} au plus.',
  ),
  PLAFOND_JOUR_TRANSPORT: phrase('Pour les transports d’une même journée : {plafond} au plus.'),
  PRIME_HORS_DELAI: phrase(
    "L'enfant a adhéré le {adhesion}, après la date limite du {limite} : la prime n'est pas due.",
  ),
  QUANTITE_COMPTEE: selon(
    vaut('utilise', 0),
    'La formule prévoit {parAn} du {du} au {au} ({ligne}) ; rien n’en est encore utilisé.',
    phrase(
      'La formule prévoit {parAn} du {du} au {au} ({ligne}) ; {utilise} déjà comptés : il en reste {reste}.',
    ),
  ),
  REGIME_LOCAL: selonDonnee(
    'taux',
    phrase("Le régime local d'Alsace-Moselle ajoute {taux} de {base} = {montant}."),
    phrase("Le régime local d'Alsace-Moselle prend en charge {montant}."),
  ),
  RENOUVELLEMENT_ANTICIPE: phrase(
    'Le dernier équipement date du {dernier} : sans raison, le prochain aurait attendu le {ordinaire}. La vue qui a changé, ou la monture qui ne va plus à un petit enfant, permet de le renouveler dès le {possible}.',
  ),
  RENOUVELLEMENT_AUDIO: phrase(
    'Une aide auditive se renouvelle {mois} après la précédente, oreille par oreille.',
  ),
  RENOUVELLEMENT_OPTIQUE: phrase(
    'Des lunettes se renouvellent {mois} après les précédentes : une monture et deux verres par période. Une vue qui change permet de les renouveler plus tôt, sur ordonnance.',
  ),
  RENOUVELLEMENT_TROP_TOT: phrase(
    'Le dernier équipement date du {dernier} : le prochain sera remboursé à partir du {possible}.',
  ),
  RESTE_A_CHARGE: selon(
    sansRien('montant'),
    'Il ne reste rien à votre charge.',
    phrase('Il reste {montant} à votre charge.'),
  ),
  RETENUE_AVANT_MAJORITE: phrase('Rien n’est retenu pour une personne qui n’avait pas {age} au 1er janvier.'),
  RETENUE_FRANCHISES: phrase(
    'Du {du} au {au}, l’Assurance maladie retient au plus {plafond} de franchises par personne, sur les médicaments, les actes paramédicaux et les transports : d’après ses décomptes, {retenu} l’ont été.',
  ),
  RETENUE_JOUR_REMBOURSEMENT: phrase(
    'Chaque somme compte au jour où l’Assurance maladie a remboursé, tel que son décompte l’écrit.',
  ),
  RETENUE_JOUR_SOIN: phrase(
    '{montant} sont comptés au jour du soin : le décompte ne dit pas quel jour l’Assurance maladie a remboursé.',
  ),
  RETENUE_PARTICIPATIONS: phrase(
    'Du {du} au {au}, l’Assurance maladie retient au plus {plafond} de participations forfaitaires par personne, sur les consultations et les examens : d’après ses décomptes, {retenu} l’ont été.',
  ),
  TABLEAU_APPLICABLE: phrase('Ce tableau de garanties s’applique aux soins faits à compter du {depuis}.'),
  TICKET_MODERATEUR: phrase(
    "La formule n'ajoute rien, mais un contrat responsable doit toujours la part que l'Assurance maladie laisse sur son tarif : {garanti}.",
  ),
}
