import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import type { FaitsCourrier } from '@/lib/papiers/courrier'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { ecrire, lire } from '@/lib/server/db'
import { frapperAdherent, frapperGestion, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { exigerContrat } from '@/lib/services/coordonnees/access'
import { loadAdresseAu, loadCoordonnees } from '@/lib/services/coordonnees/data'
import { changerAdresse, changerTelephones, declarerAdresse } from '@/lib/services/coordonnees/mutations'
import { adresseSchema, telephonesSchema } from '@/lib/services/coordonnees/schema'
import { adressesAu, voirAdresses } from '@/lib/services/coordonnees/view'
import { loadDocument } from '@/lib/services/document/data'
import { emettreCourrier, emettreDocument } from '@/lib/services/document/mutations'
import { courrierSchema } from '@/lib/services/document/schema'
import { loadChoix, loadSupport } from '@/lib/services/preference-envoi/data'
import { choisirPreferences } from '@/lib/services/preference-envoi/mutations'
import { preferencesSchema } from '@/lib/services/preference-envoi/schema'
import { voirPreferences } from '@/lib/services/preference-envoi/view'
import { loadTeletransmissions } from '@/lib/services/teletransmission/data'
import { noterTeletransmission } from '@/lib/services/teletransmission/mutations'
import { voirTeletransmissions } from '@/lib/services/teletransmission/view'
import { creerPersonne, lignes, type PersonneDeTest, travauxEnAttente } from '../support/comptes'
import { baseDeTest } from '../support/database'
import { pdf } from '../support/pdf-pieges'

const JOUR = dateCivile('2026-03-17')
let donnees: string
let base: pg.Pool
beforeAll(async () => {
  donnees = await mkdtemp(join(tmpdir(), 'portail-coordonnees-'))
  Object.assign(process.env, { PORTAIL_TODAY: JOUR, PORTAIL_DATA: donnees })
  base = new pg.Pool({ connectionString: (await baseDeTest()).urlProprietaire, max: 2 })
})
afterAll(async () => {
  await base.end()
  await rm(donnees, { recursive: true, force: true })
})

const membreDe = (p: PersonneDeTest): PorteeAdherent =>
  frapperAdherent({
    type: 'ADHERENT',
    compteId: p.compteId,
    personneId: p.personneId,
    adhesions: [p.adhesionId],
    adhesionsLues: [],
  })
const ayantDroitDe = (p: PersonneDeTest): PorteeAdherent =>
  frapperAdherent({ ...membreDe(p), adhesions: [], adhesionsLues: [p.adhesionId] })

let suivant = 0
const unMembre = async () => {
  suivant += 1
  return creerPersonne({ email: `membre${suivant}@exemple.fr` })
}

const adresse = (autre: Record<string, string> = {}) =>
  adresseSchema.parse({
    version: '0',
    complement: '',
    voie: '12 rue des Tilleuls',
    lieuDit: '',
    codePostal: '35000',
    ville: 'Rennes',
    pays: '',
    du: '2026-03-18',
    ...autre,
  })
const refusDe = async (promesse: Promise<unknown>) => {
  const erreur = await promesse.then(
    () => null,
    (e: unknown) => e,
  )
  if (!(erreur instanceof SaisieRefusee)) throw new Error(`attendait un refus, a eu ${String(erreur)}`)
  return erreur.erreurs[0]
}
const erreursDe = (
  schema: typeof adresseSchema | typeof telephonesSchema,
  saisie: Record<string, string>,
): Record<string, string> => {
  const lu = schema.safeParse(saisie)
  return Object.fromEntries((lu.error?.issues ?? []).map((i) => [String(i.path[0]), i.message]))
}
const journalDe = (p: PersonneDeTest) =>
  base
    .query<{ acte: string }>('SELECT acte FROM journal WHERE compte_id = $1 ORDER BY rang', [p.compteId])
    .then(({ rows }) => rows.map((r) => r.acte))

describe('A19 : mon adresse postale', () => {
  test('compte à partir du jour dit ; la veille, l’ancienne est encore la bonne ; le journal le garde', async () => {
    const p = await unMembre()
    await changerAdresse(membreDe(p), adresse({ du: '2026-03-18' }), JOUR)
    await changerAdresse(membreDe(p), adresse({ version: '1', voie: '3 quai Sud', du: '2026-05-01' }), JOUR)
    const le = async (jour: string) =>
      ecrire(SYSTEME, async (c) => (await loadAdresseAu(c, p.personneId, dateCivile(jour)))?.voie ?? null)
    expect([await le('2026-03-17'), await le('2026-03-18')]).toEqual([null, '12 rue des Tilleuls'])
    expect([await le('2026-04-30'), await le('2026-05-01')]).toEqual(['12 rue des Tilleuls', '3 quai Sud'])
    expect(await journalDe(p)).toEqual(['ADRESSE_CHANGEE', 'ADRESSE_CHANGEE'])
  })

  test('écrite en dernier, elle l’emporte sur celle qui était prévue avant elle', () => {
    const lue = (version: number, du: string) => ({
      version,
      du: dateCivile(du),
      complement: null,
      voie: `rue ${version}`,
      lieuDit: null,
      codePostal: '35000',
      ville: 'Rennes',
      pays: null,
    })
    const lues = [lue(4, '2026-06-01'), lue(3, '2026-04-01'), lue(2, '2026-05-01'), lue(1, '2026-01-01')]
    const { courante, prevues, version } = adressesAu(lues, JOUR)
    expect([courante?.version, prevues.map((a) => a.version), version]).toEqual([1, [3, 4], 4])
    expect(adressesAu([], JOUR)).toEqual({ courante: null, prevues: [], version: 0 })
  })

  test('le même formulaire dix fois à la fois s’écrit une fois', async () => {
    const p = await unMembre()
    await Promise.all(Array.from({ length: 10 }, () => changerAdresse(membreDe(p), adresse(), JOUR)))
    expect((await loadCoordonnees(membreDe(p))).adresses).toHaveLength(1)
    expect(await journalDe(p)).toEqual(['ADRESSE_CHANGEE'])
  })

  test('deux onglets : le second n’écrase pas, il dit ce qui est enregistré, puis peut le remplacer', async () => {
    const p = await unMembre()
    await changerAdresse(membreDe(p), adresse({ voie: '1 rue A' }), JOUR)
    const refus = await refusDe(changerAdresse(membreDe(p), adresse({ voie: '2 rue B' }), JOUR))
    expect(refus?.champ).toBe('voie')
    expect(refus?.message).toContain('« 1 rue A, 35000 Rennes »')
    const { adresses } = await loadCoordonnees(membreDe(p))
    expect(adresses.map((a) => a.voie)).toEqual(['1 rue A'])
    const { version } = voirAdresses(adresses, JOUR)
    await changerAdresse(membreDe(p), adresse({ voie: '2 rue B', version: String(version) }), JOUR)
    expect((await loadCoordonnees(membreDe(p))).adresses.map((a) => a.voie)).toEqual(['2 rue B', '1 rue A'])
  })

  test('dix onglets, dix adresses à la fois : une seule passe, neuf le disent', async () => {
    const p = await unMembre()
    const issues = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) =>
        changerAdresse(membreDe(p), adresse({ voie: `${i + 1} rue X` }), JOUR),
      ),
    )
    expect(issues.filter((i) => i.status === 'fulfilled')).toHaveLength(1)
    expect((await loadCoordonnees(membreDe(p))).adresses).toHaveLength(1)
  })

  test('ne compte pas avant le lendemain, ni plus d’un an à l’avance', async () => {
    const p = await unMembre()
    for (const [du, dit] of [
      ['2026-03-17', '18 mars 2026'],
      ['2027-03-18', '17 mars 2027'],
    ]) {
      const refus = await refusDe(changerAdresse(membreDe(p), adresse({ du: du ?? '' }), JOUR))
      expect(refus?.champ).toBe('du')
      expect(refus?.message).toContain(dit)
    }
    expect((await loadCoordonnees(membreDe(p))).adresses).toEqual([])
  })

  test.each([
    [{ voie: '' }, 'voie', 'le numéro et la rue'],
    [{ codePostal: '3500' }, 'codePostal', '5 chiffres'],
    [{ ville: ' ' }, 'ville', 'la ville'],
    [{ du: '2026-02-30' }, 'du', 'le jour'],
    [{ complement: 'x'.repeat(39) }, 'complement', '38 caractères'],
  ])('mal remplie (%j), elle est refusée au champ %s', (autre, champ, dit) => {
    const bonne = { version: '0', voie: '1 rue A', codePostal: '35 000', ville: 'Rennes', du: '2026-03-18' }
    expect(erreursDe(adresseSchema, bonne)).toEqual({})
    const erreurs = erreursDe(adresseSchema, { ...bonne, ...autre })
    expect(Object.keys(erreurs)).toEqual([champ])
    expect(erreurs[champ]).toContain(dit)
  })

  test('à l’étranger, le code postal est celui du pays ; « France » n’est pas un pays étranger', () => {
    expect(adresse({ codePostal: 'B-1000', ville: 'Bruxelles', pays: 'Belgique' }).codePostal).toBe('B-1000')
    expect(adresse({ codePostal: '35 000', pays: 'France' })).toMatchObject({
      codePostal: '35000',
      pays: null,
    })
  })

  test('figure sur les lettres dès qu’elle compte', async () => {
    const p = await creerPersonne({
      email: 'lettre@exemple.fr',
      prenom: 'Ana',
      nom: 'Ruiz',
      numeroAdherent: '0099123',
    })
    await changerAdresse(membreDe(p), adresse({ complement: 'Bât. C' }), dateCivile('2026-03-16'))
    await base.query(`ALTER TABLE adresses DISABLE TRIGGER adresses_immuables`)
    await base.query(`UPDATE adresses SET du = '2026-03-17' WHERE personne_id = $1`, [p.personneId])
    await base.query(`ALTER TABLE adresses ENABLE TRIGGER adresses_immuables`)
    const agent = frapperGestion({ type: 'GESTION', compteId: randomUUID(), role: 'GESTIONNAIRE' })
    const saisie = courrierSchema.parse({ numeroAdherent: '99123', objet: 'Bonjour', texte: 'Un mot.' })
    const lu = await loadDocument(SYSTEME, await emettreCourrier(agent, saisie, 'Agent'))
    expect((lu?.donnees.faits as FaitsCourrier | undefined)?.destinataire).toEqual([
      'Ana Ruiz',
      'Bât. C',
      '12 rue des Tilleuls',
      '35000 Rennes',
    ])
  })

  test('un ayant droit n’a pas d’adresse ni de compte à changer : le contrat est à l’adhérent', async () => {
    const p = await unMembre()
    expect(() => exigerContrat(ayantDroitDe(p))).toThrow(SaisieRefusee)
    expect(() => exigerContrat(membreDe(p))).not.toThrow()
  })

  /** Mutami art. 7.1 and the FAQ of Mieux-Etre ask for a proof; Ociane art. 3-1, Mutame & Plus ask only to be told; SMB for the card. */
  test.each([
    ['mutami', true],
    ['mieux-etre', true],
    ['ociane-collectif', false],
    ['mutame-plus', false],
    ['mutame-smb', false],
  ])(
    '%s : le justificatif de domicile est pris par le formulaire, exigé seulement où le règlement le demande',
    async (reglement, exige) => {
      const p = await unMembre()
      await base.query('UPDATE adhesions SET reglement = $2 WHERE id = $1', [p.adhesionId, reglement])
      const compter = async () => {
        const { rows } = await base.query(
          `SELECT (SELECT count(*)::int FROM adresses WHERE personne_id = $1) AS adresses,
          (SELECT count(*)::int FROM adresses WHERE personne_id = $1 AND depot_id IS NOT NULL) AS prouvees,
          (SELECT count(*)::int FROM depots WHERE compte_id = $2) AS pieces`,
          [p.personneId, p.compteId],
        )
        return rows[0]
      }
      const sans = declarerAdresse(membreDe(p), adresse(), JOUR)
      if (exige) expect((await refusDe(sans))?.champ).toBe('justificatif')
      else await sans
      expect(await compter()).toEqual({ adresses: exige ? 0 : 1, prouvees: 0, pieces: 0 })
      const declarer = (fichier: File, version: string) =>
        declarerAdresse(
          membreDe(p),
          { ...adresse({ voie: '3 quai Sud', version }), justificatif: fichier },
          JOUR,
        )
      const version = exige ? '0' : '1'
      const faux = new File(['pas un PDF'], 'edf.pdf', { type: 'application/pdf' })
      expect(await refusDe(declarer(faux, version))).toMatchObject({ champ: 'justificatif' })
      const facture = new File([new Uint8Array(await pdf())], 'edf.pdf', { type: 'application/pdf' })
      await declarer(facture, version)
      // The same form again: one address, one proof.
      await declarer(facture, version)
      expect(await compter()).toEqual({ adresses: exige ? 1 : 2, prouvees: 1, pieces: 1 })
    },
  )

  test('un contrat fini ne demande plus rien', async () => {
    const p = await unMembre()
    await base.query(`UPDATE adhesions SET reglement = 'mutami', date_fin = '2026-03-16' WHERE id = $1`, [
      p.adhesionId,
    ])
    await declarerAdresse(membreDe(p), adresse(), JOUR)
    expect(await journalDe(p)).toEqual(['ADRESSE_CHANGEE'])
  })
})

