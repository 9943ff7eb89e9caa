import { direModalite } from '@/lib/lexique/echeances'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import { direFin, direParti } from '@/lib/lexique/mandat'
import { annee, type DateCivile } from '@/lib/rules/date/date-civile'
import { jourTargetDes } from '@/lib/rules/date/jours-target'
import type { Accord } from '@/lib/rules/decision/decision'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import type { ArticleId } from '@/lib/rules/decision/motif'
import type { ChoixPaiement } from '@/lib/rules/echeancier/choisir-paiement'
import { quitterPrelevement, type SuiteSansPrelevement } from '@/lib/rules/echeancier/quitter-prelevement'
import { type Montant, somme } from '@/lib/rules/montant/montant'
import type { Article } from '@/lib/rules/reglement/article'
import { regleEnVigueur } from '@/lib/rules/reglement/regle-en-vigueur'
import { cotiserContrat, reglementDe } from '../cotisation/view'
import { type Plan, replanifier } from '../echeancier/view'
import { type EtapeView, etape } from '../remboursement/view'
import type { MandatLu, PageLue, PaiementLu } from './data'
import { JOURS, type VueDemandee } from './schema'

export interface MandatVu {
  readonly rum: string
  readonly compte: string
  readonly signe: string
  /** Null: never used. */
  readonly dernier: string | null
  readonly documentId: string | null
  readonly caduc: boolean
}

export interface PrelevementVu {
  readonly adhesionId: string
  readonly numeroAdherent: string
  /** « Vous payez chaque mois, par prélèvement, le 6 du mois. » */
  readonly modalite: string | null
  readonly preleve: boolean
  readonly mandat: MandatVu | null
  readonly anciens: readonly { readonly rum: string; readonly phrase: string }[]
  readonly partis: readonly string[]
  /** The direct debit is lost: since when, and why. */
  readonly perdu: { readonly le: string; readonly etapes: readonly EtapeView[] } | null
  /** Days that the règlement debits on; empty: it knows no direct debit. */
  readonly jours: readonly number[]
}

interface Contexte {
  readonly jour: DateCivile
  readonly article: (id: ArticleId) => Article | undefined
}

export function voirPrelevement(lu: PageLue, c: Contexte): PrelevementVu {
  const { contrat, modalite, mandat, anciens, partis, perte } = lu
  return {
    adhesionId: contrat.id,
    numeroAdherent: contrat.numeroAdherent,
    modalite: modalite === null ? null : direModalite(modalite.periodicite, modalite.mode, modalite.jour),
    preleve: modalite?.mode === 'PRELEVEMENT',
    mandat: mandat === null ? null : voirMandat(mandat),
    anciens: anciens.map(({ rum, fin, revoqueLe, signeLe }) => ({
      rum,
      phrase: direFin(fin, revoqueLe ?? signeLe),
    })),
    partis: partis.map(direParti),
    perdu:
      perte === null
        ? null
        : { le: formatDateEnLettres(perte.le), etapes: perte.motifs.map((motif) => etape(motif, c)) },
    jours: joursPermis(contrat.reglement, c.jour),
  }
}

const voirMandat = (m: MandatLu): MandatVu => ({
  rum: m.rum,
  compte: `Compte de ${m.titulaire} qui finit par ${m.ibanFin}`,
  signe: formatDateEnLettres(m.signeLe),
  dernier: m.dernierLe === null ? null : formatDateEnLettres(m.dernierLe),
  documentId: m.documentId,
  caduc: m.caduc,
})

function joursPermis(reglement: string, jour: DateCivile): number[] {
  const serie = reglementDe(reglement).echeancier
  const regle = serie === null ? null : regleEnVigueur(serie, jour, 'prélèvement').prelevement
  if (regle === null) return []
  return JOURS.filter((j) => regle.jours === null || regle.jours.includes(j))
}

