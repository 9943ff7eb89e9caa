import type pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type DateCivile, dateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { frapperAdherent, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { ouvrirSession, reconnaitreSession } from '@/lib/server/sessions'
import { purger } from '@/lib/services/conservation/mutations'
import { loadMesDelegations } from '@/lib/services/delegation/data'
import { inscrireMesure, repondreDelegation } from '@/lib/services/delegation/mutations'
import type { SituationPersonne } from '@/lib/services/effacement/data'
import { jugerClasses } from '@/lib/services/effacement/view'
import { agirPour } from '@/lib/services/exercice-delegation/mutations'
import { ouvrirEspaceMandataire } from '@/lib/services/mandataire/mutations'
import { baseDeFlux } from '../support/base-flux'
import {
  BON_MOT_DE_PASSE,
  creerPersonne,
  jetonDe,
  lignes,
  type PersonneDeTest,
  travauxEnAttente,
} from '../support/comptes'
import { unAgent } from '../support/demandes'

/** What time erases, and what it keeps because somebody acts for somebody. */
const JOUR = dateCivile('2026-11-15')
let base: pg.Pool
let fermer: () => Promise<void>
let suite = 0

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
})
afterAll(() => fermer())

const ilEst = (jour: string): unknown => Object.assign(env(), { PORTAIL_TODAY: jour })
const porteeDe = ({ compteId, personneId, adhesionId }: PersonneDeTest): PorteeAdherent =>
  frapperAdherent({ type: 'ADHERENT', compteId, personneId, adhesions: [adhesionId], adhesionsLues: [] })

const mesureDe = ({ numeroAdherent }: PersonneDeTest, rang: number) => ({
  numeroAdherent,
  prenom: 'Odette',
  nom: `Fabre${rang}`,
  motif: 'TUTELLE' as const,
  etendue: 'DEMANDER' as const,
  au: dateCivile('2040-12-31'),
  qui: 'Sa nièce',
  raison: 'Jugement du 12 janvier 2025.',
})

/** A guardianship until 2040, written by the staff; the guardian accepts, or not yet. */
async function tutelle() {
  suite += 1
  const email = `tutrice${suite}@exemple.fr`
  const protegee = await creerPersonne({ prenom: 'Odette', nom: `Fabre${suite}` })
  const tutrice = await creerPersonne({ email })
  const agent = await unAgent()
  await inscrireMesure(agent, { ...mesureDe(protegee, suite), email })
  const id = (await loadMesDelegations(porteeDe(tutrice))).delegations[0]?.id ?? ''
  const accepter = () => repondreDelegation(porteeDe(tutrice), id, 'ACCEPTER')
  return { protegee, tutrice, agent, id, accepter }
}

const compteDe = async ({ personneId }: PersonneDeTest) =>
  (
    await lignes<{ id: string; statut: string }>('SELECT id, statut FROM comptes WHERE personne_id = $1', [
      personneId,
    ])
  )[0]

/** In whose space the guardian finds themselves. */
async function espace(
  tutrice: PersonneDeTest,
  delegationId: string,
  jour: DateCivile,
): Promise<string | null> {
  const instant = new Date()
  const secret = await ecrire(SYSTEME, (c) => ouvrirSession(c, tutrice.compteId, 'test', instant))
  const session = await reconnaitreSession(secret, instant, jour)
  await agirPour(porteeDe(tutrice), session?.sessionId ?? '', delegationId, { jour, instant })
  return (await reconnaitreSession(secret, instant, jour))?.pourAutrui?.portee?.personneId ?? null
}

const vieillir = (compteId: string | undefined) =>
  base.query(`UPDATE comptes SET cree_le = '2026-09-01' WHERE id = $1`, [compteId])

