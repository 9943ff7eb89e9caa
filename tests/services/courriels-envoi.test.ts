import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { courrielConfirmation } from '@/lib/lexique/courriels/acces'
import type { CodeModele } from '@/lib/lexique/courriels/cadre'
import { courrielDocumentDisponible } from '@/lib/lexique/courriels/documents'
import { ecrire } from '@/lib/server/db'
import { frapperAdherent, frapperGestion, type RoleGestion, SYSTEME } from '@/lib/server/portee'
import { classer, fermerSmtp, remettre } from '@/lib/server/smtp'
import { COURRIELS_PAR_PAGE, loadCourriels } from '@/lib/services/courriel/data'
import {
  EnvoiReporte,
  ESSAIS_MAX,
  envoyerCourriel,
  expedierCourriel,
  purgerCourriels,
  relancerCourrielsOublies,
  renvoyerCourriel,
  renvoyerEchecs,
  signature,
} from '@/lib/services/courriel/mutations'
import { cleSchema } from '@/lib/services/courriel/schema'
import { creerPersonne, lignes } from '../support/comptes'
import { type Conduite, ServeurSmtp } from '../support/serveur-smtp'

const serveur = new ServeurSmtp()
let port = 0
let membre: Awaited<ReturnType<typeof creerPersonne>>
let gestionnaire = ''

