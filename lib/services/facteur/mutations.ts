import { randomBytes, randomUUID } from 'node:crypto'
import { Secret } from 'otpauth'
import type { NatureFacteur } from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { instantEnMots } from '@/lib/lexique/attente'
import { courrielFacteurAjoute, courrielFacteurRetire } from '@/lib/lexique/courriels/facteurs'
import { NOMS_FACTEURS, PHRASES_FACTEUR } from '@/lib/lexique/facteurs'
import { chiffrer, indexAveugle } from '@/lib/server/chiffrement'
import type { Ecriture } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { journaliser } from '@/lib/server/journal'
import { envoyerCourriel, signature } from '../courriel/mutations'
import { retraitPermis } from './access'
import { CHAMPS_GRAINE, contexteGraine, type Graine, loadNatures, ouvrirGraine, PAS_MS } from './data'

const MAX = 10

/** The 30-second step whose code this is, one before and one after included; null for any other, or one that served. */
function pasDuCode(graine: Graine, code: string, instant: Date): number | null {
  const ecart = ouvrirGraine(graine).validate({ token: code, timestamp: instant.getTime(), window: 1 })
  if (ecart === null) return null
  const pas = Math.floor(instant.getTime() / PAS_MS) + ecart
  return graine.dernierPas !== null && pas <= graine.dernierPas ? null : pas
}

/** Rows are held: of two identical codes at the same moment one is refused. */
export async function prouverTotp(
  client: Ecriture,
  compteId: string,
  code: string,
  instant: Date,
): Promise<boolean> {
  const { rows } = await client.query<Graine>(
    `SELECT ${CHAMPS_GRAINE} FROM facteurs
      WHERE compte_id = $1 AND nature = 'TOTP' AND confirme_le IS NOT NULL AND retire_le IS NULL ORDER BY id FOR UPDATE`,
    [compteId],
  )
  for (const graine of rows) {
    const pas = pasDuCode(graine, code, instant)
    if (pas === null) continue
    await client.query('UPDATE facteurs SET dernier_pas = $2, dernier_usage_le = $3 WHERE id = $1', [
      graine.id,
      pas,
      instant,
    ])
    return true
  }
  return false
}

