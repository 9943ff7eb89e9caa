/** What the bank reads of a payment: the only words a file carries. Shown on the member's bank statement. */
export const LIBELLES_PAIEMENT = {
  COTISATION: 'Cotisation',
  REMBOURSEMENT_SANTE: 'Remboursement santé',
  REMBOURSEMENT_COTISATION: 'Remboursement de cotisation',
  AVANCE_SANTE: 'Avance santé',
  RECUPERATION: 'Récupération',
  FACTURE_TIERS_PAYANT: 'Facture tiers payant',
} as const

/** What staff does of a payment that came back; the sentence for the member, null where nothing is to be asked of them. */
export const ACTIONS_BANQUE = {
  REPRESENTER: {
    gestion: 'Présenter à nouveau le paiement à la prochaine échéance, ou convenir d’un autre règlement.',
    adherent: 'Réglez cette somme par un autre moyen, ou vérifiez que votre compte pourra la supporter.',
  },
  DEMANDER_RIB: {
    gestion: 'Suspendre les paiements sur ce compte et demander un nouveau RIB.',
    adherent: 'Envoyez-nous un nouveau RIB à votre nom.',
  },
  NOUVEAU_MANDAT: {
    gestion: 'Arrêter les prélèvements de ce mandat ; en faire signer un nouveau si le prélèvement continue.',
    adherent: 'Signez un nouveau mandat de prélèvement, ou choisissez un autre moyen de paiement.',
  },
  JOINDRE: {
    gestion: 'Joindre la personne pour connaître la raison de son opposition avant tout nouveau prélèvement.',
    adherent: 'Contactez-nous : nous devons comprendre ce qui a été refusé avant de prélever à nouveau.',
  },
  AUTORISER: {
    gestion:
      'Demander à la personne d’autoriser la mutuelle auprès de sa banque, puis présenter à nouveau le paiement.',
    adherent: 'Demandez à votre banque d’autoriser les prélèvements de la mutuelle.',
  },
  DECES: {
    gestion: 'Arrêter tout paiement sur ce compte et ouvrir le dossier de décès.',
    adherent: null,
  },
  CORRIGER: {
    gestion: 'Corriger la donnée en cause et émettre à nouveau le paiement, sous un nouvel identifiant.',
    adherent: null,
  },
  VERIFIER_DOUBLE: {
    gestion: 'Vérifier que le paiement n’a pas déjà été exécuté avant toute nouvelle émission.',
    adherent: null,
  },
  BANQUE: {
    gestion: 'Interroger la banque de la mutuelle sur la cause du refus.',
    adherent: null,
  },
  CLASSER: {
    gestion: 'Rapprocher le retour du paiement d’origine : rien d’autre à faire.',
    adherent: null,
  },
} as const

export type ActionBanque = keyof typeof ACTIONS_BANQUE

interface MotifBancaire {
  readonly phrase: string
  readonly action: ActionBanque
}

const motif = (action: ActionBanque, phrase: string): MotifBancaire => ({ phrase, action })

