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
import { constaterSituation } from '@/lib/services/beneficiaire/mutations'
import { loadContrats } from '@/lib/services/cotisation/data'
import { cotiserContrat } from '@/lib/services/cotisation/view'
import { envoyerPreuve } from '@/lib/services/demande-preuve/mutations'
import { ecrireEcheancier } from '@/lib/services/echeancier/mutations'
import { chargerTarifs } from '@/lib/services/tarif/mutations'
import { accepter, defaire, demanderPieces, lireApercu, prendre } from '@/lib/services/traitement/mutations'
import { tarifs } from '@/prisma/demonstration/tarifs'
import { baseDeFlux } from '../support/base-flux'
import { adhesionDe, installerFamille } from '../support/cotisations'
import * as P from '../support/pdf-pieges'

let base: pg.Pool
let fermer: () => Promise<void>
let pdf: Uint8Array<ArrayBuffer>
let acteur: PorteeAdherent
let ines: PorteeGestion
let enfant: string
let jumelle: string
beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  process.env.PORTAIL_TODAY = '2026-03-17'
  await chargerTarifs(SYSTEME, tarifs)
  pdf = new Uint8Array(await P.pdf())
  await installerFamille({
    numero: 'P0001',
    formules: [['tribu-equilibre', '2024-01-01', '']],
    personnes: [
      ['MEMBRE_PARTICIPANT', 'Maud', '1976-04-12'],
      // 22 ans : au-delà de 21 ans, une situation se prouve.
      ['ENFANT', 'Nils', '2004-02-20'],
      ['ENFANT', 'Lou', '2004-02-20'],
    ],
    rib: false,
  })
  const adhesion = await adhesionDe(base, 'P0001')
  const { rows } = await base.query<{ id: string; personne: string }>(
    `INSERT INTO comptes (role, statut, personne_id, email, nom_affiche)
      SELECT 'ADHERENT', 'EN_ATTENTE', membre_participant_id, 'p1@exemple.fr', 'Maud' FROM adhesions WHERE id = $1
      RETURNING id, personne_id AS personne`,
    [adhesion],
  )
  acteur = frapperAdherent({
    type: 'ADHERENT',
    compteId: rows[0]?.id ?? '',
    personneId: rows[0]?.personne ?? '',
    adhesions: [adhesion],
    adhesionsLues: [],
  })
  const { rows: agents } = await base.query<{ id: string }>(
    `INSERT INTO comptes (role, statut, email, nom_affiche) VALUES ('GESTIONNAIRE', 'EN_ATTENTE', 'i@exemple.fr', 'Ines') RETURNING id`,
  )
  ines = frapperGestion({ type: 'GESTION', compteId: agents[0]?.id ?? '', role: 'GESTIONNAIRE' })
  const { rows: enfants } = await base.query<{ id: string }>(
    "SELECT id FROM personnes WHERE prenom IN ('Nils', 'Lou') ORDER BY prenom DESC",
  )
  enfant = enfants[0]?.id ?? ''
  jumelle = enfants[1]?.id ?? ''
})
afterAll(() => fermer())

const preuve = (plus: Partial<Parameters<typeof envoyerPreuve>[1]> = {}) => ({
  cle: randomUUID(),
  personne: enfant,
  situation: 'ETUDES' as const,
  celibataire: true,
  rattache: true,
  fichiers: [new File([pdf], 'certificat.pdf', { type: 'application/pdf' })],
  ...plus,
})
const versionDe = async (id: string) =>
  (await base.query<{ version: number }>('SELECT version FROM demandes WHERE id = $1', [id])).rows[0]
    ?.version ?? -1

const fichier = (nom: string, contenu = pdf) => new File([contenu], nom, { type: 'application/pdf' })
const nomsDe = async (id: string): Promise<string[]> =>
  (
    await base.query<{ nom: string }>(
      'SELECT o.nom_origine AS nom FROM pieces_demande p JOIN depots o ON o.id = p.depot_id WHERE p.demande_id = $1 ORDER BY p.cree_le, p.id',
      [id],
    )
  ).rows.map(({ nom }) => nom)

