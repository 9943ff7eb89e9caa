import { createHash } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { NatureDocument } from '@/generated/prisma/enums'
import { type DateCivile, dateCivile } from '@/lib/rules/date/date-civile'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { type FormuleOuverte, ouvrirFormule } from '@/lib/rules/remboursement/formule'
import { aujourdhui } from '@/lib/server/clock'
import { type Ecriture, ecrire, lire } from '@/lib/server/db'
import { organisme } from '@/lib/server/organisme'
import { type Acteur, type Portee, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import type { FichierADonner } from '@/lib/server/telechargement'
import { reglementDe } from '../cotisation/view'
import { ADHESION } from '../foyer/data'
import { peutLireDocument } from './access'
import { type CleDocument, donneesSchema, ecrireCleDocument, type Sources } from './schema'
import {
  type BeneficiaireLu,
  type ContratLu,
  type DocumentListe,
  finDuMandat,
  formuleAu,
  PapierRefuse,
  type VerificationVue,
  voirVerification,
} from './view'

export const reglementDuContrat = ({ reglement }: Pick<ContratLu, 'reglement'>): Reglement =>
  reglementDe(reglement)

/** @throws {ErreurDeRegle} when the règlement does not have this formule. */
export const formuleDuContrat = (contrat: ContratLu, formule: string, jour: DateCivile): FormuleOuverte =>
  ouvrirFormule(reglementDuContrat(contrat), formule, jour)

export const estSansFormule = (contrat: Pick<ContratLu, 'reglement'>): boolean =>
  reglementDuContrat(contrat).garanties === null

/** What papers print of a formule. */
export interface FormuleImprimee {
  readonly code: string | null
  readonly libelle: string | null
  readonly responsable: boolean | null
}

/** The formule of that day, its table read on another; nulls under a règlement that prints no table. @throws {PapierRefuse} when it is missing. */
export function formuleImprimee(contrat: ContratLu, jour: DateCivile, lecture: DateCivile): FormuleImprimee {
  const code = formuleAu(contrat, jour)
  if (code !== null) {
    const { libelle, table } = formuleDuContrat(contrat, code, lecture)
    return { code, libelle, responsable: table.responsable }
  }
  if (estSansFormule(contrat)) return { code: null, libelle: null, responsable: null }
  throw new PapierRefuse(
    'Aucune formule n’est enregistrée pour ce contrat : le document ne peut pas être fait. Appelez-nous, nous la corrigerons avec vous.',
  )
}

/** What every paper says of who issues it. */
export function enteteOrganisme() {
  const { nom, forme, siren, numeroAmc, adresse, telephone, horaires, email, site, couleurs, fictif } =
    organisme()
  return {
    nom,
    forme,
    siren,
    numeroAmc,
    adresse,
    telephone,
    horaires,
    email,
    site,
    couleur: couleurs.action,
    fictif,
  }
}

const CONTRAT = `SELECT ${ADHESION}, json_build_object('id', m.id, 'prenom', m.prenom, 'nom', m.nom) AS membre,
    (SELECT json_build_object('complement', d.complement, 'voie', d.voie, 'lieuDit', d.lieu_dit, 'codePostal', d.code_postal,
        'ville', d.ville, 'pays', d.pays) FROM adresses d WHERE d.personne_id = m.id AND d.du <= $2 ORDER BY d.version DESC LIMIT 1) AS adresse
  FROM adhesions a JOIN personnes m ON m.id = a.membre_participant_id`

/** Contracts as they stand, whole; for those who already may read them. */
export async function loadContratsEntiers(
  client: Ecriture,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ContratLu>> {
  const { rows } = await client.query<ContratLu>(`${CONTRAT} WHERE a.id = ANY ($1::uuid[])`, [
    ids,
    aujourdhui(),
  ])
  return new Map(rows.map((contrat) => [contrat.id, contrat]))
}

/** The contract as it stands, whole; for those who already may read it. */
export async function loadContrat(client: Ecriture, adhesionId: string): Promise<ContratLu> {
  const contrat = (await loadContratsEntiers(client, [adhesionId])).get(adhesionId)
  if (contrat === undefined) throw new Error(`adhésion disparue : ${adhesionId}`)
  return contrat
}

/** Null: no such number. */
export async function loadContratParNumero(client: Ecriture, numero: string): Promise<ContratLu | null> {
  const { rows } = await client.query<ContratLu>(
    `${CONTRAT} WHERE ltrim(upper(a.numero_adherent), '0') = $1 ORDER BY a.id LIMIT 1`,
    [numero, aujourdhui()],
  )
  return rows[0] ?? null
}

export async function loadContratsEnCours(client: Ecriture, jour: DateCivile): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT id FROM adhesions WHERE daterange(date_effet, date_fin, '[]') @> $1::date ORDER BY id",
    [jour],
  )
  return rows.map(({ id }) => id)
}