/** ISO 20022 external codes (return and status reasons) met in SEPA direct debits and credit transfers. */
export const MOTIFS_BANCAIRES: Readonly<Record<string, MotifBancaire>> = {
  AB05: motif('REPRESENTER', 'La banque du bénéficiaire n’a pas répondu à temps.'),
  AB06: motif('REPRESENTER', 'Une banque intermédiaire n’a pas répondu à temps.'),
  AB07: motif('REPRESENTER', 'Une banque était injoignable.'),
  AB08: motif('REPRESENTER', 'La banque du bénéficiaire était injoignable.'),
  AB09: motif('REPRESENTER', 'La banque du bénéficiaire a rencontré une erreur.'),
  AB10: motif('REPRESENTER', 'Une banque intermédiaire a rencontré une erreur.'),
  AC01: motif('DEMANDER_RIB', 'Le numéro de compte est faux ou n’existe pas.'),
  AC02: motif('DEMANDER_RIB', 'Le numéro du compte à débiter est faux ou manque.'),
  AC03: motif('DEMANDER_RIB', 'Le numéro du compte à créditer est faux ou manque.'),
  AC04: motif('DEMANDER_RIB', 'Le compte est clos.'),
  AC06: motif('DEMANDER_RIB', 'Le compte est bloqué.'),
  AC07: motif('DEMANDER_RIB', 'Le compte à créditer est clos.'),
  AC13: motif('DEMANDER_RIB', 'Le type de compte n’accepte pas ce prélèvement.'),
  AC14: motif('BANQUE', 'Une banque de la chaîne de paiement n’est pas valable.'),
  AC15: motif('DEMANDER_RIB', 'Les coordonnées du compte ont changé.'),
  AC16: motif('DEMANDER_RIB', 'Le compte est sous séquestre.'),
  AC17: motif('DEMANDER_RIB', 'Le compte est en liquidation.'),
  AG01: motif('DEMANDER_RIB', 'Ce compte n’accepte pas cette opération (un livret d’épargne, par exemple).'),
  AG02: motif('CORRIGER', 'Le code de l’opération n’est pas celui que la banque attend.'),
  AG09: motif('BANQUE', 'La banque n’a pas reçu le paiement d’origine.'),
  AG10: motif('BANQUE', 'La banque est suspendue du système de paiement.'),
  AM01: motif('CORRIGER', 'Le montant est nul.'),
  AM02: motif('CORRIGER', 'Le montant dépasse le maximum permis.'),
  AM03: motif('CORRIGER', 'La devise n’est pas acceptée.'),
  AM04: motif('REPRESENTER', 'Le compte n’est pas assez approvisionné.'),
  AM05: motif('VERIFIER_DOUBLE', 'La banque a reçu deux fois ce paiement.'),
  AM07: motif('BANQUE', 'Le montant est bloqué par une autorité.'),
  AM09: motif('VERIFIER_DOUBLE', 'Le montant n’est pas celui attendu.'),
  AM10: motif('CORRIGER', 'Le total de contrôle n’est pas la somme des montants.'),
  AM18: motif('CORRIGER', 'Le nombre d’opérations annoncé est faux ou manque.'),
  ARDT: motif('CLASSER', 'Le virement d’origine est déjà revenu.'),
  BE01: motif('CORRIGER', 'Le nom et le compte ne vont pas ensemble.'),
  BE04: motif('CORRIGER', 'L’adresse du bénéficiaire manque ou est fausse.'),
  BE05: motif('CORRIGER', 'L’identifiant de créancier n’est pas reconnu.'),
  BE06: motif('DEMANDER_RIB', 'La banque ne connaît pas ou plus le titulaire du compte.'),
  BE07: motif('CORRIGER', 'L’adresse du payeur manque ou est fausse.'),
  CH03: motif('CORRIGER', 'La date demandée est trop lointaine.'),
  CH16: motif('CORRIGER', 'Le contenu d’un champ du fichier est faux.'),
  CH17: motif('CORRIGER', 'Le fichier contient un champ qui n’est pas admis.'),
  CNOR: motif('BANQUE', 'La banque du créancier ou du bénéficiaire n’est pas joignable sous ce BIC.'),
  CURR: motif('CORRIGER', 'La devise est fausse.'),
  CUST: motif('CLASSER', 'Le donneur d’ordre a demandé l’annulation.'),
  DNOR: motif('DEMANDER_RIB', 'La banque du compte à débiter n’accepte pas les prélèvements sous ce BIC.'),
  DS02: motif('BANQUE', 'Un utilisateur autorisé a annulé l’ordre.'),
  DS24: motif('BANQUE', 'L’ordre n’a pas été validé à temps auprès de la banque.'),
  DT01: motif('CORRIGER', 'Une date est fausse ou manque.'),
  DT02: motif('CORRIGER', 'La date de création du fichier n’est pas valable.'),
  DU01: motif('VERIFIER_DOUBLE', 'L’identifiant du message a déjà servi.'),
  DU02: motif('VERIFIER_DOUBLE', 'L’identifiant d’un groupe de paiements a déjà servi.'),
  DU03: motif('VERIFIER_DOUBLE', 'L’identifiant d’une opération a déjà servi.'),
  DUPL: motif('VERIFIER_DOUBLE', 'Ce paiement en répète un autre.'),
  ED05: motif('REPRESENTER', 'Le règlement entre les banques a échoué.'),
  ERIN: motif('CORRIGER', 'La banque n’accepte pas ces informations complémentaires.'),
  FF01: motif('CORRIGER', 'Le fichier est incomplet ou mal formé.'),
  FF03: motif('CORRIGER', 'Le type de paiement est faux ou manque.'),
  FF05: motif('CORRIGER', 'Le type de prélèvement est faux ou manque.'),
  FOCR: motif('CLASSER', 'Les fonds reviennent après une demande de rappel.'),
  FR01: motif('BANQUE', 'Le paiement revient pour fraude.'),
  FRAD: motif('BANQUE', 'Le paiement est annulé pour suspicion de fraude.'),
  LEGL: motif('BANQUE', 'La banque refuse pour une raison légale.'),
  MD01: motif(
    'NOUVEAU_MANDAT',
    'La personne dit ne pas avoir autorisé ce prélèvement, ou a révoqué son mandat.',
  ),
  MD02: motif('CORRIGER', 'Une donnée du mandat manque ou est fausse.'),
  MD05: motif('VERIFIER_DOUBLE', 'Ce prélèvement n’aurait pas dû être présenté.'),
  MD06: motif(
    'JOINDRE',
    'La personne a demandé à sa banque le remboursement du prélèvement (dans les huit semaines).',
  ),
  MD07: motif('DECES', 'Le titulaire du compte est décédé.'),
  MS02: motif('JOINDRE', 'La personne a refusé ce paiement sans dire pourquoi.'),
  MS03: motif('BANQUE', 'La banque a refusé ce paiement sans dire pourquoi.'),
  NARR: motif('BANQUE', 'La banque explique son refus dans un texte joint au fichier.'),
  NOAS: motif('BANQUE', 'Le bénéficiaire n’a pas répondu à la demande de rappel.'),
  NOOR: motif('BANQUE', 'La banque n’a jamais reçu le virement d’origine.'),
  RC01: motif('CORRIGER', 'Le BIC est faux.'),
  RC04: motif('CORRIGER', 'L’identifiant de la banque du bénéficiaire est faux ou manque.'),
  RC07: motif('CORRIGER', 'Le BIC de la banque du bénéficiaire est faux.'),
  RC08: motif('CORRIGER', 'L’identifiant d’une banque est faux ou manque.'),
  RC10: motif('CORRIGER', 'L’identifiant interbancaire de la banque du bénéficiaire est faux ou manque.'),
  RF01: motif('CORRIGER', 'Une référence est répétée dans le fichier.'),
  RR01: motif('CORRIGER', 'Le compte ou l’identité du payeur manque, alors que la loi les demande.'),
  RR02: motif('CORRIGER', 'Le nom ou l’adresse du payeur manque, alors que la loi les demande.'),
  RR03: motif('CORRIGER', 'Le nom ou l’adresse du bénéficiaire manque, alors que la loi les demande.'),
  RR04: motif('BANQUE', 'La banque refuse pour une raison réglementaire.'),
  SL01: motif('AUTORISER', 'Un service de la banque du payeur bloque ce prélèvement.'),
  SL11: motif(
    'AUTORISER',
    'La mutuelle n’est pas sur la liste des créanciers que la personne autorise à la prélever.',
  ),
  SL12: motif(
    'AUTORISER',
    'La personne a mis la mutuelle sur la liste des créanciers refusés par sa banque.',
  ),
  SL13: motif('AUTORISER', 'Le nombre de prélèvements permis par la personne sur la période est dépassé.'),
  SL14: motif('AUTORISER', 'Le montant permis par la personne pour un prélèvement est dépassé.'),
  SP01: motif('JOINDRE', 'La personne a fait opposition à ce paiement.'),
  SP02: motif('JOINDRE', 'Une opposition antérieure arrête ce paiement.'),
  TECH: motif('REPRESENTER', 'Un incident technique a empêché le paiement.'),
  TM01: motif('REPRESENTER', 'Le fichier est arrivé après l’heure limite de la banque.'),
  UPAY: motif('JOINDRE', 'Le paiement n’est pas justifié selon la personne.'),
}