describe('Deux enfants, un papier oublié : rien de ce qui est envoyé ne se perd', () => {
  test('les preuves de deux enfants étudiants, le même jour, sont deux demandes, chacune avec son papier', async () => {
    const dits = { situation: 'RECHERCHE_PREMIER_EMPLOI' as const }
    const [deNils, deLou] = [
      await envoyerPreuve(acteur, preuve({ ...dits, fichiers: [fichier('nils.pdf')] })),
      await envoyerPreuve(acteur, preuve({ ...dits, personne: jumelle, fichiers: [fichier('lou.pdf')] })),
    ]
    expect(deLou.id).not.toBe(deNils.id)
    expect([await nomsDe(deNils.id), await nomsDe(deLou.id)]).toEqual([['nils.pdf'], ['lou.pdf']])
    const { rows } = await base.query<{ qui: string }>(
      'SELECT p.prenom AS qui FROM demandes d JOIN personnes p ON p.id = d.personne_id WHERE d.id = ANY ($1::uuid[]) ORDER BY d.numero',
      [[deNils.id, deLou.id]],
    )
    expect(rows).toEqual([{ qui: 'Nils' }, { qui: 'Lou' }])
    // Each paper speaks of its own child.
    const { rows: papiers } = await base.query<{ nom: string; qui: string }>(
      "SELECT o.nom_origine AS nom, p.prenom AS qui FROM depots o JOIN personnes p ON p.id = o.personne_id WHERE o.nom_origine IN ('nils.pdf', 'lou.pdf') ORDER BY 1",
    )
    expect(papiers).toEqual([
      { nom: 'lou.pdf', qui: 'Lou' },
      { nom: 'nils.pdf', qui: 'Nils' },
    ])
  })

  test('le même formulaire renvoyé avec le papier qui manquait est la même demande, et le papier y est', async () => {
    const dits = { situation: 'SERVICE_CIVIQUE' as const }
    const autre = new Uint8Array(await P.pdf(2))
    const certificat = fichier('certificat.pdf')
    const cle = randomUUID()
    const premiere = await envoyerPreuve(acteur, preuve({ ...dits, cle, fichiers: [certificat] }))
    const seconde = await envoyerPreuve(
      acteur,
      preuve({ ...dits, fichiers: [certificat, fichier('oublie.pdf', autre)] }),
    )
    expect(seconde.id).toBe(premiere.id)
    expect(await nomsDe(premiere.id)).toEqual(['certificat.pdf', 'oublie.pdf'])
    const textes = async () =>
      (
        await base.query<{ texte: string }>('SELECT texte FROM messages_demande WHERE demande_id = $1', [
          premiere.id,
        ])
      ).rows.map(({ texte }) => texte)
    expect(await textes()).toEqual(['Une pièce jointe.'])
    // Back, and sent once more: it is all there already.
    await envoyerPreuve(acteur, preuve({ ...dits, fichiers: [certificat, fichier('oublie.pdf', autre)] }))
    expect(await nomsDe(premiere.id)).toHaveLength(2)
    expect(await textes()).toHaveLength(1)
    // The very first page again, with one more paper.
    const tardive = new Uint8Array(await P.pdf(4))
    const encore = preuve({ ...dits, cle, fichiers: [certificat, fichier('tardive.pdf', tardive)] })
    const reponses = await Promise.all([envoyerPreuve(acteur, encore), envoyerPreuve(acteur, encore)])
    expect(new Set(reponses.map(({ id }) => id))).toEqual(new Set([premiere.id]))
    expect(await nomsDe(premiere.id)).toEqual(['certificat.pdf', 'oublie.pdf', 'tardive.pdf'])
  })

  test('renvoyé quand la pièce est attendue, avec elle : la demande revient à qui la traite', async () => {
    const dits = { situation: 'AUCUNE' as const }
    const { id } = await envoyerPreuve(acteur, preuve(dits))
    await prendre(ines, id)
    await demanderPieces(ines, id, {
      cle: randomUUID(),
      piece: 'CERTIFICAT_SCOLARITE',
      avant: dateCivile('2026-04-01'),
      bloquante: true,
      texte: null,
    })
    const autre = new Uint8Array(await P.pdf(3))
    await envoyerPreuve(acteur, preuve({ ...dits, fichiers: [fichier('scolarite.pdf', autre)] }))
    const { rows } = await base.query(
      `SELECT d.etat, d.arretee_le, (SELECT count(*)::int FROM pieces_attendues a WHERE a.demande_id = d.id AND a.recue_le IS NULL) AS attendues
        FROM demandes d WHERE d.id = $1`,
      [id],
    )
    expect(rows).toEqual([{ etat: 'PRISE', arretee_le: null, attendues: 0 }])
  })
})

