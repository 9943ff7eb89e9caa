import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Prisma } from '@/generated/prisma/client'
import type { EtatPriseEnCharge } from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_PRISE } from '@/lib/lexique/prises-en-charge'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { ecrire, lire } from '@/lib/server/db'
import {
  frapperAdherent,
  frapperGestion,
  type PorteeAdherent,
  type RoleGestion,
  SYSTEME,
} from '@/lib/server/portee'
import { loadDocument, loadDocuments, verifierDocument } from '@/lib/services/document/data'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { peutGererPrises, peutLirePrise } from '@/lib/services/prise-en-charge/access'
import { loadMesPrises, loadPrise, loadPrises, requeteMesPrises } from '@/lib/services/prise-en-charge/data'
import { etatAu, PASSAGES_PRISE } from '@/lib/services/prise-en-charge/etats'
import {
  annulerPriseEnCharge,
  apercevoirPriseEnCharge,
  creerPriseEnCharge,
  deciderPriseEnCharge,
  enregistrerPriseEnCharge,
  type PriseDemandee,
  utiliserPriseEnCharge,
} from '@/lib/services/prise-en-charge/mutations'
import { type DecisionSaisie, decisionSchema } from '@/lib/services/prise-en-charge/schema'
import { voirPrise } from '@/lib/services/prise-en-charge/view'
import { articleCite } from '@/lib/services/remboursement/data'
import { papierDuDocument } from '@/lib/services/rendu/data'
import { baseDeFlux } from '../support/base-flux'
import { contrats } from '../support/contrats-de-test'

let proprietaire: pg.Pool
let fermer: () => Promise<void>
const JOUR = dateCivile('2026-03-17')
const ENTREE = dateCivile('2026-04-13')
const id = (suite: string): string => `00000000-0000-4000-8000-${suite.padStart(12, '0')}`

/** Person n has contract Cn, each under a formule of the règlement of Mutami. */
const FORMULES = ['tribu-equilibre', 'tribu-premium', 'tribu-essentiel', 'tribu-equilibre'] as const
const [EQUILIBRE, PREMIUM, ESSENTIEL, FINI] = [1, 2, 3, 4]

beforeAll(async () => {
  ;({ proprietaire, fermer } = await baseDeFlux())
  // A week after the entry of the stays below.
  process.env.PORTAIL_TODAY = '2026-04-20'
  const liste = FORMULES.map((formule, rang) => ({
    personne: rang + 1,
    numero: `C${rang + 1}`,
    formule,
    du: '2024-01-01',
    ...(rang + 1 === FINI ? { au: '2026-06-30' } : {}),
  }))
  const offre = { porte: () => true, propose: () => true }
  expect((await importerPortefeuille(SYSTEME, contrats(liste), offre)).issue).toBe('IMPORTE')
  await proprietaire.query(
    `INSERT INTO comptes (id, role, statut, email, nom_affiche) VALUES ($1, 'GESTIONNAIRE', 'EN_ATTENTE', 'a@b.example', 'Camille')`,
    [id('9e')],
  )
})
afterAll(() => fermer())

const gestion = (role: RoleGestion = 'GESTIONNAIRE') =>
  frapperGestion({ type: 'GESTION', compteId: id('9e'), role })

async function contratDe(n: number): Promise<{ adhesionId: string; personneId: string }> {
  const { rows } = await proprietaire.query<{ id: string; personne: string }>(
    'SELECT id, membre_participant_id AS personne FROM adhesions WHERE numero_adherent = $1',
    [`C${n}`],
  )
  const [ligne] = rows
  if (ligne === undefined) throw new Error(`contrat absent : ${n}`)
  return { adhesionId: ligne.id, personneId: ligne.personne }
}

async function membre(n: number): Promise<PorteeAdherent> {
  const { adhesionId, personneId } = await contratDe(n)
  return frapperAdherent({
    type: 'ADHERENT',
    compteId: id('9e'),
    personneId,
    adhesions: [adhesionId],
    adhesionsLues: [],
  })
}

