import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import {
  frapperAdherent,
  frapperGestion,
  type PorteeAdherent,
  type PorteeGestion,
  SYSTEME,
} from '@/lib/server/portee'
import { loadContrats } from '@/lib/services/cotisation/data'
import { demanderPortabilite } from '@/lib/services/demande-portabilite/mutations'
import { demandePortabiliteSchema } from '@/lib/services/demande-portabilite/schema'
import { ecrireEcheancier } from '@/lib/services/echeancier/mutations'
import { demouvoir, mouvoir } from '@/lib/services/mouvement/mutations'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { chargerTarifs } from '@/lib/services/tarif/mutations'
import { accepter, defaire, lireApercu, prendre } from '@/lib/services/traitement/mutations'
import { tarifs } from '@/prisma/demonstration/tarifs'
import { baseDeFlux } from '../support/base-flux'
import { contrats } from '../support/contrats-de-test'
import { adhesionDe, installerFamille } from '../support/cotisations'
import * as P from '../support/pdf-pieges'

let base: pg.Pool
let fermer: () => Promise<void>
let pdf: Uint8Array<ArrayBuffer>
let ines: PorteeGestion
/** Salaries of Ociane: the last one's contract ended with the job. */
const SALARIES = 8
const FINI = 8
beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  process.env.PORTAIL_TODAY = '2026-07-02'
  pdf = new Uint8Array(await P.pdf())
  await chargerTarifs(SYSTEME, tarifs)
  const liste = Array.from({ length: SALARIES }, (_, rang) => ({
    personne: rang + 1,
    numero: `O${rang + 1}`,
    reglement: 'ociane-collectif',
    formule: 'panier-ani',
    du: '2025-02-03',
    ...(rang + 1 === FINI ? { au: '2026-06-30' } : {}),
  }))
  const offre = { porte: () => true, propose: () => true }
  expect((await importerPortefeuille(SYSTEME, contrats(liste), offre)).issue).toBe('IMPORTE')
  const { rows } = await base.query<{ id: string }>(
    `INSERT INTO comptes (role, statut, email, nom_affiche) VALUES ('GESTIONNAIRE', 'EN_ATTENTE', 'i@exemple.fr', 'Ines') RETURNING id`,
  )
  ines = frapperGestion({ type: 'GESTION', compteId: rows[0]?.id ?? '', role: 'GESTIONNAIRE' })
})
afterAll(() => fermer())

let numero = 0
async function unSalarie(lequel?: number): Promise<PorteeAdherent & { readonly adhesion: string }> {
  numero += 1
  const n = lequel ?? numero
  const adhesion = await adhesionDe(base, `O${n}`)
  const { rows } = await base.query<{ id: string; personne: string }>(
    `INSERT INTO comptes (role, statut, personne_id, email, nom_affiche)
      SELECT 'ADHERENT', 'EN_ATTENTE', membre_participant_id, $2, 'Salarié' FROM adhesions WHERE id = $1 RETURNING id, personne_id AS personne`,
    [adhesion, `o${n}@exemple.fr`],
  )
  const acteur = frapperAdherent({
    type: 'ADHERENT',
    compteId: rows[0]?.id ?? '',
    personneId: rows[0]?.personne ?? '',
    adhesions: [adhesion],
    adhesionsLues: [],
  })
  return Object.assign(acteur, { adhesion })
}

const saisie = (plus: Record<string, unknown> = {}) =>
  demandePortabiliteSchema.parse({
    cle: randomUUID(),
    cessation: '2026-06-30',
    duree: '9',
    indemnisation: '',
    fichiers: new File([pdf], 'chomage.pdf', { type: 'application/pdf' }),
    ...plus,
  })
const versionDe = async (id: string) =>
  (await base.query<{ version: number }>('SELECT version FROM demandes WHERE id = $1', [id])).rows[0]
    ?.version ?? -1
const dates = async (adhesion: string) =>
  (
    await base.query(
      `SELECT a.date_fin::text AS fin, a.cotise_jusqu_au::text AS cotise, b.au::text AS couvert, f.au::text AS formule
        FROM adhesions a JOIN beneficiaires b ON b.adhesion_id = a.id JOIN choix_formules f ON f.adhesion_id = a.id WHERE a.id = $1`,
      [adhesion],
    )
  ).rows[0]
