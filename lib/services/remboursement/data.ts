import type { Prisma } from '@/generated/prisma/client'
import type { EtatPrestation } from '@/generated/prisma/enums'
import { reglements, socle } from '@/lib/reglements/catalogue'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { ArticleId } from '@/lib/rules/decision/motif'
import type { Article } from '@/lib/rules/reglement/article'
import { type Lecture, lire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import type { Filtres } from './schema'

/**
 * The member's reimbursements as the base has them. One transaction a page, and at most six statements in it. Row level security
 * decides what exists; the conditions below repeat it so that the indexes serve.
 */
const ARTICLES: ReadonlyMap<ArticleId, Article> = new Map(
  [...Object.values(reglements).flatMap((reglement) => reglement.articles), ...socle.articles].map(
    (article) => [article.id, article],
  ),
)

/** Any article a ground may cite, of the law or of a règlement. */
export const articleCite = (id: ArticleId): Article | undefined => ARTICLES.get(id)

export const PAR_PAGE = 25

const COLONNES = {
  id: true,
  adhesionId: true,
  personneId: true,
  etat: true,
  dateSoins: true,
  libelle: true,
  executant: true,
  destinataire: true,
  depense: true,
  base: true,
  partAmo: true,
  participation: true,
  franchise: true,
  partRegimeLocal: true,
  autresRemboursements: true,
  partMutuelle: true,
  resteACharge: true,
  annuleId: true,
  motifs: true,
  payeeLe: true,
  comptePropre: true,
} as const satisfies Prisma.PrestationSelect

export type PrestationLue = Prisma.PrestationGetPayload<{ select: typeof COLONNES }>

export interface PersonneLue {
  readonly id: string
  readonly prenom: string
  readonly nom: string
}

const MONTANTS = {
  depense: true,
  partAmo: true,
  participation: true,
  franchise: true,
  partRegimeLocal: true,
  autresRemboursements: true,
  partMutuelle: true,
  resteACharge: true,
} as const

export type SommesLues = { readonly [cle in keyof typeof MONTANTS]: bigint | null }

export interface TotauxLus {
  readonly nombre: number
  readonly sommes: SommesLues
}

const enDate = (jour: DateCivile): Date => new Date(`${jour}T00:00:00Z`)

const siens = (portee: PorteeAdherent): Prisma.PrestationWhereInput => ({
  OR: [{ adhesionId: { in: [...portee.adhesions] } }, { personneId: portee.personneId }],
})

/**
 * What counts in a total: neither a benefit cancelled before it was paid, nor the reversal that cancels it. The reversal of a benefit
 * already paid counts: the two make zero.
 */
const COMPTEES: Prisma.PrestationWhereInput = {
  etat: { not: 'ANNULEE' },
  OR: [{ annuleId: null }, { annule: { is: { etat: { not: 'ANNULEE' } } } }],
}

function choisies(filtres: Filtres): Prisma.PrestationWhereInput {
  return {
    ...(filtres.personnes.length === 0 ? {} : { personneId: { in: [...filtres.personnes] } }),
    ...(filtres.versement === 'TOUS'
      ? {}
      : { destinataire: filtres.versement === 'MOI' ? 'ASSURE' : { not: 'ASSURE' } }),
    dateSoins: {
      ...(filtres.du === null ? {} : { gte: enDate(filtres.du) }),
      ...(filtres.au === null ? {} : { lte: enDate(filtres.au) }),
    },
  }
}

function auDela(page: Filtres['page']): Prisma.PrestationWhereInput {
  if (page === null) return {}
  const jour = enDate(page.cle.dateSoins)
  return page.sens === 'APRES'
    ? { OR: [{ dateSoins: { lt: jour } }, { dateSoins: jour, id: { lt: page.cle.id } }] }
    : { OR: [{ dateSoins: { gt: jour } }, { dateSoins: jour, id: { gt: page.cle.id } }] }
}

/** Those the reader may see, the reader first. */
async function personnes(tx: Lecture, portee: PorteeAdherent): Promise<PersonneLue[]> {
  const toutes = await tx.personne.findMany({
    select: { id: true, prenom: true, nom: true },
    orderBy: [{ dateNaissance: 'asc' }, { id: 'asc' }],
  })
  const estLecteur = ({ id }: PersonneLue) => id === portee.personneId
  return [...toutes.filter(estLecteur), ...toutes.filter((personne) => !estLecteur(personne))]
}

async function totaux(tx: Lecture, where: Prisma.PrestationWhereInput): Promise<TotauxLus> {
  const { _count, _sum } = await tx.prestation.aggregate({
    where: { AND: [where, COMPTEES] },
    _count: true,
    _sum: MONTANTS,
  })
  return { nombre: _count, sommes: _sum }
}

const RECENTES_D_ABORD: Prisma.PrestationOrderByWithRelationInput[] = [{ dateSoins: 'desc' }, { id: 'desc' }]
const ANCIENNES_D_ABORD: Prisma.PrestationOrderByWithRelationInput[] = [{ dateSoins: 'asc' }, { id: 'asc' }]

export interface ListeLue {
  readonly personnes: readonly PersonneLue[]
  /** Most recent first. */
  readonly lignes: readonly PrestationLue[]
  readonly autres: { readonly plusRecentes: boolean; readonly plusAnciennes: boolean }
  readonly totaux: TotauxLus
}

export function lireListe(portee: PorteeAdherent, filtres: Filtres): Promise<ListeLue> {
  return lire(portee, async (tx) => {
    const where = { AND: [siens(portee), choisies(filtres)] }
    const remonte = filtres.page?.sens === 'AVANT'
    const trouvees = await tx.prestation.findMany({
      where: { AND: [where, auDela(filtres.page)] },
      select: COLONNES,
      orderBy: remonte ? ANCIENNES_D_ABORD : RECENTES_D_ABORD,
      take: PAR_PAGE + 1,
    })
    const encore = trouvees.length > PAR_PAGE
    const lignes = trouvees.slice(0, PAR_PAGE)
    return {
      personnes: await personnes(tx, portee),
      lignes: remonte ? lignes.reverse() : lignes,
      autres: remonte
        ? { plusRecentes: encore, plusAnciennes: true }
        : { plusRecentes: filtres.page !== null, plusAnciennes: encore },
      totaux: await totaux(tx, where),
    }
  })
}

export interface UneLue {
  readonly personnes: readonly PersonneLue[]
  readonly ligne: PrestationLue
  /** Why the transfer that pays it goes to that account; null: no transfer, or no other account was possible. */
  readonly motifsVersement: unknown
}

/** Null when there is no such line for this person: they are told « introuvable », whoever it belongs to. */
export function lireUne(portee: PorteeAdherent, id: string): Promise<UneLue | null> {
  return lire(portee, async (tx) => {
    const ligne = await tx.prestation.findFirst({ where: { AND: [siens(portee), { id }] }, select: COLONNES })
    if (ligne === null) return null
    const versement = await tx.ordrePrestation.findFirst({
      where: { prestationId: id, vivant: true },
      select: { motifs: true },
    })
    return { personnes: await personnes(tx, portee), ligne, motifsVersement: versement?.motifs ?? null }
  })
}

export interface AccueilLu {
  readonly numerosAdherent: readonly string[]
  readonly personnes: readonly PersonneLue[]
  readonly dernieres: readonly PrestationLue[]
  readonly enAttente: readonly {
    readonly etat: EtatPrestation
    readonly nombre: number
    readonly partMutuelle: bigint
  }[]
  readonly annee: TotauxLus
}

export function lireAccueil(
  portee: PorteeAdherent,
  premierJourDeLAnnee: DateCivile,
  jour: DateCivile,
): Promise<AccueilLu> {
  return lire(portee, async (tx) => {
    const dernieres = await tx.prestation.findMany({
      where: siens(portee),
      select: COLONNES,
      orderBy: RECENTES_D_ABORD,
      take: 5,
    })
    const groupes = await tx.prestation.groupBy({
      by: ['etat'],
      where: { AND: [siens(portee), COMPTEES, { etat: { in: ['CALCULEE', 'A_VERIFIER', 'A_PAYER'] } }] },
      _count: true,
      _sum: { partMutuelle: true },
    })
    const adhesions = await tx.adhesion.findMany({
      where: { id: { in: [...portee.adhesions] } },
      select: { numeroAdherent: true },
      orderBy: { numeroAdherent: 'asc' },
    })
    const annee = { dateSoins: { gte: enDate(premierJourDeLAnnee), lte: enDate(jour) } }
    return {
      numerosAdherent: adhesions.map(({ numeroAdherent }) => numeroAdherent),
      personnes: await personnes(tx, portee),
      dernieres,
      enAttente: groupes.map((g) => ({
        etat: g.etat,
        nombre: g._count,
        partMutuelle: g._sum.partMutuelle ?? 0n,
      })),
      annee: await totaux(tx, { AND: [siens(portee), annee] }),
    }
  })
}
