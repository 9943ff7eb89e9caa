import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { frapperAdherent, frapperGestion, type PorteeAdherent, type PorteeGestion } from '@/lib/server/portee'
import { PASSAGES_DEMANDE } from '@/lib/services/demande/etats'
import { envoyerDemande, garderBrouillon } from '@/lib/services/demande/mutations'
import { ajouterADemande, annulerDemande } from '@/lib/services/suite-demande/mutations'
import { prendre, repondre } from '@/lib/services/traitement/mutations'
import { creerPersonne, type PersonneDeTest } from '../support/comptes'
import { baseDeTest } from '../support/database'

let base: pg.Pool
beforeAll(async () => {
  // Mardi 17 mars 2026.
  process.env.PORTAIL_TODAY = '2026-03-17'
  base = new pg.Pool({ connectionString: (await baseDeTest()).urlProprietaire, max: 2 })
})
afterAll(() => base.end())

const membreDe = (p: PersonneDeTest): PorteeAdherent =>
  frapperAdherent({
    type: 'ADHERENT',
    compteId: p.compteId,
    personneId: p.personneId,
    adhesions: [p.adhesionId],
    adhesionsLues: [],
  })

let suivant = 0
async function unMembre(): Promise<PorteeAdherent> {
  suivant += 1
  const personne = await creerPersonne({ email: `demande${suivant}@exemple.fr`, prenom: 'Ana', nom: 'Ruiz' })
  await base.query("UPDATE adhesions SET reglement = 'mutami' WHERE id = $1", [personne.adhesionId])
  return membreDe(personne)
}
async function unGestionnaire(role: PorteeGestion['role'] = 'GESTIONNAIRE'): Promise<PorteeGestion> {
  const { rows } = await base.query<{ id: string }>(
    `INSERT INTO comptes (role, statut, email, nom_affiche) VALUES ($1::text::"RoleCompte", 'EN_ATTENTE', $2, 'Personnel') RETURNING id`,
    [role, `${randomUUID()}@exemple.fr`],
  )
  return frapperGestion({ type: 'GESTION', compteId: rows[0]?.id ?? '', role })
}
const message = (acteur: PorteeAdherent, cle = randomUUID(), texte = 'Quand serai-je remboursée ?') => ({
  nature: 'MESSAGE' as const,
  cle,
  adhesionId: acteur.adhesions[0] ?? null,
  personneId: null,
  objet: 'REMBOURSEMENT',
  faits: { sujet: null, reference: null },
  texte,
})
const etatDe = async (id: string) =>
  (
    await base.query<{ etat: string; version: number }>('SELECT etat, version FROM demandes WHERE id = $1', [
      id,
    ])
  ).rows[0]

