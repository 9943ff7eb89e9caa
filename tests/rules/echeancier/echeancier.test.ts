import { describe, expect, test } from 'vitest'
import { expliquerMotif } from '@/lib/lexique/motifs'
import { reglements } from '@/lib/reglements/catalogue'
import { dateCivile } from '@/lib/rules/date/date-civile'
import type { Decision } from '@/lib/rules/decision/decision'
import { bornerRegularisation } from '@/lib/rules/echeancier/borner-regularisation'
import {
  type FaitsEcheancier,
  genererEcheancier,
  type LigneEcheancier,
} from '@/lib/rules/echeancier/generer-echeancier'
import { couperPaliers, enchainerPaliers, retirerParticipation } from '@/lib/rules/echeancier/paliers'
import { parrainer } from '@/lib/rules/echeancier/parrainer'
import { quitterPrelevement } from '@/lib/rules/echeancier/quitter-prelevement'
import { type FaitsRegeneration, regenererEcheancier } from '@/lib/rules/echeancier/regenerer-echeancier'
import type { Palier } from '@/lib/rules/echeancier/regle-echeancier'
import { rejeterPrelevement } from '@/lib/rules/echeancier/rejeter-prelevement'
import { solderDecesAyantDroit, solderDepart } from '@/lib/rules/echeancier/solder-depart'
import { ecrireMontant, lireMontant, ZERO } from '@/lib/rules/montant/montant'

const { mutami, 'mutame-smb': smb, 'ociane-collectif': ociane, 'mutame-plus': plus } = reglements

const palier = (du: string, au: string, mensuelle: string): Palier => ({
  du: dateCivile(du),
  au: dateCivile(au),
  mensuelle: lireMontant(mensuelle),
})
const annee2025 = (mensuelle: string) => palier('2025-01-01', '2025-12-31', mensuelle)

const faits = (paliers: readonly Palier[], autres: Partial<FaitsEcheancier> = {}): FaitsEcheancier => ({
  annee: 2025,
  paliers,
  periodicite: 'MENSUELLE',
  mode: null,
  jour: null,
  ...autres,
})

function accordee<V>(decision: Decision<V>): V {
  if (decision.verdict !== 'ACCORDEE') throw new Error(`décision ${decision.verdict}`)
  codes(decision)
  return decision.valeur
}

/** Chaque motif a sa phrase, et toutes les données qu'elle attend. */
const codes = (decision: Decision<unknown>) =>
  decision.motifs.map((motif) => {
    expect(expliquerMotif(motif)).toMatch(/^\S.*\.$/)
    return motif.code
  })
const enTexte = (lignes: readonly LigneEcheancier[]) =>
  lignes.map(({ paiement, montant }) => `${paiement} ${ecrireMontant(montant)}`)

/** L'échéancier généré, dont les premières échéances ont déjà été appelées. */
const appeler = (lignes: readonly LigneEcheancier[], combien: number): LigneEcheancier[] =>
  lignes.map((ligne, rang) => ({ ...ligne, appelee: rang < combien }))

const changer = (
  ancien: readonly LigneEcheancier[],
  paliers: readonly Palier[],
  autres: Partial<FaitsRegeneration> = {},
): FaitsRegeneration => ({
  ...faits(paliers),
  ancien,
  dejaRembourse: ZERO,
  aujourdHui: dateCivile('2025-06-10'),
  ...autres,
})