describe('A19 : mes téléphones', () => {
  const saisie = (mobile: string, fixe = '', version = '0') =>
    telephonesSchema.parse({ mobile, fixe, version })

  test('un ayant droit change les siens ; ils comptent aussitôt', async () => {
    const p = await unMembre()
    await changerTelephones(ayantDroitDe(p), saisie('06.12.34.56.78', '+32 2 555 12 12'))
    expect((await loadCoordonnees(ayantDroitDe(p))).telephones).toEqual({
      version: 1,
      mobile: '+33612345678',
      fixe: '+3225551212',
    })
    expect(await journalDe(p)).toEqual(['TELEPHONES_CHANGES'])
  })

  test('deux onglets : le second est refusé et dit les numéros enregistrés', async () => {
    const p = await unMembre()
    await changerTelephones(membreDe(p), saisie('0612345678'))
    const refus = await refusDe(changerTelephones(membreDe(p), saisie('0698765432')))
    expect(refus?.message.replaceAll('\u00a0', ' ')).toContain('06 12 34 56 78')
    await Promise.all(
      Array.from({ length: 10 }, () => changerTelephones(membreDe(p), saisie('0698765432', '', '1'))),
    )
    expect((await loadCoordonnees(membreDe(p))).telephones).toMatchObject({
      version: 2,
      mobile: '+33698765432',
    })
  })

  test.each([
    ['06 12 34 56', '', 'mobile', '10 chiffres'],
    ['02 99 12 34 56', '', 'mobile', '06 ou 07'],
    ['', 'abc', 'fixe', '10 chiffres'],
    ['', '', 'mobile', 'au moins un'],
  ])('« %s » et « %s » sont refusés au champ %s', (mobile, fixe, champ, dit) => {
    const erreurs = erreursDe(telephonesSchema, { version: '0', mobile, fixe })
    expect(Object.keys(erreurs)).toEqual([champ])
    expect(erreurs[champ]).toContain(dit)
  })
})

