import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { EtatDemande, NatureDemande } from '@/generated/prisma/enums'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { moment } from '@/lib/rules/date/moment'
import { instantParis } from '@/lib/server/clock'
import type { PorteeAdherent, PorteeGestion } from '@/lib/server/portee'
import { EN_RETARD } from '@/lib/services/corbeille/data'
import { reglementDe } from '@/lib/services/cotisation/view'
import type { Limite } from '@/lib/services/demande/schema'
import { estEnRetard, limiteApresArret, limiteDe, sArrete } from '@/lib/services/demande/view'
import { suivreDemandes } from '@/lib/services/echeances-demande/mutations'
import { contexteDemandes, loadMaDemande, loadMesDemandes } from '@/lib/services/mes-demandes/data'
import { voirDemande, voirLigneDemande } from '@/lib/services/mes-demandes/view'
import { recevoirPiece } from '@/lib/services/piece-attendue/mutations'
import { demanderPieces, prendre, transferer } from '@/lib/services/traitement/mutations'
import { lignes } from '../support/comptes'
import { unAgent, uneDemande, unMembre } from '../support/demandes'

const PROMESSES = { messagerieHeures: 48, demandeJoursOuvres: 5, remboursementPapierJours: 5 }
const JOURS: Limite = { type: 'PROMESSE', nombre: 5, unite: 'JOURS_OUVRES' }
const HEURES: Limite = { type: 'PROMESSE', nombre: 48, unite: 'HEURES_OUVREES' }

describe('le délai arrêté pendant qu’une pièce indispensable est attendue', () => {
  test.each([
    // Reçue le mardi 17 mars, due le mardi 24. Pièce demandée le jeudi 19 : restent 20, 23, 24 mars. Venue le mardi 31 : 1er, 2, 3 avril.
    ['2026-03-24T23:59', '2026-03-19T15:00', '2026-03-31T09:00', '2026-04-03T23:59', 8],
    // Due le jeudi 9 avril ; le lundi 6 est celui de Pâques. Demandée le 2 : restent 3, 7, 8, 9. Venue le 7 : 8, 9, 10, 13.
    ['2026-04-09T23:59', '2026-04-02T10:00', '2026-04-07T10:00', '2026-04-13T23:59', 2],
    // Du jeudi 30 avril au lundi 11 mai, sans les vendredis 1er et 8 : 4, 5, 6, 7, 11. Due le 6 mai : 7, 11, 12, 13, 15 (le 14 est l’Ascension).
    ['2026-05-06T23:59', '2026-04-30T10:00', '2026-05-11T10:00', '2026-05-15T23:59', 5],
    // En retard de deux jours ouvrés quand la pièce est demandée (25 et 26 mars), elle l’est d’autant quand elle vient : 30 et 31.
    ['2026-03-24T23:59', '2026-03-26T10:00', '2026-03-31T10:00', '2026-03-27T23:59', 3],
  ])(
    'en jours ouvrés : due le %s, arrêtée du %s au %s, due le %s',
    (avant, arretee, reprise, attendu, arret) => {
      const apres = limiteApresArret(
        'CHANGEMENT_FORMULE',
        { avant: moment(avant), limite: JOURS, arreteeLe: moment(arretee), repriseLe: moment(reprise) },
        null,
        PROMESSES,
      )
      expect(apres).toEqual({ avant: attendu, limite: { ...JOURS, arret } })
    },
  )

  test.each([
    // Demandée le mercredi 29 avril à 16 h, due le jeudi 30 à 10 h : restent 18 h. Venue le lundi 4 mai à 9 h (vendredi 1er férié) :
    // 15 h jusqu’à minuit, puis 3 h. Arrêtée 8 + 24 + 9 = 41 h.
    ['2026-04-30T10:00', '2026-04-29T16:00', '2026-05-04T09:00', '2026-05-05T03:00', 41 * 60],
    // Venue le dimanche : le délai reprend le lundi à 0 h, avec les 6 h qui restaient le vendredi à 18 h.
    ['2026-03-07T00:00', '2026-03-06T18:00', '2026-03-08T15:00', '2026-03-09T06:00', 6 * 60],
  ])(
    'en heures ouvrées : due le %s, arrêtée du %s au %s, due le %s',
    (avant, arretee, reprise, attendu, arret) => {
      const apres = limiteApresArret(
        'MESSAGE',
        { avant: moment(avant), limite: HEURES, arreteeLe: moment(arretee), repriseLe: moment(reprise) },
        null,
        PROMESSES,
      )
      expect(apres).toEqual({ avant: attendu, limite: { ...HEURES, arret } })
    },
  )

  test('venue le jour même, rien ne bouge ; arrêtée deux fois, les deux attentes s’ajoutent', () => {
    const horloge = {
      avant: moment('2026-03-24T23:59'),
      limite: JOURS,
      arreteeLe: moment('2026-03-17T09:00'),
    }
    const arreter = (h: Omit<Parameters<typeof limiteApresArret>[1], 'repriseLe'>, reprise: string) =>
      limiteApresArret('AIDE', { ...h, repriseLe: moment(reprise) }, null, PROMESSES)
    expect(arreter(horloge, '2026-03-17T18:00')).toEqual({ avant: '2026-03-24T23:59', limite: JOURS })
    // Un jour ouvré (18), puis deux (20 et 23) : due le vendredi 27.
    const une = arreter(horloge, '2026-03-18T10:00')
    const deux = arreter({ ...une, arreteeLe: moment('2026-03-19T10:00') }, '2026-03-23T10:00')
    expect(deux).toEqual({ avant: '2026-03-27T23:59', limite: { ...JOURS, arret: 3 } })
  })

  test('le versement sur dossier compte du dossier complet : dix jours après le 31 mars (Ociane, art. 7)', () => {
    const ociane = reglementDe('ociane-collectif')
    const recue = limiteDe('REMBOURSEMENT', moment('2026-03-17T10:00'), ociane, PROMESSES)
    expect([recue.avant, sArrete('REMBOURSEMENT', recue.limite)]).toEqual(['2026-03-27T23:59', true])
    const horloge = { ...recue, arreteeLe: moment('2026-03-18T10:00'), repriseLe: moment('2026-03-31T10:00') }
    expect(limiteApresArret('REMBOURSEMENT', horloge, ociane, PROMESSES).avant).toBe('2026-04-10T23:59')
  })

  test.each<[NatureDemande]>([['RECLAMATION'], ['DROITS_RGPD']])(
    'le délai qu’un texte donne ne s’arrête jamais : %s',
    (nature) => {
      const { limite } = limiteDe(nature, moment('2026-03-17T10:00'), reglementDe('mutami'), PROMESSES)
      expect([limite.type, sArrete(nature, limite)]).toEqual(['REGLE', false])
    },
  )
})