describe('l’échéancier d’une année', () => {
  test('douze prélèvements de 50,00 € le 15 de chaque mois', () => {
    const lignes = accordee(
      genererEcheancier(mutami, faits([annee2025('50.00')], { mode: 'PRELEVEMENT', jour: 15 })),
    )
    expect(lignes).toHaveLength(12)
    expect(enTexte(lignes).slice(0, 2)).toEqual(['2025-01-15 50.00', '2025-02-15 50.00'])
    expect(enTexte(lignes).at(-1)).toBe('2025-12-15 50.00')
  })

  test('commencé un 20 février, prélevé le 6 : rien avant l’effet, deux échéances le 6 mars', () => {
    const lignes = accordee(
      genererEcheancier(
        ociane,
        faits([palier('2025-02-20', '2025-12-31', '40.00')], { mode: 'PRELEVEMENT', jour: 6 }),
      ),
    )
    // 40 × 9 / 28 = 12,857
    expect(enTexte(lignes).slice(0, 3)).toEqual(['2025-03-06 12.86', '2025-03-06 40.00', '2025-04-06 40.00'])
  })

  test('commencé le jour du prélèvement, on paie ce jour-là', () => {
    const lignes = accordee(
      genererEcheancier(
        mutami,
        faits([palier('2025-12-15', '2025-12-31', '50.00')], { mode: 'PRELEVEMENT', jour: 15 }),
      ),
    )
    // 600 × 17 / 365 = 27,945
    expect(enTexte(lignes)).toEqual(['2025-12-15 27.95'])
  })

  test('commencé en décembre après le jour de prélèvement, on paie en janvier', () => {
    const lignes = accordee(
      genererEcheancier(
        mutami,
        faits([palier('2025-12-29', '2025-12-31', '50.00')], { mode: 'PRELEVEMENT', jour: 28 }),
      ),
    )
    // 600 × 3 / 365 = 4,93
    expect(enTexte(lignes)).toEqual(['2026-01-28 4.93'])
  })

  test.each([
    ['le 10 du mois', mutami, { mode: 'PRELEVEMENT', jour: 10 }, 'JOUR_DE_PRELEVEMENT_REFUSE'],
    ['le 29 du mois', smb, { mode: 'PRELEVEMENT', jour: 29 }, 'JOUR_DE_PRELEVEMENT_REFUSE'],
    ['un chèque chaque mois', mutami, { mode: 'CHEQUE' }, 'CHEQUE_REFUSE'],
    ['un chèque par trimestre', smb, { mode: 'CHEQUE', periodicite: 'TRIMESTRIELLE' }, 'CHEQUE_REFUSE'],
  ] as const)('%s est refusé', (_, reglement, choix, code) => {
    const decision = genererEcheancier(reglement, faits([annee2025('50.00')], choix))
    expect(decision.verdict).toBe('REFUSEE')
    expect(codes(decision)).toEqual([code])
  })

  test.each([
    ['le 28, chez Mutami', mutami, { mode: 'PRELEVEMENT', jour: 28 }],
    ['le 10, où aucun jour n’est nommé', smb, { mode: 'PRELEVEMENT', jour: 10 }],
    ['un chèque par trimestre', mutami, { mode: 'CHEQUE', periodicite: 'TRIMESTRIELLE' }],
    ['un chèque par an', smb, { mode: 'CHEQUE', periodicite: 'ANNUELLE' }],
    ['la retenue sur la paye', plus, { mode: 'PRECOMPTE' }],
  ] as const)('%s est accepté', (_, reglement, choix) => {
    const decision = genererEcheancier(reglement, faits([annee2025('50.00')], choix))
    expect(codes(decision)).toEqual(['ECHEANCIER_GENERE'])
  })

  test.each([
    ['la retenue sur la paye', mutami, { mode: 'PRECOMPTE' }],
    ['le chèque', plus, { mode: 'CHEQUE' }],
    ['le prélèvement', plus, { mode: 'PRELEVEMENT', jour: 6 }],
  ] as const)('%s, dont la source ne parle pas, est NON_PREVU', (_, reglement, choix) => {
    expect(() => genererEcheancier(reglement, faits([annee2025('50.00')], choix))).toThrowError(
      expect.objectContaining({ code: 'NON_PREVU' }),
    )
  })

  test.each([
    ['jour', faits([annee2025('50.00')], { mode: 'PRELEVEMENT' })],
    ['paliers.0', faits([palier('2024-12-01', '2025-12-31', '50.00')])],
    ['paliers.0.au', faits([palier('2025-06-01', '2025-05-01', '50.00')])],
    ['paliers.0.mensuelle', faits([annee2025('-50.00')])],
    ['paliers.1.du', faits([annee2025('50.00'), palier('2025-12-31', '2025-12-31', '50.00')])],
  ])('« %s » invalide se dit', (chemin, mauvais) => {
    expect(() => genererEcheancier(mutami, mauvais)).toThrowError(
      expect.objectContaining({ code: 'FAIT_INVALIDE', chemin }),
    )
  })
})

