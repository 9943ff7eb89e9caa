import type { EtatDemande, EtatIndu, EtatLot, EtatOrdre, ObjetOrdre, SensLot } from '@/generated/prisma/enums'
import { ecrireNumeroDemande } from '@/lib/lexique/demandes'
import type { AttentePaiement } from '@/lib/lexique/paiement'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Lecture, lire } from '@/lib/server/db'
import type { PorteeGestion } from '@/lib/server/portee'
import type { FichierADonner } from '@/lib/server/telechargement'
import { estEnCours } from '@/lib/services/demande/etats'
import { CONTESTATION, REMISE, RESTES } from '@/lib/services/indu/data'
import { type EchelonnementLu, voirMensualites } from '@/lib/services/indu/view'
import { peutPreparerLot } from '@/lib/services/lot-bancaire/access'
import { COMPTES_DU_JOUR, FAITS_DU_JOUR } from '@/lib/services/versement/data'
import { deciderVersement, type FaitsVersementLus } from '@/lib/services/versement/view'

export interface AttenteLue {
  readonly motif: AttentePaiement
  readonly nombre: number
  readonly total: number
}

interface GroupeLu extends FaitsVersementLus, AttenteLue {
  readonly propre_id: string | null
}

/** Facts are read only where the contract has no account and the person has one: the rule says whether that one may be paid. */
const ATTENTES = `SELECT motif, reglement, lien, naissance, refus, propre_id, count(*)::int AS nombre, sum(montant)::float8 AS total FROM (
  SELECT m.motif, m.montant, CASE WHEN m.seul THEN m.reglement END AS reglement, CASE WHEN m.seul THEN m.lien END AS lien,
      CASE WHEN m.seul THEN m.naissance END AS naissance, m.seul AND m.refus AS refus, CASE WHEN m.seul THEN m.propre_id END AS propre_id
    FROM (SELECT p.part_mutuelle - coalesce(r.montant, 0) AS montant, ${FAITS_DU_JOUR}, t.id IS NULL AND b.id IS NULL AND s.id IS NOT NULL AS seul,
      CASE
      WHEN EXISTS (SELECT FROM ordres_prestations o WHERE o.prestation_id = p.id AND o.vivant) THEN 'EN_LOT'
      WHEN t.id IS NOT NULL THEN CASE WHEN t.iban_fin IS NULL THEN 'TIERS_SANS_RIB' ELSE 'PRET' END
      WHEN b.id IS NOT NULL THEN 'PRET'
      ELSE 'SANS_RIB' END AS motif
    FROM prestations p
    JOIN ecritures d ON d.operation = 'PRESTATION_DUE' AND d.piece_type = 'prestation' AND d.piece_id = p.id
    JOIN comptes_livre c ON c.id = d.credit_id LEFT JOIN tiers t ON t.id = c.tiers_id
    LEFT JOIN ecritures r ON r.operation = 'INDU_RETENU' AND r.piece_type = 'prestation' AND r.piece_id = p.id
    ${COMPTES_DU_JOUR}
    WHERE p.etat = 'A_PAYER' AND p.part_mutuelle > 0) m) y GROUP BY motif, reglement, lien, naissance, refus, propre_id`

/** What is owed on that day, by what it waits for. */
export async function loadAttentes(acteur: PorteeGestion, jour: DateCivile): Promise<readonly AttenteLue[]> {
  if (!peutPreparerLot(acteur)) return []
  const groupes = await lire(acteur, (tx) => tx.$queryRawUnsafe<GroupeLu[]>(ATTENTES, jour))
  const attentes = new Map<AttentePaiement, AttenteLue>()
  for (const groupe of groupes) {
    const motif = auxSiens(groupe, jour) ? 'PRET' : groupe.motif
    const { nombre, total } = attentes.get(motif) ?? { nombre: 0, total: 0 }
    attentes.set(motif, { motif, nombre: nombre + groupe.nombre, total: total + groupe.total })
  }
  return [...attentes.values()]
}

/** Without an account of the contract, but paid on the person's own. */
function auxSiens(groupe: GroupeLu, jour: DateCivile): boolean {
  if (groupe.motif !== 'SANS_RIB' || groupe.propre_id === null) return false
  return deciderVersement(groupe, true, jour)?.valeur === 'PROPRE'
}

export interface LotResume {
  readonly id: string
  readonly sens: SensLot
  readonly etat: EtatLot
  readonly executionLe: string
  readonly nombre: number
  readonly total: number
}

const RESUME = { id: true, sens: true, etat: true, executionLe: true, nombre: true, total: true } as const
const LOTS_PAR_PAGE = 20

