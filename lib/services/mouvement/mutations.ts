import { randomUUID } from 'node:crypto'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_MOUVEMENT } from '@/lib/lexique/mouvements'
import { ajouterJours, type DateCivile } from '@/lib/rules/date/date-civile'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { chiffrer } from '@/lib/server/chiffrement'
import { maintenant } from '@/lib/server/clock'
import type { Ecriture } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import type { PorteeGestion } from '@/lib/server/portee'
import { attribuerCodes, remettreCode } from '../code-acces/mutations'
import { reemettrePapiers } from '../document/mutations'
import { loadCotisationPartie } from '../echeancier/data'
import { ecrireEcheanciersDepuis } from '../echeancier/mutations'
import { compteDe, roleDe } from '../passage-demande/mutations'
import { indexNir } from '../portefeuille/data'
import type { ChangementEcrit, EffetMouvement, Entrant, Mouvement } from './schema'

/** A movement that cannot be: the sentence is for whoever decides. */
const refuser = (message: string): never => {
  throw new SaisieRefusee({ champ: '', message })
}

/**
 * Changes a contract and what follows from it, in the caller's transaction: cover, schedule of contributions, card and certificate, code d'accès of who comes in. Two
 * movements of one contract wait for each other. @throws {SaisieRefusee} when the contract no longer allows it.
 */
export async function mouvoir(
  client: Ecriture,
  acteur: PorteeGestion,
  adhesionId: string,
  mouvement: Mouvement,
  jour: DateCivile,
): Promise<EffetMouvement> {
  await client.query('SELECT FROM adhesions WHERE id = $1 FOR UPDATE', [adhesionId])
  const changement = await ecrireMouvement(client, adhesionId, mouvement)
  if (changement.type === 'ENTREE') await remettreCode(client, acteur, changement.personneId, jour)
  await suivre(client, acteur, adhesionId, changement, jour, 'MOUVEMENT_FAIT')
  return { changement, faitLe: maintenant().toISOString() }
}

function ecrireMouvement(client: Ecriture, adhesionId: string, m: Mouvement): Promise<ChangementEcrit> {
  switch (m.type) {
    case 'ENTREE':
      return affilier(client, adhesionId, m.entrant, m.le)
    case 'SORTIE':
      return radier(client, adhesionId, m.personneId, m.dernierJour)
    case 'FORMULE':
      return changerFormule(client, adhesionId, m.formule, m.le)
    case 'FIN':
      return finir(client, adhesionId, m.dernierJour)
    case 'MAINTIEN':
      return maintenir(client, adhesionId, m)
  }
}

/** What a change of the contract brings about, done or undone. */
async function suivre(
  client: Ecriture,
  acteur: PorteeGestion,
  adhesionId: string,
  effet: ChangementEcrit,
  jour: DateCivile,
  acte: 'MOUVEMENT_FAIT' | 'MOUVEMENT_DEFAIT',
): Promise<void> {
  const depuis = 'le' in effet ? effet.le : effet.dernierJour
  try {
    await ecrireEcheanciersDepuis(client, adhesionId, depuis < jour ? depuis : jour)
  } catch (erreur) {
    if (!(erreur instanceof ErreurDeRegle)) throw erreur
    refuser(PHRASES_MOUVEMENT.COTISATION(erreur.message))
  }
  await reemettrePapiers(client, adhesionId, jour)
  await journaliser(client, {
    acte,
    compteId: compteDe(acteur),
    role: roleDe(acteur),
    objetType: 'adhesion',
    objetId: adhesionId,
    resultat: 'FAIT',
    donnees: { type: effet.type, depuis },
  })
}

/** Known by a NIR, a birth date and a rank; else new. */
async function trouverPersonne(client: Ecriture, e: Entrant): Promise<string | null> {
  if (e.nir === null) return null
  const { rows } = await client.query<{ id: string }>(
    `SELECT p.id FROM personnes p JOIN immatriculations i ON i.personne_id = p.id
      WHERE i.nir_index = $1 AND p.date_naissance = $2 AND p.rang_naissance = $3 ORDER BY p.id LIMIT 1`,
    [indexNir(e.nir), e.dateNaissance, e.rang],
  )
  return rows[0]?.id ?? null
}

async function creerPersonne(client: Ecriture, e: Entrant): Promise<string> {
  const id = randomUUID()
  await client.query(
    'INSERT INTO personnes (id, nom, prenom, date_naissance, rang_naissance) VALUES ($1, $2, $3, $4, $5)',
    [id, e.nom, e.prenom, e.dateNaissance, e.rang],
  )
  if (e.nir === null) return id
  const immatriculation = randomUUID()
  await client.query(
    'INSERT INTO immatriculations (id, personne_id, nir_chiffre, nir_index) VALUES ($1, $2, $3, $4)',
    [immatriculation, id, chiffrer(e.nir, `immatriculations:${immatriculation}`), indexNir(e.nir)],
  )
  return id
}

