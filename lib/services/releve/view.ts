import { instantEnMots } from '@/lib/lexique/attente'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import { ajouterJours, annee, type DateCivile } from '@/lib/rules/date/date-civile'
import {
  dernierePeriodeClose,
  type PeriodeReleve,
  type PeriodiciteReleve,
  periodeSuivante,
} from '@/lib/rules/date/periode-releve'

import type { Montant } from '@/lib/rules/montant/montant'

/**
 * The period whose relevés may be made on this day, after the last batch. When the organisme has changed its pace meanwhile, the first
 * period starts the day after the last one made, so that no day is skipped or told twice.
 */
export function periodeAEditer(
  periodicite: PeriodiciteReleve,
  dernier: (PeriodeReleve & { readonly etat: 'EN_COURS' | 'TERMINE' }) | null,
  jour: DateCivile,
): PeriodeReleve | null {
  if (dernier === null) return dernierePeriodeClose(periodicite, jour)
  if (dernier.etat === 'EN_COURS') return null
  const { au } = periodeSuivante(periodicite, dernier)
  return au < jour ? { du: ajouterJours(dernier.au, 1), au } : null
}

export interface ReleveListe {
  readonly id: string
  readonly numero: string
  readonly du: DateCivile
  readonly au: DateCivile
  readonly emisLe: DateCivile
  readonly soins: number
  readonly partMutuelle: Montant
}

export interface ReleveVu {
  readonly id: string
  readonly periode: string
  readonly numero: string
  readonly emis: string
  readonly soins: string
  readonly partMutuelle: Montant
}

export interface AnneeDeReleves {
  readonly annee: number
  readonly releves: readonly ReleveVu[]
}

/** « du 1er au 28 février 2026 », « du 26 janvier au 22 février 2026 », « du 15 décembre 2025 au 11 janvier 2026 ». */
export function phrasePeriode({ du, au }: PeriodeReleve): string {
  const mots = formatDateEnLettres(du).split(' ')
  const debut = du.slice(0, 7) === au.slice(0, 7) ? 1 : du.slice(0, 4) === au.slice(0, 4) ? 2 : 3
  return `du ${mots.slice(0, debut).join(' ')} au ${formatDateEnLettres(au)}`
}

const voirReleve = (r: ReleveListe): ReleveVu => ({
  id: r.id,
  periode: phrasePeriode(r),
  numero: r.numero,
  emis: formatDateEnLettres(r.emisLe),
  soins: r.soins === 0 ? 'versements sans détail' : r.soins === 1 ? '1 soin' : `${r.soins} soins`,
  partMutuelle: r.partMutuelle,
})

/** By year of the period's last day; they come latest first and stay so. */
export function parAnnee(releves: readonly ReleveListe[]): AnneeDeReleves[] {
  const annees = new Map<number, ReleveVu[]>()
  for (const releve of releves) {
    const an = annee(releve.au)
    annees.set(an, [...(annees.get(an) ?? []), voirReleve(releve)])
  }
  return [...annees].map(([an, groupe]) => ({ annee: an, releves: groupe }))
}

export interface LotListe extends PeriodeReleve {
  readonly id: string
  readonly etat: 'EN_COURS' | 'TERMINE'
  readonly total: number
  readonly emis: number
  readonly rendus: number
  /** Those whose reader wants paper, or cannot be reached otherwise. */
  readonly aImprimer?: number
  readonly creeLe: Date
  readonly termineLe: Date | null
  readonly lancePar: string | null
}

/** Of an unfinished batch: a job works on it, one is about to, or nobody does. */
export type Marche = 'EN_MARCHE' | 'EN_ATTENTE' | 'ARRETE'

export interface LotVu {
  readonly id: string
  readonly titre: string
  readonly lance: string
  readonly avancement: string
  /** Made and to make, PDFs included, for a bar; null once done. */
  readonly mesure: { readonly fait: number; readonly total: number } | null
  readonly situation: 'TERMINE' | Marche
  /** « 3 à imprimer »; null: none. */
  readonly aImprimer: string | null
}

const compterReleves = (nombre: number): string => (nombre < 2 ? `${nombre} relevé` : `${nombre} relevés`)

export function voirLot(lot: LotListe, marche: Marche): LotVu {
  const commun = {
    id: lot.id,
    titre: `Relevés ${phrasePeriode(lot)}`,
    aImprimer: lot.aImprimer === undefined || lot.aImprimer === 0 ? null : `${lot.aImprimer} à imprimer`,
    lance: `Lancé ${instantEnMots(lot.creeLe)}${lot.lancePar === null ? '' : ` par ${lot.lancePar}`}`,
  }
  if (lot.etat === 'TERMINE') {
    const fin = lot.termineLe === null ? '' : `, terminé ${instantEnMots(lot.termineLe)}`
    return {
      ...commun,
      avancement: `${compterReleves(lot.emis)}${fin}.`,
      mesure: null,
      situation: 'TERMINE',
    }
  }
  const total = Math.max(lot.total, lot.emis)
  return {
    ...commun,
    avancement: `${lot.emis} sur ${compterReleves(total)} émis, ${lot.rendus} PDF ${lot.rendus < 2 ? 'prêt' : 'prêts'}.`,
    mesure: { fait: lot.emis + lot.rendus, total: 2 * total },
    situation: marche,
  }
}

export interface PropositionVue {
  readonly phrase: string
  /** First day of the period to launch; null: nothing to launch. */
  readonly du: DateCivile | null
  readonly bouton: string
}

interface Proposable {
  readonly proposition: (PeriodeReleve & { readonly nombre: number }) | null
  readonly prochaine: PeriodeReleve | null
  readonly lots: readonly Pick<LotVu, 'situation'>[]
}

/** What will happen, said before the button. */
export function voirProposition({ proposition, prochaine, lots }: Proposable): PropositionVue {
  if (proposition !== null) {
    const periode = phrasePeriode(proposition)
    return {
      phrase:
        proposition.nombre === 0
          ? `Période ${periode} : aucun contrat n’a quelque chose à relever. L’éditer la clôt sans relevé.`
          : `Période ${periode} : ${compterReleves(proposition.nombre)} à émettre. Ils sont définitifs dès l’émission ; une correction ultérieure paraîtra sur le suivant.`,
      du: proposition.du,
      bouton: `Éditer les relevés ${periode}`,
    }
  }
  if (lots.some(({ situation }) => situation !== 'TERMINE'))
    return { phrase: 'Rien à lancer tant que la période en cours n’est pas terminée.', du: null, bouton: '' }
  const quand = prochaine === null ? '' : ` La prochaine va ${phrasePeriode(prochaine)}.`
  return { phrase: `Toutes les périodes passées sont éditées.${quand}`, du: null, bouton: '' }
}
