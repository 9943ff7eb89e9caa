import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LigneLue } from '@/lib/flux/decomptes/adaptateur'
import { RefusFlux } from '@/lib/flux/decomptes/anomalie'
import { choisirAdaptateur, controlerFlux } from '@/lib/flux/decomptes/lecture'
import { expliquerQuarantaine, expliquerRefusFlux } from '@/lib/lexique/flux'
import { annulation, consultation, document, enMorceaux, NUMERO_AMC } from '../support/flux-de-test'

interface Lecture {
  readonly refus: string | null
  /** Reason of each line set aside, by rank; « ok » for a line that goes in. */
  readonly lignes: readonly string[]
  readonly lues: readonly LigneLue[]
}

async function lireTout(octets: Uint8Array, taille = 997): Promise<Lecture> {
  const ouvrir = () => enMorceaux(octets, taille)
  try {
    const adaptateur = await choisirAdaptateur(ouvrir)
    const enveloppe = await controlerFlux(adaptateur, ouvrir, NUMERO_AMC)
    const lues: LigneLue[] = []
    for await (const lue of adaptateur.lire(ouvrir, enveloppe)) lues.push(lue)
    return { refus: null, lues, lignes: lues.map((l) => ('anomalie' in l ? l.anomalie.motif : 'ok')) }
  } catch (erreur) {
    if (!(erreur instanceof RefusFlux)) throw erreur
    return { refus: erreur.code, lues: [], lignes: [] }
  }
}

const BON = JSON.stringify(document([consultation('D1', 1)]))
const utf8 = (texte: string): Uint8Array => new TextEncoder().encode(texte)
/** The good file with one text replaced by another; the test fails if there is nothing to replace. */
function avec(de: string, vers: string): Uint8Array {
  if (!BON.includes(de)) throw new Error(`rien à remplacer : ${de}`)
  return utf8(BON.replace(de, vers))
}
/** The good file with this line in place of its own, totals recomputed as a producer would. */
const ligne = (plus: Record<string, unknown>): Uint8Array =>
  utf8(JSON.stringify(document([{ ...consultation('D1', 1), ...plus }])))
const montants = (plus: Record<string, unknown>) => ({
  montants: { ...consultation('D1', 1).montants, ...plus },
})

