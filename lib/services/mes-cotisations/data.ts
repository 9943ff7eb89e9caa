import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Lecture, lire } from '@/lib/server/db'
import type { Acteur } from '@/lib/server/portee'

/** Contributions as the base has them; row level security gives a member those of the contracts they hold, and nothing else. */
const ECHEANCE = {
  id: true,
  exigibleLe: true,
  du: true,
  au: true,
  montant: true,
  mode: true,
  etat: true,
  payeeLe: true,
  ordres: {
    select: {
      vivant: true,
      ordre: { select: { etat: true, codeRetour: true, denoueLe: true, lotId: true } },
    },
  },
} as const

const ECHEANCIER = {
  annee: true,
  version: true,
  cause: true,
  total: true,
  resultat: true,
  motifs: true,
  creeLe: true,
  echeances: { select: ECHEANCE, where: { etat: { not: 'REMPLACEE' as const } } },
} as const

function contrats(tx: Lecture, adhesions: readonly string[], annee: number, jour: Date) {
  return tx.adhesion.findMany({
    where: { id: { in: [...adhesions] } },
    select: {
      id: true,
      numeroAdherent: true,
      reglement: true,
      echeanciers: { where: { annee }, select: ECHEANCIER, orderBy: { version: 'asc' } },
      modalites: {
        where: { du: { lte: jour } },
        select: { periodicite: true, mode: true, jourPrelevement: true, du: true },
        // Replaced on the day it began, a choice has the same first day as the one that took its place.
        orderBy: [{ du: 'desc' }, { au: { sort: 'desc', nulls: 'first' } }],
        take: 1,
      },
      mandats: {
        where: { revoqueLe: null },
        select: { rum: true, signeLe: true, compteBancaire: { select: { titulaire: true, ibanFin: true } } },
        orderBy: { signeLe: 'desc' },
        take: 1,
      },
    },
    orderBy: { numeroAdherent: 'asc' },
  })
}

async function annees(tx: Lecture, adhesions: readonly string[]): Promise<number[]> {
  const lues = await tx.echeancier.findMany({
    where: { adhesionId: { in: [...adhesions] } },
    distinct: ['annee'],
    select: { annee: true },
    orderBy: { annee: 'desc' },
  })
  return lues.map((e) => e.annee)
}

/** The schedules of these contracts for a year, as far as the reader may see them. */
export function lireCotisations(
  portee: Acteur,
  adhesions: readonly string[],
  annee: number,
  jour: DateCivile,
) {
  return lire(portee, async (tx) => {
    const lus = await contrats(tx, adhesions, annee, new Date(`${jour}T00:00:00Z`))
    const lots = lus.flatMap((c) =>
      c.echeanciers.flatMap((v) => v.echeances.flatMap((e) => e.ordres.map(({ ordre }) => ordre.lotId))),
    )
    const dates = await tx.lotBancaire.findMany({
      where: { id: { in: [...new Set(lots)] } },
      select: { id: true, executionLe: true },
    })
    const personnes = await tx.personne.findMany({
      where: { beneficiaires: { some: { adhesionId: { in: [...adhesions] } } } },
      select: { id: true, prenom: true, nom: true },
    })
    return {
      contrats: lus,
      annees: await annees(tx, adhesions),
      executions: new Map(dates.map((l) => [l.id, l.executionLe])),
      personnes,
    }
  })
}

export type CotisationsLues = Awaited<ReturnType<typeof lireCotisations>>
