import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { frapperAdherent, type PorteeAdherent, type PorteeGestion } from '@/lib/server/portee'
import { envoyerParole } from '@/lib/services/demande-parole/mutations'
import type { ParoleEnvoyee } from '@/lib/services/demande-parole/schema'
import { emettreLot } from '@/lib/services/emission-bancaire/mutations'
import { suivreIndus } from '@/lib/services/indu/mutations'
import { validerLot } from '@/lib/services/lot-bancaire/mutations'
import { preparerVersements } from '@/lib/services/versement/mutations'
import { comptable, installerAdherents, recevoirEtLiquider } from '../support/argent'
import { baseDeFlux } from '../support/base-flux'
import { annulation, consultation } from '../support/flux-de-test'

let base: pg.Pool
let fermer: () => Promise<void>
let ines: PorteeGestion
let paul: PorteeGestion

beforeAll(async () => {
  process.env.PORTAIL_TODAY = '2026-11-20'
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await installerAdherents(3)
  ines = await comptable('Ines')
  paul = await comptable('Paul')
})
afterAll(() => fermer())

/** 9,00 € paid to a member, then cancelled: an indu, explained on 16 November. */
async function verseATort(n: number): Promise<{ readonly acteur: PorteeAdherent; readonly induId: string }> {
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