describe('un fichier de travers est refusé en entier', () => {
  const cas: [string, Uint8Array, string][] = [
    ['vide', new Uint8Array(), 'FORMAT_INCONNU'],
    ['fait de blancs', utf8('  \n\t '), 'FORMAT_INCONNU'],
    ['un tableau', utf8('[]'), 'FORMAT_INCONNU'],
    ['un CSV', utf8('idDecompte;montant\nD1;30'), 'FORMAT_INCONNU'],
    ['une archive zip', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]), 'FORMAT_INCONNU'],
    ['compressé en gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'FORMAT_INCONNU'],
    ['en UTF-16 petit-boutien', Buffer.from(`\uFEFF${BON}`, 'utf16le'), 'ENCODAGE'],
    ['en UTF-16 gros-boutien', Buffer.from(`\uFEFF${BON}`, 'utf16le').swap16(), 'ENCODAGE'],
    ['en UTF-16 sans marque', Buffer.from(BON, 'utf16le'), 'JSON_INVALIDE'],
    ['en ISO-8859-1', Buffer.from(BON.replace('"AMO"', '"AMO","libelle":"Caisse é"'), 'latin1'), 'ENCODAGE'],
    [
      'en Windows-1252',
      Buffer.concat([Buffer.from(BON.slice(0, -1)), Buffer.from([0x93, 0x94]), Buffer.from('}')]),
      'ENCODAGE',
    ],
    [
      'à l’UTF-8 trop long',
      Buffer.concat([Buffer.from('{"format":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')]),
      'ENCODAGE',
    ],
    [
      'dont le dernier caractère est coupé',
      Buffer.concat([Buffer.from(BON), Buffer.from([0xc3])]),
      'ENCODAGE',
    ],
    ['coupé dans l’en-tête', utf8(BON.slice(0, 60)), 'JSON_INVALIDE'],
    ['coupé dans une ligne', utf8(BON.slice(0, 500)), 'JSON_INVALIDE'],
    ['coupé avant la dernière accolade', utf8(BON.slice(0, -1)), 'JSON_INVALIDE'],
    ['suivi d’un autre document', utf8(BON + BON), 'JSON_INVALIDE'],
    ['suivi de texte', utf8(`${BON} fin`), 'JSON_INVALIDE'],
    ['avec un NUL brut', avec('"D1"', '"D\u00001"'), 'JSON_INVALIDE'],
    ['avec un retour à la ligne dans une chaîne', avec('"D1"', '"D\n1"'), 'JSON_INVALIDE'],
    ['avec NaN', avec('"depense":3000', '"depense":NaN'), 'JSON_INVALIDE'],
    ['avec Infinity', avec('"depense":3000', '"depense":Infinity'), 'JSON_INVALIDE'],
    ['avec un nombre hexadécimal', avec('"depense":3000', '"depense":0xBB8'), 'JSON_INVALIDE'],
    ['avec un zéro de tête', avec('"depense":3000', '"depense":03000'), 'JSON_INVALIDE'],
    ['avec un plus de tête', avec('"depense":3000', '"depense":+3000'), 'JSON_INVALIDE'],
    ['avec une virgule finale', utf8(`${BON.slice(0, -1)},}`), 'JSON_INVALIDE'],
    ['avec des guillemets simples', utf8("{'format':'flux-decomptes/1'}"), 'JSON_INVALIDE'],
    ['avec un commentaire', utf8(`{/* bonjour */${BON.slice(1)}`), 'JSON_INVALIDE'],
    ['imbriqué cent mille fois', utf8(`{"lignes":[${'['.repeat(100_000)}`), 'TROP_PROFOND'],
    ['imbriqué dans l’en-tête', utf8(`{"entete":${'{"a":'.repeat(5_000)}1`), 'TROP_PROFOND'],
    [
      'à l’en-tête de deux mégaoctets',
      avec('"idFichier":"F1"', `"idFichier":"${'F'.repeat(2_000_000)}"`),
      'ENTETE_TROP_GRANDE',
    ],
    [
      'à l’en-tête de dix mille clés',
      avec('"creeLe"', `${Array.from({ length: 10_000 }, (_, i) => `"k${i}":0`).join(',')},"creeLe"`),
      'ENTETE_TROP_GRANDE',
    ],
    ['sans en-tête', avec('"entete"', '"enTete"'), 'ENTETE_INVALIDE'],
    ['sans lignes', utf8(BON.replace('"lignes"', '"lines"')), 'ENTETE_INVALIDE'],
    ['aux lignes en objet', utf8(BON.replace(/"lignes":\[.*\],/, '"lignes":{},')), 'ENTETE_INVALIDE'],
    ['d’une autre version', avec('flux-decomptes/1', 'flux-decomptes/2'), 'ENTETE_INVALIDE'],
    ['avec une clé inconnue', avec('"controle"', '"bonus":1,"controle"'), 'ENTETE_INVALIDE'],
    [
      'avec __proto__ à la racine',
      avec('"controle"', '"__proto__":{"admin":true},"controle"'),
      'ENTETE_INVALIDE',
    ],
    ['à l’identifiant vide', avec('"idFichier":"F1"', '"idFichier":""'), 'ENTETE_INVALIDE'],
    [
      'à l’identifiant avec un NUL échappé',
      avec('"idFichier":"F1"', '"idFichier":"F\\u00001"'),
      'ENTETE_INVALIDE',
    ],
    ['à la date de création impossible', avec('2026-11-10T06', '2026-13-45T06'), 'ENTETE_INVALIDE'],
    ['à la date de création de l’an 0', avec('2026-11-10T06', '0000-11-10T06'), 'ENTETE_INVALIDE'],
    ['à l’en-tête double', avec('"lignes"', '"entete":{},"lignes"'), 'CLE_DOUBLE'],
    ['aux lignes doubles', avec('"controle"', '"lignes":[],"controle"'), 'CLE_DOUBLE'],
    ['au numéro AMC double', avec('"creeLe"', '"numeroAmc":"99999999","creeLe"'), 'CLE_DOUBLE'],
    ['d’un autre organisme', avec(NUMERO_AMC, '99999999'), 'AUTRE_ORGANISME'],
    ['au nombre de lignes faux', avec('"nombreLignes":1', '"nombreLignes":2'), 'TOTAUX_FAUX'],
    [
      'au total de dépense faux d’un centime',
      avec('"totalDepense":3000', '"totalDepense":3001'),
      'TOTAUX_FAUX',
    ],
    ['au total du régime obligatoire faux', avec('"totalRO":1900', '"totalRO":-1900'), 'TOTAUX_FAUX'],
    ['au total complémentaire faux', avec('"totalRO":1900', '"totalRO":1900,"totalRC":1'), 'TOTAUX_FAUX'],
    ['au total décimal', avec('"totalRO":1900', '"totalRO":19.5'), 'ENTETE_INVALIDE'],
    ['au total en texte', avec('"totalRO":1900', '"totalRO":"1900"'), 'ENTETE_INVALIDE'],
    ['au total infini', avec('"totalRO":1900', '"totalRO":1e400'), 'ENTETE_INVALIDE'],
    [
      'au montant « 1,00 » que les totaux ne retrouvent pas',
      avec('"depense":3000', '"depense":"30,00"'),
      'TOTAUX_FAUX',
    ],
    ['au montant 1e400', avec('"depense":3000', '"depense":1e400'), 'TOTAUX_FAUX'],
    [
      'aux lignes toutes vides de montants',
      utf8(BON.replace(/"lignes":\[.*\],"controle"/, '"lignes":[{}],"controle"')),
      'TOTAUX_FAUX',
    ],
  ]
  test.each(cas)('%s', async (_nom, octets, code) => {
    expect((await lireTout(octets)).refus).toBe(code)
    expect(expliquerRefusFlux(code)).not.toBe(code)
  })
})

