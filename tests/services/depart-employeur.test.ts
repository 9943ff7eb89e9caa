import { describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { adresseParoleSchema } from '@/lib/services/demande-parole/schema'
import { adresseDuFormulaire, textePropose } from '@/lib/services/demande-parole/view'
import { lireDepart } from '@/lib/services/depart-employeur/schema'
import { choisirContrat, repondreAuDepart } from '@/lib/services/depart-employeur/view'
import { articleCite } from '@/lib/services/remboursement/data'

const contrat = (reglement: string) => ({ id: 'a', numeroAdherent: '00410001', reglement })
const JOUR = dateCivile('2026-03-17')

function demander(reglement: string, parametres: Record<string, string>) {
  const choisi = choisirContrat([contrat(reglement)])
  const lu = lireDepart(parametres, choisi.cadre)
  if (lu.depart === null) return { erreurs: lu.erreurs, reponses: [] }
  return repondreAuDepart(choisi, lu.depart, { jour: JOUR, article: articleCite })
}
const dire = (reponses: ReturnType<typeof demander>['reponses']) =>
  reponses.map((r) => [r.droit, r.phrases.join(' '), r.pieces] as const)

describe('A33 : quitter un employeur, contrat collectif', () => {
  test('indemnisé huit mois après un contrat de neuf : portabilité jusque-là, Évin compté de cette fin', () => {
    // 30/06/2026 + 9 months = 30/03/2027, indemnisation ends first: 28/02/2027; + 2 months, + 6 months.
    const { reponses } = demander('ociane-collectif', {
      suite: 'CHOMAGE',
      cessation: '2026-06-30',
      indemnisation: '2027-02-28',
      duree: '9',
    })
    const [portabilite, evin] = dire(reponses)
    expect(portabilite?.[0]).toBe(true)
    expect(portabilite?.[1]).toMatch(/sans cotisation, jusqu’au 28 février 2027\./)
    expect(portabilite?.[2]).toEqual(['Preuve que l’assurance chômage vous indemnise (avis de paiement)'])
    expect(evin?.[0]).toBe(true)
    expect(evin?.[1]).toMatch(
      /proposons au plus tard le 28 avril 2027 ; demandez-le au plus tard le 28 août 2027/,
    )
    expect(evin?.[2]).toEqual(['Demande écrite de l’adhérent'])
  })

  test('sans autre date, douze mois au plus, et pour la loi Évin la date la plus prudente', () => {
    const [portabilite, evin] = dire(
      demander('ociane-collectif', { suite: 'CHOMAGE', cessation: '2026-06-30' }).reponses,
    )
    expect(portabilite?.[1]).toMatch(/jusqu’au 30 juin 2027 au plus tard/)
    expect(evin?.[1]).toMatch(/au plus tard le 30 décembre 2026.*par prudence/)
  })

  test.each([
    ['RETRAITE', [false, true]],
    ['INVALIDITE', [false, true]],
    ['SANS_REVENU', [false, false, false]],
  ] as const)('%s : %j', (suite, droits) => {
    const { reponses } = demander('ociane-collectif', { suite, cessation: '2026-01-31' })
    expect(reponses.map((r) => r.droit)).toEqual(droits)
    expect(reponses.slice(0, 2).every((r) => r.etapes.length > 0)).toBe(true)
  })

  test('la retraite se compte de la cessation, même si le formulaire porte des dates de chômage', () => {
    // 31/01/2026 + 2 months = 31/03, + 6 months = 31/07.
    const { reponses } = demander('ociane-collectif', {
      suite: 'RETRAITE',
      cessation: '2026-01-31',
      indemnisation: '2026-12-31',
      duree: '12',
    })
    expect(reponses[1]?.phrases.join(' ')).toMatch(
      /au plus tard le 31 mars 2026 ; demandez-le au plus tard le 31 juillet 2026/,
    )
  })

  test('un délai passé se dit ; une portabilité finie aussi', () => {
    const passe = demander('ociane-collectif', { suite: 'RETRAITE', cessation: '2025-06-30' })
    expect(passe.reponses[1]?.phrases.join(' ')).toMatch(/30 décembre 2025\. Ce délai est passé/)
    const finie = demander('ociane-collectif', { suite: 'CHOMAGE', cessation: '2024-06-30' })
    expect(finie.reponses[0]?.phrases[0]).toMatch(/jusqu’au 30 juin 2025 : ce temps est fini/)
  })

  test('la famille d’un salarié décédé : un an au moins, demandé en six mois', () => {
    const { reponses } = demander('ociane-collectif', { suite: 'DECES', cessation: '2026-02-10' })
    expect(dire(reponses)).toEqual([
      [
        true,
        'Vous pouvez rester couverts au moins jusqu’au 10 février 2027. Demandez-le au plus tard le 10 août 2026.',
        ['Demande écrite de l’adhérent'],
      ],
    ])
  })

  test.each([
    [
      'retraite au 31 janvier',
      { suite: 'RETRAITE', cessation: '2026-01-31' },
      ['31 janvier 2026', 'à mes frais', '31 juillet 2026'],
    ],
    [
      'salarié décédé le 10 février',
      { suite: 'DECES', cessation: '2026-02-10' },
      ['10 février 2026', 'décédé', '10 août 2026'],
    ],
  ] as const)(
    '%s : un bouton écrit la demande, avec le droit et les deux dates',
    (_nom, parametres, mots) => {
      const href = demander('ociane-collectif', parametres).reponses.at(-1)?.demander?.href ?? ''
      const [page, champs] = href.split('?')
      expect(page).toBe('/adherent/messagerie/ecrire')
      const lue = adresseParoleSchema.parse(Object.fromEntries(new URLSearchParams(champs)))
      expect(lue.sujet).toBe('CONTRAT')
      // The page gives itself a key, and keeps what it was told.
      const cle = '00000000-0000-4000-8000-000000000001'
      const [, gardes] = adresseDuFormulaire('/p', lue, cle).split('?')
      const relue = adresseParoleSchema.parse(Object.fromEntries(new URLSearchParams(gardes)))
      expect(relue).toEqual({ ...lue, cle })
      for (const mot of mots) expect(textePropose(relue)).toContain(mot)
    },
  )

  test('passé le délai, rien ne s’écrit : on appelle', () => {
    const { reponses } = demander('ociane-collectif', { suite: 'RETRAITE', cessation: '2025-06-30' })
    expect(reponses[1]?.demander).toBe(undefined)
  })

  test.each([
    { maintien: 'AUTRE', cessation: '2026-01-31', avant: '2026-07-31' },
    { maintien: 'EVIN', cessation: '2026-02-30', avant: '2026-07-31' },
    { maintien: 'EVIN', cessation: '2026-01-31' },
    {},
  ])('une adresse qui n’en est pas une ne propose rien : %j', (adresse) => {
    expect(textePropose(adresseParoleSchema.parse(adresse))).toBe(null)
  })

  test.each([
    ['rien', { suite: '', cessation: '' }, ['suite', 'cessation']],
    ['un jour qui n’existe pas', { suite: 'RETRAITE', cessation: '2026-02-30' }, ['cessation']],
    [
      'une fin avant la cessation',
      { suite: 'CHOMAGE', cessation: '2026-06-30', indemnisation: '2026-06-01' },
      ['indemnisation'],
    ],
    ['une durée qui n’en est pas une', { suite: 'CHOMAGE', cessation: '2026-06-30', duree: '-3' }, ['duree']],
    ['zéro mois', { suite: 'CHOMAGE', cessation: '2026-06-30', duree: '0' }, ['duree']],
    ['un départ d’avant ce que l’on connaît', { suite: 'RETRAITE', cessation: '2019-12-31' }, ['cessation']],
  ])('%s : une phrase auprès du champ', (_nom, parametres, champs) => {
    const { erreurs, reponses } = demander('ociane-collectif', parametres)
    expect(erreurs.map((e) => e.champ)).toEqual(champs)
    expect(reponses).toEqual([])
  })

  test('à l’ouverture de la page, rien n’est demandé ni reproché', () => {
    expect(lireDepart({}, 'MAINTIEN')).toMatchObject({ depart: null, erreurs: [] })
  })
})

describe('A33 : les autres contrats', () => {
  test.each([
    ['LICENCIEMENT', true],
    ['FIN_CDD', true],
    ['DEMISSION', false],
    ['RUPTURE_CONVENTIONNELLE', false],
    ['RETRAITE', false],
  ])('Mieux-Etre, %s : portabilité %s', (fin, droit) => {
    expect(demander('mieux-etre', { fin }).reponses.map((r) => r.droit)).toEqual([droit])
  })

  test('un agent garde son contrat, sa cotisation jusqu’au 31 décembre, sans la part de l’employeur', () => {
    const { reponses } = demander('mutame-plus', { cessation: '2026-05-31' })
    expect(reponses[0]?.phrases[0]).toMatch(
      /jusqu’au 31 décembre 2026.*participation de votre employeur s’arrête/,
    )
  })

  test('un contrat individuel ne pose pas la question ; entre deux contrats, c’est le collectif', () => {
    expect(choisirContrat([contrat('mutami')]).cadre).toBe('INDIVIDUEL')
    expect(choisirContrat([]).cadre).toBe('INDIVIDUEL')
    expect(choisirContrat([contrat('mutami'), contrat('ociane-collectif')]).cadre).toBe('MAINTIEN')
  })
})