describe('A29 : la télétransmission de chacun', () => {
  const noter = (p: PersonneDeTest, etat: 'ACTIVE' | 'DEMANDEE' | 'REJETEE', depuis: string) =>
    noterTeletransmission(SYSTEME, {
      personneId: p.personneId,
      etat,
      code: etat === 'REJETEE' ? 'AUTRE_MUTUELLE' : null,
      depuis: dateCivile(depuis),
    })

  test('dit l’état, depuis quand, qui agit et quoi faire ; la dernière réponse compte', async () => {
    const p = await unMembre()
    const vue = async () =>
      voirTeletransmissions(await loadTeletransmissions(membreDe(p), JOUR), p.personneId)[0]
    expect(await vue()).toMatchObject({ titre: 'Nous ne savons pas', depuis: null, aFaire: true })
    expect(await noter(p, 'DEMANDEE', '2026-02-01')).toBe(true)
    expect(await vue()).toMatchObject({
      titre: 'Elle est demandée',
      depuis: '1er février 2026',
      quiAgit: 'C’est à la caisse d’assurance maladie d’agir',
    })
    expect(await noter(p, 'REJETEE', '2026-02-10')).toBe(true)
    expect(await noter(p, 'REJETEE', '2026-02-10')).toBe(false)
    expect(await noter(p, 'ACTIVE', '2026-01-05')).toBe(true)
    const refusee = await vue()
    expect(refusee).toMatchObject({ titre: 'Elle est refusée', lettre: true, aFaire: true })
    expect(refusee?.phrase).toContain('Une autre mutuelle')
    expect(refusee?.action).toContain('Demandez à l’ancienne mutuelle')
  })

  test('l’adhérent voit les siens, un ayant droit lui seul, un étranger personne', async () => {
    const [p, autre] = [await unMembre(), await unMembre()]
    const enfant = await creerPersonne({
      email: 'enfant-noemie@exemple.fr',
      rattache: { adhesionId: p.adhesionId, lien: 'ENFANT' },
    })
    for (const qui of [p, enfant, autre]) await noter(qui, 'ACTIVE', '2026-01-01')
    const vus = async (acteur: PorteeAdherent) =>
      (await loadTeletransmissions(acteur, JOUR)).map((t) => t.personneId)
    expect(await vus(membreDe(p))).toEqual([p.personneId, enfant.personneId])
    expect(await vus(ayantDroitDe(enfant))).toEqual([enfant.personneId])
    expect(await lire(ayantDroitDe(enfant), (tx) => tx.teletransmission.count())).toBe(1)
    expect(await lire(membreDe(p), (tx) => tx.teletransmission.count())).toBe(2)
  })
})

