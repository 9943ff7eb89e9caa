import { describe, expect, test } from 'vitest'
import type { Offre, PortefeuilleConnu } from '@/lib/flux/portefeuille/connu'
import { lirePortefeuille } from '@/lib/flux/portefeuille/lecture'
import { COLONNES, TOUTES_COLONNES } from '@/lib/flux/portefeuille/ligne'
import { rapprocher } from '@/lib/flux/portefeuille/rapprochement'

const VIDE: PortefeuilleConnu = { adhesions: new Map(), personnes: [], codes: new Map(), mandats: new Map() }
const OFFRE: Offre = { porte: () => true, propose: () => true }
const IBAN = 'FR1420041010050500013M02606'

type Rangee = Partial<Record<(typeof TOUTES_COLONNES)[number], string>>
const ecrire = (rangee: Rangee) =>
  TOUTES_COLONNES.map(
    (colonne) => ({ numero_adherent: 'A1', du: '2024-01-01', ...rangee })[colonne] ?? '',
  ).join(';')

const ADHESION: Rangee = { enregistrement: 'ADHESION', reglement: 'reg' }
const FORMULE: Rangee = { enregistrement: 'FORMULE', formule: 'f1' }
// 2820399999002 mod 97 = 49: key 48.
const MEMBRE: Rangee = {
  enregistrement: 'BENEFICIAIRE',
  lien: 'MEMBRE_PARTICIPANT',
  nom: 'Dupont',
  prenom: 'Ada',
  date_naissance: '1982-03-01',
  nir: '282039999900248',
}
const RIB: Rangee = { enregistrement: 'RIB', usage: 'COTISATIONS', titulaire: 'Ada Dupont', iban: IBAN }
const MODALITE: Rangee = {
  enregistrement: 'MODALITE',
  periodicite: 'MENSUELLE',
  mode_paiement: 'PRELEVEMENT',
  jour_prelevement: '15',
}
const MANDAT: Rangee = { enregistrement: 'MANDAT', iban: IBAN, rum: 'ANCIEN-00042' }

function lire(...rangees: Rangee[]) {
  const texte = [TOUTES_COLONNES.join(';'), ...rangees.map(ecrire)].join('\n')
  const lecture = lirePortefeuille(new TextEncoder().encode(texte))
  let n = 0
  const { ecritures, erreurs } = rapprocher(lecture.lignes, VIDE, OFFRE, () => `id-${++n}`)
  return { ecritures, erreurs: lecture.erreurs.length > 0 ? lecture.erreurs : erreurs }
}

const CONTRAT = [ADHESION, FORMULE, MEMBRE, RIB]

describe('un portefeuille qui dit comment les cotisations se paient', () => {
  test('apporte la modalité et le mandat déjà signé', () => {
    const { ecritures, erreurs } = lire(...CONTRAT, MODALITE, MANDAT)
    expect(erreurs).toEqual([])
    expect(ecritures.modalites.map((m) => m.ligne)).toMatchObject([
      { periodicite: 'MENSUELLE', mode: 'PRELEVEMENT', jour: 15 },
    ])
    expect(ecritures.mandats.map((m) => m.ligne)).toMatchObject([
      { rum: 'ANCIEN-00042', du: '2024-01-01', iban: IBAN },
    ])
  })

  test('un fichier sans ces colonnes reste lisible', () => {
    const texte = `${COLONNES.join(';')}\n${COLONNES.map((c) => ({ ...ADHESION, numero_adherent: 'A1', du: '2024-01-01' })[c as 'du'] ?? '').join(';')}`
    expect(lirePortefeuille(new TextEncoder().encode(texte)).erreurs).toEqual([])
  })

  test.each<[string, Rangee, string]>([
    ['un jour que l’on ne prélève pas', { ...MODALITE, jour_prelevement: '12' }, 'jour_prelevement'],
    ['un jour sans prélèvement', { ...MODALITE, mode_paiement: 'CHEQUE' }, 'jour_prelevement'],
    ['une périodicité inconnue', { ...MODALITE, periodicite: 'HEBDOMADAIRE' }, 'periodicite'],
    ['une modalité hors de l’adhésion', { ...MODALITE, du: '2023-01-01', au: '2023-12-31' }, 'du'],
    [
      'deux modalités qui se chevauchent',
      { ...MODALITE, du: '2024-06-01', mode_paiement: 'CHEQUE', jour_prelevement: '' },
      'mode_paiement',
    ],
    ['un mandat sans référence', { ...MANDAT, rum: '' }, 'rum'],
    ['une référence qui porte un numéro de sécurité sociale', { ...MANDAT, rum: 'M282039999900248' }, 'rum'],
    ['un compte faux', { ...MANDAT, iban: 'FR1420041010050500013M02607' }, 'iban'],
    [
      'un compte qui n’est pas celui des cotisations',
      { ...MANDAT, rum: 'B-2', iban: 'FR7630006000011234567890189' },
      'iban',
    ],
    ['une référence donnée deux fois', { ...MANDAT, du: '2025-01-01' }, 'rum'],
  ])('%s : la ligne 8 et sa colonne sont dites', (_quoi, rangee, colonne) => {
    expect(lire(...CONTRAT, MODALITE, MANDAT, rangee).erreurs).toMatchObject([{ ligne: 8, colonne }])
  })
})
