import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { chiffrer, dechiffrer } from '@/lib/server/chiffrement'
import { ecrire, lire } from '@/lib/server/db'
import { frapperAdherent, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { confirmerNouveauCourriel, demanderCourriel } from '@/lib/services/changement-courriel/mutations'
import { prouverIdentite } from '@/lib/services/reauthentification/mutations'
import { partager } from '@/lib/services/reauthentification/schema'
import { loadRibs } from '@/lib/services/rib/data'
import { annulerRib, changerRib } from '@/lib/services/rib/mutations'
import { ribSchema } from '@/lib/services/rib/schema'
import { voirRibs } from '@/lib/services/rib/view'
import { loadAVerser } from '@/lib/services/versement/data'
import { preparerVersements } from '@/lib/services/versement/mutations'
import { comptable, installerAdherents, recevoirEtLiquider } from '../support/argent'
import {
  BON_MOT_DE_PASSE,
  creerPersonne,
  jetonDe,
  lignes,
  type PersonneDeTest,
  travauxEnAttente,
  visiteDeTest,
} from '../support/comptes'
import { baseDeTest } from '../support/database'
import { ouvrirSessionDe } from '../support/facteurs'
import { consultation } from '../support/flux-de-test'
import * as P from '../support/pdf-pieges'

/** Examples of the standards; their keys are right. The last one's French RIB key, 89, is right too: 88 is not. */
const IBAN_A = 'FR1420041010050500013M02606'
const IBAN_B = 'FR7630006000011234567890189'
const IBAN_C = 'DE89370400440532013000'
const JOUR = dateCivile('2026-11-15')
const DEMAIN = dateCivile('2026-11-16')

let donnees: string
let base: pg.Pool
let pdf: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  donnees = await mkdtemp(join(tmpdir(), 'portail-rib-'))
  Object.assign(process.env, { PORTAIL_TODAY: JOUR, PORTAIL_DATA: donnees })
  base = new pg.Pool({ connectionString: (await baseDeTest()).urlProprietaire, max: 2 })
  pdf = new Uint8Array(await P.pdf())
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

let suivant = 0
/** A member with an account of benefits since 2024. */
async function unMembre(prenom = 'Ana', nom = 'Ruiz'): Promise<PersonneDeTest> {
  suivant += 1
  const p = await creerPersonne({ email: `rib${suivant}@exemple.fr`, prenom, nom })
  await poserCompte(p, 'PRESTATIONS', IBAN_A, `${nom} ${prenom}`)
  return p
}
async function poserCompte(p: PersonneDeTest, usage: string, iban: string, titulaire: string) {
  const { rows } = await base.query<{ id: string }>('SELECT gen_random_uuid() AS id')
  const id = rows[0]?.id ?? ''
  await base.query(
    `INSERT INTO comptes_bancaires (id, adhesion_id, usage, titulaire, iban_chiffre, iban_fin, du) VALUES ($1, $2, $3, $4, $5, $6, '2024-01-01')`,
    [id, p.adhesionId, usage, titulaire, chiffrer(iban, `comptes_bancaires:${id}`), iban.slice(-4)],
  )
}

const piece = () => new File([pdf], 'RIB de la banque.pdf', { type: 'application/pdf' })
const rib = (p: PersonneDeTest, autre: object = {}) => {
  const { reste: saisie } = partager(
    ribSchema.parse({
      adhesion: p.adhesionId,
      version: '0',
      titulaire: 'Ana Ruiz',
      iban: 'FR76 3000 6000 0112 3456 7890 189',
      bic: '',
      justificatif: piece(),
      motDePasse: 'x',
      ...autre,
    }),
  )
  return saisie
}
const moment = () => ({ jour: JOUR, instant: new Date() })
const changer = (p: PersonneDeTest, autre: object = {}) => changerRib(membreDe(p), rib(p, autre), moment())

const comptesDe = async (p: PersonneDeTest) => {
  const { rows } = await base.query(
    `SELECT id, titulaire, iban_chiffre, to_char(du, 'YYYY-MM-DD') AS du, to_char(au, 'YYYY-MM-DD') AS au FROM comptes_bancaires
      WHERE adhesion_id = $1 AND usage = 'PRESTATIONS' ORDER BY du, au`,
    [p.adhesionId],
  )
  return rows.map((r) => [dechiffrer(r.iban_chiffre, `comptes_bancaires:${r.id}`), r.du, r.au])
}
const compter = async (p: PersonneDeTest) => {
  const { rows } = await base.query(
    `SELECT (SELECT count(*)::int FROM depots WHERE compte_id = $1) AS pieces,
      (SELECT count(*)::int FROM changements_rib WHERE adhesion_id = $2) AS changements,
      (SELECT count(*)::int FROM courriels WHERE compte_id = $1 AND modele = 'RIB_CHANGE') AS alertes,
      (SELECT count(*)::int FROM journal WHERE compte_id = $1 AND acte = 'RIB_CHANGE') AS journal`,
    [p.compteId, p.adhesionId],
  )
  return rows[0]
}
const refusDe = async (promesse: Promise<unknown>) => {
  const erreur = await promesse.then(
    () => null,
    (e: unknown) => e,
  )
  if (!(erreur instanceof SaisieRefusee)) throw new Error(`attendait un refus, a eu ${String(erreur)}`)
  return erreur.erreurs[0]
}
const destinataires = async (modele: string) => {
  const attente = await travauxEnAttente('courriel')
  const ids = await lignes<{ id: string }>('SELECT id FROM courriels WHERE modele = $1', [modele])
  return attente.filter(({ id }) => ids.some((l) => l.id === id)).map(({ contenu }) => contenu)
}

describe('A20 : le compte de mes remboursements', () => {
  test('le nouveau sert le lendemain, l’ancien jusque-là ; la preuve est gardée, l’adresse e-mail avertie, le journal écrit', async () => {
    const p = await unMembre()
    const phrase = await changer(p, { bic: 'agri fr pp' })
    expect(phrase).toContain('à partir du 16 novembre 2026')
    expect(await comptesDe(p)).toEqual([
      [IBAN_A, '2024-01-01', JOUR],
      [IBAN_B, DEMAIN, null],
    ])
    expect(await compter(p)).toEqual({ pieces: 1, changements: 1, alertes: 1, journal: 1 })
    const [alerte] = await destinataires('RIB_CHANGE')
    expect(alerte?.a).toBe(`rib${suivant}@exemple.fr`)
    expect(alerte?.texte).toContain('16 novembre 2026')
    expect(alerte?.texte).not.toMatch(/0189|FR76/)
    const [vu] = voirRibs(await loadRibs(membreDe(p), JOUR), JOUR)
    expect([vu?.prestations?.fin, vu?.prestationsPrevu?.fin]).toEqual(['…\u00a02606', '…\u00a00189'])
    const { rows } = await base.query(`SELECT bic, iban_fin FROM changements_rib WHERE adhesion_id = $1`, [
      p.adhesionId,
    ])
    expect(rows).toEqual([{ bic: 'AGRIFRPP', iban_fin: '0189' }])
  })

  test('dix envois du même formulaire à la fois : un compte, une preuve, une alerte, dix fois la même réponse', async () => {
    const p = await unMembre()
    const phrases = await Promise.all(Array.from({ length: 10 }, () => changer(p)))
    expect(new Set(phrases).size).toBe(1)
    expect(await compter(p)).toEqual({ pieces: 1, changements: 1, alertes: 1, journal: 1 })
  })

  test('deux onglets : le second est refusé, dit lequel est enregistré, et rien n’est à moitié écrit', async () => {
    const p = await unMembre()
    await changer(p)
    const refus = await refusDe(changer(p, { iban: IBAN_C }))
    expect(refus?.champ).toBe('iban')
    expect(refus?.message).toContain('…0189')
    expect((await comptesDe(p)).map((c) => c[0])).toEqual([IBAN_A, IBAN_B])
    expect(await compter(p)).toEqual({ pieces: 1, changements: 1, alertes: 1, journal: 1 })
    await changer(p, { iban: IBAN_C, version: '1' })
    // The second ends the day before it would have begun: it never paid.
    expect(await comptesDe(p)).toEqual([
      [IBAN_A, '2024-01-01', JOUR],
      [IBAN_B, DEMAIN, JOUR],
      [IBAN_C, DEMAIN, null],
    ])
    const [vu] = voirRibs(await loadRibs(membreDe(p), JOUR), JOUR)
    expect([vu?.prestations?.fin, vu?.prestationsPrevu?.fin]).toEqual([
      '…\u00a02606',
      `…\u00a0${IBAN_C.slice(-4)}`,
    ])
  })

  const changementDe = async (p: PersonneDeTest) => {
    const { rows } = await base.query<{ id: string }>(
      'SELECT id FROM changements_rib WHERE adhesion_id = $1 ORDER BY version DESC LIMIT 1',
      [p.adhesionId],
    )
    return rows[0]?.id ?? ''
  }
  const annulations = async (p: PersonneDeTest) => {
    const { rows } = await base.query(
      `SELECT (SELECT count(*)::int FROM annulations_rib WHERE compte_id = $1) AS annulations,
        (SELECT count(*)::int FROM courriels WHERE compte_id = $1 AND modele = 'RIB_ANNULE') AS alertes,
        (SELECT count(*)::int FROM journal WHERE compte_id = $1 AND acte = 'RIB_ANNULE') AS journal`,
      [p.compteId],
    )
    return rows[0]
  }

  test('abandonné avant de servir : le compte d’avant continue, l’adresse e-mail est avertie, le journal écrit, une seule fois', async () => {
    const p = await unMembre()
    await changer(p)
    const id = await changementDe(p)
    const phrases = await Promise.all(Array.from({ length: 10 }, () => annulerRib(membreDe(p), id, moment())))
    expect(new Set(phrases)).toEqual(
      new Set([
        'Changement abandonné : vos remboursements restent sur le compte qui finit par «\u00a0…2606\u00a0». Un message vient de partir à votre adresse e-mail.',
      ]),
    )
    expect(await comptesDe(p)).toEqual([
      [IBAN_A, '2024-01-01', null],
      [IBAN_B, DEMAIN, JOUR],
    ])
    expect(await annulations(p)).toEqual({ annulations: 1, alertes: 1, journal: 1 })
    const [vu] = voirRibs(await loadRibs(membreDe(p), JOUR), JOUR)
    expect(vu).toMatchObject({ abandonne: true, prestationsPrevu: null })
    // The same account may be given again, as if nothing had been.
    await changer(p, { version: '1' })
    const [apres] = voirRibs(await loadRibs(membreDe(p), JOUR), JOUR)
    expect(apres).toMatchObject({ abandonne: false, prestationsPrevu: { fin: '…\u00a00189' } })
  })

  test('deux changements le même jour : abandonner rend le compte d’aujourd’hui, tel qu’il était', async () => {
    const p = await unMembre()
    await base.query(`UPDATE comptes_bancaires SET au = '2026-12-31' WHERE adhesion_id = $1`, [p.adhesionId])
    await changer(p)
    const premier = await changementDe(p)
    await changer(p, { iban: IBAN_C, version: '1' })
    expect((await refusDe(annulerRib(membreDe(p), premier, moment())))?.message).toContain(
      'Rien n’a été abandonné',
    )
    expect(await annulations(p)).toEqual({ annulations: 0, alertes: 0, journal: 0 })
    await annulerRib(membreDe(p), await changementDe(p), moment())
    expect((await comptesDe(p)).sort()).toEqual([
      [IBAN_C, DEMAIN, JOUR],
      [IBAN_A, '2024-01-01', '2026-12-31'],
      [IBAN_B, DEMAIN, JOUR],
    ])
    expect(await annulations(p)).toEqual({ annulations: 2, alertes: 1, journal: 1 })
  })

  test('le jour où il sert, il est trop tard ; celui d’un autre ne s’abandonne pas', async () => {
    const [p, autre] = [await unMembre(), await unMembre()]
    await changer(p)
    const id = await changementDe(p)
    const avant = await comptesDe(p)
    const tard = annulerRib(membreDe(p), id, { jour: DEMAIN, instant: new Date() })
    expect((await refusDe(tard))?.message).toContain('sert déjà')
    expect((await refusDe(annulerRib(membreDe(autre), id, moment())))?.message).toContain(
      'rien n’a été changé',
    )
    expect(await comptesDe(p)).toEqual(avant)
    expect(await annulations(p)).toEqual({ annulations: 0, alertes: 0, journal: 0 })
  })

  test('le compte déjà en vigueur n’est pas remplacé par lui-même', async () => {
    const p = await unMembre()
    const phrase = await changer(p, { iban: IBAN_A, titulaire: 'Ruiz Ana' })
    expect(phrase).toContain('déjà celui de vos remboursements depuis le 1er janvier 2024')
    expect(await compter(p)).toEqual({ pieces: 0, changements: 0, alertes: 0, journal: 0 })
  })

  test('le compte des cotisations ne bouge pas', async () => {
    const p = await unMembre()
    await poserCompte(p, 'COTISATIONS', IBAN_A, 'Ruiz Ana')
    await changer(p)
    const [vu] = voirRibs(await loadRibs(membreDe(p), DEMAIN), DEMAIN)
    expect([vu?.prestations?.fin, vu?.cotisations?.fin]).toEqual(['…\u00a00189', '…\u00a02606'])
  })

  test('une preuve illisible ne change rien et se dit au champ', async () => {
    const p = await unMembre()
    const faux = new File(['pas un PDF'], 'rib.pdf', { type: 'application/pdf' })
    const refus = await refusDe(changer(p, { justificatif: faux }))
    expect(refus?.champ).toBe('justificatif')
    expect(refus?.message).toContain('rib.pdf')
    expect(await comptesDe(p)).toEqual([[IBAN_A, '2024-01-01', null]])
    expect(await compter(p)).toEqual({ pieces: 0, changements: 0, alertes: 0, journal: 0 })
  })

  test('le contrat d’un autre, ou qui couvre sans être le sien, est refusé', async () => {
    const [p, autre] = [await unMembre(), await unMembre()]
    const ayantDroit = frapperAdherent({ ...membreDe(p), adhesions: [], adhesionsLues: [p.adhesionId] })
    for (const acteur of [membreDe(autre), ayantDroit])
      expect((await refusDe(changerRib(acteur, rib(p), moment())))?.message).toContain('rien n’a été changé')
    expect(await lire(ayantDroit, (tx) => tx.changementRib.count())).toBe(0)
    expect(await loadRibs(ayantDroit, JOUR)).toEqual([])
  })

  test('l’autre titulaire est averti, et l’adresse e-mail quittée depuis moins de trente jours aussi', async () => {
    const p = await unMembre('Éléonore', 'Marchal')
    const conjoint = await creerPersonne({
      email: 'conjoint.rib@exemple.fr',
      prenom: 'Luc',
      nom: 'Marchal',
      rattache: { adhesionId: p.adhesionId, lien: 'CONJOINT' },
    })
    await base.query('DELETE FROM comptes_bancaires WHERE adhesion_id = $1', [p.adhesionId])
    await poserCompte(p, 'PRESTATIONS', IBAN_A, 'M. MARCHAL LUC OU MME MARCHAL ELEONORE')
    const ancien = `rib${suivant}@exemple.fr`
    await demanderCourriel(membreDe(p), 'nouvelle.rib@exemple.fr', new Date())
    const [lien] = await destinataires('NOUVELLE_ADRESSE_A_CONFIRMER')
    await confirmerNouveauCourriel(jetonDe(lien?.texte ?? ''), new Date())
    await changer(p, { titulaire: 'Éléonore Marchal' })
    const alertes = (await destinataires('RIB_CHANGE')).map(({ a }) => a)
    expect(alertes).toEqual(
      expect.arrayContaining(['nouvelle.rib@exemple.fr', ancien, 'conjoint.rib@exemple.fr']),
    )
    expect(conjoint.personneId).not.toBe(p.personneId)
  })

  test.each([
    ['une clé fausse', { iban: 'FR76 3000 6000 0112 3456 7890 188' }, 'iban', 'erreur de recopie'],
    [
      'une clé RIB fausse sous une clé IBAN juste',
      { iban: 'FR2930006000011234567890188' },
      'iban',
      'erreur de recopie',
    ],
    ['un chiffre en moins', { iban: 'FR76 3000 6000 0112 3456 7890 18' }, 'iban', '27 caractères'],
    ['hors de la zone SEPA', { iban: 'TN5910006035183598478831' }, 'iban', 'zone SEPA'],
    ['un BIC trop court', { bic: 'AGRIFR' }, 'bic', '8 ou 11'],
    ['un BIC d’un autre pays', { bic: 'DEUTDEFF' }, 'bic', 'autre pays'],
    ['sans titulaire', { titulaire: ' ' }, 'titulaire', 'titulaire'],
    ['sans preuve', { justificatif: new File([], '') }, 'justificatif', 'Joignez le RIB'],
    ['deux preuves', { justificatif: [piece, piece].map((f) => f) }, 'justificatif', 'un seul fichier'],
    ['sans mot de passe', { motDePasse: '' }, 'motDePasse', 'mot de passe'],
  ])('%s : refusé au champ, dit en français', (_cas, autre, champ, dit) => {
    const saisie = {
      adhesion: '00000000-0000-4000-8000-000000000001',
      version: '0',
      titulaire: 'Ana Ruiz',
      iban: IBAN_B,
      bic: '',
      justificatif: new File(['x'], 'rib.pdf'),
      motDePasse: 'x',
    }
    expect(ribSchema.safeParse(saisie).success).toBe(true)
    const issues = ribSchema.safeParse({ ...saisie, ...autre }).error?.issues ?? []
    expect(issues.map((i) => i.path[0])).toEqual([champ])
    expect(issues[0]?.message).toContain(dit)
  })

  test('le mot de passe est redemandé à un adhérent ; faux, il est refusé et le journal le dit', async () => {
    const p = await unMembre()
    const { session } = await ouvrirSessionDe(p.compteId)
    const confirmer = (motDePasse: string) =>
      prouverIdentite(
        session,
        { motDePasse, codeUnique: undefined, cleAcces: undefined },
        'IDENTITE',
        visiteDeTest(),
      )
    await confirmer(BON_MOT_DE_PASSE)
    const refus = await refusDe(confirmer('un autre'))
    expect(refus?.champ).toBe('motDePasse')
    const { rows } = await base.query(
      `SELECT role, resultat FROM journal WHERE compte_id = $1 AND acte = 'IDENTITE_RECONFIRMEE' ORDER BY rang`,
      [p.compteId],
    )
    expect(rows).toEqual([
      { role: 'ADHERENT', resultat: 'FAIT' },
      { role: 'ADHERENT', resultat: 'REFUSE' },
    ])
  })
})

test('A20 : un virement va au compte qui sert le jour où il s’exécute', async () => {
  await installerAdherents(1, [])
  await recevoirEtLiquider('FRIB', [consultation('GRIB', 1)])
  const [contrat] = await lignes<{ id: string; personne: string }>(
    `SELECT a.id, a.membre_participant_id AS personne FROM adhesions a JOIN prestations p ON p.adhesion_id = a.id LIMIT 1`,
  )
  if (contrat === undefined) throw new Error('aucun contrat')
  const { rows } = await base.query<{ id: string }>(
    `INSERT INTO comptes (role, statut, personne_id, email, nom_affiche) VALUES ('ADHERENT', 'EN_ATTENTE', $1, 'v@exemple.fr', 'V') RETURNING id`,
    [contrat.personne],
  )
  const acteur = frapperAdherent({
    type: 'ADHERENT',
    compteId: rows[0]?.id ?? '',
    personneId: contrat.personne,
    adhesions: [contrat.id],
    adhesionsLues: [],
  })
  const ibanLe = async (jour: string) =>
    ecrire(
      SYSTEME,
      async (c) => (await loadAVerser(c, dateCivile(jour))).find((v) => v.adhesionId === contrat.id)?.iban,
    )
  const ancien = await ibanLe(JOUR)
  const { reste: saisie } = partager(
    ribSchema.parse({
      adhesion: contrat.id,
      version: '0',
      titulaire: 'V',
      iban: IBAN_B,
      justificatif: piece(),
      motDePasse: 'x',
    }),
  )
  await changerRib(acteur, saisie, moment())
  expect(ancien).toBeDefined()
  expect(ancien).not.toBe(IBAN_B)
  expect(await ibanLe(JOUR)).toBe(ancien)
  expect(await ibanLe(DEMAIN)).toBe(IBAN_B)
  const { lotId } = await preparerVersements(await comptable('Rib'), {
    executionLe: dateCivile('2026-11-17'),
    jour: JOUR,
  })
  const { rows: ordres } = await base.query('SELECT iban_fin FROM ordres_bancaires WHERE lot_id = $1', [
    lotId,
  ])
  expect(ordres).toEqual([{ iban_fin: '0189' }])
})
