import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { env } from '@/lib/server/env'
import { frapperAdherent, type PorteeAdherent, type PorteeGestion } from '@/lib/server/portee'
import { abandonnerIndu, contesterIndu, maintenirIndu } from '@/lib/services/contestation/mutations'
import { verifierComptes } from '@/lib/services/controle/data'
import { envoyerParole } from '@/lib/services/demande-parole/mutations'
import type { ParoleEnvoyee } from '@/lib/services/demande-parole/schema'
import { emettreLot } from '@/lib/services/emission-bancaire/mutations'
import { loadIndusExpliques } from '@/lib/services/indu/data'
import { echelonnerIndu, encaisserIndu, suivreIndus } from '@/lib/services/indu/mutations'
import { validerLot } from '@/lib/services/lot-bancaire/mutations'
import { loadUnIndu } from '@/lib/services/paiement/data'
import { annulerDemande } from '@/lib/services/suite-demande/mutations'
import { accepter, defaire, lireApercu, prendre, refuserDemande } from '@/lib/services/traitement/mutations'
import { preparerVersements } from '@/lib/services/versement/mutations'
import { comptable, installerAdherents, recevoirEtLiquider } from '../support/argent'
import { baseDeFlux } from '../support/base-flux'
import { unAgent } from '../support/demandes'
import { annulation, consultation } from '../support/flux-de-test'

let base: pg.Pool
let fermer: () => Promise<void>
let ines: PorteeGestion
let paul: PorteeGestion
/** Moves the business day. */
const auJour = (jour: string) => Object.assign(env(), { PORTAIL_TODAY: jour })

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await installerAdherents(11)
  ines = await comptable('Ines')
  paul = await comptable('Paul')
})
afterAll(() => fermer())

/** 9,00 € paid to a member, then cancelled: an indu, explained on 16 November. */
async function verseATort(n: number): Promise<{ readonly acteur: PorteeAdherent; readonly induId: string }> {
  auJour('2026-11-15')
  const ligne = consultation(`I${n}`, n)
  await recevoirEtLiquider(`F${n}`, [ligne])
  const { lotId } = await preparerVersements(ines, {
    executionLe: dateCivile('2026-11-17'),
    jour: dateCivile('2026-11-15'),
  })
  if (lotId === null) throw new Error('rien à payer')
  await validerLot(paul, lotId)
  await emettreLot(lotId)
  await recevoirEtLiquider(`F${n}X`, [annulation(`I${n}X`, ligne)])
  await suivreIndus(dateCivile('2026-11-16'))
  const { rows } = await base.query<{ id: string; adhesion: string; personne: string }>(
    `SELECT i.id, a.id AS adhesion, a.membre_participant_id AS personne FROM indus i JOIN adhesions a ON a.id = i.adhesion_id
      JOIN prestations p ON p.id = i.prestation_id JOIN lignes_decompte l ON l.id = p.ligne_id WHERE l.id_decompte = $1`,
    [`I${n}X`],
  )
  const lu = rows[0]
  if (lu === undefined) throw new Error('indu introuvable')
  auJour('2026-11-20')
  const compte = await base.query<{ id: string }>(
    `INSERT INTO comptes (role, statut, email, nom_affiche, personne_id) VALUES ('ADHERENT', 'EN_ATTENTE', $1, 'Membre', $2)
      ON CONFLICT DO NOTHING RETURNING id`,
    [`membre${n}@exemple.fr`, lu.personne],
  )
  const acteur = frapperAdherent({
    type: 'ADHERENT',
    compteId: compte.rows[0]?.id ?? '',
    personneId: lu.personne,
    adhesions: [lu.adhesion],
    adhesionsLues: [],
  })
  return { acteur, induId: lu.id }
}

const contestation = (induId: string): ParoleEnvoyee => ({
  geste: 'ENVOYER',
  nature: 'CONTESTATION_INDU',
  cle: randomUUID(),
  contrat: null,
  sujet: 'INDU',
  texte: 'Ce soin a bien eu lieu.',
  reference: induId,
  referenceType: 'INDU',
  fichiers: [],
})
const etatDe = async (id: string) =>
  (await base.query<{ etat: string }>('SELECT etat FROM indus WHERE id = $1', [id])).rows[0]?.etat

