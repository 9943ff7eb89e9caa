import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { montant } from '@/lib/rules/montant/montant'
import { frapperAdherent, frapperGestion, type PorteeAdherent, type PorteeGestion } from '@/lib/server/portee'
import { loadMesAvances } from '@/lib/services/avance-sante/data'
import { encaisserAvance } from '@/lib/services/avance-sante/mutations'
import { verifierComptes } from '@/lib/services/controle/data'
import { demanderAide, repondreAide } from '@/lib/services/demande-aide/mutations'
import { emettreLot } from '@/lib/services/emission-bancaire/mutations'
import { abandonnerLot, validerLot } from '@/lib/services/lot-bancaire/mutations'
import { lireRetours } from '@/lib/services/retour-bancaire/mutations'
import { accepter, defaire, lireApercu, prendre } from '@/lib/services/traitement/mutations'
import { preparerVersements } from '@/lib/services/versement/mutations'
import { comptable, rejets } from '../support/argent'
import { baseDeFlux } from '../support/base-flux'
import { adhesionDe, installerFamille } from '../support/cotisations'
import * as P from '../support/pdf-pieges'

let base: pg.Pool
let fermer: () => Promise<void>
let pdf: Uint8Array<ArrayBuffer>
let ines: PorteeGestion
let prepare: PorteeGestion
let controle: PorteeGestion
beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  process.env.PORTAIL_TODAY = '2026-03-17'
  pdf = new Uint8Array(await P.pdf())
  const { rows } = await base.query<{ id: string }>(
    `INSERT INTO comptes (role, statut, email, nom_affiche) VALUES ('GESTIONNAIRE', 'EN_ATTENTE', 'i@exemple.fr', 'Ines') RETURNING id`,
  )
  ines = frapperGestion({ type: 'GESTION', compteId: rows[0]?.id ?? '', role: 'GESTIONNAIRE' })
  prepare = await comptable('Prosper')
  controle = await comptable('Colette')
})
afterAll(() => fermer())

interface Membre {
  readonly acteur: PorteeAdherent
  readonly adhesion: string
  readonly enfant: string
}

let numero = 0
async function unMembre(reglement = 'mutame-smb', formule = 'mutame-2'): Promise<Membre> {
  numero += 1
  const n = `S${String(numero).padStart(4, '0')}`
  await installerFamille({
    numero: n,
    reglement,
    formules: [[formule, '2024-01-01', '']],
    personnes: [
      ['MEMBRE_PARTICIPANT', 'Maud', '1964-06-10'],
      ['ENFANT', 'Noé', '2012-08-01'],
    ],
    usage: 'PRESTATIONS',
  })
  const adhesion = await adhesionDe(base, n)
  const { rows } = await base.query<{ id: string; personne: string; enfant: string }>(
    `INSERT INTO comptes (role, statut, personne_id, email, nom_affiche)
      SELECT 'ADHERENT', 'EN_ATTENTE', membre_participant_id, $2, 'Maud' FROM adhesions WHERE id = $1 RETURNING id, personne_id AS personne,
        (SELECT b.personne_id FROM beneficiaires b WHERE b.adhesion_id = $1 AND b.lien = 'ENFANT') AS enfant`,
    [adhesion, `${n.toLowerCase()}@exemple.fr`],
  )
  const acteur = frapperAdherent({
    type: 'ADHERENT',
    compteId: rows[0]?.id ?? '',
    personneId: rows[0]?.personne ?? '',
    adhesions: [adhesion],
    adhesionsLues: [],
  })
  return { acteur, adhesion, enfant: rows[0]?.enfant ?? '' }
}

const envoi = (plus: Record<string, unknown>) => ({
  cle: randomUUID(),
  texte: null,
  fichiers: [new File([pdf], 'facture.pdf', { type: 'application/pdf' })],
  ...plus,
})
const colonie = (enfant: string) => ({
  aide: 'VACANCES_ENFANT',
  personne: enfant,
  mode: 'ORGANISME',
  debut: '2025-07-01',
  fin: '2025-07-20',
  accordDemandeLe: '',
})
const avance = (personne: string) => ({
  aide: 'AVANCE',
  personne,
  devis: '2400',
  deduits: '1200',
  souhait: '1000',
  mois: '3',
  engagement: 'OUI',
})
const versionDe = async (id: string) =>
  (await base.query<{ version: number }>('SELECT version FROM demandes WHERE id = $1', [id])).rows[0]
    ?.version ?? -1
async function accorder(id: string, saisie: Record<string, unknown> = {}): Promise<void> {
  await prendre(ines, id)
  await accepter(ines, id, { version: await versionDe(id), phrase: null, saisie })
}
const prestations = async (adhesion: string) =>
  (
    await base.query<{ etat: string; libelle: string; part: number }>(
      'SELECT etat, libelle, part_mutuelle::int AS part FROM prestations WHERE adhesion_id = $1 ORDER BY calculee_le, part_mutuelle DESC',
      [adhesion],
    )
  ).rows
const fautes = async () => (await verifierComptes()).filter((c) => c.fautes > 0).map((c) => c.code)