describe('La preuve de l’année', () => {
  test('d’un enfant de 22 ans qui étudie : acceptée, elle est connue avec sa pièce, du jour où elle est reçue', async () => {
    const { id } = await envoyerPreuve(acteur, preuve())
    await prendre(ines, id)
    await accepter(ines, id, { version: await versionDe(id), phrase: null, saisie: null })
    const { rows } = await base.query(
      `SELECT situation, celibataire, rattache_fiscalement AS rattache, justificatif_recu_le::text AS recu, depot_id IS NOT NULL AS piece
        FROM situations_ayant_droit WHERE personne_id = $1`,
      [enfant],
    )
    expect(rows).toEqual([
      { situation: 'ETUDES', celibataire: true, rattache: true, recu: '2026-03-17', piece: true },
    ])
  })

  test('une seconde le même jour remplace la première', async () => {
    const { id } = await envoyerPreuve(acteur, preuve({ situation: 'ALTERNANCE' }))
    await prendre(ines, id)
    await accepter(ines, id, { version: await versionDe(id), phrase: null, saisie: null })
    const { rows } = await base.query(
      'SELECT situation FROM situations_ayant_droit WHERE personne_id = $1 ORDER BY du',
      [enfant],
    )
    expect(rows).toEqual([{ situation: 'ALTERNANCE' }])
  })

  test('d’un enfant de 22 ans qui travaille : le règlement ne le garde pas, l’aperçu dit pourquoi', async () => {
    const { id } = await envoyerPreuve(acteur, preuve({ situation: 'EMPLOI' }))
    const apercu = await lireApercu(ines, id)
    expect(apercu.verdict).toBe('REFUSEE')
    expect(apercu.verdict === 'REFUSEE' && apercu.motifs.length).toBeGreaterThan(0)
  })

  test('de quelqu’un qui n’est pas du contrat : la phrase le dit, rien n’est écrit', async () => {
    await expect(envoyerPreuve(acteur, preuve({ personne: randomUUID() }))).rejects.toThrow(
      'Choisissez une personne',
    )
  })
})

/**
 * Mutami art. 2 and fph-1 of 2026, ages reached in 2025: Maud, 39: 28,50 €; Noé, 20: 17,70 € when he works, 13,70 € when he studies.
 * 28,50 + 17,70 = 46,20 €; 28,50 + 13,70 = 42,20 €.
 */
