import type { Prisma } from '@/generated/prisma/client'
import { lire } from '@/lib/server/db'
import type { PorteeAdherent, PorteeGestion } from '@/lib/server/portee'
import type { FichierADonner } from '@/lib/server/telechargement'
import { enRegard } from '../regard/access'
import { peutLireDepots } from './access'
import { balayageSchema, type CleDepot } from './schema'
import { type DefautsDuMagasin, type DepotRecuVu, type DepotVu, voirDepot } from './view'

export const DEPOTS_PAR_PAGE = 25

const COLONNES = {
  id: true,
  objet: true,
  nomOrigine: true,
  creeLe: true,
  fichier: { select: { taille: true, verdict: true, effaceLe: true } },
} as const

const A_DONNER = {
  id: true,
  typeMime: true,
  verdict: true,
  cleScellee: true,
  effaceLe: true,
} as const

export interface PageDepots<V> {
  readonly depots: readonly V[]
  /** Key of the next page. */
  readonly suite: string | null
}

const RECENTS_D_ABORD = [{ creeLe: 'desc' }, { id: 'desc' }] as const

const avantCle = (cle: CleDepot | null) =>
  cle === null ? {} : { OR: [{ creeLe: { lt: cle.le } }, { creeLe: cle.le, id: { lt: cle.id } }] }

function paginer<L extends { id: string; creeLe: Date }, V>(
  lus: readonly L[],
  voir: (lu: L) => V,
): PageDepots<V> {
  const page = lus.slice(0, DEPOTS_PAR_PAGE)
  const dernier = page.at(-1)
  const suite = lus.length > DEPOTS_PAR_PAGE && dernier ? `${dernier.creeLe.getTime()}_${dernier.id}` : null
  return { depots: page.map(voir), suite }
}

/** What this account sent, the latest first. Staff who look at it see what they might open elsewhere, and take nothing. */
export async function loadMesDepots(
  acteur: PorteeAdherent,
  avant: CleDepot | null,
): Promise<PageDepots<DepotVu>> {
  const lus = await lire(acteur, (tx) =>
    tx.depot.findMany({
      select: COLONNES,
      // A draft is not sent.
      where: {
        compteId: acteur.compteId,
        ...(enRegard(acteur)
          ? SANS_MEDICAL
          : { NOT: { pieceDemande: { is: { demande: { etat: 'BROUILLON' } } } } }),
        ...avantCle(avant),
      },
      orderBy: [...RECENTS_D_ABORD],
      take: DEPOTS_PAR_PAGE + 1,
    }),
  )
  return paginer(lus, (lu) => {
    const vu = voirDepot(lu, 'ADHERENT')
    return enRegard(acteur) ? { ...vu, telechargeable: false } : vu
  })
}

/** A piece of somebody's health, of the médecin-conseil's demandes or of a draft is not among the papers received. */
const SANS_MEDICAL: Prisma.DepotWhereInput = {
  NOT: {
    pieceDemande: {
      is: { OR: [{ medicale: true }, { demande: { OR: [{ equipe: 'MEDICAL' }, { etat: 'BROUILLON' }] } }] },
    },
  },
}

/** What members sent, the latest first. */
export async function loadDepotsRecus(
  acteur: PorteeGestion,
  avant: CleDepot | null,
): Promise<PageDepots<DepotRecuVu>> {
  if (!peutLireDepots(acteur)) return { depots: [], suite: null }
  const lus = await lire(acteur, (tx) =>
    tx.depot.findMany({
      select: {
        ...COLONNES,
        compte: { select: { personne: { select: { prenom: true, nom: true } } } },
        adhesion: { select: { numeroAdherent: true } },
      },
      where: { ...avantCle(avant), ...SANS_MEDICAL },
      orderBy: [...RECENTS_D_ABORD],
      take: DEPOTS_PAR_PAGE + 1,
    }),
  )
  return paginer(lus, (lu) => ({
    ...voirDepot(lu, 'GESTION'),
    de: [lu.compte.personne?.prenom, lu.compte.personne?.nom].join(' ').trim(),
    numeroAdherent: lu.adhesion?.numeroAdherent ?? null,
  }))
}

/** What the last sweep of the stored files found wrong. Null: nothing, or no sweep yet. */
export async function loadDefautsDuMagasin(acteur: PorteeGestion): Promise<DefautsDuMagasin | null> {
  if (!peutLireDepots(acteur)) return null
  const dernier = await lire(acteur, (tx) =>
    tx.entreeJournal.findFirst({
      select: { moment: true, donnees: true },
      where: { objetType: 'magasin', acte: 'FICHIERS_BALAYES' },
      orderBy: { rang: 'desc' },
    }),
  )
  if (dernier === null) return null
  const { absents, abimes } = balayageSchema.parse(dernier.donnees)
  return absents + abimes === 0 ? null : { le: dernier.moment, nombre: absents + abimes }
}

export interface PersonneDuDepot {
  readonly personneId: string
  readonly adhesionId: string
  readonly prenom: string
  readonly nom: string
}

/** Somebody whom a contract of this person covers or covered, the latest contract first. Null: nobody they may speak of. */
export async function loadPersonneDuDepot(
  acteur: PorteeAdherent,
  personneId: string | null,
): Promise<PersonneDuDepot | null> {
  if (personneId === null) return null
  const lu = await lire(acteur, (tx) =>
    tx.beneficiaire.findFirst({
      select: { adhesionId: true, personne: { select: { prenom: true, nom: true } } },
      where: { personneId, adhesionId: { in: [...acteur.adhesions, ...acteur.adhesionsLues] } },
      orderBy: [{ du: 'desc' }, { id: 'asc' }],
    }),
  )
  return lu === null ? null : { personneId, adhesionId: lu.adhesionId, ...lu.personne }
}

export interface DepotADonner {
  readonly nom: string
  readonly fichier: FichierADonner
}

/** A piece as its reader may have it. Null: not theirs, or not there, which is the same answer. */
export async function loadFichierDuDepot(
  acteur: PorteeAdherent | PorteeGestion,
  id: string,
): Promise<DepotADonner | null> {
  if ((acteur.type === 'GESTION' && !peutLireDepots(acteur)) || enRegard(acteur)) return null
  const lu = await lire(acteur, (tx) =>
    tx.depot.findFirst({
      select: { compteId: true, nomOrigine: true, fichier: { select: A_DONNER } },
      where: { id, ...(acteur.type === 'GESTION' ? SANS_MEDICAL : {}) },
    }),
  )
  if (lu === null || (acteur.type === 'ADHERENT' && lu.compteId !== acteur.compteId)) return null
  return { nom: lu.nomOrigine, fichier: lu.fichier }
}
