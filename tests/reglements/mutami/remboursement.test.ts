import { describe, expect, it } from 'vitest'
import { expliquerMotif } from '@/lib/lexique/motifs'
import { reglements, socle } from '@/lib/reglements/catalogue'
import { ecrireMontant, plus, somme } from '@/lib/rules/montant/montant'
import { etapesChiffrees } from '../../support/etapes-chiffrees'
import {
  type CasRemboursement,
  euros,
  type IdReglement,
  rembourser,
  valeurDe,
} from '../../support/remboursement'
import { casAmse, casAutresReglements, casHospiEtZen, casJeuneEtAine, casTerEtFph } from './gammes.cas'
import { casAudioEtHospitalisation, casDentaireEtForfaits, casHonoraires, casOptique } from './tribu.cas'

const tables: Readonly<Record<string, readonly CasRemboursement[]>> = {
  'Tribu, soins courants': casHonoraires,
  'Tribu, optique': casOptique,
  'Tribu, dentaire et forfaits': casDentaireEtForfaits,
  'Tribu, aides auditives et hospitalisation': casAudioEtHospitalisation,
  'Jeune et Aîné': casJeuneEtAine,
  'Ter et FPH': casTerEtFph,
  'Hospi et Zen': casHospiEtZen,
  AMSE: casAmse,
  'Autres règlements': casAutresReglements,
}

const articlesConnus = (id: IdReglement): ReadonlySet<string> =>
  new Set([...reglements[id].articles, ...socle.articles].map((article) => article.id))

const texte = (valeur: number) => ecrireMontant(euros(valeur))

describe.each(Object.entries(tables))('%s', (_titre, cas) => {
  it.each(cas.map((c) => [c.nom, c] as const))('%s', (_nom, c) => {
    const decision = rembourser(c)
    const r = valeurDe(decision)
    expect({
      amo: ecrireMontant(r.amo),
      amc: ecrireMontant(r.amc),
      resteACharge: ecrireMontant(r.resteACharge),
    }).toEqual({ amo: texte(c.amo), amc: texte(c.amc), resteACharge: texte(c.resteACharge) })
    expect(decision.verdict).toBe(c.refuse === true ? 'REFUSEE' : 'ACCORDEE')
    if (c.participation !== undefined) expect(r.participationForfaitaire).toBe(euros(c.participation))
    if (c.franchise !== undefined) expect(r.franchise).toBe(euros(c.franchise))
    if (c.regimeLocal !== undefined) expect(r.regimeLocal).toBe(euros(c.regimeLocal))
    if (c.limites !== undefined) expect([...r.limites].sort()).toEqual([...c.limites].sort())
    if (c.detail !== undefined) {
      const detail: Record<string, number> = {}
      for (const d of r.detail) detail[d.ligne] = plus(euros((detail[d.ligne] ?? 0) / 100), d.montant)
      expect(detail).toEqual(Object.fromEntries(Object.entries(c.detail).map(([l, m]) => [l, euros(m)])))
    }
    expect(etapesChiffrees(decision.motifs)).toBe(c.etapes)
    expect(somme(r.detail.map((d) => d.montant))).toBe(r.amc)
    const demonstration = decision.motifs.some((m) => m.code === 'MONTANTS_DE_DEMONSTRATION')
    expect(demonstration).toBe((c.reglement ?? 'mutami') !== 'mutami')
    const connus = articlesConnus(c.reglement ?? 'mutami')
    for (const motif of decision.motifs) {
      expect(connus).toContain(motif.article)
      expect(expliquerMotif(motif)).not.toMatch(/[{}]|undefined|NaN/)
    }
  })
})

it('au moins cent vingt cas, chacun avec tous ses nombres intermédiaires', () => {
  const cas = Object.values(tables).flat()
  expect(cas.length).toBeGreaterThanOrEqual(120)
  expect(new Set(cas.map(({ nom }) => nom)).size).toBe(cas.length)
  for (const { etapes } of cas) expect(etapes).toMatch(/reste \d+(,\d\d)?$/)
})
