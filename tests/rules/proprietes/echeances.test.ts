import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { adherer } from '@/lib/rules/adhesion/adherer'
import { affilierAyantDroit } from '@/lib/rules/affiliation/affilier-ayant-droit'
import { ajouterJours, type DateCivile, dateCivile, laPlusTardive } from '@/lib/rules/date/date-civile'
import type { Decision } from '@/lib/rules/decision/decision'
import { changerOption, type FaitsChangementOption } from '@/lib/rules/option/changer-option'
import { type MotifRadiation, radierAyantDroit } from '@/lib/rules/radiation/radier-ayant-droit'
import { renoncer } from '@/lib/rules/renonciation/renoncer'
import type { FaitsResiliation } from '@/lib/rules/resiliation/faits-resiliation'
import type { MotifResiliation } from '@/lib/rules/resiliation/regle-resiliation'
import { resilierAdhesion } from '@/lib/rules/resiliation/resilier-adhesion'
import { uneDate } from '../../support/dates'

const { mutami, 'mutame-smb': smb, 'ociane-collectif': ociane, 'mutame-plus': plus } = reglements
const PREMIER_JOUR = dateCivile('2020-01-01')

function resilier(
  motif: MotifResiliation,
  dateEffetAdhesion: DateCivile,
  dateReception: DateCivile,
): FaitsResiliation {
  return {
    motif,
    dateEffetAdhesion,
    dateReception,
    dateDernierChangementOption: null,
    dateEvenement: null,
    dateEnvoiAppel: null,
    dateCachetPoste: motif === 'CHATEL' ? dateReception : null,
    prestationsDepuisEvenement: null,
    dateDecisionCss: null,
  }
}

/** Les résiliations que la seule date de réception décide, par règlement. */
const RESILIATIONS = [
  [mutami, 'ECHEANCE'],
  [mutami, 'INFRA_ANNUELLE'],
  [mutami, 'CHATEL'],
  [mutami, 'CONTRAT_COLLECTIF_OBLIGATOIRE'],
  [smb, 'ECHEANCE'],
  [smb, 'INFRA_ANNUELLE'],
  [smb, 'CSS'],
  [smb, 'DEPART_ETRANGER'],
  [ociane, 'ECHEANCE'],
  [ociane, 'INFRA_ANNUELLE'],
  [plus, 'ECHEANCE'],
  [plus, 'INFRA_ANNUELLE'],
  [plus, 'CHATEL'],
] as const

const RESILIATIONS_NOMMEES = RESILIATIONS.map(
  ([reglement, motif]) => [reglement.nom, motif, reglement] as const,
)
const nommer = <R extends { readonly nom: string }>(...liste: readonly R[]) =>
  liste.map((reglement) => [reglement.nom, reglement] as const)
const OPTIONS = nommer(mutami, smb, ociane)

/** Une adhésion, et une demande reçue une fois qu'elle a pris effet. */
const uneAdhesionQuittee = (): fc.Arbitrary<readonly [DateCivile, DateCivile]> =>
  fc
    .tuple(uneDate('2018-01-01', '2026-12-31'), uneDate())
    .map(([adhesion, reception]) => [adhesion, laPlusTardive(adhesion, reception)] as const)

const uneOption = (): fc.Arbitrary<FaitsChangementOption> =>
  fc.record({
    sens: fc.constantFrom('HAUSSE', 'BAISSE'),
    dateEffetAdhesion: fc.constant(PREMIER_JOUR),
    dateEffetOption: uneDate('2020-01-01', '2024-12-31'),
    dateReception: uneDate('2020-01-01', '2028-12-31'),
    dateSouhaitee: fc.option(uneDate('2020-01-01', '2029-12-31')),
    evenementFamilial: fc.constantFrom(null, false, true),
  })

/** `possibleLe` est accepté quand on redemande ce jour-là, et la veille ne l'est pas. */
function verifierPossible<V>(
  decision: Decision<V, { readonly possibleLe: DateCivile | null }>,
  redemander: (jour: DateCivile) => Decision<V, unknown>,
  reception: DateCivile,
): void {
  if (decision.verdict !== 'REFUSEE' || decision.valeur.possibleLe === null) return
  const { possibleLe } = decision.valeur
  expect(possibleLe > reception).toBe(true)
  expect(redemander(possibleLe).verdict).toBe('ACCORDEE')
  const veille = ajouterJours(possibleLe, -1)
  if (veille >= reception) expect(redemander(veille).verdict).toBe('REFUSEE')
}

