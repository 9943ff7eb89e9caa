import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { frapperAdherent, type PorteeGestion } from '@/lib/server/portee'
import { loadMesDus, loadSuivi } from '@/lib/services/impaye/data'
import { retenirImpaye } from '@/lib/services/impaye/mutations'
import { direDuAccueil } from '@/lib/services/impaye/view'
import { baseDeFlux } from '../support/base-flux'
import type { PersonneDeTest } from '../support/comptes'
import { chaqueJour, creerContrat, creerEcheance, payer, personnel } from '../support/impayes'

let base: pg.Pool
let fermer: () => Promise<void>
let gestionnaire: PorteeGestion
const contrats = new Map<string, PersonneDeTest>()

const adherent = (nom: string) => {
  const personne = contrats.get(nom)
  if (personne === undefined) throw new Error(nom)
  const { compteId, personneId, adhesionId } = personne
  return frapperAdherent({
    type: 'ADHERENT',
    compteId,
    personneId,
    adhesions: [adhesionId],
    adhesionsLues: [],
  })
}

async function ouvrir(nom: string, reglement: string, exigibleLe: string): Promise<string> {
  const personne = await creerContrat(base, reglement)
  contrats.set(nom, personne)
  return creerEcheance(base, personne.adhesionId, { exigibleLe })
}

const groupe = async (nom: string, jour: string) => {
  const suivi = await loadSuivi(gestionnaire, dateCivile(jour))
  return suivi?.impayes.filter((i) => i.adhesionId === contrats.get(nom)?.adhesionId) ?? []
}

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  gestionnaire = await personnel(base, 'GESTIONNAIRE')
})
afterAll(() => fermer())

describe('L’équipe voit chaque impayé là où il attend quelque chose', () => {
  test('la veille, ce qui part le lendemain ; ensuite ce qui court, puis ce qui est à décider', async () => {
    await ouvrir('suivi', 'mutami', '2026-03-06')
    await chaqueJour('2026-03-15')
    expect(await groupe('suivi', '2026-03-15')).toMatchObject([
      { groupe: 'PART_BIENTOT', due: 'à payer le 6 mars 2026, 9 jours de retard', retenable: true },
    ])
    expect((await groupe('suivi', '2026-03-15'))[0]?.suite).toContain(
      'La mise en demeure partira le 16 mars 2026',
    )
    await chaqueJour('2026-03-16')
    expect(await groupe('suivi', '2026-03-16')).toMatchObject([{ groupe: 'EN_COURS', resiliation: null }])
    expect(await groupe('suivi', '2026-04-14')).toMatchObject([{ groupe: 'PART_BIENTOT' }])
    await chaqueJour('2026-04-15')
    expect(await groupe('suivi', '2026-04-24')).toMatchObject([{ groupe: 'EN_COURS', resiliation: null }])
    expect(await groupe('suivi', '2026-04-25')).toMatchObject([
      { groupe: 'A_DECIDER', resiliation: { min: '2026-04-25', max: '2026-12-31' } },
    ])
  })

  test('ce qui est retenu l’est avec sa raison ; ce que le règlement ne prévoit pas est à traiter à la main', async () => {
    await ouvrir('retenu', 'mutami', '2026-03-06')
    await ouvrir('muet', 'mieux-etre', '2026-03-06')
    await chaqueJour('2026-03-15')
    const [impaye] = await groupe('retenu', '2026-03-15')
    await retenirImpaye(gestionnaire, impaye?.id ?? '', 'Hospitalisée', dateCivile('2026-03-15'))
    expect(await groupe('retenu', '2026-03-15')).toMatchObject([
      { groupe: 'RETENU', retenue: 'Hospitalisée' },
    ])
    expect(await groupe('muet', '2026-03-15')).toMatchObject([{ groupe: 'A_LA_MAIN', retenable: false }])
  })

  test('le médecin-conseil n’en voit rien', async () => {
    expect(await loadSuivi(await personnel(base, 'MEDECIN_CONSEIL'))).toBeNull()
  })
})

describe('L’adhérent lit ce qu’il doit, jusqu’à quand payer, et la suite', () => {
  test('de la cotisation en retard à la reprise', async () => {
    const echeance = await ouvrir('claire', 'mutami', '2026-03-06')
    const dus = (jour: string) => loadMesDus(adherent('claire'), dateCivile(jour))
    expect(await dus('2026-03-10')).toEqual([])
    expect(direDuAccueil(await dus('2026-03-10'))).toBeNull()
    await chaqueJour('2026-03-15')
    expect(await dus('2026-03-15')).toMatchObject([
      { total: 6_250, urgence: 'Vos garanties continuent.', suspendu: false },
    ])
    await chaqueJour('2026-03-16')
    // Suspended on 15 April: the 14th is the last day to pay.
    expect(direDuAccueil(await dus('2026-03-20'))).toBe(
      'Une cotisation n’est pas arrivée : il reste 62,50\u00a0€ à payer. Payez au plus tard le 14 avril 2026 pour garder vos garanties.',
    )
    await chaqueJour('2026-04-15')
    expect(await dus('2026-04-16')).toMatchObject([
      {
        suspendu: true,
        urgence:
          'Vos garanties sont suspendues depuis le 15 avril 2026 : les soins reçus depuis ce jour ne sont pas remboursés.',
      },
    ])
    await payer(base, echeance, '2026-04-20')
    await chaqueJour('2026-04-21')
    expect(await dus('2026-04-21')).toEqual([])
  })

  test('ce qu’un autre doit ne se voit pas', async () => {
    await ouvrir('autre', 'mutami', '2026-03-06')
    await chaqueJour('2026-03-15')
    expect(await loadMesDus(adherent('claire'), dateCivile('2026-03-15'))).toEqual([])
    expect(await loadMesDus(adherent('autre'), dateCivile('2026-03-15'))).toHaveLength(1)
  })
})