const SEJOUR = {
  genre: 'PRISE_EN_CHARGE',
  nature: 'HOSPITALISATION',
  professionnel: 'Clinique des Tilleuls',
  finess: null,
  jour: ENTREE,
  dmt: '137',
  codeRisque: '10',
  demandeur: 'ADHERENT',
  actes: [],
} as const satisfies Omit<PriseDemandee, 'adhesionId' | 'personneId'>
const COURONNE = {
  ...SEJOUR,
  genre: 'DEVIS',
  nature: 'DENTAIRE',
  professionnel: 'Dr Oyonot',
  dmt: null,
  codeRisque: null,
} as const

const demander = async (n: number, quoi: Omit<PriseDemandee, 'adhesionId' | 'personneId'> = SEJOUR) =>
  enregistrerPriseEnCharge(gestion(), { ...quoi, ...(await contratDe(n)) }, JOUR)

type Rangs = readonly (readonly [acte: string, quantite: string, prix: string, base?: string])[]
const SEJOUR_DE_4_NUITS: Rangs = [
  ['sejour-hopital/GHS', '1', '2000'],
  ['forfait-journalier/FJ', '5', ''],
  ['chambre-particuliere/CP', '4', '360'],
]

function saisir(
  prise: string,
  version: number,
  actes: Rangs,
  autres: Record<string, string> = {},
): DecisionSaisie {
  const champs = actes.flatMap(([acte, quantite, prix, base = ''], rang) => [
    [`acte${rang}`, acte],
    [`quantite${rang}`, quantite],
    [`prix${rang}`, prix],
    [`base${rang}`, base],
  ])
  return decisionSchema.parse({
    prise,
    version: String(version),
    geste: 'APERCU',
    valideDu: ENTREE,
    valideAu: '2026-07-13',
    ...Object.fromEntries(champs),
    ...autres,
  })
}

/** Asks, reads the preview, and grants what it says. */
async function accorder(
  n: number,
  actes: Rangs = SEJOUR_DE_4_NUITS,
  quoi: Parameters<typeof demander>[1] = SEJOUR,
) {
  const prise = await demander(n, quoi)
  const { calcul } = await apercevoirPriseEnCharge(gestion(), saisir(prise, 1, actes))
  await deciderPriseEnCharge(
    gestion(),
    saisir(prise, 1, actes, { geste: 'ACCORDER', attendu: String(calcul.total) }),
    JOUR,
  )
  return prise
}

const ligne = async (prise: string) => {
  const { rows } = await proprietaire.query(`SELECT * FROM prises_en_charge WHERE id = $1`, [prise])
  return rows[0]
}
const parts = async (prise: string) => {
  const { rows } = await proprietaire.query(
    `SELECT depense::int, part_amo::int AS amo, part_mutuelle::int AS mutuelle, reste_a_charge::int AS reste
      FROM lignes_prise_en_charge WHERE prise_en_charge_id = $1 ORDER BY rang`,
    [prise],
  )
  return rows
}

