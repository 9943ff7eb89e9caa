import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { NatureDocument } from '@/generated/prisma/enums'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { annoncerDocument } from '@/lib/services/annonce/mutations'
import { loadChoixCourriel } from '@/lib/services/preference-courriel/data'
import { choisirNotifications } from '@/lib/services/preference-courriel/mutations'
import { NATURES_COURRIEL, type Notifications } from '@/lib/services/preference-courriel/schema'
import { voirNotifications } from '@/lib/services/preference-courriel/view'
import { demanderPieces, prendre, repondre } from '@/lib/services/traitement/mutations'
import { lignes, travauxEnAttente } from '../support/comptes'
import { unAgent, uneDemande, unMembre } from '../support/demandes'

const TOUT: Notifications = { REMBOURSEMENT: 'OUI', RELEVE: 'OUI', DEMANDE: 'OUI', ECHEANCE: 'OUI' }
const RIEN: Notifications = { REMBOURSEMENT: 'NON', RELEVE: 'NON', DEMANDE: 'NON', ECHEANCE: 'NON' }

beforeEach(async () => {
  process.env.PORTAIL_TODAY = '2026-03-17'
  await lignes("DELETE FROM pgboss.job WHERE name = 'courriel'")
})

const sujets = async () => (await travauxEnAttente('courriel')).map(({ contenu }) => contenu.sujet)

let numero = 0
/** A paper on the portal, announced as when it is made. */
async function annoncer(qui: PorteeAdherent, nature: NatureDocument): Promise<void> {
  numero += 1
  const releve = nature === 'RELEVE_PRESTATIONS' ? `T-${numero}` : null
  const [document] = await lignes<{ id: string }>(
    `INSERT INTO documents (nature, numero, adhesion_id, personne_id, du, au, emis_le, gabarit, donnees, empreinte_donnees, jeton_verification, support)
      VALUES ($1::text::"NatureDocument", $2::text, $3, $4, CASE WHEN $2::text IS NOT NULL THEN date '2020-01-01' + $6::int END, CASE WHEN $2::text IS NOT NULL THEN date '2026-02-28' END,
        '2026-03-17', 'essai/1', '{}', sha256($5::text::bytea),
        rpad($5::text, 32, 'a'), 'ELECTRONIQUE') RETURNING id`,
    [nature, releve, qui.adhesions[0], qui.personneId, `papier${numero}`, numero],
  )
  await ecrire(SYSTEME, (client) => annoncerDocument(client, qui.personneId, document?.id ?? ''))
}

describe('ce dont on se passe', () => {
  test.each([
    ['RELEVE_PRESTATIONS', 'RELEVE'],
    ['PRISE_EN_CHARGE', 'DEMANDE'],
    ['REPONSE_DEVIS', 'DEMANDE'],
  ] as const)(
    'A25 : un papier %s avertit sans rien dire de lui ; refusé, il n’avertit plus',
    async (papier, nature) => {
      const qui = await unMembre()
      await annoncer(qui, papier)
      expect(await sujets()).toEqual(['Un document est disponible dans votre espace'])
      await choisirNotifications(qui, { ...TOUT, [nature]: 'NON' })
      await annoncer(qui, papier)
      expect(await sujets()).toHaveLength(1)
      await choisirNotifications(qui, TOUT)
      await annoncer(qui, papier)
      expect(await sujets()).toHaveLength(2)
    },
  )

  test('A25 : une réponse à une demande avertit, ou non, comme on l’a choisi', async () => {
    const agent = await unAgent()
    for (const [voulu, attendu] of [
      [TOUT, 1],
      [RIEN, 0],
    ] as const) {
      await lignes("DELETE FROM pgboss.job WHERE name = 'courriel'")
      const qui = await unMembre()
      await choisirNotifications(qui, voulu)
      const { id } = await uneDemande(qui)
      await prendre(agent, id)
      await repondre(agent, id, { cle: randomUUID(), texte: 'Dès demain.' })
      expect(await sujets()).toHaveLength(attendu)
    }
  })
})

describe('ce qui part toujours', () => {
  test('A25 : un courrier de la mutuelle part même quand on a tout refusé', async () => {
    const qui = await unMembre()
    await choisirNotifications(qui, RIEN)
    await annoncer(qui, 'COURRIER')
    expect(await sujets()).toEqual(['Un document est disponible dans votre espace'])
  })

  test('A25 : une pièce demandée et une réclamation avertissent même quand on a tout refusé', async () => {
    const agent = await unAgent()
    const qui = await unMembre()
    await choisirNotifications(qui, RIEN)
    const { id } = await uneDemande(qui)
    await prendre(agent, id)
    const piece = {
      piece: 'JUSTIFICATIF',
      avant: dateCivile('2026-03-30'),
      bloquante: true,
      texte: null,
      cle: randomUUID(),
    } as const
    await demanderPieces(agent, id, piece)
    expect(await sujets()).toHaveLength(1)
    const reclamation = await uneDemande(qui, 'RECLAMATION')
    const avant = (await sujets()).length
    await prendre(agent, reclamation.id)
    await repondre(agent, reclamation.id, { cle: randomUUID(), texte: 'Voici pourquoi.' })
    expect((await sujets()).length).toBe(avant + 1)
  })
})

describe('les choix', () => {
  test('se gardent tous, datés ; le dernier compte ; le même ne s’écrit pas deux fois', async () => {
    const qui = await unMembre()
    await choisirNotifications(qui, TOUT)
    expect(await loadChoixCourriel(qui)).toEqual([])
    await choisirNotifications(qui, { ...TOUT, RELEVE: 'NON' })
    await choisirNotifications(qui, { ...TOUT, RELEVE: 'NON' })
    await choisirNotifications(qui, TOUT)
    const choix = await loadChoixCourriel(qui)
    expect(choix.map(({ nature, rang, voulu }) => [nature, rang, voulu])).toEqual([
      ['RELEVE', 2, true],
      ['RELEVE', 1, false],
    ])
    const { notifications, historique } = voirNotifications(choix)
    expect(notifications.map(({ voulu }) => voulu)).toEqual(NATURES_COURRIEL.map(() => true))
    expect(historique).toHaveLength(2)
    expect(await loadChoixCourriel(await unMembre())).toEqual([])
    await expect(lignes('UPDATE preferences_courriel SET voulu = false')).rejects.toThrow()
  })

  test('dix envois à la fois du même formulaire : un seul choix', async () => {
    const qui = await unMembre()
    await Promise.all(Array.from({ length: 10 }, () => choisirNotifications(qui, RIEN)))
    expect(await loadChoixCourriel(qui)).toHaveLength(NATURES_COURRIEL.length)
  })
})
