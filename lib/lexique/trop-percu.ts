import type { DateCivile } from '@/lib/rules/date/date-civile'
import { expliquerMotifBancaire } from './banque'
import { formatDateEnLettres } from './formats'

/** Contributions to give back: where each is, for who waits for it and for who pays it. */
export interface SituationTropPercu {
  readonly depuis: DateCivile
  /** Last day the règlement allows; null: it names none. */
  readonly limite: DateCivile | null
  readonly payeLe: DateCivile | null
  readonly executionLe: DateCivile | null
  readonly ibanFin: string | null
  readonly aRecompter: boolean
  readonly codeRetour: string | null
  readonly jour: DateCivile
}

export type AttenteTropPercu = 'RENDU' | 'EN_LOT' | 'A_RECOMPTER' | 'SANS_RIB' | 'PRET'

export function attenteTropPercu(s: SituationTropPercu): AttenteTropPercu {
  if (s.payeLe !== null && s.payeLe <= s.jour) return 'RENDU'
  if (s.executionLe !== null) return 'EN_LOT'
  if (s.aRecompter) return 'A_RECOMPTER'
  return s.ibanFin === null ? 'SANS_RIB' : 'PRET'
}

const le = formatDateEnLettres

/** What the member reads, and what they should do; null: nothing. */
export function direTropPercu(s: SituationTropPercu): {
  readonly phrase: string
  readonly aFaire: string | null
} {
  const compte = s.ibanFin === null ? '' : ` sur le compte qui finit par ${s.ibanFin}`
  switch (attenteTropPercu(s)) {
    case 'RENDU':
      return { phrase: `Cette somme vous a été versée le ${le(s.payeLe ?? s.jour)}${compte}.`, aFaire: null }
    case 'EN_LOT':
      return { phrase: `Le virement part${compte} le ${le(s.executionLe ?? s.jour)}.`, aFaire: null }
    case 'A_RECOMPTER':
      return {
        phrase: 'Un prélèvement est revenu impayé depuis : nous recomptons cette somme avant de la verser.',
        aFaire: null,
      }
    case 'SANS_RIB':
      return {
        phrase:
          s.codeRetour === null
            ? 'Nous n’avons pas de compte où verser cette somme.'
            : `Votre banque a renvoyé le virement : « ${expliquerMotifBancaire(s.codeRetour).phrase} »`,
        aFaire: 'Envoyez-nous un RIB à votre nom : le virement partira dès que nous l’aurons enregistré.',
      }
    case 'PRET':
      return { phrase: direDelai(s, compte), aFaire: null }
  }
}

function direDelai({ limite, jour, codeRetour }: SituationTropPercu, compte: string): string {
  const revenu =
    codeRetour === null
      ? ''
      : `Un premier virement est revenu : « ${expliquerMotifBancaire(codeRetour).phrase} » `
  if (limite === null)
    return `${revenu}Elle vous sera versée${compte} avec nos prochains virements. Votre règlement ne fixe pas de date limite.`
  return limite < jour
    ? `${revenu}Nous devions vous la verser avant le ${le(limite)} : nous sommes en retard. Elle partira${compte} avec nos prochains virements.`
    : `${revenu}Elle vous sera versée${compte}, le ${le(limite)} au plus tard.`
}

const ATTENTES: Readonly<Record<Exclude<AttenteTropPercu, 'RENDU' | 'EN_LOT'>, string>> = {
  A_RECOMPTER: 'Un prélèvement est revenu depuis : la somme sera recomptée cette nuit avant de partir.',
  SANS_RIB: 'Aucun RIB : rien ne peut partir avant d’en recevoir un.',
  PRET: 'Prête à partir dans le prochain lot.',
}

/** « À rendre depuis le 10 septembre 2026, au plus tard le 14 septembre 2026 : délai dépassé. » */
export function direTropPercuGestion(s: SituationTropPercu): string {
  const attente = attenteTropPercu(s)
  const delai =
    s.limite === null
      ? 'sans date limite dans le règlement'
      : s.limite < s.jour
        ? `à rendre avant le ${le(s.limite)}, délai dépassé`
        : `le ${le(s.limite)} au plus tard`
  const suite =
    attente === 'EN_LOT' || attente === 'RENDU'
      ? `Dans un lot, virement le ${le(s.executionLe ?? s.payeLe ?? s.jour)}.`
      : ATTENTES[attente]
  const revenu =
    s.codeRetour === null
      ? ''
      : ` Dernier virement revenu : « ${expliquerMotifBancaire(s.codeRetour).phrase} »`
  return `Due depuis le ${le(s.depuis)}, ${delai}. ${suite}${revenu}`
}

const CAUSES: Readonly<Record<string, string>> = {
  RESILIATION: 'Votre contrat a pris fin : ce que vous avez payé pour les jours d’après vous revient.',
  CHANGEMENT: 'Votre contrat a changé : ce que vous avez payé de trop vous revient.',
}

export const direCauseTropPercu = (cause: string): string => CAUSES[cause] ?? CAUSES.CHANGEMENT ?? ''
