import type { EtapeImpaye } from '@/generated/prisma/enums'
import { formatMontant, formatDateEnLettres as le } from '@/lib/lexique/formats'
import { A_LA_MAIN, commentPayer, DEPARTS_IMPAYE, ETAPES_IMPAYE, RETENUS_IMPAYE } from '@/lib/lexique/impaye'
import {
  ajouterJours,
  annee,
  type DateCivile,
  joursEntre,
  laPlusProche,
  trenteEtUnDecembre,
} from '@/lib/rules/date/date-civile'
import { type Montant, somme } from '@/lib/rules/montant/montant'
import { type EtapeView, etape, type Lecteur } from '../remboursement/view'
import { etapeSuivante, resiliableDes } from './etats'
import type { DecisionImpaye } from './schema'

/** One procedure as staff follow it, from the base. */
export interface ImpayeSuivi {
  readonly id: string
  readonly adhesionId: string
  readonly etape: EtapeImpaye
  readonly decision: DecisionImpaye
  readonly prochaineLe: DateCivile | null
  readonly misEnDemeureLe: DateCivile | null
  readonly suspenduLe: DateCivile | null
  readonly resilieLe: DateCivile | null
  readonly regulariseLe: DateCivile | null
  readonly courrierId: string | null
  readonly exigibleLe: DateCivile
  readonly montant: Montant
  readonly rejetee: boolean
  readonly numeroAdherent: string
  readonly qui: string
  readonly finContrat: DateCivile | null
  /** Why it is held back; null: it is not. */
  readonly retenue: string | null
}

export const GROUPES = [
  'PART_BIENTOT',
  'A_DECIDER',
  'EN_COURS',
  'RETENU',
  'A_LA_MAIN',
  'RESILIE',
  'REGULARISE',
] as const
export type GroupeImpaye = (typeof GROUPES)[number]

export interface ImpayeVu {
  readonly id: string
  readonly adhesionId: string
  readonly groupe: GroupeImpaye
  readonly qui: string
  readonly numeroAdherent: string
  readonly montant: Montant
  /** « à payer le 6 mars 2026, prélèvement rejeté, 11 jours de retard » */
  readonly due: string
  readonly etape: string
  /** What leaves or may be done next, and when, and why. */
  readonly suite: string
  readonly courrierId: string | null
  readonly retenue: string | null
  readonly retenable: boolean
  /** Days between which the last covered day may be chosen; null: not to be decided. */
  readonly resiliation: { readonly min: DateCivile; readonly max: DateCivile } | null
}

export interface SuiviImpayes {
  readonly impayes: readonly ImpayeVu[]
  readonly total: Montant
  /** True: more than a page holds. */
  readonly tronque: boolean
}

const finAvant = (i: ImpayeSuivi, jour: DateCivile): boolean => i.finContrat !== null && i.finContrat < jour

/** The end of the contract is to be decided that day. */
const aDecider = (i: ImpayeSuivi, jour: DateCivile): boolean => {
  const des = resiliableDes(i.etape, i.decision, jour)
  return des !== null && des <= jour && i.finContrat === null
}

function groupeDe(i: ImpayeSuivi, jour: DateCivile): GroupeImpaye {
  if (i.etape === 'REGULARISE' || i.etape === 'RESILIE') return i.etape
  if (i.retenue !== null) return 'RETENU'
  if (i.decision.issue !== 'DECIDEE' || finAvant(i, jour)) return 'A_LA_MAIN'
  if (aDecider(i, jour)) return 'A_DECIDER'
  return i.prochaineLe !== null && i.prochaineLe <= ajouterJours(jour, 1) ? 'PART_BIENTOT' : 'EN_COURS'
}