/** One batch of transfers, seen by two people, then sent. */
async function virer(le: string): Promise<string> {
  const { lotId } = await preparerVersements(prepare, {
    executionLe: dateCivile(le),
    jour: dateCivile('2026-03-17'),
  })
  if (lotId === null) throw new Error('rien à virer')
  await validerLot(controle, lotId)
  await emettreLot(lotId)
  return lotId
}

describe('Une aide demandée, accordée, versée (A22, G06)', () => {
  test('avant d’envoyer, la réponse des règles : vingt jours de colonie à 3,50 €, les pièces, chaque motif avec son article', async () => {
    const { acteur, enfant } = await unMembre()
    const reponse = await repondreAide(acteur, colonie(enfant))
    expect(reponse).toMatchObject({ verdict: 'ACCORDEE', montant: '70,00\u00a0€' })
    expect(reponse.pieces).toEqual(['facture acquittée, à votre nom et avec votre numéro d’adhérent'])
    expect(reponse.etapes.length).toBeGreaterThan(0)
    for (const { article } of reponse.etapes) expect(article).toContain('Savoie Mont-Blanc')
  })

  test('acceptée, elle est une prestation à payer au grand livre ; défaite avant le virement, rien ne reste', async () => {
    const { acteur, adhesion, enfant } = await unMembre()
    const { id } = await demanderAide(acteur, envoi(colonie(enfant)))
    const apercu = await lireApercu(ines, id)
    expect(apercu.verdict === 'ACCORDEE' && apercu.lignes[0]?.apres).toContain('70,00\u00a0€')
    await accorder(id)
    expect(await prestations(adhesion)).toEqual([
      { etat: 'A_PAYER', libelle: 'Vacances d’un enfant', part: 7000 },
    ])
    expect(await fautes()).toEqual([])
    await defaire(ines, id, await versionDe(id))
    expect((await prestations(adhesion)).map(({ etat, part }) => [etat, part])).toEqual([
      ['ANNULEE', 7000],
      ['ANNULEE', -7000],
    ])
    expect(await fautes()).toEqual([])
    // Undone, its days are free again: the answer is the first one.
    expect(await repondreAide(acteur, colonie(enfant))).toMatchObject({ montant: '70,00\u00a0€' })
  })

  test('les jours accordés comptent pour la suivante, et deux demandes acceptées à la fois ne passent pas le plafond', async () => {
    const { acteur, adhesion, enfant } = await unMembre()
    const demandes = [
      await demanderAide(acteur, envoi({ ...colonie(enfant), fin: '2025-07-30' })),
      await demanderAide(acteur, envoi({ ...colonie(enfant), debut: '2025-08-01', fin: '2025-08-30' })),
    ]
    for (const { id } of demandes) await prendre(ines, id)
    const versions = await Promise.all(demandes.map(({ id }) => versionDe(id)))
    await Promise.allSettled(
      demandes.map(({ id }, rang) =>
        accepter(ines, id, { version: versions[rang] ?? -1, phrase: null, saisie: {} }),
      ),
    )
    // 30 days then 15 of 45, whatever their order: 45 × 3,50 €.
    expect((await prestations(adhesion)).reduce((total, { part }) => total + part, 0)).toBe(157_50)
  })

  test('versée par le chemin des remboursements, elle ne se défait plus ; les comptes restent justes', async () => {
    const { acteur, adhesion } = await unMembre()
    const { id } = await demanderAide(acteur, envoi({ aide: 'UNION', jour: '2025-09-06' }))
    await accorder(id)
    await virer('2026-03-20')
    expect(await prestations(adhesion)).toMatchObject([{ etat: 'PAYEE', part: 12_000 }])
    await expect(defaire(ines, id, await versionDe(id))).rejects.toThrow()
    expect(await fautes()).toEqual([])
    await expect(demanderAide(acteur, envoi({ aide: 'UNION', jour: '2026-02-06' }))).rejects.toMatchObject({
      erreurs: [{ message: expect.stringContaining('ne permet pas') }],
    })
    const deuxieme = await repondreAide(acteur, { aide: 'UNION', jour: '2026-02-06' })
    expect(deuxieme.verdict).toBe('REFUSEE')
    expect(deuxieme.etapes.map((e) => e.phrase).join()).toContain('une seule fois')
  })

  test('ce que le règlement ne prévoit pas n’est pas demandé ; un secours d’Ociane attend la décision du fonds', async () => {
    const { acteur } = await unMembre('ociane-collectif', 'panier-ani')
    await expect(demanderAide(acteur, envoi({ aide: 'UNION', jour: '2025-09-06' }))).rejects.toMatchObject({
      erreurs: [{ message: expect.stringContaining('Aucun de vos contrats') }],
    })
    const secours = { aide: 'EXCEPTIONNELLE', souhait: '300' }
    await expect(demanderAide(acteur, envoi(secours))).rejects.toMatchObject({
      erreurs: [{ champ: 'texte' }],
    })
    const { id } = await demanderAide(acteur, envoi({ ...secours, texte: 'Un incendie.' }))
    expect((await lireApercu(ines, id)).verdict).toBe('INCOMPLETE')
    await prendre(ines, id)
    const saisie = { montant: '250', decideeLe: '2026-03-16' }
    await accepter(ines, id, { version: await versionDe(id), phrase: null, saisie })
  })

  test('deux fois le même formulaire, dix fois à la fois : une seule demande', async () => {
    const { acteur, enfant } = await unMembre()
    const saisie = envoi({ ...colonie(enfant), fichiers: [] })
    const envoyees = await Promise.all(Array.from({ length: 10 }, () => demanderAide(acteur, saisie)))
    expect(new Set(envoyees.map(({ id }) => id)).size).toBe(1)
  })

  test('un enfant d’un autre contrat n’est pas le sien', async () => {
    const [{ acteur }, autre] = [await unMembre(), await unMembre()]
    await expect(repondreAide(acteur, colonie(autre.enfant))).rejects.toMatchObject({
      erreurs: [{ champ: 'personne' }],
    })
  })
})

