import { describe, expect, test } from 'vitest'
import { codeQr } from '@/lib/papiers/code-qr'
import type { Papier, Tableau } from '@/lib/papiers/papier'
import { composer } from '@/lib/papiers/papiers'
import {
  ADHERENT,
  ATTESTATION,
  CARTE,
  CERTIFICAT,
  CODE_ACCES,
  COURRIER,
  EMISSION,
  IBAN_DU_MANDAT,
  LIGNES,
  ligneReleve,
  MANDAT,
  ORGANISME,
  PRISE_EN_CHARGE,
  RADIATION,
  releve,
} from './exemples'

const normal = (texte: string) => texte.replace(/[\u00a0\u202f]/g, ' ')
const tableaux = (papier: Papier): Tableau[] => papier.blocs.filter((bloc) => bloc.type === 'tableau')
const fiche = (papier: Papier): Record<string, string> =>
  Object.fromEntries(
    papier.blocs
      .filter((bloc) => bloc.type === 'fiche')
      .flatMap(({ lignes }) => lignes.map(({ libelle, valeur }) => [normal(libelle), normal(valeur)])),
  )
const rangees = (tableau: Tableau | undefined): string[][] =>
  (tableau?.lignes ?? []).map((ligne) => ligne.map(({ texte }) => normal(texte)))