async function affilier(
  client: Ecriture,
  adhesionId: string,
  e: Entrant,
  le: DateCivile,
): Promise<ChangementEcrit> {
  const personneId = (await trouverPersonne(client, e)) ?? (await creerPersonne(client, e))
  const { rowCount } = await client.query(
    "SELECT FROM beneficiaires WHERE adhesion_id = $1 AND personne_id = $2 AND daterange(du, au, '[]') && daterange($3::date, NULL)",
    [adhesionId, personneId, le],
  )
  if (rowCount !== 0) refuser(PHRASES_MOUVEMENT.DEJA_COUVERT)
  const beneficiaireId = randomUUID()
  await client.query(
    'INSERT INTO beneficiaires (id, adhesion_id, personne_id, lien, du) VALUES ($1, $2, $3, $4::text::"LienBeneficiaire", $5)',
    [beneficiaireId, adhesionId, personneId, e.lien, le],
  )
  await attribuerCodes(client, [personneId])
  return { type: 'ENTREE', beneficiaireId, personneId, le }
}

async function radier(
  client: Ecriture,
  adhesionId: string,
  personneId: string,
  dernierJour: DateCivile,
): Promise<ChangementEcrit> {
  const { rows } = await client.query<{ id: string; du: DateCivile; au: DateCivile | null }>(
    `SELECT id, du, au FROM beneficiaires WHERE adhesion_id = $1 AND personne_id = $2 AND lien <> 'MEMBRE_PARTICIPANT'
      ORDER BY du DESC LIMIT 1 FOR UPDATE`,
    [adhesionId, personneId],
  )
  const couvert = rows[0]
  if (couvert === undefined || (couvert.au !== null && couvert.au <= dernierJour) || couvert.du > dernierJour)
    return refuser(PHRASES_MOUVEMENT.PLUS_COUVERT)
  await client.query('UPDATE beneficiaires SET au = $2 WHERE id = $1', [couvert.id, dernierJour])
  return { type: 'SORTIE', beneficiaireId: couvert.id, au: couvert.au, dernierJour }
}

interface FormuleLue {
  readonly formule: string
  readonly du: DateCivile
  readonly au: DateCivile | null
}

async function changerFormule(
  client: Ecriture,
  adhesionId: string,
  formule: string,
  le: DateCivile,
): Promise<ChangementEcrit> {
  const { rows: avant } = await client.query<FormuleLue>(
    'SELECT formule, du, au FROM choix_formules WHERE adhesion_id = $1 AND (au IS NULL OR au >= $2) ORDER BY du',
    [adhesionId, le],
  )
  await client.query('DELETE FROM choix_formules WHERE adhesion_id = $1 AND du >= $2', [adhesionId, le])
  await client.query(
    'UPDATE choix_formules SET au = $3 WHERE adhesion_id = $1 AND (au IS NULL OR au >= $2)',
    [adhesionId, le, ajouterJours(le, -1)],
  )
  const ajoutee = randomUUID()
  await client.query('INSERT INTO choix_formules (id, adhesion_id, formule, du) VALUES ($1, $2, $3, $4)', [
    ajoutee,
    adhesionId,
    formule,
    le,
  ])
  return { type: 'FORMULE', ajoutee, le, avant }
}

async function finir(
  client: Ecriture,
  adhesionId: string,
  dernierJour: DateCivile,
): Promise<ChangementEcrit> {
  const { rows } = await client.query<{ au: DateCivile | null }>(
    'SELECT date_fin AS au FROM adhesions WHERE id = $1',
    [adhesionId],
  )
  const au = rows[0]?.au ?? null
  if (au !== null && au <= dernierJour) refuser(PHRASES_MOUVEMENT.DEJA_FINI)
  await client.query('UPDATE adhesions SET date_fin = $2 WHERE id = $1', [adhesionId, dernierJour])
  return { type: 'FIN', au, dernierJour }
}

const PROLONGER = {
  beneficiaires: 'UPDATE beneficiaires SET au = $3 WHERE adhesion_id = $1 AND au = $2 RETURNING id',
  formules: 'UPDATE choix_formules SET au = $3 WHERE adhesion_id = $1 AND au = $2 RETURNING id',
} as const