describe('A35 : le compte que nul n’ouvre dure autant que la délégation dont il a besoin', () => {
  test('trente et un jours après, la tutrice agit toujours ; la mesure finie, il part', async () => {
    const { protegee, tutrice, agent, id, accepter } = await tutelle()
    await accepter()
    const compte = await compteDe(protegee)
    expect(compte?.statut).toBe('EN_ATTENTE')
    await vieillir(compte?.id)
    await purger({ essai: false })
    expect((await compteDe(protegee))?.id).toBe(compte?.id)
    expect(await espace(tutrice, id, JOUR)).toBe(protegee.personneId)
    await repondreDelegation(agent, id, 'REVOQUER', 'Fin de la mesure.')
    await purger({ essai: false })
    expect(await compteDe(protegee)).toBeUndefined()
  })

  test('une délégation qui commence pendant la purge garde le compte', async () => {
    const { protegee, tutrice, id, accepter } = await tutelle()
    // Begun long ago and never confirmed: past its time when the purge reads it.
    await base.query(
      `INSERT INTO comptes (role, statut, personne_id, email, nom_affiche, cree_le) VALUES ('ADHERENT', 'EN_ATTENTE', $1, '', 'Odette', '2026-09-01')`,
      [protegee.personneId],
    )
    const client = await base.connect()
    await client.query('BEGIN')
    await client.query('SELECT FROM comptes WHERE personne_id = $1 FOR KEY SHARE', [protegee.personneId])
    const purge = purger({ essai: false })
    await vi.waitUntil(
      async () =>
        (
          await base.query(
            `SELECT FROM pg_locks l JOIN pg_database b ON b.oid = l.database OR l.database IS NULL WHERE NOT l.granted AND b.datname = current_database()`,
          )
        ).rowCount,
      { timeout: 60_000 },
    )
    await accepter()
    await client.query('COMMIT')
    client.release()
    await purge
    expect(await espace(tutrice, id, JOUR)).toBe(protegee.personneId)
  })
})