describe('une mauvaise ligne est mise de côté avec sa raison', () => {
  const cas: [string, Uint8Array, string][] = [
    ['une clé de plus', ligne({ bonus: 1 }), 'SCHEMA_INVALIDE'],
    [
      '__proto__ dans la ligne',
      avec('"idDecompte":"D1"', '"__proto__":{"montants":{}},"idDecompte":"D1"'),
      'SCHEMA_INVALIDE',
    ],
    [
      'constructor dans la ligne',
      avec('"idDecompte":"D1"', '"constructor":{"prototype":{}},"idDecompte":"D1"'),
      'SCHEMA_INVALIDE',
    ],
    ['toString dans les montants', avec('"tauxRO"', '"toString":1,"tauxRO"'), 'SCHEMA_INVALIDE'],
    ['un champ deux fois', avec('"idDecompte":"D1"', '"idDecompte":"D1","idDecompte":"D2"'), 'CLE_DOUBLE'],
    ['un montant deux fois', avec('"depense":3000', '"depense":3000,"depense":1'), 'CLE_DOUBLE'],
    ['un texte de cent mille caractères', ligne({ referenceLot: 'x'.repeat(100_000) }), 'LIGNE_TROP_GRANDE'],
    ['une clé de cent mille caractères', ligne({ ['x'.repeat(100_000)]: 1 }), 'LIGNE_TROP_GRANDE'],
    ['dix mille valeurs', ligne({ bonus: Array.from({ length: 10_000 }, () => 0) }), 'LIGNE_TROP_GRANDE'],
    [
      'cinquante niveaux',
      ligne({ bonus: JSON.parse(`${'['.repeat(50)}${']'.repeat(50)}`) }),
      'LIGNE_TROP_GRANDE',
    ],
    ['un NUL échappé', ligne({ idDecompte: 'D\u0000' }), 'CARACTERE_INTERDIT'],
    ['une moitié de paire', avec('"D1"', '"D\\ud800"'), 'CARACTERE_INTERDIT'],
    [
      'une séquence d’échappement de terminal',
      ligne({ executant: { libelle: '\u001b[2J' } }),
      'CARACTERE_INTERDIT',
    ],
    ['un identifiant vide', ligne({ idDecompte: '' }), 'IDENTIFIANT_INVALIDE'],
    ['un identifiant de cent caractères', ligne({ idDecompte: 'D'.repeat(100) }), 'IDENTIFIANT_INVALIDE'],
    ['un numéro de ligne nul', ligne({ numeroLigne: 0 }), 'SCHEMA_INVALIDE'],
    ['un numéro de ligne décimal', ligne({ numeroLigne: 1.5 }), 'SCHEMA_INVALIDE'],
    [
      'un numéro de ligne énorme',
      avec('"numeroLigne":1', '"numeroLigne":9007199254740993'),
      'IDENTIFIANT_INVALIDE',
    ],
    ['un 31 février', ligne({ soinsDebut: '2026-02-31' }), 'DATE_INEXISTANTE'],
    ['un 29 février 1900', ligne({ soinsDebut: '1900-02-29' }), 'DATE_INEXISTANTE'],
    ['une date de règlement impossible', ligne({ reglement: { date: '2026-00-10' } }), 'DATE_INEXISTANTE'],
    ['une année à deux chiffres', ligne({ soinsDebut: '26-03-10' }), 'SCHEMA_INVALIDE'],
    ['une date à la française', ligne({ soinsDebut: '10/03/2026' }), 'SCHEMA_INVALIDE'],
    ['des soins finis avant d’avoir commencé', ligne({ soinsFin: '2026-03-09' }), 'DATES_INCOHERENTES'],
    ['des soins après le fichier', ligne({ soinsDebut: '2026-11-11' }), 'DATE_FUTURE'],
    ['aucun NIR', ligne({ assure: {} }), 'NIR_ABSENT'],
    [
      'un NIR de bénéficiaire en lettres',
      ligne({ beneficiaire: { dateNaissance: '1980-01-01', nir: 'ABC' } }),
      'NIR_INVALIDE',
    ],
    ['un NIR de douze chiffres', ligne({ assure: { nir: '180019999900' } }), 'SCHEMA_INVALIDE'],
    ['une clé de NIR fausse', ligne({ assure: { nir: '1800199999001', cle: '69' } }), 'NIR_CLE_FAUSSE'],
    [
      'un NIR corse à la clé calculée sans les lettres',
      ligne({ assure: { nir: '180012A999001', cle: '67' } }),
      'NIR_CLE_FAUSSE',
    ],
    ['une opération inconnue', ligne({ operation: 'DON' }), 'SCHEMA_INVALIDE'],
    ['un paiement négatif', ligne(montants({ depense: -3000, montantRO: -1900 })), 'SIGNE_INCOHERENT'],
    [
      'une annulation positive',
      ligne({ operation: 'ANNULATION', ligneOrigine: { idDecompte: 'X', numeroLigne: 1 } }),
      'SIGNE_INCOHERENT',
    ],
    [
      'une annulation sans origine',
      ligne({ ...annulation('X', consultation('D1', 1)), ligneOrigine: undefined }),
      'ORIGINE_ABSENTE',
    ],
    [
      'une origine à moitié dite',
      ligne({ operation: 'REGULARISATION', ligneOrigine: { idDecompte: 'X' } }),
      'ORIGINE_ABSENTE',
    ],
    ['plus remboursé que dépensé', ligne(montants({ montantRO: 3001 })), 'MONTANTS_INCOHERENTS'],
    ['plus remboursé à deux que dépensé', ligne(montants({ rcDejaVerse: 1200 })), 'MONTANTS_INCOHERENTS'],
    ['un taux de 170 %', ligne(montants({ tauxRO: '170' })), 'MONTANTS_INCOHERENTS'],
    ['un taux en virgule', ligne(montants({ tauxRO: '70,0' })), 'SCHEMA_INVALIDE'],
    [
      'un dépassement plus grand que la dépense',
      ligne(montants({ depassement: 3001 })),
      'MONTANTS_INCOHERENTS',
    ],
    ['onze millions d’euros', ligne(montants({ depense: 1_100_000_000 })), 'MONTANT_INVRAISEMBLABLE'],
    ['un franchise décimale', ligne(montants({ franchise: 0.5 })), 'SCHEMA_INVALIDE'],
    [
      'une participation infinie',
      avec('"participationForfaitaire":200', '"participationForfaitaire":1e999'),
      'SCHEMA_INVALIDE',
    ],
  ]
  test.each(cas)('%s', async (_nom, octets, motif) => {
    const { refus, lignes } = await lireTout(octets)
    expect({ refus, lignes }).toEqual({ refus: null, lignes: [motif] })
    expect(expliquerQuarantaine(motif)).not.toBe(motif)
  })

  test.each(['null', '12', '"texte"', '[]', 'true', '{}'])('une ligne qui est %s', async (valeur) => {
    const texte = BON.replace('"lignes":[', `"lignes":[${valeur},`).replace(
      '"nombreLignes":1',
      '"nombreLignes":2',
    )
    expect((await lireTout(utf8(texte))).lignes).toEqual(['SCHEMA_INVALIDE', 'ok'])
  })

  test('elle n’empêche pas les bonnes d’entrer, et garde son rang', async () => {
    const lignes = [
      consultation('A', 1),
      consultation('B', 1, { soinsDebut: '2026-02-30' }),
      consultation('C', 1),
    ]
    const { lignes: lues, lues: toutes } = await lireTout(utf8(JSON.stringify(document(lignes))))
    expect(lues).toEqual(['ok', 'DATE_INEXISTANTE', 'ok'])
    expect(toutes.map((l) => l.rang)).toEqual([1, 2, 3])
  })

  test('sa raison ne répète ni numéro de sécurité sociale ni nom', async () => {
    const { lues } = await lireTout(
      ligne({ assure: { nir: '1800199999001', cle: '69' }, '1800199999001': 'DUPONT' }),
    )
    expect(JSON.stringify(lues.map((l) => ('anomalie' in l ? l.anomalie : null)))).not.toMatch(
      /1800199999001|DUPONT/,
    )
  })
})

