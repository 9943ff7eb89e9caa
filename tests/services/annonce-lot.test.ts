import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { hacher } from '@/lib/server/mot-de-passe'
import { frapperAdherent, type PorteeGestion } from '@/lib/server/portee'
import { annoncerLot } from '@/lib/services/annonce/mutations'
import { emettreLot } from '@/lib/services/emission-bancaire/mutations'
import { validerLot } from '@/lib/services/lot-bancaire/mutations'
import { choisirNotifications } from '@/lib/services/preference-courriel/mutations'
import { preparerVersements } from '@/lib/services/versement/mutations'
import { comptable, installerAdherents, recevoirEtLiquider } from '../support/argent'
import { baseDeFlux } from '../support/base-flux'
import { BON_MOT_DE_PASSE, lignes, travauxEnAttente } from '../support/comptes'
import { consultation } from '../support/flux-de-test'

let base: pg.Pool
let fermer: () => Promise<void>
let ines: PorteeGestion
let paul: PorteeGestion

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await installerAdherents(3)
  ines = await comptable('Ines')
  paul = await comptable('Paul')
})
afterAll(() => fermer())

const HACHE = await hacher(BON_MOT_DE_PASSE)

/** An open account for the member of this contract. */
async function ouvrirCompte(numero: string): Promise<{ compteId: string; personneId: string }> {
  const [personne] = await lignes<{ id: string }>(
    'SELECT membre_participant_id AS id FROM adhesions WHERE numero_adherent = $1',
    [numero],
  )
  const [compte] = await lignes<{ id: string }>(
    `INSERT INTO comptes (role, statut, personne_id, email, email_confirme_le, nom_affiche, mot_de_passe, conditions_version, conditions_acceptees_le)
      VALUES ('ADHERENT', 'ACTIF', $1, $2, now(), 'Essai', $3, '1', now()) RETURNING id`,
    [personne?.id, `${numero.toLowerCase()}@exemple.fr`, HACHE],
  )
  return { compteId: compte?.id ?? '', personneId: personne?.id ?? '' }
}

describe('un lot de virements émis', () => {
  test('A25 : avertit une fois chaque compte payé qui le veut, sans montant ni soin ; repris, il ne recommence pas', async () => {
    await ouvrirCompte('A0001')
    const deux = await ouvrirCompte('A0002')
    await choisirNotifications(
      frapperAdherent({ type: 'ADHERENT', ...deux, adhesions: [], adhesionsLues: [] }),
      { REMBOURSEMENT: 'NON', RELEVE: 'OUI', DEMANDE: 'OUI', ECHEANCE: 'OUI' },
    )
    // The third has no account.
    await recevoirEtLiquider('F1', [consultation('G1', 1), consultation('G2', 2), consultation('G3', 3)])
    const { lotId } = await preparerVersements(ines, {
      executionLe: dateCivile('2026-11-17'),
      jour: dateCivile('2026-11-15'),
    })
    const lot = lotId ?? ''
    await validerLot(paul, lot)
    expect(await annoncerLot(lot)).toBe(0)
    await emettreLot(lot)
    await base.query("DELETE FROM pgboss.job WHERE name = 'courriel'")
    await Promise.all([annoncerLot(lot), annoncerLot(lot)])
    await annoncerLot(lot)
    const courriels = (await travauxEnAttente('courriel')).map(({ contenu }) => contenu)
    expect(courriels.map(({ a, sujet }) => [a, sujet])).toEqual([
      ['a0001@exemple.fr', 'Un virement est parti vers votre compte'],
    ])
    expect(courriels[0]?.texte).not.toMatch(/€|\d,\d\d|consultation|A0001/)
  })
})