async function traiter(id: string): Promise<void> {
  await prendre(ines, id)
  await accepter(ines, id, { version: await versionDe(id), phrase: null, saisie: {} })
}

describe('A33 : la portabilité demandée et accordée (Ociane, art. 4-1-1)', () => {
  test.each([
    // 30/06/2026 et neuf mois : 30/03/2027. Indemnisé jusqu'au 28/02/2027, qui vient avant. Trente mois : douze au plus.
    ['neuf mois de contrat', { duree: '9' }, '2027-03-30'],
    ['une indemnisation plus courte', { duree: '9', indemnisation: '2027-02-28' }, '2027-02-28'],
    ['trente mois de contrat', { duree: '30' }, '2027-06-30'],
  ])(
    '%s : couvert jusqu’au dernier jour calculé, cotisations arrêtées à la fin de l’emploi',
    async (_, plus, fin) => {
      const acteur = await unSalarie()
      const { id } = await demanderPortabilite(acteur, saisie(plus))
      await traiter(id)
      expect(await dates(acteur.adhesion)).toMatchObject({ fin, cotise: '2026-06-30' })
      const [cotisant] = await ecrire(SYSTEME, (client) => loadContrats(client, [acteur.adhesion]))
      expect(cotisant?.dateFin).toBe('2026-06-30')
      await defaire(ines, id, await versionDe(id))
      expect(await dates(acteur.adhesion)).toMatchObject({ fin: null, cotise: null })
    },
  )

  test('un contrat fini avec l’emploi reprend jusqu’au dernier jour, et finit de nouveau si la décision est défaite', async () => {
    const acteur = await unSalarie(FINI)
    const { id } = await demanderPortabilite(acteur, saisie({ duree: '12' }))
    await traiter(id)
    expect(await dates(acteur.adhesion)).toEqual({
      fin: '2027-06-30',
      cotise: '2026-06-30',
      couvert: '2027-06-30',
      formule: '2027-06-30',
    })
    await defaire(ines, id, await versionDe(id))
    expect(await dates(acteur.adhesion)).toEqual({
      fin: '2026-06-30',
      cotise: null,
      couvert: '2026-06-30',
      formule: '2026-06-30',
    })
  })

  test('sans la durée du contrat ni la preuve : rien n’est accordé, l’aperçu dit les deux', async () => {
    const acteur = await unSalarie()
    const { id } = await demanderPortabilite(acteur, saisie({ duree: '', fichiers: undefined }))
    const apercu = await lireApercu(ines, id)
    expect(apercu.verdict === 'INCOMPLETE' && apercu.manque.join(' ')).toMatch(
      /durée du dernier contrat.*preuve/,
    )
    await prendre(ines, id)
    const version = await versionDe(id)
    await expect(accepter(ines, id, { version, phrase: null, saisie: {} })).rejects.toThrow(
      'durée du dernier',
    )
    expect(await dates(acteur.adhesion)).toMatchObject({ fin: null, cotise: null })
  })

  test('l’aperçu donne la date, ses motifs et la fin des cotisations ; deux demandes pareilles sont la même', async () => {
    const acteur = await unSalarie()
    const { id } = await demanderPortabilite(acteur, saisie())
    expect((await demanderPortabilite(acteur, saisie())).id).toBe(id)
    const apercu = await lireApercu(ines, id)
    if (apercu.verdict !== 'ACCORDEE') throw new Error(apercu.verdict)
    expect(apercu.lignes.map(({ apres }) => apres)).toEqual([
      'le 30 mars 2027, ce jour compris',
      'dues jusqu’au 30 juin 2026, puis plus rien jusqu’à la fin des garanties',
    ])
    for (const { motifs } of apercu.lignes) expect(motifs.length).toBeGreaterThan(0)
    expect(apercu.motifs.map(({ article }) => article)).toContain('ociane-collectif/art-4-1-1')
  })

  test('un contrat individuel, une date d’avant le règlement, une indemnisation d’avant : une phrase, rien n’est écrit', async () => {
    const acteur = await unSalarie()
    await expect(demanderPortabilite(acteur, saisie({ cessation: '2010-01-31' }))).rejects.toThrow(
      'vérifiez-la',
    )
    expect(() => saisie({ indemnisation: '2026-05-31' })).toThrow('avant le contrat de travail')
    const autre = frapperAdherent({
      type: 'ADHERENT',
      compteId: acteur.compteId,
      personneId: acteur.personneId,
      adhesions: [],
      adhesionsLues: [acteur.adhesion],
    })
    await expect(demanderPortabilite(autre, saisie())).rejects.toThrow('Aucun contrat d’entreprise')
    expect(
      (await base.query('SELECT FROM demandes WHERE adhesion_id = $1', [acteur.adhesion])).rowCount,
    ).toBe(0)
  })
})