describe('un changement en cours d’année', () => {
  const genere = (reglement: typeof smb, mensuelle: string, periodicite: FaitsEcheancier['periodicite']) =>
    accordee(genererEcheancier(reglement, faits([annee2025(mensuelle)], { periodicite })))

  test('un enfant qui sort au 1er juillet, connu en juin : 50 puis 35, rien à rendre', () => {
    const ancien = appeler(genere(smb, '50.00', 'MENSUELLE'), 6)
    const paliers = enchainerPaliers([annee2025('50.00')], [annee2025('35.00')], dateCivile('2025-07-01'))
    const decision = regenererEcheancier(smb, changer(ancien, paliers))
    const { lignes, ecarts, remboursement } = accordee(decision)
    expect(lignes.map(({ montant }) => ecrireMontant(montant))).toEqual([
      ...Array.from({ length: 6 }, () => '50.00'),
      ...Array.from({ length: 6 }, () => '35.00'),
    ])
    expect(remboursement).toBe(0)
    expect(ecarts.filter(({ difference }) => difference === -1500)).toHaveLength(6)
    expect(codes(decision)).toEqual(Array.from({ length: 6 }, () => 'ECHEANCE_EN_BAISSE'))
  })

  test('un divorce du 1er avril connu le 10 juin : 120 € de trop, déduits de juillet, août et septembre', () => {
    const ancien = appeler(genere(smb, '90.00', 'MENSUELLE'), 6)
    const paliers = enchainerPaliers([annee2025('90.00')], [annee2025('50.00')], dateCivile('2025-04-01'))
    const decision = regenererEcheancier(smb, changer(ancien, paliers))
    const { lignes, remboursement } = accordee(decision)
    // 3 × (90 − 50) = 120 = 50 + 50 + 20
    expect(lignes.slice(6).map(({ montant }) => ecrireMontant(montant))).toEqual([
      '0.00',
      '0.00',
      '30.00',
      '50.00',
      '50.00',
      '50.00',
    ])
    expect(remboursement).toBe(0)
    expect(decision.motifs.at(-1)).toMatchObject({
      code: 'TROP_PERCU_DEDUIT',
      donnees: { deduit: { valeur: 12000 } },
    })
  })

  test('une naissance du 20 mars connue fin avril : 9,68 + 25,00 de rappel sur mai', () => {
    const ancien = appeler(genere(ociane, '40.00', 'MENSUELLE'), 4)
    const paliers = enchainerPaliers([annee2025('40.00')], [annee2025('65.00')], dateCivile('2025-03-20'))
    const decision = regenererEcheancier(ociane, changer(ancien, paliers))
    const { lignes, ecarts } = accordee(decision)
    // Mars : 40 − 40 × 12 / 31 (15,48) = 24,52, plus 65 × 12 / 31 = 25,16 : 49,68.
    expect(ecarts[2]).toMatchObject({ echeance: '2025-03-01', avant: 4000, apres: 4968, difference: 968 })
    expect(lignes[4]).toMatchObject({ echeance: '2025-05-01', du: 6500, report: 3468, montant: 9968 })
    expect(lignes[5]).toMatchObject({ montant: 6500, report: 0 })
    expect(codes(decision).filter((code) => code === 'RAPPEL_A_VENIR')).toHaveLength(1)
  })

  test('tout est déjà appelé : le rappel fait une échéance de plus, le jour même', () => {
    const ancien = appeler(genere(smb, '50.00', 'ANNUELLE'), 1)
    const paliers = enchainerPaliers([annee2025('50.00')], [annee2025('65.00')], dateCivile('2025-09-01'))
    const { lignes } = accordee(
      regenererEcheancier(
        smb,
        changer(ancien, paliers, { periodicite: 'ANNUELLE', aujourdHui: dateCivile('2025-09-03') }),
      ),
    )
    // 4 × 15 = 60
    expect(lignes).toHaveLength(2)
    expect(lignes[1]).toMatchObject({ echeance: '2025-09-03', du: 0, report: 6000, montant: 6000 })
  })

  test('parti le 12 mai, appelé jusqu’en juin : mai reste dû chez SMB, juin se rend', () => {
    const ancien = appeler(genere(smb, '50.00', 'MENSUELLE'), 6)
    const paliers = couperPaliers([annee2025('50.00')], dateCivile('2025-05-31'))
    const decision = regenererEcheancier(smb, changer(ancien, paliers))
    const { lignes, remboursement } = accordee(decision)
    expect(lignes).toHaveLength(6)
    expect(remboursement).toBe(5000)
    expect(decision.motifs.at(-1)?.code).toBe('TROP_PERCU_REMBOURSE')
  })

  test('une fois remboursé, il n’y a plus rien à rendre', () => {
    const ancien = appeler(genere(smb, '50.00', 'MENSUELLE'), 6)
    const paliers = couperPaliers([annee2025('50.00')], dateCivile('2025-05-31'))
    const { remboursement } = accordee(
      regenererEcheancier(smb, changer(ancien, paliers, { dejaRembourse: lireMontant('50.00') })),
    )
    expect(remboursement).toBe(0)
  })

  test('chez Mutami, un palier interrompu laisse tels quels les mois déjà appelés', () => {
    const ancien = appeler(genere(mutami, '50.00', 'MENSUELLE'), 4)
    const paliers = couperPaliers([annee2025('50.00')], dateCivile('2025-04-10'))
    const { lignes, remboursement } = accordee(regenererEcheancier(mutami, changer(ancien, paliers)))
    // Restent 265 jours : 600 × 265 / 365 = 435,62 ; dus 164,38 ; appelés 200,00.
    expect(lignes.map(({ du }) => ecrireMontant(du))).toEqual(['50.00', '50.00', '50.00', '14.38'])
    expect(remboursement).toBe(3562)
  })

  test('rien ne change : l’échéancier le dit', () => {
    const ancien = appeler(genere(mutami, '50.00', 'TRIMESTRIELLE'), 2)
    const decision = regenererEcheancier(
      mutami,
      changer(ancien, [annee2025('50.00')], { periodicite: 'TRIMESTRIELLE' }),
    )
    expect(accordee(decision).lignes).toEqual(ancien)
    expect(codes(decision)).toEqual(['ECHEANCIER_INCHANGE'])
  })

  test('un moyen de paiement refusé l’est aussi en cours d’année', () => {
    const decision = regenererEcheancier(mutami, changer([], [annee2025('50.00')], { mode: 'CHEQUE' }))
    expect(codes(decision)).toEqual(['CHEQUE_REFUSE'])
  })

  test('la participation de l’employeur perdue au 30 juin : 30,00 puis 50,00 €', () => {
    const nets = retirerParticipation([annee2025('50.00')], lireMontant('20.00'), dateCivile('2025-06-30'))
    expect(nets).toEqual([
      palier('2025-01-01', '2025-06-30', '30.00'),
      palier('2025-07-01', '2025-12-31', '50.00'),
    ])
    const lignes = accordee(genererEcheancier(plus, faits(nets, { mode: 'PRECOMPTE' })))
    expect(lignes.map(({ montant }) => montant)).toEqual([
      ...Array.from({ length: 6 }, () => 3000),
      ...Array.from({ length: 6 }, () => 5000),
    ])
  })

  test('une participation plus forte que la cotisation ne rend rien', () => {
    expect(retirerParticipation([annee2025('15.00')], lireMontant('20.00'), null)).toEqual([
      annee2025('0.00'),
    ])
  })
})

