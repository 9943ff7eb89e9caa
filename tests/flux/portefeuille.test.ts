import { describe, expect, test } from 'vitest'
import type { Offre, PortefeuilleConnu } from '@/lib/flux/portefeuille/connu'
import { lirePortefeuille } from '@/lib/flux/portefeuille/lecture'
import { COLONNES } from '@/lib/flux/portefeuille/ligne'
import { rapprocher } from '@/lib/flux/portefeuille/rapprochement'

const ENTETE = COLONNES.join(';')
const VIDE: PortefeuilleConnu = { adhesions: new Map(), personnes: [], codes: new Map(), mandats: new Map() }
const OFFRE: Offre = { porte: (r) => r === 'reg', propose: (_r, f) => f === 'f1' || f === 'f2' }

// NIR with their keys, computed by hand: 1800199999001 mod 97 = 29 → 68; 2820399999002 mod 97 = 49 → 48; 1100599999003 mod 97 = 29 → 68.
const PERE = '180019999900168'
const MERE = '282039999900248'
const ENFANT = '110059999900368'
const IBAN = 'FR1420041010050500013M02606'

const ADHESION = 'ADHESION;A1;reg;;2024-01-01;;;;;;;;;;;;'
const FORMULE = 'FORMULE;A1;;f1;2024-01-01;;;;;;;;;;;;'
const MP = `BENEFICIAIRE;A1;;;2024-01-01;;MEMBRE_PARTICIPANT;Dupont;Éloïse;1982-03-01;1;${MERE};;CARTE-01;;;`
const RIB = `RIB;A1;;;2024-01-01;;;;;;;;;;PRESTATIONS;E Dupont;${IBAN}`

const fichier = (...lignes: string[]) => new TextEncoder().encode([ENTETE, ...lignes].join('\n'))

function erreurs(...lignes: string[]) {
  const lecture = lirePortefeuille(fichier(...lignes))
  if (lecture.erreurs.length > 0) return lecture.erreurs
  let n = 0
  return rapprocher(lecture.lignes, VIDE, OFFRE, () => `id-${++n}`).erreurs
}

describe('une adhésion sans formule', () => {
  const lire = (sansFormule: boolean) => {
    const { lignes } = lirePortefeuille(fichier(ADHESION, MP, RIB))
    let n = 0
    return rapprocher(lignes, VIDE, { ...OFFRE, sansFormule: () => sansFormule }, () => `id-${++n}`)
  }

  test('est refusée quand le règlement a des formules', () => {
    expect(lire(false).erreurs).toEqual([
      { ligne: 2, colonne: 'formule', message: 'Cette adhésion n’a aucune ligne FORMULE.' },
    ])
  })

  test('est reprise quand le règlement n’imprime pas de tableau', () => {
    const { erreurs: fautes, ecritures } = lire(true)
    expect(fautes).toEqual([])
    expect([ecritures.adhesions.length, ecritures.formules.length]).toEqual([1, 0])
  })
})

