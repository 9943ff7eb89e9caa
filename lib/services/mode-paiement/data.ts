import type { ModePaiement, PeriodiciteCotisation } from '@/generated/prisma/enums'
import type { PrelevementParti } from '@/lib/lexique/mandat'
import { ajouterMois, annee, type DateCivile } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import { dechiffrer } from '@/lib/server/chiffrement'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { type Acteur, SYSTEME } from '@/lib/server/portee'
import { contexteIban } from '../compte-bancaire/data'
import { loadContrats } from '../cotisation/data'
import type { ContratCotisant } from '../cotisation/view'
import { loadContrat } from '../document/data'
import { CADUCITE_MANDAT, type ContratLu } from '../document/view'
import { loadPrecedent, type PrecedentLu } from '../echeancier/data'
import { motifsSchema } from '../remboursement/schema'
import { peutChoisirPaiement } from './access'

/** How a contract pays on a day, account number in clear. */
export interface PaiementLu {
  readonly contrat: ContratLu
  readonly modalite: ModaliteLue | null
  readonly compte: { readonly id: string; readonly titulaire: string; readonly iban: string } | null
  /** Not revoked. */
  readonly mandat: MandatLu | null
  /** Those that ended, the latest first. */
  readonly anciens: readonly MandatLu[]
  /** The règlement took the direct debit away, and nobody gave it back since. */
  readonly perte: { readonly le: DateCivile; readonly motifs: readonly Motif[] } | null
  /** Debits whose file is already at the bank: revoking a mandate does not stop them. */
  readonly partis: readonly PrelevementParti[]
}

export interface ModaliteLue {
  readonly periodicite: PeriodiciteCotisation
  readonly mode: ModePaiement
  readonly jour: number | null
}

export interface MandatLu {
  readonly id: string
  readonly rum: string
  readonly compteId: string
  readonly titulaire: string
  readonly ibanFin: string
  readonly signeLe: DateCivile
  readonly revoqueLe: DateCivile | null
  readonly fin: string | null
  /** Day of the last debit made with it. */
  readonly dernierLe: DateCivile | null
  readonly documentId: string | null
  /** Without a debit for 36 months. */
  readonly caduc: boolean
}

const ANCIENS_DITS = 10

interface LignePaiement {
  periodicite: PeriodiciteCotisation | null
  mode: ModePaiement | null
  jour: number | null
  compte_id: string | null
  titulaire: string
  iban_chiffre: Buffer
  perdu_le: DateCivile | null
  motifs: unknown
  mandats: readonly MandatLu[]
  partis: readonly PrelevementParti[]
}

/** Of the adhésion « a », on `$2`; `$3`: a mandate without a debit since that day is worth nothing. */
const MANDATS = `SELECT m.id, m.rum, m.compte_bancaire_id AS "compteId", b.titulaire, b.iban_fin AS "ibanFin", m.signe_le AS "signeLe",
    m.revoque_le AS "revoqueLe", m.fin, m.document_id AS "documentId",
    (SELECT max(l.execution_le) FROM ordres_bancaires o JOIN lots_bancaires l ON l.id = o.lot_id
      WHERE o.mandat_id = m.id AND o.etat IN ('EMIS', 'EXECUTE') AND l.execution_le <= $2) AS "dernierLe",
    coalesce(m.dernier_le, m.signe_le) < $3 AS caduc
  FROM mandats m JOIN comptes_bancaires b ON b.id = m.compte_bancaire_id
  WHERE m.adhesion_id = a.id ORDER BY m.revoque_le DESC NULLS FIRST, m.signe_le DESC, m.id LIMIT ${ANCIENS_DITS}`

/** Of the adhésion « a », on `$2`. */
const PARTIS = `SELECT o.montant, l.execution_le AS "executionLe" FROM ordres_bancaires o JOIN lots_bancaires l ON l.id = o.lot_id
  WHERE o.adhesion_id = a.id AND o.mandat_id IS NOT NULL AND o.etat = 'EMIS' AND l.execution_le >= $2 ORDER BY l.execution_le`

