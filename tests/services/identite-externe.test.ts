import { describe, expect, test } from 'vitest'
import { estLaPersonne, peutOuvrir } from '@/lib/services/identite-externe/access'

const TITULAIRE = { nom: 'Œuvrard', prenom: 'Jean-François', dateNaissance: '1980-02-03' }
const civile = (autre = {}) => ({
  noms: ['OEUVRARD'],
  prenom: 'JEAN FRANCOIS MARIE',
  naissance: '1980-02-03',
  ...autre,
})

describe('S-18 : la personne que le fournisseur certifie est celle de la carte', () => {
  test.each([
    ['écrite autrement', {}, true],
    ['sous son nom d’usage', { noms: ['Durand', 'Œuvrard'] }, true],
    ['née un autre jour', { naissance: '1980-02-04' }, false],
    ['d’un autre nom', { noms: ['Durand'] }, false],
    ['sa jumelle', { prenom: 'Margaux' }, false],
    ['un prénom qui commence pareil', { prenom: 'Jean-Françoise' }, false],
    ['sans prénom', { prenom: '' }, false],
    ['le père, dont c’est le second prénom', { prenom: 'Paul Jean-François' }, false],
  ])('%s', (_titre, autre, attendu) => {
    expect(estLaPersonne(civile(autre), TITULAIRE)).toBe(attendu)
  })

  test('un prénom manquant au contrat ne vaut pour personne', () => {
    expect(estLaPersonne(civile(), { ...TITULAIRE, prenom: ' ' })).toBe(false)
  })

  test.each([
    ['ADHERENTS', 'ADHERENT', true],
    ['ADHERENTS', 'MEDECIN_CONSEIL', false],
    ['PROFESSIONNELS', 'ADHERENT', false],
    ['PROFESSIONNELS', 'MEDECIN_CONSEIL', true],
  ] as const)('un fournisseur pour %s ouvre un compte %s : %s', (lePublic, role, attendu) => {
    expect(peutOuvrir({ public: lePublic }, role)).toBe(attendu)
  })
})
