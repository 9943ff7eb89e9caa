import { ajouterJours, type DateCivile } from '../date/date-civile'
import { enDate, enMontant, enNombre, type Motif } from '../decision/motif'
import { type Montant, minimum, reste } from '../montant/montant'
import { type SerieDatee, valeurAu } from '../reglement/serie-datee'
import { type CodeEtape, etape } from './etape'
import { anneeCivile, type PeriodeForfait } from './periode-forfait'
import { estExonereParAge } from './retenues'
import type { Parametres, Socle } from './socle'

export type SorteRetenue = 'PARTICIPATIONS' | 'FRANCHISES'

/** Ce que les décomptes d'une année ont retenu. */
export interface RetenueConnue {
  readonly total: Montant
  /** Dans ce total, ce qui est compté au jour du soin, faute de connaître celui du remboursement. */
  readonly auJourDuSoin: Montant
}

/** Où en est, pour une personne et une année civile, ce que la loi laisse à sa charge sans recours. */
export interface EtatRetenue {
  readonly sorte: SorteRetenue
  readonly plafond: Montant
  readonly retenu: Montant
  readonly reste: Montant
  /** Mineur au 1er janvier : rien ne lui est retenu. */
  readonly exonere: boolean
  readonly du: DateCivile
  readonly au: DateCivile
  readonly renouvelleLe: DateCivile
  readonly motifs: readonly Motif[]
}

interface Regle {
  readonly sorte: SorteRetenue
  readonly code: CodeEtape
  readonly plafonds: SerieDatee<Montant>
  readonly ages: SerieDatee<number>
  readonly parJour: readonly (readonly [CodeEtape, SerieDatee<Montant>])[]
}

const regles = (p: Parametres): readonly Regle[] => [
  {
    sorte: 'PARTICIPATIONS',
    code: 'RETENUE_PARTICIPATIONS',
    plafonds: p.participationPlafondAn,
    ages: p.participationAgeExonere,
    parJour: [['PLAFOND_JOUR_PARTICIPATIONS', p.participationPlafondJour]],
  },
  {
    sorte: 'FRANCHISES',
    code: 'RETENUE_FRANCHISES',
    plafonds: p.franchisesPlafondAn,
    ages: p.franchisesAgeExonere,
    parJour: [
      ['PLAFOND_JOUR_PARAMEDICAL', p.franchisesPlafondJour['franchise-paramedical']],
      ['PLAFOND_JOUR_TRANSPORT', p.franchisesPlafondJour['franchise-transport']],
    ],
  },
]

/**
 * Les participations forfaitaires et les franchises de l'année de `jour`, aux plafonds en vigueur ce jour-là.
 * `retenu` : ce que les décomptes ont retenu, au jour où la caisse a remboursé (D. 160-6, D. 160-10), ou à défaut au
 * jour du soin ; jamais dit au-delà du plafond.
 */
export function suivreRetenues(
  socle: Socle,
  dateNaissance: DateCivile,
  retenu: Readonly<Record<SorteRetenue, RetenueConnue>>,
  jour: DateCivile,
): readonly EtatRetenue[] {
  const periode = anneeCivile(jour)
  return regles(socle.parametres).map((regle) => {
    const plafond = valeurAu(regle.plafonds, jour).valeur
    const exonere = estExonereParAge(dateNaissance, regle.ages, jour)
    const connue = retenu[regle.sorte]
    const pris = minimum(connue.total, plafond)
    return {
      sorte: regle.sorte,
      plafond,
      retenu: pris,
      reste: reste(plafond, pris),
      exonere,
      ...periode,
      renouvelleLe: ajouterJours(periode.au, 1),
      motifs: exonere ? [avantMajorite(regle, jour)] : expliquer(regle, connue, jour, periode),
    }
  })
}

function avantMajorite({ ages }: Regle, jour: DateCivile): Motif {
  const age = valeurAu(ages, jour)
  return etape('RETENUE_AVANT_MAJORITE', age.article, { age: enNombre(age.valeur, 'ans') })
}

/** Le plafond de l'année, le jour qui compte, puis les plafonds d'une journée. */
function expliquer(
  { code, plafonds, parJour }: Regle,
  { total, auJourDuSoin }: RetenueConnue,
  jour: DateCivile,
  { du, au }: PeriodeForfait,
): readonly Motif[] {
  const { valeur: plafond, article } = valeurAu(plafonds, jour)
  const jours = parJour.map(([codeJour, serie]) => {
    const duJour = valeurAu(serie, jour)
    return etape(codeJour, duJour.article, { plafond: enMontant(duJour.valeur) })
  })
  return [
    etape(code, article, {
      plafond: enMontant(plafond),
      retenu: enMontant(minimum(total, plafond)),
      du: enDate(du),
      au: enDate(au),
    }),
    ...(total > auJourDuSoin ? [etape('RETENUE_JOUR_REMBOURSEMENT', article)] : []),
    ...(auJourDuSoin > 0 ? [etape('RETENUE_JOUR_SOIN', article, { montant: enMontant(auJourDuSoin) })] : []),
    ...jours,
  ]
}
