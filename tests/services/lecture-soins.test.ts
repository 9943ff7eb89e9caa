import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { lireSoin } from '@/lib/rules/ayant-droit/reserver-soins'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { somme } from '@/lib/rules/montant/montant'
import { ecrire, lire } from '@/lib/server/db'
import { frapperAdherent, frapperGestion, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { loadDocuments } from '@/lib/services/document/data'
import { lireSuivi } from '@/lib/services/garanties/data'
import { loadVersementsReserves } from '@/lib/services/lecture-soins/data'
import { changerLecture, inscrireAccord } from '@/lib/services/lecture-soins/mutations'
import { voirReserves } from '@/lib/services/lecture-soins/view'
import { voirLimites } from '@/lib/services/limites/view'
import { lireAnnee } from '@/lib/services/mon-annee/data'
import { voirAnnee } from '@/lib/services/mon-annee/view'
import { ecrireRefus } from '@/lib/services/papier-prise/mutations'
import { verrouillerPrise } from '@/lib/services/prise-en-charge/data'
import { rejouerLot } from '@/lib/services/releve/mutations'
import { articleCite, lireAccueil, lireListe, lireUne } from '@/lib/services/remboursement/data'
import { lireDemande } from '@/lib/services/remboursement/schema'
import { baseDeFlux } from '../support/base-flux'
import { creerPersonne, type PersonneDeTest, travauxEnAttente } from '../support/comptes'
import { NAISSANCES } from '../support/seize-ans'

/** Who reads whose care: the base, the services and the rule give the same answer. */
const JOUR = dateCivile('2026-11-15')
const SEIZE = '2025-07-14'
const ACCORD = '2025-08-01'
const RETRAIT = '2025-10-01'

let base: pg.Pool
let fermer: () => Promise<void>
let pere: PersonneDeTest
let conjointe: PersonneDeTest
let yasmine: PersonneDeTest
let petit: PersonneDeTest
let voisin: PersonneDeTest
let flux: string
let rang = 0

const titulaire = (p: PersonneDeTest): PorteeAdherent =>
  frapperAdherent({
    type: 'ADHERENT',
    compteId: p.compteId,
    personneId: p.personneId,
    adhesions: [p.adhesionId],
    adhesionsLues: [],
  })
const ayantDroit = (p: PersonneDeTest): PorteeAdherent =>
  frapperAdherent({
    type: 'ADHERENT',
    compteId: p.compteId,
    personneId: p.personneId,
    adhesions: [],
    adhesionsLues: [p.adhesionId],
  })

beforeAll(async () => {
  const ouverte = await baseDeFlux()
  base = ouverte.proprietaire
  fermer = ouverte.fermer
  pere = await creerPersonne({ prenom: 'Rachid', dateNaissance: '1979-01-01', email: 'pere@exemple.test' })
  const enfant = { adhesionId: pere.adhesionId, lien: 'ENFANT' } as const
  conjointe = await creerPersonne({
    prenom: 'Salma',
    dateNaissance: '1981-03-03',
    email: 'salma@exemple.test',
    rattache: { adhesionId: pere.adhesionId, lien: 'CONJOINT' },
  })
  yasmine = await creerPersonne({
    prenom: 'Yasmine',
    dateNaissance: '2009-07-14',
    email: 'yasmine@exemple.test',
    rattache: enfant,
  })
  petit = await creerPersonne({ prenom: 'Idris', dateNaissance: '2015-02-02', rattache: enfant })
  voisin = await creerPersonne({ prenom: 'Voisin', dateNaissance: '1970-01-01' })
  await base.query(`UPDATE adhesions SET reglement = 'mutami'`)
  const { rows } = await base.query<{ id: string }>(
    `INSERT INTO flux_recus (emetteur_type, emetteur_code, id_fichier, empreinte, cree_le, statut, nombre_lignes, total_depense, total_ro,
      lignes_nouvelles, lignes_doublons, lignes_quarantaine) VALUES ('AMO', '01', 'F', '\\x00', '2026-01-10', 'LIQUIDE', 0, 0, 0, 0, 0, 0) RETURNING id`,
  )
  flux = rows[0]?.id ?? ''
})

afterAll(async () => {
  await fermer()
})

/** What was kept is erased behind the fences: a test begins with the people only. */
beforeEach(async () => {
  await base.query('TRUNCATE accords_lecture')
  await base.query('DELETE FROM pgboss.job')
  await base.query(
    'TRUNCATE consommations, prestation_details, lots_releves, documents, prises_en_charge, lignes_prise_en_charge, courriels CASCADE',
  )
  for (const table of ['prestations', 'lignes_decompte']) {
    await base.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    await base.query(`DELETE FROM ${table}`)
    await base.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
  }
})

interface Soin {
  readonly mutuelle?: number
  readonly destinataire?: 'ASSURE' | 'PROFESSIONNEL'
  readonly payeLe?: string
  readonly comptePropre?: boolean
}

/** A benefit paid, with its share and what it took on a forfait. */
async function soigner(
  qui: PersonneDeTest,
  jour: string,
  { mutuelle = 900, destinataire = 'ASSURE', payeLe = '2026-01-20', comptePropre = false }: Soin = {},
): Promise<string> {
  rang += 1
  const { rows: lignes } = await base.query<{ id: string }>(
    `INSERT INTO lignes_decompte (flux_id, rang, emetteur_type, emetteur_code, id_decompte, numero_ligne, empreinte, operation, reversion,
      pour_information, personne_id, soins_debut, contenu) VALUES ($1, $2, 'AMO', '01', $3, 1, '\\x00', 'PAIEMENT', false, false, $4, $5, '{}') RETURNING id`,
    [flux, rang, `D${rang}`, qui.personneId, jour],
  )
  const motifs = JSON.stringify([{ code: 'NON_GARANTI', article: 'mutami/art-10', donnees: {} }])
  const { rows } = await base.query<{ id: string }>(
    `INSERT INTO prestations (ligne_id, adhesion_id, personne_id, etat, date_soins, libelle, executant, destinataire, depense, base, part_amo,
      participation, franchise, part_mutuelle, reste_a_charge, version_reglement, entrees, motifs, limites, payee_le, compte_propre)
     VALUES ($1, $2, $3, 'PAYEE', $4, 'Acte secret', 'Dr Secret', $5, 10000, 10000, 0, 0, 0, $6, 10000::bigint - $6::bigint, 'r', '{}', $7, '{}', $8, $9) RETURNING id`,
    [
      lignes[0]?.id,
      qui.adhesionId,
      qui.personneId,
      jour,
      destinataire,
      mutuelle,
      motifs,
      payeLe,
      comptePropre,
    ],
  )
  const id = rows[0]?.id ?? ''
  await base.query(
    `INSERT INTO prestation_details (prestation_id, rang, ligne, montant) VALUES ($1, 1, 'soins.consultation', $2)`,
    [id, mutuelle],
  )
  await base.query(
    `INSERT INTO consommations (prestation_id, rang, adhesion_id, personne_id, ligne, jour, montant) VALUES ($1, 1, $2, $3, 'medecine-douce.seance', $4, $5)`,
    [id, qui.adhesionId, qui.personneId, jour, mutuelle],
  )
  return id
}

const changer = (qui: PersonneDeTest, choix: 'ACCORDER' | 'RETIRER', jour: string) =>
  ecrire(SYSTEME, (client) =>
    inscrireAccord(client, {
      adhesionId: qui.adhesionId,
      personneId: qui.personneId,
      choix,
      jour: dateCivile(jour),
    }),
  )

const HISTOIRES = {
  jamais: [],
  donné: [['ACCORDER', ACCORD]],
  retiré: [
    ['ACCORDER', ACCORD],
    ['RETIRER', RETRAIT],
  ],
  redonné: [
    ['ACCORDER', ACCORD],
    ['RETIRER', RETRAIT],
    ['ACCORDER', RETRAIT],
  ],
} as const

const rien = { prestations: 0, details: 0, consommations: 0 }
const tout = { prestations: 1, details: 1, consommations: 1 }
const compter = (portee: Parameters<typeof lire>[0]) =>
  lire(portee, async (tx) => ({
    prestations: await tx.prestation.count(),
    details: await tx.prestationDetail.count(),
    consommations: await tx.consommation.count(),
  }))

describe('A03, T07 : la base, qui lit le soin de qui', () => {
  const gestion = () =>
    frapperGestion({ type: 'GESTION', compteId: pere.compteId, role: 'GESTIONNAIRE' } as const)
  const QUI = { pere: () => pere, yasmine: () => yasmine, conjointe: () => conjointe, petit: () => petit }
  const LECTEURS = {
    titulaire: () => titulaire(pere),
    elle: () => ayantDroit(yasmine),
    conjointe: () => ayantDroit(conjointe),
    voisin: () => titulaire(voisin),
    gestion,
  }

  test.each<[keyof typeof LECTEURS, keyof typeof QUI, string, keyof typeof HISTOIRES, boolean]>([
    // Yasmine, sixteen on 14 July 2025.
    ['titulaire', 'yasmine', '2025-07-13', 'jamais', true],
    ['titulaire', 'yasmine', SEIZE, 'jamais', false],
    ['titulaire', 'yasmine', '2026-01-05', 'jamais', false],
    ['titulaire', 'yasmine', SEIZE, 'donné', true],
    ['titulaire', 'yasmine', '2026-01-05', 'donné', true],
    ['titulaire', 'yasmine', '2025-09-01', 'retiré', false],
    ['titulaire', 'yasmine', '2025-07-13', 'retiré', true],
    ['titulaire', 'yasmine', '2026-01-05', 'redonné', true],
    ['elle', 'yasmine', '2025-07-13', 'jamais', true],
    ['elle', 'yasmine', '2026-01-05', 'jamais', true],
    ['elle', 'yasmine', '2026-01-05', 'retiré', true],
    ['conjointe', 'yasmine', '2025-07-13', 'jamais', false],
    ['conjointe', 'yasmine', '2026-01-05', 'donné', false],
    ['voisin', 'yasmine', '2025-07-13', 'donné', false],
    ['voisin', 'yasmine', '2026-01-05', 'donné', false],
    ['gestion', 'yasmine', '2026-01-05', 'jamais', true],
    // A spouse is sixteen and more.
    ['titulaire', 'conjointe', '2026-01-05', 'jamais', false],
    ['titulaire', 'conjointe', '2026-01-05', 'donné', true],
    ['titulaire', 'conjointe', '2026-01-05', 'retiré', false],
    ['conjointe', 'conjointe', '2026-01-05', 'jamais', true],
    ['elle', 'conjointe', '2026-01-05', 'donné', false],
    // A child of eleven, and the membre participant's own.
    ['titulaire', 'petit', '2026-01-05', 'jamais', true],
    ['elle', 'petit', '2026-01-05', 'jamais', false],
    ['titulaire', 'pere', '2026-01-05', 'jamais', true],
    ['elle', 'pere', '2026-01-05', 'donné', false],
    ['voisin', 'pere', '2026-01-05', 'jamais', false],
  ])('%s, le soin de %s du %s, accord %s : lu %s', async (lecteur, qui, jour, histoire, lu) => {
    const soignee = QUI[qui]()
    if (qui === 'yasmine' || qui === 'conjointe')
      for (const [choix, le] of HISTOIRES[histoire]) await changer(soignee, choix, le)
    const id = await soigner(soignee, jour)
    expect(await compter(LECTEURS[lecteur]())).toEqual(lu ? tout : rien)
    const lecteurEnMembre = lecteur === 'titulaire'
    if (lecteurEnMembre) expect((await lireUne(titulaire(pere), id)) !== null).toBe(lu)
    // The rule says the same of whom the contract belongs to.
    if (lecteurEnMembre && (qui === 'yasmine' || qui === 'conjointe')) {
      const { rows } = await base.query<{ du: string; retire_le: string | null }>(
        'SELECT du::text, retire_le::text FROM accords_lecture WHERE personne_id = $1 ORDER BY cree_le, retire_le NULLS LAST',
        [soignee.personneId],
      )
      const { verdict } = lireSoin({
        soiMeme: false,
        dateNaissance: qui === 'yasmine' ? '2009-07-14' : '1981-03-03',
        dateSoins: dateCivile(jour),
        accords: rows.map((r) => ({
          du: dateCivile(r.du),
          retireLe: r.retire_le === null ? null : dateCivile(r.retire_le),
        })),
      })
      expect(verdict).toBe(lu ? 'ACCORDEE' : 'REFUSEE')
    }
  })

  test.each(NAISSANCES)('naissance %s : la base aussi dit %s', async (naissance, attendu) => {
    const { rows } = await base.query<{ le: string }>('SELECT seize_ans_le($1)::text AS le', [naissance])
    expect(rows[0]?.le).toBe(attendu)
  })

  test('un accord est écrit par le seul service, ne se modifie ni ne s’efface', async () => {
    await changer(yasmine, 'ACCORDER', ACCORD)
    for (const portee of [titulaire(pere), ayantDroit(yasmine)])
      await expect(
        ecrire(portee, (c) => c.query(`UPDATE accords_lecture SET retire_le = '2026-01-01'`)),
      ).rejects.toThrow(/permission denied/)
    await expect(base.query(`UPDATE accords_lecture SET du = '2020-01-01'`)).rejects.toThrow(
      /se retire une fois/,
    )
    await expect(base.query('DELETE FROM accords_lecture')).rejects.toThrow(/se retire une fois/)
    await changer(yasmine, 'RETIRER', RETRAIT)
    await expect(base.query('UPDATE accords_lecture SET retire_le = NULL')).rejects.toThrow(
      /se retire une fois/,
    )
  })

  test('ni prise en charge, ni courrier de réponse, ni compteur d’une personne de seize ans', async () => {
    const document = async (nature: string) => {
      const { rows } = await base.query<{ id: string }>(
        `INSERT INTO documents (nature, adhesion_id, personne_id, gabarit, empreinte_donnees, emis_le, donnees, jeton_verification)
         VALUES ($1, $2, $3, 'g', sha256(gen_random_uuid()::text::bytea), '2026-02-01', '{"faits": {}, "sources": {"prestations": [], "personnes": [], "formule": null, "jour": null}}', gen_random_uuid()::text) RETURNING id`,
        [nature, yasmine.adhesionId, yasmine.personneId],
      )
      return rows[0]?.id
    }
    const accord = await document('REPONSE_DEVIS')
    await document('COURRIER')
    await document('ATTESTATION_DROITS')
    await base.query(
      `INSERT INTO prises_en_charge (numero, genre, nature, adhesion_id, personne_id, professionnel, jour, demandeur, demandee_le, etat,
        decidee_le, raison, document_id)
       VALUES ('P-2026-000001', 'DEVIS', 'OPTIQUE', $1, $2, 'Opticien secret', '2026-02-10', 'PROFESSIONNEL', now(), 'REFUSEE', now(), 'non', $3)`,
      [yasmine.adhesionId, yasmine.personneId, accord],
    )
    await base.query(
      `INSERT INTO compteurs (adhesion_id, personne_id, ligne, du, au, plafond, consomme) VALUES ($1, $2, 'psy', '2026-01-01', '2026-12-31', 100, 50)`,
      [yasmine.adhesionId, yasmine.personneId],
    )
    const vu = (portee: PorteeAdherent) =>
      lire(portee, async (tx) => ({
        natures: (await tx.document.findMany({ select: { nature: true } })).map((d) => d.nature).sort(),
        prises: await tx.priseEnCharge.count(),
        compteurs: await tx.compteur.count(),
      }))
    const entier = {
      natures: ['ATTESTATION_DROITS', 'COURRIER', 'REPONSE_DEVIS'],
      prises: 1,
      compteurs: 1,
    }
    expect(await vu(titulaire(pere))).toEqual({ natures: ['ATTESTATION_DROITS'], prises: 0, compteurs: 0 })
    expect(await vu(ayantDroit(yasmine))).toEqual(entier)
    expect((await loadDocuments(titulaire(pere), 10)).map(({ nature }) => nature)).toEqual([
      'ATTESTATION_DROITS',
    ])
    await changer(yasmine, 'ACCORDER', '2026-02-12')
    expect(await vu(titulaire(pere))).toEqual(entier)
    await base.query('DELETE FROM compteurs')
  })
})

describe('A03 : la réponse à un devis va à qui elle concerne', () => {
  test.each([
    ['demandé par l’opticien : à elle seule', null, 'yasmine@exemple.test', 'Yasmine Essai', 0],
    ['demandé par son père : à lui, qui l’avait écrit', 'pere', 'pere@exemple.test', 'Rachid Essai', 1],
  ] as const)('%s', async (_cas, demandeur, courriel, nom, lus) => {
    const { rows } = await base.query<{ id: string }>(
      `INSERT INTO prises_en_charge (numero, genre, nature, adhesion_id, personne_id, professionnel, jour, demandeur, demandee_le, demande_par_id)
       VALUES ('P-2026-000002', 'DEVIS', 'OPTIQUE', $1, $2, 'Opticien secret', '2026-02-10', $3, now(), $4) RETURNING id`,
      [
        yasmine.adhesionId,
        yasmine.personneId,
        demandeur === null ? 'PROFESSIONNEL' : 'ADHERENT',
        demandeur === null ? null : pere.compteId,
      ],
    )
    const id = rows[0]?.id ?? ''
    await ecrire(SYSTEME, async (client) => {
      const prise = await verrouillerPrise(client, id)
      if (prise === null) throw new Error('devis introuvable')
      return ecrireRefus(client, prise, { motifs: [], raison: 'Non garanti.', jour: JOUR })
    })
    expect((await travauxEnAttente('courriel')).map(({ contenu }) => contenu.a)).toEqual([courriel])
    const { rows: lettres } = await base.query<{ a: string }>(
      `SELECT donnees -> 'faits' -> 'destinataire' ->> 0 AS a FROM documents`,
    )
    expect(lettres).toEqual([{ a: nom }])
    expect((await loadDocuments(titulaire(pere), 10)).length).toBe(lus)
    expect((await loadDocuments(ayantDroit(yasmine), 10)).length).toBe(1 - lus)
  })
})

describe('A03 : l’argent se retrouve, le soin ne se voit pas', () => {
  test('la somme par personne et par versement complète la liste, au centime', async () => {
    await soigner(pere, '2026-01-04', { mutuelle: 1100 })
    await soigner(yasmine, '2025-07-01', { mutuelle: 700 })
    await soigner(yasmine, '2026-01-05', { mutuelle: 2110 })
    await soigner(yasmine, '2026-01-06', { mutuelle: 2100 })
    await soigner(yasmine, '2026-02-06', { mutuelle: 500, payeLe: '2026-02-20' })
    await soigner(yasmine, '2026-02-06', { mutuelle: 333, destinataire: 'PROFESSIONNEL' })
    await soigner(yasmine, '2026-02-07', { mutuelle: 444, comptePropre: true })
    const { filtres } = lireDemande({ du: '2025-01-01', au: '2026-11-15' }, JOUR)
    const lue = await lireListe(titulaire(pere), filtres)
    const versements = await loadVersementsReserves(titulaire(pere), lue.personnes, filtres)
    expect(versements).toEqual([
      { personneId: yasmine.personneId, payeeLe: '2026-02-20', montant: 500 },
      { personneId: yasmine.personneId, payeeLe: '2026-01-20', montant: 4210 },
    ])
    const lus = lue.lignes.filter((l) => l.destinataire === 'ASSURE' && !l.comptePropre)
    const { rows } = await base.query<{ total: string }>(
      `SELECT sum(part_mutuelle) AS total FROM prestations WHERE destinataire = 'ASSURE' AND NOT compte_propre`,
    )
    const reserve = somme(versements.map(({ montant }) => montant))
    expect(lus.reduce((t, l) => t + Number(l.partMutuelle), 0) + reserve).toBe(Number(rows[0]?.total))
    const vue = voirReserves(lue.personnes, JOUR, articleCite, versements).find(
      ({ prenom }) => prenom === 'Yasmine',
    )
    expect(vue?.versements.map((phrase) => phrase.replace(/\s/g, ' '))).toContain(
      '42,10 € versés le 20 janvier 2026 pour les soins de Yasmine',
    )
    expect(vue?.phrase).toMatch(/^Depuis ses 16 ans, le 14 juillet 2025/)
    expect(JSON.stringify({ vue, versements })).not.toMatch(/Acte secret|Dr Secret|2026-01-05|5 janvier/)
  })

  test('la période choisie vaut aussi pour ces sommes', async () => {
    await soigner(yasmine, '2026-01-05', { payeLe: '2026-01-20' })
    const { personnes } = await lireListe(titulaire(pere), lireDemande({ du: '', au: '' }, JOUR).filtres)
    const vu = async (du: string | null, au: string | null) =>
      (
        await loadVersementsReserves(titulaire(pere), personnes, {
          du: du === null ? null : dateCivile(du),
          au: au === null ? null : dateCivile(au),
        })
      ).length
    expect(await vu('2026-01-20', '2026-01-20')).toBe(1)
    expect(await vu('2026-01-21', null)).toBe(0)
    expect(await vu(null, '2026-01-19')).toBe(0)
    expect(await vu(null, null)).toBe(1)
  })

  test('avec tous les accords, tout se lit ; les sommes d’un autre contrat, jamais', async () => {
    await changer(yasmine, 'ACCORDER', ACCORD)
    await changer(conjointe, 'ACCORDER', ACCORD)
    await soigner(yasmine, '2026-01-05')
    const lue = await lireListe(titulaire(pere), lireDemande({ du: '', au: '' }, JOUR).filtres)
    expect(lue.lignes).toHaveLength(1)
    expect(lue.personnes.map(({ lecture }) => lecture?.lisibleAvant ?? null)).toEqual([
      null,
      null,
      null,
      '2031-02-02',
    ])
    await changer(yasmine, 'RETIRER', RETRAIT)
    const { personnes } = await lireListe(titulaire(pere), lireDemande({}, JOUR).filtres)
    expect(await loadVersementsReserves(titulaire(voisin), personnes, { du: null, au: null })).toEqual([])
  })

  test('accueil, année, limites : une phrase à la place, jamais un compteur faux', async () => {
    await soigner(yasmine, '2026-01-05')
    await soigner(pere, '2026-01-04')
    const accueil = await lireAccueil(titulaire(pere), dateCivile('2026-01-01'), JOUR)
    expect([accueil.dernieres.length, accueil.annee.nombre]).toEqual([1, 1])
    expect(voirReserves(accueil.personnes, JOUR, articleCite).map(({ prenom }) => prenom)).toEqual([
      'Salma',
      'Yasmine',
    ])
    const lue = await lireAnnee(titulaire(pere), 2026, null)
    const sommes = await loadVersementsReserves(titulaire(pere), lue.personnes, { du: null, au: null })
    const annee = voirAnnee(lue, JOUR, articleCite, sommes)
    expect(annee.retenues.map(({ nom }) => nom)).toEqual(['Rachid', 'Idris'])
    expect(annee.reserves.find(({ prenom }) => prenom === 'Yasmine')?.total).toBe(900)
    const suivi = await lireSuivi(titulaire(pere), [yasmine.personneId])
    expect(suivi.utilisations).toEqual([])
  })

  test('le relevé du titulaire tient en une somme par versement, et celui d’avant ne change pas', async () => {
    const donnees = async () =>
      (
        await base.query<{ donnees: { faits: Record<string, unknown>; sources: { prestations: string[] } } }>(
          `SELECT donnees FROM documents WHERE nature = 'RELEVE_PRESTATIONS' ORDER BY du`,
        )
      ).rows.map((r) => r.donnees)
    await soigner(pere, '2026-01-04', { mutuelle: 1100 })
    await changer(yasmine, 'ACCORDER', ACCORD)
    await soigner(yasmine, '2026-01-05', { mutuelle: 2110 })
    await rejouerLot({ du: dateCivile('2026-01-01'), au: dateCivile('2026-01-31') }, dateCivile('2026-02-01'))
    await changer(yasmine, 'RETIRER', '2026-02-02')
    await soigner(yasmine, '2026-02-03', { mutuelle: 600, payeLe: '2026-02-20' })
    await soigner(yasmine, '2026-02-04', { mutuelle: 650, payeLe: '2026-02-20' })
    const tiers = await soigner(yasmine, '2026-02-05', {
      destinataire: 'PROFESSIONNEL',
      payeLe: '2026-02-20',
    })
    await rejouerLot({ du: dateCivile('2026-02-01'), au: dateCivile('2026-02-28') }, dateCivile('2026-03-01'))
    const [avant, apres] = await donnees()
    expect(avant?.faits.lignes).toHaveLength(2)
    expect(apres?.faits).toMatchObject({
      lignes: [],
      reserves: [{ beneficiaire: 'Yasmine Essai', payeeLe: '2026-02-20', montant: 1250 }],
    })
    expect(JSON.stringify(apres?.faits)).not.toMatch(/secret/i)
    // What is not told is not told later either.
    expect(apres?.sources.prestations).toContain(tiers)
  })
})

describe('A03 : donner son accord et le retirer', () => {
  test('chacun des deux est prévenu, sans nom ni soin ; la même réponse ne change rien', async () => {
    await changerLecture(ayantDroit(yasmine), yasmine.adhesionId, 'ACCORDER', JOUR)
    await changerLecture(ayantDroit(yasmine), yasmine.adhesionId, 'ACCORDER', JOUR)
    const courriels = (await travauxEnAttente('courriel')).map(({ contenu }) => contenu)
    expect(courriels.map(({ a }) => a).sort()).toEqual(['pere@exemple.test', 'yasmine@exemple.test'])
    for (const { texte } of courriels) expect(texte).not.toMatch(/Yasmine|secret/i)
    await changerLecture(ayantDroit(yasmine), yasmine.adhesionId, 'RETIRER', JOUR)
    const { rows } = await base.query(
      'SELECT du::text, retire_le::text FROM accords_lecture ORDER BY cree_le',
    )
    expect(rows).toEqual([{ du: JOUR, retire_le: JOUR }])
  })

  test('ni le titulaire, ni un autre ayant droit, ni avant seize ans', async () => {
    for (const [qui, adhesion] of [
      [titulaire(pere), pere.adhesionId],
      [ayantDroit(yasmine), voisin.adhesionId],
    ] as const)
      await expect(changerLecture(qui, adhesion, 'ACCORDER', JOUR)).rejects.toThrow(/par un autre/)
    await expect(changerLecture(ayantDroit(petit), petit.adhesionId, 'ACCORDER', JOUR)).rejects.toThrow(
      /avant seize ans/,
    )
    await expect(
      changerLecture(ayantDroit(yasmine), yasmine.adhesionId, 'ACCORDER', dateCivile('2025-07-13')),
    ).rejects.toThrow(/avant seize ans/)
    await changerLecture(ayantDroit(yasmine), yasmine.adhesionId, 'ACCORDER', dateCivile(SEIZE))
  })
})

test('les limites d’une personne réservée ne montrent aucun compteur', async () => {
  const lu = await lireSuivi(titulaire(pere), [])
  const vue = voirLimites(
    { ...lu, choisies: lu.choisies.map((p) => ({ ...p, contrats: [] })) },
    JOUR,
    articleCite,
  )
  expect(vue.personnes.map(({ nom, reserve }) => [nom, reserve !== null])).toEqual([
    ['Rachid', false],
    ['Salma', true],
    ['Yasmine', true],
    ['Idris', false],
  ])
})