type LotBrut = Omit<LotResume, 'executionLe' | 'total'> & { executionLe: Date; total: bigint }

const jourDe = (date: Date): string => date.toISOString().slice(0, 10)

const resumer = ({ executionLe, total, ...lot }: LotBrut): LotResume => ({
  ...lot,
  executionLe: jourDe(executionLe),
  total: Number(total),
})

/** The latest batches first. @param page from 0. */
export async function loadLots(
  acteur: PorteeGestion,
  page: number,
): Promise<{ readonly lots: readonly LotResume[]; readonly suite: number | null }> {
  if (!peutPreparerLot(acteur)) return { lots: [], suite: null }
  const lus = await lire(acteur, (tx) =>
    tx.lotBancaire.findMany({
      select: RESUME,
      orderBy: [{ executionLe: 'desc' }, { id: 'desc' }],
      skip: page * LOTS_PAR_PAGE,
      take: LOTS_PAR_PAGE + 1,
    }),
  )
  const lots = lus.slice(0, LOTS_PAR_PAGE).map(resumer)
  return { lots, suite: lus.length > LOTS_PAR_PAGE ? page + 1 : null }
}

export interface OrdreResume {
  readonly id: string
  readonly rang: number
  readonly objet: ObjetOrdre
  readonly titulaire: string
  readonly ibanFin: string
  readonly montant: number
  readonly etat: EtatOrdre
  readonly codeRetour: string | null
}

export interface LotDetail extends LotResume {
  readonly msgId: string
  readonly preparePar: { readonly id: string; readonly nom: string } | null
  readonly validePar: string | null
  readonly emissionDemandeeLe: Date | null
  readonly emissionRefus: string | null
  /** SHA-256 of the file, in hexadecimal, and its length in bytes. */
  readonly fichier: { readonly empreinte: string; readonly taille: number } | null
  readonly ordres: readonly OrdreResume[]
  /** Rank of the last order of the page, when there are more. */
  readonly suite: number | null
}

export const ORDRES_PAR_PAGE = 50

/** One batch and a page of its orders. Null: there is none, or it is not theirs to see. */
export async function loadLot(acteur: PorteeGestion, id: string, apres: number): Promise<LotDetail | null> {
  if (!peutPreparerLot(acteur)) return null
  return lire(acteur, async (tx) => {
    const lu = await tx.lotBancaire.findUnique({
      where: { id },
      select: {
        ...RESUME,
        msgId: true,
        emissionDemandeeLe: true,
        emissionRefus: true,
        preparePar: { select: { id: true, nomAffiche: true } },
        validePar: { select: { nomAffiche: true } },
        fichier: { select: { empreinte: true, taille: true } },
      },
    })
    if (lu === null) return null
    const ordres = await tx.ordreBancaire.findMany({
      where: { lotId: id, rang: { gt: apres } },
      select: {
        id: true,
        rang: true,
        objet: true,
        titulaire: true,
        ibanFin: true,
        montant: true,
        etat: true,
        codeRetour: true,
      },
      orderBy: { rang: 'asc' },
      take: ORDRES_PAR_PAGE + 1,
    })
    const page = ordres.slice(0, ORDRES_PAR_PAGE).map((o) => ({ ...o, montant: Number(o.montant) }))
    const { preparePar, validePar, fichier, msgId, emissionDemandeeLe, emissionRefus, ...resume } = lu
    return {
      ...resumer(resume),
      msgId,
      emissionDemandeeLe,
      emissionRefus,
      preparePar: preparePar === null ? null : { id: preparePar.id, nom: preparePar.nomAffiche },
      validePar: validePar?.nomAffiche ?? null,
      fichier:
        fichier === null
          ? null
          : { empreinte: Buffer.from(fichier.empreinte).toString('hex'), taille: fichier.taille },
      ordres: page,
      suite: ordres.length > ORDRES_PAR_PAGE ? (page.at(-1)?.rang ?? null) : null,
    }
  })
}

/** The file of an emitted batch. Null: not emitted, not there, not theirs. */
export async function loadFichierDuLot(
  acteur: PorteeGestion,
  id: string,
): Promise<{ readonly nom: string; readonly fichier: FichierADonner } | null> {
  if (!peutPreparerLot(acteur)) return null
  const lu = await lire(acteur, (tx) =>
    tx.lotBancaire.findUnique({
      where: { id },
      select: {
        msgId: true,
        fichier: {
          select: { id: true, typeMime: true, taille: true, verdict: true, cleScellee: true, effaceLe: true },
        },
      },
    }),
  )
  return lu === null || lu.fichier === null ? null : { nom: `${lu.msgId}.xml`, fichier: lu.fichier }
}