/** In the transaction that may change it: the caller holds the lock of the contract's mandates. */
export async function loadPaiement(
  client: Ecriture,
  adhesionId: string,
  jour: DateCivile,
): Promise<PaiementLu> {
  const contrat = await loadContrat(client, adhesionId)
  const { rows } = await client.query<LignePaiement>(
    `SELECT m.periodicite, m.mode, m.jour_prelevement AS jour, b.id AS compte_id, b.titulaire, b.iban_chiffre, r.rejete_le AS perdu_le,
        r.motifs, (SELECT coalesce(json_agg(x), '[]') FROM (${MANDATS}) x) AS mandats,
        (SELECT coalesce(json_agg(x), '[]') FROM (${PARTIS}) x) AS partis
      FROM adhesions a
      LEFT JOIN LATERAL (SELECT * FROM modalites_cotisation x WHERE x.adhesion_id = a.id AND (x.au IS NULL OR x.au >= greatest(x.du, $2::date))
        ORDER BY x.du LIMIT 1) m ON true
      LEFT JOIN comptes_bancaires b ON b.adhesion_id = a.id AND b.usage = 'COTISATIONS' AND b.du <= $2 AND (b.au IS NULL OR b.au >= $2)
      LEFT JOIN LATERAL (SELECT x.rejete_le, x.motifs FROM rejets_prelevement x WHERE x.adhesion_id = a.id AND x.prelevement_perdu
        AND NOT EXISTS (SELECT FROM modalites_cotisation y WHERE y.adhesion_id = a.id AND y.mode = 'PRELEVEMENT' AND y.du > x.rejete_le)
        ORDER BY x.rejete_le DESC LIMIT 1) r ON true
      WHERE a.id = $1`,
    [adhesionId, jour, ajouterMois(jour, -CADUCITE_MANDAT)],
  )
  const [lu] = rows
  const mandats = lu?.mandats ?? []
  return {
    contrat,
    modalite: modaliteDe(lu),
    compte: compteDe(lu),
    mandat: mandats.find(({ revoqueLe }) => revoqueLe === null) ?? null,
    anciens: mandats.filter(({ revoqueLe }) => revoqueLe !== null),
    perte: lu?.perdu_le == null ? null : { le: lu.perdu_le, motifs: motifsSchema.parse(lu.motifs) },
    partis: lu?.partis ?? [],
  }
}

const modaliteDe = (lu: LignePaiement | undefined): ModaliteLue | null =>
  lu?.periodicite == null || lu.mode === null
    ? null
    : { periodicite: lu.periodicite, mode: lu.mode, jour: lu.jour }

const compteDe = (lu: LignePaiement | undefined): PaiementLu['compte'] =>
  lu?.compte_id == null
    ? null
    : {
        id: lu.compte_id,
        titulaire: lu.titulaire,
        iban: dechiffrer(lu.iban_chiffre, contexteIban(lu.compte_id)),
      }

/** What a page of the direct debit shows; `prevoir`: with what another choice would be worked out from. */
export interface PageLue extends PaiementLu {
  readonly prevision: {
    readonly contrat: ContratCotisant
    readonly precedent: PrecedentLu
  } | null
}

/** Null: none, or none for this reader. */
export async function loadPagePrelevement(
  acteur: Acteur,
  adhesionId: string,
  jour: DateCivile,
  { prevoir }: { readonly prevoir: boolean },
): Promise<PageLue | null> {
  if (!peutChoisirPaiement(acteur, adhesionId)) return null
  return ecrire(SYSTEME, async (client) => {
    const lu = await loadPaiement(client, adhesionId, jour)
    if (!prevoir) return { ...lu, prevision: null }
    const [contrat] = await loadContrats(client, [adhesionId])
    const precedent = await loadPrecedent(client, adhesionId, annee(jour), { verrouiller: false })
    const prevision = contrat === undefined || precedent === null ? null : { contrat, precedent }
    return { ...lu, prevision }
  })
}