describe('un portefeuille correct', () => {
  test('se lit avec ou sans BOM, avec des fins de ligne Windows', () => {
    const texte = `\uFEFF${[ENTETE, ADHESION, FORMULE, MP, RIB].join('\r\n')}\r\n`
    const { lignes, erreurs: fautes } = lirePortefeuille(new TextEncoder().encode(texte))
    expect(fautes).toEqual([])
    expect(lignes.map((l) => l.type)).toEqual(['ADHESION', 'FORMULE', 'BENEFICIAIRE', 'RIB'])
  })

  test("un enfant porté par les deux parents n'est qu'une personne, connue sous leurs deux numéros", () => {
    const lignes = lirePortefeuille(
      fichier(
        ADHESION,
        FORMULE,
        MP,
        `BENEFICIAIRE;A1;;;2024-01-01;;ENFANT;Dupont;Zoé;2015-05-05;1;${MERE};${PERE};;;;`,
        'ADHESION;A2;reg;;2024-01-01;;;;;;;;;;;;',
        'FORMULE;A2;;f2;2024-01-01;;;;;;;;;;;;',
        `BENEFICIAIRE;A2;;;2024-01-01;;MEMBRE_PARTICIPANT;Martin;Paul;1980-01-01;1;${PERE};;;;;`,
        `BENEFICIAIRE;A2;;;2024-01-01;;ENFANT;DUPONT;Zoe;2015-05-05;1;${PERE};;;;;`,
      ),
    ).lignes
    let n = 0
    const { ecritures, erreurs: fautes } = rapprocher(lignes, VIDE, OFFRE, () => `id-${++n}`)
    expect(fautes).toEqual([])
    expect(ecritures.personnes).toHaveLength(3)
    expect(ecritures.beneficiaires).toHaveLength(4)
    const enfant = ecritures.personnes.find((p) => p.dateNaissance === '2015-05-05')
    expect([...(enfant?.nirs ?? [])].sort()).toEqual(['1800199999001', '2820399999002'])
  })

  test('des jumeaux se distinguent par leur rang de naissance', () => {
    expect(
      erreurs(
        ADHESION,
        FORMULE,
        MP,
        `BENEFICIAIRE;A1;;;2024-01-01;;ENFANT;Dupont;Luc;2015-05-05;1;${MERE};;;;;`,
        `BENEFICIAIRE;A1;;;2024-01-01;;ENFANT;Dupont;Léo;2015-05-05;2;${MERE};;;;;`,
      ),
    ).toEqual([])
  })
})