describe('A37 : contester une somme réclamée', () => {
  test('suspend la retenue dans la même transaction que la demande, qui dit de quelle somme elle parle', async () => {
    const { acteur, induId } = await verseATort(1)
    expect(await etatDe(induId)).toBe('EXPLIQUE')
    const { id } = await envoyerParole(acteur, contestation(induId))
    expect(await etatDe(induId)).toBe('CONTESTE')
    const { rows } = await base.query<{ etat: string; equipe: string; designation: string }>(
      "SELECT etat::text, equipe::text, faits->>'designation' AS designation FROM demandes WHERE id = $1",
      [id],
    )
    expect(rows[0]).toMatchObject({ etat: 'ENVOYEE', equipe: 'COTISATIONS' })
    expect(rows[0]?.designation).toMatch(/^9,00\u00a0€ à rendre : .*10 mars 2026/)
  })

  test('dix formulaires en même temps, chacun sa clé : une demande, une contestation, la même réponse', async () => {
    const { acteur, induId } = await verseATort(2)
    const reponses = await Promise.all(
      Array.from({ length: 10 }, () => envoyerParole(acteur, contestation(induId))),
    )
    expect(new Set(reponses.map(({ id }) => id)).size).toBe(1)
    const { rows } = await base.query(
      "SELECT FROM journal WHERE acte = 'INDU_CONTESTE' AND objet_id = $1::text",
      [induId],
    )
    expect(rows).toHaveLength(1)
  })

  test('n’est pas celle d’un autre : rien n’est écrit', async () => {
    const { induId } = await verseATort(3)
    const autre = frapperAdherent({
      type: 'ADHERENT',
      compteId: randomUUID(),
      personneId: randomUUID(),
      adhesions: [],
      adhesionsLues: [],
    })
    await expect(envoyerParole(autre, contestation(induId))).rejects.toThrow('introuvable')
    expect(await etatDe(induId)).toBe('EXPLIQUE')
  })
})

const JOUR = dateCivile('2026-11-20')
const induDe = async (id: string) =>
  (
    await base.query<{ etat: string; des: string; reprise: string }>(
      `SELECT i.etat::text, i.retenue_des::text AS des, p.etat::text AS reprise FROM indus i
        JOIN prestations p ON p.id = i.prestation_id WHERE i.id = $1`,
      [id],
    )
  ).rows[0]
const lettres = async (adhesionId: string): Promise<string[]> =>
  (
    await base.query<{ texte: string }>(
      `SELECT (donnees -> 'faits')::text AS texte FROM documents WHERE nature = 'COURRIER' AND adhesion_id = $1 ORDER BY cree_le`,
      [adhesionId],
    )
  ).rows.map(({ texte }) => texte)
const demandeDe = async (id: string) =>
  (
    await base.query<{
      etat: string
      version: number
      resultat: { lignes: unknown[]; motifs: unknown[] } | null
    }>('SELECT etat::text, version, resultat FROM demandes WHERE id = $1', [id])
  ).rows[0]
const etapesDe = async (acteur: PorteeAdherent) => (await loadIndusExpliques(acteur, JOUR))[0]

/** Contested, and taken by a comptable. */
async function contestee(n: number) {
  const somme = await verseATort(n)
  const { id } = await envoyerParole(somme.acteur, contestation(somme.induId))
  const agent = await unAgent('COMPTABLE')
  await prendre(agent, id)
  return { ...somme, id, agent, adhesionId: somme.acteur.adhesions[0] ?? '' }
}
const versionDe = async (id: string) => (await demandeDe(id))?.version ?? -1
const accepterLa = async (agent: PorteeGestion, id: string, raison = 'SOIN_REEL') =>
  accepter(agent, id, { version: await versionDe(id), phrase: null, saisie: { raison } })
const refuserLa = async (agent: PorteeGestion, id: string) =>
  refuserDemande(agent, id, { version: await versionDe(id), phrase: 'Le soin a été annulé par le cabinet.' })