describe('A36 : papier ou électronique', () => {
  const choix = (RELEVES: string, COURRIERS = 'ELECTRONIQUE', CARTE = 'ELECTRONIQUE') =>
    preferencesSchema.parse({ RELEVES, COURRIERS, CARTE })

  test('se choisit par sorte de document, se date, se reprend quand on veut', async () => {
    const p = await unMembre()
    const support = () => ecrire(SYSTEME, (c) => loadSupport(c, p.personneId, 'RELEVES'))
    expect(await support()).toBe('ELECTRONIQUE')
    await choisirPreferences(membreDe(p), choix('PAPIER'))
    expect(await support()).toBe('PAPIER')
    await Promise.all(
      Array.from({ length: 10 }, () => choisirPreferences(membreDe(p), choix('ELECTRONIQUE'))),
    )
    expect(await support()).toBe('ELECTRONIQUE')
    const lus = await loadChoix(membreDe(p))
    const { preferences, historique } = voirPreferences(lus)
    expect(lus.filter((c) => c.nature === 'RELEVES').map((c) => c.support)).toEqual([
      'ELECTRONIQUE',
      'PAPIER',
    ])
    expect(preferences[0]?.origine).toMatch(/^Choisi le /)
    expect(historique).toHaveLength(4)
  })

  test('sans espace ouvert, tout part sur papier : un e-mail n’arriverait à personne', async () => {
    const p = await creerPersonne()
    expect(await ecrire(SYSTEME, (c) => loadSupport(c, p.personneId, 'COURRIERS'))).toBe('PAPIER')
  })

  test('une lettre sur papier n’est pas annoncée par e-mail et se dit à imprimer ; une électronique l’est', async () => {
    const agent = frapperGestion({ type: 'GESTION', compteId: randomUUID(), role: 'GESTIONNAIRE' })
    const envoyer = async (p: PersonneDeTest) => {
      const saisie = courrierSchema.parse({ numeroAdherent: p.numeroAdherent, objet: 'O', texte: 'T' })
      const id = await emettreCourrier(agent, saisie, 'Agent')
      const [document] = await lignes<{ support: string }>('SELECT support FROM documents WHERE id = $1', [
        id,
      ])
      return document?.support
    }
    const [papier, ecran] = [await unMembre(), await unMembre()]
    await choisirPreferences(membreDe(papier), choix('ELECTRONIQUE', 'PAPIER'))
    const avant = (await travauxEnAttente('courriel')).length
    expect(await envoyer(papier)).toBe('PAPIER')
    expect((await travauxEnAttente('courriel')).length).toBe(avant)
    expect(await envoyer(ecran)).toBe('ELECTRONIQUE')
    expect((await travauxEnAttente('courriel')).length).toBe(avant + 1)
  })
})

