import { describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { enMontant, enPourcentage, motif } from '@/lib/rules/decision/motif'
import { montant } from '@/lib/rules/montant/montant'
import type { Article } from '@/lib/rules/reglement/article'
import type { PrestationLue } from '@/lib/services/remboursement/data'
import { lireDemande } from '@/lib/services/remboursement/schema'
import { parMois, voirAccueil, voirLigne, voirListe } from '@/lib/services/remboursement/view'
import { ADHESION, CLAIRE, ELIE, prestationLue } from '../support/prestation-lue'

const JOUR = dateCivile('2026-03-17')
const article: Article = {
  id: 'css/R160-5',
  numero: 'R. 160-5',
  titre: 'Taux de remboursement',
  decide: 'taux par nature de soin',
  depuis: dateCivile('2020-01-01'),
  jusquAu: null,
  source: 'Code de la sécurité sociale',
}
const LECTEUR = { adhesions: [ADHESION], article: () => article }
const CONTEXTE = { ...LECTEUR, personnes: [CLAIRE, ELIE] }
const INSECABLE = '\u00a0'

const phraseDe = (change: Partial<PrestationLue>, contexte = CONTEXTE) =>
  voirLigne(prestationLue(change), contexte).etat.phrase

describe('une ligne de remboursement', () => {
  test('dit qui paie, dans l’ordre, au centime', () => {
    const { parts } = voirLigne(prestationLue(), CONTEXTE).partage
    expect(parts.map(({ libelle, montant: m }) => [libelle, m])).toEqual([
      ['L’Assurance maladie', 1855],
      ['votre mutuelle', 795],
      ['à votre charge', 350],
    ])
  })

  test('montre le régime local et un autre organisme quand ils paient, et eux seuls', () => {
    const change = { partRegimeLocal: 100n, autresRemboursements: 50n, resteACharge: 200n }
    const parts = voirLigne(prestationLue(change), CONTEXTE).partage.parts
    expect(parts.map(({ qui, montant: m }) => [qui, m])).toEqual([
      ['AMO', 1855],
      ['REGIME_LOCAL', 100],
      ['AUTRES', 50],
      ['MUTUELLE', 795],
      ['MOI', 200],
    ])
  })

  test.each([
    ['un centime de trop à charge', { resteACharge: 351n }],
    ['un centime oublié par la mutuelle', { partMutuelle: 794n }],
    ['une dépense fausse', { depense: 2999n }],
  ])('ne s’affiche pas si les parts ne font pas la dépense : %s', (_nom, change) => {
    expect(() => voirLigne(prestationLue(change), CONTEXTE)).toThrow('les parts ne font pas la dépense')
  })

  test.each<[string, Partial<PrestationLue>, string]>([
    ['payée à l’adhérent', {}, 'Versé le 05/03/2026 à vous'],
    [
      'payée au professionnel',
      { destinataire: 'PROFESSIONNEL' },
      'Versé le 05/03/2026 au professionnel de santé',
    ],
    [
      'à payer à l’hôpital',
      { etat: 'A_PAYER', destinataire: 'ETABLISSEMENT' },
      'À verser à l’établissement de soins',
    ],
    [
      'à payer, rien',
      { etat: 'A_PAYER', partMutuelle: 0n, resteACharge: 1145n },
      'Rien à verser par la mutuelle',
    ],
    ['à vérifier', { etat: 'A_VERIFIER' }, 'À vérifier par un gestionnaire'],
    ['refusée', { etat: 'REFUSEE', partMutuelle: 0n, resteACharge: 1145n }, 'Refusé par la mutuelle'],
    ['annulée', { etat: 'ANNULEE' }, 'Annulé'],
    [
      'contre-passée',
      {
        etat: 'A_PAYER',
        annuleId: ADHESION,
        depense: -3000n,
        partAmo: -1855n,
        partMutuelle: -795n,
        resteACharge: -350n,
        participation: -200n,
      },
      'À reprendre par la mutuelle',
    ],
  ])('%s', (_nom, change, attendu) => {
    expect(phraseDe(change)).toBe(attendu)
  })

  test('pour un ayant droit, l’argent va « à l’adhérent »', () => {
    expect(phraseDe({}, { ...CONTEXTE, adhesions: [] })).toBe('Versé le 05/03/2026 à l’adhérent')
  })

  test('déplie ses étapes en français, avec l’article', () => {
    const etapes = [
      motif('AMO_TAUX', 'css/R160-5', {
        taux: enPourcentage(70),
        base: enMontant(montant(2650)),
        montant: enMontant(montant(1855)),
      }),
    ]
    const vue = voirLigne(prestationLue({ motifs: JSON.parse(JSON.stringify(etapes)) }), CONTEXTE)
    expect(vue.etapes[0]?.phrase.replaceAll(INSECABLE, ' ')).toBe(
      "L'Assurance maladie rembourse 70 % de 26,50 € = 18,55 €.",
    )
    expect(vue.etapes[0]?.article).toBe('R. 160-5, « Taux de remboursement ». Code de la sécurité sociale.')
  })

  test('appelle les gens par leur prénom, et par leur nom aussi s’ils le partagent', () => {
    expect(voirLigne(prestationLue(), CONTEXTE).personne).toBe('Claire')
    const homonyme = { ...ELIE, prenom: 'Claire', nom: 'Vidal' }
    expect(voirLigne(prestationLue(), { ...CONTEXTE, personnes: [CLAIRE, homonyme] }).personne).toBe(
      'Claire Morel',
    )
  })

  test('nomme encore un article sorti du catalogue', () => {
    const vue = voirLigne(prestationLue(), { ...CONTEXTE, article: () => undefined })
    expect(vue.etapes[0]?.article).toBe('mutami/art-10')
  })

  test.each([
    ['aucun motif', []],
    ['un article sans source', [{ code: 'NON_GARANTI', article: 'art-10', donnees: {} }]],
    [
      'un montant à virgule',
      [{ code: 'A', article: 'a/b', donnees: { m: { type: 'montant', valeur: 1.5 } } }],
    ],
  ])('refuse des motifs mal formés : %s', (_nom, motifs) => {
    expect(() => voirLigne(prestationLue({ motifs }), CONTEXTE)).toThrow()
  })
})

describe('la liste', () => {
  const le = (jour: string, id: string) =>
    prestationLue({ id: `00000000-0000-4000-a000-0000000000${id}`, dateSoins: new Date(`${jour}T00:00:00Z`) })
  const sommes = {
    depense: 9000n,
    partAmo: 5565n,
    participation: 600n,
    franchise: 0n,
    partRegimeLocal: 0n,
    autresRemboursements: 0n,
    partMutuelle: 2385n,
    resteACharge: 1050n,
  }
  const lue = {
    personnes: [CLAIRE],
    lignes: [le('2026-03-02', '03'), le('2026-03-01', '02'), le('2026-02-28', '01')],
    autres: { plusRecentes: false, plusAnciennes: true },
    totaux: { nombre: 3, sommes },
  }

  test('se groupe par mois sans changer l’ordre', () => {
    const mois = parMois(lue.lignes.map((ligne) => voirLigne(ligne, CONTEXTE)))
    expect(mois.map(({ titre, lignes }) => [titre, lignes.map(({ date }) => date)])).toEqual([
      ['mars 2026', ['02/03/2026', '01/03/2026']],
      ['février 2026', ['28/02/2026']],
    ])
  })

  test('mène aux lignes plus anciennes que la dernière, et pas à de plus récentes', () => {
    const { pages } = voirListe(lue, lireDemande({ verse: 'moi' }, JOUR), JOUR, LECTEUR)
    expect(pages.recents).toBeNull()
    const suite = new URLSearchParams(pages.anciens?.href)
    expect(suite.get('apres')).toBe('2026-02-28_00000000-0000-4000-a000-000000000001')
    expect(suite.get('verse')).toBe('moi')
  })

  test('nomme la période et le nombre de soins', () => {
    const vue = (parametres: Record<string, string>) =>
      voirListe(lue, lireDemande(parametres, JOUR), JOUR, LECTEUR).titreTotaux
    expect(vue({})).toBe('3 soins, du 17 mars 2025 au 17 mars 2026')
    expect(vue({ du: '2026-01-01', au: '' })).toBe('3 soins, depuis le 1er janvier 2026')
    expect(vue({ du: '', au: '' })).toBe('3 soins, toutes dates confondues')
  })

  test('marque le raccourci de la période affichée', () => {
    const { raccourcis } = voirListe(
      lue,
      lireDemande({ du: '2026-01-01', au: '2026-03-17' }, JOUR),
      JOUR,
      LECTEUR,
    )
    expect(raccourcis.filter(({ courant }) => courant).map(({ libelle }) => libelle)).toEqual(['Année 2026'])
  })

  test('ne montre pas un total qui ne tombe pas juste', () => {
    const faux = { ...lue, totaux: { nombre: 3, sommes: { ...sommes, partAmo: 5564n } } }
    expect(() => voirListe(faux, lireDemande({}, JOUR), JOUR, LECTEUR)).toThrow('total de la période')
  })
})

describe('l’accueil', () => {
  const vide = { depense: null, partAmo: null, participation: null, franchise: null, partRegimeLocal: null }
  const sommes = { ...vide, autresRemboursements: null, partMutuelle: null, resteACharge: null }
  const lu = {
    numerosAdherent: ['100234'],
    personnes: [CLAIRE],
    dernieres: [],
    enAttente: [
      { etat: 'A_PAYER' as const, nombre: 2, partMutuelle: 3000n },
      { etat: 'CALCULEE' as const, nombre: 1, partMutuelle: 561n },
      { etat: 'A_VERIFIER' as const, nombre: 1, partMutuelle: 9999n },
    ],
    annee: { nombre: 0, sommes },
  }

  test('additionne ce qui est à verser, et compte à part ce qui est à vérifier', () => {
    const { attente } = voirAccueil(lu, JOUR, { ...LECTEUR, personne: CLAIRE.id })
    expect(attente).toEqual({ aVerser: { nombre: 3, montant: 3561 }, aVerifier: 1 })
  })

  test('n’annonce pas de versement quand les reprises l’annulent', () => {
    const enAttente = [{ etat: 'A_PAYER' as const, nombre: 2, partMutuelle: -100n }]
    expect(
      voirAccueil({ ...lu, enAttente }, JOUR, { ...LECTEUR, personne: CLAIRE.id }).attente.aVerser,
    ).toBeNull()
  })

  test('une année sans soin fait zéro partout', () => {
    const { annee } = voirAccueil(lu, JOUR, { ...LECTEUR, personne: CLAIRE.id })
    expect(annee.totaux.partage.parts.map(({ montant: m }) => m)).toEqual([0, 0, 0])
  })
})