describe('partir en cours d’année', () => {
  const depart = (reglement: typeof smb, dernier: string, mensuelle: string, paye: string) =>
    solderDepart(reglement, {
      dernierJourCouvert: dateCivile(dernier),
      paliers: [annee2025(mensuelle)],
      paye: lireMontant(paye),
    })

  test('Mutami : 233 jours sur 365 se rendent, 383,01 € sur 600,00, dans les trente jours', () => {
    const decision = depart(mutami, '2025-05-12', '50.00', '600.00')
    expect(accordee(decision)).toEqual({
      du: 21699,
      conserve: 21699,
      remboursement: 38301,
      resteDu: 0,
      remboursementAvant: '2025-06-11',
    })
    expect(codes(decision)).toEqual([
      'COTISATION_DUE_AU_DEPART',
      'TROP_PERCU_REMBOURSE',
      'REMBOURSEMENT_SOUS_DELAI',
    ])
  })

  test('SMB : le mois commencé reste dû, 250,00 € ; la source ne dit pas en combien de temps on rembourse', () => {
    expect(accordee(depart(smb, '2025-05-12', '50.00', '600.00'))).toEqual({
      du: 25000,
      conserve: 25000,
      remboursement: 35000,
      resteDu: 0,
      remboursementAvant: null,
    })
  })

  test('Ociane : mai compte douze jours, 40 − 40 × 19 / 31 = 15,48 €', () => {
    expect(accordee(depart(ociane, '2025-05-12', '40.00', '200.00'))).toMatchObject({
      du: 17548,
      remboursement: 2452,
    })
  })

  test('qui n’a pas tout payé doit encore le reste', () => {
    const decision = depart(smb, '2025-05-31', '50.00', '100.00')
    expect(accordee(decision)).toMatchObject({ conserve: 10000, remboursement: 0, resteDu: 15000 })
    expect(codes(decision)).toEqual(['COTISATION_DUE_AU_DEPART'])
  })

  test('un payé négatif est un fait invalide', () => {
    expect(() => depart(smb, '2025-05-31', '50.00', '-1.00')).toThrowError(
      expect.objectContaining({ code: 'FAIT_INVALIDE', chemin: 'paye' }),
    )
  })

  test('à la mort d’un ayant droit, sa part reste à la famille chez SMB ; ailleurs la source se tait', () => {
    const deces = dateCivile('2025-05-12')
    const decision = solderDecesAyantDroit(smb, deces)
    expect(decision).toMatchObject({ verdict: 'REFUSEE', motifs: [{ article: 'mutame-smb/art-4-f' }] })
    expect(() => solderDecesAyantDroit(mutami, deces)).toThrowError(
      expect.objectContaining({ code: 'NON_PREVU' }),
    )
  })
})