beforeAll(async () => {
  port = await serveur.ecouter()
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}?socketTimeout=600&greetingTimeout=600&maxRequeues=0`
  membre = await creerPersonne({ email: 'anne@exemple.fr' })
  gestionnaire = randomUUID()
  await lignes(
    "INSERT INTO comptes (id, role, statut, email, nom_affiche) VALUES ($1, 'GESTIONNAIRE', 'EN_ATTENTE', 'g@exemple.fr', 'G')",
    [gestionnaire],
  )
})
afterAll(async () => {
  fermerSmtp()
  await serveur.fermer()
})
beforeEach(async () => {
  serveur.recus.length = 0
  serveur.conduite = () => 'ACCEPTE'
  await lignes('DELETE FROM courriels')
  await lignes("DELETE FROM pgboss.job WHERE name = 'courriel'")
})

const modele = () => courrielDocumentDisponible('https://portail.example/adherent', signature())

async function deposer(a = 'anne@exemple.fr', compteId: string | null = null): Promise<string> {
  const avant = (await lignes<{ id: string }>('SELECT id FROM courriels')).map(({ id }) => id)
  await ecrire(SYSTEME, (client) => envoyerCourriel(client, a, modele(), compteId))
  const apres = await lignes<{ id: string }>('SELECT id FROM courriels')
  return apres.find(({ id }) => !avant.includes(id))?.id ?? ''
}

const etat = async (id: string) => {
  const [ligne] = await lignes<{ etat: string; essais: number; erreur: string | null; garde: boolean }>(
    'SELECT etat, essais, derniere_erreur AS erreur, contenu IS NOT NULL AS garde FROM courriels WHERE id = $1',
    [id],
  )
  return ligne
}
const enAttente = async () =>
  (
    await lignes<{ id: string }>(
      "SELECT id FROM pgboss.job WHERE name = 'courriel' AND state < 'active' ORDER BY id",
    )
  ).map(({ id }) => id)

const acteur = (role: RoleGestion) => frapperGestion({ type: 'GESTION', compteId: gestionnaire, role })

describe('un courriel', () => {
  test('parti, ne garde rien de ce qu’il disait, et ne part pas deux fois', async () => {
    const id = await deposer()
    await expedierCourriel(id)
    expect(await etat(id)).toEqual({ etat: 'ENVOYE', essais: 1, erreur: null, garde: false })
    await expedierCourriel(id)
    expect(serveur.recus.map((recu) => recu.messageId)).toEqual([`<${id}@localhost>`])
  })

  test.each<[Conduite, string]>([
    ['REPORTE_RCPT_451', 'REPORTE'],
    ['REPORTE_DATA_452', 'REPORTE'],
    ['REFUSE_EXPEDITEUR_550', 'EXPEDITEUR_REFUSE'],
    ['SE_TAIT', 'SANS_REPONSE'],
    ['COUPE', 'INJOIGNABLE'],
  ])('%s : il attend (%s), puis part sous le même Message-ID', async (conduite, code) => {
    const id = await deposer()
    serveur.conduite = () => conduite
    const echec = await expedierCourriel(id).catch((erreur: unknown) => erreur)
    expect(echec).toBeInstanceOf(EnvoiReporte)
    // What is logged and kept by the queue names neither the mailbox nor the server's answer.
    expect(echec).toMatchObject({ message: code })
    expect(await etat(id)).toEqual({ etat: 'EN_FILE', essais: 1, erreur: code, garde: true })
    serveur.conduite = () => 'ACCEPTE'
    await expedierCourriel(id)
    expect(await etat(id)).toMatchObject({ etat: 'ENVOYE', essais: 2, garde: false })
    expect(new Set(serveur.recus.map((recu) => recu.messageId))).toEqual(new Set([`<${id}@localhost>`]))
  })

  test.each<[Conduite, string]>([
    ['REFUSE_RCPT_550', 'DESTINATAIRE_REFUSE'],
    ['REFUSE_DATA_554', 'MESSAGE_REFUSE'],
  ])('%s : il échoue tout de suite (%s), gardé pour être renvoyé', async (conduite, code) => {
    const id = await deposer()
    serveur.conduite = () => conduite
    await expedierCourriel(id)
    expect(await etat(id)).toEqual({ etat: 'ECHEC', essais: 1, erreur: code, garde: true })
  })

  test('toujours reporté, échoue au dernier essai', async () => {
    const id = await deposer()
    serveur.conduite = () => 'REPORTE_RCPT_451'
    for (let essai = 1; essai < ESSAIS_MAX; essai += 1)
      await expect(expedierCourriel(id)).rejects.toBeInstanceOf(EnvoiReporte)
    await expedierCourriel(id)
    expect(await etat(id)).toEqual({ etat: 'ECHEC', essais: ESSAIS_MAX, erreur: 'REPORTE', garde: true })
  })

  test('qui tue chaque fois celui qui l’envoie ne recommence pas toujours', async () => {
    const id = await deposer()
    await lignes('UPDATE courriels SET essais = $2 WHERE id = $1', [id, ESSAIS_MAX])
    await expedierCourriel(id)
    expect(await etat(id)).toMatchObject({ etat: 'ECHEC', erreur: 'INTERROMPU', garde: true })
    expect(serveur.recus).toEqual([])
  })

  test('à une adresse qui n’en est pas une, ne part pas', async () => {
    const id = await deposer('a@exemple.fr\r\nBcc: b@evil.example')
    await expedierCourriel(id)
    expect(await etat(id)).toMatchObject({ etat: 'ECHEC', erreur: 'ADRESSE_INVALIDE' })
    expect(serveur.recus).toEqual([])
  })
})

describe('la liaison', () => {
  const message = { from: 'a@exemple.fr', to: 'b@exemple.fr', subject: 's', text: 't' }
  const essayer = async (autre: ServeurSmtp, options: string, identite = '') => {
    fermerSmtp()
    const la = await autre.ecouter()
    try {
      await remettre(`smtp://${identite}127.0.0.1:${la}?socketTimeout=2000${options}`, message)
      return null
    } catch (erreur) {
      return classer(erreur).code
    } finally {
      fermerSmtp()
      await autre.fermer()
    }
  }

  test('se chiffre dès que le serveur le propose', async () => {
    const autre = new ServeurSmtp({ tls: true })
    expect(await essayer(autre, '&tls.rejectUnauthorized=false')).toBeNull()
    expect(autre.recus.map((recu) => recu.chiffre)).toEqual([true])
  })

  test('refuse un certificat que personne n’a signé : rien ne part en clair', async () => {
    const autre = new ServeurSmtp({ tls: true })
    expect(await essayer(autre, '')).toBe('CHIFFREMENT')
    expect(autre.recus).toEqual([])
  })

  test('exigée chiffrée, ne part pas d’un serveur qui ne chiffre pas', async () => {
    const autre = new ServeurSmtp()
    expect(await essayer(autre, '&requireTLS=true')).toBe('CHIFFREMENT')
    expect(autre.recus).toEqual([])
  })

  test('sur cette machine même, se passe de chiffrement', async () => {
    const autre = new ServeurSmtp()
    expect(await essayer(autre, '')).toBeNull()
    expect(autre.recus.map((recu) => recu.chiffre)).toEqual([false])
  })

  test('dit quand l’identifiant ou le mot de passe sont refusés', async () => {
    expect(await essayer(new ServeurSmtp({ motDePasse: 'bon' }), '', 'portail:faux@')).toBe('IDENTIFICATION')
    expect(await essayer(new ServeurSmtp({ motDePasse: 'bon' }), '', 'portail:bon@')).toBeNull()
  })

  test('dit quand personne n’écoute', async () => {
    const autre = new ServeurSmtp()
    const la = await autre.ecouter()
    await autre.fermer()
    fermerSmtp()
    const echec = await remettre(`smtp://127.0.0.1:${la}`, message).catch((erreur: unknown) => erreur)
    expect(classer(echec)).toEqual({ code: 'INJOIGNABLE', definitive: false })
    fermerSmtp()
  })
})