describe('chacun chez soi', () => {
  test('on n’écrit ni ne lit les coordonnées d’un autre, et rien ne se réécrit', async () => {
    const [p, autre] = [await unMembre(), await unMembre()]
    await changerTelephones(membreDe(p), telephonesSchema.parse({ version: '0', mobile: '0612345678' }))
    expect(await lire(membreDe(autre), (tx) => tx.telephones.count())).toBe(0)
    await expect(
      ecrire(membreDe(autre), (c) =>
        c.query(
          `INSERT INTO telephones (personne_id, compte_id, version, mobile) VALUES ($1, $2, 2, '+33600000000')`,
          [p.personneId, autre.compteId],
        ),
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(base.query(`UPDATE telephones SET mobile = NULL`)).rejects.toThrow()
  })

  test('une carte demandée à l’écran ne part pas : elle n’a pas de support', async () => {
    const p = await unMembre()
    await base.query(`UPDATE adhesions SET reglement = 'mutami' WHERE id = $1`, [p.adhesionId])
    await base.query(
      `INSERT INTO choix_formules (adhesion_id, formule, du) VALUES ($1, 'tribu-equilibre', '2020-01-01')`,
      [p.adhesionId],
    )
    const demande = { nature: 'CARTE_TIERS_PAYANT', adhesion: p.adhesionId } as const
    const id = await emettreDocument(membreDe(p), demande, JOUR)
    const [document] = await lignes<{ support: string | null }>(
      'SELECT support FROM documents WHERE id = $1',
      [id],
    )
    expect(document?.support).toBeNull()
  })
})
