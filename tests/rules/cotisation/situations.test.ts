import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expliquerMotif } from '@/lib/lexique/motifs'
import { reglements } from '@/lib/reglements/catalogue'
import { admettreMinoration } from '@/lib/rules/cotisation/admettre-minoration'
import { garderTarifDuConjoint, reconnaitreConjointACharge } from '@/lib/rules/cotisation/conjoint-a-charge'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { solderRenonciation } from '@/lib/rules/echeancier/solder-renonciation'
import { lireMontant } from '@/lib/rules/montant/montant'
import { uneDate } from '../../support/dates'
import { unMontant } from '../../support/foyers'

const { mutami, 'mutame-smb': smb, 'ociane-collectif': ociane } = reglements
const NON_PREVU = expect.objectContaining({ code: 'NON_PREVU' })

describe('le conjoint à charge (art. 12)', () => {
  // 85 % de 1 801,73 = 1 531,4705, soit 1 531,47 €
  const avec = (revenu: string) => ({
    date: dateCivile('2025-06-01'),
    revenuTrimestriel: lireMontant(revenu),
    traitementMinimumMensuel: lireMontant('1801.73'),
  })

  test.each([
    ['0.00', 'ACCORDEE'],
    ['1531.46', 'ACCORDEE'],
    ['1531.47', 'REFUSEE'],
    ['4000.00', 'REFUSEE'],
  ])('avec %s € par trimestre', (revenu, verdict) => {
    expect(reconnaitreConjointACharge(smb, avec(revenu)).verdict).toBe(verdict)
  })

  test('garde six mois sa cotisation réduite à la mort de l’adhérent, la fin de février comprise', () => {
    expect(garderTarifDuConjoint(smb, dateCivile('2025-08-31'))).toMatchObject({
      valeur: { jusquAu: '2026-02-28' },
    })
  })

  test('n’existe que là où la source en parle', () => {
    expect(() => reconnaitreConjointACharge(mutami, avec('0.00'))).toThrowError(NON_PREVU)
  })
})

describe('l’agent d’une collectivité qui mutualise (art. 13)', () => {
  const pour = (situation: Parameters<typeof admettreMinoration>[1]['situation']) =>
    admettreMinoration(smb, { date: dateCivile('2025-06-01'), situation })

  test.each(['TITULAIRE_OU_STAGIAIRE', 'CONTRACTUEL', 'SAISONNIER_OU_REMPLACANT'] as const)(
    '%s est minoré, et retenu sur sa paye',
    (situation) => {
      expect(pour(situation)).toMatchObject({ valeur: { precompteObligatoire: true } })
    },
  )

  test('en congé parental il est minoré sans retenue', () => {
    expect(pour('CONGE_PARENTAL')).toMatchObject({ valeur: { precompteObligatoire: false } })
  })

  test.each([
    'DETACHEMENT_EXTERIEUR',
    'MISE_A_DISPOSITION',
    'DISPONIBILITE',
    'RETRAITE',
    'MUTATION',
  ] as const)('%s revient au taux plein', (situation) => {
    expect(pour(situation).verdict).toBe('REFUSEE')
  })
})

describe('renoncer à une adhésion déjà payée', () => {
  const faits = {
    dateEffet: dateCivile('2025-03-01'),
    dateRenonciation: dateCivile('2025-03-10'),
    executionDemandee: true,
    mensuelle: lireMontant('50.00'),
    paye: lireMontant('50.00'),
  }

  test('dix jours de mars couverts à sa demande : 50 − 50 × 21 / 31 = 16,13 €, 33,87 rendus', () => {
    expect(solderRenonciation(smb, faits)).toMatchObject({
      valeur: { du: 1613, conserve: 1613, remboursement: 3387 },
    })
  })

  test('du 25 décembre au 5 janvier : 600 × 7 / 365 = 11,51, puis 600 − 591,78 = 8,22 €', () => {
    const decision = solderRenonciation(mutami, {
      ...faits,
      dateEffet: dateCivile('2025-12-25'),
      dateRenonciation: dateCivile('2026-01-05'),
    })
    expect(decision).toMatchObject({ valeur: { du: 1973, remboursement: 3027 } })
  })

  test('sans couverture demandée, tout est rendu, même avant l’effet', () => {
    const decision = solderRenonciation(mutami, {
      ...faits,
      executionDemandee: false,
      dateRenonciation: dateCivile('2025-02-20'),
    })
    expect(decision).toMatchObject({ valeur: { du: 0, conserve: 0, remboursement: 5000 } })
  })

  test('couvert et renonçant avant l’effet : contradictoire', () => {
    expect(() =>
      solderRenonciation(smb, { ...faits, dateRenonciation: dateCivile('2025-02-20') }),
    ).toThrowError(expect.objectContaining({ code: 'FAIT_INVALIDE', chemin: 'dateRenonciation' }))
  })

  test('ce qui est gardé et ce qui est rendu font ce qui est payé', () => {
    fc.assert(
      fc.property(
        uneDate(),
        fc.nat({ max: 14 }),
        unMontant(30_000),
        unMontant(60_000),
        (effet, jours, mensuelle, paye) => {
          const fin = new Date(`${effet}T00:00:00Z`)
          fin.setUTCDate(fin.getUTCDate() + jours)
          const decision = solderRenonciation(mutami, {
            dateEffet: effet,
            dateRenonciation: dateCivile(fin.toISOString().slice(0, 10)),
            executionDemandee: true,
            mensuelle,
            paye,
          })
          if (decision.verdict !== 'ACCORDEE') throw new Error('renoncer se solde toujours')
          expect(decision.valeur.conserve + decision.valeur.remboursement).toBe(paye)
          expect(decision.valeur.conserve).toBeLessThanOrEqual(mensuelle)
        },
      ),
    )
  })

  test('un contrat d’entreprise n’en dit rien', () => {
    expect(() => solderRenonciation(ociane, faits)).toThrowError(NON_PREVU)
  })
})

test('chacune de ces réponses se dit en une phrase', () => {
  const date = dateCivile('2025-06-01')
  const revenu = lireMontant('1531.47')
  const renonciation = { dateEffet: date, dateRenonciation: date, mensuelle: revenu, paye: revenu }
  const decisions = [
    ...[lireMontant('0.00'), revenu].map((revenuTrimestriel) =>
      reconnaitreConjointACharge(smb, { date, revenuTrimestriel, traitementMinimumMensuel: revenu }),
    ),
    reconnaitreConjointACharge(smb, {
      date,
      revenuTrimestriel: revenu,
      traitementMinimumMensuel: lireMontant('1801.73'),
    }),
    garderTarifDuConjoint(smb, date),
    ...(['CONTRACTUEL', 'CONGE_PARENTAL', 'RETRAITE'] as const).map((situation) =>
      admettreMinoration(smb, { date, situation }),
    ),
    ...[true, false].map((executionDemandee) =>
      solderRenonciation(smb, { ...renonciation, executionDemandee }),
    ),
  ]
  for (const { motifs } of decisions)
    for (const motif of motifs) expect(expliquerMotif(motif)).toMatch(/^\S.*\.$/)
})