describe('A37 : la réponse à une contestation décide de la somme', () => {
  test('acceptée, la somme est abandonnée dans la même transaction : grand livre, espace et lettre le disent', async () => {
    const { acteur, induId, id, agent, adhesionId } = await contestee(4)
    expect(await lireApercu(agent, id)).toMatchObject({ verdict: 'INCOMPLETE' })
    expect(await lireApercu(agent, id, { raison: 'SOIN_REEL' })).toMatchObject({
      verdict: 'ACCORDEE',
      motifs: [{ code: 'INDU_REMIS', article: 'civil/art-1350' }],
      lignes: [
        { avant: '9,00\u00a0€', apres: '0,00\u00a0€ : nous y renonçons' },
        { apres: 'Le soin a bien eu lieu : son remboursement vous était dû.' },
      ],
    })
    await expect(accepterLa(agent, id, '')).rejects.toThrow('Dites pourquoi')
    expect(await etatDe(induId)).toBe('CONTESTE')

    await accepterLa(agent, id)

    expect(await induDe(induId)).toMatchObject({ etat: 'SOLDE', reprise: 'ANNULEE' })
    expect((await demandeDe(id))?.etat).toBe('ACCEPTEE')
    const { rows: ecritures } = await base.query(
      `SELECT e.montant::int, d.nature::text AS debit, c.nature::text AS credit, c.adhesion_id AS qui FROM ecritures e
        JOIN comptes_livre d ON d.id = e.debit_id JOIN comptes_livre c ON c.id = e.credit_id
        WHERE e.operation = 'INDU_REMIS' AND e.piece_id IN (SELECT id FROM remises_indus WHERE demande_id = $1)`,
      [id],
    )
    expect(ecritures).toEqual([
      { montant: 900, debit: 'CHARGE_PRESTATIONS', credit: 'INDUS_ADHERENT', qui: adhesionId },
    ])
    expect(await etapesDe(acteur)).toMatchObject({
      etat: 'SOLDE',
      reste: 0,
      remis: 900,
      remisLe: '2026-11-20',
      raison: 'SOIN_REEL',
      etapes: [{ article: expect.stringMatching(/1350/) }],
    })
    const lettre = (await lettres(adhesionId)).at(-1)
    expect(lettre).toMatch(
      /Une somme que vous n’avez plus à rendre.*Le soin a bien eu lieu.*Nous renonçons à cette somme/s,
    )
    // What follows is paid whole.
    await recevoirEtLiquider('F4S', [consultation('C4', 4, { soinsDebut: '2026-03-11' })])
    const { lotId } = await preparerVersements(ines, {
      executionLe: dateCivile('2027-01-20'),
      jour: dateCivile('2027-01-18'),
    })
    const { rows: lots } = await base.query('SELECT total::int FROM lots_bancaires WHERE id = $1', [lotId])
    expect(lots).toEqual([{ total: 900 }])
    await expect(defaire(agent, id, await versionDe(id))).rejects.toThrow('ne se défait pas')
  })

  test('un gestionnaire ne renonce pas à une somme : rien n’est écrit', async () => {
    const { induId, id } = await contestee(5)
    const gestionnaire = await unAgent()
    await base.query('UPDATE demandes SET agent_id = $2 WHERE id = $1', [id, gestionnaire.compteId])
    await expect(accepterLa(gestionnaire, id)).rejects.toThrow('Seuls un comptable ou un superviseur')
    expect(await etatDe(induId)).toBe('CONTESTE')
    expect((await demandeDe(id))?.etat).toBe('PRISE')
    expect((await base.query('SELECT FROM remises_indus WHERE indu_id = $1', [induId])).rowCount).toBe(0)
  })

  test('refusée, la somme est maintenue avec sa raison, un nouveau délai, et ce qui reste possible', async () => {
    const { acteur, induId, id, agent, adhesionId } = await contestee(6)
    await refuserLa(agent, id)
    expect(await induDe(induId)).toMatchObject({
      etat: 'EN_RECUPERATION',
      des: '2026-12-20',
      reprise: 'A_PAYER',
    })
    const decidee = await demandeDe(id)
    expect(decidee).toMatchObject({
      etat: 'REFUSEE',
      resultat: {
        phrase: 'Le soin a été annulé par le cabinet.',
        motifs: [{ code: 'PRESTATION_A_RENDRE' }, { code: 'INDU_RETENU_ENSUITE' }],
        lignes: [
          { apres: expect.stringMatching(/^9,00\u00a0€\. Rien n’est retenu avant le 20 décembre 2026/) },
          { apres: expect.stringMatching(/réclamation.*médiateur/) },
        ],
      },
    })
    const lettre = (await lettres(adhesionId)).at(-1)
    expect(lettre).toMatch(/Le soin a été annulé par le cabinet\..*20 décembre 2026/s)
    expect(lettre).toMatch(/réclamation.*médiateur/s)
    expect(await etapesDe(acteur)).toMatchObject({
      etat: 'EN_RECUPERATION',
      contestationId: id,
      contestationEtat: 'REFUSEE',
    })
    // Answered once: the next step is a réclamation, which freezes nothing.
    await expect(envoyerParole(acteur, contestation(induId))).rejects.toThrow('réclamation')

    await defaire(agent, id, await versionDe(id))
    expect(await etatDe(induId)).toBe('CONTESTE')
    expect((await demandeDe(id))?.etat).toBe('PRISE')
    await accepterLa(agent, id, 'NOTRE_ERREUR')
    expect(await etatDe(induId)).toBe('SOLDE')
  })

  test('retirée par la personne, la contestation est levée : le délai qui restait recommence', async () => {
    const { acteur, induId, id } = await contestee(7)
    expect(await induDe(induId)).toMatchObject({ etat: 'CONTESTE', des: '2026-12-16' })
    // 26 days were left on 20 November: until 25 January, from 30 December.
    auJour('2026-12-30')
    await annulerDemande(acteur, id)
    auJour('2026-11-20')
    expect(await induDe(induId)).toMatchObject({ etat: 'EN_RECUPERATION', des: '2027-01-25' })
    expect((await demandeDe(id))?.etat).toBe('ANNULEE')
    const { rowCount } = await base.query(
      "SELECT FROM journal WHERE acte = 'INDU_CONTESTATION_LEVEE' AND objet_id = $1::text",
      [induId],
    )
    expect(rowCount).toBe(1)
    // It may be contested again: nobody answered it.
    await envoyerParole(acteur, contestation(induId))
    expect(await etatDe(induId)).toBe('CONTESTE')
  })

  test('contestée pendant ses mensualités : les mois passés à attendre la réponse ne sont pas manqués', async () => {
    const { induId, acteur } = await verseATort(8)
    await echelonnerIndu(ines, induId, JOUR, 300)
    const { id } = await envoyerParole(acteur, contestation(induId))
    const agent = await unAgent('SUPERVISEUR')
    auJour('2027-02-20')
    await prendre(agent, id)
    await refuserLa(agent, id)
    auJour('2026-11-20')
    const suivi = await loadUnIndu(ines, induId, dateCivile('2027-02-25'))
    expect(suivi?.suite).toMatchObject({ manque: 0, prochaine: { le: '2027-03-20', montant: 300 } })
  })

  test('rendue en partie, elle n’est abandonnée que pour le reste, et la lettre dit ce qui ne revient pas', async () => {
    const { induId, id, agent, adhesionId } = await contestee(9)
    await encaisserIndu(ines, induId, JOUR, 500)
    await accepterLa(agent, id, 'SITUATION')
    expect(await induDe(induId)).toMatchObject({ etat: 'SOLDE', reprise: 'PAYEE' })
    expect(await loadUnIndu(ines, induId, JOUR)).toMatchObject({ reste: 0, remis: 400, raison: 'SITUATION' })
    expect((await lettres(adhesionId)).at(-1)).toMatch(/Vous aviez déjà rendu 5,00/)
  })

  test('contestée au téléphone : maintenue ou abandonnée sur sa page, jamais à côté d’une demande qui attend', async () => {
    const { induId, id, adhesionId, agent } = await contestee(10)
    await expect(maintenirIndu(ines, induId, JOUR, 'Non.')).rejects.toThrow('répondez-y')
    await expect(abandonnerIndu(ines, induId, JOUR, { raison: 'SITUATION', phrase: null })).rejects.toThrow(
      'répondez-y',
    )
    await refuserLa(agent, id)
    await contesterIndu(ines, induId, JOUR)
    await expect(contesterIndu(ines, induId, JOUR)).rejects.toThrow('déjà contestée')
    await maintenirIndu(ines, induId, JOUR, 'Nous avons vérifié deux fois.')
    expect(await etatDe(induId)).toBe('EN_RECUPERATION')
    expect((await lettres(adhesionId)).at(-1)).toMatch(/Nous avons vérifié deux fois/)
    await abandonnerIndu(ines, induId, JOUR, { raison: 'SITUATION', phrase: 'Avec nos excuses.' })
    expect(await etatDe(induId)).toBe('SOLDE')
    expect((await lettres(adhesionId)).at(-1)).toMatch(/Avec nos excuses/)
  })

  test('deux personnes décident en même temps : une décision, une remise', async () => {
    const { induId, id, agent } = await contestee(11)
    const version = await versionDe(id)
    const issues = await Promise.allSettled(
      Array.from({ length: 5 }, () =>
        accepter(agent, id, { version, phrase: null, saisie: { raison: 'SOIN_REEL' } }),
      ),
    )
    expect(issues.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await base.query('SELECT FROM remises_indus WHERE indu_id = $1', [induId])).rowCount).toBe(1)
  })

  test('les comptes restent justes, et une remise sans écriture est vue', async () => {
    expect((await verifierComptes()).filter((c) => c.fautes > 0)).toEqual([])
    await base.query(
      `INSERT INTO remises_indus (indu_id, montant, decidee_le, raison) SELECT id, 100, '2026-11-20', 'SITUATION' FROM indus
        WHERE etat = 'CONTESTE' LIMIT 1`,
    )
    expect((await verifierComptes()).filter((c) => c.fautes > 0).map((c) => c.code)).toContain(
      'REMISE_AU_LIVRE',
    )
  })
})