describe('une régularisation', () => {
  const mois = Array.from({ length: 15 }, (_, rang) => ({
    jour: dateCivile(`${rang < 9 ? 2024 : 2025}-${String(((rang + 3) % 12) + 1).padStart(2, '0')}-01`),
    montant: lireMontant('10.00'),
  }))
  const dateChangement = dateCivile('2024-03-15')

  test('ne porte que sur les douze mois qui suivent le changement : d’avril 2024 à mars 2025', () => {
    expect(mois[0]?.jour).toBe('2024-04-01')
    expect(mois[14]?.jour).toBe('2025-06-01')
    expect(accordee(bornerRegularisation(smb, { dateChangement, mois }))).toEqual({
      retenu: 12000,
      ecarte: 3000,
      avant: '2025-03-15',
    })
  })

  test('un mois qui commence douze mois après jour pour jour ne se régularise plus', () => {
    const faitsAuPremier = {
      dateChangement: dateCivile('2024-04-01'),
      mois: [
        { jour: dateCivile('2025-03-01'), montant: lireMontant('10.00') },
        { jour: dateCivile('2025-04-01'), montant: lireMontant('10.00') },
      ],
    }
    expect(accordee(bornerRegularisation(smb, faitsAuPremier))).toMatchObject({ retenu: 1000, ecarte: 1000 })
  })

  test('ailleurs, aucune limite n’est écrite', () => {
    const decision = bornerRegularisation(mutami, { dateChangement, mois })
    expect(accordee(decision)).toEqual({ retenu: 15000, ecarte: 0, avant: null })
    expect(codes(decision)).toEqual(['REGULARISATION_SANS_LIMITE'])
  })

  test('un mois d’avant le changement était dû', () => {
    const avant = [{ jour: dateCivile('2024-03-01'), montant: lireMontant('10.00') }]
    expect(() => bornerRegularisation(smb, { dateChangement, mois: avant })).toThrowError(
      expect.objectContaining({ code: 'FAIT_INVALIDE', chemin: 'mois.0.jour' }),
    )
  })
})

describe('un prélèvement rejeté', () => {
  const rejet = {
    dateRejet: dateCivile('2025-06-06'),
    provisionInsuffisante: true,
    frais: lireMontant('8.00'),
    impayees: [lireMontant('50.00'), lireMontant('50.00'), lireMontant('50.00')],
  }

  test('faute de provision : le prélèvement est perdu, 150,00 € et 8,00 € de frais à payer', () => {
    const decision = rejeterPrelevement(mutami, rejet)
    expect(accordee(decision)).toEqual({
      prelevementConserve: false,
      exigible: 15800,
      frais: 800,
      cheque: ['TRIMESTRIELLE', 'SEMESTRIELLE', 'ANNUELLE'],
    })
    expect(codes(decision)).toEqual(['PRELEVEMENT_PERDU', 'FRAIS_DE_REJET'])
  })

  test('sans frais, on n’en parle pas', () => {
    expect(codes(rejeterPrelevement(mutami, { ...rejet, frais: ZERO }))).toEqual(['PRELEVEMENT_PERDU'])
  })

  test('pour une autre cause, il reste possible : seuls les frais sont dus', () => {
    const decision = rejeterPrelevement(mutami, { ...rejet, provisionInsuffisante: false })
    expect(accordee(decision)).toMatchObject({ prelevementConserve: true, exigible: 800 })
  })

  test('un frais négatif est un fait invalide, un règlement muet est NON_PREVU', () => {
    expect(() => rejeterPrelevement(mutami, { ...rejet, frais: lireMontant('-1.00') })).toThrowError(
      expect.objectContaining({ code: 'FAIT_INVALIDE' }),
    )
    expect(() => rejeterPrelevement(smb, rejet)).toThrowError(expect.objectContaining({ code: 'NON_PREVU' }))
  })
})