describe('A28 : une prise en charge hospitalière', () => {
  test('dit ce que la mutuelle paiera du séjour, du forfait journalier et de la chambre, avec les articles', async () => {
    const prise = await accorder(EQUILIBRE)
    // Équilibre, avril 2026. Séjour 2 000 € : 80 %, 1 600 € de l'AMO, 400 € de la mutuelle. Forfait journalier : 5 × 23 = 115 €, sans limite.
    // Chambre à 90 € : 40 € la nuit, 160 €, il reste 200 €.
    expect(await parts(prise)).toEqual([
      { depense: 200000, amo: 160000, mutuelle: 40000, reste: 0 },
      { depense: 11500, amo: 0, mutuelle: 11500, reste: 0 },
      { depense: 36000, amo: 0, mutuelle: 16000, reste: 20000 },
    ])
    const lue = await loadPrise(await membre(EQUILIBRE), prise)
    if (lue === null) throw new Error('prise en charge absente')
    const vue = voirPrise(lue, { article: articleCite, jour: JOUR, adhesions: [lue.adhesionId] })
    expect(vue).toMatchObject({
      etat: { phrase: 'Accordée' },
      validite: 'du 13 avril 2026 au 13 juillet 2026',
    })
    expect(vue.total?.parts.find(({ qui }) => qui === 'MUTUELLE')?.montant).toBe(67500)
    const chambre = vue.calculs.at(-1)?.etapes ?? []
    expect(chambre.map(({ phrase }) => phrase).join(' ')).toContain('40,00')
    for (const etape of vue.calculs.flatMap(({ etapes }) => etapes)) expect(etape.article).toMatch(/«.*»/)
    expect(await ligne(prise)).toMatchObject({ etat: 'ACCORDEE', version: 2, formule: 'tribu-equilibre' })
  })

  test('donne un accord à télécharger, qui porte les mêmes sommes et se vérifie tant qu’il vaut', async () => {
    const prise = await accorder(EQUILIBRE)
    const moi = await membre(EQUILIBRE)
    const { document_id: documentId, version } = await ligne(prise)
    const document = await loadDocument(moi, documentId)
    if (document === null) throw new Error('accord absent')
    expect(document.nature).toBe('PRISE_EN_CHARGE')
    const papier = await papierDuDocument(document)
    expect(papier).toEqual(await papierDuDocument(document))
    expect(JSON.stringify(papier)).toContain('s’engage à payer 675,00\u00a0€ à Clinique des Tilleuls')
    expect(papier.blocs.find((b) => b.type === 'tableau')).toMatchObject({
      total: [
        { texte: 'Total' },
        { texte: '2\u00a0475,00\u00a0€' },
        { texte: '1\u00a0600,00\u00a0€' },
        { texte: '675,00\u00a0€' },
        { texte: '200,00\u00a0€' },
      ],
    })
    expect(await verifierDocument(document.jetonVerification)).toMatchObject({ etat: 'EN_VIGUEUR' })
    await annulerPriseEnCharge(gestion(), { prise, version, raison: 'Séjour reporté.' }, JOUR)
    expect(await verifierDocument(document.jetonVerification)).toMatchObject({ etat: 'PLUS_EN_VIGUEUR' })
  })

  test('sans chambre garantie, seule la chambre reste à la personne (ESSENTIEL)', async () => {
    expect(await parts(await accorder(ESSENTIEL))).toMatchObject([
      { mutuelle: 40000 },
      { mutuelle: 11500 },
      { mutuelle: 0, reste: 36000 },
    ])
  })

  test('demandée par un autre service, elle attend sa réponse, sans aucun acte', async () => {
    const moi = await membre(PREMIUM)
    const { adhesionId, personneId } = await contratDe(PREMIUM)
    const { id: prise, numero } = await ecrire(SYSTEME, (client) =>
      creerPriseEnCharge(client, moi, { ...SEJOUR, adhesionId, personneId }, JOUR),
    )
    expect(numero).toMatch(/^P-2026-\d{6}$/)
    expect(await loadPrise(moi, prise)).toMatchObject({ etat: 'EN_ATTENTE', demandeeLe: JOUR, lignes: [] })
    const { enAttente } = await loadPrises(gestion(), null)
    expect(enAttente.map((p) => p.id)).toContain(prise)
  })
})

