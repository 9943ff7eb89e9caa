import { describe, expect, test } from 'vitest'
import { besoinDeLigne, CODES_BESOIN } from '@/lib/lexique/besoins'
import { direConditions, direGarantie, ecrireCase } from '@/lib/lexique/garanties'
import { reglements } from '@/lib/reglements/catalogue'
import {
  forfaitAnnuel,
  forfaitNuit,
  forfaitSeance,
  forfaitsMonture,
  forfaitsOreille,
  forfaitsVerre,
  fraisReels,
  type Garantie,
  INTEGRAL,
  NON_GARANTI,
  plafondsDepassements,
  pourcentage,
  pourcentagePlusForfait,
} from '@/lib/rules/remboursement/garantie'
import { CODES_LIGNE } from '@/lib/rules/remboursement/lignes'

const lisible = (texte: string): string => texte.replaceAll('\u00a0', ' ')
const [monture, verre, oreille, depassements] = [
  forfaitsMonture(40)[0],
  forfaitsVerre(40)[0],
  forfaitsOreille(400)[0],
  plafondsDepassements(500)[0],
]

describe('A10 et T06 : une garantie dans les mots de tous les jours', () => {
  test.each<[Garantie | undefined, string, string]>([
    [pourcentage(160), '160 % de la base de remboursement, Assurance maladie comprise', '160 % BR'],
    [
      pourcentagePlusForfait(100, 20),
      '100 % de la base de remboursement, Assurance maladie comprise, plus 20,00 € par an',
      '100 % BR + 20,00 €',
    ],
    [forfaitAnnuel(30), '30,00 € par an', '30,00 € par an'],
    [
      forfaitSeance(30, 120),
      '30,00 € par séance, 120,00 € par an au plus',
      '30,00 € par séance, 120,00 € par an au plus',
    ],
    [
      forfaitNuit(40, 30),
      '40,00 € par nuit, 30 jours par an au plus',
      '40,00 € par nuit, 30 jours par an au plus',
    ],
    [monture, '40,00 € pour la monture, tous les 2 ans, Assurance maladie comprise', '40,00 € par monture'],
    [verre, '40,00 € par verre, tous les 2 ans, en plus de l’Assurance maladie', '60 % + 40,00 € par verre'],
    [oreille, '400,00 € par oreille, tous les 4 ans', '400,00 € par oreille, tous les 4 ans'],
    [depassements, 'au-delà du tarif de base, 500,00 € par an au plus', '500,00 € par an'],
    [fraisReels(30), 'le prix payé, 30 jours par an au plus', 'Frais réels, 30 jours par an au plus'],
    [INTEGRAL, 'payé en entier, dans la limite des prix du 100 % Santé', '100 % Santé'],
    [NON_GARANTI, 'non remboursé par votre formule', '–'],
  ])('%j', (garantie, mots, imprime) => {
    if (garantie === undefined) throw new Error('case absente')
    expect(lisible(direGarantie(garantie, true))).toBe(mots)
    expect(lisible(ecrireCase(garantie))).toBe(imprime)
  })

  test('les conditions et les pièces se disent en phrases', () => {
    expect(
      direConditions({ ages: { moinsDe: 16, plusDe: 70 }, delaiMois: 6 }, ['FACTURE', 'ORDONNANCE']).map(
        lisible,
      ),
    ).toEqual([
      'Pour une personne hospitalisée de moins de 16 ans ou de plus de 70 ans.',
      'L’enfant doit être inscrit dans les 6 mois.',
      'À envoyer si l’Assurance maladie ne nous a rien transmis : la facture acquittée et l’ordonnance.',
    ])
    expect(direConditions(undefined, undefined)).toEqual([])
  })

  test('aucune case d’aucun tableau ne montre un code', () => {
    const cases = Object.values(reglements).flatMap(({ garanties }) =>
      [...(garanties?.tables ?? []), ...(garanties?.modulaires ?? []).map(({ table }) => table)].flatMap(
        ({ lignes }) => lignes.flatMap((ligne) => ligne.cases),
      ),
    )
    expect(cases.length).toBeGreaterThan(500)
    expect(cases.filter((c) => direGarantie(c, true) === c.type || ecrireCase(c) === c.type)).toEqual([])
  })

  test('chaque ligne du vocabulaire est dans un besoin, et chaque besoin en a', () => {
    const vus = new Set(CODES_LIGNE.map(besoinDeLigne))
    expect(CODES_BESOIN.filter((besoin) => !vus.has(besoin))).toEqual([])
    expect(besoinDeLigne('prevention.detartrage')).toBe('dentiste')
    expect(besoinDeLigne('complementaires.prothese-capillaire-mammaire.forfait')).toBe('appareillage')
    expect(besoinDeLigne('complementaires.prime-naissance-adoption')).toBe('naissance')
  })
})
