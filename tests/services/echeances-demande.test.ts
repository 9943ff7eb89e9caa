import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { hacher } from '@/lib/server/mot-de-passe'
import type { PorteeAdherent, PorteeGestion } from '@/lib/server/portee'
import { SYSTEME } from '@/lib/server/portee'
import { accuserReclamation, suivreDemandes } from '@/lib/services/echeances-demande/mutations'
import { demanderPieces, prendre } from '@/lib/services/traitement/mutations'
import { BON_MOT_DE_PASSE, lignes, travauxEnAttente } from '../support/comptes'
import { baseDeTest } from '../support/database'
import { unAgent, uneDemande, unMembre } from '../support/demandes'

let base: pg.Pool
let membre: PorteeAdherent
let agent: PorteeGestion

beforeAll(async () => {
  // Mardi 17 mars 2026.
  process.env.PORTAIL_TODAY = '2026-03-17'
  base = new pg.Pool({ connectionString: (await baseDeTest()).urlProprietaire, max: 2 })
  // Days do not pass here: what was asked is dated back.
  await base.query('ALTER TABLE pieces_attendues DISABLE TRIGGER USER')
  membre = await unMembre()
  agent = await unAgent()
})
afterAll(() => base.end())
beforeEach(async () => {
  await lignes("UPDATE demandes SET etat = 'ANNULEE', close_le = now() WHERE close_le IS NULL")
})

const etat = async (id: string) =>
  (
    await lignes(
      'SELECT etat, agent_id AS agent, escaladee_le IS NOT NULL AS escaladee FROM demandes WHERE id = $1',
      [id],
    )
  )[0]
const passages = async (id: string): Promise<string[]> =>
  (
    await lignes<{ passage: string }>(
      'SELECT passage FROM passages_demande WHERE demande_id = $1 ORDER BY rang',
      [id],
    )
  ).map(({ passage }) => passage)
/** As if so many days had passed since everything of this demande. */
const vieillir = async (id: string, jours: number) => {
  await lignes(
    `UPDATE demandes SET envoyee_le = envoyee_le - $2 * interval '1 day', repondre_avant = repondre_avant - $2 * interval '1 day' WHERE id = $1`,
    [id, jours],
  )
}
const mailsA = async (compteId: string, modele: string): Promise<number> =>
  (await lignes('SELECT 1 FROM courriels WHERE compte_id = $1 AND modele = $2', [compteId, modele])).length

describe('le délai dépassé', () => {
  test('G02 : elle s’escalade une fois, même si trois travaux courent ensemble ; avant l’heure, non', async () => {
    const aTemps = await uneDemande(membre)
    const { id } = await uneDemande(membre)
    await vieillir(id, 3)
    await Promise.all([suivreDemandes(), suivreDemandes(), suivreDemandes()])
    await suivreDemandes()
    expect(await etat(id)).toMatchObject({ etat: 'ENVOYEE', escaladee: true })
    expect((await passages(id)).filter((p) => p === 'ESCALADER')).toHaveLength(1)
    expect(await etat(aTemps.id)).toMatchObject({ escaladee: false })
  })

  test('G02 : chaque superviseur en est averti une fois par jour, sans rien du contenu ; un gestionnaire ne l’est pas', async () => {
    const superviseur = await unAgent('SUPERVISEUR')
    await lignes(
      "UPDATE comptes SET statut = 'ACTIF', mot_de_passe = $2, conditions_version = '1', conditions_acceptees_le = now() WHERE id = ANY ($1)",
      [[superviseur.compteId, agent.compteId], await hacher(BON_MOT_DE_PASSE)],
    )
    const { id } = await uneDemande(membre)
    await vieillir(id, 3)
    // The alert of today has left with the test before: a day passes.
    await base.query('DELETE FROM alertes_retard')
    await suivreDemandes()
    await suivreDemandes()
    expect(await mailsA(superviseur.compteId, 'DEMANDES_EN_RETARD')).toBe(1)
    expect(await mailsA(agent.compteId, 'DEMANDES_EN_RETARD')).toBe(0)
    const contenus = (await travauxEnAttente('courriel')).map(({ contenu }) => contenu)
    const mail = contenus.find(({ sujet }) => sujet === 'Des demandes ont dépassé leur délai')
    expect(mail?.texte).toContain('/gestion/corbeille?vue=retard')
    expect(mail?.texte).not.toMatch(/Ruiz|rembours/i)
  })

  test('une pièce indispensable arrête l’horloge jusqu’à son jour ; une pièce utile, non', async () => {
    const [indispensable, utile] = [await uneDemande(membre), await uneDemande(membre)]
    for (const [{ id }, bloquante] of [
      [indispensable, true],
      [utile, false],
    ] as const) {
      await prendre(agent, id)
      await demanderPieces(agent, id, { ...PIECE, bloquante, cle: randomUUID() })
      await vieillir(id, 3)
    }
    await suivreDemandes()
    expect(await etat(indispensable.id)).toMatchObject({ etat: 'PIECE_DEMANDEE', escaladee: false })
    expect(await etat(utile.id)).toMatchObject({ etat: 'PIECE_DEMANDEE', escaladee: true })
  })
})

