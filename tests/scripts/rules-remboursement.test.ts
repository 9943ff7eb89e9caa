import { describe, expect, test } from 'vitest'
import { repondreALaLigne } from '@/lib/services/question/view'

const poser = (question: object): ReturnType<typeof repondreALaLigne> =>
  repondreALaLigne(JSON.stringify({ reglement: 'mutami', ...question }))

const soin = { ligne: 'honoraires-medicaux.dptam', depense: '50.00', brss: '30.00' }
const remboursement = {
  question: 'remboursement',
  formule: 'tribu-premium',
  dateSoins: '2026-03-15',
  beneficiaire: { dateNaissance: '1980-05-05' },
  soin,
}

describe('la question « remboursement »', () => {
  test('rend les parts, le détail et des motifs qui citent la loi et le tableau', () => {
    const reponse = poser(remboursement)
    expect(reponse).toMatchObject({
      ok: true,
      result: {
        amo: '19.00',
        amc: '21.00',
        participationForfaitaire: '2.00',
        franchise: '0.00',
        resteACharge: '10.00',
        detail: [{ ligne: 'honoraires-medicaux.dptam', montant: '21.00' }],
        plafonds: [],
        limites: [],
      },
    })
    if (!reponse.ok) throw new Error('refusé')
    expect(reponse.motifs.map((m) => m.reference)).toEqual([
      'Code de la sécurité sociale, R. 160-5',
      'Code de la sécurité sociale, R. 160-19',
      'Mutami, annexe 2, gamme Tribu',
      'Mutami, annexe 2, gamme Tribu',
      'Mutami, art. 28',
    ])
  })

  test('dit le compteur touché et ce qui a coupé', () => {
    expect(
      poser({
        ...remboursement,
        soin: { ligne: 'bien-etre.medecines-douces', depense: '55.00' },
        consommations: [
          { ligne: 'bien-etre.medecines-douces', date: '2026-01-20', montant: '100.00', quantite: null },
        ],
      }),
    ).toMatchObject({
      ok: true,
      result: {
        amc: '20.00',
        resteACharge: '35.00',
        plafonds: [
          {
            ligne: 'bien-etre.medecines-douces',
            plafond: '120.00',
            consommeAvant: '100.00',
            consommeApres: '120.00',
            du: '2026-01-01',
            au: '2026-12-31',
          },
        ],
        limites: ['PLAFOND_SEANCE', 'PLAFOND_ANNUEL'],
      },
    })
  })

  test('répond aussi quand rien n’est dû', () => {
    expect(poser({ ...remboursement, formule: 'hospi', soin: { ...soin, depense: '30.00' } })).toMatchObject({
      ok: true,
      result: { amo: '19.00', amc: '0.00', resteACharge: '11.00', limites: ['NON_GARANTI'] },
    })
  })

  test('rembourse un équipement optique, et le régime local', () => {
    const verre = { type: 'SIMPLE', classe: 'B', depense: '90.00', brss: '0.05', prixLimite: null }
    expect(
      poser({
        ...remboursement,
        formule: 'amse-2',
        soin: {
          ligne: 'optique.equipement',
          depense: '280.00',
          monture: { classe: 'B', depense: '100.00', brss: '0.05' },
          verres: [verre, verre],
          dernierEquipement: null,
        },
      }),
    ).toMatchObject({
      ok: true,
      result: { amo: '0.09', regimeLocal: '0.06', amc: '119.95', resteACharge: '159.90' },
    })
  })

  test.each([
    ['une clé inconnue', { ...remboursement, couleur: 'bleu' }, 'couleur'],
    ['une clé de soin inconnue', { ...remboursement, soin: { ...soin, couleur: 'bleu' } }, 'soin.couleur'],
    [
      'une clé qui n’est pas de cette ligne',
      { ...remboursement, soin: { ...soin, boites: 2 } },
      'soin.boites',
    ],
    ['une date impossible', { ...remboursement, dateSoins: '2024-02-30' }, 'dateSoins'],
    ['un montant sans décimales', { ...remboursement, soin: { ...soin, depense: '50' } }, 'soin.depense'],
    ['une ligne inconnue', { ...remboursement, soin: { ...soin, ligne: 'coiffeur' } }, 'soin.ligne'],
    ['un montant absent', { ...remboursement, soin: { ligne: soin.ligne, brss: '30.00' } }, 'soin.depense'],
    ['une base négative', { ...remboursement, soin: { ...soin, brss: '-30.00' } }, 'soin.brss'],
  ])('%s est un fait invalide', (_nom, question, path) => {
    expect(poser(question)).toMatchObject({ ok: false, error: { code: 'FAIT_INVALIDE', path } })
  })

  test('distingue la formule inconnue, la période inconnue et le silence du règlement', () => {
    expect(poser({ ...remboursement, formule: 'tribu-or' })).toMatchObject({
      error: { code: 'FORMULE_INCONNUE', path: 'formule' },
    })
    expect(poser({ ...remboursement, dateSoins: '2023-06-01' })).toMatchObject({
      error: { code: 'HORS_PERIODE' },
    })
    expect(poser({ ...remboursement, reglement: 'mieux-etre' })).toMatchObject({
      error: { code: 'NON_PREVU' },
    })
  })
})