/** The cover of a contract that runs, or that ended with the employment, goes on until a day; what it owes stops with the employment. */
async function maintenir(
  client: Ecriture,
  adhesionId: string,
  { cessation, jusquAu }: Extract<Mouvement, { type: 'MAINTIEN' }>,
): Promise<ChangementEcrit> {
  const { rows } = await client.query<{ au: DateCivile | null; cotiseJusquAu: DateCivile | null }>(
    'SELECT date_fin AS au, cotise_jusqu_au AS "cotiseJusquAu" FROM adhesions WHERE id = $1',
    [adhesionId],
  )
  const { au = null, cotiseJusquAu = null } = rows[0] ?? {}
  if (cotiseJusquAu !== null) refuser(PHRASES_MOUVEMENT.DEJA_MAINTENU)
  if (au !== null && au < cessation) refuser(PHRASES_MOUVEMENT.FINI_AVANT)
  await client.query('UPDATE adhesions SET date_fin = $2, cotise_jusqu_au = $3 WHERE id = $1', [
    adhesionId,
    jusquAu,
    cessation,
  ])
  const prolonger = async (quoi: keyof typeof PROLONGER): Promise<string[]> => {
    if (au === null || au >= jusquAu) return []
    const prolonges = await client.query<{ id: string }>(PROLONGER[quoi], [adhesionId, au, jusquAu])
    return prolonges.rows.map(({ id }) => id)
  }
  const beneficiaires = await prolonger('beneficiaires')
  const formules = await prolonger('formules')
  return { type: 'MAINTIEN', au, cotiseJusquAu, dernierJour: cessation, jusquAu, beneficiaires, formules }
}

/** False: another end was written since. */
async function retirerMaintien(
  client: Ecriture,
  adhesionId: string,
  m: Extract<ChangementEcrit, { type: 'MAINTIEN' }>,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'UPDATE adhesions SET date_fin = $2, cotise_jusqu_au = $3 WHERE id = $1 AND date_fin = $4',
    [adhesionId, m.au, m.cotiseJusquAu, m.jusquAu],
  )
  if (rowCount === 0) return false
  await client.query('UPDATE beneficiaires SET au = $2 WHERE id = ANY ($1::uuid[])', [m.beneficiaires, m.au])
  await client.query('UPDATE choix_formules SET au = $2 WHERE id = ANY ($1::uuid[])', [m.formules, m.au])
  return true
}

/**
 * Takes a movement back, in the caller's transaction. Returns null when done; else, in a sentence, what has left the house since.
 */
export async function demouvoir(
  client: Ecriture,
  acteur: PorteeGestion,
  adhesionId: string,
  { changement: effet, faitLe }: EffetMouvement,
  jour: DateCivile,
): Promise<string | null> {
  await client.query('SELECT FROM adhesions WHERE id = $1 FOR UPDATE', [adhesionId])
  const obstacle = await obstacleA(client, adhesionId, effet, faitLe)
  if (obstacle !== null) return obstacle
  switch (effet.type) {
    case 'ENTREE':
      await client.query('DELETE FROM beneficiaires WHERE id = $1', [effet.beneficiaireId])
      break
    case 'SORTIE':
      await client.query('UPDATE beneficiaires SET au = $2 WHERE id = $1', [effet.beneficiaireId, effet.au])
      break
    case 'FORMULE':
      await retablirFormules(client, adhesionId, effet)
      break
    case 'FIN':
      await client.query('UPDATE adhesions SET date_fin = $2 WHERE id = $1', [adhesionId, effet.au])
      break
    case 'MAINTIEN':
      if (!(await retirerMaintien(client, adhesionId, effet))) return PHRASES_MOUVEMENT.FIN_DEPUIS
  }
  await suivre(client, acteur, adhesionId, effet, jour, 'MOUVEMENT_DEFAIT')
  return null
}

async function retablirFormules(
  client: Ecriture,
  adhesionId: string,
  { le, avant }: Extract<ChangementEcrit, { type: 'FORMULE' }>,
): Promise<void> {
  await client.query('DELETE FROM choix_formules WHERE adhesion_id = $1 AND du >= $2', [adhesionId, le])
  for (const { formule, du, au } of avant)
    await client.query(
      du < le
        ? 'UPDATE choix_formules SET au = $4 WHERE adhesion_id = $1 AND formule = $2 AND du = $3'
        : 'INSERT INTO choix_formules (adhesion_id, formule, du, au) VALUES ($1, $2, $3, $4)',
      [adhesionId, formule, du, au],
    )
}

/** Money that moved, or care that was paid, on the strength of the movement. */
async function obstacleA(
  client: Ecriture,
  adhesionId: string,
  effet: ChangementEcrit,
  faitLe: string,
): Promise<string | null> {
  const { rowCount } = await client.query(
    `SELECT FROM prestations p WHERE p.adhesion_id = $1 AND p.calculee_le >= $3 AND p.etat <> 'ANNULEE'
        AND ($2::uuid IS NULL OR p.personne_id = $2) AND p.date_soins >= $4 LIMIT 1`,
    [
      adhesionId,
      effet.type === 'ENTREE' ? effet.personneId : null,
      faitLe,
      'le' in effet ? effet.le : ajouterJours(effet.dernierJour, 1),
    ],
  )
  if (rowCount !== 0) return PHRASES_MOUVEMENT.SOINS_CALCULES
  return (await loadCotisationPartie(client, adhesionId, faitLe)) ? PHRASES_MOUVEMENT.COTISATION_PARTIE : null
}