/** Letters and digits that nobody takes for one another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LONGUEUR_CODE = 10
const NOMBRE_CODES = 10

const normaliserCode = (code: string): string => code.replace(/[\s-]/g, '').toUpperCase()
const indexCode = (facteurId: string, code: string): Buffer =>
  indexAveugle('code-secours', `${facteurId}:${normaliserCode(code)}`)

/** A code of the list, once. */
export async function prouverCodeListe(
  client: Ecriture,
  compteId: string,
  code: string,
  instant: Date,
): Promise<boolean> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM facteurs WHERE compte_id = $1 AND nature = 'CODES' AND confirme_le IS NOT NULL AND retire_le IS NULL`,
    [compteId],
  )
  const liste = rows[0]?.id
  if (liste === undefined || code === '') return false
  const { rowCount } = await client.query(
    'UPDATE codes_secours SET utilise_le = $3 WHERE facteur_id = $1 AND empreinte = $2 AND utilise_le IS NULL',
    [liste, indexCode(liste, code), instant],
  )
  if (rowCount !== 1) return false
  await client.query('UPDATE facteurs SET dernier_usage_le = $2 WHERE id = $1', [liste, instant])
  return true
}

/** A new seed, which counts once one of its codes has been typed. Those begun before and not proven go. */
export async function commencerTotp(
  client: Ecriture,
  compteId: string,
  instant: Date,
  demonstration = false,
): Promise<string> {
  await refuserTrop(client, compteId)
  await client.query(
    `DELETE FROM facteurs WHERE compte_id = $1 AND nature = 'TOTP' AND confirme_le IS NULL`,
    [compteId],
  )
  const id = randomUUID()
  const graine = new Secret({ size: 20 }).base32
  await client.query(
    `INSERT INTO facteurs (id, compte_id, nature, nom, cree_le, graine_chiffree, voies, demonstration)
      VALUES ($1, $2, 'TOTP', $3, $4, $5, '{}', $6)`,
    [id, compteId, NOMS_FACTEURS.TOTP, instant, chiffrer(graine, contexteGraine(id)), demonstration],
  )
  return id
}

/** @throws {SaisieRefusee} */
export async function refuserTrop(client: Ecriture, compteId: string): Promise<void> {
  if ((await loadNatures(client, compteId)).length >= MAX)
    throw new SaisieRefusee({ champ: '', message: PHRASES_FACTEUR.TROP })
}

/** The first code of the application: from now on it is a factor. @throws {SaisieRefusee} */
export async function confirmerTotp(
  client: Ecriture,
  compteId: string,
  code: string,
  { instant, champ = 'codeUnique' }: { readonly instant: Date; readonly champ?: string },
): Promise<void> {
  const { rows } = await client.query<Graine>(
    `SELECT ${CHAMPS_GRAINE} FROM facteurs WHERE compte_id = $1 AND nature = 'TOTP' AND confirme_le IS NULL AND retire_le IS NULL FOR UPDATE`,
    [compteId],
  )
  const [graine] = rows
  if (graine === undefined) throw new SaisieRefusee({ champ: '', message: PHRASES_FACTEUR.INTROUVABLE })
  const pas = pasDuCode(graine, code.replace(/[\s-]/g, ''), instant)
  if (pas === null) throw new SaisieRefusee({ champ, message: PHRASES_FACTEUR.CODE_ESSAI_FAUX })
  await client.query('UPDATE facteurs SET confirme_le = $2, dernier_pas = $3 WHERE id = $1', [
    graine.id,
    instant,
    pas,
  ])
  await consignerAjout(client, compteId, graine.id, 'TOTP', instant)
}

/** Ten codes, told once; they count when one of them has been copied back. */
export async function creerListe(
  client: Ecriture,
  compteId: string,
  instant: Date,
): Promise<readonly string[]> {
  await client.query(
    `DELETE FROM facteurs WHERE compte_id = $1 AND nature = 'CODES' AND confirme_le IS NULL`,
    [compteId],
  )
  const id = randomUUID()
  const codes = Array.from({ length: NOMBRE_CODES }, tirerCode)
  await client.query(
    `INSERT INTO facteurs (id, compte_id, nature, nom, cree_le, voies) VALUES ($1, $2, 'CODES', $3, $4, '{}')`,
    [id, compteId, NOMS_FACTEURS.CODES, instant],
  )
  for (const code of codes)
    await client.query('INSERT INTO codes_secours (facteur_id, empreinte) VALUES ($1, $2)', [
      id,
      indexCode(id, code),
    ])
  return codes.map((code) => code.replace(/(.{5})(?=.)/, '$1-'))
}

/** 31^10 ≈ 2^49,5; a byte that would favour some letters is drawn again. */
function tirerCode(): string {
  let code = ''
  while (code.length < LONGUEUR_CODE)
    for (const octet of randomBytes(LONGUEUR_CODE))
      if (octet < 248 && code.length < LONGUEUR_CODE) code += ALPHABET[octet % ALPHABET.length] ?? ''
  return code
}

/** One of the codes, copied back: the list serves, the former one no longer does. @throws {SaisieRefusee} */
export async function confirmerListe(
  client: Ecriture,
  compteId: string,
  code: string,
  instant: Date,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM facteurs WHERE compte_id = $1 AND nature = 'CODES' AND confirme_le IS NULL FOR UPDATE`,
    [compteId],
  )
  const liste = rows[0]?.id
  if (liste === undefined) throw new SaisieRefusee({ champ: '', message: PHRASES_FACTEUR.INTROUVABLE })
  const { rowCount } = await client.query(
    'SELECT FROM codes_secours WHERE facteur_id = $1 AND empreinte = $2',
    [liste, indexCode(liste, code)],
  )
  if (rowCount !== 1) throw new SaisieRefusee({ champ: 'codeListe', message: PHRASES_FACTEUR.LISTE_FAUSSE })
  await client.query(
    `UPDATE facteurs SET retire_le = $2 WHERE compte_id = $1 AND nature = 'CODES' AND confirme_le IS NOT NULL AND retire_le IS NULL`,
    [compteId, instant],
  )
  await client.query('UPDATE facteurs SET confirme_le = $2 WHERE id = $1', [liste, instant])
  await consignerAjout(client, compteId, liste, 'CODES', instant)
}