/** Same nature, contract, person, gabarit and data: the same paper. Keys are sorted, the base does not keep their order. */
export function empreinteDocument(d: {
  readonly nature: NatureDocument
  readonly adhesionId: string
  readonly personneId: string
  readonly gabarit: string
  readonly donnees: { readonly faits: unknown; readonly sources: Sources }
}): Buffer {
  const canonique = JSON.stringify(
    [d.nature, d.adhesionId, d.personneId, d.gabarit, d.donnees],
    (_cle, valeur: unknown) =>
      valeur !== null && typeof valeur === 'object' && !Array.isArray(valeur)
        ? Object.fromEntries(Object.entries(valeur).sort(([a], [b]) => (a < b ? -1 : 1)))
        : valeur,
  )
  return createHash('sha256').update(canonique).digest()
}

const COLONNES = {
  id: true,
  nature: true,
  adhesionId: true,
  personneId: true,
  numero: true,
  du: true,
  au: true,
  emisLe: true,
  gabarit: true,
  donnees: true,
  jetonVerification: true,
  fichierId: true,
} as const

interface Lue {
  readonly du: Date | null
  readonly au: Date | null
  readonly emisLe: Date
}

const enJour = (date: Date): DateCivile => dateCivile(date.toISOString().slice(0, 10))
const enJours = ({ du, au, emisLe }: Lue) => ({
  du: du === null ? null : enJour(du),
  au: au === null ? null : enJour(au),
  emisLe: enJour(emisLe),
})

export interface DocumentLu extends DocumentListe {
  readonly adhesionId: string
  readonly personneId: string
  readonly gabarit: string
  readonly donnees: { readonly faits: unknown; readonly sources: Sources }
  readonly jetonVerification: string
  readonly fichierId: string | null
}

type DocumentBrut = Prisma.DocumentGetPayload<{ select: typeof COLONNES }>

function lireBrut(portee: Portee, brut: DocumentBrut | null): DocumentLu | null {
  if (brut === null || !peutLireDocument(portee, brut)) return null
  const donnees = donneesSchema.parse(brut.donnees)
  return { ...brut, ...enJours(brut), donnees, objet: objetDe(donnees.faits) }
}

/** One paper, whole. Null when there is none, or none for this reader: they are told « introuvable » alike. */
export async function loadDocument(portee: Portee, id: string): Promise<DocumentLu | null> {
  return lireBrut(
    portee,
    await lire(portee, (tx) => tx.document.findUnique({ select: COLONNES, where: { id } })),
  )
}

/** The reader's last card of each of these contracts, whole. */
export async function loadDernieresCartes(
  portee: PorteeAdherent,
  adhesions: readonly string[],
): Promise<readonly DocumentLu[]> {
  const lues = await lire(portee, (tx) =>
    tx.document.findMany({
      select: COLONNES,
      where: {
        nature: 'CARTE_TIERS_PAYANT',
        personneId: portee.personneId,
        adhesionId: { in: [...adhesions] },
      },
      distinct: ['adhesionId'],
      orderBy: [{ adhesionId: 'asc' }, { emisLe: 'desc' }, { creeLe: 'desc' }],
    }),
  )
  return lues.flatMap((lue) => lireBrut(portee, lue) ?? [])
}

const objetDe = (faits: unknown): string | null => {
  const objet: unknown = typeof faits === 'object' && faits !== null ? Reflect.get(faits, 'objet') : null
  return typeof objet === 'string' ? objet : null
}

/** Papers kept for this reader, the latest first, relevés aside; those before a key, when there is one. */
export async function loadDocuments(
  portee: Acteur,
  nombre: number,
  avant: CleDocument | null = null,
): Promise<(DocumentListe & { readonly creeLe: Date })[]> {
  const lus = await lire(portee, (tx) =>
    tx.document.findMany({
      select: {
        id: true,
        nature: true,
        numero: true,
        du: true,
        au: true,
        emisLe: true,
        creeLe: true,
        donnees: true,
      },
      where: {
        nature: { not: 'RELEVE_PRESTATIONS' },
        AND: [
          portee.type === 'ADHERENT'
            ? { OR: [{ adhesionId: { in: [...portee.adhesions] } }, { personneId: portee.personneId }] }
            : {},
          avant === null ? {} : plusAnciens(avant),
        ],
      },
      orderBy: [{ emisLe: 'desc' }, { creeLe: 'desc' }, { id: 'desc' }],
      take: nombre,
    }),
  )
  return lus.map(({ donnees, ...d }) => ({
    ...d,
    ...enJours(d),
    objet: objetDe(donneesSchema.parse(donnees).faits),
  }))
}

