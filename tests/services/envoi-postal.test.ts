import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import type { PorteeGestion } from '@/lib/server/portee'
import { SYSTEME } from '@/lib/server/portee'
import { emettreCourrier, emettreDocument } from '@/lib/services/document/mutations'
import { courrierSchema } from '@/lib/services/document/schema'
import { loadAPoster } from '@/lib/services/envoi-postal/data'
import { noterPostes } from '@/lib/services/envoi-postal/mutations'
import { posteSchema } from '@/lib/services/envoi-postal/schema'
import { empiler } from '@/lib/services/envoi-postal/view'
import { travauxEnAttente } from '../support/comptes'
import { baseDeTest } from '../support/database'
import { unAgent } from '../support/demandes'
import { ADHESION_CLAIRE, ADHESION_ODETTE, CLAIRE, installerFamilles, ODETTE } from '../support/famille'

let base: pg.Pool
let agent: PorteeGestion
const JOUR = dateCivile('2026-03-17')

beforeAll(async () => {
  const { urlProprietaire } = await baseDeTest()
  process.env.PORTAIL_TODAY = JOUR
  base = new pg.Pool({ connectionString: urlProprietaire, max: 3 })
  await installerFamilles(base)
  await base.query(`UPDATE adhesions SET reglement = 'mutami'`)
  await base.query(`INSERT INTO choix_formules (adhesion_id, formule, du) VALUES
    ('${ADHESION_CLAIRE}', 'tribu-essentiel', '2023-01-01'), ('${ADHESION_ODETTE}', 'aine-essentiel', '2023-01-01')`)
  await base.query(
    `INSERT INTO comptes (role, statut, personne_id, email, email_confirme_le, nom_affiche, mot_de_passe, conditions_version, conditions_acceptees_le)
      VALUES ('ADHERENT', 'ACTIF', $1, 'claire@exemple.test', now(), 'C', '$argon2id$x', '1', now())`,
    [CLAIRE],
  )
  await base.query(
    `INSERT INTO adresses (personne_id, version, voie, code_postal, ville, du) VALUES ($1, 1, '3 rue du Puits', '99000', 'Valserine', '2026-01-01')`,
    [ODETTE],
  )
  agent = await unAgent()
})
afterAll(() => base.end())

const ecrireA = (numeroAdherent: string, objet: string) =>
  emettreCourrier(agent, courrierSchema.parse({ numeroAdherent, objet, texte: 'Bonjour.' }), 'A. Gestion')
const aPoster = async () => (await loadAPoster(agent, JOUR))?.papiers ?? []
const ids = async () => (await aPoster()).map(({ id }) => id)

describe('A36 : ce qui part sur papier est posté par quelqu’un', () => {
  test('sans espace ouvert, un courrier n’est annoncé par aucun e-mail : il est à poster, avec son adresse', async () => {
    const id = await ecrireA('100777', 'Mise en demeure')
    expect(await travauxEnAttente('courriel')).toEqual([])
    expect(await aPoster()).toEqual([
      {
        id,
        nature: 'COURRIER',
        emisLe: '2026-03-17',
        objet: 'Mise en demeure',
        qui: expect.stringMatching(/^Odette /),
        numeroAdherent: '100777',
        adresse: '3 rue du Puits, 99000 Valserine',
      },
    ])
  })

  test('qui lit en ligne est prévenu par e-mail ; s’il choisit le papier, c’est l’un ou l’autre, jamais aucun', async () => {
    const enLigne = await ecrireA('100234', 'En ligne')
    expect(await ids()).not.toContain(enLigne)
    expect((await travauxEnAttente('courriel')).map(({ contenu }) => contenu.a)).toEqual([
      'claire@exemple.test',
    ])
    await base.query(
      `INSERT INTO preferences_envoi (personne_id, nature, rang, support) VALUES ($1, 'COURRIERS', 1, 'PAPIER')`,
      [CLAIRE],
    )
    const papier = await ecrireA('100234', 'Sur papier')
    expect(await ids()).toContain(papier)
    expect(await travauxEnAttente('courriel')).toHaveLength(1)
  })

  test('une pile par jour et par sorte, l’ancienne d’abord ; sans adresse, elle le dit', async () => {
    await emettreDocument(SYSTEME, { nature: 'CARTE_TIERS_PAYANT', adhesion: ADHESION_ODETTE })
    const piles = empiler(await aPoster())
    expect(piles.map(({ titre, papiers }) => [titre, papiers.length])).toEqual([
      ['Carte de tiers payant, du 17 mars 2026', 1],
      ['Courrier, du 17 mars 2026', 2],
    ])
    expect(piles.flatMap(({ papiers }) => papiers).filter(({ adresse }) => adresse === null)).toHaveLength(1)
  })

  test('noté posté, il quitte la liste : une ligne au journal, une seule fois, et le premier jour reste', async () => {
    const [premier = ''] = await ids()
    expect(await noterPostes(agent, { document: [premier], le: JOUR })).toBe(1)
    expect(await noterPostes(await unAgent(), { document: [premier], le: JOUR })).toBe(0)
    expect(await ids()).not.toContain(premier)
    const { rows } = await base.query(
      'SELECT poste_le::text AS le, poste_par_id AS par FROM documents WHERE id = $1',
      [premier],
    )
    expect(rows).toEqual([{ le: '2026-03-17', par: agent.compteId }])
    const journal = await base.query(
      "SELECT compte_id FROM journal WHERE acte = 'DOCUMENT_POSTE' AND objet_id = $1::text",
      [premier],
    )
    expect(journal.rows).toEqual([{ compte_id: agent.compteId }])
  })

  test('un jour à venir, un jour d’avant le papier, un autre métier : refusés, rien n’est noté', async () => {
    const avant = await ids()
    const [premier = ''] = avant
    const noter = (qui: PorteeGestion, le: string) =>
      noterPostes(qui, { document: [premier], le: dateCivile(le) })
    await expect(noter(agent, '2026-03-18')).rejects.toThrow('à venir')
    await expect(noter(agent, '2026-03-16')).rejects.toThrow('fait après ce jour')
    const comptable = await unAgent('COMPTABLE')
    await expect(noter(comptable, '2026-03-17')).rejects.toThrow('Seuls')
    expect(await loadAPoster(comptable, JOUR)).toBeNull()
    expect(await ids()).toEqual(avant)
  })

  test.each([
    [{ le: '2026-03-17' }],
    [{ document: 'autre', le: '2026-03-17' }],
    [{ document: '01890a5d-ac96-774b-bcce-b302099a8057', le: 'demain' }],
  ])('un envoi mal rempli n’est pas lu (%j)', (champs) => {
    expect(posteSchema.safeParse(champs).success).toBe(false)
  })
})
