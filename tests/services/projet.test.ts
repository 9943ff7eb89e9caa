import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import { ajouterJours, type DateCivile, dateCivile, joursEntre } from '@/lib/rules/date/date-civile'
import type { Parametres } from '@/lib/services/projet/schema'
import { repondreALaLigne } from '@/lib/services/question/view'
import { uneDate } from '../support/dates'
import { contratDeTest, demander, JOUR_PROJET } from '../support/projets'

const MUTAMI = contratDeTest({
  reglement: 'mutami',
  du: '2021-01-01',
  formules: [['tribu-equilibre', '2021-01-01']],
})
const MUTAMI_RECENT = contratDeTest({
  reglement: 'mutami',
  du: '2025-06-01',
  formules: [['tribu-equilibre', '2025-06-01']],
})
const SMB = contratDeTest({
  reglement: 'mutame-smb',
  du: '2023-01-01',
  formules: [
    ['mutame-3', '2023-01-01', '2024-12-31'],
    ['mutame-2', '2025-01-01'],
  ],
})
const SMB_CHANGE_EN_JUIN = contratDeTest({
  reglement: 'mutame-smb',
  du: '2023-01-01',
  formules: [
    ['mutame-1', '2023-01-01', '2025-05-31'],
    ['mutame-2', '2025-06-01'],
  ],
})
const OCIANE = contratDeTest({
  reglement: 'ociane-collectif',
  du: '2024-01-01',
  formules: [['panier-ani', '2024-01-01']],
})
const PLUS = contratDeTest({
  reglement: 'mutame-plus',
  du: '2024-01-01',
  formules: [['atout-sante-plus', '2024-01-01']],
})
const MIEUX_ETRE = contratDeTest({
  reglement: 'mieux-etre',
  du: '2024-01-01',
  formules: [['collectif', '2024-01-01']],
})

const enfant2015 = { 'naissance-jour': '5', 'naissance-mois': '5', 'naissance-annee': '2015' }
const adulte = { 'naissance-jour': '14', 'naissance-mois': '3', 'naissance-annee': '1986' }

