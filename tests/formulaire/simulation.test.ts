import { describe, expect, test } from 'vitest'
import { SOINS_A_SIMULER, soinASimuler } from '@/lib/lexique/soins-a-simuler'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { type Contexte, voirFormulaire } from '@/lib/services/formulaire-simulation/view'
import { simulationSchema } from '@/lib/services/simulation/schema'
import { acteDuVerre } from '@/lib/services/simulation-lunettes/schema'

const JOUR = dateCivile('2026-03-10')
const PERSONNE = { id: '00000000-0000-4000-8000-000000000001', prenom: 'P', nom: 'N' }
const SANS: Contexte = { lunettes: [], regimeLocal: true }
const RECENTES: Contexte = {
  regimeLocal: true,
  lunettes: [{ prenom: 'P', jour: dateCivile('2025-03-01'), moinsDeSixAns: false }],
}

const champs = (code: string, contexte: Contexte = SANS) => {
  const soin = soinASimuler(code)
  if (soin === undefined) throw new Error(`soin inconnu : ${code}`)
  return voirFormulaire(soin, [PERSONNE], JOUR, contexte).champs
}
const noms = (code: string, contexte: Contexte = SANS) => champs(code, contexte).map(({ nom }) => nom)

type Saisie = Readonly<Record<string, string>>

const soumettre = (code: string, saisie: Saisie, contexte: Contexte = RECENTES) =>
  simulationSchema.safeParse({
    soin: code,
    ...Object.fromEntries(champs(code, contexte).map(({ nom, depart }) => [nom, depart])),
    ...saisie,
  })

function fautes(code: string, saisie: Saisie): readonly (readonly [string, string])[] {
  const lu = soumettre(code, saisie)
  return lu.success ? [] : lu.error.issues.map((i) => [String(i.path[0]), i.message])
}

describe('A26 : un formulaire ne demande que ce qui change le montant', () => {
  test.each([
    ['medecin-generaliste', ['parcours', 'situation', 'css', 'regimeLocal'], ['jours', 'lunettes']],
    ['analyses', ['quantite', 'css'], ['parcours', 'jours']],
    ['infirmier', ['quantite', 'jours', 'css'], ['parcours']],
    ['transport', ['quantite', 'jours'], ['parcours']],
    ['kinesitherapeute', ['quantite'], ['jours', 'parcours']],
    ['couronne', ['situation', 'regimeLocal'], ['css', 'jours']],
    ['forfait-journalier', ['regimeLocal'], ['css', 'situation']],
    ['medecines-douces', [], ['css', 'regimeLocal', 'situation']],
    ['lunettes', ['sphereDroit', 'additionGauche'], ['renouvellement', 'sphereAvantDroit', 'css']],
  ])('%s', (code, demandes, tus) => {
    expect(noms(code)).toEqual(expect.arrayContaining(demandes))
    expect(noms(code).filter((nom) => tus.includes(nom))).toEqual([])
  })

  test('la raison de changer de lunettes n’est demandée qu’à qui en a eu il y a moins de deux ans', () => {
    expect(noms('lunettes', RECENTES)).toEqual(expect.arrayContaining(['renouvellement', 'sphereAvantDroit']))
    const [champ] = champs('lunettes', RECENTES).filter(({ nom }) => nom === 'renouvellement')
    expect(champ?.indice).toContain('1er mars 2025')
    expect(champ?.choix?.map(({ valeur }) => valeur)).toEqual(['', 'EVOLUTION_VUE'])
  })

  test('le régime local ne se demande pas à qui a un contrat qui le compte', () => {
    expect(noms('medecin-generaliste', { ...SANS, regimeLocal: false })).not.toContain('regimeLocal')
  })

  test('ce qui se demande rarement a une réponse de départ qui ne change rien', () => {
    for (const soin of SOINS_A_SIMULER) {
      const rares = champs(soin.code, RECENTES).filter(({ rare }) => rare !== undefined)
      expect(rares.filter(({ depart }) => !['', 'NON'].includes(depart))).toEqual([])
    }
  })
})