describe('le relevé de prestations', () => {
  const papier = composer('releve/1', releve(LIGNES), EMISSION)

  test('dit ce qui a été versé, à qui, et ce qui reste', () => {
    expect(fiche(papier)).toMatchObject({
      'Repris sur vos remboursements': '1,60 €',
      'Versé aux professionnels, pour vous': '201,07 €',
      'Calculé, encore à verser': '17,12 €',
      'Reste à votre charge': '237,50 €',
    })
  })

  test('porte la période, le numéro et la personne', () => {
    expect(normal(papier.sousTitre ?? '')).toBe('Période du 1er mars 2026 au 31 mars 2026')
    expect(normal(papier.reference ?? '')).toBe('Relevé n° R-2026-000123')
    expect(papier.destinataire).toEqual({
      nom: 'Maëlys Œuvrard',
      lignes: ['N°\u00a0adhérent PL000123'].map(normal),
    })
  })

  test('donne chaque soin avec ses parts, et le total', () => {
    const [tableau] = tableaux(papier)
    expect(rangees(tableau)[1]).toEqual([
      '05/03/2026',
      'Monture et verres simples, équipement de classe B',
      '380,50 €',
      '15,45 €',
      '9,27 €',
      '0,00 €',
      '196,73 €',
      '174,50 €',
    ])
    expect(tableau?.total?.map(({ texte }) => normal(texte))).toEqual([
      'Total',
      '6 soins',
      '473,70 €',
      '',
      '24,61 €',
      '−5,00 €',
      '216,59 €',
      '237,50 €',
    ])
  })

  test('dit à qui chaque soin est payé, ce que la loi retient, et pourquoi un soin est refusé', () => {
    const details = tableaux(papier)[0]?.lignes.map((ligne) => ligne[1]?.details.map(normal))
    expect(details).toEqual([
      [
        'Maëlys Œuvrard · Dr Claire Dubois-Noël',
        'Versé le 09/03/2026 à vous · dont 2,00 € de participation forfaitaire à votre charge',
      ],
      ['Léonie Œuvrard · Optique du Canal', 'Versé le 10/03/2026 au professionnel de santé'],
      [
        'Maëlys Œuvrard · Pharmacie des Écluses',
        'Versé le 10/03/2026 au professionnel de santé · dont 1,00 € de franchise à votre charge',
      ],
      [
        'Maëlys Œuvrard',
        'Refusé par la mutuelle',
        'La formule ne prévoit pas de remboursement pour cette dépense.',
      ],
      ['Maëlys Œuvrard', 'À verser à vous'],
      ['Maëlys Œuvrard', 'Repris le 16/03/2026 par la mutuelle'],
    ])
  })

  test('ne montre la colonne des autres payeurs que s’il y en a, et explique celles qu’il montre', () => {
    const seul = composer('releve/1', releve([ligneReleve()]), EMISSION)
    const titres = tableaux(seul)[0]?.colonnes.map(({ titre }) => titre)
    expect(titres).toEqual([
      'Date',
      'Soin',
      'Dépense',
      'Base',
      'Assurance maladie',
      'Mutuelle',
      'À votre charge',
    ])
    expect(Object.keys(fiche(seul))).toEqual(
      expect.arrayContaining(['Dépense', 'Base', 'Assurance maladie', 'Mutuelle', 'À votre charge']),
    )
    expect(fiche(seul)).toMatchObject({
      'Versé à vous': '9,00 €',
      'Par virement': 'compte de Maëlys Œuvrard qui finit par 4T7Z',
    })
  })

  test('A03 : des soins réservés sont une somme par personne et par versement, comptée dans ce qui est versé', () => {
    const reserves = [
      { beneficiaire: 'Lina Œuvrard', payeeLe: '2026-03-09', montant: 4210 },
      { beneficiaire: 'Lina Œuvrard', payeeLe: '2026-03-16', montant: 550 },
    ]
    const avec = composer('releve/1', releve([ligneReleve()], { reserves }), EMISSION)
    // 9,00 € of her own, 42,10 € and 5,50 €.
    expect(fiche(avec)).toMatchObject({
      'Versé à vous': '56,60 €',
      'Dont, pour des soins dont le détail est réservé': '47,60 €',
    })
    const [soins, sommes] = tableaux(avec)
    expect(rangees(soins)).toHaveLength(1)
    expect(rangees(sommes)).toEqual([
      ['09/03/2026', 'Lina Œuvrard', '42,10 €'],
      ['16/03/2026', 'Lina Œuvrard', '5,50 €'],
    ])
    expect(sommes?.total?.map(({ texte }) => normal(texte))).toEqual(['Total', '', '47,60 €'])
    const seules = composer('releve/1', releve([], { reserves }), EMISSION)
    expect(tableaux(seules)).toHaveLength(1)
    expect(fiche(seules)).toMatchObject({ 'Versé à vous': '47,60 €' })
  })

  test('sans soin, le dit en une phrase', () => {
    const vide = composer('releve/1', releve([]), EMISSION)
    expect(tableaux(vide)).toEqual([])
    expect(vide.blocs).toMatchObject([{ texte: 'Aucun soin n’a été traité pendant cette période.' }])
  })

  test.each([
    [
      'un total faux d’un centime',
      releve(LIGNES, { totaux: { ...releve(LIGNES).totaux, partMutuelle: 21660 } }),
    ],
    ['une ligne dont les parts ne font pas la dépense', releve([ligneReleve({ partMutuelle: 901 })])],
    ['une période à l’envers', releve([], { du: '2026-03-31', au: '2026-03-01' })],
    ['une date qui n’existe pas', releve([], { du: '2026-02-30' })],
    ['un montant qui n’est pas un entier de centimes', releve([ligneReleve({ base: 30.5 })])],
    ['un IBAN entier', releve([], { compte: { titulaire: 'X', fin: 'FR7612345678901234567890123' } })],
    ['un fait de plus', releve([], { nir: '184059900000000' })],
  ])('refuse %s', (_nom, faits) => {
    expect(() => composer('releve/1', faits, EMISSION)).toThrow()
  })
})