/** Asked on Tuesday 17 March 2026. The dates come from the articles, by hand. */
type Cas = readonly [
  nom: string,
  contrat: typeof MUTAMI,
  parametres: Parametres,
  verdict: string,
  phrase: string,
]
const CAS: readonly Cas[] = [
  // Mutami, art. 7.2: 12 months, then 30 days, then a 1st: 17 March + 30 days = 16 April.
  [
    'Mutami : un changement de formule attend trente jours, puis un premier du mois',
    MUTAMI,
    { faire: 'option', formule: 'tribu-premium' },
    'POSSIBLE',
    'Oui, à partir du vendredi 1er mai 2026',
  ],
  // 1 June 2025 + 12 months; asked on 1 June 2026, 30 days lead to 1 July, a 1st: the month after it.
  [
    'Mutami : avant un an d’adhésion, on ne change pas encore',
    MUTAMI_RECENT,
    { faire: 'option', formule: 'tribu-premium' },
    'PLUS_TARD',
    'Demandez-le à partir du lundi 1er juin 2026 : la nouvelle formule commencerait le 1er août 2026.',
  ],
  // Art. 2.3: two months from the birth.
  [
    'A17, Mutami : une naissance demandée à temps couvre depuis la naissance',
    MUTAMI,
    { faire: 'ajouter', motif: 'naissance', evenement: '2026-03-01' },
    'POSSIBLE',
    'Oui, à partir du dimanche 1er mars 2026',
  ],
  [
    'A17, Mutami : demandée trop tard, elle couvre le mois suivant',
    MUTAMI,
    { faire: 'ajouter', motif: 'naissance', evenement: '2026-01-10' },
    'POSSIBLE',
    'Oui, à partir du mercredi 1er avril 2026',
  ],
  [
    'A17, Mutami : une adoption suit la même règle',
    MUTAMI,
    { faire: 'ajouter', motif: 'adoption', evenement: '2026-02-16', ...enfant2015 },
    'POSSIBLE',
    'Oui, à partir du lundi 16 février 2026',
  ],
  [
    'Mutami : un mariage couvre le mois suivant',
    MUTAMI,
    { faire: 'ajouter', motif: 'mariage', ...adulte },
    'POSSIBLE',
    'Oui, à partir du mercredi 1er avril 2026',
  ],
  // The collective cover ended on 28 February: the day after, within a month.
  [
    'Mutami : après une mutuelle d’entreprise, la couverture prend la suite',
    MUTAMI,
    { faire: 'ajouter', motif: 'perte-de-couverture', lien: 'CONJOINT', evenement: '2026-02-28', ...adulte },
    'POSSIBLE',
    'Oui, à partir du dimanche 1er mars 2026',
  ],
  [
    'A16, Mutami : un retrait choisi prend effet au premier du mois suivant, couvert jusqu’à la veille',
    MUTAMI,
    { faire: 'retirer', motif: 'DEMANDE', personne: '2' },
    'POSSIBLE',
    'Oui, la couverture de Cloé s’arrêterait le mardi 31 mars 2026',
  ],
  [
    'A16, Mutami : un divorce, au dernier jour du mois',
    MUTAMI,
    { faire: 'retirer', motif: 'DIVORCE', personne: '1' },
    'POSSIBLE',
    'Oui, la couverture de Ben s’arrêterait le mardi 31 mars 2026',
  ],
  [
    'A31, Mutami : à l’échéance, demandée avant le 31 octobre',
    MUTAMI,
    { faire: 'partir', motif: 'ECHEANCE' },
    'POSSIBLE',
    'Oui, le contrat prendrait fin le jeudi 31 décembre 2026',
  ],
  [
    'A31, Mutami : à tout moment après un an, un mois de préavis',
    MUTAMI,
    { faire: 'partir', motif: 'INFRA_ANNUELLE' },
    'POSSIBLE',
    'Oui, le contrat prendrait fin le vendredi 17 avril 2026',
  ],
  [
    'A31, Mutami : avant un an, pas encore',
    MUTAMI_RECENT,
    { faire: 'partir', motif: 'INFRA_ANNUELLE' },
    'PLUS_TARD',
    'Demandez-le à partir du lundi 1er juin 2026 : le contrat prendrait fin le 1er juillet 2026.',
  ],
  [
    'A31, Mutami : la mutuelle obligatoire de l’employeur, au dernier jour du mois',
    MUTAMI,
    { faire: 'partir', motif: 'CONTRAT_COLLECTIF_OBLIGATOIRE' },
    'POSSIBLE',
    'Oui, le contrat prendrait fin le mardi 31 mars 2026',
  ],
  [
    'A31, Mutami : un changement de situation de moins de trois mois, un mois après la demande',
    MUTAMI,
    { faire: 'partir', motif: 'CHANGEMENT_SITUATION', evenement: '2026-02-01' },
    'POSSIBLE',
    'Oui, le contrat prendrait fin le vendredi 17 avril 2026',
  ],
  [
    'A31, Mutami : un changement de plus de trois mois ne compte plus',
    MUTAMI,
    { faire: 'partir', motif: 'CHANGEMENT_SITUATION', evenement: '2025-12-01' },
    'IMPOSSIBLE',
    'Non, pas pour cette raison',
  ],
  [
    'A31, Mutami : rien n’est dit de la complémentaire santé solidaire',
    MUTAMI,
    { faire: 'partir', motif: 'CSS' },
    'NON_PREVU',
    'Votre règlement ne prévoit pas ce cas',
  ],
  // SMB, art. 3: a month before a 1st of the month.
  [
    'A18, SMB : une hausse se prend à tout moment, un mois avant un premier du mois',
    SMB,
    { faire: 'option', formule: 'mutame-3' },
    'POSSIBLE',
    'Oui, à partir du vendredi 1er mai 2026',
  ],
  // Two years in the option on 1 January 2027; 1 November still gives 1 December.
  [
    'A18, SMB : une baisse attend deux ans dans l’option',
    SMB,
    { faire: 'option', formule: 'mutame-1' },
    'PLUS_TARD',
    'Demandez-le à partir du lundi 2 novembre 2026 : la nouvelle formule commencerait le 1er janvier 2027.',
  ],
  [
    'A17, SMB : une naissance dans les deux mois couvre depuis la naissance',
    SMB,
    { faire: 'ajouter', motif: 'naissance', evenement: '2026-01-17' },
    'POSSIBLE',
    'Oui, à partir du samedi 17 janvier 2026',
  ],
  [
    'A16, SMB : un retrait demandé par écrit, jusqu’à la fin du mois',
    SMB,
    { faire: 'retirer', motif: 'DEMANDE', personne: '1' },
    'POSSIBLE',
    'Oui, la couverture de Ben s’arrêterait le mardi 31 mars 2026',
  ],
  [
    'A31, SMB : un changement d’option fait repartir l’année d’attente',
    SMB_CHANGE_EN_JUIN,
    { faire: 'partir', motif: 'INFRA_ANNUELLE' },
    'PLUS_TARD',
    'Demandez-le à partir du lundi 1er juin 2026 : le contrat prendrait fin le 1er juillet 2026.',
  ],
  [
    'A31, SMB : un départ à l’étranger prend effet le lendemain, le jour de la demande est couvert',
    SMB,
    { faire: 'partir', motif: 'DEPART_ETRANGER' },
    'POSSIBLE',
    'Oui, le contrat prendrait fin le mardi 17 mars 2026',
  ],
  // Ociane, 3-5: 12 months, two months before a 1 January.
  [
    'A18, Ociane : une option se prend au premier janvier',
    OCIANE,
    { faire: 'option', formule: 'option-1' },
    'POSSIBLE',
    'Oui, à partir du vendredi 1er janvier 2027',
  ],
  [
    'A18, Ociane : si la famille change, au premier du mois suivant',
    OCIANE,
    { faire: 'option', formule: 'option-1', famille: 'oui' },
    'POSSIBLE',
    'Oui, à partir du mercredi 1er avril 2026',
  ],
  [
    'A17, Ociane : trois mois pour déclarer une naissance',
    OCIANE,
    { faire: 'ajouter', motif: 'naissance', evenement: '2026-01-10' },
    'POSSIBLE',
    'Oui, à partir du samedi 10 janvier 2026',
  ],
  [
    'A16, Ociane : un retrait choisi attend la fin de l’année',
    OCIANE,
    { faire: 'retirer', motif: 'DEMANDE', personne: '1' },
    'POSSIBLE',
    'Oui, la couverture de Ben s’arrêterait le jeudi 31 décembre 2026',
  ],
  [
    'A16, Ociane : un décès prend effet le lendemain, le jour même est couvert',
    OCIANE,
    { faire: 'retirer', motif: 'DECES', personne: '1', evenement: '2026-03-10' },
    'POSSIBLE',
    'Oui, la couverture de Ben s’arrêterait le mardi 10 mars 2026',
  ],
  [
    'A31, Ociane : le contrat suit la fin du contrat de travail',
    OCIANE,
    { faire: 'partir', motif: 'FIN_CONTRAT_TRAVAIL', evenement: '2026-04-30' },
    'POSSIBLE',
    'Oui, le contrat prendrait fin le jeudi 30 avril 2026',
  ],
  [
    'A18, Mutame & Plus : rien n’est dit d’un changement de formule',
    PLUS,
    { faire: 'option', formule: 'atout-sante-plus' },
    'NON_PREVU',
    'Votre règlement ne prévoit pas ce cas',
  ],
  [
    'A17, Mutame & Plus : une naissance dans les deux mois',
    PLUS,
    { faire: 'ajouter', motif: 'naissance', evenement: '2026-02-20' },
    'POSSIBLE',
    'Oui, à partir du vendredi 20 février 2026',
  ],
  [
    'A15, Mutame & Plus : rien n’est dit d’un conjoint',
    PLUS,
    { faire: 'ajouter', motif: 'mariage', ...adulte },
    'NON_PREVU',
    'Votre règlement ne prévoit pas ce cas',
  ],
  // Known before the 1st that follows the decision: effect on that 1st.
  [
    'A31, Mutame & Plus : la complémentaire santé solidaire, connue à temps',
    PLUS,
    { faire: 'partir', motif: 'CSS', evenement: '2026-03-05' },
    'POSSIBLE',
    'Oui, le contrat prendrait fin le mardi 31 mars 2026',
  ],
  [
    'A31, Mutame & Plus : à l’échéance',
    PLUS,
    { faire: 'partir', motif: 'ECHEANCE' },
    'POSSIBLE',
    'Oui, le contrat prendrait fin le jeudi 31 décembre 2026',
  ],
  ...(['option', 'ajouter', 'retirer', 'partir'] as const).map((faire): Cas => {
    const precisions = {
      option: {},
      ajouter: { motif: 'naissance', evenement: '2026-03-01' },
      retirer: { motif: 'DEMANDE', personne: '1' },
      partir: { motif: 'ECHEANCE' },
    }
    return [
      `Mieux-Etre : « ${faire} » n’est pas prévu, et c’est dit`,
      MIEUX_ETRE,
      { faire, ...precisions[faire] },
      'NON_PREVU',
      'Votre règlement ne prévoit pas ce cas',
    ]
  }),
]