describe('un bon fichier se lit', () => {
  test.each<[string, Uint8Array]>([
    ['tel quel', utf8(BON)],
    ['avec une marque d’ordre', utf8(`\uFEFF${BON}`)],
    ['indenté, en CRLF', utf8(JSON.stringify(JSON.parse(BON), null, 2).replaceAll('\n', '\r\n'))],
    [
      'l’en-tête et les totaux après les lignes',
      utf8(JSON.stringify({ lignes: JSON.parse(BON).lignes, ...JSON.parse(BON) })),
    ],
    ['avec une naissance lunaire', ligne({ beneficiaire: { dateNaissance: '1955-00-00' } })],
    ['avec un NIR corse', ligne({ assure: { nir: '180012A999001', cle: '94' } })],
    ['avec -0 et 3000.0', avec('"depassement":0', '"depassement":-0.0')],
    ['avec des accents, un emoji et de l’arabe', ligne({ executant: { libelle: 'Noëlle Œuvray 🦷 عيادة' } })],
  ])('%s', async (_nom, octets) => {
    const { refus, lignes } = await lireTout(octets)
    expect({ refus, lignes }).toEqual({ refus: null, lignes: ['ok'] })
  })

  test('coupé n’importe où par le réseau, il dit la même chose', async () => {
    const octets = utf8(
      JSON.stringify(document([consultation('É1', 1), annulation('É2', consultation('É1', 1))])),
    )
    const attendu = await lireTout(octets, octets.length)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300 }), async (taille) => {
        expect(await lireTout(octets, taille)).toEqual(attendu)
      }),
      { numRuns: 60 },
    )
  })

  test('abîmé d’un octet, il est refusé, mis de côté ou lu, jamais autre chose', async () => {
    const octets = utf8(BON)
    await fc.assert(
      fc.asyncProperty(fc.nat(octets.length - 1), fc.integer({ min: 0, max: 255 }), async (rang, valeur) => {
        const copie = octets.slice()
        copie[rang] = valeur
        const { refus, lignes } = await lireTout(copie)
        expect(refus !== null || lignes.length === 1).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})
