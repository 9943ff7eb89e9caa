import type { ThemeAide } from './aide'

export const AUTRES: ThemeAide = {
  id: 'employeurs-et-professionnels',
  titre: 'Employeurs et professionnels de santé',
  questions: [
    {
      id: 'professionnel-droits',
      question: 'Professionnel de santé : comment vérifier qu’un patient a des droits ?',
      reponse: [
        'Lisez le code imprimé sur sa carte : il mène à une page qui dit, pour le jour même, si les droits sont ouverts. Elle ne montre rien d’autre du dossier.',
      ],
      liens: [],
      motsCles: 'vérification qr code carte patient droits ouverts opticien pharmacien',
    },
    {
      id: 'employeur-depart',
      question: 'Employeur : un salarié ou un agent nous quitte, que faire ?',
      reponse: [
        'Prévenez-nous par écrit de son départ, de sa date et de sa raison (mutation, démission, retraite, fin de contrat) : l’appel de cotisation est corrigé, et la personne est informée de ses droits à rester couverte.',
      ],
      liens: [],
      motsCles: 'mouvement fiche sortie mutation retraite appel cotisation collectivité',
    },
    {
      id: 'indemnites-journalieres',
      question: 'Employeur : comment demander des indemnités journalières pour un agent ?',
      reponse: [
        'Envoyez l’attestation de demande avec le bulletin de paie de la période. La demande est à refaire chaque mois tant que dure l’arrêt. Cette garantie ne couvre que l’adhérent, pas son conjoint.',
      ],
      liens: [],
      motsCles: 'arrêt travail salaire ij maintien agent territorial',
    },
  ],
}
