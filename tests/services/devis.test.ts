import { describe, expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { devis } from '@/lib/services/devis/view'
import { repondreALaLigne } from '@/lib/services/question/view'

const commun = { reglement: 'mutami', dateSoins: '2026-03-15', beneficiaire: { dateNaissance: '1980-05-05' } }
const chiffrer = (faits: object) =>
  devis.interroger(reglements.mutami, { question: 'devis', ...commun, ...faits })
const poser = (faits: object) =>
  repondreALaLigne(JSON.stringify({ question: 'remboursement', ...commun, ...faits }))

const verre = (correction: object, depense = '150.00') => ({ correction, classe: 'B', depense, brss: '0.05' })
const lunettes = (...verres: object[]) => ({
  formule: 'tribu-premium',
  soin: { ligne: 'optique.equipement', verres },
})

describe('un devis de lunettes', () => {
  // Tribu Premium : 60 € un verre simple, 110 € un complexe, 130 € un très complexe.
  test.each([
    ['unifocal de −2,00 : simple', { sphere: -2 }, '60.00'],
    ['unifocal de −6,25 : complexe', { sphere: -6.25 }, '110.00'],
    ['unifocal de −1,00 et 4,25 de cylindre : complexe', { sphere: -1, cylindre: 4.25 }, '110.00'],
    ['progressif de +2,00, addition 2,25 : complexe', { sphere: 2, addition: 2.25 }, '110.00'],
    ['progressif de +4,25, addition 2,25 : très complexe', { sphere: 4.25, addition: 2.25 }, '130.00'],
  ])('%s', (_nom, correction, amc) => {
    expect(chiffrer(lunettes(verre(correction))).result).toMatchObject({ amo: '0.03', amc })
    expect(poser(lunettes(verre(correction)))).toMatchObject({ ok: true, result: { amc } })
  })

  test('refuse un verre sans classe ni correction, et une classe que la correction contredit', () => {
    const sans = { classe: 'B', depense: '150.00', brss: '0.05' }
    for (const faux of [sans, { ...verre({ sphere: -2 }), type: 'COMPLEXE' }]) {
      expect(poser(lunettes(verre({ sphere: -2 }), faux))).toMatchObject({
        ok: false,
        error: { code: 'FAIT_INVALIDE', path: 'soin.verres.1.type' },
      })
    }
  })

  test('dit ce que l’attente du renouvellement donnerait', () => {
    const monture = { classe: 'B', depense: '150.00', brss: '0.05' }
    const soin = { ligne: 'optique.equipement', monture, dernierEquipement: '2024-06-01' }
    expect(chiffrer({ formule: 'tribu-premium', soin }).result).toMatchObject({
      amc: '0.00',
      limites: ['RENOUVELLEMENT'],
      apresRenouvellement: { dateSoins: '2026-06-01', amc: '79.97' },
    })
  })
})

test('un devis dentaire : la couronne libre de 650 € sous cette formule et sous les autres, plafond entamé compris', () => {
  const soin = { ligne: 'dentaire.prothese', depense: '650.00', brss: '120.00', panier: 'LIBRE' }
  const consommations = [{ ligne: 'dentaire.plafond-depassements', date: '2026-01-10', montant: '900.00' }]
  // 225 % × 120 = 270 − 72 = 198 : 48 + 150, il reste 100 sur 1 000 ; Excellence 348 : 48 + 300 sur 1 500 − 900 ; Équilibre 48, plafond passé.
  const { result } = chiffrer({
    formule: 'tribu-premium',
    soin,
    consommations,
    autresFormules: ['tribu-equilibre', 'tribu-excellence'],
  })
  expect(result).toMatchObject({
    amo: '72.00',
    amc: '148.00',
    resteACharge: '430.00',
    autresFormules: [
      { formule: 'tribu-equilibre', amc: '48.00' },
      { formule: 'tribu-excellence', amc: '348.00' },
    ],
    apresRenouvellement: null,
  })
})

test('un devis d’aide auditive : 160 de ticket modérateur et 550 de forfait, rien pour la même oreille avant quatre ans', () => {
  const soin = { ligne: 'audio.classe2', depense: '1500.00', brss: '400.00', oreille: 'DROITE' }
  expect(chiffrer({ formule: 'tribu-premium', soin }).result).toMatchObject({ amo: '240.00', amc: '710.00' })
  expect(
    chiffrer({ formule: 'tribu-premium', soin: { ...soin, dernierAppareil: '2023-01-20' } }).result,
  ).toMatchObject({ amc: '0.00', apresRenouvellement: { dateSoins: '2027-01-20', amc: '710.00' } })
})

test('le devis répond ce que répondra le paiement', () => {
  const faits = {
    formule: 'tribu-excellence',
    soin: { ligne: 'dentaire.soins', depense: '70.00', brss: '28.92' },
  }
  const { result, motifs } = chiffrer(faits)
  const reponse = poser(faits)
  if (!reponse.ok) throw new Error('le remboursement est calculable')
  expect(result).toMatchObject(reponse.result)
  expect(motifs).toHaveLength(reponse.motifs.length)
})