describe('Une avance santé (art. 7-11 et 20)', () => {
  async function demandee() {
    const membre = await unMembre()
    const { id } = await demanderAide(
      membre.acteur,
      envoi({ ...avance(membre.enfant), texte: 'Un appareil urgent.' }),
    )
    return { ...membre, id }
  }
  const ACCORD = { montant: '1000', decideeLe: '2026-03-16', contratSigne: 'OUI' }

  test('n’est accordée qu’avec le montant décidé, le jour et le contrat signé, jamais au-delà de ce qui reste à payer', async () => {
    const { id } = await demandee()
    await prendre(ines, id)
    const avec = async (saisie: Record<string, unknown>) => (await lireApercu(ines, id, saisie)).verdict
    expect(await avec({ ...ACCORD, contratSigne: 'NON' })).toBe('INCOMPLETE')
    expect(await avec({ ...ACCORD, decideeLe: '' })).toBe('INCOMPLETE')
    expect(await avec({ ...ACCORD, montant: '1200,01' })).toBe('INCOMPLETE')
    expect(await avec(ACCORD)).toBe('ACCORDEE')
  })

  test('part seule à la banque, devient une dette, se rend par mensualités, puis se solde ; les comptes restent justes', async () => {
    const { id, acteur, adhesion } = await demandee()
    await accorder(id, ACCORD)
    expect(await prestations(adhesion)).toEqual([])
    await virer('2026-03-24')
    expect(await fautes()).toEqual([])
    const dette = async () =>
      (
        await base.query<{ dette: number }>(
          `SELECT (debit - credit)::int AS dette FROM soldes WHERE adhesion_id = $1 AND nature = 'AVANCES_ADHERENT'`,
          [adhesion],
        )
      ).rows[0]?.dette
    expect(await dette()).toBe(1_000_00)
    await expect(repondreAide(acteur, avance(acteur.personneId))).resolves.toMatchObject({
      verdict: 'REFUSEE',
    })
    const [avanceLue] = await loadMesAvances(acteur)
    const avanceId = avanceLue?.id ?? ''
    await encaisserAvance(prepare, avanceId, dateCivile('2026-04-24'), montant(333_34))
    await expect(
      encaisserAvance(prepare, avanceId, dateCivile('2026-05-24'), montant(666_67)),
    ).rejects.toThrow()
    await encaisserAvance(prepare, avanceId, dateCivile('2026-05-24'), montant(666_66))
    expect(await dette()).toBe(0)
    expect(await fautes()).toEqual([])
    expect(await repondreAide(acteur, avance(acteur.personneId))).toMatchObject({ verdict: 'ACCORDEE' })
  })

  test('se défait tant qu’aucun lot ne la tient ; un lot abandonné la rend, un virement revenu la remet à verser', async () => {
    const { id, adhesion } = await demandee()
    await accorder(id, ACCORD)
    const { lotId } = await preparerVersements(prepare, {
      executionLe: dateCivile('2026-03-25'),
      jour: dateCivile('2026-03-17'),
    })
    await expect(defaire(ines, id, await versionDe(id))).rejects.toMatchObject({
      erreurs: [{ message: expect.stringContaining('lot') }],
    })
    await abandonnerLot(prepare, lotId ?? '')
    const parti = await virer('2026-03-26')
    const { rows } = await base.query<{ msg: string; e2e: string }>(
      `SELECT l.msg_id AS msg, o.end_to_end_id AS e2e FROM ordres_bancaires o JOIN lots_bancaires l ON l.id = o.lot_id WHERE l.id = $1 AND o.objet = 'AVANCE'`,
      [parti],
    )
    await lireRetours(prepare, rejets(rows[0]?.msg ?? '', [{ endToEndId: rows[0]?.e2e ?? '', code: 'MS03' }]))
    const etat = await base.query('SELECT etat FROM avances_sante WHERE adhesion_id = $1', [adhesion])
    expect(etat.rows).toEqual([{ etat: 'A_VERSER' }])
    expect(await fautes()).toEqual([])
    await defaire(ines, id, await versionDe(id))
    expect(await fautes()).toEqual([])
  })
})