describe('chaque faute est dite avec sa ligne et sa colonne', () => {
  const cas: [string, string[], number, string | null][] = [
    ['un enregistrement inconnu', [ADHESION.replace('ADHESION', 'CONTRAT')], 2, 'enregistrement'],
    ['une colonne de trop', [`${ADHESION};x`], 2, null],
    ['une colonne qui devait rester vide', ['ADHESION;A1;reg;f1;2024-01-01;;;;;;;;;;;;'], 2, 'formule'],
    ['une date hors calendrier', [ADHESION.replace('2024-01-01', '2023-02-29')], 2, 'du'],
    ['une date à la française', [ADHESION.replace('2024-01-01', '01/01/2024')], 2, 'du'],
    ['une fin avant le début', [ADHESION.replace('2024-01-01;', '2024-01-01;2023-12-31')], 2, 'au'],
    ['un numéro d’adhérent vide', [ADHESION.replace('A1', '')], 2, 'numero_adherent'],
    [
      'un règlement que l’organisme ne porte pas',
      [ADHESION.replace('reg', 'autre'), FORMULE, MP],
      2,
      'reglement',
    ],
    ['une formule qui n’existe pas', [ADHESION, FORMULE.replace('f1', 'f9'), MP], 3, 'formule'],
    ['une adhésion sans formule', [ADHESION, MP], 2, 'formule'],
    ['une adhésion sans membre participant', [ADHESION, FORMULE], 2, 'lien'],
    [
      'deux membres participants',
      [ADHESION, FORMULE, MP, MP.replace('1982-03-01', '1982-03-02').replace('CARTE-01', 'CARTE-02')],
      5,
      'lien',
    ],
    ['une ligne orpheline', [FORMULE], 2, 'numero_adherent'],
    ['une formule hors de l’adhésion', [ADHESION, FORMULE.replace('2024-01-01', '2023-12-31'), MP], 3, 'du'],
    [
      'une formule qui dépasse la fin',
      [
        ADHESION.replace('2024-01-01;', '2024-01-01;2024-12-31'),
        FORMULE,
        MP.replace('2024-01-01;', '2024-01-01;2024-12-31'),
      ],
      3,
      'au',
    ],
    [
      'deux formules qui se chevauchent',
      [ADHESION, FORMULE, FORMULE.replace('f1', 'f2').replace('2024-01-01', '2025-01-01'), MP],
      4,
      'formule',
    ],
    [
      'deux rattachements qui se chevauchent',
      [ADHESION, FORMULE, MP, MP.replace('MEMBRE_PARTICIPANT', 'CONJOINT')],
      5,
      'du',
    ],
    ['une clé de NIR fausse', [ADHESION, FORMULE, MP.replace(MERE, '282039999900249')], 4, 'nir'],
    ['un NIR sans clé', [ADHESION, FORMULE, MP.replace(MERE, '2820399999002')], 4, 'nir'],
    ['un second NIR faux', [ADHESION, FORMULE, MP.replace(`${MERE};`, `${MERE};123`)], 4, 'nir_second'],
    ['un lien inconnu', [ADHESION, FORMULE, MP.replace('MEMBRE_PARTICIPANT', 'COUSIN')], 4, 'lien'],
    ['un nom vide', [ADHESION, FORMULE, MP.replace('Dupont', '')], 4, 'nom'],
    [
      'un rang de naissance nul',
      [ADHESION, FORMULE, MP.replace('1982-03-01;1', '1982-03-01;0')],
      4,
      'rang_naissance',
    ],
    [
      'une naissance à la française',
      [ADHESION, FORMULE, MP.replace('1982-03-01', '01/03/1982')],
      4,
      'date_naissance',
    ],
    ['un code d’accès trop court', [ADHESION, FORMULE, MP.replace('CARTE-01', 'AB')], 4, 'code_acces'],
    [
      'un code d’accès pris',
      [
        ADHESION,
        FORMULE,
        MP,
        `BENEFICIAIRE;A1;;;2024-01-01;;ENFANT;Dupont;Luc;2010-05-05;1;${ENFANT};;CARTE-01;;;`,
      ],
      5,
      'code_acces',
    ],
    [
      'une même personne sous deux noms',
      [
        ADHESION,
        FORMULE,
        MP,
        MP.replace('A1', 'A1').replace('Dupont', 'Durand').replace('MEMBRE_PARTICIPANT', 'CONJOINT'),
      ],
      5,
      'nom',
    ],
    [
      'une clé de RIB fausse sous une bonne clé IBAN',
      [ADHESION, FORMULE, MP, RIB.replace(IBAN, 'FR8420041010050500013M02607')],
      5,
      'iban',
    ],
    [
      'une clé IBAN fausse',
      [ADHESION, FORMULE, MP, RIB.replace(IBAN, 'FR1520041010050500013M02606')],
      5,
      'iban',
    ],
    ['un usage de RIB inconnu', [ADHESION, FORMULE, MP, RIB.replace('PRESTATIONS', 'AUTRE')], 5, 'usage'],
    [
      'deux RIB pour le même usage',
      [ADHESION, FORMULE, MP, RIB, RIB.replace('E Dupont', 'P Martin')],
      6,
      'iban',
    ],
    [
      'une adhésion écrite deux fois autrement',
      [ADHESION, ADHESION.replace('2024-01-01', '2024-02-01'), FORMULE, MP],
      3,
      'numero_adherent',
    ],
  ]
  test.each(cas)('%s', (_nom, lignes, ligne, colonne) => {
    const fautes = erreurs(...lignes)
    expect(fautes[0]).toMatchObject({ ligne, colonne })
    expect(
      fautes.every((f) => (f.message.length > 20 && f.message.endsWith('.')) || f.message.includes(':')),
    ).toBe(true)
  })

  test.each([
    ['un fichier en ISO-8859-1', Buffer.from(`${ENTETE}\n${MP}`, 'latin1')],
    ['un fichier en UTF-16', Buffer.from(`\uFEFF${ENTETE}`, 'utf16le')],
    ['un fichier vide', Buffer.alloc(0)],
    ['un autre en-tête', Buffer.from('a;b;c\n1;2;3')],
    ['un guillemet jamais fermé', Buffer.from(`${ENTETE}\nADHESION;"A1;reg`)],
  ])('%s est refusé en entier', (_nom, octets) => {
    const { lignes, erreurs: fautes } = lirePortefeuille(octets)
    expect(lignes).toEqual([])
    expect(fautes).toHaveLength(1)
  })

  test('toutes les fautes du fichier sont dites, et aucune ne répète un numéro de sécurité sociale ni un IBAN', () => {
    const fautes = erreurs(
      ADHESION.replace('2024-01-01', '2024-13-01'),
      MP.replace(MERE, '282039999900249'),
      RIB.replace(IBAN, 'FR1520041010050500013M02606'),
    )
    expect(fautes.map((f) => f.ligne)).toEqual([2, 3, 4])
    expect(JSON.stringify(fautes)).not.toMatch(/2820399999002|20041010050500013M026/)
  })
})