const INCONNU: MotifBancaire = {
  phrase: 'La banque donne un motif que ce portail ne connaît pas.',
  action: 'BANQUE',
}

const SANS_MOTIF: MotifBancaire = {
  phrase: 'La banque a refusé ce paiement sans dire pourquoi.',
  action: 'BANQUE',
}

export interface MotifExplique {
  /** « AM04 », as read; null when the bank gave none. */
  readonly code: string | null
  readonly phrase: string
  readonly action: ActionBanque
  readonly gestion: string
  readonly adherent: string | null
}

export function expliquerMotifBancaire(code: string | null): MotifExplique {
  const { phrase, action } = code === null ? SANS_MOTIF : (MOTIFS_BANCAIRES[code] ?? INCONNU)
  return { code, phrase, action, ...ACTIONS_BANQUE[action] }
}

const FAUTES: Readonly<Record<string, string>> = {
  ABSENT: 'Le champ est vide.',
  ALPHABET: 'Le champ contient un caractère que la banque n’accepte pas.',
  TROP_LONG: 'Le champ est trop long.',
  BARRE_OBLIQUE: 'Le champ commence ou finit par « / », ou contient « // ».',
  ILLISIBLE: 'Rien du nom ne peut s’écrire dans l’alphabet des banques : demandez le nom en lettres latines.',
  IBAN: 'L’IBAN n’est pas valable.',
  BIC: 'Le BIC n’est pas valable.',
  HORS_SEPA: 'Le compte n’est pas tenu dans la zone SEPA.',
  ICS: 'L’identifiant de créancier SEPA (ICS) n’est pas valable.',
  MONTANT: 'Le montant doit être compris entre 0,01 € et 999 999 999,99 €.',
  PERIODE: 'La période n’est pas un mois.',
  DATE_PASSEE: 'La date demandée est trop proche ou passée.',
  SIGNATURE_POSTERIEURE: 'Le mandat est signé après le prélèvement.',
  MODIFICATION_VIDE: 'Une modification du mandat est annoncée sans rien modifier.',
  DONNEE_PERSONNELLE: 'Le champ contient un numéro de sécurité sociale.',
  DOUBLE: 'L’identifiant est déjà porté par une autre opération du lot.',
  GROUPE_VIDE: 'Le groupe ne contient aucune opération.',
  GROUPE_DOUBLE: 'Deux groupes ont la même date et la même séquence.',
  TROP_DE_GROUPES: 'Le lot contient plus de 999 groupes.',
  LOT_VIDE: 'Le lot est vide.',
}