describe('la question « garanties »', () => {
  test('rend toutes les lignes du tableau, montants en texte', () => {
    const reponse = poser({ question: 'garanties', formule: 'tribu-equilibre', date: '2026-01-01' })
    expect(reponse).toMatchObject({
      ok: true,
      result: { formule: 'tribu-equilibre', applicableDu: '2024-01-01' },
    })
    if (!reponse.ok) throw new Error('refusé')
    const lignes = reponse.result.lignes
    expect(lignes).toHaveLength(53)
    expect(lignes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ligne: 'honoraires-medicaux.dptam',
          garantie: { type: 'pourcentage-br', valeur: 100 },
        }),
        expect.objectContaining({
          ligne: 'optique.verre-simple',
          garantie: { type: 'forfait-par-verre', montant: '40.00', periodeAnnees: 2, amoPourcent: 60 },
        }),
        expect.objectContaining({
          ligne: 'hospitalisation.chambre-particuliere.nuitee',
          garantie: { type: 'forfait-par-nuit', montant: '40.00', joursParAn: 30 },
        }),
        expect.objectContaining({ ligne: 'audio.classe2.forfait', garantie: { type: 'non-garanti' } }),
        expect.objectContaining({ ligne: 'services.assistance', garantie: { type: 'inclus' } }),
      ]),
    )
    expect(reponse.motifs[0]?.reference).toBe('Mutami, annexe 2, gamme Tribu')
  })

  test('écrit le plafond d’une séance en texte', () => {
    const reponse = poser({ question: 'garanties', formule: 'zen-1' })
    if (!reponse.ok) throw new Error('refusé')
    expect(reponse.result.lignes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ligne: 'bien-etre.medecines-douces',
          garantie: { type: 'forfait-par-seance', montant: '20.00', plafondAnnuel: '60.00' },
        }),
      ]),
    )
  })

  test('signale les montants de démonstration', () => {
    const reponse = poser({ question: 'garanties', reglement: 'ociane-collectif', formule: 'panier-ani' })
    if (!reponse.ok) throw new Error('refusé')
    expect(reponse.motifs.map((m) => m.explication).join(' ')).toContain('démonstration')
  })

  test('ne connaît pas le tableau avant sa date, ni une formule qui n’existe pas', () => {
    expect(poser({ question: 'garanties', formule: 'zen-1', date: '2023-03-14' })).toMatchObject({
      error: { code: 'HORS_PERIODE' },
    })
    expect(poser({ question: 'garanties', formule: 'tribu-or' })).toMatchObject({
      error: { code: 'FORMULE_INCONNUE' },
    })
  })
})
