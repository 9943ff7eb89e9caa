import { describe, expect, test } from 'vitest'
import { expliquerMotif } from '@/lib/lexique/motifs'
import { reglements, socle } from '@/lib/reglements/catalogue'
import {
  expliquerForfait,
  expliquerQuantite,
  expliquerRenouvellement,
} from '@/lib/rules/remboursement/expliquer-compteur'
import type { Consommation } from '@/lib/rules/remboursement/faits'
import { ouvrirFormule } from '@/lib/rules/remboursement/formule'
import { suivreBeneficiaire } from '@/lib/rules/remboursement/suivre-beneficiaire'
import { adulte, euros, jour } from '../../support/remboursement'

const LE = jour('2026-03-17')
const dire = (motifs: readonly Parameters<typeof expliquerMotif>[0][]) =>
  motifs.map((motif) => expliquerMotif(motif).replaceAll('\u00a0', ' '))

function etat(id: string, prises: readonly Consommation[], reglement: 'mutami' | 'mutame-smb' = 'mutami') {
  const formule = ouvrirFormule(reglements[reglement], id, LE)
  return { formule, etat: suivreBeneficiaire(formule, socle, adulte, prises, LE) }
}

describe('T05 : pourquoi ce qui reste', () => {
  test('des nuits comptées disent leur nombre, leur année et leur tableau', () => {
    const prise: Consommation = {
      ligne: 'hospitalisation.chambre-particuliere.nuitee',
      date: jour('2026-01-10'),
      montant: euros(732),
      quantite: 12,
      etablissement: 'MCO',
    }
    const { formule, etat: suivi } = etat('tribu-premium', [prise])
    const nuits = suivi.quantites.find((q) => q.ligne === prise.ligne && q.etablissement === null)
    if (nuits === undefined) throw new Error('pas de nuits comptées')
    const motifs = expliquerQuantite(formule, socle, nuits, LE)
    expect(dire(motifs)).toEqual([
      'La formule prévoit 45 jours du 1er janvier 2026 au 31 décembre 2026 (chambre particulière) ; 12 jours déjà comptés : il en reste 33 jours.',
    ])
    expect(motifs[0]?.article).toBe('mutami/annexe-2-tribu')
  })

  test('les séances de Mon soutien psy sont comptées par la loi', () => {
    const { formule, etat: suivi } = etat('tribu-premium', [])
    const seances = suivi.quantites.find((q) => q.ligne === 'psychologues-monpsy')
    if (seances === undefined) throw new Error('pas de séances comptées')
    const motifs = expliquerQuantite(formule, socle, seances, LE)
    expect(motifs.map((m) => m.article)).toEqual(['css/R162-65'])
    expect(dire(motifs)[0]).toContain('12 séances')
  })

  test('un montant de démonstration se dit tel', () => {
    const { formule, etat: suivi } = etat('mutame-3', [], 'mutame-smb')
    const forfait = suivi.forfaits.find((f) => f.ligne === 'prevention.sevrage-tabagique')
    if (forfait === undefined || forfait.plafond === null || forfait.reste === null)
      throw new Error('pas de forfait')
    const codes = expliquerForfait(formule, { ...forfait, plafond: forfait.plafond, reste: forfait.reste })
    expect(codes.map((m) => m.code)).toEqual(['GARANTIE_FORFAIT', 'MONTANTS_DE_DEMONSTRATION'])
  })

  test.each([
    ['VERRE', '1980-05-05', 'Des lunettes se renouvellent 24 mois après'],
    ['MONTURE', '2015-05-05', 'Des lunettes se renouvellent 12 mois après'],
    ['DROITE', '1980-05-05', 'Une aide auditive se renouvelle 48 mois après'],
  ] as const)('%s, né le %s : %s', (equipement, naissance, attendu) => {
    const beneficiaire = { dateNaissance: jour(naissance) }
    const motifs = expliquerRenouvellement(socle, beneficiaire, equipement, null, LE)
    expect(dire(motifs)[0]).toContain(attendu)
    expect(motifs).toHaveLength(1)
  })
})
