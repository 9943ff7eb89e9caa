import { describe, expect, it } from 'vitest'
import { expliquerMotif } from '@/lib/lexique/motifs'
import { reglements, socle } from '@/lib/reglements/catalogue'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'
import { rembourserSoin } from '@/lib/rules/remboursement/rembourser-soin'
import type { Parametres } from '@/lib/rules/remboursement/socle'
import { euros, faitsDe, rembourser, type SituationSoin } from '../../support/remboursement'

const consultation = { ligne: 'honoraires-medicaux.dptam', depense: euros(50), brss: euros(30) } as const
const horsParcours = (date: string): SituationSoin => ({
  formule: 'tribu-premium',
  date,
  soin: { ...consultation, parcours: false },
})
const incertains = (motifs: readonly { code: string }[]) =>
  motifs.filter((m) => m.code === 'PARAMETRE_INCERTAIN')

describe('un paramètre légal de confiance basse', () => {
  it('se dit dans les motifs : le plafond de 12 € hors parcours depuis le 22 décembre 2024', () => {
    const { motifs } = rembourser(horsParcours('2024-12-22'))
    const [averti, ...autres] = incertains(motifs)
    expect(averti).toMatchObject({ donnees: { nom: { type: 'code' } } })
    expect(autres).toEqual([])
    expect(motifs.map(expliquerMotif).join(' ')).toMatch(/confirm|vérifi|incertain|sûr/i)
  })

  it('ne se dit pas la veille, quand la valeur était publiée, ni pour qui respecte le parcours', () => {
    expect(incertains(rembourser(horsParcours('2024-12-21')).motifs)).toEqual([])
    expect(incertains(rembourser({ formule: 'tribu-premium', soin: consultation }).motifs)).toEqual([])
  })
})

/** Le socle avec une série que l'on donne pour incertaine. */
function douter(serie: (p: Parametres) => SerieDatee<number>): typeof socle {
  const visee = serie(socle.parametres)
  const reecrire = (valeur: unknown): unknown => {
    if (valeur === visee) return { ...visee, etapes: visee.etapes.map((e) => ({ ...e, confiance: 'low' })) }
    if (typeof valeur !== 'object' || valeur === null || 'etapes' in valeur) return valeur
    return Object.fromEntries(Object.entries(valeur).map(([cle, v]) => [cle, reecrire(v)]))
  }
  return { ...socle, parametres: reecrire(socle.parametres) as Parametres }
}

const monture = { classe: 'B', depense: euros(300), brss: euros(0.05) } as const
const LUS: readonly [nom: string, serie: (p: Parametres) => SerieDatee<number>, situation: SituationSoin][] =
  [
    ['le taux', (p) => p.taux.medecin, { formule: 'tribu-premium', soin: consultation }],
    ['la participation', (p) => p.participation, { formule: 'tribu-premium', soin: consultation }],
    [
      'la franchise',
      (p) => p.franchises['franchise-transport'],
      {
        formule: 'tribu-premium',
        soin: { ligne: 'hospitalisation.transport', depense: euros(40), brss: euros(40) },
      },
    ],
    [
      'le complément du régime local',
      (p) => p.regimeLocal.transport,
      {
        formule: 'amse-2',
        soin: { ligne: 'hospitalisation.transport', depense: euros(40), brss: euros(40) },
        beneficiaire: { regimeLocal: true },
      },
    ],
    [
      'le forfait journalier du régime local',
      (p) => p.forfaitJournalier,
      {
        formule: 'amse-2',
        soin: { ligne: 'hospitalisation.forfait-journalier', depense: euros(69), jours: 3 },
      },
    ],
    [
      'la participation pour acte lourd',
      (p) => p.acteLourd,
      {
        formule: 'amse-2',
        soin: { ligne: 'hospitalisation.participation-forfaitaire.actes-lourds', depense: euros(24) },
      },
    ],
    [
      'l’écart entre médecins',
      (p) => p.depassementEcartDptam,
      {
        formule: 'tribu-premium',
        soin: { ...consultation, ligne: 'honoraires-medicaux.non-dptam' },
      },
    ],
    [
      'le plafond d’une aide auditive',
      (p) => p.audioPlafond,
      {
        formule: 'tribu-premium',
        soin: { ligne: 'audio.classe2', depense: euros(1500), brss: euros(400), oreille: 'DROITE' },
      },
    ],
    [
      'le plafond d’une monture',
      (p) => p.optiquePlafondMonture,
      {
        formule: 'tribu-premium',
        soin: { ligne: 'optique.equipement', monture },
      },
    ],
    [
      'les séances de psychologue',
      (p) => p.psychologueSeances,
      {
        formule: 'tribu-premium',
        soin: { ligne: 'psychologues-monpsy', depense: euros(50), brss: euros(50) },
      },
    ],
  ]

describe('toute valeur de la loi que lit un calcul', () => {
  it.each(LUS)('%s, si elle était incertaine, se dirait', (_nom, serie, situation) => {
    const faits = faitsDe(situation)
    const dit = (s: typeof socle) => incertains(rembourserSoin(reglements.mutami, s, faits).motifs).length
    // La colonne du tableau AMSE imprime le transport : la loi n'y est pas lue.
    const attendu =
      situation.formule === 'amse-2' && situation.soin.ligne === 'hospitalisation.transport' ? 0 : 1
    expect(dit(socle)).toBe(0)
    expect(Math.min(dit(douter(serie)), 1)).toBe(attendu)
  })
})