describe('une demande', () => {
  test('le même formulaire envoyé dix fois en même temps est une seule demande et donne la même réponse', async () => {
    const acteur = await unMembre()
    const envoi = message(acteur)
    const reponses = await Promise.all(Array.from({ length: 10 }, () => envoyerDemande(acteur, envoi)))
    expect(new Set(reponses.map(({ id }) => id)).size).toBe(1)
    const { rows } = await base.query(
      'SELECT FROM messages_demande m JOIN demandes d ON d.id = m.demande_id WHERE d.compte_id = $1',
      [acteur.compteId],
    )
    expect(rows).toHaveLength(1)
  })

  test('un brouillon garde ce qui est écrit, puis part une seule fois', async () => {
    const acteur = await unMembre()
    const cle = randomUUID()
    const brouillon = await garderBrouillon(acteur, {
      ...message(acteur, cle),
      faits: { saisie: { texte: 'Qua' } },
    })
    expect(await etatDe(brouillon.id)).toEqual({ etat: 'BROUILLON', version: 0 })
    const envoyee = await envoyerDemande(acteur, message(acteur, cle, 'Quand ?'))
    expect(envoyee.id).toBe(brouillon.id)
    expect(await etatDe(brouillon.id)).toEqual({ etat: 'ENVOYEE', version: 1 })
    const { rows } = await base.query('SELECT texte FROM messages_demande WHERE demande_id = $1', [
      brouillon.id,
    ])
    expect(rows).toEqual([{ texte: 'Quand ?' }])
  })

  test('un message sans délai dans le règlement a la promesse de l’organisme : 48 h ouvrées, jusqu’au jeudi', async () => {
    const acteur = await unMembre()
    const { id } = await envoyerDemande(acteur, message(acteur))
    const { rows } = await base.query<{ jour: string; limite: unknown }>(
      "SELECT (repondre_avant AT TIME ZONE 'Europe/Paris')::date::text AS jour, limite FROM demandes WHERE id = $1",
      [id],
    )
    expect(rows).toEqual([
      { jour: '2026-03-19', limite: { type: 'PROMESSE', nombre: 48, unite: 'HEURES_OUVREES' } },
    ])
  })

  test('une réclamation a le délai du règlement : deux mois, article 37', async () => {
    const acteur = await unMembre()
    const { id } = await envoyerDemande(acteur, { ...message(acteur), nature: 'RECLAMATION' })
    const { rows } = await base.query<{ jour: string; article: string }>(
      "SELECT (repondre_avant AT TIME ZONE 'Europe/Paris')::date::text AS jour, limite->'motif'->>'article' AS article FROM demandes WHERE id = $1",
      [id],
    )
    expect(rows).toEqual([{ jour: '2026-05-17', article: 'mutami/art-37' }])
  })

  test('deux gestionnaires la prennent en même temps : un seul l’a, l’autre apprend pourquoi', async () => {
    const acteur = await unMembre()
    const { id } = await envoyerDemande(acteur, message(acteur))
    const [a, b] = [await unGestionnaire(), await unGestionnaire()]
    const issues = await Promise.allSettled([prendre(a, id), prendre(b, id)])
    expect(issues.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(issues.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: 'Quelqu’un d’autre vient de prendre cette demande. Rechargez la page.' },
    })
  })

  test('une réponse ferme ; un nouveau message rouvre, avec un nouveau délai', async () => {
    const acteur = await unMembre()
    const { id } = await envoyerDemande(acteur, message(acteur))
    const agent = await unGestionnaire()
    await prendre(agent, id)
    await repondre(agent, id, { cle: randomUUID(), texte: 'Jeudi.' })
    expect((await etatDe(id))?.etat).toBe('REPONDUE')
    await ajouterADemande(acteur, id, { cle: randomUUID(), texte: 'Merci, et pour mon fils ?', fichiers: [] })
    expect((await etatDe(id))?.etat).toBe('ENVOYEE')
  })

  test('un autre ne la trouve pas ; une équipe qui n’en a pas la charge non plus', async () => {
    const acteur = await unMembre()
    const { id } = await envoyerDemande(acteur, message(acteur))
    await expect(annulerDemande(await unMembre(), id)).rejects.toThrow('introuvable')
    await expect(prendre(await unGestionnaire('COMPTABLE'), id)).rejects.toThrow('introuvable')
  })

  test('la base refuse les passages que la table ne déclare pas', async () => {
    const declares = new Set(
      Object.values(PASSAGES_DEMANDE).flatMap((p) => Object.entries(p).map(([de, a]) => `${de} ${a}`)),
    )
    const { rows } = await base.query<{ arguments: string }>(
      "SELECT encode(tgargs, 'escape') AS arguments FROM pg_trigger WHERE tgname = 'demandes_gardees'",
    )
    const table = JSON.parse(rows[0]?.arguments.split('\\000')[1] ?? '') as Record<string, string[]>
    const enBase = Object.entries(table).flatMap(([de, vers]) => vers.map((a) => `${de} ${a}`))
    expect(new Set(enBase)).toEqual(new Set([...declares].filter((p) => p.split(' ')[0] !== p.split(' ')[1])))
  })
})
