import { type Phrase, phrase, selonDonnee } from '../phrase'
import { direRaison } from '../verifications'

const FORFAIT_RENDU = phrase(
  "Un soin antérieur a été corrigé par l'Assurance maladie : il reste plus du forfait. Ce soin donnait {avant}, il donne maintenant {apres} : {difference} de plus.",
)
const FORFAIT_REPRIS = phrase(
  "Un soin antérieur a été corrigé par l'Assurance maladie : il reste moins du forfait. Ce soin donnait {avant}, il donne maintenant {apres} : {difference} de trop.",
)

/** Ce que la réception d'un décompte ajoute aux étapes d'un remboursement, en français courant. */
export const motifsLiquidation: Readonly<Record<string, Phrase>> = {
  ACTE_NON_RATTACHE: phrase(
    "L'acte « {acte} » n'est pas reconnu : une personne de la mutuelle doit le classer avant tout remboursement.",
  ),
  ADHESIONS_MULTIPLES: phrase(
    'Deux adhésions couvrent cette personne : le remboursement est fait au titre de celle que le décompte nomme, à défaut de la plus ancienne.',
  ),
  ANNULATION_DE_LIGNE: phrase(
    "L'Assurance maladie a annulé ce décompte : le remboursement est repris, et ce qu'il avait pris sur un forfait est rendu.",
  ),
  CALCUL_IMPOSSIBLE: phrase(
    'Le remboursement ne peut pas être calculé tout seul (« {code} ») : une personne de la mutuelle doit le vérifier.',
  ),
  DROITS_ABSENTS: phrase('Aucune adhésion ne couvre cette personne : ces soins ne sont pas remboursés.'),
  DROITS_APRES_FIN: phrase(
    'Les soins sont postérieurs à la fin des droits, le {fin} : ils ne sont pas remboursés.',
  ),
  DROITS_AVANT_EFFET: phrase(
    "Les soins sont antérieurs à l'ouverture des droits, le {depuis} : ils ne sont pas remboursés.",
  ),
  FORFAIT_RECALCULE: (donnees) =>
    (donnees.sens?.valeur === 'A_PAYER' ? FORFAIT_RENDU : FORFAIT_REPRIS)(donnees),
  FORMULE_ABSENTE: phrase(
    "Aucune formule n'est connue pour ce jour-là : une personne de la mutuelle doit le vérifier.",
  ),
  GARANTIES_INCONNUES: phrase(
    'Les garanties de ce contrat ne sont pas dans ce portail : une personne de la mutuelle calcule ce remboursement d’après votre contrat.',
  ),
  GARANTIES_SUSPENDUES: selonDonnee(
    'fin',
    phrase(
      "Le jour de ces soins, les garanties du contrat étaient suspendues pour cotisation impayée, depuis le {depuis} et au plus tard jusqu'au {fin} : ils ne sont pas remboursés. Quand les cotisations en retard sont payées, les garanties reprennent le lendemain à midi, mais pas pour les soins déjà reçus. Appelez-nous pour savoir ce qui reste à payer.",
    ),
    phrase(
      'Le jour de ces soins, les garanties du contrat étaient suspendues pour cotisation impayée, depuis le {depuis} : ils ne sont pas remboursés. Quand les cotisations en retard sont payées, les garanties reprennent le lendemain à midi, mais pas pour les soins déjà reçus. Appelez-nous pour savoir ce qui reste à payer.',
    ),
  ),
  HORS_CONVENTION: phrase(
    "Ce praticien n'est pas conventionné. L'Assurance maladie le rembourse sur un tarif très bas ; la mutuelle compte, elle, sur le tarif d'un confrère conventionné, qui n'est pas sur le décompte : une personne de la mutuelle fait ce calcul.",
  ),
  LIGNE_REJETEE: selonDonnee(
    'code',
    phrase("L'Assurance maladie a rejeté cette ligne (code {code}) : la mutuelle ne rembourse rien."),
    phrase("L'Assurance maladie a rejeté cette ligne : la mutuelle ne rembourse rien."),
  ),
  NAISSANCE_INCERTAINE: phrase(
    "La date de naissance connue de l'Assurance maladie ({date}) n'existe pas au calendrier : l'âge est compté depuis le 1er janvier de l'année.",
  ),
  ORIGINE_NON_ANNULEE: phrase(
    "Cette ligne corrige un décompte qui n'a pas été annulé : une personne de la mutuelle doit vérifier qu'il ne serait pas payé deux fois.",
  ),
  POUR_INFORMATION: phrase(
    "L'Assurance maladie envoie cette ligne pour information : elle n'ouvre droit à aucun remboursement.",
  ),
  REPRISE_POUR_RECALCUL: phrase(
    'Un soin antérieur, qui puise dans le même forfait, a été corrigé : ce remboursement est repris, et calculé de nouveau.',
  ),
  SURCOMPLEMENTAIRE: phrase(
    'Votre surcomplémentaire ({formule}) intervient ensuite, sur ce que l’Assurance maladie et votre premier contrat laissent : elle verse {montant}.',
  ),
  VERIFICATION_AJUSTEE: phrase(
    'Une personne de la mutuelle a vérifié cette ligne et a fixé notre part à {montant}. Elle vous écrit : « {phrase} »',
  ),
  VERIFICATION_PAYEE: phrase(
    'Une personne de la mutuelle a vérifié cette ligne : notre part est de {montant}.',
  ),
  VERIFICATION_REFUSEE: (donnees) =>
    phrase(
      `Une personne de la mutuelle a vérifié cette ligne : elle n’est pas remboursée. ${direRaison(String(donnees.raison?.valeur))} Elle vous écrit : « {phrase} »`,
    )(donnees),
}
