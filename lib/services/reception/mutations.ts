import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import type { Enveloppe, LigneLue } from '@/lib/flux/decomptes/adaptateur'
import { sansIdentite } from '@/lib/flux/decomptes/contenu'
import type { Entete } from '@/lib/flux/decomptes/format'
import { estReversion } from '@/lib/flux/decomptes/validation'
import { chiffrer, indexAveugle } from '@/lib/server/chiffrement'
import type { Ecriture } from '@/lib/server/db'
import { indexNir } from '../portefeuille/data'
import { trier } from './data'

/** Lines of the file = nouvelles + doublons + quarantaine. */
export interface CompteReception {
  readonly lignes: number
  readonly nouvelles: number
  readonly doublons: number
  readonly quarantaine: number
}

export type Reception =
  | { readonly issue: 'RECU'; readonly fluxId: string; readonly compte: CompteReception }
  | { readonly issue: 'CONNU'; readonly flux: { id: string; empreinte: Buffer } }

/** The file already received under this identifier. */
export async function chercherFlux(
  client: Ecriture,
  { emetteur, idFichier }: Entete,
): Promise<{ id: string; empreinte: Buffer } | null> {
  const { rows } = await client.query<{ id: string; empreinte: Buffer }>(
    'SELECT id, empreinte FROM flux_recus WHERE emetteur_type = $1 AND emetteur_code = $2 AND id_fichier = $3',
    [emetteur.type, emetteur.code, idFichier],
  )
  return rows[0] ?? null
}