describe('A28 : un devis', () => {
  // Premium, couronne libre, base 120 : 225 % = 270, moins 72 de l'AMO : 198 chacune, dont 150 de dépassement. Six : 432, 1 188 dont 900.
  // Le bridge à 1 500, base 279,50 : 167,70 de l'AMO, 111,80 de ticket modérateur, et les 100 qui restent du plafond de 1 000 : 211,80.
  test('chaque acte laisse aux suivants ce qu’il n’a pas pris du plafond', async () => {
    const prise = await accorder(
      PREMIUM,
      [
        ['couronne/HBLD734', '6', '3900'],
        ['bridge-dentier/HBLD426', '1', '1500'],
      ],
      COURONNE,
    )
    expect(await parts(prise)).toEqual([
      { depense: 390000, amo: 43200, mutuelle: 118800, reste: 228000 },
      { depense: 150000, amo: 16770, mutuelle: 21180, reste: 112050 },
    ])
    const { document_id: documentId } = await ligne(prise)
    expect((await loadDocument(gestion(), documentId))?.nature).toBe('REPONSE_DEVIS')
  })

  // Premium : monture 80 € au-delà de rien, verres simples 60 € ; l'AMO paie 60 % de 0,05 € : 0,03 €.
  test('une paire de lunettes se calcule comme un seul équipement', async () => {
    const prise = await accorder(
      PREMIUM,
      [
        ['lunettes/OPT-B-MONT', '1', '150'],
        ['lunettes/OPT-B-S', '1', '120'],
        ['lunettes/OPT-B-S', '1', '120'],
      ],
      { ...COURONNE, nature: 'OPTIQUE', professionnel: 'Lumen Optique' },
    )
    const lignes = await parts(prise)
    expect(lignes.map(({ amo }) => amo)).toEqual([3, 3, 3])
    expect(lignes.map(({ mutuelle }) => mutuelle)).toEqual([7997, 6000, 6000])
  })

  test('sans le prix d’un acte libre, la question est posée à côté de lui', async () => {
    const prise = await demander(PREMIUM, COURONNE)
    const saisie = saisir(prise, 1, [['implant-parodontologie/IMPLANT', '1', '']])
    await expect(apercevoirPriseEnCharge(gestion(), saisie)).rejects.toMatchObject({
      erreurs: [{ champ: 'prix0' }],
    })
  })
})

describe('A28 : un refus dit toujours pourquoi', () => {
  test('le règlement ne garantit rien : ses motifs suffisent', async () => {
    const prise = await demander(ESSENTIEL)
    await deciderPriseEnCharge(
      gestion(),
      saisir(prise, 1, [['chambre-particuliere/CP', '2', '120']], { geste: 'REFUSER' }),
      JOUR,
    )
    const lue = await loadPrise(await membre(ESSENTIEL), prise)
    if (lue === null) throw new Error('prise en charge absente')
    const vue = voirPrise(lue, { article: articleCite, jour: JOUR, adhesions: [lue.adhesionId] })
    expect(vue.etat.phrase).toBe('Refusée')
    expect(vue.refus.length).toBeGreaterThan(0)
    const [courrier] = await loadDocuments(await membre(ESSENTIEL), 1)
    expect(courrier?.objet).toMatch(/nous ne paierons pas/)
  })

  test('quand il paierait, il faut une raison ; puis elle est dite', async () => {
    const prise = await demander(EQUILIBRE)
    const sans = saisir(prise, 1, SEJOUR_DE_4_NUITS, { geste: 'REFUSER' })
    await expect(deciderPriseEnCharge(gestion(), sans, JOUR)).rejects.toMatchObject({
      erreurs: [{ champ: 'raison' }],
    })
    const raison = 'Cet établissement n’est pas conventionné.'
    await deciderPriseEnCharge(gestion(), { ...sans, raison }, JOUR)
    expect(await ligne(prise)).toMatchObject({ etat: 'REFUSEE', raison })
    expect(await parts(prise)).toEqual(
      [1, 2, 3].map(() => ({ depense: null, amo: null, mutuelle: null, reste: null })),
    )
  })

  test('hors droits : l’accord est impossible, le refus porte la date', async () => {
    const quoi = { ...SEJOUR, jour: dateCivile('2026-07-10') }
    const prise = await demander(FINI, quoi)
    const dates = { valideDu: '2026-07-10', valideAu: '2026-07-20' }
    const accord = saisir(prise, 1, SEJOUR_DE_4_NUITS, { ...dates, geste: 'ACCORDER', attendu: '0' })
    await expect(deciderPriseEnCharge(gestion(), accord, JOUR)).rejects.toThrow(/30 juin 2026/)
    await deciderPriseEnCharge(
      gestion(),
      saisir(prise, 1, SEJOUR_DE_4_NUITS, { ...dates, geste: 'REFUSER' }),
      JOUR,
    )
    expect((await ligne(prise)).motifs).toMatchObject([{ code: 'DROITS_APRES_FIN' }])
  })
})