/** One factor less. @throws {SaisieRefusee} when the role needs it. */
export async function retirerFacteur(
  client: Ecriture,
  compteId: string,
  facteurId: string,
  instant: Date,
): Promise<void> {
  const compte = await tenirCompte(client, compteId)
  const { rows } = await client.query<{ id: string; nature: NatureFacteur; nom: string }>(
    'SELECT id, nature, nom FROM facteurs WHERE compte_id = $1 AND confirme_le IS NOT NULL AND retire_le IS NULL FOR UPDATE',
    [compteId],
  )
  const vise = rows.find(({ id }) => id === facteurId)
  if (vise === undefined) throw new SaisieRefusee({ champ: '', message: PHRASES_FACTEUR.INTROUVABLE })
  const restantes = rows.filter(({ id }) => id !== facteurId).map(({ nature }) => nature)
  if (!retraitPermis(compte.role, restantes))
    throw new SaisieRefusee({ champ: '', message: PHRASES_FACTEUR.DERNIER })
  await client.query('UPDATE facteurs SET retire_le = $2 WHERE id = $1', [facteurId, instant])
  const alerte = { nom: vise.nom, quand: instantEnMots(instant), urlAcces: adresseAcces() }
  await envoyerCourriel(client, compte.email, courrielFacteurRetire(alerte, signature()), compteId)
  await consigner(client, 'FACTEUR_RETIRE', compteId, compte.role, facteurId, vise.nature)
}

async function tenirCompte(client: Ecriture, compteId: string) {
  const { rows } = await client.query<{ role: 'ADHERENT'; email: string }>(
    'SELECT role, email FROM comptes WHERE id = $1 FOR UPDATE',
    [compteId],
  )
  const [compte] = rows
  if (compte === undefined) throw new Error('compte disparu')
  return compte
}

const adresseAcces = (): string => new URL('/acces-perdu', env().PORTAIL_URL).href

export async function consignerAjout(
  client: Ecriture,
  compteId: string,
  facteurId: string,
  nature: NatureFacteur,
  instant: Date,
): Promise<void> {
  const { email, role } = await tenirCompte(client, compteId)
  const alerte = { nom: NOMS_FACTEURS[nature], quand: instantEnMots(instant), urlAcces: adresseAcces() }
  await envoyerCourriel(client, email, courrielFacteurAjoute(alerte, signature()), compteId)
  await consigner(client, 'FACTEUR_AJOUTE', compteId, role, facteurId, nature)
}

const consigner = (
  client: Ecriture,
  acte: 'FACTEUR_AJOUTE' | 'FACTEUR_RETIRE',
  compteId: string,
  role: string,
  objetId: string,
  nature: NatureFacteur,
): Promise<void> =>
  journaliser(client, {
    acte,
    compteId,
    role,
    objetType: 'facteur',
    objetId,
    resultat: 'FAIT',
    donnees: { nature },
  })

/** An application made ready, without phone or mail: for the accounts of the demonstration only. @throws {Error} */
export async function poserGraineDemonstration(
  client: Ecriture,
  compteId: string,
  instant: Date,
): Promise<void> {
  if (env().PORTAIL_DEMO !== '1') throw new Error('une graine ne se pose que pour la démonstration')
  const id = await commencerTotp(client, compteId, instant, true)
  await client.query('UPDATE facteurs SET confirme_le = $2 WHERE id = $1', [id, instant])
}
