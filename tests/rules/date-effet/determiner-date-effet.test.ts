import { describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { determinerDateEffet, finAnneeAvantLimite } from '@/lib/rules/date-effet/determiner-date-effet'
import type { PolitiqueDateEffet } from '@/lib/rules/date-effet/regle-date-effet'

const article = 'source/art-1'

describe('la date d’effet selon la politique', () => {
  test.each<[PolitiqueDateEffet, string, string | null, string]>([
    ['LENDEMAIN_DE_LA_RECEPTION', '2025-12-31', null, '2026-01-01'],
    ['LENDEMAIN_DE_LA_RECEPTION', '2024-02-28', null, '2024-02-29'],
    ['DERNIER_JOUR_DU_MOIS_DE_RECEPTION', '2025-02-01', null, '2025-02-28'],
    ['DERNIER_JOUR_DU_MOIS_DE_RECEPTION', '2025-02-28', null, '2025-02-28'],
    ['PREMIER_DU_MOIS_SUIVANT_LA_RECEPTION', '2025-02-01', null, '2025-03-01'],
    ['PREMIER_DU_MOIS_SUIVANT_LA_RECEPTION', '2025-01-31', null, '2025-02-01'],
    ['JOUR_DE_L_EVENEMENT', '2025-06-20', '2025-06-15', '2025-06-15'],
    ['LENDEMAIN_DE_L_EVENEMENT', '2025-06-20', '2025-06-15', '2025-06-16'],
    ['FIN_DU_MOIS_SUIVANT_L_EVENEMENT', '2025-06-20', '2025-01-31', '2025-02-28'],
    ['FIN_DU_MOIS_SUIVANT_L_EVENEMENT', '2025-06-20', '2025-12-01', '2026-01-31'],
    ['FIN_DE_L_ANNEE_DE_L_EVENEMENT', '2026-06-20', '2025-01-01', '2025-12-31'],
    ['DECISION_CONNUE_DANS_LE_MOIS', '2025-03-15', '2025-03-10', '2025-04-01'],
    ['DECISION_CONNUE_DANS_LE_MOIS', '2025-04-01', '2025-03-10', '2025-04-01'],
    ['DECISION_CONNUE_DANS_LE_MOIS', '2025-04-02', '2025-03-10', '2025-04-30'],
    ['DECISION_CONNUE_DANS_LE_MOIS', '2025-05-01', '2025-03-31', '2025-05-31'],
  ])('%s, reçu le %s, événement %s : %s', (politique, reception, evenement, attendue) => {
    const dates = {
      dateReception: dateCivile(reception),
      dateEvenement: evenement === null ? null : dateCivile(evenement),
    }
    const { dateEffet, motif } = determinerDateEffet({ politique, article }, dates)
    expect(dateEffet).toBe(attendue)
    expect(motif).toMatchObject({
      code: `EFFET_${politique}`,
      article,
      donnees: { effet: { valeur: attendue } },
    })
  })

  test('son motif ne cite un événement que s’il y en a un', () => {
    const dateReception = dateCivile('2025-03-10')
    const regle = { politique: 'LENDEMAIN_DE_LA_RECEPTION', article } as const
    const sans = determinerDateEffet(regle, { dateReception, dateEvenement: null }).motif.donnees
    const avec = determinerDateEffet(regle, { dateReception, dateEvenement: dateReception }).motif.donnees
    expect(Object.keys(sans)).toEqual(['reception', 'effet'])
    expect(Object.keys(avec)).toEqual(['reception', 'evenement', 'effet'])
  })

  test('sans son événement, elle ne se dit pas, et nomme le fait comme l’appelant', () => {
    const faits = { dateReception: dateCivile('2025-03-10'), dateEvenement: null }
    const regle = { politique: 'JOUR_DE_L_EVENEMENT', article } as const
    expect(() => determinerDateEffet(regle, faits)).toThrowError(
      expect.objectContaining({ code: 'FAIT_INVALIDE', chemin: 'dateEvenement' }),
    )
    expect(() => determinerDateEffet(regle, { ...faits, cheminEvenement: 'dateDecisionCss' })).toThrowError(
      expect.objectContaining({ chemin: 'dateDecisionCss' }),
    )
  })
})

describe('la fin d’année', () => {
  test.each([
    ['2025-10-31', '2025-12-31'],
    ['2025-11-01', '2026-12-31'],
    ['2025-01-01', '2025-12-31'],
    ['2025-12-31', '2026-12-31'],
  ])('demandée le %s est le %s', (demande, attendue) => {
    expect(finAnneeAvantLimite(dateCivile(demande), { mois: 10, jour: 31 })).toBe(attendue)
  })

  test('son motif dit la limite de l’année visée', () => {
    const regle = { politique: 'FIN_ANNEE_AVANT_LIMITE', limite: { mois: 10, jour: 31 }, article } as const
    const faits = { dateReception: dateCivile('2025-11-01'), dateEvenement: null }
    expect(determinerDateEffet(regle, faits).motif.donnees).toMatchObject({
      limite: { valeur: '2026-10-31' },
      effet: { valeur: '2026-12-31' },
    })
  })
})