describe('Ce qu’un contrat permet, répondu par les règles (T05)', () => {
  test.each(CAS)('%s', (_nom, contrat, parametres, verdict, phrase) => {
    const { reponse, erreurs } = demander(contrat, parametres)
    expect(erreurs).toEqual([])
    expect(reponse?.verdict).toBe(verdict)
    expect([reponse?.titre, reponse?.possible?.phrase]).toContain(phrase)
    // A date or a refusal never comes without its article.
    expect(reponse?.etapes.length ?? 0).toBeGreaterThanOrEqual(verdict === 'NON_PREVU' ? 0 : 1)
    for (const etape of reponse?.etapes ?? []) expect(etape.article).toMatch(/« .+ »\. .+\.$/)
  })

  test('les pièces viennent du règlement, avec leur article', () => {
    const { reponse } = demander(MUTAMI, { faire: 'ajouter', motif: 'pacs', ...adulte })
    expect(reponse?.pieces).toEqual([
      {
        pieces: [
          'bulletin de modification signé',
          'attestation de droits à l’Assurance maladie de chaque personne',
          'attestation de Pacs',
        ],
        article: expect.stringMatching(/^Art\. 2\.2/),
        annuelle: false,
      },
    ])
  })

  test('un enfant majeur étudiant apporte aussi sa preuve, chaque année', () => {
    const ne2005 = { ...enfant2015, 'naissance-annee': '2005' }
    const sans = demander(MUTAMI, { faire: 'ajouter', motif: 'enfant', ...ne2005 })
    expect(sans.erreurs.map(({ champ }) => champ)).toEqual(['situation'])
    expect(sans.formulaire?.situation).toBe(true)
    const { reponse } = demander(MUTAMI, {
      faire: 'ajouter',
      motif: 'enfant',
      situation: 'ETUDES',
      ...ne2005,
    })
    expect(reponse?.verdict).toBe('POSSIBLE')
    expect(reponse?.pieces.map(({ annuelle }) => annuelle)).toEqual([false, true])
    const travaille = demander(MUTAMI, { faire: 'ajouter', motif: 'enfant', situation: 'EMPLOI', ...ne2005 })
    expect(travaille.reponse?.verdict).toBe('IMPOSSIBLE')
  })

  test('refusé pour une raison, on lit celles qui restent ouvertes, la plus proche d’abord', () => {
    const { reponse } = demander(MUTAMI, {
      faire: 'partir',
      motif: 'CHANGEMENT_SITUATION',
      evenement: '2025-12-01',
    })
    // The reason is read without unfolding anything: three months from 1 December end on 1 March.
    expect(reponse?.phrases[0]).toMatch(/1er mars 2026 au plus tard/)
    expect(reponse?.ailleurs.map(({ phrase }) => phrase)).toEqual([
      'Si vous êtes dans ce cas, le contrat prendrait fin le 31 mars 2026.',
      'Le contrat prendrait fin le 17 avril 2026.',
      'Le contrat prendrait fin le 31 décembre 2026.',
    ])
  })

  test('l’adresse ne porte ni nom, ni numéro, ni identifiant', () => {
    const vue = demander(MUTAMI, { faire: 'retirer', motif: 'DIVORCE', personne: '1' })
    const adresses = [
      ...vue.autres.map(({ href }) => href),
      vue.retour?.href ?? '',
      ...(vue.reponse?.ailleurs ?? []).map(({ href }) => href),
      JSON.stringify(vue.cache),
    ]
    for (const adresse of adresses) expect(adresse).not.toMatch(/Ben|Essai|00400001|personne-/)
  })
})