/** La date d'effet accordée, ou rien. */
const effet = (decision: Decision<{ readonly dateEffet: DateCivile }, unknown>): DateCivile | null =>
  decision.verdict === 'ACCORDEE' ? decision.valeur.dateEffet : null

describe('un refus dit quand redemander', () => {
  test.each(RESILIATIONS_NOMMEES)('résiliation, %s, motif %s', (_, motif, reglement) => {
    fc.assert(
      fc.property(uneAdhesionQuittee(), ([adhesion, reception]) => {
        const demander = (jour: DateCivile) => resilierAdhesion(reglement, resilier(motif, adhesion, jour))
        verifierPossible(demander(reception), demander, reception)
      }),
    )
  })

  test.each(OPTIONS)('changement d’option, %s', (_, reglement) => {
    fc.assert(
      fc.property(uneOption(), (faits) => {
        const demander = (jour: DateCivile) => changerOption(reglement, { ...faits, dateReception: jour })
        verifierPossible(demander(faits.dateReception), demander, faits.dateReception)
      }),
      { numRuns: 500 },
    )
  })

  test('un changement de situation annoncé trop tôt s’accepte au jour de l’événement', () => {
    fc.assert(
      fc.property(uneDate(), uneDate(), (reception, evenement) => {
        const demander = (jour: DateCivile) =>
          resilierAdhesion(mutami, {
            ...resilier('CHANGEMENT_SITUATION', PREMIER_JOUR, jour),
            dateEvenement: evenement,
          })
        verifierPossible(demander(reception), demander, reception)
      }),
    )
  })
})

describe('un jour de plus sur la demande n’avance jamais l’effet', () => {
  test.each(RESILIATIONS_NOMMEES)('résiliation, %s, motif %s', (_, motif, reglement) => {
    fc.assert(
      fc.property(uneAdhesionQuittee(), ([adhesion, reception]) => {
        const un = effet(resilierAdhesion(reglement, resilier(motif, adhesion, reception)))
        const autre = effet(
          resilierAdhesion(reglement, resilier(motif, adhesion, ajouterJours(reception, 1))),
        )
        return un === null || (autre !== null && autre >= un)
      }),
    )
  })

  test.each(OPTIONS)('changement d’option, %s', (_, reglement) => {
    fc.assert(
      fc.property(uneOption(), (faits) => {
        const un = effet(changerOption(reglement, faits))
        const suivant = { ...faits, dateReception: ajouterJours(faits.dateReception, 1) }
        const autre = effet(changerOption(reglement, suivant))
        return un === null || (autre !== null && autre >= un)
      }),
    )
  })

  test.each(nommer(mutami, smb))('adhésion, %s', (_, reglement) => {
    fc.assert(
      fc.property(uneDate(), fc.option(uneDate()), (reception, souhait) => {
        const demander = (jour: DateCivile) =>
          effet(
            adherer(reglement, {
              dateReceptionDossier: jour,
              dossierComplet: true,
              dateEffetSouhaitee: souhait,
              css: null,
              emploi: null,
            }),
          )
        const un = demander(reception)
        const autre = demander(ajouterJours(reception, 1))
        return un !== null && autre !== null && autre >= un
      }),
    )
  })

  test.each(nommer(mutami, smb, ociane))('affiliation d’un enfant né, %s', (_, reglement) => {
    fc.assert(
      fc.property(uneDate(), fc.nat({ max: 150 }), (naissance, jours) => {
        const demander = (jour: DateCivile) =>
          effet(
            affilierAyantDroit(reglement, {
              evenement: 'NAISSANCE',
              dateEvenement: naissance,
              dateReception: jour,
              dateSouhaitee: null,
            }),
          )
        const reception = ajouterJours(naissance, jours)
        const un = demander(reception)
        const autre = demander(ajouterJours(reception, 1))
        return un !== null && autre !== null && autre >= un
      }),
    )
  })
})

