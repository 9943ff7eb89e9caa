import { Prisma } from '@/generated/prisma/client'
import type {
  DemandeurPriseEnCharge,
  EtatPriseEnCharge,
  GenrePriseEnCharge,
  NaturePriseEnCharge,
} from '@/generated/prisma/enums'
import type { Partage } from '@/lib/flux/liquidation/partage'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Ecriture, ecrire, lire } from '@/lib/server/db'
import { type Acteur, type PorteeAdherent, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { peutGererPrises, peutLirePrise } from './access'

/** What was asked of one act, and what it gave once computed: all or none. */
export interface LigneLue {
  readonly rang: number
  readonly soin: string
  readonly acte: string
  readonly quantite: number
  readonly cote: 'DROIT' | 'GAUCHE' | null
  readonly prix: number | null
  readonly baseSaisie: number | null
  readonly libelle: string | null
  readonly partage: Partage | null
  readonly motifs: unknown
}

export interface PriseLue {
  readonly id: string
  readonly numero: string
  readonly version: number
  readonly genre: GenrePriseEnCharge
  readonly nature: NaturePriseEnCharge
  readonly etat: EtatPriseEnCharge
  readonly adhesionId: string
  readonly numeroAdherent: string
  readonly personneId: string
  readonly prenom: string
  readonly nom: string
  readonly dateNaissance: string
  readonly professionnel: string
  readonly finess: string | null
  readonly jour: DateCivile
  readonly dmt: string | null
  readonly codeRisque: string | null
  readonly situation: 'HABITUELLE' | 'ALD' | 'MATERNITE'
  readonly dptam: boolean
  readonly demandeur: DemandeurPriseEnCharge
  /** Days of the mutuelle. */
  readonly demandeeLe: DateCivile
  readonly decideeLe: DateCivile | null
  readonly valideDu: DateCivile | null
  readonly valideAu: DateCivile | null
  readonly calculeeLe: DateCivile | null
  readonly motifs: unknown
  readonly raison: string | null
  readonly annuleeLe: DateCivile | null
  readonly documentId: string | null
  readonly lignes: readonly LigneLue[]
}

const PARIS = (colonne: string) => `(p.${colonne} AT TIME ZONE 'Europe/Paris')::date::text`

/** Whole, its lines with it: one statement a page. */
const PRISE = `SELECT p.id, p.numero, p.version, p.genre::text, p.nature::text, p.etat::text, p.adhesion_id AS "adhesionId",
    a.numero_adherent AS "numeroAdherent", p.personne_id AS "personneId", q.prenom, q.nom, q.date_naissance AS "dateNaissance",
    p.professionnel, p.finess, p.jour::text, p.dmt, p.code_risque AS "codeRisque", p.situation, p.dptam, p.demandeur::text,
    ${PARIS('demandee_le')} AS "demandeeLe", ${PARIS('decidee_le')} AS "decideeLe", p.valide_du::text AS "valideDu",
    p.valide_au::text AS "valideAu", p.calculee_le::text AS "calculeeLe", p.motifs, p.raison, ${PARIS('annulee_le')} AS "annuleeLe",
    p.document_id AS "documentId",
    (SELECT coalesce(json_agg(json_build_object('rang', l.rang, 'soin', l.soin, 'acte', l.acte, 'quantite', l.quantite, 'cote', l.cote,
        'prix', l.prix, 'baseSaisie', l.base_saisie, 'libelle', l.libelle, 'motifs', l.motifs,
        'partage', CASE WHEN l.depense IS NOT NULL THEN json_build_object('depense', l.depense, 'base', l.base, 'partAmo', l.part_amo,
          'participation', l.participation, 'franchise', l.franchise, 'partRegimeLocal', l.part_regime_local,
          'autresRemboursements', l.autres_remboursements, 'partMutuelle', l.part_mutuelle, 'resteACharge', l.reste_a_charge) END)
        ORDER BY l.rang), '[]') FROM lignes_prise_en_charge l WHERE l.prise_en_charge_id = p.id) AS lignes
  FROM prises_en_charge p JOIN adhesions a ON a.id = p.adhesion_id JOIN personnes q ON q.id = p.personne_id`

const PAR_PAGE = 20

export interface PrisesLues {
  readonly prises: readonly PriseLue[]
  /** Where the older ones go on from; null: no older one. */
  readonly suite: string | null
}

const enPage = (lues: readonly PriseLue[]): PrisesLues => ({
  prises: lues.slice(0, PAR_PAGE),
  suite: lues.length > PAR_PAGE ? (lues[PAR_PAGE - 1]?.id ?? null) : null,
})

const avantDe = (avant: string | null) =>
  avant === null
    ? Prisma.empty
    : Prisma.sql`AND (p.demandee_le, p.id) < (SELECT x.demandee_le, x.id FROM prises_en_charge x WHERE x.id = ${avant}::uuid)`

const liste = (parmi: Prisma.Sql, avant: string | null): Prisma.Sql =>
  Prisma.sql`${Prisma.raw(PRISE)} WHERE ${parmi} ${avantDe(avant)}
    ORDER BY p.demandee_le DESC, p.id DESC LIMIT ${PAR_PAGE + 1}`

/** By the two indexes, whatever the number of those of others. */
export const requeteMesPrises = (acteur: PorteeAdherent, avant: string | null): Prisma.Sql =>
  liste(
    Prisma.sql`p.id IN (SELECT m.id FROM prises_en_charge m WHERE m.adhesion_id = ANY (${[...acteur.adhesions]}::uuid[])
      UNION SELECT m.id FROM prises_en_charge m WHERE m.personne_id = ${acteur.personneId}::uuid)`,
    avant,
  )

/** Those of the reader's contracts and their own, the latest first. */
export const loadMesPrises = (acteur: PorteeAdherent, avant: string | null): Promise<PrisesLues> =>
  lire(acteur, async (tx) => enPage(await tx.$queryRaw<PriseLue[]>(requeteMesPrises(acteur, avant))))

/** What waits for an answer, the oldest first, and what was answered, the latest first. */
export const loadPrises = (
  acteur: PorteeGestion,
  avant: string | null,
): Promise<PrisesLues & { readonly enAttente: readonly PriseLue[] }> =>
  lire(acteur, async (tx) => ({
    enAttente: await tx.$queryRaw<PriseLue[]>`${Prisma.raw(PRISE)} WHERE p.etat = 'EN_ATTENTE'
      ORDER BY p.demandee_le, p.id LIMIT 100`,
    ...enPage(await tx.$queryRaw<PriseLue[]>(liste(Prisma.sql`p.etat <> 'EN_ATTENTE'`, avant))),
  }))

/** Null when there is none, or none for this reader: told alike. */
export async function loadPrise(acteur: Acteur, id: string): Promise<PriseLue | null> {
  const [lue] = await lire(
    acteur,
    (tx) => tx.$queryRaw<PriseLue[]>`${Prisma.raw(PRISE)} WHERE p.id = ${id}::uuid`,
  )
  return lue === undefined || !peutLirePrise(acteur, lue) ? null : lue
}

/** The row that a decision changes, locked. Null: no such request. */
export async function verrouillerPrise(client: Ecriture, id: string): Promise<PriseLue | null> {
  await client.query('SELECT FROM prises_en_charge WHERE id = $1 FOR UPDATE', [id])
  const { rows } = await client.query<PriseLue>(`${PRISE} WHERE p.id = $1`, [id])
  return rows[0] ?? null
}

export interface ContratAOuvrir {
  readonly id: string
  readonly numeroAdherent: string
  readonly personnes: readonly {
    readonly id: string
    readonly prenom: string
    readonly nom: string
    readonly du: DateCivile
    readonly au: DateCivile | null
  }[]
}

const CONTRAT = Prisma.sql`SELECT a.id, a.numero_adherent AS "numeroAdherent",
    (SELECT coalesce(json_agg(json_build_object('id', p.id, 'prenom', p.prenom, 'nom', p.nom, 'du', b.du, 'au', b.au)
      ORDER BY b.lien, p.date_naissance, p.id), '[]') FROM beneficiaires b JOIN personnes p ON p.id = b.personne_id
      WHERE b.adhesion_id = a.id) AS personnes
  FROM adhesions a`

/** Null: no such contract. */
export async function loadContratAOuvrir(acteur: PorteeGestion, id: string): Promise<ContratAOuvrir | null> {
  if (!peutGererPrises(acteur)) return null
  const [lu] = await lire(acteur, (tx) => tx.$queryRaw<ContratAOuvrir[]>`${CONTRAT} WHERE a.id = ${id}::uuid`)
  return lu ?? null
}

/** Whether this contract covers, covered or will cover the person. */
export async function estDuContrat(
  client: Ecriture,
  adhesionId: string,
  personneId: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'SELECT FROM beneficiaires WHERE adhesion_id = $1 AND personne_id = $2 LIMIT 1',
    [adhesionId, personneId],
  )
  return rowCount !== 0
}

/** The id of the contract under this number. Null: none. */
export async function trouverContrat(acteur: PorteeGestion, numero: string): Promise<string | null> {
  if (!peutGererPrises(acteur)) return null
  return ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM adhesions WHERE ltrim(upper(numero_adherent), '0') = $1 ORDER BY id LIMIT 1`,
      [numero],
    )
    return rows[0]?.id ?? null
  })
}