function suiteDe(i: ImpayeSuivi, jour: DateCivile): string {
  if (i.etape === 'REGULARISE') return `Régularisé le ${le(i.regulariseLe ?? jour)}.`
  if (i.etape === 'RESILIE')
    return `Décidé le ${le(i.resilieLe ?? jour)} ; dernier jour couvert le ${le(i.finContrat ?? jour)}. La somme reste due.`
  if (i.decision.issue !== 'DECIDEE') return A_LA_MAIN[i.decision.issue]
  if (finAvant(i, jour))
    return `Le contrat a pris fin le ${le(i.finContrat ?? jour)} : il n’y a plus de garantie à suspendre. La somme reste due.`
  const suite = etapeSuivante(i.etape, i.decision)
  if (suite !== null && i.prochaineLe !== null) {
    const des = le(suite.auPlusTot)
    if (i.retenue !== null)
      return `${RETENUS_IMPAYE[suite.etape]} ; le règlement la permet à partir du ${des}.`
    const pourquoi =
      suite.auPlusTot < i.prochaineLe
        ? `Le règlement le permet depuis le ${des}.`
        : 'C’est le premier jour permis par le règlement.'
    return `${DEPARTS_IMPAYE[suite.etape]} le ${le(i.prochaineLe)}. ${pourquoi}`
  }
  const des = resiliableDes(i.etape, i.decision, jour)
  if (des === null) return 'Plus rien ne part tout seul.'
  return des <= jour
    ? `Le règlement permet de mettre fin au contrat depuis le ${le(des)}. Rien n’est automatique : c’est à vous de décider.`
    : `Sans paiement, vous pourrez décider de mettre fin au contrat à partir du ${le(des)}.`
}

const etapeDe = (i: ImpayeSuivi): string => {
  const depuis =
    i.etape === 'MIS_EN_DEMEURE' ? i.misEnDemeureLe : i.etape === 'SUSPENDU' ? i.suspenduLe : null
  return depuis === null ? ETAPES_IMPAYE[i.etape] : `${ETAPES_IMPAYE[i.etape]} le ${le(depuis)}`
}

export function voirImpaye(i: ImpayeSuivi, jour: DateCivile): ImpayeVu {
  const retard = joursEntre(i.exigibleLe, jour)
  const groupe = groupeDe(i, jour)
  return {
    id: i.id,
    adhesionId: i.adhesionId,
    groupe,
    qui: i.qui,
    numeroAdherent: i.numeroAdherent,
    montant: i.montant,
    due: `à payer le ${le(i.exigibleLe)}${i.rejetee ? ', prélèvement rejeté' : ''}${i.etape === 'REGULARISE' || retard < 1 ? '' : `, ${retard} jour${retard > 1 ? 's' : ''} de retard`}`,
    etape: etapeDe(i),
    suite: suiteDe(i, jour),
    courrierId: i.courrierId,
    retenue: i.retenue,
    retenable: groupe === 'PART_BIENTOT' || groupe === 'EN_COURS' || groupe === 'A_DECIDER',
    resiliation: groupe === 'A_DECIDER' ? { min: jour, max: trenteEtUnDecembre(annee(jour)) } : null,
  }
}

/** What a member owes and has not paid, from the base. */
export interface DuLu {
  readonly adhesionId: string
  readonly numeroAdherent: string
  readonly exigibleLe: DateCivile
  readonly montant: Montant
  readonly rejetee: boolean
  readonly etape: EtapeImpaye | null
  readonly decision: DecisionImpaye | null
  readonly prochaineLe: DateCivile | null
}

export interface DuContrat {
  readonly adhesionId: string
  readonly numeroAdherent: string
  readonly total: Montant
  readonly sommes: readonly { readonly montant: Montant; readonly libelle: string }[]
  /** Until when to pay, or since when nothing is covered. */
  readonly urgence: string
  readonly suite: string
  readonly paiement: string
  readonly suspendu: boolean
  /** What the règlement says of it; empty where it says nothing. */
  readonly etapes: readonly EtapeView[]
}

const jusquA = (date: DateCivile): string => le(ajouterJours(date, -1))

