import { describe, expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { affilierAyantDroit, type FaitsAffiliation } from '@/lib/rules/affiliation/affilier-ayant-droit'
import { dateCivile } from '@/lib/rules/date/date-civile'

const { mutami, 'mutame-smb': smb, 'ociane-collectif': ociane } = reglements

const DEMANDE: FaitsAffiliation = {
  evenement: 'AUTRE',
  dateEvenement: null,
  dateReception: dateCivile('2025-03-10'),
  dateSouhaitee: null,
}
const codes = (decision: ReturnType<typeof affilierAyantDroit>): string[] =>
  decision.motifs.map(({ code }) => code)

describe('les motifs d’une affiliation', () => {
  test('le report n’est dit que lorsqu’il serait possible', () => {
    expect(codes(affilierAyantDroit(smb, DEMANDE))).toEqual(['EFFET_PREMIER_DU_MOIS_SUIVANT'])
    const tardive = { ...DEMANDE, dateReception: dateCivile('2025-03-25') }
    expect(codes(affilierAyantDroit(smb, tardive))).toEqual([
      'EFFET_PREMIER_DU_MOIS_SUIVANT',
      'REPORT_NON_EXERCE',
    ])
    expect(codes(affilierAyantDroit(mutami, tardive))).toEqual(['EFFET_PREMIER_DU_MOIS_SUIVANT'])
  })

  test('une naissance à temps, reçue après le 24, ne se reporte pas', () => {
    const naissance = {
      ...DEMANDE,
      evenement: 'NAISSANCE',
      dateEvenement: dateCivile('2025-02-10'),
      dateReception: dateCivile('2025-03-28'),
    } as const
    const decision = affilierAyantDroit(smb, naissance)
    expect(decision).toMatchObject({ valeur: { dateEffet: '2025-02-10', reportPossible: false } })
    expect(codes(decision)).toEqual(['EFFET_AU_JOUR_DE_L_ARRIVEE'])
  })

  test('une naissance tardive, reçue après le 24, suit la règle ordinaire et son report', () => {
    const naissance = {
      ...DEMANDE,
      evenement: 'NAISSANCE',
      dateEvenement: dateCivile('2025-01-10'),
      dateReception: dateCivile('2025-03-28'),
    } as const
    const decision = affilierAyantDroit(smb, naissance)
    expect(decision).toMatchObject({ valeur: { dateEffet: '2025-04-01', reportPossible: true } })
    expect(codes(decision)).toEqual([
      'DELAI_DE_L_EVENEMENT_PASSE',
      'EFFET_PREMIER_DU_MOIS_SUIVANT',
      'REPORT_NON_EXERCE',
    ])
  })

  test.each([
    ['2025-05-20', '2025-05-01', 'DATE_SOUHAITEE_SUIVIE'],
    ['2025-04-20', '2025-04-01', 'DATE_SOUHAITEE_DEJA_COUVERTE'],
    ['2025-03-20', '2025-04-01', 'DATE_SOUHAITEE_TROP_PROCHE'],
  ])('souhaitée le %s, elle prend effet le %s', (souhait, effet, code) => {
    const decision = affilierAyantDroit(mutami, { ...DEMANDE, dateSouhaitee: dateCivile(souhait) })
    expect(decision).toMatchObject({ valeur: { dateEffet: effet } })
    expect(codes(decision)).toEqual(['EFFET_PREMIER_DU_MOIS_SUIVANT', code])
  })

  test('là où l’effet n’attend pas un premier du mois, le jour souhaité est le jour suivi', () => {
    const decision = affilierAyantDroit(ociane, { ...DEMANDE, dateSouhaitee: dateCivile('2025-05-20') })
    expect(decision).toMatchObject({ valeur: { dateEffet: '2025-05-20' } })
    expect(codes(decision)).toEqual(['EFFET_LENDEMAIN_DE_LA_DEMANDE', 'DATE_SOUHAITEE_SUIVIE'])
  })

  test('souhaitée au jour même que donne la règle, elle n’ajoute rien', () => {
    const decision = affilierAyantDroit(mutami, { ...DEMANDE, dateSouhaitee: dateCivile('2025-04-01') })
    expect(codes(decision)).toEqual(['EFFET_PREMIER_DU_MOIS_SUIVANT'])
  })

  test('une couverture perdue le dit, à temps ou trop tard', () => {
    const perte = {
      ...DEMANDE,
      evenement: 'PERTE_COUVERTURE_COLLECTIVE',
      dateEvenement: dateCivile('2025-02-28'),
    } as const
    expect(codes(affilierAyantDroit(mutami, perte))).toEqual(['EFFET_AU_LENDEMAIN_DE_LA_PERTE'])
    const ancienne = { ...perte, dateEvenement: dateCivile('2025-01-31') }
    expect(codes(affilierAyantDroit(mutami, ancienne))).toEqual([
      'DELAI_DE_L_EVENEMENT_PASSE',
      'EFFET_PREMIER_DU_MOIS_SUIVANT',
    ])
    expect(codes(affilierAyantDroit(ociane, perte))).toEqual(['EFFET_LENDEMAIN_DE_LA_DEMANDE'])
  })

  test('une couverture qui va se perdre se demande d’avance, sans doublon de couverture', () => {
    const perte = {
      ...DEMANDE,
      evenement: 'PERTE_COUVERTURE_COLLECTIVE',
      dateEvenement: dateCivile('2025-06-30'),
    } as const
    expect(affilierAyantDroit(mutami, perte)).toMatchObject({
      valeur: { dateEffet: '2025-07-01', retroactive: false },
    })
    expect(() => affilierAyantDroit(mutami, { ...perte, dateEvenement: null })).toThrowError(
      expect.objectContaining({ chemin: 'dateEvenement' }),
    )
  })
})