describe('A28 : un accord engage', () => {
  test.each([
    ['d’autres sommes que celles qui ont été lues', { attendu: '67400' }, PHRASES_PRISE.CALCUL_CHANGE],
    [
      'des dates qui ne contiennent pas l’entrée',
      { valideAu: '2026-04-12', valideDu: '2026-04-01' },
      /jour des soins/,
    ],
    ['des dates qui commencent après l’entrée', { valideDu: '2026-04-14' }, /jour des soins/],
  ])('il est refusé pour %s', async (_quoi, autres, phrase) => {
    const prise = await demander(EQUILIBRE)
    const saisie = saisir(prise, 1, SEJOUR_DE_4_NUITS, { geste: 'ACCORDER', attendu: '67500', ...autres })
    await expect(deciderPriseEnCharge(gestion(), saisie, JOUR)).rejects.toThrow(phrase)
    expect(await ligne(prise)).toMatchObject({ etat: 'EN_ATTENTE', version: 1 })
  })

  test('il ne dépasse pas la fin de la couverture', async () => {
    const prise = await demander(FINI)
    const saisie = saisir(prise, 1, SEJOUR_DE_4_NUITS, { geste: 'ACCORDER', attendu: '67500' })
    await expect(deciderPriseEnCharge(gestion(), saisie, JOUR)).rejects.toThrow(/jusqu’au 30 juin 2026/)
  })

  test('deux décisions en même temps : une seule est prise, l’autre l’apprend', async () => {
    const prise = await demander(EQUILIBRE)
    const accord = saisir(prise, 1, SEJOUR_DE_4_NUITS, { geste: 'ACCORDER', attendu: '67500' })
    const refus = { ...saisir(prise, 1, [], { geste: 'REFUSER' }), raison: 'Doublon.' }
    const issues = await Promise.allSettled(
      [accord, refus, accord, refus].map((saisie) => deciderPriseEnCharge(gestion(), saisie, JOUR)),
    )
    expect(issues.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const issue of issues)
      if (issue.status === 'rejected') {
        expect(issue.reason).toBeInstanceOf(SaisieRefusee)
        expect(issue.reason.message).toBe(PHRASES_PRISE.DEPASSEE)
      }
    const { rows } = await proprietaire.query(
      `SELECT acte FROM journal WHERE objet_id = $1 AND acte IN ('PRISE_EN_CHARGE_ACCORDEE', 'PRISE_EN_CHARGE_REFUSEE')`,
      [prise],
    )
    expect(rows).toHaveLength(1)
  })

  test('utilisé, il ne s’annule plus ; annulé, il prévient par une lettre', async () => {
    const utilise = await accorder(EQUILIBRE)
    await utiliserPriseEnCharge(gestion(), { prise: utilise, version: 2 }, ENTREE)
    const annulation = { prise: utilise, version: 3, raison: 'Erreur.' }
    await expect(annulerPriseEnCharge(gestion(), annulation, ENTREE)).rejects.toThrow(PHRASES_PRISE.DEPASSEE)
    const annule = await accorder(EQUILIBRE)
    await annulerPriseEnCharge(gestion(), { prise: annule, version: 2, raison: 'Séjour reporté.' }, JOUR)
    const objets = (await loadDocuments(await membre(EQUILIBRE), 50)).map(({ objet }) => objet)
    expect(objets).toContain(
      `Prise en charge d’hospitalisation n° ${(await ligne(annule)).numero} : annulation`,
    )
  })

  test('passé son dernier jour, il se lit expiré', () => {
    const accordee = { etat: 'ACCORDEE', valideAu: dateCivile('2026-07-13') } as const
    expect(etatAu(accordee, dateCivile('2026-07-13'))).toBe('ACCORDEE')
    expect(etatAu(accordee, dateCivile('2026-07-14'))).toBe('EXPIREE')
  })
})