/** What the form shows at first: what was asked, else what runs, else the most usual. */
export function choixDemande(
  { modalite }: Pick<PaiementLu, 'modalite'>,
  { rythme, jour }: Pick<VueDemandee, 'rythme' | 'jour'>,
): {
  readonly periodicite: NonNullable<VueDemandee['rythme']>
  readonly jour: NonNullable<VueDemandee['jour']>
} {
  return {
    periodicite: rythme ?? modalite?.periodicite ?? 'MENSUELLE',
    jour: jour ?? JOURS.find((j) => j === modalite?.jour) ?? JOURS[0],
  }
}

export interface PaiementPrevu {
  readonly cle: string
  /** The day the account is debited, or the cheque expected. */
  readonly le: string
  /** The day of the échéance, when banks are closed on it. */
  readonly decale: string | null
  readonly montant: Montant
}

export interface Prevision {
  readonly paiements: readonly PaiementPrevu[]
  readonly total: Montant
  readonly annee: number
}

/** What would be paid, and when, with that choice from today on; null when it cannot be worked out. */
export function prevoir({ prevision }: PageLue, choix: ChoixPaiement, jour: DateCivile): Prevision | null {
  if (prevision === null) return null
  const { contrat, precedent } = prevision
  const modalites = contrat.modalites.map(({ faits }) => ({ ...choix, faits, du: jour, au: null })).slice(-1)
  try {
    const cotisation = cotiserContrat({ ...contrat, modalites }, annee(jour), jour)
    const plan = replanifier(contrat.reglement, cotisation, precedent, jour)
    return direPlan(plan, choix.mode === 'PRELEVEMENT', jour)
  } catch (erreur) {
    if (erreur instanceof ErreurDeRegle) return null
    throw erreur
  }
}

function direPlan({ nouvelles }: Plan, preleve: boolean, jour: DateCivile): Prevision {
  const aPayer = nouvelles.filter(({ montant }) => montant > 0)
  return {
    paiements: aPayer.map(({ exigibleLe, montant }, rang) => {
      const cle = `${exigibleLe} ${rang}`
      const reel = preleve ? jourTargetDes(exigibleLe) : exigibleLe
      if (reel <= jour)
        return { cle, le: preleve ? 'Avec le prochain prélèvement' : 'Tout de suite', decale: null, montant }
      return {
        cle,
        le: formatDateEnLettres(reel),
        decale: reel === exigibleLe ? null : formatDateEnLettres(exigibleLe),
        montant,
      }
    }),
    total: somme(aPayer.map(({ montant }) => montant)),
    annee: annee(jour),
  }
}

type Payeur = Pick<PaiementLu, 'contrat' | 'modalite'>

/** What the règlement says of somebody who is debited no more; null where it does not know the cheque, or nothing was debited. */
export function suiteSansPrelevement(
  { contrat, modalite }: Payeur,
  le: DateCivile,
): Accord<SuiteSansPrelevement> | null {
  if (modalite?.mode !== 'PRELEVEMENT') return null
  try {
    const faits = { date: le, periodicite: modalite.periodicite }
    const decision = quitterPrelevement(reglementDe(contrat.reglement), faits)
    return decision.verdict === 'ACCORDEE' ? decision : null
  } catch (erreur) {
    if (erreur instanceof ErreurDeRegle && erreur.code === 'NON_PREVU') return null
    throw erreur
  }
}

export interface ArretVu {
  readonly etapes: readonly EtapeView[]
  readonly prevision: Prevision | null
}

/** What follows the end of the direct debit; null where the règlement does not say. */
export function voirArret(lu: PageLue, c: Contexte): ArretVu | null {
  const suite = suiteSansPrelevement(lu, c.jour)
  if (suite === null) return null
  return {
    etapes: suite.motifs.map((motif) => etape(motif, c)),
    prevision: prevoir(lu, { ...suite.valeur, jour: null }, c.jour),
  }
}