function direSuite(
  dues: readonly DuLu[],
  suspension: { readonly du: DateCivile } | null,
): Pick<DuContrat, 'urgence' | 'suite'> {
  const decidees = dues.flatMap(({ etape, decision: d, prochaineLe }) =>
    d?.issue === 'DECIDEE' ? [{ etape, d, prochaineLe }] : [],
  )
  const premiere = (dates: readonly (DateCivile | null)[]): DateCivile | null => {
    const connues = dates.filter((date) => date !== null)
    return connues.length === 0 ? null : connues.reduce(laPlusProche)
  }
  if (dues.some((d) => d.etape === 'RESILIE'))
    return {
      urgence: 'Votre contrat a pris fin, et cette somme reste à payer.',
      suite: 'Payer ne fait pas reprendre le contrat. Pour adhérer de nouveau, appelez-nous.',
    }
  if (suspension !== null)
    return {
      urgence: `Vos garanties sont suspendues depuis le ${le(suspension.du)} : les soins reçus depuis ce jour ne sont pas remboursés.`,
      suite:
        'Elles reprennent à midi, le lendemain du jour où tout ce qui est dû est payé. Les soins reçus avant la reprise ne sont pas remboursés.',
    }
  const suspensionLe = premiere(
    decidees.map(({ etape, d, prochaineLe }) =>
      etape === 'MIS_EN_DEMEURE' && etapeSuivante(etape, d) !== null ? prochaineLe : null,
    ),
  )
  if (suspensionLe !== null)
    return {
      urgence: `Payez au plus tard le ${jusquA(suspensionLe)} pour garder vos garanties.`,
      suite: `Sans paiement, elles seront suspendues le ${le(suspensionLe)} : les soins reçus à partir de ce jour ne seraient pas remboursés, même si vous payez ensuite.`,
    }
  const lettreLe = premiere(
    decidees.map(({ etape, prochaineLe }) => (etape === 'CONSTATE' ? prochaineLe : null)),
  )
  return lettreLe === null
    ? { urgence: 'Vos garanties continuent.', suite: 'Appelez-nous pour convenir de la suite.' }
    : {
        urgence: 'Vos garanties continuent.',
        suite: `Payez au plus tard le ${jusquA(lettreLe)} pour ne pas recevoir de mise en demeure.`,
      }
}

interface Contact {
  readonly telephone: string
  readonly horaires: string
}

/** What is unpaid, until when to pay, what happens next, how to pay: contract by contract. */
export function voirDus(
  lus: readonly DuLu[],
  suspensions: readonly { readonly adhesionId: string; readonly du: DateCivile }[],
  contact: Contact,
  article: Lecteur['article'],
): readonly DuContrat[] {
  return [...new Set(lus.map((d) => d.adhesionId))].map((adhesionId) => {
    const dues = lus.filter((d) => d.adhesionId === adhesionId)
    const suspension = suspensions.find((s) => s.adhesionId === adhesionId) ?? null
    const numeroAdherent = dues[0]?.numeroAdherent ?? ''
    return {
      adhesionId,
      numeroAdherent,
      total: somme(dues.map((d) => d.montant)),
      sommes: dues.map((d) => ({
        montant: d.montant,
        libelle: `Cotisation à payer le ${le(d.exigibleLe)}${d.rejetee ? ' : le prélèvement a été rejeté par la banque' : ''}`,
      })),
      ...direSuite(dues, suspension),
      paiement: commentPayer(contact, numeroAdherent),
      suspendu: suspension !== null,
      etapes: etapesDe(dues, article),
    }
  })
}

/** The grounds of each sum, the same one said once. */
function etapesDe(dues: readonly DuLu[], article: Lecteur['article']): readonly EtapeView[] {
  const motifs = dues.flatMap(({ decision }) => (decision?.issue === 'DECIDEE' ? decision.motifs : []))
  const etapes = motifs.map((motif) => etape(motif, { article }))
  return etapes.filter(
    (e, rang) => etapes.findIndex((x) => x.phrase === e.phrase && x.article === e.article) === rang,
  )
}

/** One sentence for the home page while nothing is suspended; null: nothing is unpaid. */
export function direDuAccueil(dus: readonly DuContrat[]): string | null {
  if (dus.length === 0) return null
  const total = formatMontant(somme(dus.map((d) => d.total)))
  const nombre = dus.reduce((n, d) => n + d.sommes.length, 0)
  const quoi =
    nombre === 1 ? 'Une cotisation n’est pas arrivée' : `${nombre} cotisations ne sont pas arrivées`
  return `${quoi} : il reste ${total} à payer. ${dus[0]?.urgence ?? ''}`
}