describe('Une saisie fausse', () => {
  const cas: readonly (readonly [string, Parametres, string, RegExp])[] = [
    ['une date qui n’existe pas', { faire: 'option', demande: '2026-02-30' }, 'demande', /n’existe pas/],
    [
      'une naissance après la demande',
      { faire: 'ajouter', motif: 'naissance', evenement: '2026-05-01' },
      'evenement',
      /ne peut pas suivre/,
    ],
    [
      'une date de naissance future',
      { faire: 'ajouter', motif: 'mariage', ...adulte, 'naissance-annee': '2031' },
      'naissance-jour',
      /dans le futur/,
    ],
    [
      'une date de naissance incomplète',
      { faire: 'ajouter', motif: 'mariage', 'naissance-annee': '1986' },
      'naissance-jour',
      /Complétez/,
    ],
    [
      'un souhait avant la demande',
      { faire: 'option', formule: 'tribu-premium', souhait: '2026-03-01' },
      'souhait',
      /doit suivre/,
    ],
    ['une formule absente', { faire: 'option' }, 'formule', /Choisissez la formule/],
    ['une personne absente', { faire: 'retirer', motif: 'DEMANDE', personne: '9' }, 'personne', /Choisissez/],
    [
      'un jour trop lointain',
      { faire: 'partir', motif: 'ECHEANCE', demande: '2090-01-01' },
      'demande',
      /avant le 17 mars 2029/,
    ],
    [
      'une demande avant le contrat',
      { faire: 'partir', motif: 'ECHEANCE', demande: '2019-06-01' },
      'demande',
      /commence le 1er janvier 2021/,
    ],
    [
      'un événement avant le contrat',
      { faire: 'partir', motif: 'CHANGEMENT_SITUATION', evenement: '2018-01-01' },
      'evenement',
      /a commencé le 1er janvier 2021/,
    ],
  ]
  test.each(cas)('%s est dite près du champ, et gardée', (_nom, parametres, champ, phrase) => {
    const vue = demander(MUTAMI, parametres)
    expect(vue.reponse).toBeNull()
    expect(vue.erreurs.map((e) => e.champ)).toContain(champ)
    expect(vue.erreurs.map((e) => e.message).join(' ')).toMatch(phrase)
    for (const [cle, valeur] of Object.entries(parametres))
      if (cle !== 'faire' && cle !== 'motif') expect(vue.saisie[cle]).toBe(valeur)
  })

  test('ce qui est faux et ce qui manque se disent ensemble', () => {
    const vue = demander(MUTAMI, {
      faire: 'ajouter',
      motif: 'perte-de-couverture',
      ...adulte,
      'naissance-annee': '2031',
    })
    expect(vue.erreurs.map(({ champ }) => champ)).toEqual(['naissance-jour', 'lien', 'evenement'])
  })

  test('une demande avant les règles connues est dite', () => {
    const ancien = contratDeTest({
      reglement: 'mutami',
      du: '2016-01-01',
      formules: [['tribu-premium', '2016-01-01']],
    })
    const vue = demander(ancien, { faire: 'partir', motif: 'ECHEANCE', demande: '2018-05-05' })
    expect(vue.erreurs[0]?.message).toMatch(/ne sont pas connues/)
  })

  test('un contrat terminé ne permet plus rien', () => {
    const fini = contratDeTest({
      reglement: 'mutami',
      du: '2022-01-01',
      au: '2025-06-30',
      formules: [['tribu-essentiel', '2022-01-01', '2025-06-30']],
    })
    expect(demander(fini, { faire: 'partir', motif: 'ECHEANCE' }).erreurs[0]?.message).toMatch(
      /a pris fin le 30 juin 2025/,
    )
  })
})