describe('la carte de tiers payant', () => {
  const papier = composer('carte/1', CARTE, EMISSION)
  const [bloc] = papier.blocs
  if (bloc?.type !== 'carte') throw new Error('la carte ne commence pas par la carte')
  const { carte } = bloc

  test('porte les cinq libellés du pavé, même vides, dans leur ordre', () => {
    expect(carte.pave.map(({ libelle, valeur }) => [normal(libelle), normal(valeur)])).toEqual([
      ['N° AMC', '00999001'],
      ['Type de convention', 'PL'],
      ['CSR', ''],
      ['N° adhérent', 'PL000123'],
      ['Période de validité', '01/01/2026 – 31/12/2026'],
    ])
  })

  test('porte R pour un contrat responsable, et rien sinon', () => {
    expect(carte.responsable?.lettre).toBe('R')
    const autre = composer('carte/1', { ...CARTE, responsable: false }, EMISSION)
    expect(JSON.stringify(autre)).not.toContain('contrat responsable')
  })

  test('nomme les bénéficiaires avec leur naissance et leur rang, et range les domaines', () => {
    expect(rangees(carte.beneficiaires)).toEqual([
      ['Maëlys Œuvrard', '02/05/1984', '1'],
      ['Thị Bích Nguyễn', '41/13/1983', '1'],
      ['Léonie Œuvrard', '30/11/2014', '1'],
      ['Noé Œuvrard', '15/01/2026', '1'],
    ])
    expect(carte.domaines.map(({ valeur }) => valeur)).toEqual([
      'pharmacie, laboratoire, radiologie, infirmier, kinésithérapeute et autres auxiliaires médicaux, consultation à l’hôpital, transport sanitaire',
      'hospitalisation, optique, dentaire, audition',
    ])
  })

  test('n’accepte pas de numéro de sécurité sociale dans ses faits', () => {
    const [premier, ...autres] = CARTE.beneficiaires
    const avecNir = { ...CARTE, beneficiaires: [{ ...premier, nir: '184059900000000' }, ...autres] }
    expect(() => composer('carte/1', avecNir, EMISSION)).toThrow()
  })
})

describe('l’attestation et le certificat', () => {
  test('l’attestation dit les droits de chacun au jour demandé', () => {
    const [tableau] = tableaux(composer('attestation/1', ATTESTATION, EMISSION))
    expect(rangees(tableau)).toEqual([
      ['Maëlys Œuvrard', '02/05/1984', 'adhérent', '01/01/2019', 'sans fin prévue', 'Ouverts'],
      ['Thị Bích Nguyễn', '41/13/1983', 'partenaire de Pacs', '01/07/2021', '31/12/2025', 'Terminés'],
      ['Léonie Œuvrard', '30/11/2014', 'enfant', '01/01/2019', 'sans fin prévue', 'Ouverts'],
      ['Noé Œuvrard', '15/01/2026', 'enfant', '01/04/2026', 'sans fin prévue', 'À venir'],
    ])
  })

  test('le dernier jour couvert est encore ouvert', () => {
    const [tableau] = tableaux(
      composer('attestation/1', { ...ATTESTATION, situationAu: '2025-12-31' }, EMISSION),
    )
    expect(rangees(tableau)[1]?.at(-1)).toBe('Ouverts')
  })

  test('l’attestation sans personne couverte le dit', () => {
    const papier = composer('attestation/1', { ...ATTESTATION, beneficiaires: [] }, EMISSION)
    expect(tableaux(papier)).toEqual([])
    expect(JSON.stringify(papier.blocs)).toContain('aucune personne n’est couverte')
  })

  test('le certificat dit l’effet, le règlement, les formules et les personnes', () => {
    const papier = composer('certificat/1', CERTIFICAT, EMISSION)
    expect(fiche(papier)).toMatchObject({
      'Prise d’effet': '1er janvier 2019',
      Règlement: 'Règlement mutualiste 2026',
      'Contrat responsable': 'oui',
    })
    expect(rangees(tableaux(papier)[0])).toEqual([
      ['ESSENTIEL', '01/01/2019', '31/12/2023'],
      ['ÉQUILIBRE', '01/01/2024', 'sans fin prévue'],
    ])
    expect(rangees(tableaux(papier)[1])).toHaveLength(4)
  })

  test('le certificat d’une adhésion finie dit sa fin', () => {
    const papier = composer('certificat/1', { ...CERTIFICAT, dateFin: '2025-06-30' }, EMISSION)
    expect(fiche(papier)).toMatchObject({ Fin: '30 juin 2025' })
    expect(normal(JSON.stringify(papier.blocs))).toContain(
      'a été adhérent du 1er janvier 2019 au 30 juin 2025',
    )
  })
})