describe('G06 : la preuve d’un enfant qui travaillait et étudie de nouveau', () => {
  async function unEtudiant(n: string) {
    await installerFamille({
      numero: n,
      formules: [['fph-1', '2024-01-01', '']],
      personnes: [
        ['MEMBRE_PARTICIPANT', 'Maud', '1986-04-12'],
        ['ENFANT', 'Noé', '2005-05-10'],
      ],
      rib: false,
    })
    const adhesion = await adhesionDe(base, n)
    await base.query(
      `INSERT INTO modalites_cotisation (adhesion_id, periodicite, mode, du) VALUES ($1, 'TRIMESTRIELLE', 'CHEQUE', '2024-01-01')`,
      [adhesion],
    )
    const { rows } = await base.query<{ id: string; compte: string; personne: string }>(
      `WITH c AS (INSERT INTO comptes (role, statut, personne_id, email, nom_affiche)
          SELECT 'ADHERENT', 'EN_ATTENTE', membre_participant_id, $2, 'Maud' FROM adhesions WHERE id = $1 RETURNING id, personne_id)
        SELECT b.personne_id AS id, c.id AS compte, c.personne_id AS personne FROM beneficiaires b, c
          WHERE b.adhesion_id = $1 AND b.personne_id <> c.personne_id`,
      [adhesion, `${n.toLowerCase()}@exemple.fr`],
    )
    const noe = rows[0]
    if (noe === undefined) throw new Error('enfant introuvable')
    await constaterSituation(SYSTEME, {
      adhesionId: adhesion,
      personneId: noe.id,
      du: dateCivile('2025-09-01'),
      situation: 'EMPLOI',
    })
    await ecrireEcheancier(adhesion, 2026, dateCivile('2026-01-01'))
    const sien = frapperAdherent({
      type: 'ADHERENT',
      compteId: noe.compte,
      personneId: noe.personne,
      adhesions: [adhesion],
      adhesionsLues: [],
    })
    const { id } = await envoyerPreuve(sien, preuve({ personne: noe.id }))
    await prendre(ines, id)
    return { adhesion, noe: noe.id, id }
  }
  const situations = async (personne: string) =>
    (
      await base.query(
        'SELECT situation, du::text, au::text FROM situations_ayant_droit WHERE personne_id = $1 ORDER BY du',
        [personne],
      )
    ).rows
  const paliers = async (adhesion: string) => {
    const [lu] = await ecrire(SYSTEME, (client) => loadContrats(client, [adhesion]))
    if (lu === undefined) throw new Error('contrat introuvable')
    return cotiserContrat(lu, 2026, dateCivile('2026-03-17')).paliers.map((p) => `${p.du} ${p.mensuelle}`)
  }
  const AVANT = [{ situation: 'EMPLOI', du: '2025-09-01', au: null }]

  test('l’aperçu dit la cotisation avant et après ; défaite, ce qu’on savait et l’échéancier redeviennent ce qu’ils étaient', async () => {
    const { adhesion, noe, id } = await unEtudiant('P0002')
    const apercu = await lireApercu(ines, id)
    expect(apercu.verdict === 'ACCORDEE' && apercu.lignes.map((l) => [l.libelle, l.avant, l.apres])).toEqual([
      ['Preuve de Noé', 'aucune', 'reçue le 17 mars 2026 : étudiant ou lycéen'],
      ['Cotisation par mois, à partir du 17 mars 2026', '46,20\u00a0€', '42,20\u00a0€'],
    ])
    await accepter(ines, id, { version: await versionDe(id), phrase: null, saisie: null })
    expect(await situations(noe)).toEqual([
      { situation: 'EMPLOI', du: '2025-09-01', au: '2026-03-16' },
      { situation: 'ETUDES', du: '2026-03-17', au: null },
    ])
    expect(await paliers(adhesion)).toEqual(['2026-01-01 4620', '2026-03-17 4220'])
    await defaire(ines, id, await versionDe(id))
    expect(await situations(noe)).toEqual(AVANT)
    expect(await paliers(adhesion)).toEqual(['2026-01-01 4620'])
    const { rows } = await base.query<{ total: number }>(
      `SELECT sum(montant)::int AS total FROM echeances WHERE adhesion_id = $1 AND etat <> 'REMPLACEE'`,
      [adhesion],
    )
    // 46,20 € pendant douze mois.
    expect(rows).toEqual([{ total: 55_440 }])
  })

  test('une autre situation notée depuis : elle ne se défait plus, la phrase le dit', async () => {
    const { adhesion, noe, id } = await unEtudiant('P0003')
    await accepter(ines, id, { version: await versionDe(id), phrase: null, saisie: null })
    await constaterSituation(SYSTEME, {
      adhesionId: adhesion,
      personneId: noe,
      du: dateCivile('2026-03-20'),
      situation: 'EMPLOI',
    })
    await expect(defaire(ines, id, await versionDe(id))).rejects.toThrow('Une autre situation')
    expect(await situations(noe)).toHaveLength(3)
  })
})
