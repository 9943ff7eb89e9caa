import { describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { adresse, lireDemande } from '@/lib/services/remboursement/schema'

const JOUR = dateCivile('2026-03-17')
const JEANNE = '7d2f8a34-52c1-4c0e-9a7e-0a1b2c3d4e5f'
const LIGNE = '0e0b7a5c-1111-4222-8333-444455556666'

describe('la demande lue dans l’adresse', () => {
  test('sans rien, ce sont les douze derniers mois, pour tous', () => {
    const { filtres, erreurs, saisie } = lireDemande({}, JOUR)
    expect(filtres).toEqual({
      personnes: [],
      versement: 'TOUS',
      du: '2025-03-17',
      au: '2026-03-17',
      page: null,
    })
    expect(saisie).toEqual({ du: '2025-03-17', au: '2026-03-17' })
    expect(erreurs).toEqual([])
  })

  test('deux dates laissées vides ne bornent rien', () => {
    const { filtres } = lireDemande({ du: '', au: '' }, JOUR)
    expect([filtres.du, filtres.au]).toEqual([null, null])
  })

  test.each([
    ['moi', 'MOI'],
    ['professionnels', 'PROFESSIONNELS'],
    ['', 'TOUS'],
    ['autre chose', 'TOUS'],
    ['constructor', 'TOUS'],
  ])('verse=%s demande %s', (verse, versement) => {
    expect(lireDemande({ verse }, JOUR).filtres.versement).toBe(versement)
  })

  test.each([
    [{ du: '2026-02-30', au: '' }, 'du'],
    [{ du: '', au: '32/01/2026' }, 'au'],
    [{ du: '2026-03-02', au: '2026-03-01' }, 'au'],
  ])('%o est à corriger au champ %s, la saisie est gardée', (parametres, champ) => {
    const { erreurs, saisie } = lireDemande(parametres, JOUR)
    expect(erreurs.map((erreur) => erreur.champ)).toEqual([champ])
    expect(saisie).toEqual(parametres)
  })

  test('une période d’un seul jour est bonne', () => {
    expect(lireDemande({ du: '2026-03-01', au: '2026-03-01' }, JOUR).erreurs).toEqual([])
  })

  test('des personnes, gardées si ce sont des identifiants', () => {
    const { filtres } = lireDemande({ personne: [JEANNE, "' OR 1=1", ''] }, JOUR)
    expect(filtres.personnes).toEqual([JEANNE])
  })

  test.each(['', '2026-02-01', `2026-02-30_${LIGNE}`, `2026-02-01_x`, '_'])(
    'la clé de page « %s » est ignorée',
    (apres) => {
      expect(lireDemande({ apres }, JOUR).filtres.page).toBeNull()
    },
  )

  test.each(['APRES', 'AVANT'] as const)('une adresse écrite se relit : page %s', (sens) => {
    const { filtres } = lireDemande({ personne: JEANNE, verse: 'moi', du: '2026-01-01', au: '' }, JOUR)
    const page = { sens, cle: { dateSoins: dateCivile('2026-02-01'), id: LIGNE } }
    const demandee = adresse({ ...filtres, page })
    const relue = Object.fromEntries(new URLSearchParams(demandee.slice(1)))
    expect(lireDemande(relue, JOUR).filtres).toEqual({ ...filtres, page })
  })
})
