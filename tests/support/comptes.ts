import { randomUUID } from 'node:crypto'
import type { LienBeneficiaire, StatutCompte } from '@/generated/prisma/enums'
import { chiffrer } from '@/lib/server/chiffrement'
import { ecrire } from '@/lib/server/db'
import { contexteCodeAcces, indexCodeAcces } from '@/lib/server/identifiant'
import { ouvrirTravail } from '@/lib/server/jobs'
import type { Courriel } from '@/lib/server/mail'
import { hacher } from '@/lib/server/mot-de-passe'
import { SYSTEME } from '@/lib/server/portee'
import type { Visite } from '@/lib/server/visite'
import { ouvrirCourriel } from '@/lib/services/courriel/mutations'

/** People, contracts and accounts for tests, written as the imports and the pages write them. */
export const BON_MOT_DE_PASSE = 'girafe lampe ciment vague'

export const visiteDeTest = (autre: Partial<Visite> = {}): Visite => ({
  adresse: '192.0.2.10',
  appareil: 'Firefox sur Linux',
  comptesConnus: [],
  instant: new Date(),
  ...autre,
})

interface Voulu {
  readonly prenom?: string
  readonly nom?: string
  readonly dateNaissance?: string
  readonly numeroAdherent?: string
  readonly code?: string
  /** Absent: no account. */
  readonly email?: string
  readonly statut?: StatutCompte
  readonly hache?: string
  /** Absent: membre participant of an adhésion of their own. */
  readonly rattache?: { readonly adhesionId: string; readonly lien: LienBeneficiaire }
}

export interface PersonneDeTest {
  readonly personneId: string
  readonly adhesionId: string
  readonly numeroAdherent: string
  readonly code: string
  readonly compteId: string
}

let haches: Promise<string> | undefined
let suivant = 1

export async function creerPersonne(voulu: Voulu = {}): Promise<PersonneDeTest> {
  haches ??= hacher(BON_MOT_DE_PASSE)
  const hache = voulu.hache ?? (await haches)
  const numero = suivant
  suivant += 1
  const {
    prenom = `Prénom${numero}`,
    nom = 'Essai',
    dateNaissance = '1980-02-03',
    numeroAdherent = `000${7000 + numero}`,
    code = `code${numero}xyz`,
    email,
    statut = 'ACTIF',
    rattache,
  } = voulu
  const [personneId, adhesionId, compteId] = [
    randomUUID(),
    rattache?.adhesionId ?? randomUUID(),
    randomUUID(),
  ]
  await ecrire(SYSTEME, async (client) => {
    await client.query('INSERT INTO personnes (id, nom, prenom, date_naissance) VALUES ($1, $2, $3, $4)', [
      personneId,
      nom,
      prenom,
      dateNaissance,
    ])
    if (rattache === undefined)
      await client.query(
        "INSERT INTO adhesions (id, numero_adherent, reglement, membre_participant_id, date_effet) VALUES ($1, $2, 'essai', $3, '2020-01-01')",
        [adhesionId, numeroAdherent, personneId],
      )
    await client.query(
      "INSERT INTO beneficiaires (adhesion_id, personne_id, lien, du) VALUES ($1, $2, $3, '2020-01-01')",
      [adhesionId, personneId, rattache?.lien ?? 'MEMBRE_PARTICIPANT'],
    )
    await client.query(
      'INSERT INTO codes_acces (personne_id, code_chiffre, code_index) VALUES ($1, $2, $3)',
      [personneId, chiffrer(code, contexteCodeAcces(personneId)), indexCodeAcces(code)],
    )
    if (email !== undefined)
      await client.query(
        `INSERT INTO comptes (id, role, statut, personne_id, email, email_confirme_le, nom_affiche, mot_de_passe, conditions_version, conditions_acceptees_le)
         VALUES ($1, 'ADHERENT', $2, $3, $4, now(), $5, $6, '1', now())`,
        [compteId, statut, personneId, email, `${prenom} ${nom}`, hache],
      )
  })
  return { personneId, adhesionId, numeroAdherent, code, compteId }
}

/** Rows as the system sees them. */
export const lignes = <T extends Record<string, unknown>>(
  sql: string,
  valeurs: unknown[] = [],
): Promise<T[]> => ecrire(SYSTEME, async (client) => (await client.query<T>(sql, valeurs)).rows)

/** What a job is about, opened: for a mail, what its row holds. */
const OUVRIR = {
  courriel: (id: string, data: object) => courrielDe(ouvrirTravail('courriel', id, data).id),
  'acces-perdu': async (id: string, data: object) => ouvrirTravail('acces-perdu', id, data).contenu,
  releves: async (id: string, data: object) => ouvrirTravail('releves', id, data).contenu,
}
type Ouvert<F extends keyof typeof OUVRIR> = Awaited<ReturnType<(typeof OUVRIR)[F]>>

/** The jobs waiting in a queue, opened, oldest first. */
export async function travauxEnAttente<F extends keyof typeof OUVRIR>(
  file: F,
): Promise<{ id: string; contenu: Ouvert<F> }[]> {
  const recus = await lignes<{ id: string; data: object }>(
    "SELECT id, data FROM pgboss.job WHERE name = $1 AND state = 'created' ORDER BY created_on, id",
    [file],
  )
  const ouvrir = OUVRIR[file] as (id: string, data: object) => Promise<Ouvert<F>>
  return Promise.all(recus.map(async ({ id, data }) => ({ id, contenu: await ouvrir(id, data) })))
}

async function courrielDe(id: string): Promise<Courriel> {
  const [ligne] = await lignes<{ destinataire: Buffer; contenu: Buffer }>(
    'SELECT destinataire, contenu FROM courriels WHERE id = $1',
    [id],
  )
  if (ligne === undefined) throw new Error('un travail sans courriel')
  return ouvrirCourriel(id, ligne)
}

export const jetonDe = (texte: string): string => /jeton=([\w-]{43})/.exec(texte)?.[1] ?? ''
