import { direAvance } from '@/lib/lexique/avance-sante'
import { echelonnerAvance, type Mensualite } from '@/lib/rules/aide/avancer-sante'
import type { ArticleId } from '@/lib/rules/decision/motif'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import type { Article } from '@/lib/rules/reglement/article'
import { motifsSchema } from '../remboursement/schema'
import { type EtapeView, etape } from '../remboursement/view'
import type { AvanceLue } from './data'

export interface MensualiteView extends Mensualite {
  /** What is given back goes to the oldest first. */
  readonly rendue: boolean
}

export interface AvanceView {
  readonly id: string
  readonly qui: string
  readonly numeroAdherent: string
  readonly montant: Montant
  readonly reste: Montant
  readonly phrase: string
  readonly versee: boolean
  /** Empty before it is paid. */
  readonly mensualites: readonly MensualiteView[]
  readonly etapes: readonly EtapeView[]
}

/** Where an avance is: to be paid, or given back month after month. */
export function voirAvance(lue: AvanceLue, article: (id: ArticleId) => Article | undefined): AvanceView {
  const reste = montant(lue.montant - lue.rendu)
  const plan = lue.verseeLe === null ? [] : echelonnerAvance(montant(lue.montant), lue.mois, lue.verseeLe)
  let cumul = 0
  const mensualites = plan.map((m) => {
    cumul += m.montant
    return { ...m, rendue: cumul <= lue.rendu }
  })
  const prochaine = mensualites.find(({ rendue }) => !rendue) ?? null
  return {
    id: lue.id,
    qui: lue.prenom,
    numeroAdherent: lue.numeroAdherent,
    montant: montant(lue.montant),
    reste,
    phrase: direAvance(lue.etat, reste, prochaine),
    versee: lue.etat === 'VERSEE',
    mensualites,
    etapes: motifsSchema.parse(lue.motifs).map((m) => etape(m, { article })),
  }
}