describe('ce qui attend sans travail', () => {
  const dansUneHeure = () => new Date(Date.now() + 3_600_000)

  test('est remis dans la file, une fois, et rien d’autre', async () => {
    const [oublie, vivant, parti] = [await deposer(), await deposer(), await deposer()]
    await expedierCourriel(parti)
    await lignes("DELETE FROM pgboss.job WHERE name = 'courriel' AND id <> $1", [vivant])
    expect(await relancerCourrielsOublies(new Date())).toBe(0)
    expect(await relancerCourrielsOublies(dansUneHeure())).toBe(1)
    expect(await enAttente()).toEqual([oublie, vivant].sort())
    expect(await relancerCourrielsOublies(dansUneHeure())).toBe(0)
    await expedierCourriel(oublie)
    expect(serveur.recus.at(-1)?.messageId).toBe(`<${oublie}@localhost>`)
  })
})

describe('le personnel', () => {
  const echouer = async (): Promise<string> => {
    const id = await deposer()
    serveur.conduite = () => 'REFUSE_RCPT_550'
    await expedierCourriel(id)
    serveur.conduite = () => 'ACCEPTE'
    await lignes("UPDATE pgboss.job SET state = 'completed' WHERE name = 'courriel' AND id = $1", [id])
    return id
  }
  /** As if it had been written by another template, so long ago. */
  const vieillir = (id: string, code: CodeModele, minutes: number) =>
    // The system may not move these columns; the owner of the test's base need not exist for it: the row is made again.
    lignes(
      `WITH ote AS (DELETE FROM courriels WHERE id = $1 RETURNING *)
       INSERT INTO courriels SELECT id, compte_id, $2, destinataire, contenu, etat, essais, derniere_erreur,
         cree_le - make_interval(mins => $3), dernier_essai_le, envoye_le FROM ote`,
      [id, code, minutes],
    )

  test('voit d’abord les échecs, la raison, l’adresse masquée', async () => {
    const parti = await deposer()
    await expedierCourriel(parti)
    await deposer()
    const id = await echouer()
    const suivi = await loadCourriels(acteur('GESTIONNAIRE'), null, null)
    expect(suivi).toMatchObject({
      etat: 'ECHEC',
      comptes: { ECHEC: 1, EN_FILE: 1, ENVOYE: 1 },
      courriels: [
        { id, modele: 'Document disponible', adresse: 'a…@exemple.fr', essais: 1, renvoyable: true },
      ],
    })
    expect(suivi?.courriels[0]?.raison).toMatch(/^Le serveur refuse cette boîte/)
    expect(JSON.stringify(suivi)).not.toContain('anne@')
  })

  test('n’a que les rôles qui en répondent, et ne lit pas ce qui est dit', async () => {
    const id = await echouer()
    for (const role of ['COMPTABLE', 'MEDECIN_CONSEIL'] as const) {
      expect(await loadCourriels(acteur(role), null, null)).toBeNull()
      expect(await renvoyerCourriel(acteur(role), id, new Date())).toBe(false)
      expect(await renvoyerEchecs(acteur(role), new Date())).toBe(0)
    }
    await expect(
      ecrire(acteur('ADMINISTRATEUR'), (client) => client.query('SELECT contenu FROM courriels')),
    ).rejects.toMatchObject({ code: '42501' })
    expect(await etat(id)).toMatchObject({ etat: 'ECHEC' })
  })

  test('renvoie un courriel : il repart du premier essai, et le journal dit qui', async () => {
    const id = await echouer()
    expect(await renvoyerCourriel(acteur('SUPERVISEUR'), id, new Date())).toBe(true)
    expect(await etat(id)).toMatchObject({ etat: 'EN_FILE', essais: 0, garde: true })
    expect(await enAttente()).toEqual([id])
    expect(await renvoyerCourriel(acteur('SUPERVISEUR'), id, new Date())).toBe(false)
    await expedierCourriel(id)
    expect(await etat(id)).toMatchObject({ etat: 'ENVOYE', essais: 1 })
    expect(serveur.recus.at(-1)?.messageId).toBe(`<${id}@localhost>`)
    const journal = await lignes(
      "SELECT compte_id, role FROM journal WHERE acte = 'COURRIEL_RENVOYE' AND objet_id = $1",
      [id],
    )
    expect(journal).toEqual([{ compte_id: gestionnaire, role: 'SUPERVISEUR' }])
  })

  test('renvoie tout ce qui sert encore ; un lien mort ne repart pas', async () => {
    const [bon, vif, mort] = [await echouer(), await echouer(), await echouer()]
    await vieillir(vif, 'ACCES_PERDU', 20)
    await vieillir(mort, 'ACCES_PERDU', 40)
    const suivi = await loadCourriels(acteur('GESTIONNAIRE'), 'ECHEC', null)
    expect(suivi?.courriels.filter((c) => c.renvoyable).map((c) => c.id)).toEqual([bon, vif])
    expect(await renvoyerCourriel(acteur('GESTIONNAIRE'), mort, new Date())).toBe(false)
    expect(await renvoyerEchecs(acteur('GESTIONNAIRE'), new Date())).toBe(2)
    expect(await enAttente()).toEqual([bon, vif].sort())
    expect(await etat(mort)).toMatchObject({ etat: 'ECHEC' })
  })

  test('tourne les pages sans en sauter ni en revoir, même nés au même instant', async () => {
    const ids: string[] = []
    await ecrire(SYSTEME, async (client) => {
      for (let i = 0; i < 2 * COURRIELS_PAR_PAGE + 3; i += 1)
        await envoyerCourriel(client, 'anne@exemple.fr', modele())
    })
    let suite: string | null = null
    do {
      const page = await loadCourriels(acteur('GESTIONNAIRE'), 'EN_FILE', cleSchema.parse(suite))
      ids.push(...(page?.courriels ?? []).map(({ id }) => id))
      suite = page?.suite ?? null
    } while (suite !== null)
    expect(ids).toHaveLength(2 * COURRIELS_PAR_PAGE + 3)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('une page mal dite est la première', () => {
    for (const faux of ['', 'x', '2026-01-01_x', '_', "2026-01-01T00:00:00Z_1' OR 1=1"])
      expect(cleSchema.parse(faux)).toBeNull()
  })

  test('après six mois il n’en reste rien, sauf ce qui attend encore', async () => {
    const [parti, attend] = [await deposer(), await deposer()]
    await expedierCourriel(parti)
    const mort = await echouer()
    await vieillir(mort, 'CONFIRMATION_ADRESSE', 60 * 24 * 31)
    await purgerCourriels(new Date())
    expect(await etat(mort)).toBeUndefined()
    expect(await etat(parti)).toBeDefined()
    await purgerCourriels(new Date(Date.now() + 181 * 86_400_000))
    expect(await lignes('SELECT id FROM courriels')).toEqual([{ id: attend }])
  })
})

describe('une personne', () => {
  const voir = (compteId: string) =>
    ecrire(
      frapperAdherent({
        type: 'ADHERENT',
        compteId,
        personneId: membre.personneId,
        adhesions: [membre.adhesionId],
        adhesionsLues: [],
      }),
      async (client) => (await client.query('SELECT id, modele FROM courriels')).rows,
    )

  test('ne voit que ceux de son compte, sans leur contenu', async () => {
    const id = await deposer('anne@exemple.fr', membre.compteId)
    await deposer()
    expect(await voir(membre.compteId)).toEqual([{ id, modele: 'DOCUMENT_DISPONIBLE' }])
    expect(await voir(randomUUID())).toEqual([])
  })
})

test('ni l’adresse ni le texte ne sont lisibles dans la base', async () => {
  await ecrire(SYSTEME, (client) =>
    envoyerCourriel(
      client,
      'lisible@exemple.fr',
      courrielConfirmation('https://portail.example/c?jeton=secret', signature()),
    ),
  )
  const [brut] = await lignes<{ t: string }>(
    "SELECT string_agg(c::text || encode(c.contenu, 'escape') || encode(c.destinataire, 'escape'), ' ') AS t FROM courriels c",
  )
  expect(brut?.t).toContain('CONFIRMATION_ADRESSE')
  expect(brut?.t).not.toContain('lisible')
  expect(brut?.t).not.toContain('secret')
})