const PIECE = {
  piece: 'ACTE_DE_NAISSANCE',
  avant: dateCivile('2026-04-01'),
  bloquante: true,
  texte: null,
}
/** The piece was asked for `depuis` days ago, and is due in `dans` days. */
const daterPiece = async (id: string, depuis: number, dans: number) => {
  await base.query(
    `UPDATE pieces_attendues SET demandee_le = demandee_le - $2 * interval '1 day', avant_le = date '2026-03-17' + $3::int WHERE demande_id = $1`,
    [id, depuis, dans],
  )
}
async function attendre(depuis: number, dans: number): Promise<string> {
  const { id } = await uneDemande(membre)
  await prendre(agent, id)
  await demanderPieces(agent, id, { ...PIECE, cle: randomUUID() })
  await daterPiece(id, depuis, dans)
  return id
}

describe('une pièce attendue', () => {
  test.each([
    ['cinq jours avant', 10, 5, 1],
    ['le jour même', 10, 0, 1],
    ['six jours avant', 10, 6, 0],
    ['demandée aujourd’hui pour dans trois jours', 0, 3, 0],
  ])(
    'G04 : %s, elle est rappelée : %s jours après la demande, %s jours avant, %s fois',
    async (_quand, depuis, dans, fois) => {
      const id = await attendre(depuis, dans)
      await suivreDemandes()
      await suivreDemandes()
      expect((await passages(id)).filter((p) => p === 'RAPPELER')).toHaveLength(fois)
      expect(await etat(id)).toMatchObject({ etat: 'PIECE_DEMANDEE' })
    },
  )

  test('G04 : son jour passé, la demande revient à qui l’avait, une fois, et son histoire le dit', async () => {
    const id = await attendre(16, -1)
    await Promise.all([suivreDemandes(), suivreDemandes()])
    await suivreDemandes()
    expect(await etat(id)).toMatchObject({ etat: 'PRISE', agent: agent.compteId })
    expect((await passages(id)).filter((p) => p === 'COMPLETER')).toHaveLength(1)
    const [passage] = await lignes<{ compte: string | null; donnees: object }>(
      "SELECT compte_id AS compte, donnees FROM passages_demande WHERE demande_id = $1 AND passage = 'COMPLETER'",
      [id],
    )
    expect(passage).toEqual({ compte: null, donnees: { venue: false } })
  })

  test('le jour de la pièce n’est pas fini : elle est encore attendue', async () => {
    const id = await attendre(16, 0)
    await suivreDemandes()
    expect(await etat(id)).toMatchObject({ etat: 'PIECE_DEMANDEE' })
  })

  test('une pièce se demande pour un jour à venir', async () => {
    const { id } = await uneDemande(membre)
    await prendre(agent, id)
    await expect(
      demanderPieces(agent, id, { ...PIECE, avant: dateCivile('2026-03-17'), cle: randomUUID() }),
    ).rejects.toThrow('Choisissez un jour à venir')
  })
})

describe('l’accusé de réception d’une réclamation', () => {
  test('A24 : un courrier au contrat, une fois, avec le numéro, la date limite et le médiateur', async () => {
    const reclamant = await unMembre()
    const { id, numero } = await uneDemande(reclamant, 'RECLAMATION')
    await Promise.all([suivreDemandes(), suivreDemandes()])
    await suivreDemandes()
    expect((await passages(id)).filter((p) => p === 'ACCUSER_RECEPTION')).toHaveLength(1)
    const courriers = await lignes<{ faits: { objet: string; paragraphes: string[]; suite: string[] } }>(
      "SELECT donnees->'faits' AS faits FROM documents WHERE adhesion_id = $1 AND nature = 'COURRIER'",
      [reclamant.adhesions[0]],
    )
    expect(courriers).toHaveLength(1)
    const dit = `D-${String(numero).padStart(6, '0')}`
    expect(courriers[0]?.faits.objet).toBe(`Votre réclamation ${dit}`)
    // Article 37 : deux mois après le 17 mars 2026.
    expect(courriers[0]?.faits.paragraphes.join(' ')).toContain('avant le 17 mai 2026 à 23 h 59')
    expect(courriers[0]?.faits.suite.join(' ')).toMatch(/médiateur/i)
  })

  test('écrit à l’envoi, il ne l’est pas de nouveau par le travail de fond ; un message n’en a pas', async () => {
    const reclamant = await unMembre()
    const reclamation = await uneDemande(reclamant, 'RECLAMATION')
    const message = await uneDemande(reclamant)
    expect(await ecrire(SYSTEME, (client) => accuserReclamation(client, reclamation))).toBe(true)
    expect(await ecrire(SYSTEME, (client) => accuserReclamation(client, message))).toBe(false)
    await suivreDemandes()
    expect((await passages(reclamation.id)).filter((p) => p === 'ACCUSER_RECEPTION')).toHaveLength(1)
    expect(await passages(message.id)).not.toContain('ACCUSER_RECEPTION')
  })
})

test('une demande qui échoue n’arrête pas les autres, et le travail le dit', async () => {
  const [abimee, saine] = [
    await uneDemande(membre, 'RECLAMATION'),
    await uneDemande(await unMembre(), 'RECLAMATION'),
  ]
  // A contract that no longer says what règlement it follows.
  await lignes("UPDATE adhesions SET reglement = 'inconnu' WHERE id = $1", [membre.adhesions[0]])
  const { echecs } = await suivreDemandes()
  expect(echecs).toBe(1)
  expect(await passages(saine.id)).toContain('ACCUSER_RECEPTION')
  expect(await passages(abimee.id)).not.toContain('ACCUSER_RECEPTION')
  await lignes("UPDATE adhesions SET reglement = 'mutami' WHERE id = $1", [membre.adhesions[0]])
  expect((await suivreDemandes()).echecs).toBe(0)
  expect(await passages(abimee.id)).toContain('ACCUSER_RECEPTION')
})
