import { estNul, type Phrase, phrase, selonDonnee } from '../phrase'

const DECIDEURS: ReadonlyMap<string, string> = new Map([
  ['BUREAU', 'le bureau de la mutuelle'],
  ['CONSEIL', 'le conseil d’administration, son bureau ou la commission qu’il désigne'],
  ['FONDS_ENTRAIDE', 'le fonds d’entraide mutualiste'],
])

/** `{decideur}` y reçoit qui décide. @throws {Error} pour un code que personne ne porte. */
const decidePar =
  (texte: string): Phrase =>
  (donnees) => {
    const { decideur } = donnees
    const nom = decideur?.type === 'code' ? DECIDEURS.get(decideur.valeur) : undefined
    if (nom === undefined) throw new Error(`personne ne décide : « ${texte} »`)
    return phrase(texte.replace('{decideur}', nom))(donnees)
  }

export const motifsAide = {
  AIDE_AGE_MINIMUM: phrase(
    'Cette aide est pour qui a plus de {age} : elle s’ouvre après votre anniversaire du {anniversaire}.',
  ),
  AIDE_RESERVEE_AUX_RETRAITES: phrase('Cette aide est réservée aux adhérents à la retraite.'),
  AIDE_UNE_FOIS_PAR_ANNEE: phrase('Cette aide se verse une fois par année civile : elle l’a déjà été.'),
  AIDE_DEJA_VERSEE: phrase('Cette allocation a déjà été versée pour cet événement.'),
  AIDE_UNION_UNE_FOIS: phrase(
    'L’allocation de mariage ou de Pacs se verse une seule fois, au premier événement : elle l’a déjà été.',
  ),
  AIDE_SEJOUR_TROP_COURT: phrase('Ce séjour dure {duree} ; il en faut {min} au moins.'),
  AIDE_VACANCES_RETRAITE: phrase('Un séjour de {duree} ouvre l’allocation de vacances : {montant}.'),
  AIDE_VACANCES_ENFANT: phrase('{jours} de vacances à {parJour} par jour : {montant}.'),
  AIDE_JOURS_AU_PLUS: phrase(
    'Le séjour dure {duree} ; {jours} peuvent être payés, car ce genre de séjour en compte {max} par an au plus.',
  ),
  AIDE_JOURS_EPUISES: phrase(
    'Les jours de l’année sont tous utilisés ({max} au plus pour ce genre de séjour).',
  ),
  AIDE_ENFANT_TROP_GRAND: phrase('L’enfant a dépassé l’âge de cette aide : {age}.'),
  AIDE_ACCORD_AVANT: phrase(
    'Un séjour sans les parents demande un accord, à demander {mois} avant le départ : le {avant} au plus tard.',
  ),
  AIDE_ACCORD_A_MOTIVER: phrase(
    'Cet accord se donne selon la situation de la famille, que la demande explique : la mutuelle en décide.',
  ),
  AIDE_LOISIRS: phrase('L’enfant a la carte mobilité inclusion : l’allocation est de {montant}.'),
  AIDE_LOISIRS_SANS_EMPLOI: phrase(
    'Au-delà de {age}, et jusqu’à {max}, elle est pour l’enfant qui n’exerce pas d’emploi, ce qui se justifie.',
  ),
  AIDE_SANS_CARTE_INCLUSION: phrase('Cette aide est pour l’enfant qui a la carte mobilité inclusion.'),
  AIDE_MALADIE_OU_MATERNITE: phrase('Cette aide est pour une maladie ou une maternité dans la famille.'),
  AIDE_HEURES_EPUISEES: phrase('Les {max} de l’année sont utilisées ({prises} déjà comptées).'),
  AIDE_HEURES_AU_PLUS: phrase(
    'La famille a {max} par année civile, dont {prises} déjà comptées : {heures} entrent encore dans le compte.',
  ),
  AIDE_RIEN_A_PAYER: phrase('Après ce que d’autres organismes paient, il ne reste rien à payer.'),
  AIDE_PART_DE_FACTURE: phrase(
    '{pourcentage} de {facture} au plus, jamais davantage que ce qui reste à payer après {autres} d’autres organismes : {montant} au plus.',
  ),
  AIDE_MENAGERE_HORAIRE: phrase(
    '{heures} à {parHeure} l’heure, jamais davantage que ce qui reste à payer : {montant} au plus.',
  ),
  AIDE_EN_COMPLEMENT: phrase(
    'Cette aide complète celle de votre caisse de retraite : demandez d’abord à votre caisse.',
  ),
  AIDE_EXCEPTIONNELLE: decidePar(
    'Un secours s’accorde dans un cas grave, selon votre situation. Décide : {decideur}. Aucun montant n’est fixé d’avance.',
  ),
  AIDE_ENFANT_A_INSCRIRE: phrase(
    'L’enfant n’est pas encore inscrit à la mutuelle : inscrivez-le dans les {delai}, le {limite} au plus tard.',
  ),
  AIDE_ENFANT_INSCRIT_TARD: selonDonnee(
    'inscrit',
    phrase('L’enfant a été inscrit le {inscrit}, après les {delai} qui finissaient le {limite}.'),
    phrase('L’enfant devait être inscrit dans les {delai}, le {limite} au plus tard.'),
  ),
  AIDE_ADOPTION_PLENIERE: phrase(
    'Pour une adoption, l’allocation suit la signification de l’adoption plénière.',
  ),
  AIDE_NAISSANCE: phrase(
    'L’enfant, inscrit le {inscrit}, l’a été dans les {delai} (le {limite} au plus tard) : l’allocation est de {montant}.',
  ),
  AIDE_ENFANT_RESTE: phrase('L’enfant reste inscrit {duree} au moins : jusqu’au {fin}.'),
  AIDE_UNION: phrase('Au premier mariage ou Pacs, l’allocation est de {montant}.'),
  AIDE_OBSEQUES: phrase('L’allocation pour frais d’obsèques est de {montant}, pour qui a payé ces frais.'),
  AIDE_OBSEQUES_AVANCE_RETENUE: phrase(
    'Il restait {retenu} à rendre d’une avance santé : ils en sont retenus, {verse} sont versés.',
  ),
  AIDE_ORPHELIN: phrase('L’enfant reçoit {montant} par an jusqu’à ses {age}, le {anniversaire} compris.'),
  AIDE_ORPHELIN_AYANT_DROIT: phrase('L’aide aux orphelins est pour un enfant couvert par le contrat.'),
  AIDE_ORPHELIN_TROP_GRAND: phrase('L’aide aux orphelins s’arrête aux {age}, le {anniversaire} compris.'),
  AIDE_ORPHELIN_PREMIER_DECES: phrase('Une seule aide est versée, au premier décès.'),
  AIDE_COTISATIONS_DUES: phrase('Une aide se verse à qui est à jour de ses cotisations.'),
  AIDE_DANS_L_ENVELOPPE: phrase(
    'Cette aide est prise sur une enveloppe que l’assemblée générale fixe chaque année : elle s’accorde tant qu’il en reste.',
  ),
  AIDE_MONTANT_DE_DEMONSTRATION: phrase(
    'Ce montant est un exemple de démonstration : l’assemblée générale le fixe et le règlement ne l’imprime pas.',
  ),
  AVANCE_POUR_UN_BENEFICIAIRE: phrase('L’avance est pour les soins d’une personne couverte par le contrat.'),
  AVANCE_UNE_SEULE: phrase(
    'Une seule avance à la fois : il reste {reste} à rendre de la précédente. Vous pourrez en demander une autre ensuite.',
  ),
  AVANCE_RIEN_A_PAYER: phrase(
    'Le devis est de {devis} ; {deduits} seront payés par d’autres : il ne reste rien à avancer.',
  ),
  AVANCE_TROP_LONGUE: phrase('Une avance se rend en {max} au plus.'),
  AVANCE_SANS_ENGAGEMENT: phrase(
    'Il faut s’engager à tout rendre en une fois si vous quittez la mutuelle : sans cela, l’avance ne peut pas être accordée.',
  ),
  AVANCE_DECIDEE: decidePar(
    'L’avance est pour un besoin grave et urgent. Décide librement, selon votre situation : {decideur}.',
  ),
  AVANCE_AU_PLUS: (donnees) =>
    phrase(
      estNul(donnees, 'deduits')
        ? 'Le devis est de {devis}. Une avance est de {plafond} au plus : ici, {montant} au plus.'
        : 'Le devis est de {devis}, dont {deduits} payés par d’autres : il reste {reste}. Une avance est de {plafond} au plus : ici, {montant} au plus.',
    )(donnees),
  AVANCE_RENDUE_PAR_MOIS: phrase('Elle se rend sans intérêts, par mensualités égales, en {max} au plus.'),
  AVANCE_SOLDEE_AU_DEPART: phrase(
    'Si vous quittez la mutuelle, ce qui reste à rendre l’est en une seule fois.',
  ),
} as const satisfies Readonly<Record<string, Phrase>>
