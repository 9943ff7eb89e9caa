import type { Prisma } from '@/generated/prisma/client'
import type { EtatPrestation } from '@/generated/prisma/enums'
import { reglements, socle } from '@/lib/reglements/catalogue'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { ArticleId } from '@/lib/rules/decision/motif'
import type { Article } from '@/lib/rules/reglement/article'
import { type Lecture, lire, parLecture } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import {
  LECTEUR_D_ABORD,
  LECTURE,
  lirePersonnes,
  type PersonneVue,
  VISIBLES,
  visiblesDe,
} from '../foyer/data'
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

export type PersonneLue = Pick<PersonneVue, 'id' | 'prenom' | 'nom'>

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

/** What counts in a total: neither a benefit that was taken back, nor the one that takes it back. Corrected care is one care. */
const COMPTEES: Prisma.PrestationWhereInput = {
  etat: { not: 'ANNULEE' },
  annuleId: null,
  annulee: { is: null },
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
  readonly personnes: readonly PersonneVue[]
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
      personnes: await lirePersonnes(tx, portee),
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
    return { personnes: await lirePersonnes(tx, portee), ligne, motifsVersement: versement?.motifs ?? null }
  })
}

export interface AccueilLu {
  readonly numerosAdherent: readonly string[]
  readonly personnes: readonly PersonneVue[]
  readonly dernieres: readonly PrestationLue[]
  readonly enAttente: readonly {
    readonly etat: EtatPrestation
    readonly nombre: number
    readonly partMutuelle: bigint
  }[]
  readonly annee: TotauxLus
}

/**
 * Everything the first page says of the contracts, beside the last care. `$3`, `$4`: the year. Sums by state, in cents. A sum that is taken
 * back lowers what is to come, and is no care; the year has neither it nor what it takes back (COMPTEES).
 */
const SITUATION = `SELECT
    (SELECT coalesce(json_agg(a.numero_adherent ORDER BY a.numero_adherent), '[]') FROM adhesions a
      WHERE a.id = ANY ($1::uuid[])) AS "numerosAdherent",
    (SELECT coalesce(json_agg(json_build_object('id', p.id, 'prenom', p.prenom, 'nom', p.nom,
        'dateNaissance', p.date_naissance, 'lecture', ${LECTURE}) ORDER BY ${LECTEUR_D_ABORD}), '[]')
      FROM personnes p WHERE ${VISIBLES}) AS personnes,
    (SELECT coalesce(json_agg(s), '[]') FROM (
      SELECT p.etat, count(*) FILTER (WHERE p.annule_id IS NULL) AS nombre, sum(p.part_mutuelle) AS "partMutuelle", json_build_object(${Object.entries(
        {
          nombre: 'count(*)',
          depense: 'sum(p.depense)',
          partAmo: 'sum(p.part_amo)',
          participation: 'sum(p.participation)',
          franchise: 'sum(p.franchise)',
          partRegimeLocal: 'sum(p.part_regime_local)',
          autresRemboursements: 'sum(p.autres_remboursements)',
          partMutuelle: 'sum(p.part_mutuelle)',
          resteACharge: 'sum(p.reste_a_charge)',
        },
      )
        .map(([nom, somme]) => `'${nom}', ${somme} FILTER (WHERE t.tient)`)
        .join(', ')}) AS annee
      FROM prestations p LEFT JOIN prestations o ON o.id = p.annule_id CROSS JOIN LATERAL (
        SELECT p.date_soins BETWEEN $3::date AND $4::date AND p.annule_id IS NULL
          AND (SELECT x.id FROM prestations x WHERE x.annule_id = p.id) IS NULL AS tient OFFSET 0) t
      WHERE (p.adhesion_id = ANY ($1::uuid[]) OR p.personne_id = $2::uuid) AND p.etat <> 'ANNULEE' AND o.etat IS DISTINCT FROM 'ANNULEE'
      GROUP BY p.etat) s) AS etats`

interface SituationLue {
  readonly numerosAdherent: readonly string[]
  readonly personnes: readonly PersonneVue[]
  readonly etats: readonly {
    readonly etat: EtatPrestation
    readonly nombre: number
    readonly partMutuelle: number
    readonly annee: { readonly nombre: number } & { readonly [cle in keyof SommesLues]: number | null }
  }[]
}

const EN_ATTENTE: ReadonlySet<EtatPrestation> = new Set(['CALCULEE', 'A_VERIFIER', 'A_PAYER'])
const ajouter = (etats: SituationLue['etats'], cle: keyof SommesLues): bigint =>
  BigInt(etats.reduce((total, { annee }) => total + (annee[cle] ?? 0), 0))

const lireTotaux = (etats: SituationLue['etats']): TotauxLus => ({
  nombre: etats.reduce((total, { annee }) => total + annee.nombre, 0),
  sommes: {
    depense: ajouter(etats, 'depense'),
    partAmo: ajouter(etats, 'partAmo'),
    participation: ajouter(etats, 'participation'),
    franchise: ajouter(etats, 'franchise'),
    partRegimeLocal: ajouter(etats, 'partRegimeLocal'),
    autresRemboursements: ajouter(etats, 'autresRemboursements'),
    partMutuelle: ajouter(etats, 'partMutuelle'),
    resteACharge: ajouter(etats, 'resteACharge'),
  },
})

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
    const [situation] = await parLecture(tx)<SituationLue>(SITUATION, [
      ...visiblesDe(portee),
      premierJourDeLAnnee,
      jour,
    ])
    if (situation === undefined) throw new Error('une agrégation rend toujours une ligne')
    const { numerosAdherent, personnes, etats } = situation
    return {
      numerosAdherent,
      personnes,
      dernieres,
      enAttente: etats
        .filter(({ etat }) => EN_ATTENTE.has(etat))
        .map(({ etat, nombre, partMutuelle }) => ({ etat, nombre, partMutuelle: BigInt(partMutuelle) })),
      annee: lireTotaux(etats),
    }
  })
}
