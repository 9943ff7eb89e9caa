import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { estDateCivile } from '@/lib/rules/date/date-civile'
import { estMoment } from '@/lib/rules/date/moment'
import { questions, repondreALaLigne } from '@/lib/services/question/view'
import { uneDate } from '../../support/dates'

const CODES = [
  'JSON_INVALIDE',
  'QUESTION_INCONNUE',
  'REGLEMENT_INCONNU',
  'FORMULE_INCONNUE',
  'FAIT_INVALIDE',
  'NON_PREVU',
  'HORS_PERIODE',
]

/** Les valeurs que chaque fait peut prendre, sensées ou non. */
const VALEURS = {
  date: fc.oneof(
    { weight: 6, arbitrary: uneDate('2019-06-01', '2030-12-31') as fc.Arbitrary<unknown> },
    fc.constantFrom('9999-12-31', '1800-01-01', '2025-02-29', '', '2026-03-13T15:00', null, 20250101),
  ),
  booleen: fc.constantFrom(true, false, null, 'oui'),
  montant: fc.constantFrom('0.00', '50.50', '999999999.99', '9999999999999.99', '12', null, 12),
  nombre: fc.constantFrom(1, 6, 12.5, 0, -3, 1e308, null, '6'),
} as const

const CHOIX: Readonly<Record<string, readonly unknown[]>> = {
  evenement: ['NAISSANCE', 'ADOPTION', 'PERTE_COUVERTURE_COLLECTIVE', 'AUTRE', 'MARIAGE'],
  lien: ['CONJOINT', 'PACS', 'CONCUBIN', 'ENFANT', 'AMI'],
  situation: [
    'ETUDES',
    'ALTERNANCE',
    'RECHERCHE_PREMIER_EMPLOI',
    'SERVICE_CIVIQUE',
    'EMPLOI',
    'AUCUNE',
    null,
  ],
  sens: ['HAUSSE', 'BAISSE'],
  mode: ['DISTANCE', 'DEMARCHAGE'],
  css: [null, { debutDroits: '2025-03-01' }, { debutDroits: 'demain' }, {}],
  emploi: [null, { dateEmbauche: '2025-03-01', dateEffetContrat: '2024-01-01' }],
  type: [
    ...['MESSAGERIE', 'RECLAMATION_ACCUSE', 'RECLAMATION_REPONSE', 'MEDIATION', 'FORCLUSION', 'PRESCRIPTION'],
    ...['RECLAMATION_PRESTATION', 'PORTABILITE', 'EVIN', 'EVIN_AYANTS_DROIT'],
  ],
  motif: [
    ...[
      'ECHEANCE',
      'INFRA_ANNUELLE',
      'CHATEL',
      'CHANGEMENT_SITUATION',
      'CONTRAT_COLLECTIF_OBLIGATOIRE',
      'CSS',
    ],
    ...['PERTE_REGIME_OBLIGATOIRE', 'DECES', 'DEPART_ETRANGER', 'FIN_CONTRAT_TRAVAIL', 'DEMANDE', 'DIVORCE'],
    'PERTE_QUALITE',
  ],
  annee: [2025, 2026, 2027, 2019, 1500, 9999, 2025.5, '2025', null],
  formule: ['mutame-1', 'modulaire-1-2-2', 'modulaire-9', 'ter-2', 'tribu-equilibre', 'panier-ani', '', 3],
  tarif: [
    { base: '30.00' },
    { base: '999999999.99' },
    { modules: ['10.00', '12.00', '14.00'] },
    { modules: [] },
    { enfant: '15.00', tranches: [{ de: 0, a: null, mensuel: '30.00' }] },
    { enfant: '15.00', tranches: [] },
    { mensuel: { ADHERENT: '40.00', ENFANT: null } },
    { pourcentagePmss: 1.2345678 },
    { pourcentagePmss: -1 },
    {},
    null,
  ],
  beneficiaires: [
    [{ role: 'ADHERENT', dateNaissance: '1985-07-01' }],
    [
      { role: 'ENFANT', dateNaissance: '2025-07-01', aCharge: null },
      { role: 'ADHERENT', dateNaissance: '1920-02-29' },
      { role: 'CONJOINT', dateNaissance: '1985-07-01', aCharge: true },
      { role: 'ENFANT', dateNaissance: '2000-07-01' },
    ],
    [{ role: 'ADHERENT', dateNaissance: '9999-12-31' }],
    [{ role: 'VOISIN', dateNaissance: '1985-07-01' }],
    [{ role: 'ADHERENT' }],
    [],
    null,
  ],
  periodicite: ['MENSUELLE', 'TRIMESTRIELLE', 'SEMESTRIELLE', 'ANNUELLE', 'HEBDOMADAIRE', null],
  mutualisation: [null, { effectif: 20, adherents: 15 }, { effectif: 0, adherents: 0 }, { effectif: 3 }],
  anneesNonCotisees: [null, 0, 3, 200, -1, 1.5],
}

