import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type DateCivile, dateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { frapperAdherent, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { pourAutrui } from '@/lib/server/pour-autrui'
import { ouvrirSession, reconnaitreSession, regarderSession } from '@/lib/server/sessions'
import { loadMesDelegations, loadPourQui } from '@/lib/services/delegation/data'
import { voirDelegations } from '@/lib/services/delegation/view'
import { agirPour } from '@/lib/services/exercice-delegation/mutations'
import { finirDelegations } from '@/lib/services/passage-delegation/mutations'
import { baseDeFlux } from '../support/base-flux'
import { creerPersonne, lignes, type PersonneDeTest } from '../support/comptes'

/** A parent's delegation that was agreed until the child's majority, before it ended at sixteen: on the eve, then on the birthday. */
const [VEILLE, SEIZE_ANS] = [dateCivile('2026-11-15'), dateCivile('2026-11-16')]
let base: pg.Pool
let fermer: () => Promise<void>
let suite = 0

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
})
afterAll(() => fermer())
const ilEst = (jour: DateCivile): unknown => Object.assign(env(), { PORTAIL_TODAY: jour })
beforeEach(() => ilEst(VEILLE))

const porteeDe = ({ compteId, personneId, adhesionId }: PersonneDeTest): PorteeAdherent =>
  frapperAdherent({ type: 'ADHERENT', compteId, personneId, adhesions: [adhesionId], adhesionsLues: [] })

async function parentDe(motif: 'PARENT' | 'TUTELLE', dateNaissance = '2010-11-16') {
  suite += 1
  const parent = await creerPersonne({ email: `parent${suite}@exemple.fr` })
  const titulaire = await creerPersonne({ email: `titulaire${suite}@exemple.fr` })
  const enfant = await creerPersonne({
    dateNaissance,
    email: `enfant${suite}@exemple.fr`,
    rattache: { adhesionId: titulaire.adhesionId, lien: 'ENFANT' },
  })
  const { rows } = await base.query<{ id: string }>(
    `INSERT INTO delegations (motif, etendue, etat, protege_id, delegue_id, auteur_id, designation, du, au, proposee_le, decidee_le)
      VALUES ($1::text::"MotifDelegation", 'DEMANDER', 'ACTIVE', $2, $3, $3, '{}', '2026-01-01', '2028-11-15', now(), now()) RETURNING id`,
    [motif, enfant.personneId, parent.compteId],
  )
  return { parent, enfant, id: rows[0]?.id ?? '' }
}

async function agir(parent: PersonneDeTest, delegationId: string) {
  const instant = new Date()
  const secret = await ecrire(SYSTEME, (c) => ouvrirSession(c, parent.compteId, 'test', instant))
  const session = await reconnaitreSession(secret, instant, VEILLE)
  await agirPour(porteeDe(parent), session?.sessionId ?? '', delegationId, { jour: VEILLE, instant })
  return {
    lue: (jour: DateCivile) => reconnaitreSession(secret, new Date(), jour),
    espace: async (jour: DateCivile) => (await regarderSession(secret, new Date(), jour))?.espace,
  }
}

const ecrireUneDemande = (portee: PorteeAdherent) =>
  pourAutrui(portee, () =>
    ecrire(SYSTEME, (client) =>
      client.query(
        `INSERT INTO demandes (nature, etat, compte_id, cle, faits, equipe, cree_le) VALUES ('MESSAGE', 'BROUILLON', $1, gen_random_uuid(), '{}', 'PRESTATIONS', now())`,
        [portee.compteId],
      ),
    ),
  )

describe('A35 : à seize ans, un parent ne voit plus tout par une délégation d’avant', () => {
  test('la veille il agit ; le jour venu, ni page ni écriture, et rien ne se rouvre', async () => {
    const { parent, enfant, id } = await parentDe('PARENT')
    const session = await agir(parent, id)
    const portee = (await session.lue(VEILLE))?.pourAutrui?.portee
    if (portee == null) throw new Error('n’agit pour personne')
    expect(portee.personneId).toBe(enfant.personneId)
    expect(await session.espace(VEILLE)).toBe(enfant.compteId)
    expect((await loadPourQui(porteeDe(parent), VEILLE)).map((d) => d.id)).toEqual([id])
    await ecrireUneDemande(portee)

    ilEst(SEIZE_ANS)
    expect((await session.lue(SEIZE_ANS))?.pourAutrui).toMatchObject({ portee: null })
    expect((await session.lue(SEIZE_ANS))?.delegue).toBe(false)
    expect(await session.espace(SEIZE_ANS)).toBe(parent.compteId)
    expect(await loadPourQui(porteeDe(parent), SEIZE_ANS)).toEqual([])
    // Whatever the service thought: what the hands still hold writes nothing.
    await expect(ecrireUneDemande(portee)).rejects.toThrow('la délégation ne le permet pas')
    await expect(
      agirPour(porteeDe(parent), (await session.lue(SEIZE_ANS))?.sessionId ?? '', id, {
        jour: SEIZE_ANS,
        instant: new Date(),
      }),
    ).rejects.toThrow('introuvable')
  })

  test('l’un et l’autre lisent ce dernier jour, et la tâche de la nuit la termine, ce qui fut convenu restant écrit', async () => {
    const { parent, enfant, id } = await parentDe('PARENT')
    for (const portee of [porteeDe(parent), porteeDe(enfant)]) {
      const { donnees, recues } = voirDelegations(portee, await loadMesDelegations(portee), VEILLE)
      expect([...donnees, ...recues].map(({ dates, etat }) => [dates, etat])).toEqual([
        ['du 1er janvier 2026 au 15 novembre 2026', 'En cours'],
      ])
    }
    const lire = () => lignes('SELECT etat, au::text FROM delegations WHERE id = $1', [id])
    await finirDelegations(VEILLE, new Date())
    expect(await lire()).toEqual([{ etat: 'ACTIVE', au: '2028-11-15' }])
    await finirDelegations(SEIZE_ANS, new Date())
    expect(await lire()).toEqual([{ etat: 'FINIE', au: '2028-11-15' }])
  })

  test('une tutelle, que le juge a décidée, va jusqu’à son jour', async () => {
    const { parent, id } = await parentDe('TUTELLE')
    const session = await agir(parent, id)
    ilEst(SEIZE_ANS)
    const portee = (await session.lue(SEIZE_ANS))?.pourAutrui?.portee
    if (portee == null) throw new Error('n’agit pour personne')
    await ecrireUneDemande(portee)
    await finirDelegations(SEIZE_ANS, new Date())
    expect(await lignes('SELECT etat FROM delegations WHERE id = $1', [id])).toEqual([{ etat: 'ACTIVE' }])
  })

  test('passé son dernier jour, une délégation n’écrit plus, même avant que la nuit ne la termine', async () => {
    const { parent, id } = await parentDe('TUTELLE')
    const portee = (await (await agir(parent, id)).lue(VEILLE))?.pourAutrui?.portee
    if (portee == null) throw new Error('n’agit pour personne')
    ilEst(dateCivile('2028-11-15'))
    await ecrireUneDemande(portee)
    ilEst(dateCivile('2028-11-16'))
    await expect(ecrireUneDemande(portee)).rejects.toThrow('la délégation ne le permet pas')
  })
})