describe('une demande dont la pièce indispensable tarde', () => {
  let membre: PorteeAdherent
  let agent: PorteeGestion
  beforeAll(async () => {
    // Mardi 17 mars 2026.
    process.env.PORTAIL_TODAY = '2026-03-17'
    membre = await unMembre('mutami')
    agent = await unAgent()
  })

  /** Sent on Thursday 5 March, due on Thursday 12; its piece asked for on Monday 9 at 10, as days do not pass here. */
  async function enAttente(nature: NatureDemande = 'CHANGEMENT_FORMULE', bloquante = true): Promise<string> {
    const { id } = await uneDemande(membre, nature)
    if (nature === 'RECLAMATION') await lignes(`UPDATE demandes SET equipe = 'ADHESIONS' WHERE id = $1`, [id])
    await prendre(agent, id)
    await demanderPieces(agent, id, {
      cle: randomUUID(),
      piece: 'ACTE_DE_NAISSANCE',
      avant: dateCivile('2026-04-01'),
      bloquante,
      texte: null,
    })
    await lignes(
      `UPDATE demandes SET envoyee_le = $2, repondre_avant = $3, arretee_le = CASE WHEN arretee_le IS NULL THEN NULL ELSE $4::timestamptz END
        WHERE id = $1`,
      [id, leParis('2026-03-05T11:00'), leParis('2026-03-12T23:59'), leParis('2026-03-09T10:00')],
    )
    return id
  }
  const leParis = (texte: string) => instantParis(moment(texte))
  const horloge = async (id: string) =>
    (
      await lignes<{ etat: EtatDemande; avant: string; arretee: boolean; escaladee: boolean }>(
        `SELECT etat, (repondre_avant AT TIME ZONE 'Europe/Paris')::date::text AS avant, arretee_le IS NOT NULL AS arretee,
          escaladee_le IS NOT NULL AS escaladee FROM demandes WHERE id = $1`,
        [id],
      )
    )[0]
  const page = async (id: string) => {
    const lue = await loadMaDemande(membre, id)
    if (lue === null) throw new Error('demande introuvable')
    return voirDemande(lue, [], contexteDemandes())
  }
  const recevoirLaPiece = async (id: string) => {
    const [attendue] = await lignes<{ id: string }>('SELECT id FROM pieces_attendues WHERE demande_id = $1', [
      id,
    ])
    await recevoirPiece(agent, id, attendue?.id ?? '')
  }

  test('G02, G04 : tant qu’elle est attendue, nous ne sommes en retard pour personne, et la page dit pourquoi', async () => {
    const id = await enAttente()
    await suivreDemandes()
    expect(await horloge(id)).toMatchObject({ etat: 'PIECE_DEMANDEE', arretee: true, escaladee: false })
    const vue = await page(id)
    expect(vue.retard).toEqual([])
    expect(vue.desaccord).toBe(false)
    expect(vue.limite?.arretee).toBe(
      'Le délai de notre réponse est arrêté : il reprend quand nous recevons la pièce. Il est arrêté depuis le lundi 9 mars 2026.',
    )
    expect(vue.limite?.etapes[0]?.phrase).toMatch(
      /5 jours ouvrés\. Le temps où nous attendons .* ne compte pas\.$/,
    )
    const { demandes } = await loadMesDemandes(membre, null)
    const ligne = demandes.find((d) => d.id === id)
    expect(ligne === undefined ? '' : voirLigneDemande(ligne, contexteDemandes()).suite).toMatch(/^À vous :/)
  })

  test('G02, G04 : la pièce venue le mardi 17, la réponse est due trois jours ouvrés après : le vendredi 20, et la page dit de combien', async () => {
    const id = await enAttente()
    await recevoirLaPiece(id)
    // Restaient 10, 11, 12 mars : ce sont 18, 19, 20.
    expect(await horloge(id)).toMatchObject({ etat: 'PRISE', avant: '2026-03-20', arretee: false })
    const vue = await page(id)
    expect(vue.limite).toMatchObject({ phrase: 'vendredi 20 mars 2026', arretee: null })
    expect(vue.limite?.etapes[0]?.phrase).toMatch(/s’est arrêté 6 jours ouvrés/)
    expect(vue.retard).toEqual([])
    await suivreDemandes()
    expect(await horloge(id)).toMatchObject({ escaladee: false })
  })

  test('G04 : le jour de la pièce passé, ou la demande transmise, le délai reprend de même', async () => {
    const [echue, transmise] = [await enAttente(), await enAttente()]
    await lignes("UPDATE pieces_attendues SET avant_le = '2026-03-16' WHERE demande_id = $1", [echue])
    await suivreDemandes()
    await transferer(agent, transmise, { equipe: 'PRESTATIONS' })
    expect(await horloge(echue)).toMatchObject({ etat: 'PRISE', avant: '2026-03-20', arretee: false })
    expect(await horloge(transmise)).toMatchObject({ etat: 'ENVOYEE', avant: '2026-03-20', arretee: false })
  })

  test('G02 : une pièce utile n’arrête rien, et une réclamation garde sa date : nous sommes en retard, des deux côtés', async () => {
    for (const id of [await enAttente('CHANGEMENT_FORMULE', false), await enAttente('RECLAMATION')]) {
      await suivreDemandes()
      expect(await horloge(id)).toMatchObject({
        etat: 'PIECE_DEMANDEE',
        avant: '2026-03-12',
        escaladee: true,
      })
      expect((await page(id)).retard).not.toEqual([])
      await recevoirLaPiece(id)
      expect(await horloge(id)).toMatchObject({ etat: 'PRISE', avant: '2026-03-12' })
    }
  })

  test('être en retard se dit de même en SQL et à la lecture, dans chaque état', async () => {
    const instant = leParis('2026-03-17T12:00')
    const etats = ['ENVOYEE', 'PRISE', 'PIECE_DEMANDEE', 'REPONDUE', 'ANNULEE'] as const
    for (const etat of etats)
      for (const arretee of [true, false])
        for (const avant of ['2026-03-17T11:59', '2026-03-17T12:00', '2026-03-17T12:01']) {
          const [lue] = await lignes<{ retard: boolean }>(
            `SELECT ${EN_RETARD.replace('< $1', '< $1::timestamptz')} AS retard FROM (SELECT $2::text::"EtatDemande" AS etat,
              $3::timestamptz AS repondre_avant, CASE WHEN $4::boolean THEN now() END AS arretee_le) d`,
            [instant, etat, leParis(avant), arretee],
          )
          const lu = estEnRetard({ etat, repondreAvant: leParis(avant), arretee }, instant)
          expect(lu, `${etat} ${avant} ${arretee}`).toBe(lue?.retard)
          expect(lu).toBe(estEnCoursEtPasse(etat, avant) && !arretee)
        }
  })
  const estEnCoursEtPasse = (etat: EtatDemande, avant: string) =>
    etat !== 'REPONDUE' && etat !== 'ANNULEE' && avant === '2026-03-17T11:59'
})