describe('La date offerte est la première que les règles acceptent (T05)', () => {
  const depuisLe = /à partir du \S+ (\d+)(?:er)? (\S+) (\d{4}) :/
  const MOIS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
    ' ',
  )
  const lirePhrase = (phrase: string): DateCivile => {
    const [, jour = '', mois = '', an = ''] = depuisLe.exec(phrase) ?? []
    return dateCivile(`${an}-${String(MOIS.indexOf(mois) + 1).padStart(2, '0')}-${jour.padStart(2, '0')}`)
  }
  const FORMULES = {
    mutami: { avant: 'tribu-premium', actuelle: 'tribu-equilibre' },
    'mutame-smb': { avant: 'mutame-3', actuelle: 'mutame-2' },
    'ociane-collectif': { avant: 'option-1', actuelle: 'panier-ani' },
  } as const
  const contrats = fc
    .record({
      reglement: fc.constantFrom('mutami' as const, 'mutame-smb' as const, 'ociane-collectif' as const),
      du: uneDate('2023-01-01', '2026-03-01'),
      apres: fc.nat({ max: 900 }),
      change: fc.boolean(),
    })
    .map(({ reglement, du, apres, change }) => {
      const { avant, actuelle } = FORMULES[reglement]
      const bascule = ajouterJours(du, apres + 1)
      return contratDeTest({
        reglement,
        du,
        formules:
          change && bascule < JOUR_PROJET
            ? [
                [avant, du, ajouterJours(bascule, -1)],
                [actuelle, bascule],
              ]
            : [[actuelle, du]],
      })
    })
  const projets: readonly Parametres[] = [
    { faire: 'option', formule: 'tribu-essentiel' },
    { faire: 'option', formule: 'mutame-1' },
    { faire: 'option', formule: 'option-1' },
    { faire: 'partir', motif: 'INFRA_ANNUELLE' },
  ]

  test('refusée la veille et tous les jours d’avant, acceptée ce jour-là', () => {
    let refus = 0
    fc.assert(
      fc.property(contrats, fc.constantFrom(...projets), fc.nat(), (contrat, projet, hasard) => {
        const { reponse } = demander(contrat, projet)
        if (reponse?.verdict !== 'PLUS_TARD' || reponse.possible === null) return
        refus += 1
        const le = lirePhrase(reponse.possible.phrase)
        const attente = joursEntre(JOUR_PROJET, le)
        for (const jours of [0, attente - 1, hasard % attente]) {
          const avant = demander(contrat, { ...projet, demande: ajouterJours(JOUR_PROJET, jours) })
          expect(avant.reponse?.verdict).toBe('PLUS_TARD')
        }
        const alors = demander(contrat, { ...projet, demande: le })
        expect(alors.reponse?.verdict).toBe('POSSIBLE')
      }),
      { numRuns: 400 },
    )
    expect(refus).toBeGreaterThan(40)
  })

  test('partir : la plus proche des fins montrées est celle que donne la commande, motif par motif', () => {
    fc.assert(
      fc.property(contrats, (contrat) => {
        const fins = ['ECHEANCE', 'INFRA_ANNUELLE'].flatMap((motif) => {
          const changement = contrat.formules[1]?.du
          const reponse = repondreALaLigne(
            JSON.stringify({
              question: 'resiliation',
              reglement: contrat.reglement,
              motif,
              dateEffetAdhesion: contrat.du,
              dateReception: JOUR_PROJET,
              dateDernierChangementOption: changement ?? null,
            }),
          )
          return reponse.ok && typeof reponse.result.dateEffet === 'string' ? [reponse.result.dateEffet] : []
        })
        const { propositions } = demander(contrat, { faire: 'partir' })
        const montrees = propositions
          .filter(({ href }) => /motif=(ECHEANCE|INFRA_ANNUELLE)/.test(href))
          .flatMap(({ apercu }) => (apercu === null ? [] : [apercu]))
        const attendues = fins.map((fin) => `Demandé aujourd’hui : fin le ${formatDateEnLettres(fin)}.`)
        expect([...montrees].sort()).toEqual(attendues.sort())
      }),
      { numRuns: 150 },
    )
  })
})
