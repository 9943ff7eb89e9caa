import type { DateCivile } from '../rules/date/date-civile'
import { jourTargetDes } from '../rules/date/jours-target'
import { expliquerMotifBancaire } from './banque'
import { formatDateEnLettres } from './formats'

/** What a contribution is at, in the words of who pays it. */
export interface SituationEcheance {
  readonly montant: number
  readonly mode: 'PRELEVEMENT' | 'CHEQUE' | 'PRECOMPTE'
  readonly etat: 'A_VENIR' | 'APPELEE' | 'PAYEE' | 'REJETEE' | 'REMPLACEE'
  readonly exigibleLe: DateCivile
  readonly payeeLe: DateCivile | null
  /** Day of the debit of the batch that holds it. */
  readonly executionLe: DateCivile | null
  /** ISO reason of the last debit that came back. */
  readonly codeRetour: string | null
  readonly jour: DateCivile
  /** A mandate in force allows to debit. */
  readonly mandat: boolean
  /** The règlement took the direct debit away after one came back for want of money. */
  readonly perdu: boolean
}

export type TonEcheance = 'FAIT' | 'ATTENTE' | 'REFUS' | 'NEANT'

export interface EtatEcheance {
  readonly phrase: string
  readonly ton: TonEcheance
  /** What the reader should do; null when nothing. */
  readonly aFaire: string | null
}

const fait = (phrase: string): EtatEcheance => ({ phrase, ton: 'FAIT', aFaire: null })
const neant = (phrase: string): EtatEcheance => ({ phrase, ton: 'NEANT', aFaire: null })

export function direEcheance(s: SituationEcheance): EtatEcheance {
  if (s.montant === 0) return neant('Rien à payer : déjà réglé par un trop-perçu')
  if (s.montant < 0) return direRendu(s)
  switch (s.etat) {
    case 'PAYEE':
      return fait(`Payée le ${formatDateEnLettres(s.payeeLe ?? s.exigibleLe)}`)
    case 'REJETEE':
      return direRejet(s)
    case 'REMPLACEE':
      return neant('Remplacée')
    case 'APPELEE':
      return s.mode === 'PRELEVEMENT'
        ? neant(`Prélèvement le ${formatDateEnLettres(s.executionLe ?? s.exigibleLe)}`)
        : direAPayer(s)
    case 'A_VENIR':
      return s.exigibleLe > s.jour ? direAVenir(s) : direEnRetard(s)
  }
}

/** What is to be done about it is said above the calendar, with its grounds. */
function direRendu({ payeeLe, executionLe, exigibleLe, etat, jour }: SituationEcheance): EtatEcheance {
  const attente = (phrase: string): EtatEcheance => ({ phrase, ton: 'ATTENTE', aFaire: null })
  if (payeeLe !== null && payeeLe <= jour) return fait(`Rendue le ${formatDateEnLettres(payeeLe)}`)
  const virement = payeeLe ?? executionLe
  if (virement !== null) return attente(`À vous rendre, virement le ${formatDateEnLettres(virement)}`)
  if (etat === 'REJETEE') return attente('À vous rendre : le virement est revenu')
  return exigibleLe < jour
    ? attente(`À vous rendre depuis le ${formatDateEnLettres(exigibleLe)}`)
    : attente(`À vous rendre, le ${formatDateEnLettres(exigibleLe)} au plus tard`)
}

const PERDU =
  'Votre règlement retire le prélèvement après un rejet faute de provision : réglez cette somme par chèque, et appelez-nous pour choisir comment payer la suite.'

function direRejet({ codeRetour, perdu }: SituationEcheance): EtatEcheance {
  const { phrase, adherent } = expliquerMotifBancaire(codeRetour)
  const suite = perdu ? PERDU : (adherent ?? 'Appelez-nous : nous chercherons avec vous comment la régler.')
  return {
    phrase: 'Prélèvement revenu impayé',
    ton: 'REFUS',
    aFaire: `Votre banque a renvoyé le prélèvement : « ${phrase} » ${suite}`,
  }
}

function direAVenir({ mode, exigibleLe, perdu }: SituationEcheance): EtatEcheance {
  const le = formatDateEnLettres(exigibleLe)
  const reel = jourTargetDes(exigibleLe)
  switch (mode) {
    case 'PRELEVEMENT':
      return neant(
        perdu
          ? `À venir, due le ${le}, sans prélèvement`
          : `À venir, prélèvement le ${formatDateEnLettres(reel)}${reel === exigibleLe ? '' : ', les banques étant fermées le jour prévu'}`,
      )
    case 'CHEQUE':
      return neant(`À venir, chèque à nous envoyer pour le ${le}`)
    case 'PRECOMPTE':
      return neant(
        `À venir, retenue sur votre paye ${/^\S+ [ao]/.test(le) ? 'd’' : 'de '}${le.replace(/^\S+ /, '')}`,
      )
  }
}

function direAPayer({ mode, exigibleLe }: SituationEcheance): EtatEcheance {
  const le = formatDateEnLettres(exigibleLe)
  return mode === 'CHEQUE'
    ? {
        phrase: `À payer par chèque, depuis le ${le}`,
        ton: 'ATTENTE',
        aFaire:
          'Envoyez-nous un chèque de ce montant en écrivant votre numéro d’adhérent au dos. S’il est déjà parti, ne faites rien.',
      }
    : { phrase: `Attendue de votre employeur depuis le ${le}`, ton: 'ATTENTE', aFaire: null }
}

function direEnRetard(s: SituationEcheance): EtatEcheance {
  if (s.mode !== 'PRELEVEMENT') return direAPayer(s)
  const phrase = `Pas encore prélevée, due depuis le ${formatDateEnLettres(s.exigibleLe)}`
  if (s.perdu) return { phrase, ton: 'REFUS', aFaire: PERDU }
  return s.mandat
    ? { phrase, ton: 'ATTENTE', aFaire: null }
    : {
        phrase,
        ton: 'REFUS',
        aFaire:
          'Il nous manque votre mandat de prélèvement signé : sans lui, nous ne pouvons rien prélever. Signez-le à la page « Mon prélèvement », ou appelez-nous : nous vous l’enverrons.',
      }
}

const PERIODICITES = {
  MENSUELLE: 'chaque mois',
  TRIMESTRIELLE: 'chaque trimestre',
  SEMESTRIELLE: 'chaque semestre',
  ANNUELLE: 'une fois par an',
} as const

const MODES = {
  PRELEVEMENT: 'par prélèvement',
  CHEQUE: 'par chèque',
  PRECOMPTE: 'par retenue sur votre paye',
} as const

/** « Vous payez chaque mois, par prélèvement, le 6. » */
export const direModalite = (
  periodicite: keyof typeof PERIODICITES,
  mode: keyof typeof MODES,
  jour: number | null,
): string =>
  `Vous payez ${PERIODICITES[periodicite]}, ${MODES[mode]}${jour === null ? '' : `, le ${jour} du mois`}.`

const CAUSES: Readonly<Record<string, string>> = {
  ADHESION: 'Votre adhésion',
  ANNEE: 'La nouvelle année',
  CHANGEMENT: 'Un changement de votre contrat',
  RESILIATION: 'La fin de votre contrat',
}

export const direCause = (cause: string): string => CAUSES[cause] ?? cause