describe('A14 : l’attestation de radiation', () => {
  test('dit les personnes, leur dernier jour, la formule, le coefficient de chaque année', () => {
    const papier = composer('radiation/1', RADIATION, EMISSION)
    expect(rangees(tableaux(papier)[0]).map((rangee) => rangee.at(-1))).toEqual(
      RADIATION.beneficiaires.map(() => '31/12/2025'),
    )
    expect(rangees(tableaux(papier)[1])).toEqual([['TER 2', '01/01/2024', '31/12/2025']])
    const blocs = normal(JSON.stringify(papier.blocs))
    expect(blocs).toContain('1 (aucune majoration)')
    expect(blocs).toContain('1,06 (majoration de 6 %)')
    expect(blocs).toContain('31 décembre 2025')
  })

  test('sans majoration possible, le coefficient ne se dit pas ; jamais calculé, on le demande', () => {
    const texte = (majorations: unknown) =>
      JSON.stringify(composer('radiation/1', { ...RADIATION, majorations }, EMISSION).blocs)
    expect(texte(null)).not.toContain('oefficient')
    expect(texte([])).toContain('demandez-le-nous')
  })

  test('une personne encore couverte n’a rien à faire sur ce papier', () => {
    const [premiere, ...autres] = RADIATION.beneficiaires
    const beneficiaires = [{ ...premiere, au: null }, ...autres]
    expect(() => composer('radiation/1', { ...RADIATION, beneficiaires }, EMISSION)).toThrow(
      /encore couverte/,
    )
  })
})

describe('le courrier', () => {
  test('dit les fondements de la décision, chacun avec son article', () => {
    const [tableau] = tableaux(composer('courrier/1', COURRIER, EMISSION))
    expect(rangees(tableau)).toEqual([
      [
        'Une demande faite au plus tard le 31 octobre 2026 vaut pour le 31 décembre suivant ; faite le 2 mars 2026, elle prend effet le 31 décembre 2026.',
        'Article 13, « Résiliation ». Règlement mutualiste, édition 2026.',
      ],
    ])
  })

  test('sans fondement, ne montre pas de tableau vide', () => {
    expect(tableaux(composer('courrier/1', { ...COURRIER, fondements: [] }, EMISSION))).toEqual([])
  })

  test('refuse un motif sans phrase', () => {
    const motif = { code: 'INCONNU', article: 'a/b', donnees: {} }
    const faits = { ...COURRIER, fondements: [{ motif, article: 'X' }] }
    expect(() => composer('courrier/1', faits, EMISSION)).toThrow('motif sans phrase : INCONNU')
  })
})

describe('le mandat de prélèvement (A11)', () => {
  const avecCompte = { ...EMISSION, numero: null, iban: IBAN_DU_MANDAT }
  const papier = composer('mandat/1', MANDAT, avecCompte)

  test('porte tout ce que l’EPC demande d’un mandat récurrent signé', () => {
    expect(fiche(papier)).toMatchObject({
      'Référence unique du mandat (RUM)': 'M0000000000000000000000001',
      'Votre nom': 'Maëlys Œuvrard',
      'Numéro de votre compte (IBAN)': 'FR76 3000 6000 0112 3456 7890 189',
      Créancier: 'Mutuelle du Pont-Levant',
      'Identifiant du créancier (ICS)': 'FR72ZZZ123456',
      'Adresse du créancier': '12 quai des Tilleuls, 99000 Valserine-le-Pont',
      'Type de paiement': 'Récurrent (plusieurs prélèvements)',
    })
    const texte = normal(JSON.stringify(papier.blocs))
    expect(texte).toMatch(
      /vous autorisez \(A\) Mutuelle du Pont-Levant .* débiter votre compte, et \(B\) votre banque/,
    )
    expect(texte).toMatch(/dans les 8 semaines suivant la date de débit/)
    expect(texte).toMatch(/Fait à Valserine-le-Pont, le 17 mars 2026. Signé en ligne par Maëlys Œuvrard/)
  })

  test('signé à la main, il dit que l’original est gardé', () => {
    const aLaMain = { ...MANDAT, signature: { ...MANDAT.signature, maniere: 'PAPIER' } }
    expect(normal(JSON.stringify(composer('mandat/1', aLaMain, avecCompte)))).toMatch(/garde l’original/)
  })

  test('ne s’imprime ni sans son compte, ni avec un autre : ses faits n’en ont que la fin', () => {
    expect(JSON.stringify(MANDAT)).not.toContain(IBAN_DU_MANDAT.slice(4, 20))
    expect(() => composer('mandat/1', MANDAT, EMISSION)).toThrow(/compte/)
    expect(() =>
      composer('mandat/1', MANDAT, { ...avecCompte, iban: 'FR1420041010050500013M02606' }),
    ).toThrow(/compte/)
  })
})

