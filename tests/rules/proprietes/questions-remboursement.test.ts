import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { CLES_COMMUNES, clesDuSoin } from '@/lib/rules/remboursement/cles-soin'
import { listerFormules } from '@/lib/rules/remboursement/formule'
import { CODES_LIGNE, type LigneSoin } from '@/lib/rules/remboursement/lignes'
import { repondreALaLigne } from '@/lib/services/question/view'

const montant = fc.oneof(
  fc.constantFrom('0.00', '0.01', '999999999.99', '30.00'),
  fc.integer({ min: 0, max: 500_000 }).map((n) => (n / 100).toFixed(2)),
)
const date = fc.constantFrom('2023-03-15', '2024-02-29', '2025-12-31', '2026-03-15', '2030-01-01')
const present = <T>(valeur: fc.Arbitrary<T>) => fc.option(valeur, { nil: undefined, freq: 4 })
const nombre = fc.integer({ min: 0, max: 10_000 })
const monture = fc.record({
  classe: fc.constantFrom('A', 'B'),
  depense: montant,
  brss: montant,
  prixLimite: present(montant),
})
const soin = fc.record({
  ligne: fc.constantFrom<LigneSoin>(...CODES_LIGNE, 'optique.equipement'),
  depense: present(montant),
  brss: present(montant),
  tauxAmo: present(fc.constantFrom(0, 12.5, 15, 65, 100)),
  montantAmo: present(montant),
  participationForfaitaire: present(montant),
  franchise: present(montant),
  parcours: present(fc.boolean()),
  exonerationTm: present(fc.boolean()),
  facture: present(fc.boolean()),
  ordonnance: present(fc.boolean()),
  boites: present(nombre),
  actes: present(nombre),
  trajets: present(nombre),
  jours: present(nombre),
  oeil: present(fc.constant('DROIT')),
  oreille: present(fc.constant('GAUCHE')),
  panier: present(fc.constantFrom('MAITRISE', 'LIBRE')),
  appareil: present(fc.constantFrom('PETIT', 'GRAND')),
  etablissement: present(fc.constantFrom('MCO', 'SPECIALISE', 'MATERNITE')),
  prixLimite: present(montant),
  dernierEquipement: present(date),
  dernierAppareil: present(date),
  dateEvenement: present(date),
  dateAdhesionEnfant: present(date),
  monture: present(monture),
  verres: present(
    fc.array(
      fc
        .tuple(monture, fc.constantFrom('SIMPLE', 'COMPLEXE', 'TRES_COMPLEXE'))
        .map(([verre, type]) => ({ ...verre, type })),
      { maxLength: 3 },
    ),
  ),
})

/** Neuf fois sur dix on ne garde que les clés de la ligne : sinon presque rien ne passerait le schéma. */
const soinPose = fc.tuple(soin, fc.integer({ min: 0, max: 9 })).map(([tout, tirage]) => {
  const { exige, admet } = clesDuSoin(tout.ligne)
  const permises = new Set<string>([...CLES_COMMUNES, ...exige, ...admet])
  return Object.fromEntries(Object.entries(tout).filter(([cle]) => tirage === 0 || permises.has(cle)))
})

const formule = fc.constantFrom(
  ...Object.entries(reglements).flatMap(([id, reglement]) => {
    const formules = listerFormules(reglement)
    return formules.filter((_f, rang) => rang % 3 === 0).map((f) => [id, f] as const)
  }),
)

test('n’importe quels faits de soin reçoivent une réponse, et un partage qui tient', () => {
  const codes = new Set<string>()
  fc.assert(
    fc.property(
      formule,
      date,
      soinPose,
      fc.array(
        fc.record({ ligne: fc.constantFrom(...CODES_LIGNE), date, montant, quantite: present(nombre) }),
        { maxLength: 6 },
      ),
      present(montant),
      ([reglement, id], dateSoins, pose, consommations, autresRemboursements) => {
        const reponse = repondreALaLigne(
          JSON.stringify({
            question: 'remboursement',
            reglement,
            formule: id,
            dateSoins,
            beneficiaire: { dateNaissance: '1960-01-01', dateAffiliation: '2020-01-01' },
            soin: pose,
            consommations,
            autresRemboursements,
          }),
        )
        codes.add(reponse.ok ? 'ok' : reponse.error.code)
        if (reponse.ok) expect(reponse.motifs.length).toBeGreaterThan(0)
        else expect(reponse.error.message).not.toBe('')
      },
    ),
    { numRuns: 4000 },
  )
  expect([...codes].sort()).toEqual(['FAIT_INVALIDE', 'HORS_PERIODE', 'NON_PREVU', 'ok'])
})