describe('A33 : un contrat maintenu sans cotisation', () => {
  const JOUR = dateCivile('2026-05-04')
  async function unContratPayant(n: string): Promise<string> {
    await installerFamille({
      numero: n,
      formules: [['tribu-equilibre', '2024-01-01', '']],
      personnes: [['MEMBRE_PARTICIPANT', 'Maud', '1986-04-12']],
    })
    const adhesion = await adhesionDe(base, n)
    await base.query(
      `INSERT INTO modalites_cotisation (adhesion_id, periodicite, mode, du) VALUES ($1, 'TRIMESTRIELLE', 'CHEQUE', '2024-01-01')`,
      [adhesion],
    )
    const ecrit = await ecrireEcheancier(adhesion, 2026, dateCivile('2026-01-01'))
    if (ecrit.issue !== 'ECRIT') throw new Error(JSON.stringify(ecrit))
    return adhesion
  }
  const echeances = async (adhesion: string) =>
    (
      await base.query(
        `SELECT exigible_le::text AS le, montant::int FROM echeances WHERE adhesion_id = $1 AND etat <> 'REMPLACEE' ORDER BY 1, 2`,
        [adhesion],
      )
    ).rows
  const bouger = (adhesion: string, m: Parameters<typeof mouvoir>[3]) =>
    ecrire(SYSTEME, (client) => mouvoir(client, ines, adhesion, m, JOUR))

  test('doit exactement ce que doit un contrat qui finit à la fin de l’emploi ; défait, il doit de nouveau toute l’année', async () => {
    const maintenu = await unContratPayant('P0001')
    const fini = await unContratPayant('P0002')
    const avant = await echeances(maintenu)
    const cessation = dateCivile('2026-06-30')
    const effet = await bouger(maintenu, { type: 'MAINTIEN', cessation, jusquAu: dateCivile('2027-06-30') })
    await bouger(fini, { type: 'FIN', dernierJour: cessation })
    expect(await echeances(maintenu)).toEqual(await echeances(fini))
    expect(await echeances(maintenu)).not.toEqual(avant)
    expect((await echeances(maintenu)).every(({ le }) => le <= '2026-06-30')).toBe(true)
    expect(await ecrireEcheancier(maintenu, 2027, JOUR)).toMatchObject({ issue: 'SANS_OBJET' })
    const obstacle = await ecrire(SYSTEME, (client) => demouvoir(client, ines, maintenu, effet, JOUR))
    expect(obstacle).toBeNull()
    expect(await echeances(maintenu)).toEqual(avant)
  })

  test('résilié depuis, le maintien ne se défait plus : la fin écrite après lui reste', async () => {
    const adhesion = await unContratPayant('P0005')
    const cessation = dateCivile('2026-06-30')
    const effet = await bouger(adhesion, { type: 'MAINTIEN', cessation, jusquAu: dateCivile('2027-06-30') })
    await bouger(adhesion, { type: 'FIN', dernierJour: dateCivile('2026-12-31') })
    const obstacle = await ecrire(SYSTEME, (client) => demouvoir(client, ines, adhesion, effet, JOUR))
    expect(obstacle).toContain('a changé depuis')
    expect(await dates(adhesion)).toMatchObject({ fin: '2026-12-31', cotise: '2026-06-30' })
  })

  test('ne se maintient pas deux fois, ni après avoir fini avant l’emploi', async () => {
    const adhesion = await unContratPayant('P0003')
    const maintien = { type: 'MAINTIEN', cessation: JOUR, jusquAu: dateCivile('2026-12-31') } as const
    await bouger(adhesion, maintien)
    await expect(bouger(adhesion, maintien)).rejects.toThrow('déjà maintenu')
    const fini = await unContratPayant('P0004')
    await bouger(fini, { type: 'FIN', dernierJour: dateCivile('2026-05-03') })
    await expect(bouger(fini, maintien)).rejects.toThrow('a pris fin avant')
  })
})
