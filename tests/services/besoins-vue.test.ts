import { describe, expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { ZERO } from '@/lib/rules/montant/montant'
import { voirBesoins } from '@/lib/services/besoins/view'
import type { ContratLu, PersonneSuivie } from '@/lib/services/garanties/schema'
import { voirLimites } from '@/lib/services/limites/view'
import { articleCite } from '@/lib/services/remboursement/data'
import { voirTableaux } from '@/lib/services/tableau-garanties/view'

const JOUR = dateCivile('2026-03-17')
const DEBUT = dateCivile('2020-01-01')

const contrat = (
  reglement: keyof typeof reglements,
  formule: string,
  plus: Partial<ContratLu> = {},
): ContratLu => ({
  adhesionId: formule,
  numeroAdherent: formule,
  reglement: reglements[reglement],
  du: DEBUT,
  au: null,
  adhesion: { du: DEBUT, au: null },
  formules: [{ formule, du: DEBUT, au: null }],
  suspensions: [],
  ...plus,
})

const personne = (...contrats: readonly ContratLu[]): PersonneSuivie => ({
  id: 'p',
  prenom: 'Rose',
  nom: 'Lévy',
  dateNaissance: dateCivile('1980-05-05'),
  lecture: null,
  contrats,
})

const lues = (qui: PersonneSuivie) => ({
  personnes: [qui],
  personne: qui,
  utilisations: [],
  retenues: { participationsAnnee: ZERO, franchisesAnnee: ZERO },
})
const besoin = (qui: PersonneSuivie, code: string) => voirBesoins(lues(qui), code, JOUR, articleCite)

describe('A10 : des contrats qui ne sont pas comme les autres', () => {
  test('un règlement sans tableau se dit, au lieu d’une page vide', () => {
    const qui = personne(contrat('mieux-etre', 'mieux-etre'))
    const vue = voirBesoins(lues(qui), null, JOUR, articleCite)
    expect(vue.besoins).toEqual([])
    expect(besoin(qui, 'dentiste').besoin?.contrats[0]).toMatchObject({ sansTableau: true, lignes: [] })
    const lu = { personnes: [qui], choisies: [qui], utilisations: [] }
    expect(voirLimites(lu, JOUR, articleCite).personnes[0]?.contrats[0]?.sansTableau).toBe(true)
    expect(voirTableaux(lues(qui), JOUR, articleCite).tableaux[0]?.sansTableau).toBe(true)
  })

  test('une surcomplémentaire paie après, sur ce que l’autre contrat laisse', () => {
    const vue = besoin(personne(contrat('mutami', 'zen-2'), contrat('mutami', 'fph-1')), 'hopital')
    const [premier, second] = vue.besoin?.contrats ?? []
    expect([premier?.titre, second?.titre]).toEqual(['FPH 1', 'Zen 2'])
    const parts = (c: typeof premier, id: string) =>
      c?.lignes
        .flatMap((l) => l.exemples)
        .find((e) => e.id === id)
        ?.partage.parts.map((p) => [p.qui, p.montant])
    // FPH 1 has no private room (l. 1810); Zen 2 has 300 € a year for the stay (l. 1965).
    expect(parts(premier, 'chambre')).toEqual([
      ['AMO', 0],
      ['MUTUELLE', 0],
      ['MOI', 13000],
    ])
    expect(parts(second, 'chambre')).toEqual([
      ['AMO', 0],
      ['MUTUELLE', 13000],
      ['MOI', 0],
    ])
    expect(second?.avis.join()).toContain('paie après elle')
  })

  test('une suspension se dit avant les chiffres', () => {
    const suspendu = contrat('mutami', 'tribu-equilibre', {
      suspensions: [{ du: dateCivile('2026-03-01'), au: null }],
    })
    expect(besoin(personne(suspendu), 'medecin').besoin?.contrats[0]?.suspension).toContain(
      'suspendues depuis le 1er mars 2026',
    )
  })

  test.each([
    ['finis', { au: dateCivile('2025-06-30') }, 'Les droits ont pris fin le 30 juin 2025.'],
    ['à venir', { du: dateCivile('2026-04-01') }, 'Les droits s’ouvrent le 1er avril 2026.'],
  ])('des droits %s : dits, et rien d’autre', (_nom, plus, phrase) => {
    const vue = voirBesoins(
      lues(personne(contrat('mutami', 'tribu-equilibre', plus))),
      'medecin',
      JOUR,
      articleCite,
    )
    expect(vue.sansDroits).toBe(phrase)
    expect(vue.besoin?.contrats).toEqual([])
  })

  test('des montants de démonstration se disent tels', () => {
    const vue = besoin(personne(contrat('mutame-smb', 'mutame-3')), 'medecin')
    expect(vue.besoin?.contrats[0]?.avis[0]).toContain('exemples de démonstration')
  })
})