describe('la lettre du code d’accès (A01)', () => {
  const emission = { ...EMISSION, numero: null }

  test('donne le code et le numéro, à la personne, avec l’adresse où s’en servir', () => {
    const papier = composer('code-acces/1', CODE_ACCES, { ...emission, codeAcces: 'k7m4-9xqt-2bwh' })
    expect(fiche(papier)).toEqual({ 'Votre code d’accès': 'k7m4-9xqt-2bwh', 'N° adhérent': 'PL000123' })
    expect(papier.destinataire?.nom).toBe('Yann Œuvrard')
    expect(normal(JSON.stringify(papier.blocs))).toContain(CODE_ACCES.adresse)
    expect(JSON.stringify(papier)).not.toContain('ancien code')
    const autre = { ...CODE_ACCES, remplace: true }
    const seconde = composer('code-acces/1', autre, { ...emission, codeAcces: 'k7m4-9xqt-2bwh' })
    expect(normal(JSON.stringify(seconde.blocs))).toContain('Il remplace votre ancien code')
  })

  test('remplacé depuis, elle le dit au lieu de donner un code', () => {
    const papier = composer('code-acces/1', CODE_ACCES, { ...emission, codeAcces: null })
    expect(fiche(papier)).toEqual({})
    expect(normal(JSON.stringify(papier.blocs))).toContain('ne sert plus')
  })

  test('la carte, montrée à tous, n’en porte aucun', () => {
    expect(
      JSON.stringify(composer('carte/1', CARTE, { ...emission, codeAcces: 'k7m4-9xqt-2bwh' })),
    ).not.toContain('k7m4')
  })
})

describe('tous les papiers', () => {
  test('un organisme fictif le dit d’abord ; un vrai ne dit rien de tel', () => {
    const [premiere] = composer('attestation/1', ATTESTATION, EMISSION).mentions
    expect(premiere).toContain('démonstration')
    const vrai = { ...ATTESTATION, organisme: { ...ORGANISME, fictif: false } }
    expect(JSON.stringify(composer('attestation/1', vrai, EMISSION))).not.toContain('démonstration')
  })

  test('les faits sont du JSON : relus, ils font le même papier', () => {
    const relus: unknown = JSON.parse(JSON.stringify(releve(LIGNES)))
    expect(composer('releve/1', relus, EMISSION)).toEqual(composer('releve/1', releve(LIGNES), EMISSION))
  })

  test.each(['releve/2', 'toString', ''])('un gabarit inconnu (« %s ») est refusé', (gabarit) => {
    expect(() => composer(gabarit, {}, EMISSION)).toThrow('gabarit de papier inconnu')
  })

  test('un code QR ne porte que de l’ASCII sans espace', () => {
    expect(() => codeQr('https://a.example/é')).toThrow()
    expect(() => codeQr('https://a.example/a b')).toThrow()
  })
})