describe('A28 : chacun ne voit que les siennes', () => {
  test.each([
    ['GESTIONNAIRE', true],
    ['SUPERVISEUR', true],
    ['COMPTABLE', false],
    ['MEDECIN_CONSEIL', false],
    ['ADMINISTRATEUR', false],
  ] as const)('%s décide : %s', async (role, decide) => {
    expect(peutGererPrises(gestion(role))).toBe(decide)
    const demande = { ...SEJOUR, ...(await contratDe(EQUILIBRE)) }
    const essai = enregistrerPriseEnCharge(gestion(role), demande, JOUR)
    if (decide) await expect(essai).resolves.toMatch(/^[0-9a-f-]{36}$/)
    else await expect(essai).rejects.toThrow(PHRASES_PRISE.ROLE)
  })

  test('le membre participant lit celles de son contrat, l’ayant droit les siennes, un autre aucune', async () => {
    const prise = await demander(EQUILIBRE)
    const { adhesionId, personneId } = await contratDe(EQUILIBRE)
    const de = (qui: Partial<PorteeAdherent>) =>
      frapperAdherent({
        type: 'ADHERENT',
        compteId: id('c1'),
        personneId: id('1'),
        adhesions: [],
        adhesionsLues: [],
        ...qui,
      })
    expect(peutLirePrise(de({ adhesions: [adhesionId] }), { adhesionId, personneId })).toBe(true)
    expect((await loadMesPrises(await membre(EQUILIBRE), null)).prises.map((p) => p.id)).toContain(prise)
    // The spouse reads what the rows say of them, never another's.
    expect((await loadMesPrises(de({ adhesionsLues: [adhesionId] }), null)).prises).toEqual([])
    expect(await loadPrise(de({ adhesionsLues: [adhesionId] }), prise)).toBeNull()
    expect(await loadPrise(await membre(PREMIUM), prise)).toBeNull()
    expect(peutLirePrise(de({ personneId, adhesionsLues: [adhesionId] }), { adhesionId, personneId })).toBe(
      true,
    )
  })

  test('la base refuse à un adhérent d’en écrire, et à l’équipe de les changer sans le portail', async () => {
    const prise = await demander(EQUILIBRE)
    for (const qui of [await membre(EQUILIBRE), gestion()]) {
      const ecriture = ecrire(qui, (client) =>
        client.query(`UPDATE prises_en_charge SET etat = 'ANNULEE' WHERE id = $1`, [prise]),
      )
      await expect(ecriture).rejects.toThrow(/permission denied/)
    }
    const vues = await ecrire(await membre(PREMIUM), (client) =>
      client.query('SELECT FROM lignes_prise_en_charge WHERE prise_en_charge_id = $1', [prise]),
    )
    expect(vues.rowCount).toBe(0)
  })

  test('la base garde ce qui est décidé : ni autre passage, ni autre somme, ni version sautée', async () => {
    const prise = await accorder(EQUILIBRE)
    const essais = [
      `UPDATE prises_en_charge SET etat = 'EN_ATTENTE', version = 3 WHERE id = $1`,
      `UPDATE prises_en_charge SET valide_au = '2026-12-31', version = 3 WHERE id = $1`,
      `UPDATE prises_en_charge SET raison = 'x', version = 5 WHERE id = $1`,
      `DELETE FROM prises_en_charge WHERE id = $1`,
      `UPDATE lignes_prise_en_charge SET part_mutuelle = 0 WHERE prise_en_charge_id = $1`,
      `DELETE FROM lignes_prise_en_charge WHERE prise_en_charge_id = $1`,
    ]
    for (const sql of essais)
      await expect(proprietaire.query(sql, [prise])).rejects.toMatchObject({ code: '23001' })
  })

  test('les passages du service sont ceux de la base', async () => {
    const { rows } = await proprietaire.query<{ def: string }>(
      `SELECT pg_get_triggerdef(oid) AS def FROM pg_trigger WHERE tgname = 'prises_en_charge_gardees'`,
    )
    const passages: unknown = JSON.parse(/'(\{.*\})'/.exec(rows[0]?.def ?? '')?.[1] ?? '{}')
    const pleins = Object.fromEntries(Object.entries(PASSAGES_PRISE).filter(([, vers]) => vers.length > 0))
    expect(passages).toEqual(pleins satisfies Partial<Record<EtatPriseEnCharge, unknown>>)
  })
})