/** Writes the lines of a file, sets the bad ones aside. `lignes` opens the reading anew each time it is called. */
export async function recevoirLignes(
  client: Ecriture,
  enveloppe: Enveloppe,
  empreinte: Buffer,
  lignes: () => AsyncIterable<LigneLue>,
): Promise<Reception> {
  await client.query(TABLE_RECEPTION)
  await pipeline(Readable.from(enCopie(lignes())), client.query(copyFrom(COPIE)))
  // Files enter one at a time: their order is the order of liquidation, and what is known does not move under the sorting.
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('flux:reception', 0))`)
  const flux = await chercherFlux(client, enveloppe.entete)
  if (flux !== null) return { issue: 'CONNU', flux }
  await trier(client, enveloppe.entete.emetteur)
  const compte = await compter(client)
  const fluxId = await ecrireFlux(client, enveloppe, empreinte, compte)
  await client.query(ECRIRE_LIGNES, [fluxId, enveloppe.entete.emetteur.type, enveloppe.entete.emetteur.code])
  if (compte.quarantaine > 0) await ecarter(client, fluxId, enveloppe.entete, lignes())
  return { issue: 'RECU', fluxId, compte }
}

const TABLE_RECEPTION = `CREATE TEMPORARY TABLE reception (
  rang integer NOT NULL, id_decompte text, numero_ligne integer, empreinte bytea, operation text, reversion boolean,
  pour_information boolean, origine_decompte text, origine_numero integer, nir_beneficiaire bytea, nir_assure bytea,
  naissance char(10), rang_naissance smallint, soins_debut date, depense bigint, montant_ro bigint, contenu text,
  motif text, chemin text, regle text
) ON COMMIT DROP`

const COPIE = `COPY reception (rang, id_decompte, numero_ligne, empreinte, operation, reversion, pour_information,
  origine_decompte, origine_numero, nir_beneficiaire, nir_assure, naissance, rang_naissance, soins_debut, depense,
  montant_ro, contenu, motif, chemin, regle) FROM STDIN`

/** Size of what is given to the socket at once, in characters. */
const MORCEAU = 64 * 1024

async function* enCopie(lignes: AsyncIterable<LigneLue>): AsyncGenerator<string> {
  let texte = ''
  for await (const lue of lignes) {
    texte += `${rangee(lue).map(champ).join('\t')}\n`
    if (texte.length < MORCEAU) continue
    yield texte
    texte = ''
  }
  if (texte !== '') yield texte
}

type Champ = string | number | boolean | Buffer | null

function rangee(lue: LigneLue): Champ[] {
  if ('anomalie' in lue) {
    const { motif, chemin, regle } = lue.anomalie
    return [lue.rang, ...Array.from({ length: 16 }, () => null), motif, chemin, regle ?? null]
  }
  const { ligne, rang, brut } = lue
  const { beneficiaire: qui, assure, montants } = ligne
  return [
    rang,
    ligne.idDecompte,
    ligne.numeroLigne,
    empreinteLigne(brut),
    ligne.operation,
    estReversion(ligne),
    ligne.pourInformation === true,
    ligne.ligneOrigine?.idDecompte ?? null,
    ligne.ligneOrigine?.numeroLigne ?? null,
    qui.nir === undefined ? null : indexNir(qui.nir),
    assure?.nir === undefined ? null : indexNir(assure.nir),
    qui.dateNaissance,
    qui.rangNaissance ?? null,
    ligne.soinsDebut,
    montants.depense,
    montants.montantRO,
    JSON.stringify(sansIdentite(ligne)),
    null,
    null,
    null,
  ]
}

/** Keyed: a line holds a NIR, and a plain digest of it could be searched for. */
const empreinteLigne = (brut: string): Buffer => indexAveugle('ligne-decompte', brut)

const ECHAPPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** One value in COPY's text format. */
function champ(valeur: Champ): string {
  if (valeur === null) return '\\N'
  if (Buffer.isBuffer(valeur)) return `\\\\x${valeur.toString('hex')}`
  return String(valeur).replace(/[\\\t\n\r]/g, (c) => ECHAPPES[c] ?? c)
}

async function compter(client: Ecriture): Promise<CompteReception> {
  const { rows } = await client.query<{ lignes: number; doublons: number; quarantaine: number }>(
    `SELECT count(*) AS lignes, count(*) FILTER (WHERE doublon) AS doublons, count(motif) AS quarantaine FROM tri`,
  )
  const { lignes = 0, doublons = 0, quarantaine = 0 } = rows[0] ?? {}
  return { lignes, doublons, quarantaine, nouvelles: lignes - doublons - quarantaine }
}

async function ecrireFlux(
  client: Ecriture,
  { entete, controle }: Enveloppe,
  empreinte: Buffer,
  compte: CompteReception,
): Promise<string> {
  const id = randomUUID()
  await client.query(
    `INSERT INTO flux_recus (id, emetteur_type, emetteur_code, emetteur_libelle, id_fichier, empreinte, cree_le, statut,
        nombre_lignes, total_depense, total_ro, lignes_nouvelles, lignes_doublons, lignes_quarantaine)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text::"StatutFlux", $9, $10, $11, $12, $13, $14)`,
    [
      id,
      entete.emetteur.type,
      entete.emetteur.code,
      entete.emetteur.libelle ?? null,
      entete.idFichier,
      empreinte,
      entete.creeLe,
      compte.nouvelles > 0 ? 'RECU' : 'LIQUIDE',
      compte.lignes,
      controle.totalDepense,
      controle.totalRO,
      compte.nouvelles,
      compte.doublons,
      compte.quarantaine,
    ],
  )
  return id
}

const ECRIRE_LIGNES = `INSERT INTO lignes_decompte (id, flux_id, rang, emetteur_type, emetteur_code, id_decompte, numero_ligne,
    empreinte, operation, origine_id, reversion, pour_information, personne_id, soins_debut, contenu)
  SELECT t.id, $1, t.rang, $2, $3, t.id_decompte, t.numero_ligne, t.empreinte, r.operation::"OperationDecompte", t.origine_id,
    t.reversion, r.pour_information, t.personne_id, r.soins_debut, r.contenu::jsonb
  FROM tri t JOIN reception r USING (rang) WHERE t.motif IS NULL AND NOT t.doublon ORDER BY t.rang`

const LOT_QUARANTAINE = 500

/** Reads the file once more for the lines set aside: what names someone is sealed before it touches the base. */
async function ecarter(
  client: Ecriture,
  fluxId: string,
  entete: Entete,
  lignes: AsyncIterable<LigneLue>,
): Promise<void> {
  const { rows } = await client.query<{
    rang: number
    motif: string
    chemin: string | null
    regle: string | null
  }>('SELECT rang, motif, chemin, regle FROM tri WHERE motif IS NOT NULL')
  const motifs = new Map(rows.map((ligne) => [ligne.rang, ligne]))
  let lot: { id: string; rang: number; brut: string }[] = []
  const vider = async () => {
    await client.query(ECRIRE_QUARANTAINES, [
      fluxId,
      entete.emetteur.type,
      entete.emetteur.code,
      lot.map((l) => l.id),
      lot.map((l) => l.rang),
      lot.map((l) => empreinteLigne(l.brut)),
      lot.map((l) => motifs.get(l.rang)?.motif),
      lot.map((l) => {
        const { chemin, regle } = motifs.get(l.rang) ?? {}
        return JSON.stringify({ ...(chemin ? { chemin } : {}), ...(regle ? { regle } : {}) })
      }),
      lot.map((l) => chiffrer(l.brut, `quarantaines:${l.id}`)),
    ])
    lot = []
  }
  for await (const { rang, brut } of lignes) {
    if (!motifs.has(rang)) continue
    lot.push({ id: randomUUID(), rang, brut })
    if (lot.length >= LOT_QUARANTAINE) await vider()
  }
  if (lot.length > 0) await vider()
}

const ECRIRE_QUARANTAINES = `INSERT INTO quarantaines (id, flux_id, rang, emetteur_type, emetteur_code, empreinte, motif, detail,
    contenu_chiffre)
  SELECT l.id, $1, l.rang, $2, $3, l.empreinte, l.motif, l.detail::jsonb, l.contenu
  FROM unnest($4::uuid[], $5::integer[], $6::bytea[], $7::text[], $8::text[], $9::bytea[])
    AS l (id, rang, empreinte, motif, detail, contenu)
  ON CONFLICT (emetteur_type, emetteur_code, empreinte) DO NOTHING`
