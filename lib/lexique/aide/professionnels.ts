import type { ThemeAide } from './aide'

export const EMPLOYEURS: ThemeAide = {
  id: 'employeurs',
  titre: 'Employeurs et collectivités',
  questions: [
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
      id: 'employeur-cotisations',
      question:
        'Employeur : où trouver ce qu’il faut retenir sur les paies, et nous rendre l’état de cotisation ?',
      reponse: [
        'L’appel de cotisation dit, agent par agent, ce qu’il faut retenir. Rendez-nous l’état complété, avec les entrées et les sorties du mois, à l’adresse e-mail écrite en bas de cette page.',
        'Ce site n’a pas encore d’espace pour les employeurs : pour un appel, un changement d’adresse ou de compte bancaire, écrivez-nous ou appelez-nous.',
      ],
      liens: [{ href: '/', libelle: 'Nous joindre' }],
      motsCles: 'espace employeur précompte bulletin paie retenue appel bordereau coordonnées bancaires',
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

export const PROFESSIONNELS: ThemeAide = {
  id: 'professionnels',
  titre: 'Professionnels de santé',
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
      id: 'professionnel-tiers-payant',
      question: 'Professionnel de santé : comment pratiquer le tiers payant, et faut-il une convention ?',
      reponse: [
        'Le plus souvent, aucune convention écrite n’est demandée : la facture nous arrive par l’Assurance maladie, si vous indiquez que le patient n’a pas payé la part complémentaire. L’association Inter-AMC propose une convention commune aux complémentaires.',
        'La carte du patient dit pour quels soins le tiers payant est direct, et pour lesquels il faut d’abord notre accord. Les dépassements d’honoraires et les lentilles ne suivent pas la règle commune : demandez-nous avant.',
      ],
      liens: [{ href: '/', libelle: 'Nous joindre' }],
      motsCles: 'convention inter-amc tpcomplementaire dentiste auxiliaire accord part complémentaire',
    },
    {
      id: 'professionnel-dre',
      question: 'Professionnel de santé : ma facture électronique (DRE) est rejetée, que vérifier ?',
      reponse: [
        'Le numéro AMC et le type de convention : recopiez ceux de la carte du patient, sans les confondre avec ceux d’une autre mutuelle. Un rejet vient souvent d’une table de convention ancienne dans votre logiciel : demandez-nous la table du jour, pour vous ou votre éditeur.',
      ],
      liens: [{ href: '/', libelle: 'Nous joindre' }],
      motsCles: 'dre demande remboursement électronique amc table convention rejet paramétrage logiciel',
    },
    {
      id: 'professionnel-paiements',
      question: 'Professionnel de santé : où suivre mes factures et mes paiements ?',
      reponse: [
        'Demandez-nous le relevé de vos paiements, facture par facture, par téléphone ou à l’adresse e-mail écrite en bas de cette page. Ce site n’a pas encore d’espace pour les professionnels : c’est aussi là qu’un changement de compte bancaire se signale.',
      ],
      liens: [{ href: '/', libelle: 'Nous joindre' }],
      motsCles: 'espace professionnel relevé virement facture paiement bordereau',
    },
    {
      id: 'opticien',
      question: 'Opticien : renouvellement anticipé et lentilles, comment faire ?',
      reponse: [
        'Nos contrats suivent les règles du contrat responsable et du 100 % santé. Pour un équipement renouvelé avant le délai, parce que la vue a changé ou pour une raison médicale, envoyez-nous la demande de prise en charge avec l’ordonnance et le justificatif : une demande automatique répondrait zéro, et un conseiller doit la voir.',
        'Pour des lentilles, envoyez un devis, puis la facture : la prise en charge dit ce que nous vous payons directement.',
      ],
      liens: [{ href: '/', libelle: 'Nous joindre' }],
      motsCles: 'dérogation lunettes lentilles contact devis prise en charge gestion séparée renouvellement',
    },
  ],
}