export interface RetourLu {
  readonly id: string
  readonly code: string
  readonly jour: string
  readonly montant: number
  readonly titulaire: string
  readonly ibanFin: string
  readonly lotId: string
}

const RETOURS_MONTRES = 50

/** The payments that came back, the latest first. */
export async function loadRetours(acteur: PorteeGestion): Promise<readonly RetourLu[]> {
  if (!peutPreparerLot(acteur)) return []
  const lus = await lire(acteur, (tx) =>
    tx.retourBancaire.findMany({
      select: {
        id: true,
        code: true,
        jour: true,
        montant: true,
        ordre: { select: { titulaire: true, ibanFin: true, lotId: true } },
      },
      orderBy: [{ luLe: 'desc' }, { id: 'asc' }],
      take: RETOURS_MONTRES,
    }),
  )
  return lus.map(({ ordre, jour, montant, ...r }) => ({
    ...r,
    ...ordre,
    jour: jourDe(jour),
    montant: Number(montant),
  }))
}

export interface InduSuivi {
  readonly id: string
  readonly etat: EtatIndu
  readonly montant: number
  readonly reste: number
  readonly mensualite: number | null
  readonly constateLe: string
  readonly retenueDes: string
  /** The contract of who owes it; null: a professional. */
  readonly adhesionId: string | null
  /** « N° 00410136 », or the professional. */
  readonly debiteur: string
  /** Day of the letter about a missed instalment. */
  readonly relanceLe: string | null
  /** Where its instalments are; null without. */
  readonly suite: ReturnType<typeof voirMensualites>
  /** Cents given up, since when and why. */
  readonly remis: number
  readonly remisLe: string | null
  readonly raison: string | null
  /** The last demande that contests it. */
  readonly contestation: { readonly id: string; readonly numero: string; readonly enCours: boolean } | null
}

type InduBrut = Omit<InduSuivi, 'suite' | 'contestation'> &
  EchelonnementLu & {
    readonly contestation: {
      readonly id: string
      readonly numero: number
      readonly etat: EtatDemande
    } | null
  }

const INDUS = `SELECT i.id, i.etat::text AS etat, i.montant::float8 AS montant, r.reste::float8 AS reste,
    i.mensualite::float8 AS mensualite, i.echelonne_le::text AS "echelonneLe", i.echelonne_reste::float8 AS "echelonneReste",
    i.relance_le::text AS "relanceLe", i.constate_le::text AS "constateLe", i.retenue_des::text AS "retenueDes",
    CASE WHEN i.tiers_id IS NULL THEN i.adhesion_id::text END AS "adhesionId", coalesce(t.nom, 'Adhérent n° ' || a.numero_adherent) AS debiteur,
    r.remis::float8 AS remis, m.le::text AS "remisLe", m.raison,
    (SELECT to_jsonb(c) FROM (${CONTESTATION} ORDER BY d.cree_le DESC LIMIT 1) c) AS contestation
  FROM indus i JOIN (${RESTES.replaceAll('$1', '$1::date')}) r ON r.id = i.id JOIN adhesions a ON a.id = i.adhesion_id
  LEFT JOIN tiers t ON t.id = i.tiers_id
  LEFT JOIN LATERAL (${REMISE} LIMIT 1) m ON true`

async function lireIndus(
  tx: Lecture,
  suite: string,
  jour: DateCivile,
  ...plus: readonly unknown[]
): Promise<readonly InduSuivi[]> {
  const lus = await tx.$queryRawUnsafe<InduBrut[]>(`${INDUS} ${suite}`, jour, ...plus)
  return lus.map(({ contestation, ...i }) => ({
    ...i,
    suite: voirMensualites(i, jour),
    contestation:
      contestation === null
        ? null
        : {
            id: contestation.id,
            numero: ecrireNumeroDemande(contestation.numero),
            enCours: estEnCours(contestation.etat),
          },
  }))
}

/** Sums paid in error, those still owed first. */
export async function loadIndus(acteur: PorteeGestion, jour: DateCivile): Promise<readonly InduSuivi[]> {
  if (!peutPreparerLot(acteur)) return []
  return lire(acteur, (tx) =>
    lireIndus(tx, `ORDER BY (i.etat = 'SOLDE'), i.constate_le DESC, i.id LIMIT 200`, jour),
  )
}

export async function loadUnIndu(
  acteur: PorteeGestion,
  id: string,
  jour: DateCivile,
): Promise<InduSuivi | null> {
  if (!peutPreparerLot(acteur)) return null
  const [lu] = await lire(acteur, (tx) => lireIndus(tx, 'WHERE i.id = $2::uuid', jour, id))
  return lu ?? null
}
