import { expliquerMotifBancaire } from '@/lib/lexique/banque'
import { RAISONS_NON_PRELEVE } from '@/lib/lexique/cotisations'
import { formatDateEnLettres, formatMois, formatMontant } from '@/lib/lexique/formats'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import { retireLePrelevement } from '../cotisation/view'
import type { CotisationsView } from '../mes-cotisations/view'
import type { ImpayeLu, SuiviLu } from './data'

export interface SuiviView {
  readonly mois: string
  readonly chiffres: readonly { readonly libelle: string; readonly montant: Montant }[]
  readonly impayes: readonly {
    readonly id: string
    readonly adhesionId: string
    readonly qui: string
    readonly montant: Montant
    readonly phrase: string
  }[]
  readonly aRegler: readonly {
    readonly cle: string
    readonly adhesionId: string
    readonly qui: string
    readonly raison: string
  }[]
}

export function voirSuivi(lu: SuiviLu, jour: DateCivile): SuiviView {
  const { appele, encaisse, revenu, impaye } = lu.mois
  return {
    mois: formatMois(jour),
    chiffres: [
      { libelle: 'Appelé ce mois-ci', montant: montant(appele) },
      { libelle: 'Encaissé ce mois-ci', montant: montant(encaisse) },
      { libelle: 'Revenu impayé ce mois-ci', montant: montant(revenu) },
      { libelle: 'En retard à ce jour', montant: montant(impaye) },
    ],
    impayes: lu.impayes.map((i) => ({
      id: i.id,
      adhesionId: i.adhesionId,
      qui: `${i.nom} (n° ${i.numeroAdherent})`,
      montant: montant(i.montant),
      phrase: phraseImpaye(i),
    })),
    aRegler: [
      ...lu.sansEcheancier.map((s) => ({
        cle: `echeancier-${s.adhesionId}`,
        adhesionId: s.adhesionId,
        qui: `N° ${s.numeroAdherent}`,
        raison: `Pas d’échéancier : ${s.raison}`,
      })),
      ...lu.empeches.map((e) => ({
        cle: `prelevement-${e.adhesionId}`,
        adhesionId: e.adhesionId,
        qui: `N° ${e.numeroAdherent}`,
        raison: `Prélèvement impossible : ${RAISONS_NON_PRELEVE[e.raison]}.`,
      })),
    ],
  }
}

function phraseImpaye({ exigibleLe, etat, codeRetour, reglement }: ImpayeLu): string {
  const due = `Due le ${formatDateEnLettres(exigibleLe)}`
  if (etat !== 'REJETEE') return `${due}, pas encore payée.`
  const { phrase, gestion } = expliquerMotifBancaire(codeRetour)
  const suite =
    codeRetour === 'AM04' && retireLePrelevement(reglement)
      ? 'Ce règlement retire alors le prélèvement : convenir d’un autre moyen de paiement.'
      : gestion
  return `${due}, prélèvement revenu. ${phrase} ${suite}`
}

/** What somebody may hand in at the counter: everything of the year that is neither paid nor at the bank. */
export const duesDe = (
  vues: readonly CotisationsView[],
): { readonly id: string; readonly libelle: string }[] =>
  vues.flatMap((vue) =>
    vue.echeances
      .filter(({ encaissable }) => encaissable)
      .map(({ id, periode, montant: m }) => ({ id, libelle: `${periode}, ${formatMontant(m)}` })),
  )