test('A28 : la liste d’une personne se lit par ses index, page après page, même à côté de dix mille autres', async () => {
  const moi = await membre(EQUILIBRE)
  await proprietaire.query(`
    WITH gens AS (INSERT INTO personnes (nom, prenom, date_naissance)
      SELECT 'Foule', 'P' || i, '1970-01-01' FROM generate_series(1, 400) i RETURNING id),
    contrats AS (INSERT INTO adhesions (numero_adherent, reglement, membre_participant_id, date_effet)
      SELECT 'Z' || row_number() OVER (), 'mutami', id, '2024-01-01' FROM gens RETURNING id, membre_participant_id)
    INSERT INTO prises_en_charge (numero, genre, nature, adhesion_id, personne_id, professionnel, jour, demandeur, demandee_le)
      SELECT 'P-2025-' || lpad(row_number() OVER ()::text, 6, '0'), 'DEVIS', 'DENTAIRE', c.id, c.membre_participant_id, 'Dr X',
        '2026-04-13', 'ADHERENT', timestamptz '2026-03-01' + i * interval '1 minute'
      FROM contrats c CROSS JOIN generate_series(1, 25) i`)
  const { adhesionId, personneId } = await contratDe(EQUILIBRE)
  await proprietaire.query(
    `INSERT INTO prises_en_charge (numero, genre, nature, adhesion_id, personne_id, professionnel, jour, demandeur, demandee_le)
      SELECT 'P-2024-' || lpad(i::text, 6, '0'), 'DEVIS', 'DENTAIRE', $1, $2, 'Dr Y', '2026-04-13', 'ADHERENT',
        timestamptz '2025-01-01' + i * interval '1 day' FROM generate_series(1, 45) i`,
    [adhesionId, personneId],
  )
  await proprietaire.query('ANALYZE')
  const lignes = await lire(moi, (tx) =>
    tx.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${requeteMesPrises(moi, null)}`),
  )
  const plan = lignes.map((l) => l['QUERY PLAN']).join('\n')
  expect(plan).toContain('prises_en_charge_adhesion_id_demandee_le_id_idx')
  expect(plan).not.toContain('Seq Scan on prises_en_charge')
  expect(plan).not.toContain('prises_en_charge_demandee_le_id_idx')
  const vues: string[] = []
  let suite: string | null = null
  do {
    const page = await loadMesPrises(moi, suite)
    vues.push(...page.prises.map((p) => p.id))
    suite = page.suite
  } while (suite !== null)
  const { rows } = await proprietaire.query<{ id: string }>(
    'SELECT id FROM prises_en_charge WHERE adhesion_id = $1 ORDER BY demandee_le DESC, id DESC',
    [adhesionId],
  )
  expect(vues).toEqual(rows.map((r) => r.id))
  expect(vues.length).toBeGreaterThan(45)
})
