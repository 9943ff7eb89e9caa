import type { EtatTeletransmission } from '@/generated/prisma/enums'
import type { CodeTeletransmission } from '@/lib/services/teletransmission/schema'

/** Where the exchange with the Assurance maladie stands, who must act, and what to do. « elle » is the télétransmission. */
export type QuiAgit = 'PERSONNE' | 'VOUS' | 'NOUS' | 'CAISSE'

export interface ExplicationTeletransmission {
  readonly titre: string
  readonly phrase: string
  readonly qui: QuiAgit
  readonly action: string
  /** A letter to the former mutuelle helps. */
  readonly lettre: boolean
}

export const LIBELLE_QUI: Readonly<Record<QuiAgit, string>> = {
  PERSONNE: 'Personne n’a rien à faire',
  VOUS: 'C’est à vous d’agir',
  NOUS: 'C’est à nous d’agir',
  CAISSE: 'C’est à la caisse d’assurance maladie d’agir',
}

const SANS_LETTRE = { lettre: false } as const
const EN_ATTENDANT =
  'En attendant, envoyez-nous les décomptes de l’Assurance maladie : nous remboursons de la même façon.'

const ETATS: Readonly<
  Record<Exclude<EtatTeletransmission, 'REJETEE' | 'INTERROMPUE'>, ExplicationTeletransmission>
> = {
  ACTIVE: {
    titre: 'Elle fonctionne',
    phrase: 'L’Assurance maladie nous transmet vos décomptes : vous êtes remboursé sans rien envoyer.',
    qui: 'PERSONNE',
    action:
      'Vos décomptes de l’Assurance maladie doivent dire qu’ils ont été transmis à votre complémentaire. Si un jour ils ne le disent plus, prévenez-nous.',
    ...SANS_LETTRE,
  },
  DEMANDEE: {
    titre: 'Elle est demandée',
    phrase: 'Nous l’avons demandée à l’Assurance maladie, qui n’a pas encore répondu.',
    qui: 'CAISSE',
    action: `La réponse prend d’ordinaire une à deux semaines. ${EN_ATTENDANT}`,
    ...SANS_LETTRE,
  },
  REFUSEE: {
    titre: 'Vous n’en voulez pas',
    phrase: 'À votre demande, l’Assurance maladie ne nous transmet rien.',
    qui: 'VOUS',
    action:
      'Envoyez-nous vos décomptes et vos factures : c’est plus long. Pour la mettre en place, envoyez-nous votre attestation de droits à l’Assurance maladie.',
    ...SANS_LETTRE,
  },
}

const INCONNUE: ExplicationTeletransmission = {
  titre: 'Nous ne savons pas',
  phrase: 'L’Assurance maladie ne nous a encore rien dit.',
  qui: 'VOUS',
  action:
    'Regardez un décompte de l’Assurance maladie : s’il dit qu’il nous a été transmis, tout va bien. Sinon, envoyez-nous l’attestation de droits : nous ferons la demande.',
  lettre: false,
}

const ATTESTATION =
  'Envoyez-nous l’attestation de droits de l’Assurance maladie, datée de moins de trois mois'

const CODES: Readonly<Record<CodeTeletransmission, Omit<ExplicationTeletransmission, 'titre'>>> = {
  AUTRE_MUTUELLE: {
    phrase:
      'Une autre mutuelle reçoit déjà les décomptes. L’Assurance maladie n’en connaît qu’une à la fois : tant que l’ancienne n’a pas arrêté, elle nous refuse.',
    qui: 'VOUS',
    action: `Demandez à l’ancienne mutuelle d’arrêter sa télétransmission : la lettre est prête ci-dessous. Sur votre compte ameli, vous pouvez aussi choisir quelle mutuelle garder. ${EN_ATTENDANT}`,
    lettre: true,
  },
  NUMERO_INCONNU: {
    phrase: 'La caisse ne connaît pas le numéro de sécurité sociale que nous lui avons donné.',
    qui: 'VOUS',
    action: `${ATTESTATION} : nous corrigerons le numéro et referons la demande.`,
    ...SANS_LETTRE,
  },
  IDENTITE_DIFFERENTE: {
    phrase: 'Le nom ou la date de naissance que nous avons n’est pas celui de la caisse.',
    qui: 'VOUS',
    action: `${ATTESTATION} : elle dit comment la caisse vous connaît, et nous ferons pareil.`,
    ...SANS_LETTRE,
  },
  AUTRE_REGIME: {
    phrase: 'La caisse à qui nous l’avons demandée n’est pas la bonne : le régime ou le centre a changé.',
    qui: 'VOUS',
    action: `${ATTESTATION} : nous referons la demande à la bonne caisse.`,
    ...SANS_LETTRE,
  },
  DROITS_FERMES: {
    phrase: 'La caisse dit que les droits à l’Assurance maladie ne sont plus ouverts.',
    qui: 'CAISSE',
    action:
      'Appelez votre caisse d’assurance maladie (3646) ou regardez votre compte ameli : c’est elle qui rouvre les droits. Prévenez-nous ensuite, nous referons la demande.',
    ...SANS_LETTRE,
  },
  CAISSE_CHANGEE: {
    phrase:
      'La caisse d’assurance maladie a changé : l’ancienne a fermé l’échange, la nouvelle ne l’a pas encore ouvert.',
    qui: 'NOUS',
    action: `Nous la demandons à la nouvelle caisse. ${EN_ATTENDANT}`,
    ...SANS_LETTRE,
  },
}

const AUTRE_RAISON: Omit<ExplicationTeletransmission, 'titre'> = {
  phrase: 'L’Assurance maladie a dit non, sans raison que nous sachions lire.',
  qui: 'NOUS',
  action: `Nous l’appelons. ${EN_ATTENDANT}`,
  lettre: false,
}

/** @param etat null: nothing is known. */
export function expliquerTeletransmission(
  etat: EtatTeletransmission | null,
  code: string | null,
): ExplicationTeletransmission {
  if (etat === null) return INCONNUE
  if (etat !== 'REJETEE' && etat !== 'INTERROMPUE') return ETATS[etat]
  const raison =
    new Map<string, Omit<ExplicationTeletransmission, 'titre'>>(Object.entries(CODES)).get(code ?? '') ??
    AUTRE_RAISON
  return { titre: etat === 'REJETEE' ? 'Elle est refusée' : 'Elle s’est arrêtée', ...raison }
}