describe('A35, S-60 : qui agit pour un autre garde son accès et son nom tant qu’il agit', () => {
  const compteActif = async (personneId: string) =>
    lignes('SELECT c.statut, p.nom FROM comptes c JOIN personnes p ON p.id = c.personne_id WHERE p.id = $1', [
      personneId,
    ])
  const effacees = async (personneId: string) =>
    (
      await lignes<{ classe: string }>(
        'SELECT classe FROM effacements WHERE personne_id = $1 ORDER BY classe',
        [personneId],
      )
    ).map(({ classe }) => classe)
  const purgerLe = async (jour: string) => {
    ilEst(jour)
    await purger({ essai: false })
  }
  const finirLe = (id: string, jour: string) =>
    base.query(`UPDATE delegations SET etat = 'FINIE', close_le = $2::timestamptz WHERE id = $1`, [
      id,
      `${jour}T09:00:00Z`,
    ])
  afterEach(() => ilEst(JOUR))

  /** Whom no contract ever covered. */
  async function mandataire() {
    const { protegee, agent } = await tutelle()
    suite += 1
    const email = `service${suite}@exemple.fr`
    await inscrireMesure(agent, {
      ...mesureDe(protegee, suite - 1),
      email,
      qui: 'Service des majeurs protégés',
    })
    const partis = await travauxEnAttente('courriel')
    const jeton = jetonDe(partis.find(({ contenu }) => contenu.a === email)?.contenu.texte ?? '')
    const identite = { prenom: 'Anne', nom: 'Le Bris', naissance: dateCivile('1979-09-09') }
    await ouvrirEspaceMandataire({ ...identite, jeton, motDePasse: BON_MOT_DE_PASSE }, new Date())
    const [compte] = await lignes<{ id: string; personne: string }>(
      "SELECT id, personne_id AS personne FROM comptes WHERE email = $1 AND statut = 'ACTIF'",
      [email],
    )
    const [compteId, personneId] = [compte?.id ?? '', compte?.personne ?? '']
    const portee = frapperAdherent({
      type: 'ADHERENT',
      compteId,
      personneId,
      adhesions: [],
      adhesionsLues: [],
    })
    const id = (await loadMesDelegations(portee)).delegations[0]?.id ?? ''
    await repondreDelegation(portee, id, 'ACCEPTER')
    return { personneId, id }
  }

  test('une mandataire que nul contrat ne couvre : des années de mandat, puis deux ans, puis cinq', async () => {
    const { personneId, id } = await mandataire()
    const intacte = [{ statut: 'ACTIF', nom: 'Le Bris' }]
    for (const jour of ['2028-12-01', '2031-12-01', '2034-06-30']) {
      await purgerLe(jour)
      expect(await compteActif(personneId)).toEqual(intacte)
    }
    expect(await lignes('SELECT etat FROM delegations WHERE id = $1', [id])).toEqual([{ etat: 'ACTIVE' }])
    await finirLe(id, '2034-06-30')
    await purgerLe('2036-06-30')
    expect(await compteActif(personneId)).toEqual(intacte)
    await purgerLe('2036-07-01')
    expect(await compteActif(personneId)).toEqual([{ statut: 'SUSPENDU', nom: 'Le Bris' }])
    await purgerLe('2039-06-30')
    expect(await compteActif(personneId)).toEqual([{ statut: 'SUSPENDU', nom: 'Le Bris' }])
    await purgerLe('2039-07-01')
    expect(await compteActif(personneId)).toEqual([{ statut: 'SUSPENDU', nom: 'effacée' }])
  })

  const quitter = async ({ adhesionId }: PersonneDeTest, jour: string) => {
    await base.query('UPDATE adhesions SET date_fin = $2 WHERE id = $1', [adhesionId, jour])
  }

  test('un ancien membre qui agit pour sa mère : ses soins sont oubliés à leur jour, son accès non', async () => {
    const { tutrice, accepter, id } = await tutelle()
    await accepter()
    await quitter(tutrice, '2024-06-30')
    await purgerLe('2026-11-15')
    expect(await effacees(tutrice.personneId)).toEqual(['SOINS'])
    expect(await compteActif(tutrice.personneId)).toMatchObject([{ statut: 'ACTIF' }])
    await finirLe(id, '2026-11-20')
    await purgerLe('2028-11-21')
    expect(await effacees(tutrice.personneId)).toEqual(['COMPTE', 'SOINS'])
    // Once, however often the night comes.
    await purgerLe('2028-11-22')
    expect(await effacees(tutrice.personneId)).toEqual(['COMPTE', 'SOINS'])
  })

  test('une proposition qui attend garde le compte ; jamais acceptée, elle n’y ajoute pas un jour', async () => {
    const { tutrice, id } = await tutelle()
    await quitter(tutrice, '2024-06-30')
    await purgerLe('2026-11-15')
    expect(await compteActif(tutrice.personneId)).toMatchObject([{ statut: 'ACTIF' }])
    await repondreDelegation(porteeDe(tutrice), id, 'REFUSER')
    await purgerLe('2026-11-16')
    expect(await compteActif(tutrice.personneId)).toMatchObject([{ statut: 'SUSPENDU' }])
  })

  test('la personne protégée, elle, est oubliée à son jour : son contrat fini depuis deux ans, plus personne n’agit pour elle', async () => {
    const { protegee, accepter, id } = await tutelle()
    await accepter()
    await quitter(protegee, '2024-06-30')
    await purgerLe('2026-11-15')
    expect(await lignes('SELECT etat FROM delegations WHERE id = $1', [id])).toEqual([{ etat: 'FINIE' }])
  })

  test('effacé à sa demande en plein mandat, il garde son nom cinq ans à compter de ce jour', () => {
    const s = {
      fin: dateCivile('2020-06-30'),
      finAgir: null,
      enSuspens: false,
      effacees: [],
      dernierePiece: null,
      derniereDemande: null,
      derniereReclamation: null,
    }
    const sort = (situation: SituationPersonne) =>
      Object.fromEntries(
        jugerClasses(situation, dateCivile('2020-06-30'), JOUR).map(({ classe, garde }) => [classe, garde]),
      )
    expect(sort(s)).toMatchObject({ COMPTE: null, SOINS: null, BANQUE: null, CONTRAT: '2031-11-15' })
    expect(sort({ ...s, finAgir: dateCivile('2024-03-31') }).CONTRAT).toBe('2029-03-31')
    expect(sort({ ...s, finAgir: s.fin }).CONTRAT).toBeNull()
  })
})