describe('le parrainage', () => {
  const filleul = {
    dateAdhesionFilleul: dateCivile('2025-06-01'),
    filleulDejaAdherent: false,
    filleulDeLaFamille: false,
    mensuelleDuParrain: lireMontant('52.02'),
  }

  test('rend un mois de la cotisation personnelle du parrain', () => {
    expect(accordee(parrainer(smb, filleul))).toEqual({ remboursement: 5202 })
  })

  test('se refuse avec tous ses motifs', () => {
    const decision = parrainer(smb, { ...filleul, filleulDejaAdherent: true, filleulDeLaFamille: true })
    expect(decision.verdict).toBe('REFUSEE')
    expect(codes(decision)).toEqual(['FILLEUL_DEJA_ADHERENT', 'FILLEUL_DE_LA_FAMILLE'])
  })

  test('n’existe que là où la source en parle', () => {
    expect(() => parrainer(mutami, filleul)).toThrowError(expect.objectContaining({ code: 'NON_PREVU' }))
  })
})

describe('sans prélèvement, la suite par chèque (A11)', () => {
  const date = dateCivile('2025-06-06')
  const rythmes = ['MENSUELLE', 'TRIMESTRIELLE', 'SEMESTRIELLE', 'ANNUELLE'] as const

  test.each([
    ['MENSUELLE', 'TRIMESTRIELLE'],
    ['TRIMESTRIELLE', 'TRIMESTRIELLE'],
    ['SEMESTRIELLE', 'SEMESTRIELLE'],
    ['ANNUELLE', 'ANNUELLE'],
  ] as const)('Mutami art. 20, pas de chèque au mois : %s devient %s', (avant, apres) => {
    const decision = quitterPrelevement(mutami, { date, periodicite: avant })
    expect(accordee(decision)).toEqual({ mode: 'CHEQUE', periodicite: apres })
    expect(codes(decision)).toEqual(
      avant === apres ? ['PAIEMENT_PAR_CHEQUE'] : ['CHEQUE_REFUSE_A_CE_RYTHME', 'PAIEMENT_PAR_CHEQUE'],
    )
    expect(decision.motifs.map(({ article }) => article)).toContain('mutami/art-20')
  })

  test('SMB art. 15 : le chèque est en une seule fois, quel que soit le rythme quitté', () => {
    for (const periodicite of rythmes)
      expect(accordee(quitterPrelevement(smb, { date, periodicite })).periodicite).toBe('ANNUELLE')
  })

  test('une source qui ne parle pas du chèque ne dit pas comment payer', () => {
    for (const reglement of [ociane, plus])
      expect(() => quitterPrelevement(reglement, { date, periodicite: 'MENSUELLE' })).toThrowError(
        expect.objectContaining({ code: 'NON_PREVU' }),
      )
  })
})

describe('le rythme change en cours d’année', () => {
  test('du mois au trimestre : ce qui est appelé reste, l’année coûte autant, et c’est ce qui se dit', () => {
    const ancien = appeler(
      accordee(genererEcheancier(mutami, faits([annee2025('50.00')], { mode: 'PRELEVEMENT', jour: 6 }))),
      5,
    )
    const decision = regenererEcheancier(
      mutami,
      changer(ancien, [annee2025('50.00')], {
        periodicite: 'TRIMESTRIELLE',
        mode: 'CHEQUE',
        ancienRythme: 'MENSUELLE',
      }),
    )
    // Five months called are 250,00 €; the second quarter is begun, so June waits for the third: 200,00 €, then 150,00 €.
    expect(enTexte(accordee(decision).lignes.filter(({ appelee }) => !appelee))).toEqual([
      '2025-07-01 200.00',
      '2025-10-01 150.00',
    ])
    expect(codes(decision)).toEqual(['RYTHME_CHANGE', 'RAPPEL_A_VENIR'])
  })
})