describe('un jour de plus sur une demande qui suit un événement n’avance jamais l’effet', () => {
  const EVENEMENTS = [
    [mutami.nom, 'CHANGEMENT_SITUATION', mutami],
    [mutami.nom, 'PERTE_REGIME_OBLIGATOIRE', mutami],
    [smb.nom, 'CHANGEMENT_SITUATION', smb],
    [smb.nom, 'DECES', smb],
    [ociane.nom, 'FIN_CONTRAT_TRAVAIL', ociane],
    [plus.nom, 'CSS', plus],
  ] as const

  test.each(EVENEMENTS)('résiliation, %s, motif %s', (_, motif, reglement) => {
    fc.assert(
      fc.property(uneDate(), fc.nat({ max: 150 }), fc.boolean(), (evenement, jours, prestations) => {
        const demander = (jour: DateCivile) =>
          effet(
            resilierAdhesion(reglement, {
              ...resilier(motif, PREMIER_JOUR, jour),
              dateEvenement: evenement,
              dateDecisionCss: evenement,
              prestationsDepuisEvenement: prestations,
            }),
          )
        const reception = ajouterJours(evenement, jours)
        const un = demander(reception)
        const autre = demander(ajouterJours(reception, 1))
        return un === null ? autre === null : autre === null || (autre >= un && un >= evenement)
      }),
    )
  })

  const MOTIFS: readonly MotifRadiation[] = [
    'DEMANDE',
    'DIVORCE',
    'DECES',
    'CONTRAT_COLLECTIF_OBLIGATOIRE',
    'CSS',
  ]

  test.each(MOTIFS)('radiation, motif %s', (motif) => {
    fc.assert(
      fc.property(
        fc.constantFrom(mutami, smb, ociane),
        uneDate(),
        fc.nat({ max: 150 }),
        (reglement, dateEvenement, jours) => {
          const demander = (jours: number) =>
            effet(
              radierAyantDroit(reglement, {
                motif,
                dateEvenement,
                dateReception: ajouterJours(dateEvenement, jours),
              }),
            )
          const un = demander(jours)
          const autre = demander(jours + 1)
          return un !== null && autre !== null && autre >= un && un >= dateEvenement
        },
      ),
    )
  })
})

describe('un effet ne précède pas ce qui le déclenche', () => {
  test.each(RESILIATIONS_NOMMEES)('résiliation, %s, motif %s', (_, motif, reglement) => {
    fc.assert(
      fc.property(uneAdhesionQuittee(), ([adhesion, reception]) => {
        const date = effet(resilierAdhesion(reglement, resilier(motif, adhesion, reception)))
        return date === null || date >= reception
      }),
    )
  })

  test.each(nommer(mutami, smb))('adhésion, %s', (_, reglement) => {
    fc.assert(
      fc.property(uneDate(), fc.option(uneDate()), (reception, souhait) => {
        const decision = adherer(reglement, {
          dateReceptionDossier: reception,
          dossierComplet: true,
          dateEffetSouhaitee: souhait,
          css: null,
          emploi: null,
        })
        const date = effet(decision)
        const fin = decision.verdict === 'ACCORDEE' ? decision.valeur.finEngagement : null
        return date !== null && date > reception && fin !== null && fin > date
      }),
    )
  })

  test('une affiliation ne remonte qu’à une naissance, une adoption ou une couverture perdue', () => {
    fc.assert(
      fc.property(uneDate(), fc.option(uneDate()), (reception, souhait) => {
        for (const reglement of [mutami, smb, ociane]) {
          const decision = affilierAyantDroit(reglement, {
            evenement: 'AUTRE',
            dateEvenement: null,
            dateReception: reception,
            dateSouhaitee: souhait,
          })
          if (decision.verdict !== 'ACCORDEE') return false
          if (decision.valeur.retroactive || decision.valeur.dateEffet <= reception) return false
        }
        return true
      }),
    )
  })

  test('une radiation à la demande suit sa réception', () => {
    const motifs: readonly MotifRadiation[] = ['DEMANDE', 'DIVORCE', 'CONTRAT_COLLECTIF_OBLIGATOIRE']
    fc.assert(
      fc.property(uneDate(), fc.constantFrom(...motifs), (dateReception, motif) => {
        for (const reglement of [mutami, smb, ociane]) {
          const date = effet(radierAyantDroit(reglement, { motif, dateReception, dateEvenement: null }))
          if (date === null || date < dateReception) return false
        }
        return true
      }),
    )
  })
})

describe('renoncer', () => {
  test('recevable jusqu’à la limite incluse, plus après', () => {
    fc.assert(
      fc.property(
        uneDate(),
        fc.option(uneDate()),
        fc.nat({ max: 60 }),
        (effetAdhesion, informations, jours) => {
          const dateRenonciation = ajouterJours(effetAdhesion, jours)
          const decision = renoncer(mutami, {
            mode: 'DISTANCE',
            dateEffet: effetAdhesion,
            dateReceptionInformations: informations,
            dateSignature: null,
            dateRenonciation,
          })
          if (decision.verdict === 'INCOMPLETE') return false
          const { dateLimite, recevable } = decision.valeur
          return recevable === dateRenonciation <= dateLimite && dateLimite >= ajouterJours(effetAdhesion, 14)
        },
      ),
    )
  })
})