const FAITS: Readonly<Record<string, Readonly<Record<string, keyof typeof VALEURS | 'choix'>>>> = {
  adhesion: {
    dateReceptionDossier: 'date',
    dossierComplet: 'booleen',
    dateEffetSouhaitee: 'date',
    css: 'choix',
    emploi: 'choix',
  },
  affiliation: { evenement: 'choix', dateEvenement: 'date', dateReception: 'date', dateSouhaitee: 'date' },
  ayantDroit: {
    lien: 'choix',
    date: 'date',
    dateNaissance: 'date',
    situation: 'choix',
    justificatif: 'booleen',
    handicapReconnuLe: 'date',
    celibataire: 'booleen',
    rattacheFiscalement: 'booleen',
  },
  changementOption: {
    sens: 'choix',
    dateEffetAdhesion: 'date',
    dateEffetOption: 'date',
    dateReception: 'date',
    dateSouhaitee: 'date',
    evenementFamilial: 'booleen',
  },
  resiliation: {
    motif: 'choix',
    dateEffetAdhesion: 'date',
    dateReception: 'date',
    dateDernierChangementOption: 'date',
    dateEvenement: 'date',
    dateEnvoiAppel: 'date',
    dateCachetPoste: 'date',
    prestationsDepuisEvenement: 'booleen',
    dateDecisionCss: 'date',
  },
  radiation: { motif: 'choix', dateReception: 'date', dateEvenement: 'date' },
  renonciation: {
    mode: 'choix',
    dateEffet: 'date',
    dateReceptionInformations: 'date',
    dateSignature: 'date',
    dateRenonciation: 'date',
  },
  impaye: {
    dateEcheance: 'date',
    dateMiseEnDemeure: 'date',
    datePaiement: 'date',
    montantDu: 'montant',
    cotisationMensuelle: 'montant',
  },
  cotisation: {
    annee: 'choix',
    formule: 'choix',
    tarif: 'choix',
    beneficiaires: 'choix',
    dateEffet: 'date',
    periodicite: 'choix',
    primoAdhesion: 'booleen',
    mutualisation: 'choix',
    anneesNonCotisees: 'choix',
    priseDePosteFonctionPublique: 'date',
    participationEmployeur: 'montant',
  },
  delai: { type: 'choix', date: 'date' },
  maintien: {
    type: 'choix',
    dateCessation: 'date',
    dateFinIndemnisation: 'date',
    dureeDernierContratMois: 'nombre',
  },
}

const lesFaits = (question: string): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      Object.entries(FAITS[question] ?? {}).map(([cle, sorte]) => [
        cle,
        sorte === 'choix' ? fc.constantFrom(...(CHOIX[cle] ?? [])) : VALEURS[sorte],
      ]),
    ),
    { requiredKeys: [] },
  )

const estDate = (texte: string): boolean => estDateCivile(texte) || estMoment(texte)

describe.each(Object.keys(FAITS))('la question « %s », posée de toutes les façons', (question) => {
  test('a toujours une réponse : des dates qui existent et des motifs, ou un code de la liste', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(reglements)), lesFaits(question), (reglement, faits) => {
        const reponse = repondreALaLigne(JSON.stringify({ question, reglement, ...faits }))
        if (!reponse.ok) {
          expect(CODES).toContain(reponse.error.code)
          expect(reponse.error.message.length).toBeGreaterThan(0)
          return
        }
        expect(reponse.motifs.length).toBeGreaterThan(0)
        for (const { reference, explication } of reponse.motifs) {
          expect(reference).toContain(', ')
          expect(explication).not.toContain('undefined')
        }
        for (const [cle, valeur] of Object.entries(reponse.result)) {
          if (typeof valeur === 'string' && /^\d/.test(valeur) && !/^\d+\.\d{2}$/.test(valeur)) {
            expect(estDate(valeur), `${cle} ${valeur}`).toBe(true)
          }
        }
      }),
      { numRuns: 400 },
    )
  })
})

test('la plus grosse somme, payée à la fin des temps, a encore une majoration', () => {
  const faits = { dateEcheance: '2020-01-01', datePaiement: '9999-12-31', montantDu: '999999999.99' }
  expect(
    repondreALaLigne(JSON.stringify({ question: 'impaye', reglement: 'mutame-smb', ...faits })),
  ).toMatchObject({
    ok: true,
    result: { majoration: '957599999990.42' },
  })
})

test('toutes les questions de dates y passent', () => {
  const codes = questions.map((question) => question.question)
  expect(Object.keys(FAITS).filter((code) => !codes.includes(code))).toEqual([])
})