describe('l’attestation de cotisations (A14)', () => {
  const ATTESTE = {
    organisme: ORGANISME,
    adherent: ADHERENT,
    reglement: 'Règlement mutualiste 2026',
    annee: 2025,
    arreteAu: '2025-12-31',
    versements: [
      { periode: 'Juin 2025', le: '2025-06-06', montant: 13_610 },
      { periode: 'Cotisation rendue', le: '2025-07-15', montant: -4997 },
    ],
    total: 8613,
  }

  test('dit chaque somme à sa date, et leur total', () => {
    const papier = composer('attestation-cotisations/1', ATTESTE, EMISSION)
    const [tableau] = tableaux(papier)
    expect(rangees(tableau)).toEqual([
      ['Juin 2025', '06/06/2025', '136,10 €'],
      ['Cotisation rendue', '15/07/2025', '−49,97 €'],
    ])
    expect(fiche(papier)).toMatchObject({ 'Total payé': '86,13 €' })
    expect(papier.sousTitre).toBe('Année 2025')
    expect(normal(JSON.stringify(papier.mentions))).toContain('ni le droit à un avantage fiscal')
  })

  test('de l’année qui court, dit jusqu’à quel jour elle a regardé', () => {
    const papier = composer('attestation-cotisations/1', { ...ATTESTE, arreteAu: '2025-07-15' }, EMISSION)
    expect(normal(papier.sousTitre ?? '')).toBe('Année 2025, arrêtée au 15 juillet 2025')
  })

  test.each([
    ['un total qui n’est pas la somme', { total: 8614 }],
    ['un paiement d’une autre année', { annee: 2024, arreteAu: '2024-12-31' }],
    ['un paiement d’après le jour regardé', { arreteAu: '2025-07-14' }],
    ['aucun paiement', { versements: [], total: 0 }],
  ])('%s est refusé', (_cas, change) => {
    expect(() => composer('attestation-cotisations/1', { ...ATTESTE, ...change }, EMISSION)).toThrow()
  })
})

describe('A28 : l’accord de prise en charge', () => {
  const papier = composer('prise-en-charge/1', PRISE_EN_CHARGE, EMISSION)

  test('engage la mutuelle sur une somme, envers un établissement, pour des dates', () => {
    expect(papier.titre).toBe('Accord de prise en charge')
    const [annonce] = papier.blocs
    expect(annonce?.type === 'paragraphe' ? normal(annonce.texte) : '').toBe(
      'Mutuelle du Pont-Levant s’engage à payer 560,00 € à Clinique des Tilleuls pour les soins ci-dessous.',
    )
    expect(fiche(papier)).toMatchObject({
      Numéro: 'P-2026-000012',
      FINESS: '990000028',
      'Date d’entrée': '13 avril 2026',
      'Discipline médico-tarifaire (DMT)': '137',
      'Code risque': '10 (maladie)',
      Valable: 'du 13 avril 2026 au 13 juillet 2026',
    })
  })

  test('dit qui paie quoi, acte par acte, sans colonne inutile, puis pourquoi', () => {
    const [montants, ...pourquoi] = tableaux(papier)
    expect(montants?.colonnes.map(({ titre }) => normal(titre))).toEqual([
      'Soin',
      'Prix',
      'Assurance maladie',
      'Mutuelle',
      'À votre charge',
    ])
    expect(rangees(montants)[0]).toEqual([
      'Chambre particulière, par nuit',
      '360,00 €',
      '0,00 €',
      '160,00 €',
      '200,00 €',
    ])
    expect(montants?.lignes[0]?.[0]?.details.map(normal)).toEqual(['4 nuits'])
    expect(montants?.total?.map(({ texte }) => normal(texte))).toEqual([
      'Total',
      '2 360,00 €',
      '1 600,00 €',
      '560,00 €',
      '200,00 €',
    ])
    expect(pourquoi).toHaveLength(2)
  })

  test('un devis étudié n’engage pas, et le dit', () => {
    const etude = composer('prise-en-charge/1', { ...PRISE_EN_CHARGE, genre: 'DEVIS' }, EMISSION)
    expect(etude.titre).toBe('Réponse à votre devis')
    expect(JSON.stringify(etude)).not.toContain('s’engage')
    expect(etude.mentions.map(normal).join(' ')).toContain('n’est pas un engagement')
  })

  test('des parts qui ne font pas la dépense ne s’impriment pas', () => {
    const [chambre] = PRISE_EN_CHARGE.actes
    const faux = { ...PRISE_EN_CHARGE, actes: [{ ...chambre, partMutuelle: 16001 }] }
    expect(() => composer('prise-en-charge/1', faux, EMISSION)).toThrow(/les parts ne font pas la dépense/)
  })
})