interface LieuDeFaute {
  readonly code: string
  readonly champ: string
  readonly rang?: number
  readonly endToEndId?: string
}

/** « Opération 12 (PX…), champ debiteur.iban : L’IBAN n’est pas valable. » */
export function expliquerFauteDeLot({ code, champ, rang, endToEndId }: LieuDeFaute): string {
  const lieu = rang === undefined ? 'Lot' : `Opération ${rang}${endToEndId ? ` (${endToEndId})` : ''}`
  return `${lieu}, champ ${champ} : ${FAUTES[code] ?? code}`
}

const REFUS: Readonly<Record<string, string>> = {
  TROP_GRAND:
    'Ce fichier est trop grand (16 Mo et deux millions de balises au plus) : demandez à la banque de le couper.',
  ENCODAGE: 'Ce fichier n’est ni en UTF-8 ni en Latin-1 : demandez à la banque de le renvoyer.',
  DTD: 'Ce fichier contient une déclaration (DOCTYPE ou ENTITY) qu’un fichier de banque ne porte jamais : il est refusé.',
  XML_INVALIDE: 'Ce fichier est coupé ou n’est pas du XML valable : demandez à la banque de le renvoyer.',
  FORMAT_INCONNU: 'Ce fichier n’est ni un pain.002, ni un camt.053 ou camt.054, ni un relevé CFONB 120.',
  CHAMP_ABSENT: 'Un champ obligatoire manque.',
  MONTANT_ILLISIBLE: 'Un montant ne se lit pas.',
  DATE_ILLISIBLE: 'Une date ne se lit pas.',
  TOTAUX_FAUX: 'Les totaux ne sont pas ceux des lignes : le fichier est incomplet ou altéré.',
  LIGNE_INVALIDE: 'Une ligne n’a pas 120 caractères ou n’est pas à sa place.',
}

/** Why a file of the bank is not read; nothing of it is kept. */
export function expliquerRefusBanque(code: string, lieu?: string): string {
  return `${REFUS[code] ?? code}${lieu === undefined ? '' : ` (${lieu})`}`
}

/** Why a bank batch does not move on. */
export const PHRASES_LOT = {
  INTROUVABLE: 'Ce lot est introuvable.',
  ETAT: 'Ce lot a déjà changé d’état : rechargez la page pour voir où il en est.',
  ROLE: 'Seuls le comptable, un superviseur ou un administrateur touchent aux lots bancaires.',
  MEME_PERSONNE: 'Vous avez préparé ce lot : une autre personne doit le contrôler.',
  PERIME:
    'Depuis sa préparation, un remboursement de ce lot a été annulé, un mandat révoqué ou un nouveau compte abandonné avant de servir : abandonnez ce lot et préparez-en un autre.',
  NON_VALIDE: 'Un lot part après contrôle par une seconde personne : celui-ci ne l’a pas encore été.',
  TOTAL_CHANGE: 'Les ordres de ce lot ne font plus son total : abandonnez-le et préparez-en un autre.',
  SANS_MANDAT: 'Un prélèvement de ce lot n’a pas de mandat : abandonnez-le et préparez-en un autre.',
  FICHIER_CHANGE:
    'Ce lot a changé pendant l’écriture de son fichier : abandonnez-le et préparez-en un autre.',
  RIEN_A_VERSER: 'Rien n’est à verser à ce jour.',
} as const

export const PHRASES_TIERS = { INTROUVABLE: 'Ce professionnel est introuvable.' } as const
