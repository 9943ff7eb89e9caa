import { describe, expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { dateCivile } from '@/lib/rules/date/date-civile'
import type { FaitsResiliation } from '@/lib/rules/resiliation/faits-resiliation'
import { prevenirDuDepart } from '@/lib/rules/resiliation/prevenir-du-depart'
import { resilierAdhesion } from '@/lib/rules/resiliation/resilier-adhesion'

const { mutami, 'mutame-smb': smb, 'mutame-plus': plus } = reglements

const FAITS: FaitsResiliation = {
  motif: 'ECHEANCE',
  dateEffetAdhesion: dateCivile('2022-01-01'),
  dateReception: dateCivile('2025-11-10'),
  dateDernierChangementOption: null,
  dateEvenement: null,
  dateEnvoiAppel: null,
  dateCachetPoste: null,
  prestationsDepuisEvenement: null,
  dateDecisionCss: null,
}
const codes = (decision: ReturnType<typeof resilierAdhesion>): string[] =>
  decision.motifs.map(({ code }) => code)

describe('les motifs d’une résiliation disent la règle et ses chiffres', () => {
  test('à l’échéance : la demande, la limite de l’année, l’effet, puis le remboursement', () => {
    const decision = resilierAdhesion(mutami, FAITS)
    expect(codes(decision)).toEqual(['RESILIATION_ECHEANCE', 'COTISATIONS_REMBOURSEES'])
    expect(decision.motifs[0].donnees).toEqual({
      demande: { type: 'date', valeur: '2025-11-10' },
      limite: { type: 'date', valeur: '2025-10-31' },
      effet: { type: 'date', valeur: '2026-12-31' },
    })
  })

  test('à l’échéance pendant l’engagement : l’engagement s’ajoute', () => {
    const decision = resilierAdhesion(smb, { ...FAITS, dateEffetAdhesion: dateCivile('2025-11-02') })
    expect(decision).toMatchObject({ valeur: { dateEffet: '2026-12-31' } })
    expect(codes(decision)).toEqual(['RESILIATION_ECHEANCE'])
    const engagee = resilierAdhesion(smb, {
      ...FAITS,
      dateEffetAdhesion: dateCivile('2025-02-01'),
      dateReception: dateCivile('2025-05-10'),
    })
    expect(codes(engagee)).toEqual(['RESILIATION_ECHEANCE', 'ENGAGEMENT_ANNEE_CIVILE_PLEINE'])
  })

  test('le cachet n’est cité que là où il fait foi', () => {
    const posteeAvant = { ...FAITS, dateCachetPoste: dateCivile('2025-10-30') }
    expect(codes(resilierAdhesion(plus, posteeAvant))).toEqual(['RESILIATION_ECHEANCE_CACHET'])
    expect(codes(resilierAdhesion(plus, FAITS))).toEqual(['RESILIATION_ECHEANCE'])
    expect(codes(resilierAdhesion(mutami, posteeAvant))[0]).toBe('RESILIATION_ECHEANCE')
  })

  test('une attente rouverte par un changement d’option le dit, pas une attente ordinaire', () => {
    const faits = { ...FAITS, motif: 'INFRA_ANNUELLE' } as const
    const change = { ...faits, dateDernierChangementOption: dateCivile('2025-06-01') }
    expect(codes(resilierAdhesion(smb, change))).toEqual(['ATTENTE_EN_COURS', 'ATTENTE_ROUVERTE'])
    const recente = { ...faits, dateEffetAdhesion: dateCivile('2025-06-01') }
    expect(codes(resilierAdhesion(smb, recente))).toEqual(['ATTENTE_EN_COURS'])
    const memeJour = { ...recente, dateDernierChangementOption: dateCivile('2025-06-01') }
    expect(codes(resilierAdhesion(smb, memeJour))).toEqual(['ATTENTE_EN_COURS'])
  })

  test('perte du régime : à temps, tardive ou avec prestations', () => {
    const faits = {
      ...FAITS,
      motif: 'PERTE_REGIME_OBLIGATOIRE',
      dateEvenement: dateCivile('2025-09-01'),
    } as const
    const verdicts = [
      resilierAdhesion(mutami, { ...faits, prestationsDepuisEvenement: false }),
      resilierAdhesion(mutami, { ...faits, prestationsDepuisEvenement: true }),
      resilierAdhesion(mutami, { ...faits, dateReception: dateCivile('2025-12-02') }),
    ]
    expect(verdicts.map((decision) => codes(decision)[0])).toEqual([
      'PERTE_REGIME_A_TEMPS',
      'PERTE_REGIME_AVEC_PRESTATIONS',
      'PERTE_REGIME_TARDIVE',
    ])
  })

  test('annoncée avant la sortie du régime, elle prend effet à la fin du mois de la sortie', () => {
    const decision = resilierAdhesion(mutami, {
      ...FAITS,
      motif: 'PERTE_REGIME_OBLIGATOIRE',
      dateEvenement: dateCivile('2025-12-15'),
      prestationsDepuisEvenement: false,
    })
    expect(decision).toMatchObject({ valeur: { dateEffet: '2025-12-31' } })
  })
})

describe('un avis d’échéance', () => {
  const avis = { ...FAITS, motif: 'CHATEL' } as const

  test.each([
    ['2025-10-16', 'AVIS_ENVOYE_A_TEMPS'],
    ['2025-10-17', 'RESILIATION_AVIS_TARDIF'],
    ['2025-10-31', 'RESILIATION_AVIS_TARDIF'],
    ['2025-11-01', 'RESILIATION_AVIS_TARDIF'],
  ])('envoyé le %s : %s', (envoi, code) => {
    const decision = resilierAdhesion(mutami, {
      ...avis,
      dateEnvoiAppel: dateCivile(envoi),
      dateCachetPoste: dateCivile('2025-11-05'),
    })
    expect(codes(decision)[0]).toBe(code)
  })

  test('de l’année où l’engagement finit annonce une vraie reconduction', () => {
    const decision = resilierAdhesion(mutami, {
      ...avis,
      dateEffetAdhesion: dateCivile('2024-03-01'),
      dateEnvoiAppel: dateCivile('2025-11-05'),
      dateReception: dateCivile('2025-11-10'),
    })
    expect(decision).toMatchObject({ verdict: 'ACCORDEE', valeur: { dateEffet: '2025-12-31' } })
  })

  test('sans avis, il faut le cachet de la poste', () => {
    expect(() => resilierAdhesion(mutami, avis)).toThrowError(
      expect.objectContaining({ code: 'FAIT_INVALIDE', chemin: 'dateCachetPoste' }),
    )
  })

  test('un cachet d’après la réception est contradictoire', () => {
    expect(() =>
      resilierAdhesion(mutami, { ...avis, dateCachetPoste: dateCivile('2025-11-11') }),
    ).toThrowError(expect.objectContaining({ chemin: 'dateCachetPoste' }))
  })
})

test('quitter une formule ordinaire ne fait rien perdre, et se dit aussi', () => {
  expect(prevenirDuDepart(mutami, 'tribu-premium')).toMatchObject({
    valeur: { perte: null },
    motifs: [{ code: 'DEPART_SANS_PERTE' }],
  })
  expect(() => prevenirDuDepart(smb, 'mutame-1')).toThrowError(expect.objectContaining({ code: 'NON_PREVU' }))
})