describe('A26 : la correction de l’ordonnance dit le verre', () => {
  // R. 871-2 : unifocal simple jusqu'à 6 dioptries ; progressif complexe jusqu'à 4, très complexe au-delà.
  test.each([
    ['B', { sphere: -2 }, 'OPT-B-S'],
    ['B', { sphere: -6.25 }, 'OPT-B-C'],
    ['B', { sphere: 5, cylindre: -4.5 }, 'OPT-B-S'],
    ['B', { sphere: -2, cylindre: -4.5 }, 'OPT-B-C'],
    ['B', { sphere: 1, addition: 2 }, 'OPT-B-C'],
    ['B', { sphere: 4.25, addition: 2 }, 'OPT-B-T'],
    ['A', { sphere: 2 }, 'OPT-A-U1'],
    ['A', { sphere: -1.5, cylindre: -1 }, 'OPT-A-U2'],
    ['A', { sphere: 3 }, 'OPT-A-U2'],
    ['A', { sphere: 1, addition: 2 }, '2264884'],
    ['A', { sphere: 8 }, null],
    ['A', { sphere: 6, addition: 2 }, null],
  ] as const)('classe %s, %j : %s', (classe, correction, attendu) => {
    expect(acteDuVerre(classe, correction)).toBe(attendu)
  })

  const PAIRE = { monture: 'OPT-B-MONT', prixMonture: '100', prixVerreDroit: '90', prixVerreGauche: '90' }
  const ORDONNANCE = {
    ...PAIRE,
    verreDroit: 'ORDONNANCE-B',
    verreGauche: 'ORDONNANCE-B',
    sphereDroit: '-2',
    sphereGauche: '-6,50',
  }

  test('chaque œil a son verre', () => {
    const lu = soumettre('lunettes', ORDONNANCE)
    expect(lu.data?.actes.map(({ code }) => code)).toEqual(['OPT-B-MONT', 'OPT-B-S', 'OPT-B-C'])
  })

  test.each<[string, Saisie, string, RegExp]>([
    ['l’ordonnance annoncée n’est pas recopiée', { ...ORDONNANCE, sphereGauche: '' }, 'sphereGauche', /0 si/],
    [
      'le verre choisi n’est pas celui de l’ordonnance',
      { ...ORDONNANCE, verreGauche: 'OPT-B-S' },
      'verreGauche',
      /« complexe »/,
    ],
    ['une addition négative', { ...ORDONNANCE, additionDroit: '-1' }, 'additionDroit', /jamais négative/],
    [
      'un verre du 100 % Santé dont on ne connaît pas le prix',
      { ...ORDONNANCE, verreGauche: 'ORDONNANCE-A', sphereGauche: '-9' },
      'verreGauche',
      /devis/,
    ],
    [
      'deux ordonnances trop proches',
      { ...ORDONNANCE, sphereAvantDroit: '-2', sphereAvantGauche: '-6,25', renouvellement: 'EVOLUTION_VUE' },
      'renouvellement',
      /pas assez changé/,
    ],
  ])('%s : dit à côté du champ', (_nom, saisie, champ, message) => {
    const dites = fautes('lunettes', saisie)
    expect(dites.map(([nom]) => nom)).toEqual([champ])
    expect(dites[0]?.[1]).toMatch(message)
  })

  // Arrêté du 3 décembre 2018, VIII.2 : 0,50 sur un œil, ou 0,25 sur les deux.
  test.each([
    ['0,50 sur un œil', '-2', '-6', 'EVOLUTION_VUE'],
    ['0,25 sur les deux', '-1,75', '-6,25', 'EVOLUTION_VUE'],
    ['0,25 sur un seul', '-2', '-6,25', null],
  ])('deux ordonnances recopiées disent si la vue a assez changé : %s', (_nom, droit, gauche, attendu) => {
    const lu = soumettre('lunettes', { ...ORDONNANCE, sphereAvantDroit: droit, sphereAvantGauche: gauche })
    expect(lu.data?.renouvellement).toBe(attendu)
  })
})

describe('A26 : les réponses deviennent les faits que la règle lit', () => {
  const GENERALISTE = { acte: 'G', prix: '30' }
  test.each([
    ['OUI', true],
    ['EXCEPTION', true],
    ['NON', false],
  ])('le médecin traitant : %s', (parcours, attendu) => {
    expect(soumettre('medecin-generaliste', { ...GENERALISTE, parcours }).data?.parcours).toBe(attendu)
  })
  test.each([
    ['kinesitherapeute', { prix: '100', quantite: '6' }, 6],
    ['infirmier', { prix: '100', quantite: '6', jours: '2' }, 2],
    ['medecin-generaliste', GENERALISTE, 1],
  ])('%s : sur combien de jours', (code, saisie, jours) => {
    expect(soumettre(code, saisie).data?.joursDeSoins).toBe(jours)
  })
  test('plus de jours que de soins', () => {
    expect(fautes('infirmier', { prix: '10', quantite: '1', jours: '2' }).map(([nom]) => nom)).toEqual([
      'jours',
    ])
  })
})
