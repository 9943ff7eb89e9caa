import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { ajouterMois, dateCivile } from '@/lib/rules/date/date-civile'
import { dispenserAffiliation } from '@/lib/rules/dispense/dispenser-affiliation'
import { ouvrirIndemnites } from '@/lib/rules/indemnites-journalieres/ouvrir-indemnites'
import { maintenirAyantsDroit } from '@/lib/rules/maintien/maintenir-ayants-droit'
import { porterGaranties } from '@/lib/rules/maintien/porter-garanties'
import { suspendreContratTravail } from '@/lib/rules/maintien/suspendre-contrat-travail'
import { souscrireGarantieOptionnelle } from '@/lib/rules/option/souscrire-garantie-optionnelle'
import { uneDate } from '../../support/dates'

const { 'ociane-collectif': ociane, 'mutame-plus': plus } = reglements

describe('la portabilité', () => {
  test('ne dépasse ni douze mois, ni le dernier contrat, ni l’indemnisation', () => {
    fc.assert(
      fc.property(
        uneDate(),
        fc.option(fc.integer({ min: 1, max: 40 })),
        fc.option(fc.nat({ max: 30 })),
        (dateCessation, dureeDernierContratMois, moisIndemnises) => {
          const dateFinIndemnisation =
            moisIndemnises === null ? null : ajouterMois(dateCessation, moisIndemnises)
          const decision = porterGaranties(ociane, {
            dateCessation,
            dureeDernierContratMois,
            dateFinIndemnisation,
          })
          if (decision.verdict !== 'ACCORDEE') return false
          const { dateFin } = decision.valeur
          const bornes = [
            ajouterMois(dateCessation, 12),
            ...(dureeDernierContratMois === null
              ? []
              : [ajouterMois(dateCessation, dureeDernierContratMois)]),
            ...(dateFinIndemnisation === null ? [] : [dateFinIndemnisation]),
          ]
          return bornes.every((borne) => dateFin <= borne) && bornes.includes(dateFin)
        },
      ),
    )
  })

  test('une durée négative est un fait invalide, même appelée sans la commande', () => {
    const faits = { dateCessation: dateCivile('2025-03-31'), dateFinIndemnisation: null }
    for (const duree of [0, -1, Number.NaN]) {
      expect(() => porterGaranties(ociane, { ...faits, dureeDernierContratMois: duree })).toThrowError(
        expect.objectContaining({ chemin: 'dureeDernierContratMois' }),
      )
    }
  })
})

describe('les ayants droit d’un salarié décédé', () => {
  test('gardent un an et se manifestent en six mois', () => {
    const faits = {
      dateCessation: dateCivile('2025-08-31'),
      dateFinIndemnisation: null,
      dureeDernierContratMois: null,
    }
    expect(maintenirAyantsDroit(ociane, faits)).toMatchObject({
      valeur: { dureeMinimaleJusquAu: '2026-08-31', demandeAvant: '2026-02-28' },
    })
  })
})

describe('la suspension du contrat de travail', () => {
  const conge = { dateCessationActivite: dateCivile('2025-02-01'), indemnisee: false }

  test('une reprise dont on ne sait quand elle fut signalée ne se juge pas', () => {
    const faits = { ...conge, dateReprise: dateCivile('2025-06-01'), dateInformation: null }
    expect(() => suspendreContratTravail(ociane, faits)).toThrowError(
      expect.objectContaining({ code: 'FAIT_INVALIDE', chemin: 'dateInformation' }),
    )
  })

  test('une reprise d’avant l’arrêt est contradictoire', () => {
    const faits = {
      ...conge,
      dateReprise: dateCivile('2025-01-31'),
      dateInformation: dateCivile('2025-02-01'),
    }
    expect(() => suspendreContratTravail(ociane, faits)).toThrowError(
      expect.objectContaining({ code: 'FAIT_INVALIDE', chemin: 'dateReprise' }),
    )
  })

  test('signalée d’avance, la reprise vaut de son jour', () => {
    const faits = {
      ...conge,
      dateReprise: dateCivile('2025-06-01'),
      dateInformation: dateCivile('2025-05-01'),
    }
    expect(suspendreContratTravail(ociane, faits)).toMatchObject({
      valeur: { remiseEnVigueur: '2025-06-01' },
    })
  })
})

describe('la dispense', () => {
  const faits = {
    date: dateCivile('2025-03-01'),
    demande: true,
    justificatif: true,
    agentTerritorial: false,
    objetCesseLe: null,
  }

  test.each([
    [false, true, ['demande']],
    [true, false, ['justificatif']],
    [false, false, ['demande', 'justificatif']],
  ])('demande %s, justificatif %s : il manque %j', (demande, justificatif, manque) => {
    expect(dispenserAffiliation(ociane, { ...faits, demande, justificatif })).toMatchObject({
      verdict: 'INCOMPLETE',
      manque,
    })
  })

  test('la veille de sa fin elle vaut encore', () => {
    const objetCesseLe = dateCivile('2025-03-02')
    expect(dispenserAffiliation(ociane, { ...faits, objetCesseLe })).toMatchObject({
      verdict: 'ACCORDEE',
      valeur: { jusquAu: '2025-03-02' },
    })
  })

  test('un agent territorial n’est dispensé que là où la source le dit', () => {
    const agent = { ...faits, demande: false, justificatif: false, agentTerritorial: true }
    expect(dispenserAffiliation(plus, agent).verdict).toBe('ACCORDEE')
    expect(dispenserAffiliation(ociane, agent).verdict).toBe('INCOMPLETE')
    expect(dispenserAffiliation(plus, { ...agent, agentTerritorial: false }).verdict).toBe('INCOMPLETE')
  })
})

describe('la garantie optionnelle', () => {
  test('demandée avant l’affiliation, elle commence avec elle', () => {
    const dates = { dateEffetAffiliation: dateCivile('2025-03-01'), dateReception: dateCivile('2025-02-10') }
    expect(souscrireGarantieOptionnelle(ociane, dates)).toMatchObject({ valeur: { dateEffet: '2025-03-01' } })
  })
})

describe('les indemnités journalières', () => {
  const arret = {
    formule: 'atout-sante-plus',
    role: 'ADHERENT',
    agentTerritorial: true,
    dateFinPleinTraitement: dateCivile('2025-05-31'),
    dateDemande: dateCivile('2025-05-31'),
  } as const

  test.each([
    ['une autre formule', { formule: 'autre' }, ['IJ_FORMULE_SANS_INDEMNITES']],
    ['un enfant', { role: 'ENFANT' as const }, ['IJ_RESERVEES_A_L_ADHERENT']],
    ['un adhérent qui n’est pas agent', { agentTerritorial: false }, ['IJ_RESERVEES_AUX_AGENTS']],
  ])('sont refusées à %s', (_, faits, codes) => {
    const decision = ouvrirIndemnites(plus, { ...arret, ...faits })
    expect(decision.verdict).toBe('REFUSEE')
    expect(decision.motifs.map(({ code }) => code)).toEqual(codes)
  })

  test('se demandent après la fin du plein traitement', () => {
    expect(ouvrirIndemnites(plus, arret).verdict).toBe('ACCORDEE')
    expect(() => ouvrirIndemnites(plus, { ...arret, dateDemande: dateCivile('2025-05-30') })).toThrowError(
      expect.objectContaining({ chemin: 'dateDemande' }),
    )
  })
})
