import type { TermeAide } from './aide'

/** Par ordre alphabétique du nom. */
export const GLOSSAIRE = [
  {
    id: 'affection-de-longue-duree',
    nom: 'Affection de longue durée (ALD)',
    sens: [
      'Maladie qui demande des soins longs et coûteux. Quand l’Assurance maladie l’a reconnue, elle paie à 100 % de la base de remboursement les soins qui s’y rapportent.',
    ],
    motsCles: 'ald exonération ticket modérateur protocole',
  },
  {
    id: 'affiliation',
    nom: 'Affiliation',
    sens: ['L’inscription d’une personne sur un contrat, à partir d’une date.'],
    motsCles: 'inscription rattachement',
  },
  {
    id: 'amc',
    nom: 'AMC et numéro AMC',
    sens: [
      'Assurance maladie complémentaire : nous, la mutuelle. Le numéro AMC, imprimé sur votre carte, dit aux professionnels à qui envoyer la facture.',
    ],
    motsCles: 'complémentaire organisme télétransmission',
  },
  {
    id: 'amo',
    nom: 'AMO',
    sens: [
      'Assurance maladie obligatoire : la part de la Sécurité sociale, payée par votre caisse (CPAM, MSA…).',
    ],
    motsCles: 'sécurité sociale cpam msa régime obligatoire',
  },
  {
    id: 'ayant-droit',
    nom: 'Ayant droit',
    sens: ['Conjoint, partenaire, concubin ou enfant couvert par le contrat de l’adhérent.'],
    motsCles: 'bénéficiaire famille conjoint enfant',
  },
  {
    id: 'base-de-remboursement',
    nom: 'Base de remboursement (BR)',
    sens: [
      'Le tarif officiel d’un soin, dont part tout le calcul. Le prix demandé peut être plus haut.',
      'On dit « tarif de convention » pour un professionnel conventionné, « tarif d’autorité » (très bas) pour un professionnel qui ne l’est pas, « tarif de responsabilité » pour un médicament ou un appareil.',
    ],
    motsCles: 'brss br tarif convention responsabilité autorité sécurité sociale',
  },
  {
    id: 'cent-pour-cent-sante',
    nom: '100 % santé',
    sens: [
      'Des lunettes, prothèses dentaires et aides auditives au prix limité par la loi, remboursées en entier par l’Assurance maladie et la mutuelle ensemble.',
    ],
    motsCles: 'classe A classe I panier reste zéro',
  },
  {
    id: 'certificat-de-radiation',
    nom: 'Certificat de radiation',
    sens: [
      'Papier qui dit jusqu’à quel jour vous étiez couvert ici ; une autre mutuelle peut vous le demander.',
    ],
    motsCles: 'attestation radiation fin départ',
  },
  {
    id: 'contrat-responsable',
    nom: 'Contrat responsable et solidaire',
    sens: [
      'Contrat qui suit des règles fixées par la loi : il paie le ticket modérateur, le forfait journalier et le 100 % santé, ne rembourse ni la participation forfaitaire ni les franchises, limite les dépassements, et ne dépend pas de votre état de santé.',
    ],
    motsCles: 'responsable solidaire loi questionnaire médical',
  },
  {
    id: 'decompte',
    nom: 'Décompte',
    sens: [
      'Le papier de l’Assurance maladie (ou d’une mutuelle) qui détaille ce qu’elle a payé pour un soin.',
    ],
    motsCles: 'relevé ameli',
  },
  {
    id: 'depassement-d-honoraires',
    nom: 'Dépassement d’honoraires',
    sens: [
      'Ce qu’un professionnel demande au-dessus de la base de remboursement. L’Assurance maladie n’en paie jamais rien ; la mutuelle, selon votre garantie.',
    ],
    motsCles: 'secteur 2 optam supplément',
  },
  {
    id: 'devis',
    nom: 'Devis',
    sens: [
      'Le prix écrit avant le soin. Obligatoire chez l’opticien, l’audioprothésiste, pour une prothèse dentaire, et pour tout dépassement au-delà de 70 €.',
    ],
    motsCles: 'prix estimation avant',
  },
  {
    id: 'dptam',
    nom: 'DPTAM, Optam et Optam-Co',
    sens: [
      'Engagement d’un médecin à modérer ses dépassements. Chez lui, l’Assurance maladie et la mutuelle remboursent mieux. L’annuaire de l’Assurance maladie dit qui l’a signé.',
    ],
    motsCles: 'dispositif pratique tarifaire maîtrisée secteur 2 médecin',
  },
  {
    id: 'echeancier',
    nom: 'Échéancier',
    sens: ['Le calendrier de ce que vous paierez dans l’année, fraction par fraction.'],
    motsCles: 'cotisation calendrier prélèvement',
  },
  {
    id: 'forfait',
    nom: 'Forfait et plafond',
    sens: [
      'Forfait : une somme fixe, par an, par soin ou par équipement. Plafond : ce que nous ne dépassons pas. Ce qui n’est pas utilisé ne se reporte pas.',
    ],
    motsCles: 'limite annuel renouvellement somme maximum',
  },
  {
    id: 'forfait-journalier',
    nom: 'Forfait journalier hospitalier',
    sens: [
      'Ce que l’hôpital demande par jour pour l’hébergement : {fjh.general}, et {fjh.psychiatrie} en psychiatrie. L’Assurance maladie ne le paie pas.',
    ],
    motsCles: 'hôpital hospitalisation jour hébergement',
  },
  {
    id: 'forfait-patient-urgences',
    nom: 'Forfait patient urgences (FPU)',
    sens: [
      'Somme due pour un passage aux urgences qui n’est pas suivi d’une hospitalisation : {fpu.plein}, ou {fpu.minore} dans certains cas.',
    ],
    motsCles: 'urgence hôpital',
  },
  {
    id: 'frais-reels',
    nom: 'Frais réels',
    sens: ['Ce que le soin a vraiment coûté. Un remboursement ne les dépasse jamais.'],
    motsCles: 'dépense coût prix payé',
  },
  {
    id: 'franchise',
    nom: 'Franchise médicale',
    sens: [
      'Ce que l’Assurance maladie retient : {franchise.medicament} par boîte de médicament, {franchise.paramedical} par acte paramédical, {franchise.transport} par transport, {franchise.plafond_annuel} au plus par an et par personne. Une mutuelle responsable n’a pas le droit de la rembourser. Rien avant 18 ans.',
    ],
    motsCles: 'boîte médicament kiné transport retenue',
  },
  {
    id: 'indu',
    nom: 'Indu',
    sens: ['Somme versée à tort, qui doit être rendue. Elle est d’abord expliquée.'],
    motsCles: 'trop perçu dette rendre',
  },
  {
    id: 'mandat-sepa',
    nom: 'Mandat de prélèvement SEPA',
    sens: [
      'Votre autorisation de prélever un compte. Il porte une référence unique (RUM). Vous pouvez y mettre fin, et contester un prélèvement auprès de votre banque pendant huit semaines.',
    ],
    motsCles: 'rum ics prélèvement autorisation banque',
  },
  {
    id: 'medecin-traitant',
    nom: 'Médecin traitant',
    sens: ['Le médecin que vous avez déclaré à l’Assurance maladie et que vous voyez en premier.'],
    motsCles: 'généraliste déclaration parcours',
  },
  {
    id: 'membre-participant',
    nom: 'Membre participant',
    sens: ['L’adhérent : la personne à qui le contrat appartient.'],
    motsCles: 'adhérent titulaire souscripteur',
  },
  {
    id: 'nomenclature',
    nom: 'Nomenclature (NGAP, CCAM, LPP…)',
    sens: [
      'Les listes officielles des soins que l’Assurance maladie rembourse, avec leur code et leur tarif.',
    ],
    motsCles: 'ngap ccam lpp code acte nabm',
  },
  {
    id: 'panier',
    nom: 'Panier (dentaire)',
    sens: [
      '« 100 % santé » : rien à payer. « Maîtrisé » : prix limité. « Libre » : prix libre. Le devis du dentiste dit dans quel panier est chaque prothèse.',
    ],
    motsCles: 'prothèse dentaire couronne maîtrisé libre',
  },
  {
    id: 'parcours-de-soins',
    nom: 'Parcours de soins coordonnés',
    sens: [
      'Passer par son médecin traitant avant un spécialiste. Hors parcours, l’Assurance maladie rembourse moins et une mutuelle responsable ne peut pas compenser la différence.',
    ],
    motsCles: 'médecin traitant spécialiste hors parcours majoration',
  },
  {
    id: 'participation-forfaitaire',
    nom: 'Participation forfaitaire',
    sens: [
      '{pf.montant} laissés à votre charge pour chaque consultation d’un médecin, analyse ou radio, dès 18 ans : {pf.plafond_journalier} au plus par jour chez le même professionnel, {pf.plafond_annuel} par an. Une mutuelle responsable n’a pas le droit de la rembourser.',
    ],
    motsCles: 'consultation médecin analyse euro retenue',
  },
  {
    id: 'participation-actes-lourds',
    nom: 'Participation pour acte coûteux',
    sens: [
      '{acte_lourd.participation} à la place du ticket modérateur pour un acte dont le tarif atteint {acte_lourd.seuil_tarif}.',
    ],
    motsCles: '24 euros acte lourd hôpital opération',
  },
  {
    id: 'pmss',
    nom: 'Plafond mensuel de la Sécurité sociale (PMSS)',
    sens: [
      'Somme fixée chaque année par l’État, qui sert de référence à certaines cotisations et garanties.',
    ],
    motsCles: 'plafond salaire pourcentage cotisation',
  },
  {
    id: 'portabilite',
    nom: 'Portabilité',
    sens: [
      'Après un contrat de travail, garder gratuitement la couverture de l’entreprise pendant le chômage indemnisé, un temps limité.',
    ],
    motsCles: 'chômage licenciement cdd entreprise',
  },
  {
    id: 'prise-en-charge',
    nom: 'Prise en charge',
    sens: ['Notre accord, avant le soin, pour payer directement l’établissement ou le professionnel.'],
    motsCles: 'hôpital accord pec dmt optique',
  },
  {
    id: 'regime-local',
    nom: 'Régime local d’Alsace-Moselle',
    sens: [
      'Complément de la Sécurité sociale dans le Bas-Rhin, le Haut-Rhin et la Moselle, qui paie avant nous.',
    ],
    motsCles: 'alsace moselle complément',
  },
  {
    id: 'reglement-mutualiste',
    nom: 'Règlement mutualiste',
    sens: ['Le texte qui fixe vos droits et les nôtres. Nos décisions citent ses articles.'],
    motsCles: 'règlement notice statuts conditions',
  },
  {
    id: 'reste-a-charge',
    nom: 'Reste à charge',
    sens: ['Ce que vous payez vous-même, une fois l’Assurance maladie et la mutuelle passées.'],
    motsCles: 'à ma charge solde',
  },
  {
    id: 'support-durable',
    nom: 'Support durable',
    sens: ['Papier, ou fichier que vous pouvez garder et relire tel qu’il vous a été donné.'],
    motsCles: 'pdf papier document',
  },
  {
    id: 'teletransmission',
    nom: 'Télétransmission (Noémie)',
    sens: [
      'L’envoi automatique de vos soins par l’Assurance maladie à votre mutuelle. Une seule mutuelle à la fois peut la recevoir.',
    ],
    motsCles: 'noemie ameli automatique',
  },
  {
    id: 'ticket-moderateur',
    nom: 'Ticket modérateur',
    sens: [
      'Ce qui reste entre la base de remboursement et ce que paie l’Assurance maladie, avant participation et franchise. Un contrat responsable le prend en charge, à quelques exceptions près.',
    ],
    motsCles: 'tm part complémentaire',
  },
  {
    id: 'tiers-payant',
    nom: 'Tiers payant',
    sens: [
      'Ne pas avancer l’argent : nous payons directement le professionnel. Il est libre de le proposer ou non pour notre part.',
    ],
    motsCles: 'avance frais carte dispense',
  },
] as const satisfies readonly TermeAide[]

export type IdTerme = (typeof GLOSSAIRE)[number]['id']