function plusAnciens({ emisLe, creeLe, id }: CleDocument): Prisma.DocumentWhereInput {
  const jour = new Date(`${emisLe}T00:00:00Z`)
  return {
    OR: [
      { emisLe: { lt: jour } },
      { emisLe: jour, creeLe: { lt: creeLe } },
      { emisLe: jour, creeLe, id: { lt: id } },
    ],
  }
}

export const DOCUMENTS_PAR_PAGE = 30

/** A page of them, and the key of the next one; null: there is none. */
export async function loadPageDocuments(
  portee: PorteeAdherent,
  avant: CleDocument | null,
): Promise<{ readonly documents: readonly DocumentListe[]; readonly suite: string | null }> {
  const lus = await loadDocuments(portee, DOCUMENTS_PAR_PAGE + 1, avant)
  const documents = lus.slice(0, DOCUMENTS_PAR_PAGE)
  const dernier = documents.at(-1)
  const suite = lus.length > DOCUMENTS_PAR_PAGE && dernier !== undefined ? ecrireCleDocument(dernier) : null
  return { documents, suite }
}

/** Contracts of which this person may have papers made, by number. */
export async function loadContratsDe(
  portee: Acteur,
): Promise<readonly { readonly id: string; readonly numeroAdherent: string }[]> {
  if (portee.type !== 'ADHERENT') return []
  return lire(portee, (tx) =>
    tx.adhesion.findMany({
      select: { id: true, numeroAdherent: true },
      where: { id: { in: [...portee.adhesions, ...portee.adhesionsLues] } },
      orderBy: [{ dateEffet: 'desc' }, { id: 'asc' }],
    }),
  )
}

/** The stored bytes of a paper that the reader may read, to be given. */
export async function loadFichierDocument(portee: Acteur, fichierId: string): Promise<FichierADonner | null> {
  return lire(portee, (tx) =>
    tx.fichier.findUnique({
      select: { id: true, cleScellee: true, effaceLe: true, typeMime: true, taille: true, verdict: true },
      where: { id: fichierId },
    }),
  )
}

interface VerifieLu {
  readonly id: string
  readonly nature: NatureDocument
  readonly adhesion_id: string
  readonly numero: string | null
  readonly du: DateCivile | null
  readonly au: DateCivile | null
  readonly emis_le: DateCivile
  readonly donnees: unknown
  readonly revoque_le: DateCivile | null
  /** Day of the last debit made with a mandate, or of its signature; null: not the paper of a mandate. */
  readonly dernier_le: DateCivile | null
  readonly annule: boolean
}

/** For anybody who holds the printed address. Null: no paper has it. */
export async function verifierDocument(jeton: string): Promise<VerificationVue | null> {
  return ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<VerifieLu>(
      `SELECT d.id, d.nature, d.adhesion_id, d.numero, d.du, d.au, d.emis_le, d.donnees, m.revoque_le,
          coalesce(m.dernier_le, m.signe_le) AS dernier_le, coalesce(p.etat = 'ANNULEE', false) AS annule
        FROM documents d LEFT JOIN mandats m ON m.adhesion_id = d.adhesion_id AND m.document_id = d.id
          LEFT JOIN prises_en_charge p ON p.document_id = d.id WHERE d.jeton_verification = $1`,
      [jeton],
    )
    const [lu] = rows
    if (lu === undefined) return null
    const { sources } = donneesSchema.parse(lu.donnees)
    const contrat = await loadContrat(client, lu.adhesion_id)
    const { id, nature, numero, du, au, annule, emis_le: emisLe } = lu
    const { revoque_le: revoqueLe, dernier_le: dernierLe } = lu
    const jour = aujourdhui()
    const mandatFiniLe = dernierLe === null ? null : finDuMandat({ revoqueLe, dernierLe }, jour)
    return voirVerification(
      { id, nature, numero, du, au, emisLe, objet: null, annule, contrat, sources, mandatFiniLe },
      jour,
    )
  })
}

/** For the ayant droit who asks, only themselves; null: everyone. */
export const seulement = (acteur: Portee, contrat: ContratLu): string | null =>
  acteur.type === 'ADHERENT' && !acteur.adhesions.includes(contrat.id) ? acteur.personneId : null

export const rangs = ({ prenom, nom, dateNaissance, rang }: BeneficiaireLu) => ({
  prenom,
  nom,
  dateNaissance,
  rang,
})
