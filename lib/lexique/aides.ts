import type { CodeAide, FaitManquant, ModeSejour } from '@/lib/rules/aide/regle-aide'

/** Les aides, comme on les choisit. */
export const AIDES: Readonly<Record<CodeAide, { readonly titre: string; readonly phrase: string }>> = {
  AVANCE: {
    titre: 'Avance santé',
    phrase: 'Une somme prêtée sans intérêts pour payer un soin coûteux, rendue par mois.',
  },
  NAISSANCE: {
    titre: 'Allocation de naissance ou d’adoption',
    phrase: 'Pour l’arrivée d’un enfant inscrit à la mutuelle.',
  },
  UNION: { titre: 'Allocation de mariage ou de Pacs', phrase: 'Une seule fois, au premier événement.' },
  VACANCES_ENFANT: {
    titre: 'Vacances d’un enfant',
    phrase: 'Une somme par jour de vacances, avant dix-huit ans.',
  },
  LOISIRS_HANDICAP: {
    titre: 'Vacances et loisirs d’un enfant handicapé',
    phrase: 'Pour un enfant qui a la carte mobilité inclusion.',
  },
  VACANCES_RETRAITE: {
    titre: 'Vacances d’un retraité',
    phrase: 'Une fois par an, pour un séjour, après soixante ans.',
  },
  AIDE_FAMILIALE: {
    titre: 'Aide familiale à la maison',
    phrase: 'Quand une maladie ou une maternité demande de l’aide à la maison.',
  },
  AIDE_MENAGERE: {
    titre: 'Aide-ménagère d’un retraité',
    phrase: 'En complément de l’aide de votre caisse de retraite.',
  },
  OBSEQUES: {
    titre: 'Allocation pour frais d’obsèques',
    phrase: 'Vous avez payé les obsèques d’une personne couverte par votre contrat.',
  },
  ORPHELIN: {
    titre: 'Aide à un orphelin',
    phrase: 'Chaque année, pour un enfant de moins de dix-huit ans qui a perdu un parent.',
  },
  EXCEPTIONNELLE: {
    titre: 'Secours exceptionnel',
    phrase: 'Dans un moment grave, quand aucune autre aide ne suffit.',
  },
}

export const MODES_SEJOUR: Readonly<Record<ModeSejour, string>> = {
  PARENTS: 'Avec ses parents, ou l’un d’eux, dans un hébergement payant',
  SANS_PARENTS: 'Sans ses parents, dans un hébergement payant',
  CHEZ_PROCHES: 'Dans la famille ou chez des amis',
  ORGANISME: 'Avec un organisme : colonie, camp, centre',
}

/** Ce qu'il faut dire, ou faire, avant qu'on puisse répondre. */
export const MANQUE_AIDE: Readonly<Record<FaitManquant, string>> = {
  inscritLe: 'Inscrivez d’abord l’enfant à la mutuelle, puis revenez demander cette allocation.',
  accordDemandeLe: 'Indiquez quand vous avez demandé l’accord de la mutuelle par écrit.',
  sansEmploi: 'Dites si cette personne exerce un emploi.',
  pleniere: 'Dites si l’adoption est plénière.',
}

export const PHRASES_AIDE = {
  AIDE: 'Choisissez une aide.',
  PERSONNE: 'Choisissez de qui il s’agit.',
  DEBUT: 'Indiquez le premier jour du séjour.',
  FIN: 'Indiquez le dernier jour du séjour.',
  FIN_AVANT: 'Le dernier jour ne peut pas précéder le premier.',
  JOUR: 'Indiquez le jour.',
  FUTUR: 'Ce jour n’est pas encore passé.',
  MODE: 'Dites comment se passe le séjour.',
  OUI_NON: 'Répondez par oui ou par non.',
  CAUSE: 'Dites pourquoi vous avez besoin d’aide.',
  HEURES: 'Écrivez un nombre d’heures entier, de 1 à 2 000.',
  MOIS: 'Écrivez un nombre de mois, de 1 à 60.',
  MONTANT: 'Écrivez un montant en euros, par exemple 120 ou 120,50.',
  MONTANT_NUL: 'Ce montant ne peut pas être zéro.',
  TEXTE: 'Expliquez votre situation en quelques mots : c’est elle qui décide.',
  SANS_CONTRAT: 'Aucun de vos contrats ne prévoit cette aide.',
  PAS_A_MOI: 'Cette allocation est versée à la personne qui a payé : c’est à elle de nous écrire.',
  REFUSEE: 'Le règlement ne permet pas cette aide : « Voir à quoi j’ai droit » dit pourquoi.',
  NON_PREVU: 'Le règlement de ce contrat ne prévoit pas cette aide.',
  CHANGEE: 'Ce que le règlement accorde a changé depuis l’aperçu : relisez-le.',
  RIEN_A_VERSER: 'Tout est retenu : il ne reste rien à verser.',
  MANQUE_DECISION:
    'Le règlement laisse cette décision à une instance : écrivez le montant qu’elle a accordé et le jour de sa décision.',
  MANQUE_CONTRAT: 'Cochez que le contrat d’avance est signé : rien n’est versé avant.',
  MANQUE_PREUVE: 'Aucune pièce n’est jointe : demandez celles du règlement.',
  TROP: (plafond: string) => `Le règlement n’accorde pas plus de ${plafond}.`,
  DEJA_VERSEE: 'Le virement est déjà parti, ou il est dans un lot : l’aide ne se reprend plus ici.',
  AVANCE_PARTIE: 'L’avance est déjà versée, ou elle est dans un lot : elle se rend par mensualités.',
  INDECIDABLE: (raison: string) => `Le règlement ne permet pas de répondre : ${raison}.`,
} as const
